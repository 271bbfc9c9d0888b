"""What the limits and conditions of the reader are for: texts of which one decision hangs on each, on both of its sides."""

from __future__ import annotations

from dataclasses import replace

import pytest

import resolutionkit as rk
from resolutionkit.document.grammar.numerals import ROMANS
from resolutionkit.document.reading.assemble import Block, build_paragraphs, split_opener
from resolutionkit.document.reading.blocks import breaks_off, layout_of, to_blocks
from resolutionkit.document.reading.body import find_boundary, join_cut, stands_as_heading
from resolutionkit.document.reading.clean import characters, front_matter, line_numbers, names_of_parts, tight_italics
from resolutionkit.document.reading.hyphens import go_on, joint, vocabulary
from resolutionkit.document.reading.list_markers import list_markers
from resolutionkit.document.reading.markdown import merge_spans, read_inline, write_inline
from resolutionkit.document.reading.source import Source

# ---- odd characters


@pytest.mark.parametrize("sign", ["\x1f", "\x7f", "\x00", "\x84", "\ufdd0", "\uffff", "\ud800"], ids=ascii)
def test_a_control_character_is_taken_out_and_its_line_told(sign):
    read = characters(Source(["", "Recalling", f"the{sign} report"], "en"))
    assert read.lines == ["", "Recalling", "the report"]
    assert [(a.kind, a.line, a.detail) for a in read.assumptions] == [("control-character", 3, repr(sign))]


@pytest.mark.parametrize(
    ("language", "read"),
    [("en", "re\u0301union o\ufb03ce"), ("fr", "réunion office"), ("de", "réunion office"), ("ru", "re\u0301union o\ufb03ce")],
)  # fmt: skip
def test_accents_and_ligatures_are_mended_in_the_languages_that_print_them(language, read):
    expected = read.replace("\ufb03", "ffi") if language == "en" else read
    assert characters(Source(["re\u0301union o\ufb03ce"], language)).lines == [expected]


ENDS = {"\n": 1, "\r\n": 1, "\r": 1, "\x0c": 1, "\u2028": 1, "\u2029": 2}


@pytest.mark.parametrize(("end", "lines"), ENDS.items(), ids=map(ascii, ENDS))
def test_lines_end_as_programs_end_them(end, lines):
    assert Source.of(f"Recalling{end}the report", "en").lines == ["Recalling", *[""] * (lines - 1), "the report"]


@pytest.mark.parametrize("sign", "\t\x85\u00a0\u1680\u2000\u200a\u202f\u205f\u3000", ids=ascii)
def test_white_space_of_every_kind_is_a_blank(sign):
    assert characters(Source([f"the{sign}report"], "en")).lines == ["the report"]


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("a&nbsp;b", "a b"),
        ("&ldquo;a&rdquo;", "“a”"),
        ("&#8220;a", "“a"),
        ("Rules&amp;Law", "Rules&Law"),
        ("Rules & Law; rest", "Rules & Law; rest"),
        ("R&D; rest", "R&D; rest"),
        ("&unknown;", "&unknown;"),
    ],
)
def test_what_stands_for_a_sign_in_the_source_of_a_web_page_is_that_sign(written, read):
    assert characters(Source([written], "en")).lines == [read]


@pytest.mark.parametrize("sign", "\u00ad\u200b\u2060\ufeff", ids=ascii)
def test_a_sign_that_nobody_sees_is_taken_out(sign):
    assert characters(Source([f"the re{sign}port"], "en")).lines == ["the report"]


# ---- printed line numbers, front matter, names of parts, italics


@pytest.mark.parametrize(("numbered", "blank", "are_of_lines"), [(8, 1, True), (7, 2, False), (8, 0, False)])
def test_eight_numbers_are_of_lines_where_the_text_has_more_lines_than_that(numbered, blank, are_of_lines):
    lines = [f"{n} word" for n in range(1, numbered + 1)] + [""] * blank
    assert line_numbers(Source(lines, "en")).lines == (["word"] * numbered + [""] * blank if are_of_lines else lines)


@pytest.mark.parametrize(
    ("numbers", "are_of_lines"),
    [([*range(1, 6), *range(20, 25)], True), ([1, 2, 3, 7, 8, 9, 20, 21, 22, 23], False)],
    ids=["one gap in ten", "two"],
)
def test_a_page_may_be_missing_between_the_numbers_of_lines(numbers, are_of_lines):
    lines = [f"{n} word" for n in numbers]
    assert line_numbers(Source(lines, "en")).lines == (["word"] * 10 if are_of_lines else lines)


@pytest.mark.parametrize("lines", [50, 300, 2000])
def test_lines_of_many_pages_are_numbered_on(lines):
    assert line_numbers(Source([f"{n:4}  word" for n in range(1, lines + 1)], "en")).lines == ["word"] * lines


@pytest.mark.parametrize(("entries", "is_front"), [(58, True), (59, False)])
def test_front_matter_is_no_longer_than_sixty_lines(entries, is_front):
    source = Source(["---", "title: Rivers", *["tags: water"] * (entries - 1), "---", "Recalling"], "en")
    assert (front_matter(source).lines[-2] == "# Rivers") is is_front


FRONT = {
    "dots end it": (["---", "title: A", "...", "x"], ["", "", "# A", "x"]),
    "blank lines above": (["", "---", "title: A", "---", "x"], ["", "", "", "# A", "x"]),
    "quotation marks": (["---", 'title: "A"', "---"], ["", "", "# A"]),
    "no key": (["---", "A title", "---"], ["---", "A title", "---"]),
    "no beginning": (["A", "title: A", "---"], ["A", "title: A", "---"]),
    "another rule above": (["***", "title: A", "---"], ["***", "title: A", "---"]),
    "no end": (["---", "title: A", "x"], ["---", "title: A", "x"]),
    "no title": (["---", "tags: a", "---", "x"], ["", "", "tags: a", "x"]),
}


@pytest.mark.parametrize(("lines", "read"), FRONT.values(), ids=FRONT)
def test_front_matter_stands_between_two_rules_and_has_keys(lines, read):
    assert front_matter(Source(lines, "en")).lines == read


@pytest.mark.parametrize(("width", "is_name"), [(39, True), (40, False), (60, False)])
def test_a_line_with_the_name_of_a_part_is_shorter_than_forty_characters(width, is_name):
    line = "Operative Clauses".ljust(width)
    assert names_of_parts(Source([line], "en")).lines == ["## Operative Clauses" if is_name else line]


