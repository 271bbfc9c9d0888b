"""Rules on footnotes."""

from collections.abc import Iterator

from resolutionkit.document.model import Paragraph
from resolutionkit.drafting.review.cards import compiled
from resolutionkit.drafting.review.draft import Draft, Found
from resolutionkit.language import _

_ALONE = compiled("<mark_alone>")
"""What is left in the text of marks whose footnotes are missing."""


def _marks(paragraph: Paragraph) -> list[tuple[int, int]]:
    """Where the marks of its footnotes stand, in order, each with its number."""
    return sorted((note.position, note.number) for note in paragraph.footnotes if note.position is not None)


def footnotes_in_order(draft: Draft) -> Iterator[Found]:
    highest, seen = 0, set[int]()
    for paragraph in draft.all:
        for position, number in _marks(paragraph):
            if number < highest and number not in seen:
                at = max(position - 1, 0)
                what = _("footnote {found} comes after footnote {before}").format(found=number, before=highest)
                yield Found(paragraph, (at, min(at + 1, len(paragraph.text))), facts={"what": what})
            seen.add(number)
            highest = max(highest, number)
    for paragraph, mark, span in draft.find(_ALONE, "whole"):
        yield Found(paragraph, span, facts={"what": _("the mark {mark} has no footnote").format(mark=mark[0])})
    for number in (note.number for note in draft.resolution.footnotes if not note.label):
        yield Found(draft.end, (0, 0), facts={"what": _("footnote {number} has no mark").format(number=number)})


def footnote_mark_at_comma(draft: Draft) -> Iterator[Found]:
    for paragraph in draft.all:
        for mark, number in _marks(paragraph):
            at = mark - (draft.language == "de")  # English has the comma behind itself, German before
            char = paragraph.text[at : at + 1]
            if char and char in ",;":
                yield Found(paragraph, (at, at + 1), facts={"found": char, "number": number})
