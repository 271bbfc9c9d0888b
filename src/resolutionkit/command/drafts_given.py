"""The files that the commands read: texts, AKN4UN and Word, one by one or in folders."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from resolutionkit.document.model import Resolution
from resolutionkit.document.reading import parse, read_akn
from resolutionkit.document.writing.formats import require_docx
from resolutionkit.errors import Location, ReadError
from resolutionkit.files import LARGEST, as_text, content_of
from resolutionkit.language import _

TEXTS = (".md", ".txt")
SUFFIXES = (*TEXTS, ".xml", ".docx")
STDIN = "-"


@dataclass(frozen=True, slots=True)
class Source:
    """A resolution and where it came from.

    >>> Source("draft.md", "", Resolution()).name
    'draft.md'
    """

    name: str
    text: str
    """What was read, where the file is a text; else ""."""
    resolution: Resolution


def files_below(paths: Iterable[str]) -> Iterator[str]:
    """Yield the files that some paths name; folders give their texts, XML and Word files in order of name.

    >>> list(files_below(["-", "draft.md"]))
    ['-', 'draft.md']
    """
    for path in paths:
        if path == STDIN or not Path(path).is_dir():
            yield path
            continue
        found = (
            p for p in Path(path).rglob("*") if p.suffix.lower() in SUFFIXES and not p.name.startswith((".", "~$"))
        )
        yield from map(str, sorted(found))


def read(path: str, language: str | None = None) -> Source:
    """Read one file, or the standard input for "-"; ``language`` is that of a text, else it is found out.

    Raises :class:`MissingFile` and :class:`ReadError`.
    """
    if path == STDIN:
        text = _standard_input()
        return Source(_("standard input"), text, parse(text, language))
    suffix = Path(path).suffix.lower()
    if suffix == ".xml":
        return Source(path, "", read_akn.load(path))
    if suffix == ".docx":
        require_docx()
        from resolutionkit.document.reading.read_word import text_of

        return Source(path, "", parse(text_of(path), language))
    content = content_of(path)
    try:
        text = as_text(content)
    except UnicodeDecodeError as fault:
        found = f"{fault.object[fault.start]:#x}"
        raise ReadError(
            expected=_("A text in UTF-8"),
            found=_("byte {found}").format(found=found),
            place=Location(path, fault.object[: fault.start].count(b"\n") + 1),
            advice=_no_text() if b"\0" in content else _other_encoding(),
        ) from None
    return Source(path, text, parse(text, language))


def _standard_input() -> str:
    content = sys.stdin.buffer.read(LARGEST + 1) if sys.stdin else b""
    if len(content) > LARGEST:
        raise ReadError(
            expected=_("A text of at most 20 MB"),
            found=_("a longer one"),
            place=Location(_("standard input")),
            advice=_("Give it the text of one resolution."),
        )
    try:
        return as_text(content)
    except UnicodeDecodeError:
        return as_text(content.decode("utf-8-sig", errors="replace").encode())


def _other_encoding() -> str:
    return _("Save it as UTF-8 in your editor; it may be in Windows-1252.")


def _no_text() -> str:
    return _("This is no plain text. Open it in the program that made it, and save it as a text in UTF-8 or as .docx.")
