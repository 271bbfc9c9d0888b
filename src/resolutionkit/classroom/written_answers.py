"""Exercises whose answer is written: drafts that the review reads, and free texts that people judge."""

from __future__ import annotations

import re
from dataclasses import dataclass

from resolutionkit.classroom import conditions
from resolutionkit.classroom.conditions import drafts_language
from resolutionkit.classroom.exercise import Exercise
from resolutionkit.classroom.misread import Misread
from resolutionkit.classroom.outcome import Outcome
from resolutionkit.classroom.run_code import value_of
from resolutionkit.classroom.values import kind_of, plain_text
from resolutionkit.document.model import Finding, Resolution
from resolutionkit.document.reading import parse
from resolutionkit.drafting.review import review
from resolutionkit.errors import KitError
from resolutionkit.language import Text, _

MOST_CHARACTERS = 100_000
"""A longer answer is not a learner's draft; reading stops there."""


@dataclass(frozen=True, slots=True)
class Condition:
    """Something that a written answer has to do, and what to say while it does not.

    One of the six says what: a pattern that has to occur or must not, a claim that must not be made or has to be denied,
    an expression that is true of the ``draft``, or the name of a function in :mod:`resolutionkit.classroom.conditions`.
    """

    says: Text
    needs: str = ""
    avoids: str = ""
    claims: str = ""
    denies: str = ""
    holds: str = ""
    test: str = ""
    wrong: tuple[str, ...] = ()
    """Texts that do not keep it, and keep all others before it."""

    def is_kept(self, text: str, draft: Resolution) -> bool:
        """Whether a text keeps the condition."""
        plain = plain_text(text)
        if self.test:
            return conditions.TESTS[self.test](text, draft)
        if self.holds:
            return bool(value_of(self.holds, {"draft": draft}))
        if self.claims:
            return not conditions.claims(plain, self.claims)
        if self.denies:
            return conditions.denies(plain, self.denies)
        if self.avoids:
            return not re.search(self.avoids, plain, re.IGNORECASE)
        return bool(re.search(self.needs, plain, re.IGNORECASE))


@dataclass(frozen=True, kw_only=True, repr=False)
class Written(Exercise):
    """An answer in words. Where there is something to judge, it is never right, but complete."""

    conditions: tuple[Condition, ...] = ()

    def finished(self, found: Outcome, answer: object, text: str) -> Outcome:
        if found.status != "complete":
            return Outcome(self.number, found.status, text, cause=found.cause)
        rubric = tuple(map(str, self.rubric))
        model = re.split('"""', self.solved)[1].strip()
        return Outcome(self.number, "complete", text, rubric, mine=str(answer).strip(), model=model)

    def last_hint(self) -> str:
        return _("One way to do it. Copy it into the answer cell, or better, find words of your own:")

    @property
    def _best(self) -> Outcome:
        return Outcome(self.number, "complete" if self.rubric else "right", str(self.because))

    def _text(self, answer: object) -> str:
        if not isinstance(answer, str):
            raise Misread(_("This is {found}.").format(found=kind_of(answer)))
        return answer[:MOST_CHARACTERS]

    def _first_broken(self, text: str, draft: Resolution) -> Condition | None:
        return next((c for c in self.conditions if not c.is_kept(text, draft)), None)

    def _not_kept(self, condition: Condition) -> Outcome:
        cause = f"condition-{self.conditions.index(condition) + 1}"
        return Outcome(self.number, "not yet", str(condition.says), cause=cause)


@dataclass(frozen=True, kw_only=True, repr=False)
class Drafting(Written):
    """A draft, or a piece of one: without errors in the review, and doing what the task asks.

    ``frame`` completes a piece to a draft: ``"The General Assembly,\\n\\n{draft}\\n\\n1. Decides …"``. What the
    review finds in the frame itself does not count.
    """

    frame: str = "{draft}"

    @property
    def reader_points(self) -> int:
        """Half of the points are for the substance, where there is a rubric to judge it by."""
        return self.points // 2 if self.rubric else 0

    def expects(self) -> str:
        return _("a text between three quotation marks")

    def compare(self, answer: object) -> Outcome:
        text = self._text(answer).strip()
        try:
            draft = parse(self.frame.replace("{draft}", text), drafts_language())
        except KitError as fault:
            return Outcome(self.number, "not yet", str(fault), cause="misread")
        broken = self._first_broken(text, draft)
        if broken:
            return self._not_kept(broken)
        found = review(draft) if "{draft}" in self.frame else []  # an amendment is no draft
        errors = [f for f in found if conditions.is_error(f)]
        if errors:
            return Outcome(self.number, "not yet", _told(errors), cause=errors[0].code)
        best, hints = self._best, [f for f in found if not conditions.is_error(f)]
        if hints and self.rubric:
            text = _("An editor would look again at these: {hints}").format(hints=_told(hints))
            return Outcome(self.number, best.status, f"{best.text} {text}")
        return best


@dataclass(frozen=True, kw_only=True, repr=False)
class Essay(Written):
    """A few sentences of the learner's own: checked for form here, for substance by people."""

    words: tuple[int, int]
    """Fewest and most."""

    @property
    def reader_points(self) -> int:
        """One point is for the form, which a program sees; all others are a reader's."""
        return max(self.points - 1, 1)

    def expects(self) -> str:
        fewest, most = self.words
        return _("a text of {fewest} to {most} words").format(fewest=fewest, most=most)

    def compare(self, answer: object) -> Outcome:
        text = self._text(answer)
        count = sum(any(map(str.isalnum, word)) for word in text.split())
        if not self.words[0] <= count <= self.words[1]:
            said = _("Your text has {count} words. Expected: {expects}.").format(count=count, expects=self.expects())
            return Outcome(self.number, "not yet", said, cause="length")
        broken = self._first_broken(text, Resolution())
        return self._not_kept(broken) if broken else self._best


def _told(findings: list[Finding]) -> str:
    said = " ".join(f"{f.label or '–'}: {f.message} {f.advice} ({f.code})" for f in findings[:2])
    if len(findings) > 2:
        said += _(" And {number} more.").format(number=len(findings) - 2)
    return said
