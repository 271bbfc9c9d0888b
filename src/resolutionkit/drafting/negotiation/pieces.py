"""A draft while it is amended: a tree of paragraphs, headings and tables that can be changed, and the paragraphs that it makes."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace

from resolutionkit.document.grammar.openers import find_opener
from resolutionkit.document.model import Footnote, Heading, Paragraph, Span, Table
from resolutionkit.document.reading.assemble import Block, Kind, build_paragraphs, split_opener
from resolutionkit.document.reading.line_forms import item_at, number_at
from resolutionkit.document.reading.markdown import read_inline

BIS = re.compile(r"(?<=\d)(?:bis|ter|quater|quinquies|alt)$")
"""The end of the label of a paragraph in a negotiating text that was put in between two numbers."""


@dataclass(slots=True, eq=False)
class Piece(Block):
    """A paragraph, heading or table of the draft, and what it was before the amendments."""

    was: str = ""
    """Its label in the draft, or "" for a new one."""
    stretch: tuple[str, bool] = "", False
    """Where it lies, as :func:`stretch_of` says it."""
    footnotes: tuple[Footnote, ...] = ()
    inner: list[Piece] = field(default_factory=list)
    """Its sub-paragraphs, and what stands between them."""
    is_inner: bool = False
    """Whether it hangs below a paragraph."""
    moved: bool = False
    is_slot: bool = False
    """Whether it only keeps the place from which a paragraph was moved, so that others can be moved there."""

    @property
    def is_paragraph(self) -> bool:
        """Whether it is no heading and no table."""
        return self.kind not in ("heading", "table")

    @property
    def sub_paragraphs(self) -> list[Piece]:
        """What hangs below it, without headings and tables."""
        return [piece for piece in self.inner if piece.is_paragraph]

    def put(self, start: int, stop: int, new: str) -> None:
        """Put words in the place of others; a blank too many where words were taken out goes with them."""
        text = self.text
        if not new and (start == 0 or text[start - 1] == " "):
            if text[stop : stop + 1] == " ":
                stop += 1
            elif start and re.match(r"[,;.:)\]”“»]|$", text[stop:]):
                start -= 1
                # a comma that stood before these words only goes with them
                if text[start - 1] == "," and text[stop : stop + 1] in ",;.:":
                    start -= 1
        self.text = text[:start] + new + text[stop:]

        def shifted(offset: int, inside: int) -> int:
            if offset <= start:
                return offset
            return offset + len(self.text) - len(text) if offset >= stop else inside

        def spans(found: Iterable[Span]) -> tuple[Span, ...]:
            moved = [(shifted(a, start), shifted(b, start + len(new))) for a, b in found]
            return tuple((a, b) for a, b in moved if a < b)

        self.opener, self.italics = spans(self.opener or ()), spans(self.italics)
        self.footnotes = tuple(
            n if n.position is None else replace(n, position=shifted(n.position, start + len(new)))
            for n in self.footnotes
        )


def pieces_of(paragraphs: Iterable[Paragraph], *, are_inner: bool = False) -> list[Piece]:
    """Return the pieces of some paragraphs, with all that hangs below them and stands between them."""
    found: list[Piece] = []
    for p in paragraphs:
        own = Piece(_kind(p, are_inner), p.text, p.number, p.marker, p.italics, p.opener_spans, is_inner=are_inner)
        own.label = p.label if BIS.search(p.label) else ""
        own.was, own.stretch, own.footnotes = p.label, stretch_of(p.label), p.footnotes
        own.inner = pieces_of(p.items, are_inner=True)
        found += [*map(_between, p.above), own, *map(_between, p.below)]
    return found


def _between(thing: Heading | Table) -> Piece:
    if isinstance(thing, Table):
        return Piece("table", rows=thing.rows)
    return Piece("heading", thing.text, level=thing.level)


def _kind(p: Paragraph, is_inner: bool) -> Kind:
    if p.marker is not None:
        return "item"
    if p.label.startswith("PP") or is_inner or p.label.endswith("OP0"):
        return "text"
    return "preambular" if stretch_of(p.label)[1] else "paragraph"


def stretch_of(label: str) -> tuple[str, bool]:
    """Return the section in which a label lies, "II." or "", and whether it stands in the preamble there."""
    section = re.match(r"(?:[IVXA-Z\d]+\.)?", label)[0]  # type: ignore[index]  # it matches nothing, too
    return section, label.startswith("PP", len(section))


def in_order(pieces: Iterable[Piece]) -> Iterator[Piece]:
    """Yield some pieces, each followed by what hangs below it."""
    for piece in pieces:
        yield piece
        yield from in_order(piece.inner)


def written(text: str, like: Piece, language: str) -> Piece:
    """Return a paragraph that somebody wrote, to stand beside another or in its place.

    A number or marker in front is taken off; lines that begin with "(a)" become sub-paragraphs.
    """
    lines: list[str] = []
    for line in (" ".join(line.split()) for line in text.splitlines()):
        if line and (not lines or item_at(line)):
            lines.append(line)
        elif line:
            lines[-1] += " " + line
    blocks = [_first_block(lines[0], like.kind, language)]
    for line in lines[1:]:
        marker = item_at(line)
        inline = read_inline(line[marker.end() :] if marker else line, ())
        blocks.append(Block("item", inline.text, marker=marker["marker"] if marker else "a", italics=inline.italics))
    (made,) = pieces_of(build_paragraphs("operative", blocks, lambda *_: None, language))
    for piece in in_order([made]):
        piece.was = ""
    return fit(made, like)


def _first_block(line: str, like: str, language: str) -> Block:
    begin = item_at(line) if like == "item" else number_at(line)
    inline = read_inline(line[begin.end() :] if begin else line, ())
    block = Block("paragraph", inline.text, 1, italics=inline.italics, opener=())
    if like != "item":
        block.opener, block.italics = split_opener(inline.text, inline.italics, language)
        part = "operative" if like == "paragraph" else "preamble"
        block.opener = block.opener or find_opener(inline.text, part, language)  # type: ignore[arg-type]
    return block


def fit(piece: Piece, like: Piece) -> Piece:
    """Make a paragraph one of the kind and in the section of another, beside which it comes to stand."""
    piece.stretch, piece.is_inner = like.stretch, like.is_inner
    if like.is_inner:
        piece.kind, piece.marker = "item", piece.marker or like.marker or "a"
    elif like.kind == "preambular":
        piece.kind, piece.marker = "preambular", None
    else:
        piece.kind, piece.marker = "text" if like.was.startswith("PP") else "paragraph", None
    piece.number = piece.number if piece.kind == "paragraph" else None
    return piece
