"""Five networks of the resolution, from its curated relations.

Node attributes everywhere: ``name_en``, ``name_de``, ``kind`` ("actor", "system" or
"topic") and ``type`` (that of the tables). Edge attributes everywhere: ``relation``,
``label``, ``quote``, ``gloss``. Where the edge comes from a relation, also ``quote_en``,
``quote_2``, ``quote_2_en`` (see :func:`resolutionkit.relations`), ``verb`` and ``verb_en``.
Parallel statements are parallel edges: the graphs are multigraphs unless a docstring says otherwise.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any

from resolutionkit import tables
from resolutionkit.document.bundled import load
from resolutionkit.networks.evidence import evidence

if TYPE_CHECKING:
    import networkx as nx
    import pandas as pd

CALLS = ("calls on", "asked to use")
"""Relations in which the resolution wants somebody to do something."""
PURPOSES = ("serves", "is used against")
"""What a resource is for, and which crime or problem it is to help against."""


def calls_on(relations: pd.DataFrame | None = None) -> nx.MultiDiGraph:
    """Who is called upon, and for what: a directed graph from the speaker to the addressee.

    An edge "ga → un" says that the General Assembly calls on the United Nations; an edge
    "member-states → sltd" (relation "asked to use") says what the addressee shall use. ``verb`` is the
    opener of the paragraph, "fordert … auf", and ``verb_en`` that of the official English text.

    >>> graph = calls_on()
    >>> graph.has_edge("ga", "secretary-general"), graph.number_of_edges() > 20
    (True, True)
    """
    return _from_relations(CALLS, relations, "calls on")


def cooperation(relations: pd.DataFrame | None = None) -> nx.MultiGraph:
    """Who works with whom; the edge attribute ``agreements`` lists the agreements on which it rests.

    An undirected multigraph: cooperation has no direction. An agreement counts for an edge
    where the paragraph of the edge names one of the type "agreement".

    >>> graph = cooperation()
    >>> graph.has_edge("un", "interpol")
    True
    """
    import networkx as nx

    directed = _from_relations(("cooperates with",), relations, "cooperation")
    graph = nx.MultiGraph(name="cooperation")
    graph.add_nodes_from(directed.nodes(data=True))
    named = _agreements_by_paragraph()
    for source, target, data in directed.edges(data=True):
        graph.add_edge(source, target, **data, agreements=named.get(data["label"], ()))
    return graph


def _agreements_by_paragraph() -> dict[str, tuple[str, ...]]:
    systems = tables.systems()
    found: dict[str, tuple[str, ...]] = {}
    for row in _rows(systems[systems["type"] == "agreement"]):
        for label in _list(row.paragraphs):
            found[label] = (*found.get(label, ()), str(row.id))
    return found


def belongs_to(relations: pd.DataFrame | None = None, actors: pd.DataFrame | None = None) -> nx.DiGraph:
    """Which actor belongs to which: a forest (DiGraph), from the part to the whole.

    ``in_text`` is True where the resolution itself says so, and the edge then quotes it; else
    ``source`` names the public source of our table and ``quote`` is the actor's own mention.

    >>> graph = belongs_to()
    >>> list(graph.successors("general-secretariat"))
    ['interpol']
    """
    import networkx as nx

    actors = tables.actors() if actors is None else actors
    relations = tables.relations() if relations is None else relations
    belonging = relations[relations["relation"].isin(["part of", "member of"])]
    said = {(r.source, r.target): (r.relation, r.paragraph, r.quote, r.quote_en) for r in _rows(belonging)}
    graph = nx.DiGraph(name="belongs to")
    names = _names()
    for row in _rows(actors):
        if row.part_of:
            for node in (row.id, row.part_of):
                graph.add_node(node, **names[node])
            own = ("part of", _list(row.paragraphs)[0], row.quote, row.quote_en)
            relation, label, quote, quote_en = said.get((row.id, row.part_of), own)
            found = evidence(label, quote)
            graph.add_edge(
                row.id,
                row.part_of,
                relation=relation,
                in_text=row.part_of_in_text == "yes",
                source=row.part_of_source,
                label=found.label,
                quote=found.quote,
                quote_en=quote_en,
                gloss=found.gloss,
            )
    return graph


def resources_by_topic(relations: pd.DataFrame | None = None) -> nx.MultiGraph:
    """What each database, tool or programme serves, or is used against: a bipartite multigraph.

    The node attribute ``bipartite`` is 0 for resources and 1 for topics, as networkx expects.

    >>> graph = resources_by_topic()
    >>> graph.nodes["iarms"]["bipartite"]
    0
    """
    import networkx as nx

    directed = _from_relations(PURPOSES, relations, "purposes")
    graph = nx.MultiGraph(name="resources by topic")
    for source, target, data in directed.edges(data=True):
        if directed.nodes[source]["kind"] == "system" and directed.nodes[target]["kind"] == "topic":
            graph.add_node(source, **directed.nodes[source], bipartite=0)
            graph.add_node(target, **directed.nodes[target], bipartite=1)
            graph.add_edge(source, target, **data)
    return graph


def citations() -> nx.DiGraph:
    """What the resolution cites: a star (DiGraph) from it to each document, with ``date`` where the text gives one.

    The nodes are symbols such as "A/RES/51/1"; their attribute ``type`` is "resolution",
    "decision" or "document".

    >>> graph = citations()
    >>> graph.edges["A/RES/75/10", "A/RES/51/1"]["label"]
    'PP1'
    """
    import networkx as nx

    res = load()
    graph = nx.DiGraph(name="citations")
    graph.add_node(
        res.symbol, name_en=res.symbol, name_de=res.symbol, kind="document", type="resolution", date=res.adopted
    )
    for reference in res.references:
        text = res[reference.label].text
        if reference.footnote is not None:
            text = next(n.text for n in res[reference.label].footnotes if n.number == reference.footnote)
        start, end = reference.span
        found = evidence(reference.label, _around(text, start, end))
        graph.add_node(
            reference.symbol,
            name_en=reference.symbol,
            name_de=reference.symbol,
            kind="document",
            type=reference.kind,
            date=reference.date,
        )
        graph.add_edge(
            res.symbol,
            reference.symbol,
            relation="cites",
            date=reference.date,
            footnote=reference.footnote,
            label=found.label,
            quote=found.quote,
            gloss=found.gloss,
        )
    return graph


def _around(text: str, start: int, end: int) -> str:
    """Some words before and after, so that a quote can be read."""
    begin = text.rfind(" ", 0, max(0, start - 30)) + 1
    stop = text.find(" ", min(len(text), end + 25))
    return text[begin : stop if stop >= 0 else len(text)]


def _from_relations(wanted: Iterable[str], relations: pd.DataFrame | None, name: str) -> nx.MultiDiGraph:
    import networkx as nx

    relations = tables.relations() if relations is None else relations
    names = _names()
    graph = nx.MultiDiGraph(name=name)
    for row in _rows(relations[relations["relation"].isin(list(wanted))]):
        for node in (row.source, row.target):
            graph.add_node(node, **names.get(node, {"name_en": node, "name_de": node, "kind": "", "type": ""}))
        found = evidence(str(row.paragraph), str(row.quote))
        graph.add_edge(
            row.source,
            row.target,
            key=row.id,
            relation=row.relation,
            verb=row.verb,
            verb_en=row.verb_en,
            said_by=row.said_by,
            label=found.label,
            quote=found.quote,
            quote_en=row.quote_en,
            quote_2=row.quote_2,
            quote_2_en=row.quote_2_en,
            gloss=found.gloss,
        )
    return graph


def _rows(table: pd.DataFrame) -> Iterator[Any]:
    """The rows of a table as tuples with names; pandas cannot say what their cells are."""
    yield from table.itertuples()


def _names() -> dict[str, dict[str, Any]]:
    found: dict[str, dict[str, Any]] = {}
    for kind, table, column in (
        ("actor", tables.actors(), "type"),
        ("system", tables.systems(), "type"),
        ("topic", tables.topics(), "kind"),
    ):
        for row in table.to_dict("records"):
            short = row.get("abbreviation") or ""
            found[row["id"]] = {
                "name_en": row["name_en"],
                "name_de": row["name_de"],
                "short": short,
                "kind": kind,
                "type": row[column],
            }
    return found


def _list(cell: object) -> tuple[str, ...]:
    """Items of a list-valued cell, whether the table gives a tuple or text with "|"."""
    return tuple(cell) if isinstance(cell, (list, tuple)) else tuple(str(cell).split("|")) if cell else ()
