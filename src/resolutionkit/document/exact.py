"""The model written out record by record, for what print cannot say.

A resolution as the UN prints it leaves things to the reader: which words are an opener,
where a paragraph begins. Almost always the readers get that back right. For the rest
there is the exact form: one JSON record a line, nothing left to guess.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import fields
from datetime import date
from typing import Any

from resolutionkit.document.model import Annex, Footnote, Heading, Paragraph, Resolution, Table
from resolutionkit.errors import Location, ReadError
from resolutionkit.language import _

FIRST_LINE = "%% resolution, exact form 1: one record a line"
_CLASSES = {c.__name__: c for c in (Resolution, Paragraph, Footnote, Heading, Table, Annex)}


def is_exact(text: str) -> bool:
    """Say whether a text is in the exact form.

    >>> is_exact("The General Assembly,")
    False
    """
    return text.startswith(FIRST_LINE)


def write_exact(resolution: Resolution) -> str:
    """Write a resolution in the exact form.

    >>> read_exact(write_exact(Resolution(title="Test"))).title
    'Test'
    """
    return "\n".join([FIRST_LINE, *_lines(resolution, 0)]) + "\n"


_LISTED = ("preamble", "operative", "annexes", "parts", "items", "paragraphs")


def _lines(thing: Any, depth: int, role: str = "resolution") -> Iterator[str]:
    record = {
        f.name: _plain(getattr(thing, f.name))
        for f in fields(thing)
        if f.compare and f.name not in _LISTED and getattr(thing, f.name) != f.default
    }
    yield f"%% {'  ' * depth}{role} {json.dumps(record, ensure_ascii=True)}"
    for name in _LISTED:
        for child in getattr(thing, name, ()) if name != "paragraphs" or isinstance(thing, Annex) else ():
            yield from _lines(child, depth + 1, name)


def _plain(value: Any) -> Any:
    if isinstance(value, date):
        return {"date": value.isoformat()}
    if isinstance(value, (Footnote, Heading, Table)):
        return {"is": type(value).__name__, **{f.name: _plain(getattr(value, f.name)) for f in fields(value)}}
    if isinstance(value, tuple):
        return [_plain(v) for v in value]
    return value


def read_exact(text: str) -> Resolution:
    """Read the exact form; :class:`ReadError` names the line that is broken."""
    stack: list[tuple[int, str, dict[str, Any]]] = []
    root: dict[str, Any] | None = None
    for number, line in enumerate(text.split("\n")[1:], start=2):
        if not line.strip():
            continue
        try:
            head, _brace, body = line.removeprefix("%% ").partition("{")
            role, depth = head.strip(), (len(head) - len(head.lstrip(" "))) // 2
            record = {k: _rich(v) for k, v in json.loads("{" + body).items()}
            while stack and stack[-1][0] >= depth:
                stack.pop()
            if role == "resolution":
                root = record
            else:
                stack[-1][2].setdefault(role, []).append(record)
            stack.append((depth, role, record))
        except (ValueError, IndexError, AttributeError, TypeError, KeyError) as error:
            raise _broken(number, line, str(error)) from None
    if root is None:
        raise _broken(1, text[:80], _("no resolution"))
    try:
        made: Resolution = _made(Resolution, root)
        return made
    except (TypeError, AttributeError, ValueError) as error:
        raise _broken(2, text[:80], str(error)) from None


def _broken(line: int, excerpt: str, found: str) -> ReadError:
    return ReadError(
        expected=_("A record of the exact form"),
        found=found,
        place=Location("", line, 1, excerpt[:200]),
        advice=_("Do not edit the exact form by hand: write it again with rk.to_text(res)."),
    )


def _rich(value: Any) -> Any:
    if isinstance(value, list):
        return tuple(_rich(v) for v in value)
    if isinstance(value, dict):
        if set(value) == {"date"}:
            return date.fromisoformat(value["date"])
        return _CLASSES[value["is"]](**{k: _rich(v) for k, v in value.items() if k != "is"})
    return value


def _made(kind: type[Any], record: dict[str, Any]) -> Any:
    children = {
        "preamble": Paragraph,
        "operative": Paragraph,
        "items": Paragraph,
        "paragraphs": Paragraph,
        "annexes": Annex,
        "parts": Resolution,
    }
    ready = {k: v for k, v in record.items() if k not in children}
    ready |= {k: tuple(_made(children[k], r) for r in record[k]) for k in children if k in record}
    return kind(**ready)
