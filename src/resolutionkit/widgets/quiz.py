"""A quiz to click: one question at a time, with the mouse or the keyboard alone."""

from __future__ import annotations

from importlib.resources import files
from typing import Any

import ipywidgets as widgets

from resolutionkit.classroom import quiz as quizzes
from resolutionkit.classroom import twin_forms
from resolutionkit.classroom.quiz import Question, Quiz
from resolutionkit.classroom.record import keep
from resolutionkit.classroom.twin_forms import Form
from resolutionkit.language import _, ngettext
from resolutionkit.widgets.column import Shown, alert
from resolutionkit.widgets.controls import html
from resolutionkit.widgets.quiz_answers import answer_for, button, page, row


class _Box(Shown):
    """Controls in the style of the quiz; in words it is its ``source``."""

    def __init__(self, source: Quiz | Question | Form, parts: list[Any], head: str = "", how: str = "") -> None:
        self.source = source
        css = (files("resolutionkit.widgets") / "quiz.css").read_text(encoding="utf-8").strip()
        super().__init__("", "quiz", "box", css, head, how)
        self.widget.children = (*self.widget.children, *parts)

    def __repr__(self) -> str:
        return str(self.source)


class Panel:
    """One question: what is asked, the controls of its kind, a button that checks, and what it said.

    >>> panel = Panel(quizzes.quiz("anatomy-1")); panel.answer.buttons[0].click(); panel.check.click()
    >>> "Not yet" in panel.feedback.value
    True
    """

    def __init__(self, question: Question) -> None:
        self.question = question
        self.answer = answer_for(question)
        self.first, self.right = True, False
        self.check = button(_("Check"), "rk-check")
        self.check.on_click(lambda _: self._check())
        self.feedback = widgets.HTML()
        self.answer.on_change = self._forget
        asked = widgets.HTML(html("quiz", "asked", str(question.ask)))
        self.widget = page([asked, *self.answer.widgets, row([self.check]), self.feedback])

    def _check(self) -> None:
        verdict = self.question.check(self.answer.given())
        if self.first and verdict.status != "not attempted":
            keep(quizzes.FIRST_ANSWERS, self.question.id, verdict.right)
            self.first = False
        self.right = self.right or verdict.right
        # an alert is read out by screen readers when it appears; the focus stays on the button
        self.feedback.value = f'<div role="alert">{self.answer.told(verdict)}</div>'

    def _forget(self) -> None:
        """What was said belongs to the answer that was given; with another answer it would mislead."""
        self.feedback.value = ""


class QuizBox(_Box):
    """The questions of a quiz, one at a time: ``panels``, and ``back`` and ``forth`` between them.

    Nothing is built anew while one answers, so that the keyboard's focus stays where it is.

    >>> box = quiz("anatomy"); box.forth.click(); box.at
    1
    """

    def __init__(self, found: Quiz | Question) -> None:
        if isinstance(found, Quiz):
            self.title, self.topic, questions = str(found.title), found.topic, found.questions
        else:
            self.title, self.topic, questions = "", "", (found,)
        self.panels = [Panel(question) for question in questions]
        self.at = 0
        self.place = widgets.HTML()
        self.back, self.forth = button(_("◂ Back")), button(_("Next ▸"))
        self.back.on_click(lambda _: self._go(self.at - 1))
        self.forth.on_click(lambda _: self._go(self.at + 1))
        self.turn = row([self.back, self.forth])
        super().__init__(found, [self.place, *(panel.widget for panel in self.panels), self.turn])
        for panel in self.panels:
            panel.check.on_click(lambda _: self._say_place())
        self._show()

    def _go(self, to: int) -> None:
        if 0 <= to < len(self.panels):
            self.at = to
            self._show()
            self.panels[to].answer.buttons[0].focus()  # a new question: on with its first control

    def _show(self) -> None:
        for number, panel in enumerate(self.panels):
            panel.widget.layout.display = "flex" if number == self.at else "none"
        self.turn.layout.display = "flex" if len(self.panels) > 1 else "none"
        self.back.disabled = self.at == 0
        self.forth.disabled = self.at == len(self.panels) - 1
        self._say_place()

    def _say_place(self) -> None:
        if len(self.panels) > 1:
            right = sum(panel.right for panel in self.panels)
            self.place.value = html("quiz", "place", self.title, self.at, len(self.panels), right, self.topic)


def quiz(name: str = "", *, before: str = "") -> QuizBox:
    """Show the quiz of a topic ("anatomy"), or one question of it ("anatomy-2"), to click.

    ``before="words"`` shows three questions on the topics before that one; those come back that were missed.

    The same in words, for places without widgets: ``rk.quiz("anatomy-2")`` and its ``check("b")``.

    >>> len(quiz("anatomy").panels), len(quiz(before="words").panels)
    (6, 3)
    """
    return QuizBox(quizzes.earlier(before) if before else quizzes.quiz(name))


class FormBox(_Box):
    """A form of the test before and after, to click: all its items, and a button that hands it in, once.

    >>> box = FormBox(Form("before", "A", "C")); box.hand.click()
    >>> box.said.value
    '<div role="alert">6 are open still. Press once more to hand in as it is.</div>'
    """

    def __init__(self, form: Form) -> None:
        self.form = form
        self.answers = [answer_for(item.question) for item in form.items]
        self.hand, self.said = button(_("Hand in"), "rk-check"), widgets.HTML()
        self._warned = False
        self.hand.on_click(lambda _: self._hand_in())
        parts = []
        for number, (item, answer) in enumerate(zip(form.items, self.answers, strict=True), 1):
            parts += [widgets.HTML(html("quiz", "asked", str(item.question.ask), number)), *answer.widgets]
        super().__init__(form, [*parts, row([self.hand]), self.said], form.head, form.how)

    def _hand_in(self) -> None:
        given = [next(iter(answer.given()), None) for answer in self.answers]  # type: ignore[call-overload]
        if not all(given) and not self._warned:
            self._warned, n = True, given.count(None)
            said = ngettext("{n} is open still.", "{n} are open still.", n).format(n=n)
            said += " " + _("Press once more to hand in as it is.")
        else:
            self.hand.disabled, said = True, self.form.hand_in(given)
        self.said.value = alert(said)


def test(occasion: str, *, form: str = "", plan: str = "") -> FormBox:  # noqa: PT028  # of learners, not of pytest
    """Show the form for "before", "after" or "later" to click; ``form`` and ``plan`` as in :func:`resolutionkit.test`.

    >>> len(test("later", form="B", plan="D").answers)
    6
    """
    return FormBox(twin_forms.test(occasion, form=form, plan=plan))
