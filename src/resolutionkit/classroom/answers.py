"""Types of answers: how one is read, when two are the same, and what is still different.

Each type has the same three verbs. ``read`` brings what a learner hands in to the form in which answers are compared,
``same`` compares two such forms, and ``difference`` says what separates them. What an exercise itself knows of its
wrong answers comes in through ``tell``: it is asked first, and a plain sentence stands in where it has nothing to say.
"""

from __future__ import annotations

import math
import numbers
import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import partial
from typing import Any

from resolutionkit.classroom.misread import (
    Misread,
    no_dictionary,
    no_label,
    no_list,
    no_number,
    no_word,
    unknown_label,
)
from resolutionkit.classroom.values import only_one, plain_text, shown
from resolutionkit.document.grammar.labels import read_label
from resolutionkit.language import _, ngettext

MOST_ITEMS = 10_000
"""An answer with more elements is none: comparing stops there, so that a slip cannot freeze a notebook."""

Tell = Callable[..., str]
"""What an exercise says of one part of a wrong answer, ``tell("extra", x="OP7")``; "" where it says nothing."""


def nothing(part: str, **names: Any) -> str:
    """The exercise that has nothing of its own to say."""
    return ""


class AnswerType:
    """What an exercise needs to know about answers of one type."""

    __slots__ = ()

    @property
    def example(self) -> str:
        """An answer as one writes it in Python: ``"PP3"``."""
        raise NotImplementedError

    @property
    def expects(self) -> str:
        """What an answer is, with an example: "a number such as 7"."""
        raise NotImplementedError

    def read(self, answer: object) -> Any:
        """Return the answer in the form in which answers are compared; :class:`Misread` if it is none."""
        raise NotImplementedError

    def same(self, one: Any, other: Any) -> bool:
        """Whether two answers, as :meth:`read` gives them, are the same."""
        return bool(one == other)

    def difference(self, given: Any, right: Any, tell: Tell = nothing) -> str:
        """Say what is still different without giving the answer away."""
        return tell("extra", x=given)

    def strange(self, given: Any) -> str:
        """Say why this can be no answer at all, whatever was asked ("there is no OP99"); "" where it can."""
        return ""


@dataclass(frozen=True, slots=True)
class Number(AnswerType):
    """A number; ``within`` is how far off it may be, in the number's own unit.

    >>> Number().same(Number().read(21.0), 21), Number(within=0.01).same(0.333, 1 / 3)
    (True, True)
    """

    within: float = 0.0
    example: str = "7"

    @property
    def expects(self) -> str:
        return _("a number such as {example}, without quotation marks").format(example=self.example)

    def read(self, answer: object) -> Any:
        answer = only_one(answer)
        if isinstance(answer, bool) or not hasattr(answer, "__float__") or isinstance(answer, str | bytes):
            raise Misread(no_number(answer))
        item = getattr(answer, "item", None)  # numpy's and pandas' own numbers
        number = item() if callable(item) else answer
        if isinstance(number, bool) or not isinstance(number, numbers.Real):
            raise Misread(no_number(number))
        return number

    def same(self, one: Any, other: Any) -> bool:
        if isinstance(one, int) and isinstance(other, int):
            return abs(one - other) <= self.within
        try:
            return math.isfinite(one) and abs(float(one) - float(other)) <= self.within + 1e-9
        except OverflowError:
            return False

    def difference(self, given: Any, right: Any, tell: Tell = nothing) -> str:
        if given != given:
            return _("This is not a number (nan).")
        if given > right:
            return tell("more", x=given) or _("That is too many.")
        return tell("less", x=given) or _("That is too few.")


@dataclass(frozen=True, slots=True)
class Words(AnswerType):
    """A short text; capitals, white space, forms of Unicode and the kind of quotation marks do not matter.

    >>> Words().same(Words().read(" Recalling  also"), Words().read("recalling also"))
    True
    """

    example: str = '"Urges"'

    @property
    def expects(self) -> str:
        return _("a text in quotation marks, such as {example}").format(example=self.example)

    def read(self, answer: object) -> Any:
        answer = only_one(answer)
        if not isinstance(answer, str):
            raise Misread(no_word(answer))
        return plain_text(answer[:MOST_ITEMS]).strip("\"'“”„‚‘’*_ ").casefold()


