"""AKN4UN as editors of the UN have written it over the years: each habit by hand, so that no corpus is needed to try it."""

from __future__ import annotations

import pytest

import resolutionkit as rk
from resolutionkit.document.model import Heading, Table

NOTE = '<authorialNote marker="1"><p>See there.</p></authorialNote>'
ACT = "<point><num>(a)</num><p>to act.</p></point>"
INTRO = "<intro><p>Urges:</p></intro>"
TABLE = "<table><tr><th>Year</th><td>Sum</td></tr></table>"


def numbered(number, text):
    return f"<paragraph><num>{number}</num><content><p>{text}</p></content></paragraph>"


def listed(intro, *points):
    made = "".join(f"<point><num>{marker}</num><content><p>{text}</p></content></point>" for marker, text in points)
    return f"<list><intro><p>{intro}</p></intro>{made}</list>"


DECIDES = numbered("1.", "Decides.")


def loaded(body=DECIDES, *, preface="", preamble="", after="", language="eng"):
    meta = f'<meta><identification><FRBRExpression><FRBRlanguage language="{language}"/></FRBRExpression></identification></meta>'
    parts = f"<preface>{preface}</preface><preamble>{preamble}</preamble><mainBody>{body}</mainBody>{after}"
    return rk.load(f"<akomaNtoso><statement>{meta}{parts}</statement></akomaNtoso>".encode())


def lines(resolution):
    """Each paragraph as (label, number, text)."""
    return [(p.label, p.number, p.text) for p in resolution.paragraphs]


OPERATIVE = {
    "letters in numbers": (
        numbered("1.", "Urges:") + numbered("(a)", "to act;") + numbered("(b)", "to rest."),
        [("OP1", 1, "Urges:"), ("OP1(a)", None, "to act;"), ("OP1(b)", None, "to rest.")],
    ),
    "words in numbers": (
        numbered("1.", "Adopts:") + numbered("Article 3", "All act."),
        [("OP1", 1, "Adopts:"), ("OP1/2", None, "Article 3 All act.")],
    ),
    "words in numbers, and nothing behind them": (
        numbered("1.", "Adopts:") + numbered("Article 3", "") + numbered("(a)", ""),
        [("OP1", 1, "Adopts:"), ("OP1/2", None, "Article 3 "), ("OP1(a)", None, "")],
    ),
    "stars behind numbers": (numbered("1.*", "Urges all."), [("OP1", 1, "Urges all.")]),
    "a list instead of content": (
        f"<paragraph><num>1.</num>{listed('Urges:', ('(a)', 'to act.'))}</paragraph>",
        [("OP1", 1, "Urges:"), ("OP1(a)", None, "to act.")],
    ),
    "a list in the content": (
        f"<paragraph><num>1.</num><content>{listed('Urges:', ('(a)', 'to act.'))}</content></paragraph>",
        [("OP1", 1, "Urges:"), ("OP1(a)", None, "to act.")],
    ),
    "a list behind the text": (
        f"<paragraph><num>1.</num><content><p>Urges:</p><list>{ACT}</list></content></paragraph>",
        [("OP1", 1, "Urges:"), ("OP1(a)", None, "to act.")],
    ),
    "a list below a letter": (
        numbered("1.", "Urges:") + f"<paragraph><num>(a)</num>{listed('to act:', ('(i)', 'now.'))}</paragraph>",
        [("OP1", 1, "Urges:"), ("OP1(a)", None, "to act:"), ("OP1(a)(i)", None, "now.")],
    ),
    "a list whose point is a list": (
        f"<paragraph><num>1.</num><list>{INTRO}<point><num>(a)</num>{listed('to act:', ('(i)', 'now.'))}</point></list></paragraph>",
        [("OP1", 1, "Urges:"), ("OP1(a)", None, "to act:"), ("OP1(a)(i)", None, "now.")],
    ),
    "a point that is nothing but a list": (
        f"<paragraph><num>1.</num><list>{INTRO}<point><num>(a)</num><list><point><num>(i)</num><p>now;</p></point>"
        "<point><num>(ii)</num><p>then.</p></point></list></point></list></paragraph>",
        [("OP1", 1, "Urges:"), ("OP1(a)", None, ""), ("OP1(a)(i)", None, "now;"), ("OP1(a)(ii)", None, "then.")],
    ),
    "a list with an end": (
        f"<paragraph><num>1.</num><list>{INTRO}<!-- c -->{ACT}<wrapUp><p>by next year.</p></wrapUp></list></paragraph>",
        [("OP1", 1, "Urges:"), ("OP1(a)", None, "to act."), ("OP1/2", None, "by next year.")],
    ),
    "a list below a letter, in the content": (
        numbered("1.", "Urges:") + f"<paragraph><num>(a)</num><content>{listed('to act:', ('(i)', 'now.'))}</content></paragraph>",
        [("OP1", 1, "Urges:"), ("OP1(a)", None, "to act:"), ("OP1(a)(i)", None, "now.")],
    ),
    "a list beside a list": (
        f"<paragraph><num>1.</num><list>{INTRO}<sublist>{ACT}</sublist><p>(b) to rest.</p></list></paragraph>",
        [("OP1", 1, "Urges:"), ("OP1(a)", None, "to act."), ("OP1(b)", None, "to rest.")],
    ),
    "a list in a point's content": (
        f"<paragraph><num>1.</num><list>{INTRO}<point><num>(a)</num><content><p>to act:</p>"
        "<list><point><num>(i)</num><p>now.</p></point></list></content></point></list></paragraph>",
        [("OP1", 1, "Urges:"), ("OP1(a)", None, "to act:"), ("OP1(a)(i)", None, "now.")],
    ),
    "two pieces of text": (
        "<paragraph><num>1.</num><content><p>Urges</p><p>all.</p></content></paragraph>",
        [("OP1", 1, "Urges all.")],
    ),
    "an empty paragraph": ("<paragraph><content><p/></content></paragraph>" + DECIDES, [("OP1", 1, "Decides.")]),
    "comments": (
        f"<!-- a -->{DECIDES}<paragraph><!-- b --><num>2.</num><content><p>Rests.</p></content></paragraph>",
        [("OP1", 1, "Decides."), ("OP2", 2, "Rests.")],
    ),
    "a preamble in the body": ("<p>Recalling all,</p>" + DECIDES, [("PP1", None, "Recalling all,"), ("OP1", 1, "Decides.")]),
    "nothing numbered": ("<p>Recalling all,</p><p>Decides.</p>", [("OP1", None, "Recalling all,"), ("OP2", None, "Decides.")]),
    "containers in containers": (f"<container><content>{DECIDES}</content></container>", [("OP1", 1, "Decides.")]),
    "a preamble of a section": (
        f'<container name="preamble"><p>Recalling all,</p></container>{DECIDES}',
        [("I.PP1", None, "Recalling all,"), ("I.OP1", 1, "Decides.")],
    ),
    "a preamble as a heading": (
        f'<crossHeading refersTo="#preamble">Recalling all,</crossHeading>{DECIDES}',
        [("I.PP1", None, "Recalling all,"), ("I.OP1", 1, "Decides.")],
    ),
}  # fmt: skip


