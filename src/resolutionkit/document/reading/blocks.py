"""Turns lines into blocks of text: joins hard-wrapped lines, keeps what begins a paragraph apart."""

import re
import sys
from bisect import bisect
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from itertools import pairwise

from resolutionkit.document.grammar.final_marks import INTRODUCES, LAST, PREAMBULAR, final_mark
from resolutionkit.document.grammar.openers import opens_paragraph, opens_preamble
from resolutionkit.document.reading import line_forms
from resolutionkit.document.reading.assemble import Block, Joined, whole_blocks
from resolutionkit.document.reading.hyphens import go_on, vocabulary
from resolutionkit.document.reading.line_forms import (
    WHEREAS,
    bare_of,
    either_case,
    is_organ_line,
    item_at,
    marker_at,
    marker_rows,
    number_at,
    stands_alone,
)
from resolutionkit.document.reading.markdown import read_inline
from resolutionkit.document.reading.source import Source

_TABLE_ROW = re.compile(r"\|.*\|")
_TABLE_RULE = re.compile(r"[|\s:-]+")
_CELL = re.compile(r"(?<!\\)\|")  # what parts the cells of a row "| State | Share |"; a bar behind a backslash is text
_LINES_OF_A_HEAD = 10
_NEARLY_ALL = 0.7  # of the lines between two gaps
_WIDEST = 240  # characters: no page is wider
_NEARLY_FULL, _FULL, _VERY_FULL = 0.75, 0.85, 0.95
"""Of the width of a page: a line as long as that has no room for the next word."""


@dataclass(frozen=True, slots=True)
class Layout:
    """How a whole text is laid out."""

    parted: bool  # blank lines stand between its paragraphs
    endless: bool  # lines are longer than any page is wide: where one is broken, that was not for want of room
    one_a_line: bool  # each line holds a paragraph: no page is as wide as its longest lines
    spaced: bool  # blank lines stand between all its lines, those of one paragraph included
    width: int  # of nearly all lines, in characters


def layout_of(lines: list[str], language: str) -> Layout:
    """Tell how a text is laid out."""
    lengths = sorted(len(line) for line in lines if line)
    # Most lines fill the width of a page; where a browser joined some lines, they are longer than that.
    filled = [bisect(lengths, length) - bisect(lengths, _FULL * length) for length in lengths]
    width = max(zip(filled, lengths, strict=True), default=(0, 0))[1]
    pairs = [(a, b) for a, b in pairwise(lines) if a]
    parted = sum(1 for _, b in pairs if not b)
    many = parted >= 4 and len(lengths) < 12 * parted  # more lines than that between two blank ones is a page
    spaced = False
    if parted == len(pairs) and len(lengths) > 20 and lengths[-1] < 130:
        cut = [len(line) for line in lines if line and not final_mark(line)]
        full = sum(length > _NEARLY_FULL * width for length in cut)
        spaced = len(cut) > 0.35 * len(lengths) and full > 0.7 * len(cut)
    whole = bool(lengths) and not many and not any(breaks_off(a, b, language) for a, b in pairs if b)
    endless = bool(lengths) and lengths[-1] > _WIDEST and not _is_page(lines, width)
    return Layout(many and not spaced, endless, whole or (endless and not many), spaced, width)


