"""No conversion drops a word: text, Markdown, AKN, Word and HTML, there and back."""

from __future__ import annotations

import pytest
from hypothesis import example, given, settings
from lxml import html
from made_texts import read, texts
from resolution_words import lost, texts_of, words_of

import resolutionkit as rk
from resolutionkit.document.model import Annex, Footnote, Heading, Paragraph, Resolution, Table
from resolutionkit.document.reading.read_word import text_of
from resolutionkit.document.writing.write_html import resolution_html
from resolutionkit.document.writing.write_word import document

BETWEEN = (Heading("Headingword", 2), Table((("Cellword", "Secondcell"),)))
DEEP = Paragraph("OP1(a)(i)", marker="i", text="Deepword", above=(Heading("Deepheading"),))
EVERYWHERE = Resolution(
    symbol="A/RES/99/1",
    title="Titleword",
    organ="Organword",
    cover=("Coverword",),
    closing=("Meetingword", "Dateword"),
    preamble=(Paragraph("PP1", text="Preambleword", above=BETWEEN, footnotes=(Footnote(1, "Noteword", "PP1", 12),)),),
    operative=(
        Paragraph(
            "OP1", 1, text="Operativeword", below=BETWEEN, items=(Paragraph("OP1(a)", marker="a", text="Itemword", items=(DEEP,)),)
        ),
        Paragraph("OP2", 2, text="Secondword", items=(Paragraph("OP2/2", text="Continued"), Paragraph("OP2(a)", marker="a", text="Late"))),
    ),
    footnotes=(Footnote(1, "Noteword", "PP1", 12), Footnote(2, "Loosenote"), Footnote(3, "Organnote", "organ", 9)),
    annexes=(Annex("Annex", (Paragraph("annex/1", text="Attached"),)), Annex("Annex", (Paragraph("annex/1", text="Again"),))),
)  # fmt: skip
PARTS = Resolution(
    "A/RES/99/1",
    "Wholetitle",
    operative=(Paragraph("OP1", 1, text="Ownparagraph"),),
    parts=(
        Resolution("A/RES/99/1 A", "Parttitle", "Partorgan", preamble=(Paragraph("A.PP1", text="Partpreamble"),)),
        Resolution("A/RES/99/1 B", "Othertitle", operative=(Paragraph("B.OP1", 1, text="Otherparagraph"),)),
    ),
)
WAYS = {
    "text": lambda res: rk.parse(rk.to_text(res)),
    "Word": lambda res: rk.parse(text_of(document(res)), res.language, whole=True),
    "AKN": lambda res: rk.load(rk.to_akn(res).encode()),
}
each_way = pytest.mark.parametrize("way", WAYS.values(), ids=WAYS)


@each_way
@given(texts)
@example(
    "¹²\n\nRecalling its resolution 51/1 of 15 October 1996,\n\n¹²\n\nAAA\n\n¹²\n\n"
)  # a mark before the first word
@settings(max_examples=80, deadline=None)
def test_no_word_of_any_text_is_lost(way, text):
    res = read(text)
    if res and any(sign.isprintable() and not sign.isspace() for sign in "".join(texts_of(res))):
        assert not lost(res, way(res))


@each_way
@pytest.mark.parametrize("res", [EVERYWHERE, PARTS], ids=["everywhere", "in parts"])
def test_no_word_is_lost_wherever_the_model_keeps_it(way, res):
    assert not lost(res, way(res))


@pytest.mark.parametrize("res", [EVERYWHERE, PARTS], ids=["everywhere", "in parts"])
def test_html_shows_every_word(res):
    shown = html.fromstring(resolution_html(res))
    assert not words_of("\n".join(texts_of(res))) - words_of("\n".join(shown.itertext()))


def test_characters_that_xml_forbids_are_left_out_of_it():
    res = Resolution(title="A\x00B\ud800C", operative=(Paragraph("OP1", 1, text="Decides\x0b to rest."),))
    again = WAYS["AKN"](res)
    assert (again.title, again["OP1"].text) == ("ABC", "Decides to rest.")