@pytest.mark.parametrize("annex", ["Annex", "Annex II", "Anlage", "Anhang I", "Appendix"])
def test_behind_the_heading_of_an_annex_no_name_of_a_part_is_a_heading(annex):
    assert names_of_parts(Source(["Preamble", annex, "Preamble"], "en")).lines == ["## Preamble", annex, "Preamble"]


def test_the_name_of_a_part_behind_a_word_that_begins_as_annexes_do_is_a_heading():
    lines = ["Preamble", "Annexation is condemned,", "Operative clauses"]
    assert names_of_parts(Source(lines, "en")).lines == [
        "## Preamble",
        "Annexation is condemned,",
        "## Operative clauses",
    ]


ITALICS = {
    "a word behind": ("*Recalling *its", "*Recalling* its"),
    **{f"{sign!r} behind": (f"*Recalling *{sign}", f"*Recalling*{sign}") for sign in (",", ";", ":", ".", " its", "")},
    "no blank inside": ("*Recalling*its", "*Recalling*its"),
    "a blank before": ("* Recalling* its", "*Recalling* its"),
    "far from the margin": (" " * 30 + "_Recalling_ its", " " * 30 + "*Recalling* its"),
    "a star far from the margin": (" " * 30 + "*Recalling *its", " " * 30 + "*Recalling* its"),
}


@pytest.mark.parametrize(("line", "tight"), ITALICS.values(), ids=ITALICS)
def test_italics_at_the_beginning_of_a_line_hold_no_blank_at_their_ends(line, tight):
    assert tight_italics(Source([line], "en")).lines == [tight]


# ---- hyphens


def lines_of(count: int, width: int = 31) -> list[str]:
    return ["x" * width] * count


@pytest.mark.parametrize(
    ("lines", "divides"),
    [
        (lines_of(40), False),
        (lines_of(39), True),
        (lines_of(40, 30), True),
        (lines_of(40, 20), True),
        ([*lines_of(100), *["the paper-", "wall wall"] * 3], False),
        ([*lines_of(100), *["the paper-", "wall wall"] * 4], True),
        ([*lines_of(40), "by hand-", "shaken hand"], False),
        ([*lines_of(40), "by hand-", "shake hand"], True),
        ([*lines_of(40), "der Mann und die Frau"], True),
        ([*lines_of(40), "der Mann"], False),
        ([*lines_of(40), "und die Frau"], False),
    ],
    ids=[
        "forty wide lines", "thirty-nine", "forty narrow ones", "even narrower ones", "three cut in a hundred", "four",
        "six letters behind a word", "five", "German", "one German word", "another",
    ],
)  # fmt: skip
def test_words_are_divided_unless_many_lines_show_that_none_is(lines, divides):
    assert vocabulary(lines).divides is divides


@pytest.mark.parametrize(
    ("before", "after", "words", "joined"),
    [
        ("a pre-", "cook", "cook", "a pre-cook"),  # four letters prove something
        ("a pre-", "cook", "", "a precook"),
        ("a pre-", "op", "op", "a preop"),
        ("a sub-", "cook", "cook", "a subcook"),
        ("the text-", "book", "text book", "the text-book"),
        ("the sea-", "book", "sea book", "the seabook"),  # three letters may be half of a word
        ("the text-", "sea", "text sea", "the textsea"),
        ("the text-", "book", "text", "the textbook"),
        ("the Text-", "book", "Text book", "the Text-book"),
        ("the text-", "book", "Text book", "the text-book"),
        ("israelisch-", "palästinensische", "", "israelisch-palästinensische"),
        ("israelisch-", "palästina", "", "israelischpalästina"),
        ("israel-", "palästinensisch", "", "israelpalästinensisch"),
        ("km/", "h", "", "km/ h"),
        ("and/or-", "text", "", "and/or-text"),
        ("Strategy", ") and", "", "Strategy) and"),
        ("Strategy", ",and", "", "Strategy ,and"),
        ("Strategy", ";", "", "Strategy;"),
        ("1/CP", ".x", "", "1/CP .x"),
        ("its resolution 2729", "(2024) of", "", "its resolution 2729 (2024) of"),
        ("1990–", "x", "", "1990– x"),
        ("x–", "1990", "", "x– 1990"),
        ("2030-", "Agenda", "", "2030-Agenda"),
        ("2030-", "agenda", "", "2030- agenda"),
        ("x -", "agenda", "", "x - agenda"),
        ("x-", "(agenda", "", "x- (agenda"),
    ],
)
def test_how_the_two_sides_of_a_line_end_are_joined(before, after, words, joined):
    end, between = joint(before, after, lambda: frozenset(words.split()))
    assert end + between + after == joined


def test_of_a_joint_the_words_on_both_sides_are_told_to_sixty_characters():
    pieces = ["all " + "x" * 61]
    assert go_on(pieces, "y" * 61 + " z", frozenset) == (" ", f"{'x' * 60} | {'y' * 60}")
    assert go_on(["a b"], "c d", frozenset) == (" ", "b | c")


# ---- how a text is laid out


def spaced(cut: int, whole: int, width: int = 60, short: int = 0, early: int = 30) -> list[str]:
    """Lines with a blank one behind each: ``cut`` go on below, ``short`` of them end early, ``whole`` end with a comma."""
    lines = ["x" * width] * (cut - short) + ["x" * early] * short + ["x" * (width - 1) + ","] * whole
    return [line for one in lines for line in (one, "")] + [""]


@pytest.mark.parametrize(
    ("lines", "is_spaced"),
    [
        (spaced(8, 13), True),
        (spaced(8, 12), False),
        (spaced(7, 11), False),
        (spaced(7, 14), False),
        (spaced(10, 11, short=2), True),
        (spaced(10, 11, short=3), False),
        (spaced(10, 11, short=8), False),
        (spaced(10, 11, short=3, early=45), False),  # three quarters of the width
        (spaced(10, 11, short=3, early=46), True),
        (spaced(8, 13, width=129), True),
        (spaced(8, 13, width=130), False),
        (spaced(8, 13, width=150), False),
        ([*spaced(8, 13), "x" * 129, ""], True),
        ([*spaced(8, 13), "x" * 130, ""], False),
        ([*spaced(8, 13), "x", "y"], False),
    ],
    ids=[
        "twenty-one lines", "twenty", "eighteen", "a third is cut", "eight of ten cut lines are full", "seven", "two",
        "seven, and three nearly so", "ten",
        "129 characters", "130", "150", "one line of 129", "one of 130",
        "two lines stand together",
    ],
)  # fmt: skip
def test_lines_stand_apart_evenly_where_many_are_cut_and_those_are_full(lines, is_spaced):
    assert layout_of(lines, "en").spaced is is_spaced


