"""Rules on words, marks and numbers inside the text."""

import re
from collections.abc import Iterator

from resolutionkit.document.grammar.dates import MONTH
from resolutionkit.document.grammar.word_lists import lists
from resolutionkit.drafting.review.cards import compiled
from resolutionkit.drafting.review.draft import Draft, Found
from resolutionkit.drafting.review.usage import usage

_TWICE = [
    re.compile(rf"{lead}(?P<found>(?P<word>[a-zäöüß]++) (?P=word))(?![\w’'-])") for lead in (" ", r"\(", "“", "„", "/")
]
_ALSO_ALSO = re.compile(r"\n(?P<found>(?P<first>[^\W\d_])(?P<rest>[a-zäöüß]*+) (?i:(?P=first))(?P=rest))(?![\w’'-])")
_MAY_REPEAT = {"en": {"that", "had", "is"}, "de": {"die", "der", "das", "den", "dem", "sie"}}
"""Words that may follow themselves: "noting that that report", "Maßnahmen, die die Staaten ergreifen"."""
_RELATIVE = re.compile(r"(?:[,–] (?:\w+ ){0,2}|\b(?:und|oder) )$")
"""What stands before a German relative pronoun: "Fragen, mit denen", "die Lage, in der und in der"."""


def word_twice(draft: Draft) -> Iterator[Found]:
    for pattern in (*_TWICE, _ALSO_ALSO):
        for paragraph, match, (start, end) in draft.find(pattern, "whole"):
            one, other = match["found"].split(" ")
            relative = draft.language == "en" or _RELATIVE.search(paragraph.text[:start])
            if other.islower() and not (other in _MAY_REPEAT[draft.language] and relative):
                yield Found(paragraph, (start, end), one)


def closed(draft: Draft) -> Iterator[Found]:
    quotes = ("“", "”") if draft.language == "en" else ("„", "“")
    for opening, closing in (("(", ")"), ("[", "]"), quotes, ('"', '"')):
        for paragraph in draft.all if opening in draft.whole else ():
            text = paragraph.text
            # a quotation of several paragraphs begins anew in each and is closed in the last
            odd = text.count(opening) % 2 if opening == closing else text.count(opening) > text.count(closing)
            if odd and not (opening in '“„"' and text.startswith(opening)):
                at = text.rfind(opening)
                yield Found(paragraph, (at, at + 1), facts={"missing": closing})


# --- numbers

_NUMBERS = usage()["numbers"]
_UNITS, _TEENS, _TENS = _NUMBERS["units"], _NUMBERS["teens"], _NUMBERS["tens"]
_IN_WORDS = [*_UNITS, *_TEENS, *(f"{tens}-{unit}".rstrip("-") for tens in _TENS for unit in ("", *_UNITS))]
"""One to ninety-nine; the first is one."""
_ORDINALS: list[str] = lists()["labels"]["english_ordinals"].split()
_FIGURES = compiled("<ordinal_in_figures>")
_BEHIND_MONTH = re.compile(rf"{MONTH.pattern} $")


def ordinal(number: int) -> str:
    """Return an ordinal number below one hundred in words: "seventh", "twenty-first", "eightieth"."""
    if number < 20:
        return _ORDINALS[number - 1]
    tens, unit = _TENS[number // 10 - 2], number % 10
    return f"{tens}-{_ORDINALS[unit - 1]}" if unit else tens[:-1] + "ieth"


def ordinals_in_words(draft: Draft) -> Iterator[Found]:
    for tens in draft.vocabulary.intersection([*_TENS, *map(str.capitalize, _TENS)]):
        for paragraph, match, span in draft.find(re.compile(rf"{tens} ({'|'.join(_ORDINALS[: len(_UNITS)])})\b")):
            yield Found(paragraph, span, f"{tens}-{match[1]}")
    for paragraph, match, span in draft.find(_FIGURES):
        if not _BEHIND_MONTH.search(paragraph.text[: span[0]]):  # "May 3rd" is a date in another order
            yield Found(paragraph, span, ordinal(int(match[0][:-2])))


_BEHIND_TENS = rf"(?:[- ](?:{'|'.join(_UNITS)}))?"
_BEFORE_PER_CENT = re.compile(rf"(?i)\b(?P<found>(?:{'|'.join(_TENS)}){_BEHIND_TENS}|{'|'.join([*_TEENS, *_UNITS])}) $")


def _in_figures(words: str) -> str:
    return str(_IN_WORDS.index(words.lower().replace(" ", "-")) + 1)


def figures_before_per_cent(draft: Draft) -> Iterator[Found]:
    for paragraph, _match, (start, _end) in draft.find(re.compile(r"(?:per ?cent|million|billion)\b")):
        if words := _BEFORE_PER_CENT.search(paragraph.text[:start]):
            yield Found(paragraph, words.span("found"), _in_figures(words["found"]))


def numbers_from_ten_in_figures(draft: Draft) -> Iterator[Found]:
    for word in draft.vocabulary.intersection([*_TEENS, *_TENS]):
        unit = _BEHIND_TENS if word in _TENS else ""
        for paragraph, match, span in draft.find(compiled(rf"<no_share>(?P<found>{word}{unit})<counting>")):
            yield Found(paragraph, span, _in_figures(match["found"]))
