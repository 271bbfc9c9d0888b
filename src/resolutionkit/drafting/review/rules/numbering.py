"""Rules on the numbers of operative paragraphs."""

from __future__ import annotations

import re
from collections.abc import Iterator

from resolutionkit.document.model import Paragraph, Span
from resolutionkit.drafting.review.draft import Draft
from resolutionkit.drafting.review.engine import Found, checks
from resolutionkit.language import _

_NUMBER = re.compile(r"(?P<number>\d{1,3})\. (?=[^\W\d_])")


def _none() -> str:
    return _("no number")


def _first_word(paragraph: Paragraph) -> Span:
    return 0, len(paragraph.text.split(" ", 1)[0])


def _section(paragraph: Paragraph) -> str:
    return paragraph.label.rpartition("OP")[0]


@checks("UN205")
def numbers_in_order(draft: Draft) -> Iterator[Found]:
    if any(p.number is not None for p in draft.body):
        yield from _out_of_order(draft)
        yield from _swallowed(draft)
    elif len(draft.body) > 1 and not draft.sectioned:
        yield draft.body[0], _first_word(draft.body[0]), {"found": _none(), "expected": 1}


def _out_of_order(draft: Draft) -> Iterator[Found]:
    before, section = 0, ""
    for i, paragraph in enumerate(draft.body):
        number = paragraph.number
        if number is None:
            if _section(paragraph) != section:  # a section of one paragraph needs no number
                before = 0
            elif i or not paragraph.text.endswith(":"):  # "Adopts the following declaration:" needs none either
                before += 1
                yield paragraph, _first_word(paragraph), {"found": _none(), "expected": before}
        else:
            restarts = number == 1 and (before > 1 or bool(draft.sectioned))
            if number != before + 1 and not restarts:
                yield paragraph, _first_word(paragraph), {"found": number, "expected": before + 1}
            following = draft.body[i + 1].number if i + 1 < len(draft.body) else None
            # where the next number fits, only this one is wrong: 1, 2, 2, 4
            before = before + 1 if number != before + 1 == (following or 0) - 1 and not restarts else number
            for item in _forgotten(draft, i):
                before += 1
                yield item, _first_word(item), {"found": _none(), "expected": before}
        section = _section(paragraph)


def _forgotten(draft: Draft, i: int) -> list[Paragraph]:
    """Continuations of a paragraph that are paragraphs themselves, since their number is missing in the count."""
    this, following = draft.body[i], draft.body[i + 1 : i + 2]
    items = [item for item in this.items if item.marker is None and draft.is_operative(item.text)]
    gap = following[0].number == this.number + 1 + len(items) if following and this.number else False
    return items if gap else []


def _swallowed(draft: Draft) -> Iterator[Found]:
    """Numbers that made no sense where they stood, so that the reader took them for text."""
    for paragraph, at in draft.joints:
        match = _NUMBER.match(paragraph.text, at)
        if match and draft.is_operative(paragraph.text[match.end() :]):
            own = re.match(r"\d*", paragraph.label.rpartition("OP")[2])
            expected = int(own[0]) + 1 if own and own[0] else 1
            yield paragraph, match.span("number"), {"found": match["number"], "expected": expected}


@checks("UN206")
def single_paragraph_unnumbered(draft: Draft) -> Iterator[Found]:
    if len(draft.body) == 1 and draft.body[0].number is not None and not draft.sectioned:
        yield draft.body[0], _first_word(draft.body[0]), {"number": draft.body[0].number}
