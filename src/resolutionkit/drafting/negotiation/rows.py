"""A draft as rows, one for each paragraph, sub-paragraph, heading and table; and the draft again that rows make."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from resolutionkit.document.grammar.openers import find_opener
from resolutionkit.document.model import Footnote, Heading, Paragraph, Table
from resolutionkit.document.reading.assemble import Block, build_operative, build_preamble, split_opener
from resolutionkit.document.reading.lines import item_at, number_at
from resolutionkit.document.reading.markdown import read_inline

BIS = re.compile(r"(?<=\d)(?:bis|ter|quater|quinquies|alt)$")
"""The end of the label of a paragraph in a negotiating text that was put in between two numbers."""


@dataclass(slots=True, eq=False)
class Row:
    """A block of the draft, how deep it lies, and what it was before the amendments."""

    block: Block
    depth: int = 0
    """0 for a paragraph, 1 for its sub-paragraphs."""
    was: str = ""
    """Its label in the draft, or "" for a new one."""
    section: str = ""
    """The section in which it lies, as labels write it: "II."."""
    footnotes: tuple[Footnote, ...] = ()
    moved: bool = False
    is_slot: bool = False
    """Whether it only keeps the place from which a paragraph was moved, so that others can be moved there."""

    def inside(self) -> Row:
        """What a sub-paragraph of this one is like."""
        return Row(Block("item"), self.depth + 1, section=self.section)

    @property
    def is_paragraph(self) -> bool:
        """Whether it is no heading and no table."""
        return self.block.kind not in ("heading", "table")


def rows_of(paragraphs: Iterable[Paragraph], depth: int = 0) -> Iterator[Row]:
    """Yield the rows of some paragraphs with all that hangs below them."""
    for p in paragraphs:
        yield from map(_between, p.above)
        block = Block(_kind(p, depth), p.text, p.number, p.marker, p.italics, p.opener_spans)  # type: ignore[arg-type]
        block.label = p.label if BIS.search(p.label) else ""
        yield Row(block, depth, p.label, section_of(p.label), p.footnotes)
        yield from rows_of(p.items, depth + 1)
        yield from map(_between, p.below)


def _between(thing: Heading | Table) -> Row:
    if isinstance(thing, Table):
        return Row(Block("table", rows=thing.rows))
    return Row(Block("heading", thing.text, level=thing.level))


def _kind(p: Paragraph, depth: int) -> str:
    if p.marker is not None:
        return "item"
    if p.label.startswith("PP") or depth or p.label.endswith("OP0"):
        return "text"
    return "preambular" if is_preambular(p.label) else "paragraph"


def section_of(label: str) -> str:
    """Return the section in which a label lies, as labels write it, or ""."""
    return label[: label.index(".") + 1] if re.match(r"[IVXA-Z\d]+\.", label) else ""


def is_preambular(label: str) -> bool:
    """Say whether a label is that of a preambular paragraph, one that begins a section included."""
    return label[len(section_of(label)) :].startswith("PP")


def below(rows: Sequence[Row], at: int) -> int:
    """Return where the paragraph at ``at`` ends, its sub-paragraphs included."""
    end = at + 1
    while end < len(rows) and rows[end].is_paragraph and rows[end].depth > rows[at].depth:
        end += 1
    return end


def lists_in(rows: Iterable[Row]) -> dict[Row | None, list[Row]]:
    """Return each list: the paragraphs under None, the sub-paragraphs of a row under that row."""
    found: dict[Row | None, list[Row]] = {None: []}
    owners: list[Row] = []
    for row in rows:
        if row.is_paragraph:
            del owners[row.depth :]
            found.setdefault(owners[-1] if owners else None, []).append(row)
            owners.append(row)
    return found


def written(text: str, like: Row, language: str) -> list[Row]:
    """Return the rows of a paragraph that somebody wrote, to stand beside another or in its place.

    A number or marker in front is taken off; lines that begin with "(a)" become sub-paragraphs.

    >>> [row.block.text for row in written("5. Decides:\\n(a) to meet;\\n(b) to act.", Row(Block("paragraph")), "en")]
    ['Decides:', 'to meet;', 'to act.']
    """
    lines: list[str] = []
    for line in (" ".join(line.split()) for line in text.splitlines()):
        if line and (not lines or item_at(line)):
            lines.append(line)
        elif line:
            lines[-1] += " " + line
    kind = "preambular" if like.was.startswith("PP") else like.block.kind
    blocks = [_block(line, "paragraph" if i == 0 else "item", kind, language) for i, line in enumerate(lines)]
    rows = list(rows_of(build_operative(blocks, lambda *_: None, language)))
    for row in rows:
        row.was = row.section = ""
    fit(rows, like)
    return rows


def _block(line: str, kind: str, like: str, language: str) -> Block:
    match = item_at(line) if "item" in (kind, like) else number_at(line)
    inline = read_inline(line[match.end() :] if match else line, ())
    if kind == "item":
        return Block("item", inline.text, marker=match["marker"] if match else "a", italics=inline.italics)
    block = Block("paragraph", inline.text, 1, italics=inline.italics, opener=())
    if like != "item":
        part = "operative" if like == "paragraph" else "preamble"
        block.opener, block.italics = split_opener(inline.text, inline.italics, language)
        block.opener = block.opener or find_opener(inline.text, part, language)  # type: ignore[arg-type]
    return block


def fit(rows: Sequence[Row], like: Row) -> Sequence[Row]:
    """Make a paragraph one of the kind, at the depth and in the section of another, beside which it comes to stand."""
    deeper = like.depth - rows[0].depth
    for row in rows:
        row.depth, row.section = row.depth + deeper, like.section
        row.block.kind = "item" if row.depth and row.block.marker else row.block.kind
    first = rows[0].block
    if like.depth:
        first.kind, first.marker = "item", first.marker or like.block.marker or "a"
    elif like.block.kind == "preambular":
        first.kind, first.marker = "preambular", None
    else:
        first.kind, first.marker = "text" if like.was.startswith("PP") else "paragraph", None
    first.number = first.number if first.kind == "paragraph" else None
    return rows


def paragraphs_of(
    rows: Iterable[Row], numbers: dict[int, int], part: str, language: str
) -> tuple[tuple[Paragraph, ...], dict[str, Row]]:
    """Return the paragraphs that rows make, and the row of each label; ``numbers`` leads to new footnote numbers."""
    rows = list(rows)
    notes = {numbers[note.number]: note for row in rows for note in row.footnotes}
    for row in rows:
        row.block.marks = tuple(
            (-1 if note.position is None else note.position, numbers[note.number]) for note in row.footnotes
        )

    def placed(number: int, label: str, offset: int) -> Footnote:
        return replace(notes[number], number=number, label=label, position=None if offset < 0 else offset)

    build = build_preamble if part == "preamble" else build_operative
    made = build([row.block for row in rows], placed, language)
    labels = [p.label for top in made for p in top.walk()]
    return made, dict(zip(labels, (row for row in rows if row.is_paragraph), strict=True))
