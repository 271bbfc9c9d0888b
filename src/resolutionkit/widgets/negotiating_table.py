"""The table of one group: amendments go in on the left, and the text that they make stands below, as long as they fit together."""

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
        self._file = DraftFile(file)
        self.draft = self.text = starting_draft(language)
        hint = Text("Own data: Delete OP4", "Eigene Daten: Ziffer 4 streichen").into(self.draft.language)
        super().__init__(_("The table of a group"), "negotiating_table", "page", hint)
        self.field.value = self._file.text
        later = Later(self._look)
        self.field.observe(lambda _change: later.soon(), "value")
        self._look()

    def _look(self) -> None:
        """Nothing is shown of a set that does not fit together: the last text that did stays."""
        try:
            amendments = read_amendments(self.field.value) if self.field.value.strip() else []
            amended = amend(self.draft, amendments)
        except KitError as problem:
            said = str(problem)
        else:
            self.text = amended.draft
            self.page.value = amended.comparison._repr_html_()
            said = _("They fit together. Can everybody live with this text?")
        self.said.value = self.html("said", said)
        self._file.save(self.field.value)
        save(self._file.path.with_name(f"{self._file.path.stem}-text.md"), to_text(self.text), backup=False)
