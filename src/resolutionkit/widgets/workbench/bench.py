"""The drafting workbench at work: what happens when somebody types or presses a button."""

import atexit
import os
import time
from collections.abc import Callable
from pathlib import Path
from urllib.parse import quote
from weakref import WeakSet

from resolutionkit.document.model import Finding, Resolution, Span
from resolutionkit.document.writing import to_text
from resolutionkit.document.writing.formats import below_here, export
from resolutionkit.document.writing.html_inline import stylesheet
from resolutionkit.drafting.negotiation.amendments import Amendment
from resolutionkit.drafting.negotiation.proposals import proposals
from resolutionkit.errors import KitError
from resolutionkit.language import _, talking
from resolutionkit.language import language as kit_language
from resolutionkit.widgets.column import Shown
from resolutionkit.widgets.debounce import SETTLED, Later, after
from resolutionkit.widgets.workbench import view as views
from resolutionkit.widgets.workbench.amending import Amending
from resolutionkit.widgets.workbench.draft_file import DraftFile, start_text
from resolutionkit.widgets.workbench.findings_list import FindingsList, hold
from resolutionkit.widgets.workbench.phrasebook import Phrasebook
from resolutionkit.widgets.workbench.view import html

_PAUSE = 5.0  # seconds after which a save that failed is tried again: the last words must not wait for the next ones
_BEAT = 2.0
"""Seconds between two signs of life; after five without one the page says that nothing is being saved (``templates/workbench.css``)."""
_open: "WeakSet[Workbench]" = WeakSet()


