"""Amendments as buttons: a paragraph is chosen, and deleted, replaced, moved, or followed by a new one."""

from pathlib import Path
from typing import TYPE_CHECKING, Any

from resolutionkit.document.model import Paragraph, Resolution
from resolutionkit.document.reading.read_file import require_docx
from resolutionkit.document.writing import to_text
from resolutionkit.drafting.negotiation import Amendment, amend, compare
from resolutionkit.errors import KitError
from resolutionkit.files import save
from resolutionkit.language import _
from resolutionkit.widgets.controls import laid_out
from resolutionkit.widgets.workbench import view
from resolutionkit.widgets.workbench.view import html

if TYPE_CHECKING:
    from resolutionkit.widgets.workbench.bench import Workbench

_WORDS = 70  # characters of a paragraph on its button


class Amending:
    """The part of a workbench that amends a base text; what it has become stands in the preview, with the changes marked."""

    def __init__(self, bench: "Workbench", base: Resolution) -> None:
        self.bench, self.page, self.base = bench, bench.page, base
        self.label = ""
        self._earlier: list[str] = []
        self._rows: list[Any] = []
        for deed, button in self.page.deeds.items():
            button.on_click(bench.on(self._do, deed, settled=True))

    def offer(self) -> None:
        """Offer the paragraphs that the draft has now."""
        paragraphs = self.bench.resolution.paragraphs
        while len(self._rows) < len(paragraphs):
            self._rows.append(laid_out(html("paragraph", len(self._rows)), vars(self.page)))
            self._rows[-1].on_click(self.bench.on(self._choose, len(self._rows) - 1))
        for row, paragraph in zip(self._rows, paragraphs, strict=False):
            row.description = _shown(paragraph)
            (row.add_class if paragraph.label == self.label else row.remove_class)("rk-chosen")
        self.page.paragraphs.children = self._rows[: len(paragraphs)]
        self.page.target.offer({_shown(p): p.label for p in paragraphs})

    def _choose(self, number: int) -> None:
        """Choose a paragraph; its words stand ready to be changed."""
        chosen = self.bench.resolution.paragraphs[number]
        self.label, self.page.words.value, self.page.note.value = chosen.label, chosen.text, ""
        self.offer()

    def preview(self, resolution: Resolution | None) -> str:
        """The draft with its changes against the base text; the draft alone where it is in another language."""
        try:
            return compare(self.base, resolution)._repr_html_() if resolution else view.preview(None)
        except KitError:
            return view.preview(resolution)

    def export(self, draft: Path) -> Path:
        """Write the draft as a Word file with tracked changes. Raises :class:`ReadError` where python-docx is missing."""
        require_docx()
        from resolutionkit.drafting.negotiation.tracked_word import tracked

        return save(draft.parent / "exports" / f"{draft.stem}-changes.docx", tracked(self.base, self.bench.resolution))

    def _do(self, deed: str) -> None:
        self.bench.flush()
        if deed == "back":
            if self._earlier:
                self.page.note.value = ""  # what it said was of the text that goes
                self.bench.put(self._earlier.pop())
            return
        amendments = {
            "delete": Amendment("delete", self.label),
            "move": Amendment("move", self.label, target=self.page.target.value),
            "replace": Amendment("replace", self.label, self.page.words.value.strip()),
            "insert": Amendment("add", self.label, self.page.words.value.strip()),
        }
        try:
            amended = amend(self.bench.resolution, amendments[deed])
        except KitError as fault:
            self.page.note.value = html("note", str(fault))
            return
        self._earlier.append(self.bench.text)
        self.page.note.value = html("note", _("Done. The changes are marked in the preview."))
        self.label = "" if deed in ("delete", "move") else self.label
        self.bench.put(to_text(amended.draft))


def _shown(paragraph: Paragraph) -> str:
    words = paragraph.text if len(paragraph.text) <= _WORDS else paragraph.text[:_WORDS].rsplit(" ", 1)[0] + " …"
    return f"{paragraph.label} · {words}"
