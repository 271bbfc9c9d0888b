"""How pasted lines become blocks, and how cut blocks become paragraphs again: the smallest cases."""

from __future__ import annotations

import textwrap

import pytest

import resolutionkit as rk
from resolutionkit.document.reading.assemble import Block, build_paragraphs
from resolutionkit.document.reading.bare_numbers import bare_numbers
from resolutionkit.document.reading.blocks import layout_of
from resolutionkit.document.reading.body import join_cut, stands_as_heading
from resolutionkit.document.reading.clean import line_numbers, quoted_mail
from resolutionkit.document.reading.footnote_forms import footnotes
from resolutionkit.document.reading.hyphens import joint
from resolutionkit.document.reading.list_markers import list_markers
from resolutionkit.document.reading.markdown import read_inline
from resolutionkit.document.reading.pages import page_furniture
from resolutionkit.document.reading.source import Source
from resolutionkit.document.reading.source_map import SourceMap

ORGAN = "The General Assembly,\n\n"


def outline(*blocks: str) -> list[str]:
    return [f"{p.label} {p.text}" for p in rk.parse(ORGAN + "\n\n".join(blocks)).paragraphs]


# ---- layout


def test_the_width_of_a_page_is_that_of_the_lines_that_fill_it():
    """Here three lines are a little shorter, and a browser has joined two into one that is longer."""
    lines = ["x" * 70 + " and"] * 3 + ["y" * 72 + " the"] * 9 + ["z" * 150, "Short"]
    assert layout_of(lines, "en").width == 76


# ---- which of two numbers is the mark of a footnote


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("Recalling the Plan 1 and the Strategy, 1 and it,", "Recalling the Plan 1 and the Strategy,| and it,"),
        ("Recalling the Strategy, 1 and the Plan 1 and it,", "Recalling the Strategy,| and the Plan 1 and it,"),
        ("Recalling the Plan1 and the Strategy, 1 and it,", "Recalling the Plan| and the Strategy, 1 and it,"),
        ("Recalling the Strategy, 1 and the Plan1 and it,", "Recalling the Strategy, 1 and the Plan| and it,"),
    ],
)
def test_fused_to_a_word_rather_than_behind_a_comma_and_there_rather_than_behind_a_word(text, read):
    res = rk.parse(f"{ORGAN}{text}\n\n1. Urges all;\n\n2. Ends.\n\n1 See resolution 60/288.")
    (note,) = res.footnotes
    assert res["PP1"].text[: note.position] + "|" + res["PP1"].text[note.position :] == read


# ---- organ and headings


def test_an_organ_that_nobody_knows_may_stand_without_its_comma_above_a_single_paragraph():
    assert rk.parse("The Committee of Rivers\n\nRecalling the Plan,").organ == "The Committee of Rivers"


def test_the_highest_heading_of_markdown_is_one_of_the_first_level():
    assert rk.parse(ORGAN + "Recalling x,\n\n# General\n\n1. Urges all.")["OP1"].above[0].level == 1


@pytest.mark.parametrize(("last", "is_a_heading"), [("3. Decides.", True), ("Decides.", False)])
def test_a_roman_number_stands_above_the_heading_of_its_section(last, is_a_heading):
    assert stands_as_heading(["2. Urges all;", "I", "General matters", last], 1) is is_a_heading


# ---- numbers that a copy left alone on their lines


@pytest.mark.parametrize(("blank_lines", "is_a_footnote"), [(0, True), (1, True), (2, False)])
def test_a_footnote_begins_no_further_below_its_number_than_behind_one_blank_line(blank_lines, is_a_footnote):
    lines = ["Recalling the Strategy,", "1", "and the Plan,", "", "1", *[""] * blank_lines, "See resolution 60/288."]
    read = bare_numbers(Source(lines, "en")).lines
    assert ("[^1]: See resolution 60/288." in read) is is_a_footnote


# ---- cut paragraphs

