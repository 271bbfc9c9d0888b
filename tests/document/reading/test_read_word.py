"""Word documents: what is written is read again, and what learners' Word counts by itself is counted."""

from __future__ import annotations

import re
import zipfile
from io import BytesIO

import docx
import docx.enum.style
import pytest
from corpus import official_files

import resolutionkit as rk
from resolutionkit.document.model import Heading, Paragraph, Resolution, Table
from resolutionkit.document.reading.read_word import text_of
from resolutionkit.document.writing.write_word import document


def essence(resolution):
    return [(p.label, p.text, p.opener_spans, tuple(n.text for n in p.footnotes)) for p in resolution.paragraphs]


def test_75_10_comes_back():
    assert essence(rk.parse(text_of(document(rk.load())), "de")) == essence(rk.load())


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


def saved(document) -> bytes:
    made = BytesIO()
    document.save(made)
    return made.getvalue()


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
    "empty paragraphs and bullets": (two_paragraphs("List Bullet"), "Urges all."),
    "a numbered list": (two_paragraphs("List Number"), "1. Urges all."),
    "a list without its definition": (repacked(two_paragraphs("List Number"), without_numbering), "Urges all."),
    "styles that stand on each other": (repacked(two_paragraphs("List Number"), in_a_ring), "Urges all."),
}


@pytest.mark.parametrize(("content", "paragraph"), PACKED.values(), ids=PACKED)
def test_lists_and_styles_are_read_however_they_are_kept(content, paragraph):
    assert text_of(content) == f"The General Assembly,\n\n{paragraph}\n"


def test_a_document_that_unfolds_without_end_is_refused():
    bomb = BytesIO(two_paragraphs("List Number"))
    with zipfile.ZipFile(bomb, "a", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr("word/more.xml", b" " * 60_000_000)
    with pytest.raises(rk.KitError, match="Word document"):
        text_of(bomb.getvalue())


@pytest.mark.parametrize(
    ("xml", "text"),
    [
        ("<w:r><w:t>Urges</w:t></w:r><w:del><w:r><w:t>nobody</w:t></w:r></w:del><w:ins><w:r><w:t> all</w:t></w:r></w:ins>", "Urges all"),
        ("<w:r><w:t>Urges</w:t><w:tab/><w:t>all</w:t><w:br/><w:t>States</w:t></w:r>", "Urges all States"),
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
    assert text_of(written) == "## I\n\nYear\n\nSum\n"
