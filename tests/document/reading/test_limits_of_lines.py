"""What a line around the paragraphs can be, and how long and how far away: each limit from both sides."""

from __future__ import annotations

from datetime import date
from string import ascii_uppercase

import pytest

import resolutionkit as rk
from resolutionkit.document.model import Paragraph, Resolution
from resolutionkit.document.reading.assemble import Block
from resolutionkit.document.reading.blocks import sure_markers
from resolutionkit.document.reading.footnote_forms import footnotes, whole_notes
from resolutionkit.document.reading.front_matter import read_cover
from resolutionkit.document.reading.line_forms import is_organ_line, item_at, marker_rows, stands_alone, suspended
from resolutionkit.document.reading.read_text import LONGEST, detect_language
from resolutionkit.document.reading.source import Source
from resolutionkit.document.reading.source_map import SourceMap
from resolutionkit.document.reading.zones import to_resolutions
from resolutionkit.errors import ReadError

ORGAN = "The General Assembly,"
REST = "Recalling x,\n\n1. Urges all."


# ---- organ line


@pytest.mark.parametrize(("markup", "is_one"), [(68, True), (69, False), (90, False)])
def test_an_organ_line_has_fewer_than_90_characters_with_its_markup(markup, is_one):
    assert bool(is_organ_line("*" * markup + ORGAN)) is is_one


@pytest.mark.parametrize(("length", "is_one"), [(94, True), (95, False), (96, False)])
def test_the_line_of_an_organ_that_nobody_knows_has_fewer_than_95_characters(length, is_one):
    line = f"The Committee of {'R' * (length - 18)},"
    assert len(line) == length
    assert (rk.parse(f"Rivers\n\n{line}\n\n{REST}").organ == line[:-1]) is is_one


def parted(*lines: str) -> Resolution:
    """The resolution of which these lines are the blocks, as they stand."""
    blocks = [Block("text", line, line=n) for n, line in enumerate(lines, start=1)]
    return to_resolutions([(blocks, Source(list(lines), "en"))])[0]


COVER = [f"Sponsor: State {letter}" for letter in ascii_uppercase]


@pytest.mark.parametrize(("above", "is_one"), [(24, True), (25, False)])
def test_the_line_of_an_organ_that_nobody_knows_is_one_of_the_first_25(above, is_one):
    read = parted(*COVER[:above], "The Committee of Rivers,", "Recalling x,", "Urges all.")
    assert (read.organ == "The Committee of Rivers") is is_one


@pytest.mark.parametrize(("above", "is_one"), [(24, True), (25, False)])
def test_the_name_of_a_part_is_one_of_the_first_25_lines(above, is_one):
    read = parted("Rivers and lakes", *COVER[: above - 1], "Preambular clauses", "Recalling x,", "Urges all.")
    assert (read.title == "Rivers and lakes") is is_one


@pytest.mark.parametrize(("above", "is_one"), [(24, True), (25, False)])
def test_a_title_with_a_number_is_one_of_the_first_25_lines(above, is_one):
    read = parted(*COVER[:above], "80/1. Rivers", "Recalling x,", "Noting y,", "Urges all.")
    assert (read.title == "Rivers") is is_one
    assert not is_one or read.paragraphs[0].text == "Recalling x,"


@pytest.mark.parametrize("paragraph", ["Recalling x,", "Recalling that: it was so,"])
def test_below_the_first_paragraph_no_line_says_who_wrote_it(paragraph):
    read = parted("Committee: Rivers", paragraph, "Sponsors: Kenya,", "Urges all.")
    assert read.cover == ("Committee: Rivers",)
    assert read.paragraphs[0].text == paragraph


@pytest.mark.parametrize("below", [[], ["# I"], ["# I", "# General"]], ids=["alone", "above a heading", "above two"])
def test_the_organ_line_may_be_cut_into_two_headings(below):
    read = parted("80/1. Rivers", "# The General", "# Assembly,", *below, "Recalling x,", "1. Urges all.")
    assert (read.title, read.organ, read.paragraphs[0].text) == ("Rivers", "The General Assembly", "Recalling x,")


