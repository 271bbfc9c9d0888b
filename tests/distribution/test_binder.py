"""Binder and repo2docker build from the lock; a real build needs a container engine and is tried by hand."""

from __future__ import annotations

import os
import subprocess
import tomllib
from pathlib import Path

from packaging.specifiers import SpecifierSet

ROOT = Path(__file__).parents[2]
BINDER = ROOT / ".binder"


def test_the_packages_are_those_of_the_lock():
    lines = [line for line in (BINDER / "requirements.txt").read_text().splitlines() if not line.startswith("#")]
    assert [(BINDER / line.removeprefix("-r ")).resolve() for line in lines] == [ROOT / "requirements.lock"]


def test_the_python_is_one_that_the_kit_supports():
    version = (BINDER / "runtime.txt").read_text().strip().removeprefix("python-")
    wanted = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]["requires-python"]
    assert version in SpecifierSet(wanted)


def test_the_last_step_is_a_script_that_can_run():
    assert (ROOT / "environment" / "inside.py").exists()  # which it calls
    assert os.access(BINDER / "postBuild", os.X_OK)
    assert subprocess.run(["bash", "-n", BINDER / "postBuild"], check=False).returncode == 0
