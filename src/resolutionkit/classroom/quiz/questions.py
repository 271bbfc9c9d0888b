"""Questions: what is asked, its options in the order in which they are shown, how an answer is read and what is said of it.

There are three kinds: choose one or several, put in order, match (and label the parts). Letters and pairs are read in
any way in which a learner may write them.
"""

from __future__ import annotations

import random
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from string import ascii_lowercase
from typing import TypeVar

from resolutionkit.classroom.answers import Misread, Task, kind_of, shown
from resolutionkit.classroom.outcome import Evidence, Line, Outcome, Templated
from resolutionkit.language import Text, _

T = TypeVar("T")
MOST = 200
"""Characters or elements of an answer; a longer one is none, so that no slip can freeze a notebook."""


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


@dataclass(frozen=True, kw_only=True, repr=False)
class Question(Task, Templated):
    """What every question has; the kinds say how an answer is read and marked."""

    template = "question"
    id: str
    ask: Text
    options: tuple[Option, ...]
    """In the order of the bank; of paragraphs to order, that is the right one."""
    shown: tuple[Option, ...] = ()
    """In the order in which they are shown; unless given it is the same on each run, and never the one of the bank."""

    def __post_init__(self) -> None:
        object.__setattr__(self, "shown", self.shown or shuffled(self.options, self.id))

    def letter(self, option: Option) -> str:
        """Return the letter by which an option is answered."""
        return ascii_lowercase[self.shown.index(option)]

    @property
    def letters(self) -> str:
        """The letters of all options: "abcd"."""
        return ascii_lowercase[: len(self.shown)]

    def check(self, answer: object = ...) -> Outcome:
        """Mark an answer of any type and say why; it never raises.

        ``...``, ``None`` and empty answers count as not attempted.

        >>> from resolutionkit.classroom.quiz import quiz
        >>> print(quiz("anatomy-1").check(...))
        ○ Not attempted. Expected: a letter such as "a".
        """
        return self.mark(... if isinstance(answer, list | dict | tuple) and not answer else answer)

    def outcome(self, right: bool, lines: Sequence[Line], said: str) -> Outcome:
        """Return what a marking has found; ``said`` helps on where it is not right yet."""
        return Outcome("right" if right else "not yet", "" if right else said, lines=tuple(lines))

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


def shuffled(things: Sequence[T], seed: str) -> tuple[T, ...]:
    """Return the things in another order than they came in, the same for the same seed."""
    order, dice = list(things), random.Random(seed)
    while len(order) > 1 and order == list(things):
        dice.shuffle(order)
    return tuple(order)


@dataclass(frozen=True, kw_only=True, repr=False)
class Choose(Question):
    """Choose the right option, or with ``several`` all that are right."""

    several: bool = False

    def expects(self) -> str:
        return _('one or several letters such as "a, c"') if self.several else _('a letter such as "a"')

    def example(self) -> str:
        return "a, c" if self.several else "a"

    def compare(self, answer: object) -> Outcome:
        chosen = set(letters_of(answer, dict(self.rows())))
        if not self.several and len(chosen) > 1:
            raise Misread(_("Only one option is right; choose one."))
        wanted = {self.letter(o) for o in self.options if o.right}
        said = [Line(o.right, self.letter(o), str(o.says), str(o.why), o.evidence) for o in self.shown]
        lines = [line for line in said if line.name in chosen]
        if chosen == wanted:
            rest = [line._replace(right=None) for line in said if not line.right]
            return self.outcome(True, lines + rest, "")
        told = _("Right ones found: {found} of {wanted}.").format(found=len(chosen & wanted), wanted=len(wanted))
        return self.outcome(False, lines, told if self.several else "")


@dataclass(frozen=True, kw_only=True, repr=False)
class Order(Question):
    """Put the options in the order that they have in the bank."""

    def expects(self) -> str:
        n = len(self.options)
        return _('all {n} letters in the right order, in the form "{example}"').format(n=n, example=self.example())

    def example(self) -> str:
        return ", ".join(self.letters)

    def compare(self, answer: object) -> Outcome:
        given = letters_of(answer, dict(self.rows()))
        if twice := [letter for letter in dict.fromkeys(given) if given.count(letter) > 1]:
            raise Misread(_("Named twice: {twice}.").format(twice=", ".join(twice)))
        by_letter = {self.letter(o): o for o in self.options}
        lines: list[Line] = []
        for letter, right in zip(given, self.options, strict=False):
            option = by_letter[letter]
            if option is not right:
                told = _("The first one that is out of place is number {place}.").format(place=len(lines) + 1)
                return self.outcome(False, [*lines, Line(False, letter, str(option.says), str(option.hint))], told)
            lines.append(Line(True, letter, str(option.says), str(option.why), option.evidence))
        missing = len(self.options) - len(given)
        told = _("So far it is right; {missing} missing.").format(missing=missing)
        return self.outcome(not missing, lines, told)


