"""Which paragraph of one text continues which of the other."""

from __future__ import annotations

import itertools
import re
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Sequence
from math import log

from resolutionkit.document.model import Paragraph
from resolutionkit.document.reading.assemble import Block

_WORD = re.compile(r"\w+(?:[-‑'’/.]\w+)*")

ALIKE = 0.5
"""From this share of common words on, weighted by how rare they are, two paragraphs can be versions of one.

Between 75/10 and 77/20 the least alike true pair has 0.57. Of the false ones that both lack a
better partner none comes near; a false one with 0.61 loses to the true partners of its two paragraphs.
"""
NEARLY_SAME = 0.8
"""A paragraph that moves between preamble, operative part and sub-paragraphs must be as alike as this."""


def partners(older: Sequence[Paragraph | Block], newer: Sequence[Paragraph | Block]) -> dict[int, int]:
    """Return which paragraph of the older text became which of the newer one, by their places; each has one partner at most.

    The most alike find each other first; among equals those that stand at the same place.

    >>> old = [Paragraph("OP1", text="Urges States to act."), Paragraph("OP2", text="Decides to meet.")]
    >>> partners(old, [Paragraph("OP1", text="Decides to meet again.")])
    {1: 0}
    """
    old, new = ([_words(p) for p in side] for side in (older, newer))
    spread = Counter(word for words in (*old, *new) for word in words)
    # what stands in every paragraph, "the United Nations and INTERPOL", says little about any
    weights = {word: log(1 + (len(older) + len(newer)) / count) for word, count in spread.items()}
    old_sums, new_sums = (
        [sum(count * weights[word] for word, count in words.items()) for words in side] for side in (old, new)
    )
    holders: defaultdict[str, list[tuple[int, int]]] = defaultdict(list)
    for j, words in enumerate(new):
        for word, count in words.items():
            holders[word].append((j, count))
    scored = []
    for i, words in enumerate(old):
        shared: defaultdict[int, float] = defaultdict(float)
        for word, count in words.items():
            for j, there in holders.get(word, ()):
                shared[j] += min(count, there) * weights[word]
        for j, weight in shared.items():
            alike = round(2 * weight / (old_sums[i] + new_sums[j]), 9)
            if alike >= NEARLY_SAME or (alike >= ALIKE and _place(older[i]) == _place(newer[j])):
                distance = abs(i / len(older) - j / len(newer))
                scored.append((-round(alike - 0.1 * distance, 9), i, j))
    partner: dict[int, int] = {}
    taken: set[int] = set()
    for _score, i, j in sorted(scored):
        if i not in partner and j not in taken:
            partner[i] = j
            taken.add(j)
    return partner


def _place(paragraph: Paragraph | Block) -> str:
    if paragraph.marker is not None:
        return "item"
    return re.sub(r"[\d+/]+.*$", "", paragraph.label.rpartition(".")[2])


def _words(paragraph: Paragraph | Block) -> Counter[str]:
    """Words, and pairs of neighbours: the order counts too. What holds no word at all is like what says the same."""
    words = [word.casefold() for word in _WORD.findall(paragraph.text)]
    return Counter([*words, *map(" ".join, itertools.pairwise(words))] or [paragraph.text])


def stayers(sequence: Sequence[int]) -> set[int]:
    """Return the longest choice of numbers that rise: the paragraphs that the others moved around."""
    best: list[list[int]] = []  # of each length, the choice that ends with the smallest number
    for number in sequence:
        place = bisect_left(best, number, key=lambda choice: choice[-1])
        best[place : place + 1] = [[*(best[place - 1] if place else ()), number]]
    return set(best[-1]) if best else set()
