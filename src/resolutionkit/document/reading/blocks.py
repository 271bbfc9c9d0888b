"""Turns lines into blocks of text: joins hard-wrapped lines, keeps what begins a paragraph apart."""

from __future__ import annotations

import re
from bisect import bisect
from collections.abc import Callable, Set
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

from resolutionkit.document.grammar.final_marks import final_mark
from resolutionkit.document.grammar.openers import opens_paragraph, opens_preamble
from resolutionkit.document.model import Assumption
from resolutionkit.document.reading.front_matter import ANNEX, ANY_ORGAN_LINE, CLOSING, ORGAN_LINE, TITLE
from resolutionkit.document.reading.hyphens import joint, vocabulary
from resolutionkit.document.reading.markdown import SUPERSCRIPTS

NUMBERED = re.compile(r"(?:\*\*|__)?(?P<number>\d{1,3})(?:\.\)?|\))(?:\*\*|__)?[ ]+(?=\S)")
ITEM = re.compile(r"[(\[]?(?P<marker>[a-z]{1,2}|[ivxl]{1,6}|[A-Z]|\d{1,2})\)[ ]+(?=\S)")
DOTTED_ITEM = re.compile(r"(?P<marker>[a-z]|[ivxl]{2,5})\.[ ]+(?=\S)")
HEADING = re.compile(r"(?P<level>#{1,6})[ ]+(?=\S)")
NOTE_BODY = re.compile(
    rf"(?P<super>[{SUPERSCRIPTS}]{{1,3}})(?![{SUPERSCRIPTS}])[ ]*(?=\S)|\[\^(?P<markdown>\d{{1,3}})\]:[ ]*(?=\S)"
)
MONTH = re.compile(
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December"
    r"|Januar|Februar|März|Mai|Juni|Juli|Oktober|Dezember)\b"
)


@dataclass(slots=True)
class Lines:
    """A block of text as it stands in the source, its lines joined."""

    text: str
    line: int
    """Number of its first line, from 1."""


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
    return (
        ORGAN_LINE.fullmatch(text.replace("*", "").replace("_", "").strip().rstrip(":;.")) if len(text) < 90 else None
    )


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
    return bool(
        CLOSING.fullmatch(bare) or ANNEX.fullmatch(bare) or ORGAN_LINE.fullmatch(bare) or ANY_ORGAN_LINE.fullmatch(bare)
    )


@dataclass(frozen=True, slots=True)
class Shape:
    """How a whole text is laid out."""

    parted: bool
    """Blank lines stand between its paragraphs."""
    one_a_line: bool
    """Each line holds a paragraph: no page is as wide as its longest lines."""
    spaced: bool
    """Blank lines stand between all its lines, those of one paragraph included."""
    width: int
    """Of nearly all lines, in characters."""


_WIDEST = 240


def _shape(lines: list[str], language: str) -> Shape:
    lengths = sorted(len(line) for line in lines if line)
    width = _usual_width(lengths)
    pairs = [(a, b) for a, b in pairwise(lines) if a]
    parted = sum(1 for _, b in pairs if not b)
    many = parted >= 4 and len(lengths) < 12 * parted  # more lines than that between two blank ones is a page
    spaced = False
    if parted == len(pairs) and len(lengths) > 20 and lengths[-1] < 130:
        cut = [line for line in lines if line and not final_mark(line)]
        spaced = len(cut) > 0.35 * len(lengths) and sum(len(line) > 0.75 * width for line in cut) > 0.7 * len(cut)
    whole = bool(lengths) and not many and not any(_breaks_off(a, b, language) for a, b in pairs if b)
    endless = bool(lengths) and lengths[-1] > _WIDEST and not _is_page(lines, width)
    return Shape(many and not spaced, bool(lengths) and (whole or endless), spaced, width)


def _usual_width(lengths: list[int]) -> int:
    """The width of a page that most lines fill; where a browser joined some lines, they are longer than that."""
    filled = [bisect(lengths, length) - bisect(lengths, 0.85 * length) for length in lengths]
    return max(zip(filled, lengths, strict=True), default=(0, 0))[1]


def _is_page(lines: list[str], width: int) -> bool:
    """Whether many lines are as wide as a page and end in mid-sentence, although a few are much longer."""
    cut = sum(0.85 * width < len(line) <= width and not final_mark(line) for line in lines)
    return width < _WIDEST // 2 and cut > max(8, sum(map(bool, lines)) // 5)


def _breaks_off(line: str, following: str, language: str) -> bool:
    """Say whether a line ends in mid-sentence and the next one goes on with it: then lines were wrapped."""
    if final_mark(line) or (is_organ_line(line) or stands_alone(following)):
        return False
    bare = following.lstrip("*_ ")
    return not (number_at(following) or item_at(following) or opens_paragraph(bare, language))


