"""Where one weight or limit of reading decides: rows that lie just on either side of it."""

from __future__ import annotations

import pytest

from resolutionkit.document.reading.bare_numbers import bare_numbers
from resolutionkit.document.reading.source import Source


def read(*lines: str) -> list[str]:
    return bare_numbers(Source(list(lines), "en")).lines


# ---- which of two numbers is the mark: the likelier one, and of two that are as likely the later one

LIKELY = {
    # a line with the number 1, how likely it is that of a footnote: nothing but the order of these numbers counts
    "the whole Plan1": 9,  # fused to the last word of a line
    "the whole Plan, 1": 8,
    "the whole Plan1 and": 6,
    "the whole Plan 1": 6,
    "resolution 70/1,1": 7,  # what it is fused to is a number
    "the whole Plan (all of it)1 and": 5,
    "the whole Plan [or two]1 and": 5,
    "the whole Plan, 1 and": 5,
    "resolution 70/1,1 and": 4,
    "as it was in 20201 and": 4,  # a year and a mark
    "the whole Plan 1 and": 3,
    "the whole Plan,1and": 3,
    "as in 2020, 1 but": 3,
    "resolution 74/1671 and": 2,  # a number of a resolution, and a mark
    "as in 2020,1but": 1,
}


@pytest.mark.parametrize("first", LIKELY)
def test_of_two_numbers_the_likelier_is_the_mark(first):
    for second in LIKELY:
        mended = read(first, "", second, "", "1 Resolution 60/288.")
        chosen = 0 if LIKELY[first] > LIKELY[second] else 2
        assert ["[^1]" in mended[0], "[^1]" in mended[2]] == [chosen == 0, chosen == 2], (first, second)


@pytest.mark.parametrize("words", [1, 40])
def test_a_mark_at_the_end_of_a_line_is_as_likely_however_long_the_line(words):
    for first, second in (("the Plan1", "the whole Plan, 1"), ("the Plan, 1", "the whole Plan, 1 and")):
        mended = read("of all States " * words + first, "", second, "", "1 Resolution 60/288.")
        assert ["[^1]" in mended[0], "[^1]" in mended[2]] == [True, False]


# ---- whether a number and what may be its note are likely enough together

ENOUGH = [
    # how likely the mark, a line with it; how likely the note, the lines of it; whether both are read
    ("Recalling the Plan 1 and", ["1 The rest of it."], False),
    ("as it was in 20201 and", ["1 The rest of it."], True),
    ("Recalling the Plan, 1", ["1 Recalling the rest of it,"], False),
    ("Recalling the Plan1", ["1 Recalling the rest of it,"], True),
    ("Recalling the Plan, 2", ["2 The rest of it."], False),  # the first note is missing
    ("Recalling the Plan2", ["2 The rest of it."], True),
    ("Recalling the Plan1", ["1 the rest of it"], False),  # no note begins with a small letter
    ("Recalling the Plan1", ["1 May 2020 was the day"], False),
    ("Recalling the Plan1", ["1", "The rest of it."], True),
    ("Recalling the Plan1", ["1", "Recalling the rest of it,"], False),
    ("Recalling the Plan1", ["1", "", "The rest of it."], True),
    ("Recalling the Plan1", ["1", "", "", "The rest of it."], False),
    ("Recalling the Plans 1 year and", ["1 Resolution 60/288."], False),  # it counts what stands behind it
    ("51 Plans 1 year and", ["1 Resolution 60/288."], False),
    ("Recalling the Plan, 1 year and", ["1 Resolution 60/288."], True),
    ("in 1 year and", ["1 Resolution 60/288."], False),
]


@pytest.mark.parametrize(("line", "note", "enough"), ENOUGH, ids=[f"{row[0]} / {row[1][0]}" for row in ENOUGH])
def test_a_mark_and_its_note_are_likely_enough_together(line, note, enough):
    mended = read(line, "", *note)
    assert any("[^" in said for said in mended) is enough


