"""Running text as HTML: everything escaped, italics and footnote marks at their places.

Spans may nest, touch or overlap, so the text is cut at every boundary, and each piece says
for itself whether it is in italics. Tags and marks taken away, it is the same text again.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from html import escape as escape_markup
from itertools import pairwise

from resolutionkit.document.model import Span

# What HTML forbids or no encoding can hold. It is shown as "�", so that a reader sees that something is there.
_HARMFUL = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")

Mark = tuple[int | None, str]
"""Where a footnote mark stands in a text, and its HTML; None: at the end."""


def escape(text: str) -> str:
    """Return ``text`` as harmless HTML, for elements and for attributes in quotation marks.

    >>> escape('<b onclick="x">'), escape("a\\x00b")
    ('&lt;b onclick=&quot;x&quot;&gt;', 'a�b')
    """
    if not text.isprintable():
        text = _HARMFUL.sub("�", text)
    return escape_markup(text)


def inline(text: str, italics: Sequence[Span] = (), marks: Sequence[Mark] = ()) -> str:
    """Return ``text`` with its italics as ``<em>`` and with the HTML of ``marks`` put in.

    ``italics`` are spans (start, end) in characters of ``text``; what lies outside of it is ignored.

    >>> inline("Recalling x & y", [(0, 9)], [(11, "<sup>1</sup>")])
    '<em>Recalling</em> x<sup>1</sup> &amp; y'
    """
    if not italics and not marks:
        return escape(text)
    length = len(text)
    slanted = _united(italics, length)
    placed: dict[int, list[str]] = {}
    for position, markup in marks:
        placed.setdefault(length if position is None else max(0, min(position, length)), []).append(markup)
    edges = sorted({0, length, *placed, *(edge for span in slanted for edge in span)})
    starts = {start: end for start, end in slanted}
    pieces, slanted_until = [*placed.get(0, ())], 0
    for start, end in pairwise(edges):
        slanted_until = max(slanted_until, starts.get(start, 0))
        piece = escape(text[start:end])
        pieces.append(f"<em>{piece}</em>" if end <= slanted_until else piece)
        pieces += placed.get(end, ())
    return "".join(pieces)


def table_row(cells: Iterable[str], *, head: bool = False) -> str:
    """Return a row of cells that are HTML already.

    >>> table_row(["x"], head=True)
    '<tr><th scope="col" style="text-align:left">x</th></tr>'
    """
    name, scope = ("th", ' scope="col"') if head else ("td", "")
    # JupyterLab sets cells flush right, and a notebook that is not trusted keeps no style sheet.
    return "<tr>" + "".join(f'<{name}{scope} style="text-align:left">{cell}</{name}>' for cell in cells) + "</tr>"


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
