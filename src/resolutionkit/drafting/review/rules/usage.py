"""Rules on names, spellings and phrases that the tables of ``data/usage.toml`` hold."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from resolutionkit.document.grammar.openers import Part
from resolutionkit.document.model import Paragraph
from resolutionkit.drafting.review.draft import Draft
from resolutionkit.drafting.review.engine import Found, checks
from resolutionkit.files import read_toml


@cache
def _table(kind: str, language: str) -> list[tuple[str, re.Pattern[str], str]]:
    """What drafts write, as a text to look for and as a pattern, and what to write instead; the longest first."""
    rows: dict[str, str] = read_toml("usage.toml")[language][kind]
    return [(wrong, _pattern(wrong), rows[wrong]) for wrong in sorted(rows, key=len, reverse=True)]


def _pattern(wrong: str) -> re.Pattern[str]:
    """Match whole words only; "UN-Women" and "the UN Chronicle" are names."""
    own_name = r"(?! [A-Z“])" if wrong.endswith("UN") else ""
    return re.compile(rf"(?<![\w‑-]){re.escape(wrong)}(?!\w|[‑-]\w){own_name}")


def _in_text(draft: Draft, kind: str) -> Iterator[Found]:
    for wrong, pattern, better in _table(kind, draft.language):
        if wrong not in draft.whole:
            continue
        for paragraph in draft.all:
            if wrong in paragraph.text:
                for match in pattern.finditer(paragraph.text):
                    if not _within_longer(paragraph.text, match, kind, draft.language):
                        yield paragraph, match.span(), {"found": match[0], "better": better}


def _within_longer(text: str, match: re.Match[str], kind: str, language: str) -> bool:
    """Whether a longer entry of the table holds this one: "the UN" in "the UN Charter"."""
    for wrong, pattern, _ in _table(kind, language):
        if len(wrong) <= len(match[0]):
            return False
        if match[0] in wrong and any(
            longer.start() <= match.start() and match.end() <= longer.end()
            for longer in pattern.finditer(text, max(0, match.start() - len(wrong)))
        ):
            return True
    return False


@checks("UN505")
def names(draft: Draft) -> Iterator[Found]:
    yield from _in_text(draft, "names")


_UNITS = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth")
_TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
_APART = re.compile(rf"\b(?P<tens>{'|'.join(_TENS)}) (?P<unit>{'|'.join(_UNITS)})\b", re.IGNORECASE)
_IN_DIGITS = re.compile(
    r"\b(?P<tens>[2-9])(?P<unit>[1-9])(?:st|nd|rd|th)(?= (?:special |emergency special )?session\b)"
)


@checks("UN506")
def spelling(draft: Draft) -> Iterator[Found]:
    yield from _in_text(draft, "spelling")
    if draft.language == "en":
        yield from _ordinals(draft)


def _ordinals(draft: Draft) -> Iterator[Found]:
    """Numbers of sessions: "seventy-fifth", neither "seventy fifth" nor "75th"."""
    for hint, pattern in (("ty ", _APART), (" session", _IN_DIGITS)):
        for paragraph in draft.all if hint in draft.whole else ():
            for match in pattern.finditer(paragraph.text) if hint in paragraph.text else ():
                tens, unit = match["tens"], match["unit"]
                if pattern is _IN_DIGITS:
                    tens, unit = _TENS[int(tens) - 2], _UNITS[int(unit) - 1]
                yield paragraph, match.span(), {"found": match[0], "better": f"{tens}-{unit}"}


_MARKS = ("also", "further", "strongly", "deeply", "gravely")


def _phrases(paragraphs: Sequence[Paragraph], part: Part) -> Iterator[Found]:
    """Openers with a word too many or too few: "Emphasizing on", "Bearing mind", "Calls on", "Urges:"."""
    known: dict[str, str] = openers()[part]
    for paragraph in paragraphs:
        words = paragraph.text[:80].split(" ")
        skip = 1 if words[0].lower() in _MARKS else 0
        if len(words) > 1 and words[0].endswith(":"):  # "Urges: all States to act"
            yield paragraph, (0, len(words[0])), {"words": words[0], "better": words[0][:-1]}
            continue
        for count in (3, 2):
            phrase = " ".join(words[skip : skip + count])
            if better := known.get(phrase.lower()):
                start = len(" ".join(words[:skip])) + skip
                yield paragraph, (start, start + len(phrase)), {"words": phrase, "better": better}
                break


@cache
def openers() -> dict[str, dict[str, str]]:
    """The table of openers: part -> the words in lower case -> what to write.

    >>> openers()["operative"]["calls on"]
    'Calls upon'
    """
    found: dict[str, dict[str, str]] = read_toml("usage.toml")["en"]["openers"]
    return found


@checks("UN112")
def preambular_phrase(draft: Draft) -> Iterator[Found]:
    yield from _phrases(draft.preamble, "preamble")


@checks("UN216")
def operative_phrase(draft: Draft) -> Iterator[Found]:
    yield from _phrases(draft.operative, "operative")
