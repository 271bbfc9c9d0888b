"""How nodes are named, and by which colour they are told apart."""

from __future__ import annotations

import textwrap
from collections.abc import Hashable
from typing import TYPE_CHECKING, Any

from resolutionkit.draw.style import BLUE, GREEN, GREY, ORANGE, PURPLE, SKY, VERMILION
from resolutionkit.language import Text, language

if TYPE_CHECKING:
    import networkx as nx

COLOURS: dict[str, tuple[str, Text]] = {
    "organisation": (BLUE, Text("organization", "Organisation")),
    "organ": (BLUE, Text("organ", "Organ")),
    "states": (ORANGE, Text("states", "Staaten")),
    "offices": (SKY, Text("office, department, official", "Büro, Hauptabteilung, Amt")),
    "authorities": (GREEN, Text("authorities", "Behörden")),
    "people": (VERMILION, Text("people and groups", "Menschen und Gruppen")),
    "system": (PURPLE, Text("system or document", "System oder Dokument")),
    "topic": (GREY, Text("topic", "Thema")),
}
_GROUPS = {
    "topic": ("topic",),
    "system": ("system", "document"),
    "organisation": ("organisation", "group of organisations"),
    "organ": ("organ", "committee"),
    "states": ("state", "group of states"),
    "authorities": ("authorities",),
    "people": ("group of persons", "other non-state group", "group of experts"),
}
"""Group -> the values of ``kind`` or ``type`` that belong to it; all others are offices."""


def group_of(data: dict[str, Any]) -> str:
    """Return the group by which a node is coloured, from its attributes ``kind`` and ``type``.

    >>> group_of({"kind": "actor", "type": "office"}), group_of({"kind": "topic"})
    ('offices', 'topic')
    """
    words = (str(data.get("kind")), str(data.get("type")))
    return next((group for group, known in _GROUPS.items() if words[0] in known or words[1] in known), "offices")


def full_name(graph: nx.Graph, node: Hashable) -> str:
    """Return a node's name in the user's language.

    >>> import networkx as nx
    >>> g = nx.Graph(); g.add_node("un", name_en="United Nations", short="UN")
    >>> full_name(g, "un"), short_name(g, "un")
    ('United Nations', 'UN')
    """
    data = graph.nodes[node]
    return str(data.get(f"name_{language()}") or data.get("name_en") or node)


def short_name(graph: nx.Graph, node: Hashable) -> str:
    """Return a node's abbreviation, or its name where it has none."""
    return str(graph.nodes[node].get("short") or full_name(graph, node))


def wrapped(name: str, width: int = 26, lines: int = 4) -> str:
    r"""Return a name on several lines, whole words on each.

    >>> wrapped("law enforcement agencies", 12)
    'law\nenforcement\nagencies'
    """
    return "\n".join(textwrap.wrap(name, width, max_lines=lines, placeholder=" …", break_long_words=False))
