"""Reads running text out of XML: white space folded, italics and footnote marks remembered."""

from __future__ import annotations

from xml.etree.ElementTree import Element

from resolutionkit.document.model import Span
from resolutionkit.document.reading.markdown import merge_spans

Note = tuple[int, str, Element]
"""A footnote in a text: (offset of its mark, the mark, the element with its text)."""


class Flow:
    """Collects the text of one paragraph; :meth:`done` folds its white space and settles all offsets."""

    __slots__ = ("_at", "_pieces", "italics", "notes", "openers", "text")

    def __init__(self) -> None:
        self._pieces: list[str] = []
        self._at = 0
        self.text = ""
        self.italics: tuple[Span, ...] = ()
        self.openers: tuple[Span, ...] = ()
        self.notes: list[Note] = []

    def put(self, piece: str) -> None:
        """Add text; white space before the first word is left out."""
        if self._at or (piece := piece.lstrip()):
            self._pieces.append(piece)
            self._at += len(piece)

    def read(self, element: Element) -> None:
        """Add all that an element holds; footnotes are set aside for the caller."""
        if element.text:
            self.put(element.text)
        for child in element:
            tag = child.tag
            if tag == "authorialNote":
                self.notes.append((self._at, child.get("marker") or "", child))
            elif tag in ("eol", "br"):
                self.put(" ")
            else:
                start = self._at
                self.read(child)
                css = child.get("class") or "" if tag in ("span", "i") else ""
                if "opener" in css:
                    self.openers += ((start, self._at),)
                elif tag == "i" or "italic" in css:
                    self.italics += ((start, self._at),)
                elif tag == "p":
                    self.put(" ")
            if child.tail:
                self.put(child.tail)

    def cut(self, by: int) -> None:
        """Drop the first characters of what is done, and move all offsets with it."""
        self.text = self.text[by:]
        self.italics = tuple((max(a - by, 0), b - by) for a, b in self.italics if b > by)
        self.notes = [(max(at - by, 0), marker, note) for at, marker, note in self.notes]

    def done(self) -> Flow:
        """Fold white space: runs become one blank, none stays at either end."""
        raw = "".join(self._pieces).rstrip()
        text = self.text = raw if raw.isprintable() and "  " not in raw else " ".join(raw.split())
        if len(text) != len(raw):
            self.notes = [(_folded(raw, at), marker, note) for at, marker, note in self.notes]
            self.italics = tuple((_folded(raw, a), _folded(raw, b)) for a, b in self.italics)
            self.openers = tuple((_folded(raw, a), _folded(raw, b)) for a, b in self.openers)
        if self.notes:  # a mark behind a blank belongs to the word before
            self.notes = [(min(at, len(text)) - text.endswith(" ", 0, at), mark, note) for at, mark, note in self.notes]
        self.italics = merge_spans(self.italics, text) if self.italics else ()
        self.openers = merge_spans(self.openers, text) if self.openers else ()
        return self


def _folded(raw: str, at: int) -> int:
    """Where an offset is when white space has been folded; one in white space goes to the end of the word before."""
    return len(" ".join(raw[:at].split()))


def flow_of(*elements: Element) -> Flow:
    """Return what elements hold, done; a blank stands between them, and between the paragraphs in each."""
    flow = Flow()
    for element in elements:
        flow.put(" ")
        flow.read(element)
    return flow.done()


def text_of(element: Element) -> str:
    """Return all text of an element, white space folded, footnotes left out."""
    return flow_of(element).text if len(element) else " ".join((element.text or "").split())
