"""HTML: nothing added, nothing lost, nothing dangerous, and legible without a style sheet too."""

from __future__ import annotations

import re
from itertools import chain

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import html as lxml_html

import resolutionkit as rk
from resolutionkit.document.bundled import bundled_glosses
from resolutionkit.document.model import Annex, Finding, Footnote, Heading, Paragraph, Resolution, Table
from resolutionkit.document.writing.html_inline import harmless, pieces, reported, stylesheet, wrapped
from resolutionkit.document.writing.write_html import (
    page_html,
    paragraph_html,
    resolution_html,
    shown,
)
from resolutionkit.drafting.templates import findings_html
from resolutionkit.language import set_language

RES = rk.load()


def tree_of(fragment):
    return lxml_html.fromstring(f"<div>{fragment.removeprefix('<!DOCTYPE html>')}</div>")


def said(element):
    return " ".join(element.text_content().split())


def body_of(text_element):
    """The text of a paragraph without its number and footnote marks, to the letter."""
    for gone in text_element.xpath(".//sup | .//*[@class='rk-num']"):
        gone.drop_tree()
    return text_element.text_content()


def texts_of(fragment):
    return [body_of(text) for text in tree_of(fragment).xpath("//*[@class='rk-text']")]


# The text


def test_every_paragraph_of_75_10_says_exactly_its_text():
    assert [text.removeprefix(" ") for text in texts_of(resolution_html(RES))] == [p.text for p in RES.paragraphs]


WORDS = "recalls the Charter & <b>all</b> 'its' purposes"
SPANS = st.lists(st.tuples(st.integers(-2, 50), st.integers(-2, 50)), max_size=4)


@given(SPANS, SPANS, st.lists(st.one_of(st.none(), st.integers(-2, 50)), max_size=4))
def test_no_italics_and_no_marks_change_the_text(openers, italics, positions):
    """Spans may nest, touch, overlap, stand in the wrong order or reach beyond the text; marks may stand anywhere."""
    notes = tuple(Footnote(n, "See there.", "PP1", at) for n, at in enumerate(positions, 1))
    paragraph = Paragraph("PP1", text=WORDS, opener_spans=tuple(openers), italics=tuple(italics), footnotes=notes)
    shown = paragraph_html(paragraph)
    assert texts_of(shown) == [WORDS]
    assert len(tree_of(shown).xpath("//sup")) == len(notes)


@pytest.mark.parametrize(
    ("openers", "italics", "slanted"),
    [
        (((0, 7),), (), ["fordert"]),
        (((0, 7), (21, 24)), (), ["fordert", "auf"]),
        (((0, 7),), ((7, 12),), ["fordert alle"]),
        (((0, 12),), ((0, 7),), ["fordert alle"]),
        (((0, 9),), ((4, 12),), ["fordert alle"]),
        (((5, 5),), (), []),
        (((21, 99),), (), ["auf"]),
    ],
    ids=["one", "separable verb", "touching", "nested", "overlapping", "empty", "beyond the end"],
)
def test_what_is_in_italics(openers, italics, slanted):
    paragraph = Paragraph("OP1", 1, text="fordert alle Staaten auf", opener_spans=openers, italics=italics)
    assert [em.text_content() for em in tree_of(paragraph_html(paragraph)).xpath("//em")] == slanted


@pytest.mark.parametrize(
    ("position", "before"),
    [(0, ""), (9, "Recalling"), (11, "Recalling x"), (None, "Recalling x,"), (99, "Recalling x,")],
)
def test_a_mark_stands_at_its_place(position, before):
    note = Footnote(1, "See there.", "PP1", position)
    paragraph = Paragraph("PP1", text="Recalling x,", opener_spans=((0, 9),), footnotes=(note,))
    shown = tree_of(paragraph_html(paragraph)).xpath("//*[@class='rk-text']")[0].text_content()
    assert shown == before + "1" + "Recalling x,"[len(before) :]


# A whole resolution

