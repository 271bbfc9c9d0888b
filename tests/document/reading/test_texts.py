"""Text as people paste it."""

from __future__ import annotations

import textwrap

import pytest
from linear import takes_linear_time
from resolution_words import lost

import resolutionkit as rk
from resolutionkit.document.reading.markdown import read_inline
from resolutionkit.errors import ReadError


def parsed(text: str, language: str | None = None):
    return rk.parse(textwrap.dedent(text).strip("\n"), language)


def outline(res) -> list[tuple[str, str]]:
    return [(p.label, p.text) for p in res.paragraphs]


# what it shows, text, [(label, text)]
READS = [
    (
        "lines wrapped by hand",
        """
        The General Assembly,

        Recalling its resolution 51/1 of
        15 October 1996, in which it invited
        INTERPOL,

        1.  Urges all States
        to act.
        """,
        [
            ("PP1", "Recalling its resolution 51/1 of 15 October 1996, in which it invited INTERPOL,"),
            ("OP1", "Urges all States to act."),
        ],
    ),
    (
        "no blank lines, nested sub-paragraphs",
        """
        The General Assembly,
        Recalling its resolution 51/1 of 15 October 1996,
        Welcoming the role of INTERPOL,
        1. Urges all States to act;
        2. Requests the Secretary-General:
        (a) To report;
        (b) To act:
        (i) Soon;
        (ii) Well.
        """,
        [
            ("PP1", "Recalling its resolution 51/1 of 15 October 1996,"),
            ("PP2", "Welcoming the role of INTERPOL,"),
            ("OP1", "Urges all States to act;"),
            ("OP2", "Requests the Secretary-General:"),
            ("OP2(a)", "To report;"),
            ("OP2(b)", "To act:"),
            ("OP2(b)(i)", "Soon;"),
            ("OP2(b)(ii)", "Well."),
        ],
    ),
    (
        "hyphens at line ends: a split word, a suspended hyphen, a true hyphen",
        """
        Die Generalversammlung,

        in Anerkennung der Zusammen-
        arbeit der Polizei-
        und Zollbehörden und der INTERPOL-
        Datenbanken,

        1. fordert alle Staaten auf, zu handeln.
        """,
        [
            ("PP1", "in Anerkennung der Zusammenarbeit der Polizei- und Zollbehörden und der INTERPOL-Datenbanken,"),
            ("OP1", "fordert alle Staaten auf, zu handeln."),
        ],
    ),
    (
        "a page break in a paragraph, with the footnote of that page between",
        """
        The General Assembly,

        Recalling the Strategy¹ against foreign

        ¹ Resolution 60/288.

        States that act,

        1. Urges all.
        """,
        [("PP1", "Recalling the Strategy against foreign States that act,"), ("OP1", "Urges all.")],
    ),
    (
        "a page break in a date",
        """
        Die Generalversammlung,

        unter Hinweis auf ihre Resolution 51/1 vom 15.

        Oktober 1996 und die Folgen,

        1. betont, dass gehandelt werden muss.
        """,
        [
            ("PP1", "unter Hinweis auf ihre Resolution 51/1 vom 15. Oktober 1996 und die Folgen,"),
            ("OP1", "betont, dass gehandelt werden muss."),
        ],
    ),
    (
        "Markdown: italics, bold numbers, links, brackets after the number",
        """
        # Cooperation with INTERPOL

        _The General Assembly_,

        _Recalling_ its [resolution 51/1](https://undocs.org/A/RES/51/1) and <https://un.org/x>,

        **1.** *Urges* all States;

        2) *Requests* a report.
        """,
        [
            ("PP1", "Recalling its resolution 51/1 and https://un.org/x,"),
            ("OP1", "Urges all States;"),
            ("OP2", "Requests a report."),
        ],
    ),
    (
        "Windows line ends, byte order mark, no-break spaces, tabs",
        "\ufeffThe General Assembly,\r\n\r\n\tRecalling\u00a0its\u00a0resolution,\r\n\r\n\t1.\tUrges all.\r\n",
        [("PP1", "Recalling its resolution,"), ("OP1", "Urges all.")],
    ),
    ("no preamble", "The General Assembly,\n\n1. Urges all States to act.", [("OP1", "Urges all States to act.")]),
    (
        "no organ line",
        "Recalling its resolution 51/1,\n\n1. Urges all States.",
        [("PP1", "Recalling its resolution 51/1,"), ("OP1", "Urges all States.")],
    ),
    (
        "a single operative paragraph has no number",
        "The General Assembly,\n\nHaving considered the report,\n\nTakes note of the report.",
        [("PP1", "Having considered the report,"), ("OP1", "Takes note of the report.")],
    ),
    (
        "a lost number",
        "Recalling x,\n\n1. Urges all;\n\nRequests a report;\n\n3. Decides to meet.",
        [("PP1", "Recalling x,"), ("OP1", "Urges all;"), ("OP2", "Requests a report;"), ("OP3", "Decides to meet.")],
    ),
    (
        "missing final marks do not run paragraphs together",
        "Recalling its resolution 51/1\n\nNoting the report\n\n1. Urges all\n\n2. Decides to meet",
        [
            ("PP1", "Recalling its resolution 51/1"),
            ("PP2", "Noting the report"),
            ("OP1", "Urges all"),
            ("OP2", "Decides to meet"),
        ],
    ),
    (
        "finite verbs in the preamble stay there",
        "The General Assembly,\n\nRecalls its resolution 51/1,\n\n1. Urging all States to act.",
        [("PP1", "Recalls its resolution 51/1,"), ("OP1", "Urging all States to act.")],
    ),
    (
        "sections start their numbers again",
        "Recalling x,\n\nI\nGeneral\n\n1. Urges all;\n\nII\nOther\n\n1. Decides to rest.",
        [("PP1", "Recalling x,"), ("I.OP1", "Urges all;"), ("II.OP1", "Decides to rest.")],
    ),
    (
        "German sub-paragraphs",
        "Die Generalversammlung,\n\n1. ersucht alle:\n\na) zu handeln;\n\nb) zu berichten.",
        [("OP1", "ersucht alle:"), ("OP1(a)", "zu handeln;"), ("OP1(b)", "zu berichten.")],
    ),
    (
        "a verb at the end, as German allows",
        "Die Generalversammlung,\n\nunter Hinweis auf die Charta,\n\ndie Folgen der Gewalt beklagend,\n\n1. betont dies.",
        [
            ("PP1", "unter Hinweis auf die Charta,"),
            ("PP2", "die Folgen der Gewalt beklagend,"),
            ("OP1", "betont dies."),
        ],
    ),
    (
        "French, of which the kit knows no openers",
        "L’Assemblée générale,\n\nRappelant sa résolution 51/1,\n\nSaluant le rôle des États,\n\n1. Prie les États d’agir.",
        [
            ("PP1", "Rappelant sa résolution 51/1,"),
            ("PP2", "Saluant le rôle des États,"),
            ("OP1", "Prie les États d’agir."),
        ],
    ),
    (
        "French letters with full stops, which a colon introduces",
        "L’Assemblée générale,\n\n1. Prie les États:\n\na. d’agir;\n\nb. de faire rapport;\n\n2. Décide d’agir.",
        [("OP1", "Prie les États:"), ("OP1(a)", "d’agir;"), ("OP1(b)", "de faire rapport;"), ("OP2", "Décide d’agir.")],
    ),
    (
        "French letters that no colon introduces",
        "L’Assemblée générale,\n\n1. Prie les États;\n\na. d’agir;\n\n2. Décide d’agir.",
        [("OP1", "Prie les États;"), ("OP1/2", "a. d’agir;"), ("OP2", "Décide d’agir.")],
    ),
    (
        "French letters behind a line that is none",
        "L’Assemblée générale,\n\n1. Prie les États:\n\na. d’agir;\n\nTous y sont invités;\n\nb. bis;\n\n2. Décide d’agir.",
        [
            ("OP1", "Prie les États:"),
            ("OP1(a)", "d’agir;"),
            ("OP1/2", "Tous y sont invités;"),
            ("OP1/3", "b. bis;"),
            ("OP2", "Décide d’agir."),
        ],
    ),
    (
        "sub-paragraphs marked with letters and full stops",
        "The General Assembly,\n\n1. Urges all:\n\na. To act;\n\nb. to rest;\n\n2. Decides to rest.",
        [("OP1", "Urges all:"), ("OP1(a)", "To act;"), ("OP1(b)", "to rest;"), ("OP2", "Decides to rest.")],
    ),
    (
        "a word cut at its own hyphen, which the text holds whole elsewhere",
        "The General Assembly,\n\nRecalling counter-terrorism and counter-\nterrorism measures,\n\n1. Urges all.",
        [("PP1", "Recalling counter-terrorism and counter-terrorism measures,"), ("OP1", "Urges all.")],
    ),
    (
        "an organ that only a class knows",
        "The Model General Assembly of our School,\n\nRecalling x,\n\n1. Urges all.",
        [("PP1", "Recalling x,"), ("OP1", "Urges all.")],
    ),
    (
        "the first number lost",
        "Recalling x,\n\nUrges all;\n\n2. Asks all;\n\n3. Decides to rest.",
        [("PP1", "Recalling x,"), ("OP0", "Urges all;"), ("OP2", "Asks all;"), ("OP3", "Decides to rest.")],
    ),
    (
        "sub-paragraphs in capitals, in figures, and beyond z",
        "1. Urges:\n\n(A) To act;\n\n(B) To rest:\n\n(1) soon;\n\n(2) well;\n\n(C) To go.\n\n2. Asks:\n\n(z) this;\n\n(aa) that;\n\n(bb) all.",
        [
            ("OP1", "Urges:"),
            ("OP1(A)", "To act;"),
            ("OP1(B)", "To rest:"),
            ("OP1(B)(1)", "soon;"),
            ("OP1(B)(2)", "well;"),
            ("OP1(C)", "To go."),
            ("OP2", "Asks:"),
            ("OP2(z)", "this;"),
            ("OP2(aa)", "that;"),
            ("OP2(bb)", "all."),
        ],
    ),
    ("anything else is one paragraph", "hello world", [("OP1", "hello world")]),
]


