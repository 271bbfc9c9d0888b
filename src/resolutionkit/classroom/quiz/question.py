"""A question: what is asked, its options in the order in which they are shown, and what a marking says."""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import dataclass, field
from html import escape
from string import ascii_lowercase
from typing import NamedTuple, TypeVar

from resolutionkit.classroom.exercise import is_blank
from resolutionkit.classroom.outcome import Outcome, Status, boxed
from resolutionkit.language import Text, _

T = TypeVar("T")

_COLOUR: dict[Status, str] = {"right": "success", "not yet": "warn", "not attempted": "info"}


class Evidence(NamedTuple):
    """Where a claim about the resolution stands: a paragraph and words of it.

    >>> print(Evidence("OP15", "ersucht den Generalsekretär"))
    OP15: “ersucht den Generalsekretär”
    """

    paragraph: str
    quote: str

    def __str__(self) -> str:
        return _("{paragraph}: “{quote}”").format(paragraph=self.paragraph, quote=self.quote)


@dataclass(frozen=True, slots=True, kw_only=True)
class Option:
    """An answer to choose, a paragraph to put in order, or a thing to match."""

    says: Text
    why: Text
    """Why it is right or wrong; of a thing to order or match: why it belongs there."""
    right: bool = False
    to: Text | None = None
    """What it is matched with."""
    hint: Text | None = None
    """Said while a thing to order or match is misplaced; it does not give the place away."""
    evidence: Evidence | None = None


class Line(NamedTuple):
    """What is said of one option: right (True), wrong (False) or rightly left alone (None)."""

    right: bool | None
    name: str
    """As the learner writes it: "b", or "2c" for a pair."""
    says: str
    why: str
    evidence: Evidence | None = None

    @property
    def sign(self) -> str:
        """A sign, so that nothing depends on colour.

        >>> Line(True, "b", "", "").sign
        '✓'
        """
        return {True: "✓", False: "✗", None: "·"}[self.right]

    def __str__(self) -> str:
        name = f"{self.name}) " if self.name else ""
        where = f" ({self.evidence})" if self.evidence else ""
        return f"{self.sign} {name}{self.says} – {self.why}{where}"

    def html(self) -> str:
        """Return the line as HTML; a quote is marked as German."""
        word = {True: _("right"), False: _("wrong"), None: ""}[self.right]
        where = ""
        if self.evidence:
            marks = _("“ ”").split()
            quote = f'{marks[0]}<span lang="de">{escape(self.evidence.quote)}</span>{marks[1]}'
            where = f" <span>({escape(self.evidence.paragraph)}: {quote})</span>"
        name = f"{escape(self.name)}) " if self.name else ""
        spoken = f'<span aria-label="{word}" role="img">{self.sign}</span>' if word else self.sign
        return f"{spoken} <b>{name}{escape(self.says)}</b><br>{escape(self.why)}{where}"


@dataclass(frozen=True, slots=True)
class Verdict(Outcome):
    """What became of an answer: an outcome, and a line for each option that it touches."""

    lines: tuple[Line, ...] = ()

    def __str__(self) -> str:
        return "\n".join([f"{self._head()} {self.text}".strip(), *(f"  {line}" for line in self.lines)])

    __repr__ = __str__

    def _repr_html_(self) -> str:
        rows = "".join(f'<li style="margin:.4em 0">{line.html()}</li>' for line in self.lines)
        list_ = f'<ul style="list-style:none;padding:0;margin:.4em 0">{rows}</ul>' if rows else ""
        head = f'<p style="margin:.3em 0"><b>{self._head()}</b> {escape(self.text)}</p>'
        return boxed(head + list_, _COLOUR[self.status])


class Unreadable(ValueError):
    """An answer that cannot be read; its text says why, to the learner."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """What every question has; the kinds say how an answer is read and marked."""

    id: str
    ask: Text
    options: tuple[Option, ...]
    """In the order of the bank; of paragraphs to order, that is the right one."""
    evidence: Evidence | None = None
    fact: str = ""
    """Name of the test that compares the right answer with the data."""
    shown: tuple[Option, ...] = field(init=False)
    """In the order in which they are shown: the same on each run, and never the one of the bank."""

    def __post_init__(self) -> None:
        object.__setattr__(self, "shown", shuffled(self.options, self.id))

    def letter(self, option: Option) -> str:
        """Return the letter by which an option is answered.

        >>> from resolutionkit.classroom.quiz import quiz
        >>> question = quiz("anatomy-1")
        >>> [question.letter(option) for option in question.shown]
        ['a', 'b', 'c', 'd']
        """
        return ascii_lowercase[self.shown.index(option)]

    @property
    def letters(self) -> str:
        """The letters of all options: "abcd"."""
        return ascii_lowercase[: len(self.shown)]

    def check(self, answer: object = ...) -> Verdict:
        """Mark an answer of any type and say why; it never raises.

        ``...``, ``None`` and empty answers count as not attempted.

        >>> from resolutionkit.classroom.quiz import quiz
        >>> print(quiz("anatomy-1").check(...))
        ○ Not attempted. Expected: a letter such as "a".
        """
        try:
            if is_blank(answer):
                return Verdict(self.id, "not attempted", self._expected())
            return self.mark(answer)
        except Unreadable as fault:
            return Verdict(self.id, "not yet", f"{fault} {self._expected()}")
        except Exception as fault:  # whatever a learner hands in must not end in a traceback
            name = type(fault).__name__
            unread = _("This answer could not be read ({name}).").format(name=name)
            return Verdict(self.id, "not yet", f"{unread} {self._expected()}")

    def mark(self, answer: object) -> Verdict:
        """Return what an answer is worth; :class:`Unreadable` for one that is none."""
        raise NotImplementedError

    def expects(self) -> str:
        """Say what an answer looks like."""
        raise NotImplementedError

    def example(self) -> str:
        """Return the form of an answer; its letters are those of the shown order, whatever is right."""
        raise NotImplementedError

    def rows(self) -> list[tuple[str, str]]:
        """Return (letter, words) of everything that an answer may name."""
        return [(self.letter(option), str(option.says)) for option in self.shown]

    def _expected(self) -> str:
        return _("Expected: {expects}.").format(expects=self.expects())

    def _how(self) -> str:
        return _("Answer with") + f' rk.quiz("{self.id}").check("{self.example()}")'

    def __str__(self) -> str:
        rows = [f"  {name}) {words}" for name, words in self.rows()]
        return "\n".join([f"{self.id}  {self.ask}", *rows, self._how()])

    __repr__ = __str__

    def _repr_html_(self) -> str:
        rows = "".join(f"<li>{name}) {escape(words)}</li>" for name, words in self.rows())
        listed = f'<ul style="list-style:none;padding-inline-start:1em">{rows}</ul>'
        return boxed(
            f"<p><b>{self.id}</b> {escape(str(self.ask))}</p>{listed}<p>{escape(self._how())}</p>",
            "info",
        )


def shuffled(things: Sequence[T], seed: str) -> tuple[T, ...]:
    """Return the things in another order than they came in, the same for the same seed.

    >>> shuffled("abcd", "x") == shuffled("abcd", "x") != tuple("abcd")
    True
    """
    order, dice = list(things), random.Random(seed)
    while len(order) > 1 and order == list(things):
        dice.shuffle(order)
    return tuple(order)
