"""What every test may rely on, doctests and notebooks included."""

from __future__ import annotations

import atexit
import gc
import os
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from forked_kernels import use_forked_kernels
from hypothesis import settings

# Before anything imports the kit: examples and stored outputs are English, whatever the tester speaks.
os.environ["RESOLUTIONKIT_LANGUAGE"] = "en"
# The notebooks save their products: not into the folder where a learner has saved his own.
os.environ["RESOLUTIONKIT_WORK"] = tempfile.mkdtemp(prefix="resolutionkit-")


_seen: set[object] = set()

BROWSER = "tests/browser/"

collect_ignore = ["tests/load/jupyterhub_config.py"]  # JupyterHub reads it, in an environment of its own


# What "start.py test --quick" leaves out: parts of the addresses of tests.
SLOW = [
    "notebooks/",
    "exercises/solutions/",
    "exercises/de/",
    BROWSER,
    "tests/draw/",
    "tests/start/",
    "test_course.py",
    "test_submissions.py",
    "test_exercise_notebooks.py",
    "test_forked_kernels.py",
    "test_lint.py",
    "test_robustness",
    "test_same_everywhere.py",
    "test_site.py",
    "test_wheel.py",
    "test_official_files.py",
    "test_official_texts.py",
    "no_word_of_any_text_is_lost",
    "every_word_of_a_document",
    "no_word_of_an_official_file",
    "adopted_resolutions_raise",
    "cards_hold_what_the_script_counts",
    "test_variants.py",
    "texts/test_numbers.py",
    "test_german_way.py",
    "one_record_for_all_notebooks",
    "interval_holds_the_true_gain",
    "of_a_class_that_",
    "without_those_that_it_leaves_out",
    "last_hints_lead_from_stub",
    "kernel_killed_while_it_saves",
    "linear_time",
]


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_make_scheduler(config: pytest.Config, log: Any) -> Any:
    """Each file goes to one process; those of the browser go together, since they share a JupyterLab."""
    from xdist.scheduler import LoadFileScheduling

    class Sharing(LoadFileScheduling):
        def _split_scope(self, nodeid: str) -> str:
            return BROWSER if nodeid.startswith(BROWSER) else super()._split_scope(nodeid)

    return Sharing(config, log) if config.option.dist == "loadfile" else None


def pytest_configure(config: pytest.Config) -> None:
    gc.disable()  # nothing that collecting makes is rubbish: to look through it again and again takes a third of its time
    config.option.loadscopereorder = False  # xdist would begin with the files that have most tests, which are quick


def pytest_ignore_collect(collection_path: Path, config: pytest.Config) -> bool | None:
    """The quick tests do not wait until folders are read that they leave out whole."""
    is_left_out = collection_path in [config.rootpath / part for part in SLOW]
    return True if is_left_out and config.option.markexpr == "not slow" else None


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    slow_files = set()
    for item in items:
        if any(part in item.nodeid for part in SLOW):
            item.add_marker("slow")
            slow_files.add(item.path)
    if hasattr(
        config, "workerinput"
    ):  # several processes share the files: none may be left alone with a long one at the end
        items.sort(key=lambda item: item.path not in slow_files)


def pytest_collection_finish() -> None:
    gc.freeze()
    gc.set_threshold(50_000)
    gc.enable()


@pytest.hookimpl(tryfirst=True)
def pytest_runtest_setup(item: pytest.Item) -> None:
    """Before the first cell of a notebook starts its kernel: the language of its edition, and a work folder of its own."""
    is_notebook = item.path.suffix == ".ipynb"
    os.environ["RESOLUTIONKIT_LANGUAGE"] = "de" if is_notebook and "de" in item.path.parts else "en"
    if is_notebook and item.path not in _seen:
        item.config.option.nbval_current_env = not use_forked_kernels()
        _seen.add(item.path)
        folder = os.environ["RESOLUTIONKIT_WORK"] = tempfile.mkdtemp(prefix="resolutionkit-")
        atexit.register(shutil.rmtree, folder, ignore_errors=True)


# Property tests look at the same cases on each run of CI, so that a change is not blamed for what another text would show;
# everywhere else they look at new ones.
settings.register_profile("ci", derandomize=True)
if os.environ.get("CI"):
    settings.load_profile("ci")


@pytest.fixture(autouse=True)
def english_again() -> Iterator[None]:
    """A test that made the kit talk German, and failed, must not make the next one fail."""
    from resolutionkit.language import set_language

    yield
    set_language("en")