@pytest.mark.parametrize(("text", "expected"), [row[1:] for row in READS], ids=[row[0] for row in READS])
def test_reads(text, expected):
    assert outline(parsed(text)) == expected


def test_a_text_of_400_000_characters_is_read_and_none_that_is_longer():
    longest = "word " * 79_999 + "word."
    assert len(longest) == 400_000
    assert outline(rk.parse(longest)) == [("OP1", longest)]
    with pytest.raises(ReadError, match="400,001"):
        rk.parse(longest + "x")


@pytest.mark.parametrize("text", [row[1] for row in READS], ids=[row[0] for row in READS])
def test_what_was_read_can_be_written_and_read_again(text):
    res = parsed(text)
    assert not lost(res, rk.parse(rk.to_text(res)))
    assert not lost(res, rk.load(rk.to_akn(res).encode()))


NOTES = [
    ("superscript", "Recalling the Strategy,² and more,\n\n1. Urges all.\n\n² Resolution 60/288.", (2, "Strategy,")),
    ("Markdown", "Recalling the Strategy[^1] and,\n\n1. Urges all.\n\n[^1]: Resolution 60/288.", (1, "Strategy")),
    (
        "plain digit",
        "Recalling the Strategy,1 and COVID-19,\n\n1. Urges all.\n\n1 Resolution 60/288.",
        (1, "Strategy,"),
    ),
    ("HTML", "Recalling the Strategy<sup>1</sup> and,\n\n1. Urges all.\n\n¹ Resolution 60/288.", (1, "Strategy")),
]


