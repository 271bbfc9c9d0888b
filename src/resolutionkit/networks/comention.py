"""Who is named together with whom: the simplest network of a text, and the easiest to over-read."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import combinations
from typing import TYPE_CHECKING

from resolutionkit import tables
from resolutionkit.networks.evidence import bundled_texts, evidence, window
from resolutionkit.networks.graphs import _names, _rows

if TYPE_CHECKING:
    import networkx as nx
    import pandas as pd


def co_mentions(
    mentions: pd.DataFrame | None = None, *, kinds: Iterable[str] = ("actor",), paragraphs: Iterable[str] | None = None
) -> nx.Graph:
    """Connect those that are named in the same paragraph (an undirected ``networkx.Graph``).

    ``mentions`` has the columns entity, paragraph, start, end, form, as ``rk.mentions()`` gives;
    ``kinds`` chooses among "actor", "system" and "topic"; ``paragraphs`` limits the text. Edge
    attributes: ``weight`` (number of shared paragraphs), ``labels`` (these paragraphs), ``evidence``
    (one for each), and ``label``, ``quote``, ``gloss`` of the first. Node attribute ``paragraphs``:
    in how many a node is named.

    Being named together is no cooperation: PP9 names police forces and stability too.

    >>> graph = co_mentions()
    >>> graph.edges["un", "interpol"]["weight"] > 20
    True
    """
    import networkx as nx

    mentions = tables.mentions() if mentions is None else mentions
    names, wanted = _names(), set(kinds)
    limited = None if paragraphs is None else set(paragraphs)
    graph = nx.Graph(name="co-mentions")
    texts = bundled_texts()
    for label, group in mentions.groupby("paragraph", sort=False):
        if limited is not None and label not in limited:
            continue
        first: dict[str, tuple[int, int]] = {}
        for row in _rows(group):
            if names.get(row.entity, {}).get("kind") in wanted:
                first.setdefault(row.entity, (int(row.start), int(row.end)))
        for node in first:
            if node not in graph:
                graph.add_node(node, **names[node], paragraphs=0)
            graph.nodes[node]["paragraphs"] += 1
        for a, b in combinations(first, 2):
            _tie(graph, a, b, str(label), window(texts[str(label)], first[a], first[b]))
    return graph


def _tie(graph: nx.Graph, a: str, b: str, label: str, quote: str) -> None:
    found = evidence(label, quote)
    if not graph.has_edge(a, b):
        graph.add_edge(
            a,
            b,
            relation="named together",
            weight=0,
            labels=(),
            evidence=(),
            label=label,
            quote=found.quote,
            gloss=found.gloss,
        )
    edge = graph.edges[a, b]
    edge["weight"] += 1
    edge["labels"] += (label,)
    edge["evidence"] += (found,)
