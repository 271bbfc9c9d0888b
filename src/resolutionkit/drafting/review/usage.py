"""The tables of ``data/usage.toml``: names, spellings and phrases that drafts get wrong."""

from __future__ import annotations

import re
from collections.abc import Iterator, Set
from functools import cache
from typing import NamedTuple

from resolutionkit.files import read_toml

_OF_OPENERS = ("openers", "unusual")
"""Tables of the words with which paragraphs begin; the others are looked for anywhere."""


class Entry(NamedTuple):
    """What drafts write, and what to write instead."""

    table: str
    wrong: str
    words: frozenset[str]
    """Its words: an entry of which one is nowhere in a draft need not be looked for."""
    pattern: re.Pattern[str]
    better: str


@cache
def tables() -> frozenset[str]:
    """The names of all tables of words, each of which is the name of a card."""
    return frozenset(
        name for language in ("en", "de") for name in read_toml("usage.toml")[language] if name not in _OF_OPENERS
    )


@cache
def entries(language: str) -> list[Entry]:
    """All entries of one language, the longest first: "the UN" stands within "the UN Charter"."""
    rows = [
        (wrong, better, name)
        for name, table in read_toml("usage.toml")[language].items()
        if name not in _OF_OPENERS
        for wrong, better in table.items()
    ]
    rows.sort(key=lambda row: -len(row[0]))
    return [
        Entry(name, wrong, frozenset(_WORD.findall(wrong)), _pattern(wrong, name), better)
        for wrong, better, name in rows
    ]


_WORD = re.compile(r"\w+")


def _pattern(wrong: str, name: str) -> re.Pattern[str]:
    """Match whole words only; "UN-Women", "the UN Chronicle", "SIDS DOCK" and "Civil Society Coalition" are names."""
    own_name = r"(?! [A-Z“])" if name == "capitals" or re.search(r"\b[A-Z]{2,}s?$", wrong) else ""
    return re.compile(rf"{re.escape(wrong)}(?<![\w‑-]{re.escape(wrong)})(?!\w|[‑-]\w){own_name}")


def usage_in(text: str, language: str, words: Set[str]) -> Iterator[tuple[str, re.Match[str], str]]:
    """Yield each entry that a text holds: name of the table, match, what to write. ``words`` are the words of the text.

    >>> [(name, match[0], better) for name, match, better in usage_in("the UN program", "en", {"the", "UN", "program"})]
    [('names', 'the UN', 'the United Nations'), ('spelling', 'program', 'programme')]
    """
    taken: list[tuple[int, int]] = []
    found = []
    for entry in entries(language):
        for match in entry.pattern.finditer(text) if entry.words <= words and entry.wrong in text else ():
            start, end = match.span()
            if all(end <= other[0] or other[1] <= start for other in taken):
                taken.append((start, end))
                found.append((entry.table, match, entry.better))
    yield from sorted(found, key=lambda hit: hit[1].start())


@cache
def unusual(part: str) -> dict[str, str]:
    """Words with which lists for Model UN open paragraphs, and adopted resolutions do not -> what to write."""
    found: dict[str, str] = read_toml("usage.toml")["en"]["unusual"][part]
    return found


@cache
def openers(part: str) -> dict[str, str]:
    """The table of openers of one part: the words in lower case -> what to write."""
    found: dict[str, str] = read_toml("usage.toml")["en"]["openers"][part]
    return found
