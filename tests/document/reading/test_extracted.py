"""Texts as programs take them out of PDF files: whatever was done to marks, notes and pages, the resolution is the same."""

from __future__ import annotations

from itertools import cycle

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from linear import takes_linear_time

import resolutionkit as rk

TITLE = "Rivers, lakes and the people who live by them"
WORDS = st.sampled_from(
    [
        "rivers",
        "lakes",
        "springs",
        "dams",
        "boats",
        "people",
        "fishers",
        "farmers",
        "report",
        "Charter",
        "Agency",
        "Plan",
        "States",
        "towns",
        "wells",
    ]
)
OPENERS = {
    "preamble": ["Recalling", "Noting", "Welcoming", "Stressing"],
    "operative": ["Urges", "Requests", "Decides", "Invites"],
}
MARKS = {
    "fused": "{text}{n}{rest}",
    "behind a blank": "{text} {n}{rest}",
    "between blanks": "{text} {n} {rest}",
    "raised": "{text}[^{n}]{rest}",
    "slash": "{text} {n}/{rest}",
}
NOTES = {
    "[^n]:": "[^{n}]: {note}",
    "n": "{n} {note}",
    "n/": "{n}/ {note}",
    "indented": "[^{n}]: See the report,\n    {note}",
}
FITTING = [("fused", "[^n]:"), ("behind a blank", "[^n]:"), ("between blanks", "indented"), ("raised", "indented"),
           ("fused", "n"), ("behind a blank", "n"), ("slash", "n/")]  # fmt: skip


@st.composite
def resolutions(draw):
    """Paragraphs as (part, opener, words before the mark, words behind it), some with a mark."""
    parts = ["preamble"] * draw(st.integers(1, 4)) + ["operative"] * draw(st.integers(2, 4))
    return [
        (
            part,
            opener,
            draw(st.lists(WORDS, min_size=3, max_size=9)),
            draw(st.lists(WORDS, max_size=5)),
            draw(st.booleans()),
        )
        for part, opener in zip(
            parts, cycle(OPENERS["preamble"][: parts.count("preamble")] + OPENERS["operative"]), strict=False
        )
    ]


def written(paragraphs, mark, note, heads):
    """(the text as it was extracted, the paragraphs, the labels of the notes)."""
    blocks, wanted, notes, labels = [], [], [], []
    count = 0
    for i, (part, opener, before, behind, noted) in enumerate(paragraphs):
        count += part == "operative"
        last = i + 1 == len(paragraphs)
        final = "," if part == "preamble" else "." if last else ";"
        text = f"{opener} the {' '.join(before)}"
        rest = f" and the {' '.join(behind)}{final}" if behind else ""
        wanted.append(f"{text}{',' * bool(behind)}{rest or final}")
        if noted:
            n = len(notes) + 1
            notes.append(NOTES[note].format(n=n, note=f"See A/80/{n + 100}."))
            labels.append(f"OP{count}" if count else f"PP{i + 1}")
            said = MARKS[mark].format(
                text=f"{text}{',' if behind else final}", n=n, rest=rest.lstrip() if mark == "between blanks" else rest
            )
        else:
            said = wanted[-1]
        blocks.append(f"{count}. {said.strip()}" if count else said.strip())
        if heads and not last:
            blocks.append(heads)
    return "\n\n".join([f"80/999. {TITLE}", "The General Assembly,", *blocks, *notes]), wanted, labels


@settings(max_examples=120, deadline=None)
@given(
    resolutions(),
    st.sampled_from(FITTING),
    st.sampled_from(["", TITLE, TITLE.upper(), f"A/RES/80/999 {TITLE}", "A/RES/80/999\n\n2/3"]),
)
def test_paragraphs_and_notes_are_those_of_the_resolution(paragraphs, forms, heads):
    text, wanted, labels = written(paragraphs, *forms, heads)
    res = rk.parse(text)
    assert [p.text for p in res.paragraphs] == wanted
    assert [note.label for note in res.footnotes] == labels
    assert res.title == TITLE


LONG = {
    "numbers that may be marks": "a word 1 {n} ",
    "lines that may be heads": "\nRivers, lakes\n",
    "sub-paragraphs": "\n\n(a) to act;\n\n(b) to rest;",
    "a number again and again": "\n\n2. Urges all;",
    "further lines of a note": "\n    and more",
    "annexes": "\n\nAnnex\n\nText.",
    "brackets": "[",
}


@pytest.mark.parametrize("piece", LONG.values(), ids=LONG)
def test_long_texts_take_linear_time(piece):
    short, long = (
        f"80/1. {TITLE}\n\nThe General Assembly,\n\n1. Urges all:{piece * count}\n\n[^1]: A note."
        for count in (1000, 4000)
    )
    assert takes_linear_time(rk.parse, short, long)
