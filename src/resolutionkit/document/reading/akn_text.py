"""Reads running text out of XML: white space folded, italics and footnote marks remembered."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cache
from typing import Any

from resolutionkit.document.model import Span

Element = Any
"""An lxml element; lxml's own types are private."""
Note = tuple[int, str, Element]
"""A footnote in a text: (offset of its mark, the mark, the element with its text)."""


@cache
def local_name(tag: object) -> str:
    """Return an element's name without its namespace; "" for comments and the like.

    >>> local_name("{http://docs.oasis-open.org/legaldocml/ns/akn/3.0}num")
    'num'
    """
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


class Flow:
    """Collects the text of one paragraph; :meth:`done` folds its white space and settles all offsets.

    >>> flow = Flow(); flow.put("  Recalling "); flow.put(" the Charter,")
    >>> flow.done().text
    'Recalling the Charter,'
    """

    __slots__ = ("_at", "_italics", "_openers", "_pieces", "italics", "notes", "openers", "text")

    def __init__(self) -> None:
        self._pieces: list[str] = []
        self._at = 0
        self._italics: list[Span] = []
        self._openers: list[Span] = []
        self.text = ""
        self.italics: tuple[Span, ...] = ()
        self.openers: tuple[Span, ...] = ()
        self.notes: list[Note] = []

    def put(self, piece: str) -> None:
        """Add text."""
        self._pieces.append(piece)
        self._at += len(piece)

    def read(self, element: Element) -> Flow:
        """Add all that an element holds; footnotes are set aside for the caller."""
        pieces, at = self._pieces, self._at
        text = element.text
        if text and (at or (text := text.lstrip())):
            pieces.append(text)
            at += len(text)
        for child in element[:]:  # a list, which lxml makes sooner than an iterator
            name = local_name(child.tag)
            if name == "authorialNote":
                self.notes.append((at, child.get("marker") or "", child))
            elif name == "eol" or name == "br":
                pieces.append(" ")
                at += 1
            else:
                start = at
                if len(child):
                    self._at = at
                    at = self.read(child)._at
                elif text := child.text:
                    pieces.append(text)
                    at += len(text)
                if name == "span" or name == "i":
                    css = child.get("class") or ""
                    if "opener" in css:
                        self._openers.append((start, at))
                    elif name == "i" or "italic" in css:
                        self._italics.append((start, at))
            text = child.tail
            if text and (at or (text := text.lstrip())):
                pieces.append(text)
                at += len(text)
        self._at = at
        return self

    def cut(self, by: int) -> None:
        """Drop the first characters of what is done, and move all offsets with it."""
        self.text = self.text[by:]
        self.italics = tuple((max(a - by, 0), b - by) for a, b in self.italics if b > by)
        self.notes = [(max(at - by, 0), marker, note) for at, marker, note in self.notes]

    def done(self) -> Flow:
        """Fold white space: runs become one blank, none stays at either end."""
        text = "".join(self._pieces).rstrip()
        if not _is_folded(text):
            folded = " ".join(text.split())
            if len(folded) != len(text):
                self._move(text)
            text = folded
        self.text = text
        if self.notes:  # a mark behind a blank belongs to the word before
            self.notes = [(min(at, len(text)) - text.endswith(" ", 0, at), *note) for at, *note in self.notes]
        if self._italics:
            self.italics = merge_spans(self._italics, text)
        if self._openers:
            self.openers = merge_spans(self._openers, text)
        return self

    def _move(self, raw: str) -> None:
        """Move all offsets to where they are when ``raw`` has been folded."""
        if self.notes or self._italics or self._openers:
            spans = [*self._italics, *self._openers]
            new = _folded_places(raw, {*(at for at, _, _ in self.notes), *(at for span in spans for at in span)})
            self.notes = [(new[at], marker, note) for at, marker, note in self.notes]
            self._italics = [(new[a], new[b]) for a, b in self._italics]
            self._openers = [(new[a], new[b]) for a, b in self._openers]


def _is_folded(text: str) -> bool:
    """Say whether all white space is single blanks, none of them first; in ASCII that is seen much sooner."""
    if "  " in text or text.startswith(" "):
        return False
    if text.isascii() and not ("\n" in text or "\t" in text or "\r" in text):
        return True
    return text.isprintable()


def _folded_places(raw: str, places: Iterable[int]) -> dict[int, int]:
    """Where offsets are when white space has been folded; one in white space goes to the end of the word before.

    >>> _folded_places("  all   States", [3, 6, 9])
    {3: 1, 6: 3, 9: 5}
    """
    new: dict[int, int] = {}
    last = length = 0
    for at in sorted(places):
        if words := raw[last:at].split():
            apart = length > 0 and (raw[last - 1].isspace() or raw[last].isspace())
            length += apart + len(" ".join(words))
        new[at] = length
        last = at
    return new


def only_p(element: Element) -> Element | None:
    """Return the ``p`` that is all an element holds, as nearly always; None where it holds anything else."""
    if len(element) == 1 and local_name((child := element[0]).tag) == "p":
        return child
    return None


def text_of(element: Element) -> str:
    """Return all text of an element, white space folded, footnotes left out."""
    if not len(element):
        return " ".join((element.text or "").split())
    return Flow().read(element).done().text


def merge_spans(spans: Sequence[Span], text: str) -> tuple[Span, ...]:
    """Trim blanks off spans, drop empty ones, and join those that only a blank parts.

    >>> merge_spans([(0, 10), (10, 14)], "Recalling also the")
    ((0, 14),)
    >>> merge_spans([(0, 10)], "Recalling")
    ((0, 9),)
    """
    if len(spans) == 1:  # nearly always, and with no blank at either end
        start, end = spans[0]
        if start < end <= len(text) and text[start] != " " and text[end - 1] != " ":
            return (spans[0],)
    merged: list[Span] = []
    for start, end in spans:
        words = text[start:end]
        bare = words.lstrip()
        start += len(words) - len(bare)
        end = start + len(bare.rstrip())
        if start == end:
            continue
        if merged and start <= merged[-1][1] + 1 and not text[merged[-1][1] : start].strip():
            merged[-1] = (merged[-1][0], end)
        else:
            merged.append((start, end))
    return tuple(merged)
