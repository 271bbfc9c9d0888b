"""Rules on dates, numbers and fixed expressions in the text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import compress, islice
from operator import eq

from resolutionkit.drafting.review.draft import Draft
from resolutionkit.drafting.review.engine import Found, checks

MONTHS = {
    "en": "January|February|March|April|May|June|July|August|September|October|November|December",
    "de": "Januar|Februar|März|April|Mai|Juni|Juli|August|September|Oktober|November|Dezember",
}
_MON = {
    "en": "Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec",
    "de": "Jan|Febr?|Mrz|Apr|Jun|Jul|Aug|Sept?|Okt|Nov|Dez",
}
_NUMERIC = r"\.\ ?\d{1,2}\.\ ?(?:19|20)\d\d(?!\d)|/\d{1,2}/(?:19|20)\d\d(?![\d/])|\d\d-[01]\d-[0-3]\d(?!\d)"


def _wrong_dates(language: str) -> re.Pattern[str]:
    months, short = MONTHS[language], _MON[language]
    point = r"\." if language == "de" else ""
    own = {
        "en": rf"(?:(?:st|nd|rd|th)(?:\ of)?|\.)\ (?:{months})\b|\ (?:{months}),\ (?:19|20)\d\d",
        "de": rf"\ (?:{months})\ (?:19|20)\d\d\b",
    }[language]
    ordinal = "(?:st|nd|rd|th)?" if language == "en" else ""
    # the look behind stands behind the first digit: a pattern that begins with a digit is searched for much faster
    return re.compile(
        rf"\d(?<![\d/.]\d)\d?(?:{ordinal},?\ (?P<year>(?:19|20)\d\d\b)|{own}|{_NUMERIC}"
        rf"|\.?\ (?:{short})\b\.?\ (?:19|20)\d\d\b|{point}\ (?:{months})\ (?:[’‘']\d\d\b|\d\d(?!\d|\.|/))"
        rf"|(?:(?<=\b0\d)|(?<=3[2-9])|(?<=[4-9]\d)){point}\ (?:{months})\b)"
    )


_WRONG_DATES = {language: _wrong_dates(language) for language in MONTHS}
_NO_DAY = {
    "en": re.compile(r"3(?:1 (?:April|June|September|November)|[01] February)\b"),
    "de": re.compile(r"3(?:1\. (?:April|Juni|September|November)|[01]\. Februar)\b"),
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
        for match in _NO_DAY[draft.language].finditer(paragraph.text):
            yield paragraph, match.span(), {"found": match[0]}


def _each(draft: Draft, hint: str, pattern: re.Pattern[str]) -> Iterator[Found]:
    """Yield every match; ``hint`` is a piece of text that each match must hold, and much faster to look for."""
    if hint not in draft.whole:
        return
    for paragraph in draft.all:
        if hint in paragraph.text:
            for match in pattern.finditer(paragraph.text):
                yield paragraph, match.span(), {"found": match[0].strip()}


_THIS = re.compile(r"\b[Tt]his (?:draft )?resolution\b")
_DIESE = re.compile(r"\b(?:der|die|das|den|dem) (?:vorliegenden?|gegenwärtigen?|gegenständlichen?) Resolution\b")


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


_TWICE = re.compile(r"(?<![\w’'-])(?P<word>[^\W\d_]+) (?P=word)(?![\w’'-])", re.IGNORECASE)
_MAY_REPEAT = {"en": {"that", "had", "is"}, "de": {"die", "der", "das", "den", "dem", "sie"}}
"""Words that may follow themselves: "noting that that report", "Maßnahmen, die die Staaten ergreifen"."""
_RELATIVE = re.compile(r"(?:[,–] (?:\w+ ){0,2}|\b(?:und|oder) )$")
"""What stands before a German relative pronoun: "Fragen, mit denen", "die Lage, in der und in der"."""


@checks("UN503")
def word_twice(draft: Draft) -> Iterator[Found]:
    may, german = _MAY_REPEAT[draft.language], draft.language == "de"
    words = draft.whole.split()
    doubled = {f"{word} {word}" for word in compress(words, map(eq, words, islice(words, 1, None)))}
    for paragraph in draft.all:
        text = paragraph.text
        first = text[:60].lower().split(" ", 2)[:2]  # "Also also"
        if first[0] == first[-1] or any(pair in text for pair in doubled):
            for match in _TWICE.finditer(text):
                if match["word"].lower() not in may or (german and not _RELATIVE.search(text, 0, match.start())):
                    yield paragraph, match.span(), {"found": match[0]}


_PAIRS = [re.compile(pattern) for pattern in (r"\ [,;:.]", r",[,;:.]", r"[;:][,;:.]")]
"""What every such mistake holds; each pattern begins with what is searched for fast."""
_MARKS_TOGETHER = re.compile(r"(?<=[\w)”“])(?:[,;:]\ ?[,;:](?!\w)|[,;:]\.(?!\.)|\ [,;](?=\s|$)|\ [.:]$)")


@checks("UN504")
def one_mark(draft: Draft) -> Iterator[Found]:
    if any(pair.search(draft.whole) for pair in _PAIRS):
        yield from _each(draft, "", _MARKS_TOGETHER)


@checks("UN507")
def closed(draft: Draft) -> Iterator[Found]:
    quotes = ("“", "”") if draft.language == "en" else ("„", "“")
    for opening, closing in (("(", ")"), ("[", "]"), quotes):
        if opening not in draft.whole:
            continue
        for paragraph in draft.all:
            text = paragraph.text
            # a quotation of several paragraphs begins anew in each and is closed in the last
            if text.count(opening) > text.count(closing) and not (opening in "“„" and text.startswith(opening)):
                at = text.rfind(opening) if opening in "([" else text.find(opening)
                yield paragraph, (at, at + 1), {"found": opening, "missing": closing}
