"""The house: which room may use which stands in ``pyproject.toml``, under ``[tool.importlinter]``."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
PACKAGE = ROOT / "src" / "resolutionkit"


def test_imports_lead_downward():
    command = [sys.executable, "-c", "from importlinter.cli import lint_imports_command as run; run()", "--no-cache"]
    process = subprocess.run(command, cwd=ROOT, capture_output=True, encoding="utf-8")
    assert process.returncode == 0, process.stdout + process.stderr


def test_nine_rooms_over_three_modules():
    assert len([entry for entry in PACKAGE.iterdir() if entry.name != "__pycache__"]) <= 14
