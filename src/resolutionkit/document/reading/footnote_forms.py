"""Writes footnotes in one form, whatever copying made of them: marks as "[^1]", bodies as "[^1]: …"."""

import re
from collections.abc import Set

from resolutionkit.document.grammar.final_marks import LAST
from resolutionkit.document.grammar.openers import opens_paragraph
from resolutionkit.document.grammar.word_lists import lists
from resolutionkit.document.reading.hyphens import joint
from resolutionkit.document.reading.line_forms import NOTE_BODY, NOTES_HEADING, abbreviates
from resolutionkit.document.reading.source import Source

_FORMS = [
    (frozenset(form["begins"]), re.compile(form["body"]), re.compile(form["mark"]))
    for form in lists()["footnotes"]["forms"]
]


def whole_notes(source: Source) -> Source:
    """Join the further lines of a note "[^1]: …" to its first one: they are indented, or it has not ended yet.

    >>> whole_notes(Source.of("[^1]: See A/75/1, para.\\n    76.\\n\\n[^2]: A/75/2.", "en")).lines
    ['[^1]: See A/75/1, para. 76.', '', '', '[^2]: A/75/2.']
    """
    lines, at = list(source.lines), -1
    first = next((i for i in source.beginning("[".__eq__) if NOTE_BODY.match(lines[i].strip())), len(lines))
    for i, line in enumerate(source.lines[first:], start=first):
        bare = line.strip()
        goes_on = at >= 0 and bare and (line[:2].isspace() or lines[at][-1:] != LAST or abbreviates(lines[at]))
        if goes_on and not NOTE_BODY.match(bare):
            lines[at], lines[i] = "".join(joint(lines[at], bare, frozenset)) + bare, ""
        else:
            at = i if bare[:2] == "[^" and NOTE_BODY.match(bare) else -1
    return source.with_lines(lines)


def footnotes(source: Source) -> Source:
    """Write footnotes with a sign, as brackets and slashes are, in one form; superscripts stay as they are.

    >>> footnotes(Source.of("the Strategy[1] and\\n\\n[1] Resolution 60/288.", "en")).lines
    ['the Strategy[^1] and', '', '[^1]: Resolution 60/288.']
    """
    for form in _FORMS:
        source = _in_one_form(source, *form)
    return _below_heading(source)


def _in_one_form(source: Source, firsts: Set[str], body: re.Pattern[str], mark: re.Pattern[str]) -> Source:
    """Rewrite the bodies of one form, and the marks that belong to them."""
    lines = source.lines
    begun = {i: match for i in source.beginning(firsts.__contains__) if (match := body.match(lines[i].strip()))}
    first_mark: dict[int, int] = {}
    for i, line in enumerate(lines if begun else ()):
        for found in mark.finditer(line):
            first_mark.setdefault(int(found["number"]), i)
    taken: dict[int, int] = {}  # number -> the first line that begins with it below its mark
    for i, match in begun.items():
        if first_mark.get(number := int(match["number"]), i) < i:
            taken.setdefault(number, i)
    if not taken or ("(" in firsts and min(taken) > 2):  # "decision 74(16)", and paragraph (16)
        return source
    bodies = {i: f"[^{number}]: {begun[i].string[begun[i].end() :]}" for number, i in taken.items()}

    def to_mark(match: re.Match[str]) -> str:
        return f"[^{int(match['number'])}]" if int(match["number"]) in taken else match[0]

    return source.with_lines([bodies.get(i) or mark.sub(to_mark, line) for i, line in enumerate(lines)])


_BEFORE_NOTES = frozenset("NFERAQ#*_")  # the first letters of the heading, and what marks it
_COUNTED_BODY = re.compile(r"\(?(?P<number>\d{1,3})(?:[.)]{1,2}|:)?[ \t]+(?=\S)")


def _below_heading(source: Source) -> Source:
    """Read "1. …" below a heading "Notes" as bodies of footnotes, unless paragraphs follow there."""
    lines = source.lines
    may_be = (i for i in source.beginning(_BEFORE_NOTES.__contains__) if len(lines[i]) < 20)
    headings = (i for i in may_be if NOTES_HEADING.fullmatch(lines[i].strip("*_ ")))
    below = range(max(headings, default=len(lines)) + 1, len(lines))
    bodies = {i: match for i in below if (match := _COUNTED_BODY.match(lines[i].strip()))}
    if any(opens_paragraph(match.string[match.end() :], source.language) for match in bodies.values()):
        return source
    mended = list(lines)
    for i, match in bodies.items():
        mended[i] = f"[^{match['number']}]: {match.string[match.end() :]}"
    return source.with_lines(mended)
