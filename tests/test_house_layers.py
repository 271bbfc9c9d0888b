"""The house: which room may use which stands in ``pyproject.toml``, under ``[tool.importlinter]``."""

from __future__ import annotations

import ast
import subprocess
import sys
from collections import Counter
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
PACKAGE = ROOT / "src" / "resolutionkit"


def test_imports_lead_downward():
    command = [sys.executable, "-c", "from importlinter.cli import lint_imports_command as run; run()", "--no-cache"]
    process = subprocess.run(command, cwd=ROOT, capture_output=True, encoding="utf-8")
    assert process.returncode == 0, process.stdout + process.stderr


def test_nine_rooms_over_three_modules():
    assert len([entry for entry in PACKAGE.iterdir() if entry.name != "__pycache__"]) <= 14


LONG_WITH_REASON: dict[str, str] = {}
"""Function -> why it is longer than a screen."""


def test_a_function_fits_on_a_screen():
    long = {
        node.name
        for path in PACKAGE.rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef) and node.end_lineno - node.lineno >= 40
    }
    assert long == set(LONG_WITH_REASON)
    assert len(long) <= 5


def test_a_file_name_occurs_once_but_for_doors_and_rules():
    names = Counter(path.name for path in PACKAGE.rglob("*.py") if path.name != "__init__.py")
    assert [name for name, times in names.items() if times > 1] == []
