"""How nodes are named, and by which colour they are told apart."""

from __future__ import annotations

import textwrap
from collections.abc import Hashable
from typing import TYPE_CHECKING

from resolutionkit.draw.style import BLUE, GREEN, GREY, ORANGE, PURPLE, SKY, VERMILION
from resolutionkit.errors import only
from resolutionkit.language import Text, _, language

if TYPE_CHECKING:
    import networkx as nx

Group = tuple[str, Text, tuple[str, ...]]
"""Colour, name, and the values of ``kind`` or ``type`` that belong to it; nodes with others are offices."""
_OFFICES: Group = (SKY, Text("office, department, official", "Büro, Hauptabteilung, Amt"), ())
_GROUPS: tuple[Group, ...] = (
    (BLUE, Text("organization", "Organisation"), ("organization", "group of organizations")),
    (BLUE, Text("organ", "Organ"), ("organ", "committee")),
    (ORANGE, Text("states", "Staaten"), ("state", "group of states")),
    _OFFICES,
    (GREEN, Text("authorities", "Behörden"), ("authorities",)),
    (VERMILION, Text("people and groups", "Menschen und Gruppen"),
     ("group of persons", "other non-state group", "group of experts")),
    (PURPLE, Text("system or document", "System oder Dokument"), ("system", "document")),
    (GREY, Text("topic", "Thema"), ("topic",)),
)  # fmt: skip


def only_a_network(graph: object) -> None:
    """Raise :class:`~resolutionkit.errors.WrongType` for what is no network, but the name of one for instance."""
    from networkx import Graph

    only(Graph, graph, expected=_("A network"), advice=_("Make one: networks.cooperation(), for instance."))


def _group(graph: nx.Graph, node: Hashable) -> Group:
    kinds = (graph.nodes[node].get("kind"), graph.nodes[node].get("type"))
    return next((group for kind in kinds for group in _GROUPS if kind in group[2]), _OFFICES)


def colour_of(graph: nx.Graph, node: Hashable) -> str:
    """Return the colour of the group to which a node belongs, by its attributes ``kind`` and ``type``."""
    return _group(graph, node)[0]


def colours_in_words(graph: nx.Graph) -> dict[str, str]:
    """Return what each colour in a graph stands for.

    >>> import networkx as nx
    >>> g = nx.Graph(); g.add_node("un", type="organization"); g.add_node("ga", type="organ"); colours_in_words(g)
    {'#0072B2': 'organization, organ'}
    """
    there = {_group(graph, node) for node in graph}
    found: dict[str, list[str]] = {}
    for colour, words, _kinds in sorted(there, key=_GROUPS.index):
        found.setdefault(colour, []).append(str(words))
    return {colour: ", ".join(words) for colour, words in found.items()}


def full_name(graph: nx.Graph, node: Hashable) -> str:
    """Return a node's name in the user's language."""
    data = graph.nodes[node]
    return str(data.get(f"name_{language()}") or data.get("name_en") or node)


def short_name(graph: nx.Graph, node: Hashable) -> str:
    """Return a node's abbreviation, or its name where it has none."""
    return str(graph.nodes[node].get("short") or full_name(graph, node))


def wrapped(name: str, width: int = 26, lines: int = 4) -> str:
    """Return a name on several lines, whole words on each."""
    return "\n".join(textwrap.wrap(name, width, max_lines=lines, placeholder=" …", break_long_words=False))
