"""Runs the rules over a draft and turns what they find into findings."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from functools import cache
from importlib import import_module

from resolutionkit.document.model import Finding, Paragraph, Resolution, Span
from resolutionkit.document.reading import parse
from resolutionkit.drafting.review.cards import Card, cards
from resolutionkit.drafting.review.draft import Draft

Place = Paragraph | str
"""A paragraph, or "title", "organ", "start", "end" for what is none."""
Found = tuple[Place, Span, Mapping[str, object]]
"""Where a draft breaks a rule, which characters, and what the card's message needs to say so."""
Check = Callable[[Draft], Iterator[Found]]

_CHECKS: dict[str, Check] = {}
_FAMILIES = (
    "document",
    "openings",
    "punctuation",
    "numbering",
    "repetition",
    "lists",
    "wording",
    "usage",
    "citing",
    "footnotes",
)


def checks(code: str) -> Callable[[Check], Check]:
    """Register a function as the one that looks for breaches of the rule ``code``."""

    def register(check: Check) -> Check:
        _CHECKS[code] = check
        return check

    return register


def review(res_or_text: Resolution | str, *, language: str | None = None) -> list[Finding]:
    """Return what an editor would change in a draft, in the order of the document.

    ``res_or_text`` is a resolution, or text as :func:`resolutionkit.parse` reads it; ``language``
    is the language of such a text, which is otherwise detected. Rules exist for English (``"en"``)
    and German (``"de"``); drafts in other languages have no findings. Errors are what at least
    99.5 % of the adopted resolutions of sessions 74 to 80 keep to; everything else is a hint.
    The messages are in the language of the kit (:func:`resolutionkit.set_language`).

    A text without words gives one finding. Raises :class:`ReadError` only for what no text of a
    resolution can be: more than 400,000 characters, or no text at all.

    >>> draft = "The General Assembly,\\n\\nRecalling its resolution 51/1 of 15 October 1996.\\n\\nDecides to rest."
    >>> [(f.code, f.severity, f.label, f.span) for f in review(draft)]
    [('UN103', 'error', 'PP1', (48, 49))]
    """
    if isinstance(res_or_text, Resolution):
        resolution = res_or_text
    elif isinstance(res_or_text, str) and not any(c.isprintable() and c != " " for c in res_or_text):
        resolution = Resolution(language=language or "en")
    else:
        resolution = parse(res_or_text, language)
    if not resolution.parts:
        return list(_review_one(resolution))
    parts = [replace(part, organ=part.organ or resolution.organ) for part in resolution.parts]  # B may leave it to A
    return [finding for part in parts for finding in _review_one(part)]


def _review_one(resolution: Resolution) -> Iterator[Finding]:
    language = resolution.language
    if language not in ("en", "de"):
        return
    draft = Draft(resolution)
    found: list[tuple[tuple[int, int, int], str, Found]] = []
    for code, check in _all_checks().items():
        if language in cards()[code].severity:
            found += [
                ((draft.position(place), *span), code, (place, span, facts)) for place, span, facts in check(draft)
            ]
    for _, code, (place, span, facts) in sorted(found, key=lambda f: (f[0], f[1])):
        yield _finding(cards()[code], place, span, facts, language)


def _finding(card: Card, place: Place, span: Span, facts: Mapping[str, object], language: str) -> Finding:
    label = place.label if isinstance(place, Paragraph) else place if place in ("title", "organ") else ""
    severity = card.severity[language]
    advice = str(card.advice).format(**facts)
    if severity == "hint" and (evidence := card.evidence(language)):
        advice = f"{advice} {evidence}"
    return Finding(card.code, severity, label, span, str(card.message).format(**facts), advice)


@cache
def _all_checks() -> dict[str, Check]:
    for family in _FAMILIES:  # all of them, also where somebody has imported one before
        import_module(f"resolutionkit.drafting.review.rules.{family}")
    return _CHECKS
