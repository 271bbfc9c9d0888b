"""Text copied out of PDFs: words cut at line ends, notes at page feet, heads and feet of pages."""

from __future__ import annotations

import pytest

import resolutionkit as rk
from resolutionkit.document.reading.bare_numbers import bare_numbers
from resolutionkit.document.reading.hyphens import joint, mend_divided, vocabulary
from resolutionkit.document.reading.pages import page_furniture
from resolutionkit.document.reading.source import Source

# ---- a hyphen at the end of a line

HYPHENS = [
    # the two halves, words that the text holds elsewhere, what is right
    ("inter-/national", "", "international"),
    ("ex-/pressing", "", "expressing"),
    ("short-/age", "short", "shortage"),
    ("high-/lighting", "high", "highlighting"),
    ("under-/taking", "under taking", "undertaking"),
    ("stake-/holders", "stake holders", "stakeholders"),
    ("sub-/regional", "regional", "subregional"),
    ("counter-/terrorism", "counter-terrorism", "counter-terrorism"),
    ("counter-/terrorism", "terrorism", "counter-terrorism"),
    ("counter-/act", "act", "counteract"),
    ("zero-/tolerance", "", "zero-tolerance"),
    ("one-/size-fits-all", "", "one-size-fits-all"),
    ("up-to-/date", "", "up-to-date"),
    ("follow-/up", "", "follow-up"),
    ("follow-/ing", "follow", "following"),
    ("through-/out", "", "throughout"),
    ("life-/threatening", "", "life-threatening"),
    ("income-/generating", "", "income-generating"),
    ("sub-/item", "", "sub-item"),
    ("re-/elected", "", "re-elected"),
    ("tourism-/planning", "tourism planning", "tourism-planning"),
    ("tourism-/planning", "tourism planning tourismplanning", "tourismplanning"),
    ("second-front-/line", "", "second-front-line"),
    ("Life-/saving", "", "Life-saving"),
    ("Life-/saving", "lifesaving", "Lifesaving"),
    ("Life-/saving", "Lifesaving", "Lifesaving"),
    ("INTER-/POL", "INTERPOL", "INTERPOL"),
    ("COVID-/Krankheit", "", "COVID-Krankheit"),
    ("INTER-/pol", "", "INTERpol"),  # a small letter behind capitals
    ("Europa-/Rat", "EuropaRat", "Europa-Rat"),  # and a capital behind small ones
    ("Terrorismus-/bekämpfung", "", "Terrorismusbekämpfung"),
    ("israelisch-/palästinensischen", "", "israelisch-palästinensischen"),
    ("Polizei-/und", "", "Polizei- und"),
]


@pytest.mark.parametrize(("halves", "words", "whole"), HYPHENS, ids=[f"{row[0]} {row[1]}" for row in HYPHENS])
def test_a_hyphen_at_the_end_of_a_line_goes_only_where_a_word_was_cut(halves, words, whole):
    before, after = halves.split("/")
    end, between = joint(before, after, lambda: frozenset(words.split()))
    assert end + between + after == whole


UNDIVIDED = [f"Line {n} of a text whose lines are as wide as its paper" for n in range(60)]


def test_where_no_line_divides_a_word_every_hyphen_belongs_to_a_compound():
    words = vocabulary([*UNDIVIDED, "the text shows a paper-", "thin wall, thin and white"])
    assert not words.divides
    assert joint("a text-", "heavy paper", lambda: words) == ("a text-", "")


@pytest.mark.parametrize(
    "cut",
    [
        pytest.param(["the peace pro-", "cess on all tracks"], id="halves that are no words"),
        pytest.param(["the govern-", "ment of all, which govern"], id="an ending"),
        pytest.param(["inter-", "national and international"], id="the word stands there whole"),
        pytest.param(["of all lines-", "line"] * 9, id="too many for compounds"),
        pytest.param(["any and-", "roid telephone"], id="a first half that would suspend a hyphen, were it the second"),
    ],
)
def test_one_divided_word_shows_that_words_are_divided(cut):
    assert vocabulary([*UNDIVIDED, *cut]).divides


@pytest.mark.parametrize("suspended", [["by its police-", "and customs posts"], ["the pre-", "or post-war years"]])
def test_a_suspended_hyphen_divides_no_word(suspended):
    assert not vocabulary([*UNDIVIDED, *suspended]).divides


