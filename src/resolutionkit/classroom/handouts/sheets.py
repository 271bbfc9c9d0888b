"""What stands on the handouts: the values for the templates in ``templates/sheets``, one for each handout.

75/10 itself stands on sheets of A4, each with its own footnotes: browsers number printed pages, but know no footnotes. So
the text is laid out here, by a careful guess of how many lines a paragraph takes.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from math import ceil
from typing import Any

from resolutionkit.classroom.twin_forms import FORMS, Form
from resolutionkit.document.bundled import gloss, load
from resolutionkit.document.model import Paragraph, Resolution
from resolutionkit.document.writing.write_html import paragraph_html, resolution_html
from resolutionkit.drafting.negotiation import roles, starting_draft
from resolutionkit.drafting.review import rule
from resolutionkit.language import Text, data_language, language, number
from resolutionkit.tables import aligned_openers, opener_counts
from resolutionkit.tables import rows as rows_of

_LINES, _CHARACTERS = 55, 82
"""On a sheet, and in a line; fewer than fit, since fonts differ."""
_HEAD = 6
"""Lines above the first paragraph."""
_FEWEST = 8
"""Paragraphs: an opener that is rarer is no phrase to learn."""
_UMLAUTS = str.maketrans("äöü", "aou")


def values(name: str, plan: str = "", form: str = "") -> dict[str, Any]:
    """Return what a template of this name needs; ``plan`` and ``form`` are those of the test."""
    if name == "resolution":
        return {"sheets": list(_sheets(load())), "symbol": load().symbol, "resolution_html": resolution_html}
    if name == "glosses":
        return {"text": load(), "gloss": gloss, "language": data_language()}
    if name == "phrases":
        langs = ("de", "en") if language() == "de" else ("en", "de")
        parts = {part: _sorted(_openers(part)) for part in ("preamble", "operative")}
        return parts | {"langs": langs, "phrases": _sorted(_set("phrase")), "names": _sorted(_set("name"))}
    if name == "checklist":
        return {"lines": [(rule(row["rule"]), Text(row["en"], row["de"])) for row in rows_of("checklist")]}
    if name == "draft":
        return {"draft": starting_draft(), "paragraph_html": paragraph_html}
    if name == "roles":
        return {"roles": roles()}
    return {"forms": [Form("before", each, plan) for each in form or FORMS]}


def _sheets(text: Resolution) -> Iterator[Resolution]:
    """Cut a resolution into parts that fit a sheet each; the first has the title, the last one the closing lines."""
    parts: list[list[Paragraph]] = [[]]
    room: float = _LINES - _HEAD
    for paragraph in (*text.preamble, *text.operative):
        needed = sum(_lines(p.text) + sum(_lines(note.text) for note in p.footnotes) for p in paragraph.walk())
        if needed > room:
            parts.append([])
            room = _LINES
        parts[-1].append(paragraph)
        room -= needed
    for part in parts:
        head = text if part is parts[0] else replace(text, symbol="", title="", organ="", cover=())
        yield replace(
            head,
            closing=text.closing if part is parts[-1] else (),
            footnotes=tuple(note for p in part for inner in p.walk() for note in inner.footnotes),
            preamble=tuple(p for p in part if p in text.preamble),
            operative=tuple(p for p in part if p in text.operative),
        )


def _lines(text: str) -> float:
    return ceil(len(text) / _CHARACTERS) + 0.6


def _openers(part: str) -> Iterator[tuple[str, str, int]]:
    """English, German and count of each usual opener."""
    counts = opener_counts("en", part).query("paragraphs >= @_FEWEST").set_index("opener")["paragraphs"]
    met = aligned_openers().query("part == @part").sort_values("count", ascending=False)
    found = [(str(row.en), str(row.de)) for row in met.itertuples()]
    found += [(en, de) for en, de, _count in _set("opener", part)]
    found += [(en, "") for en in counts.index if en not in dict(found)]
    return ((en, de, int(counts[en])) for en, de in found if en in counts.index)


def _set(kind: str, part: str = "") -> Iterator[tuple[str, str, int]]:
    """English, German and count of each set phrase of a kind; a star stands behind German of ours."""
    for row in rows_of("set_phrases"):
        if row["kind"] == kind and part in ("", row["part"]):
            yield row["en"], row["de"] + "*" * (row["german_from"] == "ours"), int(row["paragraphs"])


def _sorted(found: Iterable[tuple[str, str, int]]) -> list[tuple[str, str, str]]:
    """A phrase, its counterparts in the other language, and in how many paragraphs it stands, by the alphabet.

    Whoever writes in German looks a phrase up by its German, and what has none is left out there.
    """
    joined: dict[str, list[tuple[str, int]]] = {}
    for en, de, count in found:
        first, second = (de, en) if language() == "de" else (en, de)
        if first:
            joined.setdefault(first, []).append((second, count))
    return [
        (first, ", ".join(dict.fromkeys(words for words, _count in others)), number(max(n for _words, n in others)))
        for first, others in sorted(joined.items(), key=lambda item: item[0].casefold().translate(_UMLAUTS))
    ]
