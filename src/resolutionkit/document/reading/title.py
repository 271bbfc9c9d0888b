"""Finds number and title of a resolution among the lines above its organ line."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import replace

from resolutionkit.document.reading.assemble import Block
from resolutionkit.document.reading.front_matter import LABELLED, NO_TITLE, TITLE
from resolutionkit.document.reading.hyphens import joint
from resolutionkit.document.reading.markdown import Inline, read_inline
from resolutionkit.document.reading.pages import RULE

_TOPIC = re.compile(
    r"(?i:topic|subject|question(?: of)?|title|thema|betreff|titel|gegenstand|tagesordnungspunkt):[*_]* *(?P<title>\S.*)"
)
_SHORTEST = 30
"""Characters: a line of a title that goes on below is no shorter."""
_WIDE = 55
"""Characters: a line above the title that is as long, and tells neither date nor origin, is the first half of it."""
_COVER = re.compile(
    r"\d|:|[.;]$|\b(?:adopted|submitted|[Dd]raft|[Cc]ommittee|Model United Nations|verabschiedet|vorgelegt\w*|\w*[Ee]ntwurf\w*|Ausschuss\w*)\b"
)
_BREAKS_OFF = re.compile(
    r"(?:[,-]| (?:the|a|an|of|and|or|in|on|for|to|with|by|from|at|between|against|der|die|das|den|dem|des|und|oder|von|zu|zur|zum|im|in|am|an|auf"
    r"|für|mit|bei|über|gegen|zwischen|sowie))$"
)


def read_title(head: Sequence[Block], notes: Collection[int]) -> tuple[str, Inline, list[str]]:
    """Part the blocks above the organ line into number, title and cover lines.

    >>> number, title, cover = read_title([Block("text", "Sponsors: Kenya"), Block("text", "75/10. Policing")], ())
    >>> number, title.text, cover
    ('75/10', 'Policing', ['Sponsors: Kenya'])
    """
    head = [block for block in head if not RULE.fullmatch(block.text)]
    lines = [block.text for block in head]
    cover: list[str] = []
    for i in range(len(lines) - 1, -1, -1):
        bare = re.sub(r"^#{1,6} ", "", lines[i]).strip("*_ ")
        if match := TITLE.match(bare):
            rest = [line for line in lines[i + 1 :] if line]
            title = read_inline(" ".join([match["title"], *rest]) if len(rest) == 1 else match["title"], notes)
            return match["number"], _plain(title), lines[:i] + (rest if len(rest) > 1 else [])
    for i, line in enumerate(lines):  # as Model United Nations papers say it: "Topic: …"
        if match := _TOPIC.fullmatch(line.strip("*_# ")):
            return "", _plain(read_inline(match["title"].strip("*_ "), notes)), lines[:i] + lines[i + 1 :]
    while lines and _is_no_title(lines):
        cover.insert(0, lines.pop())
    if lines and not lines[-1].startswith("["):
        first = len(lines) - 1
        while first and _goes_on(lines[first - 1], lines[first], adjacent=head[first].line == head[first - 1].line + 1):
            first -= 1
        title = read_inline(re.sub(r"^#{1,6} ", "", _joined(lines[first:])), notes)
        return "", _plain(title), lines[:first] + cover
    return "", Inline(""), lines + cover


def _is_no_title(lines: Sequence[str]) -> bool:
    """Whether the last of the lines above the organ line says how the resolution came about, or who wrote it."""
    bare = lines[-1].strip("*_# ")
    if len(lines) > 1 and (LABELLED.match(bare) or _BREAKS_OFF.search(lines[-2])):
        return LABELLED.match(bare) is not None
    return NO_TITLE.fullmatch(bare) is not None


def _goes_on(line: str, following: str, *, adjacent: bool) -> bool:
    """Whether a title stands on two lines: the second begins with a small letter, or the first is full or ends with a word that no title does."""
    if len(line) <= _SHORTEST or LABELLED.match(line) or NO_TITLE.fullmatch(line):
        return False
    full = adjacent and len(line) > _WIDE and _COVER.search(line) is None
    return full or following[:1].islower() or following[:1] == "(" or _BREAKS_OFF.search(line) is not None


def _joined(lines: Sequence[str]) -> str:
    title = lines[0]
    for line in lines[1:]:
        end, between = joint(title, line, frozenset)
        title = f"{end}{between}{line}"
    return title


def _plain(title: Inline) -> Inline:
    return replace(title, italics=())
