"""Heads and feet of pages: how short, how near and how often a line has to be, from both sides of each limit."""

from __future__ import annotations

import pytest

from resolutionkit.document.reading.pages import page_furniture
from resolutionkit.document.reading.source import Source, filled_before

ORGAN, SYMBOL = "The General Assembly,", "A/RES/80/1"
LINE = "the text of a paragraph that is as wide as the paper of the page on which it stands and so"


def kept(*lines: str) -> list[str]:
    return page_furniture(Source(list(lines), "en")).lines


def page(count: int) -> list[str]:
    return [f"{LINE} {n}" for n in range(count)]


# ---- the row of the page numbers


@pytest.mark.parametrize(("lines", "gone"), [(5, False), (11, False), (12, True)])
def test_two_page_numbers_stand_a_page_apart(lines, gone):
    read = kept(ORGAN, *page(3), "1", *page(lines), "2", *page(3))
    assert ("2" not in read) is gone


@pytest.mark.parametrize(("lines", "gone"), [(8, False), (23, False), (24, True)])
def test_where_a_page_number_is_missing_the_next_one_stands_two_pages_below(lines, gone):
    read = kept(ORGAN, *page(3), "1", *page(lines), "3", *page(3))
    assert ("3" not in read) is gone


@pytest.mark.parametrize(("number", "gone"), [("1", False), ("2", True), ("4", True), ("5", False), ("7", False)])
def test_up_to_two_page_numbers_may_be_missing(number, gone):
    read = kept(ORGAN, "1", *page(60), number, *page(3))
    assert (number not in read) is gone


@pytest.mark.parametrize(("first", "gone"), [("0", False), ("1", True), ("2", True), ("3", False)])
def test_the_first_page_number_is_1_or_2(first, gone):
    second = str(int(first) + 1)
    read = kept(ORGAN, *page(3), first, *page(20), second, *page(3))
    assert (second not in read) is gone


@pytest.mark.parametrize(("last", "gone"), [("2", True), ("3", False)])
def test_the_last_line_may_be_the_next_page_number_however_short_its_page(last, gone):
    read = kept(ORGAN, *page(3), "1", *page(3), last)
    assert (last not in read) is gone


@pytest.mark.parametrize(("before", "gone"), [(11, True), (12, False)])
def test_a_row_of_page_numbers_begins_at_one_of_the_first_dozen_of_numbers(before, gone):
    """The others are numbers of the text; no row that begins with one of them holds the number 1."""
    read = kept(ORGAN, *["2"] * before, *page(3), "1", *page(20), "2", *page(20), "3")
    assert ("1" not in read) is gone


@pytest.mark.parametrize(("width", "gone"), [(3, True), (129, True), (130, False), (200, False)])
def test_a_line_of_a_page_is_shorter_than_130_characters_with_the_blanks_before_it(width, gone):
    read = kept(ORGAN, f"Recalling {LINE}", "2/3".rjust(width), "all the work that was done,")
    assert (len(read) == 3) is gone


# ---- lines beside page numbers


@pytest.mark.parametrize(
    ("head", "gone"),
    [
        ("Rivers", True),
        ("River", False),  # five letters: a word of the sentence
        ("Rivers:", False),
        ("Rivers,", False),
        ("1 Rivers", False),
    ],
)
def test_a_line_beside_two_page_numbers_is_their_head(head, gone):
    read = kept(ORGAN, f"Recalling {LINE}", head, "1/3", "of all", *page(3), head, "2/3", "of both")
    assert (head not in read) is gone


@pytest.mark.parametrize("below", [["Rivers"], ["", "Rivers"], ["Rivers", ""]])
def test_a_line_below_two_page_numbers_is_their_head(below):
    read = kept(ORGAN, f"Recalling {LINE}", "1/3", *below, "of all", *page(3), "2/3", *below, "of both")
    assert [line for line in read if line] == [ORGAN, f"Recalling {LINE}", "of all", *page(3), "of both"]