CUT = [
    # what it shows, blocks, paragraphs
    (
        "where a sentence breaks off, pages ended, and a capital behind a comma may stand within a sentence",
        ["Recalling the Strategy of Nairobi,", "Kenya, and others,", "Noting the acts of foreign", "states that act,", "1. Urges all."],
        ["PP1 Recalling the Strategy of Nairobi, Kenya, and others,", "PP2 Noting the acts of foreign states that act,", "OP1 Urges all."],
    ),
    (
        "a small letter behind a comma breaks nothing off",
        ["Recalling x,", "states are important,", "Kenya is important,", "1. Urges all."],
        ["PP1 Recalling x, states are important,", "PP2 Kenya is important,", "OP1 Urges all."],
    ),
    (
        "a Roman number with one paragraph behind it is no heading",
        ["Recalling x;", "I", "Urges all."],
        ["PP1 Recalling x;", "PP2 I", "OP1 Urges all."],
    ),
    (
        "nor are a Roman number and a line where no number follows",
        ["Recalling x;", "I", "General", "Urges all."],
        ["PP1 Recalling x;", "PP2 I General", "OP1 Urges all."],
    ),
    (
        "a Roman number alone stands above a section too",
        ["I", "1. Urges all;", "II", "1. Asks all;", "III", "1. Decides to rest."],
        ["I.OP1 Urges all;", "II.OP1 Asks all;", "III.OP1 Decides to rest."],
    ),
    ("a letter and a full stop behind a semicolon are text", ["1. Urges all;", "a. To act;", "2. Asks all."],
     ["OP1 Urges all;", "OP1/2 a. To act;", "OP2 Asks all."]),
    ("behind a colon they are a mark", ["1. Urges all:", "a. To act;", "2. Asks all."], ["OP1 Urges all:", "OP1(a) To act;", "OP2 Asks all."]),
]  # fmt: skip


@pytest.mark.parametrize(("blocks", "paragraphs"), [row[1:] for row in CUT], ids=[row[0] for row in CUT])
def test_blocks_become_paragraphs(blocks, paragraphs):
    assert outline(*blocks) == paragraphs


@pytest.mark.parametrize(
    ("kinds", "labels"),
    [
        (["text", 1, 2], ["OP0", "OP1", "OP2"]),
        (["preambular", "text", 1], ["I.PP1", "I.OP0", "I.OP1"]),
        ([1, 2, 2, 3], ["OP1", "OP2", "OP2~2", "OP3"]),
        ([1, 2, 1, 2], ["OP1", "OP2", "II.OP1", "II.OP2"]),
    ],
    ids=["before the first number", "behind a preamble", "a number twice", "a new section"],
)
def test_what_numbers_paragraphs_have_or_lack_gives_them_their_labels(kinds, labels):
    blocks = [Block("paragraph", "It.", number=kind) if isinstance(kind, int) else Block(kind, "It.") for kind in kinds]
    assert [p.label for p in build_paragraphs("operative", blocks, lambda *_: None, "en")] == labels


def test_a_german_verb_goes_on_with_a_cut_paragraph_unless_italics_begin_a_new_one():
    cut = "Die Generalversammlung,\n\n1. fordert die Staaten auf, was\n\n{} wurde, zu tun;\n\n2. beschließt, zu ruhen."
    assert [p.label for p in rk.parse(cut.format("betont")).paragraphs] == ["OP1", "OP2"]
    assert [p.label for p in rk.parse(cut.format("*betont*")).paragraphs] == ["OP1", "OP1/2", "OP2"]


def test_each_joint_is_told_by_the_words_beside_it():
    source = Source([], "en")
    pieces = enumerate(["1. Urges foreign", "and other", "States to act."])
    join_cut([Block("text", text, line=2 * i + 1) for i, text in pieces], source)
    assert [(a.line, a.detail) for a in source.assumptions] == [(3, "foreign | and"), (5, "other | States")]


