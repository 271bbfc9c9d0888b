"""Turns lines into blocks of text: joins hard-wrapped lines, keeps what begins a paragraph apart."""

from __future__ import annotations

import re
import sys
from bisect import bisect
from collections.abc import Set
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import pairwise

from resolutionkit.document.grammar.dates import MONTH
from resolutionkit.document.grammar.final_marks import INTRODUCES, LAST, PREAMBULAR, final_mark
from resolutionkit.document.grammar.numerals import FIRST_MARKERS, follows
from resolutionkit.document.grammar.openers import opens_paragraph, opens_preamble
from resolutionkit.document.reading.assemble import Block
from resolutionkit.document.reading.front_matter import ANNEX, ANY_ORGAN_LINE, CLOSING, LABELLED, ORGAN_LINE, TITLE
from resolutionkit.document.reading.hyphens import joint, vocabulary
from resolutionkit.document.reading.markdown import SUPERSCRIPTS, read_inline
from resolutionkit.document.reading.source import Source

NUMBERED = re.compile(
    r"(?:\*\*|__)?(?P<number>\d{1,3})(?:\ ?(?P<bis>bis|ter|quater|quinquies|alt)(?:\ \d)?\.?|\.\)?|\))(?:\*\*|__)?[ ]+(?=\S)"
)
ITEM = re.compile(r"[(\[]?(?P<marker>[a-z]{1,2}|[ivxl]{1,6}|[IVX]{2,5}|[A-Z]|\d{1,2})\)[ ]+(?=\S)")
TABLE_ROW = re.compile(r"\|.*\|")
_TABLE_RULE = re.compile(r"[|\s:-]+")
DOTTED_ITEM = re.compile(r"(?P<marker>[a-z]|[ivxl]{2,5})\.[ ]+(?=\S)")
HEADING = re.compile(r"(?P<level>#{1,6})[ ]+(?=\S)")
NOTE_BODY = re.compile(
    rf"(?P<super>[{SUPERSCRIPTS}]{{1,3}})(?![{SUPERSCRIPTS}])[ ]*(?=\S)|\[\^(?P<markdown>\d{{1,3}})\]:[ ]*(?=\S)"
)


def number_at(text: str) -> re.Match[str] | None:
    """Match the number of an operative paragraph at the start of a block, unless it is the day of a date.

    >>> number_at("3. Urges")["number"], number_at("15. Oktober 1996, in der")
    ('3', None)
    """
    if not text[:1].isdigit() and text[:2] not in ("**", "__"):
        return None
    match = NUMBERED.match(text)
    return None if match and MONTH.match(text, match.end()) else match


def item_at(text: str) -> re.Match[str] | None:
    """Match the marker of a sub-paragraph at the start of a block: "(a) ", "a) ", "(ii) ".

    >>> item_at("(a) To act")["marker"], item_at("a) zu handeln")["marker"], item_at("A boy")
    ('a', 'a', None)
    """
    return ITEM.match(text) if ")" in text[:9] else None


def is_organ_line(text: str) -> re.Match[str] | None:
    """Match the organ line, "The General Assembly,", whatever marks its italics."""
    return ORGAN_LINE.fullmatch(unmarked(text).rstrip(":;.")) if len(text) < 90 else None


def unmarked(text: str) -> str:
    """Return a line without the signs of italics and headings.

    >>> unmarked("# *The General Assembly*,")
    'The General Assembly,'
    """
    return text.replace("*", "").replace("_", "").strip("# ")


def bare_of(text: str) -> str:
    """Return a text without what may stand before its first word: stars of italics, brackets of a negotiating text.

    >>> bare_of("[*Urges* all States")
    'Urges* all States'
    """
    return text.lstrip("*_[ ")


def stands_alone(text: str) -> bool:
    """Say whether a line is one of those that are no paragraph: organ, title, closing, annex, heading, footnote."""
    first = text[:1]
    if first.isdecimal():  # superscripts are digits as well
        return bool(TITLE.match(text) or CLOSING.fullmatch(text))
    if first in "#[" or first in SUPERSCRIPTS:
        return bool(HEADING.match(text) or NOTE_BODY.match(text))
    if len(text) > 95:
        return False
    bare = text.strip("*_ ")
    return any(form.fullmatch(bare) for form in (CLOSING, ANNEX, ORGAN_LINE, ANY_ORGAN_LINE))


@dataclass(frozen=True, slots=True)
class Layout:
    """How a whole text is laid out."""

    parted: bool
    """Blank lines stand between its paragraphs."""
    endless: bool
    """Its lines are longer than any page is wide: where it breaks a line, it does not do so for want of room."""
    one_a_line: bool
    """Each line holds a paragraph: no page is as wide as its longest lines."""
    spaced: bool
    """Blank lines stand between all its lines, those of one paragraph included."""
    width: int
    """Of nearly all lines, in characters."""


_LINES_OF_A_HEAD = 10
_WIDEST = 240
"""Characters: no page is wider."""
_NEARLY_FULL, _FULL, _VERY_FULL = 0.75, 0.85, 0.95
"""Of the width of a page: a line as long as that has no room for the next word."""


