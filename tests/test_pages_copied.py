"""Text copied out of PDFs: words cut at line ends, notes at page feet, heads and feet of pages."""

from __future__ import annotations

import pytest

import resolutionkit as rk
from resolutionkit.plaintext.hyphens import joint, mend_divided, vocabulary

# ---- a hyphen at the end of a line

HYPHENS = [
    # the two halves, words that the text holds elsewhere, what is right
    ("inter-/national", "", "international"),
    ("ex-/pressing", "", "expressing"),
    ("short-/age", "short", "shortage"),
    ("high-/lighting", "high", "highlighting"),
    ("under-/taking", "under taking", "undertaking"),
    ("stake-/holders", "stake holders", "stakeholders"),
    ("sub-/regional", "regional", "subregional"),
    ("counter-/terrorism", "counter-terrorism", "counter-terrorism"),
    ("counter-/terrorism", "terrorism", "counter-terrorism"),
    ("counter-/act", "act", "counteract"),
    ("zero-/tolerance", "", "zero-tolerance"),
    ("one-/size-fits-all", "", "one-size-fits-all"),
    ("up-to-/date", "", "up-to-date"),
    ("follow-/up", "", "follow-up"),
    ("follow-/ing", "follow", "following"),
    ("through-/out", "", "throughout"),
    ("life-/threatening", "", "life-threatening"),
    ("income-/generating", "", "income-generating"),
    ("sub-/item", "", "sub-item"),
    ("re-/elected", "", "re-elected"),
    ("tourism-/planning", "tourism planning", "tourism-planning"),
    ("tourism-/planning", "tourism planning tourismplanning", "tourismplanning"),
    ("INTER-/POL", "INTERPOL", "INTERPOL"),
    ("COVID-/Krankheit", "", "COVID-Krankheit"),
    ("Terrorismus-/bekämpfung", "", "Terrorismusbekämpfung"),
    ("israelisch-/palästinensischen", "", "israelisch-palästinensischen"),
    ("Polizei-/und", "", "Polizei- und"),
]


@pytest.mark.parametrize(("halves", "words", "whole"), HYPHENS, ids=[f"{row[0]} {row[1]}" for row in HYPHENS])
def test_a_hyphen_at_the_end_of_a_line_goes_only_where_a_word_was_cut(halves, words, whole):
    before, after = halves.split("/")
    end, between = joint(before, after, lambda: frozenset(words.split()))
    assert end + between + after == whole


UNDIVIDED = [f"Line {n} of a text whose lines are as wide as its paper" for n in range(60)]


def test_where_no_line_divides_a_word_every_hyphen_belongs_to_a_compound():
    words = vocabulary([*UNDIVIDED, "the text shows a paper-", "thin wall, thin and white"])
    assert not words.divides
    assert joint("a text-", "heavy paper", lambda: words) == ("a text-", "")


@pytest.mark.parametrize(
    "cut",
    [
        pytest.param(["the peace pro-", "cess on all tracks"], id="halves that are no words"),
        pytest.param(["the govern-", "ment of all, which govern"], id="an ending"),
        pytest.param(["inter-", "national and international"], id="the word stands there whole"),
        pytest.param(["of all lines-", "line"] * 9, id="too many for compounds"),
    ],
)
def test_one_divided_word_shows_that_words_are_divided(cut):
    assert vocabulary([*UNDIVIDED, *cut]).divides


CUT_WORDS = "The General Assembly,\n\nRecalling the inter{0}national counter{0}terrorism norms,\n\n1. Urges action against terrorism."


@pytest.mark.parametrize("sign", ["-\n", "\u00ad\n", "\u2010\n", "\u00ad\u2010\n", "\ufffe", "\x02\n", "-\r\n"], ids=ascii)
def test_whatever_sign_a_program_leaves_of_a_hyphen(sign):
    assert rk.parse(CUT_WORDS.format(sign))["PP1"].text == "Recalling the international counter-terrorism norms,"


def test_a_browsers_sign_between_no_letters_stays_for_those_that_tell_of_it():
    assert mend_divided("a \ufffe b") == "a \ufffe b"
