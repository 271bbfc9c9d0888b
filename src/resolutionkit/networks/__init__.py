"""The networks of the resolution: plain networkx graphs in which every edge quotes its paragraph.

``graph.graph`` holds ``title`` and ``layout`` ("web", "outline" or "columns"), and ``min_weight`` where light edges are
left out of pictures. Nodes have ``name_en``, ``name_de``, ``short`` (an abbreviation), ``kind`` ("actor", "system",
"topic" or "document") and ``type`` (that of the tables). Edges have ``relation``, ``label``, ``quote``, ``quote_en`` (our
English of it) and ``gloss``; from a relation also ``quote_2``, ``quote_2_en``, ``verb`` and ``verb_en``. Parallel
statements are parallel edges: the graphs are multigraphs unless a docstring says otherwise.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass
from itertools import combinations
from typing import TYPE_CHECKING, Any

from resolutionkit import tables
from resolutionkit.document.bundled import gloss, load
from resolutionkit.document.model import Reference
from resolutionkit.language import _
from resolutionkit.networks.edges import edges_table, reweighted

if TYPE_CHECKING:
    import networkx as nx
    import pandas as pd

LONGEST_QUOTE = 240
"""Characters; a longer quote is nobody's idea of a quote."""


@dataclass(frozen=True, slots=True)
class Evidence:
    """One place in the resolution that supports an edge.

    ``quote`` stands there to the letter; ``quote_en`` is our English of it, ``gloss`` what the whole paragraph says.
    """

    label: str
    quote: str
    quote_en: str
    gloss: str


def evidence(label: str, quote: str, quote_en: str) -> Evidence:
    """Return the evidence at a label of the bundled resolution, with its gloss."""
    return Evidence(label, quote, quote_en, gloss(label))


def co_mentions(mentions: pd.DataFrame | None = None, *, paragraphs: Iterable[str] | None = None) -> nx.Graph:
    """Connect the actors that are named in the same paragraph (an undirected ``networkx.Graph``).

    ``mentions`` has the columns that ``rk.mentions()`` gives; ``paragraphs`` limits the text. Edge attributes: ``weight``
    (number of shared paragraphs), ``labels`` (these paragraphs), ``evidence`` (one for each), and ``label``, ``quote``,
    ``quote_en``, ``gloss`` of the first, where ``quote_en`` names the two. Node attribute ``paragraphs``: in how many
    a node is named.

    Being named together is no cooperation: PP9 names police forces and stability too.

    >>> graph = co_mentions()
    >>> graph.edges["un", "interpol"]["weight"] > 20
    True
    """
    import networkx as nx

    mentions, names = tables.mentions() if mentions is None else mentions, _names()
    mentions = mentions[mentions["entity"].isin([row["id"] for row in tables.rows("actors")])]
    if paragraphs is not None:
        mentions = mentions[mentions["paragraph"].isin(list(paragraphs))]
    graph = nx.Graph(title=_("Who is named together with whom"), layout="web", min_weight=2)
    texts = {p.label: p.text for p in load().paragraphs}
    for label, group in mentions.groupby("paragraph", sort=False):
        first: Any = group.drop_duplicates("entity").set_index("entity").to_dict("index")
        for node in first:
            if node not in graph:
                graph.add_node(node, **names[node], paragraphs=0)
            graph.nodes[node]["paragraphs"] += 1
        for a, b in combinations(first, 2):
            one, other = sorted((first[a], first[b]), key=lambda row: row["start"])
            quote = window(texts[str(label)], *((row["start"], row["end"]) for row in (one, other)))
            _tie(graph, a, b, str(label), quote, f"{one['quote_en']} … {other['quote_en']}")
    return graph


def _tie(graph: nx.Graph, a: str, b: str, label: str, quote: str, quote_en: str) -> None:
    found = evidence(label, quote, quote_en)
    if not graph.has_edge(a, b):
        graph.add_edge(a, b, relation="named together", weight=0, labels=(), evidence=(), **asdict(found))
    edge = graph.edges[a, b]
    edge["weight"] += 1
    edge["labels"] += (label,)
    edge["evidence"] += (found,)


