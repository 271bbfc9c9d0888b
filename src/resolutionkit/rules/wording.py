"""Rules on dates, numbers and fixed expressions in the text."""

from __future__ import annotations

import re
from collections.abc import Iterator

from resolutionkit.rules.draft import Draft
from resolutionkit.rules.engine import Found, checks

MONTHS = {
    "en": "January|February|March|April|May|June|July|August|September|October|November|December",
    "de": "Januar|Februar|März|April|Mai|Juni|Juli|August|September|Oktober|November|Dezember",
}
_NUMERIC = r"\.\ ?\d{1,2}\.\ ?(?:19|20)\d\d(?!\d)|/\d{1,2}/(?:19|20)\d\d(?![\d/])|\d\d-[01]\d-[0-3]\d(?!\d)"
_WRONG_DATES = {
    "en": re.compile(
        rf"(?<![\d/.])\d{{1,2}}(?:(?:st|nd|rd|th)?,?\ (?P<year>(?:19|20)\d\d\b)|(?:(?:st|nd|rd|th)(?:\ of)?|\.)\ (?:{MONTHS['en']})\b|{_NUMERIC})"
    ),
    "de": re.compile(rf"(?<![\d/.])\d{{1,2}}(?:,?\ (?P<year>(?:19|20)\d\d\b)|\ (?:{MONTHS['de']})\ (?:19|20)\d\d\b|{_NUMERIC})"),
}
_MONTH_BEFORE = {language: re.compile(rf"\b(?:{months})\ $") for language, months in MONTHS.items()}


@checks("UN404")
def date_order(draft: Draft) -> Iterator[Found]:
    for paragraph in draft.all:
        for match in _WRONG_DATES[draft.language].finditer(paragraph.text):
            start, end = match.span()
            if match["year"]:  # "October 15, 1996", but not "paragraph 15, 1996"
                month = _MONTH_BEFORE[draft.language].search(paragraph.text, max(0, start - 12), start)
                if month is None:
                    continue
                start = month.start()
            yield paragraph, (start, end), {"found": paragraph.text[start:end]}


def _each(draft: Draft, hint: str, pattern: re.Pattern[str]) -> Iterator[Found]:
    """Yield every match; ``hint`` is a piece of text that each match must hold, and much faster to look for."""
    for paragraph in draft.all:
        if hint in paragraph.text:
            for match in pattern.finditer(paragraph.text):
                yield paragraph, match.span(), {"found": match[0].strip()}


_THIS = re.compile(r"\b[Tt]his (?:draft )?resolution\b")
_DIESE = re.compile(r"\b(?:der|die|das|den|dem) (?:vorliegenden?|gegenwärtigen?) Resolution\b")


@checks("UN501")
def the_present_resolution(draft: Draft) -> Iterator[Found]:
    yield from _each(draft, "his ", _THIS) if draft.language == "en" else _each(draft, " Resolution", _DIESE)


_SIGN = re.compile(r"(?<=\d)\s?%")
_WORD = re.compile(r"\b[Pp]ercent\b")


@checks("UN502")
def per_cent(draft: Draft) -> Iterator[Found]:
    yield from _each(draft, "%", _SIGN)
    yield from _each(draft, "ercent", _WORD)


@checks("UN213")
def agenda_last(draft: Draft) -> Iterator[Found]:
    words = "include in the provisional agenda of its"
    for paragraph in draft.operative[:-1]:
        if (at := paragraph.text.find(words)) >= 0:
            yield paragraph, (at, at + len(words)), {}
