"""Loads a resolution from AKN4UN XML as the United Nations publishes it.

The files differ: sub-paragraphs nested as ``list/point`` or flat as paragraphs that begin with "(a)", sections with
preambles of their own, annexes as attachments or as headings in the body, composite resolutions as components. All
become one model, and nothing of their text is dropped.
"""

import os
import re
from contextlib import suppress
from datetime import date
from xml.etree.ElementTree import Element

from resolutionkit.document.grammar.citations import citations_in
from resolutionkit.document.grammar.word_lists import lists
from resolutionkit.document.model import Resolution
from resolutionkit.document.reading.akn_body import Reader
from resolutionkit.document.reading.akn_safe import parse_bytes
from resolutionkit.document.reading.akn_text import text_of
from resolutionkit.document.reading.assemble import build_paragraphs, join_parts
from resolutionkit.document.reading.front_matter import meeting_in, read_cover, session_of
from resolutionkit.document.reading.line_forms import NUMBER
from resolutionkit.errors import Location, ReadError
from resolutionkit.files import content_of
from resolutionkit.language import _

LANGUAGES: dict[str, str] = lists()["languages"]  # ISO 639-2 or 639-3 -> ISO 639-1


def load(source: str | os.PathLike[str] | bytes) -> Resolution:
    """Load an AKN4UN file; ``source`` is its path, or its content as bytes.

    Raises :class:`MissingFile` where there is no file, and :class:`ReadError` where it is no resolution in AKN4UN, is
    larger than 20 MB, or uses what no resolution needs: entities, document types, external references.
    """
    name = "XML" if isinstance(source, bytes) else os.path.basename(source)
    root = parse_bytes(source if isinstance(source, bytes) else content_of(source), name)
    statements = list(root.iter("statement"))
    if (collection := root.find("documentCollection")) is not None and statements:
        return _collection(collection, statements)
    for child in root:
        if child.find("mainBody") is not None:
            return _statement(child)
    found = root[0] if root.tag == "akomaNtoso" and len(root) else root
    advice = _("Take the machine-readable XML of a resolution; for text out of a PDF or web page use rk.parse(text).")
    said = _("A resolution in AKN4UN: <akomaNtoso> with a <statement> and its <mainBody>")
    raise ReadError(expected=said, found=f"<{found.tag}>", place=Location(name, 1, 1), advice=advice)


def _collection(collection: Element, statements: list[Element]) -> Resolution:
    parts = [_statement(statement) for statement in statements]
    letters = [re.sub(r"[^A-Z]", "", p.symbol.rsplit("/", 1)[-1]) or chr(ord("A") + i) for i, p in enumerate(parts)]
    return join_parts(_statement(collection), parts, letters)


def _statement(statement: Element) -> Resolution:
    reader = Reader()
    meta = Element("meta")
    meta.extend(statement.findall("meta/*"))
    for fact in meta.iter("FRBRlanguage"):
        code = fact.get("language") or "eng"
        reader.language = LANGUAGES.get(code, code[:2])
    steps = {"preface": reader.preface, "preamble": reader.preamble, "mainBody": reader.main_body}
    for child in statement:
        if child.tag in steps:
            steps[child.tag](child)
    cover = [line for p in statement.findall("coverPage/*") if (line := text_of(p))]
    closing = _lines(statement.findall("conclusions/*"))
    steps_before = [step for step in meta.iter("step") if step.get("outcome") == "draftResolution"]
    drafts = tuple(cited.symbol for step in steps_before for cited in citations_in(step.get("as") or ""))
    number = reader.number.rstrip(". ")
    known = re.fullmatch(rf"{NUMBER}|[A-Z]", number) is not None
    said = read_cover(cover, number if known else "", reader.organ)
    symbol = said.symbol if known or not number else number
    if not number:
        symbol = next((line for line in cover if "/RES/" in line and len(line) < 40), symbol)
    return Resolution(
        symbol,
        reader.title,
        reader.organ,
        reader.organ_comma,
        reader.language,
        said.session if symbol == said.symbol else session_of(symbol),
        said.agenda_item,
        _date(meta, "adoption") or said.adopted,
        _date(meta, "publication") or said.published,
        meeting_in(closing) or (closing[0] if len(closing) > 1 else ""),
        said.drafts if cover else drafts,
        (*cover, *reader.beside_title),
        tuple(closing),
        preamble=build_paragraphs("preamble", reader.preamble_blocks, reader.note_of, reader.language),
        operative=build_paragraphs("operative", reader.operative_blocks, reader.note_of, reader.language),
        annexes=reader.annexes(statement.findall("attachments/*")),
        footnotes=reader.footnotes(meta),
    )


def _lines(conclusions: list[Element]) -> list[str]:
    """The lines of the closing: text between line breaks."""
    for p in conclusions:
        for end in (*p.iter("eol"), *p.iter("br")):
            end.text = "\x1e"  # parts records, and stands in no XML
    lines = (line for p in conclusions for line in "".join(p.itertext()).split("\x1e"))
    return [line for line in (" ".join(line.split()) for line in lines) if line]


def _date(meta: Element, name: str) -> date | None:
    """The date with this name; the year 1 is the UN's way to say that there is none."""
    found = None
    for fact in meta.iter("FRBRdate"):
        if fact.get("name") == name:
            with suppress(ValueError):  # some files hold "0001-01-01T…" or nothing
                day = date.fromisoformat(fact.get("date") or "")
                found = day if day.year > 1 else found
    return found
