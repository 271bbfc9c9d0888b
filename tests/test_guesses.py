"""Guesses: kept before the result, shown beside it, never changed afterwards."""

from __future__ import annotations

import json

import numpy as np
import pytest

import resolutionkit as rk
from resolutionkit.classroom.guesses import Guess, keep
from resolutionkit.language import set_language
from resolutionkit.widgets import guess


@pytest.fixture(autouse=True)
def own_folder(tmp_path, monkeypatch):
    monkeypatch.setenv("RESOLUTIONKIT_WORK", str(tmp_path))
    return tmp_path


@pytest.mark.parametrize(
    ("guessed", "right", "says"),
    [
        ("30", 42, "Answer: 42. You guessed 30: 12 too few."),
        (50, 42, "Answer: 42. You guessed 50: 8 too many."),
        (" 42 ", 42, "Answer: 42, as you guessed."),
        ("4,5", 4.0, "Answer: 4.0. You guessed 4.5: 0.5 too many."),
        ("op13 (b)", "OP13(b)", "Answer: OP13(b), as you guessed."),
        ("Preamble", "preamble", "Answer: preamble, as you guessed."),
        ("12,000", 12000, "Answer: 12,000, as you guessed."),
        ("about forty", 42, "Answer: 42. You guessed about forty."),
        (1200, np.int64(1300), "Answer: 1300. You guessed 1200: 100 too few."),
    ],
)
def test_a_guess_stands_beside_the_result(guessed, right, says):
    keep("01-x", "How many?", guessed)
    assert str(rk.reveal("01-x", right)) == says


def test_without_a_guess_the_result_is_shown_all_the_same():
    assert str(rk.reveal("01-x", 42)).startswith("Answer: 42. (You made no guess")


def test_after_the_result_the_first_guess_stays():
    keep("01-x", "How many?", 30)
    rk.reveal("01-x", 42)
    keep("01-x", "How many?", 42)
    assert rk.guesses("01").rows == (Guess("01-x", "How many?", 30, 42),)


def test_before_the_result_a_guess_may_be_changed():
    keep("01-x", "How many?", 30)
    keep("01-x", "How many?", 40)
    assert rk.reveal("01-x", 42).guess == 40


def test_the_sum_counts_what_was_guessed_and_shown():
    for name, guessed, right in (("01-a", 10, 10), ("01-b", 95, 100), ("01-c", 1, 100), ("02-a", 1, 1)):
        keep(name, f"{name}?", guessed)
        rk.reveal(name, right)
    keep("01-open", "?", 3)
    assert str(rk.guesses("01")).split("\n")[0] == "2 of 3 guesses were right or close."


@pytest.mark.parametrize("content", ["", "{", "[]", '{"01-x": 3}'])
def test_a_file_that_is_broken_stops_no_lesson(own_folder, content):
    (own_folder / "my-work").mkdir()
    (own_folder / "my-work" / "guesses.json").write_text(content)
    assert rk.reveal("01-x", 42).right == 42
    assert json.loads((own_folder / "my-work" / "guesses.json").read_text())["01-x"]["right"] == 42


def test_the_widget_keeps_what_is_typed_and_asks_when_nothing_is():
    box = guess("01-x", "How many <b>?")
    box.button.click()
    assert "Type a guess first" in box.note.value
    box.field.value = "12"
    box.button.click()
    assert rk.reveal("01-x", 13).guess == 12
    assert "&lt;b&gt;" in box.widget.children[0].value


@pytest.mark.parametrize("option", ["operative part", "true"])
def test_a_choice_is_a_row_of_buttons(option):
    guess("01-x", "Which?", ["preamble", option]).buttons[option].click()
    assert rk.reveal("01-x", option).met


def test_a_guess_that_comes_after_the_answer_is_not_said_to_be_kept():
    rk.reveal("01-x", 37)
    box = guess("01-x", "How many?")
    box.field.value = "50"
    box.button.click()
    assert "Answer: 37." in box.note.value
    assert "kept" not in box.note.value
    assert "None" not in box.note.value


def test_german():
    set_language("de")
    keep("01-x", "Wie viele?", 1500)
    assert str(rk.reveal("01-x", 1000)) == "Antwort: 1000. Ihre Schätzung war 1500: 500 zu viel."
