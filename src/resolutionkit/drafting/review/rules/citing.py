"""Rules on how resolutions are cited, and on dates."""

import re
from collections import Counter
from collections.abc import Iterator
from datetime import date
from functools import cache
from itertools import chain

from resolutionkit.document.bundled import BUNDLED, load
from resolutionkit.document.grammar.citations import Reference
from resolutionkit.document.grammar.dates import date_in, month_names
from resolutionkit.document.grammar.numerals import roman
from resolutionkit.document.model import Paragraph, Span
from resolutionkit.drafting.review.cards import compiled
from resolutionkit.drafting.review.draft import Draft, Found
from resolutionkit.language import _

_RESOLUTIONS = re.compile(r"esolution(?:s|en)? (?=\d)")  # letters that any such word has are found at once
_OTHERS = re.compile(r"\b(?!Council|Assembly)[A-Z]\w+ $")
"""Whose resolutions have no year: "International Telecommunication Union resolution 186"."""
_LISTED = compiled("<listed>")


def security_council_year(draft: Draft) -> Iterator[Found]:
    early = {(paragraph.label, span) for paragraph, _match, span in _early(draft)}
    for word in _RESOLUTIONS.finditer(draft.whole):
        before = draft.whole[: word.start() - 1]
        if not _OTHERS.search(before, before.rfind(" ", 0, -1) + 1):
            for listed in _listed(draft.whole, word.end()):
                if listed["bare"]:
                    paragraph, span = draft.at(listed.span("bare"))
                    if (paragraph.label, span) not in early:
                        yield Found(paragraph, span)


def _listed(text: str, at: int) -> Iterator[re.Match[str]]:
    """Yield the numbers of an enumeration: "1373 (2001), 1540 (2004) and 70/291 of 1 July 2016"."""
    while listed := _LISTED.match(text, at):
        yield listed
        at = listed.end()


def first_mention_dated(draft: Draft) -> Iterator[Found]:
    before: tuple[Paragraph | None, int] = (None, 0)
    for paragraph, citation, first in draft.citations:
        in_a_list = before[0] is paragraph and citation.span[0] - before[1] < 12
        before = (paragraph, citation.span[1])
        if first and citation.date is None and not in_a_list and not _is_explained(paragraph, citation):
            day = _known_dates().get(citation.symbol)
            if day is None:
                yield Found(paragraph, citation.span, facts={"when": _where_it_stands(citation.symbol)})
                continue
            start, end = citation.span
            month = month_names(draft.language)[day.month - 1]
            word, of, mark = ("Resolution", "vom", ".") if draft.language == "de" else ("resolution", "of", "")
            better = f"{paragraph.text[start:end]} {of} {day.day}{mark} {month} {day.year}"
            end = year.end() if (year := _ONLY_YEAR.match(paragraph.text, end)) else end
            yield Found(paragraph, (start, end), better, {"when": _("“{cited}”").format(cited=f"{word} {better}")})


def _where_it_stands(symbol: str) -> str:
    """How to find a date that the kit does not know."""
    listed = _BY_SESSION.match(symbol)
    if listed and _FIRST_BY_SESSION <= (year := 1945 + int(listed[1])) <= _LATEST_SESSION:
        told = _("it stands on its first page ({symbol}, at docs.un.org); its session began in September {year}")
        return told.format(symbol=symbol, year=year)
    return _("it stands on its first page ({symbol}, at docs.un.org)").format(symbol=symbol)


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


def later_mention_undated(draft: Draft) -> Iterator[Found]:
    dated = Counter(paragraph.label for paragraph, citation, _first in draft.citations if citation.date)
    for paragraph, citation, first in draft.citations:
        start, end = citation.span
        date_behind = _DATE_BEHIND.match(paragraph.text, end)
        if not first and date_behind and dated[paragraph.label] == 1:  # in a list with others it may keep its date
            yield Found(paragraph, (start, date_behind.end()), paragraph.text[start:end])


_ELSEWHERE = compiled("<elsewhere>")
"""Organs that number their resolutions by sessions of their own."""


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
_ONLY_YEAR = re.compile(r" (?:of|from|vom|von|aus dem Jahre?) (?:19|20)\d\d\b")
_SOME_DATE = compiled("<some_date>")
"""A date in whatever order, that its order is wrong being another rule's affair; or words that say when and by whom."""
_RANGE_BEHIND = re.compile(r" ?[A-Z](?= (?:to|and|bis|und) [A-Z]\b|[ ,])| (?:to|bis) \d|[-–]")
_EXPLAINS = re.compile(r"(?:\b(?:to|bis)|\d{4} (?:verabschiedete|angenommene)[mnrs]? Resolution) $")
"""What before a symbol stands for its date: the beginning of a range, or the date itself, as German may have it."""


_OURS = re.compile(r"(?:Assembly|its )(?=.{0,36}$)")
"""What within some words before a symbol says that the resolution is none of the Council."""


