"""Puts paragraphs together: what all readers share.

A reader turns its source into a list of :class:`Block`; here they get their labels, sub-paragraphs go to the paragraphs
above them, openers are told from other italics, and footnotes go to the paragraphs that carry their marks.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field, replace
from functools import partial
from typing import Any, Literal

from resolutionkit.document.grammar.final_marks import INTRODUCES
from resolutionkit.document.grammar.numerals import FIRST_MARKERS, follows, roman, styles
from resolutionkit.document.grammar.openers import is_second_half
from resolutionkit.document.model import Annex, Footnote, Heading, Paragraph, Resolution, Span, Table

Kind = Literal["paragraph", "preambular", "item", "text", "heading", "table"]
"""What a block is; "preambular" is a preambular paragraph inside a section of the operative part."""
NoteOf = Callable[[int, str, int], Footnote | None]  # (number, label, offset) -> the footnote with that number, placed


@dataclass(slots=True, eq=False)
class Block:
    """A piece of text as it stands between two others in a source, on its way to be a paragraph."""

    kind: Kind
    text: str = ""
    number: int | None = None
    marker: str | None = None
    italics: tuple[Span, ...] = ()
    opener: tuple[Span, ...] | None = None  # known already, or None: then leading italics are the opener
    marks: tuple[tuple[int, int], ...] = ()  # (offset, number of the footnote) in order
    level: int = 1  # of a heading
    rows: tuple[tuple[str, ...], ...] = ()  # of a table
    label: str = ""  # known already, or "": then it is counted
    line: int = 0  # of the source, from 1
    above: tuple[Heading | Table, ...] = ()
    below: tuple[Heading | Table, ...] = ()
    items: list["Block"] = field(default_factory=list)  # its sub-paragraphs, and the text that continues it

    def begin_with(self, words: str, *, instead_of: int = 0) -> None:
        """Put words in the place of the first characters; italics and marks behind them move along."""
        by = len(words) - instead_of
        self.text = words + self.text[instead_of:]
        self.italics = tuple((max(a + by, 0), b + by) for a, b in self.italics if b + by > 0)
        self.marks = tuple((max(at + by, 0), number) for at, number in self.marks)
        self.opener = None


Joined = list[tuple[Block, list[str]]]
"""Blocks in the making, each with the pieces of its text and what stands between them; a table has none."""


def whole_blocks(joined: Joined) -> list[Block]:
    """Return the blocks, each with its whole text."""
    for block, pieces in joined:
        block.text = "".join(pieces) or block.text
    return [block for block, _pieces in joined]


def build_paragraphs(part: str, blocks: Iterable[Block], note_of: NoteOf, language: str) -> tuple[Paragraph, ...]:
    """Return the paragraphs PP1, PP2 … or OP1, OP2 … with their sub-paragraphs.

    Where numbers start again in a section, its labels begin with the section: "II.OP1".
    An operative paragraph without a number that follows a numbered one continues it: "OP5/2".
    """
    top = _Tree("PP" if part == "preamble" else "OP", list(blocks)).top
    return tuple([_paragraph(block, note_of, language) for block in top])


def build_annexes(annexes: Iterable[tuple[str, list[Block]]], note_of: NoteOf) -> tuple[Annex, ...]:
    """Return annexes by their headings; what stands before their paragraphs is part of these, with labels such as "annex/1"."""
    made: list[Annex] = []
    stems: Counter[str] = Counter()
    for heading, blocks in annexes:
        stem = heading.lower().replace(" ", "-")
        stems[stem] += 1
        if (times := stems[stem]) > 1:  # three annexes, each of which is called "Annex"
            stem = f"{stem}~{times}"
        paragraphs = []
        for place, block in enumerate(blocks, start=1):
            if block.kind == "table":
                block.text = " ".join(" / ".join(" | ".join(row) for row in block.rows).split())
            elif block.number is not None or block.marker:
                block.begin_with(f"({block.marker}) " if block.number is None else f"{block.number}. ")
            label = f"{stem}/{place}"
            notes = tuple(filter(None, (note_of(number, label, at) for at, number in block.marks)))
            paragraphs.append(Paragraph(label, text=block.text, italics=block.italics, footnotes=notes))
        made.append(Annex(heading, tuple(paragraphs)))
    return tuple(made)


_DEEPEST = 4  # levels of sub-paragraphs below the first; resolutions have two


class _Tree:
    """Gives every block its label and its place: a paragraph of its own, or below one."""

    def __init__(self, part: Literal["PP", "OP"], blocks: list[Block]) -> None:
        self.part = part
        self.top: list[Block] = []
        numbers = [b.number for b in blocks if b.number is not None] if part == "OP" else []
        self.numbers = frozenset(numbers)
        self.restarts = len(numbers) > len(self.numbers)
        self.last_number = 0
        self.begun = False  # whether an operative paragraph stands there already
        self.section, self.sections = "", 1
        self.lists: list[tuple[Block, str]] = []
        """The lists that are open: (whose sub-paragraphs they are, marker of the last one)."""
        self.above: list[Heading | Table] = []  # headings and tables that wait for the paragraph below them
        self.counts: defaultdict[str, int] = defaultdict(int)
        self.labels: defaultdict[str, int] = defaultdict(int)
        for block in blocks:
            self._add(block)
        if self.above and self.top:
            self.top[-1].below = tuple(self.above)
        elif self.above:  # headings and nothing else: nothing may be lost
            self.top.append(Block("text", label=f"{self.section}{part}1", above=tuple(self.above)))

    def _add(self, block: Block) -> None:
        if block.kind in ("heading", "table"):
            self.above.append(Table(block.rows) if block.kind == "table" else Heading(block.text, block.level))
            if self.restarts and block.kind == "heading" and (numeral := re.match(r"[IVX]+\b", block.text)):
                self.section = f"{numeral[0]}."
            return
        if block.kind == "item" and self.top:
            self._add_item(block)
        elif block.kind == "text" and self.numbers and self.top and self.top[-1].kind != "preambular":
            self._add_below(self.top[-1], block, "", f"{self.top[-1].label}/")
            self.lists.clear()
        else:
            self._add_paragraph(block)
        block.above, self.above = tuple(self.above), []

    def _add_paragraph(self, block: Block) -> None:
        if block.kind == "preambular" and not self.section:
            self.section = "I."
        name = self._name(block)
        self.begun = self.begun or block.kind != "preambular"
        label = self.section + name
        while label in self.labels:
            if block.number and block.number != 1 and not self.section:  # a slip of the counting, no new section
                self.labels[label] += 1
                label = f"{label}~{self.labels[label]}"
                break
            self.sections += 1
            self.section = f"{roman(self.sections).upper()}."
            label = self.section + name
        block.label = block.label or label
        self.labels[block.label] += 1
        self.top.append(block)
        self.lists.clear()

    def _name(self, block: Block) -> str:
        """The label of a paragraph in its section."""
        part = "PP" if block.kind == "preambular" else self.part
        self.counts[self.section + part] += 1
        if part == "PP":
            return f"PP{self.counts[self.section + part]}"
        if block.number is not None:
            self.last_number = block.number
            return f"OP{block.number}"
        if not self.numbers:
            return f"OP{self.counts[self.section + part]}"
        if block.kind == "paragraph":  # it has lost its number
            if self.last_number + 1 in self.numbers:
                return f"OP{self.last_number}+"
            self.last_number += 1
            return f"OP{self.last_number}"
        # "Adopts the following declaration:" before the numbered paragraphs of that declaration
        return f"OP{self.counts[self.section + part] if self.begun else 0}"

    def _add_item(self, block: Block) -> None:
        marker = block.marker or ""
        depth = self._depth(marker)
        last = self.lists[-1][0].items[-1] if self.lists else self.top[-1]
        owner = self.lists[depth][0] if depth < len(self.lists) else last
        self.lists[depth:] = [(owner, marker)]
        self._add_below(owner, block, f"{owner.label}({marker})", f"{owner.label}({marker})~")

    def _add_below(self, owner: Block, block: Block, label: str, again: str) -> None:
        """Put a block below another one; the second of a kind, and all that follow, are counted behind ``again``."""
        count = self.labels[again] = self.labels[again] + 1 if again in self.labels else 2 - bool(label)
        block.label = block.label or (label if count == 1 else f"{again}{count}")
        owner.items.append(block)

    def _depth(self, marker: str) -> int:
        """Return at which level an item with this marker belongs: continuing a list, or opening one below."""
        below = min(len(self.lists), _DEEPEST)
        if marker in FIRST_MARKERS and self.lists and self.lists[-1][0].items[-1].text.endswith(INTRODUCES):
            return below
        depths = range(len(self.lists) - 1, -1, -1)
        for depth in depths:
            if follows(marker, self.lists[depth][1]):
                return depth
        return next((depth for depth in depths if styles(self.lists[depth][1]) & styles(marker)), below)


def _paragraph(block: Block, note_of: NoteOf, language: str) -> Paragraph:
    opener, italics = block.opener or (), block.italics
    if block.opener is None and block.kind != "item":
        opener, italics = split_opener(block.text, italics, language)
    notes = tuple([note for offset, number in block.marks if (note := note_of(number, block.label, offset))])
    items = tuple([_paragraph(item, note_of, language) for item in block.items])
    own = (block.label, block.number, block.marker, block.text)
    return Paragraph(*own, opener, italics, notes, items, block.above, block.below)


def split_opener(text: str, italics: tuple[Span, ...], language: str) -> tuple[tuple[Span, ...], tuple[Span, ...]]:
    """Tell the italics that make the opener from the others.

    The opener is in italics at the start; in German a separable verb has a second half
    in italics ("fordert … auf"), which no title of a publication can be.

    >>> split_opener("fordert alle auf, Treaty Series", ((0, 7), (13, 16), (18, 31)), "de")
    (((0, 7), (13, 16)), ((18, 31),))
    """
    if not italics or italics[0][0] != 0:
        return (), italics
    halves = 2 if language == "de" and len(italics) > 1 and is_second_half(*(text[a:b] for a, b in italics[:2])) else 1
    return italics[:halves], italics[halves:]


def join_parts(whole: Resolution, parts: Sequence[Resolution], letters: Iterable[str]) -> Resolution:
    """Return the composite resolution; ``whole`` says what stands above its parts."""
    lettered = tuple(map(partial(_as_part, whole.symbol), letters, parts))
    dated = replace(whole, adopted=whole.adopted or parts[0].adopted, meeting=whole.meeting or parts[-1].meeting)
    assumed = sum((part.assumptions for part in lettered), whole.assumptions)
    return replace(dated, organ=parts[0].organ, organ_comma=parts[0].organ_comma, parts=lettered, assumptions=assumed)


def _as_part(symbol: str, letter: str, part: Resolution) -> Resolution:
    """Give the paragraphs of part B the labels B.PP1, B.OP1 … and the part the symbol of the whole with its letter."""
    labels = {p.label: f"{letter}.{p.label}" for p in part.paragraphs}
    names = ("preamble", "operative", "footnotes", "items", "assumptions")

    def inside(each: Any) -> dict[str, Any]:
        return {name: tuple(map(relabel, getattr(each, name))) for name in names if hasattr(each, name)}

    def relabel(each: Any) -> Any:
        return replace(each, label=labels.get(each.label, each.label), **inside(each))

    return replace(part, symbol=f"{re.sub(' [A-Z].*', '', symbol)} {letter}".strip(), **inside(part))
