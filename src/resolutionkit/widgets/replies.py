"""What learners write before they are told: a guess before a result, a thought before an answer of ours."""

from collections.abc import Sequence

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
        self.name, self.question = name, question
        super().__init__(question, "replies", "guess", question, options)
        if options:
            for button in self.buttons.values():
                button.on_click(lambda pressed: self.keep(pressed.description))
        else:
            self.button.on_click(lambda pressed: self.keep(self.field.value))

    def keep(self, guess: guesses.Answer) -> None:
        """Keep a guess, as the button does: ``guess("…", "…").keep(12)`` works where there are no widgets."""
        if str(guess).strip():
            kept = guesses.keep(self.name, self.question, guess)
            said = _("✓ Your guess is kept: {guess}. Now run the next cell.").format(guess=kept.guess)
            said = str(kept) if kept.guess is None else said  # too late: the answer has been shown
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
        answers = read_toml("thoughts.toml")
        if str(name) not in answers:
            advice = _("Names begin with the number of the notebook.")
            raise unknown(name, answers, expected=_("The name of a question such as {near}"), advice=advice)
        self.name, self.ours = name, str(Text(**answers[name]))
        super().__init__(_("A place to write"), "replies", "think")
        self.field.value = str(kept(FILE).get(name, ""))
        self.button.on_click(lambda pressed: self._keep())

    def _keep(self) -> None:
        if self.field.value.strip():
            saved = keep(FILE, self.name, self.field.value)
            self.note.value = self.html("ours", saved, self.ours)
        else:
            self.note.value = alert(_("Write something first, even a few words: then our answer is worth more to you."))
