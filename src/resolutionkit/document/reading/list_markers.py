"""Writes the numbers and marks of paragraphs as the UN prints them: "1." and "(a)", whatever a text has instead."""

import re
from collections.abc import Callable, Set
from itertools import pairwise

from resolutionkit.document.grammar.final_marks import INTRODUCES, LAST, OPERATIVE, PREAMBULAR, final_mark
from resolutionkit.document.grammar.numerals import nth_marker
from resolutionkit.document.grammar.openers import opens_paragraph, opens_preamble
from resolutionkit.document.grammar.word_lists import patterns
from resolutionkit.document.reading.line_forms import (
    HEADING,
    WHEREAS,
    bare_of,
    either_case,
    item_at,
    marker_rows,
    number_at,
)
from resolutionkit.document.reading.source import Source, filled_before

_ODD_NUMBER, _DOTTED, _PART_LABEL, _PREAMBULAR_MARKER = patterns(
    "markers", "odd_number dotted part_label preambular_marker"
)
_BULLET = re.compile(r"(?P<bullet>[–—•·▪◦‣●○■□➢\-\*\uf0b7\uf0a7]|o(?=\ \ ))[ ]+(?=\S)")
_BULLETS = frozenset("–—•·▪◦‣●○■□➢-*o\uf0b7\uf0a7")
_NUMBERED = frozenset("0123456789([OoAcCpPZ§*_")
_DECIMAL = re.compile(r"(\d{1,3})\.(\d{1,2})[.)]?\ +(?=\S)")
_LETTERED = re.compile(r"\(?[a-z]{1,4}[.)] ")
_ROMAN_HEADING = re.compile(r"(?:#+ )?[IVX]+\b.{0,80}")


def list_markers(source: Source) -> Source:
    """Fold the white space of lines, and rewrite odd numbers, dotted markers and bullets at their starts.

    >>> list_markers(Source.of("(1) Urges all:\\na. to act;\\nb. to report;\\n(2) Decides to rest.", "en")).lines
    ['1. Urges all:', '(a) to act;', '(b) to report;', '2. Decides to rest.']
    """
    lines = [" ".join(line.split()) if "  " in line else line.strip() for line in source.lines]
    if source.language not in ("en", "de"):
        return source.with_lines(lines)
    for firsts, rewrite in _REWRITES:
        if not firsts or source.beginning(firsts.__contains__):
            rewrite(lines, source)
    return source.with_lines(lines)


def _indent(source: Source, i: int) -> int:
    return len(source.lines[i]) - len(source.lines[i].lstrip())


def _introduces(line: str, language: str) -> bool:
    """Whether a list may follow: behind a colon, in German behind the comma of "3. fordert die Staaten auf," as well."""
    mark = final_mark(line)
    return mark == INTRODUCES or (mark == PREAMBULAR and language == "de" and number_at(line) is not None)


def _opens(text: str, language: str) -> bool:
    return opens_paragraph(bare_of(text), language)


def _take_labels(lines: list[str], _source: Source) -> None:
    """Preambular paragraphs bear no number; "OP1 bis" is printed as "1 bis."."""
    for i, line in enumerate(lines):
        match = _PART_LABEL.match(line) if line[:1] in ("P", "O", "[") else None
        if match and (match["bis"] or match["part"] == "PP"):
            number = "" if match["part"] == "PP" else f"{match['number']} {match['bis']}. "
            lines[i] = number + match["open"] + line[match.end() :]


def _take_preambular_markers(lines: list[str], source: Source) -> None:
    """Take the markers from preambular paragraphs: "A." as the European Parliament has them, "1." or "a)" as drafts do."""
    found: list[tuple[int, re.Match[str]]] = []
    for i, line in enumerate(lines):
        if line and not line[1:6].isalpha() and (match := _PREAMBULAR_MARKER.match(line)):
            bare, other = either_case(line[match.end() :])
            if WHEREAS.match(bare) or opens_preamble(bare, source.language) or opens_preamble(other, source.language):
                found.append((i, match))
            elif found or opens_paragraph(bare, source.language):
                break  # the operative part begins
    above = [final_mark(filled_before(lines, i)) for i, _match in found]
    ends = (PREAMBULAR, OPERATIVE) if found and found[0][1]["mark"] == "A" else (PREAMBULAR,)
    in_a_row = marker_rows(match["mark"] for _i, match in found) == [[*range(len(found))]]
    if len(found) > 1 and in_a_row and above[0] != INTRODUCES and all(end in ends for end in above[1:]):
        source.assume("preambular-marker", found[0][0], found[0][1][0].strip())
        for i, match in found:
            lines[i] = lines[i][match.end() :]


