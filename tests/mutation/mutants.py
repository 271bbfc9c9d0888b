"""The mutants of a package: its code with one small thing changed, made by the operators of cosmic-ray."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
SOURCE = ROOT / "src" / "resolutionkit"

LEFT_OUT = ("NoOp", "VariableReplacer", "VariableInserter")
"""Operators that change nothing, or that have to be told what to change."""
ONE_INSTEAD = {"Add": "Sub", "Sub": "Add", "Mul": "FloorDiv", "FloorDiv": "Mul", "BitOr": "BitAnd", "BitAnd": "BitOr"}
"""One replacement for each operator of arithmetic: "+" made "<<" as well as "-" only makes a score look better."""


@dataclass(frozen=True, slots=True)
class Mutant:
    """One change; ``before`` and ``after`` are the lines concerned, so that it is found again when others move."""

    module: str
    """Its path below ``src/resolutionkit``."""
    line: int
    operator: str
    before: str
    after: str
    code: str
    """The whole module with the change in it."""

    @property
    def package(self) -> str:
        """The folder of its module."""
        return self.module.rpartition("/")[0]

    @property
    def key(self) -> tuple[str, str, str]:
        return self.module, self.before, self.after


@dataclass(frozen=True, slots=True)
class Place:
    """Where an operator can change something; the mutant is made when it is wanted, for that takes a while."""

    path: Path
    operator: str
    occurrence: int
    line: int

    @property
    def module(self) -> str:
        return self.path.relative_to(SOURCE).as_posix()

    def mutant(self) -> Mutant:
        from cosmic_ray.mutating import mutate_code
        from cosmic_ray.plugins import get_operator

        source = self.path.read_text(encoding="utf-8")
        code = mutate_code(source, get_operator(f"core/{self.operator}")(), self.occurrence)
        return Mutant(self.module, self.line, self.operator, *_difference(source, code), code)


def places_in(package: str) -> list[Place]:
    """Every place of a package that can be changed, once for each change."""
    return [place for path in sorted((SOURCE / package).rglob("*.py")) for place in _places_in(path)]


def _places_in(path: Path) -> Iterator[Place]:
    from cosmic_ray.ast import ast_nodes, get_ast  # here: pytest looks into each module for examples
    from cosmic_ray.plugins import get_operator, operator_names

    source = path.read_text(encoding="utf-8")
    idle = _idle_places(source)
    nodes = list(ast_nodes(get_ast(source)))
    for name in sorted(operator_names()):
        short = name.partition("/")[2]
        if short in LEFT_OUT or not _is_wanted(short):
            continue
        operator = get_operator(name)()
        starts = [start for node in nodes for start, _ in operator.mutation_positions(node)]
        for occurrence, (line, column) in enumerate(starts):
            there = source.split("\n")[line - 1]
            cached = "@cache" in there or "@lru_cache" in there  # without it the kit is slower and says the same
            dotted = short == "ExceptionReplacer" and "." in there  # cosmic-ray knows no exceptions of a module
            if (line, column) not in idle and not (cached or dotted):
                yield Place(path, short, occurrence, line)


def _is_wanted(operator: str) -> bool:
    if not operator.startswith("ReplaceBinaryOperator"):
        return True
    _, old, new = operator.split("_")
    return ONE_INSTEAD.get(old) == new


def _idle_places(source: str) -> set[tuple[int, int]]:
    """Where a change can be noticed by type checkers alone: annotations, and what stands below ``TYPE_CHECKING``."""
    idle: list[ast.AST] = []
    for node in ast.walk(ast.parse(source)):
        idle += [part for part in (getattr(node, "annotation", None), getattr(node, "returns", None)) if part]
        idle += [node.test] if isinstance(node, ast.If) and "TYPE_CHECKING" in ast.unparse(node.test) else []
    lines = source.split("\n")
    return {
        (line, column)
        for node in idle
        for line in range(node.lineno, node.end_lineno + 1)
        for column in range(
            node.col_offset if line == node.lineno else 0,
            node.end_col_offset if line == node.end_lineno else len(lines[line - 1]),
        )
    }


def _difference(source: str, code: str) -> tuple[str, str]:
    """The lines that differ; all others stand before or behind them in both."""
    old, new = source.split("\n"), code.split("\n")
    while old and new and old[0] == new[0]:
        del old[0], new[0]
    while old and new and old[-1] == new[-1]:
        del old[-1], new[-1]
    return "\n".join(map(str.strip, old)), "\n".join(map(str.strip, new))


def is_kept(source: str, line: int) -> bool:
    """Say whether a line stands in a function whose answers are kept, so that it runs for the first test alone."""
    functions = [node for node in ast.walk(ast.parse(source)) if isinstance(node, ast.FunctionDef)]
    around = [f for f in functions if f.lineno <= line <= (f.end_lineno or 0)]
    return any("cache" in ast.unparse(decorator) for f in around for decorator in f.decorator_list)


def lines_of_statement(source: str, line: int) -> tuple[range, bool]:
    """The lines of the smallest statement around a line, and whether it runs only when a function is called."""
    best, called = range(line, line + 1), False
    size = len(source)
    for node in ast.walk(ast.parse(source)):
        if not isinstance(node, ast.stmt) or not node.lineno <= line <= (node.end_lineno or 0):
            continue
        body = getattr(node, "body", None)
        last = max(node.lineno, body[0].lineno - 1) if body else node.end_lineno or node.lineno
        if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef)) and body and line >= body[0].lineno:
            called = True
        if node.lineno <= line <= last and (node.end_lineno or 0) - node.lineno < size:
            best, size = range(node.lineno, last + 1), (node.end_lineno or 0) - node.lineno
    return best, called
