"""An exercise: what is asked, what is right, what typically goes wrong, and how to help."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any, Literal

from resolutionkit.classroom import record
from resolutionkit.classroom.answers import Kind
from resolutionkit.classroom.outcome import Hint, Outcome, Score, Solution
from resolutionkit.classroom.values import kind_of
from resolutionkit.language import Text, _

Level = Literal["reading", "programming", "drafting"]
LEVELS: dict[str, Text] = {
    "reading": Text("reading", "Lesen"),
    "programming": Text("programming", "Programmieren"),
    "drafting": Text("drafting", "Entwerfen"),
}

BLANK_WORDS = frozenset(["", "todo", "your answer", "your answer here", "your code here", "ihre antwort"])


@dataclass(frozen=True, slots=True)
class Mistake:
    """A typical wrong answer, and what led there.

    ``answer`` makes it (lazily, from the data), ``says`` names the cause without giving the answer away.
    """

    answer: Callable[[], Any]
    says: Text


@dataclass(frozen=True, slots=True)
class Marked:
    """What a marking found, before it is on record."""

    status: Literal["not attempted", "not yet", "right"]
    text: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Exercise:
    """What every exercise has; :class:`Closed` and the drafting ones say how an answer is marked."""

    number: str
    """"1.2": the second exercise of the first topic."""
    title: Text
    question: Text
    level: Level
    minutes: int
    core: bool = True
    """False for what can wait."""
    points: int = 1
    """In the teacher's gradebook."""
    hints: tuple[Text, ...]
    """In steps, from a nudge to the way; the code comes with the last one."""
    code: str
    """A cell that solves the exercise: it assigns ``answer_1_2``."""
    because: Text
    """Why this is right, with its paragraph; said with a right answer and with the solution."""
    mistakes: tuple[Mistake, ...] = ()
    rubric: tuple[Text, ...] = ()
    """What the learner, or a teacher, judges by reading."""

    @property
    def answer_name(self) -> str:
        """The name to which the learner gives his answer: ``answer_1_2``."""
        return "answer_" + self.number.replace(".", "_")

    def check(self, answer: object = ...) -> Outcome:
        """Mark an answer of any type, put it on record, and say what led there.

        It never raises: a wrong answer is an outcome. ``...``, ``None`` and empty answers count as not attempted.

        >>> import resolutionkit as rk
        >>> rk.exercise("1.1").check(...)
        ○ Not attempted. Give your answer as answer_1_1: a number such as 7, without quotation marks.
        """
        marked = self._marked(answer)
        trouble = record.note(self.number, status=marked.status, tries=marked.status != "not attempted")
        rubric = tuple(map(str, self.rubric)) if marked.status == "right" else ()
        return Outcome(self.number, marked.status, f"{marked.text} {trouble}".strip(), rubric)

    def score(self, answer: object = ...) -> Score:
        """Return the points that a program can give, all or none, without putting anything on record.

        >>> import resolutionkit as rk
        >>> rk.exercise("1.1").score(21), rk.exercise("1.1").score(22)
        (1, 0)
        """
        most = self.points - self.reader_points
        return Score(most if self._marked(answer).status == "right" else 0, most)

    @property
    def reader_points(self) -> int:
        """Those of :attr:`points` that only somebody who reads the answer can give."""
        return 0

    def _marked(self, answer: object) -> Marked:
        try:
            return self.mark(answer)
        except Exception as fault:  # whatever a learner hands in must not end in a traceback
            name = type(fault).__name__
            return Marked(
                "not yet",
                _("This answer could not be read ({name}). Expected: {expects}.").format(
                    name=name, expects=self.expects()
                ),
            )

    def mark(self, answer: object) -> Marked:
        """Return what an answer is worth, without putting it on record."""
        raise NotImplementedError

    def expects(self) -> str:
        """Say what kind of answer is expected."""
        raise NotImplementedError

    def hint(self, step: int | None = None) -> Hint:
        """Return the next hint, or the one that ``step`` names (from 1); the last one holds the code.

        Which hints were seen is on record, so that "the next one" is right after a restart too.
        """
        last = len(self.hints)
        if step is None:
            step = min(record.entries().get(self.number, {}).get("hints", 0) + 1, last)
        step = min(max(int(step), 1), last)
        record.note(self.number, hint=step)
        return Hint(step, last, str(self.hints[step - 1]), self.code if step == last else "")

    def solution(self) -> Solution:
        """Return the code that solves the exercise, and why it does."""
        record.note(self.number, solution=True)
        return Solution(self.number, self.code, str(self.because))

    def __str__(self) -> str:
        marks = [str(LEVELS[self.level]), _("{minutes} minutes").format(minutes=self.minutes)]
        marks.append(_("core") if self.core else _("optional"))
        return f"{self.number} {self.title} ({', '.join(marks)})\n{self.question}"

    __repr__ = __str__


def is_blank(answer: object) -> bool:
    """Whether nothing was answered yet: ``...``, ``None``, or a text, list or dictionary without content.

    >>> is_blank(...), is_blank(" … "), is_blank([]), is_blank(0)
    (True, True, True, False)
    """
    if answer is None or answer is ...:
        return True
    if isinstance(answer, str):
        return answer[:100].strip(" .…\n\t_-#").casefold() in BLANK_WORDS and len(answer) < 100
    if isinstance(answer, list | tuple | set | frozenset | dict):
        return not answer or (len(answer) < 100 and all(is_blank(element) for element in answer))
    return False


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class Closed(Exercise):
    """An exercise with one right answer, which is computed from the data."""

    kind: Kind
    right: Callable[[], Any]
    _known: dict[str, Any] = field(default_factory=dict, compare=False)

    def expects(self) -> str:
        return str(self.kind.expects)

    def mark(self, answer: object) -> Marked:
        if is_blank(answer):
            return Marked("not attempted", self._how_to_answer(none=answer is None))
        try:
            given = self.kind.read(answer)
        except (TypeError, ValueError, OverflowError):
            return self._unreadable(answer)
        if isinstance(given, list) and given and all(getattr(outcome, "blank", False) for outcome in given):
            return Marked("not attempted", given[0].fault.capitalize() + ".")  # a function that returns nothing
        right = self._once("right", self.right)
        if self.kind.same(given, right):
            return Marked("right", str(self.because))
        for number, mistake in enumerate(self.mistakes):
            if self.kind.same(given, self._once(f"mistake {number}", mistake.answer)):
                return Marked("not yet", str(mistake.says))
        return Marked("not yet", self.kind.difference(given, right) or self._look_again())

    def _once(self, name: str, make: Callable[[], Any]) -> Any:
        if name not in self._known:
            self._known[name] = self.kind.read(make())
        return self._known[name]

    def _unreadable(self, answer: object) -> Marked:
        for mistake in self.mistakes:  # a typical answer may be one of another type
            wrong = mistake.answer()
            if type(wrong) is type(answer) and isinstance(wrong, str | int | float | bool) and wrong == answer:
                return Marked("not yet", str(mistake.says))
        found = kind_of(answer)
        return Marked(
            "not yet",
            _("Expected: {expects}. This is {found} that cannot be read that way.").format(
                expects=self.expects(), found=found
            ),
        )

    def _how_to_answer(self, *, none: bool) -> str:
        said = _("Give your answer as {answer_name}: {expects}.").format(
            answer_name=self.answer_name, expects=self.expects()
        )
        if none:
            said += _(" The value is None just now. If you used print(…), leave it out.")
        return said

    def _look_again(self) -> str:
        return _("That is not it yet. Read the question once more, or take a hint.")
