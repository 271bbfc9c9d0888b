"""Writes running text into XML: italics, references and footnotes at their places."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from xml.etree.ElementTree import Element, SubElement

from resolutionkit.document.model import Footnote, Reference, Resolution, Span

_Look = tuple[int, int, str, str]
"""What some words are: (start, end, class of their span, or the address of what they cite)."""


class InlineWriter:
    """Writes the text of paragraphs, and counts the ids that it gives."""

    def __init__(self, resolution: Resolution) -> None:
        self.references = by_place(resolution)
        self.counts: dict[str, int] = {}

    def _inline(
        self,
        parent: Element,
        text: str,
        openers: Sequence[Span] = (),
        italics: Sequence[Span] = (),
        notes: Sequence[Footnote] = (),
        cited: Sequence[Reference] = (),
    ) -> None:
        """Write text with italics, references and footnotes; where spans overlap, italics win over references."""
        at_notes = [len(text) if note.position is None else min(note.position, len(text)) for note in notes]
        looks: list[_Look] = [(a, b, "italic opener", "") for a, b in openers]
        looks += [(a, b, "italic", "") for a, b in italics]
        looks += _links(cited, looks, at_notes)
        points = sorted({0, len(text), *(end for look in looks for end in look[:2]), *at_notes})
        for start, end in pairwise([*points, len(text)]):
            for note, at in zip(notes, at_notes, strict=True):
                if at == start:
                    self._note(parent, note)
            covering = [look for look in looks if look[0] <= start and end <= look[1]]
            if text[start:end]:
                _write_piece(parent, text[start:end], covering)

    def _note(self, parent: Element, note: Footnote) -> None:
        element = add(
            parent, "authorialNote", marker=str(note.number), placement="bottom", eId=self._id("authorialNote")
        )
        cited = self.references.get((note.label, note.number), ())
        self._inline(add(element, "p"), note.text, italics=note.italics, cited=cited)

    def _id(self, stem: str) -> str:
        self.counts[stem] = self.counts.get(stem, 0) + 1
        return f"{stem}_{self.counts[stem]}"

    def _unique(self, name: str) -> str:
        self.counts[name] = times = self.counts.get(name, 0) + 1
        return name if times == 1 else f"{name}__{times}"


def by_place(resolution: Resolution) -> dict[tuple[str, int | None], list[Reference]]:
    places: dict[tuple[str, int | None], list[Reference]] = {}
    for reference in resolution.references:
        places.setdefault((reference.label, reference.footnote), []).append(reference)
    return places


def _links(cited: Sequence[Reference], looks: Sequence[_Look], at_notes: Sequence[int]) -> list[_Look]:
    """References that nothing else overlaps."""
    links = []
    for reference in cited:
        start, end = reference.span
        clear = all(end <= a or start >= b for a, b, _, _ in looks)
        if clear and not any(start < at < end for at in at_notes):
            links.append((start, end, "", f"/akn/un/{reference.symbol.replace(' ', '')}"))
    return links


def _write_piece(parent: Element, piece: str, looks: Sequence[_Look]) -> None:
    if not looks:
        append_text(parent, piece)
    elif address := looks[0][3]:
        add(parent, "ref", href=address).text = piece
    else:
        css = max((look[2] for look in looks), key=len)  # an opener is in italics as well
        add(parent, "span", **{"class": css}).text = piece


def add(parent: Element, name: str, /, **attributes: str) -> Element:
    return SubElement(parent, name, attributes)


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
