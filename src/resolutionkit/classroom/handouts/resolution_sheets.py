"""75/10 on sheets of A4: each footnote at the foot of its own sheet, with symbol, source and number of the page.

Browsers number printed pages, but know no footnotes. So the text is laid out here, by a careful guess of how many lines a paragraph takes.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from importlib.resources import files
from math import ceil

from resolutionkit.classroom.outcome import html
from resolutionkit.document.bundled import load
from resolutionkit.document.model import Paragraph, Resolution
from resolutionkit.document.writing.html_style import stylesheet
from resolutionkit.document.writing.write_html import resolution_html, whole_page

_LINES, _CHARACTERS = 55, 82
"""On a sheet, and in a line; fewer than fit, since fonts differ."""
_HEAD = 6
"""Lines above the first paragraph."""


def whole_text() -> str:
    """Return the resolution as a page that prints to A4."""
    text = load()
    inside = html("sheets/resolution", sheets=list(_sheets(text)), symbol=text.symbol, resolution_html=resolution_html)
    style = (files("resolutionkit.classroom.handouts") / "resolution_sheets.css").read_text(encoding="utf-8")
    style = stylesheet() + style.replace("\n", "")
    return whole_page(f"{text.symbol}: {text.title}", inside, language=text.language, style=style)


def _sheets(text: Resolution) -> Iterator[Resolution]:
    """Cut a resolution into parts that fit a sheet each; the first has the title, the last one the closing lines."""
    parts: list[list[Paragraph]] = [[]]
    room: float = _LINES - _HEAD
    for paragraph in (*text.preamble, *text.operative):
        needed = sum(_lines(p.text) + sum(_lines(note.text) for note in p.footnotes) for p in paragraph.walk())
        if needed > room:
            parts.append([])
            room = _LINES
        parts[-1].append(paragraph)
        room -= needed
    for part in parts:
        head = text if part is parts[0] else replace(text, symbol="", title="", organ="", cover=())
        yield replace(
            head,
            closing=text.closing if part is parts[-1] else (),
            footnotes=tuple(note for p in part for inner in p.walk() for note in inner.footnotes),
            preamble=tuple(p for p in part if p in text.preamble),
            operative=tuple(p for p in part if p in text.operative),
        )


def _lines(text: str) -> float:
    return ceil(len(text) / _CHARACTERS) + 0.6