@pytest.mark.parametrize(("body", "expected"), OPERATIVE.values(), ids=OPERATIVE)
def test_the_operative_part_is_read_however_it_is_nested(body, expected):
    assert lines(loaded(body)) == expected


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        ("fra", [("OP1", 1, "Act;"), ("OP2", 2, "Rest.")]),
        ("eng", [("OP1", None, "1. Act;"), ("OP2", None, "2 - Rest.")]),
    ],
)
def test_numbers_in_the_text_are_numbers_where_a_language_writes_them_so(language, expected):
    flat = "".join(f"<paragraph><content><p>{text}</p></content></paragraph>" for text in ("1. Act;", "2 - Rest."))
    assert lines(loaded(flat, language=language)) == expected


@pytest.mark.parametrize(
    ("before", "heading"),
    [
        ('<paragraph class="H1"><num>I</num><content><p>General</p></content></paragraph>', Heading("I General", 1)),
        ('<paragraph class="H23"><num>II</num><content><p>. General</p></content></paragraph>', Heading("II. General", 2)),
        ('<paragraph class="HCh"><num>I.</num><content><p>. General</p></content></paragraph>', Heading("I. General", 1)),
        ('<paragraph class="H23"><num>A.</num><subheading>A. General</subheading></paragraph>', Heading("A. General", 2)),
        ('<paragraph class="H1"><num>I</num><heading>Introduction</heading></paragraph>', Heading("I Introduction", 1)),
        ('<paragraph class="H4"><num>I</num><heading>General</heading></paragraph>', Heading("I General", 3)),
        ("<paragraph><heading/><subheading>General</subheading></paragraph>", Heading("General", 1)),
        ('<block class="level2">General</block><block/>', Heading("General", 2)),
        ("<section><heading>General</heading></section>", Heading("General", 1)),
        ("<subheading>General</subheading><num/>", Heading("General", 1)),
        ("<crossHeading>General</crossHeading>", Heading("General", 1)),
    ],
)  # fmt: skip
def test_headings_stand_above_the_next_paragraph(before, heading):
    assert loaded(before + DECIDES)["OP1"].above == (heading,)


