"""HTML of running text, and the frame around everything that is displayed: all escaped, italics and marks at their places.

Spans may nest, touch or overlap, so a text is cut at every boundary, and each piece says
for itself how it looks. Tags and marks taken away, it is the same text again.
"""

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import TypeVar

from jinja2 import Environment, FileSystemLoader
from markupsafe import Markup, escape

from resolutionkit.document.model import Span
from resolutionkit.document.reading.markdown import merge_spans
from resolutionkit.language import _, ngettext
from resolutionkit.language import language as user_language

# What HTML forbids or no encoding can hold. It is shown as "�", so that a reader sees that something is there.
_HARMFUL = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")
_HERE = Path(__file__).parent

T = TypeVar("T")
Mark = tuple[int | None, Markup]  # where a footnote mark stands in a text, and its HTML; None: at the end
Look = tuple[int, int, str]  # how some words look: (start, end, what their element says of them)


def harmless(text: object) -> Markup:
    """Return ``text`` as HTML, for elements and for attributes in quotation marks; HTML stays HTML, and numbers are written."""
    if not isinstance(text, str) or isinstance(text, Markup) or text.isprintable():
        return escape(text)
    return escape(_HARMFUL.sub("�", text))


def inline(text: str, italics: Sequence[Span] = (), marks: Sequence[Mark] = ()) -> Markup:
    """Return ``text`` with its italics as ``<em>`` and with the HTML of ``marks`` put in.

    ``italics`` are spans (start, end) in characters of ``text``; what lies outside of it is ignored.

    >>> print(inline("Recalling x & y", [(-9, -3), (0, 9), (20, 25)], [(11, Markup("<sup>1</sup>"))]))
    <em>Recalling</em> x<sup>1</sup> &amp; y
    """
    united = [(a, b, "em") for a, b in merge_spans(((max(a, 0), max(b, 0)) for a, b in italics), text)]
    out: list[Markup] = []
    for piece, looks, behind in pieces(text, united, marks):
        shown = harmless(piece)
        out += [Markup(f"<em>{shown}</em>") if looks else shown, *behind]
    return Markup("").join(out)


def pieces(
    text: str, looks: Collection[Look], marks: Iterable[tuple[int | None, T]]
) -> Iterator[tuple[str, list[str], list[T]]]:
    """Cut a text where looks begin and end and where marks stand: (piece, its looks, the marks behind it)."""
    length = len(text)
    placed: dict[int, list[T]] = {}
    for position, mark in marks:
        placed.setdefault(length if position is None else max(0, min(position, length)), []).append(mark)
    edges = {0, length, *placed, *(max(0, min(edge, length)) for look in looks for edge in look[:2])}
    yield "", [], placed.get(0, [])
    for start, end in pairwise(sorted(edges)):
        yield text[start:end], [look for a, b, look in looks if a <= start and end <= b], placed.get(end, [])


@cache
def templates(folder: Path = _HERE / "templates") -> Environment:
    """Return the templates in a folder, those of this room by default: they know messages, and what is put in is escaped."""
    made = Environment(loader=FileSystemLoader(folder), autoescape=True, finalize=harmless)
    made.globals |= {"_": _, "ngettext": ngettext}
    return made


@cache
def stylesheet() -> str:
    """Return the style sheet of pages and of the workbench; all of it hangs below the class ``rk-resolution``.

    Outputs of notebooks have none: there a few inline styles do, which JupyterLab keeps even where it does not trust.
    """
    return (_HERE / "resolution.css").read_text(encoding="utf-8").strip()


def wrapped(inside: str, *, language: str = "", css: str = "") -> str:
    """Return HTML with the language and direction of its text (ISO 639-1)."""
    return templates().get_template("frame.html").render(inside=Markup(inside), language=language, css=css)


def reported(inside: str) -> str:
    """Return HTML of the kit's own words about a resolution: the same frame, in the user's language."""
    return wrapped(inside, language=user_language(), css="rk-bare rk-report")
