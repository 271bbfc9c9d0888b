"""How an answer is given by buttons: chosen, moved up and down, or paired in two steps.

While anything but a text field has the focus, JupyterLab takes letters, digits and arrows for commands of the notebook.
Radio buttons and lists need arrows; buttons need Tab and Enter only, and they carry no letters that one might type.
A button says in its own words whether it is chosen, so that nothing depends on colour, and it is never replaced by
another one, so that the focus stays on it.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from html import escape
from textwrap import shorten
from typing import Any, Protocol

from resolutionkit.classroom.outcome import Outcome
from resolutionkit.classroom.quiz import Choose, Match, Order, Question
from resolutionkit.document.bundled import gloss_language
from resolutionkit.language import _


class Answer(Protocol):
    """What a panel needs to know about the controls of one kind of question."""

    widgets: list[Any]
    buttons: list[Any]

    def given(self) -> object:
        """Return the answer as ``check`` reads it; ``None`` while there is none."""

    def told(self, verdict: Outcome) -> str:
        """Return what a marking says, as HTML."""

    def on_change(self, act: Callable[[], None]) -> None:
        """Call ``act`` whenever the answer is another one."""

    def focus(self) -> None:
        """Put the keyboard's focus on the first control."""


def answer_for(question: Question) -> Answer:
    """Return the controls for a question.

    >>> from resolutionkit.classroom.quiz import quiz
    >>> len(answer_for(quiz("anatomy-1")).buttons)
    4
    """
    if isinstance(question, Choose):
        return Choosing(question)
    if isinstance(question, Order):
        return Ordering(question)
    assert isinstance(question, Match)
    return Pairing(question)


class _Buttons:
    """What the three have in common."""

    def __init__(self) -> None:
        self.widgets: list[Any] = []
        self.buttons: list[Any] = []
        self._acts: list[Callable[[], None]] = []

    def on_change(self, act: Callable[[], None]) -> None:
        self._acts.append(act)

    def focus(self) -> None:
        self.buttons[0].focus()

    def told(self, verdict: Outcome) -> str:
        """Without the letters by which one answers in words: here they stand nowhere else."""
        if verdict.status == "not attempted":
            verdict = Outcome(verdict.number, verdict.status, _("Press an answer above first."))
        unnamed = tuple(line._replace(name="") for line in verdict.lines)
        return Outcome(verdict.number, verdict.status, verdict.text, lines=unnamed)._repr_html_()

    def _changed(self) -> None:
        self._say()
        for act in self._acts:
            act()

    def _say(self) -> None:
        raise NotImplementedError

    def _options(self, count: int, act: Callable[[int], None]) -> list[Any]:
        made = [button("", "rk-option")]
        made += [button("", "rk-option", like=made[0]) for _ in range(count - 1)]
        for number, one in enumerate(made):
            one.on_click(lambda _, number=number: act(number))
        return made


class Choosing(_Buttons):
    """Options that are chosen and let go again by pressing them."""

    def __init__(self, question: Choose) -> None:
        super().__init__()
        self._question, self._chosen = question, set[int]()
        self._rows = question.rows()
        self.buttons = self._options(len(self._rows), self._press)
        self.widgets = [page(self.buttons)]
        if question.several:
            told = _("More than one is right. Choose all of them.")
            self.widgets.insert(0, quiet(told))
        self._say()

    def given(self) -> object:
        return [self._rows[number][0] for number in sorted(self._chosen)]

    def _press(self, number: int) -> None:
        if number in self._chosen:
            self._chosen.remove(number)
        else:
            self._chosen = (self._chosen if self._question.several else set()) | {number}
        self._changed()

    def _say(self) -> None:
        empty, full = "☐☑" if self._question.several else "○●"
        for number, (one, (_letter, words)) in enumerate(zip(self.buttons, self._rows, strict=True)):
            chosen = number in self._chosen
            mark(one, f"{full if chosen else empty} {words}", chosen=chosen)


class Ordering(_Buttons):
    """Pieces in a row: press one to take it, then move it up or down; the pressed piece stays taken."""

    def __init__(self, question: Order) -> None:
        super().__init__()
        self._words = dict(question.rows())
        self._order = list(self._words)
        self._taken: int | None = None
        self._rows = self._options(len(self._order), self._take)
        self.up = button(_("▲ Move up"), "rk-act")
        self.down = button(_("▼ Move down"), "rk-act")
        self.up.on_click(lambda _: self._move(-1))
        self.down.on_click(lambda _: self._move(1))
        self.buttons = [*self._rows, self.up, self.down]
        self.note = quiet("")
        self.widgets = [page(self._rows), row([self.up, self.down]), self.note]
        self._say()

    def given(self) -> object:
        return list(self._order)

    def _take(self, number: int) -> None:
        self._taken = None if self._taken == number else number
        self._say()

    def _move(self, step: int) -> None:
        if self._taken is not None and 0 <= self._taken + step < len(self._order):
            here, there = self._taken, self._taken + step
            self._order[here], self._order[there] = self._order[there], self._order[here]
            self._taken = there
            self._changed()

    def _say(self) -> None:
        for place, (one, letter) in enumerate(zip(self._rows, self._order, strict=True)):
            taken = place == self._taken
            mark(one, f"{place + 1}. {'↕ ' if taken else ''}{self._words[letter]}", chosen=taken)
        if self._taken is None:
            told = _("Press a piece to take it, then move it.")
        else:
            n, of = self._taken + 1, len(self._order)
            told = _("Taken (↕): now number {n} of {of}.").format(n=n, of=of)
        self.note.value = _quiet(told)


