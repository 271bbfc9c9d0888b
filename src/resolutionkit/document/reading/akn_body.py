"""Walks through the parts of an AKN4UN statement and turns them into blocks."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from xml.etree.ElementTree import Element

from resolutionkit.document.grammar.final_marks import PREAMBULAR
from resolutionkit.document.model import Annex, Footnote
from resolutionkit.document.reading.akn_text import block_of, text_of
from resolutionkit.document.reading.assemble import Block, Kind, build_annexes
from resolutionkit.document.reading.line_forms import ANNEX

_LISTS = ("list", "blockList", "sublist")
_BETWEEN_TEXTS = frozenset((*_LISTS, "table"))
_POINTS = ("point", "item", "indent", "subparagraph")
_CONTAINERS = ("content", "intro", "wrapUp")
_TEXTS = ("p", *_CONTAINERS, "listIntroduction", "listWrapUp")
_WRAPPERS = ("attachments", "attachment", "doc", "statement", "preface", "preamble", "mainBody", "conclusions")
_HEADING_CLASSES = {"H1": 1, "HCh": 1, "H23": 2, "H4": 3}
_FLAT_ITEM = re.compile(r"\(?(?P<marker>[a-z]{1,3}|[ivxl]{1,6}|[A-Z]|[^\W\da-zA-Z]{1,3})\)\s+(?=\S)")
_FLAT_NUMBER = re.compile(r"(?P<number>\d{1,3})(?:\.|\ ?[-–—])\ (?=\S)")
_LETTER = re.compile(r"\(?(?P<marker>[a-z]{1,3}|[ivxl]{1,6}|[A-Z])[).]")


@dataclass(slots=True)
class _Lead:
    """What stands before the text of a paragraph or a point."""

    words: str = ""  # its number or letter, as printed
    is_item: bool = False  # whether the text begins a sub-paragraph
    level: int | None = None  # of the heading that the text is

    @property
    def bare(self) -> str:
        return self.words.strip("().*•–- ")


class Reader:
    """Collects blocks in the order of the document, and remembers the footnotes that stand in them."""

    def __init__(self) -> None:
        self.language = "en"
        self.number = self.title = self.organ = ""
        self.beside_title: list[str] = []  # what else stands beside number and title
        self.organ_comma = True
        self.preamble_blocks: list[Block] = []
        self.operative_blocks: list[Block] = []
        self._blocks: list[Block] = []  # those of the part that is being read
        self._placed: list[Footnote] = []  # those that paragraphs have taken, in the order of the document
        self._waiting: defaultdict[int, list[Footnote]] = defaultdict(list)
        """Footnotes of blocks that are no paragraphs yet, by number."""
        self._counted = 0
        self._front: list[tuple[str, int, Element]] = []
        """Footnotes to the title and the organ line: (label, offset, element); they are numbered last."""
        self._annexes: list[tuple[str, list[Block]]] = []

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

    def footnotes(self, meta: Element) -> tuple[Footnote, ...]:
        """Return all footnotes: those of title and organ line, of paragraphs, and those in ``meta``, which have no mark."""
        front = [self._footnote(note, label, at) for label, at, note in self._front]
        return (*front, *self._placed, *map(self._footnote, meta.iter("note")))

    def _footnote(self, note: Element, label: str = "", at: int | None = None) -> Footnote:
        """Read a footnote; one without a number gets the next."""
        marker = note.get("marker") or ""
        self._counted = int(marker) if marker.isdecimal() else self._counted + 1
        block, _notes = block_of(note)
        return Footnote(self._counted, block.text, label, at, block.italics)

    def note_of(self, number: int, label: str, offset: int) -> Footnote:
        """Return the next footnote with this number, placed."""
        note = self._waiting[number].pop(0)
        self._placed.append(Footnote(number, note.text, label, offset, note.italics))
        return self._placed[-1]

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

    def _element(self, child: Element, lead: _Lead | None = None) -> None:
        """Read an element; inside a paragraph, a point or a list ``lead`` is what its first text takes."""
        tag = child.tag
        if tag == "paragraph":
            self._paragraph(child)
        elif tag in _LISTS:
            inner = lead or _Lead()
            for inside in child:
                if inside.tag in _POINTS:
                    self._point(inside, inner)
                else:
                    self._element(inside, inner)
        elif tag == "table":
            rows = (tuple(text_of(cell) for cell in row if cell.tag in ("td", "th")) for row in child.iter("tr"))
            self._blocks.append(Block("table", rows=tuple(rows)))
        elif tag == "crossHeading":
            self._add(self._block(child), "preambular" if child.get("refersTo") == "#preamble" else "heading")
        elif lead and tag in _TEXTS:
            self._text(self._block(child), lead)
        elif tag in ("subheading", "heading", "num", "block"):
            level = re.fullmatch(r"level(\d)", child.get("class") or "")
            self._heading(self._block(child), int(level[1]) if level else 1)
        elif tag == "container" and child.get("name") == "preamble":
            self._add(self._block(*(inside for inside in child if inside.tag not in _LISTS)), "preambular")
            for inside in child:
                if inside.tag in _LISTS:
                    self._element(inside)
        elif tag in ("section", "container", "content"):
            for inside in child:
                self._element(inside)
        else:
            self._add_text(self._block(child))

    def _paragraph(self, paragraph: Element) -> None:
        """Read a paragraph; the first text in it takes the number, letter or other words that stand before."""
        lead = _Lead(level=_HEADING_CLASSES.get(paragraph.get("class") or ""))
        for child in _pieces(paragraph):
            if child.tag == "num":
                lead.words = text_of(child)
            elif child.tag in ("heading", "subheading"):
                if (block := self._block(child)).text:
                    prefix = "" if lead.bare.isdecimal() else lead.words
                    self._heading(block, lead.level or 1, prefix)
                    lead.words = lead.words[len(prefix) :]
                    lead.level = None  # what follows the heading in the same element is text
            else:
                self._element(child, lead)

    def _point(self, point: Element, above: _Lead) -> None:
        """Read a point; the introduction of a list in it is its text where it has no other."""
        if above.is_item:  # of a point around this one, which has no text of its own
            self._text(Block("text"), above)
        pieces = list(_pieces(point))
        lead = _Lead("".join(text_of(child) for child in pieces if child.tag == "num"), is_item=True)
        block = self._block(*(child for child in pieces if child.tag not in ("num", *_LISTS)))
        if block.text or block.marks:
            self._text(block, lead)
        for child in pieces:
            if child.tag in _LISTS:
                self._element(child, lead)
        if lead.is_item:
            self._text(block, lead)

    def _text(self, block: Block, lead: _Lead) -> None:
        """Read running text with what stood before it."""
        words, bare, was_item = lead.words, lead.bare, lead.is_item
        lead.words, lead.is_item = "", False
        flat = None if words or self.language in ("en", "de") else _FLAT_NUMBER.match(block.text)
        if was_item:
            self._add(block, "item", marker=bare or None)
        elif not (block.text or block.marks) and (not words or bare.isdecimal()):
            return
        elif bare.isdecimal():
            self._add(block, "paragraph", int(bare))
        elif lead.level is not None:
            self._heading(block, lead.level, words)
        elif item := _LETTER.fullmatch(words):
            self._add(block, "item", marker=item["marker"])
        elif flat:
            block.begin_with("", instead_of=flat.end())
            self._add(block, "paragraph", int(flat["number"]))
        elif words:
            block.begin_with(f"{words} ")
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

    # ---- Annexes

    def annexes(self, attached: Iterable[Element]) -> tuple[Annex, ...]:
        """Read attachments, several annexes where one has several headings; behind them come those in the body itself."""
        found = [
            (heading or "Annex", blocks)
            for attachment in attached
            for heading, blocks in self._parts(_attached(attachment))
            if heading or blocks
        ]
        return build_annexes(found + self._annexes, self.note_of)


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
