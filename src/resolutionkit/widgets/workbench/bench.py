"""The drafting workbench at work: what happens when somebody types or presses a button."""

from __future__ import annotations

import atexit
import os
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any
from weakref import WeakSet

from resolutionkit.document.model import Finding, Resolution, Span
from resolutionkit.errors import KitError
from resolutionkit.language import language as kit_language
from resolutionkit.language import talking
from resolutionkit.widgets.workbench import drafts
from resolutionkit.widgets.workbench import sayings as tell
from resolutionkit.widgets.workbench.debounce import SETTLED, Later, after
from resolutionkit.widgets.workbench.findings_list import Remarks
from resolutionkit.widgets.workbench.page import Page
from resolutionkit.widgets.workbench.phrasebook import Phrasebook

_PAUSE = 5.0
"""Seconds after which a save that failed is tried again: the last words must not wait for the next ones."""
_open: WeakSet[Workbench] = WeakSet()


class Workbench:
    """A draft, its file, and the widget in which it is written.

    ``text`` is what stands there now and can be set; ``findings`` are those of :func:`resolutionkit.review`.

    >>> import tempfile
    >>> bench = Workbench(tempfile.mkdtemp() + "/draft.md", start="template-en")
    >>> bench.resolution, bench.findings
    (<Resolution [Title: the subject in a few words]: 3 preambular and 4 operative paragraphs, language 'en'>, [])
    """

    def __init__(
        self,
        file: str | os.PathLike[str] = "my-draft.md",
        *,
        start: str = "",
        language: str | None = None,
        draft_language: str | None = None,
    ) -> None:
        _save_all()  # the same cell may be run again before the last words were saved
        self._language = language or kit_language()
        self._writing = False
        self._saved_at = ""
        with talking(self._language):
            beginning = drafts.start_text(start)
            self._file = drafts.DraftFile(file)
            self._notice = self._file.words
            self._view = drafts.look("")
            self.page = Page(draft_language)
            self._later = Later(lambda: self._speaking(self._refresh))
            self.remarks = Remarks(self.page, self._does, self.flush, self._change)
            self.phrasebook = Phrasebook(self.page, self._does, self._does_soon, self._draft, self._change_and_forget)
            self.page.paper.observe(self._does(self._typed), "value")
            self.page.tongue.observe(self._does(self._refresh), "value")
            for name, button in self.page.starts.items():
                button.on_click(self._does_soon(lambda name=name: self._start(name)))  # type: ignore[misc]
            for name, button in self.page.exports.items():
                button.on_click(self._does_soon(lambda name=name: self._export(name)))  # type: ignore[misc]
            self._write(self._file.text if self._file.text.strip() else beginning)
            self._refresh()
        _open.add(self)

    @property
    def text(self) -> str:
        """The draft as it stands in the editor."""
        return str(self.page.paper.value)

    @text.setter
    def text(self, new: str) -> None:
        self._speaking(lambda: self._change_and_forget(new, None))

    @property
    def findings(self) -> list[Finding]:
        """What an editor would change, as :func:`resolutionkit.review` says it."""
        self.flush()
        return [remark.finding for remark in self._view.remarks]

    @property
    def resolution(self) -> Resolution:
        """The draft as data; one without paragraphs while there is nothing to read."""
        self.flush()
        return self._view.resolution or Resolution()

    @property
    def path(self) -> Path:
        """The file in which the draft is kept."""
        return self._file.path

    def flush(self) -> None:
        """Look at what was typed last and save it, now."""
        if self._later.pending:
            self._later.now()

    def _does(self, act: Callable[[], None]) -> Callable[..., None]:
        return lambda *_: self._speaking(act)

    def _does_soon(self, act: Callable[[], None]) -> Callable[..., None]:
        """For what reads or replaces the whole text: keys that were pressed before a click may arrive after it."""
        return lambda *_: after(SETTLED, lambda: self._speaking(act))

    def _speaking(self, act: Callable[[], None]) -> None:
        with talking(self._language):
            act()

    def _typed(self) -> None:
        if not self._writing:
            self._later.soon()

    def _write(self, text: str) -> None:
        self._writing = True
        self.page.paper.value = text
        self._writing = False

    def _change(self, text: str, here: Span | None) -> None:
        """Put another text into the editor, and mark a passage in it."""
        self._write(text)
        self.remarks.mark(here, text)
        self._later.now()
        if here:
            self.remarks.bring_into_sight()

    def _change_and_forget(self, text: str, here: Span | None) -> None:
        self.remarks.forget()
        self._change(text, here)

    def _draft(self) -> tuple[str, Resolution | None]:
        self.flush()
        return self.text, self._view.resolution

    def _refresh(self) -> None:
        """Show what is found in the text, and save it."""
        text = self.text
        try:
            self._show(text)
        finally:
            self._save(text)  # whatever happens

    def _show(self, text: str) -> None:
        self._view = view = drafts.look(text, self.page.tongue.value or None)
        self.remarks.show(view)
        self.page.preview.value = tell.preview(view.resolution)
        language = self.page.tongue.value or (view.resolution.language if view.resolution else self._language)
        self.phrasebook.offer(view.resolution, language if language in ("en", "de") else "en")

    def _save(self, text: str) -> None:
        saved = self._file.save(text)
        if saved.state != "same":
            self._notice = saved.words
        if saved.state == "failed":
            self._later.again(_PAUSE)
        elif saved.state != "same":
            self._saved_at = time.strftime("%H:%M:%S")
        self.page.status.value = tell.status(self._file.shown, saved.state, self._saved_at, self._notice)

    def _start(self, name: str) -> None:
        self.flush()
        try:
            kept = self._file.keep_aside(self.text)
        except OSError as fault:
            self.page.status.value = tell.status(self._file.shown, "failed", "", tell.not_kept(fault))
            return
        self._change_and_forget(drafts.start_text(name), None)
        if kept:
            self._notice = tell.kept(kept.name)
            self._save(self.text)
        self.page.paper.focus()

    def _export(self, wanted: str) -> None:
        self.flush()
        said = tell.nothing_to_export()
        if self._view.resolution is not None:
            try:
                file = drafts.export(self._view.resolution, self._file.path, wanted)
            except (KitError, OSError) as fault:
                said = tell.not_exported(fault)
            else:
                said = tell.exported(self._file.as_shown(file), drafts.below_here(file))
        # an output, since JupyterLab makes links to files work in outputs only
        data = {"text/html": said, "text/plain": ""}
        self.page.exported.outputs = ({"output_type": "display_data", "data": data, "metadata": {}},)

    def _repr_mimebundle_(self, **kwargs: Any) -> Any:
        return self.page.widget._repr_mimebundle_(**kwargs)


def workbench(
    file: str | os.PathLike[str] = "my-draft.md",
    *,
    start: str = "",
    language: str | None = None,
    draft_language: str | None = None,
) -> Workbench:
    """Show the drafting workbench with the draft that ``file`` holds, or a new one.

    The draft saves itself into ``my-work`` (a path with a folder is taken as it is) and is there again after a restart
    of the kernel. ``start`` is what a new one begins with: "template-en", "template-de", "75/10" or words of your own.
    ``language`` is that of the buttons, "en" or "de"; ``draft_language`` that of the draft, which is otherwise found out.

    Raises :class:`ReadError` for a name that does not end in .md or .txt.

    >>> import tempfile
    >>> workbench(tempfile.mkdtemp() + "/draft.md").text
    ''
    """
    return Workbench(file, start=start, language=language, draft_language=draft_language)


@atexit.register
def _save_all() -> None:
    """A kernel that ends properly takes the last words with it."""
    for bench in list(_open):
        bench.flush()
