"""Writes the numbers and marks of paragraphs as the UN prints them: "1." and "(a)", whatever a text has instead."""

from __future__ import annotations

import re
from itertools import pairwise

from resolutionkit.document.grammar.final_marks import INTRODUCES, OPERATIVE, PREAMBULAR, final_mark
from resolutionkit.document.grammar.numerals import FIRST_MARKERS, LETTERS, follows, nth_marker
from resolutionkit.document.grammar.openers import opens_paragraph
from resolutionkit.document.reading.blocks import HEADING, bare_of, item_at, number_at
from resolutionkit.document.reading.source import Source

_ODD_NUMBER = re.compile(
    r"""
    (?:\*\*|__)?
    (?: (?P<style>\(|\[|(?:OP|Op|op|Art\.|§)\ ?)?  (?P<number>\d{1,3})
        (?P<end>[.)\]:]{1,2}|\ ?[-–—](?=\ )|(?=\ ))? )
    (?:\*\*|__)?[ ]*(?=[^\W\d_]|[*_])
    """,
    re.VERBOSE,
)
_DOTTED = re.compile(
    r"(?:\*\*)?(?P<mark>[a-z]|[ivx]{2,5}|[IVX]{2,5}|[A-Z])\.(?:\*\*)?[ ]+(?=\S)|\[(?P<boxed>[a-z]{1,4})\][ ]+(?=\S)"
)
_BULLET = re.compile(r"(?P<bullet>[–—•·▪◦‣●○■□➢\-\*\uf0b7\uf0a7]|o(?=\ \ ))[ ]+(?=\S)")
_NEAR = 40
"""Marks: the second one of a list stands not farther from the first."""
_DEEPEST = 4
_BULLETS = frozenset("–—•·▪◦‣●○■□➢-*o\uf0b7\uf0a7")


def list_markers(source: Source) -> Source:
    """Rewrite odd numbers, dotted markers and bullets at the starts of lines.

    >>> list_markers(Source.of("(1) Urges all:\\na. to act;\\nb. to report;\\n(2) Decides to rest.", "en")).lines
    ['1. Urges all:', '(a) to act;', '(b) to report;', '2. Decides to rest.']
    """
    lines, language = source.lines, source.language
    if language not in ("en", "de"):
        return source
    indents = [len(line) - len(line.lstrip()) for line in lines]
    folded = [
        " ".join(line.split()) if line[:1].isspace() or "\t" in line or "  " in line or "\u00a0" in line else line
        for line in lines
    ]
    firsts = {line[:1] for line in folded}
    if firsts & {"P", "O", "["}:
        folded = [_PART_LABEL.sub(_without_part, line) if line[:1] in ("P", "O", "[") else line for line in folded]
    if {"A", "B"} <= firsts:
        folded = _recitals(folded)
    if firsts & _BULLETS:
        folded = _lettered(folded, indents, source)
    if firsts & set("0123456789([OoA§*_"):
        folded = _numbered(folded, source)
    if any(
        line[1:2] == "." or "." in line[2:6] or line[:1] == "["
        for line in folded
        if line[:1].isalpha() or line[:1] in "[*"
    ):
        folded = _bracketed(folded)
    if "1" in firsts:
        folded = _inner_numbers(folded, indents, source)
    return source.with_lines(folded)


_PART_LABEL = re.compile(
    r"(?P<open>\[?)(?P<part>PP|OP)\ ?(?P<number>\d{1,3})(?:\ ?(?P<bis>bis|ter|quater|alt)\b)?[.:)]?\ +(?=\S)"
)
"""The label of a paragraph in a negotiating text: "PP1 bis."."""


def _without_part(match: re.Match[str]) -> str:
    """Preambular paragraphs bear no number; "OP1 bis" is printed as "1 bis."."""
    if match["part"] == "PP":
        return match["open"]
    return f"{match['number']} {match['bis']}. {match['open']}" if match["bis"] else match[0]


def _recitals(lines: list[str]) -> list[str]:
    """Take the letters "A.", "B." … from the paragraphs of a preamble, as the European Parliament has them."""
    end = next((i for i, line in enumerate(lines) if number_at(line)), len(lines))
    lettered = [i for i in range(end) if _RECITAL.match(lines[i]) and final_mark(lines[i]) in (PREAMBULAR, OPERATIVE)]
    if len(lettered) < 2 or [lines[i][0] for i in lettered] != list(LETTERS[: len(lettered)].upper()):
        return lines
    return [_RECITAL.sub("", line) if i in lettered else line for i, line in enumerate(lines)]


_RECITAL = re.compile(r"[A-Z][.)]\ +(?=\S)")


def _inner_numbers(lines: list[str], indents: list[int], source: Source) -> list[str]:
    """Numbers below a sub-paragraph that ends with a colon, or below a number, as markers: "(1)", and "1.1" as "(1)"."""
    mended = list(lines)
    outer = inner = below = indent = 0
    before = ""
    for i, line in enumerate(lines):
        if not line or not line[0].isdigit():
            before = line or before
        elif (decimal := _DECIMAL.match(line)) and int(decimal[1]) == outer and int(decimal[2]) == below + 1:
            below += 1
            mended[i] = before = f"({below}) {line[decimal.end() :]}"
        elif number := number_at(line):
            rest, count = line[number.end() :], int(number["number"])
            begins = count == 1 and item_at(before) is not None and final_mark(before) == INTRODUCES
            goes_on = (
                inner > 0 and count == inner + 1 and (indents[i] == indent > 0 or not _opens(rest, source.language))
            )
            if begins or goes_on:
                mended[i], inner, indent = f"({count}) {rest}", count, indents[i]
                before = mended[i]
            else:
                outer, inner, below = count, 0, 0
                before = line
    return mended


