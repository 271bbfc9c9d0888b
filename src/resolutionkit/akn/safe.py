"""Opens XML that anyone may have written: nothing is fetched, expanded or allowed to grow."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

from lxml import etree

from resolutionkit.akn.flow import Element
from resolutionkit.errors import MissingFile, Place, ReadError
from resolutionkit.language import say

LARGEST = 20_000_000
"""Bytes; the largest published resolutions have about one million."""
_DOCTYPE = re.compile(rb"<!DOCTYPE", re.IGNORECASE)


def _copy_the_text() -> str:
    return say(
        en="Copy its text and use rk.parse(text).",
        de="Kopieren Sie den Text daraus und nutzen Sie rk.parse(text).",
    )


_MISTAKEN: tuple[tuple[bytes, Callable[[], str], Callable[[], str]], ...] = (
    (b"%pdf", lambda: say(en="a PDF", de="ein PDF"), _copy_the_text),
    (b"pk\x03\x04", lambda: say(en="a Word or ZIP file", de="eine Word- oder ZIP-Datei"), _copy_the_text),
    (b"<!doctype html", lambda: say(en="a web page", de="eine Webseite"), _copy_the_text),
    (b"<html", lambda: say(en="a web page", de="eine Webseite"), _copy_the_text),
)
"""What people load by mistake: how it begins, what it is, what to do."""


def _parser() -> etree.XMLParser:
    return etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, dtd_validation=False, huge_tree=False,
        remove_comments=True, remove_pis=True,
    )  # fmt: skip


def parse_file(path: Path) -> Element:
    """Parse one file; the errors of :func:`resolutionkit.akn.load`."""
    try:
        size = path.stat().st_size
        if size > LARGEST:
            raise _too_large(size, path.name)
        content = path.read_bytes()
    except FileNotFoundError:
        raise MissingFile(
            expected=say(en="A file", de="Eine Datei"),
            found=say(en="none of that name", de="keine dieses Namens"),
            place=Place(str(path)),
            advice=_find_it(path),
        ) from None
    except OSError as error:
        raise ReadError(
            expected=say(en="A file that can be read", de="Eine lesbare Datei"),
            found=error.strerror or str(error),
            place=Place(str(path)),
            advice=say(en="Check the path and its permissions.", de="Prüfen Sie Pfad und Zugriffsrechte."),
        ) from error
    return parse_bytes(content, path.name)


def _find_it(path: Path) -> str:
    near = sorted(p.name for p in path.parent.glob("*.xml"))[:5] if path.parent.is_dir() else []
    listed = ", ".join(near) or "–"
    return say(
        en=f"Check the path. XML files in that folder: {listed}.",
        de=f"Prüfen Sie den Pfad. XML-Dateien in diesem Ordner: {listed}.",
    )


def parse_bytes(content: bytes, name: str = "XML") -> Element:
    """Parse XML from bytes; the errors of :func:`resolutionkit.akn.load`.

    >>> parse_bytes(b"<akomaNtoso/>").tag
    'akomaNtoso'
    """
    if len(content) > LARGEST:
        raise _too_large(len(content), name)
    for start, kind, advice in _MISTAKEN:
        if content.lstrip()[: len(start)].lower() == start:
            raise ReadError(
                expected=say(en="The AKN4UN XML of a resolution", de="Das AKN4UN-XML einer Resolution"),
                found=kind(),
                place=Place(name, 1, 1),
                advice=advice(),
            )
    doctype = _DOCTYPE.search(content[:20000]) if b"<!" in content[:20000] else None
    if doctype is None and content[:2] in (b"\xff\xfe", b"\xfe\xff") and b"D\0O\0C\0T\0Y\0P\0E" in content[:40000]:
        doctype = re.search(rb"D", content)
    if doctype:
        line = content.count(b"\n", 0, doctype.start()) + 1
        raise ReadError(
            expected=say(en="XML without a document type", de="XML ohne Dokumenttyp"),
            found="<!DOCTYPE …>",
            place=Place(name, line, doctype.start() - (content.rfind(b"\n", 0, doctype.start()) + 1) + 1),
            advice=say(
                en="Resolutions need none, and entities could hide anything: take the file as the UN publishes it.",
                de="Resolutionen brauchen keinen, und Entitäten könnten alles verbergen: Nehmen Sie die Datei, wie die VN sie veröffentlichen.",
            ),
        )
    try:
        root = etree.fromstring(content, _parser())
    except etree.XMLSyntaxError as error:
        line, column = error.position
        lines = content.decode("utf-8", "replace").split("\n")
        excerpt = lines[line - 1].rstrip() if 0 < line <= len(lines) else ""
        raise ReadError(
            expected=say(en="Well-formed XML", de="Wohlgeformtes XML"),
            found=str(error.msg).split(", line")[0],
            place=Place(name, max(line, 1), max(column, 1), excerpt[:400]),
            advice=say(
                en="Fetch the file again; if you changed it, look at the place named above.",
                de="Laden Sie die Datei neu; falls Sie sie geändert haben, sehen Sie an der genannten Stelle nach.",
            ),
        ) from None
    if root is None:
        raise _too_large(0, name)
    return root


def _too_large(size: int, name: str) -> ReadError:
    return ReadError(
        expected=say(en="A file of at most 20 MB", de="Eine Datei von höchstens 20 MB"),
        found=f"{size / 1e6:,.1f} MB",
        place=Place(name, 1, 1),
        advice=say(
            en="Resolutions have less than 2 MB: this is some other file.",
            de="Resolutionen haben weniger als 2 MB: Das ist eine andere Datei.",
        ),
    )
