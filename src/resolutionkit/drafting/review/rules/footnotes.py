"""Rules on footnotes."""

from collections.abc import Iterator

from resolutionkit.document.model import Paragraph
from resolutionkit.drafting.review.draft import Draft, Found


def _marks(paragraph: Paragraph) -> list[tuple[int, int]]:
    """Where the marks of its footnotes stand, in order, each with its number."""
    return sorted((note.position, note.number) for note in paragraph.footnotes if note.position is not None)


def footnotes_in_order(draft: Draft) -> Iterator[Found]:
    highest, seen = 0, set[int]()
    for paragraph in draft.all:
        for mark, number in _marks(paragraph):
            if number < highest and number not in seen:
                at = max(mark - 1, 0)
                end = min(at + 1, len(paragraph.text))
                yield Found(paragraph, (at, end), facts={"found": number, "before": highest})
            seen.add(number)
            highest = max(highest, number)


def footnote_mark_at_comma(draft: Draft) -> Iterator[Found]:
    for paragraph in draft.all:
        for mark, number in _marks(paragraph):
            at = mark - (draft.language == "de")  # English has the comma behind itself, German before
            char = paragraph.text[at : at + 1]
            if char and char in ",;":
                yield Found(paragraph, (at, at + 1), facts={"found": char, "number": number})
