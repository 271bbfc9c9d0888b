"""The findings of a draft: the list of them, and the one that was chosen.

ipywidgets gives no way to select characters in a text field, and the kit adds no JavaScript of its own. So the
text lies over a copy of itself, letter on letter, in which findings are underlined. The one that is chosen is
marked there and brought into sight (the page snaps to the mark for half a second), and its words stand in a
field that has the focus: what is typed there takes their place in the draft.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from resolutionkit.document.model import Span
from resolutionkit.widgets.workbench import drafts
from resolutionkit.widgets.workbench import sayings as tell
from resolutionkit.widgets.workbench.debounce import SETTLED, after
from resolutionkit.widgets.workbench.page import MOST, Page

_ANCHOR = '<i class="rk-anchor"></i>'
_SNAP = 0.5
"""Seconds for which the page holds on to the passage that was chosen; then it can be scrolled again."""


class Remarks:
    """The list of findings and the passage that is marked in the text.

    ``does`` wraps what happens on a click, ``flush`` looks at what was typed last, and ``change`` puts another text
    into the editor, with a passage to mark.

    >>> remarks = Remarks(Page(None), lambda act: lambda *_: act(), lambda: None, lambda text, here: None)
    >>> remarks.show(drafts.look("Recalls that")); len(remarks.page.list.children) > 0
    True
    """

    def __init__(
        self,
        page: Page,
        does: Callable[[Callable[[], None]], Callable[..., None]],
        flush: Callable[[], None],
        change: Callable[[str, Span | None], None],
    ) -> None:
        self.page = page
        self.here: Span | None = None
        """The passage that is marked."""
        self._here_in = ""
        self.chosen: drafts.Remark | None = None
        self._view = drafts.look("")
        self._does = does
        self._flush = flush
        self._change = change
        self._filling = False
        page.passage.observe(does(self._mend), "value")
        page.next.on_click(does(self._choose_next))
        page.close.on_click(does(self._close))

    def show(self, view: drafts.View) -> None:
        """Show what was found, and the text with its marks."""
        changed = view.text != self._view.text
        self._view = view
        if changed and view.text != self._here_in:
            self.here = None  # it was a place in another text
        if changed and self.chosen is not None:
            self._follow(self.chosen)
        page = self.page
        page.back.value = tell.backdrop(drafts.marked(view, self.here, _ANCHOR), self._language)
        page.count.value = tell.count(view.in_words, MOST, len(view.remarks))
        shown = view.remarks[:MOST]
        for number, remark in enumerate(shown):
            self._show_row(number, remark)
        rows = tuple(page.rows[: len(shown)])
        if page.list.children != rows:
            page.list.children = rows

    def choose(self, number: int) -> None:
        """Mark where a finding stands, bring it into sight, and offer its words for a change."""
        self.chosen = self._view.remarks[number]
        self.mark(self._passage_of(self.chosen), self._view.text)
        self.page.panel.layout.display = ""
        self.page.right.add_class("rk-mending")
        self._tell()
        self.show(self._view)
        _hold(self.page.list)  # it is lower now, and the next finding may have been out of sight anyway
        if self.here:
            self.bring_into_sight()
            self.page.passage.focus()

    def mark(self, here: Span | None, text: str) -> None:
        """Mark a passage of a text, which is shown next."""
        self.here, self._here_in = here, text

    def forget(self) -> None:
        """Choose none any more."""
        self.chosen = self.here = None
        self.page.panel.layout.display = "none"
        self.page.right.remove_class("rk-mending")

    def bring_into_sight(self) -> None:
        """Scroll the text to the passage that is marked."""
        _hold(self.page.sheet)

    @property
    def _language(self) -> str:
        return self._view.resolution.language if self._view.resolution else ""

    def _passage_of(self, remark: drafts.Remark) -> Span | None:
        return drafts.wider(self._view.text, remark.span) if remark.span else None

    def _show_row(self, number: int, remark: drafts.Remark) -> None:
        new = number >= len(self.page.rows)
        row = self.page.row(number)
        if new:
            row.on_click(self._does(lambda: self.choose(number)))
        row.description = tell.row(remark)
        row._dom_classes = ("rk-error",) * remark.is_error + ("rk-chosen",) * (remark is self.chosen)

    def _tell(self) -> None:
        page, text = self.page, self._view.text
        if self.chosen is not None:
            page.here.value = tell.chosen(self.chosen, text, self.here, self._language)
        page.passage.layout.display = "" if self.here else "none"
        self._filling = True
        page.passage.value = text[slice(*self.here)].replace("\n", " ") if self.here else ""
        self._filling = False

    def _follow(self, chosen: drafts.Remark) -> None:
        """Find the chosen remark again after a change; it may be settled."""
        like = next((remark for remark in self._view.remarks if remark.is_like(chosen)), None)
        if like is None:
            self.page.here.value = tell.settled(chosen)
            self.page.passage.layout.display = "" if self.here else "none"
        else:
            self.chosen = like
            self.mark(self._passage_of(like), self._view.text)
            self._tell()

    def _mend(self) -> None:
        """Put what was written into the field in the place of the passage."""
        new = self.page.passage.value
        if not self._filling and self.here is not None:
            after(SETTLED, self._does(lambda: self._replace(new)))

    def _replace(self, new: str) -> None:
        self._flush()
        if self.here is not None:  # else it went with what was typed meanwhile
            self._change(*drafts.replace_passage(self._view.text, self.here, new))

    def _choose_next(self) -> None:
        remarks = self._view.remarks
        at = self.chosen.span if self.chosen else None
        following = (n for n, r in enumerate(remarks) if at and r.span and r.span > at and r is not self.chosen)
        if remarks:
            self.choose(next(following, 0))
        else:
            self._close()

    def _close(self) -> None:
        self.page.paper.focus()  # before the button with the focus goes: JupyterLab takes keys for commands elsewhere
        self.forget()
        self.show(self._view)


def _hold(box: Any) -> None:
    """Let a box that scrolls snap to what is chosen in it, for a moment."""
    box.add_class("rk-snap")
    after(_SNAP, lambda: box.remove_class("rk-snap"))