@pytest.mark.parametrize(("text", "expected"), [row[1:] for row in NOTES], ids=[row[0] for row in NOTES])
def test_footnotes_move_to_their_marks(text, expected):
    res = parsed(text)
    (note,) = res["PP1"].footnotes
    assert (note.number, note.text) == (expected[0], "Resolution 60/288.")
    assert res["PP1"].text[: note.position].endswith(expected[1])


MARKUP = [
    # source, text, what is in italics, numbers of the notes
    ("*Recalls* _and_ notes", "Recalls and notes", ["Recalls and"], []),
    ("*Recalls*_ing_ it", "Recallsing it", ["Recallsing"], []),
    ("a*¹ Recalls* it", "a Recalls it", ["Recalls"], [1]),
    ("the Strategy*¹* and", "the Strategy and", [], [1]),
    ("the Strategy *¹* and", "the Strategy and", [], [1]),
    ("the Strategy ***¹***, and", "the Strategy, and", [], [1]),
    ("the Strategy *¹ of* all", "the Strategy of all", ["of"], [1]),
    ("the Strategy ¹ **of** all", "the Strategy of all", [], [1]),
    ("the Strategy ¹**of** all", "the Strategy of all", [], [1]),
    ("the Strategy¹ *[](https://un.org)* and", "the Strategy ** and", [], [1]),
    ("the Strategy¹² and", "the Strategy and", [], [1, 2]),
    ("the Strategy¹³ and", "the Strategy¹³ and", [], []),
    ("the sum 10¹²³⁴⁵⁶⁷ and", "the sum 10¹²³⁴⁵⁶⁷ and", [], []),
    ("*[](https://un.org)* empty", "** empty", [], []),
    ("*see [ it ](https://un.org)* there", "see it there", ["see it"], []),
    ("see [the *Charter*](https://un.org) there", "see the Charter there", ["Charter"], []),
    ("*see it ¹*, and", "see it, and", ["see it"], [1]),
    ("a*¹ ²* b", "a b", [], [1, 2]),
    ("**not** in italics", "not in italics", [], []),
    ("5 * 4 and **", "5 * 4 and **", [], []),
    ("5 * 4* and 3", "5 * 4* and 3", [], []),
    ("*Recalls *also* this", "Recalls *also this", ["Recalls *also"], []),
    ("*Recalls* and *also* *this*", "Recalls and also this", ["Recalls", "also this"], []),
]  # fmt: skip