@pytest.mark.parametrize("tag", ["block", "block class='level2'"])
def test_a_block_in_the_preamble_is_a_heading(tag):
    read = loaded(preamble=f"<p>Recalling all,</p><{tag}>Peace</{tag.split()[0]}><p>Noting all,</p>")
    assert read["PP2"].above == (Heading("Peace", 2 if "2" in tag else 1),)


def test_what_stands_below_a_heading_in_the_same_element_is_text():
    body = (
        '<paragraph class="H1"><num>1.</num><heading>General</heading><content><p>Urges all;</p></content></paragraph>'
    )
    more = '<paragraph class="H1"><heading>More</heading><content><p>(a) to act;</p></content></paragraph>'
    res = loaded(body + more + numbered("2.", "Decides."))
    assert lines(res) == [("OP1", 1, "Urges all;"), ("OP1(a)", None, "to act;"), ("OP2", 2, "Decides.")]
    assert res["OP1"].above == (Heading("General", 1),)


@pytest.mark.parametrize(
    "body",
    [
        f"<paragraph><num>1.</num><content><p>Urges:</p>{TABLE}</content></paragraph>",
        f"<paragraph><num>1.</num><content><p>Urges:</p></content>{TABLE}</paragraph>",
        numbered("1.", "Urges:") + TABLE,
    ],
    ids=["in the content", "in the paragraph", "in the body"],
)
def test_a_table_stands_below_its_paragraph_which_keeps_its_number(body):
    read = loaded(body)
    assert lines(read) == [("OP1", 1, "Urges:")]
    assert read["OP1"].below == (Table((("Year", "Sum"),)),)


def test_a_table_at_the_end_stands_below_the_last_paragraph():
    read = loaded(numbered("1.", "Urges all;") + numbered("2.", "Decides.") + TABLE)
    assert [bool(p.below) for p in read.operative] == [False, True]


PREAMBLES = {
    "two formulas": (
        "<formula><p>The General Assembly,</p></formula><formula><p>Recalling all,</p></formula>",
        [("PP1", "Recalling all,")],
    ),
    "a list in a container": (
        "<container><p>Recalling:</p><list><point><num>(a)</num><content><p>one,</p></content></point></list></container>",
        [("PP1", "Recalling:"), ("PP1(a)", "one,")],
    ),
    "a container that is a list": (
        "<p>Recalling:</p><container><!-- c --><list><point><num>(a)</num><content><p>one,</p></content></point></list></container>",
        [("PP1", "Recalling:"), ("PP1(a)", "one,")],
    ),
    "letters in the text": ("<p>Recalling:</p><p>(a) one,</p>", [("PP1", "Recalling:"), ("PP1(a)", "one,")]),
    "a container of two": ("<container><p>Noting this</p><p>and that,</p></container>", [("PP1", "Noting this and that,")]),
    "a table": (f"<container>{TABLE}</container><p>Noting all,</p>", [("PP1", "Noting all,")]),
}  # fmt: skip


@pytest.mark.parametrize(("preamble", "expected"), PREAMBLES.values(), ids=PREAMBLES)
def test_the_preamble_is_read_however_it_is_nested(preamble, expected):
    read = loaded(preamble=preamble)
    assert [(p.label, p.text) for p in read.paragraphs] == [*expected, ("OP1", "Decides.")]
    assert (TABLE in preamble) == (read.preamble[0].above == (Table((("Year", "Sum"),)),))


@pytest.mark.parametrize(
    ("line", "organ", "comma"),
    [("The General Assembly,", "The General Assembly", True), ("The General Assembly", "The General Assembly", False)],
)
def test_the_organ_line_keeps_whether_it_ends_with_a_comma(line, organ, comma):
    read = loaded(preamble=f"<formula><p>{line}</p></formula>")
    assert (read.organ, read.organ_comma) == (organ, comma)


def test_without_an_organ_line_no_comma_is_missing():
    assert (loaded().organ, loaded().organ_comma) == ("", True)


