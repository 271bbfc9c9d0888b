"""A course folder in which nbgrader really runs, and learners who hand in; for tests and measurements."""

from __future__ import annotations

import copy
import csv
import json
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

from forked_kernels import use_forked_kernels

from resolutionkit.classroom.course.folder import make_course
from resolutionkit.classroom.exercise import Closed, Exercise

Cells = list[dict[str, Any]]


FORKED = """
import json, os, sys
from nbgrader.apps.nbgraderapp import main

for line in sys.stdin:
    words, said = json.loads(line)
    if not (child := os.fork()):
        said = os.open(said, os.O_WRONLY | os.O_TRUNC)
        os.dup2(said, 1), os.dup2(said, 2)
        sys.argv[1:] = words
        sys.exit(main())
    print(os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]), flush=True)
"""
"""A program that imports nbgrader once and becomes it for each command: half a second of processor instead of three."""


class Classroom:
    """A course in ``folder``; the seconds of every step are kept in ``seconds``.

    A cell may take ``timeout`` seconds, an endless loop two, so that nobody has to wait for it.
    ``quick`` takes its commands from one process, where there are forks; otherwise each is one of its own, as for a teacher.
    """

    def __init__(self, folder: Path, *, timeout: int = 0, variant: int = 0, quick: bool = False) -> None:
        forks = use_forked_kernels()
        make_course(folder, variant)
        self.folder = folder
        self.seconds: dict[str, float] = {}
        self.forked = (
            self._start("-c", FORKED, stdin=subprocess.PIPE, stdout=subprocess.PIPE) if quick and forks else None
        )
        if timeout:
            with (folder / "nbgrader_config.py").open("a", encoding="utf-8") as file:
                file.write(f"\nc.Execute.timeout_func = lambda cell: 2 if 'while True' in cell.source else {timeout}\n")

    def nbgrader(self, *words: str) -> str:
        """Run one command of nbgrader in the course; return what it said, and fail where it failed."""
        begin = time.monotonic()
        with tempfile.NamedTemporaryFile("r+", encoding="utf-8") as said:
            if self.forked:
                self.forked.stdin.write(json.dumps([words, said.name]) + "\n")
                self.forked.stdin.flush()
                code = int(self.forked.stdout.readline())
            else:
                code = self._start("-m", "nbgrader", *words, stdout=said, stderr=subprocess.STDOUT).wait(900)
            heard = said.read()
        if code:
            raise AssertionError(f"nbgrader {' '.join(words)}: {heard[-3000:]}")
        self.seconds[words[0]] = self.seconds.get(words[0], 0) + time.monotonic() - begin
        return heard

    def _start(self, *words: str, **streams: Any) -> subprocess.Popen[str]:
        # As for a teacher: no work folder of the tests, and the kit where it is.
        variables = {name: value for name, value in os.environ.items() if name != "RESOLUTIONKIT_WORK"}
        # An environment that is switched on: nbgrader calls alembic by its bare name.
        variables["PATH"] = os.pathsep.join([str(Path(sys.executable).parent), os.environ.get("PATH", "")])
        variables["PYTHONPATH"] = os.pathsep.join(path for path in sys.path if path)
        return subprocess.Popen([sys.executable, *words], cwd=self.folder, env=variables, encoding="utf-8", **streams)

    def close(self) -> None:
        """End the process of :attr:`forked`."""
        if self.forked:
            self.forked.communicate(timeout=60)

    def released(self, assignment: str) -> dict[str, Any]:
        """The notebook that learners get."""
        path = self.folder / "release" / assignment / f"{assignment}.ipynb"
        notebook: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
        return notebook

    def hand_in(self, learner: str, assignment: str, answers: dict[str, str], twice: str = "") -> None:
        """Put a notebook with these answers (exercise number -> code of the answer cell) where it is collected.

        ``twice`` is the id of a cell of which the learner has made a copy.
        """
        notebook = copy.deepcopy(self.released(assignment))
        for cell in notebook["cells"]:
            kind, _, number = cell["id"].partition("-")
            if kind == "answer" and number.replace("-", ".") in answers:
                cell["source"] = answers[number.replace("-", ".")]
        notebook["cells"] += [cell | {"id": "copy"} for cell in notebook["cells"] if cell["id"] == twice]
        path = self.folder / "submitted" / learner / assignment / f"{assignment}.ipynb"
        path.parent.mkdir(parents=True)
        path.write_text(json.dumps(notebook), encoding="utf-8")

    def graded(self, learner: str, assignment: str) -> Cells:
        """The cells of a notebook as nbgrader has run it."""
        path = self.folder / "autograded" / learner / assignment / f"{assignment}.ipynb"
        cells: Cells = json.loads(path.read_text(encoding="utf-8"))["cells"]
        return cells

    def points(self, learner: str, assignment: str) -> dict[str, float]:
        """What the tests gave: exercise number -> points."""
        from nbgrader.api import Gradebook

        with Gradebook(f"sqlite:///{self.folder / 'gradebook.db'}") as book:
            grades = book.find_submission_notebook(assignment, assignment, learner).grades
            return {g.name[5:].replace("-", "."): g.auto_score for g in grades if g.name.startswith("test-")}

    def exported(self) -> list[dict[str, str]]:
        with (self.folder / "grades.csv").open(encoding="utf-8-sig", newline="") as file:
            return list(csv.DictReader(file))

    def feedback(self, learner: str, assignment: str) -> str:
        return (self.folder / "feedback" / learner / assignment / f"{assignment}.html").read_text(encoding="utf-8")


def solved(exercises: tuple[Exercise, ...]) -> dict[str, str]:
    """The answers of somebody who copies the last hint of every exercise."""
    return {e.number: e.solved for e in exercises}


def typical(exercises: tuple[Exercise, ...], *, endless: bool = False) -> dict[str, str]:
    """The answers of somebody who makes the first typical mistake in each exercise; the last one may loop for ever."""
    answers = {}
    for e in exercises:
        wrong = e.typical[0][0] if isinstance(e, Closed) else "no idea"
        plain = isinstance(wrong, str | int | float | list | dict | tuple)
        answers[e.number] = f"{e.answer_name} = {wrong!r}" if plain else f"{e.answer_name} = 'no idea'"
    if endless:
        answers[exercises[-1].number] = f"while True:\n    {exercises[-1].answer_name} = 1"
    return answers