def _is_page(lines: list[str], width: int) -> bool:
    """Whether many lines are as wide as a page and end in mid-sentence, although a few are much longer."""
    if width >= _WIDEST // 2:
        return False
    cut = sum(_FULL * width < len(line) <= width and not final_mark(line) for line in lines)
    return cut > max(8, sum(map(bool, lines)) // 5)


def breaks_off(line: str, following: str, language: str) -> bool:
    """Whether a line ends in mid-sentence and the next one goes on with it: then lines were wrapped."""
    if final_mark(line) or is_organ_line(line) or stands_alone(following):
        return False
    return not (number_at(following) or item_at(following) or opens_paragraph(bare_of(following), language))


def to_blocks(source: Source) -> list[Block]:
    """Join the lines of each paragraph; blank lines always part, other lines where a paragraph begins.

    >>> [block.text for block in to_blocks(Source.of("Urges\\nStates;\\n\\nDecides.", "en"))]
    ['Urges States;', 'Decides.']
    """
    joiner = _Joiner(source)
    for group in _groups(source.lines, joiner.layout):
        joiner.add(group)
    return whole_blocks(joiner.joined)


def _groups(lines: Sequence[str], layout: Layout) -> Iterator[list[tuple[int, str]]]:
    """The lines between two gaps, each with its place; the rows of a table are a group of their own."""
    group: list[tuple[int, str]] = []
    in_table = False
    for i, line in enumerate(lines):
        if not line and layout.spaced:
            continue
        is_row = line[:1] == "|"
        if group and (not line or is_row != in_table or (layout.one_a_line and not is_row)):
            yield group
            group = []
        if line:
            group.append((i, line))
            in_table = is_row
    if group:
        yield group


class _Joiner:
    """Joins the lines between two gaps of a text to blocks."""

    def __init__(self, source: Source) -> None:
        self.source = source
        self.words = cache(lambda: vocabulary(source.lines))
        self.layout = layout_of(source.lines, source.language)
        if source.whole:
            self.layout = replace(self.layout, parted=False, one_a_line=False, spaced=False)
        self.joined: Joined = []
        self.in_body = not any(line and is_organ_line(line) for line in source.lines)
        """Whether paragraphs may begin: below the organ line, or where there is none."""
        self.numbered = False
        """Whether numbered paragraphs have begun in this group: below them no line opens the preamble."""
        self.ended = False
        """Whether nearly all lines of this group end as paragraphs do."""

    def add(self, group: list[tuple[int, str]]) -> None:
        """Add the lines of one group, each with its place in the source."""
        if group[0][1][0] == "|" and all(_TABLE_ROW.fullmatch(text) for _, text in group):
            self._add_table(group)
            return
        self.numbered = False
        if len(group) > 1:
            texts = [text for _, text in group]
            width = sys.maxsize if self.layout.endless else min(self.layout.width, max(map(len, texts)))
            loose = len(texts[0]) > 50 and not line_forms.TITLE.match(texts[0]) and not any(map(is_organ_line, texts))
            sure = sure_markers(texts)
            self.ended = sum(map(bool, map(final_mark, texts))) > _NEARLY_ALL * len(texts)
        for i, (at, text) in enumerate(group):
            if i and i not in sure and not self._begins(text, width, len(group), loose=loose):
                between, sides = go_on(self.joined[-1][1], text, self.words)
                if not between:
                    self.source.assume("hyphen", at, sides)
            else:
                self.numbered = (self.numbered and not stands_alone(text)) or number_at(text) is not None
                self.joined.append((Block("text", text, line=self.source.numbers[at]), [text]))
            self.in_body = self.in_body or is_organ_line(text) is not None

    def _add_table(self, group: list[tuple[int, str]]) -> None:
        lines = [line for _, line in group if not _TABLE_RULE.fullmatch(line)]
        cells = [[cell.strip() for cell in _CELL.split(line)[1:-1]] for line in lines]
        rows = tuple(tuple(read_inline(cell, ()).text for cell in row) for row in cells)
        text = " / ".join(" | ".join(row) for row in cells)  # where no table can stand, as on a cover page
        self.joined.append((Block("table", text, rows=rows, line=self.source.numbers[group[0][0]]), []))

    def _begins(self, text: str, width: int, size: int, *, loose: bool) -> bool:
        """Say whether a line begins a block, given those before it in its group of ``size`` lines."""
        pieces, language = self.joined[-1][1], self.source.language
        start, previous = pieces[0], pieces[-1]
        if not self.in_body and line_forms.TITLE.match(start) and not stands_alone(text):
            return False
        needed = len(previous) + len(text.split(" ", 1)[0]) + 1
        full = needed > (_NEARLY_FULL if self.layout.parted else _FULL) * width
        if self.in_body and not full and ((not self.layout.parted and size > 3) or marker_at(text)):
            return True
        ended_note = previous[-1:] == LAST and line_forms.NOTE_BODY.match(start)
        if ended_note and (needed < _VERY_FULL * width or _is_no_note(text, previous, language)):
            return True
        closed = line_forms.CLOSING.fullmatch(previous.strip("*_ ")) or line_forms.HEADING.match(previous)
        if closed or is_organ_line(previous) or stands_alone(text):
            return True
        if not (self.in_body or loose):
            return not (line_forms.TITLE.match(previous) or previous.startswith("["))
        in_head = len(self.joined) < _LINES_OF_A_HEAD and any(map(line_forms.LABELLED.fullmatch, (previous, text)))
        if in_head and not opens_paragraph(start, language):
            return True
        return self._begins_paragraph(text, previous, wrapped=full and self.layout.parted)

    def _begins_paragraph(self, text: str, previous: str, *, wrapped: bool) -> bool:
        ends, language = final_mark(previous), self.source.language
        if number := number_at(text):
            return bool(ends) or opens_paragraph(bare_of(text[number.end() :]), language)
        if item_at(text) or (line_forms.DOTTED_ITEM.match(text) and ends == INTRODUCES):
            marked = ends and not line_forms.abbreviates(previous)  # "(Vol. | II) and"
            return bool(marked) or line_forms.suspended(previous)
        bare = bare_of(text)
        after_comma = self.layout.endless and ends == PREAMBULAR  # no line was broken for want of room
        wrapped = wrapped and text[0] not in "*_" and not self.ended  # italics at the beginning of a line are an opener
        opens = opens_paragraph(bare, language, after_comma=after_comma)
        if self.ended and not opens:
            opens = WHEREAS.match(bare) is not None or opens_paragraph(either_case(text)[1], language)
        if not ends or wrapped or not opens:
            return False
        return not (self.numbered and opens_preamble(bare, language))


def _is_no_note(text: str, previous: str, language: str) -> bool:
    """Whether a line behind the full stop of a footnote is the text of the next page: it goes on in mid-sentence, or opens a paragraph."""
    if text[:1].islower():
        return not line_forms.abbreviates(previous)
    return bool(number_at(text) or (language == "en" and opens_paragraph(text, language)))


def sure_markers(texts: Sequence[str]) -> set[int]:
    """Which texts begin a sub-paragraph whatever stands before them: their markers follow each other."""
    rows = marker_rows(marker_at(text) or (None if number_at(text) else "") for text in texts)
    return {i for row in rows if len(row) > 1 for i in row}
