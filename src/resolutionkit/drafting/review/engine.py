"""Runs the rules over a draft and turns what they find into findings."""

import pkgutil
import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache, partial
from importlib import import_module
from operator import itemgetter

from resolutionkit.document.model import Finding, Resolution
from resolutionkit.document.reading import parse
from resolutionkit.drafting.review import rules, usage
from resolutionkit.drafting.review.cards import Card, cards, compiled
from resolutionkit.drafting.review.draft import Check, Draft, Found
from resolutionkit.drafting.review.shared_checks import wrong_openings, wrong_phrases


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
    places = (draft.start, draft.title, draft.organ, *draft.all, draft.end)
    positions = {place.label: i for i, place in enumerate(places)}
    found = [
        ((positions[each.place.label], each.span), code, each)
        for code, check in all_checks().items()
        if draft.language in (card := cards()[code]).severity
        if not (card.not_for and re.search(card.not_for, draft.resolution.organ))
        for each in check(draft)
    ]
    for _where, code, each in sorted(found, key=itemgetter(0)):
        yield _finding(cards()[code], each, draft)


def _finding(card: Card, found: Found, draft: Draft) -> Finding:
    label = "" if found.place in (draft.start, draft.end) else found.place.label
    severity = card.severity[draft.language]
    facts = {"found": found.place.text[slice(*found.span)], "better": found.replacement} | dict(found.facts)
    advice = str(card.advice).format(**facts)
    if severity == "hint" and (evidence := card.evidence(draft.language)):
        advice = f"{advice} {evidence}"
    return Finding(card.code, severity, label, found.span, str(card.message).format(**facts), advice, found.replacement)


@cache
def all_checks() -> dict[str, Check]:
    """The check of each rule, by code: the function of its name in the module of its family, else what its card says to look for."""
    modules = pkgutil.iter_modules(rules.__path__)
    families = {module.name: import_module(f"{rules.__name__}.{module.name}") for module in modules}
    found: dict[str, Check] = {}
    for code, card in cards().items():
        opening = wrong_phrases if card.opening == "phrase" else wrong_openings
        by_card = _listed if card.name in usage.tables() else opening if card.opening else _matching
        own: Check | None = getattr(families.get(card.family), card.name.replace("-", "_"), None)
        if card.severity:
            found[code] = own or partial(by_card, card)
    return found


def _listed(card: Card, draft: Draft) -> Iterator[Found]:
    for table, paragraph, span, better in draft.usage:
        if table == card.name and paragraph.text[slice(*span)] != better:  # a name that has other words in it
            yield Found(paragraph, span, better)


def _matching(card: Card, draft: Draft) -> Iterator[Found]:
    needed, unless = card.needs.get(draft.language), card.unless.get(draft.language)
    if needed and not any(each in (draft.vocabulary if each.isalpha() else draft.whole) for each in needed):
        return
    for pattern, better in card.patterns(draft.language):
        for place, match, span in draft.find(pattern, card.where):
            # a few words before it are enough
            if not (unless and compiled(f"(?:{unless})$").search(place.text, span[0] - 60, span[0])):
                yield Found(place, span, None if better is None else match.expand(better), match.groupdict(""))