def _is_explained(paragraph: Paragraph, citation: Reference) -> bool:
    """A footnote, the date of the whole list, a range ("71/1 to 71/4") or a letter ("64/33 A") stands for the date."""
    start, end = citation.span
    text = paragraph.text
    noted = any(note.position is not None and end <= note.position <= end + 60 for note in paragraph.footnotes)
    council = "Human Rights Council" in text[:start] and not _OURS.search(text[:start])
    dated = any(listed["date"] for listed in _listed(text, start))
    a_range = _RANGE_BEHIND.match(text, end) or _EXPLAINS.search(text[:start])
    return noted or council or dated or bool(_SOME_DATE.match(text, end) or a_range)


# --- early sessions

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
        # 3541 is the last of the thirtieth session; from then on the session stands before the stroke
        if named and "Security Council" not in before and int(match["number"]) <= 3541:
            yield paragraph, match, span


def early_sessions_in_roman_figures(draft: Draft) -> Iterator[Found]:
    for paragraph, match, span in _early(draft):
        better = None
        if match["dated"] and (day := date_in(match["dated"])):
            session = day.year - 1945 - (day.month < 9)
            better = f"{match['found']} ({roman(session).upper()})" if 0 < session <= 30 else None
        facts = {"better": better or f"{match['found']} (…)"}
        yield Found(paragraph, span, better, facts)


# --- dates

_SHORT = {
    "en": "Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec",
    "de": "Jan|Febr?|Mrz|Apr|Jun|Jul|Aug|Sept?|Okt|Nov|Dez",
}
_BEHIND_A_DAY = {"en": r"\ ", "de": r"\.\ "}
_NOT_BEHIND_A_DAY = {"en": r"(?:(?:st|nd|rd|th)(?:\ day)?(?:\ of)?|\.)\ ", "de": r"\ (?=\w+\ \d{4}\b)"}


@cache
def _wrong_dates(language: str) -> tuple[re.Pattern[str], ...]:
    """Forms of dates other than "15 October 1996", in German "15. Oktober 1996", and days that no month has."""
    names = month_names(language)
    month, of_thirty, year = f"(?:{'|'.join(names)})", "|".join(names[i] for i in (3, 5, 8, 10)), r"(?:19|20)\d\d\b"
    right, wrong = _BEHIND_A_DAY[language], _NOT_BEHIND_A_DAY[language]
    day_first = rf"""
        [0-9](?<![\d/.]\d)\d?(?:
            (?:(?<=3[2-9])|(?<=[4-9]\d)|(?<=\b0)|(?<=\b00))(?:{wrong}|{right}){month}\b   # 45 October
          | (?<=31){right}(?:{of_thirty})\b | (?<=3[01]){right}{names[1]}\b
          | {right}{month}\ (?:[’‘']\d\d\b|\d\d(?![\d./]))                              # 15 October ’96
          | (?<=\b0\d){right}{month}\b                                                  # 05 October
          | {wrong}{month}\b(?:,?\ {year})?                                             # 15th of October 1996
          | {right}{month},\ {year}                                                     # 15 October, 1996
          | \.?\ (?:{_SHORT[language]})\b\.?\ {year}                                   # 15 Oct. 1996
          | \.\ ?\d\d?\.\ ?(?:19|20)\d\d(?!\d) | /\d\d?/(?:19|20)\d\d(?![\d/])      # 15.10.1996, 10/15/1996
          | \d\d-[01]\d-[0-3]\d(?!\d)                                                  # 1996-10-15
        )"""
    month_first = rf"{month}\ \d\d?(?:(?:st|nd|rd|th)?,?\ {year}|(?:st|nd|rd|th)\b)"
    return re.compile(day_first, re.VERBOSE), re.compile(month_first)


def dates(draft: Draft) -> Iterator[Found]:
    for paragraph, match, span in chain(*map(draft.find, _wrong_dates(draft.language))):
        if " of " in match[0] and paragraph.text.endswith(" the ", 0, span[0]):  # "on the 15th of October 1996"
            span = span[0] - 4, span[1]
        yield Found(paragraph, span, _in_order(match[0], draft.language))


def _in_order(written: str, language: str) -> str | None:
    """Day, month in words and year of a date in another form; None where nobody can say for sure which day is meant."""
    months = month_names(language)
    numbers = [int(number) for number in re.findall(r"\d+", written)]
    if named := re.search(r"[A-Z]\w\w", written):
        day, year = numbers if len(numbers) == 2 else (numbers[0], 0)
        month = next((i for i, name in enumerate(months, start=1) if name.startswith(named[0])), 0)
    else:
        year, month, day = numbers if "-" in written else reversed(numbers)
        if "/" in written and day <= 12 and month != day:  # 10/11/2020 means two days to two readers
            day, month = (month, day) if month > 12 else (0, 0)
    try:
        date(year or 2000, month, day)
    except ValueError:  # 31 June: whoever wrote it knows which day was meant
        return None
    if 0 < year < 100:  # ’96 has no century
        return None
    mark = "." if language == "de" else ""
    return f"{day}{mark} {months[month - 1]}" + (f" {year}" if year else "")
