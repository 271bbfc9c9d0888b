"""The solution notebooks: where they lie, and what they say of themselves."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

from resolutionkit.classroom import Exercise, exercises_of
from resolutionkit.errors import Location, MissingFile
from resolutionkit.language import _, language

_HERE = Path(__file__).resolve().parent


@dataclass(frozen=True)
class Assignment:
    """One solution notebook; learners get it under the same name, as an assignment of its own."""

    path: Path

    @property
    def name(self) -> str:
        """Of the notebook and of the assignment: "01_anatomy"."""
        return self.path.stem

    @cached_property
    def _cells(self) -> list[dict[str, Any]]:
        cells: list[dict[str, Any]] = json.loads(self.path.read_text(encoding="utf-8"))["cells"]
        return cells

    def text(self, variant: int = 0) -> str:
        """Return the whole notebook; in a variant with its questions, and without what only fits the usual ones."""
        text = self.path.read_text(encoding="utf-8")
        if not variant:
            return text
        notebook, topic = json.loads(text), self.name.partition("_")[2]
        for e, instead in zip(exercises_of(topic), exercises_of(topic, variant), strict=True):
            notebook["cells"] = [cell for cell in notebook["cells"] if _asks(cell, e, instead)]
        for cell in notebook["cells"]:
            calls = r'(exercise|progress)\(("[\w.]+")\)'
            cell["source"] = re.sub(calls, rf"\1(\2, variant={variant})", "".join(cell["source"]))
            if cell["cell_type"] == "code":
                cell |= {"outputs": [], "execution_count": None}
        return json.dumps(notebook, ensure_ascii=False, indent=1) + "\n"

    @property
    def title(self) -> str:
        """What the first line of the notebook says."""
        return "".join(self._cells[0]["source"]).splitlines()[0].lstrip("# ")

    @property
    def minutes(self) -> int:
        """How long all exercises take."""
        found = re.search(r"\*\*(?:Time|Zeit):\*\* (\d+)", "".join(self._cells[0]["source"]))
        return int(found[1]) if found else 0

    @property
    def exercises(self) -> int:
        """How many there are."""
        return sum(cell["id"].startswith("question-") for cell in self._cells)

    @property
    def points(self) -> tuple[int, int]:
        """How many points the tests give, and how many somebody who reads the answers."""
        by_tests, by_reader = (
            sum(
                int(cell["metadata"]["nbgrader"].get("points", 0))
                for cell in self._cells
                if cell["id"].startswith(start)
            )
            for start in ("test-", "answer-")
        )
        return by_tests, by_reader


def _asks(cell: dict[str, Any], e: Exercise, instead: Exercise) -> bool:
    """Put one exercise in the place of another; False for a teacher's note on an answer that is no longer right."""
    if e.solved == instead.solved or not cell["id"].endswith("-" + e.number.replace(".", "-")):
        return True
    source = "".join(cell["source"])
    for old, new in ((e.question, instead.question), (e.title, instead.title), (e.by_reading, instead.by_reading)):
        source = source.replace(str(old).strip(), str(new).strip())
    source = re.sub(r"### BEGIN HIDDEN TESTS\n.*### END HIDDEN TESTS\n", "", source, flags=re.DOTALL)
    cell["source"] = source.replace(e.solved, instead.solved)
    return not cell["id"].startswith("teacher")


def assignments() -> tuple[Assignment, ...]:
    """Return the assignments of the kit, in teaching order."""
    return tuple(Assignment(path) for path in sorted(solutions_folder().glob("[0-9]*.ipynb")))


def solutions_folder() -> Path:
    """Return where the solutions of the user's edition lie: beside the code in a wheel, in ``exercises/`` in a checkout.

    Raises :class:`MissingFile` where neither is there.
    """
    roots = (_HERE / "exercises", _HERE.parents[3] / "exercises")
    for folder in (root / part / "solutions" for part in (language(), "") for root in roots):
        if folder.is_dir():
            return folder
    raise MissingFile(
        expected=_("The solution notebooks of the kit"),
        found=_("no such folder"),
        place=Location(str(folder)),
        advice=_("Install the kit again, or restore the folder exercises/solutions of the repository."),
    )