@pytest.mark.parametrize(("source", "text", "italics", "notes"), MARKUP, ids=[row[0] for row in MARKUP])
def test_markup_says_what_is_in_italics_and_where_notes_are(source, text, italics, notes):
    read = read_inline(source, {1, 2})
    assert read.text == text
    assert [text[slice(*span)] for span in read.italics] == italics
    assert [number for _, number in read.marks] == notes


PLAIN_NOTES = "\n\n1. Urges all.\n\n1 Resolution 60/288.\n\n2 Resolution 60/289."


@pytest.mark.parametrize(
    ("preamble", "text"),
    [
        (
            "Recalling the Strategy,1 and the Plan,2 and COVID-19,",
            "Recalling the Strategy, and the Plan, and COVID-19,",
        ),
        (
            "Recalling the Strategy,1 and goal,7 and the Plan,2 and",
            "Recalling the Strategy, and goal,7 and the Plan, and",
        ),
    ],
)
def test_plain_digits_are_marks_in_the_order_of_the_notes(preamble, text):
    res = parsed(preamble + PLAIN_NOTES)
    assert res["PP1"].text == text
    assert [n.text for n in res["PP1"].footnotes] == ["Resolution 60/288.", "Resolution 60/289."]


# ---- what copying makes of a text: each of these is the same resolution

WHOLE = [
    ("PP1", "Recalling the Strategy, and its resolution 71/19 of 21 November 2016,"),
    ("PP2", "Welcoming the work of the Commission,"),
    ("OP1", "Urges all States:"),
    ("OP1(a)", "To act;"),
    ("OP1(b)", "To report;"),
    ("OP2", "Requests the Secretary-General to inform the Commission;"),
    ("OP3", "Decides to rest."),
]
PLAIN = """The General Assembly,

Recalling the Strategy,¹ and its resolution 71/19 of 21 November 2016,

Welcoming the work of the Commission,

1. Urges all States:

(a) To act;

(b) To report;

2. Requests the Secretary-General to inform the Commission;

3. Decides to rest.

¹ Resolution 60/288.
"""


def changed(*pairs: tuple[str, str], text: str = PLAIN) -> str:
    for old, new in pairs:
        assert old in text
        text = text.replace(old, new)
    return text


ORGAN, PP, OP = "The General Assembly", "Recalling", "Urges"


def numbers(form: str) -> tuple[tuple[str, str], ...]:
    return tuple((f"\n{n}. ", "\n" + form.format(n)) for n in (1, 2, 3))