CUT_WORDS = "The General Assembly,\n\nRecalling the inter{0}national counter{0}terrorism norms,\n\n1. Urges action against terrorism."


@pytest.mark.parametrize(
    "sign", ["-\n", "\u00ad\n", "\u2010\n", "\u00ad\u2010\n", "\ufffe", "\x02\n", "-\r\n"], ids=ascii
)
def test_whatever_sign_a_program_leaves_of_a_hyphen(sign):
    assert rk.parse(CUT_WORDS.format(sign))["PP1"].text == "Recalling the international counter-terrorism norms,"


def test_a_browsers_sign_between_no_letters_stays_for_those_that_tell_of_it():
    assert mend_divided("a \ufffe b") == "a \ufffe b"


# ---- numbers of footnotes on lines of their own, as browsers and pdftotext leave them

RAISED = [
    # what it shows, lines, what becomes of them (empty lines left out)
    (
        "a browser puts each raised number on a line of its own, or at the start of one",
        ["Recalling the Strategy,", "1", "Reaffirming the Plan,", "2 and the Agreement,", "1", " Resolution 60/288.", "2", " A/50/426."],
        ["Recalling the Strategy,[^1]", "Reaffirming the Plan,[^2] and the Agreement,", "[^1]: Resolution 60/288.", "[^2]: A/50/426."],
    ),
    (
        "pdftotext puts the numbers of notes first where their lines are close",
        ["the Strategy,1 the Plan,2 and the Fund,3", "1", "", "Resolution 60/288.", "See A/50/426.", "3", "Resolution 70/1.", "2", ""],
        ["the Strategy,[^1] the Plan,[^2] and the Fund,[^3]", "[^1]: Resolution 60/288.", "[^2]: See A/50/426.", "[^3]: Resolution 70/1."],
    ),
    (
        "two numbers before two notes, one of them on two lines",
        ["the Strategy,1 and the Plan,2", "1", "2", "", "Official Records of the Assembly,", "annex.", "A/50/426."],
        ["the Strategy,[^1] and the Plan,[^2]", "[^1]: Official Records of the Assembly,", "annex.", "[^2]: A/50/426."],
    ),
    (
        "two numbers before two notes, one of which breaks off without a mark",
        ["the Strategy,1 and the Plan,2", "1", "2", "", "Official Records of the Assembly", "annex.", "A/50/426."],
        ["the Strategy,[^1] and the Plan,[^2]", "[^1]: Official Records of the Assembly", "annex.", "[^2]: A/50/426."],
    ),
    (
        "the first note may have stood on a page that nobody copied",
        ["the Plan,2 and", "2", " A/50/426."],
        ["the Plan,[^2] and", "[^2]: A/50/426."],
    ),
    ("notes that have their numbers are in order", ["the Plan,1 held in", "June,", "2", "1 Report of the Plan,", "annex.", "2 A/50/426.", "and"],
     ["the Plan,[^1] held in", "June,[^2]", "[^1]: Report of the Plan,", "annex.", "[^2]: A/50/426.", "and"]),
    ("a number before a note that has its own is a mark", ["the Plan,1 the Fund,2 held in June", "3", "1 A/1.", "2", "A/2.", "3", "A/3."],
     ["the Plan,[^1] the Fund,[^2] held in June[^3]", "[^1]: A/1.", "[^2]: A/2.", "[^3]: A/3."]),
    ("numbers and notes that do not come out even", ["the Plan,1 the Fund", "2", "1", "A/2.", "", "and all the rest"],
     ["the Plan,[^1] the Fund", "2", "[^1]: A/2.", "and all the rest"]),
    ("a mark behind a year", ["the Plan,1 held in", "2020", "2 and the Fund", "1 Resolution 60/288.", "2", "Resolution 70/1."],
     ["the Plan,[^1] held in", "2020[^2] and the Fund", "[^1]: Resolution 60/288.", "[^2]: Resolution 70/1."]),
    ("what follows a mark in mid-sentence is the same line", ["the 2030 Agenda", "1", "and its goals,", "Welcoming x,", "1", "Resolution 70/1."],
     ["the 2030 Agenda[^1] and its goals,", "Welcoming x,", "[^1]: Resolution 70/1."]),
    ("so is what follows the second mark of a line", ["Recalling the Plan,[^1] held in Bonn", "2", "Recalling Week,", "", "[^1]: A/1.", "2 A/2."],
     ["Recalling the Plan,[^1] held in Bonn[^2] Recalling Week,", "[^1]: A/1.", "[^2]: A/2."]),
    ("blank lines between them part nothing", ["the Agenda", "1", "and its goals,", "", "Welcoming x,", "1", "Resolution 70/1."],
     ["the Agenda[^1] and its goals,", "Welcoming x,", "[^1]: Resolution 70/1."]),
    ("what follows a mark may be the next paragraph", ["Recalling the Agenda,", "1", "Welcoming the goals,", "1", "Resolution 70/1."],
     ["Recalling the Agenda,[^1]", "Welcoming the goals,", "[^1]: Resolution 70/1."]),
    ("a long number alone on its line is text", ["32020202020", "the Plan,1", "1", "1 A/1."], ["32020202020", "the Plan,[^1]", "1", "[^1]: A/1."]),
    ("a symbol below a number is the head of a page", ["the Plan,1 the", "1", "A/RES/80/1"], ["the Plan,1 the", "1", "A/RES/80/1"]),
    ("a number without a note is text", ["in articles", "12", "of the Charter,"], ["in articles", "12", "of the Charter,"]),
    ("more texts than numbers before the last of these",
     ["the Plan,1 the Fund,2", "2", "Resolution 60/288.", "A/50/426.", "Report of the Fund.", "1", "and so on"],
     ["the Plan,1 the Fund,[^2]", "[^2]: Resolution 60/288.", "A/50/426.", "Report of the Fund.", "1", "and so on"]),
    ("a number further down does not belong to them",
     ["the Plan,1 the Fund,2", "2", "1", "", "Resolution 60/288.", "A/50/426.", "as in Article", "12", "of the Charter,"],
     ["the Plan,[^1] the Fund,[^2]", "[^1]: Resolution 60/288.", "[^2]: A/50/426.", "as in Article", "12", "of the Charter,"]),
    ("a mark on the last line of a text", ["[^1]: A/1.", "", "Recalling the Plan,", "1"], ["[^1]: A/1.", "Recalling the Plan,[^1]"]),
    ("a mark at the start of the last line", ["[^1]: Resolution 60/288.", "", "Recalling the Plan,", "1 and all"],
     ["[^1]: Resolution 60/288.", "Recalling the Plan,[^1] and all"]),
    ("years alone on their lines are no numbers of notes", ["2020", "2019", "", "Resolution 75/1.", "Resolution 74/1."],
     ["2020", "2019", "Resolution 75/1.", "Resolution 74/1."]),
    ("one mark may be missing in a row", ["the Plan,1 and the Fund,3 all", "1 A/1.", "2 A/2.", "3 A/3."],
     ["the Plan,[^1] and the Fund,[^3] all", "[^1]: A/1.", "[^2]: A/2.", "[^3]: A/3."]),
    ("two may not", ["the Plan,1 and the Fund,4 all", "1 A/1.", "2 A/2.", "3 A/3.", "4 A/4."],
     ["the Plan,[^1] and the Fund,4 all", "[^1]: A/1.", "2 A/2.", "3 A/3.", "4 A/4."]),
    *((f"a mark before “{sign}”", ["the Agenda", "1", f"{sign} and the Plan", "1", "A/1."], [f"the Agenda[^1]{sign} and the Plan", "[^1]: A/1."])
      for sign in ",;.:)"),
    ("a full stop alone behind a mark", ["the Agenda", "1", ".", "1", "A/1."], ["the Agenda[^1].", "[^1]: A/1."]),
    ("a word of one letter behind a mark", ["the Agenda", "1", "I, too, saw", "1", "A/1."], ["the Agenda[^1] I, too, saw", "[^1]: A/1."]),
    *((f"the mark {number}, run into a year", [f"of 2 May 2020{number} and it", f"[^{number}]: A/1."],
       [f"of 2 May 2020[^{number}] and it", f"[^{number}]: A/1."])
      for number in (7, 12, 123)),
    ("the day of a date is no mark", ["the Plan,1 held on", "2 May 2020,2", "1", " A/1.", "2", " A/2."],
     ["the Plan,[^1] held on", "2 May 2020,[^2]", "[^1]: A/1.", "[^2]: A/2."]),
]  # fmt: skip


