"""Reads running text out of XML: white space folded, italics and footnote marks remembered."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
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
    """Collects the text of one paragraph; :meth:`done` folds its white space and settles all offsets.

    >>> flow = Flow(); flow.put("  Recalling "); flow.put(" the Charter,")
    >>> flow.done().text
    'Recalling the Charter,'
    """

    __slots__ = ("_at", "_pieces", "italics", "marks", "notes", "openers", "text")

    def __init__(self) -> None:
        self._pieces: list[str] = []
        self._at = 0
        self.text = ""
        self.italics: Sequence[Span] = ()
        self.openers: Sequence[Span] = ()
        self.marks: Sequence[int] = ()
        """Offsets of the footnotes in ``notes``."""
        self.notes: Sequence[tuple[str, Element]] = ()

    def put(self, piece: str) -> None:
        """Add text."""
        self._pieces.append(piece)
        self._at += len(piece)

    def read(self, element: Element) -> Flow:
        """Add all that an element holds; footnotes are set aside for the caller."""
        pieces = self._pieces
        text = element.text
        if text and (self._at or not text.isspace()):
            pieces.append(text)
            self._at += len(text)
        for child in element:
            name = local_name(child.tag)
            start = self._at
            if name == "authorialNote":
                self.notes = (*self.notes, (child.get("marker") or "", child))
                self.marks = (*self.marks, start)
            elif name == "eol" or name == "br":
                self.put(" ")
            elif name:
                if len(child):
                    self.read(child)
                elif text := child.text:
                    pieces.append(text)
                    self._at += len(text)
                if name == "span" or name == "i":
                    css = child.get("class")
                    if css is not None and "opener" in css:
                        self.openers = (*self.openers, (start, self._at))
                    elif name == "i" or is_italic(css):
                        self.italics = (*self.italics, (start, self._at))
            text = child.tail
            if text and (self._at or not text.isspace()):
                pieces.append(text)
                self._at += len(text)
        return self

    def done(self) -> Flow:
        """Fold white space: runs become one blank, none stays at either end."""
        raw = "".join(self._pieces)
        if not raw:
            return self
        if raw[-1].isspace() and not raw[0].isspace():
            raw = raw.rstrip()
            self.marks = tuple([min(at, len(raw)) for at in self.marks])
        if raw[:1].isspace() or "  " in raw or not raw.isprintable():
            raw = self._fold(raw)
        elif self.marks:
            self.marks = [at - (raw[at - 1 : at] == " ") for at in self.marks]
        self.text = raw
        if self.italics:
            self.italics = merge_spans(self.italics, raw)
        if self.openers:
            self.openers = merge_spans(self.openers, raw)
        return self

    def _fold(self, raw: str) -> str:
        words = raw.split()
        if not words:
            self.marks = [0] * len(self.marks)
            return ""
        starts, folded_starts = [], []
        at = folded = 0
        for word in words:
            at = raw.index(word, at)
            starts.append(at)
            folded_starts.append(folded)
            at += len(word)
            folded += len(word) + 1

        def moved(offset: int) -> int:
            """The same place in the folded text; a place between words belongs behind the one before."""
            i = bisect_right(starts, offset) - 1
            return 0 if i < 0 else folded_starts[i] + min(offset - starts[i], len(words[i]))

        self.marks = [moved(max(at - 1, 0)) + (raw[at - 1 : at].strip() != "") if at else 0 for at in self.marks]
        self.italics = [(moved(a), moved(b)) for a, b in self.italics]
        self.openers = [(moved(a), moved(b)) for a, b in self.openers]
        return " ".join(words)


def text_of(element: Element) -> str:
    """Return all text of an element, white space folded, footnotes left out."""
    if not len(element):
        return " ".join((element.text or "").split())
    return Flow().read(element).done().text


def merge_spans(spans: Sequence[Span], text: str) -> tuple[Span, ...]:
    """Trim blanks off spans, drop empty ones, and join those that only a blank parts.

    >>> merge_spans([(0, 10), (10, 14)], "Recalling also the")
    ((0, 14),)
    """
    merged: list[Span] = []
    for start, end in spans:
        end = min(end, len(text))
        while start < end and text[start] == " ":
            start += 1
        while end > start and text[end - 1] == " ":
            end -= 1
        if start >= end:
            continue
        if merged and start <= merged[-1][1] + 1 and not text[merged[-1][1] : start].strip():
            merged[-1] = (merged[-1][0], end)
        else:
            merged.append((start, end))
    return tuple(merged)
