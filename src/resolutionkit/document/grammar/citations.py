"""Finds the documents that a text cites, and gives each its symbol.

Resolutions cite each other by number ("resolution 51/1 of 15 October 1996"), other documents by symbol ("A/60/88").
What a number means depends on the words around it: ``2019/19`` is a resolution of the Economic and Social Council,
``1373 (2001)`` one of the Security Council, ``49/1`` one of the General Assembly unless the text says Human Rights
Council. Symbols are written as undocs.org writes them.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from typing import Literal

from resolutionkit.document.grammar.dates import DATE, date_of
from resolutionkit.document.grammar.word_lists import patterns

Kind = Literal["resolution", "decision", "document"]

_TOKENS, _BEFORE_DATE, _OF_NAMED, _OF_SPEAKER, _ORGAN_BEHIND = patterns(
    "citations", "tokens before_date of_named of_speaker organ_behind"
)
_DATED = re.compile(_BEFORE_DATE.pattern + DATE.pattern, re.VERBOSE)
_BRACKETED = re.compile(r"\d(?:\ [A-Z])?[\ \u00a0]?\(")
"""A number as it stands before a year or a session in brackets: "1373 (2001)", "377 A (V)"."""
_ROMAN = re.compile(r"[IVXL]+/")  # decisions of treaty bodies, such as X/2, are no United Nations symbols
_NEAR = 90  # how far behind the word "resolution", or the last number, a number without a date may stand
_FAR = 500


@dataclass(frozen=True, slots=True)
class Reference:
    """A document that a resolution cites."""

    symbol: str
    """As the UN writes it: "A/RES/51/1", "E/RES/2019/19", "A/DEC/60/519", "A/60/88"."""
    kind: Kind
    date: date | None
    """The date that the text gives for it."""
    label: str
    """The paragraph that cites it; a footnote counts to the paragraph that carries its mark. "" for a text alone."""
    span: tuple[int, int]
    """Where it stands in that paragraph's text, or in the footnote's."""
    footnote: int | None = None
    """The footnote's number where a footnote cites it."""


def citations_in(text: str, speaker: str = "") -> list[Reference]:
    """Return the documents that ``text`` cites, in order of appearance; ``speaker`` is the organ whose "its" are meant.

    >>> for c in citations_in("Resolutionen 73/187 vom 17. Dezember 2018 und 74/247; siehe A/60/88 und I-24/7"):
    ...     print(c.symbol, c.kind, c.date)
    A/RES/73/187 resolution 2018-12-17
    A/RES/74/247 resolution None
    A/60/88 document None
    """
    if "/" not in text and not ("(" in text and _BRACKETED.search(text)):
        return []
    return _share_dates(text, list(_find(text, speaker.removeprefix("The ").removeprefix("Der "))))


def _find(text: str, speaker: str) -> Iterator[Reference]:
    kind: Kind | None = None
    organ, named, last = "", "", -_FAR  # organ: whose resolutions are being listed; named: the organ named last
    for token in _TOKENS.finditer(text):
        what, start, end = token.lastgroup, token.start(), token.end()
        if what == "symbol":
            symbol = token[0].rstrip(".-,")
            if any(c.isdigit() for c in symbol) and not _ROMAN.match(symbol):
                tight = symbol.replace(" (", "(").replace(". ", ".").replace("\u00a0", "")
                named_kind: Kind = (
                    "resolution" if "/RES/" in symbol else "decision" if "/DEC/" in symbol else "document"
                )
                yield Reference(tight, named_kind, None, "", (start, start + len(symbol)))
        elif what == "organ":
            named = token[0]
            if kind and text[last:start] in (" des ", " of the "):  # "Resolution des Menschenrechtsrats 50/9"
                organ, last = named, end
        elif what == "stop":
            kind, named = None, ""
        elif what in ("decision", "resolution"):
            kind = "decision" if what == "decision" else "resolution"
            if text[last:start].strip() not in ("and", "und", ", and") or last < 0:
                before = text[max(0, start - 60) : start]
                organ = named if _OF_NAMED.search(before) else speaker if _OF_SPEAKER.search(before) else ""
            last = end
        else:
            number = token[0]
            dated = _DATED.match(text, end)
            follows = kind is not None and start - last <= (_FAR if dated else _NEAR)
            if not (follows or dated or what == "chinese" or "(" in number or number[0] in "ES"):
                continue
            behind = _ORGAN_BEHIND.match(text, end)
            whose = behind["organ"] if behind else organ
            if number[1] == "/" and not _is_rights_council(whose):
                continue  # the Assembly's sessions have two figures; "1/3" is a share of something
            symbol = _symbol(number, kind or "resolution", whose)
            yield Reference(symbol, kind or "resolution", date_of(dated) if dated else None, "", (start, end))
            last = dated.end() if dated else end


def _symbol(number: str, kind: Kind, organ: str) -> str:
    word = "DEC" if kind == "decision" else "RES"
    number = number.replace("\u00a0", " ").replace("\u2011", "-")
    if re.search(r"\((?:19|20)\d\d\)", number):
        return f"S/RES/{number.replace(' ', '')}"
    if "(" in number:
        return f"A/{word}/{re.sub(r' ?[A-Z]? ?(?=[(])', '', number, count=1)}"
    if re.match(r"(?:19|20)\d\d/", number):
        commission = organ.startswith(("Commission", "Menschenrechtsk"))
        return f"E/CN.4/{word}/{number}" if commission else f"E/{word}/{number}"
    return f"A/HRC/{word}/{number}" if _is_rights_council(organ) else f"A/{word}/{number}"


def _is_rights_council(organ: str) -> bool:
    return organ.startswith(("Human Rights Council", "Menschenrechtsrat"))


def _share_dates(text: str, found: list[Reference]) -> list[Reference]:
    """Give "2019/19 and 2019/20 of 23 July 2019" one date: that of the last of the row, if of one session."""
    for i in range(len(found) - 2, -1, -1):
        this, following = found[i], found[i + 1]
        between = text[this.span[1] : following.span[0]].strip()
        same = this.symbol.rsplit("/", 1)[0] == following.symbol.rsplit("/", 1)[0]
        if this.date is None and following.date and same and between in (",", "and", "und", "et", "y", "и", "&"):
            found[i] = replace(this, date=following.date)
    return found
