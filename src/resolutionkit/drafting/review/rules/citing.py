"""Rules on how resolutions are cited, and on dates."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from datetime import date
from functools import cache
from itertools import chain

from resolutionkit.document.bundled import BUNDLED, load
from resolutionkit.document.grammar.citations import Citation
from resolutionkit.document.grammar.dates import date_in
from resolutionkit.document.grammar.numerals import roman
from resolutionkit.document.model import Paragraph, Span
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
    early = {(paragraph.label, span) for paragraph, _match, span in _early(draft)}
    for paragraph in draft.all:
        for start in _RESOLUTIONS.finditer(paragraph.text):
            if _OTHERS.search(paragraph.text, max(0, start.end("word") - 40), start.end("word")):
                continue
            for listed in _listed(paragraph.text, start.end()):
                if listed["bare"] and (paragraph.label, listed.span("bare")) not in early:
                    yield Found(paragraph, listed.span("bare"))


def _listed(text: str, at: int) -> Iterator[re.Match[str]]:
    """Yield the numbers of an enumeration: "1373 (2001), 1540 (2004) and 70/291 of 1 July 2016"."""
    while listed := _LISTED.match(text, at):
        yield listed
        at = listed.end()


@checks("UN401")
def first_mention_dated(draft: Draft) -> Iterator[Found]:
    before: tuple[Paragraph | None, int] = (None, 0)
    for paragraph, citation, first in draft.citations:
        in_a_list = before[0] is paragraph and citation.span[0] - before[1] < 12
        before = (paragraph, citation.span[1])
        if first and citation.date is None and not in_a_list and not _is_explained(paragraph, citation):
            found = paragraph.text[slice(*citation.span)]
            day = _known_dates().get(citation.symbol)
            better = f"{found} {_written(day, draft.language)}" if day else None
            yield Found(paragraph, citation.span, better, {"when": _when(citation.symbol, better, draft.language)})


def _written(day: date, language: str) -> str:
    name = MONTHS[language][day.month - 1]
    return f"vom {day.day}. {name} {day.year}" if language == "de" else f"of {day.day} {name} {day.year}"


def _when(symbol: str, known: str | None, language: str) -> str:
    """The date where the kit knows it, as the draft would write it; else how to find it."""
    if known:
        return _("“{cited}”").format(cited=f"{'Resolution' if language == 'de' else 'resolution'} {known}")
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
    dated = [(paragraph, citation) for paragraph, citation, _first in draft.citations if citation.date]
    alone = {label for label, n in Counter(paragraph.label for paragraph, _citation in dated).items() if n == 1}
    for paragraph, citation, first in draft.citations:
        start, end = citation.span
        date_behind = _DATE_BEHIND.match(paragraph.text, end)
        if not first and date_behind and paragraph.label in alone:  # in a list with others it may keep its date
            yield Found(paragraph, (start, date_behind.end()), paragraph.text[start:end])


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


_DATE_BEHIND = re.compile(r" (?:of|vom) \d{1,2}\.? \w+ \d{4}")
_SOME_DATE = re.compile(
    r"(?: [A-Z]{1,2})?(?:, (?:section|sect\.|part|paragraphs?) [IVX\d]+,)? (?:of|vom) (?:\d|[A-ZÄÖÜ]\w+ \d)"
    r"|[^.;]{0,60}?,? adopted (?:by|at|on)\b|[^.;]{0,60}?,? verabschiedet\b"
)
"""A date in whatever order, that its order is wrong being another rule's affair; or words that say when and by whom."""
_RANGE_BEHIND = re.compile(r" ?[A-Z](?= (?:to|and|bis|und) [A-Z]\b|[ ,])| (?:to|bis) \d|[-–]")
_EXPLAINS = re.compile(r"(?:\b(?:to|bis)|\d{4} (?:verabschiedete|angenommene)[mnrs]? Resolution) $")
"""What before a symbol stands for its date: the beginning of a range, or the date itself, as German may have it."""


