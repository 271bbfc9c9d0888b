"""Exercises whose answer is written: drafts that the review reads, and free texts that people judge."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from resolutionkit.classroom.answers import Misread, kind_of
from resolutionkit.classroom.conditions import Condition, drafts_language, is_error
from resolutionkit.classroom.exercise import Exercise
from resolutionkit.classroom.outcome import Outcome
from resolutionkit.document.model import Finding, Resolution
from resolutionkit.document.reading import parse
from resolutionkit.drafting.review import review
from resolutionkit.errors import KitError
from resolutionkit.language import _

MOST_CHARACTERS = 100_000
"""A longer answer is not a learner's draft; reading stops there."""


@dataclass(frozen=True, kw_only=True, repr=False)
class Written(Exercise):
    """An answer in words, without errors in the review. Where there is something to judge, it is never right, but complete.

    ``frame`` completes a piece to a draft: ``"The General Assembly,\\n\\n{draft}\\n\\n1. Decides …"``; what the review
    finds in the frame itself does not count. Without the field it is the draft that amendments change.
    """

    conditions: tuple[Condition, ...]
    frame: str = "{draft}"

    @property
    def reader_points(self) -> int:
        """Half of the points are for the substance, where there is a rubric to judge it by."""
        return self.points // 2 if self.rubric else 0

    def last_hint(self) -> str:
        return _("One way to do it. Copy it into the answer cell, or better, find words of your own:")

    def expects(self) -> str:
        return _("a text between three quotation marks")

    def draft_in(self, text: str) -> Resolution | Outcome:
        """Return the draft that a text is, for its conditions; or why they cannot be looked at."""
        try:
            return parse(self.frame.replace("{draft}", text.strip()), drafts_language())
        except KitError as fault:
            return Outcome("not yet", str(fault), cause="misread")

    def compare(self, answer: object) -> Outcome:
        if not isinstance(answer, str):
            raise Misread(_("This is {found}.").format(found=kind_of(answer)))
        text = answer[:MOST_CHARACTERS]
        draft = self.draft_in(text)
        if isinstance(draft, Outcome):
            return draft
        for number, condition in enumerate(self.conditions, 1):
            if not condition.is_kept(text, draft):
                return Outcome("not yet", str(condition), cause=f"condition-{number}")
        found = review(draft) if "{draft}" in self.frame else []
        errors, hints = [f for f in found if is_error(f)], [f for f in found if not is_error(f)]
        if errors:
            return Outcome("not yet", _told(errors), cause=errors[0].code)
        if not self.rubric:
            return Outcome("right", str(self.because))
        said = str(self.because)
        if hints:
            said += " " + _("An editor would look again at these: {hints}").format(hints=_told(hints))
        model = re.split('"""', self.solved)[1].strip()
        rubric = tuple(map(str, self.rubric))
        return Outcome("complete", said, rubric, mine=answer.strip(), model=model, number=self.number)


@dataclass(frozen=True, kw_only=True, repr=False)
class Essay(Written):
    """A few sentences of the learner's own: checked for form here, for substance by people."""

    words: Sequence[int]
    """Fewest and most."""
    frame: str = ""

    @property
    def reader_points(self) -> int:
        """One point is for the form, which a program sees; all others are a reader's."""
        return max(self.points - 1, 1)

    def expects(self) -> str:
        fewest, most = self.words
        return _("a text of {fewest} to {most} words").format(fewest=fewest, most=most)

    def draft_in(self, text: str) -> Resolution | Outcome:
        count = sum(any(map(str.isalnum, word)) for word in text.split())
        if self.words[0] <= count <= self.words[1]:
            return Resolution()
        said = _("Your text has {count} words. Expected: {expects}.").format(count=count, expects=self.expects())
        return Outcome("not yet", said, cause="length")


def _told(findings: list[Finding]) -> str:
    said = " ".join(f"{f.label or '–'}: {f.message} {f.advice} ({f.code})" for f in findings[:2])
    if len(findings) > 2:
        said += _(" And {number} more.").format(number=len(findings) - 2)
    return said