@pytest.mark.parametrize(("second", "chosen"), [("the whole Fund, 1", 0), ("the whole Fund1", 4)])
def test_a_usual_beginning_outweighs_a_number_alone_as_a_better_mark_does(second, chosen):
    """The note that begins as most do stands first; the text below a number alone is three points less likely."""
    lines = ["the whole Plan1 and", "", "1 Resolution 60/288.", "", second, "", "1", "The rest of it."]
    mended = read(*lines)
    assert [i for i, line in enumerate(mended) if "[^1]" in line] == [chosen, 2 if not chosen else 6]


def test_two_marks_are_weighed_together():
    lines = ["the Plan1 and", "the Fund, 2", "the Bank1", "resolution 70/1,2 and", "", "1 A/1.", "2 A/2."]
    assert read(*lines)[:4] == ["the Plan[^1] and", "the Fund,[^2]", *lines[2:4]]


# ---- how many numbers alone on their lines belong together, and how far apart


@pytest.mark.parametrize(("count", "parted"), [(2, True), (20, True), (21, False)])
def test_so_many_numbers_may_stand_before_the_notes_of_a_page(count, parted):
    numbers = [*range(1, count + 1)]
    lines = [
        *(f"the Plan,{n} and" for n in numbers),
        *map(str, numbers),
        "",
        *(f"Resolution {n}/288." for n in numbers),
    ]
    mended = [line for line in read(*lines) if line]
    assert (mended[count:] == [f"[^{n}]: Resolution {n}/288." for n in numbers]) is parted


@pytest.mark.parametrize(("numbers", "read_as_note"), [(1500, True), (1501, False)])
def test_a_text_with_too_many_numbers_alone_is_a_table(numbers, read_as_note):
    lines = ["the Plan,1 and", *["999"] * (numbers - 1), "", "1", "Resolution 60/288."]
    assert ("[^1]: Resolution 60/288." in read(*lines)) is read_as_note


@pytest.mark.parametrize(("rest", "joined"), [(93, True), (94, False), (150, False)])
def test_what_follows_a_mark_is_the_same_line_where_a_line_has_room(rest, joined):
    above = "the Plan, held in June"  # with its mark, 26 characters
    below = "w" * rest
    mended = read(above, "1", below, "", "1 Resolution 60/288.")
    assert (mended[0] == f"{above}[^1] {below}") is joined


@pytest.mark.parametrize(("lines", "parted"), [(1, True), (7, True), (8, False)])
def test_numbers_before_their_notes_stand_near_each_other(lines, parted):
    first = ["Resolution 60/288 of a day,", *["and more,"] * (lines - 2), "and annex."][-lines:]
    first[0] = first[0].replace("and annex", "Resolution 60/288")
    read_lines = read("the Plan,1 the Fund,2 and", "2", *first, "1", "Report of the Fund.")
    assert (f"[^1]: {first[0]}" in read_lines and "[^2]: Report of the Fund." in read_lines) is parted


def test_numbers_alone_that_are_in_order_are_marks_of_the_words_above():
    lines = ["the Plan,", "1", "Reaffirming the Fund,", "2", "Noting it.", "", "[^1]: A/1.", "[^2]: A/2."]
    assert read(*lines) == ["the Plan,[^1]", "Reaffirming the Fund,[^2]", *lines[4:]]


@pytest.mark.parametrize("numbers", [["2", "1", "1"], ["3", "1"]], ids=["one twice", "one missing"])
def test_numbers_before_their_notes_are_a_row_without_a_gap(numbers):
    texts = ["Resolution 60/288.", "A/50/426.", "A/50/427."][: len(numbers)]
    mended = read("the Plan,1 the Fund,2 the Bank,3", *numbers, "", *texts)
    assert [line for line in mended if line][-len(texts) + 1 :] == texts[1:]


def test_what_stands_below_the_notes_of_a_page_is_text():
    mended = read("the Plan,1 the Fund,2", "1", "2", "", "Resolution 60/288.", "A/50/426.", "Urges all.", "Ends.")
    assert [line for line in mended if line][1:] == [
        "[^1]: Resolution 60/288.",
        "[^2]: A/50/426.",
        "Urges all.",
        "Ends.",
    ]


# ---- marks run into a number

