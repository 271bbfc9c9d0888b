"""75/10 read in plain sentences: all of it, or one part."""

from collections.abc import Iterable
from dataclasses import dataclass

from resolutionkit.classroom.outcome import Rows
from resolutionkit.document.bundled import gloss, load


@dataclass(frozen=True, slots=True, repr=False)
class PlainWords(Rows):
    """(label, sentence) pairs."""

    name_width = 7
    rows: tuple[tuple[str, str], ...]

    def cells(self) -> tuple[tuple[str, str], ...]:
        return self.rows


def in_plain_words(part: str | Iterable[str] = "") -> PlainWords:
    """Return 75/10 in our plain sentences: all 42, those of the "preamble" or the "operative" part, or of some labels.

    The sentences are ours, in the user's language; they are no translation by the United Nations. Raises
    :class:`~resolutionkit.errors.UnknownName` for a part or label that there is not.

    >>> [label for label, sentence in in_plain_words("operative").rows][-2:]
    ['OP15', 'OP16']
    >>> [label for label, sentence in in_plain_words(["pp 4", "OP13(b)"]).rows], len(in_plain_words().rows)
    (['PP4', 'OP13(b)'], 42)
    """
    res = load()
    parts = {"": res.preamble + res.operative, "preamble": res.preamble, "operative": res.operative}
    if isinstance(part, Iterable) and not isinstance(part, str):
        chosen = [res[label] for label in part]
    elif part in parts:
        chosen = [p for top in parts[part] for p in top.walk()]
    else:
        chosen = [res[part]]
    return PlainWords(tuple((p.label, gloss(p.label)) for p in chosen))
