"""Word documents: what is written is read again, and what learners' Word counts by itself is counted."""

from __future__ import annotations

import re
import zipfile
from io import BytesIO

import docx
import docx.enum.style
import pytest
from corpus import official_files
from hypothesis import given, settings
from hypothesis import strategies as st
from resolution_words import texts_of, words_of
from words_documents import abstract, box, cites, note, num, of_xml, p, run, saved

import resolutionkit as rk
from resolutionkit.document.model import Heading, Paragraph, Resolution, Table
from resolutionkit.document.reading.read_word import text_of
from resolutionkit.document.writing.write_word import document


def essence(resolution):
    return [(p.label, p.text, p.opener_spans, tuple(n.text for n in p.footnotes)) for p in resolution.paragraphs]


def test_75_10_comes_back():
    assert essence(rk.parse(text_of(document(rk.load())), "de", whole=True)) == essence(rk.load())


@pytest.mark.parametrize("path", official_files("en")[::25], ids=str)
def test_no_paragraph_of_adopted_resolutions_is_lost(path):
    resolution = rk.load(path)
    text = "".join(text_of(document(resolution)).replace("\\", "").split())
    for paragraph in resolution.paragraphs:
        start = "".join(paragraph.text.split())[:20]
        assert start.replace("*", "") in text.replace("*", "")


def test_numbers_that_word_counts_by_itself():
    document = docx.Document()
    document.add_paragraph("The General Assembly,")
    document.add_paragraph("Urges all States;", style="List Number")
    document.add_paragraph("Decides to meet.", style="List Number")
    for paragraph in document.paragraphs[1:]:
        properties = paragraph._p.get_or_add_pPr()
        numbered = properties.get_or_add_numPr()
        numbered.get_or_add_ilvl().val = 0
        numbered.get_or_add_numId().val = _a_decimal_list(document)
    saved = BytesIO()
    document.save(saved)
    assert "1. Urges all States;\n\n2. Decides to meet." in text_of(saved.getvalue())


def test_numbers_that_come_with_a_style():
    document = docx.Document()
    ours = document.styles.add_style("Operative", docx.enum.style.WD_STYLE_TYPE.PARAGRAPH)
    ours.base_style = document.styles["List Number"]
    document.add_paragraph("The General Assembly,")
    document.add_paragraph("Urges all States;", style="List Number")
    document.add_paragraph("Decides to meet.", style=ours)
    saved = BytesIO()
    document.save(saved)
    assert "1. Urges all States;\n\n2. Decides to meet." in text_of(saved.getvalue())


def _a_decimal_list(document):
    numbering = document.part.numbering_part.element
    decimal = {
        a.get(docx.oxml.ns.qn("w:abstractNumId"))
        for a in numbering.findall(docx.oxml.ns.qn("w:abstractNum"))
        if a.find(f"{docx.oxml.ns.qn('w:lvl')}/{docx.oxml.ns.qn('w:numFmt')}").get(docx.oxml.ns.qn("w:val"))
        == "decimal"
    }
    return next(int(n.numId) for n in numbering.num_lst if str(n.abstractNumId.val) in decimal)


@pytest.mark.parametrize("content", [b"", b"PK\x03\x04 not a zip", b"plain text"])
def test_what_is_no_word_document_is_said(content):
    with pytest.raises(rk.KitError, match="Word document"):
        text_of(content)


def test_control_characters_do_no_harm():
    resolution = rk.parse("# A\x00B\n\nThe General Assembly,\n\n1. Decides\x0b to meet.", "en")
    assert "to meet." in text_of(document(resolution))


# ---- documents of other programs, and damaged ones


def repacked(content: bytes, edit) -> bytes:
    """The same document, each of its parts as ``edit`` returns it; None leaves one out."""
    made = BytesIO()
    with zipfile.ZipFile(BytesIO(content)) as old, zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            if (part := edit(name, old.read(name))) is not None:
                new.writestr(name, part)
    return made.getvalue()


def two_paragraphs(style: str) -> bytes:
    document = docx.Document()
    document.add_paragraph("The General Assembly,")
    document.add_paragraph("")
    document.add_paragraph("Urges all.", style=style)
    return saved(document)


