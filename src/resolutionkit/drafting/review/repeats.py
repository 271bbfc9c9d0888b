"""*Also* and *further*, which say that a verb is repeated."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from resolutionkit.document.grammar.verbs import Part
from resolutionkit.document.model import Paragraph
from resolutionkit.drafting.review.engine import Found

_ENGLISH = {"also": 1, "further": 2, "again": 3, "once": 3}
_GERMAN = {"sowie": 1, "außerdem": 1, "auch": 1, "ferner": 2, "erneut": 3}
_REPEATS = _ENGLISH | _GERMAN
_ADDRESSING = (
    *("requests", "urges", "calls upon", "invites", "encourages", "strongly urges", "strongly encourages"),
    *("appeals", "demands"),
    *("fordert", "ersucht", "bittet", "legt", "ermutigt", "appelliert", "ruft", "verlangt", "lädt", "regt"),
)
"""Operative verbs that speak to somebody, English and German."""


class Repeated(NamedTuple):
    """A paragraph with its opener taken apart: verb, and how it says that it is repeated (0 not, 1 also, 2 further, 3 again)."""

    paragraph: Paragraph
    verb: str
    repeat: int


def taken_apart(paragraph: Paragraph, language: str) -> Repeated:
    """Take the opener of a paragraph apart.

    >>> p = Paragraph("PP2", text="Recalling also its", opener_spans=((0, 14),))
    >>> taken_apart(p, "en")[1:]
    ('recalling', 1)
    """
    behind = paragraph.text[paragraph.opener_spans[0][1] :].lstrip().split(" ", 1)[0] if paragraph.opener_spans else ""
    words = [w.rstrip(",") for part in paragraph.opener_parts for w in part.split()]
    words += [behind] if behind == "also" else []
    repeats = [_REPEATS[w.lower()] for w in words if w.lower() in _REPEATS]
    verb = " ".join(w for w in words if w.lower() not in _REPEATS)
    verb = verb[:1].lower() + verb[1:] if language == "de" else verb.lower()
    return Repeated(paragraph, verb, repeats[0] if len(repeats) == 1 else 3 if repeats else 0)


def neighbours(paragraphs: Sequence[Paragraph], language: str) -> Iterator[tuple[Repeated, Repeated]]:
    """Yield neighbours with the same verb."""
    before: Repeated | None = None
    for paragraph in paragraphs:
        this = taken_apart(paragraph, language)
        if before and this.verb and this.verb == before.verb and not paragraph.above:
            yield before, this
        before = this


def repeated(verb: str, repeat: int, part: Part, language: str) -> str:
    """Return an opener that says it is repeated."""
    if language == "de":
        word = {1: "sowie", 2: "ferner"} if part == "preamble" else {1: "außerdem", 2: "ferner"}
        return f"{word[repeat]} {verb}" if part == "preamble" else f"{verb} {word[repeat]}"
    also = {1: "also", 2: "further"}[repeat]
    head, _, rest = verb.partition(" ")
    return (f"{head} {also} {rest}" if part == "preamble" else f"{also} {verb}").strip().capitalize()


def should_say_so(this: Repeated, repeat: int, part: Part, language: str) -> Found:
    """A finding at an opener that should say it is repeated."""
    better = repeated(this.verb, repeat, part, language)
    whole = len(this.paragraph.opener_spans) == 1  # the halves of "fordert … auf" stand apart
    facts = {"found": this.paragraph.opener, "better": better}
    return Found(this.paragraph, this.paragraph.opener_spans[0], better if whole else None, facts)


def addresses(this: Repeated) -> bool:
    """Whether the verb speaks to somebody."""
    return this.verb.startswith(_ADDRESSING)


def addressee(this: Repeated) -> str:
    """The words after the opener up to the verb's demand: whom the Assembly speaks to."""
    rest = re.sub(r"^[ ,]*(?:(?:also|further)\b)?[ ,]*", "", this.paragraph.text[this.paragraph.opener_spans[0][1] :])
    return _DEMAND.split(rest, maxsplit=1)[0].lower().removeprefix("all ")


_DEMAND = re.compile(r",? (?:to|that|and|in|on|for|of|as|at|from|which|who|through|within)\b|[,;:]")
_SOMEBODY = re.compile(
    r"\b(?:states|secretary-general|governments?|organizations?|parties|stakeholders|donors|entities|agencies|office|committee|council"
    r"|commission|programme|fund|secretariat|president|director|commissioner|department|bodies|institutions|partners)$"
)


def speaks_to_somebody_new(before: Repeated, this: Repeated) -> bool:
    """Whether the second of two neighbours surely has another addressee."""
    old, new = addressee(before), addressee(this)
    return old != new and bool(_SOMEBODY.search(old) and _SOMEBODY.search(new))
