"""Where the preamble ends and the operative part begins, where no number says so."""

from __future__ import annotations

import pytest

import resolutionkit as rk

# what it shows, paragraphs, their labels
UNNUMBERED = [
    (
        "a finite verb behind an adverb",
        ["Recalling x,", "Also strongly condemns y;", "Decides to rest."],
        "PP1 OP1 OP2",
    ),
    (
        "a finite verb behind two adverbs",
        ["Recalling x,", "Once again strongly condemns y;", "Decides to rest."],
        "PP1 OP1 OP2",
    ),
    (
        "a participle within a finite opener",
        ["Recalling x,", "Notes with increasing concern y;", "Decides to rest."],
        "PP1 OP1 OP2",
    ),
    ("another one", ["Recalling x,", "Reiterates its unwavering commitment to y;", "Ends it."], "PP1 OP1 OP2"),
    (
        "an adjective that ends as verbs do",
        ["Recalling x;", "Conscious of y;", "Urges all;", "Decides to rest."],
        "PP1 PP2 OP1 OP2",
    ),
    (
        "the same before a number",
        ["Recalling x;", "Desirous of y;", "1. Urges all;", "2. Decides to rest."],
        "PP1 PP2 OP1 OP2",
    ),
    ("a participle behind two adverbs", ["Also deeply regretting x;", "Urges all;", "Decides to rest."], "PP1 OP1 OP2"),
    ("no known opener behind the preamble", ["Recalling x,", "Kenya is good;", "Peru is good."], "PP1 OP1 OP2"),
    (
        "a sub-paragraph belongs to what stands above it",
        ["Recalling x,", "(a) to act;", "Kenya is good."],
        "PP1 PP1(a) OP1",
    ),
    ("no operative paragraph", ["Recalling x,", "Conscious of y,"], "PP1 PP2"),
]


@pytest.mark.parametrize(("paragraphs", "labels"), [row[1:] for row in UNNUMBERED], ids=[row[0] for row in UNNUMBERED])
def test_the_operative_part_begins_with_a_finite_verb(paragraphs, labels):
    res = rk.parse("The General Assembly,\n\n" + "\n\n".join(paragraphs))
    assert [p.label for p in res.paragraphs] == labels.split()


def test_a_semicolon_behind_conscious_is_the_only_mistake_that_is_told():
    draft = "The General Assembly,\n\nRecalling x,\n\nConscious of y;\n\n1. Urges all;\n\n2. Decides to rest."
    assert [(f.code, f.label) for f in rk.review(draft)] == [("UN103", "PP2")]
