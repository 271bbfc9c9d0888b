"""Turns the smallest parts of AKN4UN into blocks: running text, footnotes, lists of points, tables."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from xml.etree.ElementTree import Element

from resolutionkit.document.model import Footnote, Span
from resolutionkit.document.reading.akn_text import Flow, flow_of, text_of
from resolutionkit.document.reading.assemble import Block, Kind

LISTS = ("list", "blockList", "sublist")
_POINTS = ("point", "item", "indent", "subparagraph")
_CONTAINERS = ("content", "intro", "wrapUp")
_AROUND_POINTS = ("intro", "listIntroduction", "wrapUp", "listWrapUp")
_FLAT_ITEM = re.compile(r"\(?(?P<marker>[a-z]{1,3}|[ivxl]{1,6}|[A-Z]|[^\W\da-zA-Z]{1,3})\)\s+(?=\S)")


class BlockReader:
    """Reads elements into blocks and remembers the footnotes that stand in them.

    >>> BlockReader().note_of(1, "PP1", 0) is None
    True
    """

    def __init__(self) -> None:
        self._notes: dict[int, list[tuple[str, tuple[Span, ...]]]] = {}
        self._counted = 0
        self.placed: list[Footnote] = []
        """Those that paragraphs have taken, in the order of the document."""

    def _add_text(self, flow: Flow, blocks: list[Block]) -> None:
        item = _FLAT_ITEM.match(flow.text)
        if item and blocks:
            flow.cut(item.end())
            blocks.append(self._block(flow, "item", marker=item["marker"]))
        elif flow.text or flow.notes:
            blocks.append(self._block(flow, "text"))

    def _block(self, flow: Flow, kind: Kind, number: int | None = None, marker: str | None = None) -> Block:
        marks = tuple([(at, self._keep(mark, note)) for at, mark, note in flow.notes])
        return Block(kind, flow.text, number, marker, tuple(flow.italics), tuple(flow.openers) or None, marks)

    def _keep(self, marker: str, note: Element) -> int:
        """Remember a footnote's text under its number; one without a number gets the next."""
        number = int(marker) if marker.isdecimal() else self._counted + 1
        self._counted = number
        flow = flow_of(note)
        self._notes.setdefault(number, []).append((flow.text, tuple(flow.italics)))
        return number

    def note_of(self, number: int, label: str, offset: int) -> Footnote | None:
        """Return the next footnote with this number, placed."""
        waiting = self._notes.get(number)
        if not waiting:
            return None
        text, italics = waiting.pop(0) if len(waiting) > 1 else waiting[0]
        note = Footnote(number, text, label, offset, italics)
        self.placed.append(note)
        return note

    def _list(self, children: Iterable[Element], blocks: list[Block], number: int | None = None) -> None:
        for child in children:
            if child.tag in _AROUND_POINTS:
                kind: Kind = "text" if number is None else "paragraph"
                blocks.append(self._block(flow_of(child), kind, number))
                number = None
            elif child.tag in _POINTS:
                self._point(child, blocks)
            elif child.tag in LISTS:
                self._list(child, blocks)
            else:
                self._add_text(flow_of(child), blocks)

    def _point(self, point: Element, blocks: list[Block]) -> None:
        """Read a point; the introduction of a list in it is its text where it has no other."""
        marker, flow = "", Flow()
        lists: list[Element] = []
        for child in pieces(point):
            if child.tag == "num":
                marker = text_of(child).strip("().•–- ")
            elif child.tag in LISTS:
                lists.append(child)
            else:
                flow.read(child).put(" ")
        flow.done()
        inside = [child for nested in lists for child in nested]
        if not flow.text and (intro := next((child for child in inside if child.tag == "intro"), None)) is not None:
            flow = flow_of(intro)
            inside.remove(intro)
        blocks.append(self._block(flow, "item", marker=marker or None))
        self._list(inside, blocks)


def pieces(element: Element) -> Iterator[Element]:
    """Yield the children of an element; of a container that holds a list or a table, what it holds."""
    for child in element:
        if child.tag in _CONTAINERS and any(inside.tag in (*LISTS, "table") for inside in child):
            yield from child
        else:
            yield child


def rows_of(table: Element) -> tuple[tuple[str, ...], ...]:
    """Return the cells of a table, row by row."""
    return tuple(tuple(text_of(cell) for cell in row if cell.tag in ("td", "th")) for row in table.iter("tr"))
