"""Rules on the numbers of operative paragraphs."""

from __future__ import annotations

from collections.abc import Iterator

from resolutionkit.language import say
from resolutionkit.rules.draft import Draft
from resolutionkit.rules.engine import Found, checks


@checks("UN205")
def numbers_in_order(draft: Draft) -> Iterator[Found]:
    numbered = [p for p in draft.body if p.number is not None]
    if not numbered and len(draft.body) > 1 and not draft.sectioned:
        found = say(en="no number", de="keine Nummer")
        yield draft.body[0], (0, 0), {"found": found, "expected": 1}
    before, section = 0, ""
    for i, paragraph in enumerate(draft.body if numbered else ()):
        number = paragraph.number
        if number is None:
            alone = paragraph.label.rpartition("OP")[0] != section  # a section of one paragraph
            section = paragraph.label.rpartition("OP")[0]
            if alone:
                before = 0
            elif i or not paragraph.text.endswith(":"):
                found = say(en="no number", de="keine Nummer")
                yield paragraph, (0, len(paragraph.text.split(" ", 1)[0])), {"found": found, "expected": before + 1}
            before += i > 0 and not alone
            continue
        restarts = number == 1 and (paragraph.above or before > 1 or draft.sectioned)
        if number != before + 1 and not restarts:
            yield paragraph, (0, len(paragraph.text.split(" ", 1)[0])), {"found": number, "expected": before + 1}
        before, section = number, paragraph.label.rpartition("OP")[0]


@checks("UN206")
def single_paragraph_unnumbered(draft: Draft) -> Iterator[Found]:
    if len(draft.body) == 1 and draft.body[0].number is not None and not draft.sectioned:
        paragraph = draft.body[0]
        yield paragraph, (0, len(paragraph.text.split(" ", 1)[0])), {"number": paragraph.number}
