"""Reads running text out of XML: white space folded, italics and footnotes remembered."""

from dataclasses import dataclass, field
from xml.etree.ElementTree import Element

from resolutionkit.document.model import Span
from resolutionkit.document.reading.assemble import Block
from resolutionkit.document.reading.markdown import merge_spans

Notes = list[tuple[int, Element]]  # the footnotes of a text: (offset of the mark, the element with the words)


@dataclass(slots=True)
class _Raw:
    """What elements hold, piece by piece; places are counted in pieces until white space is folded."""

    pieces: list[str] = field(default_factory=list)
    italics: list[Span] = field(default_factory=list)
    openers: list[Span] = field(default_factory=list)
    notes: Notes = field(default_factory=list)

    def read(self, element: Element) -> None:
        pieces = self.pieces
        if element.text:
            pieces.append(element.text)
        for child in element:
            tag, start = child.tag, len(pieces)
            if tag == "authorialNote":
                self.notes.append((start, child))
            elif tag in ("eol", "br"):
                pieces.append(" ")
            else:
                self.read(child)
                css = child.get("class") or "" if tag in ("span", "i") else ""
                if "opener" in css:
                    self.openers.append((start, len(pieces)))
                elif tag == "i" or "italic" in css:
                    self.italics.append((start, len(pieces)))
                elif tag == "p":
                    pieces.append(" ")
            if child.tail:
                pieces.append(child.tail)

    def before(self, place: int | None = None) -> str:
        """The text of the pieces before a place, white space folded."""
        text = "".join(self.pieces[:place]).strip()
        return " ".join(text.split()) if "  " in text or not text.isprintable() else text

    def spans(self, raw: list[Span], text: str) -> tuple[Span, ...]:
        return merge_spans([(len(self.before(a)), len(self.before(b))) for a, b in raw], text) if raw else ()


def block_of(*elements: Element) -> tuple[Block, Notes]:
    """Return what elements hold, and its footnotes; a blank stands between elements, and between the paragraphs in each."""
    raw = _Raw()
    for element in elements:
        raw.read(element)
        raw.pieces.append(" ")
    text = raw.before()
    block = Block("text", text, italics=raw.spans(raw.italics, text), opener=raw.spans(raw.openers, text) or None)
    return block, [(len(raw.before(place)), note) for place, note in raw.notes]


def text_of(element: Element) -> str:
    """Return all text of an element, white space folded, footnotes left out."""
    return block_of(element)[0].text if len(element) else " ".join((element.text or "").split())
