"""Reads what stands around the paragraphs of a resolution: cover page, title, organ line, closing lines."""

import re
from collections.abc import Collection, Sequence

from resolutionkit.document.grammar.dates import date_in
from resolutionkit.document.grammar.numerals import number_of
from resolutionkit.document.grammar.word_lists import patterns
from resolutionkit.document.model import Resolution
from resolutionkit.document.reading.assemble import Block
from resolutionkit.document.reading.hyphens import joint
from resolutionkit.document.reading.line_forms import CLOSING, LABELLED, NUMBER, RULE, TITLE
from resolutionkit.document.reading.markdown import Inline, read_inline

_NO_TITLE, _TOPIC, _ORIGIN, _BREAKS_OFF, _AGENDA, _MEETING = patterns(
    "cover", "no_title topic origin breaks_off agenda meeting"
)
_DRAFT = re.compile(r"[A-Z]{1,4}/(?:[A-Za-z0-9.-]+/)*[A-Z]+\.\d+(?:/(?:Rev|Add|Corr)\.\d+)*")
_ADOPTED = re.compile(r"[Aa]dopted\b|[Vv]erabschiedet\b")
_SESSION = re.compile(r"A/RES/(?:(?P<special>E?S-\d{1,2})/|(?P<regular>\d{1,3})/|\d+(?: [A-Z])?\((?P<roman>[IVXL]+)\))")


def symbol_of(number: str, organ: str) -> str:
    """Return the symbol of the resolution with this number: "A/RES/75/10" for "75/10"."""
    if not number:
        return ""
    if "(" in number:
        return f"S/RES/{number}" if number[-2].isdigit() else f"A/RES/{number.replace(' (', '(')}"
    if "Human Rights" in organ or "Menschenrechtsrat" in organ:
        return f"A/HRC/RES/{number}"
    return f"E/RES/{number}" if re.match(r"(?:19|20)\d\d/", number) else f"A/RES/{number}"


def session_of(symbol: str) -> int | str | None:
    """Return the session in which a General Assembly resolution was adopted: 75, or "ES-11".

    >>> session_of("A/RES/75/10"), session_of("A/RES/ES-11/1"), session_of("S/RES/2729 (2024)")
    (75, 'ES-11', None)
    """
    match = _SESSION.match(symbol)
    if match is None:
        return None
    return match["special"] or number_of(match["roman"] or "") or int(match["regular"])


def read_cover(lines: Sequence[str], number: str, organ: str) -> Resolution:
    """Return what the lines above the title say; ``number`` is that of the title line, or "".

    >>> read_cover(["Tagesordnungspunkt 130 y)"], "75/10", "de").agenda_item
    '130 y)'
    """
    symbol = symbol_of(number, organ)
    agenda, adopted, published, meeting = "", None, None, ""
    drafts: tuple[str, ...] = ()
    for line, below in zip(lines, (*lines[1:], ""), strict=False):
        if found := _AGENDA.match(line):
            agenda = agenda or found["item"].strip()
        elif ("dopted" in line or "erabschiedet" in line) and _ADOPTED.search(line):
            adopted = adopted or date_in(line) or date_in(below)
            meeting = meeting or (found[0] if (found := _MEETING.search(line)) else "")
        elif line.startswith("["):
            drafts = drafts or tuple(_DRAFT.findall(line))
        elif len(line) < 40 and line[:1].isdigit() and published is None and date_in(line) != adopted:
            published = date_in(line)
        elif not symbol and (found := re.fullmatch(r"[AES]/(?:HRC/)?RES/\S+(?: \(\d{4}\)| [A-Z](?:-[A-Z])?)?", line)):
            symbol = found[0]
        elif not symbol and (found := re.fullmatch(rf"Resolution (?P<number>{NUMBER})", line)):
            symbol = symbol_of(found["number"], organ)
    return Resolution(
        symbol=symbol,
        session=session_of(symbol),
        agenda_item=agenda,
        adopted=adopted,
        published=published,
        meeting=meeting,
        drafts=drafts,
    )


def meeting_in(closing: Sequence[str]) -> str:
    """Return the meeting that the closing lines name, as printed: "30. Plenarsitzung"."""
    return next((line for line in closing if CLOSING.match(line)), "")


# ---- The title

_SHORTEST = 30  # characters: a line of a title that goes on below is no shorter
_WIDE = 55
"""Characters: a line above the title that is as long, and tells neither date nor origin, is the first half of it."""


def read_title(head: Sequence[Block], notes: Collection[int]) -> tuple[str, Inline, list[str]]:
    """Part the blocks above the organ line into number, title and cover lines."""
    head = [block for block in head if not RULE.fullmatch(block.text)]
    lines = [block.text for block in head]
    for i in range(len(lines) - 1, -1, -1):
        if match := TITLE.match(lines[i].strip("*_# ")):
            title, below = match["title"], [line for line in lines[i + 1 :] if line]
            if len(below) == 1:  # the second half of the title
                title, below = f"{title} {below[0]}", []
            return match["number"], read_inline(title, notes), lines[:i] + below
    for i, line in enumerate(lines):  # as Model United Nations papers say it: "Topic: …"
        if match := _TOPIC.fullmatch(line.strip("*_# ")):
            return "", read_inline(match["title"].strip("*_ "), notes), lines[:i] + lines[i + 1 :]
    last = len(lines)
    while last and _is_no_title(lines[:last]):
        last -= 1
    if not last or lines[last - 1].startswith("["):
        return "", Inline(""), lines
    first = last - 1
    while first and _goes_on(lines[first - 1], lines[first], adjacent=head[first].line == head[first - 1].line + 1):
        first -= 1
    title = lines[first]
    for line in lines[first + 1 : last]:
        title = "".join(joint(title, line, frozenset)) + line
    return "", read_inline(title.lstrip("# "), notes), lines[:first] + lines[last:]


def _is_no_title(lines: Sequence[str]) -> bool:
    """Whether the last of the lines above the organ line says how the resolution came about, or who wrote it."""
    bare = lines[-1].strip("*_# ")
    if bare[-1:].isdigit() and re.match(r"(?:on |am )?\d", bare) and date_in(bare):
        return True  # "… at its 3rd meeting, | on 3 May 2031"
    if len(lines) > 1 and (LABELLED.match(bare) or _BREAKS_OFF.search(lines[-2])):
        return LABELLED.match(bare) is not None
    return _NO_TITLE.fullmatch(bare) is not None


def _goes_on(line: str, following: str, *, adjacent: bool) -> bool:
    """Whether a title stands on two lines: the second begins with a small letter, or the first is full or ends with a word that no title does."""
    if len(line) <= _SHORTEST or LABELLED.match(line) or _NO_TITLE.fullmatch(line):
        return False
    full = adjacent and len(line) > _WIDE and _ORIGIN.search(line) is None
    return full or following[:1].islower() or following[:1] == "(" or _BREAKS_OFF.search(line) is not None
