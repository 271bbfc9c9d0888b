"""Amendments as buttons: a paragraph is chosen, and deleted, replaced, moved, or followed by a new one."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from resolutionkit.document.model import Paragraph, Resolution
from resolutionkit.document.writing import to_text
from resolutionkit.drafting.negotiation import Amendment, amend, compare
from resolutionkit.errors import KitError
from resolutionkit.files import save
from resolutionkit.language import _
from resolutionkit.widgets.controls import Choice
from resolutionkit.widgets.workbench import page_html
from resolutionkit.widgets.workbench.page import button, named
from resolutionkit.widgets.workbench.page_html import html

if TYPE_CHECKING:
    from resolutionkit.widgets.workbench.bench import Workbench

_WORDS = 70
"""Characters of a paragraph on its button."""


class Amending:
    """The part of a workbench that amends a base text; what it has become stands in the preview, with the changes marked."""

    def __init__(self, bench: Workbench, base: Resolution) -> None:
        import ipywidgets as widgets

        self.bench, self.base, self.label = bench, base, ""
        self._earlier: list[str] = []
        self._rows: list[Any] = []
        self.list = named("rk-list", widgets.VBox())
        self.words = widgets.Textarea(description=_("Words"), layout={"width": "100%", "height": "6em"})
        self.target = Choice(_("Move behind"), {})
        said = {
            "delete": _("Delete it"),
            "replace": _("Replace it by these words"),
            "insert": _("Insert these words behind it"),
            "move": _("Move it"),
            "back": _("Take the last one back"),
        }
        self.buttons = {name: button(words) for name, words in said.items()}
        for name, one in self.buttons.items():
            one.on_click(bench.on_settled(partial(self._do, name)))
        self.note = widgets.HTML()
        what = _("Amend a paragraph: choose it, then what becomes of it.")
        head = widgets.HTML(f"<p><b>{what}</b></p>")
        line = named("rk-line", widgets.HBox([*self.buttons.values()]))
        bench.page.amending.children = (head, self.list, self.words, self.target.field, line, self.note)
        bench.page.amending.layout.display = ""
        bench.page.offer_tracked()

    def offer(self) -> None:
        """Offer the paragraphs that the draft has now."""
        paragraphs = self.bench.resolution.paragraphs
        while len(self._rows) < len(paragraphs):
            row = button("")
            row.on_click(self.bench.on(partial(self._choose, len(self._rows))))
            self._rows.append(row)
        for row, paragraph in zip(self._rows, paragraphs, strict=False):
            row.description = _shown(paragraph)
            (row.add_class if paragraph.label == self.label else row.remove_class)("rk-chosen")
        rows = tuple(self._rows[: len(paragraphs)])
        if self.list.children != rows:
            self.list.children = rows
        self.target.offer({_shown(p): p.label for p in paragraphs})

    def _choose(self, number: int) -> None:
        """Choose a paragraph; its words stand ready to be changed."""
        chosen = self.bench.resolution.paragraphs[number]
        self.label, self.words.value, self.note.value = chosen.label, chosen.text, ""
        self.offer()

    def preview(self, resolution: Resolution | None) -> str:
        """The draft with its changes against the base text; the draft alone where it is in another language."""
        try:
            return compare(self.base, resolution)._repr_html_() if resolution else page_html.preview(None)
        except KitError:
            return page_html.preview(resolution)

    def export(self, draft: Path) -> Path:
        """Write the draft as a Word file with tracked changes. Raises :class:`ReadError` where python-docx is missing."""
        from resolutionkit.document.reading.read_file import require_docx

        require_docx()
        from resolutionkit.drafting.negotiation.tracked_word import tracked

        content = tracked(self.base, self.bench.resolution)
        return save(draft.parent / "exports" / f"{draft.stem}-changes.docx", content)

    def _do(self, deed: str) -> None:
        self.bench.flush()
        if deed == "back":
            if self._earlier:
                self.bench.put(self._earlier.pop())
            return
        try:
            amended = amend(self.bench.resolution, self._amendment(deed))
        except KitError as fault:
            self.note.value = html("note", str(fault))
            return
        self._earlier.append(self.bench.text)
        self.note.value = html("note", _("Done. The changes are marked in the preview."))
        if deed in ("delete", "move"):
            self.label = ""
        self.bench.put(to_text(amended.draft))

    def _amendment(self, deed: str) -> Amendment:
        words = self.words.value.strip()
        if deed == "delete":
            return Amendment("delete", self.label)
        if deed == "move":
            return Amendment("move", self.label, target=self.target.value)
        return Amendment("replace" if deed == "replace" else "add", self.label, words)


def _shown(paragraph: Paragraph) -> str:
    words = paragraph.text if len(paragraph.text) <= _WORDS else paragraph.text[:_WORDS].rsplit(" ", 1)[0] + " …"
    return f"{paragraph.label} · {words}"
