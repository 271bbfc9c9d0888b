"""The solution notebooks of the kit as assignments, with the questions of a variant too."""

from __future__ import annotations

import json
import re
from typing import Any, NamedTuple

from resolutionkit.classroom import Exercise, exercises_of
from resolutionkit.classroom.desk import kit_notebooks
from resolutionkit.language import language


class Assignment(NamedTuple):
    """One solution notebook; learners get it under the same name, as an assignment of its own."""

    name: str
    """Of the notebook and of the assignment: "01_anatomy"."""
    text: str
    """The whole notebook."""
    title: str
    exercises: int
    minutes: int
    by_tests: int
    """Points that the tests give."""
    by_reader: int
    """Points that somebody gives who reads the answers."""


def assignments(variant: int = 0) -> list[Assignment]:
    """Return the assignments of the kit in the user's language, in teaching order; with the questions of a variant.

    Raises :class:`MissingFile` where an installation has no solutions.
    """
    found = []
    for path in kit_notebooks("exercises/solutions/[0-9]*.ipynb", language()):
        text, topic = path.read_text(encoding="utf-8"), path.stem.partition("_")[2]
        title = "".join(json.loads(text)["cells"][0]["source"]).splitlines()[0].lstrip("# ")
        exercises = exercises_of(topic)
        minutes, points = sum(e.minutes for e in exercises), sum(e.points for e in exercises)
        by_reader = sum(e.reader_points for e in exercises)
        text = _in_variant(text, topic, variant) if variant else text
        found.append(Assignment(path.stem, text, title, len(exercises), minutes, points - by_reader, by_reader))
    return found


def _in_variant(text: str, topic: str, variant: int) -> str:
    """A notebook with the questions of a variant, and without what only fits the usual ones."""
    notebook = json.loads(text)
    for e, instead in zip(exercises_of(topic), exercises_of(topic, variant), strict=True):
        notebook["cells"] = [cell for cell in notebook["cells"] if _asks(cell, e, instead)]
    for cell in notebook["cells"]:
        calls = r'(exercise|progress)\(("[\w.]+")\)'
        cell["source"] = re.sub(calls, rf"\1(\2, variant={variant})", "".join(cell["source"]))
        if cell["cell_type"] == "code":
            cell |= {"outputs": [], "execution_count": None}
    return json.dumps(notebook, ensure_ascii=False, indent=1) + "\n"


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