@pytest.mark.parametrize(
    ("gaps", "lines", "is_parted"),
    [(4, 47, True), (4, 48, False), (4, 70, False), (3, 35, False), (5, 59, True), (5, 60, False), (9, 60, True)],
)
def test_paragraphs_are_parted_where_blank_lines_stand_at_least_every_twelve(gaps, lines, is_parted):
    text = ["x" * 60] * (lines - gaps) + ["x" * 60, ""] * gaps
    assert layout_of(text, "en").parted is is_parted


@pytest.mark.parametrize(
    ("width", "cut", "more", "longest", "is_endless"),
    [
        (60, 0, 1, 241, True),
        (60, 0, 1, 240, False),
        (60, 0, 1, 200, False),
        (60, 5, 1, 241, True),
        (60, 9, 1, 241, False),
        (60, 8, 1, 241, True),
        (60, 12, 46, 241, False),  # of fifty-nine lines
        (60, 12, 47, 241, True),
        (119, 9, 1, 241, False),
        (120, 9, 1, 241, True),
        (160, 9, 1, 241, True),
    ],
)
def test_lines_are_endless_where_one_is_wider_than_a_page_and_few_show_a_page(width, cut, more, longest, is_endless):
    lines = ["x" * width] * cut + ["x" * (width - 1) + ","] * more + ["x" * longest]
    assert layout_of(lines, "en").endless is is_endless


def test_lines_that_end_early_show_no_page():
    full, short, ended = ["x" * 58] * 5, ["x" * 30] * 12, ["x" * 59 + ","] * 15
    assert layout_of([*full, *short, *ended, "x" * 241], "en").endless
    assert not layout_of([*full, *full, *short, *ended, "x" * 241], "en").endless


# ---- marks of lists

