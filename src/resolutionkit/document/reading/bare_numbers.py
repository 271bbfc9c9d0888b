"""Finds footnotes by numbers without any sign: fused to a word, behind a blank, or alone on a line, as copying leaves raised digits.

Numbers alone prove nothing. A line counts as the body of a footnote only where its number stands as a mark above it, and
a number in the text counts as a mark only in its place in the row: marks count up, and so do bodies.
"""

from __future__ import annotations

import re
from collections.abc import Container, Iterator, Sequence
from itertools import pairwise
from typing import Any, NamedTuple

from resolutionkit.document.grammar.dates import MONTH
from resolutionkit.document.grammar.final_marks import LAST, MARKS
from resolutionkit.document.grammar.openers import opens_paragraph
from resolutionkit.document.grammar.word_lists import any_of
from resolutionkit.document.reading.line_forms import NOTE_BODY, item_at, number_at
from resolutionkit.document.reading.markdown import SUPERSCRIPTS, to_number
from resolutionkit.document.reading.source import Source

_FUSED_MARK = re.compile(
    r"""
    (?: (?<=[^\W\d_]{3}) | (?<=[^\W\d_]{2}[,;:]) | (?<=[a-zäöüß]{2}\.) | (?<=[)\]”“»"’]) | (?<=[)”“»"’][,;.:]) | (?<=\ [IVX]) | (?<=Agenda\ 21)
      | (?<=(?:19|20)\d\d)
      | (?<=\d[,;]) | (?<=(?:19|20)\d\d\.)(?=\d{1,3}$) )
    (?<!(?:Add|Rev|Vol|vol|Art|art)\.) (?<!(?:No|Nr)\.) (?<!Corr\.)
    \d{1,3}(?=[\s,;.:)]|$)
    """,
    re.VERBOSE,
)
"""Digits fused to a word, as a copied footnote mark is: "Strategy,2 and", but not "COVID-19" or "G20"."""
_GLUED_MARK = re.compile(
    r"(?:(?<=[^\W\d_]{2}[,;.:])|(?<=\d\d\d\d[,;.:])|(?<=\d\d\d\d[,;] ))\d{1,3}(?=(?!st\b|nd\b|rd\b|th\b)[a-z]{2}|$)"
)
"""Fused to the next word as well: "the Strategy,2and"."""
_SPACED_MARK = re.compile(r"(?<![^ \t])\d{1,3}(?=[ \t]|[,;.:)](?!\d)|$)")
"""Behind a blank: "the Strategy, 2 and"."""
_LISTED = re.compile(r",?(?: and| und)? \d")
_COUNTS = re.compile(rf"\b(?:(?i:{any_of('footnotes', 'counting')})|Goal)$")
"""What stands before a number that counts something, and so is no mark: "Article", "the", "at least"."""
_COUNTED = re.compile(rf"\s+{any_of('footnotes', 'counted')}")
_YEAR = re.compile(r"(?:19|20)\d\d[,;.:]?$")
_EXPLICIT = re.compile(rf"\[\^(\d{{1,3}})\](?!:)|([{SUPERSCRIPTS}]{{1,3}})")
_LEADING = re.compile(r"(?P<number>\d{1,3})(?=\s|$)")
_BEGINS_NOTE = re.compile(r"[^\W\d_a-zäöü]|[“„\"«(<\[*]|\d{4}\ [A-Z]")
_USUAL_BODY = re.compile(rf"{any_of('footnotes', 'usual_bodies')}\b|[AES]/")
"""How the notes of resolutions begin."""


_MOST_NUMBERS = 1500
"""Alone on their lines; a text with more of them is a table."""
_MOST_STATES = 400
_NOTES_OF_A_PAGE = 20
_LINES_BETWEEN = 8
"""Between two numbers of notes on one page."""
_LONGEST_LINE = 120
"""Characters: no printed line is longer."""
_SURE = 100
"""How likely it is that a mark "[^1]" is one; digits reach 9."""
_MISSING = 5
"""What it costs that a mark is missing in its row."""


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
    if not source.firsts & set("0123456789["):
        return source
    alone = [] if source.whole else _alone(source.lines)
    if len(alone) > 1:
        source = source.with_lines(_untangled(source.lines, alone))
        alone = _alone(source.lines)
    return _rewritten(source, _paired(*_numbers(source, alone)))


def _alone(lines: Sequence[str]) -> list[int]:
    """The lines with nothing but a number."""
    alone = [i for i, line in enumerate(lines) if len(line) < _LONGEST_LINE and line.strip().isdecimal()]
    return alone if len(alone) <= _MOST_NUMBERS else []


def _numbers(source: Source, alone: Container[int]) -> tuple[list[_Number], set[int]]:
    """The numbers that may be marks or begin notes, in order; and the numbers of the notes that are in one form already."""
    lines = source.lines
    bodies: dict[int, tuple[int, int]] = {}  # line -> its first number, how likely that is the number of a note
    known: dict[int, int] = {}
    listed = False  # nothing but notes has come since the last one
    for i, line in enumerate(lines):
        bare, quality = line.strip(), 0
        if bare[:2] == "[^" and (note := NOTE_BODY.match(bare)):
            known[i] = int(note["markdown"])
        elif bare[:1].isdecimal() and (leading := _LEADING.match(bare)):
            quality = _quality_of_body(source, i, bare[leading.end() :].strip(), listed, i in alone)
            bodies[i] = int(leading[0]), quality
        listed = quality > 0 or (listed and not (bare and not lines[i - 1].strip()))
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


