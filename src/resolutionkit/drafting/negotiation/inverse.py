"""The amendments that lead back."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from resolutionkit.document.model import Paragraph, Resolution
from resolutionkit.drafting.negotiation.amendments import Amendment
from resolutionkit.drafting.negotiation.comparison import without_final_mark
from resolutionkit.drafting.negotiation.tree import Node


def inverse_of(draft: Resolution, preamble: Sequence[Node], operative: Sequence[Node]) -> tuple[Amendment, ...]:
    """Return the amendments that make the draft again from what became of it.

    >>> inverse_of(Resolution(), [], [])
    ()
    """
    return (
        *_list(draft.preamble, preamble, "preamble"),
        *_list(draft.operative, operative, "operative"),
    )


def _list(old: Sequence[Paragraph], nodes: Sequence[Node], owner: str) -> Iterator[Amendment]:
    now = {node.was: node for node in nodes if node.was}
    for new in nodes:
        if not new.was:
            yield Amendment("delete", new.paragraph.label)
    first = next((node.paragraph.label for node in nodes if node.was), "")
    last = ""
    for paragraph in old:
        node = now.get(paragraph.label)
        if node is not None:
            last = node.paragraph.label
            yield from _changed(paragraph, node)
        elif last:
            yield Amendment("add", last, position="after", whole=paragraph)
        elif first:
            yield Amendment("add", first, position="before", whole=paragraph)
        else:
            yield Amendment("add", owner, position="into", whole=paragraph)


def _changed(paragraph: Paragraph, node: Node) -> Iterator[Amendment]:
    if _content(paragraph) != _content(node.paragraph):
        yield Amendment("replace", node.paragraph.label, whole=paragraph)
    else:
        yield from _list(paragraph.items, node.items, node.paragraph.label)


def _content(paragraph: Paragraph) -> Paragraph:
    """What only its place asks for does not count: label, number, the mark at its end."""
    text = without_final_mark(paragraph.text)
    notes = tuple(
        replace(n, number=0, label="", position=None if n.position is None else min(n.position, len(text)))
        for n in paragraph.footnotes
    )
    spans = tuple((a, min(b, len(text))) for a, b in paragraph.opener_spans)
    italics = tuple((a, min(b, len(text))) for a, b in paragraph.italics)
    return Paragraph(
        "",
        text=text,
        opener_spans=spans,
        italics=italics,
        footnotes=notes,
        marker=None if paragraph.marker is None else "a",
        above=paragraph.above,
        below=paragraph.below,
    )
