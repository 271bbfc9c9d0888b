"""The files that the commands read: texts, AKN4UN and Word, one by one or in folders."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from resolutionkit import akn
from resolutionkit.errors import MissingFile, Place, ReadError
from resolutionkit.language import say
from resolutionkit.model import Resolution
from resolutionkit.plaintext import parse

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
        text = sys.stdin.buffer.read().decode("utf-8-sig", errors="replace")
        text = _one_kind_of_line_end(text)
        return Source(say(en="standard input", de="Standardeingabe"), text, parse(text, language))
    file = Path(path)
    if not file.is_file():
        raise MissingFile(
            expected=say(en="A file or a folder", de="Eine Datei oder ein Ordner"),
            found=repr(path),
            advice=say(en="Check the name and the folder.", de="Prüfen Sie den Namen und den Ordner."),
        )
    if file.suffix.lower() == ".xml":
        return Source(path, "", akn.load(file))
    if file.suffix.lower() == ".docx":
        from resolutionkit import word  # needs python-docx, which not everybody has

        return Source(path, "", parse(word.text_of(file), language))
    try:
        text = _one_kind_of_line_end(file.read_bytes().decode("utf-8-sig"))
    except UnicodeDecodeError as fault:
        raise ReadError(
            expected=say(en="A text in UTF-8", de="Ein Text in UTF-8"),
            found=say(en=f"byte {fault.object[fault.start]:#x}", de=f"das Byte {fault.object[fault.start]:#x}"),
            place=Place(path, fault.object[: fault.start].count(b"\n") + 1),
            advice=say(
                en="Save it as UTF-8 in your editor; it may be in Windows-1252.",
                de="Speichern Sie ihn im Editor als UTF-8; vermutlich ist er in Windows-1252.",
            ),
        ) from None
    return Source(path, text, parse(text, language))


def _one_kind_of_line_end(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n")  # lines are counted by "\n"
