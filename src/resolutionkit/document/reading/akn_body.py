"""Walks through the parts of an AKN4UN statement and turns them into blocks."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace
from xml.etree.ElementTree import Element

from resolutionkit.document.model import Annex, Footnote, Paragraph
from resolutionkit.document.reading.akn_text import Flow, Note, flow_of, text_of
from resolutionkit.document.reading.assemble import Block, Kind
from resolutionkit.document.reading.line_forms import ANNEX

_LISTS = ("list", "blockList", "sublist")
_BETWEEN_TEXTS = frozenset((*_LISTS, "table"))
_POINTS = ("point", "item", "indent", "subparagraph")
_CONTAINERS = ("content", "intro", "wrapUp")
_AROUND_POINTS = ("intro", "listIntroduction", "wrapUp", "listWrapUp")
_WRAPPERS = ("attachments", "attachment", "doc", "statement", "preface", "preamble", "mainBody", "conclusions")
_HEADING_CLASSES = {"H1": 1, "HCh": 1, "H23": 2, "H4": 3}
_FLAT_ITEM = re.compile(r"\(?(?P<marker>[a-z]{1,3}|[ivxl]{1,6}|[A-Z]|[^\W\da-zA-Z]{1,3})\)\s+(?=\S)")
_FLAT_NUMBER = re.compile(r"(?P<number>\d{1,3})(?:\.|\ ?[-–—])\ (?=\S)")
_LETTER = re.compile(r"\(?(?P<marker>[a-z]{1,3}|[ivxl]{1,6}|[A-Z])[).]")


class Reader:
    """Collects blocks in the order of the document, and remembers the footnotes that stand in them."""

    def __init__(self) -> None:
        self.language = "en"
        self.number = self.title = self.organ = ""
        self.beside_title: list[str] = []
        """What else stands beside number and title."""
        self.organ_comma = True
        self._blocks: list[Block] = []
        """Those of the part that is being read."""
        self.preamble_blocks: list[Block] = []
        self.operative_blocks: list[Block] = []
        self.placed: list[Footnote] = []
        """Those that paragraphs have taken, in the order of the document."""
        self._waiting: dict[int, list[Footnote]] = {}
        """Footnotes of blocks that are no paragraphs yet, by number."""
        self._counted = 0
        self._front: list[tuple[str, Note]] = []
        """Footnotes to the title and the organ line; they are numbered last."""
        self._annexes: list[tuple[str, list[Block]]] = []
        self._stems: Counter[str] = Counter()

    # ---- Title and footnotes

    def preface(self, preface: Element) -> None:
        """Read number and title; a part has a letter ("B") and a title of its own, which follow."""
        for parent in preface.iter():
            for element in parent:
                if element.tag == "docNumber":
                    flow = flow_of(element)
                    self.number = f"{self.number} {flow.text.strip('. ')}".strip()
                    self._front += [("title", (0, marker, note)) for _, marker, note in flow.notes]
                elif element.tag == "authorialNote" and parent.tag == "p":  # it stands before the title
                    self._front.append(("title", (0, element.get("marker") or "", element)))
        titles = [title for title in map(flow_of, preface.iter("docTitle")) if title.text]
        offset = 0
        for title in titles:
            self._front += [("title", (at + offset, marker, note)) for at, marker, note in title.notes]
            offset += len(title.text) + len(" / ")
        self.title = " / ".join(title.text for title in titles)
        self.beside_title += [said for child in preface if (said := " ".join(_beside_title(child)).strip(" ."))]

    def front_notes(self) -> list[Footnote]:
        """Return the footnotes to the title and the organ line."""
        return [self._footnote(note, label) for label, note in self._front]

    def loose_notes(self, meta: Element) -> list[Footnote]:
        """Return the footnotes whose marks stand nowhere in the text."""
        notes = [self._footnote((0, note.get("marker") or "", note)) for note in meta.iter("note")]
        return [replace(note, position=None) for note in notes]

    def _footnote(self, note: Note, label: str = "") -> Footnote:
        """Read a footnote; one without a number gets the next."""
        at, marker, element = note
        self._counted = int(marker) if marker.isdecimal() else self._counted + 1
        flow = flow_of(element)
        return Footnote(self._counted, flow.text, label, at, flow.italics)

    def note_of(self, number: int, label: str, offset: int) -> Footnote:
        """Return the next footnote with this number, placed."""
        note = self._waiting[number].pop(0)
        self.placed.append(Footnote(number, note.text, label, offset, note.italics))
        return self.placed[-1]

    # ---- Preamble and operative part

    def preamble(self, preamble: Element) -> None:
        """Read the organ line and the preambular paragraphs."""
        self._blocks = self.preamble_blocks
        for child in preamble:
            if child.tag != "formula":
                self._preambular(child)
                continue
            flow = flow_of(child)
            if self.organ and flow.text:
                self._add("text", flow)
                continue
            self.organ_comma = flow.text.endswith((",", "،", "，"))
            self.organ = flow.text[:-1].rstrip() if self.organ_comma else flow.text
            self._front += [("organ", note) for note in flow.notes]

    def _preambular(self, child: Element) -> None:
        if child.tag == "container" and _holds_list(child):
            for inside in child:
                self._preambular(inside)
        elif child.tag in _BETWEEN_TEXTS or child.tag == "block":
            self._element(child)
        else:
            self._add_text(flow_of(child))

    def main_body(self, body: Element) -> None:
        """Read the operative part; headings "Annex" in it begin an annex."""
        (_none, own), *annexes = self._parts(body)
        self._annexes += annexes
        # What stands before the first number and ends with a comma belongs to the preamble.
        while any(block.number is not None for block in own) and own[0].kind == "text" and own[0].text.endswith(","):
            self.preamble_blocks.append(own.pop(0))
        self.operative_blocks += own

    def _parts(self, children: Iterable[Element]) -> list[tuple[str, list[Block]]]:
        """Read elements; each heading "Annex" begins another part, and the first has no heading."""
        parts: list[tuple[str, list[Block]]] = [("", [])]
        for child in children:
            is_heading = child.tag in ("crossHeading", "block", "heading") or child.get("class") in _HEADING_CLASSES
            if is_heading and ANNEX.fullmatch(heading := text_of(child)):
                parts.append((heading, []))
            else:
                self._blocks = parts[-1][1]
                self._element(child)
        return parts

    def _element(self, child: Element) -> None:
        if child.tag == "paragraph":
            self._paragraph(child)
        elif child.tag == "crossHeading":
            self._add("preambular" if child.get("refersTo") == "#preamble" else "heading", flow_of(child))
        elif child.tag in ("subheading", "heading", "num", "block"):
            level = re.fullmatch(r"level(\d)", child.get("class") or "")
            self._heading(flow_of(child), int(level[1]) if level else 1)
        elif child.tag == "table":
            rows = (tuple(text_of(cell) for cell in row if cell.tag in ("td", "th")) for row in child.iter("tr"))
            self._blocks.append(Block("table", rows=tuple(rows)))
        elif child.tag in _LISTS:
            self._list(child)
        elif child.tag == "container" and child.get("name") == "preamble":
            self._add("preambular", flow_of(*(inside for inside in child if inside.tag not in _LISTS)))
            for inside in child:
                if inside.tag in _LISTS:
                    self._list(inside)
        elif child.tag in ("section", "container", "content"):
            for inside in child:
                self._element(inside)
        else:
            self._add_text(flow_of(child))

    def _paragraph(self, paragraph: Element) -> None:
        """Read a paragraph; the first text in it takes the number, letter or other words that stand before."""
        number: int | None = None
        prefix = ""
        level = _HEADING_CLASSES.get(paragraph.get("class") or "")
        for child in _pieces(paragraph):
            if child.tag == "num":
                said = text_of(child)
                bare = said.strip("().*- ")
                number, prefix = (int(bare), prefix) if bare.isdecimal() else (number, said)
            elif child.tag in ("heading", "subheading"):
                if (flow := flow_of(child)).text:
                    self._heading(flow, level or 1, prefix)
                    prefix, level = "", None  # what follows the heading in the same element is text
            elif child.tag in _LISTS:
                before = len(self._blocks)
                self._list(child, number)
                if prefix and len(self._blocks) > before and self._blocks[before].kind == "text":
                    self._blocks[before].kind, self._blocks[before].marker = "item", prefix.strip("().")
                number, prefix = None, ""
            elif child.tag in (*_CONTAINERS, "p"):
                self._text(flow_of(child), number, prefix, level)
                number, prefix = None, ""
            else:
                self._element(child)

    def _text(self, flow: Flow, number: int | None, prefix: str, level: int | None) -> None:
        """Read running text with what stood before it."""
        if not flow.text and not prefix and not flow.notes:
            return
        flat = None if prefix or self.language in ("en", "de") else _FLAT_NUMBER.match(flow.text)
        if number is not None:
            self._add("paragraph", flow, number)
        elif level is not None:
            self._heading(flow, level, prefix)
        elif item := _LETTER.fullmatch(prefix):
            self._add("item", flow, marker=item["marker"])
        elif flat:
            flow.cut(flat.end())
            self._add("paragraph", flow, int(flat["number"]))
        elif prefix:
            self._add("text", flow)
            self._blocks[-1] = _with_prefix(self._blocks[-1], prefix)
        else:
            self._add_text(flow)

    def _heading(self, flow: Flow, level: int, prefix: str = "") -> None:
        """Read a heading; its number may stand in it once more, or leave its full stop behind."""
        if flow.text or prefix:
            if prefix and flow.text[:1] == ".":
                prefix, flow.text = prefix.rstrip(".") + ".", flow.text[1:].lstrip()
            if not flow.text.startswith(f"{prefix} "):
                flow.text = f"{prefix} {flow.text}".strip()
            self._add("heading", flow)
            self._blocks[-1].level = level

    def _add_text(self, flow: Flow) -> None:
        item = _FLAT_ITEM.match(flow.text)
        if item and self._blocks:
            flow.cut(item.end())
            self._add("item", flow, marker=item["marker"])
        elif flow.text or flow.notes:
            self._add("text", flow)

    def _add(self, kind: Kind, flow: Flow, number: int | None = None, marker: str | None = None) -> None:
        """Add a block; its footnotes wait for the paragraph that it will be."""
        marks = []
        for note in flow.notes:
            footnote = self._footnote(note)
            self._waiting.setdefault(footnote.number, []).append(footnote)
            marks.append((note[0], footnote.number))
        opener = flow.openers or None
        self._blocks.append(Block(kind, flow.text, number, marker, flow.italics, opener, tuple(marks)))

    def _list(self, children: Iterable[Element], number: int | None = None) -> None:
        for child in children:
            if child.tag in _AROUND_POINTS:
                self._add("text" if number is None else "paragraph", flow_of(child), number)
                number = None
            elif child.tag in _POINTS:
                self._point(child)
            elif child.tag in _LISTS:
                self._list(child)
            else:
                self._add_text(flow_of(child))

    def _point(self, point: Element) -> None:
        """Read a point; the introduction of a list in it is its text where it has no other."""
        marker = ""
        texts: list[Element] = []
        inside: list[Element] = []
        for child in _pieces(point):
            if child.tag == "num":
                marker = text_of(child).strip("().•–- ")
            elif child.tag in _LISTS:
                inside += child
            else:
                texts.append(child)
        flow = flow_of(*texts)
        if not flow.text and (intro := next((child for child in inside if child.tag == "intro"), None)) is not None:
            flow = flow_of(intro)
            inside.remove(intro)
        self._add("item", flow, marker=marker or None)
        self._list(inside)

    # ---- Annexes

    def annexes(self, attached: Iterable[Element]) -> tuple[Annex, ...]:
        """Read attachments, several annexes where one has several headings; behind them come those in the body itself."""
        found = [
            (heading or "Annex", blocks)
            for attachment in attached
            for heading, blocks in self._parts(_attached(attachment))
            if heading or blocks
        ]
        return tuple(self._annex(heading, blocks) for heading, blocks in found + self._annexes)

    def _annex(self, heading: str, blocks: list[Block]) -> Annex:
        stem = heading.lower().replace(" ", "-")
        self._stems[stem] += 1
        if (times := self._stems[stem]) > 1:  # three annexes, each of which is called "Annex"
            stem = f"{stem}~{times}"
        paragraphs = []
        for place, block in enumerate(blocks, start=1):
            if block.kind == "table":
                block = Block("text", " ".join(" / ".join(" | ".join(row) for row in block.rows).split()))
            prefix = f"{block.number}." if block.number is not None else f"({block.marker})" if block.marker else ""
            block = _with_prefix(block, prefix) if prefix else block
            label = f"{stem}/{place}"
            notes = tuple(self.note_of(number, label, at) for at, number in block.marks)
            paragraphs.append(Paragraph(label, text=block.text, italics=block.italics, footnotes=notes))
        return Annex(heading, tuple(paragraphs))


def _beside_title(element: Element) -> Iterator[str]:
    if element.tag not in ("docNumber", "docTitle", "authorialNote"):
        yield from (element.text or "").split()
        for child in element:
            yield from _beside_title(child)
            yield from (child.tail or "").split()


def _holds_list(element: Element) -> bool:
    return not _BETWEEN_TEXTS.isdisjoint([inside.tag for inside in element])


def _pieces(element: Element) -> Iterator[Element]:
    """Yield the children of an element; of a container that holds a list or a table, what it holds."""
    for child in element:
        if child.tag in _CONTAINERS and _holds_list(child):
            yield from child
        else:
            yield child


def _attached(element: Element) -> Iterator[Element]:
    """Yield what an attachment says, whatever documents it is wrapped in."""
    for child in element:
        if child.tag in _WRAPPERS:
            yield from _attached(child)
        elif child.tag != "meta":
            yield child


def _with_prefix(block: Block, prefix: str) -> Block:
    by = len(prefix) + 1
    return Block(
        "text",
        f"{prefix} {block.text}",
        italics=tuple((a + by, b + by) for a, b in block.italics),
        marks=tuple((at + by, n) for at, n in block.marks),
    )
