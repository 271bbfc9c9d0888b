"""Rules on *also* and *further*, which mark that a verb is repeated."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from resolutionkit.document.grammar.openers import Part
from resolutionkit.document.model import Paragraph
from resolutionkit.drafting.review.draft import Draft
from resolutionkit.drafting.review.engine import Found, checks

_MARKS = {
    "also": 1,
    "further": 2,
    "sowie": 1,
    "außerdem": 1,
    "auch": 1,
    "ferner": 2,
    "again": 3,
    "erneut": 3,
    "once": 3,
}
ADDRESSING = (
    "Requests",
    "Urges",
    "Calls upon",
    "Invites",
    "Encourages",
    "Strongly urges",
    "Strongly encourages",
    "Appeals",
    "Demands",
)
"""English operative verbs that speak to somebody."""


class Repeated(NamedTuple):
    """A paragraph with its opener taken apart: verb, and how it marks a repetition (0 not, 1 also, 2 further, 3 again)."""

    paragraph: Paragraph
    verb: str
    mark: int


def taken_apart(paragraph: Paragraph, language: str) -> Repeated:
    """Take the opener of a paragraph apart.

    >>> p = Paragraph("PP2", text="Recalling also its", opener_spans=((0, 14),))
    >>> taken_apart(p, "en")[1:]
    ('recalling', 1)
    """
    behind = paragraph.text[paragraph.opener_spans[0][1] :].lstrip().split(" ", 1)[0] if paragraph.opener_spans else ""
    words = [w.rstrip(",") for part in paragraph.opener_parts for w in part.split()] + (
        [behind] if behind == "also" else []
    )
    marks = [_MARKS[w.lower()] for w in words if w.lower() in _MARKS]
    verb = " ".join(w for w in words if w.lower() not in _MARKS)
    verb = verb[:1].lower() + verb[1:] if language == "de" else verb.lower()
    return Repeated(paragraph, verb, marks[0] if len(marks) == 1 else 3 if marks else 0)


def _marked(verb: str, mark: int, part: Part, language: str) -> str:
    if language == "de":
        words = {1: "sowie", 2: "ferner"} if part == "preamble" else {1: "außerdem", 2: "ferner"}
        return f"{words[mark]} {verb}" if part == "preamble" else f"{verb} {words[mark]}"
    word = {1: "also", 2: "further"}[mark]
    head, _, rest = verb.partition(" ")
    marked = f"{head} {word} {rest}" if part == "preamble" else f"{word} {verb}"
    return marked.strip().capitalize()


def _runs(paragraphs: Sequence[Paragraph], language: str) -> Iterator[tuple[Repeated, Repeated]]:
    """Yield neighbours with the same verb."""
    before: Repeated | None = None
    for paragraph in paragraphs:
        this = taken_apart(paragraph, language)
        if before and this.verb and this.verb == before.verb and not paragraph.above:
            yield before, this
        before = this


@checks("UN105")
def preambular_repetition(draft: Draft) -> Iterator[Found]:
    for before, this in _runs(draft.preamble, draft.language):
        if this.mark == 0 and before.mark == 0:
            yield _repeats(this, 1, "preamble", draft.language)
        elif this.mark == before.mark == 1:
            yield _repeats(this, 2, "preamble", draft.language)


def _repeats(this: Repeated, mark: int, part: Part, language: str) -> Found:
    facts = {"words": this.paragraph.opener, "better": _marked(this.verb, mark, part, language)}
    return this.paragraph, this.paragraph.opener_spans[0], facts


@checks("UN208")
def operative_repetition(draft: Draft) -> Iterator[Found]:
    for before, this in _runs(draft.operative, draft.language):
        if this.mark == 0 and before.mark == 0 and not _addresses(this, draft.language):
            yield _repeats(this, 1, "operative", draft.language)


def _addresses(this: Repeated, language: str) -> bool:
    if language == "en":
        return this.verb.capitalize().startswith(ADDRESSING)
    return this.verb.split(" ")[0] in (
        "fordert",
        "ersucht",
        "bittet",
        "legt",
        "ermutigt",
        "appelliert",
        "ruft",
        "verlangt",
        "lädt",
        "regt",
    )


def addressee(this: Repeated) -> str:
    """The words after the opener up to the verb's demand: whom the Assembly speaks to.

    >>> p = Paragraph("OP2", text="Requests the Secretary-General to report;", opener_spans=((0, 8),))
    >>> addressee(taken_apart(p, "en"))
    'the secretary-general'
    """
    rest = this.paragraph.text[this.paragraph.opener_spans[0][1] :].strip(" ,")
    return re.split(r",? (?:to|that|and|in|on|for|of|as|at|from|which|who|through|within)\b|[,;:]", rest, maxsplit=1)[
        0
    ].lower()


_SOMEBODY = re.compile(
    r"\b(?:states|secretary-general|governments?|organizations?|parties|stakeholders|donors|entities|agencies|office|committee|council"
    r"|commission|programme|fund|secretariat|president|director|commissioner|department|bodies|institutions|partners)$"
)


@checks("UN209")
def new_addressee(draft: Draft) -> Iterator[Found]:
    for before, this in _runs(draft.operative, "en"):
        if this.mark in (1, 2) and _addresses(this, "en") and _is_new(addressee(this), addressee(before)):
            facts = {"words": this.paragraph.opener, "better": this.verb.capitalize()}
            yield this.paragraph, this.paragraph.opener_spans[0], facts


def _is_new(who: str, before: str) -> bool:
    return who != before and bool(_SOMEBODY.search(who) and _SOMEBODY.search(before))


@checks("UN210")
def same_addressee(draft: Draft) -> Iterator[Found]:
    for before, this in _runs(draft.operative, "en"):
        same = addressee(this) == addressee(before) == "the secretary-general"
        if this.mark == 0 and before.mark == 0 and this.verb == "requests" and same:
            yield _repeats(this, 1, "operative", "en")