@pytest.mark.parametrize(("lines", "mended"), [row[1:] for row in RAISED], ids=[row[0] for row in RAISED])
def test_numbers_alone_on_their_lines_find_their_marks_and_notes(lines, mended):
    read = bare_numbers(Source(lines, "en"))
    assert [line for line in read.lines if line] == mended
    assert len(read.lines) == len(read.numbers)  # assumptions name lines of the source


def test_each_number_that_was_taken_for_a_mark_is_told_with_its_line():
    lines = [
        "the Strategy,1 of all",
        "and the Plan",
        "2",
        "and so on",
        "",
        "1 Resolution 60/288.",
        "2 A/50/426.",
        "the Fund[^3]",
        "[^3]: A/1.",
    ]
    told = bare_numbers(Source(lines, "en")).assumptions
    assert [(a.kind, a.line, a.detail) for a in told] == [("footnote-mark", 1, "1"), ("footnote-mark", 3, "2")]


def test_numbers_beyond_counting_are_read_and_no_word_is_lost():
    numbers = [str(n % 40 + 1) for n in range(1400)]
    read = bare_numbers(Source([piece for number in numbers for piece in ("a word,", number)], "en")).lines
    assert sum(line.count("a word,") for line in read) == len(numbers)
    table = ["1", "2"] * 1000
    assert bare_numbers(Source(table, "en")).lines == table


