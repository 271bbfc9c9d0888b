"""Which paragraph of one text continues which of the other."""

from __future__ import annotations

import itertools
import re
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from math import log

from resolutionkit.document.model import Paragraph

_WORD = re.compile(r"\w+(?:[-‑'’/.]\w+)*")

ALIKE = 0.5
"""From this share of common words on, weighted by how rare they are, two paragraphs can be versions of one.

Between 75/10 and 77/20 the least alike true pair has 0.57. Of the false ones that both lack a
better partner none comes near; a false one with 0.61 loses to the true partners of its two paragraphs.
"""
NEARLY_SAME = 0.8
"""A paragraph that moves between preamble, operative part and sub-paragraphs must be as alike as this."""


def align(older: Sequence[Paragraph], newer: Sequence[Paragraph]) -> list[tuple[int | None, int | None]]:
    """Return pairs (index in ``older``, index in ``newer``); None where there is no partner.

    Each paragraph has one partner at most. The pairs follow ``newer``; a dropped paragraph
    stands where it stood in ``older``, after its last neighbour that has a partner.

    >>> old = [Paragraph("OP1", text="Urges States to act."), Paragraph("OP2", text="Decides to meet.")]
    >>> align(old, [Paragraph("OP1", text="Decides to meet again.")])
    [(0, None), (1, 0)]
    """
    partner = _partners(older, newer)
    taken = {j: i for i, j in partner.items()}
    dropped_after: dict[int | None, list[int]] = {}
    last: int | None = None
    for i in range(len(older)):
        if i in partner:
            last = partner[i]
        else:
            dropped_after.setdefault(last, []).append(i)
    pairs: list[tuple[int | None, int | None]] = [(i, None) for i in dropped_after.get(None, ())]
    for j in range(len(newer)):
        pairs.append((taken.get(j), j))
        pairs += [(i, None) for i in dropped_after.get(j, ())]
    return pairs


def stayers(sequence: Sequence[int]) -> set[int]:
    """Return the longest choice of numbers that rise: the paragraphs that the others moved around."""
    tails: list[int] = []
    ends: list[int] = []
    before: list[int | None] = []
    for position, number in enumerate(sequence):
        place = bisect_left(tails, number)
        before.append(ends[place - 1] if place else None)
        if place == len(tails):
            tails.append(number)
            ends.append(position)
        else:
            tails[place] = number
            ends[place] = position
    found: set[int] = set()
    at = ends[-1] if ends else None
    while at is not None:
        found.add(sequence[at])
        at = before[at]
    return found


def _partners(older: Sequence[Paragraph], newer: Sequence[Paragraph]) -> dict[int, int]:
    """The most alike pairs first; among equals the ones that stand at the same place."""
    old_words, new_words = [_words(p) for p in older], [_words(p) for p in newer]
    old_places, new_places = [_place(p) for p in older], [_place(p) for p in newer]
    weights = _weights([*old_words, *new_words])
    old_sums, new_sums = ([_sum(words, weights) for words in side] for side in (old_words, new_words))
    scored = []
    for i, j in _candidates(old_words, new_words, weights):
        if not (total := old_sums[i] + new_sums[j]):
            alike = float(older[i].text == newer[j].text)
        else:
            alike = 2 * _shared(old_words[i], new_words[j], weights) / total
        if alike >= (ALIKE if old_places[i] == new_places[j] else NEARLY_SAME):
            distance = abs(i / len(older) - j / len(newer))
            scored.append((-round(alike - 0.1 * distance, 9), i, j))
    partner: dict[int, int] = {}
    taken: set[int] = set()
    for _, i, j in sorted(scored):
        if i not in partner and j not in taken:
            partner[i] = j
            taken.add(j)
    return partner


def _candidates(
    older: Sequence[Mapping[str, int]], newer: Sequence[Mapping[str, int]], weights: Mapping[str, float]
) -> Iterator[tuple[int, int]]:
    """All pairs that can be alike enough, without a look at each of the many others.

    Alike means that shared words make ALIKE of the mean weight of both. Then they make at least ALIKE / (2 - ALIKE) of
    the weight of either, and one of them is among any words that weigh more than the rest of it: the rarest, say.
    """
    holders: defaultdict[str, list[int]] = defaultdict(list)
    for j, words in enumerate(newer):
        for word in words or ("",):  # what holds no word at all has others of its kind as candidates
            holders[word].append(j)
    for i, words in enumerate(older):
        room = (1 - ALIKE / (2 - ALIKE)) * _sum(words, weights) + 1e-9
        near: set[int] = set() if words else set(holders.get("", ()))
        for word in sorted(words, key=weights.__getitem__, reverse=True):
            near.update(holders.get(word, ()))
            room -= words[word] * weights[word]
            if room < 0:
                break
        yield from ((i, j) for j in sorted(near))


def _shared(one: Mapping[str, int], other: Mapping[str, int], weights: Mapping[str, float]) -> float:
    if len(one) > len(other):
        one, other = other, one
    return sum(min(count, other[word]) * weights[word] for word, count in one.items() if word in other)


def _place(paragraph: Paragraph) -> str:
    if paragraph.marker is not None:
        return "item"
    return re.sub(r"[\d+/]+.*$", "", paragraph.label.rpartition(".")[2])


def _words(paragraph: Paragraph) -> Counter[str]:
    """Words, and pairs of neighbours: the order counts too."""
    words = [word.casefold() for word in _WORD.findall(paragraph.text)]
    return Counter([*words, *map(" ".join, itertools.pairwise(words))])


def _weights(texts: Iterable[Mapping[str, int]]) -> dict[str, float]:
    """What stands in every paragraph, "the United Nations and INTERPOL", says little about any."""
    texts = list(texts)
    spread = Counter(word for words in texts for word in words)
    return {word: log(1 + len(texts) / count) for word, count in spread.items()}


def _sum(words: Mapping[str, int], weights: Mapping[str, float]) -> float:
    return sum(count * weights[word] for word, count in words.items())