@pytest.mark.parametrize(("blanks", "gone"), [(10, True), (11, True), (12, False), (15, False)])
def test_a_line_stands_beside_a_page_number_within_a_dozen_of_lines(blanks, gone):
    apart = [""] * blanks
    read = kept(ORGAN, f"Recalling {LINE}", "Rivers", *apart, "1/3", "of all", *page(3), "Rivers", *apart, "2/3", "it")
    assert ("Rivers" not in read) is gone


@pytest.mark.parametrize("lines", [3, 300])
def test_the_last_line_of_a_text_long_or_short_may_be_its_page_number(lines):
    assert kept(ORGAN, *page(lines), "2/2") == [ORGAN, *page(lines)]


# ---- lines that come again


@pytest.mark.parametrize(("times", "gone"), [(1, False), (2, True)])
def test_a_line_of_the_cover_that_comes_twice_is_a_running_head_wherever_it_stands(times, gone):
    head = "Lagos Youth Parliament"
    read = kept(head, "Rivers", ORGAN, *[*page(14), "so it ended.", head] * times, *page(3))
    assert (head not in read[1:]) is gone


def repeated(head: str, *, apart: int = 14, above: str = LINE) -> list[str]:
    return kept(ORGAN, *page(14), above, head, *page(apart), LINE, head, *page(4))


@pytest.mark.parametrize(
    ("head", "gone"),
    [
        ("Bonn 31", True),
        ("Bonn 3", False),  # six characters
        ("bonn 31", False),
        ("Bonn 31:", False),
        ("Bonn 31-", False),
    ],
)
def test_a_running_head_has_seven_characters_and_no_final_mark(head, gone):
    assert (head not in repeated(head)) is gone


@pytest.mark.parametrize(("apart", "gone"), [(10, False), (11, False), (12, True)])
def test_a_running_head_comes_again_no_sooner_than_a_page_later(apart, gone):
    assert ("Lagos Youth Parliament" not in repeated("Lagos Youth Parliament", apart=apart - 1)) is gone


@pytest.mark.parametrize(("width", "gone"), [(53, True), (54, True), (56, False)])
def test_a_running_head_is_short(width, gone):
    """Nine tenths of the lines are no longer than 92 characters, and a head has less than six tenths of that."""
    head = "W" * width
    assert (head not in repeated(head)) is gone


@pytest.mark.parametrize(("wide", "gone"), [(3, True), (1, False)])
def test_a_page_is_as_wide_as_the_widest_tenth_of_its_lines(wide, gone):
    head = (
        "The Lagos Youth Parliament of the Year"  # 38 characters: less than six tenths of a hundred, more than of fifty
    )
    page_of = ["x" * 50] * (15 - wide) + ["the text of a paragraph that goes on below " + "y" * 57] * wide
    read = kept(ORGAN, *page_of, head, *page_of, head, "and so on.")
    assert (head not in read) is gone
    spaced = [piece for line in (*page_of, head, *page_of, head, "and so on.") for piece in (line, "")]
    assert (head not in kept(ORGAN, *spaced)) is gone


@pytest.mark.parametrize(
    ("above", "gone"),
    [(LINE, True), ("and all States", False), (f"{LINE},", False), (f"{LINE}”", False), (f"“{LINE}", True)],
)
def test_a_line_that_comes_again_between_sentences_is_a_heading(above, gone):
    read = kept(ORGAN, *page(14), above, "Lagos Youth Parliament", *page(14), above, "Lagos Youth Parliament", *page(4))
    assert ("Lagos Youth Parliament" not in read) is gone


@pytest.mark.parametrize(("blanks", "gone"), [(0, True), (4, True), (5, False), (9, False)])
def test_a_running_head_breaks_into_the_line_of_the_last_five(blanks, gone):
    pages = [*page(14), LINE, *[""] * blanks, "Lagos Youth Parliament"] * 2
    assert ("Lagos Youth Parliament" not in kept(ORGAN, *pages, *page(4))) is gone


# ---- the title again


@pytest.mark.parametrize(("line", "gone"), [("Seas", True), ("Sea", False), ("UN", False)])
def test_a_title_of_four_letters_may_come_again(line, gone):
    read = kept(line, ORGAN, "Recalling that the", SYMBOL, line, "rises, and that all,")
    assert (line not in read[2:]) is gone


