"""What every edge carries: its paragraph, its quote, and what the paragraph says in plain English."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from resolutionkit.document.bundled import gloss, load

LONGEST_QUOTE = 240
"""Characters; a longer quote is nobody's idea of a quote."""


@dataclass(frozen=True, slots=True)
class Evidence:
    """One place in the resolution that supports an edge; ``quote`` stands there to the letter.

    >>> Evidence("OP15", "ersucht den Generalsekretär", "The Assembly asks for a report.").label
    'OP15'
    """

    label: str
    quote: str
    gloss: str


def evidence(label: str, quote: str) -> Evidence:
    """Return the evidence at a label of the bundled resolution, with its gloss.

    >>> evidence("OP15", "ersucht den Generalsekretär").label
    'OP15'
    """
    return Evidence(label, quote, gloss(label))


@cache
def bundled_texts() -> Mapping[str, str]:
    """Return the texts of the bundled resolution by label.

    >>> len(bundled_texts())
    42
    """
    return {p.label: p.text for p in load().paragraphs}


def window(text: str, *places: tuple[int, int]) -> str:
    """Return the part of ``text`` that holds all places, cut at words; the nearest ones where that is too long.

    >>> window("a bb ccc dddd", (2, 4), (9, 13))
    'bb ccc dddd'
    """
    start, end = min(a for a, _ in places), max(b for _, b in places)
    if end - start <= LONGEST_QUOTE:
        return text[start:end]
    start = max(a for a, _ in places)
    blank = text.find(" ", end - LONGEST_QUOTE - 1, start)
    return text[blank + 1 if blank >= 0 else start : end]