def _mark_bullets(lines: list[str], source: Source) -> None:
    """Bullets of a list become (a), (b) …, below a lettered one (i), (ii) …; before an opener a bullet says nothing."""
    before, lettered, listed, said = "", False, False, False
    counts: dict[int, int] = {}  # how many bullets each open list has, by its indent
    for i, line in enumerate(lines):
        if not line:
            continue
        match = _BULLET.match(line) if line[0] in _BULLETS else None
        if match is None or HEADING.match(line):
            if not ((listed or counts) and _indent(source, i) and not final_mark(before)):  # a wrapped line of a bullet
                lettered = _LETTERED.match(line) is not None or (lettered and not final_mark(before))
                listed = lettered and final_mark(line) == INTRODUCES
                counts = {}
            before = line
            continue
        rest = line[match.end() :]
        in_list = _introduces(before, source.language) or bool(counts)
        opens = said or any(opens_paragraph(text, source.language) for text in either_case(rest))
        if item_at(rest) or number_at(rest) or (opens and not in_list):
            lines[i], said = rest, True  # a list of paragraphs
        # a dash at the start of a line may be a dash in a sentence, and "* On behalf of" a note below the last one
        elif in_list or match["bullet"] not in ("–—-*" if final_mark(before) == LAST else "–—-"):
            indent = max(_indent(source, i), min(counts, default=0))  # further out than its list it goes on with it
            counts = {at: count for at, count in counts.items() if at <= indent}
            counts[indent] = counts.get(indent, 0) + 1
            first = "i" if listed or indent > min(counts) else "a"
            lines[i] = f"({nth_marker(first, counts[indent])}) {rest}"
            if not any(assumption.kind == "bullet" for assumption in source.assumptions):
                source.assume("bullet", i, f"{match['bullet']} {rest[:40]}")
        before = rest


def _mend_numbers(lines: list[str], source: Source) -> None:
    """Numbers as "1. ": "(1)", "1)", "1:", "1 –", "OP1" and "1" where an opener follows; counted on where all are "1."."""
    numbers = {i: match["number"] for i, line in enumerate(lines) if (match := number_at(line)) and not match["bis"]}
    if numbers:
        if len(numbers) > 2 and set(map(int, numbers.values())) == {1} and not _one_a_section(lines, [*numbers]):
            for count, i in enumerate(numbers, start=1):
                lines[i] = re.sub(r"\d+", str(count), lines[i], count=1)
            source.assume("numbering", [*numbers][1], "1. 1. 1. …")
        return
    odd = {i: match for i, line in enumerate(lines) if line[:1] in _NUMBERED and (match := _ODD_NUMBER.match(line))}
    style_of = {i: (match["style"] or "", (match["end"] or "").strip()) for i, match in odd.items()}
    opening = {i for i, match in odd.items() if _opens(lines[i][match.end() :], source.language)}
    styles = {style_of[i] for i in opening} - {("", ""), ("Art.", "")}
    for i, match in odd.items():
        if i in opening or style_of[i] in styles:
            lines[i] = f"{match['number']}. {lines[i][match.end() :]}"


def _one_a_section(lines: list[str], numbered: list[int]) -> bool:
    """Whether a Roman number stands above each paragraph: then every section begins with 1, and rightly so."""
    romans = [i for i, line in enumerate(lines) if _ROMAN_HEADING.fullmatch(line)]
    return all(any(a < i < b for i in romans) for a, b in pairwise(numbered))


def _bracket_letters(lines: list[str], source: Source) -> None:
    """Markers as "(a) ": those that stand in a row "a.", "b." …, "1a.", "1b." … or "[a]"."""
    may_be = (i for i, line in enumerate(lines) if "." in line[:8] or line[:1] in ("[", "(") or line[:1].isdigit())
    found = [(i, match) for i in may_be if (match := _DOTTED.match(lines[i]))]
    for row in marker_rows([match[match.lastgroup or 0] for _i, match in found]):
        first, match = found[row[0]]
        initials = match["mark"] in ("A", "I") or len(row) == 1
        if match["mark"] and initials and not _introduces(filled_before(lines, first), source.language):
            continue
        for i, match in (found[n] for n in row):
            lines[i] = f"({match[match.lastgroup or 0]}) {lines[i][match.end() :]}"


def _begins_list(before: str, number: int, rest: str, outer: int, language: str) -> bool:
    """Whether a number begins a list below the line before it, given the number of the paragraph around it (0: of none)."""
    if final_mark(before) != INTRODUCES:
        return False
    return (number == 1 and item_at(before) is not None) or (outer > 0 and not _opens(rest, language))


def _mark_inner_numbers(lines: list[str], source: Source) -> None:
    """Numbers below a sub-paragraph that ends with a colon, or below a number, as markers: "(1)", and "1.1" as "(1)"."""
    outer = inner = below = indent = 0
    for i, line in enumerate(lines):
        if not line[:1].isdigit():
            continue
        if (decimal := _DECIMAL.match(line)) and int(decimal[1]) == outer and int(decimal[2]) == below + 1:
            below += 1
            lines[i] = f"({below}) {line[decimal.end() :]}"
        elif number := number_at(line):
            rest, count = line[number.end() :], int(number["number"])
            out_of_order = count != outer + 1 or count == 1
            begins = out_of_order and _begins_list(filled_before(lines, i), count, rest, outer, source.language)
            next_one = inner > 0 and count == inner + 1
            if begins or (next_one and (_indent(source, i) == indent > 0 or not _opens(rest, source.language))):
                lines[i] = f"({count}) {rest}"
                inner, indent = count, _indent(source, i)
            else:
                outer, inner, below = count, 0, 0


_REWRITES: tuple[tuple[Set[str], Callable[[list[str], Source], None]], ...] = (
    (frozenset("PO["), _take_labels),
    (frozenset("AaIi1(["), _take_preambular_markers),
    (_BULLETS, _mark_bullets),
    (_NUMBERED, _mend_numbers),
    (frozenset(), _bracket_letters),
    (frozenset("1"), _mark_inner_numbers),
)
"""What is done where lines begin with one of these characters, or in any text where there are none."""
