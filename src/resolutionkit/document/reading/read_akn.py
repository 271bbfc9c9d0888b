"""Loads a resolution from AKN4UN XML as the United Nations publishes it.

The files differ: sub-paragraphs nested as ``list/point`` or flat as paragraphs that
begin with "(a)", sections with preambles of their own, annexes as attachments or as
headings in the body, composite resolutions as components. All become one model, and
nothing of their text is dropped.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from resolutionkit.document.exact import read_exact
from resolutionkit.document.frozen import maker_of
from resolutionkit.document.grammar.citations import citations_in
from resolutionkit.document.model import Paragraph, Resolution
from resolutionkit.document.reading.akn_body import Reader
from resolutionkit.document.reading.akn_safe import parse_bytes, parse_file
from resolutionkit.document.reading.akn_text import Element, local_name, text_of
from resolutionkit.document.reading.assemble import build_operative, build_preamble
from resolutionkit.document.reading.front_matter import meeting_in, read_cover, session_of
from resolutionkit.errors import Location, ReadError
from resolutionkit.language import _

EXACT = "urn:resolutionkit:exact"
"""Namespace of the record that our own XML carries where AKN alone would not say everything."""
_new_resolution = maker_of(Resolution)
_MARKER = re.compile(r"^\([a-z]{1,6}\) ")
LANGUAGES = {
    "eng": "en",
    "deu": "de",
    "ger": "de",
    "fra": "fr",
    "fre": "fr",
    "spa": "es",
    "rus": "ru",
    "zho": "zh",
    "chi": "zh",
    "ara": "ar",
}


def load(source: str | os.PathLike[str] | bytes) -> Resolution:
    """Load an AKN4UN file; ``source`` is its path, or its content as bytes.

    Raises :class:`MissingFile` where there is no file, and :class:`ReadError` where it is no
    resolution in AKN4UN, is larger than 20 MB, or uses what no resolution needs: entities,
    document types, external references.

    >>> from resolutionkit.files import data_file
    >>> load(data_file("a-res-75-10.de.xml")).symbol
    'A/RES/75/10'
    """
    if isinstance(source, bytes):
        root, name = parse_bytes(source), "XML"
    else:
        name = os.fspath(source)
        root = parse_file(name)
    statements = [e for e in root.iter() if local_name(e.tag) == "statement"] if _is_collection(root) else None
    if statements is not None:
        return _collection(root, statements, name)
    for child in root:
        if _child(child, "mainBody") is not None:
            return _completed(root, _statement(child))
    raise _no_resolution(root, name)


def _completed(root: Element, read: Resolution) -> Resolution:
    """Return what the record in our own XML says, unless somebody has changed the text beside it."""
    record = next(root.iter(f"{{{EXACT}}}record"), None)
    if record is None or not record.text:
        return read
    recorded = read_exact(record.text)
    return recorded if _words(recorded) == _words(read) else read


def _words(resolution: Resolution) -> list[str]:
    paragraphs = [*resolution.paragraphs, *(p for annex in resolution.annexes for p in annex.paragraphs)]
    texts = [resolution.title, *(p.text for p in paragraphs), *(n.text for p in paragraphs for n in p.footnotes)]
    bare = (_MARKER.sub("", text) for text in texts)  # AKN has no markers in a preamble: there "(iii)" is a word
    return sorted(word for text in bare for word in re.findall(r"[^\W\d_]{3,}", text))


def _no_resolution(root: Element, name: str) -> ReadError:
    return ReadError(
        expected=_("A resolution in AKN4UN: <akomaNtoso> with a <statement> and its <mainBody>"),
        found=f"<{local_name(root.tag)}>",
        place=Location(os.path.basename(name), root.sourceline or 1, 1),
        advice=_(
            "Take the machine-readable XML of a resolution; for text out of a PDF or web page use rk.parse(text)."
        ),
    )


def _is_collection(root: Element) -> bool:
    return any(local_name(child.tag) == "documentCollection" for child in root)


def _child(element: Element, name: str) -> Element | None:
    for child in element:
        if local_name(child.tag) == name:
            return child
    return None


def _collection(root: Element, statements: list[Element], name: str) -> Resolution:
    collection = next(c for c in root if local_name(c.tag) == "documentCollection")
    parts = [_statement(s) for s in statements]
    if not parts:
        raise _no_resolution(root, name)
    frame = _statement(collection)
    letters = [re.sub(r"[^A-Z]", "", p.symbol.rsplit("/", 1)[-1]) or chr(ord("A") + i) for i, p in enumerate(parts)]
    return Resolution(
        frame.symbol,
        frame.title,
        parts[0].organ,
        parts[0].organ_comma,
        frame.language,
        frame.session,
        frame.agenda_item,
        frame.adopted or parts[0].adopted,
        frame.published,
        parts[-1].meeting,
        frame.drafts,
        frame.cover,
        frame.closing,
        footnotes=frame.footnotes,
        parts=tuple(_as_part(part, letter, frame.symbol) for part, letter in zip(parts, letters, strict=True)),
    )


def _as_part(part: Resolution, letter: str, symbol: str) -> Resolution:
    """Give the paragraphs of part B the labels B.PP1, B.OP1 … and the part the symbol of the whole with its letter."""
    prefix = f"{letter}."

    def relabel(p: Paragraph) -> Paragraph:
        notes = tuple(replace(n, label=prefix + n.label) for n in p.footnotes)
        return replace(p, label=prefix + p.label, footnotes=notes, items=tuple(relabel(i) for i in p.items))

    return replace(
        part,
        symbol=f"{re.sub(' [A-Z].*', '', symbol)} {letter}",
        preamble=tuple(relabel(p) for p in part.preamble),
        operative=tuple(relabel(p) for p in part.operative),
        footnotes=tuple(replace(n, label=prefix + n.label) for n in part.footnotes),
    )


def _statement(statement: Element) -> Resolution:
    facts = _Facts()
    reader = Reader()
    cover: list[str] = []
    closing: list[str] = []
    annexes: list[tuple[str, Element]] = []
    for child in statement:
        name = local_name(child.tag)
        if name == "meta":
            facts.read(child)
            reader.language = facts.language
        elif name == "coverPage":
            cover = [line for p in child if (line := text_of(p))]
        elif name == "preface":
            reader.preface(child)
        elif name == "preamble":
            reader.preamble(child)
        elif name == "mainBody":
            reader.main_body(child)
        elif name == "conclusions":
            closing += _lines(child)
        elif name == "attachments":
            annexes += [("", e) for e in child.iter() if local_name(e.tag) == "mainBody"]
    number = reader.number.rstrip(". ")
    said = read_cover(cover, number, reader.organ)
    symbol = (
        next((line for line in cover if "/RES/" in line and len(line) < 40), said.symbol) if not number else said.symbol
    )
    preamble = build_preamble(reader.preamble_blocks, reader.note_of, facts.language)
    operative = build_operative(reader.operative_blocks, reader.note_of, facts.language)
    attached = tuple(a for _, body in annexes for a in reader.annex(body)) + reader.trailing_annexes()
    notes = (*reader.front_notes(), *reader.placed)
    return _new_resolution(
        symbol,
        reader.title,
        reader.organ,
        reader.organ_comma,
        facts.language,
        said.session if symbol == said.symbol else session_of(symbol),
        said.agenda_item,
        facts.adopted or said.adopted,
        facts.published or said.published,
        meeting_in(closing) or (closing[0] if len(closing) > 1 else ""),
        said.drafts if cover else facts.drafts,
        tuple(cover),
        tuple(closing),
        preamble,
        operative,
        notes,
        attached,
    )


def _lines(element: Element) -> list[str]:
    """The lines of the closing: text between line breaks."""
    lines: list[str] = []

    def walk(e: Element) -> Iterator[str]:
        yield e.text or ""
        for child in e:
            if local_name(child.tag) in ("eol", "br"):
                yield "\n"
            else:
                yield from walk(child)
            yield " ".join((child.tail or "").split())

    for p in element:
        joined = "".join(piece if piece == "\n" else " ".join(piece.split()) for piece in walk(p))
        lines += [line.strip() for line in joined.split("\n") if line.strip()]
    return lines


class _Facts:
    """What the ``meta`` element says of a resolution."""

    def __init__(self) -> None:
        self.language = "en"
        self.adopted: date | None = None
        self.published: date | None = None
        self.drafts: tuple[str, ...] = ()

    def read(self, meta: Element) -> None:
        drafts = []
        for fact in meta.iter("{*}FRBRlanguage", "{*}FRBRdate", "{*}step"):  # of hundreds, and lxml sorts them out
            name = local_name(fact.tag)
            if name == "FRBRlanguage":
                code = fact.get("language") or "eng"
                self.language = LANGUAGES.get(code, code[:2])
            elif name == "FRBRdate":
                self._date(fact)
            elif fact.get("outcome") == "draftResolution":
                drafts.append(fact.get("as") or "")
        self.drafts = tuple(c.symbol for draft in drafts for c in citations_in(draft))

    def _date(self, fact: Element) -> None:
        kind, when = fact.get("name"), fact.get("date") or ""
        try:
            day = date.fromisoformat(when)
        except ValueError:  # some files hold "0001-01-01T…" or nothing
            return
        if day.year == 1:  # the UN's way to say that there is none
            return
        if kind == "adoption":
            self.adopted = day
        elif kind == "publication":
            self.published = day