def test_the_organ_line_may_go_on_with_the_first_paragraph():
    read = parted("Rivers", "The General Assembly, Recalling x,", "Urges all.")
    assert (read.title, read.organ, read.organ_comma) == ("Rivers", "The General Assembly", True)
    assert [p.text for p in read.paragraphs] == ["Recalling x,", "Urges all."]


@pytest.mark.parametrize(("length", "alone"), [(95, True), (96, False)])
def test_a_line_that_is_no_paragraph_has_no_more_than_95_characters(length, alone):
    line = f"The Committee of {'R' * (length - 18)},"
    assert len(line) == length
    assert stands_alone(line) is alone


# ---- markers


@pytest.mark.parametrize(
    ("text", "marker"), [("(viiiii) to act", "viiiii"), ("((viiiii) to act", None), ("A boy (a) acts", None)]
)
def test_a_marker_ends_within_nine_characters(text, marker):
    found = item_at(text)
    assert (found and found["marker"]) == (marker if marker else None)


@pytest.mark.parametrize(
    ("text", "goes_on"),
    [("to act; and", True), ("handelt; oder", True), ("subparagraph (d) and", False), ("x or", True), ("and", False)],
)
def test_a_list_goes_on_behind_its_last_but_one_item(text, goes_on):
    assert suspended(text) is goes_on


def test_a_list_within_a_list_ends_where_the_outer_one_goes_on():
    assert marker_rows(["a", "i", "ii", "b", "iii", "c"]) == [[0, 3, 5], [1, 2]]
    assert marker_rows(["a", None, "b"]) == [[0]]
    assert marker_rows(["a", "", "b"]) == [[0, 2]]


SURE = {
    # what it shows: lines, those that surely begin a sub-paragraph
    "two in a row": (["1. Urges:", "(a) to act;", "(b) to report."], {1, 2}),
    "lines between them that go on": (["1. Urges:", "(a) to act in", "all regions", "(b) to report."], {1, 3}),
    "a number between them": (["(a) to act in", "2. Urges all:", "(b) to report."], set()),
    "a letter alone": (["1. Urges", "(a) to act."], set()),
    "a letter that is meant": (["as in (a)", "(a) and", "(b) above."], set()),
}


@pytest.mark.parametrize(("lines", "sure"), SURE.values(), ids=SURE)
def test_markers_that_follow_each_other_surely_begin_sub_paragraphs(lines, sure):
    assert sure_markers(lines) == sure


@pytest.mark.parametrize(("inner", "goes_on"), [(4, True), (5, True), (6, False)])
def test_no_more_than_five_lists_within_lists_are_remembered(inner, goes_on):
    rows = marker_rows(["a", *["1", "A", "i", "I", "1", "A"][:inner], "b"])
    assert (rows[0] == [0, inner + 1]) is goes_on


# ---- footnotes


@pytest.mark.parametrize(("number", "is_note"), [(1, True), (2, True), (3, False), (16, False)])
def test_a_number_in_brackets_begins_the_notes_where_it_is_1_or_2(number, is_note):
    read = footnotes(Source([f"the Strategy({number}) and", "", f"({number}) Resolution 60/288."], "en")).lines
    assert (read[2] == f"[^{number}]: Resolution 60/288.") is is_note


def test_a_note_stands_below_its_mark():
    lines = ["[1] Resolution 60/288.", "", "the Strategy[1] and"]
    assert footnotes(Source(lines, "en")).lines == lines
    assert footnotes(Source([*reversed(lines)], "en")).lines == ["the Strategy[^1] and", "", "[^1]: Resolution 60/288."]


@pytest.mark.parametrize(
    ("heading", "is_one"), [("Notes:" + " " * 13, True), ("Notes:" + " " * 14, False), ("Notes:" + " " * 40, False)]
)
def test_the_heading_above_notes_is_a_short_line(heading, is_one):
    read = footnotes(Source(["the Strategy", heading, "1. Resolution 60/288."], "en")).lines
    assert (read[2] == "[^1]: Resolution 60/288.") is is_one


