"""Exercises whose answer is written: drafts that the review reads, and free texts that people judge.

What such a text has to do stands in ``data/exercises/`` as conditions; below are the functions that their expressions
may call.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from resolutionkit import networks, tables
from resolutionkit.classroom.answers import Misread, kind_of, plain_text
from resolutionkit.classroom.exercise import Exercise, filled, quoted_in, value_of
from resolutionkit.classroom.outcome import Outcome
from resolutionkit.document.bundled import load
from resolutionkit.document.grammar.labels import label_at
from resolutionkit.document.model import Finding, Resolution
from resolutionkit.document.reading import parse
from resolutionkit.drafting.negotiation import amend, read_amendments
from resolutionkit.drafting.review import review
from resolutionkit.drafting.review.repeats import taken_apart
from resolutionkit.errors import KitError
from resolutionkit.files import read_toml
from resolutionkit.language import Text, _, data_language, ngettext

_ALSO = {"networks": networks, "tables": tables}  # what expressions may use besides the functions of this module
MOST_CHARACTERS = 100_000
"""A longer answer is not a learner's draft; reading stops there."""


@dataclass(frozen=True, slots=True)
class Condition(Text):
    """What to say while a written answer does not do something that it has to do.

    One of the five says what: a pattern that has to occur or must not, a claim that must not be made or has to be denied,
    or an expression. It may use ``text``, ``draft`` (what was read from it; an empty one for an essay) and what stands
    in this module.
    """

    needs: str = ""
    avoids: str = ""
    claims: str = ""
    denies: str = ""
    holds: str = ""
    wrong: Sequence[str] = ()
    """Texts that do not keep it, and keep all others before it."""

    def is_kept(self, text: str, draft: Resolution) -> bool:
        """Whether a text keeps the condition."""
        plain = plain_text(text)
        if self.needs:
            return bool(re.search(self.needs, plain, re.IGNORECASE))
        if self.avoids:
            return not re.search(self.avoids, plain, re.IGNORECASE)
        if self.claims:
            return all(_denials(self.claims, plain))
        if self.denies:
            return any(_denials(self.denies, plain))
        try:
            return bool(value_of(self.holds, globals(), text=text, draft=draft, **_ALSO))
        except KitError:  # amendments that nobody can read, or that do not fit
            return False


@dataclass(frozen=True, kw_only=True, repr=False)
class Written(Exercise):
    """An answer in words, without errors in the review. Where there is something to judge, it is never right, but complete.

    ``frame`` completes a piece to a draft: ``"The General Assembly,\\n\\n{draft}\\n\\n1. Decides …"``; what the review
    finds in the frame itself does not count. ``{quoted}`` is the draft in the question: there amendments are asked for.
    """

    conditions: tuple[Condition, ...]
    frame: str = "{draft}"

    def last_hint(self) -> str:
        return _("One way to do it. Copy it into the answer cell, or better, find words of your own:")

    def expects(self) -> str:
        return _("a text between three quotation marks")

    def draft_in(self, text: str) -> Resolution:
        """Return the draft at which the conditions look."""
        names = {"draft": text.strip(), "quoted": quoted_in(str(self.question))}
        return parse(filled(self.frame, names), data_language())

    def compare(self, answer: object) -> Outcome:
        if not isinstance(answer, str):
            raise Misread(_("This is {found}.").format(found=kind_of(answer)))
        text = answer[:MOST_CHARACTERS]
        draft = self.draft_in(text)
        for number, condition in enumerate(self.conditions, 1):
            if not condition.is_kept(text, draft):
                return Outcome("not yet", str(condition), cause=f"condition-{number}")
        found = review(draft) if "{draft}" in self.frame else []
        if errors := [f for f in found if is_error(f)]:
            return Outcome("not yet", _told(errors), cause=errors[0].code)
        if not self.rubric:
            return Outcome("right", str(self.because))
        said = str(self.because)
        if found:  # hints, all of them
            said += " " + _("An editor would look again at these: {hints}").format(hints=_told(found))
        model = self.solved.split('"""')[1].strip()
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

    def draft_in(self, text: str) -> Resolution:
        count = sum(any(map(str.isalnum, word)) for word in text.split())
        if not self.words[0] <= count <= self.words[1]:
            raise Misread(ngettext("Your text has {n} word.", "Your text has {n} words.", count), "length")
        return Resolution()


def _told(findings: list[Finding]) -> str:
    said = " ".join(f"{f.label or '–'}: {f.message} {f.advice} ({f.code})" for f in findings[:2])
    if len(findings) > 2:
        said += _(" And {number} more.").format(number=len(findings) - 2)
    return said


# --- What the expressions of conditions may call ------------------------------------------------------------------


@cache
def wordings(name: str) -> re.Pattern[str]:
    """One of the lists of ``data/conditions.toml``."""
    return re.compile("|".join(read_toml("conditions.toml")[name]), re.IGNORECASE)


def _denials(pattern: str, text: str) -> list[bool]:
    """Whether each part of a sentence in which a pattern occurs denies or doubts it: "nobody can deny that" does not."""
    parts = re.split(r"(?<=[.!?;:])\s+|,? (?:but|aber|sondern) ", wordings("affirms").sub("", text))
    return [bool(wordings("denies").search(part)) for part in parts if re.search(pattern, part, re.IGNORECASE)]


def labels_in(text: str) -> list[str]:
    """Return the labels that a text names, in its order.

    >>> labels_in("As OP 13 (b) and Präambelabsatz 6 say")
    ['OP13(b)', 'PP6']
    """
    text = plain_text(text)
    starts = re.finditer(r"\b(?:PP|OP|operative|preambular|Ziffer|Präambelabsatz)\b|\b(?:PP|OP)(?=\d)", text)
    found = (label_at(text, start.start()) for start in starts)
    return [label[0] for label in found if label]


def quotes_it(text: str) -> bool:
    """Whether at least four words in a row stand in a paragraph that the text names."""
    given, named = _fours(text), labels_in(text)
    return any(given & _fours(p.text) for p in load().paragraphs if p.label in named)


def _fours(text: str) -> set[tuple[str, ...]]:
    words = re.findall(r"\w+", plain_text(text).casefold())
    return set(zip(words, words[1:], words[2:], words[3:], strict=False))


def is_error(finding: Finding) -> bool:
    """Whether an exercise is not done with it: errors, and of German drafts the form rules, hints since few are counted."""
    form = ("UN103", "UN104", "UN207") if data_language() == "de" else ()
    return finding.severity == "error" or finding.code in form


def speaks_to_somebody(draft: Resolution) -> bool:
    """Whether an act may address somebody; refused is only what surely does not: the list of verbs is open."""
    acts = draft.operative[:1] if len(draft.preamble) == 1 else draft.operative
    verbs = [p.opener if draft.language == "de" else taken_apart(p, "en").verb for p in acts]
    to_nobody = tuple(read_toml("conditions.toml")["to_nobody"])
    return any(not verb.startswith(to_nobody) for verb in verbs)


def first_act(text: str, draft: Resolution) -> str:
    """What amendments make of OP1; "" where it is gone."""
    pairs = amend(draft, read_amendments(text)).comparison.pairs
    return next((p.after.text for p in pairs if p.before and p.after and p.before.label == "OP1"), "")