FULL = Resolution(
    symbol="A/RES/99/1",
    title="Titleword",
    organ="Organword",
    cover=("Coverword", "Distrword"),
    closing=("Meetingword", "Dateword"),
    preamble=(Paragraph("PP1", text="Preambleword", footnotes=(Footnote(1, "Noteword", "PP1", 12),)),),
    operative=(
        Paragraph(
            "OP1",
            1,
            text="Operativeword",
            above=(Heading("Headingword", 2), Table((("Cellword", ""),))),
            below=(Heading("Belowword"), Table((("Lastcellword",),))),
            items=(
                Paragraph(
                    "OP1(a)", marker="a", text="Itemword", items=(Paragraph("OP1(a)(i)", marker="i", text="Deepword"),)
                ),
            ),
        ),
    ),
    footnotes=(Footnote(1, "Noteword", "PP1", 12), Footnote(2, "Loosenoteword"), Footnote(3, "Organnote", "organ", 9)),
    annexes=(Annex("Annexword", (Paragraph("annex/1", text="Attachedword"),)),),
    parts=(
        Resolution(
            "A/RES/99/1 A", "Partword", operative=(Paragraph("A.OP1", 1, text="Partparagraph"),), closing=("Partend",)
        ),
    ),
)
IN_ORDER = (
    "Coverword Distrword Titleword Organword Preambleword Headingword Cellword Operativeword Itemword Deepword Belowword "
    "Lastcellword Partword Partparagraph Partend Meetingword Dateword Annexword Attachedword Noteword Loosenoteword Organnote"
)


def test_nothing_of_a_resolution_is_dropped_and_all_stands_in_order():
    tree = tree_of(resolution_html(FULL))
    words = [word for text in tree.xpath("//article//text()") for word in re.findall(r"\w+", text)]
    expected = IN_ORDER.split()
    assert [word for word in words if word in expected] == expected


def test_the_title_begins_with_the_number():
    assert said(tree_of(resolution_html(RES)).xpath("//h3")[0]).startswith("75/10. Zusammenarbeit zwischen")


def test_the_organ_line_ends_with_its_comma():
    assert said(tree_of(resolution_html(RES)).xpath("//*[@class='rk-organ']")[0]) == "Die Generalversammlung,"


@pytest.mark.parametrize(
    ("language", "number", "marker"),
    [("en", "13.", "(a)"), ("de", "13.", "a)"), ("fr", "13.", "a)"), ("zh", "13.", "(a)"), ("ar", "13 -", "(a)")],
)
def test_numbers_are_those_of_the_language(language, number, marker):
    paragraph = Paragraph("OP13", 13, text="x:", items=(Paragraph("OP13(a)", marker="a", text="y."),))
    shown = tree_of(paragraph_html(paragraph, language=language)).xpath("//*[@class='rk-num']/text()")
    assert shown == [number, marker]


def test_labels_stand_beside_every_paragraph():
    assert tree_of(resolution_html(RES)).xpath("//*[@class='rk-label']/text()") == [p.label for p in RES.paragraphs]


def test_the_same_text_gives_the_same_html():
    assert resolution_html(rk.parse(rk.to_text(RES))) == resolution_html(RES)


# Footnotes


def links_of(fragment):
    tree = tree_of(fragment)
    return tree.xpath("//@id"), [href.removeprefix("#") for href in tree.xpath("//a/@href")]


def test_every_mark_leads_to_a_footnote_and_back():
    tree = tree_of(resolution_html(RES))
    by_id = {element.get("id"): element for element in tree.xpath("//*[@id]")}
    marks = tree.xpath("//a[@role='doc-noteref']")
    assert len(marks) == 7
    for mark in marks:
        note = by_id[mark.get("href")[1:]]
        (back,) = note.xpath(".//a[@role='doc-backlink']")
        assert back.get("href") == "#" + mark.get("id")
        assert back.text == mark.text


TWICE = Footnote(1, "See there.", "PP1", 2)
CROOKED = {
    "number used twice": (TWICE, Footnote(1, "See here.", "PP1", 4)),
    "same footnote twice": (TWICE, TWICE),
    "two marks at one place": (TWICE, Footnote(2, "See here.", "PP1", 2)),
}


@pytest.mark.parametrize("notes", CROOKED.values(), ids=CROOKED)
def test_links_stay_whole_in_crooked_drafts(notes):
    paragraph = Paragraph("PP1", text="Recalling x,", footnotes=notes)
    ids, targets = links_of(resolution_html(Resolution(preamble=(paragraph,), footnotes=notes)))
    assert len(ids) == len(set(ids))
    assert set(targets) <= set(ids)


