"""Where the characters of a paragraph stand in the text from which it was read."""

from __future__ import annotations

import re
from collections.abc import Iterator

from resolutionkit.model import Paragraph, Resolution, Span

_NO_WORDS = re.compile(r"\[\^\d+\]|<sup>\s*\d+\s*</sup>|\]\((?:[^()\s]|\([^()\s]*\))*\)")


class Places:
    """Finds the characters of a finding in a source, whatever markup and line breaks stand between them.

    >>> source = "The General Assembly,\\n\\n*Recalling* its\\nresolution."
    >>> res = Resolution(preamble=(Paragraph("PP1", text="Recalling its resolution."),))
    >>> Places(source, res).span("PP1", (24, 25))
    (49, 50)
    """

    def __init__(self, source: str, resolution: Resolution) -> None:
        self._source = source
        hidden = {at for match in _NO_WORDS.finditer(source) for at in range(*match.span())}
        kept = [(c, at) for at, c in enumerate(source) if c.isalnum() and not _raised(c) and at not in hidden]
        self._letters = "".join(character for character, _ in kept)
        self._offsets = [at for _, at in kept]
        self._texts: dict[str, str] = {}
        self._starts: dict[str, int] = {}
        cursor = 0
        for label, text in _everything(resolution):
            letters = _letters(text)
            at = self._letters.find(letters, cursor) if letters else -1
            if at < 0 and letters:  # a footnote mark in plain digits stands in between
                at = self._letters.find(letters[:25], cursor)
            if at >= 0 and label not in self._starts:
                self._texts[label], self._starts[label] = text, at
                cursor = at + len(letters) if label != "title" else cursor

    def span(self, label: str, span: Span) -> Span | None:
        """Return where the characters ``span`` of the paragraph ``label`` stand in the source; None if nobody knows."""
        if label not in self._starts:
            return None
        text, start = self._texts[label], self._starts[label]
        first = self._offset(text, start, span[0])
        last = self._offset(text, start, max(span[1] - 1, span[0]))
        return first, max(last + 1, first)

    def _offset(self, text: str, start: int, at: int) -> int:
        at = min(at, len(text) - 1)
        count = len(_letters(text[:at]))
        if _letters(text[at]):
            return self._offsets[min(start + count, len(self._offsets) - 1)]
        if not count:
            return self._offsets[start]
        begin = self._offsets[min(start + count, len(self._offsets)) - 1] + 1
        found = self._source.find(text[at], begin, begin + 40)
        return found if found >= 0 else begin - 1


def _everything(resolution: Resolution) -> Iterator[tuple[str, str]]:
    yield "title", resolution.title
    yield "organ", resolution.organ
    for paragraph in resolution.paragraphs:
        yield paragraph.label, paragraph.text
    for annex in resolution.annexes:
        for top in annex.paragraphs:
            yield from ((p.label, p.text) for p in _walk(top))


def _walk(paragraph: Paragraph) -> Iterator[Paragraph]:
    return paragraph.walk()


def _letters(text: str) -> str:
    return "".join(c for c in text if c.isalnum() and not _raised(c))


def _raised(character: str) -> bool:
    return character in "⁰¹²³⁴⁵⁶⁷⁸⁹"
