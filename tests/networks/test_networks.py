"""Networks: every edge carries its paragraph and an exact quote."""

from __future__ import annotations

from dataclasses import FrozenInstanceError

import networkx as nx
import pandas
import pytest

import resolutionkit as rk
from resolutionkit import networks
from resolutionkit.language import set_language, talking

TEXTS = {p.label: p.text for p in rk.load().paragraphs}
NOTES = {p.label: " ".join(n.text for n in p.footnotes) for p in rk.load().paragraphs}
GRAPHS = networks.NETWORKS


@pytest.fixture(autouse=True)
def _tidy():
    yield
    set_language("en")


@pytest.mark.parametrize("name", GRAPHS)
def test_every_edge_quotes_its_paragraph(name):
    for _, _, data in GRAPHS[name]().edges(data=True):
        assert data["quote"], data
        assert data["quote"] in TEXTS[data["label"]] or data["quote"] in NOTES[data["label"]]


@pytest.mark.parametrize("name", GRAPHS)
def test_every_quote_has_its_english(name):
    for _, _, data in GRAPHS[name]().edges(data=True):
        assert data["quote_en"].strip(" …")
        assert all(found.quote_en for found in data.get("evidence", ()))


@pytest.mark.parametrize("name", GRAPHS)
def test_every_network_has_a_title_in_both_languages_and_a_layout(name):
    english = GRAPHS[name]().graph
    set_language("de")
    german = GRAPHS[name]().graph
    assert english["title"] != german["title"]
    assert english["layout"] in ("web", "outline", "columns")


@pytest.mark.parametrize("name", GRAPHS)
def test_every_edge_says_what_its_paragraph_says(name):
    assert all(data["gloss"] == rk.gloss(data["label"]) for _, _, data in GRAPHS[name]().edges(data=True))


@pytest.mark.parametrize("name", GRAPHS)
def test_every_node_has_a_name_in_both_languages(name):
    assert all(data["name_en"] and data["name_de"] for _, data in GRAPHS[name]().nodes(data=True))


def test_co_mentions_count_paragraphs():
    edge = networks.co_mentions().edges["un", "interpol"]
    assert edge["weight"] == len(edge["labels"]) == len(set(edge["labels"])) == len(edge["evidence"])


def test_co_mentions_of_one_paragraph():
    graph = networks.co_mentions(paragraphs=["OP15"])
    assert set(graph) == {"secretary-general", "ga"}


def test_a_node_counts_the_paragraphs_that_name_it():
    mentions = rk.mentions()
    graph = networks.co_mentions(mentions)
    named = mentions.groupby("entity")["paragraph"].nunique()
    assert dict(graph.nodes(data="paragraphs")) == {node: named[node] for node in graph}


def test_evidence_cannot_be_changed():
    with pytest.raises(FrozenInstanceError):
        networks.evidence("OP15", "ersucht", "requests").quote = "fordert"  # type: ignore[misc]


def test_belongs_to_is_a_forest():
    assert nx.is_forest(networks.belongs_to().to_undirected())


def test_resources_by_topic_is_bipartite():
    graph = networks.resources_by_topic()
    assert all(graph.nodes[a]["bipartite"] != graph.nodes[b]["bipartite"] for a, b in graph.edges())


def test_cooperation_names_its_agreements():
    edges = networks.cooperation().get_edge_data("un", "interpol").values()
    assert any("agreement-1997" in data["agreements"] for data in edges)


def test_another_weight_for_a_verb_changes_the_sum():
    graph = networks.calls_on()
    plain = networks.reweighted(graph, {})
    heavier = networks.reweighted(graph, {"Requests": 5})
    assert heavier.edges["ga", "secretary-general"]["weight"] == 5 * plain.edges["ga", "secretary-general"]["weight"]


@pytest.mark.parametrize("name", GRAPHS)
def test_the_table_twin_has_a_row_for_every_edge(name):
    graph = GRAPHS[name]()
    assert len(networks.edges_table(graph)) == graph.number_of_edges()


FILLED = "Anfang " + "Wort " * 70 + "INTERPOL und mehr"