COPIED = {
    "as printed": PLAIN,
    "in capitals": changed((ORGAN, ORGAN.upper())),
    "organ in small letters": changed((ORGAN, "The general assembly")),
    "underscores": changed((ORGAN, f"_{ORGAN}_"), (PP, f"_{PP}_"), (OP, f"_{OP}_")),
    "two underscores": changed((PP, f"__{PP}__"), (OP, f"__{OP}__")),
    "blank inside the italics": changed((PP + " ", f"*{PP} *"), (OP + " ", f"*{OP} *")),
    "tags of a web page": changed((ORGAN, f"<em>{ORGAN}</em>"), (PP, f"<i>{PP}</i>"), (OP, f"<u>{OP}</u>")),
    "every number is 1": changed(*numbers("1. ")),
    "1)": changed(*numbers("{}) ")),
    "(1)": changed(*numbers("({}) ")),
    "1:": changed(*numbers("{}: ")),
    "1 and a dash": changed(*numbers("{} – ")),
    "1 alone": changed(*numbers("{} ")),
    "no blank behind the number": changed(*numbers("{}.")),
    "OP1": changed(*numbers("OP{} ")),
    "numbers on lines of their own": changed(*numbers("{}.\n")),
    "a.": changed(("(a)", "a."), ("(b)", "b.")),
    "a. with a tab, no blank lines": changed(("(a) ", "a.\t"), ("(b) ", "b.\t"), ("\n\n", "\n")),
    "[a]": changed(("(a)", "[a]"), ("(b)", "[b]")),
    "dashes": changed(("(a)", "–"), ("(b)", "–")),
    "bullets": changed(("(a)", "•"), ("(b)", "•")),
    "stars and an indent": changed(("(a)", "  *"), ("(b)", "  *")),
    "the preamble as a list": changed(("Recalling", "• Recalling"), ("Welcoming", "• Welcoming")),
    "[1]": changed((",¹", ",[1]"), ("¹ Res", "[1] Res")),
    "(1) for a footnote": changed((",¹", ",(1)"), ("¹ Res", "(1) Res")),
    "^1": changed((",¹", ",^1"), ("¹ Res", "^1 Res")),
    "sup": changed((",¹", ",<sup>1</sup>"), ("¹ Res", "<sup>1</sup> Res")),
    "notes below a heading": changed(("¹ Res", "Notes\n\n1. Res")),
    "digits and a tab": changed((",¹", ",1"), ("¹ Res", "1\tRes")),
    "an e-mail": "On Monday, Ms. A. wrote:\n" + "\n".join(f"> {line}".rstrip() for line in PLAIN.splitlines()),
    "printed line numbers": "\n".join(
        f"{n:3d}  {line}" for n, line in enumerate((x for x in PLAIN.splitlines() if x), start=1)
    ),
    "soft hyphens": changed(("Strategy", "Stra\u00adtegy"), ("Commission,", "Commis\u00adsion,")),
    "a soft hyphen at the end of a line": changed(("of the Commission,", "of the Commis\u00ad\nsion,")),
    "zero-width spaces": changed(("1. ", "1.\u200b "), ("Recalling", "\u200bRecalling")),
    "the foot and head of a page": changed(
        ("Strategy,¹ and", "Strategy,¹ and\n\n20-15623 (E)    011220\n*2015623*\n1/2\n\nA/RES/75/10    \n\n")
    ),
    "a rule above the notes": changed(("¹ Res", "_______________\n¹ Res")),
}


@pytest.mark.parametrize("text", COPIED.values(), ids=COPIED)
def test_the_same_resolution_whatever_copying_made_of_it(text):
    res = parsed(text)
    assert outline(res) == WHOLE
    (note,) = res["PP1"].footnotes
    assert (note.text, res["PP1"].text[: note.position]) == ("Resolution 60/288.", "Recalling the Strategy,")
    assert (res["PP1"].opener, res["OP1"].opener, res.organ.lower()) == (PP, OP, ORGAN.lower())


@pytest.mark.parametrize("text", COPIED.values(), ids=COPIED)
def test_layout_alone_raises_no_error(text):
    assert [f.code for f in rk.review(text) if f.severity == "error"] == []


LEFT_ALONE = [
    (
        "a symbol in brackets",
        "Recalling decision 74(16) of 3 May 2021,\n\n(1) Urges all;\n\n(2) Decides to rest.",
        "PP1",
        "74(16)",
    ),
    ("subparagraphs", "Recalling x,\n\n1. Recalls subparagraphs (d) and\n(e) below.", "OP1", "(d) and (e) below."),
    (
        "a decision cut off",
        "Recalling x,\n\n1. Notes what its meeting said, the\n3rd meeting of all.",
        "OP1",
        "the 3rd meeting of all.",
    ),
    (
        "a symbol with a number",
        "Recalling WT/L/508/Add.1 of 25 July,\n\n1. Urges all.\n\n1 Resolution 60/288.",
        "PP1",
        "Add.1 of",
    ),
    (
        "a list in one line",
        "Recalling x,\n\n1. Notes the years 1990 – 1995 and\n– if possible – 1996.",
        "OP1",
        "and – if possible – 1996.",
    ),
    (
        "a hyphen before a digit",
        "Noting the effects of COVID-\n19 and up-\nto-date data,\n\n1. Urges all.",
        "PP1",
        "COVID-19 and up-to-date",
    ),
    ("a compound", "Noting community-\nbased work,\n\n1. Urges all.", "PP1", "community-based work,"),
    ("a divided word", "Noting the pre-\njudice done,\n\n1. Urges all.", "PP1", "the prejudice done,"),
]