def to_blocks(lines: list[str], language: str, assumptions: list[Assumption]) -> list[Lines]:
    """Join the lines of each paragraph; blank lines always part, other lines where a paragraph begins."""
    blocks: list[Lines] = []
    group: list[tuple[int, str]] = []
    in_body = not any(line and is_organ_line(line) for line in lines)
    shape = _shape(lines, language)

    @cache
    def words() -> Set[str]:
        return vocabulary(lines)

    for number, line in enumerate([*lines, ""], start=1):
        if line and ("  " in line or not line.isprintable() or line[0] == " " or line[-1] == " "):
            line = " ".join(line.split())
        if line:
            group.append((number, line))
            if not shape.one_a_line:
                continue
        elif shape.spaced and number <= len(lines):
            continue
        if len(group) == 1:
            blocks.append(Lines(group[0][1], group[0][0]))
            in_body = in_body or bool(is_organ_line(group[0][1]))
        elif group:
            in_body = _split_group(group, blocks, language, assumptions, in_body, shape, words)
        group = []
    return blocks


def _split_group(
    group: list[tuple[int, str]],
    blocks: list[Lines],
    language: str,
    assumptions: list[Assumption],
    in_body: bool,
    shape: Shape,
    words: Callable[[], Set[str]],
) -> bool:
    width = max(len(text) for _, text in group)
    organ_here = any(is_organ_line(text) for _, text in group)
    loose = not organ_here and _looks_like_body(group)
    pieces: list[str] = []
    previous = ""
    numbered = False
    for number, text in group:
        needed = len(previous) + len(text.split(" ", 1)[0]) + 1
        full = needed > (0.75 if shape.parted else 0.85) * min(width, shape.width)
        wrapped = full and shape.parted
        title = not in_body and bool(pieces) and bool(TITLE.match(pieces[0])) and not stands_alone(text)
        ended = in_body and not full and not shape.parted and len(group) > 3
        ended = ended or (in_body and bool(pieces) and _next_item(pieces[0], text, full))
        if pieces and previous[-1:] == "." and NOTE_BODY.match(pieces[0]):
            ended = ended or needed < 0.95 * min(width, shape.width) or _is_no_note(text, previous, language)
        if not pieces or (
            not title and (ended or _begins(text, previous, language, in_body or loose, wrapped, numbered))
        ):
            numbered = (numbered and not stands_alone(text)) or number_at(text) is not None
            if pieces:
                blocks[-1].text = "".join(pieces)
            pieces = [text]
            blocks.append(Lines(text, number))
        else:
            end, between = joint(previous, text, words)
            if not between:
                assumptions.append(
                    Assumption("hyphen", number, "", f"{previous.rsplit(' ', 1)[-1]} | {text.split(' ', 1)[0]}")
                )
            pieces[-1] = pieces[-1][: len(pieces[-1]) - (len(previous) - len(end))]
            pieces += [between, text]
        in_body = in_body or bool(is_organ_line(text))
        previous = text
    blocks[-1].text = "".join(pieces)
    return in_body


_ABBREVIATED = re.compile(r"\b(?:vols?|[Nn]os?|Nr|chap|sect|arts?|paras?|pp?|S|Bd|Abs|Ziff|Kap|Dok|cf|Vgl|Vol|ebd)\.$")


def _is_no_note(text: str, previous: str, language: str) -> bool:
    """Whether a line behind the full stop of a footnote is the text of the next page: it goes on in mid-sentence, or opens a paragraph."""
    if text[:1].islower():
        return not _ABBREVIATED.search(previous[-8:])
    return bool(number_at(text) or (language == "en" and opens_paragraph(text, language)))


_ABOVE = re.compile(r"(?:above|below|oben|unten|of|and|or|und)\b")


def _next_item(start: str, text: str, full: bool) -> bool:
    """Whether a line begins the sub-paragraph that follows one that begins with ``start``; "(b) above" is no such line."""
    item, before = item_at(text), item_at(start)
    if item is None or _ABOVE.match(text, item.end()):
        return False
    return not full or (before is not None and ord(item["marker"][-1]) == ord(before["marker"][-1]) + 1)


_AND = re.compile(r"(?<!\)) (?:and|or|und|oder)$")


def suspended(text: str) -> bool:
    """Say whether a text ends as the last but one sub-paragraph may: "… and". "Subparagraphs (d) and" goes on with (e).

    >>> suspended("To act and"), suspended("as in (d) and")
    (True, False)
    """
    return _AND.search(text[-9:]) is not None


def _looks_like_body(group: list[tuple[int, str]]) -> bool:
    return not TITLE.match(group[0][1]) and len(group[0][1]) > 50


def _begins(text: str, previous: str, language: str, in_body: bool, wrapped: bool, numbered: bool) -> bool:
    """Say whether a line begins a block, given the line before it; below numbered paragraphs no line opens the preamble."""
    if (
        stands_alone(text)
        or is_organ_line(previous)
        or CLOSING.fullmatch(previous.strip("*_ "))
        or HEADING.match(previous)
    ):
        return True
    if not in_body:
        return not (TITLE.match(previous) or previous.startswith("[") or not previous)
    ends = final_mark(previous)
    if number_at(text):
        return bool(ends) or opens_paragraph(text[number_at(text).end() :].lstrip("*_ "), language)  # type: ignore[union-attr]  # it matched
    if item_at(text) or (DOTTED_ITEM.match(text) and ends == ":"):
        return bool(ends) or suspended(previous)
    bare = text.lstrip("*_ ")
    return (
        bool(ends)
        and not wrapped
        and opens_paragraph(bare, language)
        and not (numbered and opens_preamble(bare, language))
    )
