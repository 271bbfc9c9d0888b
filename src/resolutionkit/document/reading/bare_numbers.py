"""Finds footnotes by numbers without any sign: fused to a word, behind a blank, or alone on a line, as copying leaves raised digits.

Numbers alone prove nothing. A line counts as the body of a footnote only where its number stands as a mark above it, and
a number in the text counts as a mark only in its place in the row: marks count up, and so do bodies.
"""

import re
from collections.abc import Container, Iterator, Sequence
from itertools import pairwise
from typing import Any, NamedTuple

from resolutionkit.document.grammar.dates import MONTH
from resolutionkit.document.grammar.final_marks import LAST, MARKS
from resolutionkit.document.grammar.openers import opens_paragraph
from resolutionkit.document.grammar.word_lists import patterns
from resolutionkit.document.reading.line_forms import NOTE_BODY, item_at, number_at
from resolutionkit.document.reading.markdown import SUPERSCRIPTS, to_number
from resolutionkit.document.reading.source import Source

_FUSED_MARK, _GLUED_MARK, _SPACED_MARK, _LISTED, _COUNTS, _COUNTED, _BEGINS_NOTE, _USUAL_BODY = patterns(
    "footnotes", "fused_mark glued_mark spaced_mark in_row before_count behind_count note usual_note"
)
(_FURNITURE,) = patterns("pages", "furniture")  # a symbol below a number is the head of a page
_YEAR = re.compile(r"(?:19|20)\d\d[,;.:]?$")
_EXPLICIT = re.compile(rf"\[\^(\d{{1,3}})\](?!:)|([{SUPERSCRIPTS}]{{1,3}})")
_LEADING = re.compile(r"(?P<number>\d{1,3})(?=\s|$)")
_MOST_NUMBERS = 1500  # alone on their lines; a text with more of them is a table
_MOST_STATES = 80
_NOTES_OF_A_PAGE = 20
_LINES_BETWEEN = 8  # between two numbers of notes on one page
_LONGEST_LINE = 120  # characters: no printed line is longer
_SURE = 100  # how likely it is that a mark "[^1]" is one; digits reach 9
_MISSING = 5  # what it costs that a mark is missing in its row


class _Number(NamedTuple):
    """A number that may be a mark or begin the body of a note; it may do well as either, or not at all (0)."""

    line: int
    start: int
    end: int
    number: int
    as_mark: int
    as_body: int


def bare_numbers(source: Source) -> Source:
    """Write marks and bodies that are no more than numbers as "[^1]" and "[^1]: …".

    >>> bare_numbers(Source.of("the Strategy,1 and COVID-19\\n\\n1 Resolution 60/288.", "en")).lines
    ['the Strategy,[^1] and COVID-19', '', '[^1]: Resolution 60/288.']
    >>> bare_numbers(Source.of("the Strategy,\\n1\\nand the Plan\\n1\\n Resolution 60/288.", "en")).lines
    ['the Strategy,[^1] and the Plan', '[^1]: Resolution 60/288.']
    """
    alone = [] if source.whole else _alone(source)
    if len(alone) > 1:
        source = _untangled(source, alone)
        alone = _alone(source)
    return _rewritten(source, _paired(*_numbers(source, alone)))


def _alone(source: Source) -> list[int]:
    lines = source.lines
    alone = [i for i in source.beginning(str.isdecimal) if len(bare := lines[i].strip()) < 4 and bare.isdecimal()]
    return alone if len(alone) <= _MOST_NUMBERS else []


def _numbers(source: Source, alone: Container[int]) -> tuple[list[_Number], set[int]]:
    """The numbers that may be marks or begin notes, in order; and the numbers of the notes that are in one form already."""
    lines = source.lines
    bodies: dict[int, tuple[int, int]] = {}  # line -> its first number, how likely that is the number of a note
    known: dict[int, int] = {}
    for i in source.beginning(lambda first: first == "[" or first.isdecimal()):
        bare = lines[i].strip()
        if bare[:2] == "[^" and (note := NOTE_BODY.match(bare)):
            known[i] = int(note["markdown"])
        elif leading := _LEADING.match(bare):
            below = _first_filled(lines[i + 1 : i + 3]) if i in alone else ""
            quality = _quality_of_body(bare[leading.end() :].strip(), below, source.language)
            bodies[i] = int(leading[0]), quality
    wanted = {*known.values(), *(number for number, quality in bodies.values() if quality)}
    text = [i for i in range(len(lines)) if i not in known] if wanted else []
    found = [
        _Number(i, *mark.span(), number, _SURE, 0)
        for i in text
        for mark in _EXPLICIT.finditer(lines[i])
        if (number := int(mark[1]) if mark[1] else to_number(mark[2])) in known.values()
    ]
    wanted -= {one.number for one in found}
    for i in text if wanted else ():
        above = lines[i - 1] if i and i - 1 not in known else ""
        found += _candidates(lines[i], i, wanted, above, bodies.get(i, (0, 0)))
    return sorted(found), set(known.values())


