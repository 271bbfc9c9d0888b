"""Each solution notebook is tested as a new learner runs it: with a progress file of its own."""

from __future__ import annotations

import atexit
import os
import shutil
import tempfile

import pytest

_seen: set[object] = set()


@pytest.hookimpl(tryfirst=True)
def pytest_runtest_setup(item: pytest.Item) -> None:
    """Before the first cell of a notebook starts its kernel."""
    if item.path.suffix == ".ipynb" and item.path not in _seen:
        _seen.add(item.path)
        folder = tempfile.mkdtemp(prefix="resolutionkit-")
        atexit.register(shutil.rmtree, folder, ignore_errors=True)
        os.environ["RESOLUTIONKIT_WORK"] = folder
