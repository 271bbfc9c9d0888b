"""Kinds of answers: what fits, when two answers are the same, and what is still different."""

from __future__ import annotations

import math
import numbers
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, ClassVar, Protocol

from resolutionkit.classroom.values import shown
from resolutionkit.language import Text, _

MOST_ITEMS = 10_000
"""An answer with more elements is none: comparing stops there, so that a slip cannot freeze a notebook."""


class Kind(Protocol):
    """What an exercise needs to know about answers of one kind."""

    @property
    def expects(self) -> Text:
        """What an answer is, with an example: "a whole number such as 7"."""

    def read(self, answer: object) -> Any:
        """Return the answer in the form in which answers are compared; ``ValueError`` or ``TypeError`` if it is none."""

    def same(self, one: Any, other: Any) -> bool:
        """Whether two answers, as :meth:`read` gives them, are the same."""

    def difference(self, answer: Any, right: Any) -> str:
        """Say what is still different without giving the answer away; "" where nothing helps."""


@dataclass(frozen=True, slots=True)
class Number:
    """A number; ``within`` is how far off it may be, in the number's own unit.

    >>> Number().same(Number().read(21.0), 21), Number(within=0.01).same(0.333, 1 / 3)
    (True, True)
    """

    within: float = 0.0
    expects: ClassVar[Text] = Text(
        "a number such as 7, without quotation marks", "eine Zahl wie 7, ohne Anführungszeichen"
    )

    def read(self, answer: object) -> Any:
        if isinstance(answer, bool) or not hasattr(answer, "__float__") or isinstance(answer, str | bytes):
            raise TypeError
        item = getattr(answer, "item", None)  # numpy's and pandas' own numbers
        number = item() if callable(item) else answer
        if isinstance(number, bool) or not isinstance(number, numbers.Real):
            raise TypeError
        return number

    def same(self, one: Any, other: Any) -> bool:
        if isinstance(one, int) and isinstance(other, int):
            return abs(one - other) <= self.within
        try:
            return math.isfinite(one) and abs(float(one) - float(other)) <= self.within + 1e-9
        except OverflowError:
            return False

    def difference(self, answer: Any, right: Any) -> str:
        if answer != answer:
            return _("This is not a number (nan).")
        if answer > right:
            return _("That is too many.")
        return _("That is too few.")


@dataclass(frozen=True, slots=True)
class Words:
    """A short text; capitals, white space and the kind of quotation marks do not matter.

    ``also`` are other wordings that are just as right.

    >>> Words().same(Words().read(" Recalling  also"), Words().read("recalling also"))
    True
    """

    also: tuple[str, ...] = ()
    expects: ClassVar[Text] = Text(
        'a text in quotation marks, such as "Recalling"', 'ein Text in Anführungszeichen, etwa "fordert"'
    )

    def read(self, answer: object) -> Any:
        if not isinstance(answer, str):
            raise TypeError
        return re.sub(r"\s+", " ", answer[:MOST_ITEMS]).strip("\"'“”„‚‘’*_ ").casefold()

    def same(self, one: Any, other: Any) -> bool:
        return bool(one == other) or one in {self.read(word) for word in self.also}

    def difference(self, answer: Any, right: Any) -> str:
        return ""


@dataclass(frozen=True, slots=True)
class Label:
    """The label of one paragraph, in any way in which one may write it: "OP13(a)", "op 13 (a)".

    >>> Label().read("op 13 (a)")
    'OP13(a)'
    """

    expects: ClassVar[Text] = Text(
        'the label of one paragraph, such as "PP3"', 'die Bezeichnung eines Absatzes, etwa "PP3"'
    )

    def read(self, answer: object) -> Any:
        if isinstance(answer, list | tuple | set | frozenset) and len(answer) == 1:
            (answer,) = answer
        return label_of(answer)

    def same(self, one: Any, other: Any) -> bool:
        return bool(one == other)

    def difference(self, answer: Any, right: Any) -> str:
        if answer[:2] != right[:2]:
            return _("Look in the other part of the resolution: PP is the preamble, OP the operative part.")
        return _("The part is right, but it is a different paragraph.")


