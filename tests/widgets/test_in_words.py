"""What widgets say in words, for pages in which none can run."""

from __future__ import annotations

import ipywidgets
import pytest

from resolutionkit.widgets import guess, living_network, quiz
from resolutionkit.widgets.column import in_words


@pytest.mark.parametrize(
    ("widget", "words"),
    [
        (
            ipywidgets.HTML("<details><summary>More</summary>x</details>"),
            "<details open><summary>More</summary>x</details>",
        ),
        (ipywidgets.Text(""), ""),
        (ipywidgets.Text("a < b", description="Words"), "<p>Words <b>a &lt; b</b></p>"),
        (ipywidgets.Button(description="Keep"), "<p>[ Keep ]</p>"),
        (
            ipywidgets.ToggleButtons(options=[("English", "en")], description="Language"),
            "<p>Language <b>English</b></p>",
        ),
        (ipywidgets.HTML("hidden", layout={"display": "none"}), ""),
    ],
)
def test_each_kind_of_control(widget, words):
    assert in_words(widget) == words


def test_only_the_question_that_is_shown_is_told():
    box = quiz("anatomy")
    assert str(box.panels[0].question.ask) in in_words(box.widget)
    assert str(box.panels[1].question.ask) not in in_words(box.widget)


def test_what_was_kept_is_told(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    box = guess("00-told", "How many?")
    box.keep(12)
    assert "Your guess is kept: 12." in in_words(box.widget)


def test_the_network_tells_the_words_behind_the_chosen_node():
    view = living_network("calls_on")
    view.asked = "SG"
    assert "requests the Secretary-General to submit" in view.in_words()
    assert view.in_words().count("<li>") == 1


def test_a_chosen_paragraph_comes_before_a_chosen_node():
    view = living_network("calls_on")
    view.chosen, view.paragraph = "interpol", "OP15"
    assert view.in_words().count("<li>") == view.in_words().count(": OP15 ") > 0