@pytest.mark.parametrize(
    ("text", "label", "words"), [row[1:] for row in LEFT_ALONE], ids=[row[0] for row in LEFT_ALONE]
)
def test_what_only_looks_like_a_mark_is_text(text, label, words):
    assert words in parsed(text)[label].text


TITLES = [
    ("Topic: Policing\n\nSponsors: Kenya, Peru\n\n", "Policing"),
    ("**Topic:** Policing\n\n**Sponsors:** Kenya, Peru\n\n", "Policing"),
    ("Policing\n\nSubmitted by: Kenya\n\n", "Policing"),
    ("Gremium: Generalversammlung\nThema: Polizei\n\n", "Polizei"),
    ("A letter from the\n\nRivers of the world\n\nDraft resolution 1.1\n\n", "Rivers of the world"),
    ("75/10. Cooperation between the United Nations\nand the International Criminal Police\nOrganization (INTERPOL)\n\n",
     "Cooperation between the United Nations and the International Criminal Police Organization (INTERPOL)"),
    ("75/10. Cooperation between the\nUnited Nations and the\nInternational Criminal Police\nOrganization (INTERPOL)\n\n",
     "Cooperation between the United Nations and the International Criminal Police Organization (INTERPOL)"),
]  # fmt: skip


@pytest.mark.parametrize(("head", "title"), TITLES)
def test_titles_of_drafts(head, title):
    assert rk.parse(head + PLAIN).title == title


COVERS = {
    "a line in brackets goes on": (
        "[without reference to a Main Committee\n(A/75/L.20 and A/75/L.20/Add.1)]\n75/10. Policing\n",
        ("[without reference to a Main Committee (A/75/L.20 and A/75/L.20/Add.1)]",),
    ),
    "a line above it does not": (
        "Agenda item 130 (y)\n[without reference to a Main Committee (A/75/L.20)]\n75/10. Policing\n",
        ("Agenda item 130 (y)", "[without reference to a Main Committee (A/75/L.20)]"),
    ),
}


@pytest.mark.parametrize(("head", "cover"), COVERS.values(), ids=COVERS)
def test_lines_of_a_cover_are_whole(head, cover):
    read = rk.parse(head + PLAIN)
    assert (read.cover, read.title, read.drafts[:1]) == (cover, "Policing", ("A/75/L.20",))


def test_a_page_without_blank_lines():
    wrapped = "\n".join(line for line in textwrap.wrap(PLAIN.split("\n\n")[1], 30))
    text = changed((PLAIN.split("\n\n")[1], wrapped), ("\n\n", "\n"))
    assert outline(parsed(text)) == WHOLE


def test_a_superscript_without_a_footnote_is_text():
    assert parsed("1. Notes that 5 km² burned.")["OP1"].text == "Notes that 5 km² burned."


def test_a_footnote_without_a_mark_is_kept_and_said():
    res = parsed("1. Urges all.\n\n¹ Resolution 60/288.")
    assert [n.text for n in res.footnotes] == ["Resolution 60/288."]
    assert [d.kind for d in res.assumptions] == ["footnote-without-mark"]


def test_decisions_name_line_and_paragraph():
    res = parsed("Recalling the Strategy against foreign\n\nStates,\n\n1. Urges all.")
    assert [(d.kind, d.line, d.label, d.detail) for d in res.assumptions] == [
        ("page-break", 3, "PP1", "foreign | States,")
    ]


def test_control_characters_are_dropped_and_said():
    res = parsed("1. Urges\x00 all.")
    assert res["OP1"].text == "Urges all."
    assert res.assumptions[0].kind == "control-character"