def test_notes_begin_right_below_the_last_such_heading():
    lines = ["Notes", "1. of the past", "Notes", "1. Resolution 60/288.", "2. A/1."]
    assert footnotes(Source(lines, "en")).lines == [*lines[:3], "[^1]: Resolution 60/288.", "[^2]: A/1."]


@pytest.mark.parametrize(
    ("below", "whole"),
    [("  chap. I.", True), (" chap. I.", False), ("\tchap. I.", False), ("\t\tchap. I.", True), ("[^2]: A/2.", False)],
)
def test_a_further_line_of_a_note_that_ended_is_indented_by_two(below, whole):
    read = whole_notes(Source(["[^1]: A/1.", below], "en")).lines
    assert (read == [f"[^1]: A/1. {below.strip()}", ""]) is whole


@pytest.mark.parametrize(
    ("note", "whole"),
    [
        ("[^1]: See A/1,", True),
        ("[^1]: See A/1", True),
        ("[^1]: See A/1, No.", True),
        ("[^1]: Vgl.", True),
        ("[^1]: See A/1.", False),
    ],
)
def test_a_note_goes_on_until_its_full_stop(note, whole):
    read = whole_notes(Source([note, "Supplement."], "en")).lines
    assert (read == [f"{note} Supplement.", ""]) is whole


def test_a_note_with_a_raised_number_is_left_to_those_who_join_lines():
    lines = ["[^1]: A/1.", "² See A/75/2,", "chap. I."]
    assert whole_notes(Source(lines, "en")).lines == lines


def test_a_note_below_other_lines_goes_on_over_several():
    lines = [
        "the Strategy[^1] and",
        "",
        "[^1]: See A/75/1, paras. 3 and",
        "chap. II, sect. A,",
        "and annex.",
        "Urges all.",
    ]
    assert whole_notes(Source(lines, "en")).lines == [
        *lines[:2], "[^1]: See A/75/1, paras. 3 and chap. II, sect. A, and annex.", "", "", "Urges all.",
    ]  # fmt: skip


# ---- title


@pytest.mark.parametrize(("length", "whole"), [(20, False), (30, False), (31, True)])
def test_a_line_of_a_title_that_goes_on_has_more_than_30_characters(length, whole):
    line = "Rivers" + "s" * (length - 6)
    assert (rk.parse(f"{line}\nof the north\n{ORGAN}\n\n{REST}").title == f"{line} of the north") is whole


@pytest.mark.parametrize(("length", "whole"), [(40, False), (55, False), (56, True)])
def test_a_full_line_of_a_title_has_more_than_55_characters(length, whole):
    line = "Rivers" + "s" * (length - 6)
    assert (rk.parse(f"{line}\nNorthern lakes\n{ORGAN}\n\n{REST}").title == f"{line} Northern lakes") is whole


@pytest.mark.parametrize(
    ("below", "title", "cover"),
    [(["lakes"], "Rivers and lakes", ()), (["lakes", "Draft"], "Rivers and", ("lakes", "Draft"))],
)
def test_one_line_below_a_title_with_a_number_is_its_second_half(below, title, cover):
    read = parted("80/1. Rivers and", *below, ORGAN, "Recalling x,", "Urges all.")
    assert (read.title, read.cover) == (title, cover)


def test_a_note_to_the_title_stands_where_its_mark_does():
    (note,) = rk.parse(f"80/1. Rivers[^1] and lakes\n\n{ORGAN}\n\n{REST}\n\n[^1]: A/1.").footnotes
    assert (note.label, note.position) == ("title", 6)


@pytest.mark.parametrize(("more", "known"), [(22, True), (23, False), (60, False)])
def test_a_date_on_the_cover_is_a_short_line(more, known):
    line = "2 December 2020, " + "w" * more
    assert len(line) == more + 17
    read = rk.parse(f"{line}\n80/1. Rivers\n{ORGAN}\n\n{REST}")
    assert (read.published is not None) is known