def test_a_footnote_that_only_its_paragraph_knows_is_printed():
    res = Resolution(preamble=(Paragraph("PP1", text="Recalling x,", footnotes=(TWICE,)),))
    assert "See there." in resolution_html(res)


def test_a_footnote_without_a_mark_links_nowhere():
    assert links_of(resolution_html(Resolution(footnotes=(Footnote(1, "Lost."),))))[1] == []


def test_displays_in_one_notebook_share_no_link():
    other = Resolution(
        RES.symbol, RES.title, preamble=RES.preamble, operative=RES.operative[:-1], footnotes=RES.footnotes
    )
    displays = [
        resolution_html(RES),
        resolution_html(other),
        resolution_html(FULL),
        shown(RES["PP10"]),
        shown(RES["PP14"]),
    ]
    ids = list(chain.from_iterable(links_of(fragment)[0] for fragment in displays))
    assert len(ids) == len(set(ids))


def test_drafts_that_differ_in_a_footnote_only_share_no_link():
    drafts = [Resolution(title="T", footnotes=(Footnote(1, text, "title", 1),)) for text in ("See there.", "See here.")]
    first, second = (set(links_of(resolution_html(draft))[0]) for draft in drafts)
    assert not first & second


def test_footnotes_to_an_annex_of_a_composite_resolution_are_those_of_the_whole():
    annex = Annex("Annex", (Paragraph("annex/1", text="Agenda", footnotes=(TWICE,)),))
    ids, targets = links_of(
        resolution_html(Resolution(parts=(Resolution(title="A"),), annexes=(annex,), footnotes=(TWICE,)))
    )
    assert sorted(ids) == sorted(targets)
    assert len(ids) == 2


def test_parts_of_a_composite_resolution_share_no_link():
    part = Resolution(preamble=(Paragraph("PP1", text="Recalling x,", footnotes=(TWICE,)),), footnotes=(TWICE,))
    ids, _ = links_of(resolution_html(Resolution(parts=(part, part))))
    assert len(ids) == len(set(ids)) == 4


# For screen readers


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("en", ["Preamble, 75/10", "Operative part, 75/10", "Footnotes, 75/10"]),
        ("de", ["Präambel, 75/10", "Operativer Teil, 75/10", "Fußnoten, 75/10"]),
    ],
)
def test_parts_have_names(language, words):
    set_language(language)
    assert tree_of(resolution_html(RES)).xpath("//section/@aria-label") == words


@pytest.mark.parametrize(("language", "direction"), [("de", []), ("ar", ["rtl"])])
def test_the_text_says_its_language_and_direction(language, direction):
    (article,) = tree_of(resolution_html(Resolution(language=language))).xpath("//article")
    assert article.get("lang") == language
    assert article.xpath("@dir") == direction


def test_sub_paragraphs_are_nested_lists():
    tree = tree_of(resolution_html(FULL))
    assert said(tree.xpath("//ol[@class='rk-items']/li/ol[@class='rk-items']/li//p")[0]) == "OP1(a)(i) (i) Deepword"


@pytest.mark.parametrize(
    ("levels", "shown"),
    [((1, 2, 1), ["h4", "h5", "h4"]), ((2, 2), ["h4", "h4"]), ((1, 2, 3, 4, 5), ["h4", "h5", "h6", "h6", "h6"])],
)
def test_headings_leave_no_level_out(levels, shown):
    res = Resolution(
        title="T",
        operative=tuple(Paragraph(f"OP{n}", n, above=(Heading("H", level),)) for n, level in enumerate(levels, 1)),
    )
    headings = tree_of(resolution_html(res)).xpath("//*[contains(@class, 'rk-heading')]")
    assert [heading.tag for heading in headings] == shown


def test_a_resolution_adds_nothing_to_the_table_of_contents_of_a_notebook():
    headings = tree_of(resolution_html(FULL)).xpath("//h1|//h2|//h3|//h4|//h5|//h6")
    assert headings
    assert all("jp-toc-ignore" in heading.get("class") for heading in headings)


# Dangerous drafts

