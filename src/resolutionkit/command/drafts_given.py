"""The files that the commands read: texts, AKN4UN and Word, one by one or in folders."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from resolutionkit.document.model import Resolution
from resolutionkit.document.reading.read_file import SUFFIXES, read_bytes, read_file
from resolutionkit.errors import Location, ReadError
from resolutionkit.files import LARGEST
from resolutionkit.language import _

STDIN = "-"


@dataclass(frozen=True, slots=True)
class Source:
    """A resolution and where it came from."""

    name: str
    text: str
    """What was read, where the file is a text; else ""."""
    resolution: Resolution


def files_below(paths: Iterable[str]) -> Iterator[str]:
    """Yield the files that some paths name; folders give their texts, XML and Word files in order of name."""
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
        name = _("standard input")
        resolution, text = read_bytes(_standard_input(), name, language)
        return Source(name, text, resolution)
    resolution, text = read_file(path, language)
    return Source(path, text, resolution)


def _standard_input() -> bytes:
    content = sys.stdin.buffer.read(LARGEST + 1) if sys.stdin else b""
    if len(content) > LARGEST:
        raise ReadError(
            expected=_("A text of at most 20 MB"),
            found=_("a longer one"),
            place=Location(_("standard input")),
            advice=_("Give it the text of one resolution."),
        )
    return content
