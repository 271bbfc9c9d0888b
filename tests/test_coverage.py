"""What users see in places that no other test had reached."""

from __future__ import annotations

from dataclasses import replace

import pytest

import resolutionkit as rk
from resolutionkit.errors import ReadError, TableError, UnknownName
from resolutionkit.exercises.outcome import Hint, Progress, Score, Solution
from resolutionkit.language import set_language
from resolutionkit.model import Heading, Resolution, Table
from resolutionkit.negotiation import delegations
from resolutionkit.network.evidence import LONGEST_QUOTE, window
from resolutionkit.render import comparison_html


def draft(*paragraphs):
    return rk.parse("The General Assembly,\n\n" + "\n\n".join(paragraphs))


KEPT = [f"{n}. Urges States to do the thing that is number {n};" for n in range(1, 6)]


OLD = "6. Decides to remain seized of the matter until spring."
NEW = "6. Decides to remain seized of the matter until autumn."


def test_a_long_row_of_kept_paragraphs_is_folded_away():
    shown = comparison_html(rk.compare(draft(*KEPT, OLD), draft(*KEPT, NEW)))
    assert "5 paragraphs kept: OP1 to OP5" in shown
    assert "<del>spring" in shown
    assert "<ins>autumn" in shown


def test_a_paragraph_that_was_put_in_or_taken_out_is_named_by_its_only_label():
    longer, shorter = draft(*KEPT, "6. Decides to rest."), draft(*KEPT)
    assert "OP6" in comparison_html(rk.compare(shorter, longer))
    assert "OP6" in comparison_html(rk.compare(longer, shorter))


def test_a_role_card_says_and_shows_the_same():
    role = delegations.roles(3, "en")[1]
    shown = role._repr_html_()
    for said in (role.interest, role.red_line):
        assert said in str(role)
    assert f"<h4>{role.name}: {role.title}</h4>" in shown
    assert shown.count("<li>") == len(role.phrases) + len(role.amendments)
    assert role.phrases[0].words in shown


@pytest.mark.parametrize("count", [0, 2, 6])
def test_a_group_of_another_size_is_told_what_to_do(count):
    with pytest.raises(UnknownName, match="A group of 3 to 5"):
        delegations.roles(count)


def test_a_card_without_an_entry_names_the_card_and_the_entry():
    with pytest.raises(TableError, match=r"card third: 'name'"):
        delegations._role("third", {}, "en")


@pytest.mark.parametrize(
    ("record", "where"),
    [
        ('%% resolution, exact form 1: one record a line\n%% resolution {"symbol": }', 2),
        ('%% resolution, exact form 1: one record a line\n  %%   operative {"label": "OP1"}', 2),
        ('%% resolution, exact form 1: one record a line\n%% resolution {"nonsense": 1}', 2),
        ("%% resolution, exact form 1: one record a line\n", 1),
    ],
)
def test_an_exact_form_that_somebody_edited_is_refused_with_its_line(record, where):
    with pytest.raises(ReadError, match="exact form") as fault:
        rk.parse(record)
    assert fault.value.line == where


@pytest.mark.parametrize(
    ("thing", "english", "german"),
    [
        (Score(1, 1), "1 of 1 point<", "1 von 1 Punkt<"),
        (Score(2, 3), "2 of 3 points<", "2 von 3 Punkten<"),
        (Hint(1, 2, "a < b", "x < 1"), "Hint 1 of 2.", "Hinweis 1 von 2."),
        (Solution("1.2", "x < 1", "a < b"), "Solution of 1.2", "Lösung zu 1.2"),
        (Progress([("1.1", "a < b", "right", 2, 0)]), "1 of 1 exercises are right.", "1 von 1 Aufgaben sind richtig."),
    ],
    ids=lambda thing: type(thing).__name__,
)
def test_what_an_exercise_answers_is_shown_in_both_languages_and_escaped(thing, english, german):
    assert english in thing._repr_html_()
    set_language("de")
    assert german in thing._repr_html_()
    assert "a < b" not in thing._repr_html_()


def test_word_carries_headings_tables_and_the_numbers_of_sub_paragraphs():
    word = pytest.importorskip("resolutionkit.word")
    read = draft("1. Urges all States:", "(a) To act;", "(b) To speak;", "2. Decides to rest.")
    first, *others = read.operative
    between = (Heading("Part one", 1), Table((("Year", "Sum"), ("2020", "7"))), Table(()))
    written = word.document(replace(read, operative=(replace(first, above=between), *others)))
    text = word.text_of(written)
    for expected in ("## Part one", "Year", "2020", "(a) To act;", "2. *Decides* to rest."):
        assert expected in text


def test_word_takes_the_parts_of_a_resolution_in_two_parts():
    word = pytest.importorskip("resolutionkit.word")
    whole = Resolution(title="Both", parts=(draft("1. Urges all States."), draft("1. Decides to rest.")))
    text = word.text_of(word.document(whole))
    assert text.index("States") < text.index("rest")


# Mutants that had survived: a change in these lines of the kit was noticed by no test.


def test_a_sub_paragraph_with_a_marker_is_no_forgotten_paragraph():
    read = draft("1. Urges States:", "(a) Requests it;", "(b) To act;", "3. Decides to rest.")
    assert [(f.code, f.label) for f in rk.review(read) if f.code == "UN205"] == [("UN205", "OP3")]


def test_a_quote_too_long_to_show_keeps_as_much_as_fits_before_its_end():
    text = " ".join(f"word{n}" for n in range(300))
    shown = window(text, (0, 5), (len(text) - 7, len(text)))
    assert 0.8 * LONGEST_QUOTE < len(shown) <= LONGEST_QUOTE
    assert shown in text
