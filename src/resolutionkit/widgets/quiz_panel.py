"""A question that is answered by buttons: options are chosen, moved up and down, or paired in two steps.

While anything but a text field has the focus, JupyterLab takes letters, digits and arrows for commands of the notebook.
Radio buttons and lists need arrows; buttons need Tab and Enter only, and they carry no letters that one might type.
A button says in its own words whether it is chosen, so that nothing depends on colour, and it is never replaced by
another one, so that the focus stays on it.
"""

import re
from collections.abc import Iterator
from dataclasses import replace
from textwrap import shorten
from typing import Any, ClassVar

from markupsafe import Markup

from resolutionkit.classroom.outcome import Outcome
from resolutionkit.classroom.quizzes import FIRST_ANSWERS, Match, Order, Question
from resolutionkit.classroom.record import keep
from resolutionkit.language import _, data_language
from resolutionkit.widgets.column import Shown, alert


class Panel(Shown):
    """One question and its ``options``: letter or number -> button. A question with a number is checked with its form.

    >>> from resolutionkit.classroom.quizzes import quiz
    >>> panel = panel_for(quiz("anatomy-1")); panel.options["a"].click(); panel.check.click()
    >>> "Not yet" in panel.feedback.value
    True
    """

    kind: ClassVar[str]
    """That of the controls, as the template calls it."""

    def __init__(self, question: Any, number: int, given: Any, here: str = "") -> None:
        super().__init__(question, "quiz", "question", question, self.kind, number)
        self.question, self.number, self.words = question, number, dict(question.rows())
        self.given, self.here = given, here
        """The answer as ``check`` reads it, and the option at which one is."""
        self.first, self.right = True, False
        for name, button in self.options.items():
            button.on_click(lambda pressed, name=name: self.press(name))
        if not number:
            self.check.on_click(lambda pressed: self._check())
        self.show()

    def press(self, name: str) -> None:
        """Take note that an option was pressed."""
        raise NotImplementedError

    def labels(self) -> Iterator[tuple[str, bool]]:
        """Yield what the options say now, and whether each is chosen."""
        raise NotImplementedError

    def hint(self) -> str:
        """Return what is said of how one answers; "" where that never changes."""
        return ""

    def show(self) -> None:
        """Let the controls say what the answer is, in their own words and by their looks."""
        for button, (words, chosen) in zip(self.options.values(), self.labels(), strict=True):
            button.description = words
            (button.add_class if chosen else button.remove_class)("rk-chosen")
        if hint := self.hint():
            self.note.value = self.html("quiet", hint)

    def changed(self) -> None:
        """Show another answer. What was said belongs to the one before; with this one it would mislead."""
        self.show()
        if not self.number:
            self.feedback.value = ""

    def _check(self) -> None:
        verdict = self.question.check(self.given)
        if verdict.status == "not attempted":
            verdict = Outcome(verdict.status, _("Press an answer above first."))
        elif self.first:
            keep(FIRST_ANSWERS, self.question.id, verdict.right)
            self.first = False
        self.right = self.right or verdict.right
        unnamed = tuple(line._replace(name="") for line in verdict.lines)  # buttons have no letters
        # an alert is read out by screen readers when it appears; the focus stays on the button
        self.feedback.value = alert(Markup(replace(verdict, lines=unnamed)._repr_html_()))


class Choosing(Panel):
    """Options that are chosen and let go again by pressing them."""

    kind = "choose"

    def labels(self) -> Iterator[tuple[str, bool]]:
        empty, full = "☐☑" if self.question.several else "○●"
        for name, words in self.words.items():
            yield f"{full if name in self.given else empty} {words}", name in self.given

    def press(self, name: str) -> None:
        chosen = set(self.given)
        self.given = sorted(chosen ^ {name} if self.question.several else {name} - chosen)
        self.changed()


class Ordering(Panel):
    """Pieces in a row: press one to take it, then move it up or down; the pressed piece stays taken."""

    kind = "order"

    def __init__(self, question: Order, number: int = 0) -> None:
        super().__init__(question, number, list(question.named))
        self.up.on_click(lambda pressed: self._move(-1))
        self.down.on_click(lambda pressed: self._move(1))

    def labels(self) -> Iterator[tuple[str, bool]]:
        for place, name in enumerate(self.given, 1):
            taken = name == self.here
            yield f"{place}. {'↕ ' if taken else ''}{self.words[name]}", taken

    def hint(self) -> str:
        if not self.here:
            return _("Press a piece to take it, then move it.")
        place = self.given.index(self.here) + 1
        return _("Taken (↕): now number {n} of {of}.").format(n=place, of=len(self.given))

    def press(self, name: str) -> None:
        piece = self.given[list(self.question.named).index(name)]
        self.here = "" if self.here == piece else piece
        self.show()

    def _move(self, step: int) -> None:
        there = self.given.index(self.here) + step if self.here else -1
        if 0 <= there < len(self.given):
            self.given.remove(self.here)
            self.given.insert(there, self.here)
            self.changed()


class Pairing(Panel):
    """Two columns: the thing with the pointer gets the partner that is pressed, and the pointer goes on."""

    kind = "match"

    def labels(self) -> Iterator[tuple[str, bool]]:
        for name, words in self.words.items():
            if name in self.question.named:
                found = f" → {self.words[self.given[name]]}" if name in self.given else ""
                yield f"{'▸ ' if name == self.here else ''}{self._thing(name)}{found}", name == self.here
            else:
                yield f"{'☑' if name in self.given.values() else '☐'} {words}", False

    def _thing(self, number: str) -> str:
        """What a thing is called; the parts of a text stand in full above."""
        words = self.words[number]
        return f"{number} {_brief(words)}" if self.question.parts else words

    def hint(self) -> str:
        told = _("▸ Choose on the right what belongs to {name}. Press another line on the left to go there.")
        return told.format(name=self._thing(self.here))

    def press(self, name: str) -> None:
        if name in self.question.named:
            self.here = name
            self.show()
            return
        self.given[self.here] = name
        before, _here, after = "".join(self.question.named).partition(self.here)
        self.here = next((thing for thing in after + before if thing not in self.given), self.here)
        self.changed()


def panel_for(question: Question, number: int = 0) -> Panel:
    """Return the controls for a question, or for one with a number in a form."""
    if isinstance(question, Order):
        return Ordering(question, number)
    if isinstance(question, Match):
        return Pairing(question, number, {}, "1")
    return Choosing(question, number, [])


def _brief(words: str) -> str:
    """The beginning of a part; of one in German with English in brackets the English, which would be cut off."""
    english = re.search(r"\(([^()]+)\)\s*$", words)
    return shorten(english[1] if english and data_language() == "en" else words, 48, placeholder=" …")
