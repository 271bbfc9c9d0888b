"""Two versions of a text as one Word file, whose changes can be accepted and rejected one by one."""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from docx.oxml import OxmlElement
from docx.oxml.ns import qn

from resolutionkit.document.model import Footnote, Paragraph, Resolution
from resolutionkit.document.writing.write_word import Writer
from resolutionkit.drafting.negotiation.comparison import Pair, compare, pair_of
from resolutionkit.drafting.negotiation.word_diff import WordRun

_TAGS = {"added": "w:ins", "removed": "w:del"}


def tracked(older: Resolution, newer: Resolution) -> bytes:
    """Return a .docx file: the newer text, with what leads there from the older one as tracked changes.

    Title, organ line and annexes are those of the newer text. Raises :class:`ReadError` where the languages differ.

    >>> tracked(Resolution(title="Test"), Resolution(title="Test"))[:2]
    b'PK'
    """
    return _Tracked(older, newer).write()


class _Tracked(Writer):
    def __init__(self, older: Resolution, newer: Resolution) -> None:
        super().__init__(newer)
        self._older = older
        self._ids = itertools.count(1)

    def body(self, resolution: Resolution) -> None:
        older, newer = (replace(each, annexes=(), parts=()) for each in (self._older, resolution))
        for pair in _in_place(compare(older, newer).pairs, older):
            self._pair(pair)

    def _pair(self, pair: Pair) -> None:
        before, after = pair.before, pair.after
        there = after or before
        assert there is not None
        made = self.line(there.label.count("("))
        if before is None or after is None:  # then the end of the paragraph comes or goes as well
            kind = "added" if before is None else "removed"
            look = OxmlElement("w:rPr")
            look.append(self._change(kind))
            made._p.get_or_add_pPr().append(look)
        marks = [self.mark_of(p) if p else "" for p in (before, after)]
        self._runs(made, _runs_between(*marks), None, None)
        words = _runs_between(before.text, after.text) if before and after and pair.rewritten else pair.words
        self._runs(made, words, before, after)

    def _runs(self, made: Any, runs: tuple[WordRun, ...], before: Paragraph | None, after: Paragraph | None) -> None:
        """Write runs of words; italics and footnotes are those of the paragraph from which the words are."""
        done = {"removed": 0, "added": 0}
        for run in runs:
            source = before if run.kind == "removed" else after
            start = done["removed" if run.kind == "removed" else "added"]
            end = start + len(run.text)
            italics = [(a - start, b - start) for a, b in _italics(source) if a < end and b > start]
            notes = [
                n
                for n in (source.footnotes if source and run.kind != "removed" else ())
                if start < _at(n, source) <= end
            ]
            have = len(made._p)
            here = [replace(n, position=_at(n, source) - start) for n in notes]
            self.fill(made, run.text, [(max(a, 0), b) for a, b in italics], here)
            self._wrap(made, have, run.kind)
            for side in ("removed", "added") if run.kind == "same" else (run.kind,):
                done[side] = done[side] + len(run.text)

    def _wrap(self, made: Any, have: int, kind: str) -> None:
        if kind not in _TAGS:
            return
        change = self._change(kind)
        for run in list(made._p)[have:]:
            change.append(run)
            for text in run.iter(qn("w:t")) if kind == "removed" else ():
                text.tag = qn("w:delText")
        made._p.append(change)

    def _change(self, kind: str) -> Any:
        change = OxmlElement(_TAGS[kind])
        change.set(qn("w:id"), str(next(self._ids)))
        change.set(qn("w:author"), "resolutionkit")
        return change


def _runs_between(before: str, after: str) -> tuple[WordRun, ...]:
    if before == after:
        return (WordRun("same", after),)
    return tuple(WordRun(kind, text) for kind, text in (("removed", before), ("added", after)) if text)  # type: ignore[arg-type]


def _at(note: Footnote, paragraph: Paragraph | None) -> int:
    return note.position if note.position is not None else len(paragraph.text) if paragraph else 0


def _italics(paragraph: Paragraph | None) -> list[tuple[int, int]]:
    return [*paragraph.opener_spans, *paragraph.italics] if paragraph else []


def _in_place(pairs: tuple[Pair, ...], older: Resolution) -> Iterator[Pair]:
    """Who rejects all changes gets the older text: what moved goes in one place and comes in another."""
    moved = [pair.before for pair in pairs if pair.moved]
    out = [pair_of(None, pair.after) if pair.moved else pair for pair in pairs]
    old = list(older.paragraphs)
    for before in (p for p in old if p in moved):
        at = old.index(before)
        place = next((k + 1 for k, pair in enumerate(out) if at and pair.before == old[at - 1]), 0)
        out.insert(place, pair_of(before, None))
    yield from out
