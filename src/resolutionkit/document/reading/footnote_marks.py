"""Finds the footnotes of a pasted text: their bodies and their marks, in whatever form copying left them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from resolutionkit.document.grammar.openers import opens_paragraph
from resolutionkit.document.model import Assumption
from resolutionkit.document.reading.blocks import MONTH, NOTE_BODY, Lines
from resolutionkit.document.reading.markdown import SUPERSCRIPTS, to_number

FUSED_MARK = re.compile(
    r"""
    (?=\d)
    (?: (?<=[^\W\d_]{3}) | (?<=[^\W\d_]{2}[,;.:]) | (?<=[)\]”“»"’]) | (?<=[)”“»"’][,;.:]) | (?<=\ [IVX]) | (?<=(?:19|20)\d\d)
      | (?<=\d[,;]) )
    (?<!(?:Add|Rev|Vol|vol|Art|art)\.) (?<!(?:No|Nr)\.) (?<!Corr\.)
    (?P<number>\d{1,3})(?=[\s,;.:)]|$)
    """,
    re.VERBOSE,
)
"""Digits fused to a word, as a copied footnote mark is: "Strategy,2 and", but not "COVID-19" or "G20"."""
_PLAIN_BODY = re.compile(r"(?P<number>\d{1,3})[ \t]+(?=[^\W\d_a-zäöü]|[“„\"«(<\[*])")
USUAL_BODY = re.compile(
    r"(?:Ibid|See|Resolutions?|Decisions?|United Nations|Official Records|General Assembly|Report|Adopted|[AES]/|Ebd|Siehe|Beschl|Vgl|Verein"
    r"|Bundes|Dok|Abrufbar|Available|Deutsch|Offizielles|Document)\b|[AES]/"
)
"""How the notes of resolutions begin."""
_HEADING = re.compile(r"(?:#+ )?(?:Notes|Footnotes|Endnotes|References|Fußnoten|Endnoten|Anmerkungen|Quellen)\s*:?")
_COUNTED_BODY = re.compile(r"\(?(?P<number>\d{1,3})(?:[.)]{1,2}|:)?[ \t]+(?=\S)")

_FORMS = (
    # how a body begins, how its mark looks in the text
    (re.compile(r"\[(?P<number>\d{1,3})\]:?[ \t]*(?=[^\s(])"), re.compile(r"(?<=\S)[ ]?\[(?P<number>\d{1,3})\](?!\()")),
    (re.compile(r"\((?P<number>\d{1,3})\)[ \t]*(?=\S)"), re.compile(r"(?<=\S)\((?P<number>\d{1,3})\)(?=[\s,;.:)]|$)")),
    (re.compile(r"\^(?P<number>\d{1,3})\^?[ \t]*(?=\S)"), re.compile(r"\^(?P<number>\d{1,3})\^?(?!\])")),
    (
        re.compile(r"<sup>\s*(?P<number>\d{1,3})\s*</sup>[ \t]*(?=\S)"),
        re.compile(r"<sup>\s*(?P<number>\d{1,3})\s*</sup>"),
    ),
)


def mend_notes(lines: list[str], language: str, assumptions: list[Assumption]) -> list[str]:
    """Write footnotes in one form: their marks as "[^1]", their bodies as "[^1]: …".

    Numbers alone prove nothing: a line counts as the body of a footnote only where its number
    stands as a mark in the lines above. Superscripts stay as they are.

    >>> mend_notes(["the Strategy,1 and COVID-19", "", "1 Resolution 60/288."], "en", [])
    ['the Strategy,[^1] and COVID-19', '', '[^1]: Resolution 60/288.']
    """
    firsts = {line.lstrip()[:1] for line in lines}
    for (body, mark), first in zip(_FORMS, "[(^<", strict=True):
        if first in firsts:
            lines = _rewritten(lines, body, mark)
    if firsts & {"N", "F", "E", "R", "A", "Q", "#"}:
        lines = _counted(lines, language)
    return _fused(lines, assumptions) if any("1" <= first <= "9" for first in firsts) else lines


def _rewritten(lines: list[str], body: re.Pattern[str], mark: re.Pattern[str]) -> list[str]:
    """Rewrite bodies and marks of one form."""
    if not any(body.match(line.lstrip()) for line in lines if line.lstrip()[:1] in ("[", "(", "^", "<")):
        return lines
    marked: set[int] = set()
    bodies: dict[int, re.Match[str]] = {}
    taken: set[int] = set()
    for i, line in enumerate(lines):
        match = body.match(line.strip()) if line.strip()[:1] in "[(^<" else None
        number = int(match["number"]) if match else 0
        if match and number in marked and number not in taken:
            bodies[i] = match
            taken.add(number)
        marked |= {int(m["number"]) for m in mark.finditer(line)}
    if not bodies or (
        lines[min(bodies)].lstrip()[:1] == "(" and min(taken) > 2
    ):  # "decision 74(16)", and paragraph (16)
        return lines
    mended = [
        mark.sub(lambda m: f"[^{int(m['number'])}]" if int(m["number"]) in taken else m[0], line)
        if i not in bodies
        else line
        for i, line in enumerate(lines)
    ]
    for i, match in bodies.items():
        mended[i] = f"[^{int(match['number'])}]: {lines[i].strip()[match.end() :]}"
    return mended


def _counted(lines: list[str], language: str) -> list[str]:
    """Read "1. …" below a heading "Notes" as bodies of footnotes, unless paragraphs follow there."""
    at = next(
        (i for i in range(len(lines) - 1, -1, -1) if len(lines[i]) < 20 and _HEADING.fullmatch(lines[i].strip("*_ "))),
        None,
    )
    if at is None:
        return lines
    below = [i for i in range(at + 1, len(lines)) if lines[i].strip()]
    matches = {i: match for i in below if (match := _COUNTED_BODY.match(lines[i].strip()))}
    if below and any(opens_paragraph(lines[i].strip()[match.end() :], language) for i, match in matches.items()):
        return lines
    mended = list(lines)
    mended[at] = ""
    for i, match in matches.items():
        mended[i] = f"[^{match['number']}]: {lines[i].strip()[match.end() :]}"
    return mended


def _fused(lines: list[str], assumptions: list[Assumption]) -> list[str]:
    """Find bodies that begin with a plain digit, and the digits fused to words that are their marks."""
    bodies = dict(_plain_bodies(lines))
    if not bodies:
        return lines
    mended = list(lines)
    wanted = [number for number, _ in bodies.values()]
    for i, line in enumerate(lines):
        if i in bodies:
            number, end = bodies[i]
            mended[i] = f"[^{number}]: {line.strip()[end:]}"
        elif wanted:
            pieces, last = [], 0
            for match in FUSED_MARK.finditer(line):
                number = int(match["number"])
                if number in wanted[:2]:  # the next one, or the one after a mark that was lost
                    del wanted[: wanted.index(number) + 1]
                    pieces += [line[last : match.start()], f"[^{number}]"]
                    last = match.end()
                    assumptions.append(Assumption("footnote-mark", i + 1, "", str(number)))
            mended[i] = "".join(pieces) + line[last:] if pieces else line
    return mended


def _plain_bodies(lines: Sequence[str]) -> Iterator[tuple[int, tuple[int, int]]]:
    """Yield (line, (number, where its text begins)) of each body that begins with a plain digit."""
    if not any(line.lstrip()[:1].isdecimal() and _PLAIN_BODY.match(line.lstrip()) for line in lines):
        return
    fused: set[int] = set()
    highest, before, in_notes = 0, "", False
    for i, line in enumerate(lines):
        bare = line.strip()
        if not bare:
            before, in_notes = "", False
            continue
        match = _PLAIN_BODY.match(bare) if bare[0].isdigit() else None
        number = int(match["number"]) if match else 0
        if (
            match
            and number in (highest + 1, highest + 2)
            and number in fused
            and not MONTH.match(bare, match.end())
            and (not before or in_notes or before[-1] in ",;.:" or USUAL_BODY.match(bare, match.end()))
        ):
            yield i, (number, match.end())
            highest, in_notes = number, True
        fused |= {int(m["number"]) for m in FUSED_MARK.finditer(line)}
        before = bare


def take_notes(blocks: Sequence[Lines]) -> tuple[list[Lines], dict[int, Lines]]:
    """Part the bodies of footnotes from the other blocks.

    >>> rest, notes = take_notes([Lines("the Strategy,¹ and", 1), Lines("¹ Resolution 60/288.", 2)])
    >>> len(rest), notes[1].text
    (1, 'Resolution 60/288.')
    """
    rest: list[Lines] = []
    notes: dict[int, Lines] = {}
    for block in blocks:
        text = block.text
        match = NOTE_BODY.match(text) if text[0] in "[" + SUPERSCRIPTS else None
        if match is None:
            rest.append(block)
            continue
        number = to_number(match["super"]) if match["super"] else int(match["markdown"])
        if number in notes:  # the same number twice: nothing may be lost
            rest.append(Lines(text, block.line))
        else:
            notes[number] = Lines(text[match.end() :], block.line)
    return rest, notes
