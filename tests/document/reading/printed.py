"""Prints a resolution as it comes out of a PDF: lines of one width, pages with heads, feet and footnotes, marks in any form."""

from __future__ import annotations

import re
import textwrap
from collections.abc import Iterator
from dataclasses import dataclass, field

from resolutionkit.document.model import Paragraph, Resolution

PRIVATE = "".join(map(chr, range(0xE000, 0xE00A)))
"""Digits of marks until the lines are made: so a mark is found in its line whatever other numbers stand there."""
MARKS = {"superscripts": "⁰¹²³⁴⁵⁶⁷⁸⁹", "fused digits": "0123456789"}


@dataclass(frozen=True)
class Layout:
    """How pages look; ``gaps``: blank lines between paragraphs; ``head``: what stands above each page but the first."""

    width: int = 95
    lines: int = 46
    marks: str = "superscripts"
    gaps: bool = True
    rule: bool = True
    page: str = "{n}/60"
    head: tuple[str, ...] = ("{symbol}", "{title}")


@dataclass
class Pages:
    """The lines so far, and what waits for the foot of the page."""

    res: Resolution
    layout: Layout
    lines: list[str] = field(default_factory=list)
    on_page: int = 0
    page: int = 1
    waiting: list[int] = field(default_factory=list)

    def put(self, line: str) -> None:
        self.lines.append(line)
        self.on_page += 1

    def wrapped(self, text: str) -> list[str]:
        return textwrap.wrap(text, self.layout.width, break_on_hyphens=False)

    def foot(self) -> None:
        """End the page: its footnotes below a rule."""
        if self.layout.rule and self.waiting:
            self.put("_" * 15)
        self.lines += self.notes()
        self.waiting = []

    def turn(self) -> None:
        """End the page and begin the next one."""
        gap = [""] * self.layout.gaps
        self.lines += gap
        self.foot()
        head = [piece.format(symbol=self.res.symbol, title=self.res.title) for piece in self.layout.head]
        self.lines += [
            self.layout.page.format(n=self.page),
            *(line for piece in head for line in self.wrapped(piece)),
            *gap,
        ]
        self.page, self.on_page = self.page + 1, len(head)

    def notes(self) -> list[str]:
        """The lines of the footnotes that wait."""
        texts = {note.number: note.text for note in self.res.footnotes}
        return [line for n in self.waiting for line in self.wrapped(f"{_private(n)} {texts[n]}")]


def printed(res: Resolution, layout: Layout) -> str:
    """Return the text of all pages."""
    pages, gap = Pages(res, layout), [""] * layout.gaps
    number = res.symbol.removeprefix("A/RES/")
    for line in [*pages.wrapped(f"{number}. {res.title}"), *gap, f"{res.organ},", *gap]:
        pages.put(line)
    for lead, paragraph in _paragraphs(res):
        marks = {_private(note.number): note.number for note in paragraph.footnotes}
        for line in pages.wrapped(lead + _marked(paragraph)):
            if pages.on_page + len(pages.notes()) >= layout.lines:
                pages.turn()
            pages.put(line)
            pages.waiting += [marks[mark] for mark in re.findall(f"[{PRIVATE}]+", line) if mark in marks]
        for line in gap:
            pages.put(line)
    pages.foot()
    return "\n".join(pages.lines).translate(str.maketrans(PRIVATE, MARKS[layout.marks])) + "\n"


def _private(number: int) -> str:
    return str(number).translate(str.maketrans("0123456789", PRIVATE))


def _marked(paragraph: Paragraph) -> str:
    text = paragraph.text
    for note in sorted(paragraph.footnotes, key=lambda note: note.position or 0, reverse=True):
        at = note.position or 0
        text = text[:at] + _private(note.number) + text[at:]
    return text


def _paragraphs(res: Resolution) -> Iterator[tuple[str, Paragraph]]:
    bracket = "" if res.language == "de" else "("
    for top in (*res.preamble, *res.operative):
        for paragraph in top.walk():
            marker = f"{bracket}{paragraph.marker}) " if paragraph.marker else ""
            yield f"{paragraph.number}. " if paragraph.number else marker, paragraph
