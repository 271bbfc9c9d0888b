"""Widgets without a browser: what a choice leads to."""

from __future__ import annotations

import base64

import pytest
from lxml import html

from resolutionkit import networks
from resolutionkit.document.bundled import gloss, load
from resolutionkit.language import set_language
from resolutionkit.widgets import border_check, explorer, hello, paragraph_browser, quiz
from resolutionkit.widgets.controls import Choice


@pytest.mark.parametrize(
    "name", ["co_mentions", "calls_on", "cooperation", "belongs_to", "resources_by_topic", "citations"]
)
def test_every_network_shows_a_picture_and_its_words(name):
    shown = explorer()
    shown.graph_choice.value = name
    picture = html.fragment_fromstring(shown.picture.value)
    assert base64.b64decode(picture.get("src").partition(",")[2]).startswith(b"\x89PNG")
    assert picture.get("alt")
    assert f"{shown.graph.number_of_nodes()} nodes" in shown.words.value


def test_a_node_shows_its_edges_with_quotes():
    shown = explorer()
    shown.graph_choice.value = "calls_on"
    shown.node_choice.value = "secretary-general"
    assert "ersucht den Generalsekretär" in shown.table.value
    assert gloss("OP15")[:40] in shown.table.value


def test_a_network_is_drawn_once_for_each_choice():
    shown = explorer()
    shown.graph_choice.value = "calls_on"
    shown.relation_choice.value = next(iter(shown.relation_choice._values))
    shown.node_choice.value = "member-states"
    pictures, tables_shown = [], []
    shown.picture.observe(lambda change: pictures.append(change["new"]), "value")
    shown.table.observe(lambda change: tables_shown.append(change["new"]), "value")
    shown.graph_choice.value = "cooperation"  # which has neither this relation nor, before, this node
    assert (shown.relation_choice.value, len(pictures)) == ("", 1)
    assert len(tables_shown) <= 1
    assert shown.graph.number_of_edges() == networks.cooperation().number_of_edges()


def test_the_network_grows_with_the_text():
    shown = explorer()
    everything = len(shown.graph)
    shown.first_paragraph.value, shown.last_paragraph.value = "PP1", "PP3"
    assert 0 < len(shown.graph) < everything


def test_one_relation():
    shown = explorer()
    shown.graph_choice.value = "calls_on"
    shown.relation_choice.value = "asked to use"
    assert {d["relation"] for _, _, d in shown.graph.edges(data=True)} == {"asked to use"}


def test_one_topic():
    shown = explorer()
    shown.topic_choice.value = "corruption"
    assert {label for _, _, d in shown.graph.edges(data=True) for label in d["labels"]} >= {"OP1"}
    assert all("OP1" in d["labels"] for _, _, d in shown.graph.edges(data=True))


def test_choices_that_leave_nothing_are_said():
    shown = explorer()
    shown.graph_choice.value = "calls_on"
    shown.first_paragraph.value, shown.last_paragraph.value = "PP3", "PP2"  # either way round
    assert "0 nodes" in shown.words.value


@pytest.mark.parametrize("label", [p.label for p in load().paragraphs])
def test_the_browser_shows_every_word_of_a_paragraph(label):
    browser = paragraph_browser()
    browser.choice.value = label
    tree = html.fragment_fromstring(browser.text.value, create_parent="div")
    for letter in tree.xpath("//sup"):
        letter.drop_tree()
    assert tree.xpath("string(.//p[1])") == load()[label].text


def test_next_and_previous():
    browser = paragraph_browser()
    browser.back.click()
    assert browser.choice.value == "PP1"
    browser.forth.click()
    assert browser.choice.value == "PP2"
    browser.choice.value = "OP16"
    browser.forth.click()
    assert browser.choice.value == "OP16"
    assert not browser.forth.disabled  # a button that goes grey loses the keyboard's focus


@pytest.mark.parametrize("make", [explorer, paragraph_browser, border_check])
def test_every_control_is_labelled_in_both_languages(make):
    seen = []
    for language in ("en", "de"):
        set_language(language)
        shown = make()
        parts = [getattr(v, "field", v) for v in vars(shown).values()]
        controls = [v for v in parts if hasattr(v, "description") and hasattr(v, "disabled")]
        assert controls
        assert all(c.description for c in controls)
        seen.append([c.description for c in controls])
    assert seen[0] != seen[1]


@pytest.mark.parametrize("make", [hello, explorer, paragraph_browser, border_check])
@pytest.mark.parametrize(("language", "last"), [("en", "run this cell to use it (Shift + Enter)."), ("de", "(Umschalt + Eingabe).")])
def test_a_notebook_shows_them_and_before_it_is_run_their_words(make, language, last):
    set_language(language)
    shown = make()._repr_mimebundle_()
    assert "application/vnd.jupyter.widget-view+json" in shown
    assert shown["text/plain"].endswith(last)  # ipywidgets cuts words that are too long


def test_nonsense_in_a_choice_changes_nothing():
    browser = paragraph_browser()
    browser.choice.value = "OP4"
    browser.choice.field.value = "OP99"
    assert "nachdrücklich auf" in browser.text.value


@pytest.mark.parametrize(
    ("offered", "shown", "value"),
    [
        ({"A": "a", "B": "b"}, "A", "a"),
        ({"A in other words": "a"}, "A in other words", "a"),
        ({"B": "b"}, "", ""),
    ],
)
def test_what_was_chosen_stays_chosen_while_it_is_offered(offered, shown, value):
    choice = Choice("Node", {"A": "a", "B": "b"})
    choice.value = "a"
    choice.offer(offered)
    assert (choice.field.value, choice.value) == (shown, value)


def test_before_the_first_question_and_behind_the_last_there_is_none():
    panel = quiz("anatomy")
    panel.back.click()
    assert panel.at == 0
    for _ in panel.panels:
        panel.forth.click()
    assert panel.at == len(panel.panels) - 1