def test_a_part_has_a_letter_and_a_title_of_its_own_and_each_title_its_notes():
    preface = (
        f"<p><docNumber>75/10.</docNumber>{NOTE}<docTitle>Whole</docTitle></p><p><docNumber>B</docNumber>"
        '<docTitle>Part<authorialNote marker="2"><p>Two.</p></authorialNote></docTitle></p>'
    )
    read = loaded(preface=preface)
    assert (read.title, read.symbol) == ("Whole / Part", "A/RES/75/10 B")
    assert [(n.text, n.label, n.position) for n in read.footnotes] == [
        ("See there.", "title", 0),
        ("Two.", "title", 12),
    ]


def test_a_note_to_the_number_stands_before_the_title():
    (note,) = loaded(preface=f"<p><docNumber>75/10.{NOTE}</docNumber><docTitle>Whole</docTitle></p>").footnotes
    assert (note.text, note.label, note.position) == ("See there.", "title", 0)


def test_a_note_to_the_organ_line_is_kept():
    read = loaded(preamble=f"<formula><p>The General Assembly{NOTE}</p></formula>")
    assert [(n.text, n.label) for n in read.footnotes] == [("See there.", "organ")]


def test_notes_of_one_number_stay_in_their_paragraphs():
    first, second, third = (
        f'<authorialNote marker="1"><p>{said}.</p></authorialNote>' for said in ("One", "Two", "Three")
    )
    read = loaded(numbered("1.", f"Urges{first} all{second};") + numbered("2.", f"Decides{third}."))
    assert [[note.text for note in p.footnotes] for p in read.operative] == [["One.", "Two."], ["Three."]]


def test_a_note_without_a_number_gets_the_one_behind_the_last():
    notes = "".join(
        f'<authorialNote marker="{mark}"><p>{mark}.</p></authorialNote> and' for mark in ("7", "*", "7a", "12", "**")
    )
    read = loaded(numbered("1.", f"Urges{notes} all."))
    assert [(note.number, note.text) for note in read["OP1"].footnotes] == [
        (7, "7."),
        (8, "*."),
        (9, "7a."),
        (12, "12."),
        (13, "**."),
    ]


def test_a_note_with_a_star_gets_a_number_and_keeps_its_paragraphs_apart():
    star = '<authorialNote marker="*"><p>Star.</p><p>More.</p></authorialNote>'
    (note,) = loaded(numbered("1.", f"Urges{star} all."))["OP1"].footnotes
    assert (note.number, note.text, note.position) == (1, "Star. More.", 5)


def test_an_annex_in_the_body_keeps_numbers_italics_notes_and_tables():
    point = "<list><point><num>a</num><content><p>deep</p></content></point></list>"
    body = f"{DECIDES}<crossHeading>Annex</crossHeading>{numbered('1.', f'First <i>thing</i>{NOTE}.')}{point}{TABLE}"
    (annex,) = loaded(body).annexes
    assert [p.text for p in annex.paragraphs] == ["1. First thing.", "(a) deep", "Year | Sum"]
    first = annex.paragraphs[0]
    assert [first.text[slice(*span)] for span in first.italics] == ["thing"]
    assert first.text[: first.footnotes[0].position] == "1. First thing"


def test_an_attachment_may_hold_several_annexes():
    pieces = "<p>Before.</p><!-- c --><crossHeading>Annex I</crossHeading><p>One.</p><crossHeading>Annex II</crossHeading><p>Two.</p>"
    read = loaded(after=f"<attachments><attachment><doc><mainBody>{pieces}</mainBody></doc></attachment></attachments>")
    assert [(a.heading, [p.text for p in a.paragraphs]) for a in read.annexes] == [
        ("Annex", ["Before."]),
        ("Annex I", ["One."]),
        ("Annex II", ["Two."]),
    ]


ATTACHED = {
    "a heading beside the document": (
        "<heading>Annex II</heading><subheading>Rules</subheading><doc><mainBody><p>One.</p></mainBody></doc>",
        "Annex II",
        ["Rules", "One."],
    ),
    "an appendix": ("<heading>Appendix</heading><doc><mainBody><p>One.</p></mainBody></doc>", "Appendix", ["One."]),
    "a title in the document": (
        "<doc><meta/><preface><p><docTitle>Rules</docTitle></p></preface><mainBody><p>One.</p></mainBody></doc>",
        "Annex",
        ["Rules", "One."],
    ),
}


