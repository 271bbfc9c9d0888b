"""Composite resolutions, A and B below one number and title; what texts become is in ``fixtures/composite.md``."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from corpus import FOLDER, needs_corpus

import resolutionkit as rk
from resolutionkit.document.reading.read_word import text_of
from resolutionkit.document.writing.write_word import document

HEAD = "75/101. Questions relating to information"
A = """A

Information in the service of humanity

The General Assembly,

Taking note of the report of the Committee on Information,

Urges all States to cooperate.¹

¹ A/75/21."""
B = """B

United Nations global communications policies and activities

The General Assembly,

Recalling its resolution 74/92 of 13 December 2019,

1. Requests the Secretary-General to continue:

(a) To publicize the work of the Organization;

(b) To maintain the website;²

2. Decides to remain seized of the matter.

41st plenary meeting

10 December 2020

² Resolution 70/1."""
TEXT = f"{HEAD}\n\n{A}\n\n{B}\n"
DRAFT = f"{HEAD}\n\n{A.partition(chr(10))[2]}"
SECTIONS = "{}\n\nThe General Assembly,\n\nNoting the report,\n\nA\n\n{}\n\n1. Urges all to act;\n\nB\n\nNews\n\n2. Decides to rest.\n\n"
ANNEX = "\n\nAnnex\n\n{}The General Assembly,\n\nProclaims the year 2031.\n"


LOOKALIKES = {
    "sections with letters": SECTIONS.format(HEAD, "Press"),
    "sections with letters, and an annex with an organ line": SECTIONS.format(HEAD, "Press") + ANNEX.format(""),
    "sections with letters, and a draft behind them": SECTIONS.format(HEAD, "Press") + DRAFT,
    "sections of which one quotes an organ line": SECTIONS.format(HEAD, "“The General Assembly,\n\nUrges all.”"),
    "an annex in parts": DRAFT + ANNEX.format("A\n\nPress\n\n") + "\nB\n\nRadio\n\nThe General Assembly,\n\nUrges all.",
    "two drafts, one behind the other": f"{DRAFT}\n\n{DRAFT}",
    "two drafts with letters for titles": f"{A}\n\n{B}",
    "one part alone": f"{HEAD}\n\n{A}",
    "one part, which has a section B": f"{HEAD}\n\n{A}\n\nB\n\nNews\n\n2. Decides to rest.",
    "the second part alone": f"{HEAD}\n\n{B}",
    "parts in another order": f"{HEAD}\n\n{B}\n\n{A}",
    "a letter left out": f"{HEAD}\n\n{A}\n\n{B.replace('B', 'C', 1)}",
    "a draft behind it": f"{TEXT}\n\n{DRAFT}",
    "a draft behind it, and an annex in its first part": TEXT.replace("\n\nB\n", "\n\nAnnex\n\nRules\n\nB\n", 1)
    + f"\n\n{DRAFT}",
}


@pytest.mark.parametrize("text", LOOKALIKES.values(), ids=LOOKALIKES)
def test_a_text_that_only_looks_like_one_stays_whole(text):
    assert rk.parse(text).parts == ()


FORMS = {
    "plain": TEXT,
    "headings of Markdown": TEXT.replace("A\n", "## A\n", 1).replace("\nB\n", "\n## **B**\n", 1),
    "letters with full stops": TEXT.replace("A\n", "A.\n", 1).replace("\nB\n", "\nB.\n", 1),
    "in the middle of the page": TEXT.replace("\nA\n", f"\n{' ' * 40}A\n", 1).replace("\nB\n", f"\n{' ' * 40}B\n", 1),
    "no blank lines": TEXT.replace("\n\n", "\n"),
    "an e-mail": "\n".join(f"> {line}" for line in TEXT.splitlines()),
    "footnotes at the end": TEXT.replace("\n\n¹ A/75/21.", "") + "\n¹ A/75/21.\n",
    "footnotes of the first part in the second": TEXT.replace("\n\n¹ A/75/21.", "").replace("\n\n1. R", "\n\n¹ A/75/21.\n\n1. R"),
    "each part counts its footnotes": TEXT.replace("²", "¹"),
}  # fmt: skip


@pytest.mark.parametrize("text", FORMS.values(), ids=FORMS)
def test_each_part_has_its_title_paragraphs_and_footnotes(text):
    read = rk.parse(text)
    assert [(part.symbol, part.title) for part in read.parts] == [
        ("A/RES/75/101 A", "Information in the service of humanity"),
        ("A/RES/75/101 B", "United Nations global communications policies and activities"),
    ]
    assert [p.label for p in read.paragraphs] == ["A.PP1", "A.OP1", "B.PP1", "B.OP1", "B.OP1(a)", "B.OP1(b)", "B.OP2"]
    assert [(note.text, note.label) for part in read.parts for note in part.footnotes] == [
        ("A/75/21.", "A.OP1"),
        ("Resolution 70/1.", "B.OP1(b)"),
    ]


@pytest.mark.parametrize(("lines", "parts"), [(5, 2), (6, 0)])
def test_a_title_has_at_most_five_lines(lines, parts):
    assert len(rk.parse(TEXT.replace("\nB\n", "\nB\n\n" + (lines - 1) * "Global news\n\n")).parts) == parts


def test_organ_lines_without_commas_are_no_heads_of_pages():
    wrapped = (
        "1. Requests the Secretary-General to report on\n"
        + 14 * "the estimates of the income of the Organization and on\n"
        + "all."
    )
    title = "Estimates of the income of the Organization in 2031"
    parts = "\n\n".join(f"{letter}\n\n{title}\n\nThe General Assembly\n\n{wrapped}" for letter in "ABC")
    assert [part.organ for part in rk.parse(f"{HEAD}\n\n{parts}").parts] == ["The General Assembly"] * 3


def test_what_the_whole_has_not_is_that_of_its_parts():
    read = rk.parse(TEXT)
    assert (read.symbol, read.title, read.organ) == (
        "A/RES/75/101",
        "Questions relating to information",
        "The General Assembly",
    )
    assert (read.preamble, read.operative, read.footnotes, read.meeting) == ((), (), (), "41st plenary meeting")


def test_what_the_cover_says_goes_before_what_the_parts_say():
    read = rk.parse(f"Adopted at the 5th plenary meeting, on 3 May 2031\n\n{TEXT}")
    assert (read.adopted, read.meeting) == (date(2031, 5, 3), "5th plenary meeting")


FOOTNOTES = {
    # what the second part says instead, and its footnote 1 with the paragraph of its mark
    "a body without a mark is its own": ("\n\n1. R", "\n\n¹ A/75/22.\n\n1. R", ("A/75/22.", "")),
    "a mark whose body the first part has, which marks it too": ("matter.", "matter.¹", ("A/75/21.", "B.OP2")),
}  # fmt: skip


@pytest.mark.parametrize(("old", "new", "noted"), FOOTNOTES.values(), ids=FOOTNOTES)
def test_each_part_has_the_footnotes_that_it_marks(old, new, noted):
    read = rk.parse(TEXT.replace(old, new))
    assert [[(note.text, note.label) for note in part.footnotes] for part in read.parts] == [
        [("A/75/21.", "A.OP1")],
        [noted, ("Resolution 70/1.", "B.OP1(b)")],
    ]


def test_a_footnote_to_the_title_of_a_part_stays_there():
    read = rk.parse(TEXT.replace("humanity", "humanity¹").replace("cooperate.¹", "cooperate."))
    assert [note.text for note in read.parts[0].notes_at("title")] == ["A/75/21."]


def test_what_was_assumed_in_a_part_names_its_paragraph():
    read = rk.parse(TEXT.replace("Recalling its resolution 74/92", "Recalling its\n\nresolution 74/92"))
    assert [(each.kind, each.label) for each in read.assumptions] == [("page-break", "B.PP1")]
    assert read.parts[1].assumptions == read.assumptions


WAYS = {
    "text": lambda res: rk.parse(rk.to_text(res)),
    "Word": lambda res: rk.parse(text_of(document(res)), whole=True),
    "AKN": lambda res: rk.load(rk.to_akn(res).encode()),
}


@pytest.mark.parametrize("way", WAYS.values(), ids=WAYS)
def test_a_composite_resolution_comes_back(way):
    read = rk.parse(f"A/RES/75/101 A-B\n\n{TEXT}")
    again = way(read)
    assert (again.cover, again.title, again.parts) == (read.cover, read.title, read.parts)


def test_review_says_of_a_pasted_one_what_it_says_of_its_parts():
    assert rk.review(TEXT) == []
    slip = TEXT.replace("Organization;", "Organization").replace("Information,\n", "Information\n")
    assert [(found.code, found.label) for found in rk.review(slip)] == [("UN103", "A.PP1"), ("UN303", "B.OP1(a)")]


@needs_corpus
@pytest.mark.parametrize("name", ["75_101A-B_E.xml", "75_254_E.xml"])
def test_official_ones_come_back_from_text_paragraph_by_paragraph(name):
    official = rk.load(FOLDER / "en" / name)
    read = rk.parse(rk.to_text(official))
    assert [(p.label, p.text) for p in read.paragraphs] == [(p.label, p.text) for p in official.paragraphs]
    for ours, theirs in zip(read.parts, official.parts, strict=True):
        assert replace(ours, preamble=(), operative=()) == replace(theirs, preamble=(), operative=(), published=None)
    assert {f.code for f in rk.review(read)} <= {f.code for f in rk.review(official)}
