"""Puts paragraphs together: what both readers share.

A reader turns its source into a list of :class:`Block`; :func:`build` gives them their
labels, nests sub-paragraphs, tells openers from other italics and hands the footnotes to
the paragraphs that carry their marks.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Literal

from resolutionkit.document.frozen import maker_of
from resolutionkit.document.grammar.numerals import FIRST_MARKERS, ROMANS, follows, roman, styles
from resolutionkit.document.grammar.openers import is_second_half
from resolutionkit.document.model import Footnote, Heading, Paragraph, Span, Table

Kind = Literal["paragraph", "preambular", "item", "text", "heading", "table"]
"""What a block is; "preambular" is a preambular paragraph inside a section of the operative part."""


@dataclass(slots=True)
class Block:
    """A piece of text as it stands between two others in a source.

    >>> Block("item", "to act;", marker="a").marker
    'a'
    """

    kind: Kind
    text: str = ""
    number: int | None = None
    marker: str | None = None
    italics: tuple[Span, ...] = ()
    opener: tuple[Span, ...] | None = None
    """Known already, or None: then leading italics are the opener."""
    marks: tuple[tuple[int, int], ...] = ()
    """(offset, number of the footnote) in order."""
    level: int = 1
    rows: tuple[tuple[str, ...], ...] = ()
    label: str = ""
    """Known already, or "": then it is counted."""
    line: int = 0


@dataclass(slots=True)
class _Node:
    block: Block
    label: str
    above: tuple[Heading | Table, ...] = ()
    below: tuple[Heading | Table, ...] = ()
    items: list[_Node] = field(default_factory=list)
    taken: dict[str, int] = field(default_factory=dict)
    """How often each marker occurs among the items; "" counts the continuations."""


LOWER_ROMANS = ROMANS
_made = maker_of(Paragraph)
_DEEPEST = 4
"""Levels of sub-paragraphs below the first; resolutions have two."""

NoteOf = Callable[[int, str, int], Footnote | None]
"""(number, label, offset) -> the footnote with that number, placed."""


def build_preamble(blocks: Sequence[Block], note_of: NoteOf, language: str) -> tuple[Paragraph, ...]:
    """Return the preambular paragraphs PP1, PP2 … with their sub-paragraphs.

    >>> build_preamble([Block("text", "Recalling,")], lambda *_: None, "en")[0].label
    'PP1'
    """
    if all(block.kind == "text" for block in blocks):  # nearly always: nothing to nest
        for count, block in enumerate(blocks, start=1):
            block.label = block.label or f"PP{count}"
        return tuple([_paragraph(block, _placed(block, note_of), language) for block in blocks])
    nodes = _nest(blocks, lambda count, block, section: f"PP{count}", join_text=False)
    return tuple(_freeze(node, note_of, language) for node in nodes)


def build_operative(blocks: Sequence[Block], note_of: NoteOf, language: str) -> tuple[Paragraph, ...]:
    """Return the operative paragraphs OP1, OP2 … with their sub-paragraphs.

    Where numbers start again in a section, its labels begin with the section: "II.OP1".
    A paragraph without a number that follows a numbered one continues it: "OP5/2".

    >>> [p.label for p in build_operative([Block("paragraph", "Decides:", 1), Block("item", "x;", marker="a")],
    ...  lambda *_: None, "en")[0].walk()]
    ['OP1', 'OP1(a)']
    """
    numbers = [b.number for b in blocks if b.number is not None]
    restarts = len(numbers) > len(set(numbers))
    lost = _lost_numbers(blocks)
    first = next((b for b in blocks if b.kind not in ("heading", "table", "preambular")), None)

    def label(count: int, block: Block, section: str) -> str:
        if block.kind == "preambular":
            return f"{section}PP{count}"
        if block.number is None and block.kind == "paragraph" and numbers:
            return f"{section}OP{lost[id(block)]}"
        if block.number is None:
            # "Adopts the following declaration:" before the numbered paragraphs of that declaration
            return f"{section}OP{0 if numbers and block is first else count}"
        return f"{section}OP{block.number}"

    nodes = _nest(blocks, label, join_text=bool(numbers), restarts=restarts)
    return tuple(_freeze(node, note_of, language) for node in nodes)


def _lost_numbers(blocks: Sequence[Block]) -> dict[int, str]:
    """The numbers that paragraphs between numbered ones must have had: "3", or "2+" where 3 is taken."""
    numbers = {b.number for b in blocks if b.number is not None}
    lost: dict[int, str] = {}
    last = 0
    for block in blocks:
        if block.number is not None:
            last = block.number
        elif block.kind == "paragraph":
            free = last + 1 not in numbers
            lost[id(block)] = str(last + 1) if free else f"{last}+"
            last += free
    return lost


def _nest(
    blocks: Sequence[Block],
    label: Callable[[int, Block, str], str],
    *,
    join_text: bool,
    restarts: bool = False,
) -> list[_Node]:
    top: list[_Node] = []
    levels: list[tuple[_Node, str]] = []  # open lists: (whose items they are, marker of the last item)
    above: list[Heading | Table] = []
    seen: set[str] = set()
    section, sections = "", 1
    counts: dict[str, int] = {}
    for block in blocks:
        if block.kind == "heading":
            above.append(Heading(block.text, block.level))
            if restarts and (numeral := re.match(r"(?=[IVX])[IVX]+\b", block.text)):
                section = f"{numeral[0]}."
            continue
        if block.kind == "table":
            above.append(Table(block.rows))
            continue
        if block.kind == "item" and top:
            node = _add_item(top, levels, block)
        elif block.kind == "text" and top and join_text and top[-1].block.kind != "preambular":
            owner = top[-1]
            owner.taken[""] = owner.taken.get("", 1) + 1
            node = _Node(block, block.label or f"{owner.label}/{owner.taken['']}")
            owner.items.append(node)
            levels.clear()
        else:
            if block.kind == "preambular" and not section:
                section = "I."
            role = section + ("PP" if block.kind == "preambular" else "OP")
            count = counts[role] = counts.get(role, 0) + 1
            wanted = label(count, block, section)
            while wanted in seen:
                if block.number and block.number != 1 and not section:  # a slip of the counting, no new section
                    wanted = f"{label(count, block, section)}~{2 + sum(s.startswith(wanted + '~') for s in seen)}"
                    break
                sections += 1
                section = f"{roman(sections).upper()}."
                wanted = label(count, block, section)
            node = _Node(block, block.label or wanted)
            top.append(node)
            levels.clear()
        seen.add(node.label)
        block.label = node.label
        if above:
            node.above, above = tuple(above), []
    if above and top:
        top[-1].below = tuple(above)
    elif above:  # headings and nothing else: nothing may be lost
        alone = Block("text")
        alone.label = label(1, alone, section)
        top.append(_Node(alone, alone.label, tuple(above)))
    return top


def _add_item(top: list[_Node], levels: list[tuple[_Node, str]], block: Block) -> _Node:
    marker = block.marker or ""
    depth = _depth(levels, marker)
    del levels[depth + 1 :]
    if depth == len(levels):
        owner = levels[-1][0].items[-1] if levels else top[-1]
        levels.append((owner, marker))
    owner = levels[depth][0]
    levels[depth] = (owner, marker)
    owner.taken[marker] = owner.taken.get(marker, 0) + 1
    again = f"~{owner.taken[marker]}" if owner.taken[marker] > 1 else ""
    node = _Node(block, block.label or f"{owner.label}({marker}){again}")
    owner.items.append(node)
    return node


def _depth(levels: list[tuple[_Node, str]], marker: str) -> int:
    """Return at which level an item with this marker belongs: continuing a list, or opening one below."""
    opens_list = bool(levels) and levels[-1][0].items[-1].block.text.endswith(":")
    starts = marker in FIRST_MARKERS
    if starts and opens_list:
        return min(len(levels), _DEEPEST)
    for depth in range(len(levels) - 1, -1, -1):
        if follows(marker, levels[depth][1]):
            return depth
    for depth in range(len(levels) - 1, -1, -1):
        if styles(levels[depth][1]) & styles(marker):
            return depth
    return min(len(levels), _DEEPEST)


def _freeze(node: _Node, note_of: NoteOf, language: str) -> Paragraph:
    notes = _placed(node.block, note_of)  # before those of its items, which stand below it
    items = tuple([_freeze(item, note_of, language) for item in node.items]) if node.items else ()
    return _paragraph(node.block, notes, language, items, node.above, node.below)


def _placed(block: Block, note_of: NoteOf) -> tuple[Footnote, ...]:
    if not block.marks:
        return ()
    placed = [note_of(number, block.label, offset) for offset, number in block.marks]
    return tuple([note for note in placed if note is not None])


def _paragraph(
    block: Block,
    notes: tuple[Footnote, ...],
    language: str,
    items: tuple[Paragraph, ...] = (),
    above: tuple[Heading | Table, ...] = (),
    below: tuple[Heading | Table, ...] = (),
) -> Paragraph:
    opener, italics = block.opener, block.italics
    if opener is None:
        opener, italics = split_opener(block.text, italics, language) if block.kind != "item" else ((), italics)
    return _made(block.label, block.number, block.marker, block.text, opener, italics, notes, items, above, below)


def split_opener(text: str, italics: tuple[Span, ...], language: str) -> tuple[tuple[Span, ...], tuple[Span, ...]]:
    """Tell the italics that make the opener from the others.

    The opener is in italics at the start; in German a separable verb has a second half
    in italics ("fordert … auf"), which no title of a publication can be.

    >>> split_opener("fordert alle auf, Treaty Series", ((0, 7), (13, 16), (18, 31)), "de")
    (((0, 7), (13, 16)), ((18, 31),))
    """
    if not italics or italics[0][0] != 0:
        return (), italics
    first = italics[0]
    if language == "de" and len(italics) > 1:
        verb = text[slice(*first)]
        start, end = italics[1]
        if is_second_half(verb, text[start:end]):
            return (first, italics[1]), italics[2:]
    return (first,), italics[1:]
