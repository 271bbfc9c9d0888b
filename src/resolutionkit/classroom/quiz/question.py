"""A question: what is asked, its options in the order in which they are shown, and what a marking says."""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import dataclass, field
from string import ascii_lowercase
from typing import TypeVar

from resolutionkit.classroom.outcome import Evidence, Outcome, html
from resolutionkit.classroom.task import Task
from resolutionkit.language import Text, _

T = TypeVar("T")


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


@dataclass(frozen=True, kw_only=True)
class Question(Task):
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

    @property
    def name(self) -> str:
        return self.id

    def check(self, answer: object = ...) -> Outcome:
        """Mark an answer of any type and say why; it never raises.

        ``...``, ``None`` and empty answers count as not attempted.

        >>> from resolutionkit.classroom.quiz import quiz
        >>> print(quiz("anatomy-1").check(...))
        ○ Not attempted. Expected: a letter such as "a".
        """
        return self.mark(... if isinstance(answer, list | dict | tuple) and not answer else answer)

    def example(self) -> str:
        """Return the form of an answer; its letters are those of the shown order, whatever is right."""
        raise NotImplementedError

    def rows(self) -> list[tuple[str, str]]:
        """Return (letter, words) of everything that an answer may name."""
        return [(self.letter(option), str(option.says)) for option in self.shown]

    def whole(self) -> str:
        """Return the piece of text whose parts are labelled; "" for other questions."""
        return ""

    def how(self) -> str:
        """Say how one answers in words."""
        return _("Answer with") + f' rk.quiz("{self.id}").check("{self.example()}")'

    def __str__(self) -> str:
        rows = [f"  {name}) {words}" for name, words in self.rows()]
        return "\n".join([f"{self.id}  {self.ask}", *rows, self.how()])

    __repr__ = __str__

    def _repr_html_(self) -> str:
        return html("question", question=self)


def shuffled(things: Sequence[T], seed: str) -> tuple[T, ...]:
    """Return the things in another order than they came in, the same for the same seed.

    >>> shuffled("abcd", "x") == shuffled("abcd", "x") != tuple("abcd")
    True
    """
    order, dice = list(things), random.Random(seed)
    while len(order) > 1 and order == list(things):
        dice.shuffle(order)
    return tuple(order)
