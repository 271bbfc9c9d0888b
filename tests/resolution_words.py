"""The words of a resolution, wherever the model keeps them: what no conversion may drop."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from resolutionkit.document.model import Heading, Resolution


def texts_of(resolution: Resolution) -> Iterator[str]:
    """All texts of a resolution."""
    yield from (resolution.title, resolution.organ, *resolution.cover, *resolution.closing)
    yield from (note.text for note in resolution.footnotes)
    yield from (annex.heading for annex in resolution.annexes)
    tops = (*resolution.preamble, *resolution.operative, *(p for annex in resolution.annexes for p in annex.paragraphs))
    for paragraph in (p for top in tops for p in top.walk()):
        yield paragraph.text
        for thing in (*paragraph.above, *paragraph.below):
            yield from [thing.text] if isinstance(thing, Heading) else (cell for row in thing.rows for cell in row)
    for part in resolution.parts:
        yield from texts_of(part)


def words_of(text: str) -> Counter[str]:
    """How often each word stands in a text; words are runs of letters, markers of one or two letters left out."""
    return Counter(re.findall(r"[^\W\d_]{3,}", text))


def lost(before: Resolution, after: Resolution) -> Counter[str]:
    """The words of the first resolution that the second does not have."""
    return words_of("\n".join(texts_of(before))) - words_of("\n".join(texts_of(after)))
