"""Edges as a table, and edges that weigh what somebody decides."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from resolutionkit.language import language
from resolutionkit.tables import in_words

if TYPE_CHECKING:
    import networkx as nx
    import pandas as pd


def reweighted(
    graph: nx.MultiDiGraph, weights: Mapping[str, float], *, by: str = "verb_en", other: float = 1.0
) -> nx.DiGraph:
    """Return a simple directed graph whose edges weigh as much as their words, added up.

    ``weights`` gives a weight to each value of the edge attribute ``by`` (the English opener, unless
    told otherwise); all others weigh ``other``. The weights are yours: nobody has published an
    authoritative ranking of operative verbs by strength.

    >>> import networkx as nx
    >>> g = nx.MultiDiGraph(); _ = g.add_edge("ga", "un", verb_en="Urges"); _ = g.add_edge("ga", "un", verb_en="Requests")
    >>> reweighted(g, {"Urges": 3}).edges["ga", "un"]["weight"]
    4.0
    """
    import networkx as nx

    simple = nx.DiGraph(**graph.graph)
    simple.add_nodes_from(graph.nodes(data=True))
    for source, target, data in graph.edges(data=True):
        weight = float(weights.get(data.get(by, ""), other))
        if simple.has_edge(source, target):
            simple.edges[source, target]["weight"] += weight
        else:
            simple.add_edge(source, target, **{**data, "weight": weight})
    return simple


def edges_table(graph: nx.Graph) -> pd.DataFrame:
    """Return the twin of a graph as a table: source, relation, target, paragraph, quote, and weight where there is one.

    Names, relations and verbs are in the user's language. Beside the quote stands ``quote_en``, our English of it, or for
    those who read German ``gloss``, what the paragraph says in plain words. A second quote follows after "[…]".

    >>> import networkx as nx
    >>> g = nx.Graph(); g.add_edge("un", "interpol", relation="cooperates with", label="PP3", quote="Zusammenarbeit")
    >>> edges_table(g).loc[0, "paragraph"]
    'PP3'
    """
    import pandas as pd

    def named(node: Any) -> str:
        return str(graph.nodes[node].get(f"name_{language()}") or graph.nodes[node].get("name_en") or node)

    in_german = language() == "de"
    rows = []
    for source, target, data in graph.edges(data=True):
        if graph.nodes[source].get("bipartite") == 1:  # an undirected edge has no order: resources come first
            source, target = target, source
        row = {
            "source": named(source),
            "relation": in_words(data.get("relation", "")),
            "target": named(target),
            "paragraph": ", ".join(data.get("labels") or [data.get("label", "")]),
            "verb": data.get("verb" if in_german else "verb_en") or None,
            "weight": data.get("weight"),
            "quote": _joined(data.get("quote"), data.get("quote_2")),
            "gloss": (in_german and data.get("gloss")) or None,
            "quote_en": None if in_german else _joined(data.get("quote_en"), data.get("quote_2_en")) or None,
        }
        rows.append({name: said for name, said in row.items() if said is not None})
    return pd.DataFrame(rows, columns=list(dict.fromkeys(k for row in rows for k in row)) or None)


def _joined(*quotes: str | None) -> str:
    return " […] ".join(quote for quote in quotes if quote)
