"""Makes the exercise notebooks: ``python exercises/make.py`` for all, ``… make.py words`` for one topic, new or not.

``solutions/NN_topic.ipynb`` is the source. Its question, answer, check, hint and test cells come from the package
(``data/exercises/``), so that each text exists once; every other cell belongs to its author and stays where it is.
From it comes ``NN_topic.ipynb``, what learners get: without solutions, teacher's notes, hidden tests and outputs.

``--check`` changes nothing, and exits with 1 where something is not as this command would make it.
"""

from __future__ import annotations

import argparse
import copy
import os
import re
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import nbformat
from cells import BEGIN, END, STEPS, Cell, markdown, ours, say
from nbconvert.preprocessors import ExecutePreprocessor
from nbgrader.preprocessors import IncludeHeaderFooter, SaveCells
from traitlets.config import Config

from resolutionkit.classroom import TOPICS, exercises_of
from resolutionkit.classroom.course.settings import RELEASE, configure
from resolutionkit.language import talking

Notebook = Any

HERE = Path(__file__).resolve().parent
METADATA = {
    "kernelspec": {"display_name": "Python 3 (ipykernel)", "language": "python", "name": "python3"},
    "language_info": {"name": "python"},
}
OURS = re.compile(rf"(?:{'|'.join(STEPS)})-(\d+-\d+)|how-to|setup|progress|progress-title")
TO_WRITE = "TO WRITE"
"""Stands in a new notebook where its author has to write; a test finds it."""


def name_of(topic: str) -> str:
    """anatomy -> 01_anatomy.ipynb"""
    return f"{TOPICS.index(topic) + 1:02}_{topic}.ipynb"


def folder() -> Path:
    """Where the notebooks of the edition in the user's language lie."""
    return HERE / say(en="", de="de")


def solutions() -> Path:
    return folder() / "solutions"


def learners_name(topic: str) -> str:
    """What learners open: in a row of tabs it can be told from the notebook of the topic."""
    return name_of(topic).replace(".ipynb", "_exercises.ipynb")


# --- A solution notebook, refreshed ----------------------------------------------------------------------------


def refreshed(notebook: Notebook, topic: str) -> Notebook:
    """A notebook whose generated cells are those of today; cells of its author stay behind the ones they stood behind."""
    wanted = {cell.id: cell for cell in ours(topic)}
    heads: list[Cell] = []
    behind: dict[str, list[Cell]] = {}
    group = heads
    for cell in notebook.cells:
        if OURS.fullmatch(cell.id):
            if cell.id in wanted:
                group = behind.setdefault(cell.id, [])
                _take_over(cell, wanted[cell.id])
        else:
            group.append(cell)
    cells = [*heads]
    for id_, cell in wanted.items():
        cells += [cell, *behind.get(id_, [])]
    for cell in cells:
        cell.metadata.pop("execution", None)
    if not cells[0].cell_type == "markdown":
        raise SystemExit(f"{name_of(topic)}: the first cell has to be the title, in Markdown")
    cells[0].source = re.sub(r"\*\*(?:Time|Zeit):\*\*.*", lambda _: _time(topic), cells[0].source)
    return nbformat.from_dict({"cells": cells, "metadata": METADATA, "nbformat": 4, "nbformat_minor": 5})


def _take_over(old: Cell, new: Cell) -> None:
    """What a generated cell keeps: hidden tests of the author, tags, and outputs while they fit."""
    if new.id.startswith("test-"):
        own = [part for part in _hidden(old.source) if part not in _hidden(new.source)]
        head, _, last = new.source.rpartition("\n")
        new.source = "\n".join([head, *own, last])
    if "tags" in old.metadata:
        new.metadata["tags"] = old.metadata["tags"]
    if new.cell_type == "code" and old.source == new.source:
        new.outputs, new.execution_count = old.outputs, old.execution_count


def _hidden(source: str) -> list[str]:
    """The regions of hidden tests that do not only hold a rubric."""
    regions = re.findall(rf"^{BEGIN}\n.*?^{END}$", source, re.MULTILINE | re.DOTALL)
    return [r for r in regions if any(not line.startswith("#") for line in r.split("\n"))]


def _time(topic: str) -> str:
    exercises = exercises_of(topic)
    all_, core = sum(e.minutes for e in exercises), sum(e.minutes for e in exercises if e.core)
    shorter = say(en=f"; {core} for the core exercises alone", de=f"; {core} für die Kernaufgaben allein") * (
        all_ != core
    )
    return say(en=f"**Time:** {all_} minutes{shorter}.", de=f"**Zeit:** {all_} Minuten{shorter}.")


def begun(topic: str) -> Notebook:
    """A new notebook for its author to go on with."""
    number = TOPICS.index(topic) + 1
    head = f"""\
# Exercises {number}: {TO_WRITE}

**In these exercises you will**

- {TO_WRITE},
- {TO_WRITE}.

**Before you begin:** [{number:02} {topic.capitalize()}](../../notebooks/{name_of(topic)}). **Time:**

{TO_WRITE}: one or two sentences of the story."""
    tail = f"## Recap\n\n- {TO_WRITE}.\n\n## Think back\n\n{TO_WRITE}: one or two questions."
    cells = [markdown("head", head), *ours(topic), markdown("recap", tail)]
    return nbformat.from_dict({"cells": cells, "metadata": METADATA, "nbformat": 4, "nbformat_minor": 5})


