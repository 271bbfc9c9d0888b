"""Reads a Word document as the Markdown that the kit reads: what Word would print, each word of it once."""

import os
import zipfile
from collections.abc import Iterator
from io import BytesIO
from itertools import groupby
from typing import Any

import docx
from docx.oxml.ns import qn
from lxml import etree

from resolutionkit.document.reading.markdown import escape, to_superscript
from resolutionkit.document.reading.word_numbers import Numbers, child_value
from resolutionkit.errors import Location, ReadError
from resolutionkit.files import content_of
from resolutionkit.language import _

_NO_NETWORK = etree.XMLParser(resolve_entities=False, no_network=True)
_LARGEST = 50_000_000  # bytes that a document may unfold to; a resolution of 40 pages has two million
_ALTERNATIVES = "{http://schemas.openxmlformats.org/markup-compatibility/2006}AlternateContent"
_NOT_PRINTED = {qn("w:del"), qn("w:moveFrom"), qn("w:pPr"), qn("w:rPr"), qn("w:instrText"), qn("w:delText")}
_BOX = qn("w:txbxContent")
_BLANKS = {qn("w:tab"): " ", qn("w:br"): "\n", qn("w:cr"): "\n", qn("w:noBreakHyphen"): "-"}
_NOTES = {qn("w:footnoteReference"): "footnotes", qn("w:endnoteReference"): "endnotes"}

Piece = tuple[str, bool]  # some text of a paragraph, its markup escaped, and whether it is in italics


def text_of(source: str | os.PathLike[str] | bytes) -> str:
    """Return the text of a Word document as Markdown; tracked deletions are left out, insertions are in.

    A blank line parts its paragraphs: ``parse(text, whole=True)`` then takes each as one. Raises
    :class:`~resolutionkit.errors.ReadError` where the file is no Word document, and
    :class:`~resolutionkit.errors.MissingFile` where there is none.

    >>> from resolutionkit.document.model import Resolution
    >>> from resolutionkit.document.writing.write_word import document
    >>> text_of(document(Resolution(title="Test")))
    '# Test\\n'
    """
    wanted = _("A Word document (.docx)")
    content = source if isinstance(source, bytes) else content_of(source, expected=wanted, most=_LARGEST)
    name = "" if isinstance(source, bytes) else os.fspath(source)
    try:
        with zipfile.ZipFile(BytesIO(content)) as packed:
            if sum(part.file_size for part in packed.infolist()) > _LARGEST:
                raise ValueError
        return "\n\n".join(_Reader(docx.Document(BytesIO(content))).blocks()) + "\n"
    except MemoryError:
        raise
    except Exception:  # a damaged document ends python-docx and zipfile in a dozen ways, AttributeError among them
        advice = _("Open it in your word processor and save it as .docx, or copy the text into a .txt file.")
        raise ReadError(expected=wanted, found=_("something else"), place=Location(name), advice=advice) from None


