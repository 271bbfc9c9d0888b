"""What the rules know of a draft: where a pattern stands, what was joined, which paragraphs may be judged."""

from __future__ import annotations

import re

import pytest

from resolutionkit.document.model import Assumption, Heading, Paragraph, Resolution, Table
from resolutionkit.drafting.review import review
from resolutionkit.drafting.review.draft import Draft

ORGAN = "The General Assembly"
REST = Paragraph("OP1", text="Decides to rest.")
TABLE = Table((("State", "Vote"),))


def draft(*preamble: str, **more) -> Draft:
    """A draft of these preambular paragraphs and one act."""
    paragraphs = tuple(Paragraph(f"PP{n}", text=text) for n, text in enumerate(preamble, start=1))
    return Draft(Resolution(**({"organ": ORGAN, "preamble": paragraphs, "operative": (REST,)} | more)))


# ---- where a pattern stands

WHOLE = Draft(
    Resolution(
        cover=("**peace** on the cover",),
        title="peace in a title",
        organ="peace of an organ",
        preamble=(Paragraph("PP1", text="peace and “peace”,"), Paragraph("PP2", text="“quoted” peace,")),
        operative=(
            Paragraph(
                "OP1",
                1,
                text="peace to all:",
                items=(
                    Paragraph("OP1(a)", marker="a", text="peace;"),
                    Paragraph("OP1(b)", marker="b", text="in peace;"),
                ),
            ),
            Paragraph("OP2", 2, text="Decides, and peace to act."),
        ),
        closing=("peace at the end",),
        assumptions=(Assumption("page-break", 1, "OP2", "and | peace"),),
    )
)
FOUND = {
    "text": [("PP1", 0), ("PP2", 9), ("OP1", 0), ("OP1(a)", 0), ("OP1(b)", 3), ("OP2", 13)],
    "whole": [("PP1", 0), ("PP1", 11), ("PP2", 9), ("OP1", 0), ("OP1(a)", 0), ("OP1(b)", 3), ("OP2", 13)],
    "judged": [("PP1", 0), ("OP1", 0), ("OP1(a)", 0), ("OP1(b)", 3), ("OP2", 13)],
    "unjoined": [("PP1", 0), ("OP1", 0)],
    "end": [("OP1(a)", 0), ("OP1(b)", 3)],
    "preamble": [("PP1", 0)],
    "operative": [("OP1", 0)],
    "sub-paragraphs": [("OP1(a)", 0)],
    "title": [("title", 0)],
    "organ": [("organ", 0)],
    "lines": [("title", 0), ("start", 0), ("start", 0)],
}


@pytest.mark.parametrize(("where", "places"), FOUND.items(), ids=FOUND)
def test_a_pattern_is_found_where_it_is_looked_for(where, places):
    pattern = re.compile("peace;$" if where == "end" else "peace")
    found = [(place, span) for place, _match, span in WHOLE.find(pattern, where)]
    assert [(place.label, span[0]) for place, span in found] == places
    assert all(place.text[slice(*span)].rstrip(";") == "peace" for place, span in found if place.text)
    assert all(span == (0, 0) for place, span in found if place.label == "start")


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("world peace,", True),
        ("(peace),", True),
        ("peace,", True),
        ("Greenpeace,", False),
        ("non-peace,", False),
        ("non‑peace,", False),
        ("war–peace,", False),
        ("_peace_,", False),
        ("1peace,", False),
    ],
)
def test_a_pattern_begins_where_a_word_begins(text, found):
    assert bool([*draft(text).find(re.compile("peace"))]) is found


@pytest.mark.parametrize(("text", "found"), [("for,", ["for"]), ("to act for,", ["for"]), ("for all,", [])])
def test_the_last_word_is_looked_at_alone(text, found):
    places = draft(text).find(re.compile(r"(?P<found>for).*,$"), "end")
    assert [place.text[slice(*span)] for place, _match, span in places] == found


def test_a_sign_may_begin_directly_behind_a_word():
    assert [span for _place, _match, span in draft("peace;,").find(re.compile(";,"))] == [(5, 7)]


# ---- which paragraphs may be judged


def test_what_ends_a_resolution():
    items = (Paragraph("OP2(a)", text="x", items=(Paragraph("OP2(a)(i)", text="y"),)),)
    acts = (Paragraph("OP1", 1, text="a", items=(Paragraph("OP1(a)", text="b"),)), Paragraph("OP2", 2, items=items))
    assert draft(operative=acts).last == items[0].items[0]
    assert draft(operative=acts[:1]).last == acts[0].items[0]
    assert draft(operative=()).last is None