def window(text: str, *places: tuple[int, int]) -> str:
    """Return the part of ``text`` that holds all places, cut at words; the nearest ones where that is too long.

    >>> window("a bb ccc dddd", (2, 4), (9, 13))
    'bb ccc dddd'
    """
    start, end = min(a for a, _ in places), max(b for _, b in places)
    if end - start <= LONGEST_QUOTE:
        return text[start:end]
    start = max(a for a, _ in places)
    blank = text.find(" ", end - LONGEST_QUOTE - 1, start)
    return text[blank + 1 if blank >= 0 else start : end]


def calls_on(relations: pd.DataFrame | None = None) -> nx.MultiDiGraph:
    """Who is called upon, and for what: a directed graph from the speaker to the addressee.

    An edge "ga → un" says that the General Assembly calls on the United Nations; an edge
    "member-states → sltd" (relation "asked to use") says what the addressee shall use. ``verb`` is the
    opener of the paragraph, "fordert … auf", and ``verb_en`` that of the official English text.

    >>> graph = calls_on()
    >>> graph.has_edge("ga", "secretary-general"), graph.number_of_edges() > 20
    (True, True)
    """
    title = _("Who is called upon, and what to use")
    return _from_relations(("calls on", "asked to use"), relations, title=title, layout="web")


def cooperation() -> nx.MultiGraph:
    """Who works with whom; the edge attribute ``agreements`` lists the agreements on which it rests.

    An undirected multigraph: cooperation has no direction. An agreement counts for an edge
    where the paragraph of the edge names one of the type "agreement".

    >>> graph = cooperation()
    >>> graph.has_edge("un", "interpol")
    True
    """
    directed = _from_relations(("cooperates with",), None, title=_("Who works with whom"), layout="web")
    graph = directed.to_undirected()
    agreements = [row for row in tables.rows("systems") if row["type"] == "agreement"]
    for _a, _b, data in graph.edges(data=True):
        named = (row["id"] for row in agreements if data["label"] in row["paragraphs"].split("|"))
        data["agreements"] = tuple(named)
    return graph


def belongs_to(relations: pd.DataFrame | None = None) -> nx.DiGraph:
    """Which actor belongs to which: a forest (DiGraph), from the part to the whole.

    ``in_text`` is True where the resolution itself says so, and the edge then quotes it; else
    ``source`` names the public source of our table and ``quote`` is the actor's own mention.

    >>> graph = belongs_to()
    >>> list(graph.successors("general-secretariat"))
    ['interpol']
    """
    import networkx as nx

    relations = tables.relations() if relations is None else relations
    belonging = relations[relations["relation"].isin(["part of", "member of"])]
    said: Any = {(row["source"], row["target"]): row for row in belonging.to_dict("records")}
    graph, names = nx.DiGraph(title=_("Who belongs to whom"), layout="outline"), _names()
    for row in (row for row in tables.rows("actors") if row["part_of"]):
        ends = row["id"], row["part_of"]
        graph.add_nodes_from((node, names[node]) for node in ends)
        own = {**row, "relation": "part of", "paragraph": row["paragraphs"].split("|")[0]}
        in_text, source = row["part_of_in_text"] == "yes", tables.in_words(row["part_of_source"])
        graph.add_edge(*ends, **_statement(said.get(ends, own)), in_text=in_text, source=source)
    return graph


def resources_by_topic(relations: pd.DataFrame | None = None) -> nx.MultiGraph:
    """What each database, tool or programme serves, or is used against: a bipartite multigraph.

    The node attribute ``bipartite`` is 0 for resources and 1 for topics, as networkx expects.

    >>> graph = resources_by_topic()
    >>> graph.nodes["iarms"]["bipartite"]
    0
    """
    import networkx as nx

    directed = _from_relations(("serves", "is used against"), relations)
    graph = nx.MultiGraph(title=_("What each resource is used for or against"), layout="columns")
    for source, target, data in directed.edges(data=True):
        if directed.nodes[source]["kind"] == "system" and directed.nodes[target]["kind"] == "topic":
            graph.add_node(source, **directed.nodes[source], bipartite=0)
            graph.add_node(target, **directed.nodes[target], bipartite=1)
            graph.add_edge(source, target, **data)
    return graph


