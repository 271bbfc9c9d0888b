"""Running text as HTML, and the templates of this room: everything escaped, italics and footnote marks at their places.

Spans may nest, touch or overlap, so the text is cut at every boundary, and each piece says
for itself whether it is in italics. Tags and marks taken away, it is the same text again.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from itertools import pairwise
from typing import TypeVar

from jinja2 import Environment, PackageLoader
from markupsafe import Markup
from markupsafe import escape as escape_markup

from resolutionkit.document.model import Span

# What HTML forbids or no encoding can hold. It is shown as "�", so that a reader sees that something is there.
_HARMFUL = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")

T = TypeVar("T")
Mark = tuple[int | None, Markup]
"""Where a footnote mark stands in a text, and its HTML; None: at the end."""


def escape(text: str) -> str:
    """Return ``text`` as harmless HTML, for elements and for attributes in quotation marks.

    >>> escape('<b onclick="x">'), escape("a\\x00b")
    ('&lt;b onclick=&#34;x&#34;&gt;', 'a�b')
    """
    return str(harmless(text))


def harmless(text: str) -> Markup:
    """Return ``text`` as HTML that templates take as it is; HTML stays HTML.

    >>> harmless("1 < 2"), harmless(Markup("<b>"))
    (Markup('1 &lt; 2'), Markup('<b>'))
    """
    if isinstance(text, Markup) or text.isprintable():
        return escape_markup(text)
    return escape_markup(_HARMFUL.sub("�", text))


def inline(text: str, italics: Sequence[Span] = (), marks: Sequence[Mark] = ()) -> Markup:
    """Return ``text`` with its italics as ``<em>`` and with the HTML of ``marks`` put in.

    ``italics`` are spans (start, end) in characters of ``text``; what lies outside of it is ignored.

    >>> print(inline("Recalling x & y", [(0, 9)], [(11, Markup("<sup>1</sup>"))]))
    <em>Recalling</em> x<sup>1</sup> &amp; y
    """
    out: list[Markup] = []
    for piece, is_slanted, behind in pieces(text, _united(italics, len(text)), marks):
        shown = harmless(piece)
        out += [Markup(f"<em>{shown}</em>") if is_slanted else shown, *behind]
    return Markup("").join(out)


def pieces(
    text: str, italics: Iterable[Span], marks: Iterable[tuple[int | None, T]]
) -> Iterator[tuple[str, bool, list[T]]]:
    """Cut a text where italics begin and end and where marks stand: (piece, whether in italics, the marks behind it).

    A mark at ``None`` stands at the end.

    >>> list(pieces("Recalling x", [(0, 9)], [(None, "¹")]))
    [('', False, []), ('Recalling', True, []), (' x', False, ['¹'])]
    """
    italics, length = list(italics), len(text)
    placed: dict[int, list[T]] = {}
    for position, mark in marks:
        placed.setdefault(length if position is None else max(0, min(position, length)), []).append(mark)
    edges = sorted({0, length, *placed, *(max(0, min(edge, length)) for span in italics for edge in span)})
    yield "", False, placed.get(0, [])
    for start, end in pairwise(edges):
        yield text[start:end], any(a <= start and end <= b for a, b in italics), placed.get(end, [])


def _united(spans: Sequence[Span], length: int) -> list[Span]:
    """Put spans in order, and those that touch or overlap together, so that one word is one ``<em>``."""
    united: list[Span] = []
    for start, end in sorted((max(a, 0), min(b, length)) for a, b in spans):
        if start >= end:
            continue
        if united and start <= united[-1][1]:
            united[-1] = (united[-1][0], max(united[-1][1], end))
        else:
            united.append((start, end))
    return united


@cache
def templates() -> Environment:
    """Return the templates of this room; whatever is put into them is escaped.

    >>> templates().get_template("page.html").render(name="A & B").count("<title>A &amp; B</title>")
    1
    """
    loader = PackageLoader("resolutionkit.document.writing", "templates")
    return Environment(
        loader=loader, autoescape=True, finalize=lambda value: harmless(value) if isinstance(value, str) else value
    )
