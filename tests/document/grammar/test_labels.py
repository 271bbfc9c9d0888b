"""Labels in the words of delegates, teachers and learners."""

from __future__ import annotations

import pytest

import resolutionkit as rk
from resolutionkit.document.grammar.labels import label_at, read_label
from resolutionkit.errors import UnknownName


@pytest.mark.parametrize(
    ("said", "label"),
    [
        ("pp3", "PP3"),
        ("PP. 3", "PP3"),
        ("OP-3", "OP3"),
        ("OP 13 (a)", "OP13(a)"),
        ("op13a", "OP13(a)"),
        ("op 13 a", "OP13(a)"),
        ("OP13(b)(ii)", "OP13(b)(ii)"),
        ("OP1 bis", "OP1bis"),
        ("ii.op1", "II.OP1"),
        ("paragraph 3", "OP3"),
        ("para. 4", "OP4"),
        ("preambular paragraph 3", "PP3"),
        ("the third preambular paragraph", "PP3"),
        ("third operative clause", "OP3"),
        ("the 3rd preambular clause", "PP3"),
        ("perambulatory clause 2", "PP2"),
        ("Operative Clause 2", "OP2"),
        ("clause 3", "OP3"),
        ("operative clause 5, sub-clause (a)", "OP5(a)"),
        ("sub-clause a of operative clause 5", "OP5(a)"),
        ("subparagraph (b) of paragraph 13", "OP13(b)"),
        ("Ziffer 5", "OP5"),
        ("Ziffer 13 Buchstabe a", "OP13(a)"),
        ("Ziff. 13 lit. b", "OP13(b)"),
        ("Buchstabe a) der Ziffer 13", "OP13(a)"),
        ("Absatz 2", "OP2"),
        ("operativer Absatz 2", "OP2"),
        ("Absatz 3 der Präambel", "PP3"),
        ("Präambelabsatz 3", "PP3"),
        ("der dritte Präambelabsatz", "PP3"),
        ("3. Präambelabsatz", "PP3"),
        ("des sechsten Absatzes der Präambel", "PP6"),
    ],
)
def test_read_label(said, label):
    assert read_label(said) == label


@pytest.mark.parametrize(
    "said", ["", "six", "OP", "OP1.5", "annex/1", "13", "PP3 and PP4 and " * 90, f"OP1 {'a' * 50}!"]
)
def test_what_is_no_label_is_none_and_takes_no_time(said):
    assert read_label(said) == ""


def test_a_label_within_a_sentence_ends_where_it_ends():
    text = "In operative clause 3 (a), replace"
    assert label_at(text, 3) == ("OP3(a)", len("In operative clause 3 (a)"))


@pytest.mark.parametrize("said", ["OP13(a)", "op 13 (a)", "Ziffer 13 Buchstabe a", "OP13a"])
def test_a_resolution_finds_its_paragraphs_by_them(said):
    assert rk.load()[said].label == "OP13(a)"


@pytest.mark.parametrize(("said", "near"), [("PP33", "PP3"), ("operative paragraph 133", "OP13"), ("OP13(z)", "OP13")])
def test_an_unknown_label_names_the_nearest(said, near):
    with pytest.raises(UnknownName) as caught:
        rk.load()[said]
    assert near in caught.value.expected
