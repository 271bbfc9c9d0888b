"""Which words of a paragraph were taken out and which were put in."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from typing import Literal, NamedTuple

Kind = Literal["same", "removed", "added"]

_TOKEN = re.compile(r"\w+(?:[-‑'’/.]\w+)*|\s+|[^\w\s]")


class WordRun(NamedTuple):
    """Some words that stayed, went or came."""

    kind: Kind
    text: str


def word_runs(before: str, after: str) -> tuple[WordRun, ...]:
    """Return the runs of words that lead from ``before`` to ``after``.

    What is not "added" makes ``before`` when joined, and what is not "removed" makes ``after``.

    >>> [(run.kind, run.text) for run in word_runs("Urges all States to act", "Urges States to act soon")]
    [('same', 'Urges'), ('removed', ' all'), ('same', ' States to act'), ('added', ' soon')]
    """
    old, new = _TOKEN.findall(before), _TOKEN.findall(after)
    if "".join(old) != before or "".join(new) != after:  # a character that is neither word, blank nor mark
        old, new = list(before), list(after)
    pieces: list[WordRun] = []
    for kind, i, j, k, m in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if kind == "equal":
            pieces.append(WordRun("same", "".join(old[i:j])))
        else:
            pieces += _changed("".join(old[i:j]), "".join(new[k:m]))
    return tuple(_joined(_without_islands(pieces)))


def _changed(removed: str, added: str) -> Iterator[WordRun]:
    if removed:
        yield WordRun("removed", removed)
    if added:
        yield WordRun("added", added)


def _without_islands(pieces: Sequence[WordRun]) -> Iterator[WordRun]:
    """A blank that stayed between two changes is read as changed too: "~~two old~~ new words", not word by word."""
    for i, piece in enumerate(pieces):
        between = 0 < i < len(pieces) - 1
        if piece.kind == "same" and not piece.text.strip() and between:
            yield WordRun("removed", piece.text)
            yield WordRun("added", piece.text)
        else:
            yield piece


def _joined(pieces: Iterator[WordRun]) -> Iterator[WordRun]:
    removed = added = same = ""
    for kind, text in pieces:
        if kind == "same":
            yield from _changed(removed, added)
            removed = added = ""
            same += text
            continue
        if same:
            yield WordRun("same", same)
            same = ""
        if kind == "removed":
            removed += text
        else:
            added += text
    if same:
        yield WordRun("same", same)
    yield from _changed(removed, added)
