"""What every test may rely on, doctests and notebooks included."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator

import pytest

# Before anything imports the kit: examples and stored outputs are English, whatever the tester speaks.
os.environ["RESOLUTIONKIT_LANGUAGE"] = "en"
# The notebooks save their products: not into the folder where a learner has saved his own.
os.environ["RESOLUTIONKIT_WORK"] = tempfile.mkdtemp(prefix="resolutionkit-")


collect_ignore = ["tests/load/jupyterhub_config.py"]  # JupyterHub reads it, in an environment of its own


@pytest.fixture(autouse=True)
def english_again() -> Iterator[None]:
    """A test that made the kit talk German, and failed, must not make the next one fail."""
    from resolutionkit.language import set_language

    yield
    set_language("en")
