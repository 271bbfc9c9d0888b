"""Reads running text out of XML: white space folded, italics and footnote marks remembered."""

from __future__ import annotations

from functools import cache
from typing import Any

from resolutionkit.model import Span

Element = Any
"""An lxml element; lxml's own types are private."""


@cache
def local_name(tag: object) -> str:
    """Return an element's name without its namespace; "" for comments and the like.

    >>> local_name("{http://docs.oasis-open.org/legaldocml/ns/akn/3.0}num")
    'num'
    """
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


@cache
def is_italic(css_class: str | None) -> bool:
    return css_class is not None and "italic" in css_class


class Flow:
    """Collects the text of one paragraph.

    >>> flow = Flow(); flow.put("  Recalling "); flow.put(" the Charter,")
    >>> flow.text
    'Recalling the Charter,'
    """

    __slots__ = ("_pending", "italics", "length", "marks", "notes", "openers", "pieces")

    def __init__(self) -> None:
        self.pieces: list[str] = []
        self.length = 0
        self._pending = False
        self.italics: list[Span] = []
        self.openers: list[Span] = []
        self.marks: list[tuple[int, str]] = []
        self.notes: list[tuple[str, Element]] = []

    @property
    def text(self) -> str:
        return "".join(self.pieces)

    def put(self, piece: str) -> None:
        """Add text; runs of white space become one blank, none at either end."""
        words = piece.split()
        if not words:
            self._pending = True
            return
        folded = " ".join(words)
        if self.length and (self._pending or piece[0].isspace()):
            folded = " " + folded
        self.pieces.append(folded)
        self.length += len(folded)
        self._pending = piece[-1].isspace()

    def part(self) -> None:
        """Say that a blank stands here, as between two paragraphs of XML."""
        self._pending = True

    def read(self, element: Element) -> Flow:
        """Add all that an element holds; footnotes are set aside for the caller."""
        if element.text:
            self.put(element.text)
        for child in element:
            name = local_name(child.tag)
            if name == "span" or name == "i":
                css = child.get("class")
                if name == "i" or is_italic(css):
                    start = self.length + (1 if self._pending and self.length else 0)
                    self.read(child)
                    if start < self.length:
                        (self.openers if css is not None and "opener" in css else self.italics).append((start, self.length))
                else:
                    self.read(child)
            elif name == "authorialNote":
                self.notes.append((child.get("marker") or "", child))
                self.marks.append((self.length, child.get("marker") or ""))
            elif name == "eol" or name == "br":
                self._pending = True
            elif name:
                self.read(child)
            if child.tail:
                self.put(child.tail)
        return self

    def spans(self) -> tuple[Span, ...]:
        """Italics in order: trimmed, and joined where only a blank parts them."""
        return merge_spans(self.italics, self.text)


def merge_spans(spans: list[Span], text: str) -> tuple[Span, ...]:
    """Trim blanks off spans, drop empty ones, and join those that only a blank parts.

    >>> merge_spans([(0, 10), (10, 14)], "Recalling also the")
    ((0, 14),)
    """
    merged: list[Span] = []
    for start, end in spans:
        while start < end and text[start] == " ":
            start += 1
        while end > start and text[end - 1] == " ":
            end -= 1
        if start == end:
            continue
        if merged and start <= merged[-1][1] + 1 and not text[merged[-1][1] : start].strip():
            merged[-1] = (merged[-1][0], end)
        else:
            merged.append((start, end))
    return tuple(merged)