@pytest.mark.parametrize(("attachment", "heading", "texts"), ATTACHED.values(), ids=ATTACHED)
def test_an_attachment_keeps_its_headings(attachment, heading, texts):
    (annex,) = loaded(after=f"<attachments><attachment>{attachment}</attachment></attachments>").annexes
    assert (annex.heading, [p.text for p in annex.paragraphs]) == (heading, texts)


def test_three_annexes_of_one_name_have_labels_of_their_own():
    one = "<attachment><doc><mainBody><crossHeading>Annex</crossHeading><p>Text.</p></mainBody></doc></attachment>"
    annexes = loaded(after=f"<attachments>{one * 3}</attachments>").annexes
    assert [p.label for annex in annexes for p in annex.paragraphs] == ["annex/1", "annex~2/1", "annex~3/1"]


@pytest.mark.parametrize(
    ("number", "symbol", "session"),
    [
        ("REF: AB/(59)", "REF: AB/(59)", None),
        ("A/C.2/75/L.6", "A/C.2/75/L.6", None),
        ("75/10 B", "A/RES/75/10 B", 75),
        ("A/RES/75/10", "A/RES/75/10", 75),
        ("A/RES/ES-11/1", "A/RES/ES-11/1", "ES-11"),
    ],
)
def test_a_number_of_another_kind_is_the_symbol_as_it_stands(number, symbol, session):
    read = loaded(preface=f"<p><docNumber>{number}</docNumber><docTitle>T</docTitle></p>")
    assert (read.symbol, read.session) == (symbol, session)


def test_what_stands_beside_the_title_is_kept_among_the_lines_of_the_cover():
    read = loaded(preface="<p>Draft of <docNumber>75/10.</docNumber> <docTitle>T</docTitle></p><p>Second reading</p>")
    assert (read.cover, read.title) == (("Draft of", "Second reading"), "T")


@pytest.mark.parametrize("kind", ["bill", "act", "judgment"])
def test_another_kind_of_document_is_named(kind):
    with pytest.raises(rk.KitError, match=f"found: <{kind}>"):
        rk.load(f"<akomaNtoso><{kind}><meta/><body/></{kind}></akomaNtoso>".encode())


def test_white_space_breaks_and_nested_looks_leave_every_word_in_its_look():
    text = (
        "\n <span class='opener'>Urges</span>  all<eol/>States <b>of the <i>world</i></b>  and <i> </i> "
        "<span>more</span>, <i>here</i> <i>now</i>.\n"
    )
    p = loaded(numbered("1.", text))["OP1"]
    assert (p.text, p.opener) == ("Urges all States of the world and more, here now.", "Urges")
    assert [p.text[a:b] for a, b in p.italics] == ["world", "here now"]


def test_the_first_words_of_a_list_below_a_letter_keep_their_italics():
    inner = listed("<i>Urges</i> all:", ("(i)", "now."))
    p = loaded(numbered("1.", "Both:") + f"<paragraph><num>(a)</num>{inner}</paragraph>")["OP1(a)"]
    assert [p.text[a:b] for a, b in p.italics] == ["Urges"]


def conclusions(lines):
    return f"<conclusions><p>{lines}</p></conclusions>" if lines else ""


def in_parts(
    *parts, preface="<p><docNumber>75/10.</docNumber><docTitle>Whole</docTitle></p>", closing="", closings=None
):
    meta = (
        '<meta><identification><FRBRExpression><FRBRlanguage language="eng"/></FRBRExpression></identification></meta>'
    )
    made = "".join(
        f"<component><statement>{meta}<preface><p><docNumber>{letter}</docNumber><docTitle>{title}</docTitle></p></preface>"
        f"<preamble><formula><p>The General Assembly,</p></formula><p>Recalling all,</p></preamble><mainBody>{body}</mainBody>"
        f"{conclusions((closings or {}).get(letter, ''))}</statement></component>"
        for letter, title, body in parts
    )
    whole = f"{meta}<preface>{preface}</preface><collectionBody>{made}</collectionBody>{conclusions(closing)}"
    return f"<akomaNtoso><documentCollection>{whole}</documentCollection></akomaNtoso>".encode()


TWO_PARTS = in_parts(
    ("A", "First", f"<paragraph><num>1.</num><list>{INTRO}{ACT}</list></paragraph>"),
    ("B", "Second", numbered("1.", f"Decides{NOTE}.")),
)


