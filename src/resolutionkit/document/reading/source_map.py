"""Where the characters of a paragraph stand in the text from which it was read."""

import re
from bisect import bisect_left
from collections.abc import Sequence

from resolutionkit.document.model import Resolution, Span
from resolutionkit.document.reading.clean import LIGATURES, TAG
from resolutionkit.document.reading.markdown import SUPERSCRIPTS

_NO_WORDS = re.compile(r"\[\^\d+\]|<sup>\s*\d+\s*</sup>|\]\((?:[^()\s]|\([^()\s]*\))*\)")

_FARTHEST = 4000  # letters between two halves of a paragraph: no head of a page with its footnotes is longer


class SourceMap:
    """Finds the characters of a finding in a source, whatever markup and line breaks stand between them.

    >>> from resolutionkit.document.model import Paragraph
    >>> source = "The General Assembly,\\n\\n*Recalling* its\\nresolution."
    >>> res = Resolution(preamble=(Paragraph("PP1", text="Recalling its resolution."),))
    >>> SourceMap(source, res).span("PP1", (24, 25))
    (49, 50)
    """

    def __init__(self, source: str, resolution: Resolution) -> None:
        self._source = source
        hidden = {at for form in (_NO_WORDS, TAG) for found in form.finditer(source) for at in range(*found.span())}
        kept = [
            (letter, at)
            for at, c in enumerate(source)
            if c.isalnum() and c not in SUPERSCRIPTS and at not in hidden
            for letter in LIGATURES.get(c, c)
        ]
        self._letters = "".join(character for character, _ in kept)
        self._offsets = [at for _, at in kept]
        self._placed: dict[str, tuple[str, Sequence[int], Sequence[int]]] = {}
        """Label -> text, where its letters stand, and which letter of the source each of them is."""
        cursor = 0
        in_annexes = [p for annex in resolution.annexes for top in annex.paragraphs for p in top.walk()]
        texts = [(p.label, p.text) for p in (*resolution.paragraphs, *in_annexes)]
        for label, text in [("title", resolution.title), ("organ", resolution.organ), *texts]:
            places = [at for at, c in enumerate(text) if c.isalnum() and c not in SUPERSCRIPTS]
            letters = "".join(map(text.__getitem__, places))
            found = self._aligned(letters, cursor) if letters and label not in self._placed else ()
            if found:
                self._placed[label] = text, places, found
                cursor = found[-1] + 1 if label != "title" else cursor

    def _aligned(self, letters: str, cursor: int) -> Sequence[int]:
        """Return for each letter of a paragraph which letter of the source it is; footnote marks and page heads stand between."""
        at = self._letters.find(letters, cursor)
        if at >= 0:
            return range(at, at + len(letters))
        at = next((at for length in (25, 10) if (at := self._letters.find(letters[:length], cursor)) >= 0), -1)
        found: list[int] = []
        for i, letter in enumerate(letters if at >= 0 else ""):
            if self._letters[at : at + 1] != letter:
                again = self._letters.find(letters[i : i + 12], at, at + _FARTHEST)
                at = again if again >= 0 else at
            found.append(min(at, len(self._letters) - 1))
            at += 1
        return found

    def span(self, label: str, span: Span) -> Span | None:
        """Return where the characters ``span`` of the paragraph ``label`` stand in the source; None if nobody knows."""
        if label not in self._placed:
            return None
        first, last = (self._offset(*self._placed[label], at) for at in (span[0], max(span[1] - 1, span[0])))
        return first, max(last + 1, first)

    def _offset(self, text: str, places: Sequence[int], letters: Sequence[int], at: int) -> int:
        at = min(at, len(text) - 1)
        count = bisect_left(places, at)
        if places[count : count + 1] == [at] or not count:
            return self._offsets[letters[min(count, len(letters) - 1)]]
        begin = self._offsets[letters[count - 1]] + 1
        found = self._source.find(text[at], begin, begin + 40)
        return found if found >= 0 else begin - 1