MARKERS = {
    "two letters": (["A. Whereas all act,", "B. Whereas all rest;", "1. Urges."], ["Whereas all act,", "Whereas all rest;", "1. Urges."]),
    "one is a name": (["A. Whereas all act,", "1. Urges."], ["A. Whereas all act,", "1. Urges."]),
    "so are two with one initial": (["A. Smith of Fiji,", "A. Jones of Peru,"], ["A. Smith of Fiji,", "A. Jones of Peru,"]),
    "another begins the row": (["B. Whereas all act,", "C. Whereas all rest,"], ["B. Whereas all act,", "C. Whereas all rest,"]),
    "behind a number they are no preamble": (
        ["1. Urges:", "A. Whereas all act,", "B. Whereas,"],
        ["1. Urges:", "(A) Whereas all act,", "(B) Whereas,"],
    ),
    "numbers of a preamble": (["1. Recalling all,", "2. Noting it,", "3. Urges all."], ["Recalling all,", "Noting it,", "3. Urges all."]),
    "below another preambular paragraph": (["Noting this;", "1. Recalling all,", "2. Noting it,"], ["Noting this;", "Recalling all,", "Noting it,"]),
    "the operative part is not looked at": (["1. Urges;", "2. Recalling all,", "3. Noting it,"], ["1. Urges;", "2. Recalling all,", "3. Noting it,"]),
    "semicolons end no preambular paragraph but one with a letter": (["1. Recalling all;", "2. Noting it,"], ["1. Recalling all;", "2. Noting it,"]),
    "nor do others than the first begin a preamble": (["2. Recalling all,", "3. Noting it,"], ["2. Recalling all,", "3. Noting it,"]),
    "one number is a slip": (["1. Recalling all,", "Noting it,", "1. Urges."], ["1. Recalling all,", "Noting it,", "1. Urges."]),
    "a list below a preambular paragraph": (["Recalling:", "(a) Noting it,", "(b) Noting all,"], ["Recalling:", "(a) Noting it,", "(b) Noting all,"]),
    "a date above": (["1. June 2020", "1. Recalling all,", "2. Noting it,"], ["1. June 2020", "Recalling all,", "Noting it,"]),
    "a label of the preamble": (["PP1 Recalling all,", "OP1 bis Urges all."], ["Recalling all,", "1 bis. Urges all."]),
    "three ones are counted on": (["1. Urges;", "1. Asks;", "1. Ends."], ["1. Urges;", "2. Asks;", "3. Ends."]),
    "two are not": (["1. Urges;", "1. Asks."], ["1. Urges;", "1. Asks."]),
    "nor one in each section": (
        ["I", "1. Urges;", "II", "1. Asks;", "III", "1. Ends."],
        ["I", "1. Urges;", "II", "1. Asks;", "III", "1. Ends."],
    ),
    "a section without a numeral": (
        ["I", "1. Urges;", "II", "1. Asks;", "1. Ends."],
        ["I", "1. Urges;", "II", "2. Asks;", "3. Ends."],
    ),
    "a section without a numeral above one that has it": (
        ["I", "1. Urges;", "1. Asks;", "II", "1. Ends."],
        ["I", "1. Urges;", "2. Asks;", "II", "3. Ends."],
    ),
    "numbers within the words are left": (
        ["1. Urges 5 States;", "1. Asks 7 of them;", "1. Ends in 2030."],
        ["1. Urges 5 States;", "2. Asks 7 of them;", "3. Ends in 2030."],
    ),
    "they end where the operative part begins": (
        ["1. Recalling x,", "2. Noting y,", "3. Urges all;", "4. Noting that all act."],
        ["Recalling x,", "Noting y,", "3. Urges all;", "4. Noting that all act."],
    ),
    "letters of a list that ends with semicolons": (
        ["a) Recalling the Charter;", "b) Noting rivers;", "1. Urges all."],
        ["a) Recalling the Charter;", "b) Noting rivers;", "1. Urges all."],
    ),
    "labels of which one opens": (["OP1 Urges all;", "OP2 States act."], ["1. Urges all;", "2. States act."]),
    "a one behind a comma": (["1. Urges:", "(a) to act,", "1. Decides."], ["1. Urges:", "(a) to act,", "1. Decides."]),
    "letters of a preamble out of order": (
        ["B. Whereas all act,", "A. Whereas all rest,", "B. Whereas all end,"],
        ["B. Whereas all act,", "A. Whereas all rest,", "B. Whereas all end,"],
    ),
    "letters below an initial": (
        ["1. Thanks", "A. Smith;", "2. Urges:", "a. to act;", "b. to rest."],
        ["1. Thanks", "A. Smith;", "2. Urges:", "(a) to act;", "(b) to rest."],
    ),
    "a text that begins with its second number": (["2. The States act;", "10 of them."], ["2. The States act;", "10 of them."]),
    "decimals count on": (["1. Urges:", "1.1 to act;", "1.2 to rest;", "1.4 to end;"], ["1. Urges:", "(1) to act;", "(2) to rest;", "1.4 to end;"]),
    "decimals of another number": (["1. Urges:", "2.1 to act;"], ["1. Urges:", "2.1 to act;"]),
    "decimals of an earlier number": (["1. Asks;", "2. Recalls", "1.1 of the Plan;"], ["1. Asks;", "2. Recalls", "1.1 of the Plan;"]),
    "a dash without a list": (["Noting rivers", "– and lakes –", "and seas,"], ["Noting rivers", "– and lakes –", "and seas,"]),
    "a bullet without a list": (["Noting rivers", "• and lakes"], ["Noting rivers", "(a) and lakes"]),
    "a wrapped bullet below a letter": (
        ["1. Urges:", "(a) to act:", "• soon", "  or late;", "• well."],
        ["1. Urges:", "(a) to act:", "(i) soon", "or late;", "(ii) well."],
    ),
    "bullets below a letter whose words go on": (
        ["1. Urges:", "(a) to act in all", "the regions:", "• soon;", "• well."],
        ["1. Urges:", "(a) to act in all", "the regions:", "(i) soon;", "(ii) well."],
    ),
    "bullets below what follows a letter": (
        ["1. Urges:", "(a) to act;", "All others are asked:", "• to rest."],
        ["1. Urges:", "(a) to act;", "All others are asked:", "(a) to rest."],
    ),
    "bullets below a letter behind words without a mark": (
        ["1. Urges", "  (a) to act:", "  • soon;", "  • well."],
        ["1. Urges", "(a) to act:", "(i) soon;", "(ii) well."],
    ),
    "bullets below a letter that ends": (
        ["1. Urges:", "(a) to act", "in all regions.", "• To rest."],
        ["1. Urges:", "(a) to act", "in all regions.", "(a) To rest."],
    ),
    "bullets of paragraphs": (["• Urges all;", "• states to act."], ["Urges all;", "states to act."]),
    "bullets before numbers": (["• 1. Urges all;", "• (a) to act."], ["1. Urges all;", "(a) to act."]),
    "numbers below a letter": (
        ["1. Urges:", "(a) to act:", "1. soon;", "2. well;", "2. Decides."],
        ["1. Urges:", "(a) to act:", "(1) soon;", "(2) well;", "2. Decides."],
    ),
    "an opener ends them": (
        ["1. Urges:", "(a) to act:", "1. soon;", "2. Decides to rest."],
        ["1. Urges:", "(a) to act:", "(1) soon;", "2. Decides to rest."],
    ),
    "unless it is as far in": (
        ["1. Urges:", "(a) to act:", "  1. soon;", "  2. Decides to rest."],
        ["1. Urges:", "(a) to act:", "(1) soon;", "(2) Decides to rest."],
    ),
    "even by one blank": (
        ["1. Urges:", "(a) to act:", " 1. soon;", " 2. Decides to rest."],
        ["1. Urges:", "(a) to act:", "(1) soon;", "(2) Decides to rest."],
    ),
    "or further out": (
        ["1. Urges:", "(a) to act:", "    1. soon;", "  2. Decides to rest."],
        ["1. Urges:", "(a) to act:", "(1) soon;", "2. Decides to rest."],
    ),
    "a one behind no colon": (["1. Urges:", "(a) to act;", "1. Decides."], ["1. Urges:", "(a) to act;", "1. Decides."]),
    "another number behind a colon": (
        ["1. Asks;", "2. Urges:", "(a) to act:", "3. Decides."],
        ["1. Asks;", "2. Urges:", "(a) to act:", "3. Decides."],
    ),
    "a one behind a number": (["1. Urges:", "1. to act;", "2. to go;"], ["1. Urges:", "(1) to act;", "(2) to go;"]),
    "numbers that go on from another list": (
        ["1. Urges:", "1. to act;", "2. to go;", "2. Urges all;", "3. Asks:", "3. to come;", "4. to rest."],
        ["1. Urges:", "(1) to act;", "(2) to go;", "2. Urges all;", "3. Asks:", "(3) to come;", "(4) to rest."],
    ),
    "a one behind a list of numbers": (
        ["1. Urges:", "1. to act;", "2. to go;", "1. to rest;"],
        ["1. Urges:", "(1) to act;", "(2) to go;", "1. to rest;"],
    ),
    "the number that would come next anyway": (["1. Urges:", "2. to act;"], ["1. Urges:", "2. to act;"]),
    "a one that is an act": (["1. Adopts this:", "1. Urges all;"], ["1. Adopts this:", "1. Urges all;"]),
    "a one behind a heading": (["We decide:", "1. to act;"], ["We decide:", "1. to act;"]),
}  # fmt: skip


@pytest.mark.parametrize(("lines", "written"), MARKERS.values(), ids=MARKERS)
def test_numbers_and_marks_are_rewritten_only_where_they_count(lines, written):
    assert list_markers(Source(lines, "en")).lines == written


@pytest.mark.parametrize(("language", "read"), [("en", "(a) to act;"), ("de", "(a) to act;"), ("fr", "• to act;")])
def test_marks_of_other_languages_are_left_as_they_are(language, read):
    assert list_markers(Source(["1. X:", "•  to act;"], language)).lines == ["1. X:", read]


@pytest.mark.parametrize(("mark", "is_list"), [(",", True), (":", True), (";", False), ("", False)])
def test_behind_the_comma_of_a_german_number_a_letter_may_begin_a_list(mark, is_list):
    lines = [f"3. fordert die Staaten auf{mark}", "a. zu handeln."]
    assert list_markers(Source(lines, "de")).lines == [lines[0], "(a) zu handeln." if is_list else lines[1]]


def test_preambular_markers_that_were_taken_out_are_told_of_the_first():
    source = list_markers(Source(["", "A. Whereas all act,", "B. Whereas all rest;", "1. Urges all."], "en"))
    assert [(a.kind, a.line, a.detail) for a in source.assumptions] == [("preambular-marker", 2, "A.")]


def test_preambular_markers_have_up_to_five_letters():
    lines = list_markers(
        Source([*(f"{marker}) Recalling its Charter," for marker in ROMANS[:19]), "1. Urges."], "en")
    ).lines
    assert lines == [*["Recalling its Charter,"] * 19, "1. Urges."]


