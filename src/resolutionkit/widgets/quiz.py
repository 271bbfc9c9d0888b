"""A quiz to click: one question at a time, with the mouse or the keyboard alone; and the test before and after."""

from resolutionkit.classroom import quizzes, twin_forms
from resolutionkit.classroom.quizzes import Question, Quiz
from resolutionkit.classroom.twin_forms import Form
from resolutionkit.language import Text, _, ngettext
from resolutionkit.widgets.column import Shown, alert
from resolutionkit.widgets.quiz_panel import panel_for


class QuizBox(Shown):
    """The questions of a quiz, one at a time: ``panels``, and ``back`` and ``forth`` between them.

    Nothing is built anew while one answers, so that the keyboard's focus stays where it is.

    >>> box = quiz("anatomy"); box.forth.click(); box.at
    1
    """

    def __init__(self, found: Quiz | Question) -> None:
        super().__init__(found, "quiz", "quiz")
        self.quiz = found if isinstance(found, Quiz) else Quiz("", Text(""), (found,))
        self.panels = [panel_for(question) for question in self.quiz]
        *above, turn = self.widget.children
        self.widget.children = (*above, *(panel.widget for panel in self.panels), turn)
        self.at = 0
        self.back.on_click(lambda pressed: self._go(self.at - 1))
        self.forth.on_click(lambda pressed: self._go(self.at + 1))
        for panel in self.panels:
            panel.check.on_click(lambda pressed: self._say_place())
        self._show()

    def _go(self, to: int) -> None:
        if 0 <= to < len(self.panels):
            self.at = to
            self._show()
            next(iter(self.panels[to].options.values())).focus()  # a new question: on with its first control

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
            title, topic = str(self.quiz.title), self.quiz.topic
            self.place.value = self.html("place", title, self.at, len(self.panels), right, topic)


def quiz(name: str = "", *, before: str = "") -> QuizBox:
    """Show the quiz of a topic ("anatomy"), or one question of it ("anatomy-2"), to click.

    ``before="words"`` shows three questions on the topics before that one; those come back that were missed.

    The same in words, for places without widgets: ``rk.quiz("anatomy-2")`` and its ``check("b")``.

    >>> len(quiz("anatomy").panels), len(quiz(before="words").panels)
    (6, 3)
    """
    return QuizBox(quizzes.earlier(before) if before else quizzes.quiz(name))


class FormBox(Shown):
    """A form of the test before and after, to click: all its items, and a button that hands it in, once.

    >>> box = FormBox(Form("before", "A", "C")); box.hand.click()
    >>> box.said.value
    '<div role="alert">6 are open still. Press once more to hand in as it is.</div>'
    """

    def __init__(self, form: Form) -> None:
        super().__init__(form, "quiz", "form", form)
        self.form = form
        self.panels = [panel_for(item.question, number) for number, item in enumerate(form.items, 1)]
        head, *below = self.widget.children
        self.widget.children = (head, *(panel.widget for panel in self.panels), *below)
        self._warned = False
        self.hand.on_click(lambda pressed: self._hand_in())

    def _hand_in(self) -> None:
        given = ["".join(panel.given) for panel in self.panels]
        if not all(given) and not self._warned:
            self._warned, n = True, given.count("")
            said = ngettext("{n} is open still.", "{n} are open still.", n)
            said += " " + _("Press once more to hand in as it is.")
        else:
            self.hand.disabled, said = True, self.form.hand_in(given)
        self.said.value = alert(said)


def test(occasion: str, *, form: str = "", plan: str = "") -> FormBox:  # noqa: PT028  # of learners, not of pytest
    """Show the form for "before", "after" or "later" to click; ``form`` and ``plan`` as in :func:`resolutionkit.test`.

    >>> len(test("later", form="B", plan="D").panels)
    6
    """
    return FormBox(twin_forms.test(occasion, form=form, plan=plan))
