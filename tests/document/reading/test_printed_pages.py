"""Official files as they come out of a PDF, in many layouts of their pages: the same paragraphs with the same footnotes."""

from __future__ import annotations

import re

import pytest
from corpus import needs_corpus, official_files
from printed import Layout, printed

import resolutionkit as rk

LAYOUTS = {
    "as the UN prints pages": Layout(),
    "fused marks": Layout(marks="fused digits"),
    "no blank lines": Layout(gaps=False),
    "no blank lines and fused marks": Layout(gaps=False, marks="fused digits"),
    "no blank lines and no rules": Layout(gaps=False, rule=False, head=("{symbol} {title}",)),
    "a number and nothing else for a page": Layout(page="{n}"),
    "Page 2": Layout(page="Page {n}"),
    "a job number": Layout(page="20-15623 {n}/60"),
    "the title above the symbol": Layout(head=("{title}", "{symbol}")),
    "the symbol alone": Layout(head=("{symbol}",)),
    "no heads": Layout(head=()),
    "short pages": Layout(lines=30),
    "narrow pages": Layout(width=70),
    "wide pages": Layout(width=110),
}


HARD = {"A/RES/75/133", "A/RES/76/257", "A/RES/ES-11/3"}
"""In some layouts a line of theirs begins as a paragraph does, or a footnote has no mark that can be told from a number."""


@pytest.fixture(scope="module")
def resolutions():
    """Each sixth file that has neither sections, tables nor annexes, which a text tells otherwise than XML."""
    found = [rk.load(path) for path in official_files("en", "de")]
    plain = [res for res in found if _is_plain(res)]
    assert len(plain) > 200
    return plain[::6]


def _is_plain(res):
    labels = [p.label for p in res.paragraphs]
    between = any(p.above or p.below for p in res.paragraphs)
    marked = all(note.label and note.label.startswith(("PP", "OP")) for note in res.footnotes)
    usual = all(re.fullmatch(r"PP\d+|OP\d+(\([a-z]\))*", label) for label in labels)
    numbered = all(p.number for p in res.operative) and res.language in ("en", "de")
    return res.symbol and usual and marked and numbered and not (between or res.annexes or res.parts)


def _told(res):
    """Paragraphs and footnotes, whatever their blanks."""
    notes = {(note.number, note.label, re.sub(r"\s", "", note.text)) for note in res.footnotes}
    return [(p.label, re.sub(r"\s", "", p.text)) for p in res.paragraphs], notes


@needs_corpus
@pytest.mark.slow
@pytest.mark.parametrize("layout", LAYOUTS.values(), ids=LAYOUTS)
def test_pages_change_no_paragraph(resolutions, layout):
    wrong = {res.symbol for res in resolutions if _told(rk.parse(printed(res, layout))) != _told(res)}
    assert wrong <= HARD
