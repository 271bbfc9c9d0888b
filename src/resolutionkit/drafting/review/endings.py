"""The marks with which paragraphs end, as the rules judge them."""

from __future__ import annotations

from collections.abc import Iterator

from resolutionkit.document.grammar.final_marks import final_sign
from resolutionkit.document.model import Paragraph
from resolutionkit.drafting.review.engine import Found
from resolutionkit.language import _

_CLOSED = ("”", "“", "’", '"', "»")


def shown(char: str) -> str:
    """Say which mark stands somewhere, in words that fit "… ends with"."""
    return _("“{char}”").format(char=char) if _is_mark(char) else _("no mark at all")


def wrong_end(paragraph: Paragraph, *right: str) -> Iterator[Found]:
    """Yield a finding where a paragraph does not end with one of the right marks, the first of which mends it."""
    at, mark = final_sign(paragraph.text)
    if mark and mark not in right:
        yield unmarked(paragraph, at, right[0])


def unmarked(paragraph: Paragraph, at: int, right: str) -> Found:
    """A finding at a character that should be the mark ``right``, or should be followed by it."""
    char = paragraph.text[at]
    return Found(paragraph, (at, at + 1), right if _is_mark(char) else char + right, {"found": shown(char)})


def quotes_sentence(text: str) -> bool:
    """Whether it ends with a quotation that brings its own final mark.

    >>> quotes_sentence("reads: “It ends.”"), quotes_sentence("the slogan “Peace”")
    (True, False)
    """
    return text.endswith(_CLOSED) and text[-2:-1] in ".?!;,"


def _is_mark(char: str) -> bool:
    return not char.isalnum() and char not in ")]%"
