"""Walks through the parts of an AKN4UN statement and turns them into blocks."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import replace
from xml.etree.ElementTree import Element

from resolutionkit.document.grammar.final_marks import PREAMBULAR
from resolutionkit.document.model import Annex, Footnote, Paragraph
from resolutionkit.document.reading.akn_text import block_of, text_of
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
        self.preamble_blocks: list[Block] = []
        self.operative_blocks: list[Block] = []
        self._blocks: list[Block] = []
        """Those of the part that is being read."""
        self.placed: list[Footnote] = []
        """Those that paragraphs have taken, in the order of the document."""
        self._waiting: defaultdict[int, list[Footnote]] = defaultdict(list)
        """Footnotes of blocks that are no paragraphs yet, by number."""
        self._counted = 0
        self._front: list[tuple[str, int, Element]] = []
        """Footnotes to the title and the organ line: (label, offset, element); they are numbered last."""
        self._annexes: list[tuple[str, list[Block]]] = []
        self._stems: Counter[str] = Counter()

    # ---- Title and footnotes

    def preface(self, preface: Element) -> None:
        """Read number and title; a part has a letter ("B") and a title of its own, which follow."""
        for parent in preface.iter():
            for element in parent:
                if element.tag == "docNumber":
                    block, notes = block_of(element)
                    self.number = f"{self.number} {block.text.strip('. ')}".strip()
                    self._front += [("title", 0, note) for _at, note in notes]
                elif element.tag == "authorialNote" and parent.tag == "p":  # it stands before the title
                    self._front.append(("title", 0, element))
        for element in preface.iter("docTitle"):
            block, notes = block_of(element)
            if block.text:
                self.title += " / " if self.title else ""
                self._front += [("title", len(self.title) + at, note) for at, note in notes]
                self.title += block.text
        self.beside_title += [said for child in preface if (said := " ".join(_beside_title(child)).strip(" ."))]

    def front_notes(self) -> list[Footnote]:
        """Return the footnotes to the title and the organ line."""
        return [self._footnote(note, label, at) for label, at, note in self._front]

    def loose_notes(self, meta: Element) -> list[Footnote]:
        """Return the footnotes whose marks stand nowhere in the text."""
        return [self._footnote(note) for note in meta.iter("note")]

    def _footnote(self, note: Element, label: str = "", at: int | None = None) -> Footnote:
        """Read a footnote; one without a number gets the next."""
        marker = note.get("marker") or ""
        self._counted = int(marker) if marker.isdecimal() else self._counted + 1
        block, _notes = block_of(note)
        return Footnote(self._counted, block.text, label, at, block.italics)

    def note_of(self, number: int, label: str, offset: int) -> Footnote:
        """Return the next footnote with this number, placed."""
        note = replace(self._waiting[number].pop(0), label=label, position=offset)
        self.placed.append(note)
        return note

    # ---- Preamble and operative part

    def preamble(self, preamble: Element) -> None:
        """Read the organ line and the preambular paragraphs."""
        self._blocks = self.preamble_blocks
        for child in preamble:
            if child.tag != "formula":
                self._preambular(child)
            elif self.organ:
                self._add_text(self._block(child))
            else:
                block, notes = block_of(child)
                self.organ_comma = block.text.endswith((",", "،", "，"))
                self.organ = block.text[:-1].rstrip() if self.organ_comma else block.text
                self._front += [("organ", at, note) for at, note in notes]

    def _preambular(self, child: Element) -> None:
        if child.tag == "container" and _holds_list(child):
            for inside in child:
                self._preambular(inside)
        elif child.tag in _BETWEEN_TEXTS or child.tag == "block":
            self._element(child)
        else:
            self._add_text(self._block(child))

    def main_body(self, body: Element) -> None:
        """Read the operative part; headings "Annex" in it begin an annex."""
        (_none, own), *annexes = self._parts(body)
        self._annexes += annexes
        # What stands before the first number and ends with a comma belongs to the preamble.
        is_numbered = any(block.number is not None for block in own)
        while is_numbered and own[0].kind == "text" and own[0].text.endswith(PREAMBULAR):
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
            self._add(self._block(child), "preambular" if child.get("refersTo") == "#preamble" else "heading")
        elif child.tag in ("subheading", "heading", "num", "block"):
            level = re.fullmatch(r"level(\d)", child.get("class") or "")
            self._heading(self._block(child), int(level[1]) if level else 1)
        elif child.tag == "table":
            rows = (tuple(text_of(cell) for cell in row if cell.tag in ("td", "th")) for row in child.iter("tr"))
            self._blocks.append(Block("table", rows=tuple(rows)))
        elif child.tag in _LISTS:
            self._list(child)
        elif child.tag == "container" and child.get("name") == "preamble":
            self._add(self._block(*(inside for inside in child if inside.tag not in _LISTS)), "preambular")
            for inside in child:
                if inside.tag in _LISTS:
                    self._list(inside)
        elif child.tag in ("section", "container", "content"):
            for inside in child:
                self._element(inside)
        else:
            self._add_text(self._block(child))

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
                if (block := self._block(child)).text:
                    self._heading(block, level or 1, prefix)
                    prefix, level = "", None  # what follows the heading in the same element is text
            elif child.tag in _LISTS:
                self._list(child, number, prefix)
                number, prefix = None, ""
            elif child.tag in (*_CONTAINERS, "p"):
                self._text(self._block(child), number, prefix, level)
                number, prefix = None, ""
            else:
                self._element(child)

    def _text(self, block: Block, number: int | None, prefix: str, level: int | None = None) -> None:
        """Read running text with what stood before it."""
        if not block.text and not prefix and not block.marks:
            return
        flat = None if prefix or self.language in ("en", "de") else _FLAT_NUMBER.match(block.text)
        if number is not None:
            self._add(block, "paragraph", number)
        elif level is not None:
            self._heading(block, level, prefix)
        elif item := _LETTER.fullmatch(prefix):
            self._add(block, "item", marker=item["marker"])
        elif flat:
            block.begin_with("", instead_of=flat.end())
            self._add(block, "paragraph", int(flat["number"]))
        elif prefix:
            block.begin_with(f"{prefix} ")
            self._add(block, "text")
        else:
            self._add_text(block)

    def _heading(self, block: Block, level: int, prefix: str = "") -> None:
        """Read a heading; its number may stand in it once more, or leave its full stop behind."""
        if block.text or prefix:
            if prefix and block.text[:1] == ".":
                prefix, block.text = prefix.rstrip(".") + ".", block.text[1:].lstrip()
            if not block.text.startswith(f"{prefix} "):
                block.text = f"{prefix} {block.text}".strip()
            block.level = level
            self._add(block, "heading")

    def _add_text(self, block: Block) -> None:
        item = _FLAT_ITEM.match(block.text)
        if item and self._blocks:
            block.begin_with("", instead_of=item.end())
            self._add(block, "item", marker=item["marker"])
        elif block.text or block.marks:
            self._add(block, "text")

    def _add(self, block: Block, kind: Kind, number: int | None = None, marker: str | None = None) -> None:
        block.kind, block.number, block.marker = kind, number, marker
        self._blocks.append(block)

    def _block(self, *elements: Element) -> Block:
        """Read running text; its footnotes wait for the paragraph that it will be."""
        block, notes = block_of(*elements)
        for at, note in notes:
            footnote = self._footnote(note)
            self._waiting[footnote.number].append(footnote)
            block.marks += ((at, footnote.number),)
        return block

    def _list(self, children: Iterable[Element], number: int | None = None, prefix: str = "") -> None:
        for child in children:
            if child.tag in _AROUND_POINTS:
                self._text(self._block(child), number, prefix)
                number, prefix = None, ""
            elif child.tag in _POINTS:
                self._point(child)
            elif child.tag in _LISTS:
                self._list(child)
            else:
                self._add_text(self._block(child))

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
        block = self._block(*texts)
        if not block.text and (intro := next((child for child in inside if child.tag == "intro"), None)) is not None:
            block = self._block(intro)
            inside.remove(intro)
        self._add(block, "item", marker=marker or None)
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
                block.text = " ".join(" / ".join(" | ".join(row) for row in block.rows).split())
            elif block.number is not None or block.marker:
                block.begin_with(f"({block.marker}) " if block.number is None else f"{block.number}. ")
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
