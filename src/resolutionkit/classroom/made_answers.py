"""Types of answers that are made of others: lists, dictionaries, functions and graphs."""

import contextlib
import io
import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from functools import partial
from typing import Any

from resolutionkit.classroom.answers import MOST_ITEMS, AnswerType, Misread, Tell, Words, brief, kind_of, shown, why_no
from resolutionkit.language import Text, _, ngettext


@dataclass(frozen=True, slots=True)
class Several(AnswerType):
    """Several answers of one type, each once, in any order or, with ``ordered``, in the right one."""

    wanted = Text("a list such as {example}", "eine Liste wie {example}")
    of: AnswerType
    ordered: bool = False
    example: str = ""

    def read(self, answer: object) -> Any:
        if isinstance(answer, str):
            answer = [part for part in re.split(r"[,;\n|]", answer[:MOST_ITEMS]) if part.strip()]
        if hasattr(answer, "label") and hasattr(answer, "opener"):  # a paragraph on its own
            answer = [answer]
        if isinstance(answer, Mapping) or not isinstance(answer, Iterable) or hasattr(answer, "columns"):
            raise Misread(why_no("list", answer))
        found: list[Any] = []
        for element in answer:
            _not_more_than(MOST_ITEMS, len(found) + 1)
            found.append(self.of.read(element))
        return found

    def same(self, one: Any, other: Any) -> bool:
        if not self.ordered:
            other = list(dict.fromkeys(other))
            return len(one) == len(other) and not _repeated(one) and all(self._in(a, other) for a in one)
        return len(one) == len(other) and all(map(self.of.same, one, other))

    def _in(self, item: Any, items: list[Any]) -> bool:
        return any(self.of.same(item, other) for other in items)

    def difference(self, given: Any, right: Any, tell: Tell) -> str:
        if not given:
            return tell("empty") or _("Your list is empty: nothing fitted your condition.")
        extra = list(dict.fromkeys(item for item in given if not self._in(item, right)))
        missing = list(dict.fromkeys(item for item in right if not self._in(item, given)))
        told = []
        if extra:
            said = self.of.strange(extra[0]) or tell("extra", x=extra[0])
            told.append(said or _unwanted(extra))
            others, n = extra[1:], len(extra) - 1
            if said and others:
                names = ", ".join(map(brief, others[:3])) + (" …" if n > 3 else "")
                either = ngettext("{others} does not belong either.", "These do not belong either: {others}.", n)
                told.append(either.format(others=names))
        if missing:
            told.append(_lacking(len(missing), tell("missing", x=missing[0], n=len(missing))))
        if twice := _repeated(given):
            told.append(_("{item} stands there twice; each is wanted once.").format(item=brief(twice[0])))
        return " ".join(told) or tell("order") or _("All are there, in another order than the one asked for.")


def _not_more_than(most: int, count: int) -> None:
    if count > most:
        raise Misread(_("It has more than {n} elements.").format(n=most))


def _repeated(items: list[Any]) -> list[Any]:
    return [item for place, item in enumerate(items) if item in items[:place]]


def _unwanted(extra: list[Any]) -> str:
    return _("These do not belong here: {first}.").format(first=", ".join(map(brief, extra[:3])))


def _lacking(count: int, said: str) -> str:
    number = ngettext("{n} is missing.", "{n} are missing.", count)
    return f"{number} {said}".strip()


@dataclass(frozen=True, slots=True)
class Pairs(AnswerType):
    """Names and what belongs to each: a dictionary, a pandas Series or a list of pairs."""

    wanted = Text("a dictionary such as {example}", "ein Dictionary wie {example}")
    of: AnswerType
    names: AnswerType = field(default_factory=Words)
    example: str = ""

    def read(self, answer: object) -> Any:
        items = getattr(answer, "items", None)
        pairs = items() if callable(items) and not hasattr(answer, "columns") else answer
        if isinstance(pairs, str) or not isinstance(pairs, Iterable) or hasattr(answer, "columns"):
            raise Misread(why_no("dictionary", answer))
        found: dict[Any, Any] = {}
        for pair in pairs:
            _not_more_than(MOST_ITEMS, len(found) + 1)
            if isinstance(pair, str) or not isinstance(pair, Iterable) or len(parts := list(pair)) != 2:
                raise Misread(why_no("dictionary", answer))
            try:
                value = self.of.read(parts[1])
            except Misread as fault:
                said = _("Look at the value of {name}. {fault}").format(name=brief(parts[0]), fault=fault)
                raise Misread(said) from None
            found[self.names.read(parts[0])] = value
        return found

    def same(self, one: Any, other: Any) -> bool:
        return set(one) == set(other) and all(self.of.same(one[name], other[name]) for name in other)

    def difference(self, given: Any, right: Any, tell: Tell) -> str:
        if not given:
            return tell("empty") or _("Your dictionary is empty: nothing fitted your condition.")
        told = []
        foreign, absent = [n for n in given if n not in right], [n for n in right if n not in given]
        if foreign:
            told.append(self.names.strange(foreign[0]) or tell("foreign", x=foreign[0]) or _unwanted(foreign))
        if absent:
            told.append(_lacking(len(absent), tell("absent", x=absent[0], n=len(absent))))
        wrong = [n for n in right if n in given and not self.of.same(given[n], right[n])]
        if wrong and not (foreign and absent):
            name, value, wanted = wrong[0], given[wrong[0]], right[wrong[0]]
            own = tell("wrong", name=name, x=value, wanted=wanted)
            told.append(_("Look at {wrong} again.").format(wrong=brief(name)))
            told.append(own or self.of.difference(value, wanted, partial(tell, name=name)))
        return " ".join(filter(None, told))