def test_page_numbers_alone_on_their_lines_are_no_text():
    page = [f"line {n} of the page" for n in range(15)]
    read = page_furniture(Source([*page, "1", *page, "2", *page, "3"], "en")).lines
    assert [line for line in read if line.isdecimal()] == []
    assert page_furniture(Source([*page, "1", *page], "en")).lines[15] == "1"  # one number proves no pages
    read = page_furniture(Source([*page, "1", *page, "2", "2. Decides to act.", "3", ""], "en")).lines
    assert [line for line in read if line.isdecimal()] == []  # the last page is short
    assert page_furniture(Source([*page, f"{'1':>60}"], "en")).lines == page  # as pdftotext -layout puts it


TITLE = ["Draft of the Bureau", "Rivers, lakes,", "and all the people", "who live by them", "in every valley"]


@pytest.mark.parametrize(
    ("repeated", "stays"), [(1, []), (2, []), (3, []), (4, ["Rivers, lakes,"]), (5, ["Rivers, lakes,"])]
)
def test_a_title_without_a_number_comes_again_in_up_to_three_lines(repeated, stays):
    head = [*TITLE[-repeated:], "2/4"]
    lines = [*TITLE, "The General Assembly,", "Recalling that the States of the", *head, "north act,"]
    read = page_furniture(Source(lines, "en")).lines
    assert read[len(TITLE) + 1 :] == ["Recalling that the States of the", *stays, "north act,"]


def test_numbers_of_paragraphs_on_lines_of_their_own_are_no_footnotes():
    lines = [
        "Recalling the Plan,",
        "",
        "1",
        "Urges all States to act;",
        "2",
        "Decides to go on;",
        "3",
        "Requests a report.",
    ]
    assert bare_numbers(Source(lines, "en")).lines == lines


# ---- where a page ends and the next one begins

PAGES = """The General Assembly,

Recalling the resolutions of the past and the commitment to achieve development in its three

_______________
1 Official Records of the Conference on Development, held from the fifth to the ninth of May,
chap. I, annex.
2 {note}
{next_page}

1. Urges all States,1 large and small,2 to act.
"""


@pytest.mark.parametrize(
    ("note", "next_page"),
    [
        pytest.param("A/50/426.", "dimensions, balanced and integrated,", id="a short last line"),
        pytest.param("See Official Records of the Council, 2006, Supplement No. 5 (E/2006/25), chap. I, sect. B.", "dimensions, all of them,",
                     id="a small letter behind a letter"),
        pytest.param("See the report of the Secretary-General on all the work that was done by the year end.", "dimensions, all of them,",
                     id="a small letter behind a full stop"),
    ],
)  # fmt: skip
def test_the_text_goes_on_behind_the_notes_of_a_page_that_nothing_else_marks(note, next_page):
    text = PAGES.format(note=note, next_page=next_page)
    text = (
        text.replace("past and", "past,1 and")
        .replace("achieve ", "achieve all,2 ")
        .replace("States,1 large and small,2", "States")
    )
    res = rk.parse(text)
    assert (
        res["PP1"].text
        == f"Recalling the resolutions of the past, and the commitment to achieve all, development in its three {next_page}"
    )
    assert res.footnotes[1].text == note


