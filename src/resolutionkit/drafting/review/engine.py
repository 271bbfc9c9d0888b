"""Runs the rules over a draft and turns what they find into findings."""

from __future__ import annotations

import pkgutil
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from functools import cache, partial
from importlib import import_module
from typing import NamedTuple

from resolutionkit.document.model import Finding, Paragraph, Resolution, Span
from resolutionkit.document.reading import parse
from resolutionkit.drafting.review import rules, usage
from resolutionkit.drafting.review.cards import Card, cards
from resolutionkit.drafting.review.draft import Draft, Place


class Found(NamedTuple):
    """Where a draft breaks a rule, and what the card's message needs to say so."""

    place: Place
    span: Span
    replacement: str | None = None
    """What should stand in place of the span, if that mends it; the message calls it ``{better}``."""
    facts: Mapping[str, object] = {}
    """What else the message names; ``{found}`` is the text of the span unless it stands here."""


Check = Callable[[Draft], Iterator[Found]]
_CHECKS: dict[str, Check] = {}


def checks(code: str) -> Callable[[Check], Check]:
    """Register a function as the one that looks for breaches of the rule ``code``."""

    def register(check: Check) -> Check:
        _CHECKS[code] = check
        return check

    return register


def review(res_or_text: Resolution | str, *, language: str | None = None, source: str = "") -> list[Finding]:
    """Return what an editor would change in a draft, in the order of the document.

    ``res_or_text`` is a resolution, or text as :func:`resolutionkit.parse` reads it; ``language``
    is the language of such a text, which is otherwise detected; ``source`` is the text that a resolution
    was read from: it alone says how sub-paragraphs were marked. Rules exist for English (``"en"``)
    and German (``"de"``); drafts in other languages have no findings. Errors are what at least
    99.5 % of the adopted resolutions that were counted keep to; everything else is a hint.
    The messages are in the language of the kit (:func:`resolutionkit.set_language`).

    A text without words gives one finding. Raises :class:`ReadError` only for what no text of a
    resolution can be: more than 400,000 characters, or no text at all.

    >>> draft = "The General Assembly,\\n\\nRecalling its resolution 51/1 of 15 October 1996.\\n\\nDecides to rest."
    >>> [(f.code, f.severity, f.label, f.span, f.replacement) for f in review(draft)]
    [('UN103', 'error', 'PP1', (48, 49), ',')]
    """
    if isinstance(res_or_text, Resolution):
        resolution = res_or_text
    elif isinstance(res_or_text, str) and not any(c.isprintable() and c != " " for c in res_or_text):
        resolution = Resolution(language=language or "en")
    else:
        resolution = parse(res_or_text, language)
    # the second part of a composite resolution may leave the organ line to the first
    parts = [replace(part, organ=part.organ or resolution.organ) for part in resolution.parts] or [resolution]
    source = source or (res_or_text if isinstance(res_or_text, str) else "")
    return [finding for part in parts if part.language in ("en", "de") for finding in _review_one(Draft(part, source))]


def _review_one(draft: Draft) -> Iterator[Finding]:
    found = [
        (draft.position(each.place), each.span, code, each)
        for code, check in all_checks().items()
        if draft.language in (card := cards()[code]).severity and card.holds_for(draft.resolution.organ)
        for each in check(draft)
    ]
    for _position, _span, code, each in sorted(found, key=lambda f: f[:3]):
        yield _finding(cards()[code], each, draft)


def _finding(card: Card, found: Found, draft: Draft) -> Finding:
    place = found.place
    label = place.label if isinstance(place, Paragraph) else place if place in ("title", "organ") else ""
    severity = card.severity[draft.language]
    facts = {"found": draft.text_of(place)[slice(*found.span)], "better": found.replacement} | dict(found.facts)
    advice = str(card.advice).format(**facts)
    if severity == "hint" and (evidence := card.evidence(draft.language)):
        advice = f"{advice} {evidence}"
    return Finding(card.code, severity, label, found.span, str(card.message).format(**facts), advice, found.replacement)


@cache
def all_checks() -> dict[str, Check]:
    """The check of each rule, by code: a function of ``rules/``, the card's pattern, or its table of words."""
    for module in pkgutil.iter_modules(rules.__path__):
        import_module(f"{rules.__name__}.{module.name}")
    looked_for = {code: card for code, card in cards().items() if card.severity}
    found: dict[str, Check] = {code: partial(_pattern_check, card) for code, card in looked_for.items() if card.pattern}
    found |= {
        code: partial(_usage_check, card.name) for code, card in looked_for.items() if card.name in usage.tables()
    }
    return dict(sorted((found | _CHECKS).items()))


def _pattern_check(card: Card, draft: Draft) -> Iterator[Found]:
    needed = card.needs.get(draft.language)
    if needed and not any(signs in draft.whole for signs in needed):
        return
    pattern = card.compiled(draft.language)
    better = card.replacement.get(draft.language)
    for paragraph, match, span in draft.find(pattern, card.where):
        facts = {name: text for name, text in match.groupdict("").items() if name != "found"}
        yield Found(paragraph, span, None if better is None else match.expand(better), facts)


def _usage_check(name: str, draft: Draft) -> Iterator[Found]:
    for table, paragraph, span, better in draft.usage:
        if table == name:
            yield Found(paragraph, span, better)
