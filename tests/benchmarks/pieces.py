"""A resolution as a list of pieces, one a block of text, and the text that people would paste of it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from resolutionkit.document.model import Heading, Paragraph, Resolution, Table
from resolutionkit.document.reading.markdown import to_superscript

SUPER = "[⁰¹²³⁴⁵⁶⁷⁸⁹]"


@dataclass
class Piece:
    """A block of text: what stands before the text ("3. "), the text with its footnote marks, and what it is."""

    kind: str  # cover, title, organ, heading, pp, op, ppi, opi (sub-paragraphs), closing, note
    prefix: str = ""
    text: str = ""
    level: int = 0
    opener: str = ""

    def __str__(self) -> str:
        return self.prefix + self.text


def pieces_of(res: Resolution) -> list[Piece] | None:
    """The blocks of a resolution; None where it has tables or annexes, whose text nobody pastes cleanly."""
    tops = (*res.preamble, *res.operative)
    if (
        res.parts
        or res.annexes
        or any(isinstance(t, Table) for p in tops for q in p.walk() for t in (*q.above, *q.below))
    ):
        return None
    if any("PP" in p.label for p in res.operative) or any(p.text.endswith(":") and not p.items for p in res.operative):
        return None
    if not res.preamble or not res.operative or any(i.marker is None for p in tops for i in [*p.walk()][1:]):
        return None
    found = [Piece("cover", text=line) for line in res.cover]
    number = res.symbol.rsplit("RES/", 1)[-1]
    found += [
        Piece("title", f"{number}. " if number else "", res.title),
        Piece("organ", text=f"{res.organ}{',' * res.organ_comma}"),
    ]
    for kind, part in (("pp", res.preamble), ("op", res.operative)):
        for top in part:
            found += _paragraph(top, kind, 0, res.language)
    found += [Piece("closing", text=line) for line in res.closing]
    found += [Piece("note", f"{to_superscript(n.number)} ", n.text) for n in res.footnotes]
    return found


def _paragraph(p: Paragraph, kind: str, level: int, language: str) -> Iterator[Piece]:
    for above in p.above:
        if isinstance(above, Heading):
            yield Piece("heading", text=above.text)
    text = p.text
    for note in sorted(p.footnotes, key=lambda n: -(n.position or 0)):
        text = text[: note.position] + to_superscript(note.number) + text[note.position :]
    prefix = f"{p.number}. " if p.number is not None else ""
    if p.marker:
        prefix = f"{p.marker}) " if language == "de" else f"({p.marker}) "
    yield Piece(kind if not level else f"{kind}i", prefix, text, level, p.opener)
    for item in p.items:
        yield from _paragraph(item, kind, level + 1, language)


def clean(pieces: list[Piece]) -> str:
    """One block a paragraph, footnotes at the end."""
    return "\n\n".join(str(p) for p in pieces) + "\n"


def pages(pieces: list[Piece]) -> str:
    """As text out of a PDF: paragraphs cut by page breaks, footnotes at page feet."""
    notes = {p.prefix.strip(): str(p) for p in pieces if p.kind == "note"}
    out: list[str] = []
    pending: list[str] = []
    room = 2200

    def foot() -> None:
        out.extend(notes.pop(mark) for mark in pending if mark in notes)
        pending.clear()

    for block in (str(p) for p in pieces if p.kind != "note"):
        rest = block
        while (
            len(rest) > room and (cut := rest.rfind(" ", 0, max(room, 40))) >= 40 and rest[cut + 1 : cut + 2].isalpha()
        ):
            out.append(rest[:cut])
            pending += re.findall(f"{SUPER}+", rest[:cut])
            foot()
            rest, room = rest[cut + 1 :], 2600
        out.append(rest)
        room -= len(rest)
        pending += re.findall(f"{SUPER}+", rest)
        if room < 60:
            foot()
            room = 2600
    return "\n\n".join([*out, *notes.values()]) + "\n"
