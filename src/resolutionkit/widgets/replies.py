"""What learners write before they are told: a guess before a result, a thought before an answer of ours."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

from resolutionkit.classroom import guesses
from resolutionkit.classroom.record import keep, kept
from resolutionkit.errors import unknown
from resolutionkit.files import read_toml
from resolutionkit.language import Text, _
from resolutionkit.widgets.column import Shown, alert

FILE = "my-work/thoughts.json"


class GuessBox(Shown):
    """Ask for a guess before a result: with a field, or with one button for each of ``options``.

    :func:`~resolutionkit.classroom.guesses.reveal` shows the result beside it. Names begin with the number of the notebook.

    >>> box = GuessBox("00-box", "How many?"); box.field.value = "12"; box.button.click(); box.note.value
    '<div role="alert">✓ Your guess is kept: 12. Now run the next cell.</div>'
    """

    def __init__(self, name: str, question: str, options: Sequence[str] = ()) -> None:
        import ipywidgets as widgets

        self.name, self.question = name, question
        self.field = widgets.Text(placeholder=_("your guess"), layout={"width": "14em"})
        self.button = widgets.Button(description=_("Keep my guess"), layout={"width": "auto"})
        self.buttons = [
            widgets.Button(description=option, tooltip=option, layout={"width": "auto"}) for option in options
        ]
        self.note = widgets.HTML()
        self.button.on_click(lambda pressed: self.keep(self.field.value))
        for button in self.buttons:
            button.on_click(lambda pressed: self.keep(pressed.description))
        row = widgets.HBox(self.buttons or [self.field, self.button], layout={"flex_flow": "row wrap"})
        super().__init__(question, [widgets.HTML(f"<p><b>{escape(question)}</b></p>"), row, self.note])

    def keep(self, guess: guesses.Answer) -> None:
        """Keep a guess, as the button does: ``guess("…", "…").keep(12)`` works where there are no widgets."""
        if str(guess).strip():
            kept = guesses.keep(self.name, self.question, guess)
            said = _("✓ Your guess is kept: {guess}. Now run the next cell.").format(guess=kept.guess)
        else:
            said = _("Type a guess first. Any guess is a good one: it makes you look twice.")
        self.note.value = alert(said)


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
        wide = {"width": "auto", "align_self": "flex-start"}
        self.button = widgets.Button(description=_("Keep it and show ours"), layout=wide)
        self.note = widgets.HTML()
        self.button.on_click(lambda pressed: self._keep())
        super().__init__(_("A place to write"), [self.field, self.button, self.note])

    def _keep(self) -> None:
        if not self.field.value.strip():
            said = _("Write something first, even a few words: then our answer is worth more to you.")
            self.note.value = alert(said)
            return
        saved = keep(FILE, self.name, self.field.value)
        head = _("One possible answer (ours):") if saved else _("Not saved. One possible answer (ours):")
        self.note.value = f'<div role="alert"><p><b>{escape(head)}</b> {escape(self.ours)}</p></div>'


guess, think = GuessBox, ThinkBox
"""What learners type."""