SYMBOLS = {
    # what it shows: lines of the cover, the number in the title, the organ; the symbol
    "that of the number": ([], "75/10", "The General Assembly", "A/RES/75/10"),
    "that of the number, whatever another line says": (
        ["A/RES/75/11", "Resolution 75/12"],
        "75/10",
        "The General Assembly",
        "A/RES/75/10",
    ),
    "that of a line": (["United Nations", "A/RES/75/10", "A/RES/75/11"], "", "The General Assembly", "A/RES/75/10"),
    "that of a line of the Security Council": (["S/RES/2729 (2024)"], "", "The Security Council", "S/RES/2729 (2024)"),
    "that of a line of the Human Rights Council": (
        ["A/HRC/RES/48/1"],
        "",
        "The Human Rights Council",
        "A/HRC/RES/48/1",
    ),
    "that of a line which says the number": (
        ["Resolution 2729 (2024)"],
        "",
        "The Security Council",
        "S/RES/2729 (2024)",
    ),
    "the first of two": (["Resolution 75/10", "A/RES/75/11"], "", "The General Assembly", "A/RES/75/10"),
    "none of a sentence": (
        ["as in A/RES/75/10", "Resolution 75/10 adopted by the General Assembly"],
        "",
        "The General Assembly",
        "",
    ),
    "in Roman numbers": ([], "2625 (XXV)", "The General Assembly", "A/RES/2625(XXV)"),
    "of a council by its year": ([], "2020/3", "The Economic and Social Council", "E/RES/2020/3"),
}


@pytest.mark.parametrize(("lines", "number", "organ", "symbol"), SYMBOLS.values(), ids=SYMBOLS)
def test_the_symbol_is_that_of_the_number_or_of_the_first_line_that_has_one(lines, number, organ, symbol):
    assert read_cover(lines, number, organ).symbol == symbol


FACTS = {
    # what it shows: lines of the cover; the name of a fact, what it is
    "the first agenda item": (["Agenda item 130 (y)", "Agenda item 7"], "agenda_item", "130 (y)"),
    "the first adoption": (
        ["Resolution adopted by the General Assembly on 23 November 2020", "Adopted on 7 December 2020"], "adopted", date(2020, 11, 23),
    ),
    "a German adoption": (["Resolution der Generalversammlung, verabschiedet am 23. November 2020"], "adopted", date(2020, 11, 23)),
    "the first date": (["30 November 2020", "7 December 2020"], "published", date(2020, 11, 30)),
    "a date within a line": (["Bonn, 30 November 2020"], "published", None),
    "the first drafts": (["[on the report (A/75/L.20 and Add.1)]", "[A/75/L.21]"], "drafts", ("A/75/L.20",)),
    "the meeting of the adoption": (["Adopted at the 30th plenary meeting, on 23 November 2020"], "meeting", "30th plenary meeting"),
    "the first meeting": (["Adopted at its 30th plenary meeting", "adopted at its 31st plenary meeting"], "meeting", "30th plenary meeting"),
}  # fmt: skip


@pytest.mark.parametrize(("lines", "name", "value"), FACTS.values(), ids=FACTS)
def test_of_several_lines_of_the_cover_the_first_tells_the_fact(lines, name, value):
    assert getattr(read_cover(lines, "75/10", "The General Assembly"), name) == value


# ---- annexes and closing lines


@pytest.mark.parametrize(
    ("behind", "is_one"),
    [
        ("on 23 November 2020", True),
        ("by 2 May 2020 at Geneva", True),  # the date and ten characters
        ("by 2 May 2020 at Nairobi", False),
        ("on 23 November 2020 and later still", False),
        ("who act.", True),
        ("who act;", False),
        ("who act:", False),
    ],
)
def test_an_annex_with_its_title_stands_behind_a_date(behind, is_one):
    read = rk.parse(f"{ORGAN}\n\nRecalling x,\n\n1. Urges all {behind}\n\nAnnex Declaration on rivers\n\nWe act.")
    assert bool(read.annexes) is is_one


def test_the_first_line_below_the_organ_line_is_no_annex_and_no_closing_line():
    assert not rk.parse(f"{ORGAN}\n\nAnnex\n\n{REST}").annexes
    assert not rk.parse(f"{ORGAN}\n\n30th plenary meeting\n\n{REST}").closing
    assert rk.parse(f"{ORGAN}\n\nRecalling x,\n\nAnnex\n\nText.").annexes
    assert rk.parse(f"{ORGAN}\n\nRecalling x,\n\n30th plenary meeting").closing


