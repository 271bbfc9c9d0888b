"""A guess before a result: a field or a row of buttons, with the keyboard alone or without widgets at all."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

from resolutionkit.classroom import guesses
from resolutionkit.language import _
from resolutionkit.widgets.column import Shown, column


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
        self.button = widgets.Button(description=_("Keep my guess"))
        self.buttons = [
            widgets.Button(description=option, tooltip=option, layout={"width": "auto"}) for option in options
        ]
        self.note = widgets.HTML()
        self.button.on_click(self._keep_field)
        for button in self.buttons:
            button.on_click(lambda pressed: self.keep(pressed.description))
        controls = self.buttons or [self.field, self.button]
        row = widgets.HBox(controls, layout={"flex_flow": "row wrap"})
        self.widget = column([widgets.HTML(f"<p><b>{escape(question)}</b></p>"), row, self.note], question)

    def keep(self, guess: guesses.Answer) -> None:
        """Keep a guess, as the button does: ``guess("…", "…").keep(12)`` works where there are no widgets."""
        if str(guess).strip():
            kept = guesses.keep(self.name, self.question, guess)
            said = _("✓ Your guess is kept: {guess}. Now run the next cell.").format(guess=kept.guess)
        else:
            said = _("Type a guess first. Any guess is a good one: it makes you look twice.")
        self.note.value = f'<div role="alert">{escape(said)}</div>'

    def _keep_field(self, pressed: object) -> None:
        self.keep(self.field.value)


guess = GuessBox
"""What learners type."""