def test_a_resolution_in_parts_has_labels_that_begin_with_the_letter_of_the_part():
    read = rk.load(TWO_PARTS)
    assert (read.symbol, read.title, read.preamble, read.operative) == ("A/RES/75/10", "Whole", (), ())
    assert [(part.symbol, part.title) for part in read.parts] == [
        ("A/RES/75/10 A", "First"),
        ("A/RES/75/10 B", "Second"),
    ]
    assert [p.label for part in read.parts for p in part.paragraphs] == ["A.PP1", "A.OP1", "A.OP1(a)", "B.PP1", "B.OP1"]
    assert [note.label for note in read.parts[1].footnotes] == ["B.OP1"]


MEETINGS = {
    # what it shows: the closing lines of the whole, and of its parts; the meeting
    "that of the whole": (
        "51st plenary meeting<br/>7 December 2020",
        {"A": "30th plenary meeting"},
        "51st plenary meeting",
    ),
    "that of the last part": (
        "",
        {"A": "30th plenary meeting", "B": "40th plenary meeting", "C": "51st plenary meeting"},
        "51st plenary meeting",
    ),
    "none of another part": ("", {"A": "30th plenary meeting", "B": "40th plenary meeting"}, ""),
    "none at all": ("", {}, ""),
}


@pytest.mark.parametrize(("closing", "closings", "meeting"), MEETINGS.values(), ids=MEETINGS)
def test_the_meeting_of_a_resolution_in_parts_is_its_own_or_that_of_the_last_part(closing, closings, meeting):
    read = rk.load(in_parts(*((letter, letter, DECIDES) for letter in "ABC"), closing=closing, closings=closings))
    assert read.meeting == meeting
    assert [part.meeting for part in read.parts] == [closings.get(letter, "") for letter in "ABC"]


def test_the_organ_of_a_resolution_in_parts_is_that_of_the_first():
    content = in_parts(("A", "First", DECIDES), ("B", "Second", DECIDES))
    read = rk.load(content.replace(b"The General Assembly,", b"The Security Council", 1))
    assert (read.organ, read.organ_comma) == ("The Security Council", False)
    assert [part.organ for part in read.parts] == ["The Security Council", "The General Assembly"]


def written_and_read(resolution):
    return rk.load(rk.to_akn(resolution).encode())


def test_a_resolution_in_parts_comes_back_from_our_own_xml():
    read = rk.load(TWO_PARTS)
    assert written_and_read(read) == read


def test_a_collection_without_a_resolution_is_refused():
    with pytest.raises(rk.KitError, match="<statement>"):
        rk.load(in_parts())


SHAPES = {
    "a table below": numbered("1.", "Urges:") + TABLE,
    "a preamble of a section": f'<crossHeading>I</crossHeading><container name="preamble"><p>Recalling all,</p></container>{DECIDES}',
}  # fmt: skip


@pytest.mark.parametrize("body", SHAPES.values(), ids=SHAPES)
def test_the_elements_of_our_own_xml_say_what_we_read(body):
    read = loaded(body)
    again = written_and_read(read)
    assert lines(again) == lines(read)
    assert [(p.above, p.below) for p in again.paragraphs] == [(p.above, p.below) for p in read.paragraphs]


def test_the_elements_of_our_own_xml_keep_lists_below_letters_of_the_preamble():
    inner = "<list><point><num>(i)</num><content><p>one,</p></content></point></list>"
    outer = f"<list><point><num>(a)</num><content><p>this:</p>{inner}</content></point></list>"
    read = loaded(
        preamble=f"<formula><p>The General Assembly</p></formula><container><p>Recalling:</p>{outer}</container>"
    )
    assert [p.label for p in read.preamble[0].walk()] == ["PP1", "PP1(a)", "PP1(a)(i)"]
    assert lines(written_and_read(read)) == lines(read)
    assert not written_and_read(read).organ_comma


@pytest.mark.parametrize(
    ("facts", "adopted", "drafts"),
    [
        ('<FRBRdate name="adoption" date="2020-11-23"/>', "2020-11-23", ()),
        ('<FRBRdate name="adoption" date="0001-01-01"/>', "None", ()),
        ('<FRBRdate name="adoption" date="soon"/>', "None", ()),
        ('<FRBRdate name="adoption"/>', "None", ()),
        ("<nothing/>", "None", ("A/75/L.20",)),
    ],
)
def test_the_head_of_a_file_says_when_it_was_adopted_and_from_which_draft(facts, adopted, drafts):
    step = (
        '<workflow><step outcome="draftResolution" as="A/75/L.20"/><step outcome="adoption"/></workflow>'
        if drafts
        else ""
    )
    meta = f"<meta><identification><FRBRWork>{facts}</FRBRWork></identification>{step}</meta>"
    read = rk.load(f"<akomaNtoso><statement>{meta}<mainBody>{DECIDES}</mainBody></statement></akomaNtoso>".encode())
    assert (str(read.adopted), read.drafts) == (adopted, drafts)


