"""Pasted texts and what is read from them: the files in ``fixtures`` hold a title, a text and its outline, parted by dots."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

import resolutionkit as rk
from resolutionkit.document.model import Heading, Resolution

FIXTURES = Path(__file__).parent / "fixtures"
CASE = re.compile(r"(?P<title>[^\n]+)\n\.\n(?P<text>.*?)\n\.\n(?P<outline>.*?)\n\.\n", re.DOTALL)


def cases() -> Iterator[tuple[str, str, str, str]]:
    for path in sorted(FIXTURES.glob("*.md")):
        content = path.read_text(encoding="utf-8")
        found = list(CASE.finditer(content))
        assert len(found) == content.count("\n.\n") / 3, path.name
        for match in found:
            yield path.stem, match["title"], match["text"].replace("␠", " "), match["outline"]


def outline(res: Resolution) -> Iterator[str]:
    """What a reader of the outline needs to see: the parts that the text has, each paragraph with its opener and marks."""
    for name in ("symbol", "title", "organ", "adopted", "meeting"):
        if value := getattr(res, name):
            yield f"{name}: {value}"
    if res.cover:
        yield f"cover: {' / '.join(res.cover)}"
    for p in (p for top in res.preamble + res.operative for p in top.walk()):
        yield from (f"above {p.label}: {shown(thing)}" for thing in p.above)
        marks = "".join(f" ^{note.number}" for note in p.footnotes)
        yield f"{p.label} {p.text}{marks}" + (f" <{' … '.join(p.opener_parts)}>" if p.opener else "")
        yield from (f"below {p.label}: {shown(thing)}" for thing in p.below)
    for part in res.parts:
        yield from outline(part)
    if res.closing:
        yield f"closing: {' / '.join(res.closing)}"
    for annex in res.annexes:
        yield f"annex: {annex.heading}"
        yield from (f"- {p.text}" for p in annex.paragraphs)
    for note in res.footnotes:
        yield f"^{note.number}{'' if note.label else ' without a mark'}: {note.text}"


def shown(thing: object) -> str:
    return f"# {thing.text}" if isinstance(thing, Heading) else " / ".join(" | ".join(row) for row in thing.rows)


@pytest.mark.parametrize(
    ("kind", "title", "text", "expected"), list(cases()), ids=lambda value: value[:60] if "\n" not in value else ""
)
def test_a_pasted_text_is_read(kind, title, text, expected):
    assert "\n".join(outline(rk.parse(text))) == expected


@pytest.mark.parametrize(
    ("kind", "title", "text", "expected"), list(cases()), ids=lambda value: value[:60] if "\n" not in value else ""
)
def test_no_word_is_lost_and_none_comes_in(kind, title, text, expected):
    """A running head stands once in what is read, however often its page was turned; a label is told by its place."""
    res = rk.parse(text)
    before, after = words(text), words(" ".join(outline(res)))
    before -= Counter(dict.fromkeys(words("pp op bis ter alt title titel tags topic thema question"), 99))
    again = words(" ".join([res.title, *res.cover])) if kind in ("running_heads", "composite") else Counter()
    assert {word for word in before - after if word not in again} == set()


def words(text: str) -> Counter[str]:
    return Counter(re.findall(r"[^\W\d_]{3,}", text.lower()))
