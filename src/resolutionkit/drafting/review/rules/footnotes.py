"""Rules on footnotes."""

from collections.abc import Iterator

from resolutionkit.drafting.review.draft import Draft, Found


def footnotes_in_order(draft: Draft) -> Iterator[Found]:
    highest = 0
    seen: set[int] = set()
    for paragraph in draft.all:
        for note in sorted(paragraph.footnotes, key=lambda n: n.position or 0):
            if note.number < highest and note.number not in seen:
                at = max((note.position or 0) - 1, 0)
                facts = {"found": note.number, "before": highest}
                yield Found(paragraph, (at, min(at + 1, len(paragraph.text))), facts=facts)
            seen.add(note.number)
            highest = max(highest, note.number)


def footnote_mark_at_comma(draft: Draft) -> Iterator[Found]:
    for paragraph in draft.all:
        for note in paragraph.footnotes:
            at = (note.position or 0) - (draft.language == "de")  # English has the comma behind itself, German before
            char = paragraph.text[at : at + 1] if at >= 0 else ""
            if char and char in ",;":
                yield Found(paragraph, (at, at + 1), facts={"found": char, "number": note.number})
