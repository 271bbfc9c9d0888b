"""The tables of ``data/usage.toml``: names, spellings and phrases that drafts get wrong."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from resolutionkit.files import read_toml


class Entry(NamedTuple):
    """What drafts write, and what to write instead."""

    table: str
    first: str
    """The first word: an entry whose first word is nowhere in a draft need not be looked for."""
    pattern: re.Pattern[str]
    better: str


@cache
def tables() -> frozenset[str]:
    """The names of all tables of words, each of which is the name of a card.

    >>> sorted(tables())[:2]
    ['names', 'spelling']
    """
    return frozenset(name for language in read_toml("usage.toml").values() for name in language if name != "openers")


@cache
def entries(language: str) -> list[Entry]:
    """All entries of one language, the longest first: "the UN" stands within "the UN Charter".

    >>> next(e.better for e in entries("en") if e.first == "programs")
    'programmes'
    """
    rows = [
        (wrong, better, name)
        for name, table in read_toml("usage.toml")[language].items()
        if name != "openers"
        for wrong, better in table.items()
    ]
    rows.sort(key=lambda row: -len(row[0]))
    return [Entry(name, (_WORD.findall(wrong) or [""])[0], _pattern(wrong), better) for wrong, better, name in rows]


_WORD = re.compile(r"\w+")


def _pattern(wrong: str) -> re.Pattern[str]:
    """Match whole words only; "UN-Women" and "the UN Chronicle" are names."""
    own_name = r"(?! [A-Z“])" if wrong.endswith("UN") else ""
    return re.compile(rf"{re.escape(wrong)}(?<![\w‑-]{re.escape(wrong)})(?!\w|[‑-]\w){own_name}")


def usage_in(text: str, language: str) -> Iterator[tuple[str, re.Match[str], str]]:
    """Yield each entry that a text holds: name of the table, match, what to write.

    >>> [(name, match[0], better) for name, match, better in usage_in("the UN program", "en")]
    [('names', 'the UN', 'the United Nations'), ('spelling', 'program', 'programme')]
    """
    words = {"", *_WORD.findall(text)}
    taken: list[tuple[int, int]] = []
    found = []
    for entry in entries(language):
        for match in entry.pattern.finditer(text) if entry.first in words else ():
            start, end = match.span()
            if all(end <= other[0] or other[1] <= start for other in taken):
                taken.append((start, end))
                found.append((entry.table, match, entry.better))
    yield from sorted(found, key=lambda hit: hit[1].start())


@cache
def openers(part: str) -> dict[str, str]:
    """The table of openers of one part: the words in lower case -> what to write.

    >>> openers("operative")["calls on"]
    'Calls upon'
    """
    found: dict[str, str] = read_toml("usage.toml")["en"]["openers"][part]
    return found
