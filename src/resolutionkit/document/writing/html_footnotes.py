"""Footnotes and their marks, with links there and back."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator

from resolutionkit.document.model import Footnote, Resolution
from resolutionkit.document.writing.html_inline import Mark, escape, inline
from resolutionkit.language import _


def identity(kind: str, told: Iterable[str]) -> str:
    """Return a short name for links: the same on each run, another for each text.

    A random name would make two runs of a notebook differ.

    >>> identity("r", ["a", "b"]) == identity("r", ["a", "b"]), identity("r", ["a"]) == identity("r", ["b"])
    (True, False)
    """
    return f"rk-{kind}{hashlib.sha256(chr(0).join(told).encode('utf-8', 'replace')).hexdigest()[:8]}"


class Footnotes:
    """The footnotes below one text. Marks are made first; each footnote then leads back to its first mark.

    >>> note = Footnote(2, "Resolution 60/288.", "PP10", 9)
    >>> notes = Footnotes("rk-x", [note]); position, mark = notes.mark(note)
    >>> 'href="#rk-x-note1"' in mark, 'href="#rk-x-mark1"' in notes.section()
    (True, True)
    """

    def __init__(self, name: str, notes: Iterable[Footnote]) -> None:
        self._name = name
        self._notes: list[Footnote] = list(notes)
        # Numbers may be doubled in a draft, so links count footnotes in the order in which they are printed.
        self._place = {note: place for place, note in reversed([*enumerate(self._notes, 1)])}
        self._marked: dict[int, int] = {}

    def mark(self, note: Footnote) -> Mark:
        """Return where the mark of ``note`` stands, and its HTML."""
        if note not in self._place:
            self._notes.append(note)
            self._place[note] = len(self._notes)
        place = self._place[note]
        self._marked[place] = times = self._marked.get(place, 0) + 1
        again = f"-{times}" if times > 1 else ""
        said = _("Footnote")
        return note.position, (
            f'<sup><a id="{self._name}-mark{place}{again}" href="#{self._name}-note{place}" role="doc-noteref" '
            f'aria-label="{said} {note.number}">{note.number}</a></sup>'
        )

    def marks(self, notes: Iterable[Footnote]) -> list[Mark]:
        """Return the marks of several footnotes of one text."""
        return [self.mark(note) for note in notes]

    def section(self, of: str = "") -> str:
        """Return all footnotes of ``of`` as a list, those without a mark as well; "" where there are none."""
        if not self._notes:
            return ""
        items = "".join(
            f'<li id="{self._name}-note{place}">{self._item(place, note)}</li>'
            for place, note in enumerate(self._notes, 1)
        )
        heading = named(_("Footnotes"), of)
        return (
            f'<section class="rk-notes" role="doc-endnotes" aria-label="{heading}">'
            f'<ol role="list" style="list-style:none;padding:0">{items}</ol></section>'
        )

    def _item(self, place: int, note: Footnote) -> str:
        number = f'<span class="rk-num">{note.number}</span>'
        if place in self._marked:
            back = _("Footnote {number}, back to the text").format(number=note.number)
            to_text = _("Back to the text")
            number = (
                f'<a class="rk-num" href="#{self._name}-mark{place}" role="doc-backlink" aria-label="{back}" '
                f'title="{to_text}">{note.number}</a>'
            )
        return f"{number} {inline(note.text, note.italics)}"


def named(what: str, of: str) -> str:
    """Return the name of a part for a screen reader; two resolutions in one notebook are told apart by it.

    >>> named("Preamble", "75/10"), named("Preamble", "")
    ('Preamble, 75/10', 'Preamble')
    """
    return f"{what}, {escape(of)}" if of else what


def told_by(resolution: Resolution) -> Iterator[str]:
    """Yield what makes a resolution this one and no other: symbol, title, paragraphs, footnotes.

    >>> list(told_by(Resolution(symbol="A/RES/75/10", title="Test")))
    ['A/RES/75/10', 'Test']
    """
    yield from (resolution.symbol, resolution.title)
    for paragraph in resolution.paragraphs:
        yield from (paragraph.label, paragraph.text)
    for note in resolution.footnotes:
        yield from (str(note.number), note.text, note.label)