def test_the_first_bullet_is_told_of_its_line_and_forty_characters():
    source = list_markers(Source(["1. Urges:", "• " + "x" * 41, "• y"], "en"))
    assert [(a.kind, a.line, a.detail) for a in source.assumptions] == [("bullet", 2, "• " + "x" * 40)]


def test_numbers_that_are_counted_on_are_told_of_the_second():
    source = list_markers(Source(["1. Urges;", "1. Asks;", "1. Ends."], "en"))
    assert [(a.kind, a.line, a.detail) for a in source.assumptions] == [("numbering", 2, "1. 1. 1. …")]


# ---- italics and marks


@pytest.mark.parametrize(
    ("source", "text", "marks"),
    [
        ("x¹²³¹²⁴ y", "x y", [(1, 123), (1, 124)]),
        ("x¹²³¹²³ y", "x¹²³¹²³ y", []),
        ("x¹²³¹²⁴¹ y", "x¹²³¹²⁴¹ y", []),
        ("x[^123] y", "x y", [(1, 123)]),
        ("x[^12] y", "x[^12] y", []),
        ("x ¹²³, y", "x, y", [(1, 123)]),
        ("x ¹²³y", "x y", [(1, 123)]),
        ("x ¹²³", "x", [(1, 123)]),
        ("[x¹²³](u) y", "x y", [(1, 123)]),
        ("ab [x¹²³](u) y", "ab x y", [(4, 123)]),
    ],
)
def test_where_a_mark_stood_and_what_stays_of_the_blanks_around_it(source, text, marks):
    read = read_inline(source, {123, 124})
    assert (read.text, list(read.marks)) == (text, marks)


@pytest.mark.parametrize(
    ("spans", "merged"),
    [
        ([(0, 9), (2, 5)], ((0, 9),)),
        ([(0, 3), (4, 14), (10, 12)], ((0, 3), (4, 14))),
        ([(0, 2), (2, 9)], ((0, 9),)),
        ([(0, 3), (4, 9)], ((0, 3), (4, 9))),
        ([(3, 3), (9, 10)], ()),
        ([(10, 14), (0, 9)], ((0, 14),)),
    ],
)
def test_spans_that_overlap_or_touch_are_one(spans, merged):
    assert merge_spans(spans, "Recalling also the") == merged


@pytest.mark.parametrize("before", ["", "x" * 300], ids=["at the beginning", "far behind it"])
def test_stars_around_nothing_are_text_wherever_they_stand(before):
    read = read_inline(f"{before} *[](u)* *[y](u)*", ())
    assert (read.text, [read.text[a:b] for a, b in read.italics]) == (f"{before} ** y", ["y"])


@pytest.mark.parametrize(("italics", "written"), [((0, 1), "*a*¹b"), ((1, 2), "a¹*b*"), ((0, 2), "*a¹b*")])
def test_a_mark_stands_behind_italics_that_end_and_before_those_that_begin(italics, written):
    assert write_inline("ab", [italics], [(1, 1)]) == written


def test_marks_at_one_place_are_written_so_that_they_stay_two():
    assert write_inline("ab", [(0, 1)], [(1, 1), (1, 2), (2, 3)]) == "*a*¹[^2]b³"
    far = "x" * 300
    assert write_inline(far, [], [(len(far), 1), (len(far), 2)]) == f"{far}¹[^2]"


# ---- how lines become blocks

WIDE = "the work that all the organs of the United Nations have done in the field"  # 73 characters


def blocks_of(*lines: str, language: str = "en") -> list[str]:
    return [block.text for block in to_blocks(Source([*lines], language))]


PAGE = ["The General Assembly,", f"Recalling {WIDE[10:]}", *[WIDE] * 4]


@pytest.mark.parametrize(
    ("line", "following", "is_one"),
    [
        ("[^1]: See the Official Records of the Assembly of the year 2006, Suppl. 2.", "Annex five of them.", True),
        ("[^1]: See the Official Records of the Assembly in 2006, Suppl.", "Annex five of them.", False),
        ("[^1]: See the Official Records of the Assembly of the year 2006, Suppl. 2.", "1. Urges all.", False),
        ("[^1]: See the Official Records of the Assembly of the year 2006, Suppl. 2.", "Urges all.", False),
        ("[^1]: See the Official Records of the Assembly of the year 2006, Suppl. 2.", "and annexes.", False),
        ("[^1]: See the Official Records of the Assembly of the year 2006, vol. 2, p.", "and annexes.", True),
    ],
    ids=[
        "a full line",
        "a short one",
        "a number",
        "an opener",
        "a small letter",
        "a small letter behind an abbreviation",
    ],
)
def test_a_footnote_goes_on_behind_a_full_stop_where_its_line_is_full_and_no_text_begins(line, following, is_one):
    read = blocks_of(*PAGE, line, following)
    assert read[-1] == (f"{line} {following}" if is_one else following)


@pytest.mark.parametrize(("length", "is_one"), [(20, False), (50, False), (51, True), (80, True)])
def test_above_the_organ_line_a_line_of_more_than_fifty_characters_goes_on(length, is_one):
    first = f"Rivers {'x' * (length - 7)}"
    assert blocks_of(first, "and lakes", "", "The General Assembly,")[0] == (f"{first} and lakes" if is_one else first)


BREAKS = {
    "a sentence": ("Recalling the acts of", "States that act,", True),
    "a small letter": ("Recalling the acts of", "states,", True),
    "a mark": ("Recalling the acts,", "States that act,", False),
    "an opener": ("Recalling the acts", "*Noting* all,", False),
    "a number": ("Urges all", "2. States", False),
    "a letter": ("Urges all", "(a) States", False),
    "the organ line": ("The General Assembly", "States that act,", False),
    "an annex": ("Urges all", "Annex", False),
    "a heading": ("Urges all", "## States", False),
    "a closing line": ("Urges all", "30th plenary meeting", False),
}


@pytest.mark.parametrize(("line", "following", "breaks"), BREAKS.values(), ids=BREAKS)
def test_where_a_sentence_breaks_off_lines_were_wrapped(line, following, breaks):
    assert breaks_off(line, following, "en") is breaks


# ---- how full a line is


def filled(length: int, first: str = "the") -> str:
    """A line of so many characters that ends in mid-sentence."""
    return first + " " + "x" * (length - len(first) - 1)


UNPARTED = ["The General Assembly,", filled(100, "Recalling"), *[filled(100)] * 5]
PARTED = [*UNPARTED, *["", filled(100, "Noting"), filled(60, "that") + ","] * 4, ""]


