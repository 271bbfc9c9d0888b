"""Markup inside a paragraph: italics, links, footnote marks, escapes; reading and writing them."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass

from resolutionkit.document.model import Span

SUPERSCRIPTS = "⁰¹²³⁴⁵⁶⁷⁸⁹"
_TO_DIGITS = str.maketrans(SUPERSCRIPTS, "0123456789")
_TO_SUPERSCRIPTS = str.maketrans("0123456789", SUPERSCRIPTS)

_SPECIAL = re.compile(r"[\\*_\[<⁰¹²³⁴⁵⁶⁷⁸⁹]")
_TOKEN = re.compile(
    r"""
    \\(?P<escaped>[^\w\s]|[_⁰¹²³⁴⁵⁶⁷⁸⁹])
  | \[\^(?P<note>\d{1,3})\]
  | <sup>\s*(?P<sup>\d{1,3})\s*</sup>
  | (?P<super>[⁰¹²³⁴⁵⁶⁷⁸⁹]+)
  | \[(?P<linked>[^\[\]\n]*)\]\((?:[^()\s]|\([^()\s]*\))*\)
  | <(?P<url>https?://[^<>\s]*)>
  | (?P<stars>\*{1,3})
  | (?P<line>(?<!\w)_{1,3}|_{1,3}(?!\w))
    """,
    re.VERBOSE,
)
_ESCAPE = re.compile(r"\\(?=[^\w\s]|[_⁰¹²³⁴⁵⁶⁷⁸⁹]|$)|[*⁰¹²³⁴⁵⁶⁷⁸⁹]|(?<![^\W_])_|_(?![^\W_])|\[|<(?=https?://|sup>)")

_ESCAPED = re.compile(r"\\([^\w\s]|[_⁰¹²³⁴⁵⁶⁷⁸⁹])")


@dataclass(slots=True)
class Inline:
    """A paragraph's text without markup, and what the markup said.

    >>> read_inline("*Recalls* the Strategy,² and", {2})
    Inline(text='Recalls the Strategy, and', italics=((0, 7),), marks=((21, 2),))
    """

    text: str
    italics: tuple[Span, ...] = ()
    marks: tuple[tuple[int, int], ...] = ()


def to_superscript(number: int) -> str:
    """Return a number as footnote marks are printed: ¹²."""
    return str(number).translate(_TO_SUPERSCRIPTS)


def to_number(superscript: str) -> int:
    """Return the number that superscript digits say: 12 for ¹²."""
    return int(superscript.translate(_TO_DIGITS))


def unescaped(text: str) -> str:
    """Return a line without the backslashes that keep its characters from being markup: "GA_1" for "GA\\\\_1"."""
    return _ESCAPED.sub(r"\1", text)


def read_inline(source: str, notes: Collection[int]) -> Inline:
    """Take the markup out of one paragraph whose white space is folded.

    ``notes`` are the numbers of the footnotes that exist: a superscript that is none of
    them stays in the text, since "km²" is no footnote.
    """
    special = _SPECIAL.search(source)
    if special is None:
        return Inline(source)
    reading = _Reading(source, notes)
    while special:
        token = _TOKEN.match(source, special.start())
        position = token.end() if token else special.end()
        if token:
            reading.put(source[reading.read : token.start()])
            reading.read = position
            reading.add(token)
        special = _SPECIAL.search(source, position)
    reading.put(source[reading.read :])
    return reading.ended()


class _Reading:
    """A paragraph whose markup is being taken out."""

    def __init__(self, source: str, notes: Collection[int]) -> None:
        self.source, self.notes = source, notes
        self.read = 0
        """How much of the source was read."""
        self.out: list[str] = []
        self.length = 0
        self.italics: list[Span] = []
        self.marks: list[tuple[int, int]] = []
        self.opened: dict[str, tuple[int, int]] = {}
        """Markup that nothing has closed yet -> (offset in the text, index in ``out``)."""

    def put(self, piece: str) -> None:
        self.out.append(piece)
        self.length += len(piece)

    def add(self, token: re.Match[str]) -> None:
        kind = token.lastgroup or ""
        if kind in ("escaped", "url"):
            self.put(token[kind])
        elif kind in ("note", "sup", "super"):
            numbers = [int(token[kind])] if kind != "super" else _split(token["super"], self.notes)
            if numbers and all(number in self.notes for number in numbers):
                self._mark(numbers)
            else:
                self.put(token[0])
        elif kind == "linked":
            inner = read_inline(token["linked"].strip(), self.notes)
            self.italics += [(a + self.length, b + self.length) for a, b in inner.italics]
            self.marks += [(a + self.length, n) for a, n in inner.marks]
            self.put(inner.text)
        else:
            self._emphasis(token)

    def _mark(self, numbers: list[int]) -> None:
        """Set footnote marks; the blank before them stays only where a word follows."""
        blank = self.length > 0 and next(piece for piece in reversed(self.out) if piece)[-1] == " "
        self.marks += [(self.length - blank, number) for number in numbers]
        following = self.source[self.read : self.read + 1]
        if (blank or not self.length) and following == " ":
            self.read += 1
        elif blank and following in ("", *",;.:)"):
            at = max(i for i, piece in enumerate(self.out) if piece)
            self.out[at], self.length = self.out[at][:-1], self.length - 1

    def _emphasis(self, token: re.Match[str]) -> None:
        markup = token[0]
        if markup in self.opened and self.source[token.start() - 1 : token.start()].strip():
            start, index = self.opened.pop(markup)
            marked = self.marks and self.marks[-1][0] == start
            if start == self.length and not marked:  # "*¹*" is a mark in italics, no stars
                self.out[index] = markup
                self.length += len(markup)
                self.put(markup)
            elif start < self.length and len(markup) != 2:
                self.italics.append((start, self.length))
        elif markup not in self.opened and self.source[self.read : self.read + 1].strip():
            self.opened[markup] = (self.length, len(self.out))
            self.put("")
        else:
            self.put(markup)

    def ended(self) -> Inline:
        """Return what was read; markup that nothing closed was text."""
        for markup, (offset, index) in sorted(self.opened.items(), key=lambda item: -item[1][0]):
            self.out[index] = markup
            by = len(markup)
            self.italics = [(a + by if a >= offset else a, b + by if b > offset else b) for a, b in self.italics]
            self.marks = [(a + by if a >= offset else a, n) for a, n in self.marks]
        text = "".join(self.out)
        return Inline(text, merge_spans(self.italics, text), tuple(self.marks))


def merge_spans(spans: Iterable[Span], text: str) -> tuple[Span, ...]:
    """Trim blanks off spans, drop empty ones, and join those that only blanks part.

    >>> merge_spans([(0, 10), (10, 14)], "Recalling also the"), merge_spans([(0, 10)], "Recalling")
    (((0, 14),), ((0, 9),))
    """
    merged: list[Span] = []
    for start, end in sorted(spans):
        words = text[start:end]
        bare = words.lstrip()
        start += len(words) - len(bare)
        end = start + len(bare.rstrip())
        if start == end:
            continue
        if merged and not text[merged[-1][1] : start].strip():
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return tuple(merged)


def _split(superscript: str, notes: Collection[int]) -> list[int]:
    """Read "²³" as note 23, or as notes 2 and 3 where there is no note 23."""
    if len(superscript) > 6:
        return []
    number = to_number(superscript)
    if number in notes or len(superscript) == 1:
        return [number]
    for cut in range(1, len(superscript)):
        first, second = to_number(superscript[:cut]), to_number(superscript[cut:])
        if first in notes and second in notes and second == first + 1:
            return [first, second]
    return [number]


def escape(text: str) -> str:
    """Return ``text`` with everything escaped that :func:`read_inline` would take for markup.

    >>> escape("5 * 4, km² and [sic]")
    '5 \\\\* 4, km\\\\² and \\\\[sic]'
    """
    return _ESCAPE.sub(lambda m: "\\" + m[0], text) if _SPECIAL.search(text) else text


def write_inline(text: str, italics: Sequence[Span], marks: Sequence[tuple[int, int]]) -> str:
    """Write a paragraph with its markup: the inverse of :func:`read_inline`.

    >>> write_inline("Recalls the Strategy, and", [(0, 7)], [(21, 2)])
    '*Recalls* the Strategy,² and'
    """
    points: list[tuple[int, int, str]] = []
    for start, end in italics:
        points += [(start, 2, "*"), (end, 0, "*")]
    for i, (offset, number) in enumerate(marks):
        adjacent = i > 0 and marks[i - 1][0] == offset
        points.append((offset, 1, f"[^{number}]" if adjacent else to_superscript(number)))
    out, last = [], 0
    for offset, _, piece in sorted(points, key=lambda p: (p[0], p[1])):
        out += [escape(text[last:offset]), piece]
        last = offset
    return "".join(out) + escape(text[last:])
