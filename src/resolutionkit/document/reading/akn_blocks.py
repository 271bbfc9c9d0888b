"""Turns the smallest parts of AKN4UN into blocks: running text, footnotes, lists of points."""

from __future__ import annotations

import re

from resolutionkit.document.frozen import maker_of
from resolutionkit.document.model import Footnote, Span
from resolutionkit.document.reading.akn_text import Element, Flow, local_name, only_p, text_of
from resolutionkit.document.reading.assemble import Block, Kind

_FLAT_ITEM = re.compile(r"\(?(?P<marker>[a-z]{1,3}|[ivxl]{1,6}|[A-Z]|[^\W\da-zA-Z]{1,3})\)\s+(?=\S)")
_RUNNING = {"p", "crossHeading", "subheading", "heading", "listIntroduction", "num"}
_new_footnote = maker_of(Footnote)


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

    @staticmethod
    def _flow(element: Element) -> Flow:
        """Read an element whose children are paragraphs, or that is one itself."""
        flow = Flow()
        if local_name(element.tag) in _RUNNING or not any(local_name(e.tag) == "p" for e in element):
            return flow.read(element).done()
        for child in element:
            flow.read(child)
            flow.put(" ")
        return flow.done()

    def _add_text(self, flow: Flow, blocks: list[Block], line: int = 0) -> None:
        text = flow.text
        if not text and not flow.notes:
            return
        item = _FLAT_ITEM.match(text) if ")" in text[:8] else None
        if item and blocks:
            flow.cut(item.end())
            blocks.append(self._block(flow, "item", marker=item["marker"]))
        else:
            blocks.append(self._block(flow, "text"))

    def _block(self, flow: Flow, kind: Kind, number: int | None = None, marker: str | None = None) -> Block:
        marks = tuple([(at, self._keep(mark, note)) for at, mark, note in flow.notes]) if flow.notes else ()
        return Block(kind, flow.text, number, marker, flow.italics, flow.openers or None, marks)

    def _keep(self, marker: str, note: Element) -> int:
        """Remember a footnote's text under its number; one without a number gets the next."""
        number = int(marker) if marker.isdecimal() else self._counted + 1
        self._counted = number
        flow = Flow()
        if (p := only_p(note)) is not None:
            flow.read(p).done()
        else:
            for child in note:
                flow.read(child)
                flow.put(" ")
            flow.done()
        self._notes.setdefault(number, []).append((flow.text, flow.italics))
        return number

    def note_of(self, number: int, label: str, offset: int) -> Footnote | None:
        """Return the next footnote with this number, placed."""
        waiting = self._notes.get(number)
        if not waiting:
            return None
        text, italics = waiting.pop(0) if len(waiting) > 1 else waiting[0]
        note = _new_footnote(number, text, label, offset, italics)
        self.placed.append(note)
        return note

    def _list(self, element: Element, blocks: list[Block], number: int | None = None) -> None:
        for child in element:
            name = local_name(child.tag)
            if name in ("intro", "listIntroduction", "wrapUp", "listWrapUp"):
                flow = self._flow(child)
                blocks.append(self._block(flow, "paragraph" if number is not None else "text", number=number))
                number = None
            elif name in ("point", "item", "indent", "subparagraph"):
                self._point(child, blocks)
            elif name in ("sublist", "list", "blockList"):
                self._list(child, blocks)
            else:
                self._add_text(Flow().read(child).done(), blocks)

    def _point(self, point: Element, blocks: list[Block]) -> None:
        marker, flow, nested = "", Flow(), []
        for child in point:
            name = local_name(child.tag)
            if name == "num":
                marker = text_of(child).strip().strip("().•–- ")
            elif name in ("list", "sublist", "blockList"):
                nested.append(child)
            elif name == "content":
                for e in child:
                    if local_name(e.tag) in ("list", "blockList", "sublist"):
                        nested.append(e)
                    else:
                        flow.read(e)
                        flow.put(" ")
            else:
                flow.read(child)
                flow.put(" ")
        flow.done()
        if (
            not flow.text
            and nested
            and (intro := next((e for e in nested[0] if local_name(e.tag) == "intro"), None)) is not None
        ):
            flow = self._flow(intro)
            nested = [[e for e in nested[0] if e is not intro], *nested[1:]]
        blocks.append(self._block(flow, "item", marker=marker or None))
        for child in nested:
            self._list(child, blocks)
