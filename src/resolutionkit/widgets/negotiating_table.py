"""The table of one group: amendments go in on the left, and the text that they make stands below, as long as they fit together."""

from __future__ import annotations

from html import escape

from resolutionkit.document.writing import to_text
from resolutionkit.drafting.negotiation import amend, read_amendments, starting_draft
from resolutionkit.errors import KitError
from resolutionkit.files import save
from resolutionkit.language import Text, _
from resolutionkit.widgets.column import Shown
from resolutionkit.widgets.debounce import Later
from resolutionkit.widgets.workbench.draft_file import DraftFile


class NegotiatingTable(Shown):
    """A field for the amendments of all delegations, one a line, and what becomes of the draft.

    ``file`` keeps what was typed in ``my-work``, ``…-text.md`` beside it the amended text, while the amendments fit together.

    >>> import tempfile
    >>> table = NegotiatingTable(tempfile.mkdtemp() + "/group-1.md", language="en")
    >>> table.field.value = "Own data: Delete OP4"; [p.label for p in table.text.operative][-1]
    'OP6'
    """

    def __init__(self, file: str = "group-1.md", language: str = "") -> None:
        import ipywidgets as widgets

        self._file = DraftFile(file)
        self.draft = self.text = starting_draft(language)
        hint = Text("Own data: Delete OP4", "Eigene Daten: Ziffer 4 streichen").into(self.draft.language)
        self.field = widgets.Textarea(
            value=self._file.text,
            placeholder=hint,
            layout={"width": "100%", "max_width": "60em", "height": "11em"},
        )
        self.said, self.page = widgets.HTML(), widgets.HTML()
        self._later = Later(self._look)
        self.field.observe(lambda _change: self._later.soon(), "value")
        what = _("Amendments of this group, one a line, each with the name of its delegation")
        head = widgets.HTML(f"<p><b>{escape(what)}</b></p>")
        super().__init__(_("The table of a group"), [head, self.field, self.said, self.page])
        self._look()

    def _look(self) -> None:
        """Nothing is shown of a set that does not fit together: the last text that did stays."""
        try:
            amendments = read_amendments(self.field.value) if self.field.value.strip() else []
            amended = amend(self.draft, amendments)
        except KitError as problem:
            self._say(str(problem))
        else:
            self.text = amended.draft
            self.page.value = amended.comparison._repr_html_()
            self._say(_("They fit together. Can everybody live with this text?"))
        self._file.save(self.field.value)
        save(self._file.path.with_name(f"{self._file.path.stem}-text.md"), to_text(self.text), backup=False)

    def _say(self, words: str) -> None:
        self.said.value = f'<div role="status" style="white-space:pre-wrap">{escape(words)}</div>'


negotiating_table = NegotiatingTable
"""What a group types."""