_DECIMAL = re.compile(r"(\d{1,3})\.(\d{1,2})[.)]?\ +(?=\S)")


def _opens(text: str, language: str) -> bool:
    return opens_paragraph(bare_of(text), language)


def _numbered(lines: list[str], source: Source) -> list[str]:
    """Numbers as "1. ": "(1)", "1)", "1:", "1 –", "OP1" and "1" where an opener follows; counted on where all are "1."."""
    standard = [
        (i, int(match["number"]))
        for i, line in enumerate(lines)
        if line and (match := number_at(line)) and not match["bis"]
    ]
    if standard:
        if len(standard) > 2 and all(number == 1 for _, number in standard) and not _one_a_section(lines, standard):
            lines = list(lines)
            for count, (i, _) in enumerate(standard[1:], start=2):
                lines[i] = re.sub(r"\d+", str(count), lines[i], count=1)
            source.assume("numbering", standard[1][0], "1. 1. 1. …")
        return lines
    found = [
        (i, match)
        for i, line in enumerate(lines)
        if line[:1] in "0123456789([OoA§*_" and line and (match := _ODD_NUMBER.match(line))
    ]
    styles = {
        (match["style"] or "", (match["end"] or "").strip())
        for i, match in found
        if _opens(lines[i][match.end() :], source.language)
    }
    if not styles:
        return lines
    lines = list(lines)
    for i, match in found:
        rest = lines[i][match.end() :]
        style = (match["style"] or "", (match["end"] or "").strip())
        if style in styles and (style not in (("", ""), ("Art.", "")) or _opens(rest, source.language)):
            lines[i] = f"{match['number']}. {rest}"
    return lines


def _one_a_section(lines: list[str], numbered: list[tuple[int, int]]) -> bool:
    """Whether a Roman number stands above each paragraph: then every section begins with 1, and rightly so."""
    romans = [i for i, line in enumerate(lines) if re.fullmatch(r"(?:#+ )?[IVX]+\b.{0,80}", line)]
    return all(any(a < i < b for i in romans) for (a, _), (b, _) in pairwise(numbered))


def _bracketed(lines: list[str]) -> list[str]:
    """Marks as "(a) ": those that stand in a row "a.", "b." …, and "[a]"."""
    found = [(i, match) for i, line in enumerate(lines) if line and (match := _DOTTED.match(line))]
    marks = [match["mark"] or match["boxed"] for _, match in found]
    open_marks: list[str] = []
    mended = list(lines)
    for k, (i, match) in enumerate(found):
        mark = marks[k]
        before = next((lines[j] for j in range(i - 1, -1, -1) if lines[j]), "")
        next_one = bool(open_marks) and follows(mark, open_marks[-1])
        deeper = next((n for n in range(len(open_marks) - 1, -1, -1) if follows(mark, open_marks[n])), None)
        more = mark not in ("A", "I") and any(follows(other, mark) for other in marks[k + 1 : k + _NEAR])
        starts = mark in FIRST_MARKERS and (final_mark(before) == ":" or more)
        if not (match["boxed"] or starts or next_one or deeper is not None):
            continue
        if starts:
            open_marks = [*open_marks[-_DEEPEST:], mark]
        elif deeper is not None:
            open_marks[deeper:] = [mark]
        mended[i] = f"({mark}) {lines[i][match.end() :]}"
    return mended


def _lettered(lines: list[str], indents: list[int], source: Source) -> list[str]:
    """Bullets of a list become (a), (b) …, below a lettered one (i), (ii) …; before an opener a bullet says nothing."""
    mended = list(lines)
    before, listed, first, said = "", False, True, False
    counts: list[tuple[int, int, bool]] = []  # open lists of bullets: (indent, how many, whether Roman)
    for i, line in enumerate(lines):
        if not line:
            continue
        match = _BULLET.match(line)
        if match is None or HEADING.match(line):
            if not (listed and indents[i] and not final_mark(before)):  # a wrapped line of the same bullet
                listed = bool(re.match(r"\(?[a-z]{1,4}[.)] ", line)) and final_mark(line) == ":"
                counts = []
            before = line
            continue
        rest = line[match.end() :]
        in_list = bool(final_mark(before) == ":" or counts)
        if (
            item_at(rest)
            or number_at(rest)
            or (
                not in_list
                and (said or _opens(rest[:1].upper() + rest[1:], source.language) or _opens(rest, source.language))
            )
        ):
            mended[i], said = rest, True  # a list of paragraphs
        elif in_list or not _is_dash(match["bullet"]):
            while counts and counts[-1][0] > indents[i]:
                counts.pop()
            if not counts or indents[i] > counts[-1][0]:
                counts.append((indents[i], 0, bool(counts) or listed))
            indent, count, roman = counts[-1]
            counts[-1] = (indent, count + 1, roman)
            mended[i] = f"({nth_marker('i' if roman else 'a', count + 1)}) {rest}"
            if first:
                source.assume("bullet", i, f"{match['bullet']} {rest[:40]}")
                first = False
        before = rest
    return mended


def _is_dash(bullet: str) -> bool:
    """A dash at the start of a line may be a dash in a sentence."""
    return bullet in "–—-"
