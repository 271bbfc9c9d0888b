"""Exercises whose answer is written: drafts that the review reads, and free texts that people judge.

What such a text has to do stands in ``data/exercises/`` as conditions; below are the functions that their expressions
may call.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from resolutionkit import networks, tables
from resolutionkit.classroom.answers import Misread, kind_of, plain_text
from resolutionkit.classroom.exercise import Exercise, quoted_in, value_of
from resolutionkit.classroom.outcome import Outcome
from resolutionkit.document.bundled import load
from resolutionkit.document.grammar.labels import label_at
from resolutionkit.document.model import Finding, Resolution
from resolutionkit.document.reading import parse
from resolutionkit.drafting.negotiation import Amended, amend, read_amendments
from resolutionkit.drafting.review import review
from resolutionkit.drafting.review.repeats import taken_apart
from resolutionkit.errors import KitError
from resolutionkit.files import read_toml
from resolutionkit.language import Text, _, data_language

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
        if self.holds:
            return bool(value_of(self.holds, globals(), text=text, draft=draft))
        if self.claims:
            return all(_denials(self.claims, plain))
        if self.denies:
            return any(_denials(self.denies, plain))
        if self.avoids:
            return not re.search(self.avoids, plain, re.IGNORECASE)
        return bool(re.search(self.needs, plain, re.IGNORECASE))


@dataclass(frozen=True, kw_only=True, repr=False)
class Written(Exercise):
    """An answer in words, without errors in the review. Where there is something to judge, it is never right, but complete.

    ``frame`` completes a piece to a draft: ``"The General Assembly,\\n\\n{draft}\\n\\n1. Decides …"``; what the review
    finds in the frame itself does not count. A frame without ``{draft}`` stands beside what is no draft: amendments.
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
            return parse(self.frame.replace("{draft}", text.strip()), data_language())
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


# --- Conditions: claims and denials ---------------------------------------------------------------------------


@cache
def wordings(name: str) -> re.Pattern[str]:
    """One of the lists of ``data/conditions.toml``."""
    return re.compile("|".join(read_toml("conditions.toml")[name]), re.IGNORECASE)


def _denials(pattern: str, text: str) -> list[bool]:
    """Whether each part of a sentence in which a pattern occurs denies or doubts it: "nobody can deny that" does not."""
    parts = re.split(r"(?<=[.!?;:])\s+|,? (?:but|aber|sondern) ", wordings("affirms").sub("", text))
    return [bool(wordings("denies").search(part)) for part in parts if re.search(pattern, part, re.IGNORECASE)]


# --- Essays: labels, words, numbers, actors -------------------------------------------------------------------


def labels_in(text: str) -> list[str]:
    """Return the labels that a text names, in its order.

    >>> labels_in("As OP 13 (b) and Präambelabsatz 6 say")
    ['OP13(b)', 'PP6']
    """
    text = plain_text(text)
    starts = re.finditer(r"\b(?:PP|OP|operative|preambular|Ziffer|Präambelabsatz)\b|\b(?:PP|OP)(?=\d)", text)
    found = (label_at(text, start.start()) for start in starts)
    return [label[0] for label in found if label]


def paragraphs() -> dict[str, str]:
    """The paragraphs of 75/10: label -> text."""
    return {p.label: p.text for p in load().paragraphs}


def has_a_count(text: str) -> bool:
    """Whether a number stands in the text that is neither a label nor a resolution nor the session."""
    return bool(re.search(r"\d", re.sub(r"\b(?:PP|OP)\s?\d+|\b\d+/\d+|\b75(?:th|\.)", " ", text)))


def has_a_verb(text: str) -> bool:
    """Whether the text names an opener, in whatever form: "Requests", "to request", "ersucht"."""
    openers = {row["opener"] for row in tables.rows("opener_counts")} | {p.opener for p in load().operative}
    return any(opener.rstrip("s").casefold() in text.casefold() for opener in openers)


def names_women_and_interpol(text: str) -> bool:
    """Whether a paragraph that the text names is one in which both are named."""
    return bool(set(labels_in(text)) & set(networks.co_mentions().edges["women", "interpol"]["labels"]))


def names_a_cooperation(text: str) -> bool:
    """Whether the network of cooperation has a line from a paragraph that the text names."""
    lines = {tie["label"] for *_ends, tie in networks.cooperation().edges(data=True)}
    return bool(set(labels_in(text)) & lines)


def quotes_it(text: str) -> bool:
    """Whether at least four words in a row stand in a paragraph that the text names."""
    known, given = paragraphs(), _fours(text)
    return any(given & _fours(known[label]) for label in labels_in(text) if label in known)


def _fours(text: str) -> set[tuple[str, ...]]:
    words = re.findall(r"\w+", plain_text(text).casefold())
    return set(zip(words, words[1:], words[2:], words[3:], strict=False))


# --- Drafts -----------------------------------------------------------------------------------------------------


def on_the_day_of_adoption(text: str, draft: Resolution) -> bool:
    """Whether 75/10 is cited with the day of its adoption; a form of dates that the review mends is none of this."""
    cited = next(r for r in draft.references if r.symbol == "A/RES/75/10")
    adopted = load().adopted
    assert adopted
    if cited.date is None:
        return bool(re.search(rf"(?<!/)\b{adopted.day}\b|\b{adopted.day}rd\b", text))
    return cited.date == adopted


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


# --- Amendments -------------------------------------------------------------------------------------------------


def is_an_amendment(text: str) -> bool:
    """Whether every line of a text is an amendment by label."""
    try:
        return bool(read_amendments(text))
    except KitError:
        return False


def amended(text: str) -> Amended | None:
    """The draft of exercise 7.4 with these amendments; None where they do not fit it."""
    german = data_language() == "de"
    name = "exercises_in_german.toml" if german else "exercises/negotiation.toml"
    question = read_toml(name)["7.4"]["question"]
    try:
        return amend(parse(quoted_in(question if german else question["en"]), data_language()), read_amendments(text))
    except KitError:
        return None


def first_act(text: str) -> str:
    """What has become of OP1; "" where it is gone."""
    done = amended(text)
    pairs = done.comparison.pairs if done else ()
    return next((p.after.text for p in pairs if p.before and p.after and p.before.label == "OP1"), "")


def keeps_the_aim(text: str) -> bool:
    """Whether OP1 still speaks of border posts and I-24/7."""
    act = first_act(text)
    gone = re.search(
        r"\bnot (?:to )?connect|refrain|from connecting|instead of connecting|nicht (?:\w+ )*anzuschließen", act
    )
    return "I-24/7" in act and bool(re.search("border|Grenz", act)) and not gone


def leaves_the_form_right(text: str) -> bool:
    """Whether the amended draft has no error of form."""
    done = amended(text)
    return done is not None and not any(map(is_error, review(done.draft)))