@pytest.mark.parametrize(
    ("outcome", "drafts"),
    [("draftResolution", ("A/75/L.20",)), ("adoption", ()), ("publication", ()), ("draftDecision", ())],
)
def test_only_the_step_of_a_draft_resolution_names_a_draft(outcome, drafts):
    meta = f'<meta><workflow><step outcome="{outcome}" as="A/75/L.20"/></workflow></meta>'
    read = rk.load(f"<akomaNtoso><statement>{meta}<mainBody>{DECIDES}</mainBody></statement></akomaNtoso>".encode())
    assert read.drafts == drafts


@pytest.mark.parametrize(
    ("dates", "adopted", "published"),
    [
        ((("adoption", "2020-11-23"),), "2020-11-23", "None"),
        ((("publication", "2020-11-30"),), "None", "2020-11-30"),
        ((("Generation", "2020-11-30"), ("work", "2020-11-30")), "None", "None"),
        ((("adoption", "2020-11-23"), ("adoption", "0001-01-01")), "2020-11-23", "None"),
        ((("adoption", "2020-11-23"), ("adoption", "2020-11-24")), "2020-11-24", "None"),
        ((("adoption", "0002-01-01"),), "0002-01-01", "None"),
    ],
)
def test_each_date_is_told_by_its_name_and_the_year_1_is_none(dates, adopted, published):
    facts = "".join(f'<FRBRdate name="{name}" date="{day}"/>' for name, day in dates)
    meta = f"<meta><identification><FRBRWork>{facts}</FRBRWork></identification></meta>"
    read = rk.load(f"<akomaNtoso><statement>{meta}<mainBody>{DECIDES}</mainBody></statement></akomaNtoso>".encode())
    assert (str(read.adopted), str(read.published)) == (adopted, published)


@pytest.mark.parametrize(
    ("code", "language"), [("eng", "en"), ("deu", "de"), ("fra", "fr"), ("xyz", "xy"), ("en", "en"), ("", "en")]
)
def test_the_language_is_that_of_the_code_or_its_first_two_letters(code, language):
    assert loaded(language=code).language == language


@pytest.mark.parametrize(
    ("lines_of_closing", "meeting", "closing"),
    [
        ("30th plenary meeting<eol/>23 November 2020", "30th plenary meeting", ("30th plenary meeting", "23 November 2020")),
        ("In the spring<br/>of 2020", "In the spring", ("In the spring", "of 2020")),
        ("In the spring", "", ("In the spring",)),
        ("In<eol/> <eol/>the   spring", "In", ("In", "the spring")),
    ],
)  # fmt: skip
def test_of_several_closing_lines_the_first_tells_the_meeting(lines_of_closing, meeting, closing):
    read = loaded(after=f"<conclusions><p>{lines_of_closing}</p></conclusions>")
    assert (read.meeting, read.closing) == (meeting, closing)


@pytest.mark.parametrize(
    ("line", "symbol"),
    [
        ("A/HRC/RES/48/1", "A/HRC/RES/48/1"),
        ("A/RES/75/10 " + "x" * 27, "A/RES/75/10 " + "x" * 27),
        ("A/RES/75/10 " + "x" * 28, ""),
        ("A/RES/75/10 " + "x" * 60, ""),
    ],
)  # fmt: skip
def test_without_a_number_a_short_line_of_the_cover_is_the_symbol(line, symbol):
    meta, cover = "<meta/>", f"<coverPage><p>United Nations</p><p>{line}</p></coverPage>"
    read = rk.load(
        f"<akomaNtoso><statement>{meta}{cover}<mainBody>{DECIDES}</mainBody></statement></akomaNtoso>".encode()
    )
    assert read.cover == ("United Nations", line)
    assert (read.symbol == line) is bool(symbol)


@pytest.mark.parametrize("number_of_first", ["1", ""])
def test_parts_without_letters_get_them_in_order(number_of_first):
    first, second = (numbered("1.", f"{deed}.") for deed in ("Urges", "Decides"))
    read = rk.load(in_parts((number_of_first, "First", first), ("2", "Second", second)))
    assert [part.symbol for part in read.parts] == ["A/RES/75/10 A", "A/RES/75/10 B"]
    assert [p.label for part in read.parts for p in part.paragraphs] == ["A.PP1", "A.OP1", "B.PP1", "B.OP1"]


