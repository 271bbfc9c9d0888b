"""HTML: nothing added, nothing lost, nothing dangerous."""

from __future__ import annotations

import re
from html import unescape

import pytest
from lxml import html as lxml_html

import resolutionkit as rk
from resolutionkit.language import set_language
from resolutionkit.model import Annex, Finding, Footnote, Heading, Paragraph, Resolution, Table
from resolutionkit.render import decisions_html, findings_html, html, page_html, paragraph_html, resolution_html

RES = rk.load()


def visible(fragment: str) -> str:
    """The words that a reader sees, without styles, labels and footnote marks."""
    tree = lxml_html.fragment_fromstring(fragment, create_parent="div")
    for gone in tree.xpath("//style | //sup | //*[@class='rk-label'] | //*[@class='rk-num'] | //*[@class='rk-gloss']"):
        gone.drop_tree()
    return " ".join(tree.text_content().split())


@pytest.mark.parametrize("label", [p.label for p in RES.paragraphs if not p.items])
def test_a_paragraph_shows_exactly_its_text(label):
    shown = visible(re.sub(r'<section class="rk-notes".*', "</article>", paragraph_html(RES[label])))
    assert shown == RES[label].text


def test_openers_are_in_italics():
    assert "<em>fordert</em>" in paragraph_html(RES["OP4"])
    assert "<em>nachdrücklich auf</em>" in paragraph_html(RES["OP4"])


def test_every_paragraph_stands_in_order_with_its_label():
    shown = re.findall(r'<small class="rk-label">([^<]+)</small>', resolution_html(RES))
    assert shown == [p.label for p in RES.paragraphs]


def test_footnote_marks_and_footnotes_link_to_each_other():
    tree = lxml_html.fromstring(resolution_html(RES))
    ids = [e.get("id") for e in tree.xpath("//*[@id]")]
    targets = [a.get("href").removeprefix("#") for a in tree.xpath("//a[starts-with(@href, '#')]")]
    assert len(ids) == len(set(ids)) == 14
    assert sorted(targets) == sorted(ids)


def test_two_resolutions_in_one_notebook_share_no_link():
    first, second = (
        resolution_html(RES),
        resolution_html(Resolution(title="x", footnotes=(Footnote(1, "y", "title", 1),))),
    )
    assert not set(re.findall(r'id="([^"]+)"', first)) & set(re.findall(r'id="([^"]+)"', second))


def test_the_same_text_gives_the_same_html():
    assert resolution_html(rk.load()) == resolution_html(rk.parse(rk.to_text(RES)))


EVIL = '<script>alert(1)</script><img src=x onerror="alert(2)">'


@pytest.mark.parametrize(
    "res",
    [
        Resolution(title=EVIL, organ=EVIL, cover=(EVIL,), closing=(EVIL,)),
        Resolution(operative=(Paragraph("OP1", 1, None, EVIL, ((0, 8),), (), (Footnote(1, EVIL, "OP1", 3),)),)),
        Resolution(operative=(Paragraph(EVIL, None, EVIL, "x", above=(Heading(EVIL), Table(((EVIL,),)))),)),
        Resolution(annexes=(Annex(EVIL, (Paragraph("annex/1", text=EVIL),)),), language='"><script>'),
    ],
    ids=["front", "paragraph", "labels and tables", "annex and language"],
)
def test_nothing_from_a_draft_is_markup(res):
    tree = lxml_html.fromstring(page_html(res))
    assert tree.xpath("//script | //img") == []


def test_a_bundled_paragraph_shows_its_gloss():
    assert rk.gloss("OP15") in unescape(html(RES["OP15"]))


def test_another_paragraph_with_the_same_label_shows_none():
    assert "rk-gloss" not in html(Paragraph("OP15", 15, text="Requests nothing.")).split("</style>")[1]


def test_notebooks_display_resolutions_and_paragraphs():
    assert "rk-resolution" in RES._repr_html_()
    assert "OP6" in RES["OP6"]._repr_html_()


@pytest.mark.parametrize(("language", "word"), [("en", "Operative part"), ("de", "Operativer Teil")])
def test_parts_are_named_for_screen_readers(language, word):
    set_language(language)
    try:
        assert f'aria-label="{word}"' in resolution_html(RES)
    finally:
        set_language("en")


def test_the_text_says_its_language():
    assert '<article class="rk-resolution" lang="de">' in resolution_html(RES)


def test_findings_say_kind_and_place_in_words():
    shown = findings_html([Finding("UN103", "error", "PP1", (0, 1), "Ends with a full stop.", "Use a comma.")])
    assert "Error · PP1" in shown


def test_decisions_are_shown_as_a_table():
    shown = decisions_html(rk.parse(rk.source_text()))
    assert "OP6" in shown
    assert "joined again after a break" in shown


def test_a_page_needs_no_network():
    assert "http" not in re.sub(r"http://www\.un\.org\S+", "", page_html(RES))