@pytest.mark.parametrize(
    ("page", "length", "following", "is_one"),
    [
        (UNPARTED, 79, "Kenya acts", False),  # and the next word and a blank: 85 of 100
        (UNPARTED, 80, "Kenya acts", True),
        (UNPARTED, 80, "Ken acts", False),
        (PARTED, 71, "(b) to act", False),  # 75 of 100
        (PARTED, 72, "(b) to act", True),
        (PARTED, 30, "Kenya acts", True),  # where blank lines part paragraphs, a short line alone parts none
    ],
)
def test_a_line_with_room_for_the_next_word_ends_a_paragraph(page, length, following, is_one):
    line = filled(length)
    read = blocks_of(*page, filled(100, "Stressing"), line, following)
    assert read[-1].endswith(f"{line} {following}" if is_one else following)
    assert (read[-1] == following) is not is_one


@pytest.mark.parametrize(("mark", "begins"), [(":", True), (";", False), (",", False), ("", False)])
def test_a_letter_with_a_full_stop_begins_a_sub_paragraph_where_a_colon_stands_before_it(mark, begins):
    full = filled(100)[: 100 - len(mark)] + mark
    assert (blocks_of(*PARTED, filled(100, "1. Urges"), full, "a. to act")[-1] == "a. to act") is begins


@pytest.mark.parametrize(
    ("mark", "following", "begins"),
    [
        (";", "2. The States act", True),
        ("", "2. The States act", False),  # the number of a chapter in mid-sentence
        ("", "2. Urges all", True),
        (";", "2 May 2020 was", False),
        (";", "2. May 2020 was", False),
    ],
)
def test_a_number_at_the_start_of_a_line_begins_a_paragraph_behind_a_mark_or_before_an_opener(mark, following, begins):
    full = filled(100 - len(mark), "1. Urges") + mark
    assert (blocks_of(*PARTED, full, following)[-1] == following) is begins


@pytest.mark.parametrize(
    ("longest", "mark", "following", "is_one"),
    [
        (250, ",", "Foreseeing the needs of all,", False),
        (250, ",", "foreseeing the needs of all,", True),
        (250, ";", "Foreseeing the needs of all,", True),
        (150, ",", "Foreseeing the needs of all,", True),  # a line was broken for want of room
    ],
)
def test_where_lines_are_endless_any_participle_opens_a_paragraph_behind_a_comma(longest, mark, following, is_one):
    above = [f"Recalling {'x' * (longest - 10)}", "", "Noting x,", "", "Noting y,", "", "Noting z,", ""]
    read = blocks_of(
        "The General Assembly,", "", *above, f"Recalling its resolution 51/1 of 15 October 1996{mark}", following
    )
    assert (read[-1] != following) is is_one


@pytest.mark.parametrize(("lines", "is_one"), [(3, True), (4, False)])
def test_of_three_lines_none_is_known_to_be_short(lines, is_one):
    short = [filled(100), *[filled(100)] * (lines - 3), "short of all", "Kenya acts"]
    assert (blocks_of(*short)[-1] != "Kenya acts") is is_one


@pytest.mark.parametrize(
    ("length", "note_ends"), [(88, True), (89, False), (90, False)], ids=["room for a word", "no room", "none at all"]
)
def test_a_footnote_may_end_where_nearly_a_whole_line_is_full(length, note_ends):
    note = [filled(100, "[^1]: See"), filled(length)[:-1] + "."]
    assert (blocks_of(*PARTED, *note, "Annex x")[-1] == "Annex x") is note_ends


@pytest.mark.parametrize(("above", "goes_on"), [(4, False), (8, False), (9, True), (15, True)])
def test_a_line_that_says_who_wrote_a_draft_goes_on_below_the_first_ten_blocks_alone(above, goes_on):
    blocks = blocks_of(*["Sponsor: Peru", ""] * above, "Sponsors: Kenya", "and Peru")
    assert blocks[above:] == (["Sponsors: Kenya and Peru"] if goes_on else ["Sponsors: Kenya", "and Peru"])


@pytest.mark.parametrize(
    ("language", "following", "note_ends"),
    [
        ("en", "Urges all", True),
        ("en", "States that act", False),
        ("en", "2. Urges all", True),
        ("de", "fordert alle", True),
        ("de", "Seiten davon", False),
    ],
)
def test_behind_a_footnote_that_fills_its_line_the_next_page_begins_with_an_opener(language, following, note_ends):
    note = filled(99, "[^1]: See") + "."
    assert (blocks_of(*PARTED, note, following, language=language)[-1] == following) is note_ends


TABLES = {
    "a row": (["| a | b |"], [(("a", "b"),)]),
    "a rule below the heads": (["| a | b |", "|---|:-:|", "| 1 | 2 |"], [(("a", "b"), ("1", "2"))]),
    "a bar that is text": ([r"| a\|b | c |"], [(("a|b", "c"),)]),
    "italics in it": (["| *a* | b |"], [(("a", "b"),)]),
    "a row that does not end": (["| a | b |", "| 1"], []),
    "text above it": (["Sums", "| a | b |"], [(("a", "b"),)]),
    "two tables": (["| a |", "", "| b |"], [(("a",),), (("b",),)]),
}


@pytest.mark.parametrize(("lines", "rows"), TABLES.values(), ids=TABLES)
def test_a_table_is_made_of_rows_that_begin_and_end_with_a_bar(lines, rows):
    assert [block.rows for block in to_blocks(Source(lines, "en")) if block.kind == "table"] == rows


def test_a_table_tells_its_line_and_what_it_says_as_text():
    (_text, table) = to_blocks(Source(["Sums", "| a | b |", "| 1 | 2 |"], "en"))
    assert (table.line, table.text) == (2, "a | b / 1 | 2")


# ---- numbers that were lost, headings and numbers that are none


def test_a_number_that_was_lost_is_told_with_forty_characters():
    lost = f"Requests {'x' * 40};"
    res = rk.parse(f"Recalling x,\n\n1. Urges all;\n\n{lost}\n\n3. Decides.")
    assert [(a.kind, a.line, a.detail) for a in res.assumptions] == [("lost-number", 5, lost[:40])]


@pytest.mark.parametrize(("signs", "level"), [("#", 1), ("##", 1), ("###", 2), ("######", 5)])
def test_signs_before_a_heading_say_its_level(signs, level):
    res = rk.parse(f"The General Assembly,\n\nRecalling x,\n\n{signs} Peace\n\n1. Urges all.")
    assert [(thing.text, thing.level) for thing in res["OP1"].above] == [("Peace", level)]