def citations() -> nx.DiGraph:
    """What the resolution cites: a star (DiGraph) from it to each document, with ``date`` where the text gives one.

    The nodes are symbols such as "A/RES/51/1"; their attribute ``type`` is "resolution", "decision" or "document".

    >>> graph = citations()
    >>> graph.edges["A/RES/75/10", "A/RES/51/1"]["label"]
    'PP1'
    """
    import networkx as nx

    res = load()
    graph = nx.DiGraph(title=_("What the resolution cites"), layout="web")
    known = {row["abbreviation"]: row for row in tables.rows("systems") if row["abbreviation"]}

    def add(symbol: str, kind: str, date: object) -> str:
        row = known.get(symbol, {"name_en": symbol, "name_de": symbol})
        names = {"name_en": row["name_en"], "name_de": row["name_de"], "short": symbol}
        graph.add_node(symbol, **names, kind="document", type=kind, date=date)
        return row["name_en"]

    add(res.symbol, "resolution", res.adopted)
    for reference in res.references:
        english = add(reference.symbol, reference.kind, reference.date)
        if reference.date:
            english += f" of {reference.date.day} {reference.date:%B %Y}"
        found = evidence(reference.label, _cited(reference), english)
        more = {"relation": "cites", "date": reference.date, "footnote": reference.footnote}
        graph.add_edge(res.symbol, reference.symbol, **more, **asdict(found))
    return graph


def _cited(reference: Reference) -> str:
    """The citation with some words before and after, so that it can be read."""
    paragraph = load()[reference.label]
    notes = {footnote.number: footnote.text for footnote in paragraph.footnotes}
    return _around(notes.get(reference.footnote or 0, paragraph.text), *reference.span)


def _around(text: str, start: int, end: int) -> str:
    begin = text.rfind(" ", 0, max(0, start - 30)) + 1
    stop = text.find(" ", min(len(text), end + 25))
    return text[begin : stop if stop >= 0 else len(text)]


def _from_relations(wanted: Iterable[str], relations: pd.DataFrame | None, **about: str) -> nx.MultiDiGraph:
    import networkx as nx

    relations = tables.relations() if relations is None else relations
    names = _names()
    graph = nx.MultiDiGraph(**about)
    for row in relations[relations["relation"].isin(list(wanted))].to_dict("records"):
        for node in (row["source"], row["target"]):
            graph.add_node(node, **names.get(node, {"name_en": node, "name_de": node, "kind": "", "type": ""}))
        more = {name: row[name] for name in ("verb", "verb_en", "said_by", "quote_2", "quote_2_en")}
        graph.add_edge(row["source"], row["target"], key=row["id"], **_statement(row), **more)
    return graph


def _statement(row: Mapping[Any, Any]) -> dict[str, str]:
    return {"relation": row["relation"], **asdict(evidence(row["paragraph"], row["quote"], row["quote_en"]))}


def _names() -> dict[str, dict[str, Any]]:
    found: dict[str, dict[str, Any]] = {}
    for kind, table in (("actor", "actors"), ("system", "systems"), ("topic", "topics")):
        for row in tables.rows(table):
            names = {"name_en": row["name_en"], "name_de": row["name_de"], "short": row.get("abbreviation", "")}
            found[row["id"]] = names | {"kind": kind, "type": row.get("type") or row.get("kind", "")}
    return found


NETWORKS = {
    make.__name__: make for make in (co_mentions, calls_on, cooperation, belongs_to, resources_by_topic, citations)
}
"""Every network by the name of its function: pictures, widgets and tests go through this list."""