# ---- language


@pytest.mark.parametrize(("said", "language"), [("der", "de"), ("of", "de"), ("of to", "en"), ("of to der", "en")])
def test_one_word_of_a_language_proves_less_than_a_german_one(said, language):
    assert detect_language(f"{said} beschließt") == language


@pytest.mark.parametrize(("letters", "language"), [(25, "en"), (26, "ru")])
def test_more_than_a_quarter_of_letters_tells_the_script(letters, language):
    for letter in "ажя":
        assert detect_language(letter * letters + "x" * (100 - letters)) == language


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("إن الجمعية العامة، إذ تشير إلى قراراتها", "ar"),
        ("大会，回顾其以往各项决议，", "zh"),
        ("Генеральная Ассамблея, ссылаясь на свои резолюции", "ru"),
        ("L’Assemblée générale, rappelant les résolutions des États et ses", "fr"),
        ("L’Assemblée générale, rappelant sa résolution du 15 octobre 1996, prie le Secrétaire général d’agir", "fr"),
        ("La Asamblea General, recordando los propósitos y las decisiones para ello", "es"),
        (
            "Die Generalversammlung (Генеральная Ассамблея), unter Hinweis auf die Charta und die Ziele, der Welt zu dienen",
            "de",
        ),
    ],
)
def test_the_language_of_an_official_text_is_told(text, language):
    assert detect_language(text) == language


def test_a_text_that_is_too_long_is_pointed_at_where_it_is():
    with pytest.raises(ReadError) as caught:
        rk.parse("word\n" * 80_001)
    assert (caught.value.place.line, caught.value.place.column) == (80_001, 1)


@pytest.mark.parametrize(("at", "language"), [(799, "ru"), (800, "en")])
def test_the_script_is_that_of_the_first_800_characters(at, language):
    text = "я" * 200 + "x" * (at - 200) + "я" * 9
    assert detect_language(text) == language


@pytest.mark.parametrize(("blanks", "language"), [(2498, "de"), (2499, "en")])
def test_words_are_counted_in_the_first_2500_characters(blanks, language):
    assert detect_language("x" + " " * blanks + "über") == language


@pytest.mark.parametrize("length", [LONGEST, LONGEST + 1])
def test_a_text_may_have_400_000_characters(length):
    from resolutionkit.document.reading.read_text import _check

    assert LONGEST == 400_000
    if length > LONGEST:
        with pytest.raises(ReadError):
            _check("a" * length)
    else:
        _check("a" * length)


# ---- places in the source


def test_a_text_may_stand_at_the_very_beginning_of_its_source():
    res = Resolution(preamble=(Paragraph("PP1", text="Recalling it,"),))
    assert SourceMap("Recalling it,", res).span("PP1", (0, 9)) == (0, 9)


@pytest.mark.parametrize(("head", "found"), [(3988, True), (3989, False)])
def test_two_halves_of_a_paragraph_stand_no_more_than_4000_letters_apart(head, found):
    first, second = "Recalling the first half of it", "and the second half of it all,"
    res = Resolution(preamble=(Paragraph("PP1", text=f"{first} {second}"),))
    source = f"{first}\n{'x' * head}\n{second}"
    assert (SourceMap(source, res).span("PP1", (31, 34)) == (len(first) + head + 2, len(first) + head + 5)) is found


@pytest.mark.parametrize(("start", "found"), [("Recalling i", True), ("Recalling", False)])
def test_a_paragraph_is_found_by_its_first_ten_letters(start, found):
    res = Resolution(preamble=(Paragraph("PP1", text=f"{start} Zulu and all others who were there,"),))
    place = SourceMap(f"And then\n{start}\nQQQQ\nother words", res).span("PP1", (0, 4))
    assert place == ((9, 13) if found else None)