@dataclass(frozen=True, slots=True)
class Label(AnswerType):
    """The label of one paragraph of 75/10, in any way in which one may write it: "OP13(a)", "op 13 (a)".

    >>> Label().read("op 13 (a)"), Label().read("Ziffer 13 Buchstabe a")
    ('OP13(a)', 'OP13(a)')
    """

    example: str = '"PP3"'

    @property
    def expects(self) -> str:
        return _("the label of one paragraph, such as {example}").format(example=self.example)

    def read(self, answer: object) -> Any:
        answer = only_one(answer)
        label = getattr(answer, "label", answer)  # the paragraph itself is as good as its label
        if not isinstance(label, str):
            raise Misread(no_label(label))
        label = plain_text(label[:60]).strip(" \"'“”„‚‘’*_.,:;")
        found = read_label(label)
        if not found:
            raise Misread(no_label(label))
        return found

    def difference(self, given: Any, right: Any, tell: Tell = nothing) -> str:
        said = self.strange(given) or tell("extra", x=given)
        if said:
            return said
        if given[:2] != right[:2]:
            return _("Look in the other part of the resolution: PP is the preamble, OP the operative part.")
        return _("The part is right, but it is a different paragraph.")

    def strange(self, given: Any) -> str:
        return unknown_label(given)


@dataclass(frozen=True, slots=True)
class Several(AnswerType):
    """Several answers of one type, each once, in any order or, with ``ordered``, in the right one.

    >>> kind = Several(Label())
    >>> kind.same(kind.read("PP3, op4"), kind.read(["OP4", "PP3"]))
    True
    """

    of: AnswerType
    ordered: bool = False
    given_example: str = ""

    @property
    def example(self) -> str:
        return self.given_example or f"[{self.of.example}]"

    @property
    def expects(self) -> str:
        return _("a list such as {example}").format(example=self.example)

    def read(self, answer: object) -> Any:
        if isinstance(answer, str):
            answer = [part for part in re.split(r"[,;\n|]", answer[:MOST_ITEMS]) if part.strip()]
        if hasattr(answer, "label") and hasattr(answer, "opener"):  # a paragraph on its own
            answer = [answer]
        if isinstance(answer, Mapping) or not isinstance(answer, Iterable) or hasattr(answer, "columns"):
            raise Misread(no_list(answer))
        found: list[Any] = []
        for element in answer:
            if len(found) == MOST_ITEMS:
                raise Misread(_("It has more than {n} elements.").format(n=MOST_ITEMS))
            found.append(self.of.read(element))
        return found

    def same(self, one: Any, other: Any) -> bool:
        if self.ordered:
            return len(one) == len(other) and all(self.of.same(a, b) for a, b in zip(one, other, strict=True))
        other = _each_once(other)
        return len(one) == len(other) and not _repeated(one) and all(self._in(a, other) for a in one)

    def _in(self, item: Any, items: list[Any]) -> bool:
        return any(self.of.same(item, other) for other in items)

    def difference(self, given: Any, right: Any, tell: Tell = nothing) -> str:
        if not given:
            return tell("empty") or _("Your list is empty: nothing fitted your condition.")
        extra = _each_once([item for item in given if not self._in(item, right)])
        missing = _each_once([item for item in right if not self._in(item, given)])
        twice = _repeated(given)
        told = []
        if extra:
            told.append(self._unwanted(extra, tell))
        if missing:
            told.append(_lacking(len(missing), tell("missing", x=missing[0], n=len(missing))))
        if twice:
            told.append(_("{item} stands there twice; each is wanted once.").format(item=brief(twice[0])))
        return " ".join(told) or tell("order") or _("All are there, in another order than the one asked for.")

    def _unwanted(self, extra: list[Any], tell: Tell) -> str:
        """Why the first one does not belong, and which others do not."""
        first, *others = extra
        said = self.of.strange(first) or tell("extra", x=first)
        if not said:
            return _("These do not belong here: {first}.").format(first=", ".join(map(brief, extra[:3])))
        if others:
            said += " " + ngettext(
                "{others} does not belong either.", "These do not belong either: {others}.", len(others)
            ).format(others=", ".join(map(brief, others[:3])) + (" …" if len(others) > 3 else ""))
        return said


