"""The findings of a draft: the list of them, and the one that was chosen.

ipywidgets gives no way to select characters in a text field, and the kit adds no JavaScript of its own. So the
text lies over a copy of itself, letter on letter, in which findings are underlined. The one that is chosen is
marked there and brought into sight (the page snaps to the mark for half a second), and its words stand in a
field that has the focus: what is typed there takes their place in the draft. A finding that one edit mends has
a button of its own for that.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from resolutionkit.document.model import Span
from resolutionkit.language import _
from resolutionkit.widgets.debounce import SETTLED, after
from resolutionkit.widgets.workbench import page_html
from resolutionkit.widgets.workbench.edit import replace_passage, wider
from resolutionkit.widgets.workbench.page import MOST, button, named
from resolutionkit.widgets.workbench.page_html import html
from resolutionkit.widgets.workbench.view import PlacedFinding, marked

if TYPE_CHECKING:
    from resolutionkit.widgets.workbench.bench import Workbench

_ANCHOR = '<i class="rk-anchor"></i>'
_SNAP = 0.5
"""Seconds for which the page holds on to the passage that was chosen; then it can be scrolled again."""


class FindingsList:
    """The list of findings of a workbench, and the passage that is marked in its text."""

    def __init__(self, bench: Workbench) -> None:
        import ipywidgets as widgets

        self.bench = bench
        self.page = page = bench.page
        self.here: Span | None = None
        """The passage that is marked."""
        self._here_in = ""
        self.chosen: PlacedFinding | None = None
        self._filling = False
        self._rows: list[tuple[Any, Any, Any]] = []
        """What chooses a finding, what mends it, and both in a row; made when first needed, and used again."""
        self._looks = {"layout": widgets.Layout(width="auto", height="auto"), "style": widgets.ButtonStyle()}
        page.passage.observe(bench.on(self._passage_written), "value")
        page.next.on_click(bench.on(self._choose_next))
        page.close.on_click(bench.on(self._close))

    def show(self, *, changed: bool = False) -> None:
        """Show what was found, and the text with its marks; ``changed`` says that it is another text than before."""
        page, view = self.page, self.bench.view
        if changed and view.text != self._here_in:
            self.here = None  # it was a place in another text
        if changed and self.chosen is not None:
            self._follow(self.chosen)
        page.back.value = html("backdrop", marked(view, self.here, _ANCHOR), view.language)
        page.count.value = html("count", view.in_words, MOST, len(view.findings))
        shown = view.findings[:MOST]
        for number, placed in enumerate(shown):
            self._show_row(number, placed)
        boxes = tuple(box for _choose, _mend, box in self._rows[: len(shown)])
        if page.list.children != boxes:
            page.list.children = boxes

    def choose(self, number: int) -> None:
        """Mark where a finding stands, bring it into sight, and offer its words for a change."""
        self._take(self.bench.view.findings[number])
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
        findings = self.bench.view.findings
        placed = findings[number] if number < len(findings) else None
        if placed is None or placed.mend is None or placed.span is None:  # what was typed meanwhile has settled it
            return
        self.bench.put(*replace_passage(self.bench.view.text, placed.span, placed.mend))
        left = len(self.bench.view.findings)
        (self._rows[min(number, left - 1)][0] if left else self.page.paper).focus()

    def mark(self, here: Span | None, text: str) -> None:
        """Mark a passage of a text, which is shown next."""
        self.here, self._here_in = here, text

    def forget(self) -> None:
        """Choose none any more."""
        self.chosen = self.here = None
        self.page.panel.layout.display = "none"
        self.page.right.remove_class("rk-mending")

    def _show_row(self, number: int, placed: PlacedFinding) -> None:
        if number == len(self._rows):
            self._add_row(number)
        choose, mend, _box = self._rows[number]
        sign = "✗" if placed.is_error else "☞"
        choose.description = f"{sign} {placed.kind} · {placed.where}\n{placed.finding.message}"
        choose._dom_classes = (
            ("rk-finding",) + ("rk-error",) * placed.is_error + ("rk-chosen",) * (placed is self.chosen)
        )
        mend.description = placed.mend_in_words(self.bench.view.text)
        mend.layout.display = "none" if placed.mend is None else ""

    def _add_row(self, number: int) -> None:
        import ipywidgets as widgets

        choose, mend = (
            widgets.Button(**self._looks),
            button("", _("Put this in the place of what was found"), "rk-mend"),
        )
        choose.on_click(self.bench.on(lambda: self.choose(number)))
        mend.on_click(self.bench.on_settled(lambda: self.mend(number)))
        self._rows.append((choose, mend, named("rk-row", widgets.HBox([choose, mend]))))

    def _take(self, placed: PlacedFinding) -> None:
        """Choose a finding: its passage is marked, and its words stand in the field."""
        page, view = self.page, self.bench.view
        self.chosen = placed
        self.mark(wider(view.text, placed.span) if placed.span else None, view.text)
        page.here.value = page_html.chosen(placed, view.text, self.here, view.language)
        page.passage.layout.display = "" if self.here else "none"
        self._filling = True
        page.passage.value = view.text[slice(*self.here)].replace("\n", " ") if self.here else ""
        self._filling = False

    def _follow(self, chosen: PlacedFinding) -> None:
        """Find the chosen finding again after a change; it may be settled."""
        like = next((placed for placed in self.bench.view.findings if placed.is_like(chosen)), None)
        if like is None:
            self.page.here.value = html("settled", chosen)
            self.page.passage.layout.display = "" if self.here else "none"
        else:
            self._take(like)

    def _passage_written(self) -> None:
        """Put what was written into the field in the place of the passage."""
        new = self.page.passage.value
        if not self._filling and self.here is not None:
            after(SETTLED, self.bench.on(lambda: self._replace(new)))

    def _replace(self, new: str) -> None:
        self.bench.flush()
        if self.here is not None:  # else it went with what was typed meanwhile
            self.bench.put(*replace_passage(self.bench.view.text, self.here, new), keep_chosen=True)

    def _choose_next(self) -> None:
        findings = self.bench.view.findings
        at = self.chosen.span if self.chosen else None
        following = (
            n for n, each in enumerate(findings) if at and each.span and each.span > at and each is not self.chosen
        )
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
