"""A place to write what one thinks, and behind it an answer of ours; both stay open questions."""

from __future__ import annotations

from html import escape

from resolutionkit.classroom.kept import keep, kept
from resolutionkit.errors import unknown
from resolutionkit.files import read_toml
from resolutionkit.language import Text, _
from resolutionkit.widgets.column import Shown, column

FILE = "my-work/thoughts.json"


class ThinkBox(Shown):
    """A place to write for one of the questions marked *Think*, and our answer once something is kept.

    Without widgets, ``think("01-numbers").ours`` is our answer. Raises :class:`UnknownName` for a name that there is not.

    >>> box = ThinkBox("01-numbers"); box.field.value = "To cite them."; box.button.click()
    >>> box.ours in box.note.value
    True
    """

    def __init__(self, name: str) -> None:
        import ipywidgets as widgets

        answers = read_toml("thoughts.toml")
        if name not in answers:
            advice = _("Names begin with the number of the notebook.")
            raise unknown(name, answers, expected=_("The name of a question to think about:"), advice=advice)
        self.name, self.ours = name, str(Text(**answers[name]))
        self.field = widgets.Textarea(
            value=str(kept(FILE).get(name, "")),
            placeholder=_("Write what you think, in a sentence or two."),
            layout={"width": "100%", "max_width": "46em", "height": "5em"},
        )
        self.button = widgets.Button(
            description=_("Keep it and show ours"), layout={"width": "auto", "align_self": "flex-start"}
        )
        self.note = widgets.HTML()
        self.button.on_click(self._keep)
        self.widget = column([self.field, self.button, self.note], _("A place to write"))

    def _keep(self, pressed: object) -> None:
        if not self.field.value.strip():
            said = _("Write something first, even a few words: then our answer is worth more to you.")
            self.note.value = f'<div role="alert">{escape(said)}</div>'
            return
        head = (
            _("One possible answer (ours):")
            if keep(FILE, self.name, self.field.value)
            else _("Not saved. One possible answer (ours):")
        )
        self.note.value = f'<div role="alert"><p><b>{escape(head)}</b> {escape(self.ours)}</p></div>'


think = ThinkBox
"""What learners type."""