def without_numbering(name: str, part: bytes) -> bytes | None:
    if name.endswith("numbering.xml"):
        return None
    if name in ("[Content_Types].xml", "word/_rels/document.xml.rels"):
        return re.sub(rb'<(?:Override|Relationship)\b[^>]*numbering\.xml"[^>]*/>', b"", part)
    return part


def styles_in_a_ring(name: str, part: bytes) -> bytes:
    if name != "word/styles.xml":
        return part
    rings = b"".join(
        f'<w:style w:type="paragraph" w:styleId="{one}"><w:name w:val="{one}"/><w:basedOn w:val="{other}"/></w:style>'.encode()
        for one, other in (("Ring1", "Ring2"), ("Ring2", "Ring1"))
    )
    return part.replace(b"</w:styles>", rings + b"</w:styles>")


def in_a_ring(name: str, part: bytes) -> bytes:
    part = styles_in_a_ring(name, part)
    return part.replace(b'<w:pStyle w:val="ListNumber"/>', b'<w:pStyle w:val="Ring1"/>')


PACKED = {
    "empty paragraphs and bullets": (two_paragraphs("List Bullet"), "- Urges all."),
    "a numbered list": (two_paragraphs("List Number"), "1. Urges all."),
    "a list without its definition": (repacked(two_paragraphs("List Number"), without_numbering), "Urges all."),
    "styles that stand on each other": (repacked(two_paragraphs("List Number"), in_a_ring), "Urges all."),
}


@pytest.mark.parametrize(("content", "paragraph"), PACKED.values(), ids=PACKED)
def test_lists_and_styles_are_read_however_they_are_kept(content, paragraph):
    assert text_of(content) == f"The General Assembly,\n\n{paragraph}\n"