class Workbench(Shown):
    """The drafting workbench: the draft that ``file`` holds, or a new one, and the widget in which it is written.

    The draft saves itself into ``my-work`` (a path with a folder is taken as it is) and is there again after a restart
    of the kernel: the cell ``workbench()`` needs no other one. ``start`` is what a new draft begins with: "template-en",
    "template-de", "75/10" or words of your own. ``language`` is that of the buttons, "en" or "de". ``base`` is a text that
    others have put forward: each of its paragraphs gets buttons to amend it, the preview marks what changes, Word gets it
    as tracked changes, and ``amendments`` says it in the sentences that a delegation hands in.

    ``text`` is what stands there now and can be set; ``findings`` are those of :func:`resolutionkit.review`.

    Raises :class:`ReadError` for a name that does not end in .md or .txt.

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
        base: Resolution | None = None,
    ) -> None:
        _save_all()  # the same cell may be run again before the last words were saved
        self._language = language or kit_language()
        self._saved_at = ""
        with talking(self._language):
            beginning = to_text(base) if base and not start else start_text(start)
            self._file = DraftFile(file)
            self._notice = self._file.words
            self.view = views.look("")
            super().__init__(_("The drafting workbench"), "workbench", "page", stylesheet(), base is not None)
            self.page = page = self.controls
            self.widget.telling = (page.count, page.list, page.preview, page.status)
            page.paper.value = self._file.text if self._file.text.strip() else beginning
            self.findings_list = FindingsList(self)
            self.phrasebook = Phrasebook(self)
            self.amending = Amending(self, base) if base else None
            self._later = Later(self.on(self._refresh), self.on(self._save))
            page.paper.observe(lambda change: self._later.soon(), "value")
            page.tongue.observe(self.on(self._refresh), "value")
            for name, button in page.starts.items():
                button.on_click(self.on(self._start, name, settled=True))
            for name, button in page.exports.items():
                button.on_click(self.on(self._export, name, settled=True))
            self._refresh()
        _open.add(self)
        self._show_life()

    @property
    def text(self) -> str:
        """The draft as it stands in the editor."""
        return str(self.page.paper.value)

    @text.setter
    def text(self, new: str) -> None:
        with talking(self._language):
            self.put(new)

    @property
    def findings(self) -> list[Finding]:
        """What an editor would change, as :func:`resolutionkit.review` says it."""
        self.flush()
        return [placed.finding for placed in self.view.findings]

    @property
    def resolution(self) -> Resolution:
        """The draft as data; one without paragraphs while there is nothing to read."""
        self.flush()
        return self.view.resolution or Resolution()

    @property
    def path(self) -> Path:
        """The file in which the draft is kept."""
        return self._file.path

    @property
    def amendments(self) -> list[Amendment]:
        """What leads from ``base`` to the draft, as a delegation hands it in; none without a base text."""
        return proposals(self.amending.base, self.resolution) if self.amending else []

    def flush(self) -> None:
        """Look at what was typed last and save it, now."""
        if self._later.pending:
            self._later.now()

    def on(self, act: Callable[..., object], *given: object, settled: bool = False) -> Callable[..., None]:
        """Return ``act(*given)`` as what a widget calls: in the language of this workbench, whatever the kit talks elsewhere.

        ``settled`` is for what reads or replaces the whole text: keys that were pressed before a click may arrive after it.
        """

        def heard(*told: object) -> None:
            with talking(self._language):
                act(*given)

        return (lambda *told: after(SETTLED, heard)) if settled else heard

    def put(self, text: str, here: Span | None = None, *, keep_chosen: bool = False) -> None:
        """Put another text into the editor, and mark a passage in it; the finding that was chosen is let go."""
        if not keep_chosen:
            self.findings_list.forget()
        self.findings_list.mark(here, text)
        self.page.paper.value = text
        self._later.now()
        if here:
            hold(self.page.sheet)

    def _refresh(self) -> None:
        """Show what is found in the text, and save it, whatever happens."""
        try:
            self._show()
        finally:
            self._save()

    def _show(self) -> None:
        page, before = self.page, self.view
        self.view = view = views.look(self.text, page.tongue.value or None)
        self.findings_list.show(changed=view.text != before.text)
        page.preview.value = (self.amending or views).preview(view.resolution)
        if self.amending:
            self.amending.offer()
        language = page.tongue.value or (view.language if view.resolution else self._language)
        self.phrasebook.offer(language if language in ("en", "de") else "en")

    def _save(self) -> None:
        saved = self._file.save(self.text)
        if saved.state != "same":
            self._notice = saved.words
        if saved.state == "failed":
            self._later.again(_PAUSE)
        elif saved.state != "same":
            self._saved_at = time.strftime("%H:%M:%S")
        self.page.status.value = html("status", self._file.shown, saved.state, self._saved_at, self._notice)

    def _start(self, name: str) -> None:
        self.flush()
        try:
            kept = self._file.keep_aside(self.text)
        except OSError as fault:
            self.page.status.value = html("not_started", fault.strerror or type(fault).__name__)
            return
        self.put(start_text(name))
        if kept:
            self._notice = _("Your earlier text is kept as {name}.").format(name=kept.name)
            self._save()
        self.page.paper.focus()

    def _export(self, wanted: str) -> None:
        self.flush()
        draft = self.view.resolution
        if draft is None:
            said = html("note", _("There is nothing to save a copy of yet."))
        else:
            try:
                tracked = self.amending if wanted == "tracked" else None
                file = tracked.export(self._file.path) if tracked else export(draft, self._file.path, wanted)
                said = html("exported", self._file.as_shown(file), quote(below_here(file)))
            except (KitError, OSError) as fault:
                said = html("not_exported", getattr(fault, "strerror", None) or str(fault))
        # an output, since JupyterLab makes links to files work in outputs only
        data = {"text/html": said, "text/plain": ""}
        self.page.exported.outputs = ({"output_type": "display_data", "data": data, "metadata": {}},)

    def _show_life(self) -> None:
        """Begin the page's countdown anew: it runs out where this kernel has ended, or has no time to save."""
        if self.widget.comm is not None:
            beat = "rk-beat-b" if "rk-beat-a" in self.page.cut._dom_classes else "rk-beat-a"
            self.page.cut._dom_classes = ("rk-cut", beat)  # another name of the same animation restarts it
            after(_BEAT, self._show_life, at_once=False)


@atexit.register
def _save_all() -> None:
    """A kernel that ends properly takes the last words with it."""
    for bench in list(_open):
        bench.flush()
