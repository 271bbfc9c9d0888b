"""Changes of a draft's text that leave everything else as its author wrote it."""

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
    return _between(text[:start], new, text[end:])


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
    ``after``, or at the end of its part; the first preambular one below the organ line, or above the operative part.
    """
    new = f"{paragraph}," if part == "preamble" else f"1. {paragraph}."
    if resolution is not None:
        own = resolution.preamble if part == "preamble" else resolution.operative
        places = SourceMap(text, resolution)
        before = next((p for p in own if p.label == after), own[-1] if own else None)
        last = [*before.walk()][-1] if before else None  # a sub-paragraph, where it has some
        above = _line(text, places, last.label, len(last.text) - 1) if last else None
        if part == "operative" and before and above:
            return _insert_operative(text, places, own, before, above[1], paragraph)
        if part == "preamble":
            if above := above or _line(text, places, "organ", len(resolution.organ) - 1):
                return _between(text[: above[1]] + "\n\n", new, text[above[1] :])
            if resolution.operative and (below := _line(text, places, resolution.operative[0].label, 0)):
                return _between(text[: below[0]], new, "\n\n" + text[below[0] :])
    return _between(f"{text.rstrip()}\n\n" if text.strip() else "", new, "\n")


def _insert_operative(
    text: str, places: SourceMap, own: Sequence[Paragraph], before: Paragraph, at: int, paragraph: str
) -> tuple[str, Span]:
    """Put an operative paragraph at ``at``, behind ``before``: those below it count on, and the last ends with the full stop."""
    following = own[own.index(before) + 1 :]
    number = None if before.number is None else before.number + 1
    for later in reversed(following if number else ()):
        text = _renumbered(text, places, later)
    kept = text[:at].rstrip()
    if not following and kept.endswith("."):
        text = f"{kept[:-1]};{text[len(kept) :]}"
    # The only operative paragraph has no number; two have.
    if number is None and len(own) == 1 and (line := _line(text, places, before.label, 0)):
        text, at, number = f"{text[: line[0]]}1. {text[line[0] :]}", at + 3, 2
    new = f"{number}. {paragraph}" if number else paragraph
    return _between(text[:at] + "\n\n", new + (";" if following else "."), text[at:])


def _between(before: str, new: str, after: str) -> tuple[str, Span]:
    return before + new + after, (len(before), len(before) + len(new))


def _line(text: str, places: SourceMap, label: str, at: int) -> Span | None:
    """Where the line begins and ends in which a character of a paragraph stands: footnote marks behind it belong to it."""
    span = places.span(label, (at, at + 1))
    return None if span is None else (text.rfind("\n", 0, span[0]) + 1, f"{text}\n".index("\n", span[1]))


def _renumbered(text: str, places: SourceMap, paragraph: Paragraph) -> str:
    """Write the number of a paragraph one higher, where it stands in the line before its first word."""
    line = _line(text, places, paragraph.label, 0)
    match = _NUMBER.match(text, line[0]) if line else None
    if match is None or int(match[1]) != paragraph.number:
        return text
    return f"{text[: match.start(1)]}{paragraph.number + 1}{text[match.end(1) :]}"
