"""Exercises whose answer is written: drafts that the review reads, and free texts that people judge."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from resolutionkit.classroom.exercise import Exercise, Marked, is_blank
from resolutionkit.classroom.values import kind_of
from resolutionkit.document.model import Finding, Resolution
from resolutionkit.document.reading import parse
from resolutionkit.drafting.review import review
from resolutionkit.errors import KitError
from resolutionkit.language import Text, _

Holds = Callable[[str, Resolution], bool]
"""A condition's test: gets the text and the draft that was read from it."""

MOST_CHARACTERS = 100_000
"""A longer answer is not a learner's draft; reading stops there."""


@dataclass(frozen=True, slots=True)
class Condition:
    """Something that a written answer has to do, and what to say while it does not."""

    holds: Holds
    says: Text


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class Drafting(Exercise):
    """A draft, or a piece of one: without errors in the review, and doing what the task asks.

    ``frame`` completes a piece to a draft: ``"The General Assembly,\\n\\n{draft}\\n\\n1. Decides …"``. What the
    review finds in the frame itself does not count.
    """

    conditions: tuple[Condition, ...] = ()
    frame: str = "{draft}"
    language: str | None = "en"
    allowed: frozenset[str] = frozenset()
    """Codes of errors that this task leaves aside, for instance in a single paragraph."""

    @property
    def reader_points(self) -> int:
        """Half of the points are for the substance, where there is a rubric to judge it by."""
        return self.points // 2 if self.rubric else 0

    def expects(self) -> str:
        return _("a text between three quotation marks")

    def mark(self, answer: object) -> Marked:
        blank = _not_a_text(answer, self)
        if blank:
            return blank
        assert isinstance(answer, str)
        text = answer[:MOST_CHARACTERS].strip()
        try:
            draft = parse(self.frame.replace("{draft}", text), self.language)
        except KitError as fault:
            return Marked("not yet", str(fault))
        for condition in self.conditions:
            if not condition.holds(text, draft):
                return Marked("not yet", str(condition.says))
        errors = [f for f in review(draft) if f.severity == "error" and f.code not in self.allowed]
        if errors:
            return Marked("not yet", _told(errors))
        return Marked("right", str(self.because))


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class Essay(Exercise):
    """A few sentences of the learner's own: checked for form here, for substance by people."""

    words: tuple[int, int] = (20, 200)
    """Fewest and most."""
    conditions: tuple[Condition, ...] = ()
    manual: bool = True
    """A teacher gives the points."""

    @property
    def reader_points(self) -> int:
        """One point is for the form, which a program sees; all others are a reader's."""
        return max(self.points - 1, 1) if self.manual else 0

    def expects(self) -> str:
        fewest, most = self.words
        return _("a text of {fewest} to {most} words").format(fewest=fewest, most=most)

    def mark(self, answer: object) -> Marked:
        blank = _not_a_text(answer, self)
        if blank:
            return blank
        assert isinstance(answer, str)
        text = answer[:MOST_CHARACTERS]
        count = len(re.findall(r"[^\W\d_]+", text))
        if not self.words[0] <= count <= self.words[1]:
            return Marked(
                "not yet",
                _("Your text has {count} words. Expected: {expects}.").format(count=count, expects=self.expects()),
            )
        for condition in self.conditions:
            if not condition.holds(text, Resolution()):
                return Marked("not yet", str(condition.says))
        return Marked("right", str(self.because))


def names_a_paragraph(text: str, _: Resolution) -> bool:
    """Whether a text points to a paragraph by its label.

    >>> names_a_paragraph("As OP13(a) says", Resolution())
    True
    """
    return bool(re.search(r"\b(?:PP|OP)\s?\d+", text))


def _not_a_text(answer: object, exercise: Exercise) -> Marked | None:
    if is_blank(answer):
        return Marked(
            "not attempted",
            _("Give your answer as {answer_name}: {expects}.").format(
                answer_name=exercise.answer_name, expects=exercise.expects()
            ),
        )
    if not isinstance(answer, str):
        found = kind_of(answer)
        return Marked(
            "not yet",
            _("Expected: {expects}. This is {found}.").format(expects=exercise.expects(), found=found),
        )
    return None


def _told(errors: list[Finding]) -> str:
    said = " ".join(f"{f.label or '–'}: {f.message} {f.advice} ({f.code})" for f in errors[:2])
    if len(errors) > 2:
        said += _(" And {number} more.").format(number=len(errors) - 2)
    return said
