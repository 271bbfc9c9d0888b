"""What several tests of the classroom use."""

from __future__ import annotations

import importlib.util
import sys
from pathlib import Path

import pytest

EXERCISES = Path(__file__).parents[2] / "exercises"


@pytest.fixture(scope="module")
def make():
    """exercises/make.py as a module."""
    sys.path.insert(0, str(EXERCISES))
    try:
        spec = importlib.util.spec_from_file_location("make_exercises", EXERCISES / "make.py")
        module = importlib.util.module_from_spec(spec)
        spec.loader.exec_module(module)
        yield module
    finally:
        sys.path.remove(str(EXERCISES))
