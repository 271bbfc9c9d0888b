"""The footnotes of an amended draft: they follow the order of their marks."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from resolutionkit.document.model import Annex, Footnote, Paragraph, Resolution
from resolutionkit.drafting.negotiation.tree import Node

Key = tuple[int, int]
"""(source, number): whose footnote it is, 0 for the draft's, and its number there."""


def settle_footnotes(draft: Resolution, nodes: Sequence[Node]) -> tuple[tuple[Footnote, ...], tuple[Annex, ...]]:
    """Number the footnotes of the nodes again where some came or went; return all footnotes and the annexes.

    >>> settle_footnotes(Resolution(), [])
    ((), ())
    """
    everyone = [node for top in nodes for node in top.walk()]
    placed = {(node.source, note.number): note for node in everyone for note in node.paragraph.footnotes}
    was_placed = {(0, n.number) for p in _paragraphs(draft) for n in p.footnotes}
    others = [note for note in draft.footnotes if (0, note.number) not in was_placed]
    in_title = [note for note in others if note.label == "title"]
    rest = [note for note in others if note.label != "title"]
    order: list[Key] = [*((0, n.number) for n in in_title), *placed, *((0, n.number) for n in rest)]
    as_was = [(0, note.number) for note in draft.footnotes]
    if set(order) == set(as_was):
        numbers: Mapping[Key, int] = {key: key[1] for key in order}
        order = as_was
    else:
        first = min((note.number for note in draft.footnotes), default=1)
        numbers = {key: number for number, key in enumerate(dict.fromkeys(order), start=first)}
    found: dict[Key, Footnote] = {(0, n.number): replace(n, number=numbers[0, n.number]) for n in others}
    for node in everyone:
        notes = []
        for note in node.paragraph.footnotes:
            key = (node.source, note.number)
            found[key] = replace(note, number=numbers[key], label=node.paragraph.label)
            notes.append(found[key])
        node.paragraph = replace(node.paragraph, footnotes=tuple(notes))
    annexes = tuple(
        replace(annex, paragraphs=tuple(_renumbered(p, numbers) for p in annex.paragraphs)) for annex in draft.annexes
    )
    return tuple(found[key] for key in dict.fromkeys(order)), annexes


def _paragraphs(draft: Resolution) -> Iterator[Paragraph]:
    for top in draft.preamble + draft.operative:
        yield from top.walk()


def _renumbered(paragraph: Paragraph, numbers: Mapping[Key, int]) -> Paragraph:
    notes = tuple(replace(n, number=numbers.get((0, n.number), n.number)) for n in paragraph.footnotes)
    return replace(paragraph, footnotes=notes, items=tuple(_renumbered(item, numbers) for item in paragraph.items))