@dataclass(frozen=True, kw_only=True, repr=False)
class Match(Question):
    """Find for each numbered thing the lettered one that belongs to it.

    With ``parts`` the things are the parts of one piece of text, in its order, and the letters are labels.
    """

    parts: bool = False

    @property
    def numbered(self) -> tuple[Option, ...]:
        """The things, in the order of their numbers: parts as the text has them, others shuffled."""
        return self.options if self.parts else self.shown

    @property
    def lettered(self) -> tuple[str, ...]:
        """What they are matched with, in the user's language; never in the order of the things."""
        partners = dict.fromkeys(o.to for o in self.numbered if o.to is not None)
        return tuple(str(partner) for partner in shuffled(tuple(partners), f"{self.id} letters"))

    @property
    def numbers(self) -> str:
        """The numbers of all things: "1234"."""
        return "".join(str(n + 1) for n in range(len(self.options)))

    @property
    def letters(self) -> str:
        return ascii_lowercase[: len(self.lettered)]

    def expects(self) -> str:
        return _('pairs of number and letter in the form "1a, 2b"')

    def example(self) -> str:
        return "1a, 2b, …"

    def compare(self, answer: object) -> Outcome:
        given = pairs_of(answer, self.numbers, self.letters)
        if not given:
            return Outcome("not attempted", self.unanswered(answer))
        lines = []
        for number, letter in sorted(given.items()):
            option = self.numbered[int(number) - 1]
            partner = self.lettered[self.letters.index(letter)]
            fits = partner == str(option.to)
            why, evidence = (option.why, option.evidence) if fits else (option.hint, None)
            lines.append(Line(fits, f"{number}{letter}", f"{option.says} → {partner}", str(why), evidence))
        right, number_of_things = sum(line.right is True for line in lines), len(self.options)
        told = _("Pairs that are right: {right} of {number}.").format(right=right, number=number_of_things)
        if missing := number_of_things - len(given):
            told += _(" Still open: {missing}.").format(missing=missing)
        return self.outcome(right == number_of_things, lines, told)

    def whole(self) -> str:
        parts = zip(self.numbers, self.numbered, strict=True) if self.parts else ()
        return " ".join(f"[{number}] {part.says}" for number, part in parts)

    def rows(self) -> list[tuple[str, str]]:
        things = [(number, str(o.says)) for number, o in zip(self.numbers, self.numbered, strict=True)]
        return things + list(zip(self.letters, self.lettered, strict=True))


# --- Reading letters and pairs ------------------------------------------------------------------------------------


def letters_of(answer: object, known: Mapping[str, str]) -> list[str]:
    """Return the letters that an answer names, in its order; ``known`` is letter -> words of the option.

    >>> letters_of("B) and a", {"a": "one", "b": "two"}), letters_of(["two"], {"a": "one", "b": "two"})
    (['b', 'a'], ['b'])
    """
    found: list[str] = []
    for element in _elements([answer] if isinstance(answer, str) else answer):
        if not isinstance(element, str):
            raise Misread(_("{element} is no letter.").format(element=shown(element)))
        named = [letter for letter, words in known.items() if _plain(element) == _plain(words)][:1]
        for word in [] if named else re.findall(r"\w+", element.casefold()):
            if all(letter in known for letter in word):
                named += word
            elif word not in ("and", "und"):
                raise Misread(_("{word!r} is none of").format(word=word[:40]) + f" {', '.join(known)}.")
        found += named
    return found


def pairs_of(answer: object, numbers: str, letters: str) -> dict[str, str]:
    """Return the pairs that an answer names: number -> letter. What is left open is left out.

    >>> pairs_of("1b, 2 = a", "12", "ab"), pairs_of({1: "b", 2: None}, "12", "ab")
    ({'1': 'b', '2': 'a'}, {'1': 'b'})
    """
    if isinstance(answer, str):
        answer = [pair for text in _elements([answer]) for pair in re.findall(r"(\d+)\W*([^\W\d_]+)", str(text))]
        if not answer:
            raise Misread(_("No pair was found."))
    found = {}
    for pair in _elements(answer.items() if isinstance(answer, Mapping) else answer):
        if isinstance(pair, str) and (written := re.fullmatch(r"\s*(\d+)\W*([^\W\d_]+)\W*", pair)):
            pair = written.groups()
        if not isinstance(pair, tuple | list) or len(pair) != 2:
            raise Misread(_("{pair} is no pair.").format(pair=shown(pair)))
        number, letter = (str(part).strip().casefold() if isinstance(part, str | int) else part for part in pair)
        if letter in (None, "", ...):
            continue
        for part, known in ((number, numbers), (letter, letters)):
            if not isinstance(part, str) or len(part) != 1 or part not in known:
                none = _("{part} is none of").format(part=shown(part))
                raise Misread(f"{none} {', '.join(known)}.")
        found[number] = letter
    return found


def _elements(answer: object) -> Iterator[object]:
    """What a list or the like consists of, as long as it is not too long for an answer."""
    if isinstance(answer, Mapping | bytes) or not isinstance(answer, Iterable):
        raise Misread(_("This is {kind}.").format(kind=kind_of(answer)))
    for number, element in enumerate(answer):
        if number > MOST or (isinstance(element, str) and len(element) > MOST):
            raise Misread(_("That is too long for an answer."))
        yield element


def _plain(words: str) -> str:
    return re.sub(r"\W+", " ", words).strip().casefold()