def label_of(answer: object) -> str:
    """Return a label as the kit writes it; ``TypeError`` or ``ValueError`` for anything that is none.

    >>> label_of("op13a"), label_of("pp 3")
    ('OP13(a)', 'PP3')
    """
    label = getattr(answer, "label", answer)  # the paragraph itself is as good as its label
    if not isinstance(label, str):
        raise TypeError
    parts = re.fullmatch(r"\s*(pp|op)\s*\.?\s*(\d{1,3})\s*((?:\(?\s*[a-z]{1,4}\s*\)?\s*)*)", label[:60].lower())
    if parts is None:
        raise ValueError
    items = re.findall(r"[a-z]+", parts[3])
    return f"{parts[1].upper()}{int(parts[2])}" + "".join(f"({item})" for item in items)


@dataclass(frozen=True, slots=True)
class Several:
    """Several answers of one kind, in any order or, with ``ordered``, in the right one.

    >>> kind = Several(Label())
    >>> kind.same(kind.read("PP3, op4"), kind.read(["OP4", "PP3"]))
    True
    """

    of: Kind
    ordered: bool = False
    expects: ClassVar[Text] = Text('a list such as ["PP3", "OP4"]', 'eine Liste wie ["PP3", "OP4"]')

    def read(self, answer: object) -> Any:
        if isinstance(answer, str):
            answer = [part for part in re.split(r"[,;\n]", answer[:MOST_ITEMS]) if part.strip()]
        if isinstance(answer, Mapping) or not isinstance(answer, Iterable):
            raise TypeError
        found: list[Any] = []
        for element in answer:
            if len(found) == MOST_ITEMS:
                raise ValueError
            found.append(self.of.read(element))
        return found

    def same(self, one: Any, other: Any) -> bool:
        if not self.ordered:
            one, other = _each_once(one), _each_once(other)
            return len(one) == len(other) and all(any(self.of.same(a, b) for b in other) for a in one)
        return len(one) == len(other) and all(self.of.same(a, b) for a, b in zip(one, other, strict=True))

    def difference(self, answer: Any, right: Any) -> str:
        given, wanted = _each_once(answer), _each_once(right)
        extra = [a for a in given if not any(self.of.same(a, b) for b in wanted)]
        missing = sum(1 for b in wanted if not any(self.of.same(a, b) for a in given))
        told = []
        if extra:
            first = ", ".join(_brief(e) for e in extra[:3])
            told.append(_("These do not belong here: {first}.").format(first=first))
        if missing:
            told.append(_("{missing} missing.").format(missing=missing))
        if not told:
            told.append(_("All are there; look at their order again, or whether one stands there twice."))
        return " ".join(told)


def _brief(item: object) -> str:
    """An answer's own words, but not a novel of them."""
    return item if isinstance(item, str) and len(item) <= 60 else shown(item)


def _each_once(items: list[Any]) -> list[Any]:
    found: list[Any] = []
    for item in items:
        if item not in found:
            found.append(item)
    return found


@dataclass(frozen=True, slots=True)
class Pairs:
    """Names and what belongs to each: a dictionary, a pandas Series or a list of pairs.

    >>> kind = Pairs(Number())
    >>> kind.same(kind.read({"Urges": 2}), kind.read([("urges", 2)]))
    True
    """

    of: Kind
    names: Kind = Words()
    expects: ClassVar[Text] = Text('a dictionary such as {"Urges": 2}', 'ein Dictionary wie {"fordert": 2}')

    def read(self, answer: object) -> Any:
        items = getattr(answer, "items", None)
        pairs = items() if callable(items) else answer
        if isinstance(pairs, str) or not isinstance(pairs, Iterable):
            raise TypeError
        found: dict[Any, Any] = {}
        for pair in pairs:
            if len(found) == MOST_ITEMS:
                raise ValueError
            if isinstance(pair, str) or not isinstance(pair, Iterable):
                raise TypeError
            name, value = pair
            found[self.names.read(name)] = self.of.read(value)
        return found

    def same(self, one: Any, other: Any) -> bool:
        return set(one) == set(other) and all(self.of.same(one[name], other[name]) for name in other)

    def difference(self, answer: Any, right: Any) -> str:
        extra = [_brief(name) for name in answer if name not in right]
        missing = [name for name in right if name not in answer]
        if extra:
            first = ", ".join(extra[:3])
            return _("These do not belong here: {first}.").format(first=first)
        if missing:
            return _("{number} missing.").format(number=len(missing))
        wrong = next(name for name in right if not self.of.same(answer[name], right[name]))
        reason = self.of.difference(answer[wrong], right[wrong])
        return _("Look at {wrong} again.").format(wrong=wrong) + (f" {reason}" if reason else "")