EVIL = "<script>alert(1)</script><img src=x onerror=\"alert(2)\">' onclick='x\x00\x1b\u202e\ud800</style></article>"
NOTE = Footnote(1, EVIL, "OP1", 3, ((0, 5),))
DANGEROUS = {
    "front": Resolution(EVIL, EVIL, EVIL, cover=(EVIL,), closing=(EVIL,)),
    "text and footnote": Resolution(operative=(Paragraph("OP1", 1, None, EVIL, ((0, 8),), ((4, 12),), (NOTE,)),)),
    "label, marker, between": Resolution(
        operative=(Paragraph(EVIL, None, EVIL, "x", above=(Heading(EVIL), Table(((EVIL,),)))),)
    ),
    "annex and language": Resolution(language=EVIL, annexes=(Annex(EVIL, (Paragraph(EVIL, text=EVIL),)),)),
}
OUR_TAGS = (
    "div html head meta title style body main article section details summary h1 h2 h3 h4 h5 h6 p br small span b bdi em sup a "
    "ol ul li table caption thead tbody tr th td"
)
OUR_ATTRIBUTES = "class style lang dir id href role title scope tabindex charset name content aria-label aria-hidden"


def assert_harmless(fragment):
    tree = tree_of(fragment)
    assert {element.tag for element in tree.iter()} <= set(OUR_TAGS.split())
    assert {name for element in tree.iter() for name in element.attrib} <= set(OUR_ATTRIBUTES.split())
    assert not re.search("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff]", fragment)
    assert len(tree.xpath("//article")) == 1


@pytest.mark.parametrize("res", DANGEROUS.values(), ids=DANGEROUS)
def test_nothing_from_a_draft_is_markup(res):
    assert_harmless(page_html(res))
    assert_harmless(resolution_html(res, glosses={p.label: EVIL for p in res.paragraphs}))


def test_nothing_from_findings_is_markup():
    assert_harmless(findings_html([Finding(EVIL, "hint", EVIL, (0, 1), EVIL, EVIL)]))


def test_evil_is_still_readable():
    assert "<script>alert(1)</script>" in tree_of(resolution_html(DANGEROUS["front"])).xpath("//h3")[0].text_content()


# Glosses


def gloss_in(fragment):
    return [said(p).partition(": ")[2] for p in tree_of(fragment).xpath("//*[@class='rk-gloss']")]


def test_paragraphs_of_75_10_show_their_glosses():
    assert gloss_in(shown(RES["OP6"])) == [rk.gloss("OP6")]


def test_sub_paragraphs_show_theirs():
    assert gloss_in(shown(RES["OP13"])) == [rk.gloss(p.label) for p in RES["OP13"].walk()]


def test_the_bundled_resolution_shows_all_of_them_and_a_switch():
    fragment = shown(RES)
    assert len(gloss_in(fragment)) == 42
    assert tree_of(fragment).xpath("//input/@value") == ["both", "text", "plain"]
    assert tree_of(fragment).xpath("//input[@checked]/@value") == ["both"]


def test_another_resolution_shows_neither():
    fragment = shown(rk.parse("The General Assembly,\n\nRecalling all,\n\n1. Decides to rest."))
    assert "<input" not in fragment
    assert gloss_in(fragment) == []


@pytest.mark.parametrize(
    "paragraph",
    [Paragraph("OP15", 15, text="Requests nothing."), Paragraph("OP99", 99, text=RES["OP15"].text)],
    ids=["other words", "other label"],
)
def test_a_paragraph_of_a_draft_shows_none(paragraph):
    assert gloss_in(shown(paragraph)) == []


def test_glosses_may_be_brought_along():
    glosses = {"OP1": "We rest."}
    assert gloss_in(paragraph_html(Paragraph("OP1", 1, text="Decides to rest."), glosses=glosses)) == ["We rest."]


def test_a_resolution_can_carry_all_glosses():
    glosses = bundled_glosses(*RES.preamble, *RES.operative)
    assert len(gloss_in(resolution_html(RES, glosses=glosses))) == len(RES.paragraphs) == 42


# What notebooks show


@pytest.mark.parametrize("thing", [RES, RES["OP6"]], ids=["resolution", "paragraph"])
def test_notebooks_display_it(thing):
    assert thing._repr_html_() == shown(thing)


def test_a_paragraph_of_a_german_draft_is_german():
    draft = Paragraph("OP1(a)", marker="a", text="die Mitgliedstaaten und die Generalversammlung zu ersuchen;")
    assert 'lang="de"' in shown(draft)
    assert ">a)<" in shown(draft)


# Without a style sheet: JupyterLab drops <style>, roles and names from notebooks that are not trusted


