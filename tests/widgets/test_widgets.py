"""Widgets without a browser: what a choice leads to."""

from __future__ import annotations

import sys

import pytest
from lxml import html

from resolutionkit import widgets
from resolutionkit.document.bundled import load
from resolutionkit.language import set_language
from resolutionkit.widgets import border_check, hello, living_network, paragraph_browser, quiz, workbench
from resolutionkit.widgets.controls import Choice


@pytest.mark.parametrize("label", [p.label for p in load().paragraphs])
def test_the_browser_shows_every_word_of_a_paragraph(label):
    browser = paragraph_browser()
    browser.choice.value = label
    tree = html.fragment_fromstring(browser.text.value, create_parent="div")
    for letter in tree.xpath("//sup"):
        letter.drop_tree()
    assert tree.xpath('string(.//p[@lang="de"])') == load()[label].text


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


@pytest.mark.parametrize("make", [paragraph_browser, border_check])
def test_every_control_is_labelled_in_both_languages(make):
    seen = []
    for language in ("en", "de"):
        set_language(language)
        shown = make()
        parts = [getattr(v, "field", v) for v in vars(shown.controls).values()]
        controls = [v for v in parts if hasattr(v, "description") and hasattr(v, "disabled")]
        assert controls
        assert all(c.description for c in controls)
        seen.append([c.description for c in controls])
    assert seen[0] != seen[1]


@pytest.mark.parametrize("make", [hello, paragraph_browser, border_check])
@pytest.mark.parametrize(
    ("language", "last"), [("en", "run this cell to use it (Shift + Enter)."), ("de", "(Umschalt + Eingabe).")]
)
def test_a_notebook_shows_them_and_before_it_is_run_their_words(make, language, last):
    set_language(language)
    shown = make()._repr_mimebundle_()
    assert "application/vnd.jupyter.widget-view+json" in shown
    assert shown["text/plain"].endswith(last)  # ipywidgets cuts words that are too long


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ("OP99", "There is no OP99: the operative part ends with OP16"),
        ("OP4(b)", "no sub-paragraphs"),
        ("pirates", "is no label"),
    ],
)
def test_a_label_that_there_is_not_changes_nothing_and_says_so(typed, told):
    browser = paragraph_browser()
    browser.choice.value = "OP4"
    browser.choice.field.value = typed
    assert "nachdrücklich auf" in browser.text.value
    assert told in browser.told.value


@pytest.mark.parametrize("typed", ["op13 b", "OP 13 (b)", "Ziffer 13 Buchstabe b"])
def test_a_label_may_be_typed_as_one_says_it(typed):
    browser = paragraph_browser()
    browser.choice.field.value = typed
    assert "<b>OP13(b)</b>" in browser.text.value
    assert not browser.told.value


@pytest.mark.parametrize(
    ("offered", "shown", "value"),
    [
        ({"A": "a", "B": "b"}, "A", "a"),
        ({"A in other words": "a"}, "A in other words", "a"),
        ({"B": "b"}, "", ""),
    ],
)
def test_what_was_chosen_stays_chosen_while_it_is_offered(offered, shown, value):
    choice = Choice("Node")
    choice.offer({"A": "a", "B": "b"})
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


@pytest.mark.parametrize(
    ("name", "given"),
    [
        ("border_check", []),
        ("living_network", []),
        ("paragraph_browser", []),
        ("quiz", ["anatomy"]),
        ("workbench", []),
    ],
)
def test_a_place_without_widgets_gets_words(name, given, monkeypatch, tmp_path):
    """As ``python -i``: no address in memory."""
    monkeypatch.setenv("RESOLUTIONKIT_WORK", str(tmp_path))
    words = repr(getattr(widgets, name)(*given))
    assert " object at 0x" not in words
    assert len(words.split()) > 3


@pytest.mark.parametrize("make", [border_check, living_network, workbench])
def test_a_terminal_has_no_cell_to_run_and_says_where_there_is_one(make, monkeypatch):
    monkeypatch.setattr("sys.ps1", ">>> ", raising=False)
    monkeypatch.delitem(sys.modules, "IPython", raising=False)
    assert repr(make()).splitlines()[0].endswith(": in a notebook only, for instance in JupyterLab.")
