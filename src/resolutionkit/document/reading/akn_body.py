"""Walks through the parts of an AKN4UN statement and turns them into blocks."""

from __future__ import annotations

import re

from resolutionkit.document.model import Annex, Footnote, Paragraph
from resolutionkit.document.reading.akn_blocks import BlockReader
from resolutionkit.document.reading.akn_text import Element, Flow, local_name, only_p, text_of
from resolutionkit.document.reading.assemble import Block, Kind
from resolutionkit.document.reading.front_matter import ANNEX

_FLAT_NUMBER = re.compile(r"(?P<number>\d{1,3})(?:\.|\ ?[-–—])\ (?=\S)")
_HEADING_CLASSES = {"H1": 1, "HCh": 1, "H23": 2, "H4": 3}


class Reader(BlockReader):
    """Collects blocks in the order of the document.

    >>> Reader().preamble_blocks
    []
    """

    def __init__(self) -> None:
        super().__init__()
        self.language = "en"
        self.number = ""
        self.title = ""
        self.organ = ""
        self.organ_comma = True
        self.preamble_blocks: list[Block] = []
        self.operative_blocks: list[Block] = []
        self._trailing: list[tuple[str, list[Block]]] = []
        self._front: list[tuple[str, Flow]] = []

    def preface(self, preface: Element) -> None:
        """Read number and title; a part has a letter ("B") and a title of its own, which follow."""
        titles: list[Flow] = []
        for element in preface.iter():
            name = local_name(element.tag)
            flow = Flow()
            if name == "docNumber":
                said = flow.read(element).done().text.strip(". ")
                self.number = f"{self.number} {said}".strip()
            elif name == "docTitle":
                titles.append(flow.read(element).done())
                continue
            elif name == "authorialNote" and local_name(element.getparent().tag) == "p":
                flow.notes.append((0, element.get("marker") or "", element))
            if flow.notes:  # a note to the number stands before the title
                flow.notes = [(0, marker, note) for _, marker, note in flow.notes]
                self._front.append(("title", flow))
        offset = 0
        for title in (t for t in titles if t.text):
            title.notes = [(at + offset, marker, note) for at, marker, note in title.notes]
            offset += len(title.text) + len(" / ")
            self._front.append(("title", title))
        self.title = " / ".join(t.text for t in titles if t.text)

    def preamble(self, preamble: Element) -> None:
        """Read the organ line and the preambular paragraphs."""
        for child in preamble:
            name = local_name(child.tag)
            if name == "formula":
                flow = self._flow(child)
                line = flow.text
                if self.organ and line:
                    self.preamble_blocks.append(self._block(flow, "text"))
                    continue
                self.organ_comma = line.endswith((",", "،", "，"))
                self.organ = line[:-1].rstrip() if self.organ_comma else line
                self._front.append(("organ", flow))
            else:
                self._preambular(child, name)

    def _preambular(self, child: Element, name: str) -> None:
        if name == "container":
            if (p := only_p(child)) is not None:
                self._add_text(Flow().read(p).done(), self.preamble_blocks)
                return
            if any(local_name(e.tag) in ("list", "blockList", "table") for e in child):
                for e in child:
                    self._preambular(e, local_name(e.tag))
                return
        if name in ("list", "blockList"):
            self._list(child, self.preamble_blocks)
        elif name == "table":
            self.preamble_blocks.append(Block("table", rows=_rows(child)))
        else:
            self._add_text(self._flow(child), self.preamble_blocks)

    def front_notes(self) -> tuple[Footnote, ...]:
        """Return the footnotes to the title and the organ line."""
        found = []
        for label, flow in self._front:
            for at, marker, note in flow.notes:
                number = self._keep(marker, note)
                text, italics = self._notes[number].pop()
                found.append(Footnote(number, text, label, at, italics))
        return tuple(found)

    def main_body(self, body: Element) -> None:
        """Read the operative part; headings "Annex" in it begin an annex."""
        blocks = self.operative_blocks
        for child in body:
            name = local_name(child.tag)
            if name == "paragraph" and self._plain(child, blocks):
                continue
            heading = self._heading_text(child, name)
            if heading and ANNEX.fullmatch(heading):
                blocks = []
                self._trailing.append((heading, blocks))
                continue
            self._element(child, name, blocks)
        self._give_back_preamble()

    def _give_back_preamble(self) -> None:
        """Move what stands before the first number and ends with a comma to the preamble, where it belongs."""
        blocks = self.operative_blocks
        if not any(b.number is not None for b in blocks):
            return
        while blocks and blocks[0].kind == "text" and blocks[0].text.endswith(","):
            self.preamble_blocks.append(blocks.pop(0))

    @staticmethod
    def _heading_text(element: Element, name: str) -> str:
        if name in ("crossHeading", "block") or element.get("class") in _HEADING_CLASSES:
            return text_of(element)
        return ""

    def _element(self, child: Element, name: str, blocks: list[Block]) -> None:
        if name == "paragraph":
            self._paragraph(child, blocks)
        elif name == "section":
            for e in child:
                self._element(e, local_name(e.tag), blocks)
        elif name == "crossHeading":
            kind: Kind = "preambular" if child.get("refersTo") == "#preamble" else "heading"
            blocks.append(self._block(Flow().read(child).done(), kind))
        elif name in ("subheading", "heading", "num", "block"):
            flow = Flow().read(child).done()
            if flow.text:
                block = self._block(flow, "heading")
                block.level = int(css[5:]) if (css := child.get("class") or "").startswith("level") else 1
                blocks.append(block)
        elif name == "table":
            blocks.append(Block("table", rows=_rows(child)))
        elif name in ("list", "blockList"):
            self._list(child, blocks)
        elif name == "container" and child.get("name") == "preamble":
            blocks.append(self._block(self._flow(child), "preambular"))
        elif name in ("container", "content"):
            for e in child:
                self._element(e, local_name(e.tag), blocks)
        else:
            self._add_text(Flow().read(child).done(), blocks)

    def _plain(self, paragraph: Element, blocks: list[Block]) -> bool:
        """Read a paragraph that is a number and one ``p``, as nearly all are; say whether it was one."""
        if len(paragraph) != 2:
            return False
        num, content = paragraph[:]
        if local_name(num.tag) != "num" or len(num) or local_name(content.tag) != "content":
            return False
        number = (num.text or "").strip(" \t\n.")
        if not number.isdecimal() or (p := only_p(content)) is None:
            return False
        blocks.append(self._block(Flow().read(p).done(), "paragraph", int(number)))
        return True

    def _paragraph(self, paragraph: Element, blocks: list[Block]) -> None:
        if self._plain(paragraph, blocks):
            return
        number: int | None = None
        prefix = ""
        css = paragraph.get("class")
        for child in paragraph:
            name = local_name(child.tag)
            if name == "num":
                said = text_of(child).strip()
                bare = said.strip("().*- ")
                if bare.isdecimal():
                    number = int(bare)
                else:
                    prefix = said
            elif name in ("heading", "subheading"):
                flow = Flow().read(child).done()
                if flow.text:
                    block = self._block(flow, "heading")
                    block.text = (
                        f"{prefix} {block.text}" if prefix and not block.text.startswith(f"{prefix} ") else block.text
                    )
                    block.level = _HEADING_CLASSES.get(css or "", 1)
                    prefix = ""
                    css = None  # the style was that of the heading; what follows it in the same element is text
                    blocks.append(block)
            elif name == "list":
                self._numbered_list(child, number, prefix, blocks)
                number, prefix = None, ""
            elif name in ("content", "p", "intro", "wrapUp"):
                if (p := only_p(child)) is not None:
                    child, name = p, "p"
                elif name != "p" and any(local_name(e.tag) in ("table", "list", "blockList") for e in child):
                    for e in child:
                        inside = local_name(e.tag)
                        if inside == "p" and (number is not None or prefix):
                            self._numbered(Flow().read(e).done(), number, prefix, css, blocks)
                        elif inside in ("list", "blockList"):
                            self._numbered_list(e, number, prefix, blocks)
                        else:
                            self._element(e, inside, blocks)
                            continue
                        number, prefix = None, ""
                    continue
                flow = Flow().read(child).done() if name == "p" else self._flow(child)
                self._numbered(flow, number, prefix, css, blocks)
                number, prefix = None, ""
            else:
                self._element(child, name, blocks)

    def _numbered_list(self, child: Element, number: int | None, prefix: str, blocks: list[Block]) -> None:
        before = len(blocks)
        self._list(child, blocks, number)
        if prefix and len(blocks) > before and blocks[before].kind == "text":
            blocks[before].kind, blocks[before].marker = "item", prefix.strip("().")

    def _numbered(self, flow: Flow, number: int | None, prefix: str, css: str | None, blocks: list[Block]) -> None:
        text = flow.text
        if not text and not prefix and not flow.notes:
            return
        item = re.fullmatch(r"\(?(?P<marker>[a-z]{1,3}|[ivxl]{1,6}|[A-Z])[).]", prefix) if prefix else None
        if number is not None:
            blocks.append(self._block(flow, "paragraph", number=number))
        elif item and css not in _HEADING_CLASSES:
            blocks.append(self._block(flow, "item", marker=item["marker"]))
        elif css in _HEADING_CLASSES:
            block = self._block(flow, "heading")
            if prefix and block.text[:1] == ".":  # the full stop of "II." is often found behind its element, or twice
                prefix, block.text = prefix.rstrip(".") + ".", block.text[1:].lstrip()
            block.text = f"{prefix} {block.text}".strip()
            block.level = _HEADING_CLASSES[css]
            blocks.append(block)
        elif not prefix and (found := _FLAT_NUMBER.match(text)) and self.language not in ("en", "de"):
            flow.cut(found.end())
            blocks.append(self._block(flow, "paragraph", int(found["number"])))
        elif prefix:
            block = self._block(flow, "text")
            blocks.append(_with_prefix(block, prefix))
        else:
            self._add_text(flow, blocks)

    def annex(self, body: Element) -> list[Annex]:
        """Read the body of an attachment as one annex, or as several where it has several headings."""
        pieces: list[tuple[str, list[Block]]] = [("", [])]
        for child in body:
            name = local_name(child.tag)
            heading = self._heading_text(child, name)
            if heading and ANNEX.fullmatch(heading):
                pieces.append((heading, []))
            else:
                self._element(child, name, pieces[-1][1])
        return [self._annex(heading or "Annex", blocks) for heading, blocks in pieces if heading or blocks]

    def trailing_annexes(self) -> tuple[Annex, ...]:
        """Return the annexes that stood in the body itself."""
        return tuple(self._annex(heading, blocks) for heading, blocks in self._trailing)

    def _annex(self, heading: str, blocks: list[Block]) -> Annex:
        stem = heading.lower().replace(" ", "-")
        paragraphs: list[Paragraph] = []
        for block in blocks:
            label = f"{stem}/{len(paragraphs) + 1}"
            if block.kind == "table":
                block = Block("text", " ".join(" / ".join(" | ".join(row) for row in block.rows).split()))
            prefix = f"{block.number}." if block.number is not None else f"({block.marker})" if block.marker else ""
            block = _with_prefix(block, prefix) if prefix else block
            notes = tuple(n for at, number in block.marks if (n := self.note_of(number, label, at)))
            paragraphs.append(Paragraph(label, text=block.text, italics=block.italics, footnotes=notes))
        return Annex(heading, tuple(paragraphs))


def _with_prefix(block: Block, prefix: str) -> Block:
    by = len(prefix) + 1
    return Block(
        "text",
        f"{prefix} {block.text}",
        italics=tuple((a + by, b + by) for a, b in block.italics),
        marks=tuple((at + by, n) for at, n in block.marks),
    )


def _rows(table: Element) -> tuple[tuple[str, ...], ...]:
    rows = []
    for row in table.iter():
        if local_name(row.tag) == "tr":
            rows.append(tuple(text_of(cell) for cell in row if local_name(cell.tag) in ("td", "th")))
    return tuple(rows)
