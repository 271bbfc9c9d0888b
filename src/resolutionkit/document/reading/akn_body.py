"""Walks through the parts of an AKN4UN statement and turns them into blocks."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from xml.etree.ElementTree import Element

from resolutionkit.document.model import Annex, Footnote, Paragraph
from resolutionkit.document.reading.akn_blocks import LISTS, BlockReader, pieces, rows_of
from resolutionkit.document.reading.akn_text import Flow, flow_of, text_of
from resolutionkit.document.reading.assemble import Block, Kind
from resolutionkit.document.reading.front_matter import ANNEX

_FLAT_NUMBER = re.compile(r"(?P<number>\d{1,3})(?:\.|\ ?[-–—])\ (?=\S)")
_LETTER = re.compile(r"\(?(?P<marker>[a-z]{1,3}|[ivxl]{1,6}|[A-Z])[).]")
_WRAPPERS = ("attachments", "attachment", "doc", "statement", "preface", "preamble", "mainBody", "conclusions")
_HEADING_CLASSES = {"H1": 1, "HCh": 1, "H23": 2, "H4": 3}


@dataclass
class _Lead:
    """What stands before the text of a paragraph; the first text in it takes it all."""

    number: int | None = None
    prefix: str = ""
    level: int | None = None
    """That of the heading which the style of the paragraph makes of its first text."""

    def read(self, said: str) -> None:
        bare = said.strip("().*- ")
        if bare.isdecimal():
            self.number = int(bare)
        else:
            self.prefix = said

    def taken(self) -> _Lead:
        held = _Lead(self.number, self.prefix, self.level)
        self.number, self.prefix = None, ""
        return held


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
        self.beside_title: list[str] = []
        """What else stands beside number and title."""
        self.organ = ""
        self.organ_comma = True
        self.preamble_blocks: list[Block] = []
        self.operative_blocks: list[Block] = []
        self._trailing: list[tuple[str, list[Block]]] = []
        self._front: list[tuple[str, Flow]] = []
        self._stems: list[str] = []

    def preface(self, preface: Element) -> None:
        """Read number and title; a part has a letter ("B") and a title of its own, which follow."""
        for parent in preface.iter():
            for element in parent:
                if element.tag == "docNumber":
                    flow = flow_of(element)
                    self.number = f"{self.number} {flow.text.strip('. ')}".strip()
                    self._before_title(flow)
                elif element.tag == "authorialNote" and parent.tag == "p":
                    flow = Flow()
                    flow.notes.append((0, element.get("marker") or "", element))
                    self._before_title(flow)
        offset = 0
        titles = [title for title in map(flow_of, preface.iter("docTitle")) if title.text]
        for title in titles:
            title.notes = [(at + offset, marker, note) for at, marker, note in title.notes]
            offset += len(title.text) + len(" / ")
            self._front.append(("title", title))
        self.title = " / ".join(title.text for title in titles)
        self.beside_title += [said for child in preface if (said := " ".join(_beside_title(child)).strip(" ."))]

    def _before_title(self, flow: Flow) -> None:
        """A note to the number stands before the title."""
        flow.notes = [(0, marker, note) for _, marker, note in flow.notes]
        self._front.append(("title", flow))

    def loose_notes(self, metas: Iterable[Element]) -> tuple[Footnote, ...]:
        """Return the footnotes whose marks stand nowhere in the text."""
        found: list[Footnote] = []
        for note in (note for meta in metas for note in meta.iter("note")):
            flow = flow_of(note)
            marker = note.get("marker") or ""
            number = int(marker) if marker.isdecimal() else len(found) + 1
            found.append(Footnote(number, flow.text, italics=tuple(flow.italics)))
        return tuple(found)

    def preamble(self, preamble: Element) -> None:
        """Read the organ line and the preambular paragraphs."""
        for child in preamble:
            if child.tag != "formula":
                self._preambular(child)
                continue
            flow = flow_of(child)
            if self.organ and flow.text:
                self.preamble_blocks.append(self._block(flow, "text"))
                continue
            self.organ_comma = flow.text.endswith((",", "،", "，"))
            self.organ = flow.text[:-1].rstrip() if self.organ_comma else flow.text
            self._front.append(("organ", flow))

    def _preambular(self, child: Element) -> None:
        if child.tag == "container" and any(inside.tag in (*LISTS, "table") for inside in child):
            for inside in child:
                self._preambular(inside)
        elif child.tag in LISTS:
            self._list(child, self.preamble_blocks)
        elif child.tag in ("table", "block"):
            self._element(child, self.preamble_blocks)
        else:
            self._add_text(flow_of(child), self.preamble_blocks)

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
            heading = _heading_text(child)
            if ANNEX.fullmatch(heading):
                blocks = []
                self._trailing.append((heading, blocks))
            else:
                self._element(child, blocks)
        self._give_back_preamble()

    def _give_back_preamble(self) -> None:
        """Move what stands before the first number and ends with a comma to the preamble, where it belongs."""
        blocks = self.operative_blocks
        if not any(block.number is not None for block in blocks):
            return
        while blocks and blocks[0].kind == "text" and blocks[0].text.endswith(","):
            self.preamble_blocks.append(blocks.pop(0))

    def _element(self, child: Element, blocks: list[Block]) -> None:
        if child.tag == "paragraph":
            self._paragraph(child, blocks)
        elif child.tag == "crossHeading":
            kind: Kind = "preambular" if child.get("refersTo") == "#preamble" else "heading"
            blocks.append(self._block(flow_of(child), kind))
        elif child.tag in ("subheading", "heading", "num", "block"):
            level = re.fullmatch(r"level(\d)", child.get("class") or "")
            self._heading(flow_of(child), int(level[1]) if level else 1, "", blocks)
        elif child.tag == "table":
            blocks.append(Block("table", rows=rows_of(child)))
        elif child.tag in LISTS:
            self._list(child, blocks)
        elif child.tag == "container" and child.get("name") == "preamble":
            flow = Flow()
            for inside in child:
                if inside.tag not in LISTS:
                    flow.read(inside).put(" ")
            blocks.append(self._block(flow.done(), "preambular"))
            for listed in (inside for inside in child if inside.tag in LISTS):
                self._list(listed, blocks)
        elif child.tag in ("section", "container", "content"):
            for inside in child:
                self._element(inside, blocks)
        else:
            self._add_text(flow_of(child), blocks)

    def _paragraph(self, paragraph: Element, blocks: list[Block]) -> None:
        lead = _Lead(level=_HEADING_CLASSES.get(paragraph.get("class") or ""))
        for child in pieces(paragraph):
            if child.tag == "num":
                lead.read(text_of(child))
            elif child.tag in ("heading", "subheading"):
                if (flow := flow_of(child)).text:
                    self._heading(flow, lead.level or 1, lead.prefix, blocks)
                    lead.prefix, lead.level = "", None  # what follows the heading in the same element is text
            elif child.tag in LISTS:
                self._numbered_list(child, lead.taken(), blocks)
            elif child.tag in ("content", "p", "intro", "wrapUp"):
                self._text(flow_of(child), lead.taken(), blocks)
            else:
                self._element(child, blocks)

    def _numbered_list(self, child: Iterable[Element], lead: _Lead, blocks: list[Block]) -> None:
        before = len(blocks)
        self._list(child, blocks, lead.number)
        if lead.prefix and len(blocks) > before and blocks[before].kind == "text":
            blocks[before].kind, blocks[before].marker = "item", lead.prefix.strip("().")

    def _text(self, flow: Flow, lead: _Lead, blocks: list[Block]) -> None:
        """Read running text with what stood before it."""
        if not flow.text and not lead.prefix and not flow.notes:
            return
        item = _LETTER.fullmatch(lead.prefix)
        flat = None if lead.prefix or self.language in ("en", "de") else _FLAT_NUMBER.match(flow.text)
        if lead.number is not None:
            blocks.append(self._block(flow, "paragraph", lead.number))
        elif lead.level is not None:
            self._heading(flow, lead.level, lead.prefix, blocks)
        elif item:
            blocks.append(self._block(flow, "item", marker=item["marker"]))
        elif flat:
            flow.cut(flat.end())
            blocks.append(self._block(flow, "paragraph", int(flat["number"])))
        elif lead.prefix:
            blocks.append(_with_prefix(self._block(flow, "text"), lead.prefix))
        else:
            self._add_text(flow, blocks)

    def _heading(self, flow: Flow, level: int, prefix: str, blocks: list[Block]) -> None:
        """Read a heading; its number may stand in it once more, or leave its full stop behind."""
        if not flow.text and not prefix:
            return
        block = self._block(flow, "heading")
        if prefix and block.text[:1] == ".":
            prefix, block.text = prefix.rstrip(".") + ".", block.text[1:].lstrip()
        if not block.text.startswith(f"{prefix} "):
            block.text = f"{prefix} {block.text}".strip()
        block.level = level
        blocks.append(block)

    def annex(self, attachment: Element) -> list[Annex]:
        """Read an attachment as one annex, or as several where it has several headings."""
        found: list[tuple[str, list[Block]]] = [("", [])]
        for child in _attached(attachment):
            heading = text_of(child) if child.tag == "heading" else _heading_text(child)
            if ANNEX.fullmatch(heading):
                found.append((heading, []))
            else:
                self._element(child, found[-1][1])
        return [self._annex(heading or "Annex", blocks) for heading, blocks in found if heading or blocks]

    def trailing_annexes(self) -> tuple[Annex, ...]:
        """Return the annexes that stood in the body itself."""
        return tuple(self._annex(heading, blocks) for heading, blocks in self._trailing)

    def _annex(self, heading: str, blocks: list[Block]) -> Annex:
        stem = heading.lower().replace(" ", "-")
        self._stems.append(stem)
        if (times := self._stems.count(stem)) > 1:  # three annexes, each of which is called "Annex"
            stem = f"{stem}~{times}"
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


def _beside_title(element: Element) -> Iterator[str]:
    if element.tag not in ("docNumber", "docTitle", "authorialNote"):
        yield from (element.text or "").split()
        for child in element:
            yield from _beside_title(child)
            yield from (child.tail or "").split()


def _attached(element: Element) -> Iterator[Element]:
    """Yield what an attachment says, whatever documents it is wrapped in."""
    for child in element:
        if child.tag in _WRAPPERS:
            yield from _attached(child)
        elif child.tag != "meta":
            yield child


def _heading_text(element: Element) -> str:
    if element.tag in ("crossHeading", "block") or element.get("class") in _HEADING_CLASSES:
        return text_of(element)
    return ""


def _with_prefix(block: Block, prefix: str) -> Block:
    by = len(prefix) + 1
    return Block(
        "text",
        f"{prefix} {block.text}",
        italics=tuple((a + by, b + by) for a, b in block.italics),
        marks=tuple((at + by, n) for at, n in block.marks),
    )
