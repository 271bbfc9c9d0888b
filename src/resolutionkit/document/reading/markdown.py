"""Markup inside a paragraph: italics, links, footnote marks, escapes; reading and writing them."""

import re
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass

from resolutionkit.document.model import Span

SUPERSCRIPTS = "⁰¹²³⁴⁵⁶⁷⁸⁹"
_TO_DIGITS = str.maketrans(SUPERSCRIPTS, "0123456789")
_TO_SUPERSCRIPTS = str.maketrans("0123456789", SUPERSCRIPTS)

_SPECIAL = {character: re.compile(re.escape(character)) for character in f"\\*_[<{SUPERSCRIPTS}"}
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
_ESCAPE = re.compile(
    r"\\(?=[^\w\s]|[_⁰¹²³⁴⁵⁶⁷⁸⁹]|$)|[*⁰¹²³⁴⁵⁶⁷⁸⁹]|(?<![^\W_])_|_(?![^\W_])|\[|<(?=https?://|sup>)|&(?=\w{2,8};|#\d)"
)


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


def read_inline(source: str, notes: Collection[int]) -> Inline:
    """Take the markup out of one paragraph whose white space is folded.

    ``notes`` are the numbers of the footnotes that exist: a superscript of none of them stays in the text, as in "km²".
    """
    if not (tokens := _tokens(source)):
        return Inline(source)
    closed_at = _pairs(source, tokens)
    begun: dict[int, tuple[int, int]] = {}  # where markup closes -> where its words begin, behind how many marks
    text, read = "", 0
    italics: list[Span] = []
    marks: list[tuple[int, int]] = []
    for token in tokens:
        start, kind = token.start(), token.lastgroup or ""
        text += source[read:start]
        read, said = token.end(), token[kind]
        if kind in ("escaped", "url"):
            text += said
        elif kind == "linked":
            inner = read_inline(said.strip(), notes)
            italics += [(a + len(text), b + len(text)) for a, b in inner.italics]
            marks += [(at + len(text), number) for at, number in inner.marks]
            text += inner.text
        elif start in closed_at:
            begun[closed_at[start]] = len(text), len(marks)
        elif start in begun:
            if begun[start] == (len(text), len(marks)):
                text += 2 * said  # around nothing: it was text
            elif len(said) != 2:
                italics.append((begun[start][0], len(text)))
        elif kind not in ("stars", "line") and (numbers := _numbers(said, kind, notes)):
            marks += [(len(text) - text.endswith(" "), number) for number in numbers]
            if not text and source[read : read + 1] == " ":
                read += 1
            elif source[read : read + 4].lstrip("*_")[:1] in ("", *" ,;.:)"):
                text = text.removesuffix(" ")  # a blank before a mark stays only where a word follows
        else:
            text += token[0]
    text += source[read:]
    return Inline(text, merge_spans(italics, text), tuple(marks))


def _tokens(source: str) -> list[re.Match[str]]:
    tokens: list[re.Match[str]] = []
    may_begin = [m.start() for special, form in _SPECIAL.items() if special in source for m in form.finditer(source)]
    for at in sorted(may_begin):
        if not tokens or at >= tokens[-1].end():
            tokens += filter(None, [_TOKEN.match(source, at)])
    return tokens


def _pairs(source: str, tokens: Sequence[re.Match[str]]) -> dict[int, int]:
    """Where stars and lines open that the same ones close -> where these stand; all others are text."""
    pairs: dict[int, int] = {}
    opened: dict[str, int] = {}
    for token in tokens:
        said, at = token["stars"] or token["line"], token.start()
        if said in opened and source[at - 1 : at].strip():
            pairs[opened.pop(said)] = at
        elif said and said not in opened and source[token.end() : token.end() + 1].strip():
            opened[said] = at
    return pairs


def merge_spans(spans: Iterable[Span], text: str) -> tuple[Span, ...]:
    """Trim blanks off spans, drop empty ones, and join those that only blanks part.

    >>> merge_spans([(0, 10), (10, 14)], "Recalling also the"), merge_spans([(0, 10)], "Recalling")
    (((0, 14),), ((0, 9),))
    """
    merged: list[Span] = []
    for start, end in sorted(spans):
        if not (bare := text[start:end].strip()):
            continue
        start = text.index(bare, start)
        end = start + len(bare)
        if merged and not text[merged[-1][1] : start].strip():
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return tuple(merged)


def _numbers(said: str, kind: str, notes: Collection[int]) -> list[int]:
    """The footnotes of a mark, or none: "²³" is note 23, or notes 2 and 3 where there is no note 23."""
    if len(said) > 6:
        return []
    number = to_number(said)
    if number in notes or kind != "super":
        return [number] if number in notes else []
    for cut in range(1, len(said)):
        first, second = to_number(said[:cut]), to_number(said[cut:])
        if first in notes and second in notes and second == first + 1:
            return [first, second]
    return []


def escape(text: str) -> str:
    """Return ``text`` with everything escaped that :func:`read_inline` would take for markup.

    >>> escape("5 * 4, km² and [sic]")
    '5 \\\\* 4, km\\\\² and \\\\[sic]'
    """
    return _ESCAPE.sub(lambda m: "\\" + m[0], text) if any(map(text.__contains__, ("&", *_SPECIAL))) else text


def write_inline(text: str, italics: Sequence[Span], marks: Sequence[tuple[int, int]]) -> str:
    """Write a paragraph with its markup: the inverse of :func:`read_inline`.

    >>> write_inline("Recalls the Strategy, and", [(0, 7)], [(21, 2)])
    '*Recalls* the Strategy,² and'
    """
    points: list[tuple[int, int, str]] = []
    for start, end in italics:
        points += [(start, 2, "*"), (end, 0, "*")]
    for i, (offset, number) in enumerate(marks):
        plain = offset == 0 or (i > 0 and marks[i - 1][0] == offset)  # a line with a superscript first is a footnote
        points.append((offset, 1, f"[^{number}]" if plain else to_superscript(number)))
    out, last = [], 0
    for offset, _, piece in sorted(points, key=lambda p: (p[0], p[1])):
        out += [escape(text[last:offset]), piece]
        last = offset
    return "".join(out) + escape(text[last:])
