"""Changes of a draft's text that leave everything else as its author wrote it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Literal

from resolutionkit.document.model import Paragraph, Resolution, Span
from resolutionkit.document.reading.source_map import SourceMap

Part = Literal["preamble", "operative"]
_NUMBER = re.compile(r"\s*(\d{1,3})[.)]\s")


def replace_passage(text: str, span: Span, new: str) -> tuple[str, Span]:
    """Return the text with other words at ``span``, and where these stand."""
    start, end = max(0, min(span[0], len(text))), min(max(span), len(text))
    return text[:start] + new + text[end:], (start, start + len(new))


def wider(text: str, span: Span, least: int = 16) -> Span:
    """Return the passage in whole words, with a few more before it when it is short: a lone full stop says little.

    >>> text = "in accordance with the Charter."; text[slice(*wider(text, (30, 31)))]
    'with the Charter.'
    """
    start, end = max(0, span[0]), min(span[1], len(text))
    line = text.rfind("\n", 0, start) + 1
    while start > line and (not text[start - 1].isspace() or end - start < least):
        start -= 1
    while start < end and text[start].isspace():
        start += 1
    while end < len(text) and not text[end].isspace():
        end += 1
    while end - start < least and text[end : end + 1] == " " and text[end + 1 : end + 2].strip():
        end += 1
        while end < len(text) and not text[end].isspace():
            end += 1
    return start, end


def insert_paragraph(
    text: str, resolution: Resolution | None, paragraph: str, part: Part, after: str = ""
) -> tuple[str, Span]:
    """Return the text with a new paragraph, and where it stands; numbers and final marks around it follow.

    ``paragraph`` comes without number and final mark, ``part`` says which it needs. It stands after the paragraph
    ``after``, or at the end of its part.
    """
    if resolution is not None:
        own = resolution.preamble if part == "preamble" else resolution.operative
        places = SourceMap(text, resolution)
        before = next((p for p in own if p.label == after), own[-1] if own else None)
        at = _end(text, places, before) if before is not None else None
        if before is not None and at is not None:
            if part == "preamble":
                return _put(text, at, f"{paragraph},")
            return _insert_operative(text, places, own, before, at, paragraph)
        if before is None and part == "preamble":
            return _first(text, resolution, places, f"{paragraph},")
    return _append(text, f"{paragraph}," if part == "preamble" else f"1. {paragraph}.")


def _insert_operative(
    text: str, places: SourceMap, own: Sequence[Paragraph], before: Paragraph, at: int, paragraph: str
) -> tuple[str, Span]:
    """Put an operative paragraph at ``at``, behind ``before``: those below it count on, and the last ends with the full stop."""
    following = own[own.index(before) + 1 :]
    new_number = before.number + 1 if before.number is not None else None
    for later in reversed(following if new_number is not None else ()):
        text = _renumbered(text, places, later)
    if not following and text[:at].rstrip().endswith("."):
        stop = len(text[:at].rstrip()) - 1
        text = f"{text[:stop]};{text[stop + 1 :]}"
    if new_number is None and len(own) == 1:  # the only operative paragraph has no number; two have
        start = _start(text, places, before)
        if start is not None:
            text, at, new_number = f"{text[:start]}1. {text[start:]}", at + 3, 2
    number = f"{new_number}. " if new_number is not None else ""
    return _put(text, at, f"{number}{paragraph}{';' if following else '.'}")


def _put(text: str, at: int, paragraph: str) -> tuple[str, Span]:
    start = at + 2
    return f"{text[:at]}\n\n{paragraph}{text[at:]}", (start, start + len(paragraph))


def _append(text: str, paragraph: str) -> tuple[str, Span]:
    before = f"{text.rstrip()}\n\n" if text.strip() else ""
    return f"{before}{paragraph}\n", (len(before), len(before) + len(paragraph))


def _first(text: str, resolution: Resolution, places: SourceMap, paragraph: str) -> tuple[str, Span]:
    """Put the first preambular paragraph below the organ line, or above the operative part."""
    span = places.span("organ", (0, len(resolution.organ))) if resolution.organ else None
    if span is not None:
        return _put(text, f"{text}\n".index("\n", span[1]), paragraph)
    at = _start(text, places, resolution.operative[0]) if resolution.operative else None
    if at is None:
        return _append(text, paragraph)
    return f"{text[:at]}{paragraph}\n\n{text[at:]}", (at, at + len(paragraph))


def _end(text: str, places: SourceMap, paragraph: Paragraph) -> int | None:
    """Where the block ends in which a paragraph (or its last sub-paragraph) ends: footnote marks belong to it."""
    last = list(paragraph.walk())[-1]
    span = places.span(last.label, (0, max(len(last.text), 1)))
    return None if span is None else f"{text}\n".index("\n", span[1])


def _start(text: str, places: SourceMap, paragraph: Paragraph) -> int | None:
    span = places.span(paragraph.label, (0, 1))
    return None if span is None else text.rfind("\n", 0, span[0]) + 1


def _renumbered(text: str, places: SourceMap, paragraph: Paragraph) -> str:
    """Write the number of a paragraph one higher, where it stands in the line before its first word."""
    at = _start(text, places, paragraph)
    match = _NUMBER.match(text, at) if at is not None else None
    if match is None or int(match[1]) != paragraph.number:
        return text
    return f"{text[: match.start(1)]}{paragraph.number + 1}{text[match.end(1) :]}"
