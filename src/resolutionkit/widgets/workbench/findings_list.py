"""The findings of a draft: the list of them, and the one that was chosen.

ipywidgets gives no way to select characters in a text field, and the kit adds no JavaScript of its own. So the
text lies over a copy of itself, letter on letter, in which findings are underlined. The one that is chosen is
marked there and brought into sight (the page snaps to the mark for half a second), and its words stand in a
field that has the focus: what is typed there takes their place in the draft. A finding that one edit mends has
a button of its own for that.
"""

from typing import TYPE_CHECKING, Any

from resolutionkit.document.model import Span
from resolutionkit.drafting.review import rule
from resolutionkit.widgets.controls import laid_out
from resolutionkit.widgets.debounce import SETTLED, after
from resolutionkit.widgets.workbench.edit import replace_passage, wider
from resolutionkit.widgets.workbench.view import PlacedFinding, excerpt, html, marked

if TYPE_CHECKING:
    from resolutionkit.widgets.workbench.bench import Workbench

MOST = 40
"""Findings that are listed at a time; who has mended those sees the next."""
_ANCHOR = '<i class="rk-anchor"></i>'
_SNAP = 0.5  # seconds for which the page holds on to the passage that was chosen; then it can be scrolled again


class FindingsList:
    """The list of findings of a workbench, and the passage that is marked in its text."""

    def __init__(self, bench: "Workbench") -> None:
        self.bench = bench
        self.page = page = bench.page
        self.here: Span | None = None
        """The passage that is marked."""
        self._here_in = ""
        self.chosen: PlacedFinding | None = None
        self._rows: list[Any] = []
        """In each what chooses a finding and what mends it; made when first needed, and used again."""
        page.passage.observe(bench.on(self._passage_written), "value")
        page.next.on_click(bench.on(self._choose_next))
        page.close.on_click(bench.on(self._close))

    def show(self, *, changed: bool = False) -> None:
        """Show what was found, and the text with its marks; ``changed`` says that it is another text than before."""
        page, view, chosen = self.page, self.bench.view, self.chosen
        if changed and view.text != self._here_in:
            self.here = None  # it was a place in another text
        if changed and chosen is not None:
            code, label = chosen.finding.code, chosen.finding.label
            like = (each for each in view.findings if (each.finding.code, each.finding.label) == (code, label))
            self._tell(next(like, None))
        page.back.value = html("backdrop", marked(view, self.here, _ANCHOR), view.language)
        page.count.value = html("count", view, MOST)
        shown = view.findings[:MOST]
        while len(self._rows) < len(shown):
            self._add_row()
        for row, placed in zip(self._rows, shown, strict=False):
            self._show_row(row, placed)
        page.list.children = self._rows[: len(shown)]

    def choose(self, number: int) -> None:
        """Mark where a finding stands, bring it into sight, and offer its words for a change."""
        self._tell(self.bench.view.findings[number])
        self.page.panel.layout.display = ""
        self.page.right.add_class("rk-mending")
        self.show()
        hold(self.page.list)  # it is lower now, and the next finding may have been out of sight anyway
        if self.here:
            hold(self.page.sheet)
            self.page.passage.focus()

    def mend(self, number: int) -> None:
        """Put what should stand there in the place of what was found, and go on to what stands in its row then."""
        self.bench.flush()
        placed = next(iter(self.bench.view.findings[number:]), None)
        if placed is None or placed.mend is None or placed.span is None:  # what was typed meanwhile has settled it
            return
        self.bench.put(*replace_passage(self.bench.view.text, placed.span, placed.mend))
        left = self.page.list.children
        (left[min(number, len(left) - 1)].children[0] if left else self.page.paper).focus()

    def mark(self, here: Span | None, text: str) -> None:
        """Mark a passage of a text, which is shown next."""
        self.here, self._here_in = here, text

    def forget(self) -> None:
        """Choose none any more."""
        self.chosen = self.here = None
        self.page.panel.layout.display = "none"
        self.page.right.remove_class("rk-mending")

    def _add_row(self) -> None:
        number = len(self._rows)
        row = laid_out(html("finding", number), vars(self.page))
        choose, mend = row.children
        choose.on_click(self.bench.on(self.choose, number))
        mend.on_click(self.bench.on(self.mend, number, settled=True))
        self._rows.append(row)

    def _show_row(self, row: Any, placed: PlacedFinding) -> None:
        choose, mend = row.children
        sign = "✗" if placed.is_error else "☞"
        choose.description = f"{sign} {placed.finding.kind.capitalize()} · {placed.where}\n{placed.finding.message}"
        looks = {"rk-finding": True, "rk-error": placed.is_error, "rk-chosen": placed == self.chosen}
        choose._dom_classes = tuple(css for css, so in looks.items() if so)
        mend.description = placed.mend_in_words(self.bench.view.text)
        mend.layout.display = "none" if placed.mend is None else ""

    def _tell(self, placed: PlacedFinding | None) -> None:
        """Mark the passage of a finding and put its words into the field; without one the chosen finding is settled."""
        page, view = self.page, self.bench.view
        if placed is None:
            page.here.value = html("settled", self.chosen)
        else:
            self.chosen = placed
            self.mark(wider(view.text, placed.span) if placed.span else None, view.text)
            passage = excerpt(view.text, self.here) if self.here else None
            page.here.value = html("chosen", placed, rule(placed.finding.code), view.language, passage)
            page.passage.value = self._words_here()
        page.passage.layout.display = "" if self.here else "none"

    def _words_here(self) -> str:
        return self.bench.view.text[slice(*self.here)].replace("\n", " ") if self.here else ""

    def _passage_written(self) -> None:
        """Put what was written into the field in the place of the passage."""
        new = self.page.passage.value
        if new != self._words_here():
            after(SETTLED, self.bench.on(self._replace, new))

    def _replace(self, new: str) -> None:
        self.bench.flush()
        if self.here is not None:  # else it went with what was typed meanwhile
            self.bench.put(*replace_passage(self.bench.view.text, self.here, new), keep_chosen=True)

    def _choose_next(self) -> None:
        findings = self.bench.view.findings
        at = self.chosen.span if self.chosen else None
        following = (n for n, each in enumerate(findings) if at and each.span and each.span > at)
        if findings:
            self.choose(next(following, 0))
        else:
            self._close()

    def _close(self) -> None:
        self.page.paper.focus()  # before the button with the focus goes: JupyterLab takes keys for commands elsewhere
        self.forget()
        self.show()


def hold(box: Any) -> None:
    """Let a box that scrolls snap to what is chosen in it, for a moment."""
    box.add_class("rk-snap")
    after(_SNAP, lambda: box.remove_class("rk-snap"))