@pytest.mark.parametrize("words", ["cooperation between the two", "Cooperation between the two"])
def test_a_line_that_breaks_into_a_sentence_with_the_words_of_the_title_is_no_head_by_itself(words):
    read = kept("80/1. Cooperation between the two", ORGAN, "Recalling that the", words, "is of use,")
    assert words in read


@pytest.mark.parametrize(("beside", "gone"), [(SYMBOL, True), ("", True), ("2/4", True), ("of the,", False)])
@pytest.mark.parametrize("above", [True, False])
def test_a_title_is_a_head_where_a_blank_line_or_another_line_of_the_head_stands_beside_it(beside, gone, above):
    lines = [beside, "Cooperation"] if above else ["Cooperation", beside.rstrip(",")]
    read = kept("80/1. Cooperation", ORGAN, "Recalling that the", *lines, "is of use,")
    assert ("Cooperation" not in read) is (gone or (above and beside == "of the,"))


def test_a_title_that_begins_with_a_small_letter_in_a_sentence_is_no_head_beside_one():
    read = kept("80/1. Cooperation", ORGAN, "Recalling that the", SYMBOL, "cooperation", "is of use,")
    assert "cooperation" in read


@pytest.mark.parametrize("lines", [1, 2, 3])
def test_a_title_with_a_number_goes_on_below_it(lines):
    title = ["Rivers and", "lakes, and the", "people who live by them"][:lines]
    read = kept(
        "Draft of the Bureau",
        f"80/1. {title[0]}",
        *title[1:],
        ORGAN,
        "Recalling that the",
        SYMBOL,
        *title,
        "rise, and that all,",
    )
    assert read[lines + 2 :] == ["Recalling that the", "rise, and that all,"]


@pytest.mark.parametrize("title", ["[Rivers]", "Rivers,", "Rivers."])
def test_a_line_in_brackets_or_with_a_final_mark_is_no_title(title):
    lines = [title, ORGAN, "Recalling that the", title, "rises, and that all,"]
    assert kept(*lines) == lines


@pytest.mark.parametrize(("lines", "gone"), [(6, True), (7, False)])
def test_a_title_comes_again_on_up_to_six_lines(lines, gone):
    words = ["Rivers", "lakes", "springs", "wells", "dams", "boats", "nets"][:lines]
    read = kept(f"80/1. {' '.join(words)}", ORGAN, "Recalling that the", SYMBOL, *words, "rise, and that all,")
    assert ("lakes" not in read) is gone


@pytest.mark.parametrize("lines", [1, 2])
def test_a_title_begins_again_at_the_end_of_a_text_and_breaks_off(lines):
    words = ["Rivers", "lakes", "springs"]
    read = kept(f"80/1. {' '.join(words)}", ORGAN, "Recalling that the", *words[:lines])
    assert read[3:] == words[:lines]


@pytest.mark.parametrize(
    ("above", "below", "gone"),
    [
        ("1. Urges all States;", ["", "", "States that act."], False),  # a heading above a paragraph
        ("1. Urges all States;", ["", "", "states that act."], True),
        ("1. Urges all States;", ["", "", "", "states that act."], False),
        ("1. Urges all", ["", "States that act."], True),
        ("Annex", ["", "states that act."], False),
    ],
)
def test_a_heading_with_the_words_of_the_title_is_one_unless_it_breaks_into_a_sentence(above, below, gone):
    read = kept("80/1. Rivers and lakes", ORGAN, above, "# Rivers and lakes", *below)
    assert ("# Rivers and lakes" not in read) is gone


@pytest.mark.parametrize(
    "line", ["Rivers and lakes", "    Rivers and lakes", "*Rivers and lakes*", "A/RES/80/1  Rivers and lakes"]
)
def test_the_title_between_two_paragraphs_is_the_head_of_a_page_unless_it_is_marked_as_a_heading(line):
    assert kept("80/1. Rivers and lakes", ORGAN, "1. Urges all States;", line, "2. Decides.")[2:] == [
        "1. Urges all States;",
        "2. Decides.",
    ]


