"""Networks: every edge carries its paragraph and an exact quote."""

from __future__ import annotations

import matplotlib as mpl
import networkx as nx
import pytest

mpl.use("Agg")

import matplotlib.pyplot as plt  # after the backend is chosen

import resolutionkit as rk
from resolutionkit import draw, network
from resolutionkit.language import set_language

TEXTS = {p.label: p.text for p in rk.load().paragraphs}
NOTES = {p.label: " ".join(n.text for n in p.footnotes) for p in rk.load().paragraphs}
GRAPHS = {
    "co_mentions": network.co_mentions,
    "calls_on": network.calls_on,
    "cooperation": network.cooperation,
    "belongs_to": network.belongs_to,
    "resources_by_topic": network.resources_by_topic,
    "citations": network.citations,
}
FIGURES = {
    "co_mentions": lambda: draw.network(network.co_mentions(), min_weight=3),
    "all co_mentions": lambda: draw.network(network.co_mentions(), min_weight=2),
    "calls_on": lambda: draw.network(network.calls_on()),
    "cooperation": lambda: draw.network(network.cooperation()),
    "belongs_to": lambda: draw.tree(network.belongs_to()),
    "resources_by_topic": lambda: draw.two_columns(network.resources_by_topic()),
}


@pytest.fixture(autouse=True)
def _tidy():
    yield
    plt.close("all")
    set_language("en")


@pytest.mark.parametrize("name", GRAPHS)
def test_every_edge_quotes_its_paragraph(name):
    for _, _, data in GRAPHS[name]().edges(data=True):
        assert data["quote"], data
        assert data["quote"] in TEXTS[data["label"]] or data["quote"] in NOTES[data["label"]]


@pytest.mark.parametrize("name", GRAPHS)
def test_every_edge_says_what_its_paragraph_says(name):
    assert all(data["gloss"] == rk.gloss(data["label"]) for _, _, data in GRAPHS[name]().edges(data=True))


@pytest.mark.parametrize("name", GRAPHS)
def test_every_node_has_a_name_in_both_languages(name):
    assert all(data["name_en"] and data["name_de"] for _, data in GRAPHS[name]().nodes(data=True))


def test_co_mentions_count_paragraphs():
    edge = network.co_mentions().edges["un", "interpol"]
    assert edge["weight"] == len(edge["labels"]) == len(set(edge["labels"])) == len(edge["evidence"])


def test_co_mentions_of_one_paragraph():
    graph = network.co_mentions(paragraphs=["OP15"])
    assert set(graph) == {"secretary-general", "ga"}


def test_belongs_to_is_a_forest():
    assert nx.is_forest(network.belongs_to().to_undirected())


def test_resources_by_topic_is_bipartite():
    graph = network.resources_by_topic()
    assert all(graph.nodes[a]["bipartite"] != graph.nodes[b]["bipartite"] for a, b in graph.edges())


def test_cooperation_names_its_agreements():
    edges = network.cooperation().get_edge_data("un", "interpol").values()
    assert any("agreement-1997" in data["agreements"] for data in edges)


def test_another_weight_for_a_verb_changes_the_sum():
    graph = network.calls_on()
    plain = network.reweighted(graph, {})
    heavier = network.reweighted(graph, {"Requests": 5})
    assert heavier.edges["ga", "secretary-general"]["weight"] == 5 * plain.edges["ga", "secretary-general"]["weight"]


@pytest.mark.parametrize("name", GRAPHS)
def test_the_table_twin_has_a_row_for_every_edge(name):
    graph = GRAPHS[name]()
    assert len(network.edges_table(graph)) == graph.number_of_edges()


@pytest.mark.parametrize("language", ["en", "de"])
@pytest.mark.parametrize("name", FIGURES)
def test_no_name_covers_another_or_is_cut_off(name, language):
    set_language(language)
    assert draw.overlapping_texts(FIGURES[name]()) == []


def test_a_layout_is_the_same_on_each_run():
    places = [
        [tuple(c) for c in draw.network(network.cooperation()).axes[0].collections[0].get_offsets()] for _ in range(2)
    ]
    assert places[0] == places[1]


def test_an_empty_graph_can_be_drawn():
    assert draw.network(nx.Graph()).axes


def test_words_name_the_node_with_most_edges():
    assert "International Criminal Police Organization" in draw.network_in_words(network.co_mentions())
