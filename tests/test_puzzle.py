"""Drafting as a puzzle: what is right is accepted, and what is wrong is told by its cause."""

from __future__ import annotations

import pytest

from resolutionkit.classroom.puzzle import Gaps, opener_gaps, order_puzzle
from resolutionkit.document.bundled import load
from resolutionkit.document.reading import parse
from resolutionkit.drafting.negotiation import starting_draft

TEXT = """The General Assembly,

Recalling its resolution 51/1 of 15 October 1996,

Recalling also its resolution 71/19 of 21 November 2016,

Concerned at the number of stolen documents,

1. Urges all States to act;

2. Invites INTERPOL to help;

3. Requests the Secretary-General to report at its next session;

4. Decides to include the item in the provisional agenda of that session.
"""
PUZZLE = order_puzzle(parse(TEXT, "en"), seed=3)
R1, R2, WORRY, URGES, INVITES, REPORT, AGENDA = PUZZLE.right


@pytest.mark.parametrize(
    ("order", "says"),
    [
        ([R1, R2, WORRY, URGES, INVITES, REPORT, AGENDA], "each where it belongs"),
        ([R1, R2, WORRY, INVITES, URGES, REPORT, AGENDA], "a matter of choice"),
        ([R1, R2, URGES, WORRY, INVITES, REPORT, AGENDA], f"{URGES}) is an act"),
        ([R1, R2, WORRY, URGES, INVITES, AGENDA, REPORT], "full stop"),
        ([WORRY, R1, R2, URGES, INVITES, REPORT, AGENDA], "comes first among the reasons"),
        ([R2, R1, WORRY, URGES, INVITES, REPORT, AGENDA], f"{R2}) says “also”"),
        ([R1, R2, WORRY, URGES, REPORT, INVITES, AGENDA], "close a resolution"),
        ([R1, R2, WORRY], "Not in your answer yet"),
        ([R1, R1, R2, WORRY, URGES, INVITES, REPORT, AGENDA], f"Twice in your answer: {R1}"),
        (["z", R1, R2, WORRY, URGES, INVITES, REPORT, AGENDA], "There are only the letters"),
        ([], "Not in your answer yet"),
    ],
)
def test_an_order_is_told_by_what_is_wrong_with_it(order, says):
    assert says in PUZZLE.check(order)
    assert says in PUZZLE.check(" ".join(order).upper())


@pytest.mark.parametrize("resolution", [load(), starting_draft("en"), starting_draft("de")], ids=["75/10", "en", "de"])
def test_any_resolution_makes_a_puzzle_whose_own_order_is_right(resolution):
    puzzle = order_puzzle(resolution) if len(resolution.preamble + resolution.operative) <= 26 else None
    if puzzle:
        assert "each where it belongs" in puzzle.check(puzzle.right)
    gaps = opener_gaps(resolution)
    assert gaps.check([opener for _, opener, _ in gaps.rows]) == "All as in the text."


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (["Recalling", "Urges"], "All as in the text."),
        (["recalling ", "urges"], "All as in the text."),
        (["Urges", "Recalling"], "participle"),
        (["Recalling", "Recalling"], "third person"),
        (["Recalling"], "There are 2 gaps"),
    ],
)
def test_gaps_are_told_by_the_kind_of_word(words, says):
    gaps = Gaps((("PP1", "Recalling", "its resolution 51/1,"), ("OP1", "Urges", "all States to act.")))
    assert says in gaps.check(words)


GERMAN = order_puzzle(starting_draft("de"))
RECALLING, KNOWING, SURE, CONNECT, ENTER, SHARE, NAMES, TRAIN, TELLS, NEXT = GERMAN.right


@pytest.mark.parametrize(
    ("order", "says"),
    [
        ([RECALLING, KNOWING, SURE, ENTER, CONNECT, SHARE, NAMES, TRAIN, TELLS, NEXT], "a matter of choice"),
        ([KNOWING, RECALLING, SURE, CONNECT, ENTER, SHARE, NAMES, TRAIN, TELLS, NEXT], "comes first among the reasons"),
        ([RECALLING, KNOWING, SURE, CONNECT, ENTER, SHARE, NAMES, TELLS, TRAIN, NEXT], "close a resolution"),
    ],
)
def test_a_german_puzzle_is_told_by_what_is_wrong_with_it(order, says):
    assert says in GERMAN.check(order)


def test_both_halves_of_a_german_verb_are_a_gap():
    gaps = opener_gaps(starting_draft("de"))
    label, opener, rest = gaps.rows[4]
    assert (label, opener, rest[:33]) == ("OP2", "fordert … auf", "die Mitgliedstaaten ______, alle ")
    assert gaps.check([word.replace("…", "...") for _, word, _ in gaps.rows]) == "All as in the text."