@pytest.mark.parametrize(
    ("what", "text", "names", "quote"),
    [
        (
            "from one name to the other, and no word more",
            "vor UN und mit INTERPOL danach",
            ("UN", "INTERPOL"),
            "UN und mit INTERPOL",
        ),
        (
            "the order in which names are given is no matter",
            "vor UN und mit INTERPOL danach",
            ("INTERPOL", "UN"),
            "UN und mit INTERPOL",
        ),
        (
            "far down in a long paragraph it is the same",
            FILLED + " und UN",
            ("INTERPOL", "UN"),
            "INTERPOL und mehr und UN",
        ),
        ("240 characters are a quote", f"UN {'x' * 228} INTERPOL", ("UN", "INTERPOL"), f"UN {'x' * 228} INTERPOL"),
        (
            "more ends with the later name and begins with a word",
            FILLED,
            ("Anfang", "INTERPOL"),
            "Wort " * 46 + "INTERPOL",
        ),
        ("a long word before the later name is left out", f"UN {'x' * 300} INTERPOL", ("UN", "INTERPOL"), "INTERPOL"),
        ("names within one long word are not torn", f"UN{'x' * 300}INTERPOL", ("UN", "INTERPOL"), "INTERPOL"),
        ("a word that just fits is kept", f"UN y {'x' * 231} INTERPOL", ("UN", "INTERPOL"), f"{'x' * 231} INTERPOL"),
        ("a word that just does not fit is left out", f"UN {'x' * 232} INTERPOL", ("UN", "INTERPOL"), "INTERPOL"),
    ],
)
def test_the_quote_of_two_names(what, text, names, quote):
    places = [(text.index(name), text.index(name) + len(name)) for name in names]
    assert networks.window(text, *places) == quote, what


def test_the_quote_of_a_shared_paragraph_names_the_later_of_the_two():
    """However far apart they stand: a quote that stops before the name supports nothing."""
    mentions = rk.mentions()
    for a, b, data in networks.co_mentions(mentions).edges(data=True):
        first = mentions[mentions["paragraph"] == data["label"]].groupby("entity").first()
        later = max((first.loc[a], first.loc[b]), key=lambda row: row["end"])
        assert TEXTS[data["label"]][later["start"] : later["end"]] in data["quote"], (a, b)
        assert len(data["quote"]) <= networks.LONGEST_QUOTE


@pytest.mark.parametrize("other", ["acts under", "serves"])
def test_only_the_statement_that_somebody_belongs_to_the_whole_is_quoted(other):
    """What else the resolution says of the two is no evidence of that."""
    relations, pair = rk.relations(), ("general-secretariat", "interpol")
    said = networks.belongs_to(relations).edges[pair]
    relations.loc[(relations["source"] == pair[0]) & (relations["target"] == pair[1]), "relation"] = other
    own = networks.belongs_to(relations).edges[pair]
    actor = rk.actors().set_index("id").loc[pair[0]]
    assert said["quote"] == "Generalsekretariats der INTERPOL"
    assert own["quote"] == actor["quote"]


def test_what_belongs_where_is_known_from_the_text_or_from_elsewhere():
    in_text = {(a, b): said for a, b, said in networks.belongs_to().edges(data="in_text")}
    assert in_text["general-secretariat", "interpol"] is True
    assert in_text["ga", "un"] is False


def one_relation(source: str, target: str):
    return rk.relations().head(1).assign(source=source, target=target, relation="serves")


@pytest.mark.parametrize(
    ("source", "target", "nodes"),
    [
        ("iarms", "terrorism", {"iarms", "terrorism"}),
        ("interpol", "terrorism", set()),
        ("iarms", "interpol", set()),
        ("terrorism", "crime", set()),
    ],
    ids=["a tool against a crime", "an actor is no tool", "an actor is no crime", "a crime is no tool"],
)
def test_resources_and_topics_are_nothing_else(source, target, nodes):
    assert set(networks.resources_by_topic(one_relation(source, target))) == nodes


def test_a_tool_that_serves_an_actor_too_is_shown_with_its_crime_alone():
    both = [one_relation("iarms", "terrorism"), one_relation("iarms", "interpol").assign(id="another")]
    assert set(networks.resources_by_topic(pandas.concat(both))) == {"iarms", "terrorism"}