def unfolding_to(size: int) -> bytes:
    """A document that unfolds to so many bytes."""
    bomb = BytesIO(two_paragraphs("List Number"))
    with zipfile.ZipFile(bomb, "a", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr("word/more.xml", b" " * (size - sum(part.file_size for part in packed.infolist())))
    return bomb.getvalue()


def test_a_document_that_unfolds_without_end_is_refused():
    assert "The General Assembly," in text_of(unfolding_to(50_000_000))
    with pytest.raises(rk.KitError, match="Word document"):
        text_of(unfolding_to(50_000_001))


@pytest.mark.parametrize(
    ("xml", "text"),
    [
        ("<w:r><w:t>Urges</w:t></w:r><w:del><w:r><w:t>nobody</w:t></w:r></w:del><w:ins><w:r><w:t> all</w:t></w:r></w:ins>", "Urges all"),
        ("<w:r><w:t>Urges</w:t><w:tab/><w:t>all</w:t><w:br/><w:t>States</w:t></w:r>", "Urges all\nStates"),
        ("<w:r><w:t>Secretary</w:t><w:noBreakHyphen/><w:t>General</w:t></w:r>", "Secretary-General"),
        ('<w:r><w:rPr><w:i w:val="false"/></w:rPr><w:t>Urges</w:t></w:r>', "Urges"),
        ("<w:r><w:rPr><w:i/></w:rPr><w:t>Ur</w:t></w:r><w:r><w:rPr><w:i/></w:rPr><w:t>ges </w:t></w:r><w:r><w:t>all</w:t></w:r>", "*Urges* all"),
    ],
    ids=["tracked changes", "tabs and line breaks", "a hyphen that does not break", "italics turned off", "italics in pieces"],
)  # fmt: skip
def test_what_word_writes_into_a_paragraph_is_read(xml, text):
    document = docx.Document()
    paragraph = document.add_paragraph("")._p
    for piece in docx.oxml.parse_xml(f"<w:p {docx.oxml.ns.nsdecls('w')}>{xml}</w:p>"):
        paragraph.append(piece)
    assert text_of(saved(document)) == f"{text}\n"


def test_a_table_at_the_end_and_a_heading_without_text_come_along():
    end = Table((("Year", "Sum"),))
    written = document(Resolution(operative=(Paragraph("OP1", None, text="", above=(Heading("I", 1),), below=(end,)),)))
    assert text_of(written) == "## I\n\n| Year | Sum |\n"


# ---- what Word prints and does not write

THREE = ("decimal %1.", "lowerLetter (%2)", "lowerRoman (%3)")
NUMBERS = {
    "two lists of one definition count on": (
        abstract(90, *THREE) + num(91, 90) + num(92, 90),
        [(91, 0), (92, 0), (91, 0)],
        ["1. ", "2. ", "3. "],
    ),
    "a list that begins anew": (
        abstract(90, *THREE) + num(91, 90) + num(92, 90, level0=5),
        [(91, 0), (92, 0), (92, 0)],
        ["1. ", "5. ", "6. "],
    ),
    "a list below a number that begins anew": (
        abstract(90, *THREE) + num(91, 90, level1=3) + num(92, 90, level2=4),
        [(91, 0), (91, 1), (91, 1), (92, 2), (91, 0), (91, 1)],
        ["1. ", "(c) ", "(d) ", "(iv) ", "2. ", "(a) "],
    ),
    "two lists, each with a definition": (
        abstract(90, *THREE) + abstract(95, *THREE) + num(91, 90) + num(96, 95),
        [(91, 0), (96, 0), (91, 0)],
        ["1. ", "1. ", "2. "],
    ),
    "levels": (
        abstract(90, *THREE) + num(91, 90),
        [(91, 0), (91, 1), (91, 1), (91, 2), (91, 0), (91, 1)],
        ["1. ", "(a) ", "(b) ", "(i) ", "2. ", "(a) "],
    ),
    "a start of its own": (abstract(90, "decimal %1. 7") + num(91, 90), [(91, 0), (91, 0)], ["7. ", "8. "]),
    "a level that says no place is the first": (
        (abstract(90, "decimal %1.") + num(91, 90, level0=5)).replace('w:ilvl="0"', ""),
        [(91, 0), (91, 0)],
        ["5. ", "6. "],
    ),
    "no start": (abstract(90, "decimal %1.").replace('<w:start w:val="1"/>', "") + num(91, 90), [(91, 0), (91, 0)], ["1. ", "2. "]),
    "a definition behind a style": (
        abstract(90, link='<w:numStyleLink w:val="Clauses"/>')
        + abstract(95, *THREE, link='<w:styleLink w:val="Clauses"/>')
        + num(91, 90),
        [(91, 0), (91, 1), (91, 0)],
        ["1. ", "(a) ", "2. "],
    ),
    "numbers of two levels": (
        abstract(90, "decimal %1.", "decimal %1.%2") + num(91, 90),
        [(91, 0), (91, 1), (91, 0), (91, 1)],
        ["1. ", "1.1 ", "2. ", "2.1 "],
    ),
    "capitals": (abstract(90, "upperRoman %1.", "upperLetter %2.") + num(91, 90), [(91, 0), (91, 1)], ["(I) ", "(A) "]),
    "bullets": (abstract(90, "bullet -") + num(91, 90), [(91, 0), (91, 0)], ["- ", "- "]),
    "no number": (abstract(90, "none x") + num(91, 90), [(91, 0), (91, 0)], ["", ""]),
    "beyond z": (abstract(90, "lowerLetter (%1) 26") + num(91, 90), [(91, 0), (91, 0)], ["(z) ", "(aa) "]),
    "a list that is nowhere": ("", [(77, 0)], [""]),
}  # fmt: skip


@pytest.mark.parametrize(("lists", "places", "printed"), NUMBERS.values(), ids=NUMBERS)
def test_numbers_are_those_that_word_prints(lists, places, printed):
    content = of_xml(*(p("Text", number=number, level=level) for number, level in places), lists=lists)
    assert text_of(content).strip().split("\n\n") == [number + "Text" for number in printed]


def test_of_the_nine_levels_each_begins_anew_below_the_one_above():
    levels = [f"decimal %{n}." for n in range(1, 10)]
    places = [(91, 0), (91, 8), (91, 8), (91, 7), (91, 8), (91, 0), (91, 1), (91, 8)]
    content = of_xml(*(p("Text", number=n, level=at) for n, at in places), lists=abstract(90, *levels) + num(91, 90))
    printed = [line.split()[0] for line in text_of(content).strip().split("\n\n")]
    assert printed == ["1.", "1.", "2.", "1.", "1.", "2.", "1.", "1."]


def chain(styles: int) -> bytes:
    """A paragraph whose style stands on so many others, the last of which has a list."""

    def edit(name: str, part: bytes) -> bytes:
        if name == "word/styles.xml":
            made = b"".join(
                f'<w:style w:type="paragraph" w:styleId="S{n}"><w:name w:val="S{n}"/><w:basedOn w:val="{below}"/></w:style>'.encode()
                for n in range(styles)
                for below in ([f"S{n + 1}"] if n + 1 < styles else ["ListNumber"])
            )
            return part.replace(b"</w:styles>", made + b"</w:styles>")
        return part.replace(b'<w:pStyle w:val="ListNumber"/>', b'<w:pStyle w:val="S0"/>')

    return repacked(two_paragraphs("List Number"), edit)


@pytest.mark.parametrize(("styles", "number"), [(1, "1. "), (18, "1. "), (19, "")])
def test_a_list_is_sought_in_nineteen_styles(styles, number):
    assert text_of(chain(styles)) == f"The General Assembly,\n\n{number}Urges all.\n"


@pytest.mark.parametrize(("style", "printed"), [("Outer", "1. "), ("Inner", "(a) "), ("Other", "1. ")])
def test_a_level_may_say_of_which_style_its_paragraphs_are(style, printed):
    levels = abstract(90, *THREE)
    for place, name in enumerate(("Outer", "Inner")):
        levels = levels.replace(f'<w:lvl w:ilvl="{place}">', f'<w:lvl w:ilvl="{place}"><w:pStyle w:val="{name}"/>')

    def edit(name: str, part: bytes) -> bytes:
        if name == "word/styles.xml":
            counted = '<w:basedOn w:val="ListNumber"/><w:pPr><w:numPr><w:numId w:val="91"/></w:numPr></w:pPr>'
            named = f'<w:style w:type="paragraph" w:styleId="{style}"><w:name w:val="{style}"/>{counted}</w:style>'
            return part.replace(b"</w:styles>", named.encode() + b"</w:styles>")
        return part

    paragraph = f'<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr>{run("Text")}</w:p>'
    assert text_of(repacked(of_xml(paragraph, lists=levels + num(91, 90)), edit)) == f"{printed}Text\n"


STYLES = {
    "Title": "# ",
    "Heading 1": "## ",
    "Heading 2": "### ",
    "Heading 9": "########## ",
    "Subtitle": "",
    "Normal": "",
    "Titel": "# ",
    "Überschrift 2": "### ",
    "Heading": "## ",
}


@pytest.mark.parametrize(("style", "lead"), STYLES.items(), ids=STYLES)
def test_the_name_of_a_style_says_which_heading_it_is(style, lead):
    def edit(name: str, part: bytes) -> bytes:
        if name == "word/styles.xml":
            named = f'<w:style w:type="paragraph" w:styleId="Ours"><w:name w:val="{style}"/></w:style>'
            return part.replace(b"</w:styles>", named.encode() + b"</w:styles>")
        return part.replace(b'<w:pStyle w:val="ListNumber"/>', b'<w:pStyle w:val="Ours"/>')

    assert text_of(repacked(two_paragraphs("List Number"), edit)).endswith(f"\n\n{lead}Urges all.\n")


RUNS = {
    "raised digits are a mark": (run("12", '<w:vertAlign w:val="superscript"/>'), "all¹²"),
    "raised letters are not": (run("th", '<w:vertAlign w:val="superscript"/>'), "allth"),
    "nor are lowered digits": (run("12", '<w:vertAlign w:val="subscript"/>'), "all12"),
    "a blank in italics": (run(" ", "<w:i/>") + run("States"), "all States"),
    "a break in italics": ("<w:r><w:rPr><w:i/></w:rPr><w:t>a</w:t><w:br/><w:t>b</w:t></w:r>", "all*a*\n*b*"),
    "italics by number": (run(" States", '<w:i w:val="1"/>'), "all *States*"),
    "italics turned off by number": (run(" States", '<w:i w:val="0"/>'), "all States"),
    "italics that are off": (run(" States", '<w:i w:val="off"/>'), "all States"),
    "shown after all": (run(" States", '<w:vanish w:val="0"/>'), "all States"),
    "a sum in a formula": (
        '<m:oMath xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"><m:r><m:t> 12</m:t></m:r><m:r><m:t>5</m:t></m:r></m:oMath>',
        "all 125",
    ),
    "code of a field": ("<w:r><w:instrText>PAGE</w:instrText></w:r>", "all"),
}  # fmt: skip


@pytest.mark.parametrize(("xml", "text"), RUNS.values(), ids=RUNS)
def test_a_run_is_read_as_it_looks(xml, text):
    assert text_of(of_xml(p("all", xml))) == f"{text}\n"


@pytest.mark.parametrize(("kind", "is_read"), [("", True), ('w:type="normal"', True), ('w:type="separator"', False)])
def test_a_note_with_a_type_of_its_own_is_the_line_above_the_notes(kind, is_read):
    content = of_xml(p("all", cites(2)), footnotes=note(2, "A/1.").replace("<w:footnote ", f"<w:footnote {kind} "))
    assert text_of(content) == ("all[^1]\n\n[^1]: A/1.\n" if is_read else "all\n")


@pytest.mark.parametrize(
    "drawn",
    [
        "http://schemas.openxmlformats.org/drawingml/2006/main",
        "urn:schemas-microsoft-com:office:smarttags",
        "http://a.org",
    ],
)
def test_what_another_program_wraps_around_paragraphs_hides_none(drawn):
    content = of_xml(p("Before"), f'<x:canvas xmlns:x="{drawn}">{p("One")}{p("Two")}</x:canvas>', p("Behind"))
    assert text_of(content) == "Before\n\nOne\n\nTwo\n\nBehind\n"
    inside = f'<x:canvas xmlns:x="{drawn}">{run("one ")}{run("two")}</x:canvas>'
    assert text_of(of_xml(p("all ", inside))) == "all one two\n"
    both = "<mc:AlternateContent><mc:Choice>{}</mc:Choice><mc:Fallback>{}</mc:Fallback></mc:AlternateContent>"
    assert text_of(of_xml(p("Before"), both.format(p("New"), p("Old")))) == "Before\n\nNew\n"
    assert text_of(of_xml(p("all ", both.format(run("new"), run("old"))))) == "all new\n"


TEXTS = {
    "a preamble in one paragraph": (
        (p("The General Assembly,<BR>Recalling the Charter,<BR>Alarmed by the state of rivers,"), p("1. Decides to act.")),
        [("PP1", "Recalling the Charter,"), ("PP2", "Alarmed by the state of rivers,"), ("OP1", "Decides to act.")],
    ),
    "an operative part in one paragraph": (
        (p("The General Assembly,"), p("1. Urges all States to act;<BR>2. Decides to meet again.")),
        [("OP1", "Urges all States to act;"), ("OP2", "Decides to meet again.")],
    ),
    "a list in one paragraph": (
        (p("The General Assembly,"), p("1. Urges all States:<BR>(a) To act;<BR>(b) To report.")),
        [("OP1", "Urges all States:"), ("OP1(a)", "To act;"), ("OP1(b)", "To report.")],
    ),
    "a line that was broken for its look": (
        (p("The General Assembly,"), p("1. Urges all<BR>States to act.")),
        [("OP1", "Urges all States to act.")],
    ),
    "items without a final mark": (
        (p("The General Assembly,"), p("1. Urges:"), p("(a) To act"), p("(b) To report"), p("2. Decides to rest.")),
        [("OP1", "Urges:"), ("OP1(a)", "To act"), ("OP1(b)", "To report"), ("OP2", "Decides to rest.")],
    ),
    "paragraphs without a final mark": (
        (p("The General Assembly,"), p("Recalling the Charter"), p("Noting rivers"), p("1. Urges all States"), p("2. Decides")),
        [("PP1", "Recalling the Charter"), ("PP2", "Noting rivers"), ("OP1", "Urges all States"), ("OP2", "Decides")],
    ),
    "bullets": (
        (p("The General Assembly,"), p("1. Urges:"), p("to act;", number=91), p("to rest.", number=91)),
        [("OP1", "Urges:"), ("OP1(a)", "to act;"), ("OP1(b)", "to rest.")],
    ),
    "tracked moves": (
        (
            p("The General Assembly,"),
            f"<w:moveFrom>{p('2. Decides to rest;')}</w:moveFrom>",
            p("1. Urges ", f"<w:moveFrom>{run('some')}</w:moveFrom><w:moveTo>{run('all')}</w:moveTo>", " States;"),
            f"<w:moveTo>{p('2. Decides to rest.')}</w:moveTo>",
        ),
        [("OP1", "Urges all States;"), ("OP2", "Decides to rest.")],
    ),
    "a sub-paragraph that changed places": (
        (
            p("The General Assembly,"),
            p("1. Urges all States:"),
            f"<w:moveFrom>{p('(a) To rest;')}</w:moveFrom>",
            p("(a) To act;"),
            f"<w:moveTo>{p('(b) To rest;')}</w:moveTo>",
            p("2. Decides."),
        ),
        [("OP1", "Urges all States:"), ("OP1(a)", "To act;"), ("OP1(b)", "To rest;"), ("OP2", "Decides.")],
    ),
    "words that were moved, and some that were deleted": (
        (
            p("The General Assembly,"),
            p("1. ", f"<w:moveTo>{run('Urges')}</w:moveTo><w:del>{run('Asks')}</w:del>", " States", f"<w:moveFrom>{run(' urges')}</w:moveFrom>", "."),
        ),
        [("OP1", "Urges States.")],
    ),
    "hidden text": (
        (p("The General Assembly,"), p("1. Urges all", run(" (who else?)", "<w:vanish/>"), " States."), p(run("secret", "<w:vanish/>"))),
        [("OP1", "Urges all States.")],
    ),
    "a text box": (
        (p("The General Assembly,"), p("1. Urges all States to act;", box("Sponsors: Kenya and Peru")), p("2. Decides to rest.")),
        [("OP1", "Urges all States to act;"), ("OP2", "Decides to rest.")],
    ),
    "a text box of an old Word": (
        (p("The General Assembly,"), p(box("Draft", old=True), "1. Urges all States to act.")),
        [("OP1", "Urges all States to act."), ("OP1/2", "Draft")],
    ),
    "underscores, stars and brackets": (
        (p("The General Assembly,"), p("1. Urges _all_ States* to [act](now) ____ ¹.")),
        [("OP1", "Urges _all_ States* to [act](now) ____ ¹.")],
    ),
}  # fmt: skip


@pytest.mark.parametrize(("paragraphs", "expected"), TEXTS.values(), ids=TEXTS)
def test_paragraphs_are_those_that_word_shows(paragraphs, expected):
    broken = [xml.replace("<BR>", "</w:t><w:br/><w:t>") for xml in paragraphs]
    read = rk.parse(text_of(of_xml(*broken, lists=abstract(90, "bullet -") + num(91, 90))), "en", whole=True)
    assert [(one.label, one.text) for one in read.paragraphs] == expected


NOTES = {
    "an endnote": ((cites(2, "endnote"),), {"endnotes": note(2, "A/75/1.", kind="endnote")}, ["A/75/1."]),
    "a footnote of two paragraphs": ((cites(2),), {"footnotes": note(2, "A/75/1.", "See also A/75/2.")}, ["A/75/1. See also A/75/2."]),
    "a tab and a break in a note": (
        (cites(2),),
        {"footnotes": note(2, "<w:r><w:t>See</w:t><w:tab/><w:t>A/75/1,</w:t><w:br/><w:t>p. 3.</w:t></w:r>")},
        ["See A/75/1, p. 3."],
    ),
    "footnotes and endnotes": (
        (cites(2), cites(2, "endnote")),
        {"footnotes": note(2, "One."), "endnotes": note(2, "Two.", kind="endnote")},
        ["One.", "Two."],
    ),
    "a note that was deleted": (
        (f"<w:del>{cites(1)}</w:del>", cites(2)),
        {"footnotes": note(1, "Gone.") + note(2, "Here.")},
        ["Here."],
    ),
    "a note that is missing": ((cites(7),), {"footnotes": note(2, "Another.")}, []),
}  # fmt: skip


@pytest.mark.parametrize(("marks", "parts", "texts"), NOTES.values(), ids=NOTES)
def test_notes_are_those_that_word_prints(marks, parts, texts):
    content = of_xml(p("The General Assembly,"), p("1. Urges all", *marks, "."), **parts)
    read = rk.parse(text_of(content), "en", whole=True)
    assert [(one.text, one.label, one.position) for one in read.footnotes] == [(text, "OP1", 9) for text in texts]


def table(*rows):
    cells = ("".join(f"<w:tc>{p(cell)}</w:tc>" for cell in row) for row in rows)
    return "<w:tbl>" + "".join(f"<w:tr>{row}</w:tr>" for row in cells) + "</w:tbl>"


@pytest.mark.parametrize(
    ("between", "rows"),
    [
        (table(("State", "Share"), ("Fiji", "1")), (("State", "Share"), ("Fiji", "1"))),
        (table(("a|b", "*c*"), ("", "d")), (("a|b", "*c*"), ("", "d"))),
        (table(("In favour", "Against", "Abstaining")), (("In favour", "Against", "Abstaining"),)),
        (f"<w:sdt><w:sdtContent>{table(('A', 'B'))}</w:sdtContent></w:sdt>", (("A", "B"),)),
    ],
    ids=["two rows", "signs that are markup", "one row", "in a content control"],
)
def test_a_table_is_a_table(between, rows):
    read = rk.parse(
        text_of(of_xml(p("The General Assembly,"), p("1. Urges;"), between, p("2. Decides."))), "en", whole=True
    )
    assert read["OP2"].above == (Table(rows),)
    assert [one.text for one in read.paragraphs] == ["Urges;", "Decides."]


def test_a_text_box_in_mid_text_is_read_once():
    content = of_xml(p("The General Assembly,"), p("1. Urges", box("Sponsors: Kenya, Peru"), " all;"), p("2. Decides."))
    assert text_of(content).split("\n\n")[1:] == ["1. Urges all;", "Sponsors: Kenya, Peru", "2. Decides.\n"]


def test_a_table_of_one_column_only_frames_its_paragraphs():
    read = rk.parse(text_of(of_xml(table(("The General Assembly,",), ("1. Decides to rest.",)))), "en", whole=True)
    assert [(one.label, one.text) for one in read.paragraphs] == [("OP1", "Decides to rest.")]


@pytest.mark.parametrize("line", ["Document: GA_1_Rivers", "*** DRAFT ***", "Code: __x__ [1] \\\\"])
def test_a_line_of_the_cover_keeps_its_signs(line):
    title = '<w:p><w:pPr><w:pStyle w:val="Title"/></w:pPr><w:r><w:t>Clean rivers</w:t></w:r></w:p>'
    read = rk.parse(
        text_of(of_xml(p(line), title, p("The General Assembly,"), p("1. Decides to rest."))), "en", whole=True
    )
    assert (read.cover, read.title) == ((line,), "Clean rivers")


PIECES = r"Urges all States to act; Rivers_and *seas* [see](there) | # 2. (a) ____ ¹ km² “Charter” – 1/2 a\b"
LINES = st.lists(st.sampled_from(PIECES.split()), min_size=1, max_size=8).map(" ".join)


@st.composite
def documents(draw):
    """What python-docx can make: paragraphs, headings, lists, tables; and all their texts."""
    made, texts = docx.Document(), []
    for kind in draw(
        st.lists(st.sampled_from(["", "Heading 1", "List Number", "List Bullet", "Title", "table"]), max_size=8)
    ):
        if kind == "table":
            rows, columns = draw(st.integers(1, 3)), draw(st.integers(1, 3))
            cells = [cell for row in made.add_table(rows, columns).rows for cell in row.cells]
            for cell in cells:
                cell.text = draw(LINES)
                texts.append(cell.text)
            continue
        paragraph = made.add_paragraph(style=kind or None)
        for part in draw(st.lists(LINES, min_size=1, max_size=3)):
            paragraph.add_run(part + " ").italic = draw(st.booleans())
            texts.append(part)
    return saved(made), "\n".join(texts)


@given(documents())
@settings(max_examples=80, deadline=None)
def test_every_word_of_a_document_is_read_once(case):
    content, text = case
    if not text:
        return
    read = rk.parse(text_of(content), "en", whole=True)
    assert words_of("\n".join(texts_of(read))) == words_of(text)