def test_a_note_at_the_foot_of_a_page_ends_with_its_short_last_line():
    text = "Recalling the Strategy¹ against foreign\n\n¹ Resolution 60/288, which all States adopted\nin 2006.\nStates that act,\n\n1. Urges all."
    res = rk.parse(ORGAN + text)
    assert [n.text for n in res.footnotes] == ["Resolution 60/288, which all States adopted in 2006."]
    assert res["PP1"].text == "Recalling the Strategy against foreign States that act,"


def test_blanks_at_the_ends_of_wrapped_lines_are_one_blank():
    assert outline("Recalling the \nreport of \nall,", "1. Urges all.") == [
        "PP1 Recalling the report of all,",
        "OP1 Urges all.",
    ]


LONG = "the States that met at the conference of all States in the year before the last one decided to act together for the good of all who live"


@pytest.mark.parametrize("between", ["\n\n", "\n"], ids=["blank lines between all lines", "no blank line at all"])
def test_a_page_whose_lines_stand_apart_evenly_is_joined(between):
    paragraphs = [
        f"Recalling that {LONG},",
        f"Noting that {LONG},",
        *(f"{n}. Urges all, since {LONG};" for n in range(1, 6)),
    ]
    lines = [line for paragraph in paragraphs for line in textwrap.wrap(paragraph, 60)]
    res = rk.parse(between.join([ORGAN.strip(), *lines]))
    assert [p.label for p in res.paragraphs] == ["PP1", "PP2", *(f"OP{n}" for n in range(1, 6))]
    assert res.assumptions == ()  # nothing had to be guessed


def test_a_line_for_each_paragraph_and_one_of_them_cut_is_no_page():
    blocks = [f"Recalling its resolution {n}/1," for n in range(51, 73)]
    assert len(outline(*blocks, "Noting the acts of foreign", "States, and others,", "1. Urges all.")) == 24


def test_paragraphs_of_one_line_are_no_page_because_one_of_them_is_cut():
    numbered = [f"{n}. Urges all States to act together;" for n in range(1, 21)]
    labels = [
        line.split(" ", 1)[0]
        for line in outline(*numbered, "Kenya shall act as well;", "21. Urges all the foreign", "States to act.")
    ]
    assert labels == [*(f"OP{n}" for n in range(1, 21)), "OP20/2", "OP21"]


WRAPPED = [
    "Recalling the work of the United Nations in the field of",
    "peace, security and the rule of law in all its Members,",
    "Noting the work of the Organization in the same field and",
    "its cooperation with all,",
    "Kenya, where the Conference met last year, being a Member",
    "of both,",
    "1. Urges all States to go on with what they have begun to",
    "do.",
]


def test_without_blank_lines_an_opener_or_a_short_line_parts_paragraphs():
    paragraphs = rk.parse("\n".join([ORGAN.strip(), *WRAPPED])).paragraphs
    assert [p.text.split(" ", 1)[0] for p in paragraphs] == ["Recalling", "Noting", "Kenya,", "Urges"]


PAGES = ["The General Assembly,", "Recalling the Strategy", "", "Model United Nations Bonn", "", "1/3", "against", "",
         "Model United Nations Bonn", "", "2/3", "crime,"]  # fmt: skip


@pytest.mark.parametrize("lines", [PAGES, [line for line in PAGES if line]], ids=["with blank lines", "without"])
def test_what_stands_above_each_page_number_is_no_text(lines):
    assert [line for line in page_furniture(Source(lines, "en")).lines if line] == [
        "The General Assembly,",
        "Recalling the Strategy",
        "against",
        "crime,",
    ]


def test_a_date_is_whole_again_however_short_the_line_before():
    assert join_cut([Block("text", "am 3."), Block("text", "Mai, dass")], Source([], "de"))[0].text == "am 3. Mai, dass"