@pytest.mark.parametrize(("blanks", "place"), [(39, (41, 42)), (40, (1, 2))])
def test_a_sign_behind_a_word_stands_within_40_characters(blanks, place):
    res = Resolution(preamble=(Paragraph("PP1", text="ab, cd"),))
    assert SourceMap(f"ab{' ' * blanks}, cd", res).span("PP1", (2, 3)) == place


def test_of_two_paragraphs_with_one_label_the_first_is_found():
    res = Resolution(preamble=(Paragraph("PP1", text="Recalling it,"), Paragraph("PP1", text="Noting it,")))
    assert SourceMap("Recalling it,\n\nNoting it,", res).span("PP1", (0, 9)) == (0, 9)


@pytest.mark.parametrize(("alike", "place"), [(24, 0), (25, 16)])
def test_a_paragraph_is_rather_where_25_letters_are_its_own_than_ten(alike, place):
    words = ascii_uppercase + "of it"
    res = Resolution(preamble=(Paragraph("PP1", text=words),))
    assert SourceMap(f"{words[:10]}00000 {words[:alike]}11", res).span("PP1", (0, 1)) == (place, place + 1)


@pytest.mark.parametrize("at", [12, 13, 99])
def test_a_place_behind_the_last_sign_of_a_text_is_that_of_the_last(at):
    res = Resolution(preamble=(Paragraph("PP1", text="Recalling it,"),))
    assert SourceMap("Recalling it,", res).span("PP1", (at, at)) == (12, 13)


# ---- footnotes between paragraphs


@pytest.mark.parametrize(("notes_between", "joined"), [(True, True), (False, False)])
def test_pages_ended_where_a_note_stands_between_paragraphs(notes_between, joined):
    note = ["[^1]: Resolution 60/288."]
    body = [
        "Recalling the Strategy[^1] of all States,",
        *note * notes_between,
        "Kenya and Peru among them,",
        "1. Urges all.",
    ]
    read = rk.parse("\n\n".join([ORGAN, *body, *note * (not notes_between)]))
    assert (read["PP1"].text == "Recalling the Strategy of all States, Kenya and Peru among them,") is joined


# ---- lines of a sentence that look like something else

WRAPPED = {
    "a closing line": "Recalling the outcome of the high-level\nplenary meeting, including the engagement of all,",
    "an item behind an abbreviation": (
        "Recalling the report of the Conference of the Parties to the Convention on Biological Diversity, held\n"
        "at Nairobi from the first to the third day of May (see the report of the Conference, Vols. I and Vol.\n"
        "II) and the report of the Bureau of the Conference,"
    ),
    "a sign that nobody sees at the end": "Recalling the report of the Panel,\u200e",
}


@pytest.mark.parametrize("paragraph", WRAPPED.values(), ids=WRAPPED)
def test_a_line_of_a_sentence_stays_in_it(paragraph):
    res = rk.parse(f"{ORGAN}\n{paragraph}\nNoting that it lasts,\n\n1. Urges all States to act.")
    assert [p.text for p in res.preamble] == [paragraph.replace("\n", " "), "Noting that it lasts,"]


def test_the_second_line_of_a_title_is_no_organ_line():
    res = rk.parse("75/149. Observer status for the Union in\nthe General Assembly\n\n" + f"{ORGAN}\n\n{REST}")
    assert (res.title, res.organ) == ("Observer status for the Union in the General Assembly", "The General Assembly")


@pytest.mark.parametrize("organ", ["the General Assembly,", "THE GENERAL ASSEMBLY", "The General Assembly"])
def test_an_organ_line_with_a_small_letter_has_a_comma(organ):
    assert rk.parse(f"{organ}\n\n{REST}").organ == organ.rstrip(",")


def test_lines_above_the_title_and_below_the_end_have_no_markup():
    cover = ["**Committee:** The *Third* Committee", "[A/C.3/80/L.1](https://x.org)"]
    res = rk.parse("\n\n".join([*cover, "# 80/1. Rivers", ORGAN, REST, "*30th plenary meeting*", "23\\. November"]))
    assert res.cover == ("Committee: The Third Committee", "A/C.3/80/L.1")
    assert res.closing == ("30th plenary meeting", "23. November")
