"""Reads a Word document as the Markdown that the kit reads: italics, automatic numbers and footnotes included."""

from __future__ import annotations

import os
import zipfile
from collections import Counter
from collections.abc import Iterator
from io import BytesIO
from typing import Any

import docx
from docx.oxml.ns import qn
from lxml import etree

from resolutionkit.errors import Location, ReadError
from resolutionkit.files import content_of
from resolutionkit.language import _

_NO_NETWORK = etree.XMLParser(resolve_entities=False, no_network=True)
_LARGEST = 50_000_000
"""Bytes that a document may unfold to; a resolution of 40 pages has two million."""


def text_of(source: str | os.PathLike[str] | bytes) -> str:
    """Return the text of a Word document as Markdown; tracked deletions are left out, insertions are in.

    Raises :class:`~resolutionkit.errors.ReadError` where the file is no Word document, and
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
        raise ReadError(
            expected=wanted,
            found=_("something else"),
            place=Location(name),
            advice=_("Open it in your word processor and save it as .docx, or copy the text into a .txt file."),
        ) from None


class _Reader:
    def __init__(self, opened: Any) -> None:
        self._document = opened
        self._counts: Counter[tuple[str, int]] = Counter()
        self._formats = _number_formats(opened)
        self._notes = _footnotes(opened)
        self._cited: list[str] = []

    def blocks(self) -> Iterator[str]:
        for paragraph in self._document.element.body.iter(qn("w:p")):
            text = " ".join(self._inline(paragraph).split())
            if not text:
                continue
            yield self._lead(paragraph) + text
        for number, identity in enumerate(self._cited, start=1):
            text = " ".join(self._notes.get(identity, "").split())
            yield f"[^{number}]: {text}"

    def _lead(self, paragraph: Any) -> str:
        style = self._style(paragraph)
        if style.casefold() in ("title", "titel"):
            return "# "
        if style.casefold().startswith(("heading", "überschrift")):
            level = int(style[-1]) if style[-1:].isdigit() else 1
            return "#" * (level + 1) + " "
        return self._number(paragraph)

    def _style(self, paragraph: Any) -> str:
        found = paragraph.find(f"{qn('w:pPr')}/{qn('w:pStyle')}")
        identity = found.get(qn("w:val")) if found is not None else ""
        return next((str(s.name) for s in self._document.styles if s.style_id == identity), str(identity))

    def _numbering_of_style(self, paragraph: Any) -> Any:
        """A style such as “List Number” counts too, by itself or as the style that it is based on does."""
        found = paragraph.find(f"{qn('w:pPr')}/{qn('w:pStyle')}")
        style = next(
            (s for s in self._document.styles if found is not None and s.style_id == found.get(qn("w:val"))), None
        )
        for _step in range(20):  # a damaged file may have styles that stand on each other
            numbered = style.element.find(f"{qn('w:pPr')}/{qn('w:numPr')}") if style is not None else None
            if style is None or numbered is not None:
                return numbered
            style = getattr(style, "base_style", None)
        return None

    def _number(self, paragraph: Any) -> str:
        """What Word counts by itself stands in no text: it is counted here again."""
        numbered = paragraph.find(f"{qn('w:pPr')}/{qn('w:numPr')}")
        if numbered is None:
            numbered = self._numbering_of_style(paragraph)
        if numbered is None:
            return ""
        values = {child.tag: child.get(qn("w:val")) for child in numbered}
        identity, level = str(values.get(qn("w:numId"), "0")), int(values.get(qn("w:ilvl")) or 0)
        form, start = self._formats.get((identity, level), ("", 1))
        if identity == "0" or form in ("", "bullet", "none"):
            return ""
        self._counts[identity, level] += 1
        for deeper in range(level + 1, 9):
            del self._counts[identity, deeper]
        count = self._counts[identity, level] + start - 1
        return {
            "decimal": f"{count}. ",
            "lowerLetter": f"({chr(96 + (count - 1) % 26 + 1)}) ",
            "upperLetter": f"({chr(64 + (count - 1) % 26 + 1)}) ",
            "lowerRoman": f"({_roman(count)}) ",
            "upperRoman": f"({_roman(count).upper()}) ",
        }.get(form, f"{count}. ")

    def _inline(self, paragraph: Any) -> str:
        pieces: list[tuple[str, bool]] = []
        for run in paragraph.iter(qn("w:r")):
            if any(True for _ in run.iterancestors(qn("w:del"))):
                continue
            italic = _is_on(run.find(f"{qn('w:rPr')}/{qn('w:i')}"))
            for child in run:
                if child.tag == qn("w:t"):
                    pieces.append((_escaped(child.text or ""), italic))
                elif child.tag in (qn("w:tab"), qn("w:br"), qn("w:cr")):
                    pieces.append((" ", italic))
                elif child.tag == qn("w:noBreakHyphen"):
                    pieces.append(("-", italic))
                elif child.tag == qn("w:footnoteReference"):
                    self._cited.append(str(child.get(qn("w:id"))))
                    pieces.append((f"[^{len(self._cited)}]", False))
        return _joined(pieces)


def _joined(pieces: list[tuple[str, bool]]) -> str:
    """Word cuts one italic phrase into many runs; stars stand close to the words."""
    groups: list[tuple[str, bool]] = []
    for text, italic in pieces:
        if groups and groups[-1][1] == italic:
            groups[-1] = (groups[-1][0] + text, italic)
        else:
            groups.append((text, italic))
    out = []
    for text, italic in groups:
        bare = text.strip()
        if italic and bare:
            start = text[: len(text) - len(text.lstrip())]
            text = f"{start}*{bare}*{text[len(start) + len(bare) :]}"
        out.append(text)
    return "".join(out)


def _escaped(text: str) -> str:
    return text.replace("*", "\\*").replace("_", "\\_")


def _is_on(toggle: Any) -> bool:
    return toggle is not None and toggle.get(qn("w:val")) not in ("0", "false", "off")


def _roman(number: int) -> str:
    ones = ("", "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix")
    tens = ("", "x", "xx", "xxx", "xl", "l", "lx", "lxx", "lxxx", "xc")
    return tens[number // 10 % 10] + ones[number % 10]


def _number_formats(opened: Any) -> dict[tuple[str, int], tuple[str, int]]:
    """(list, level) -> (format, first number), from the part of the document that defines its lists."""
    part = next((p for p in opened.part.package.iter_parts() if str(p.partname).endswith("/numbering.xml")), None)
    if part is None:
        return {}
    root = etree.fromstring(part.blob, _NO_NETWORK)
    lists: dict[str, dict[int, tuple[str, int]]] = {}
    for abstract in root.iter(qn("w:abstractNum")):
        levels = {}
        for level in abstract.iter(qn("w:lvl")):
            form, start = level.find(qn("w:numFmt")), level.find(qn("w:start"))
            levels[int(level.get(qn("w:ilvl")) or 0)] = (
                str(form.get(qn("w:val"))) if form is not None else "decimal",
                int(start.get(qn("w:val")) or 1) if start is not None else 1,
            )
        lists[str(abstract.get(qn("w:abstractNumId")))] = levels
    found = {}
    for number in root.iter(qn("w:num")):
        abstract_id = number.find(qn("w:abstractNumId"))
        for level, form in lists.get(str(abstract_id.get(qn("w:val"))) if abstract_id is not None else "", {}).items():
            found[str(number.get(qn("w:numId"))), level] = form
    return found


def _footnotes(opened: Any) -> dict[str, str]:
    part = next((p for p in opened.part.package.iter_parts() if str(p.partname).endswith("/footnotes.xml")), None)
    if part is None:
        return {}
    root = etree.fromstring(part.blob, _NO_NETWORK)
    found = {}
    for note in root.iter(qn("w:footnote")):
        pieces: list[tuple[str, bool]] = []
        for run in note.iter(qn("w:r")):
            italic = _is_on(run.find(f"{qn('w:rPr')}/{qn('w:i')}"))
            pieces += [(_escaped(t.text or ""), italic) for t in run.iter(qn("w:t"))]
        found[str(note.get(qn("w:id")))] = _joined(pieces)
    return found