def _is_explained(paragraph: Paragraph, citation: Citation) -> bool:
    """A footnote, the date of the whole list, a range ("71/1 to 71/4") or a letter ("64/33 A") stands for the date."""
    start, end = citation.span
    text = paragraph.text
    noted = any(end <= (note.position or 0) <= end + 60 for note in paragraph.footnotes)
    council = "Human Rights Council" in text[:start] and not re.search(
        "Assembly|its ", text[max(0, start - 40) : start]
    )
    dated = any(listed["date"] for listed in _listed(text, start))
    a_range = _RANGE_BEHIND.match(text, end) or _EXPLAINS.search(text[:start])
    return noted or council or dated or bool(_SOME_DATE.match(text, end) or a_range)


# --- early sessions, Articles

_NUMBER = (
    r"(?P<found>(?P<number>\d{1,4})(?: [A-Z](?![a-z]))?)(?![\w/(–.-]| ?\(| [A-Z]\b|,\d)"
    r"(?=(?P<dated> of \d{1,2} \w+ 19[4-7]\d)|)"
)
_EARLY = re.compile(rf"resolutions? {_NUMBER}"), re.compile(rf" \d{{4}}(?:,|,? and) {_NUMBER}")
"""A number behind the word, or behind the year of another in an enumeration."""
_NAMED = re.compile(r"\b(?:its|Assembly) resolutions? $")


def _early(draft: Draft) -> Iterator[tuple[Paragraph, re.Match[str], Span]]:
    """Assembly resolutions of the first thirty sessions that lack their session."""
    for paragraph, match, span in chain(*map(draft.find, _EARLY)) if draft.language == "en" else ():
        before = paragraph.text[max(0, span[0] - 60) : span[0]]
        named = match["dated"] or _NAMED.search(before)
        if named and "Security Council" not in before and int(match["number"]) <= _LAST_UNNUMBERED:
            yield paragraph, match, span


_LAST_UNNUMBERED = 3541
"""The last resolution of the thirtieth session; from the thirty-first on the session stands before the stroke."""


@checks("UN409")
def early_sessions(draft: Draft) -> Iterator[Found]:
    for paragraph, match, span in _early(draft):
        better = None
        if match["dated"] and (day := date_in(match["dated"])):
            session = day.year - 1945 - (day.month < 9)
            better = f"{match['found']} ({roman(session).upper()})" if 0 < session <= 30 else None
        facts = {"better": better or f"{match['found']} (…)"}
        yield Found(paragraph, span, better, facts)


_ARTICLE = re.compile(
    r"(?P<found>(?P<a>[Aa])rticles?) (?P<which>\d[\d ,()]*(?:(?:and|to) \d+ ?)?(?:, paragraph \d+,? ?)?)of the "
    r"(?:(?P<charter>Charter(?! of the (?!United)))|(?:[A-Z][\w’-]+ (?:(?:and|on|of|for|the|to|in|against) )*)*"
    r"(?P<treaty>Convention|Covenant|Treaty|Protocol|Agreement)\b)"
)


@checks("UN410")
def article_of_the_charter(draft: Draft) -> Iterator[Found]:
    for paragraph, match, span in draft.find(_ARTICLE):
        right = "A" if match["charter"] else "a"
        if match["a"] != right:
            yield Found(paragraph, span, right + match["found"][1:])


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
        rf"[0-9](?<![\d/.]\d)\d?(?:{own}|{_NUMERIC}"
        rf"|\.?\ (?:{short})\b\.?\ {_YEAR}|{point}\ (?:{months})\ (?:[’‘']\d\d\b|\d\d(?!\d|\.|/))"
        rf"|(?:(?<=\b0\d)|(?<=3[2-9])|(?<=[4-9]\d)){point}\ (?:{months})\b)"
    )
    month_first = rf"(?:{months})\ (?:\d{{1,2}}(?:st|nd|rd|th)?,?\ {_YEAR}|\d{{1,2}}(?:st|nd|rd|th)\b)"
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
    if not (day and month and 0 < int(day[0]) <= 31) or (re.search(r"\d{4}", found) and not year):
        return None
    return " ".join(filter(None, (f"{int(day[0])}{'.' if language == 'de' else ''}", month, year and year[0])))
