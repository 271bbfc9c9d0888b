"""Opens XML that anyone may have written: nothing is fetched, expanded or allowed to grow.

It needs the standard library only, so that the kit runs where nothing can be compiled, in a browser's Python too.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from itertools import chain
from pathlib import Path
from xml.etree.ElementTree import Element, TreeBuilder
from xml.parsers import expat

from resolutionkit.errors import Location, MissingFile, ReadError
from resolutionkit.files import LARGEST, content_of
from resolutionkit.language import _

_DEEPEST = 256
"""Elements inside each other; those of published resolutions are 16 deep, and each costs a call or two."""


def _copy_the_text() -> str:
    return _("Copy its text and use rk.parse(text).")


_MISTAKEN: tuple[tuple[bytes, Callable[[], str], Callable[[], str]], ...] = (
    (b"%pdf", lambda: _("a PDF"), _copy_the_text),
    (b"pk\x03\x04", lambda: _("a Word or ZIP file"), _copy_the_text),
    (b"<!doctype html", lambda: _("a web page"), _copy_the_text),
    (b"<html", lambda: _("a web page"), _copy_the_text),
)
"""What people load by mistake: how it begins, what it is, what to do."""


def parse_file(name: str) -> Element:
    """Parse one file; the errors of :func:`resolutionkit.load`."""
    try:
        content = content_of(name)
    except MissingFile as missing:
        raise MissingFile(
            expected=missing.expected, found=missing.found, place=missing.place, advice=_find_it(Path(name))
        ) from None
    return parse_bytes(content, os.path.basename(name))


def _find_it(path: Path) -> str:
    near = sorted(p.name for p in path.parent.glob("*.xml"))[:5] if path.parent.is_dir() else []
    listed = ", ".join(near) or "–"
    return _("Check the path. XML files in that folder: {listed}.").format(listed=listed)


def parse_bytes(content: bytes, name: str = "XML") -> Element:
    """Parse XML from bytes, tags without their namespaces; the errors of :func:`resolutionkit.load`.

    >>> parse_bytes(b'<akomaNtoso xmlns="urn:x"/>').tag
    'akomaNtoso'
    """
    if len(content) > LARGEST:
        raise _too_large(len(content), name)
    _refuse_others(content, name)
    parser = expat.ParserCreate()
    builder = TreeBuilder()
    parser.buffer_text = True
    parser.StartElementHandler = builder.start
    parser.EndElementHandler = builder.end
    parser.CharacterDataHandler = builder.data

    def refuse(*declared: object) -> None:
        raise _document_type(parser.CurrentLineNumber, parser.CurrentColumnNumber + 1, name)

    parser.StartDoctypeDeclHandler = refuse
    try:
        parser.Parse(content, True)
    except expat.ExpatError as fault:
        raise _malformed(content, expat.ErrorString(fault.code), fault.lineno, fault.offset + 1, name) from None
    except (LookupError, ValueError) as fault:  # an encoding that nobody knows, or of several bytes a letter
        raise _malformed(content, str(fault), 1, 1, name) from None
    root: Element = builder.close()
    _refuse_deep(root, name)
    if ":" in root.tag:
        for element in root.iter():
            element.tag = element.tag.rpartition(":")[2]
    return root


def _refuse_others(content: bytes, name: str) -> None:
    begins = content.lstrip()[:20].lower()
    for start, kind, advice in _MISTAKEN:
        if begins.startswith(start):
            raise ReadError(
                expected=_("The AKN4UN XML of a resolution"),
                found=kind(),
                place=Location(name, 1, 1),
                advice=advice(),
            )


def _document_type(line: int, column: int, name: str) -> ReadError:
    return ReadError(
        expected=_("XML without a document type"),
        found="<!DOCTYPE …>",
        place=Location(name, line, column),
        advice=_("Resolutions need none, and entities could hide anything: take the file as the UN publishes it."),
    )


def _refuse_deep(root: Element, name: str) -> None:
    level = [root]
    for _depth in range(_DEEPEST):
        level = list(chain.from_iterable(level))
        if not level:
            return
    raise ReadError(
        expected=_("XML whose elements are nested to a depth of at most {most}").format(most=_DEEPEST),
        found=_("a greater depth"),
        place=Location(name, 1, 1),
        advice=_("No resolution needs so many: take the file as the UN publishes it."),
    )


def _malformed(content: bytes, found: str, line: int, column: int, name: str) -> ReadError:
    if b"<" not in content:
        return ReadError(
            expected=_("The AKN4UN XML of a resolution"),
            found=_("a text without markup"),
            place=Location(name, 1, 1),
            advice=_("Read it as a text: rk.parse(…), or rk.load(…) of a file that ends with .txt or .md."),
        )
    lines = content.decode("utf-8", "replace").split("\n")
    excerpt = lines[line - 1].rstrip() if 0 < line <= len(lines) else ""
    return ReadError(
        expected=_("Well-formed XML"),
        found=found,
        place=Location(name, line, column, excerpt[:400]),
        advice=_("Fetch the file again; if you changed it, look at the place named above."),
    )


def _too_large(size: int, name: str) -> ReadError:
    return ReadError(
        expected=_("A file of at most 20 MB"),
        found=f"{size / 1e6:,.1f} MB",
        place=Location(name, 1, 1),
        advice=_("Resolutions have less than 2 MB: this is some other file."),
    )
