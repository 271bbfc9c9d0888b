"""How an answer is given by buttons: chosen, moved up and down, or paired in two steps.

While anything but a text field has the focus, JupyterLab takes letters, digits and arrows for commands of the notebook.
Radio buttons and lists need arrows; buttons need Tab and Enter only, and they carry no letters that one might type.
A button says in its own words whether it is chosen, so that nothing depends on colour, and it is never replaced by
another one, so that the focus stays on it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from textwrap import shorten
from typing import Any

import ipywidgets as widgets

from resolutionkit.classroom.outcome import Outcome
from resolutionkit.classroom.quiz import Choose, Match, Order, Question
from resolutionkit.document.bundled import gloss_language
from resolutionkit.language import _
from resolutionkit.widgets.controls import html


class Answer:
    """The controls of one question, as a panel needs them: ``widgets`` in their order, ``buttons`` among them."""

    widgets: list[Any]

    def __init__(self, buttons: list[Any]) -> None:
        self.buttons, self.note = buttons, widgets.HTML()
        self.on_change: Callable[[], None] = lambda: None

    def given(self) -> object:
        """Return the answer as ``check`` reads it; an empty one while there is none."""
        raise NotImplementedError

    def labels(self) -> Iterator[tuple[str, bool]]:
        """Yield what the options say now, and whether each is chosen."""
        raise NotImplementedError

    def hint(self) -> str:
        """Return what is said of how one answers."""
        raise NotImplementedError

    def told(self, verdict: Outcome) -> str:
        """Return what a marking says, as HTML, without the letters by which one answers in words: here they stand nowhere else."""
        if verdict.status == "not attempted":
            return Outcome(verdict.status, _("Press an answer above first."))._repr_html_()
        unnamed = tuple(line._replace(name="") for line in verdict.lines)
        return replace(verdict, lines=unnamed)._repr_html_()

    def show(self) -> None:
        """Let the controls say what the answer is, in their own words and by their looks."""
        for one, (words, chosen) in zip(self.buttons, self.labels(), strict=False):
            one.description = words
            (one.add_class if chosen else one.remove_class)("rk-chosen")
        self.note.value = html("quiz", "quiet", self.hint())

    def _changed(self) -> None:
        self.show()
        self.on_change()


class Choosing(Answer):
    """Options that are chosen and let go again by pressing them."""

    def __init__(self, question: Choose) -> None:
        self._several, self._chosen = question.several, set[int]()
        self._rows = question.rows()
        super().__init__(options(len(self._rows), self._press))
        self.widgets = [*([self.note] if self._several else []), page(self.buttons)]

    def given(self) -> object:
        return [self._rows[number][0] for number in sorted(self._chosen)]

    def labels(self) -> Iterator[tuple[str, bool]]:
        empty, full = "☐☑" if self._several else "○●"
        for number, (_letter, words) in enumerate(self._rows):
            yield f"{full if number in self._chosen else empty} {words}", number in self._chosen

    def hint(self) -> str:
        return _("More than one is right. Choose all of them.")

    def _press(self, number: int) -> None:
        self._chosen = self._chosen ^ {number} if self._several else {number} - self._chosen
        self._changed()


class Ordering(Answer):
    """Pieces in a row: press one to take it, then move it up or down; the pressed piece stays taken."""

    def __init__(self, question: Order) -> None:
        self._words = dict(question.rows())
        self._order = list(self._words)
        self._taken: int | None = None
        rows, up, down = options(len(self._order), self._take), button(_("▲ Move up")), button(_("▼ Move down"))
        up.on_click(lambda _: self._move(-1))
        down.on_click(lambda _: self._move(1))
        super().__init__([*rows, up, down])
        self.widgets = [page(rows), row([up, down]), self.note]

    def given(self) -> object:
        return list(self._order)

    def labels(self) -> Iterator[tuple[str, bool]]:
        for place, letter in enumerate(self._order):
            taken = place == self._taken
            yield f"{place + 1}. {'↕ ' if taken else ''}{self._words[letter]}", taken

    def hint(self) -> str:
        if self._taken is None:
            return _("Press a piece to take it, then move it.")
        return _("Taken (↕): now number {n} of {of}.").format(n=self._taken + 1, of=len(self._order))

    def _take(self, number: int) -> None:
        self._taken = None if self._taken == number else number
        self.show()

    def _move(self, step: int) -> None:
        if self._taken is not None and 0 <= self._taken + step < len(self._order):
            here, there = self._taken, self._taken + step
            self._order[here], self._order[there] = self._order[there], self._order[here]
            self._taken = there
            self._changed()


class Pairing(Answer):
    """Two columns: the thing with the pointer gets the partner that is pressed, and the pointer goes on."""

    def __init__(self, question: Match) -> None:
        rows, count = question.rows(), len(question.numbers)
        self._things, self._partners = rows[:count], rows[count:]
        self._names = [words for _number, words in self._things]
        above = []
        if question.parts:  # they stand in full in the text above
            self._names = [f"{number} {_brief(words)}" for number, words in self._things]
            parts = [(number, str(part.says)) for number, part in zip(question.numbers, question.numbered, strict=True)]
            above = [widgets.HTML(html("quiz", "text", parts))]
        self._pairs: dict[int, int] = {}
        self._now = 0
        things, partners = options(count, self._point), options(len(self._partners), self._pair)
        super().__init__([*things, *partners])
        sides = widgets.HBox([page(things), page(partners)])
        for box, css in ((sides, "rk-sides"), *((side, "rk-side") for side in sides.children)):
            box.add_class(css)
        self.widgets = [*above, self.note, sides]

    def given(self) -> object:
        return {self._things[thing][0]: self._partners[partner][0] for thing, partner in self._pairs.items()}

    def labels(self) -> Iterator[tuple[str, bool]]:
        for number, name in enumerate(self._names):
            found = f" → {self._partners[self._pairs[number]][1]}" if number in self._pairs else ""
            here = number == self._now
            yield f"{'▸ ' if here else ''}{name}{found}", here
        for number, (_letter, words) in enumerate(self._partners):
            yield f"{'☑' if number in self._pairs.values() else '☐'} {words}", False

    def hint(self) -> str:
        told = _("▸ Choose on the right what belongs to {name}. Press another line on the left to go there.")
        return told.format(name=self._names[self._now])

    def _point(self, thing: int) -> None:
        self._now = thing
        self.show()

    def _pair(self, partner: int) -> None:
        self._pairs[self._now] = partner
        after = [*range(self._now + 1, len(self._things)), *range(self._now)]
        self._now = next((thing for thing in after if thing not in self._pairs), self._now)
        self._changed()


_KINDS: dict[type[Question], Callable[[Any], Answer]] = {Choose: Choosing, Order: Ordering, Match: Pairing}


def answer_for(question: Question) -> Answer:
    """Return the controls for a question."""
    made = next(controls for kind, controls in _KINDS.items() if isinstance(question, kind))(question)
    made.show()
    return made


def _brief(words: str) -> str:
    """The beginning of a part; of one in German with English in brackets the English, which would be cut off."""
    english = re.search(r"\(([^()]+)\)\s*$", words)
    return shorten(english[1] if english and gloss_language() == "en" else words, 48, placeholder=" …")


def button(words: str, *classes: str) -> Any:
    """Return a button of the quiz that acts."""
    made = widgets.Button(description=words)
    for name in ("rk-act", *classes):
        made.add_class(name)
    return made


def options(count: int, act: Callable[[int], None]) -> list[Any]:
    """Return buttons of which each calls ``act`` with its number.

    A notebook stores the state of each widget that it shows: they share layout and style, which are stored once.
    """
    looks = {"layout": widgets.Layout(), "style": widgets.ButtonStyle()}
    made = [widgets.Button(**looks) for _nth in range(count)]
    for number, one in enumerate(made):
        one.add_class("rk-option")
        one.on_click(lambda _, number=number: act(number))
    return made


def page(children: list[Any]) -> Any:
    """Return controls one below the other."""
    return widgets.VBox(children, layout={"overflow": "visible"})


def row(children: list[Any]) -> Any:
    """Return controls side by side, which wrap where there is no room."""
    made = widgets.HBox(children)
    made.add_class("rk-row")
    return made
