"""Rules on how resolutions are cited."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from functools import cache

from resolutionkit.document.bundled import BUNDLED, load
from resolutionkit.document.grammar.citations import Citation
from resolutionkit.document.model import Paragraph
from resolutionkit.drafting.review.draft import Draft
from resolutionkit.drafting.review.engine import Found, checks
from resolutionkit.drafting.review.rules.wording import MONTHS
from resolutionkit.language import _

_RESOLUTIONS = re.compile(r"(?P<word>esolution)(?:s|en)?\ (?=\d)")
_OTHERS = re.compile(r"(?!Council|Assembly)[A-Z]\w+\ [Rr]esolution$")
"""Whose resolutions have no year: "International Telecommunication Union resolution 186"."""
_LISTED = re.compile(
    r"""
    (?:(?P<bare>\d{3,4})(?![\w/(–‑-]|\.\d|\ ?\(|,\d|\ [A-Z]\b|\ (?:of|adopted\ by)\ the\ (?!Security))
      | \d{1,4}(?:/\d{1,4})?(?:\ [A-Z]\b)?(?:\ ?\([^)]{1,12}\))?)
    (?P<date>\ (?:of|vom)\ \d{1,2}\.?\ \w+\ \d{4})?
    (?:,\ (?:and\ )?|\ (?:and|und|sowie)\ )?
    """,
    re.VERBOSE,
)


@checks("UN403")
def council_year(draft: Draft) -> Iterator[Found]:
    for paragraph in draft.all:
        for start in _RESOLUTIONS.finditer(paragraph.text):
            if _OTHERS.search(paragraph.text, max(0, start.end("word") - 40), start.end("word")):
                continue
            for listed in _listed(paragraph.text, start.end()):
                if listed["bare"]:
                    yield paragraph, listed.span("bare"), {"found": listed["bare"]}


def _listed(text: str, at: int) -> Iterator[re.Match[str]]:
    """Yield the numbers of an enumeration: "1373 (2001), 1540 (2004) and 70/291 of 1 July 2016"."""
    while listed := _LISTED.match(text, at):
        yield listed
        at = listed.end()


@checks("UN401")
def first_mention_dated(draft: Draft) -> Iterator[Found]:
    for paragraph, citation, first in draft.citations:
        if first and citation.date is None and not _is_explained(paragraph, citation):
            found = paragraph.text[slice(*citation.span)]
            yield paragraph, citation.span, {"found": found, "when": _when(citation.symbol, found, draft.language)}


def _when(symbol: str, found: str, language: str) -> str:
    """The date where the kit knows it, as the draft would write it; else how to find it."""
    if day := _known_dates().get(symbol):
        name = MONTHS[language].split("|")[day.month - 1]
        cited = (
            f"Resolution {found} vom {day.day}. {name} {day.year}"
            if language == "de"
            else f"resolution {found} of {day.day} {name} {day.year}"
        )
        return _("“{cited}”").format(cited=cited)
    listed = _BY_SESSION.match(symbol)
    year = 1945 + int(listed[1]) if listed else 0
    if not _FIRST_BY_SESSION <= year <= _LATEST_SESSION:
        return _("it stands on its first page ({symbol}, at docs.un.org)").format(symbol=symbol)
    return _("it stands on its first page ({symbol}, at docs.un.org); its session began in September {year}").format(
        symbol=symbol, year=year
    )


@cache
def _known_dates() -> dict[str, date]:
    """Symbol -> date: of the resolutions in the kit, and of those that they cite with their dates."""
    known: dict[str, date] = {}
    for symbol in BUNDLED:
        resolution = load(symbol)
        known |= {reference.symbol: reference.date for reference in resolution.references if reference.date}
        if resolution.adopted:
            known[resolution.symbol] = resolution.adopted
    return known


_BY_SESSION = re.compile(r"A/RES/(\d{2})/\d+$")
_FIRST_BY_SESSION, _LATEST_SESSION = 1976, 2026
"""Resolutions are numbered by session since the thirty-first; of a later session than the eighty-first nothing is known yet."""


@checks("UN402")
def later_mention_undated(draft: Draft) -> Iterator[Found]:
    for paragraph, citation, first in draft.citations:
        if not first and citation.date and _DATE_BEHIND.match(paragraph.text, citation.span[1]):
            yield paragraph, citation.span, {"found": paragraph.text[slice(*citation.span)]}


_ELSEWHERE = re.compile(
    r"(?<!Security\ )(?<!Social\ )Council|Commission\b|Committee|Menschenrechts|[Kk]ommission|(?<!Sicherheits)(?<!Sozial)rats?\b|ausschuss"
)
"""Organs that number their resolutions by sessions of their own."""


@checks("UN405")
def date_fits_session(draft: Draft) -> Iterator[Found]:
    for paragraph, citation, _note in draft.citations:
        listed = _BY_SESSION.match(citation.symbol)
        if citation.date is None or listed is None:
            continue
        begins = 1945 + int(listed[1])
        fits = begins < _FIRST_BY_SESSION or date(begins, 9, 1) <= citation.date < date(begins + 1, 10, 1)
        if not fits and not _ELSEWHERE.search(paragraph.text, 0, citation.span[1] + 60):
            found = paragraph.text[slice(*citation.span)]
            facts = {
                "found": found,
                "year": citation.date.year,
                "session": listed[1],
                "first": begins,
                "last": begins + 1,
            }
            yield paragraph, citation.span, facts


_SYMBOL = re.compile(
    r"(?:(?P<word>[Rr]esolution(?:en|s)?)\ )?(?P<organ>[ASE])/RES/(?P<number>\d+(?:/\d+)?(?:\ ?\((?:19|20)\d\d\))?)"
)
_NUMBERED = re.compile(
    r"(?P<word>[Rr]esolution(?:en|s)?)\ (?:[Nn]o\.|Nr\.|[Nn]umber|\#)\ ?(?P<number>\d+(?:/\d+|\ \(\d{4}\)))"
)
_CAPITAL = re.compile(r"(?<=[a-z,]\ )(?P<word>Resolutions?)\ (?P<number>\d+(?:/\d+|\ \(\d{4}\)))")


@checks("UN406")
def cited_by_number(draft: Draft) -> Iterator[Found]:
    english = draft.language == "en"
    for hint, pattern in (("/RES/", _SYMBOL), ("esolution", _NUMBERED), ("Resolution", _CAPITAL)):
        if hint not in draft.whole or (pattern is _CAPITAL and not english):
            continue
        for paragraph in draft.all:
            for match in pattern.finditer(paragraph.text) if hint in paragraph.text else ():
                word = match["word"] or "resolution"
                better = f"{word.lower() if english else word.capitalize()} {match['number']}"
                yield paragraph, match.span(), {"found": match[0], "better": better}


_DATE_BEHIND = re.compile(r" (?:of|vom) \d")
_SOME_DATE = re.compile(r" (?:of|vom) (?:\d|[A-ZÄÖÜ]\w+ \d)")
"""A date in whatever order; that its order is wrong is another rule's affair."""
_RANGE_BEHIND = re.compile(r" ?[A-Z](?= (?:to|and|bis|und) [A-Z]\b|[ ,])| (?:to|bis) \d|[-–]")
_RANGE_BEFORE = re.compile(r"(?:to|bis) $")


def _is_explained(paragraph: Paragraph, citation: Citation) -> bool:
    """A footnote, the date of the whole list, a range ("71/1 to 71/4") or a letter ("64/33 A") stands for the date."""
    start, end = citation.span
    noted = any(end <= (note.position or 0) <= end + 60 for note in paragraph.footnotes) or _SOME_DATE.match(
        paragraph.text, end
    )
    dated = any(listed["date"] for listed in _listed(paragraph.text, start))
    return (
        bool(noted)
        or dated
        or bool(_RANGE_BEHIND.match(paragraph.text, end) or _RANGE_BEFORE.search(paragraph.text[:start]))
    )
