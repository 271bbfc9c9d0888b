"""Quizzes: questions with feedback on each option; the bank is ``data/quizzes/*.toml``.

There are three kinds of questions: choose one or several, put in order, match (and label the parts). Letters and pairs are
read in any way in which a learner may write them.

>>> import resolutionkit as rk
>>> rk.quiz("anatomy-1").check("the full stop").status
'not yet'
"""

import random
import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from string import ascii_lowercase
from typing import Any, TypeVar

from resolutionkit.classroom import TITLES
from resolutionkit.classroom.answers import Misread, Task, kind_of, shown
from resolutionkit.classroom.outcome import Line, Outcome, Templated
from resolutionkit.classroom.record import kept
from resolutionkit.errors import unknown
from resolutionkit.files import read_toml
from resolutionkit.language import Text, _, data_language

__all__ = ["Choose", "Match", "Order", "Question", "Quiz", "earlier", "quiz"]

T = TypeVar("T")
TOPICS = tuple(TITLES)
"""In teaching order; "start" is notebook 00, which has no exercises."""
FIRST_ANSWERS = "my-work/questions.json"
"""Question -> whether the first answer was right when it was asked last."""
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
    paragraph: str = ""
    quote: Text | None = None
    """Where a claim about the resolution stands, and the German words that stand there, with our English of them."""

    def line(self, right: bool, name: str, says: str = "") -> Line:
        """Return what is said of it to somebody who named it, rightly or not."""
        if self.hint and not right:
            return Line(right, name, says or str(self.says), str(self.hint))
        quote = self.quote or Text("")
        english = f"“{quote.en}” – " if quote.en and data_language() == "en" else ""
        return Line(right, name, says or str(self.says), str(self.why), english + self.paragraph, quote.de)


@dataclass(frozen=True, kw_only=True, repr=False)
class Question(Task, Templated):
    """What every question has; the kinds say how an answer is read and marked."""

    template = "question"
    id: str
    ask: Text
    options: tuple[Option, ...]
    """In the order of the bank; of paragraphs to order, that is the right one."""
    shown: tuple[Option, ...]
    """In the order in which they are shown: the same on each run, and only of the parts of a text the one of the bank."""

    @property
    def named(self) -> dict[str, Option]:
        """The options by the letters with which one answers; things to match by their numbers."""
        return dict(zip(ascii_lowercase, self.shown, strict=False))

    @property
    def example(self) -> str:
        """The form of an answer; its letters are those of the shown order, whatever is right."""
        raise NotImplementedError

    def check(self, answer: object = ...) -> Outcome:
        """Mark an answer of any type and say why; it never raises.

        ``...``, ``None`` and empty answers count as not attempted.

        >>> print(quiz("anatomy-1").check(...))
        ○ Not attempted. Expected: a letter such as "a".
        """
        return self.mark(... if isinstance(answer, list | dict | tuple) and not answer else answer)

    def rows(self) -> list[tuple[str, str]]:
        """Return (letter, words) of everything that an answer may name."""
        return [(name, str(option.says)) for name, option in self.named.items()]

    def how(self) -> str:
        """Say how one answers in words."""
        return _("Answer with") + f' rk.quiz("{self.id}").check("{self.example}")'

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

    @property
    def example(self) -> str:
        return "a, c" if self.several else "a"

    def compare(self, answer: object) -> Outcome:
        chosen = set(letters_of(answer, dict(self.rows())))
        if not self.several and len(chosen) > 1:
            raise Misread(_("Only one option is right; choose one."))
        said = [option.line(option.right, letter) for letter, option in self.named.items()]
        lines = [line for line in said if line.name in chosen]
        wanted = {line.name for line in said if line.right}
        if chosen == wanted:
            return _marked(True, lines + [line._replace(right=None) for line in said if not line.right])
        told = _("Right ones found: {found} of {wanted}.").format(found=len(chosen & wanted), wanted=len(wanted))
        return _marked(False, lines, told if self.several else "")


@dataclass(frozen=True, kw_only=True, repr=False)
class Order(Question):
    """Put the options in the order that they have in the bank."""

    def expects(self) -> str:
        said = _('all {n} letters in the right order, in the form "{example}"')
        return said.format(n=len(self.options), example=self.example)

    @property
    def example(self) -> str:
        return ", ".join(self.named)

    def compare(self, answer: object) -> Outcome:
        given = letters_of(answer, dict(self.rows()))
        if twice := [letter for letter in dict.fromkeys(given) if given.count(letter) > 1]:
            raise Misread(_("Named twice: {twice}.").format(twice=", ".join(twice)))
        lines: list[Line] = []
        for letter, right in zip(given, self.options, strict=False):
            lines.append(self.named[letter].line(self.named[letter] is right, letter))
            if not lines[-1].right:
                told = _("The first one that is out of place is number {place}.").format(place=len(lines))
                return _marked(False, lines, told)
        missing = len(self.options) - len(given)
        return _marked(not missing, lines, _("So far it is right; {missing} missing.").format(missing=missing))