@pytest.mark.parametrize(
    ("before", "after", "words", "joined"),
    [
        ("the COVID-", "9 pandemic", (), "the COVID-9 pandemic"),
        ("on A-", "4 paper", (), "on A-4 paper"),
        ("a pre-", "existing rule", ("existing",), "a pre-existing rule"),
        ("to co-", "act", ("act",), "to coact"),  # three letters prove nothing
        ("to counter-", "act", ("act",), "to counteract"),
        ("pre-", "existing", ("existing", "preexisting"), "preexisting"),
    ],
)
def test_a_word_cut_at_a_hyphen(before, after, words, joined):
    end, between = joint(before, after, lambda: frozenset(words))
    assert end + between + after == joined


# ---- marks

MARKS = [
    (
        "letters in a row need no colon",
        ["1. Urges all", "a. to act;", "b. to report;"],
        ["1. Urges all", "(a) to act;", "(b) to report;"],
    ),
    ("initials are no marks", ["1. Thanks", "A. Smith,", "B. Jones;"], ["1. Thanks", "A. Smith,", "B. Jones;"]),
    (
        "a letter behind a colon is one, blank lines or not",
        ["1. Urges:", "", "a. to act."],
        ["1. Urges:", "", "(a) to act."],
    ),
    ("a letter alone is none", ["1. Urges all", "a. to act;"], ["1. Urges all", "a. to act;"]),
    (
        "bullets below a letter are Roman numbers",
        ["1. Urges:", "(a) to act:", "• soon;", "• well."],
        ["1. Urges:", "(a) to act:", "(i) soon;", "(ii) well."],
    ),
    (
        "capitals behind a colon are",
        ["1. Urges:", "A. to act;", "B. to rest."],
        ["1. Urges:", "(A) to act;", "(B) to rest."],
    ),
    (
        "indented bullets are Roman numbers, and the list goes on where they end",
        ["1. Urges:", "• to act:", "  • soon;", "  • well;", "• to report:", "  • often;", "• to rest."],
        ["1. Urges:", "(a) to act:", "(i) soon;", "(ii) well;", "(b) to report:", "(i) often;", "(c) to rest."],
    ),
    (
        "so are bullets that stand one blank further in",
        ["1. Urges:", "• to act:", " • soon;", " • well;", "• to rest."],
        ["1. Urges:", "(a) to act:", "(i) soon;", "(ii) well;", "(b) to rest."],
    ),
    (
        "a bullet further out than the first goes on with its list",
        ["1. Urges:", "  • to act;", "• to report;", "  • to rest."],
        ["1. Urges:", "(a) to act;", "(b) to report;", "(c) to rest."],
    ),
]


@pytest.mark.parametrize(("lines", "mended"), [row[1:] for row in MARKS], ids=[row[0] for row in MARKS])
def test_marks_are_written_as_the_united_nations_print_them(lines, mended):
    assert list_markers(Source(lines, "en")).lines == mended


NOTES = [
    (
        "three plain digits",
        ["the Strategy,1 the Plan,2 and the Fund,3 all", "", "1 A/1.", "2 A/2.", "3 A/3."],
        ["the Strategy,[^1] the Plan,[^2] and the Fund,[^3] all", "", "[^1]: A/1.", "[^2]: A/2.", "[^3]: A/3."],
    ),
    ("an excerpt whose first note is the third", ["the Strategy,[3] and", "", "[3] A/1."], ["the Strategy,[^3] and", "", "[^3]: A/1."]),
    ("a number that no note has", ["the Strategy,[1] and item [5]", "", "[1] A/1."], ["the Strategy,[^1] and item [5]", "", "[^1]: A/1."]),
    ("a symbol in brackets and a paragraph", ["decision 74(16) and", "", "(16) Urges."], ["decision 74(16) and", "", "(16) Urges."]),
]  # fmt: skip


@pytest.mark.parametrize(("lines", "mended"), [row[1:] for row in NOTES], ids=[row[0] for row in NOTES])
def test_notes_are_written_in_one_form(lines, mended):
    assert bare_numbers(footnotes(Source(lines, "en"))).lines == mended