@dataclass(frozen=True, slots=True)
class Function(AnswerType):
    """A function of the learner's, tried on ``cases``: each a tuple of arguments.

    Two functions are the same when they give the same on every case. What they return is read as ``gives``.
    """

    wanted = Text("a function (def …), not its result", "eine Funktion (def …), nicht ihr Ergebnis")
    cases: tuple[tuple[Any, ...], ...]
    gives: AnswerType

    def read(self, answer: object) -> Any:
        """What the function gives in each case, and what went wrong ("" for nothing)."""
        if not callable(answer) or isinstance(answer, type):
            said = _("This is {kind}: what a function gives when it is called. Hand in the function itself.")
            raise Misread(said.format(kind=kind_of(answer)))
        return [self._tried(answer, case) for case in self.cases]

    def _tried(self, function: Callable[..., object], case: tuple[Any, ...]) -> tuple[Any, str]:
        printed = io.StringIO()
        try:
            with contextlib.redirect_stdout(printed):
                value = function(*case)
        except RecursionError:
            return None, _("it calls itself without end")
        except Exception as fault:  # whatever a learner's function does, the answer is a sentence
            return None, _failed(fault, function, len(case))
        if value is None or value is ...:
            if words := printed.getvalue().strip():
                said = _("it prints {words} and returns nothing; write return in place of print")
                return None, said.format(words=shown(words))
            return None, _("it returns nothing; perhaps the return is missing")
        try:
            return self.gives.read(value), ""
        except Misread as fault:
            return None, _("it returns {found}. {fault}").format(found=shown(value), fault=fault).rstrip(".")

    def same(self, one: Any, other: Any) -> bool:
        return all(map(self._same_in_one_case, one, other))

    def _same_in_one_case(self, one: tuple[Any, str], other: tuple[Any, str]) -> bool:
        return one[1] == other[1] and (bool(one[1]) or self.gives.same(one[0], other[0]))

    def difference(self, given: Any, right: Any, tell: Tell) -> str:
        tried = zip(self.cases, given, right, strict=True)
        case, (value, fault), (wanted, _fault) = next(row for row in tried if not self._same_in_one_case(*row[1:]))
        arguments = ", ".join(map(shown, case))
        if fault:
            return _("With {arguments}: {fault}.").format(arguments=arguments, fault=fault)
        reason = tell("wrong", case=case, x=value, wanted=wanted) or self.gives.difference(value, wanted, tell)
        said = _("With {arguments} it returns {value}, and that is not right. {said}")
        return said.format(arguments=arguments, value=brief(value), said=reason).strip()


def _failed(fault: Exception, function: Callable[..., object], given: int) -> str:
    """What a function's error means; one for the number of its arguments is the commonest."""
    code = getattr(function, "__code__", None)
    if isinstance(fault, TypeError) and code is not None and code.co_argcount != given:
        return ngettext(
            "it is called with {n} value, and its brackets take another number",
            "it is called with {n} values, and its brackets take another number",
            given,
        )
    return f"{type(fault).__name__}: {shown(str(fault))}"


@dataclass(frozen=True, slots=True)
class Graph(AnswerType):
    """A networkx graph: its nodes, its edges, and whether these have a direction."""

    wanted = Text("a networkx graph (nx.Graph or nx.DiGraph)", "ein Graph von networkx (nx.Graph oder nx.DiGraph)")

    def read(self, answer: object) -> Any:
        nodes, edges = getattr(answer, "nodes", None), getattr(answer, "edges", None)
        directed = getattr(answer, "is_directed", None)
        if nodes is None or edges is None or not callable(directed) or isinstance(answer, type):
            raise Misread(_("This is {kind}, and no network yet.").format(kind=kind_of(answer)))
        _not_more_than(MOST_ITEMS, len(nodes))
        _not_more_than(10 * MOST_ITEMS, len(edges))
        found = {ends if directed() else tuple(sorted(ends, key=str)) for ends in edges()}
        return bool(directed()), set(nodes), found

    def difference(self, given: Any, right: Any, tell: Tell) -> str:
        if not given[1]:
            return tell("empty") or _("Your network is empty.")
        if given[0] != right[0]:
            return _("Who does it and to whom: does the direction of a line matter here?")
        for part, said in (
            (2, _("Among the lines: {extra} too many, {missing} missing.")),
            (1, _("Among the nodes: {extra} too many, {missing} missing.")),
        ):
            extra, missing = given[part] - right[part], right[part] - given[part]
            if extra or missing:
                own = tell("extra", x=min(extra, key=str)) if extra else tell("missing", x=min(missing, key=str))
                return f"{said.format(extra=len(extra), missing=len(missing))} {own}".strip()
        return ""