def _quality_of_body(source: Source, i: int, rest: str, listed: bool, alone: bool) -> int:
    """How likely the number at the start of a line begins a note; its text may stand below a number that is alone."""
    note = _first_filled(source.lines[i + 1 : i + 3]) if alone else rest
    if not _BEGINS_NOTE.match(note) or MONTH.match(rest):
        return 0
    if _USUAL_BODY.match(note):
        return 14
    above = source.lines[i - 1].strip() if i else ""
    if opens_paragraph(note, source.language) or not (alone or listed or above[-1:] in ("", *MARKS)):
        return 0 if alone else -8
    return 11 if alone else 4 if listed else -3


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
    """How likely a number is a mark."""
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
    """Choose marks and bodies so that both rows rise, each body behind its mark; a note that is known needs no body more.

    Say of each whether it is a mark.
    """
    # (last mark, last body) -> (score, what was chosen, the last one first)
    best: dict[tuple[int, int], tuple[int, Any]] = {(0, 0): (0, None), (1, 1): (-_MISSING, None)}
    for one in found:
        for (mark, body), (score, chosen) in list(best.items()):
            gap = one.number - mark - 1
            steps = []
            if one.as_mark and gap >= 0 and one.number in known:
                steps.append((one.number, one.number, one.as_mark, True))
            elif one.as_mark and 0 <= gap <= 1:
                steps.append((one.number, body, one.as_mark - _MISSING * gap, True))
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
        row.append((one, is_mark))
    return row[::-1]


def _first_filled(lines: Sequence[str]) -> str:
    return next(filter(None, map(str.strip, lines)), "")


def _untangled(lines: list[str], alone: Sequence[int]) -> list[str]:
    """Put numbers of notes before their texts where pdftotext gives some of them first: "2", "3", then both texts."""
    mended = list(lines)
    at = 0
    while at < len(alone):
        ends = range(min(at + _NOTES_OF_A_PAGE, len(alone)), at + 1, -1)
        some = next((some for end in ends if _texts_among(lines, some := alone[at:end])), alone[at : at + 1])
        texts = _texts_among(lines, some)
        if texts:
            numbers = sorted(int(lines[i]) for i in some)
            until = max(texts[-1][-1], some[-1]) + 1
            told = [
                line
                for n, text in zip(numbers, texts, strict=True)
                for line in (f"{n} {lines[text[0]].strip()}", *(lines[i] for i in text[1:]))
            ]
            mended[some[0] : until] = [*told, *[""] * (until - some[0] - len(told))]
        at += len(some)
    return mended


def _texts_among(lines: Sequence[str], alone: Sequence[int]) -> list[list[int]]:
    """The lines of each note among some numbers; nothing where these stand in order or do not come out even."""
    numbers = [int(lines[i]) for i in alone]
    if sorted(numbers) != list(range(min(numbers), max(numbers) + 1)) or len(numbers) == 1:
        return []
    in_order = numbers == sorted(numbers) and not any(_first_filled(lines[i + 1 :]).isdecimal() for i in alone)
    if in_order or any(b - a > _LINES_BETWEEN for a, b in pairwise(alone)):
        return []
    texts: list[list[int]] = []
    for i in range(alone[0], len(lines)):
        complete = len(texts) == len(numbers)
        if i in alone:
            continue
        if not lines[i].strip():
            if complete and i > alone[-1]:
                break
        elif texts and lines[texts[-1][-1]].rstrip()[-1:] != LAST:
            texts[-1].append(i)
        elif complete:
            break
        else:
            texts.append([i])
    begun = len(texts) == len(numbers) and all(_BEGINS_NOTE.match(lines[text[0]].strip()) for text in texts)
    return texts if begun else []


def _rewritten(source: Source, chosen: Sequence[tuple[_Number, bool]]) -> Source:
    """Put each number in its place; lines with nothing but a mark, or the number of a note, are gone."""
    for one, is_mark in chosen:
        if is_mark and one.as_mark != _SURE:
            source.assume("footnote-mark", one.line, str(one.number))
    lines, numbers = list(source.lines), list(source.numbers)
    for one, is_mark in reversed(chosen):
        i, mark = one.line, f"[^{one.number}]"
        before, rest = lines[i][: one.start], lines[i][one.end :]
        if not is_mark:
            while not rest.strip():  # the text stands below its number
                rest, _line = lines.pop(i + 1), numbers.pop(i + 1)
            lines[i] = f"{mark}: {rest.strip()}"
        elif one.start and one.as_mark != _SURE:
            lines[i] = f"{before}{mark}{' ' if rest[:1].isalpha() else ''}{rest}"
        elif one.as_mark != _SURE:  # the mark has broken a line in two
            lines[i - 1 : i + 1] = [lines[i - 1].rstrip() + mark, *([rest.strip()] if rest.strip() else [])]
            if not rest.strip():
                del numbers[i]
            if i < len(lines) and _goes_on(lines[i - 1], lines[i].strip(), source.language):
                rest, _line = lines.pop(i).strip(), numbers.pop(i)
                lines[i - 1] += rest if rest[0] in ",;.:)" else f" {rest}"
    return source.with_lines(lines, numbers)


def _goes_on(line: str, rest: str, language: str) -> bool:
    """Whether a raised mark broke one line in two: what follows it begins no paragraph."""
    ended = line.rsplit("[^", 1)[0][-1:] in MARKS
    begins = ended and (number_at(rest) or item_at(rest) or opens_paragraph(rest, language))
    return 0 < len(rest) < _LONGEST_LINE - len(line) and not (begins or rest[:2] == "[^" or rest.isdecimal())