def test_a_number_with_bis_is_a_label_of_its_own():
    res = rk.parse("Recalling x,\n\n1. Urges all;\n\n1 bis. Asks all;\n\n2. Decides.")
    assert [(p.label, p.number) for p in res.paragraphs] == [("PP1", None), ("OP1", 1), ("OP1bis", None), ("OP2", 2)]


# ---- cut paragraphs, headings, where the operative part begins


def cut(*pieces: str, language: str = "en") -> list[str]:
    return [block.text for block in join_cut([Block("text", text) for text in pieces], Source([], language))]


@pytest.mark.parametrize(("length", "is_heading"), [(59, True), (60, False), (90, False)])
def test_a_line_without_a_mark_before_a_number_is_a_heading_of_less_than_sixty_characters(length, is_heading):
    line = "A" + "x" * (length - 1)
    assert len(cut("1. Urges all;", line, "3. Urges all.")) == (3 if is_heading else 2)


@pytest.mark.parametrize(("length", "is_heading"), [(119, True), (120, False), (180, False)])
def test_a_line_that_stands_as_a_heading_has_less_than_120_characters(length, is_heading):
    line = "A" + "x" * (length - 1)
    assert stands_as_heading(["1. Urges;", line, "2. Asks"], 1) is is_heading
    assert stands_as_heading(["1. Urges;", "I", line, "2. Asks"], 1) is is_heading


HEADINGS = {
    "behind a mark": (["1. Urges;", "General", "2. Asks."], True),
    "behind no mark": (["1. Urges", "General", "2. Asks."], False),
    "behind a Roman number": (["II", "General", "2. Asks."], True),
    "at the beginning": (["General", "General", "2. Asks."], False),
    "with a mark": (["1. Urges;", "General,", "2. Asks."], False),
    "in small letters": (["1. Urges;", "general", "2. Asks."], False),
    "with an opener": (["1. Urges;", "Decides", "2. Asks."], False),
    "a sub-paragraph": (["1. Urges;", "A) General", "2. Asks."], False),
    "at the end": (["1. Urges;", "General"], False),
    "before no number": (["1. Urges;", "General", "Asks."], False),
}


@pytest.mark.parametrize(("texts", "is_heading"), HEADINGS.values(), ids=HEADINGS)
def test_a_heading_stands_behind_a_mark_and_before_a_number(texts, is_heading):
    assert stands_as_heading(texts, 1) is is_heading


CUTS = {
    "a title whose colon is its own": (["Recalling the Charter, Article:", "Peace,"], ["Recalling the Charter, Article: Peace,"]),
    "a capital behind a colon": (["Recalling this:", "Peace,"], ["Recalling this:", "Peace,"]),
    "a capital behind a comma of a preamble": (["Recalling Fiji,", "Kenya and Peru,"], ["Recalling Fiji,", "Kenya and Peru,"]),
    "a capital behind a comma below a number": (["1. Urges Fiji,", "Kenya and Peru;"], ["1. Urges Fiji, Kenya and Peru;"]),
    "a small letter behind a colon": (["Recalling this:", "peace,"], ["Recalling this: peace,"]),
    "a date": (["Recalling its resolution of 15.", "October 1996,"], ["Recalling its resolution of 15. October 1996,"]),
    "no date": (["Recalling its resolution 15.", "Ottawa 1996,"], ["Recalling its resolution 15.", "Ottawa 1996,"]),
    "a small letter behind a full stop": (["1. Urges all.", "and some"], ["1. Urges all. and some"]),
    "a capital behind a full stop": (["1. Urges all.", "And some"], ["1. Urges all.", "And some"]),
    "a word whose second letter is a capital": (["1. Urges all.", "pH values"], ["1. Urges all. pH values"]),
    "whereas": (["Noting the acts of", "all,", "Whereas all act,"], ["Noting the acts of all,", "Whereas all act,"]),
    "the next number": (["1. Urges all", "2. It is"], ["1. Urges all", "2. It is"]),
    "another number": (["1. Urges all", "5. It is"], ["1. Urges all 5. It is"]),
    "another number behind a mark": (["1. Urges all;", "5. It is"], ["1. Urges all;", "5. It is"]),
    "a letter that is meant": (["1. Urges all", "(b) to act;"], ["1. Urges all (b) to act;"]),
    "a letter behind a mark": (["1. Urges all;", "(b) to act;"], ["1. Urges all;", "(b) to act;"]),
    "a letter behind and": (["1. Urges all and", "(b) to act;"], ["1. Urges all and", "(b) to act;"]),
    "a heading": (["1. Urges all", "## and more"], ["1. Urges all", "## and more"]),
    "behind a heading": (["## Peace", "and more"], ["## Peace", "and more"]),
    "a letter and a full stop": (["1. Urges all;", "a. to act;"], ["1. Urges all;", "a. to act;"]),
}  # fmt: skip


@pytest.mark.parametrize(("pieces", "joined"), CUTS.values(), ids=CUTS)
def test_what_goes_on_with_a_cut_paragraph(pieces, joined):
    assert cut(*pieces) == joined


def test_the_number_of_a_section_goes_on_with_no_german_paragraph():
    pieces = ["unter Hinweis auf die Charta,", "I", "Allgemeines", "1. fordert alle auf, zu handeln."]
    assert cut(*pieces, language="de") == pieces
    assert cut(pieces[0], "Kenia und Peru,", pieces[3], language="de") == [f"{pieces[0]} Kenia und Peru,", pieces[3]]


BOUNDARIES = {
    "a number": (["Recalling x,", "1. Urges;"], 1),
    "a number at the beginning, and one that was lost at the end": (["1. Urges all;", "Asks all;"], 0),
    "a number that was lost": (["Recalling x,", "Urges all;", "2. Urges;"], 1),
    "two of them": (["Recalling x,", "Urges all;", "Asks all;", "3. Urges;"], 1),
    "a deed behind a comma": (["Recalling x,", "Urges all,", "2. Urges;"], 2),
    "an opener of preambles behind a semicolon": (["Recalling x;", "1. Urges;"], 1),
    "a heading": (["Recalling x,", "## General", "1. Urges;"], 1),
    "a line that stands as one": (["Recalling x,", "General", "1. Urges;"], 1),
    "a deed without a number": (["Recalling x,", "Urges all."], 1),
    "a deed without a mark": (["Recalling x,", "Urges all", "Decides."], 1),
    "another mark": (["Recalling x,", "All States act."], 1),
    "a letter with another mark": (["Recalling x:", "(a) y;"], 2),
    "a deed in the wrong form": (["Recalling x,", "Urging all."], 1),
    "only a preamble": (["Recalling x,", "Noting y,"], 2),
    "nothing that opens": (["All", "act"], 0),
}


