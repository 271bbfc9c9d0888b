"""What every edge carries: its paragraph, its quote, the English of it, and what the paragraph says in plain words."""

from __future__ import annotations

from dataclasses import dataclass

from resolutionkit.document.bundled import gloss

LONGEST_QUOTE = 240
"""Characters; a longer quote is nobody's idea of a quote."""


@dataclass(frozen=True, slots=True)
class Evidence:
    """One place in the resolution that supports an edge.

    ``quote`` stands there to the letter; ``quote_en`` is our English of it, ``gloss`` what the whole paragraph says.

    >>> Evidence("OP15", "ersucht den Generalsekretär", "requests the Secretary-General", "It asks for a report.").label
    'OP15'
    """

    label: str
    quote: str
    quote_en: str
    gloss: str


def evidence(label: str, quote: str, quote_en: str) -> Evidence:
    """Return the evidence at a label of the bundled resolution, with its gloss.

    >>> evidence("OP15", "ersucht den Generalsekretär", "requests the Secretary-General").label
    'OP15'
    """
    return Evidence(label, quote, quote_en, gloss(label))


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
