"""The marks with which paragraphs end: they belong to the place, not to the words."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from resolutionkit.document.model import Paragraph
from resolutionkit.drafting.negotiation.tree import Node, is_preambular, section_of

_MARKED_WITHIN = re.compile(r"[.?!][”“»\"']$")
_MARK = re.compile(r"(?P<mark>[,;.:])(?P<joint>\s+(?:and|or|und|oder|sowie))?$")


def final_mark(paragraph: Paragraph) -> str:
    """Return the mark that ends a paragraph, behind its last sub-paragraph: ";" or "; and", "" for none.

    >>> final_mark(Paragraph("OP1(a)", text="to act; and"))
    '; and'
    """
    while paragraph.items:
        paragraph = paragraph.items[-1]
    match = _MARK.search(paragraph.text)
    return match[0] if match else ""


def settle(nodes: Sequence[Node], before: Sequence[Paragraph], usual: str, last: str) -> None:
    """Let the marks follow after paragraphs came and went: the last place keeps its mark, and so do the others.

    ``before`` is the list as it was; ``usual`` and ``last`` are the marks where it was empty.

    >>> old = Paragraph("OP1", text="Urges;"), Paragraph("OP2", text="Decides.")
    >>> node = Node(old[0], was="OP1")
    >>> settle([node], old, ";", "."); node.paragraph.text
    'Urges.'
    """
    marks = {paragraph.label: final_mark(paragraph) for paragraph in before}
    row = list(marks.values())
    plain = [mark for mark in row[:-1] if len(mark) == 1]
    usual = Counter(plain).most_common(1)[0][0] if plain else usual
    joint = row[-2] if len(row) > 1 and len(row[-2]) > 1 else ""
    was_last = before[-1].label if before else ""
    for place, node in enumerate(nodes, start=1):
        own = marks.get(node.was)
        if place == len(nodes):
            wanted = own if node.was == was_last and own is not None else (row[-1] if row else "") or last
        elif place == len(nodes) - 1 and joint:
            wanted = joint
        elif own is None or node.was == was_last or len(own) > 1:
            wanted = usual
        else:
            wanted = own
        if wanted:
            end(node, wanted)


def settle_operative(nodes: Sequence[Node], before: Sequence[Paragraph]) -> None:
    """Let the marks of the operative part follow, in each section for itself, since one may end like the whole.

    >>> old = Paragraph("OP1", text="Urges;"), Paragraph("OP2", text="Decides.")
    >>> settle_operative([node := Node(old[0], was="OP1")], old); node.paragraph.text
    'Urges.'
    """

    def stretch(label: str) -> tuple[str, bool]:
        return section_of(label), is_preambular(label)

    for section, preambular in dict.fromkeys(stretch(node.paragraph.label) for node in nodes):
        settle(
            [node for node in nodes if stretch(node.paragraph.label) == (section, preambular)],
            [p for p in before if stretch(p.label) == (section, preambular)],
            "," if preambular else ";",
            "," if preambular else ";",
        )
    settle(nodes[-1:], before[-1:], ";", ".")


def end(node: Node, mark: str) -> None:
    """Let a paragraph end with a mark; one with sub-paragraphs ends with a colon, its last one with the mark.

    >>> end(node := Node(Paragraph("OP1", text="Urges States")), ";"); node.paragraph.text
    'Urges States;'
    """
    if node.items:
        if _MARK.search(node.paragraph.text) and node.changed:
            _set(node, ":")
        end(node.items[-1], mark)
        return
    _set(node, mark)


def _set(node: Node, mark: str) -> None:
    text = node.paragraph.text
    match = _MARK.search(text)
    if match is None and (not text or _MARKED_WITHIN.search(text)):
        return
    stem = text[: match.start()] if match else text
    changed = stem + mark
    notes = tuple(
        replace(note, position=_shifted(note.position, len(text), len(changed))) for note in node.paragraph.footnotes
    )
    node.paragraph = replace(
        node.paragraph,
        text=changed,
        footnotes=notes,
        opener_spans=_clipped(node.paragraph.opener_spans, len(changed)),
        italics=_clipped(node.paragraph.italics, len(changed)),
    )


def _shifted(position: int | None, length: int, now: int) -> int | None:
    """A footnote mark that stood behind the final mark stays behind it."""
    return now if position == length else position if position is None else min(position, now)


def _clipped(spans: tuple[tuple[int, int], ...], length: int) -> tuple[tuple[int, int], ...]:
    return tuple((start, min(stop, length)) for start, stop in spans if start < length)
