"""Reads a resolution from a file, whatever its kind: AKN4UN XML, a Word document, a text."""

import os
from dataclasses import replace
from pathlib import Path

from resolutionkit.document.model import Assumption, Resolution
from resolutionkit.document.reading import read_akn
from resolutionkit.document.reading.read_text import parse
from resolutionkit.errors import Location, ReadError
from resolutionkit.files import as_text, content_of
from resolutionkit.language import _

TEXTS = (".md", ".txt")
PAGES = (".html", ".htm")
SUFFIXES = (*TEXTS, ".xml", ".docx")


def read_file(path: str | os.PathLike[str], language: str | None = None) -> tuple[Resolution, str]:
    """Return the resolution in a file and, where the file is a text, that text; what its name ends with says which it is.

    ``language`` is that of a text, else it is found out. Raises :class:`MissingFile` and :class:`ReadError`.

    >>> from resolutionkit.files import data_folder
    >>> res, text = read_file(data_folder() / "a-res-75-10.de.txt")
    >>> res.symbol, text.split()[0]
    ('A/RES/75/10', 'Generalversammlung')
    """
    name = os.fspath(path)
    suffix = Path(name).suffix.lower()
    if suffix == ".docx":
        require_docx()
        from resolutionkit.document.reading.read_word import text_of

        return parse(text_of(name), language, whole=True), ""
    if suffix in PAGES:
        from resolutionkit.document.reading.read_html import text_of as text_of_page

        return parse(text_of_page(content_of(name)), language), ""
    if suffix not in TEXTS:
        return read_akn.load(name), ""
    return read_bytes(content_of(name), name, language)


def read_bytes(content: bytes, name: str, language: str | None = None) -> tuple[Resolution, str]:
    """Return the resolution in the bytes of a text, and the text; ``name`` is said where it is none."""
    try:
        text, encoding = as_text(content), ""
    except UnicodeDecodeError as fault:
        text, encoding = _in_windows_1252(content, fault, name), "Windows-1252"
    read = parse(text, language)
    if encoding:
        read = replace(read, assumptions=(Assumption("encoding", 1, "", encoding), *read.assumptions))
    return read, text


def _in_windows_1252(content: bytes, fault: UnicodeDecodeError, name: str) -> str:
    """What Notepad and Word once wrote; whatever has zeros in it is no text at all."""
    try:
        if b"\0" not in content:
            return as_text(content.decode("cp1252").encode())
    except UnicodeDecodeError:
        pass
    found = _("byte {found}").format(found=f"{content[fault.start]:#x}")
    place = Location(name, content[: fault.start].count(b"\n") + 1)
    advice = _(
        "This is no plain text. Open it in the program that made it, and save it as a text in UTF-8 or as .docx."
    )
    raise ReadError(expected=_("A text in UTF-8"), found=found, place=place, advice=advice) from None


def require_docx() -> None:
    """Raise :class:`ReadError` that says what to install where python-docx is missing."""
    try:
        import docx  # noqa: F401  # only whether it is there
    except ImportError:
        said = _("The package python-docx, for Word files")
        raise ReadError(expected=said, found=_("not installed"), advice='pip install "resolutionkit[docx]"') from None
