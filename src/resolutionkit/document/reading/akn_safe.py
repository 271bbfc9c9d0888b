"""Opens XML that anyone may have written: nothing is fetched, expanded or allowed to grow."""

from __future__ import annotations

import os
import re
from collections.abc import Callable
from pathlib import Path

from lxml import etree

from resolutionkit.document.reading.akn_text import Element
from resolutionkit.errors import Location, MissingFile, ReadError
from resolutionkit.files import LARGEST, content_of
from resolutionkit.language import _

_DOCTYPE = re.compile(rb"(?>\xef\xbb\xbf|\s+|<\?.*?\?>|<!--.*?-->)*+(?P<doctype><!DOCTYPE)", re.IGNORECASE | re.DOTALL)
"""A document type, which can only stand before the first element."""
_PARSER = etree.XMLParser(
    resolve_entities=False,
    no_network=True,
    load_dtd=False,
    dtd_validation=False,
    huge_tree=False,
    remove_comments=True,
    remove_pis=True,
)


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
    """Parse XML from bytes; the errors of :func:`resolutionkit.load`.

    >>> parse_bytes(b"<akomaNtoso/>").tag
    'akomaNtoso'
    """
    if len(content) > LARGEST:
        raise _too_large(len(content), name)
    begins = content.lstrip()[:20].lower()
    for start, kind, advice in _MISTAKEN:
        if begins.startswith(start):
            raise ReadError(
                expected=_("The AKN4UN XML of a resolution"),
                found=kind(),
                place=Location(name, 1, 1),
                advice=advice(),
            )
    if prolog := _DOCTYPE.match(content):
        raise _document_type(content, prolog.start("doctype"), name)
    try:
        root = etree.fromstring(content, _PARSER)
    except etree.XMLSyntaxError as error:
        if "Start tag expected" in str(error.msg):
            raise _no_markup(name) from None
        line, column = error.position
        lines = content.decode("utf-8", "replace").split("\n")
        excerpt = lines[line - 1].rstrip() if 0 < line <= len(lines) else ""
        raise ReadError(
            expected=_("Well-formed XML"),
            found=str(error.msg).split(", line")[0],
            place=Location(name, max(line, 1), max(column, 1), excerpt[:400]),
            advice=_("Fetch the file again; if you changed it, look at the place named above."),
        ) from None
    if root.getroottree().docinfo.internalDTD is not None:  # in UTF-16 and the like, which the search above cannot read
        raise _document_type(content, 0, name)
    return root


def _no_markup(name: str) -> ReadError:
    return ReadError(
        expected=_("The AKN4UN XML of a resolution"),
        found=_("a text without markup"),
        place=Location(name, 1, 1),
        advice=_('Read it as a text: rk.parse(pathlib.Path("{name}").read_text(encoding="utf-8")).').format(name=name),
    )


def _document_type(content: bytes, at: int, name: str) -> ReadError:
    return ReadError(
        expected=_("XML without a document type"),
        found="<!DOCTYPE …>",
        place=Location(name, content.count(b"\n", 0, at) + 1, at - content.rfind(b"\n", 0, at)),
        advice=_("Resolutions need none, and entities could hide anything: take the file as the UN publishes it."),
    )


def _too_large(size: int, name: str) -> ReadError:
    return ReadError(
        expected=_("A file of at most 20 MB"),
        found=f"{size / 1e6:,.1f} MB",
        place=Location(name, 1, 1),
        advice=_("Resolutions have less than 2 MB: this is some other file."),
    )