def test_a_page_may_end_right_below_the_organ_line():
    assert kept("80/1. Rivers and lakes", ORGAN, "Rivers and lakes", "Recalling x,") == [
        "80/1. Rivers and lakes",
        ORGAN,
        "Recalling x,",
    ]


# ---- a piece of the title beside the symbol


@pytest.mark.parametrize(
    ("line", "gone"),
    [
        ("A/RES/80/1 Fish sea", False),  # eight characters
        ("A/RES/80/1 of the", False),
        ("A/RES/80/1 Fish seas", True),
        ("A/RES/80/1 Fish of the", True),
        ("A/RES/80/1 Care of fisheries,", False),  # as a sentence may go on
        ("A/RES/80/1 Fisheries", False),
        ("fish of the A/RES/80/1", True),
        ("[A/RES/80/1 Fish of the", False),
        ("[and lakes] A/RES/80/1", False),  # what a negotiating text has in brackets
    ],
)
def test_a_piece_of_the_title_has_two_words_and_nine_characters(line, gone):
    read = kept(
        "80/1. Care of fisheries, fish of the sea [and lakes] and fish seas",
        ORGAN,
        "Recalling that the",
        line,
        "sea rises,",
    )
    assert (line not in read) is gone


def test_a_text_without_an_organ_line_may_begin_with_the_foot_of_a_page():
    assert kept("2/4", "Recalling the Charter,", "Noting the report,") == [
        "Recalling the Charter,",
        "Noting the report,",
    ]


# ---- beside each other


@pytest.mark.parametrize(("number", "gone"), [("3", True), ("123", True), ("1234", False)])
def test_a_number_beside_another_line_of_the_head_is_that_of_the_page(number, gone):
    read = kept("80/1. Rivers", ORGAN, "Recalling that the", number, SYMBOL, "lakes rise,")
    assert (number not in read) is gone


@pytest.mark.parametrize(("above", "between"), [("¹ See A/75/1.", [""]), ("lakes", [])])
def test_a_footnote_ends_with_its_page_where_no_blank_lines_part_the_text(above, between):
    read = kept("80/1. Rivers", ORGAN, "Recalling that the", above, "2/4", SYMBOL, "Charter,")
    assert read[2:] == ["Recalling that the", above, *between, "Charter,"]


# ---- marks on lines of their own


@pytest.mark.parametrize(
    ("lines", "mended"),
    [
        (["1.", "Urges all"], ["", "1. Urges all"]),
        (["1.", "", "Urges all"], ["", "", "1. Urges all"]),
        (["1.", "", "", "Urges all"], ["1.", "", "", "Urges all"]),
        (["(a)", "(b)", "to act"], ["(a)", "", "(b) to act"]),
        (["¹ See A/75/1, para.", "24.", "", "² Ibid."], ["¹ See A/75/1, para.", "24.", "", "² Ibid."]),
        (["¹ See A/75/1,", "annex", "5.", "² Ibid."], ["¹ See A/75/1,", "annex", "5.", "² Ibid."]),
        (["¹ See A/75/1.", "2.", "Urges all"], ["¹ See A/75/1.", "", "2. Urges all"]),
        (["Urges all", "2.", "Calls upon all"], ["Urges all", "", "2. Calls upon all"]),
        (["Urges all", "1."], ["Urges all", "1."]),
        (["Urges all", "1.", ""], ["Urges all", "1.", ""]),
    ],
)
def test_a_mark_alone_stands_before_the_words_below_unless_they_are_far(lines, mended):
    assert kept(ORGAN, *lines)[1:] == mended


# ---- empty lines


@pytest.mark.parametrize(("filled", "empty_stays"), [(18, True), (19, False), (20, False)])
def test_where_blank_lines_part_the_paragraphs_a_line_goes_out_as_a_blank_one(filled, empty_stays):
    read = kept(ORGAN, *page(filled - 1), "1/2", "")
    assert (read == [ORGAN, *page(filled - 1), "", ""]) is empty_stays


@pytest.mark.parametrize(("most", "found"), [(1, ""), (2, "a"), (3, "a")])
def test_the_last_filled_line_among_so_many(most, found):
    assert filled_before(["b", "a ", " ", "c"], 3, most) == found
    assert filled_before(["", "a"], 1) == ""
