"""The German edition in JupyterLab: each lesson runs, and the kit speaks German wherever it speaks."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import pytest

from resolutionkit.classroom.desk import sources


@pytest.fixture(scope="module")
def lab(tmp_path_factory: pytest.TempPathFactory, start_lab: Any) -> Iterator[Any]:
    """A JupyterLab of its own: kernels learn the language from the server."""
    home = tmp_path_factory.mktemp("german home")
    with start_lab(home, RESOLUTIONKIT_LANGUAGE="de", RESOLUTIONKIT_WORK=str(home)) as one:
        yield one


ENGLISH = re.compile(
    r"\b(?:What to do|was expected|All is well|Not yet|Right\.|not attempted|Hint|exercises?,|the|your)\b"
)
"""Words with which the English kit speaks, and German ones never."""
QUOTED = re.compile(r"„[^“]*“|Report of the United Nations Conference[^)]*")


def said_by(tab, notebook: str) -> dict[str, str]:
    """What the cells of a notebook put out when all are run, by the cell."""
    tab.open(notebook)
    tab.run_all()
    said = {}
    for cell in tab.cells():
        pieces = []
        for output in cell.get("outputs", ()):
            assert output["output_type"] != "error", output
            pieces.append(output.get("text") or (output.get("data") or {}).get("text/plain", ""))
        said[cell["id"]] = "\n".join("".join(piece) for piece in pieces)
    return said


LESSONS = [name for name, _ in sources("de") if name.startswith("notebooks")]


@pytest.mark.parametrize("name", LESSONS)
def test_each_lesson_speaks_german(tab, name):
    assert {cell: text for cell, text in said_by(tab, name).items() if ENGLISH.search(QUOTED.sub("", text))} == {}
    assert tab.faults == []


def test_the_first_notebook_speaks_german(tab):
    said = said_by(tab, "notebooks/00_start.ipynb")
    everything = "\n".join(said.values())
    assert "Erwartet: " in everything
    assert "Was tun: " in everything
    assert "Alles in Ordnung." in everything
    assert [name for name, text in said.items() if ENGLISH.search(text)] == []
    assert "Führen Sie diese Zelle aus" in everything


def test_the_first_exercises_speak_german(tab):
    said = said_by(tab, "exercises/01_anatomy_exercises.ipynb")
    checks = {name: text for name, text in said.items() if name.startswith(("check-", "hint-", "progress"))}
    assert len([name for name in checks if name.startswith("check-")]) == 7
    assert [name for name, text in checks.items() if ENGLISH.search(text)] == []
    wrong = {n: text for n, text in checks.items() if n.startswith("check-") and "Noch nicht bearbeitet." not in text}
    assert wrong == {}