class _Reader:
    def __init__(self, opened: Any) -> None:
        self._body = opened.element.body
        self._parts = {str(part.partname).rpartition("/")[2]: part for part in opened.part.package.iter_parts()}
        self._styles = {style.style_id: style.element for style in opened.styles}
        self._numbers = Numbers(self._root("numbering"), self._styles)
        self._notes = {
            (mark, note.get(qn("w:id"))): note
            for mark, kind in _NOTES.items()
            for note in self._root(kind)
            if note.get(qn("w:type")) in (None, "normal")  # those with a type are the lines above them
        }
        self._cited: list[Any] = []
        self._boxes: list[Any] = []  # text boxes whose paragraph is being read: they follow it

    def _root(self, name: str) -> Any:
        part = self._parts.get(f"{name}.xml")
        return etree.fromstring(part.blob, _NO_NETWORK) if part is not None else etree.Element("none")

    def blocks(self) -> Iterator[str]:
        yield from self._blocks(self._body)
        for number, note in enumerate(self._cited, start=1):
            yield f"[^{number}]: {' '.join(' '.join(self._blocks(note)).split())}"

    def _blocks(self, container: Any) -> Iterator[str]:
        """Yield the paragraphs, tables and text boxes that stand in a part of a document, in order."""
        for element in container:
            if element.tag == qn("w:p"):
                yield from self._paragraph(element)
                while self._boxes:
                    yield from self._blocks(self._boxes.pop(0))
            elif element.tag == qn("w:tbl"):
                yield from self._table(element)
            elif element.tag == _ALTERNATIVES:
                yield from self._blocks(element[0])
            elif element.tag not in _NOT_PRINTED:
                yield from self._blocks(element)

    def _paragraph(self, paragraph: Any) -> Iterator[str]:
        lines = _joined(self._pieces(paragraph)).split("\n")
        lines = [line for line in (" ".join(line.split()) for line in lines) if line]
        if lines:
            yield self._lead(paragraph) + "\n".join(lines)

    def _lead(self, paragraph: Any) -> str:
        identity = child_value(paragraph.find(qn("w:pPr")), "w:pStyle")
        style = child_value(self._styles.get(identity), "w:name").casefold()
        if style in ("title", "titel"):
            return "# "
        if style.startswith(("heading", "überschrift")):
            level = int(style[-1]) if style[-1:].isdigit() else 1
            return "#" * (level + 1) + " "
        return self._numbers.of(paragraph)

    def _table(self, table: Any) -> Iterator[str]:
        """Yield the rows of a table as Markdown, or the paragraphs of one that only frames them."""
        rows = [
            [cell for cell in row.iter(qn("w:tc")) if next(cell.iterancestors(qn("w:tr"))) is row]
            for row in table.iter(qn("w:tr"))
        ]
        rows = [row for row in rows if row]
        if max(map(len, rows), default=0) < 2:
            for row in rows:
                yield from self._blocks(row[0])
            return
        cells = [[" ".join(" ".join(self._blocks(cell)).split()) for cell in row] for row in rows]
        yield "\n".join("| " + " | ".join(cell.replace("|", "\\|") for cell in row) + " |" for row in cells)

    def _pieces(self, parent: Any, *, italic: bool = False, raised: bool = False) -> Iterator[Piece]:
        """Yield the text below an element; what Word hides, has deleted or moved elsewhere is left out."""
        for child in parent:
            if child.tag == qn("w:r"):
                look = child.find(qn("w:rPr"))
                if not _is_on(look, "w:vanish"):
                    high = child_value(look, "w:vertAlign") == "superscript"
                    yield from self._pieces(child, italic=_is_on(look, "w:i"), raised=high)
            elif child.tag in _NOTES:
                note = self._notes.get((child.tag, child.get(qn("w:id"))))
                if note is not None:
                    self._cited.append(note)
                    yield f"[^{len(self._cited)}]", False
            elif child.tag in _BLANKS:
                yield _BLANKS[child.tag], italic
            elif child.tag.endswith("}t"):  # of Word, or of its formulas
                text = child.text or ""
                yield (to_superscript(int(text)) if raised and text.isdecimal() else escape(text)), italic
            elif child.tag == _ALTERNATIVES:
                yield from self._pieces(child[0], italic=italic)
            elif child.tag == _BOX:
                self._boxes.append(child)
            elif child.tag not in _NOT_PRINTED:
                yield from self._pieces(child, italic=italic)


def _joined(pieces: Iterator[Piece]) -> str:
    """Word cuts one italic phrase into many runs; stars stand close to the words."""
    out = []
    for italic, group in groupby(pieces, lambda piece: piece[1]):
        text = "".join(piece for piece, _italic in group)
        bare = text.strip()
        if italic and bare:
            start = text[: len(text) - len(text.lstrip())]
            bare = bare.replace("\n", "*\n*")
            text = f"{start}*{bare}*{text[len(text.rstrip()) :]}"
        out.append(text)
    return "".join(out)


def _is_on(look: Any, name: str) -> bool:
    toggle = look.find(qn(name)) if look is not None else None
    return toggle is not None and toggle.get(qn("w:val")) not in ("0", "false", "off")
