"""ruff and mypy, with the settings of pyproject.toml: their findings are this test's message."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]

CHECKS = {
    "ruff": [
        "ruff",
        "check",
        "--no-cache",
        "--output-format",
        "concise",
        "src",
        "start.py",
        "environment",
        "conftest.py",
    ],
    "mypy": ["mypy", "--no-error-summary"],
}


@pytest.mark.parametrize("name", CHECKS)
def test_the_code_has_no_findings(name):
    process = subprocess.run([sys.executable, "-m", *CHECKS[name]], cwd=ROOT, capture_output=True, encoding="utf-8")
    assert process.returncode == 0, process.stdout + process.stderr