@pytest.mark.parametrize(
    "more", [[], ["c"], ["c", "d"], ["1. c", "(d)", "2. e"]], ids=["half", "a third", "a quarter", "numbers"]
)
def test_a_line_that_begins_like_a_quoted_one_makes_no_e_mail(more):
    lines = ["States with", "> 50 per cent", *more]
    assert quoted_mail(Source(lines, "en")).lines == lines


@pytest.mark.parametrize(
    ("numbers", "are_of_lines"),
    [
        ([*range(1, 11)], True),
        ([*range(1, 10), None], True),
        ([*range(1, 10), None, None], False),
        ([1, 2, 3, 4, 9, 10, 15, 16, 20, 30], False),
    ],
    ids=["every line", "nine of ten", "nine of eleven", "no row"],
)
def test_nearly_every_line_has_the_number_after_the_one_before(numbers, are_of_lines):
    lines = [f"{number} word" if number else "word" for number in numbers]
    assert line_numbers(Source(lines, "en")).lines == (["word"] * len(lines) if are_of_lines else lines)


@pytest.mark.parametrize("lines", [3, 300])
def test_lines_keep_the_numbers_that_they_had(lines):
    numbers = [*range(2, lines + 2)]
    assert Source([""] * lines, "en", numbers.copy()).numbers == numbers


@pytest.mark.parametrize("numbers", [[], [7], [7, 8, 9]], ids=["none", "too few", "too many"])
def test_lines_that_have_no_numbers_of_their_own_are_counted_from_1(numbers):
    assert Source(["", ""], "en", numbers).numbers == [1, 2]


# ---- italics and marks within a paragraph

MARKUP = [
    # source, text, what is in italics, (offset, number) of the notes
    ("*Recalls _also this* and", "Recalls _also this and", ["Recalls _also this"], []),
    ("*Recalls*_x y", "Recalls_x y", ["Recalls"], []),
    ("_*Recalls* x", "_Recalls x", ["Recalls"], []),
    ("x *a* _*b* c", "x a _b c", ["a", "b"], []),
    ("a _b¹⁰⁰ c", "a _b c", [], [(4, 100)]),
    ("a¹⁰⁰ _b c", "a _b c", [], [(1, 100)]),
    ("***Recalls*** it", "Recalls it", ["Recalls"], []),
    ("a ¹⁰⁰ b", "a b", [], [(1, 100)]),
    ("¹⁰⁰ b", "b", [], [(0, 100)]),
    ("a¹⁰⁰¹⁰¹ b", "a b", [], [(1, 100), (1, 101)]),
]


@pytest.mark.parametrize(("source", "text", "italics", "notes"), MARKUP, ids=[row[0] for row in MARKUP])
def test_markup_that_nothing_closes_is_text_and_moves_what_stands_behind_it(source, text, italics, notes):
    read = read_inline(source, {100, 101})
    assert (read.text, [text[slice(*span)] for span in read.italics], list(read.marks)) == (text, italics, notes)


@pytest.mark.parametrize(
    "opener", ["Recalling *also*", "[*Recalling*", "Noting *with* concern", "Noting with *deep concern*"]
)
def test_italics_within_the_opener_are_no_italics_of_their_own(opener):
    paragraph = rk.parse(ORGAN + opener + " the *Compact*,\n\n1. Urges all.")["PP1"]
    assert [paragraph.text[slice(*span)] for span in paragraph.italics] == ["Compact"]


ITALICS = {
    # what it shows: a paragraph with its markup, its opener, what else is in italics
    "the opener of a language without a grammar": ("*Rappelant* la *Charte*", "Rappelant", ["Charte"]),
    "italics behind the first word are no opener": ("Rappelant la *Charte*", "", ["Charte"]),
    "nor are those behind one letter": ("À *Genève*", "", ["Genève"]),
    "one word of one letter": ("*À* Genève", "À", []),
}