LINE = "the text of a paragraph that is as wide as the paper of the page on which it stands and so"


def test_a_running_head_that_breaks_into_sentences_is_no_text():
    body = [f"{n}. Urges {LINE}" if n % 4 == 1 else LINE for n in range(1, 15)]
    lines = [
        "Draft resolution 1.2",
        "The General Assembly,",
        *body,
        "Draft resolution 1.2",
        *body,
        "Draft resolution 1.2",
        *body,
    ]
    assert "Draft resolution 1.2" not in page_furniture(Source(lines, "en")).lines[1:]


def test_a_line_of_a_sentence_that_comes_again_is_text():
    body = [LINE] * 3 + [f"{LINE} {n}" for n in range(14)]
    lines = ["The General Assembly,", *body, "Assembly and other organs of all participating organizations with", *body]
    lines += [lines[18], *body]
    assert page_furniture(Source(lines, "en")).lines == lines


@pytest.mark.parametrize(("line", "stays"), [("27/21", True), ("51/1", True), ("2/4", False), ("4/4", False)])
def test_a_resolution_alone_on_its_line_is_no_page_number(line, stays):
    lines = ["The General Assembly,", "Recalling its resolutions 24/14 and", line, "of 26 September 2014,"]
    assert (line in page_furniture(Source(lines, "en")).lines) is stays


@pytest.mark.parametrize(
    ("head", "title"),
    [
        (["Observer status for the university in the", "General Assembly"], "Observer status for the university in the General Assembly"),
        (["Strengthening cooperation in the Mediterranean", "region"], "Strengthening cooperation in the Mediterranean region"),
        (["Use of mercenaries as a means of impeding self-", "determination"], "Use of mercenaries as a means of impeding self-determination"),
        (["Special session in response to the coronavirus disease", "(COVID-19) pandemic"],
         "Special session in response to the coronavirus disease (COVID-19) pandemic"),
        (["Cooperation between the United Nations and the International", "Criminal Police Organization (INTERPOL)"],
         "Cooperation between the United Nations and the International Criminal Police Organization (INTERPOL)"),
        (["Draft resolution submitted by the delegations of Germany and Kenya", "Small arms"], "Small arms"),
        (["The annual Model United Nations of the famous old city of Bonn", "Small arms"], "Small arms"),
        (["The Conference of the Famous Old City of Bonn on the Rhine River", "", "Small arms"], "Small arms"),
        (["Model United Nations of the city of Bonn, 2024", "Small arms"], "Small arms"),
        (["Sponsors: Germany, Kenya, Norway, Peru and", "Small arms"], "Small arms"),
    ],
)  # fmt: skip
def test_a_title_on_two_lines_is_whole(head, title):
    assert rk.parse("\n".join([*head, "The General Assembly,", "", "Recalling x,", "", "1. Urges all."])).title == title


@pytest.mark.parametrize(
    ("before", "after", "joined"),
    [
        ("Vorsorge und -", "bekämpfung", "Vorsorge und -bekämpfung"),
        ("the period 2020–", "2029", "the period 2020–2029"),
        ("by the Strategy", ", and the", "by the Strategy, and the"),
        ("decision 1/CP", ".21 of 2015", "decision 1/CP.21 of 2015"),
        ("gegen COVID-19-", "Impfstoffe", "gegen COVID-19-Impfstoffe"),
        ("the Strategy –", "2029 at last", "the Strategy – 2029 at last"),
    ],
)
def test_what_a_line_break_or_a_footnote_mark_had_cut_apart(before, after, joined):
    end, between = joint(before, after, frozenset)
    assert end + between + after == joined


def test_a_part_of_a_compound_may_be_half_of_a_word():
    assert joint("der INTER-", "POL-Referenztafel", lambda: frozenset({"INTERPOL"})) == ("der INTER", "")


