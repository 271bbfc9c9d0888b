"""Which words of a paragraph were taken out and which were put in."""

from __future__ import annotations

import re
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
    runs: list[tuple[Kind, str]] = []
    removed = added = ""
    codes = SequenceMatcher(None, old, new, autojunk=False).get_opcodes()
    for place, (kind, i, j, k, m) in enumerate(codes):
        went, came = "".join(old[i:j]), "".join(new[k:m])
        # a blank that stayed between two changes is read as changed too: "~~two old~~ new words", not word by word
        if kind != "equal" or (not went.strip() and 0 < place < len(codes) - 1):
            removed, added = removed + went, added + came
        else:
            runs += [("removed", removed), ("added", added), ("same", went)]
            removed = added = ""
    runs += [("removed", removed), ("added", added)]
    return tuple(WordRun(kind, text) for kind, text in runs if text)