@pytest.mark.parametrize(("text", "opener", "italics"), ITALICS.values(), ids=ITALICS)
def test_italics_at_the_very_beginning_are_the_opener(text, opener, italics):
    paragraph = rk.parse(f"L’Assemblée générale,\n\n{text},\n\n1. *Prie* les États d’agir.", "fr")["PP1"]
    assert (paragraph.opener, [paragraph.text[slice(*span)] for span in paragraph.italics]) == (opener, italics)


# ---- places in the source

# label, where in the paragraph, the source with the passage that is meant between angles
PLACES = [
    ("PP2", (0, 6), "Recalling the Charter, noting it,\n\n<noting> it,\n\n1. Asks all."),
    ("OP1(a)", (0, 6), "1. Urges all:\n\n(a) <To act>;\n\n(b) To act;\n\n2. Asks all."),
    ("OP1(b)", (0, 6), "1. Urges all:\n\n(a) To act;\n\n(b) <To act>;\n\n2. Asks all."),
    ("OP1", (11, 12), "1. Notes the U<.>N. bodies;\n\n2. Asks all."),
    ("OP1", (12, 14), "1. Notes the U.<N.> bodies;\n\n2. Asks all."),
    ("PP1", (0, 9), "## Recalling its resolution on rivers\n\n<Recalling> its resolution on rivers and lakes,\n\n1. Asks all."),
    ("PP1", (35, 38), "## Recalling its resolution on rivers\n\nRecalling its resolution on rivers <and> lakes,\n\n1. Asks all."),
    ("OP1", (26, 30), "1. Urges all States to share <what>\n\nA/80/L.1\n\nthey know of it;\n\n2. Asks all to share what they know of it."),
    ("OP1", (36, 40), "1. Urges all States to share what\n\nA/80/L.1\n\nthey <know> of it;\n\n2. Asks all to share what they know of it."),
]  # fmt: skip


@pytest.mark.parametrize(
    ("label", "span", "marked"),
    PLACES,
    ids=[
        "words that the paragraph above has too",
        "the first of two equal texts",
        "the second",
        "a full stop",
        "behind it",
        "the beginning, and a heading that begins alike",
        "where that ends",
        "before the head of a page",
        "behind it, and the same words further down",
    ],
)
def test_a_passage_is_found_where_it_stands(label, span, marked):
    source = marked.replace("<", "").replace(">", "")
    assert SourceMap(source, rk.parse(source)).span(label, span) == (marked.index("<"), marked.index(">") - 1)


def test_a_source_that_ends_too_early_is_pointed_at_its_end():
    res = rk.parse(ORGAN + "Recalling the report of the Commission,\n\n1. Urges all.")
    assert SourceMap("Recalling the report", res).span("PP1", (30, 31)) == (19, 20)


def test_a_head_that_comes_again_a_page_later_in_mid_sentence_is_no_text():
    page = [
        f"Recalling that the forests of the region number {n} have lost their trees and their streams,"
        for n in range(14)
    ]
    cut = [
        "1. Urges all States to plant trees wherever the law of the region allows",
        "Lagos Youth Parliament",
        "it at once;",
    ]
    again = [
        "2. Requests the Secretary-General to report on what was planted there and",
        "Lagos Youth Parliament",
        "grew.",
    ]
    more = [
        f"Noting that the streams of the region number {n} have lost their fish and their bridges," for n in range(14)
    ]
    read = rk.parse("\n".join(["The General Assembly,", *page, *more, *cut]))
    assert "Lagos Youth Parliament" in read["OP1"].text  # once only: words of the sentence
    read = rk.parse(
        "\n".join(
            ["The General Assembly,", *page, *cut, *(line.replace("Noting", "(a) To note") for line in more), *again]
        )
    )
    assert "Lagos" not in " ".join(p.text for p in read.paragraphs)