def layout_of(lines: list[str], language: str) -> Layout:
    """Tell how a text is laid out.

    >>> layout_of(["1. Urges all States to act;", "2. Decides to rest."], "en").one_a_line
    True
    """
    lengths = sorted(len(line) for line in lines if line)
    width = _usual_width(lengths)
    pairs = [(a, b) for a, b in pairwise(lines) if a]
    parted = sum(1 for _, b in pairs if not b)
    many = parted >= 4 and len(lengths) < 12 * parted  # more lines than that between two blank ones is a page
    spaced = False
    if parted == len(pairs) and len(lengths) > 20 and lengths[-1] < 130:
        cut = [len(line) for line in lines if line and not final_mark(line)]
        full = sum(length > _NEARLY_FULL * width for length in cut)
        spaced = len(cut) > 0.35 * len(lengths) and full > 0.7 * len(cut)
    whole = bool(lengths) and not many and not any(_breaks_off(a, b, language) for a, b in pairs if b)
    endless = bool(lengths) and lengths[-1] > _WIDEST and not _is_page(lines, width)
    return Layout(many and not spaced, endless, whole or (endless and not many), spaced, width)


def _usual_width(lengths: list[int]) -> int:
    """The width of a page that most lines fill; where a browser joined some lines, they are longer than that."""
    filled = [bisect(lengths, length) - bisect(lengths, _FULL * length) for length in lengths]
    return max(zip(filled, lengths, strict=True), default=(0, 0))[1]


def _is_page(lines: list[str], width: int) -> bool:
    """Whether many lines are as wide as a page and end in mid-sentence, although a few are much longer."""
    cut = sum(_FULL * width < len(line) <= width and not final_mark(line) for line in lines)
    return width < _WIDEST // 2 and cut > max(8, sum(map(bool, lines)) // 5)


def _breaks_off(line: str, following: str, language: str) -> bool:
    """Say whether a line ends in mid-sentence and the next one goes on with it: then lines were wrapped."""
    if final_mark(line) or is_organ_line(line) or stands_alone(following):
        return False
    bare = bare_of(following)
    return not (number_at(following) or item_at(following) or opens_paragraph(bare, language))


def to_blocks(source: Source) -> list[Block]:
    """Join the lines of each paragraph; blank lines always part, other lines where a paragraph begins.

    >>> [block.text for block in to_blocks(Source.of("Urges\\nStates;\\n\\nDecides.", "en"))]
    ['Urges States;', 'Decides.']
    """
    joiner = _Joiner(source)
    layout = joiner.layout
    group: list[tuple[int, str]] = []
    for i, line in enumerate(source.lines):
        if line:
            if group and (line[0] == "|") != (group[-1][1][0] == "|"):
                joiner.add(group)
                group = []
            group.append((i, line))
            if not layout.one_a_line or line[0] == "|":
                continue
        elif layout.spaced:
            continue
        joiner.add(group)
        group = []
    joiner.add(group)
    return joiner.blocks