def test_the_preamble_of_a_section_is_judged_as_one():
    section = (Paragraph("I.PP1", text="Aware,"), Paragraph("I.OP1", 1, text="Urges all;"))
    of_a_part = draft("Noting,", operative=section)
    assert [p.label for p in of_a_part.preamble] == ["PP1", "I.PP1"]
    assert [p.label for p in of_a_part.operative] == ["I.OP1"]


@pytest.mark.parametrize("quote", ["“", "„", "«", '"', "‘"])
def test_quoted_amendments_are_not_judged(quote):
    acts = (
        Paragraph("OP1", 1, text="Decides to amend its rules:"),
        Paragraph("OP2", 2, text=f"{quote}Rule 1. We act."),
    )
    quoted = draft("Noting,", f"{quote}Peace,", operative=acts)
    assert [p.label for p in (*quoted.preamble, *quoted.operative)] == ["PP1", "OP1"]


RESOLVES = [
    # the preamble, and what of it is judged, and how many acts
    (["Aware,", "Recalling the Charter,", "Resolves that:"], 2, 0),
    (["Resolves that:"], 0, 0),
    (["Aware,", "Asks that:"], 1, 0),  # a verb that no resolution has, but whose meaning is known
    (["Aware,", "Noting that:"], 2, 1),
    (["Aware,", "Resolves that,"], 2, 1),
]


@pytest.mark.parametrize(("preamble", "judged", "acts"), RESOLVES, ids=[row[0][-1] for row in RESOLVES])
def test_a_declaration_may_be_introduced_in_the_preamble(preamble, judged, acts):
    declaration = draft(*preamble)
    assert [p.text for p in declaration.preamble] == preamble[:judged]
    assert len(declaration.operative) == acts


def test_what_introduces_nothing_is_judged():
    assert len(draft("Aware,", "Resolves that:", operative=()).preamble) == 2


# ---- which final marks may be right

FOLLOWED = [
    ({"below": (TABLE,)}, {}, True),
    ({"below": (Heading("II"),)}, {}, False),
    ({}, {"above": (TABLE,)}, True),
    ({}, {"above": (Heading("II"),)}, False),
    ({}, {"text": "“Rule 1. We act.”"}, True),
    ({}, {}, False),
]


@pytest.mark.parametrize(("this", "following", "free"), FOLLOWED)
def test_before_a_table_or_a_quotation_any_mark_may_be_right(this, following, free):
    item = Paragraph("OP1(a)", marker="a", text="To act")
    one = Paragraph("OP1", 1, **({"text": "Urges all:", "items": (item,)} | this))
    two = Paragraph("OP2", 2, **({"text": "Decides to rest."} | following))
    found = draft("Aware,", operative=(one, two)).before_table
    assert ("OP1" in found) is free
    assert ("OP1(a)" in found) is (free and not this)
    assert "OP2" not in found


# ---- what the reader had joined

JOINTS = [
    # kind, label, what was joined, where the second half begins
    ("page-break", "PP1", "report, | of the Land-", 21),
    ("page-break", "PP1", "*report*,[^1] | of the Land-", 21),
    ("page-break", "PP1", "und | Forstwirtschaft,", 38),
    ("page-break", "", "report, | of the Land-", None),
    ("page-break", "PP7", "report, | of the Land-", None),
    ("page-break", "PP1", "report,", None),
    ("page-break", "PP1", " | of the Land-", None),
    ("page-break", "PP1", "reports, | of the Land-", None),
    ("hyphen", "PP1", "Land- | und", None),
]


@pytest.mark.parametrize(("kind", "label", "detail", "at"), JOINTS, ids=[" ".join(row[:3]) for row in JOINTS])
def test_where_the_reader_joined_two_blocks(kind, label, detail, at):
    joined = draft(
        "Aware of the report, of the Land- und Forstwirtschaft,", assumptions=(Assumption(kind, 1, label, detail),)
    )
    assert [place for _paragraph, place in joined.joints] == ([] if at is None else [at])


def test_joints_stand_in_sub_paragraphs_too():
    item = Paragraph("OP1(a)", marker="a", text="To act at once;")
    acts = (Paragraph("OP1", 1, text="Urges all:", items=(item,)),)
    joined = draft(operative=acts, assumptions=(Assumption("page-break", 1, "OP1", "act | at"),))
    assert joined.joints == [(item, 7)]


BREAKS = [
    # preambular paragraphs, what was joined in each, the openings that count besides those of the paragraphs
    (["Aware of it, States act,"], ["it, | States"], ["States"]),
    (["Aware of “it” States act,"], ["“it” | States"], ["States"]),
    (["Aware of it States act,"], ["it | States"], []),
    (["Aware of it, States act,", "Noting that States act,"], ["it, | States", "that | States"], []),
    (["Aware of it, States act,", "Noting it: Groups act,"], ["it, | States", "it: | Groups"], ["States", "Groups"]),
]


