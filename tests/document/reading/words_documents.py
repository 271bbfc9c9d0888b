"""Word documents as learners and their programs make them, piece by piece, for the tests of the reader."""

from __future__ import annotations

from io import BytesIO

import docx
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

WORD = nsdecls("w")
ALTERNATIVE = 'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'


def saved(document) -> bytes:
    made = BytesIO()
    document.save(made)
    return made.getvalue()


def of_xml(*paragraphs: str, lists: str = "", **notes: str) -> bytes:
    """A document of paragraphs in XML; ``lists`` is added to its numbering, ``footnotes`` and ``endnotes`` are parts."""
    document = docx.Document()
    body = document.element.body
    for xml in paragraphs:
        body.insert(len(body) - 1, parse_xml(xml.replace(">", f" {WORD} {ALTERNATIVE}>", 1)))
    for element in parse_xml(f"<w:numbering {WORD}>{lists}</w:numbering>") if lists else ():
        document.part.numbering_part.element.append(element)
    for kind, xml in notes.items():
        content = f"<w:{kind} {WORD}>{xml}</w:{kind}>".encode()
        media = f"application/vnd.openxmlformats-officedocument.wordprocessingml.{kind}+xml"
        part = Part(PackURI(f"/word/{kind}.xml"), media, content, document.part.package)
        document.part.relate_to(part, getattr(RELATIONSHIP_TYPE, kind.upper()))
    return saved(document)


def run(text: str, look: str = "") -> str:
    return f'<w:r><w:rPr>{look}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def p(*inside: str, number: int | None = None, level: int = 0) -> str:
    """A paragraph; what is no XML is a run. ``number`` is the list that counts it."""
    counted = f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>' if number else ""
    runs = "".join(piece if piece.startswith("<") else run(piece) for piece in inside)
    return f"<w:p><w:pPr>{counted}</w:pPr>{runs}</w:p>"


def abstract(identity: int, *levels: str, link: str = "") -> str:
    """A list as Word defines it; each level is "form text" or "form text start"."""
    made = ""
    for place, level in enumerate(levels):
        form, text, *start = level.split()
        made += f'<w:lvl w:ilvl="{place}"><w:start w:val="{start[0] if start else 1}"/><w:numFmt w:val="{form}"/><w:lvlText w:val="{text}"/></w:lvl>'
    return f'<w:abstractNum w:abstractNumId="{identity}">{link}{made}</w:abstractNum>'


def num(identity: int, listed: int, **starts: int) -> str:
    """A use of a list; ``level0=5`` begins it there."""
    overrides = "".join(
        f'<w:lvlOverride w:ilvl="{name[5:]}"><w:startOverride w:val="{start}"/></w:lvlOverride>'
        for name, start in starts.items()
    )
    return f'<w:num w:numId="{identity}"><w:abstractNumId w:val="{listed}"/>{overrides}</w:num>'


def note(identity: int, *paragraphs: str, kind: str = "footnote") -> str:
    return f'<w:{kind} w:id="{identity}">{"".join(map(p, paragraphs))}</w:{kind}>'


def cites(identity: int, kind: str = "footnote") -> str:
    return f'<w:r><w:{kind}Reference w:id="{identity}"/></w:r>'


def box(*paragraphs: str, old: bool = False) -> str:
    """A text box as new Word writes it, twice, or as old Word did."""
    inside = f"<w:txbxContent>{''.join(map(p, paragraphs))}</w:txbxContent>"
    if old:
        return f"<w:r><w:pict>{inside}</w:pict></w:r>"
    new = f"<mc:Choice Requires='wps'><w:drawing>{inside}</w:drawing></mc:Choice>"
    return f"<w:r><mc:AlternateContent>{new}<mc:Fallback><w:pict>{inside}</w:pict></mc:Fallback></mc:AlternateContent></w:r>"
