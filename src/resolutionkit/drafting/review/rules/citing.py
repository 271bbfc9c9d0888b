"""Rules on how resolutions are cited, and on dates."""

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
                    yield Found(paragraph, listed.span("bare"))


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
            yield Found(paragraph, citation.span, facts={"when": _when(citation.symbol, found, draft.language)})


def _when(symbol: str, found: str, language: str) -> str:
    """The date where the kit knows it, as the draft would write it; else how to find it."""
    if day := _known_dates().get(symbol):
        name = MONTHS[language][day.month - 1]
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
            yield Found(paragraph, citation.span)


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
            facts = {"year": citation.date.year, "session": listed[1], "first": begins, "last": begins + 1}
            yield Found(paragraph, citation.span, facts=facts)


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


# --- dates

MONTHS = {
    "en": re.findall(r"\w+", "January February March April May June July August September October November December"),
    "de": re.findall(r"\w+", "Januar Februar März April Mai Juni Juli August September Oktober November Dezember"),
}
_SHORT = {
    "en": "Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec",
    "de": "Jan|Febr?|Mrz|Apr|Jun|Jul|Aug|Sept?|Okt|Nov|Dez",
}
_NUMERIC = r"\.\ ?\d{1,2}\.\ ?(?:19|20)\d\d(?!\d)|/\d{1,2}/(?:19|20)\d\d(?![\d/])|\d\d-[01]\d-[0-3]\d(?!\d)"
_YEAR = r"(?:19|20)\d\d\b"


@cache
def _wrong_dates(language: str) -> tuple[re.Pattern[str], ...]:
    months, short = "|".join(MONTHS[language]), _SHORT[language]
    point = r"\." if language == "de" else ""
    own = {
        "en": rf"(?:(?:st|nd|rd|th)(?:\ day)?(?:\ of)?|\.)\ (?:{months})\b(?:,?\ {_YEAR})?|\ (?:{months}),\ {_YEAR}",
        "de": rf"\ (?:{months})\ {_YEAR}",
    }[language]
    no_day = {
        "en": r"3(?:1 (?:April|June|September|November)|[01] February)\b",
        "de": r"3(?:1\. (?:April|Juni|September|November)|[01]\. Februar)\b",
    }[language]
    day_first = (
        rf"\d(?<![\d/.]\d)\d?(?:{own}|{_NUMERIC}"
        rf"|\.?\ (?:{short})\b\.?\ {_YEAR}|{point}\ (?:{months})\ (?:[’‘']\d\d\b|\d\d(?!\d|\.|/))"
        rf"|(?:(?<=\b0\d)|(?<=3[2-9])|(?<=[4-9]\d)){point}\ (?:{months})\b)"
    )
    month_first = rf"(?:{months})\ \d{{1,2}}(?:st|nd|rd|th)?,?\ {_YEAR}"
    return re.compile(day_first), re.compile(month_first), re.compile(no_day)


@checks("UN404")
def dates(draft: Draft) -> Iterator[Found]:
    for pattern in _wrong_dates(draft.language):
        for paragraph, match, span in draft.find(pattern):
            yield Found(paragraph, span, _mended(match[0], draft.language))


def _mended(found: str, language: str) -> str | None:
    """Day, month, year, where what was found leaves no doubt which is which.

    >>> _mended("October 15th, 1996", "en"), _mended("10/11/2020", "en")
    ('15 October 1996', None)
    """
    day, year = re.search(r"(?<!\d)\d{1,2}(?!\d)", found), re.search(r"(?:19|20)\d\d", found)
    month = next((month for month in MONTHS[language] if month in found), None)
    if not (day and year and month and 0 < int(day[0]) < 31):
        return None
    return f"{int(day[0])}{'.' if language == 'de' else ''} {month} {year[0]}"