def _quality_of_body(rest: str, below: str, language: str) -> int:
    """How likely a number begins a note, given the rest of its line, or where there is none the next line."""
    note = rest or below
    if not _BEGINS_NOTE.match(note) or MONTH.match(rest) or (not rest and _FURNITURE.fullmatch(below)):
        return 0
    if _USUAL_BODY.match(note):
        return 14
    if opens_paragraph(note, language):
        return -8 if rest else 0
    return -3 if rest else 11


def _candidates(line: str, i: int, wanted: Container[int], above: str, body: tuple[int, int]) -> Iterator[_Number]:
    """The numbers of a line that may be the wanted marks, or with which a note begins; ``above`` is the line before."""
    for run in re.finditer(r"\d+", line):
        start, end = run.span()
        if end - start > 3 or line[:start].endswith("Agenda "):
            yield from _tails(run, i, wanted)
        if end - start <= 3:
            number = int(run[0])
            before = line[:start].rstrip(" \t")
            likely = _likelihood(line, start, end, above) if number in wanted else 0
            as_body = body[1] if not before and number == body[0] else 0
            if likely or as_body:
                yield _Number(i, len(before), end, number, likely, as_body)


def _likelihood(line: str, start: int, end: int, above: str) -> int:
    before = line[max(0, start - 30) : start].rstrip(" \t")
    if not before:
        before = above[-30:].rstrip(" \t") if line[end : end + 1] in ("", " ", ",", ";") else ""
    behind_number = before.rstrip(",;.:")[-1:].isdigit()  # "70/1,3", "in 2019 3"
    if _FUSED_MARK.match(line, start):
        return 6 + 3 * (end == len(line)) - (2 if behind_number else before[-1] in ")]")
    if _GLUED_MARK.match(line, start):
        return 3 - 2 * behind_number
    if not before or before[-1] == "-" or not _SPACED_MARK.match(line, start):
        return 0
    if _COUNTS.search(before) or MONTH.match(line[end : end + 15].lstrip(" .")):
        return 0
    counts = before[-1].isalpha() and _COUNTED.match(line, end)
    listed = behind_number and _LISTED.match(line, end) and not _YEAR.search(before)  # "paragraphs 1, 2 and 5"
    if counts or listed:
        return 0
    return (3 if before[-1].isalnum() else 5) + 3 * (end == len(line)) - 2 * behind_number


def _tails(run: re.Match[str], i: int, wanted: Container[int]) -> Iterator[_Number]:
    """Marks fused to a number that is too long with them: "2 May 20203", "resolution 74/1673", "decision 1/CP.2125"."""
    digits, start = run[0], run.start()
    for length in (1, 2, 3):
        head, tail = digits[:-length], digits[-length:]
        year = head == "21" or (len(head) == 4 and head[:2] in ("19", "20"))
        part = len(head) < 4 and run.string[start - 1 : start] in ("/", ".")
        if tail[0] != "0" and int(tail) in wanted and (year or part):
            yield _Number(i, run.end() - length, run.end(), int(tail), 4 if year else 2, 0)


