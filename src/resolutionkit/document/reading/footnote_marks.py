"""Writes footnotes in one form, whatever copying made of them: marks as "[^1]", bodies as "[^1]: …".

Numbers alone prove nothing. A line counts as the body of a footnote only where its number stands as a mark in the lines
above; and a number in the text counts as the mark of a footnote only in its place in the row: marks count up.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Container, Iterator, Sequence, Set
from typing import NamedTuple

from resolutionkit.document.grammar.dates import MONTH
from resolutionkit.document.grammar.final_marks import LAST
from resolutionkit.document.grammar.openers import opens_paragraph
from resolutionkit.document.grammar.word_lists import any_of
from resolutionkit.document.reading.hyphens import joint
from resolutionkit.document.reading.line_forms import NOTE_BODY, NOTES_HEADING, abbreviates
from resolutionkit.document.reading.markdown import SUPERSCRIPTS, to_number
from resolutionkit.document.reading.source import Source

USUAL_BODY = re.compile(rf"{any_of('footnotes', 'usual_bodies')}\b|[AES]/")
"""How the notes of resolutions begin."""
_FORMS = [
    (frozenset(firsts), re.compile(body), re.compile(mark))
    for firsts, body, mark in (
        ("[", r"\[(?P<number>\d{1,3})\]:?[ \t]*(?=[^\s(])", r"(?<=\S)[ ]?\[(?P<number>\d{1,3})\](?!\()"),
        ("(", r"\((?P<number>\d{1,3})\)[ \t]*(?=\S)", r"(?<=\S)\((?P<number>\d{1,3})\)(?=[\s,;.:)]|$)"),
        ("^", r"\^(?P<number>\d{1,3})\^?[ \t]*(?=\S)", r"\^(?P<number>\d{1,3})\^?(?!\])"),
        ("<", r"<sup>\s*(?P<number>\d{1,3})\s*</sup>[ \t]*(?=\S)", r"<sup>\s*(?P<number>\d{1,3})\s*</sup>"),
        (
            "123456789",
            r"(?P<number>\d{1,3})/[ \t]+(?=\S)",
            r"(?:(?<=(?:19|20)\d\d)|(?<=[^\s\d/])|(?<=\S)[ ]{1,2})(?P<number>\d{1,3})/(?=[\s,;.:)]|$)",
        ),
    )
]
"""Forms of footnotes: with which characters a body begins, how it begins, how its mark looks in the text."""


def whole_notes(source: Source) -> Source:
    """Join the further lines of a note "[^1]: …" to its first one: they are indented, or it has not ended yet.

    >>> whole_notes(Source.of("[^1]: See A/75/1, para.\\n    76.\\n\\n[^2]: A/75/2.", "en")).lines
    ['[^1]: See A/75/1, para. 76.', '', '', '[^2]: A/75/2.']
    """
    if "[" not in source.firsts:
        return source
    lines, at = list(source.lines), -1
    for i, line in enumerate(source.lines):
        bare = line.strip()
        if at >= 0 and bare and _note_goes_on(lines[at], line) and not NOTE_BODY.match(bare):
            lines[at], lines[i] = "".join(joint(lines[at], bare, frozenset)) + bare, ""
        else:
            at = i if bare[:2] == "[^" and NOTE_BODY.match(bare) else -1
    return source.with_lines(lines)


def _note_goes_on(note: str, line: str) -> bool:
    return line[:2].isspace() or note[-1:] != LAST or abbreviates(note)


def footnotes(source: Source) -> Source:
    """Write the footnotes of a text in one form; superscripts stay as they are.

    >>> footnotes(Source.of("the Strategy,1 and COVID-19\\n\\n1 Resolution 60/288.", "en")).lines
    ['the Strategy,[^1] and COVID-19', '', '[^1]: Resolution 60/288.']
    """
    lines, firsts = source.lines, source.firsts
    for form in _FORMS:
        if firsts & form[0]:
            lines = _in_one_form(lines, *form)
    if firsts & set("NFERAQ#"):
        lines = _below_heading(lines, source.language)
    if firsts & set("123456789"):
        lines = _with_plain_bodies(lines)
    return _with_marks(source.with_lines(lines))


def _in_one_form(lines: list[str], firsts: Set[str], body: re.Pattern[str], mark: re.Pattern[str]) -> list[str]:
    """Rewrite the bodies of one form, and the marks that belong to them."""
    may_be = (i for i, line in enumerate(lines) if line.lstrip()[:1] in firsts)
    begun = {i: match for i in may_be if (match := body.match(lines[i].strip()))}
    if not begun:
        return lines
    marked: set[int] = set()
    bodies: dict[int, str] = {}  # line -> text of the note
    taken: set[int] = set()
    for i, line in enumerate(lines):
        if i in begun and (number := int(begun[i]["number"])) in marked and number not in taken:
            bodies[i] = f"[^{number}]: {line.strip()[begun[i].end() :]}"
            taken.add(number)
        marked |= {int(m["number"]) for m in mark.finditer(line)}
    if not bodies or ("(" in firsts and min(taken) > 2):  # "decision 74(16)", and paragraph (16)
        return lines

    def to_mark(match: re.Match[str]) -> str:
        return f"[^{int(match['number'])}]" if int(match["number"]) in taken else match[0]

    return [bodies.get(i) or mark.sub(to_mark, line) for i, line in enumerate(lines)]


_COUNTED_BODY = re.compile(r"\(?(?P<number>\d{1,3})(?:[.)]{1,2}|:)?[ \t]+(?=\S)")


def _below_heading(lines: list[str], language: str) -> list[str]:
    """Read "1. …" below a heading "Notes" as bodies of footnotes, unless paragraphs follow there."""
    headings = (i for i, line in enumerate(lines) if len(line) < 20 and NOTES_HEADING.fullmatch(line.strip("*_ ")))
    below = range(max(headings, default=len(lines)) + 1, len(lines))
    bodies = {i: match for i in below if (match := _COUNTED_BODY.match(lines[i].strip()))}
    if any(opens_paragraph(match.string[match.end() :], language) for match in bodies.values()):
        return lines
    mended = list(lines)
    for i, match in bodies.items():
        mended[i] = f"[^{match['number']}]: {match.string[match.end() :]}"
    return mended


# ---- Numbers without any sign that they are footnotes

FUSED_MARK = re.compile(
    r"""
    (?=\d)
    (?: (?<=[^\W\d_]{3}) | (?<=[^\W\d_]{2}[,;:]) | (?<=[a-zäöüß]{2}\.) | (?<=[)\]”“»"’]) | (?<=[)”“»"’][,;.:]) | (?<=\ [IVX]) | (?<=Agenda\ 21)
      | (?<=(?:19|20)\d\d)
      | (?<=\d[,;]) | (?<=(?:19|20)\d\d\.)(?=\d{1,3}$) )
    (?<!(?:Add|Rev|Vol|vol|Art|art)\.) (?<!(?:No|Nr)\.) (?<!Corr\.)
    (?P<number>\d{1,3})(?=[\s,;.:)]|$)
    """,
    re.VERBOSE,
)
"""Digits fused to a word, as a copied footnote mark is: "Strategy,2 and", but not "COVID-19" or "G20"."""
_GLUED_MARK = re.compile(
    r"(?:(?<=[^\W\d_]{2}[,;.:])|(?<=\d\d\d\d[,;.:])|(?<=\d\d\d\d[,;] ))(?P<number>\d{1,3})(?=(?!st\b|nd\b|rd\b|th\b)[a-z]{2}|$)"
)
"""Fused to the next word as well: "the Strategy,2and"."""
_SPACED_MARK = re.compile(r"(?<![^ \t])(?P<number>\d{1,3})(?=[ \t]|[,;.:)](?!\d)|$)")
"""Behind a blank: "the Strategy, 2 and"."""
_LISTED = re.compile(r",?(?: and| und)? \d")
_COUNTS = re.compile(rf"\b(?:(?i:{any_of('footnotes', 'counting')})|Goal)$")
"""What stands before a number that counts something, and so is no mark: "Article", "the", "at least"."""
_COUNTED = re.compile(rf"\s+{any_of('footnotes', 'counted')}")
_PLAIN_BODY = re.compile(r"(?P<number>\d{1,3})[ \t]+(?=[^\W\d_a-zäöü]|[“„\"«(<\[*]|\d{4}\ [A-Z])")
_YEAR = re.compile(r"(?:19|20)\d\d[,;.:]?$")
_DIGITS = re.compile(r"\d+")
_EXPLICIT = re.compile(rf"\[\^(\d{{1,3}})\](?!:)|([{SUPERSCRIPTS}]{{1,3}})")


class _Candidate(NamedTuple):
    line: int
    start: int
    end: int
    number: int
    score: int


def _candidates(line: str, i: int, wanted: Container[int], above: str = "") -> Iterator[_Candidate]:
    """The numbers of a line that may be the wanted marks; the higher the score, the likelier. ``above`` is the line before."""
    for run in _DIGITS.finditer(line):
        start, end = run.span()
        if end - start > 3 or line[:start].endswith("Agenda "):
            yield from _tails(run, i, wanted)
        if end - start <= 3 and int(run[0]) in wanted:
            likely = _likelihood(line, start, end, above)
            if likely:
                blanks = start - len(line[:start].rstrip(" \t"))
                yield _Candidate(i, start - blanks, end, int(run[0]), likely)


def _likelihood(line: str, start: int, end: int, above: str) -> int:
    before = line[max(0, start - 30) : start].rstrip(" \t")
    if not before:
        before = above[-30:].rstrip(" \t") if line[end : end + 1] in ("", " ", ",", ";") else ""
    behind_number = before.rstrip(",;.:")[-1:].isdigit()  # "70/1,3", "in 2019 3"
    if FUSED_MARK.match(line, start):
        return 6 + 3 * (end == len(line)) - (2 if behind_number else before[-1] in ")]")
    if _GLUED_MARK.match(line, start):
        return 3 - 2 * behind_number
    if not before or not _SPACED_MARK.match(line, start):
        return 0
    if _COUNTS.search(before) or MONTH.match(line[end : end + 15].lstrip(" .")):
        return 0
    counts = before[-1].isalpha() and _COUNTED.match(line, end)
    listed = behind_number and _LISTED.match(line, end) and not _YEAR.search(before)  # "paragraphs 1, 2 and 5"
    if counts or listed:
        return 0
    return (3 if before[-1].isalnum() else 5) + 3 * (end == len(line)) - 2 * behind_number


def _tails(run: re.Match[str], i: int, wanted: Container[int]) -> Iterator[_Candidate]:
    """Marks fused to a number that is too long with them: "2 May 20203", "resolution 74/1673", "decision 1/CP.2125"."""
    digits, start = run[0], run.start()
    for length in (1, 2, 3):
        head, tail = digits[:-length], digits[-length:]
        year = head == "21" or (len(head) == 4 and head[:2] in ("19", "20"))
        part = len(head) < 4 and run.string[start - 1 : start] in ("/", ".")
        if tail[0] != "0" and int(tail) in wanted and (year or part):
            yield _Candidate(i, run.end() - length, run.end(), int(tail), 4 if year else 2)


def _with_plain_bodies(lines: list[str]) -> list[str]:
    """Rewrite bodies that begin with a plain digit, in order, where the same digit stands as a mark above."""
    begun = {i: match for i, line in enumerate(lines) if (match := _PLAIN_BODY.match(line.lstrip()))}
    if not begun:
        return lines
    mended = list(lines)
    fused: set[int] = set()
    spaced: set[int] = set()
    highest, before, in_notes = 0, "", False
    listed = False  # nothing but notes has come since the last one
    for i, line in enumerate(lines):
        bare, match = line.strip(), begun.get(i)
        number = int(match["number"]) if match else 0
        if match and highest < number <= highest + 2 and not MONTH.match(bare, match.end()):
            usual = USUAL_BODY.match(bare, match.end()) is not None
            below = not before or in_notes or before[-1] in ",;.:" or usual
            if below and (number in fused or ((usual or listed) and number in spaced)):
                mended[i] = f"[^{number}]: {bare[match.end() :]}"
                highest, in_notes, listed = number, True, True
        elif bare and not in_notes:
            listed = False
        in_notes = in_notes and bool(bare)
        fused |= {int(m["number"]) for m in FUSED_MARK.finditer(line)}
        if " 1" in line or spaced:
            spaced |= {found.number for found in _candidates(line, i, range(1, 1000))}
        before = bare
    return mended


def _with_marks(source: Source) -> Source:
    """Find the marks of footnotes that have none yet, among the numbers in the text."""
    bodies = {
        i: int(match["markdown"])
        for i, line in enumerate(source.lines)
        if line[:2] == "[^" and (match := NOTE_BODY.match(line))
    }
    if not bodies:
        return source
    lines = list(source.lines)
    text = list(_outside_notes(lines, bodies))
    found = [
        _Candidate(i, m.start(), m.end(), int(m[1]) if m[1] else to_number(m[2]), 100)
        for i in text
        for m in _EXPLICIT.finditer(lines[i])
    ]
    missing = set(bodies.values()) - {mark.number for mark in found}
    if not missing:
        return source
    outside = set(text)
    for i in text:
        found += _candidates(lines[i], i, missing, lines[i - 1] if i - 1 in outside else "")
    chosen = [mark for mark in _rising(sorted(found)) if mark.number in missing]
    for mark in reversed(chosen):
        line = lines[mark.line]
        blank = " " if line[mark.end : mark.end + 1].isalpha() else ""
        lines[mark.line] = f"{line[: mark.start]}[^{mark.number}]{blank}{line[mark.end :]}"
    for mark in chosen:
        source.assume("footnote-mark", mark.line, str(mark.number))
    return source.with_lines(lines)


def _outside_notes(lines: Sequence[str], bodies: Container[int]) -> Iterator[int]:
    """The lines that belong to no footnote: its further lines are indented, or follow one that does not end."""
    in_note = False
    for i, line in enumerate(lines):
        goes_on = bool(line.strip()) and (line[0].isspace() or not lines[i - 1].rstrip().endswith("."))
        in_note = i in bodies or (in_note and goes_on)
        if not in_note:
            yield i


def _rising(found: Sequence[_Candidate]) -> Sequence[_Candidate]:
    """Choose the row of rising numbers with the best score, from candidates in their order in the text."""
    best: list[tuple[int, int, tuple[_Candidate, ...]]] = []  # (last number, score, row): as numbers rise, scores rise
    for one in found:
        behind = at = bisect_left(best, one.number, key=lambda row: row[0])
        _number, score, row = best[at - 1] if at else (0, 0, ())
        score += one.score
        while behind < len(best) and best[behind][1] <= score:
            behind += 1
        if behind > at or at == len(best) or best[at][0] > one.number:
            best[at:behind] = [(one.number, score, (*row, one))]
    return best[-1][2] if best else ()
