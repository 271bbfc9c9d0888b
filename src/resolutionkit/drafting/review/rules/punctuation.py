"""Rules on the marks with which paragraphs end."""

from __future__ import annotations

from collections.abc import Iterator

from resolutionkit.document.model import Paragraph
from resolutionkit.drafting.review.draft import Draft, final_mark, is_mark
from resolutionkit.drafting.review.engine import Found, checks
from resolutionkit.language import _

_CLOSED = ("”", "“", "’", '"', "»")


def shown(char: str) -> str:
    """Say which mark stands somewhere, in words that fit "… ends with".

    >>> shown(";"), shown("s")
    ('“;”', 'no mark at all')
    """
    if is_mark(char):
        return _("“{char}”").format(char=char)
    return _("no mark at all")


def wrong_end(paragraph: Paragraph, *right: str) -> Iterator[Found]:
    """Yield a finding where a paragraph does not end with one of the right marks."""
    at, mark = final_mark(paragraph.text)
    if mark and mark not in right:
        yield paragraph, (at, at + 1), {"found": shown(mark)}


def _quotes_sentence(text: str) -> bool:
    """Whether it ends with a quotation that brings its own final mark: "reads: “… .”" """
    return text.endswith(_CLOSED) and text[-2:-1] in ".?!;,"


@checks("UN103")
def preambular_comma(draft: Draft) -> Iterator[Found]:
    for paragraph in draft.preamble:
        if not paragraph.items:
            yield from (
                wrong_end(paragraph, ",", ":") if paragraph.label in draft.before_table else wrong_end(paragraph, ",")
            )


@checks("UN203")
def operative_semicolon(draft: Draft) -> Iterator[Found]:
    for paragraph in draft.operative:
        if paragraph.items or paragraph is draft.last or paragraph.label in draft.before_table | draft.before_section:
            continue
        if not _quotes_sentence(paragraph.text) and not _introduces(paragraph):
            yield from wrong_end(paragraph, ";")
    for paragraph, at in draft.next_numbers:
        yield paragraph, (at - 1, at), {"found": shown("a")}


def _introduces(paragraph: Paragraph) -> bool:
    """A declaration or statute follows: "Adopts the following declaration:"."""
    return paragraph.number is None and paragraph.text.endswith(":")


@checks("UN204")
def last_full_stop(draft: Draft) -> Iterator[Found]:
    last = draft.last
    if last is None or last.label in draft.before_table or _quotes_sentence(last.text):
        return
    if draft.resolution.annexes and last.text.endswith(":"):  # it introduces the annex
        return
    if last in draft.operative or (last.marker and draft.body[-1] in draft.operative):
        yield from wrong_end(last, ".")
