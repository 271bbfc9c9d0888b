"""Writes a resolution as a Word document, with real footnotes and the styles by which editors work."""

from collections.abc import Sequence
from io import BytesIO
from typing import Any

import docx
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.oxml import serialize_part_xml
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Cm, Pt
from docx.text.paragraph import Paragraph as WordParagraph

from resolutionkit.document.model import Footnote, Heading, Paragraph, Resolution, Span, Table
from resolutionkit.document.writing.html_inline import pieces
from resolutionkit.document.writing.write_akn import FORBIDDEN
from resolutionkit.document.writing.write_text import number_before

_NOTES_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"
_INDENT = 0.8  # centimetres by which the first line of a paragraph, and each level of sub-paragraphs, is set in


def document(resolution: Resolution) -> bytes:
    """Return a resolution as the content of a .docx file: A4, Times New Roman, openers in italics, real footnotes."""
    return Writer(resolution).write()


class Writer:
    """Writes one document; what is said of a body of paragraphs, :meth:`body` says."""

    def __init__(self, resolution: Resolution) -> None:
        self.document: Any = docx.Document()
        self.language = resolution.language
        self._resolution = resolution
        self._notes: list[Footnote] = []  # those whose marks are written, in the order in which Word numbers them
        self._loose: list[Footnote] = []
        section = self.document.sections[0]
        section.page_width, section.page_height = Cm(21), Cm(29.7)
        normal = self.document.styles["Normal"]
        normal.font.name, normal.font.size = "Times New Roman", Pt(10)
        normal.paragraph_format.space_after = Pt(6)
        for name, size in (("Title", 14), ("Heading 1", 12), ("Heading 2", 11), ("Heading 3", 10)):
            font = self.document.styles[name].font
            font.name, font.size, font.bold, font.color.rgb = "Times New Roman", Pt(size), True, None
        core = self.document.core_properties
        core.title, core.author, core.language = _printable(resolution.title)[:255], "", resolution.language

    def write(self) -> bytes:
        """Return the content of the file."""
        self._one(self._resolution)
        for part in self._resolution.parts:
            self.document.add_paragraph(part.symbol.rpartition(" ")[2]).alignment = WD_ALIGN_PARAGRAPH.CENTER
            self._one(part)
        # Notes whose marks stand nowhere follow at the end, with the numbers that Word has left for them.
        for number, note in enumerate(dict.fromkeys(self._loose), start=len(self._notes) + 1):
            made = self.document.add_paragraph()
            made.add_run(str(number)).font.superscript = True
            self._fill_note(made, note)
        if self._notes:
            self._attach_notes()
        saved = BytesIO()
        self.document.save(saved)
        return saved.getvalue()

    def body(self, resolution: Resolution) -> None:
        """Write the paragraphs of preamble and operative part."""
        for paragraph in (*resolution.preamble, *resolution.operative):
            self._paragraph(paragraph, 0)

    def _one(self, resolution: Resolution) -> None:
        for line in resolution.cover:
            self.document.add_paragraph(_printable(line))
        if resolution.title:
            self.fill(self.document.add_paragraph(style="Title"), resolution.title, (), resolution.notes_at("title"))
        if resolution.organ and not any(part.organ for part in resolution.parts):
            organ = self.line(0)
            self.fill(organ, resolution.organ, [(0, len(resolution.organ))], resolution.notes_at("organ"))
            organ.add_run("," * resolution.organ_comma)
        self.body(resolution)
        for line in resolution.closing:
            self.document.add_paragraph(_printable(line)).alignment = WD_ALIGN_PARAGRAPH.RIGHT
        for annex in resolution.annexes:
            self.document.add_paragraph(_printable(annex.heading), style="Heading 1")
            for paragraph in annex.paragraphs:
                self._paragraph(paragraph, 0)
        self._loose += [note for note in resolution.footnotes if note not in self._notes]

    def _paragraph(self, paragraph: Paragraph, depth: int) -> None:
        for thing in paragraph.above:
            self._between(thing)
        if paragraph.text:
            made = self.line(depth)
            made.add_run(number_before(paragraph, self.language))
            self.fill(made, paragraph.text, (*paragraph.opener_spans, *paragraph.italics), paragraph.footnotes)
        for item in paragraph.items:
            self._paragraph(item, depth + 1)
        for thing in paragraph.below:
            self._between(thing)

    def _between(self, thing: Heading | Table) -> None:
        if isinstance(thing, Heading):
            self.document.add_paragraph(_printable(thing.text), style=f"Heading {min(max(thing.level, 1), 3)}")
            return
        width = max((len(row) for row in thing.rows), default=0)
        if not width:
            return
        table = self.document.add_table(len(thing.rows), width, style="Table Grid")
        for i, row in enumerate(thing.rows):
            for j, cell in enumerate(row):
                table.cell(i, j).text = _printable(cell)

    def line(self, depth: int) -> Any:
        """Begin a paragraph, indented like a sub-paragraph of some depth."""
        made = self.document.add_paragraph()
        made.paragraph_format.left_indent = Cm(_INDENT * depth)
        made.paragraph_format.first_line_indent = Cm(_INDENT)
        made.alignment = WD_ALIGN_PARAGRAPH.JUSTIFY
        return made

    def fill(self, made: Any, text: str, italics: Sequence[Span], notes: Sequence[Footnote]) -> None:
        """Write words, some in italics, and the marks of their footnotes."""
        looks = [(start, end, "italic") for start, end in italics]
        for piece, look, marks in pieces(text, looks, [(note.position, note) for note in notes]):
            if piece:
                made.add_run(_printable(piece)).italic = bool(look) or None
            for note in marks:
                self._notes.append(note)
                _raised(made, "w:footnoteReference").set(qn("w:id"), str(len(self._notes)))

    def _attach_notes(self) -> None:
        """Make the footnotes to which the marks lead: python-docx has none of its own."""
        separators = "".join(
            f'<w:footnote w:type="{kind}" w:id="{number}"><w:p><w:r><w:{kind}/></w:r></w:p></w:footnote>'
            for kind, number in (("separator", -1), ("continuationSeparator", 0))
        )
        footnotes = parse_xml(f"<w:footnotes {nsdecls('w')}>{separators}</w:footnotes>")
        for number, note in enumerate(self._notes, start=1):
            paragraph: Any = OxmlElement("w:p")
            footnotes.append(OxmlElement("w:footnote", {qn("w:id"): str(number)}))
            footnotes[-1].append(paragraph)
            made = WordParagraph(paragraph, self.document)
            _raised(made, "w:footnoteRef")
            self._fill_note(made, note)
        xml = serialize_part_xml(footnotes)
        part = Part(PackURI("/word/footnotes.xml"), _NOTES_TYPE, xml, self.document.part.package)
        self.document.part.relate_to(part, RELATIONSHIP_TYPE.FOOTNOTES)

    def _fill_note(self, made: Any, note: Footnote) -> None:
        self.fill(made, f" {note.text}", [(a + 1, b + 1) for a, b in note.italics], ())


def _raised(made: Any, name: str) -> Any:
    """Add a run of superscript with one element in it."""
    run = made.add_run()
    run.font.superscript = True
    element = OxmlElement(name)
    run._r.append(element)
    return element


def _printable(text: str) -> str:
    """XML has no control characters."""
    return FORBIDDEN.sub("", text)