def test_somebody_whom_no_table_knows_is_named_by_the_word_of_the_relation():
    relations = rk.relations().head(1).assign(source="my-office", relation="calls on")
    assert networks.calls_on(relations).nodes["my-office"]["name_en"] == "my-office"


@pytest.mark.parametrize(
    ("ends", "sides", "row"),
    [
        (("terrorism", "iarms"), (1, 0), ("iarms", "terrorism")),
        (("iarms", "terrorism"), (0, 1), ("iarms", "terrorism")),
        (("un", "interpol"), (None, None), ("un", "interpol")),
    ],
    ids=["topic first", "resource first", "neither"],
)
def test_the_table_twin_names_the_resource_before_its_topic(ends, sides, row):
    graph = nx.Graph()
    for node, side in zip(ends, sides, strict=True):
        graph.add_node(node, **({} if side is None else {"bipartite": side}))
    graph.add_edge(*ends)
    assert tuple(networks.edges_table(graph).loc[0, ["source", "target"]]) == row


def test_words_without_a_weight_of_their_own_weigh_the_other():
    graph = nx.MultiDiGraph([("ga", "un", {"verb_en": "Urges"}), ("ga", "un", {}), ("ga", "icc", {"verb_en": "Notes"})])
    simple = networks.reweighted(graph, {"Urges": 3}, other=0.5)
    assert dict(simple.edges) == {
        ("ga", "un"): {"verb_en": "Urges", "weight": 3.5},
        ("ga", "icc"): {"verb_en": "Notes", "weight": 0.5},
    }


def test_weighing_keeps_the_names_of_the_nodes():
    graph = networks.calls_on()
    assert dict(networks.reweighted(graph, {}).nodes(data="name_en")) == dict(graph.nodes(data="name_en"))


def test_agreements_are_agreements():
    types = rk.systems().set_index("id")["type"]
    named = {a for *_, agreements in networks.cooperation().edges(data="agreements") for a in agreements}
    assert named
    assert {types[a] for a in named} == {"agreement"}


@pytest.mark.parametrize(
    ("cited", "quote"),
    [
        ("A/RES/51/1", "unter Hinweis auf ihre Resolution 51/1 vom 15. Oktober 1996, in"),
        ("A/RES/71/19", "teilzunehmen, sowie auf ihre Resolutionen 71/19 vom 21. November 2016 und"),
        ("A/RES/70/1", "Resolution 70/1."),
        ("A/RES/72/284", "Siehe Resolution 72/284."),
        ("A/DEC/60/519", "Siehe Beschluss 60/519 sowie A/60/88 und A/60/88/Corr.2,"),
        ("E/RES/2019/20", "sowie die Resolutionen 2019/19 und 2019/20 des Wirtschafts- und Sozialrats"),
    ],
)
def test_a_citation_is_quoted_with_some_whole_words_around_it(cited, quote):
    assert networks.citations().edges["A/RES/75/10", cited]["quote"] == quote


@pytest.mark.parametrize(
    ("before", "after", "quote"),
    [
        ("long " + "b" * 29 + " ", " " + "a" * 24, f"{'b' * 29} CITED {'a' * 24}"),
        ("long " + "b" * 28 + " ", " " + "a" * 23, f"long {'b' * 28} CITED {'a' * 23} long"),
        ("", "", "CITED"),
    ],
    ids=[
        "a word that ends thirty characters before",
        "words that the thirty and the twenty-five cut",
        "nothing around it",
    ],
)
def test_words_around_a_citation_are_whole(before, after, quote):
    text = f"{before}CITED{after}" + (" long" if after else "")
    assert networks._around(text, len(before), len(before) + 5) == quote


def test_a_table_of_edges_speaks_the_language_of_its_reader():
    with talking("de"):
        row = networks.edges_table(networks.calls_on()).iloc[2]
    assert row["target"] == "Internationale Kriminalpolizeiliche Organisation"
    assert (row["relation"], row["verb"]) == ("wendet sich an", "fordert … auf")
