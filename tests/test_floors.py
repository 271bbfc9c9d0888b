"""The house has floors, and imports lead downward only (the table of the design).

A new module needs a place here first; that is the moment to think about where it belongs.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator
from graphlib import CycleError, TopologicalSorter
from pathlib import Path

import pytest

PACKAGE = Path(__file__).resolve().parents[1] / "src" / "resolutionkit"

FLOORS = (
    ("language", "errors", "citations", "frozen", "model", "files"),
    ("openers", "cover", "build", "exact", "plaintext", "akn", "bundled", "matcher", "tables", "mentions"),
    ("rules", "network", "policing", "negotiation"),
    ("draw", "render", "exercises", "set_up", "word", "course"),
    ("quizzes",),
    ("drafts", "handouts"),
    ("widgets", "command"),
)
"""From the ground up. A room is a module, or a folder with everything in it."""

ENTRANCES = ("__init__", "__main__")
"""The public names and the command line: they may use everything, and nothing uses them."""

MAY_LOOK_ASIDE = (0, 1)
"""Floors whose rooms may use those that stand before them in their row: parts of one reader, mostly."""

LONGEST = 300
"""Lines of a module; one that outgrows that becomes a folder."""

FLOOR_OF = {room: number for number, floor in enumerate(FLOORS) for room in floor}
MODULES = sorted(PACKAGE.rglob("*.py"))


def name_of(path: Path) -> str:
    """``akn/read.py`` -> "akn.read", ``akn/__init__.py`` -> "akn", the package's own ``__init__.py`` -> "__init__"."""
    parts = path.relative_to(PACKAGE).with_suffix("").parts
    return ".".join(parts[:-1] if len(parts) > 1 and parts[-1] == "__init__" else parts)


def room_of(module: str) -> str:
    return module.partition(".")[0]


NAMES = {name_of(path): path for path in MODULES}


def statements(node: ast.AST) -> Iterator[ast.AST]:
    """Everything that runs, functions included; what stands under ``if TYPE_CHECKING`` does not run."""
    for child in ast.iter_child_nodes(node):
        if isinstance(child, ast.If) and "TYPE_CHECKING" in ast.unparse(child.test):
            for other in child.orelse:
                yield from statements(other)
                yield other
            continue
        yield child
        yield from statements(child)


def imports_of(path: Path) -> list[tuple[int, str]]:
    """(line, module of the kit) for each import; "__init__" for a public name taken from the package itself."""
    found = []
    for node in statements(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            wanted = [alias.name.split(".") for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            base = (node.module or "").split(".") if node.module else []
            if node.level:
                here = ["resolutionkit", *path.relative_to(PACKAGE).parent.parts]
                base = here[: len(here) - node.level + 1] + base
            # "from package import name": the name may be a module itself
            wanted = [[*base, alias.name] for alias in node.names]
        else:
            continue
        for parts in wanted:
            if parts[0] == "resolutionkit":
                found.append((node.lineno, longest_known(parts[1:])))
    return found


def longest_known(parts: list[str]) -> str:
    for end in range(len(parts), 0, -1):
        if ".".join(parts[:end]) in NAMES:
            return ".".join(parts[:end])
    return "__init__"


def may_use(room: str, other: str) -> bool:
    if room in ENTRANCES or room == other:
        return True
    if other in ENTRANCES:
        return False
    floor, below = FLOOR_OF[room], FLOOR_OF[other]
    if floor == below:
        return floor in MAY_LOOK_ASIDE and FLOORS[floor].index(other) < FLOORS[floor].index(room)
    return below < floor


@pytest.mark.parametrize("module", sorted(NAMES))
def test_each_module_has_its_floor(module):
    assert room_of(module) in FLOOR_OF or module in ENTRANCES, (
        f"{module} has no place yet: add it to FLOORS here and to the table of the design"
    )


@pytest.mark.parametrize("module", sorted(name for name in NAMES if room_of(name) in FLOOR_OF))
def test_imports_lead_downward(module):
    upward = [
        f"{NAMES[module].name}:{line} uses {other}"
        for line, other in imports_of(NAMES[module])
        if room_of(other) in (*FLOOR_OF, *ENTRANCES) and not may_use(room_of(module), room_of(other))
    ]
    assert not upward


def test_no_import_runs_in_a_circle():
    graph = {module: {other for _, other in imports_of(path) if other != module} for module, path in NAMES.items()}
    del graph["__init__"]  # its public names are imported when first used
    try:
        TopologicalSorter(graph).prepare()
    except CycleError as fault:
        pytest.fail(" -> ".join(fault.args[1]))


@pytest.mark.parametrize("module", sorted(set(NAMES) - set(ENTRANCES)))
def test_no_import_is_hidden_from_this_test(module):
    """A name put together at run time may only lead to the module's own room."""
    calls = [
        node for node in ast.walk(ast.parse(NAMES[module].read_text(encoding="utf-8"))) if isinstance(node, ast.Call)
    ]
    dynamic = [call for call in calls if ast.unparse(call.func).split(".")[-1] in ("import_module", "__import__")]
    at_home = f"f'resolutionkit.{room_of(module)}."
    assert not [call.lineno for call in dynamic if not ast.unparse(call.args[0]).startswith(at_home)]


@pytest.mark.parametrize("module", sorted(NAMES))
def test_no_module_is_longer_than_one_can_keep_in_mind(module):
    assert len(NAMES[module].read_text(encoding="utf-8").splitlines()) <= LONGEST


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("from resolutionkit.model import Paragraph", ["model"]),
        ("from resolutionkit import model", ["model"]),
        ("from resolutionkit import load", ["__init__"]),
        ("import resolutionkit.model as m", ["model"]),
        ("from .model import Paragraph", ["model"]),
        ("def f():\n    from resolutionkit.model import Paragraph", ["model"]),
        ("if TYPE_CHECKING:\n    from resolutionkit.model import Paragraph", []),
        ("if TYPE_CHECKING:\n    pass\nelse:\n    from resolutionkit.model import Paragraph", ["model"]),
        ("import re, json\nfrom lxml import etree", []),
    ],
)
def test_this_test_sees_imports(tmp_path, monkeypatch, source, expected):
    monkeypatch.setattr(f"{__name__}.PACKAGE", tmp_path)
    (tmp_path / "probe.py").write_text(source)
    assert [module for _, module in imports_of(tmp_path / "probe.py")] == expected


@pytest.mark.parametrize(
    ("room", "other", "allowed"),
    [
        ("model", "errors", True),
        ("errors", "model", False),
        ("tables", "plaintext", True),
        ("plaintext", "tables", False),
        ("model", "plaintext", False),
        ("rules", "network", False),
        ("draw", "network", True),
        ("network", "draw", False),
        ("widgets", "language", True),
        ("model", "__init__", False),
        ("__init__", "widgets", True),
    ],
)
def test_what_the_floors_allow(room, other, allowed):
    assert may_use(room, other) is allowed
