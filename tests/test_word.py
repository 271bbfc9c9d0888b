"""Word documents: what is written is read again, and what learners' Word counts by itself is counted."""

from __future__ import annotations

from io import BytesIO

import docx
import docx.enum.style
import pytest

import resolutionkit as rk
from resolutionkit import word
from tests.corpus import official_files


def essence(resolution):
    return [(p.label, p.text, p.opener_spans, tuple(n.text for n in p.footnotes)) for p in resolution.paragraphs]


def test_75_10_comes_back():
    assert essence(rk.parse(word.text_of(word.document(rk.load())), "de")) == essence(rk.load())


@pytest.mark.parametrize("path", official_files("en")[::25], ids=lambda path: path.stem)
def test_no_paragraph_of_adopted_resolutions_is_lost(path):
    resolution = rk.load(path)
    text = "".join(word.text_of(word.document(resolution)).replace("\\", "").split())
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
    assert "1. Urges all States;\n\n2. Decides to meet." in word.text_of(saved.getvalue())


def test_numbers_that_come_with_a_style():
    document = docx.Document()
    ours = document.styles.add_style("Operative", docx.enum.style.WD_STYLE_TYPE.PARAGRAPH)
    ours.base_style = document.styles["List Number"]
    document.add_paragraph("The General Assembly,")
    document.add_paragraph("Urges all States;", style="List Number")
    document.add_paragraph("Decides to meet.", style=ours)
    saved = BytesIO()
    document.save(saved)
    assert "1. Urges all States;\n\n2. Decides to meet." in word.text_of(saved.getvalue())


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
        word.text_of(content)


def test_control_characters_do_no_harm():
    resolution = rk.parse("# A\x00B\n\nThe General Assembly,\n\n1. Decides\x0b to meet.", "en")
    assert "to meet." in word.text_of(word.document(resolution))