@pytest.mark.parametrize(("texts", "boundary"), BOUNDARIES.values(), ids=BOUNDARIES)
def test_where_the_operative_part_begins(texts, boundary):
    assert find_boundary(texts, "en") == boundary


# ---- labels


def item(marker: str, text: str = "x;") -> Block:
    return Block("item", text, marker=marker)


def numbered(number: int | None) -> Block:
    return Block("paragraph", "It:", number=number)


def heading(text: str) -> Block:
    return Block("heading", text)


def preambular() -> Block:
    return Block("preambular", "Recalling,")


LABELS = {
    "four lists inside each other": (
        [numbered(1), item("a", "x:"), item("i", "x:"), item("a", "x:"), item("i", "x:"), item("a", "x:"), item("i")],
        "OP1 OP1(a) OP1(a)(i) OP1(a)(i)(a) OP1(a)(i)(a)(i) OP1(a)(i)(a)(i)(a) OP1(a)(i)(a)(i)(i)",
    ),
    "a list that goes on": ([numbered(1), item("a", "x:"), item("i"), item("ii"), item("b")], "OP1 OP1(a) OP1(a)(i) OP1(a)(ii) OP1(b)"),
    "one letter three times": ([numbered(1), item("a"), item("a"), item("a")], "OP1 OP1(a) OP1(a)~2 OP1(a)~3"),
    "text below": ([numbered(1), Block("text", "x"), Block("text", "y"), numbered(2)], "OP1 OP1/2 OP1/3 OP2"),
    "a number that was lost": ([numbered(1), numbered(None), numbered(3)], "OP1 OP2 OP3"),
    "one too many": ([numbered(1), numbered(None), numbered(2)], "OP1 OP1+ OP2"),
    "two lost, one too many": ([numbered(1), numbered(None), numbered(None), numbered(3)], "OP1 OP2 OP2+ OP3"),
    "a letter at the beginning": ([item("a"), numbered(1)], "OP0 OP1"),
    "text below a paragraph behind a preamble": ([preambular(), numbered(1), Block("text", "x"), numbered(2)], "I.PP1 I.OP1 I.OP1/2 I.OP2"),
    "a table that begins as a section does": (
        [heading("I Peace"), numbered(1), Block("table", "V | 1", rows=(("V", "1"),)), numbered(2), heading("II Law"), numbered(1)],
        "I.OP1 I.OP2 II.OP1",
    ),
    "two texts at the beginning": ([Block("text", "x:"), Block("text", "y"), numbered(1)], "OP0 OP0/2 OP1"),
    "no numbers": ([Block("text", "x"), Block("text", "y")], "OP1 OP2"),
    "numbers that start again": ([heading("I Peace"), numbered(1), heading("II Law"), numbered(1)], "I.OP1 II.OP1"),
    "numbers that go on": ([heading("I Peace"), numbered(1), heading("II Law"), numbered(2)], "OP1 OP2"),
    "numbers that start again below no heading": ([numbered(1), numbered(2), numbered(1)], "OP1 OP2 II.OP1"),
    "three times": ([numbered(1), numbered(1), numbered(1)], "OP1 II.OP1 III.OP1"),
    "one number three times": ([numbered(2), numbered(2), numbered(2)], "OP2 OP2~2 OP2~3"),
    "nothing but a heading": ([heading("Peace")], "OP1"),
    "a list below the last letter of one": ([numbered(1), item("a"), item("b", "x:"), item("a"), item("b")], "OP1 OP1(a) OP1(b) OP1(b)(a) OP1(b)(b)"),
    "a letter that comes again below no colon": ([numbered(1), item("a", "x:"), item("b"), item("a")], "OP1 OP1(a) OP1(b) OP1(a)~2"),
    "letters that are Roman numbers as well": ([numbered(1), item("g"), item("h"), item("i"), item("j")], "OP1 OP1(g) OP1(h) OP1(i) OP1(j)"),
    "a section with a preamble and one paragraph": (
        [heading("I Peace"), preambular(), numbered(1), numbered(2), heading("II Law"), preambular(), Block("text", "Decides."),
         heading("III Aid"), numbered(1)],
        "I.PP1 I.OP1 I.OP2 II.PP1 II.OP1 III.OP1",
    ),
}  # fmt: skip


@pytest.mark.parametrize(("blocks", "labels"), LABELS.values(), ids=LABELS)
def test_labels_say_where_a_paragraph_stands(blocks, labels):
    blocks = [replace(block) for block in blocks]
    for block in blocks:
        block.items = []
    made = build_paragraphs("operative", blocks, lambda *_: None, "en")
    assert [p.label for top in made for p in top.walk()] == labels.split()


@pytest.mark.parametrize(
    ("language", "spans", "halves"),
    [
        ("de", [(0, 7), (13, 16), (18, 31)], 2),
        ("en", [(0, 7), (13, 16), (18, 31)], 1),
        ("de", [(0, 7), (18, 31)], 1),
        ("de", [(0, 7)], 1),
        ("de", [(13, 16), (18, 31)], 0),
        ("de", [], 0),
    ],
)
def test_the_opener_is_in_italics_at_the_beginning_with_the_second_half_of_a_german_verb(language, spans, halves):
    split = split_opener("fordert alle auf, Treaty Series", tuple(spans), language)
    assert split == (tuple(spans[:halves]), tuple(spans[halves:]))


@pytest.mark.parametrize(
    ("words", "instead_of", "text", "italics", "marks"),
    [
        ("XY ", 2, "XY c def", ((1, 4), (5, 8)), ((2, 1), (6, 2))),
        ("", 3, " def", ((1, 4),), ((0, 1), (2, 2))),
        ("1. ", 0, "1. abc def", ((3, 6), (7, 10)), ((4, 1), (8, 2))),
    ],
)
def test_italics_and_marks_move_with_the_words_behind_a_new_beginning(words, instead_of, text, italics, marks):
    block = Block("text", "abc def", italics=((0, 3), (4, 7)), marks=((1, 1), (5, 2)))
    block.begin_with(words, instead_of=instead_of)
    assert (block.text, block.italics, block.marks) == (text, italics, marks)


@pytest.mark.parametrize("text", ["&amp; as it stands", "&#8220;", "R&D; rest", "\\&amp;"])
def test_a_text_with_the_name_of_a_sign_comes_back(text):
    assert characters(Source([write_inline(text, [], [])], "en")).lines == [write_inline(text, [], [])]
    assert read_inline(write_inline(text, [], []), ()).text == text
