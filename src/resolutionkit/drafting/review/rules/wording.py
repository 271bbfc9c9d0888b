"""Rules on dates, doubled words and marks that belong together."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice
from operator import eq

from resolutionkit.drafting.review.draft import Draft
from resolutionkit.drafting.review.engine import Found, checks

_TWICE = re.compile(r"(?P<word>[^\W\d_]+) (?P=word)(?![\w’'-])", re.IGNORECASE)
_MAY_REPEAT = {"en": {"that", "had", "is"}, "de": {"die", "der", "das", "den", "dem", "sie"}}
"""Words that may follow themselves: "noting that that report", "Maßnahmen, die die Staaten ergreifen"."""
_RELATIVE = re.compile(r"(?:[,–] (?:\w+ ){0,2}|\b(?:und|oder) )$")
"""What stands before a German relative pronoun: "Fragen, mit denen", "die Lage, in der und in der"."""


@checks("UN503")
def word_twice(draft: Draft) -> Iterator[Found]:
    may, german = _MAY_REPEAT[draft.language], draft.language == "de"
    words = draft.whole.lower().split()
    if not any(map(eq, words, islice(words, 1, None))):  # a pattern that refers back to itself is slow
        return
    for paragraph, match, span in draft.find(_TWICE, quoted=True):
        before = paragraph.text[: span[0]]
        if match["word"].lower() not in may or (german and not _RELATIVE.search(before)):
            yield Found(paragraph, span, match["word"])


_TOGETHER = re.compile(r"(?: [,;:.]|[,;:][ ]?[,;:.]|\.\.)")


@checks("UN504")
def one_mark(draft: Draft) -> Iterator[Found]:
    for paragraph, match, (start, end) in draft.find(_TOGETHER, quoted=True):
        text = paragraph.text
        if re.match(r"[\w)”“]", text[start - 1 : start]) and text[end : end + 1] in ("", " "):
            yield Found(paragraph, (start, end), match[0].strip()[0])


@checks("UN507")
def closed(draft: Draft) -> Iterator[Found]:
    quotes = ("“", "”") if draft.language == "en" else ("„", "“")
    for opening, closing in (("(", ")"), ("[", "]"), quotes):
        for paragraph in draft.all if opening in draft.whole else ():
            text = paragraph.text
            # a quotation of several paragraphs begins anew in each and is closed in the last
            if text.count(opening) > text.count(closing) and not (opening in "“„" and text.startswith(opening)):
                at = text.rfind(opening) if opening in "([" else text.find(opening)
                yield Found(paragraph, (at, at + 1), facts={"missing": closing})


_UNITS: list[str] = ["", *re.findall(r"\w+", "first second third fourth fifth sixth seventh eighth ninth")]
_TEENS: list[str] = re.findall(
    r"\w+", "tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth"
)
_TENS: list[str] = re.findall(r"\w+", "twenty thirty forty fifty sixty seventy eighty ninety")
_ORDINALS = (
    re.compile(rf"(?P<tens>{'|'.join(_TENS)}) (?P<unit>{'|'.join(_UNITS[1:])})\b", re.IGNORECASE),
    re.compile(r"\d(?<![\d.,/]\d)\d?(?:st|nd|rd|th)\b(?! (?:of )?(?:day )?(?:of )?(?:[A-Z]|plenary))"),
)


@checks("UN508")
def ordinals(draft: Draft) -> Iterator[Found]:
    apart, figures = _ORDINALS
    for paragraph, match, span in draft.find(apart):
        yield Found(paragraph, span, f"{match['tens']}-{match['unit']}")
    for paragraph, match, span in draft.find(figures):
        yield Found(paragraph, span, in_words(int(match[0][:-2])))


def in_words(number: int) -> str:
    """Return an ordinal number below one hundred in words.

    >>> in_words(7), in_words(21), in_words(80), in_words(12)
    ('seventh', 'twenty-first', 'eightieth', 'twelfth')
    """
    tens, unit = divmod(number, 10)
    if tens < 2:
        return _TEENS[unit] if tens else _UNITS[unit]
    return f"{_TENS[tens - 2]}-{_UNITS[unit]}" if unit else f"{_TENS[tens - 2][:-1]}ieth"
