"""Two versions of a text as one Word file, whose changes can be accepted and rejected one by one."""

import itertools
from dataclasses import replace
from typing import Any

from docx.oxml import OxmlElement
from docx.oxml.ns import qn

from resolutionkit.document.model import Resolution
from resolutionkit.document.writing.write_text import number_before
from resolutionkit.document.writing.write_word import Writer
from resolutionkit.drafting.negotiation.comparison import Change, Pair, WordRun, compare, paired

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
        """Who rejects all changes gets the older text: what moved goes in one place and comes in another."""
        older, newer = (replace(each, annexes=(), parts=()) for each in (self._older, resolution))
        pairs = compare(older, newer).pairs
        places = [{p.label: place for place, p in enumerate(each.paragraphs)} for each in (older, newer)]
        stay = [(pair.before, pair.after) for pair in pairs if pair.before and pair.after and not pair.moved]
        partner = {places[0][before.label]: places[1][after.label] for before, after in stay}
        for pair in paired(older.paragraphs, newer.paragraphs, partner):
            self._pair(pair)

    def _pair(self, pair: Pair) -> None:
        before, after = pair.before, pair.after
        there = after or before
        assert there is not None
        made = self.line(there.label.count("("))
        if before is None or after is None:  # then the end of the paragraph comes or goes as well
            look = OxmlElement("w:rPr")
            look.append(self._change("added" if before is None else "removed"))
            made._p.get_or_add_pPr().append(look)
        marks = [number_before(p, self.language) if p else "" for p in (before, after)]
        kinds: tuple[Change, ...] = ("same",) if marks[0] == marks[1] else ("removed", "added")
        for kind, mark in zip(kinds, marks, strict=False):
            self._write(made, WordRun(kind, mark))
        for run in pair.words:
            self._write(made, run)

    def _write(self, made: Any, run: WordRun) -> None:
        """Write some words; the runs that Word makes of them are put into one change."""
        have = len(made._p)
        self.fill(made, run.text, run.italics, run.footnotes)
        if run.kind == "same" or not run.text:
            return
        change = self._change(run.kind)
        for written in list(made._p)[have:]:
            change.append(written)
            for text in written.iter(qn("w:t")) if run.kind == "removed" else ():
                text.tag = qn("w:delText")
        made._p.append(change)

    def _change(self, kind: str) -> Any:
        change = OxmlElement(_TAGS[kind])
        change.set(qn("w:id"), str(next(self._ids)))
        change.set(qn("w:author"), "resolutionkit")
        return change
