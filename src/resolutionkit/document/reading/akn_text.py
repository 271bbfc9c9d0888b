"""Reads running text out of XML: white space folded, italics and footnotes remembered."""

from __future__ import annotations

from xml.etree.ElementTree import Element

from resolutionkit.document.model import Span
from resolutionkit.document.reading.assemble import Block
from resolutionkit.document.reading.markdown import merge_spans

Notes = list[tuple[int, Element]]
"""The footnotes of a text: (offset of the mark, the element with the words)."""


class _Raw:
    """What elements hold, before white space is folded; none stands before the first word."""

    __slots__ = ("at", "italics", "notes", "openers", "pieces")

    def __init__(self) -> None:
        self.pieces: list[str] = []
        self.at = 0
        self.italics: list[Span] = []
        self.openers: list[Span] = []
        self.notes: Notes = []

    def put(self, piece: str) -> None:
        if self.at or (piece := piece.lstrip()):
            self.pieces.append(piece)
            self.at += len(piece)

    def read(self, element: Element) -> None:
        if element.text:
            self.put(element.text)
        for child in element:
            tag = child.tag
            if tag == "authorialNote":
                self.notes.append((self.at, child))
            elif tag in ("eol", "br"):
                self.put(" ")
            else:
                start = self.at
                self.read(child)
                css = child.get("class") or "" if tag in ("span", "i") else ""
                if "opener" in css:
                    self.openers.append((start, self.at))
                elif tag == "i" or "italic" in css:
                    self.italics.append((start, self.at))
                elif tag == "p":
                    self.put(" ")
            if child.tail:
                self.put(child.tail)


def block_of(*elements: Element) -> tuple[Block, Notes]:
    """Return what elements hold, and its footnotes; a blank stands between elements, and between the paragraphs in each."""
    raw = _Raw()
    for element in elements:
        raw.put(" ")
        raw.read(element)
    held = text = "".join(raw.pieces).rstrip()
    if "  " in held or not held.isprintable():
        text = " ".join(held.split())
        raw.notes = [(_folded(held, at), note) for at, note in raw.notes]
        raw.italics = [(_folded(held, a), _folded(held, b)) for a, b in raw.italics]
        raw.openers = [(_folded(held, a), _folded(held, b)) for a, b in raw.openers]
    # a mark behind a blank belongs to the word before
    notes = [(min(at, len(text)) - text.endswith(" ", 0, at), note) for at, note in raw.notes]
    italics = merge_spans(raw.italics, text) if raw.italics else ()
    opener = merge_spans(raw.openers, text) if raw.openers else ()
    return Block("text", text, italics=italics, opener=opener or None), notes


def _folded(text: str, at: int) -> int:
    """Where an offset is when white space has been folded; one in white space goes to the end of the word before."""
    return len(" ".join(text[:at].split()))


def text_of(element: Element) -> str:
    """Return all text of an element, white space folded, footnotes left out."""
    return block_of(element)[0].text if len(element) else " ".join((element.text or "").split())