def test_pages_are_as_wide_as_most_lines_where_a_browser_joined_some():
    lines = [LINE] * 12
    lines[3] = lines[7] = f"{LINE} of their natio\ufffenal {LINE} of their interna\ufffetional {LINE}"
    text = "\n".join(
        [
            "75/1. Ways",
            "The General Assembly,",
            f"Recalling {LINE}",
            *lines,
            "whatever comes,",
            "Noting that,",
            "1. Urges all.",
        ]
    )
    res = rk.parse(text)
    assert [p.label for p in res.paragraphs] == ["PP1", "PP2", "OP1"]
    assert res["PP1"].text.count("international") == 2


def test_below_numbered_paragraphs_no_line_opens_the_preamble():
    lines = ["1. fordert die Staaten auf, alles zu tun, was ihnen in diesem Jahr möglich ist,", "unter Berücksichtigung der Umstände, und",
             "mehr;", "2. beschließt, mit dieser Frage befasst zu bleiben."]  # fmt: skip
    res = rk.parse(
        "\n".join(
            [
                "75/1. Wege",
                "Die Generalversammlung,",
                "unter Hinweis auf alle ihre Resolutionen zu dieser Frage,",
                *lines,
            ]
        )
    )
    assert [p.label for p in res.paragraphs] == ["PP1", "OP1", "OP2"]
    assert res["OP1"].text.endswith("unter Berücksichtigung der Umstände, und mehr;")


NUMBERED = {
    # what it shows: lines below the organ line without a blank one; labels, and how the paragraph above the last one ends
    "a letter below a number": (
        ["1. fordert die Staaten auf, alles zu tun, was ihnen in diesem Jahr möglich ist:", "a) bei der Bekämpfung aller Formen der Kriminalität,",
         "unter Berücksichtigung der Umstände, und", "mehr;", "2. beschließt, mit dieser Frage befasst zu bleiben."],
        ["PP1", "OP1", "OP1(a)", "OP2"], "unter Berücksichtigung der Umstände, und mehr;",
    ),
    "a new section": (
        ["1. fordert die Staaten auf, alles zu tun, was ihnen in diesem Jahr möglich ist;", "# II", "unter Hinweis auf den Bericht,",
         "unter Berücksichtigung der Umstände, die in diesem Jahr sehr schwierig sind,", "1. beschließt, mit dieser Frage befasst zu bleiben."],
        ["PP1", "OP1", "OP1/2", "OP1/3", "II.OP1"], "unter Berücksichtigung der Umstände, die in diesem Jahr sehr schwierig sind,",
    ),
}  # fmt: skip


@pytest.mark.parametrize(("lines", "labels", "text"), NUMBERED.values(), ids=NUMBERED)
def test_a_line_that_opens_a_preamble_begins_a_paragraph_again_below_a_new_heading(lines, labels, text):
    head = ["75/1. Wege", "Die Generalversammlung,", "unter Hinweis auf alle ihre Resolutionen zu dieser Frage,"]
    res = rk.parse("\n".join([*head, *lines]))
    assert [p.label for p in res.paragraphs] == labels
    assert res.paragraphs[-2].text.endswith(text)


def test_notes_begin_on_a_page_that_ends_in_mid_sentence():
    text = PAGES.format(note="A/50/426.", next_page="dimensions, balanced and integrated,").replace(
        "_______________\n", ""
    )
    text = (
        text.replace("past and", "past,1 and")
        .replace("achieve ", "achieve all,2 ")
        .replace("States,1 large and small,2", "States")
    )
    text = text.replace("three\n\n", "three\n")
    assert sorted(note.number for note in rk.parse(text).footnotes) == [1, 2]


@pytest.mark.parametrize(
    ("head", "stays"),
    [
        ("A/RES/75/10 Cooperation between the United Nations and", False),
        ("Criminal Police Organization A/RES/75/10", False),
        ("A/RES/75/10 Cooperation between the United Nations and the African Union", True),
        ("A/RES/75/10 Organization", True),  # one word may be one of the sentence
    ],
)
def test_the_head_of_a_page_may_have_a_piece_of_the_title_beside_the_symbol(head, stays):
    title = "75/10. Cooperation between the United Nations and the International Criminal Police Organization"
    text = f"{title}\n\nThe General Assembly,\n\n1. Urges all States to share\n{head}\nwhat they know;\n\n2. Decides to rest."
    said = "Urges all States to share what they know;"
    assert (rk.parse(text)["OP1"].text != said) == stays