TAILS = [
    # a line, the number of its note, whether the last digits of the line are its mark
    ("the 2030 Agenda 215 and", 5, True),
    ("the 2030 Agenda 225 and", 5, False),  # there is no Agenda 22
    ("in chapter 215 and", 5, False),
    ("of 2 May 20205 and", 5, True),
    ("of 2 May 19995 and", 5, True),
    ("of 2 May 18205 and", 5, False),  # no year of the United Nations
    ("of 2 May 21205 and", 5, False),
    ("of 2 May 202005 and", 5, False),  # no mark begins with a nought
    ("of 2 May 202050 and", 50, True),
    ("of 2 May 2020500 and", 500, True),
    ("A/1235 and", 5, True),
    ("A/12345 and", 5, False),  # four digits before it are no year
    ("A/123455 and", 5, False),
    ("decision 1/CP.2125 and", 25, True),
    ("item 1235 and", 5, False),
    ("item 2055 and", 5, False),  # nor are three
]


@pytest.mark.parametrize(("line", "number", "is_mark"), TAILS, ids=[row[0] for row in TAILS])
def test_the_last_digits_of_a_number_may_be_a_mark(line, number, is_mark):
    end = line.rindex(str(number)) if is_mark else 0
    before = "" if number == 1 else f"the Plan[^{number - 1}] and"
    mended = read(before, line, "", f"[^{number - 1}]: A/1.", f"{number} Resolution 60/288.")
    if is_mark:
        assert mended[1] == f"{line[:end]}[^{number}]{line[end + len(str(number)) :]}"
    else:
        assert mended[1] == line


def test_the_last_digits_of_a_number_begin_no_note():
    lines = ["the Plan1", "A/1231 and", "", "1 Recalling the rest of it,"]
    assert read(*lines) == ["the Plan[^1]", "A/1231 and", "", "[^1]: Recalling the rest of it,"]


# ---- numbers in a row, and numbers behind the word for what they count

NO_MARKS = [
    # a line with the number 3 behind a blank, whether it is a mark
    ("as in paragraphs 1, 2, 3 and 5 of it", False),
    ("as in 2020, 3 and 5 of it", True),
    ("as it was in 2020, 3 of it", True),
    ("of the Plan, 3 May, and", False),
    ("of the Plan, 3. May, and", False),
    ("of the Plan, 3 May", False),
    ("of the Plan, 3 maybe", True),
    ("of Article 3 and", False),
    ("of some - 3 and", False),
    ("of the Plan 3 and", True),
    ("of the Plan 3: it", True),
    ("of the Plan 3:1 it", False),
    ("of the Plan 13 and", False),
    ("of the Plan 3rd and", False),
]


@pytest.mark.parametrize(("line", "is_mark"), NO_MARKS, ids=[row[0] for row in NO_MARKS])
def test_a_number_that_counts_or_is_in_a_row_is_no_mark(line, is_mark):
    mended = read("the Plan[^2] and", line, "", "[^2]: A/1.", "3 Resolution 60/288.")
    assert ("[^3]" in mended[1]) is is_mark


@pytest.mark.parametrize(("above", "is_mark"), [("as in Article", False), ("as in the Plan,", True), ("", False)])
def test_a_number_at_the_start_of_a_line_stands_behind_the_line_above(above, is_mark):
    mended = read("of it", above, "1 and of all", "", "1 Resolution 60/288.")
    assert (f"{above}[^1] and of all" in mended) is is_mark


def test_a_number_below_a_note_in_its_final_form_is_no_mark_in_that_note():
    lines = ["the Plan[^1] and", "", "[^1]: Resolution 60/288,", "2 and all others", "", "2 A/2."]
    assert read(*lines) == lines


@pytest.mark.parametrize("count", [30, 60])
def test_many_numbers_that_may_be_marks_leave_the_surest_row(count):
    """So many states are kept that the row of the true marks stays among them."""
    words = [f"the Plan {n} and 1 or 2, 3 then {n + 1}, 4 to come" for n in range(1, count)]
    notes = [f"{n} Resolution {n}/288." for n in range(1, count)]
    marks = [f"the Plan{n} and" for n in range(1, count)]
    mended = read(*words[:3], *marks, "", *notes)
    assert mended[-len(notes) :] == [f"[^{n}]: Resolution {n}/288." for n in range(1, count)]
    assert mended[3 : 3 + len(marks)] == [f"the Plan[^{n}] and" for n in range(1, count)]
