"""An exercise: what is asked, what is right, what typically goes wrong, and how to help.

The code in the files of exercises is the kit's own: the solution, and beside it expressions for wrong answers. Nothing
that a learner writes is run here.
"""

import collections
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import Any

from resolutionkit.classroom import answer_cell, record
from resolutionkit.classroom.answers import AnswerType, Task, brief
from resolutionkit.classroom.outcome import Help, Outcome, Score
from resolutionkit.language import Text, _

LEVELS = {
    "reading": Text("reading", "Lesen"),
    "programming": Text("programming", "Programmieren"),
    "drafting": Text("drafting", "Entwerfen"),
}
_BLANKS = re.compile(r"«(.*?)»", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Step(Text):
    """A hint: a sentence, and where it helps a piece of code that runs as it stands."""

    code: str = ""


@dataclass(frozen=True, kw_only=True)
class Exercise(Task):
    """What every exercise has; :class:`Closed` and the written ones say how an answer is marked."""

    number: str
    """"1.2": the second exercise of the first topic."""
    title: Text
    question: Text
    level: str
    """One of ``LEVELS``."""
    minutes: int
    core: bool = True
    """False for what can wait."""
    points: int = 1
    """In the teacher's gradebook."""
    hints: tuple[Step, ...]
    """In steps, from a nudge to the way; two more follow, the solution with blanks and the solution."""
    code: str
    """A cell that solves the exercise: it assigns ``answer_1_2``; what a hint leaves blank stands between « and »."""
    because: Text
    """Why this is right, with its paragraph; said with a right answer and with the solution."""
    needs: str = ""
    """The package that the shortest way needs: "pandas"."""
    by_reading: Text | None = None
    """How the same is found by reading, without that package."""
    rubric: tuple[Text, ...] = ()
    """What the learner, or a teacher, judges by reading."""
    variant: int = 0
    """From which the question was drawn; 0 for the one that all have."""

    @property
    def key(self) -> str:
        """Under which it is on record: "1.2", or "1.2/7" in variant 7."""
        return f"{self.number}/{self.variant}" if self.variant else self.number

    @property
    def answer_name(self) -> str:
        """The name to which the learner gives the answer: ``answer_1_2``."""
        return "answer_" + self.number.replace(".", "_")

    @property
    def solved(self) -> str:
        """The code of the solution."""
        return _BLANKS.sub(r"\1", self.code)

    @property
    def reader_points(self) -> int:
        """Those of :attr:`points` that only somebody who reads the answer can give: half, where there is a rubric."""
        return self.points // 2 if self.rubric else 0

    def check(self, answer: object = answer_cell.OWN) -> Outcome:
        """Mark an answer of any type, put it on record, and say what led there.

        Without an answer it takes the one that stands in the notebook under :attr:`answer_name`; where the cell that
        gives it failed or was not run, it says so. It never raises: a wrong answer is an outcome.

        >>> import resolutionkit as rk
        >>> rk.exercise("1.1").check(...)
        ○ Not attempted. Give your answer as answer_1_1: a number such as 7, without quotation marks.
        """
        answer, fault = answer_cell.answer_to_check(self.answer_name, answer)
        if fault:
            return Outcome("not checked", fault)
        found = self.mark(answer)
        tries = found.status != "not attempted"
        trouble = record.note(self.key, status=found.status, tries=tries, cause=found.cause)
        return replace(found, text=f"{found.text} {trouble}".strip())

    def score(self, answer: object = answer_cell.OWN) -> Score:
        """Return the points that a program can give, all or none, without putting anything on record.

        >>> import resolutionkit as rk
        >>> rk.exercise("1.1").score(21), rk.exercise("1.1").score(22)
        (1, 0)
        """
        answer, fault = answer_cell.answer_to_check(self.answer_name, answer)
        most = self.points - self.reader_points
        return Score(most if not fault and self.mark(answer).done else 0, most)

    def unanswered(self, answer: object) -> str:
        said = _("Give your answer as {answer_name}: {expects}.")
        said = said.format(answer_name=self.answer_name, expects=self.expects())
        none = _(" The value is None just now: if you used print(…), leave it out.")
        return said + none if answer is None else said

    def hint(self, step: int | None = None) -> Help:
        """Return the next hint, or the one that ``step`` names (from 1); the last one holds the code.

        Which hints were seen is on record, so that "the next one" is right after a restart too.
        """
        blanks = _("The solution with blanks: put what is missing in place of each ____.")
        steps = [(str(hint), hint.code) for hint in self.hints]
        steps += [(blanks, _BLANKS.sub(answer_cell.BLANK, self.code)), (self.last_hint(), self.solved)]
        seen = record.entries().get(self.key, {}).get("hints", 0)
        at = min(max(int(seen + 1 if step is None else step), 1), len(steps))
        trouble = record.note(self.key, hint=at)
        head, (text, code) = _("Hint {step} of {of}.").format(step=at, of=len(steps)), steps[at - 1]
        if step is None and seen >= len(steps):
            text = _("There is no further hint: this is the last one once more.") + " " + text
        return Help(head, f"{text} {trouble}".strip(), code, step=at)

    def last_hint(self) -> str:
        """What stands above the solution."""
        return _("The solution. Copy this into the answer cell:")

    def solution(self) -> Help:
        """Return the code that solves the exercise, and why it does."""
        record.note(self.key, solution=True)
        head = _("Solution of {number}:").format(number=self.number)
        return Help(head, code=self.solved, because=str(self.because))

    def about(self) -> list[str]:
        """What one should know beforehand: level, time, whether it can wait, what it needs."""
        marks = [str(LEVELS[self.level]), _("{minutes} minutes").format(minutes=self.minutes)]
        marks.append(_("core") if self.core else _("optional"))
        return marks + ([_("needs {package}").format(package=self.needs)] if self.needs else [])

    def __str__(self) -> str:
        return f"{self.number} {self.title} ({', '.join(self.about())})\n{self.question}"

    __repr__ = __str__


@dataclass(frozen=True, slots=True)
class Mistake(Text):
    """What led to a typical wrong answer.

    ``answer`` is an expression that gives it, or several; it may use the names of the solution.
    """

    answer: str | Sequence[str] = ()
    name: str = ""


@dataclass(frozen=True, slots=True)
class Reason(Text):
    """What is said of one part of a wrong answer, where ``when`` is true of it.

    ``when`` and ``show`` are expressions: ``x`` is the part ("OP7"), ``name`` what it belongs to, and ``show`` fills
    the field ``{why}`` of the sentence.
    """

    when: str = "True"
    show: str = "''"


@dataclass(frozen=True, kw_only=True, repr=False)
class Closed(Exercise):
    """An exercise with one right answer: the one that its own solution gives."""

    kind: AnswerType
    mistakes: tuple[Mistake, ...] = ()
    reasons: dict[str, tuple[Reason, ...]] = field(default_factory=dict)
    """Part of a wrong answer ("extra", "missing", "more" …) -> what is said of it, the first that holds."""

    @cached_property
    def names(self) -> dict[str, Any]:
        """Everything that has a name after the solution was run."""
        return names_after(self.solved, quoted_in(str(self.question)))

    @property
    def right(self) -> Any:
        """The right answer, as the solution gives it."""
        return self.names[self.answer_name]

    @cached_property
    def typical(self) -> tuple[tuple[Any, Mistake], ...]:
        """The typical wrong answers, each with its mistake."""
        found = [(m, [m.answer] if isinstance(m.answer, str) else m.answer) for m in self.mistakes]
        return tuple((value_of(code, self.names), mistake) for mistake, codes in found for code in codes)

    def expects(self) -> str:
        return self.kind.expects

    def compare(self, answer: object) -> Outcome:
        given, wanted = self.kind.read(answer), self.kind.read(self.right)
        if self.kind.same(given, wanted):
            return Outcome("right", str(self.because))
        for typical, mistake in self.typical:
            wrong = self.kind.read(typical)
            if given == wrong or self.kind.same(given, wrong):
                return Outcome("not yet", str(mistake), cause=mistake.name)
        parts: list[str] = []

        def tell(part: str, **names: Any) -> str:
            parts.append(part)
            return self._tell(part, **names)

        said = self.kind.difference(given, wanted, tell) or _("Not quite. Read the question once more, or take a hint.")
        return Outcome("not yet", said, cause=parts[0] if parts else "other")

    def _tell(self, part: str, **names: Any) -> str:
        """What the file says of a part of a wrong answer; expressions of the kit may fail on what a learner wrote."""
        for reason in self.reasons.get(part, ()):
            try:
                if value_of(reason.when, self.names, **names):
                    shown = names | {"why": value_of(reason.show, self.names, **names)}
                    return filled(str(reason), {field: brief(value) for field, value in shown.items()})
            except Exception:
                continue
        return ""


# --- The code in the files, and the fields of their sentences -----------------------------------------------------


def names_after(code: str, quoted: str = "") -> dict[str, Any]:
    """Return all names after a solution was run as a learner runs it; ``quoted`` is the draft in the question."""
    import networkx as nx
    import pandas as pd

    import resolutionkit as rk
    from resolutionkit import networks, policing

    names: dict[str, Any] = {"rk": rk, "res": rk.load(), "nx": nx, "pd": pd, "networks": networks}
    names |= {"policing": policing, "re": re, "Counter": collections.Counter, "quoted": quoted}
    exec(code, names)
    return names


def value_of(expression: str, names: dict[str, Any], **more: Any) -> Any:
    """Return what an expression gives; it may use the names of the solution, and ``more``."""
    return eval(expression, names | more)


def quoted_in(question: str) -> str:
    """Return what stands in a question between two lines of backticks, "" for none."""
    parts = re.split(r"^```\w*$", question, maxsplit=2, flags=re.MULTILINE)
    return parts[1].strip() if len(parts) > 2 else ""


def filled(text: str, names: Mapping[str, Any]) -> str:
    """Return a sentence with its fields: ``{x}`` and the like, and no others.

    >>> filled("{x} is operative.", {"x": "OP7"})
    'OP7 is operative.'
    """
    return re.sub(r"\{(\w+)\}", lambda field: str(names.get(field[1], field[0])), text)
