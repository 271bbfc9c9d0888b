"""How an answer is given by buttons: chosen, moved up and down, or paired in two steps.

While anything but a text field has the focus, JupyterLab takes letters, digits and arrows for commands of the notebook.
Radio buttons and lists need arrows; buttons need Tab and Enter only, and they carry no letters that one might type.
A button says in its own words whether it is chosen, so that nothing depends on colour, and it is never replaced by
another one, so that the focus stays on it.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from html import escape
from textwrap import shorten
from typing import Any

import ipywidgets as widgets

from resolutionkit.classroom.outcome import Outcome
from resolutionkit.classroom.quiz import Choose, Match, Order, Question
from resolutionkit.document.bundled import gloss_language
from resolutionkit.language import _


class Answer:
    """The controls of one question, as a panel needs them: ``widgets`` in their order, ``buttons`` among them."""

    def __init__(self, buttons: list[Any], widgets: list[Any]) -> None:
        self.buttons, self.widgets = buttons, widgets
        self.on_change: Callable[[], None] = lambda: None
        self._show()

    def given(self) -> object:
        """Return the answer as ``check`` reads it; an empty one while there is none."""
        raise NotImplementedError

    def told(self, verdict: Outcome) -> str:
        """Return what a marking says, as HTML, without the letters by which one answers in words: here they stand nowhere else."""
        if verdict.status == "not attempted":
            return Outcome(verdict.status, _("Press an answer above first."))._repr_html_()
        unnamed = tuple(line._replace(name="") for line in verdict.lines)
        return replace(verdict, lines=unnamed)._repr_html_()

    def _show(self) -> None:
        """Let the controls say what the answer is."""
        raise NotImplementedError

    def _changed(self) -> None:
        self._show()
        self.on_change()


class Choosing(Answer):
    """Options that are chosen and let go again by pressing them."""

    def __init__(self, question: Choose) -> None:
        self._several, self._chosen = question.several, set[int]()
        self._rows = question.rows()
        buttons = options(len(self._rows), self._press)
        told = [quiet(_("More than one is right. Choose all of them."))] if question.several else []
        super().__init__(buttons, [*told, page(buttons)])

    def given(self) -> object:
        return [self._rows[number][0] for number in sorted(self._chosen)]

    def _press(self, number: int) -> None:
        self._chosen = self._chosen ^ {number} if self._several else {number} - self._chosen
        self._changed()

    def _show(self) -> None:
        empty, full = "☐☑" if self._several else "○●"
        for number, (one, (_letter, words)) in enumerate(zip(self.buttons, self._rows, strict=True)):
            chosen = number in self._chosen
            mark(one, f"{full if chosen else empty} {words}", chosen=chosen)


class Ordering(Answer):
    """Pieces in a row: press one to take it, then move it up or down; the pressed piece stays taken."""

    def __init__(self, question: Order) -> None:
        self._words = dict(question.rows())
        self._order = list(self._words)
        self._taken: int | None = None
        self._rows = options(len(self._order), self._take)
        up, down = button(_("▲ Move up"), "rk-act"), button(_("▼ Move down"), "rk-act")
        up.on_click(lambda _: self._move(-1))
        down.on_click(lambda _: self._move(1))
        self.note = quiet("")
        super().__init__([*self._rows, up, down], [page(self._rows), row([up, down]), self.note])

    def given(self) -> object:
        return list(self._order)

    def _take(self, number: int) -> None:
        self._taken = None if self._taken == number else number
        self._show()

    def _move(self, step: int) -> None:
        if self._taken is not None and 0 <= self._taken + step < len(self._order):
            here, there = self._taken, self._taken + step
            self._order[here], self._order[there] = self._order[there], self._order[here]
            self._taken = there
            self._changed()

    def _show(self) -> None:
        for place, (one, letter) in enumerate(zip(self._rows, self._order, strict=True)):
            taken = place == self._taken
            mark(one, f"{place + 1}. {'↕ ' if taken else ''}{self._words[letter]}", chosen=taken)
        if self._taken is None:
            told = _("Press a piece to take it, then move it.")
        else:
            told = _("Taken (↕): now number {n} of {of}.").format(n=self._taken + 1, of=len(self._order))
        self.note.value = _quiet(told)


class Pairing(Answer):
    """Two columns: the thing with the pointer gets the partner that is pressed, and the pointer goes on."""

    def __init__(self, question: Match) -> None:
        rows, count = question.rows(), len(question.numbers)
        self._things, self._partners = rows[:count], rows[count:]
        self._names = [words for _number, words in self._things]
        above = []
        if question.parts:  # they stand in full in the text above
            self._names = [f"{number} {_brief(words)}" for number, words in self._things]
            parts = zip(question.numbers, question.numbered, strict=True)
            text = " ".join(f"<b>{n}</b>&nbsp;{escape(str(o.says))}" for n, o in parts)
            above = [widgets.HTML(f"<blockquote>{text}</blockquote>")]
        self._pairs: dict[int, int] = {}
        self._now = 0
        self.things = options(len(self._things), self._point)
        self.partners = options(len(self._partners), self._pair)
        sides = widgets.HBox([page(self.things), page(self.partners)])
        sides.add_class("rk-sides")
        for side in sides.children:
            side.add_class("rk-side")
        self.note = quiet("")
        super().__init__([*self.things, *self.partners], [*above, self.note, sides])

    def given(self) -> object:
        return {self._things[thing][0]: self._partners[partner][0] for thing, partner in self._pairs.items()}

    def _point(self, thing: int) -> None:
        self._now = thing
        self._show()

    def _pair(self, partner: int) -> None:
        self._pairs[self._now] = partner
        after = [*range(self._now + 1, len(self._things)), *range(self._now)]
        self._now = next((thing for thing in after if thing not in self._pairs), self._now)
        self._changed()

    def _show(self) -> None:
        for number, (one, name) in enumerate(zip(self.things, self._names, strict=True)):
            found = f" → {self._partners[self._pairs[number]][1]}" if number in self._pairs else ""
            here = number == self._now
            mark(one, f"{'▸ ' if here else ''}{name}{found}", chosen=here)
        for number, (one, (_letter, words)) in enumerate(zip(self.partners, self._partners, strict=True)):
            mark(one, f"{'☑' if number in self._pairs.values() else '☐'} {words}", chosen=False)
        told = _("▸ Choose on the right what belongs to {name}. Press another line on the left to go there.")
        self.note.value = _quiet(told.format(name=self._names[self._now]))


_KINDS: dict[type[Question], Callable[[Any], Answer]] = {Choose: Choosing, Order: Ordering, Match: Pairing}


def answer_for(question: Question) -> Answer:
    """Return the controls for a question."""
    return next(controls for kind, controls in _KINDS.items() if isinstance(question, kind))(question)


def _brief(words: str) -> str:
    """The beginning of a part; of one in German with English in brackets the English, which would be cut off."""
    english = re.search(r"\(([^()]+)\)\s*$", words)
    return shorten(english[1] if english and gloss_language() == "en" else words, 48, placeholder=" …")


def button(words: str, *classes: str, like: Any = None) -> Any:
    """Return a button in the style of the quiz; ``like`` another one, it shares layout and style with it.

    A notebook stores the state of each widget that it shows: what is shared is stored once.
    """
    shared = {} if like is None else {"layout": like.layout, "style": like.style}
    made = widgets.Button(description=words, **shared)
    for name in classes:
        made.add_class(name)
    return made


def options(count: int, act: Callable[[int], None]) -> list[Any]:
    """Return buttons of which each calls ``act`` with its number."""
    made = [button("", "rk-option")]
    made += [button("", "rk-option", like=made[0]) for _nth in range(count - 1)]
    for number, one in enumerate(made):
        one.on_click(lambda _, number=number: act(number))
    return made


def mark(one: Any, words: str, *, chosen: bool) -> None:
    """Say in a button's own words, and by its look, whether it is chosen."""
    one.description = words
    (one.add_class if chosen else one.remove_class)("rk-chosen")


def page(children: list[Any]) -> Any:
    """Return controls one below the other."""
    return widgets.VBox(children, layout={"overflow": "visible"})


def row(children: list[Any]) -> Any:
    """Return controls side by side, which wrap where there is no room."""
    made = widgets.HBox(children)
    made.add_class("rk-row")
    return made


def quiet(words: str) -> Any:
    """Return a line of small text."""
    return widgets.HTML(_quiet(words))


def _quiet(words: str) -> str:
    return f'<p class="rk-quiet">{escape(words)}</p>'