def _lacking(count: int, said: str) -> str:
    number = ngettext("{n} is missing.", "{n} are missing.", count).format(n=count)
    return f"{number} {said}".strip()


def brief(item: object) -> str:
    """Return an answer's own words, but not a novel of them.

    >>> brief("OP7"), brief(("un", "icat"))
    ('OP7', 'un – icat')
    """
    if isinstance(item, tuple):
        return " – ".join(map(brief, item))
    return item if isinstance(item, str) and len(item) <= 60 else shown(item)


def _each_once(items: list[Any]) -> list[Any]:
    return [item for place, item in enumerate(items) if item not in items[:place]]


def _repeated(items: list[Any]) -> list[Any]:
    return [item for place, item in enumerate(items) if item in items[:place]]


@dataclass(frozen=True, slots=True)
class Pairs(AnswerType):
    """Names and what belongs to each: a dictionary, a pandas Series or a list of pairs.

    >>> kind = Pairs(Number())
    >>> kind.same(kind.read({"Urges": 2}), kind.read([("urges", 2)]))
    True
    """

    of: AnswerType
    names: AnswerType = Words()  # frozen
    given_example: str = ""

    @property
    def example(self) -> str:
        return self.given_example or f"{{{self.names.example}: {self.of.example}}}"

    @property
    def expects(self) -> str:
        return _("a dictionary such as {example}").format(example=self.example)

    def read(self, answer: object) -> Any:
        items = getattr(answer, "items", None)
        if hasattr(answer, "columns"):
            raise Misread(no_dictionary(answer))
        pairs = items() if callable(items) else answer
        if isinstance(pairs, str) or not isinstance(pairs, Iterable):
            raise Misread(no_dictionary(answer))
        found: dict[Any, Any] = {}
        for pair in pairs:
            if len(found) == MOST_ITEMS:
                raise Misread(_("It has more than {n} elements.").format(n=MOST_ITEMS))
            if isinstance(pair, str) or not isinstance(pair, Iterable) or len(parts := list(pair)) != 2:
                raise Misread(no_dictionary(answer))
            found[self.names.read(parts[0])] = self._value(*parts)
        return found

    def _value(self, name: object, value: object) -> Any:
        try:
            return self.of.read(value)
        except Misread as fault:
            raise Misread(_("Look at the value of {name}. {fault}").format(name=brief(name), fault=fault)) from None

    def same(self, one: Any, other: Any) -> bool:
        return set(one) == set(other) and all(self.of.same(one[name], other[name]) for name in other)

    def difference(self, given: Any, right: Any, tell: Tell = nothing) -> str:
        if not given:
            return tell("empty") or _("Your dictionary is empty: nothing fitted your condition.")
        told = []
        foreign, absent = [n for n in given if n not in right], [n for n in right if n not in given]
        if foreign:
            said = self.names.strange(foreign[0]) or tell("foreign", x=foreign[0])
            others = ", ".join(map(brief, foreign[:3]))
            told.append(said or _("These do not belong here: {first}.").format(first=others))
        if absent:
            told.append(_lacking(len(absent), tell("absent", x=absent[0], n=len(absent))))
        wrong = [n for n in right if n in given and not self.of.same(given[n], right[n])]
        if wrong and not (foreign and absent):
            told.append(self._wrong(wrong[0], given, right, tell))
        return " ".join(told)

    def _wrong(self, name: Any, given: Any, right: Any, tell: Tell) -> str:
        value, wanted = given[name], right[name]
        own = tell("wrong", name=name, x=value, wanted=wanted)
        reason = own or self.of.difference(value, wanted, partial(tell, name=name))
        return _("Look at {wrong} again.").format(wrong=brief(name)) + (f" {reason}" if reason else "")
