"""Puts back footnote numbers that copying left on lines of their own, as browsers and pdftotext do with raised digits.

A number alone on a line may be a mark, the beginning of a note, or the number of a page. Which one, its place in the row
says: every note has its mark first, then its body, and both rows count from 1 without a gap.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from typing import NamedTuple

from resolutionkit.document.grammar.dates import MONTH
from resolutionkit.document.grammar.final_marks import MARKS
from resolutionkit.document.grammar.openers import opens_paragraph
from resolutionkit.document.reading.footnote_marks import FUSED_MARK, USUAL_BODY
from resolutionkit.document.reading.line_forms import NOTE_BODY, item_at, number_at
from resolutionkit.document.reading.source import Source

_ALONE = re.compile(r"\d{1,3}")
_LEADING = re.compile(r"(?P<number>\d{1,3})(?:[ \t]+(?=\S)|(?=[,;:)])|$)")
_MOST_STATES = 400
_LINES_OF_A_PAGE = 12
_LINES_OF_NOTES = 5
_NOTES_OF_A_PAGE = 20
_MOST_NUMBERS = 1500
"""On lines of their own; a text with more of them is a table."""
_TRIALS = 12
"""Places at which a row of page numbers may begin; a text full of numbers has thousands."""
_SURE = 9
_LONGEST_LINE = 120
"""Characters: no printed line is longer."""


class Number(NamedTuple):
    """A number that may be a mark or begin a note."""

    line: int
    start: int
    end: int
    number: int
    as_mark: int
    """How well it would do as a mark, from 0; -1 if it cannot be one."""
    as_body: int


_Chosen = tuple[tuple[Number, bool], ...]
"""Numbers, and whether each is a mark."""


def stray_numbers(source: Source) -> Source:
    """Write marks and notes whose numbers stand on lines of their own as "[^1]" and "[^1]: …"; drop page numbers between.

    >>> stray_numbers(Source.of("the Strategy,\\n1\\nand the Plan\\n1\\n Resolution 60/288.", "en")).lines
    ['the Strategy,[^1] and the Plan', '[^1]: Resolution 60/288.']
    """
    if not 0 < sum(line.strip().isdecimal() for line in source.lines) <= _MOST_NUMBERS:
        return source
    source = source.with_lines(_untangled(source.lines))
    chosen = _paired(_candidates(source.lines, source.language))
    pages = _page_numbers(source.lines, {one.line for one, _is_mark in chosen})
    return _rewritten(source, chosen, pages) if chosen or pages else source


def _candidates(lines: Sequence[str], language: str) -> Iterator[Number]:
    for i, line in enumerate(lines):
        bare = line.strip()
        match = _LEADING.match(bare) if bare[:1].isdecimal() else None
        if match and not MONTH.match(bare, match.end()):
            rest = bare[match.end() :]
            note = rest or _first_filled(lines[i + 1 : i + 3])
            mark = _quality_of_mark(lines[i - 1].strip() if i else "", rest)
            body = _quality_of_body(note, language) if not rest or match[0][-1].isspace() else -1
            yield Number(i, 0, line.index(bare) + match.end(), int(match["number"]), mark, body)
        elif bare[:2] == "[^" and (note_body := NOTE_BODY.match(bare)) and note_body["markdown"]:
            yield Number(i, 0, line.index(bare) + note_body.end(), int(note_body["markdown"]), -1, _SURE)
        for match in FUSED_MARK.finditer(line) if bare[:2] != "[^" else ():
            yield Number(i, match.start(), match.end(), int(match["number"]), 4, -1)


def _first_filled(lines: Sequence[str]) -> str:
    return next(filter(None, map(str.strip, lines)), "")


def _quality_of_mark(before: str, rest: str) -> int:
    """A mark stands behind a word, in the middle of the text."""
    if not before or before[-1:] == "-" or _ALONE.fullmatch(before):
        return -1
    if before[-1] in ',;:.”“»"’)':
        return 3
    return 2 if not rest else 1


def _quality_of_body(text: str, language: str) -> int:
    if USUAL_BODY.match(text):
        return 4
    if not text or text.isdecimal() or text[0].islower() or text[0] in ",;:)" or opens_paragraph(text, language):
        return -1
    return 1


def _paired(found: Iterable[Number]) -> _Chosen:
    """Choose marks and bodies so that both rows count from 1 (or 2), as many as can be, each with its partner."""
    # (next mark, next body) -> (score, what was chosen)
    best: dict[tuple[int, int], tuple[int, _Chosen]] = {(1, 1): (0, ()), (2, 2): (-5, ())}
    for one in found:
        for (mark, body), (score, chosen) in [item for item in best.items() if one.number in item[0]]:
            if one.number == mark and one.as_mark >= 0:
                state, points, is_mark = (mark + 1, body), score + one.as_mark, True
            elif one.number == body < mark and one.as_body >= 0:
                state, points, is_mark = (mark, body + 1), score + 10 + one.as_body, False
            else:
                continue
            if state not in best or points > best[state][0]:
                best[state] = (points, (*chosen, (one, is_mark)))
        if len(best) > _MOST_STATES:
            best = dict(sorted(best.items(), key=lambda item: -item[1][0])[: _MOST_STATES // 2])
    return max((end for (mark, body), end in best.items() if mark == body), key=lambda end: end[0], default=(0, ()))[1]


def _page_numbers(lines: Sequence[str], taken: set[int]) -> set[int]:
    """Lines with nothing but a number, each a little more than the last and a page away from it."""
    alone = [
        (i, int(line))
        for i, line in enumerate(lines)
        if len(line) < _LONGEST_LINE and line.strip().isdecimal() and i not in taken
    ]
    row: list[tuple[int, int]] = []
    for first in [k for k, (_, number) in enumerate(alone) if number in (1, 2)][:_TRIALS]:
        tried = [alone[first]]
        for i, number in alone[first + 1 :]:
            further = number - tried[-1][1]
            last = further == 1 and not _first_filled(lines[i + 1 :])
            if 0 < further < 4 and (last or i - tried[-1][0] > _LINES_OF_A_PAGE * further):
                tried.append((i, number))
        row = max(row, tried, key=len)
    whole = len(row) > 1 or (row and not _first_filled(lines[row[0][0] + 1 :]))
    return {i for i, _ in row} if whole else set()


def _untangled(lines: Sequence[str]) -> list[str]:
    """Put numbers of notes before their texts where pdftotext gives some of them first: "2", "3", then both texts."""
    mended = list(lines)
    alone = [i for i, line in enumerate(lines) if len(line) < 12 and _ALONE.fullmatch(line.strip())]
    at = 0
    while at < len(alone):
        last = at
        while last - at < _NOTES_OF_A_PAGE and last + 1 < len(alone):
            if sum(map(bool, lines[alone[last] + 1 : alone[last + 1]])) > _LINES_OF_NOTES:
                break
            last += 1
        for end in range(last, at, -1):
            if notes := _notes_between(lines, alone[at : end + 1]):
                first, until = alone[at], max(notes[-1][1][-1], alone[end]) + 1
                texts = [f"{number} {lines[k].strip()}" if k == ks[0] else lines[k] for number, ks in notes for k in ks]
                mended[first:until] = [*texts, *[""] * (until - first - len(texts))]
                last = end
                break
        at = last + 1
    return mended


def _notes_between(lines: Sequence[str], alone: Sequence[int]) -> list[tuple[int, list[int]]]:
    """(number, lines of its text) of each note among some numbers; nothing where they stand in order or do not come out even."""
    numbers = [int(lines[i]) for i in alone]
    if sorted(numbers) != list(range(min(numbers), max(numbers) + 1)):
        return []
    if numbers == sorted(numbers) and not any(_first_filled(lines[i + 1 :]).isdecimal() for i in alone):
        return []
    texts: list[list[int]] = []
    for i in range(alone[0] + 1, len(lines)):
        bare = lines[i].strip()
        if i in alone:
            continue
        if not bare:
            if i > alone[-1] and len(texts) >= len(numbers):
                break
            continue
        if not texts or lines[texts[-1][-1]].rstrip()[-1:] == ".":
            if len(texts) == len(numbers):
                break
            if _LEADING.match(bare):  # a note that has its number
                return []
            texts.append([])
        texts[-1].append(i)
    if len(texts) != len(numbers) or any(_quality_of_body(lines[ks[0]].strip(), "") < 1 for ks in texts):
        return []
    return list(zip(sorted(numbers), texts, strict=True))


def _rewritten(source: Source, chosen: _Chosen, pages: set[int]) -> Source:
    """Put each number in its place; lines with nothing but a mark, or the number of a note, are gone."""
    lines: list[str] = []
    numbers: list[int] = []
    label = ""  # of a note whose text stands below its number
    broken = False  # a mark has broken a line in two
    of_line = {i: list(group) for i, group in groupby(chosen, lambda choice: choice[0].line)}
    for i, line in enumerate(source.lines):
        for one, is_mark in reversed(of_line.get(i, [])):
            if not is_mark:
                label, line = f"[^{one.number}]: ", line[one.end :].strip()
                continue
            source.assume("footnote-mark", i, str(one.number))
            if one.start:
                line = f"{line[: one.start]}[^{one.number}]{line[one.end :]}"
            else:
                lines[-1], line, broken = f"{lines[-1]}[^{one.number}]", line[one.end :].strip(), True
        bare = line.strip()
        if not bare and (label or (broken and i in of_line)):
            continue
        if label:
            line, label = label + bare, ""
        elif broken and bare and i not in pages and _goes_on(lines[-1], bare, source.language):
            lines[-1] = f"{lines[-1]}{'' if bare[0] in ',;.:)' else ' '}{bare}"
            broken = False
            continue
        broken = False
        lines.append("" if i in pages else line)
        numbers.append(source.numbers[i])
    return source.with_lines(lines, numbers)


def _goes_on(line: str, rest: str, language: str) -> bool:
    """Whether a raised mark broke one line in two: what follows it begins no paragraph."""
    ended = line.rsplit("[^", 1)[0][-1:] in MARKS
    begins = ended and (number_at(rest) or item_at(rest) or opens_paragraph(rest, language))
    return len(line) + len(rest) < _LONGEST_LINE and not begins
