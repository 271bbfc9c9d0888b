"""Types of answers that learners build themselves: functions and graphs."""

from __future__ import annotations

import contextlib
import io
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from resolutionkit.classroom.answers import MOST_ITEMS, AnswerType, Tell, brief, nothing
from resolutionkit.classroom.misread import Misread
from resolutionkit.classroom.values import kind_of, shown
from resolutionkit.language import _, ngettext


@dataclass(frozen=True, slots=True)
class Function(AnswerType):
    """A function of the learner's, tried on ``cases``: each a tuple of arguments.

    Two functions are the same when they give the same on every case. What they return is read as ``gives``.

    >>> from resolutionkit.classroom.answers import Number
    >>> kind = Function(((1,), (4,)), Number())
    >>> kind.same(kind.read(lambda n: n + n), kind.read(lambda n: 2 * n))
    True
    """

    cases: tuple[tuple[Any, ...], ...]
    gives: AnswerType
    example: str = "def …"

    @property
    def expects(self) -> str:
        return _("a function (def …), not its result")

    def read(self, answer: object) -> Any:
        if not callable(answer) or isinstance(answer, type):
            raise Misread(
                _("This is {kind}: what a function gives when it is called. Hand in the function itself.").format(
                    kind=kind_of(answer)
                )
            )
        return [self._outcome(answer, case) for case in self.cases]

    def _outcome(self, function: Callable[..., object], case: tuple[Any, ...]) -> _Outcome:
        printed = io.StringIO()
        try:
            with contextlib.redirect_stdout(printed):
                value = function(*case)
        except RecursionError:
            return _Outcome(case, _("it calls itself without end"))
        except Exception as fault:  # whatever a learner's function does, the answer is a sentence
            return _Outcome(case, _failed(fault, function, len(case)))
        if value is None or value is ...:
            if printed.getvalue().strip():
                said = _("it prints {words} and returns nothing; write return in place of print")
                return _Outcome(case, said.format(words=shown(printed.getvalue().strip())))
            return _Outcome(case, _("it returns nothing; perhaps the return is missing"))
        try:
            return _Outcome(case, "", self.gives.read(value), readable=True)
        except Misread as fault:
            return _Outcome(case, _("it returns {found}. {fault}").format(found=shown(value), fault=fault).rstrip("."))

    def same(self, one: Any, other: Any) -> bool:
        return all(self._same_outcome(a, b) for a, b in zip(one, other, strict=True))

    def _same_outcome(self, one: _Outcome, other: _Outcome) -> bool:
        if one.readable and other.readable:
            return self.gives.same(one.value, other.value)
        return one.readable == other.readable and one.fault == other.fault

    def difference(self, given: Any, right: Any, tell: Tell = nothing) -> str:
        one, wanted = next((a, b) for a, b in zip(given, right, strict=True) if not self._same_outcome(a, b))
        arguments = ", ".join(shown(argument) for argument in one.case)
        if not one.readable:
            return _("With {arguments}: {fault}.").format(arguments=arguments, fault=one.fault)
        said = tell("wrong", case=one.case, x=one.value, wanted=wanted.value)
        said = said or self.gives.difference(one.value, wanted.value, tell)
        return (
            _("With {arguments} it returns {value}, and that is not right. {said}")
            .format(arguments=arguments, value=brief(one.value), said=said)
            .strip()
        )


def _failed(fault: Exception, function: Callable[..., object], given: int) -> str:
    """What a function's error means; one for the number of its arguments is the commonest."""
    code = getattr(function, "__code__", None)
    if isinstance(fault, TypeError) and code is not None and code.co_argcount != given:
        return ngettext(
            "it is called with {given} value, and its brackets take another number",
            "it is called with {given} values, and its brackets take another number",
            given,
        ).format(given=given)
    return f"{type(fault).__name__}: {shown(str(fault))}"


@dataclass(frozen=True, slots=True)
class _Outcome:
    """What a function did with one case: a value that can be compared, or what went wrong."""

    case: tuple[Any, ...]
    fault: str
    value: Any = None
    readable: bool = False


@dataclass(frozen=True, slots=True)
class Graph(AnswerType):
    """A networkx graph: its nodes, its edges, and whether these have a direction.

    >>> import networkx as nx
    >>> Graph().same(Graph().read(nx.Graph([("un", "interpol")])), Graph().read(nx.Graph([("interpol", "un")])))
    True
    """

    example: str = "nx.Graph()"

    @property
    def expects(self) -> str:
        return _("a networkx graph (nx.Graph or nx.DiGraph)")

    def read(self, answer: object) -> Any:
        nodes, edges = getattr(answer, "nodes", None), getattr(answer, "edges", None)
        directed = getattr(answer, "is_directed", None)
        if nodes is None or edges is None or not callable(directed) or isinstance(answer, type):
            raise Misread(_("This is {kind}, and no network yet.").format(kind=kind_of(answer)))
        if len(nodes) > MOST_ITEMS or len(edges) > 10 * MOST_ITEMS:
            raise Misread(_("It has more than {n} elements.").format(n=MOST_ITEMS))
        found = {
            (source, target) if directed() else tuple(sorted((source, target), key=str)) for source, target in edges()
        }
        return bool(directed()), set(nodes), found

    def difference(self, given: Any, right: Any, tell: Tell = nothing) -> str:
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