@dataclass(frozen=True, kw_only=True, repr=False)
class Match(Question):
    """Find for each numbered thing the lettered one that belongs to it.

    With ``parts`` the things are the parts of one piece of text, in its order, and the letters are labels.
    """

    example = "1a, 2b, …"
    parts: bool = False

    @property
    def named(self) -> dict[str, Option]:
        return dict(zip("123456789", self.shown, strict=False))

    @property
    def partners(self) -> dict[str, str]:
        """What the things are matched with by its letter, in the user's language; never in the order of the things."""
        found = dict.fromkeys(thing.to for thing in self.named.values())
        return dict(zip(ascii_lowercase, map(str, shuffled(tuple(found), f"{self.id} letters")), strict=False))

    def expects(self) -> str:
        return _('pairs of number and letter in the form "1a, 2b"')

    def compare(self, answer: object) -> Outcome:
        things, partners = self.named, self.partners
        given = pairs_of(answer, things, partners)
        if not given:
            return Outcome("not attempted", self.unanswered(answer))
        lines = []
        for number, letter in sorted(given.items()):
            thing, partner = things[number], partners[letter]
            lines.append(thing.line(partner == str(thing.to), f"{number}{letter}", f"{thing.says} → {partner}"))
        right, of = sum(line.right is True for line in lines), len(things)
        told = _("Pairs that are right: {right} of {number}.").format(right=right, number=of)
        if missing := of - len(given):
            told += _(" Still open: {missing}.").format(missing=missing)
        return _marked(right == of, lines, told)

    def whole(self) -> str:
        """Return the piece of text whose parts are labelled; "" where there is none."""
        return " ".join(f"[{number}] {part.says}" for number, part in self.named.items()) if self.parts else ""

    def rows(self) -> list[tuple[str, str]]:
        return super().rows() + list(self.partners.items())


def _marked(right: bool, lines: Sequence[Line], said: str = "") -> Outcome:
    """What a marking has found; ``said`` helps on where it is not right yet."""
    return Outcome("right", lines=tuple(lines)) if right else Outcome("not yet", said, lines=tuple(lines))


# --- The bank -----------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True, repr=False)
class Quiz(Templated):
    """The questions of one topic, in order.

    >>> len(quiz("anatomy")) >= 5
    True
    """

    template = "quiz"
    topic: str
    title: Text
    questions: tuple[Question, ...]

    def __iter__(self) -> Iterator[Question]:
        return iter(self.questions)

    def __len__(self) -> int:
        return len(self.questions)

    def __str__(self) -> str:
        return "\n\n".join([str(self.title), *map(str, self.questions)])


def quiz(name: str) -> Quiz | Question:
    """Return the quiz of a topic ("anatomy"), or one question of it ("anatomy-2").

    Both show themselves in words; ``quiz("anatomy-2").check("b")`` marks an answer. The same as
    something to click is :func:`resolutionkit.widgets.quiz`.

    Raises :class:`UnknownName` for a name that there is not; it names the nearest.

    >>> [question.id for question in quiz("anatomy")][:2]
    ['anatomy-1', 'anatomy-2']
    """
    wanted = re.sub(r"[\s_]+", "-", str(name).strip().casefold())
    if wanted in TOPICS:
        return topic_of(wanted)
    topic = wanted.partition("-")[0]
    known = {question.id: question for question in topic_of(topic)} if topic in TOPICS else {}
    if wanted in known:
        return known[wanted]
    advice = _("Topics: {topics}; the questions of one are numbered: anatomy-1, anatomy-2 …")
    advice = advice.format(topics=", ".join(TOPICS))
    raise unknown(name, known or TOPICS, expected=_("A topic or question such as {near}"), advice=advice)


def earlier(topic: str) -> Quiz:
    """Return three questions on the topics before this one: first what was missed, then what was never asked.

    >>> [question.id for question in earlier("anatomy")]
    ['start-1', 'start-2', 'start-3']
    """
    known = kept(FIRST_ANSWERS)
    before = [q for name in TOPICS[: TOPICS.index(topic)] for q in topic_of(name)]
    short = [q for q in shuffled(before, topic) if isinstance(q, Choose) or q.id in known]
    wanted = sorted(short, key=lambda q: {False: 0, None: 1}.get(known.get(q.id), 2))[:3]
    title = Text("Three questions from before", "Drei Fragen von vorher")
    return Quiz("", title, tuple(sorted(wanted, key=before.index)))


@cache
def topic_of(topic: str) -> Quiz:
    """Return the quiz of one topic from its file; tests check the form of the files, so nothing does when they are read."""
    found = read_toml(f"quizzes/{topic}.toml").items()
    return Quiz(topic, TITLES[topic], tuple(_question(name, entry) for name, entry in found))


def _question(name: str, entry: Mapping[str, Any]) -> Question:
    kind, options = entry["kind"], tuple(map(_option, entry["options"]))
    common: dict[str, Any] = {"id": name, "ask": Text(**entry["ask"]), "options": options}
    common["shown"] = options if kind == "parts" else shuffled(options, name)
    if kind in ("one", "several"):
        return Choose(**common, several=kind == "several")
    return Order(**common) if kind == "order" else Match(**common, parts=kind == "parts")


def _option(raw: Mapping[str, Any]) -> Option:
    given: dict[str, Any] = {key: Text(**said) if isinstance(said, dict) else said for key, said in raw.items()}
    return Option(says=Text(given.pop("en"), given.pop("de")), **given)


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


def pairs_of(answer: object, numbers: Collection[str], letters: Collection[str]) -> dict[str, str]:
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