def _paired(found: Sequence[_Number], known: Container[int]) -> list[tuple[_Number, bool]]:
    """Choose marks (True) and bodies so that both rows rise, each body behind its mark; a known note needs no body more."""
    # (last mark, last body) -> (score, what was chosen, the last one first)
    best: dict[tuple[int, int], tuple[int, Any]] = {(0, 0): (0, None), (1, 1): (-_MISSING, None)}
    for one in found:
        for (mark, body), (score, chosen) in list(best.items()):
            missing = one.number - mark - 1
            steps = []
            if one.as_mark and missing >= 0 and one.number in known:
                steps.append((one.number, one.number, one.as_mark, True))
            elif one.as_mark and 0 <= missing <= 1:
                steps.append((one.number, body, one.as_mark - _MISSING * missing, True))
            if one.as_body and body + 1 == one.number <= mark:
                steps.append((mark, one.number, one.as_body, False))
            for new_mark, new_body, points, is_mark in steps:
                state = new_mark, new_body
                if state not in best or score + points >= best[state][0]:
                    best[state] = score + points, (chosen, one, is_mark)
        if len(best) > _MOST_STATES:
            best = dict(sorted(best.items(), key=lambda item: -item[1][0])[: _MOST_STATES // 2])
    ends = (end for (mark, body), end in best.items() if mark == body)
    _score, chosen = max(ends, key=lambda end: end[0], default=(0, None))
    row = []
    while chosen:
        chosen, one, is_mark = chosen
        if one.as_mark != _SURE:
            row.append((one, is_mark))
    return row[::-1]


def _first_filled(lines: Sequence[str]) -> str:
    return next(filter(None, map(str.strip, lines)), "")


def _untangled(source: Source, alone: list[int]) -> Source:
    """Put numbers of notes before their texts where pdftotext gives some of them first: "2", "3", then both texts."""
    lines = list(source.lines)
    gone: list[int] = []
    while alone:
        trials = (alone[:count] for count in range(min(_NOTES_OF_A_PAGE, len(alone)), 1, -1))
        found = ((row, begins) for row in trials if (begins := _texts_among(source.lines, row)))
        row, begins = next(found, ([], []))
        for number, i in zip(sorted(int(lines[k]) for k in row), begins, strict=True):
            lines[i] = f"{number} {lines[i].strip()}"
        gone += row
        alone = alone[len(row) or 1 :]
    kept = sorted({*range(len(lines))} - {*gone})
    return source.with_lines([lines[i] for i in kept], [source.numbers[i] for i in kept])


def _texts_among(lines: Sequence[str], alone: Sequence[int]) -> list[int]:
    """The lines with which the notes among some numbers begin; none where these stand in order or do not come out even."""
    numbers = [int(lines[i]) for i in alone]
    in_order = numbers == sorted(numbers) and not any(
        _first_filled(lines[i + 1 : i + _LINES_BETWEEN]).isdecimal() for i in alone
    )
    all_there = sorted(numbers) == list(range(min(numbers), max(numbers) + 1))
    if in_order or not all_there or any(b - a > _LINES_BETWEEN for a, b in pairwise(alone)):
        return []
    begins: list[int] = []
    ended = True
    for i in range(alone[0], len(lines)):
        bare = lines[i].strip()
        if i > alone[-1] and len(begins) >= len(numbers):
            break
        if bare and i not in alone:
            if ended:
                begins.append(i)
            ended = bare[-1] == LAST
    even = len(begins) == len(numbers) and all(_BEGINS_NOTE.match(lines[i].strip()) for i in begins)
    return begins if even else []


def _rewritten(source: Source, chosen: Sequence[tuple[_Number, bool]]) -> Source:
    """Put each number in its place; lines with nothing but a mark, or the number of a note, are gone."""
    for one, is_mark in chosen:
        if is_mark:
            source.assume("footnote-mark", one.line, str(one.number))
    lines, numbers = list(source.lines), list(source.numbers)
    for one, is_mark in reversed(chosen):
        i, mark = one.line, f"[^{one.number}]"
        before, rest = lines[i][: one.start], lines[i][one.end :]
        if not is_mark:
            while not rest.strip():  # the text stands below its number
                rest, _line = lines.pop(i + 1), numbers.pop(i + 1)
            lines[i] = f"{mark}: {rest.strip()}"
        elif one.start:
            lines[i] = f"{before}{mark}{' ' if rest[:1].isalpha() else ''}{rest}"
        else:  # the mark has broken a line in two
            lines[i - 1], lines[i] = lines[i - 1].rstrip() + mark, rest.strip()
            if not lines[i]:
                del lines[i], numbers[i]
            if i < len(lines) and _goes_on(lines[i - 1], lines[i].strip(), source.language):
                rest, _line = lines.pop(i).strip(), numbers.pop(i)
                lines[i - 1] += rest if rest[0] in ",;.:)" else f" {rest}"
    return source.with_lines(lines, numbers)


def _goes_on(line: str, rest: str, language: str) -> bool:
    """Whether a raised mark broke one line in two: what follows it begins no paragraph."""
    ended = line.rsplit("[^", 1)[0][-1:] in MARKS
    begins = ended and (number_at(rest) or item_at(rest) or opens_paragraph(rest, language))
    return 0 < len(rest) < _LONGEST_LINE - len(line) and not (begins or rest[:2] == "[^" or rest.isdecimal())