@pytest.mark.parametrize(
    ("text", "found"),
    [("", "an empty text"), (" \n\t\n", "an empty text"), ("a" * 400_001, "400,001 characters"), (None, "NoneType")],
    ids=["empty", "blank", "too long", "no text"],
)
def test_unreadable_text_is_one_error_with_a_place(text, found):
    with pytest.raises(ReadError, match=found) as caught:
        rk.parse(text)
    assert caught.value.place.line is not None
    assert caught.value.place.column is not None


@pytest.mark.parametrize(
    "unit",
    ["a. x\nb. y\n", "[1] x[1]\n\n", "– x:\n", "1 X,1\n\n", "The General Assembly,\n\n1/2\n\nx\n", "> a\n",
     "a\n\n", "1. Urges x;\n\n", "(a) x:\n\n", "ab-\ncd-\n", "*a ", "[a](", "¹ x\n\n", "Urges x;\n\n", ")))"],
)  # fmt: skip
def test_long_hostile_text_is_read_in_linear_time(unit):
    assert takes_linear_time(rk.parse, (unit * 25_000)[:25_000], (unit * 100_000)[:100_000])


def test_script_tags_are_text():
    assert parsed("1. Urges <script>alert(1)</script> all.")["OP1"].text == "Urges <script>alert(1)</script> all."


@pytest.mark.parametrize("text", ["", " \n\t\n"])
def test_an_empty_text_is_refused_at_its_first_letter(text):
    with pytest.raises(ReadError) as caught:
        rk.parse(text)
    assert (caught.value.place.line, caught.value.place.column) == (1, 1)


def test_a_new_number_behind_two_pieces_of_one_paragraph_begins_a_paragraph():
    """The last piece says whether the paragraph has ended, not the first."""
    res = parsed(
        """
        The General Assembly,

        1. Urges foreign

        States to act;

        5. Requests a report.
        """
    )
    assert outline(res) == [("OP1", "Urges foreign States to act;"), ("OP5", "Requests a report.")]


def test_a_sign_removed_from_the_first_paragraph_is_told_of_that_paragraph():
    res = rk.parse("The General Assembly,\n\nRecalling\x07 x,\n\n1. Urges y.")
    assert [(d.kind, d.label) for d in res.assumptions] == [("control-character", "PP1")]


def test_a_sign_removed_above_the_paragraphs_belongs_to_none():
    res = rk.parse("The General\x07 Assembly,\n\nRecalling x,\n\n1. Urges y.")
    assert [(d.kind, d.label) for d in res.assumptions] == [("control-character", "")]


@pytest.mark.parametrize(
    ("marks", "numbers"),
    [("²³", [2, 3]), ("²", [2]), ("¹²³¹²³¹", []), ("³²", [])],
    ids=["two notes", "one note", "seven raised digits", "notes in the wrong order"],
)
def test_raised_digits_are_marks_where_there_are_such_notes(marks, numbers):
    res = rk.parse(f"The General Assembly,\n\nRecalling x{marks},\n\n1. Urges y.\n\n² Note two.\n\n³ Note three.")
    assert [n.number for n in res.preamble[0].footnotes] == numbers


WITHIN = [
    "The General Assembly,\n\n<em>Recalling</em> of\ufb01cial texts of the\n\n1/2\n\nA/RES/75/10\n\nCommis\u00adsion, as bad.\n\n1. Urges all.",
    "The General Assembly,\n\nRecalling x[1] and y,[2] as bad.\n\n1. Urges all.\n\n[1] A.\n\n[2] B.",
    "> The General Assembly,\n>\n> Recalling the Strategy,1\n> as bad.\n>\n> 1. Urges all.\n>\n> 1 Resolution 60/288.",
]


@pytest.mark.parametrize("source", WITHIN)
def test_a_finding_finds_its_place_in_what_was_pasted(source):
    from resolutionkit.document.reading.source_map import SourceMap

    res = rk.parse(source)
    at = res["PP1"].text.index("bad")
    span = SourceMap(source, res).span("PP1", (at, at + 3))
    assert span is not None
    assert source[slice(*span)] == "bad"


def test_a_hundred_sections_have_labels_of_their_own():
    res = rk.parse("The General Assembly,\n\n" + "1. Urges all;\n\n2. Invites all;\n\n" * 120)
    assert [res.operative[at].label for at in (0, 2, 198, 239)] == ["OP1", "II.OP1", "C.OP1", "CXX.OP2"]