class _Joiner:
    """Joins the lines between two gaps of a text to blocks."""

    def __init__(self, source: Source) -> None:
        self.source = source
        self.layout = layout_of(source.lines, source.language)
        if source.whole:
            self.layout = replace(self.layout, parted=False, one_a_line=False, spaced=False)
        self.blocks: list[Block] = []
        self.in_body = not any(line and is_organ_line(line) for line in source.lines)
        """Whether paragraphs may begin: below the organ line, or where there is none."""
        self.pieces: list[str] = []
        """Of the block that is being joined, with what stands between them."""
        self.previous = ""
        """The line before, in the same group."""
        self.numbered = False
        """Whether numbered paragraphs have begun in this group: below them no line opens the preamble."""

    @cached_property
    def words(self) -> Set[str]:
        return vocabulary(self.source.lines)

    def add(self, group: list[tuple[int, str]]) -> None:
        """Add the lines of one group, each with its place in the source."""
        if group and group[0][1][0] == "|" and all(TABLE_ROW.fullmatch(text) for _, text in group):
            self._add_table(group)
        elif len(group) > 1:
            self.previous, self.numbered = "", False
            width = sys.maxsize if self.layout.endless else min(self.layout.width, max(len(text) for _, text in group))
            organ_here = any(is_organ_line(text) for _, text in group)
            loose = not organ_here and not TITLE.match(group[0][1]) and len(group[0][1]) > 50
            sure = _lists([text for _, text in group])
            for i, (at, text) in enumerate(group):
                if not self.pieces or i in sure or self._begins(text, width, len(group), loose=loose):
                    self._close()
                    self.numbered = (self.numbered and not stands_alone(text)) or number_at(text) is not None
                    self._open(at, text)
                else:
                    self._join(at, text)
                self.in_body = self.in_body or is_organ_line(text) is not None
                self.previous = text
            self._close()
        elif group:
            self._open(*group[0])
            self._close()
            self.in_body = self.in_body or is_organ_line(group[0][1]) is not None

    def _add_table(self, group: list[tuple[int, str]]) -> None:
        cells = [_cells(text) for _, text in group if not _TABLE_RULE.fullmatch(text)]
        rows = tuple(tuple(read_inline(cell, ()).text for cell in row) for row in cells)
        text = " / ".join(" | ".join(row) for row in cells)  # where no table can stand, as on a cover page
        self.blocks.append(Block("table", text, rows=rows, line=self.source.numbers[group[0][0]]))

    def _open(self, at: int, text: str) -> None:
        self.blocks.append(Block("text", text, line=self.source.numbers[at]))
        self.pieces = [text]

    def _close(self) -> None:
        if len(self.pieces) > 1:
            self.blocks[-1].text = "".join(self.pieces)
        self.pieces = []

    def _join(self, at: int, text: str) -> None:
        end, between = joint(self.previous, text, lambda: self.words)
        if not between:
            self.source.assume("hyphen", at, f"{self.previous.rsplit(' ', 1)[-1]} | {text.split(' ', 1)[0]}")
        self.pieces[-1] = self.pieces[-1][: len(self.pieces[-1]) - (len(self.previous) - len(end))]
        self.pieces += [between, text]

    def _begins(self, text: str, width: int, size: int, *, loose: bool) -> bool:
        """Say whether a line begins a block, given those before it in its group of ``size`` lines."""
        start, previous = self.pieces[0], self.previous
        if not self.in_body and TITLE.match(start) and not stands_alone(text):
            return False
        needed = len(previous) + len(text.split(" ", 1)[0]) + 1
        full = needed > (_NEARLY_FULL if self.layout.parted else _FULL) * width
        if self.in_body and not full and not self.layout.parted and size > 3:
            return True
        if self.in_body and not full and _marker_at(text):
            return True
        ended_note = previous[-1:] == LAST and NOTE_BODY.match(start)
        if ended_note and (needed < _VERY_FULL * width or _is_no_note(text, previous, self.source.language)):
            return True
        ended = is_organ_line(previous) or CLOSING.fullmatch(previous.strip("*_ ")) or HEADING.match(previous)
        if ended or stands_alone(text):
            return True
        if not (self.in_body or loose):
            return not (TITLE.match(previous) or previous.startswith("[") or not previous)
        in_head = len(self.blocks) < _LINES_OF_A_HEAD and LABELLED.fullmatch(previous)
        if in_head and not opens_paragraph(start, self.source.language):
            return True
        return self._begins_paragraph(text, wrapped=full and self.layout.parted)

    def _begins_paragraph(self, text: str, *, wrapped: bool) -> bool:
        ends, language = final_mark(self.previous), self.source.language
        if number := number_at(text):
            return bool(ends) or opens_paragraph(bare_of(text[number.end() :]), language)
        if item_at(text) or (DOTTED_ITEM.match(text) and ends == INTRODUCES):
            return bool(ends) or suspended(self.previous)
        bare = bare_of(text)
        after_comma = self.layout.endless and ends == PREAMBULAR  # no line was broken for want of room
        wrapped = wrapped and text[0] not in "*_"  # italics at the beginning of a line are an opener
        if not ends or wrapped or not opens_paragraph(bare, language, after_comma=after_comma):
            return False
        return not (self.numbered and opens_preamble(bare, language))


def _cells(row: str) -> list[str]:
    """The cells of a row "| State | Share |", markup and all; a bar behind a backslash is text."""
    return [cell.strip() for cell in re.split(r"(?<!\\)\|", row)[1:-1]]


ABBREVIATED = re.compile(r"\b(?:vols?|[Nn]os?|Nr|chap|sect|arts?|paras?|pp?|S|Bd|Abs|Ziff|Kap|Dok|cf|Vgl|Vol|ebd)\.$")


def _is_no_note(text: str, previous: str, language: str) -> bool:
    """Whether a line behind the full stop of a footnote is the text of the next page: it goes on in mid-sentence, or opens a paragraph."""
    if text[:1].islower():
        return not ABBREVIATED.search(previous[-8:])
    return bool(number_at(text) or (language == "en" and opens_paragraph(text, language)))


REFERS = re.compile(r"(?:above|below|oben|unten|of|and|or|und)\b")


def _marker_at(line: str) -> str:
    """The marker with which a line begins; "(b) above" is none."""
    item = item_at(line)
    return item["marker"] if item and not REFERS.match(line, item.end()) else ""


def _lists(lines: list[str]) -> set[int]:
    """Which lines surely begin sub-paragraphs: their markers follow each other, from a first one on."""
    found = [(i, marker) for i, line in enumerate(lines) if (marker := _marker_at(line))]
    rows = [(i, j, one in FIRST_MARKERS) for (i, one), (j, other) in pairwise(found) if follows(other, one)]
    return {place for i, j, is_first in rows for place in ((i, j) if is_first else (j,))}


_AND = re.compile(r"(?<!\)) (?:and|or|und|oder)$")


def suspended(text: str) -> bool:
    """Say whether a text ends as the last but one sub-paragraph may: "… and". "Subparagraphs (d) and" goes on with (e).

    >>> suspended("To act and"), suspended("as in (d) and")
    (True, False)
    """
    return _AND.search(text[-9:]) is not None