def untrusted(fragment):
    tree = tree_of(fragment)
    for gone in tree.xpath("//style"):
        gone.drop_tree()
    for element in tree.iter():
        for name in [name for name in element.attrib if name == "role" or name.startswith("aria-")]:
            del element.attrib[name]
    return tree


def test_without_styles_lists_show_no_second_numbers():
    tree = untrusted(resolution_html(RES))
    assert all("list-style:none" in ol.get("style") for ol in tree.xpath("//ol | //ul"))


def test_without_styles_headings_are_headings():
    assert said(untrusted(resolution_html(RES)).xpath("//h3")[0]).startswith("75/10.")


# The style sheet


def test_pages_carry_the_style_sheet_once_and_outputs_of_notebooks_never():
    assert page_html(FULL).count(stylesheet()) == 1
    shown_in_notebooks = (shown(FULL), shown(RES["OP6"]), findings_html(FINDINGS))
    assert [fragment.count("<style") for fragment in shown_in_notebooks] == [0, 0, 0]
    assert len("".join(tree_of(shown(RES)).xpath("//style/text()"))) < 300, "the switch has a few rules of its own"


def test_the_style_sheet_touches_nothing_but_resolutions():
    rules = re.sub(r"@(?:media|container)[^{]*\{(.*)\}$", r"\1", stylesheet(), flags=re.MULTILINE)
    selectors = re.sub(r"\([^()]*\)", "", ",".join(re.findall(r"([^{}]+)\{[^{}]*\}", rules))).split(",")
    assert len(selectors) > 30
    assert [s for s in selectors if not s.strip().startswith(".rk-resolution")] == []


def test_no_width_is_fixed_in_pixels():
    assert set(re.findall(r"\d+px", stylesheet())) <= {"1px", "3px"}, "lines may be measured in pixels, text may not"


# A page


def test_a_page_needs_no_network():
    page = page_html(RES)
    assert all(href.startswith("#") for href in tree_of(page).xpath("//@href"))
    assert not tree_of(page).xpath("//@src | //link | //script")
    assert not re.search(r"url\(|@import", page)


def test_a_page_has_one_first_heading_and_a_title():
    tree = tree_of(page_html(RES))
    assert len(tree.xpath("//h1")) == 1
    assert tree.xpath("//title/text()") == [f"A/RES/75/10: {RES.title}"]


# Findings and decisions

FINDINGS = [
    Finding("UN103", "error", "PP1", (0, 1), "Ends with a full stop.", "Use a comma."),
    Finding("UN201", "hint", "", (0, 1), "Rarely used.", ""),
]


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("en", ["✗ Error · PP1 UN103Ends with a full stop.Use a comma.", "☞ Hint UN201Rarely used."]),
        ("de", ["✗ Fehler · PP1 UN103Ends with a full stop.Use a comma.", "☞ Hinweis UN201Rarely used."]),
    ],
)
def test_findings_say_kind_place_message_and_advice(language, words):
    set_language(language)
    assert [said(li) for li in tree_of(findings_html(FINDINGS)).xpath("//li")] == words


@pytest.mark.parametrize(
    ("findings", "count"),
    [
        (FINDINGS, "1 error, 1 hint"),
        (FINDINGS[:1] * 2, "2 errors"),
        (FINDINGS[1:] * 3, "3 hints"),
        ([], "✓ Nothing to remark."),
    ],
)
def test_findings_are_counted(findings, count):
    assert said(tree_of(findings_html(findings)).xpath("//p")[0]) == count


@pytest.mark.parametrize(
    ("made", "html"),
    [
        (harmless('<b onclick="x">'), "&lt;b onclick=&#34;x&#34;&gt;"),
        (harmless("a\x00b"), "a\ufffdb"),
        (
            wrapped("", language="ar", css="rk-report"),
            '<article class="rk-resolution rk-report" lang="ar" dir="rtl"><div></div></article>',
        ),
        (
            reported("<p>1</p>"),
            '<article class="rk-resolution rk-bare rk-report" lang="en"><div><p>1</p></div></article>',
        ),
    ],
)
def test_the_frame_and_what_stands_in_it(made, html):
    assert made == html


def test_a_mark_without_a_place_stands_behind_the_last_piece():
    assert list(pieces("Recalling x", [(0, 9, "em")], [(None, "1")])) == [
        ("", [], []),
        ("Recalling", ["em"], []),
        (" x", [], ["1"]),
    ]