@pytest.mark.parametrize(("texts", "details", "words"), BREAKS, ids=[str(row[1]) for row in BREAKS])
def test_joints_are_openings_where_no_page_was_cut_within_a_sentence(texts, details, words):
    joints = tuple(Assumption("page-break", 1, f"PP{n}", detail) for n, detail in enumerate(details, start=1))
    assert [opening.words for opening in draft(*texts, assumptions=joints).openings if opening.joined] == words


def test_a_joint_in_an_act_is_no_preambular_opening():
    joint = (Assumption("page-break", 1, "OP1", "rest, | States"),)
    acts = (Paragraph("OP1", text="Decides to rest, States act."),)
    assert not any(opening.joined for opening in draft("Aware,", operative=acts, assumptions=joint).openings)


# ---- lists


def listed(*markers: str | None, label: str = "OP1", text: str = "Urges all:") -> Paragraph:
    items = tuple(
        Paragraph(f"{label}({marker or n})", marker=marker, text="To act;") for n, marker in enumerate(markers)
    )
    return Paragraph(label, text=text, items=items)


@pytest.mark.parametrize(
    ("markers", "is_list"), [("ab", True), ("a", True), ([None, "b"], False), ([None], False), ("", False)]
)
def test_a_list_has_marks_throughout(markers, is_list):
    paragraph = listed(*markers)
    assert draft(operative=(paragraph,)).lists == ([(paragraph, list(paragraph.items))] if is_list else [])


def test_a_list_within_a_list_is_one_too():
    inner = Paragraph("OP1(a)", marker="a", text="To act:", items=(Paragraph("OP1(a)(i)", marker="i", text="Now;"),))
    outer = Paragraph("OP1", text="Urges all:", items=(inner,))
    assert [p.label for p, _items in draft(operative=(outer,)).lists] == ["OP1", "OP1(a)"]


def test_a_list_of_which_items_were_joined_is_not_plain():
    one = Paragraph("OP1", text="Urges all:", items=(Paragraph("OP1(a)", marker="a", text="To act (b) To rest;"),))
    joint = (Assumption("page-break", 1, "OP1(a)", "act | (b)"),)
    joined = draft(operative=(one, listed("a", "b", label="OP2")), assumptions=joint)
    assert [(p.label, at) for p, at in joined.joined_items] == [("OP1(a)", 7)]
    assert [p.label for p, _items in joined.lists] == ["OP1", "OP2"]
    assert [p.label for p, _items in joined.plain_lists] == ["OP2"]


# ---- neighbours, citations, words


def opened(label: str, text: str, **more) -> Paragraph:
    return Paragraph(label, text=text, opener_spans=((0, text.index(" ")),), **more)


@pytest.mark.parametrize(
    ("one", "two", "neighbours"),
    [
        (opened("OP1", "Urges all;"), opened("OP2", "Urges both."), True),
        (opened("OP1", "Urges all;"), opened("OP2", "Asks both."), False),
        (opened("OP1", "Asks all;"), opened("OP2", "Urges both."), False),
        (opened("OP1", "Urges all;"), opened("OP2", "Urges both.", above=(Heading("II"),)), False),
        (Paragraph("OP1", text="We act;"), Paragraph("OP2", text="We rest."), False),
    ],
)
def test_neighbours_have_one_verb_and_no_heading_between_them(one, two, neighbours):
    assert len([*draft(operative=(one, two)).neighbours("operative")]) == neighbours


def test_what_the_title_cites_is_not_cited_for_the_first_time():
    texts = ("Recalling its resolution 71/19,", "Recalling its resolutions 75/10 and 71/19 and its decision 74/8,")
    cited = draft(*texts, title="Follow-up to General Assembly resolution 75/10").citations
    assert [(p.label, each.symbol, first) for p, each, first in cited] == [
        ("PP1", "A/RES/71/19", True),
        ("PP2", "A/RES/75/10", False),
        ("PP2", "A/RES/71/19", False),
    ]


SLIPS = [
    "Noting the program of the Secretary General and of the UN,",
    f"Noting the program of the Secretary General and {'of all States ' * 20}of the UN,",
]


@pytest.mark.parametrize("text", SLIPS, ids=["short", "long"])
def test_slips_are_told_each_once_in_the_order_of_the_text(text):
    told = [text[slice(*f.span)] for f in review(draft("Aware,", text).resolution) if f.label == "PP2"]
    assert told == ["program", "Secretary General", "the UN"]


def test_of_two_slips_at_one_place_the_longer_is_told():
    found = draft("Noting that the Council is seized with the matter,").usage
    assert [better for _table, _paragraph, _span, better in found] == ["seized of the"]
