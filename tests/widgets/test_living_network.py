"""The living network without a browser: what is asked, what is answered, and what the browser gets to draw."""

from __future__ import annotations

import pytest

from resolutionkit import draw, networks
from resolutionkit.document.bundled import load
from resolutionkit.errors import UnknownName
from resolutionkit.language import set_language
from resolutionkit.widgets import living_network


@pytest.mark.parametrize("name", networks.NETWORKS)
def test_every_network_is_drawn_whole_with_its_quotes(name):
    view = living_network(name)
    graph = view._graphs[name]
    assert {node["id"] for node in view.graph["nodes"]} == set(graph)
    said = [found for edge in view.graph["edges"] for found in edge["said"]]
    assert len(said) == sum(len(data.get("labels", [1])) for *_ends, data in graph.edges(data=True))
    assert all(found["quote"] and found["quote_en"] and found["label"] in view.labels for found in said)


def test_a_network_that_there_is_not_is_told_the_nearest():
    with pytest.raises(UnknownName, match="such as cooperation, "):
        living_network("cooperatoin")


@pytest.mark.parametrize("name", networks.NETWORKS)
def test_nodes_stand_where_the_printed_figure_has_them(name):
    view = living_network(name)
    places = draw.places(view._graphs[name])
    assert {node["id"]: (node["x"], node["y"]) for node in view.graph["nodes"]} == {
        node: (round(x, 4), round(y, 4)) for node, (x, y) in places.items()
    }


@pytest.mark.parametrize(
    "asked", ["unodc", "UNODC", " Unodc ", "United Nations Office on Drugs and Crime", "drugs and", "Drogen- und"]
)
def test_a_name_an_abbreviation_or_part_of_a_name_is_understood_in_any_case(asked):
    view = living_network("cooperation")
    view.asked = asked
    assert view.chosen == "unodc"
    assert view.said.startswith("United Nations Office on Drugs and Crime: ")


@pytest.mark.parametrize("asked", ["OP15", "op15", "OP 15"])
def test_a_paragraph_is_understood(asked):
    view = living_network("calls_on")
    view.asked = asked
    assert (view.paragraph, view.chosen, view.said) == ("OP15", "", "OP15: 1 edge.")


@pytest.mark.parametrize(
    ("asked", "answer"),
    [
        ("pirates", "names nobody and nothing here"),
        ("sltd", "is not in this network, but in: Who is called upon"),
        ("Interpool", "Did you mean: INTERPOL?"),
    ],
)
def test_what_is_not_found_is_said(asked, answer):
    view = living_network("cooperation")
    view.asked = asked
    assert answer in view.said
    assert view.chosen == ""


def test_asking_again_for_the_same_answers_again():
    view = living_network("cooperation")
    view.asked = "unodc"
    view.asked = "pirates"
    view.asked = "UNODC"
    assert view.said.startswith("United Nations Office")


def test_what_is_shown_is_counted():
    graph = networks.co_mentions()
    strong = [ends for *ends, weight in graph.edges(data="weight") if weight >= 2]
    nodes = {node for ends in strong for node in ends}
    left = graph.number_of_edges() - len(strong)
    assert living_network().said == f"{len(nodes)} nodes and {len(strong)} edges. {left} lighter edges are left out."


def test_another_network_forgets_what_was_chosen():
    view = living_network("cooperation")
    view.chosen = "unodc"
    view.current = "calls_on"
    assert (view.chosen, view.said) == ("", "36 nodes and 51 edges.")


def test_a_chosen_node_counts_its_edges_and_paragraphs():
    view = living_network("calls_on")
    view.chosen = "secretary-general"
    assert view.said == "Secretary-General: 1 edge in 1 paragraph."


def test_every_paragraph_has_its_place_at_a_glance():
    assert living_network().labels == [p.label for p in load().paragraphs]


def test_where_no_widget_runs_it_says_the_same_in_words():
    view = living_network("calls_on")
    data, _metadata = view._repr_mimebundle_()
    assert data["text/plain"].startswith("The living network: run this cell to use it (Shift + Enter).")
    assert "36 nodes and 51 edges." in data["text/plain"]


def test_it_speaks_german():
    set_language("de")
    try:
        view = living_network("calls_on")
    finally:
        set_language("en")
    assert view.said == "36 Knoten und 51 Kanten."
    assert "Generalsekretär" in {node["name"] for node in view.graph["nodes"]}