NAMED = {
    "a section of that name is none": (f'<section name="preamble"><p>Recalling all,</p></section>{DECIDES}', ["PP1", "OP1"]),
    "nor is an article of that name": (f'<article name="preamble"><p>Recalling all,</p></article>{DECIDES}', ["PP1", "OP1"]),
    "a container of another name": (f'<container name="annex"><p>Recalling all,</p></container>{DECIDES}', ["PP1", "OP1"]),
    "a container with a list": (
        f'<container name="preamble"><p>Recalling:</p><list><point><num>(a)</num><p>one,</p></point></list></container>{DECIDES}',
        ["I.PP1", "I.PP1(a)", "I.OP1"],
    ),
    "a heading that refers elsewhere": (f'<crossHeading refersTo="#part">Part,</crossHeading>{DECIDES}', ["OP1"]),
}  # fmt: skip


@pytest.mark.parametrize(("body", "labels"), NAMED.values(), ids=NAMED)
def test_the_preamble_of_a_section_is_what_is_called_so(body, labels):
    assert [p.label for p in loaded(body).paragraphs] == labels


def test_an_element_that_nobody_knows_is_text_and_its_number_its_own():
    body = numbered("1.", "Urges:") + "<zone>More,</zone><aside>and less;</aside>" + numbered("2.", "Decides.")
    assert lines(loaded(body)) == [
        ("OP1", 1, "Urges:"),
        ("OP1/2", None, "More,"),
        ("OP1/3", None, "and less;"),
        ("OP2", 2, "Decides."),
    ]


@pytest.mark.parametrize(
    ("number", "organ", "symbol"),
    [
        ("48/1.", "The Human Rights Council", "A/HRC/RES/48/1"),
        ("2020/3.", "The Economic and Social Council", "E/RES/2020/3"),
        ("2729 (2024)", "The Security Council", "S/RES/2729 (2024)"),
    ],
)
def test_the_organ_says_what_the_symbol_is(number, organ, symbol):
    preface = f"<p><docNumber>{number}</docNumber><docTitle>T</docTitle></p>"
    assert loaded(preface=preface, preamble=f"<formula><p>{organ},</p></formula>").symbol == symbol


def test_an_element_without_words_hides_none_behind_it():
    assert loaded(numbered("1.", "Urges<i/> all<span><b/></span>."))["OP1"].text == "Urges all."


# ---- what the rules make of it

ORGAN = "<formula><p>The General Assembly,</p></formula><p>Recalling its resolution 51/1 of 15 October 1996,</p>"


def bare(text):
    return f"<paragraph><content><p>{text}</p></content></paragraph>"


FAULTLESS = {
    "a declaration": bare("Adopts the following declaration:") + numbered("1.", "We agree.") + numbered("2.", "Peace is near."),
    "a table behind a paragraph": numbered("1.", "Urges all") + TABLE + numbered("2.", "Decides to rest."),
    "a section of one paragraph": (
        f"<crossHeading>I</crossHeading>{numbered('1.', 'Urges all;')}{numbered('2.', 'Asks all;')}<crossHeading>II</crossHeading>"
        f'<container name="preamble"><p>Recalling the Charter,</p></container>{bare("Decides to rest.")}'
    ),
}  # fmt: skip


@pytest.mark.parametrize("body", FAULTLESS.values(), ids=FAULTLESS)
def test_forms_that_only_xml_can_tell_raise_no_error(body):
    assert [f for f in rk.review(loaded(body, preamble=ORGAN)) if f.severity == "error"] == []


def test_elements_where_the_schema_has_none_lose_no_word():
    point = "<point>Outside a list</point>"
    empty = "<paragraph><num>2.</num><content><p></p></content></paragraph>"
    two = "<point><num>(a)</num><content><p>to act</p></content><content><p>at once;</p></content></point>"
    res = loaded(numbered("1.", "Urges all;") + point + empty + f"<list>{two}</list>" + numbered("3.", "Decides."))
    assert lines(res) == [
        ("OP1", 1, "Urges all;"),
        ("OP1/2", None, "Outside a list"),
        ("OP1(a)", None, "to act at once;"),
        ("OP3", 3, "Decides."),
    ]
