"""Kinds of answers that learners make themselves: functions, graphs and tables."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, ClassVar

from resolutionkit.classroom.answers import MOST_ITEMS, Kind, Number, Words
from resolutionkit.classroom.values import kind_of, shown
from resolutionkit.language import Text, _


@dataclass(frozen=True, slots=True)
class Function:
    """A function of the learner's, tried on ``cases``: each a tuple of arguments.

    Two functions are the same when they give the same on every case. What they return is read as ``gives``.

    >>> kind = Function(lambda: [(1,), (4,)], Number())
    >>> kind.same(kind.read(lambda n: n + n), kind.read(lambda n: 2 * n))
    True
    """

    cases: Callable[[], list[tuple[Any, ...]]]
    gives: Kind
    expects: ClassVar[Text] = Text("a function (def …), not its result", "eine Funktion (def …), nicht ihr Ergebnis")

    def read(self, answer: object) -> Any:
        if not callable(answer) or isinstance(answer, type):
            raise TypeError
        return [self._outcome(answer, case) for case in self.cases()]

    def _outcome(self, function: Callable[..., object], case: tuple[Any, ...]) -> _Outcome:
        try:
            value = function(*case)
        except RecursionError:
            return _Outcome(case, _("it calls itself without end"))
        except Exception as fault:  # whatever a learner's function does, the answer is a sentence
            return _Outcome(case, f"{type(fault).__name__}: {shown(str(fault))}")
        if value is None or value is ...:
            return _Outcome(
                case,
                _("it returns nothing; perhaps the return is missing"),
                blank=True,
            )
        try:
            return _Outcome(case, "", self.gives.read(value), readable=True)
        except (TypeError, ValueError):
            found = kind_of(value)
            return _Outcome(
                case,
                _("it returns {found}; expected: {expects}").format(found=found, expects=self.gives.expects),
            )

    def same(self, one: Any, other: Any) -> bool:
        return all(self._same_outcome(a, b) for a, b in zip(one, other, strict=True))

    def _same_outcome(self, one: _Outcome, other: _Outcome) -> bool:
        if one.readable and other.readable:
            return self.gives.same(one.value, other.value)
        return one.readable == other.readable and one.fault == other.fault

    def difference(self, answer: Any, right: Any) -> str:
        given, wanted = next((a, b) for a, b in zip(answer, right, strict=True) if not self._same_outcome(a, b))
        arguments = ", ".join(shown(argument) for argument in given.case)
        if not given.readable:
            return _("With {arguments}: {fault}.").format(arguments=arguments, fault=given.fault)
        said = self.gives.difference(given.value, wanted.value)
        return _("With {arguments} the result is different. {said}").format(arguments=arguments, said=said).strip()


@dataclass(frozen=True, slots=True)
class _Outcome:
    """What a function did with one case: a value that can be compared, or what went wrong."""

    case: tuple[Any, ...]
    fault: str
    value: Any = None
    readable: bool = False
    blank: bool = False


@dataclass(frozen=True, slots=True)
class Graph:
    """A networkx graph; ``weight`` names an attribute of the edges that has to be the same too.

    >>> import networkx as nx
    >>> Graph().same(Graph().read(nx.Graph([("un", "interpol")])), Graph().read(nx.Graph([("interpol", "un")])))
    True
    """

    weight: str = ""
    expects: ClassVar[Text] = Text(
        "a networkx graph (nx.Graph or nx.DiGraph)", "ein Graph von networkx (nx.Graph oder nx.DiGraph)"
    )

    def read(self, answer: object) -> Any:
        nodes, edges = getattr(answer, "nodes", None), getattr(answer, "edges", None)
        directed = getattr(answer, "is_directed", None)
        if nodes is None or edges is None or not callable(directed):
            raise TypeError
        if len(nodes) > MOST_ITEMS or len(edges) > 10 * MOST_ITEMS:
            raise ValueError
        found = {}
        for source, target, data in edges(data=True):
            ends = (source, target) if directed() else tuple(sorted((source, target), key=str))
            found[ends] = data.get(self.weight, 1) if self.weight else 1
        return bool(directed()), set(nodes), found

    def same(self, one: Any, other: Any) -> bool:
        return bool(one == other)

    def difference(self, answer: Any, right: Any) -> str:
        if answer[0] != right[0]:
            return _("Who does it and to whom: does the direction of a line matter here?")
        for said, place in (
            (_("Among the nodes: {extra} too many, {missing} missing."), 1),
            (_("Among the edges: {extra} too many, {missing} missing."), 2),
        ):
            extra, missing = len(set(answer[place]) - set(right[place])), len(set(right[place]) - set(answer[place]))
            if extra or missing:
                return said.format(extra=extra, missing=missing)
        return _("The lines are right; look at their attribute {weight!r} again.").format(weight=self.weight)


@dataclass(frozen=True, slots=True)
class Rows:
    """A pandas table; the rows of ``columns`` are compared, in any order unless ``ordered``.

    >>> import pandas as pd
    >>> kind = Rows(("label", "words"))
    >>> kind.read(pd.DataFrame({"words": [7], "label": ["PP1"], "mine": [0]}))
    [('pp1', 7)]
    """

    columns: tuple[str, ...]
    ordered: bool = False
    expects: ClassVar[Text] = Text("a table (pandas DataFrame)", "eine Tabelle (pandas DataFrame)")

    def read(self, answer: object) -> Any:
        columns = getattr(answer, "columns", None)
        if columns is None or not hasattr(answer, "itertuples"):
            raise TypeError
        if len(answer) > MOST_ITEMS:  # type: ignore[arg-type]
            raise ValueError
        missing = [name for name in self.columns if name not in set(columns)]
        if missing:
            return missing
        table: Any = answer
        return [tuple(_cell(value) for value in row) for row in table[list(self.columns)].itertuples(index=False)]

    def same(self, one: Any, other: Any) -> bool:
        if self.ordered or len(one) != len(other):
            return bool(one == other)
        return sorted(one, key=repr) == sorted(other, key=repr)

    def difference(self, answer: Any, right: Any) -> str:
        if answer and isinstance(answer[0], str):
            names = ", ".join(answer)
            return _("The table needs the columns {names} as well.").format(names=names)
        extra, missing = len([r for r in answer if r not in right]), len([r for r in right if r not in answer])
        if extra or missing:
            return _("Among the rows: {extra} too many, {missing} missing.").format(extra=extra, missing=missing)
        return _("The rows are right; look at their order, or at rows that occur twice.")


def _cell(value: object) -> object:
    """A cell in the form in which it is compared: numbers as numbers, texts without regard to capitals."""
    for kind in (Number(), Words()):
        try:
            number = kind.read(value)
        except (TypeError, ValueError):
            continue
        return round(number, 6) if isinstance(number, float) else number
    return shown(value)