def run(notebook: Notebook, place: Path | None = None) -> Notebook:
    """Run a notebook as a new learner would: with a progress file of its own."""
    settings = Config()
    with tempfile.TemporaryDirectory() as work:
        if os.name != "nt":  # over TCP the kernel warns into the outputs
            settings.KernelManager.transport = "ipc"
            settings.KernelManager.ip = os.path.join(work, "kernel")
        runner = ExecutePreprocessor(timeout=120, record_timing=False, config=settings)
        before = {name: os.environ.get(name) for name in ("RESOLUTIONKIT_WORK", "RESOLUTIONKIT_LANGUAGE")}
        os.environ["RESOLUTIONKIT_WORK"] = work
        os.environ["RESOLUTIONKIT_LANGUAGE"] = say(en="en", de="de")
        try:
            done, _ = runner.preprocess(copy.deepcopy(notebook), {"metadata": {"path": str(place or solutions())}})
        finally:
            for name, value in before.items():
                os.environ.pop(name) if value is None else os.environ.__setitem__(name, value)
    done.metadata = nbformat.from_dict(METADATA)
    return done


# --- What learners get -----------------------------------------------------------------------------------------


def stub_of(notebook: Notebook) -> Notebook:
    """What learners get of a solution notebook: nbgrader's own steps, without those that need a gradebook."""
    settings = Config()
    configure(settings)
    stub = copy.deepcopy(notebook)
    for step in RELEASE:
        if step not in (IncludeHeaderFooter, SaveCells):
            stub, _ = step(config=settings).preprocess(stub, {})
    for cell in stub.cells:
        if cell.cell_type == "markdown":  # learners' notebooks lie one folder nearer to the others
            cell.source = cell.source.replace("](../../", "](../")
    stub.metadata = nbformat.from_dict(METADATA)
    return stub


def as_text(notebook: Notebook) -> str:
    nbformat.validate(notebook)
    return nbformat.writes(notebook) + "\n"


# --- The command -----------------------------------------------------------------------------------------------


def read(path: Path) -> Notebook:
    return nbformat.read(path, as_version=4)


def sources_of(notebook: Notebook) -> list[tuple[str, str, str, Any]]:
    """What of a notebook is compared: everything but its outputs."""
    return [(c.id, c.cell_type, c.source, c.metadata) for c in notebook.cells]


def drift(topic: str) -> Iterator[str]:
    """Say what this command would change; nothing where all is as it should be."""
    source, stub = solutions() / name_of(topic), folder() / learners_name(topic)
    if not source.exists():
        yield f"solutions/{source.name} is missing"
        return
    notebook = read(source)
    new = refreshed(copy.deepcopy(notebook), topic)
    if sources_of(notebook) != sources_of(new):
        old = {c.id: c for c in notebook.cells}
        changed = [
            c.id
            for c in new.cells
            if c.id not in old or (c.source, c.metadata) != (old[c.id].source, old[c.id].metadata)
        ]
        yield f"solutions/{source.name} is not what data/exercises/{topic}.toml says: {', '.join(changed) or 'order of cells'}"
    if any(c.cell_type == "code" and c.execution_count is None for c in notebook.cells):
        yield f"solutions/{source.name} has not been run"
    if not stub.exists() or stub.read_text(encoding="utf-8") != as_text(stub_of(notebook)):
        yield f"{stub.name} is not what comes from solutions/{source.name}"


def make(topic: str) -> None:
    """Refresh and run the solutions of one topic, and make what learners get."""
    source = solutions() / name_of(topic)
    notebook = refreshed(read(source) if source.exists() else begun(topic), topic)
    done = run(notebook)
    source.write_text(as_text(done), encoding="utf-8", newline="\n")
    (folder() / learners_name(topic)).write_text(as_text(stub_of(done)), encoding="utf-8", newline="\n")
    print(f"{source.name}: {len(exercises_of(topic))} exercises")


def main(words: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument(
        "topics",
        nargs="*",
        metavar="topic",
        help=f"of {', '.join(TOPICS)}; unless given, all that there are; a new one is begun",
    )
    parser.add_argument("--check", action="store_true", help="change nothing; exit with 1 where something differs")
    parser.add_argument("--language", nargs=1, choices=("en", "de"), help="one edition alone")
    options = parser.parse_args(words)
    faults = []
    for edition in options.language or ("en", "de"):
        with talking(edition):
            topics = options.topics or [t for t in TOPICS if (solutions() / name_of(t)).exists()]
            for topic in topics if not options.check else ():
                make(topic)
            faults += [f"{edition}: {fault}" for topic in topics for fault in drift(topic)]
    if faults:
        print("\n".join(faults), "Make them again: python exercises/make.py", sep="\n", file=sys.stderr)
    return int(bool(faults))


if __name__ == "__main__":
    sys.exit(main())
