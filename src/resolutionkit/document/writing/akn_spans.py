"""Writes running text into XML: italics, references and footnotes at their places."""

from __future__ import annotations

from collections.abc import Sequence

from lxml import etree

from resolutionkit.document.model import Footnote, Reference, Resolution, Span
from resolutionkit.document.reading.akn_text import Element

NAMESPACE = "http://docs.oasis-open.org/legaldocml/ns/akn/3.0"


class InlineWriter:
    """Writes the text of paragraphs, and counts the ids that it gives."""

    def __init__(self, resolution: Resolution) -> None:
        self.references = by_place(resolution)
        self.counts: dict[str, int] = {}

    def _inline(
        self,
        parent: Element,
        text: str,
        openers: Sequence[Span],
        italics: Sequence[Span],
        notes: Sequence[Footnote],
        cited: Sequence[Reference],
    ) -> None:
        """Write text with italics, references and footnotes; where spans overlap, italics win over references."""
        spans: list[tuple[int, int, str, Reference | None]] = [(a, b, "opener", None) for a, b in openers]
        spans += [(a, b, "italic", None) for a, b in italics]
        taken = [(a, b) for a, b, _, _ in spans]
        at_notes = [n.position or 0 for n in notes]
        for reference in cited:
            a, b = reference.span
            clear = all(b <= c or a >= d for c, d in taken) and not any(a < at < b for at in at_notes)
            if clear:
                spans.append((a, b, "ref", reference))
        points = sorted({0, len(text), *(x for s in spans for x in s[:2]), *at_notes})
        for i, point in enumerate(points):
            for note in notes:
                if (note.position or 0) == point:
                    self._note(parent, note)
            end = points[i + 1] if i + 1 < len(points) else len(text)
            if point >= end:
                continue
            piece = text[point:end]
            covering = [s for s in spans if s[0] <= point and end <= s[1]]
            if not covering:
                append_text(parent, piece)
            elif covering[0][2] == "ref":
                symbol = covering[0][3].symbol if covering[0][3] else ""
                add(parent, "ref", href=f"/akn/un/{symbol.replace(' ', '')}").text = piece
            else:
                names = {s[2] for s in covering}
                add(parent, "span", **{"class": "italic opener" if "opener" in names else "italic"}).text = piece

    def _note(self, parent: Element, note: Footnote) -> None:
        element = add(
            parent, "authorialNote", marker=str(note.number), placement="bottom", eId=self._id("authorialNote")
        )
        cited = self.references.get((note.label, note.number), ())
        self._inline(add(element, "p"), note.text, (), note.italics, (), cited)

    def _id(self, stem: str) -> str:
        self.counts[stem] = self.counts.get(stem, 0) + 1
        return f"{stem}_{self.counts[stem]}"


def by_place(resolution: Resolution) -> dict[tuple[str, int | None], list[Reference]]:
    places: dict[tuple[str, int | None], list[Reference]] = {}
    for reference in resolution.references:
        places.setdefault((reference.label, reference.footnote), []).append(reference)
    return places


def add(parent: Element, name: str, /, **attributes: str) -> Element:
    return etree.SubElement(parent, f"{{{NAMESPACE}}}{name}", attributes)


def nl(parent: Element) -> Element:
    """Begin a new line in the XML, where white space means nothing."""
    if len(parent):
        parent[-1].tail = (parent[-1].tail or "") + "\n"
    else:
        parent.text = (parent.text or "") + "\n"
    return parent


def append_text(parent: Element, text: str) -> None:
    if len(parent):
        parent[-1].tail = (parent[-1].tail or "") + text
    else:
        parent.text = (parent.text or "") + text
