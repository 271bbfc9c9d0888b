"""Rules on footnotes."""

from __future__ import annotations

from collections.abc import Iterator

from resolutionkit.drafting.review.draft import Draft
from resolutionkit.drafting.review.engine import Found, checks


@checks("UN601")
def notes_in_order(draft: Draft) -> Iterator[Found]:
    highest = 0
    seen: set[int] = set()
    for paragraph in draft.all:
        for note in sorted(paragraph.footnotes, key=lambda n: n.position or 0):
            if note.number < highest and note.number not in seen:
                at = max((note.position or 0) - 1, 0)
                yield Found(
                    paragraph, (at, min(at + 1, len(paragraph.text))), facts={"found": note.number, "before": highest}
                )
            seen.add(note.number)
            highest = max(highest, note.number)


@checks("UN602")
def mark_at_comma(draft: Draft) -> Iterator[Found]:
    behind = draft.language == "en"
    for paragraph in draft.all:
        for note in paragraph.footnotes:
            at = note.position or 0
            char = paragraph.text[at : at + 1] if behind else paragraph.text[at - 1 : at] if at else ""
            if char and char in ",;":
                span = (at, at + 1) if behind else (at - 1, at)
                yield Found(paragraph, span, facts={"found": char, "number": note.number})