class Pairing(_Buttons):
    """Two columns: the thing with the pointer gets the partner that is pressed, and the pointer goes on."""

    def __init__(self, question: Match) -> None:
        super().__init__()
        import ipywidgets as widgets

        self._parts = question.parts
        rows = question.rows()
        self._things, self._partners = rows[: len(question.numbers)], rows[len(question.numbers) :]
        if question.parts:  # they stand in full in the text above
            self._things = [(name, _brief(words)) for name, words in self._things]
        self._pairs: dict[int, int] = {}
        self._now = 0
        self.things = self._options(len(self._things), self._point)
        self.partners = self._options(len(self._partners), self._pair)
        self.buttons = [*self.things, *self.partners]
        sides = widgets.HBox([page(self.things), page(self.partners)])
        sides.add_class("rk-sides")
        for side in sides.children:
            side.add_class("rk-side")
        self.note = quiet("")
        self.widgets = [*([widgets.HTML(_text(question))] if question.parts else []), self.note, sides]
        self._say()

    def given(self) -> object:
        return {self._things[thing][0]: self._partners[partner][0] for thing, partner in self._pairs.items()}

    def _point(self, thing: int) -> None:
        self._now = thing
        self._say()

    def _pair(self, partner: int) -> None:
        self._pairs[self._now] = partner
        after = [*range(self._now + 1, len(self._things)), *range(self._now)]
        self._now = next((thing for thing in after if thing not in self._pairs), self._now)
        self._changed()

    def _say(self) -> None:
        for number, one in enumerate(self.things):
            found = f" → {self._partners[self._pairs[number]][1]}" if number in self._pairs else ""
            here = number == self._now
            mark(one, f"{'▸ ' if here else ''}{self._name(number)}{found}", chosen=here)
        for number, (one, (_letter, words)) in enumerate(zip(self.partners, self._partners, strict=True)):
            used = number in self._pairs.values()
            mark(one, f"{'☑' if used else '☐'} {words}", chosen=False)
        name = self._name(self._now)
        self.note.value = _quiet(
            _("▸ Choose on the right what belongs to {name}. Press another line on the left to go there.").format(
                name=name
            )
        )

    def _name(self, number: int) -> str:
        letter, words = self._things[number]
        return f"{letter} {words}" if self._parts else words


def _brief(words: str) -> str:
    """The beginning of a part; of one in German with English in brackets the English, which would be cut off."""
    english = re.search(r"\(([^()]+)\)\s*$", words)
    return shorten(english[1] if english and gloss_language() == "en" else words, 48, placeholder=" …")


def _text(question: Match) -> str:
    parts = zip(question.numbers, question.numbered, strict=True)
    return f"<blockquote>{' '.join(f'<b>{n}</b>&nbsp;{escape(str(o.says))}' for n, o in parts)}</blockquote>"


def button(words: str, *classes: str, like: Any = None) -> Any:
    """Return a button in the style of the quiz; ``like`` another one, it shares layout and style with it.

    A notebook stores the state of each widget that it shows: what is shared is stored once.

    >>> button("Check").description
    'Check'
    """
    import ipywidgets as widgets

    shared = {} if like is None else {"layout": like.layout, "style": like.style}
    made = widgets.Button(description=words, **shared)
    for name in classes:
        made.add_class(name)
    return made


def mark(one: Any, words: str, *, chosen: bool) -> None:
    """Say in a button's own words, and by its look, whether it is chosen."""
    one.description = words
    (one.add_class if chosen else one.remove_class)("rk-chosen")


def page(children: list[Any]) -> Any:
    """Return controls one below the other."""
    import ipywidgets as widgets

    return widgets.VBox(children, layout={"overflow": "visible"})


def row(children: list[Any]) -> Any:
    """Return controls side by side, which wrap where there is no room."""
    import ipywidgets as widgets

    made = widgets.HBox(children)
    made.add_class("rk-row")
    return made


def quiet(words: str) -> Any:
    """Return a line of small text."""
    import ipywidgets as widgets

    return widgets.HTML(_quiet(words))


def _quiet(words: str) -> str:
    return f'<p class="rk-quiet">{escape(words)}</p>'
