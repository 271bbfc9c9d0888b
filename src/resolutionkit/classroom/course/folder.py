"""Makes a course folder of the kit's solution notebooks, all at once or not at all."""

import importlib.util
import json
import os
import re
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from resolutionkit.classroom import Exercise, exercises_of
from resolutionkit.classroom.desk import kit_notebooks, require_free
from resolutionkit.classroom.outcome import from_template
from resolutionkit.errors import ReadError
from resolutionkit.language import _
from resolutionkit.language import language as user_language

GUIDES: dict[str, str] = {"en": "README.md", "de": "LIESMICH.md"}
TIMEOUT = 20
"""Seconds for one cell; the slowest of our own takes two, so what runs longer is an endless loop."""


class Assignment(NamedTuple):
    """One solution notebook; learners get it under the same name, as an assignment of its own."""

    name: str
    """Of the notebook and of the assignment: "01_anatomy"."""
    text: str
    """The whole notebook."""
    title: str
    exercises: tuple[Exercise, ...]


def assignments(variant: int = 0) -> list[Assignment]:
    """Return the assignments of the kit in the user's language, in teaching order; with the questions of a variant.

    Raises :class:`MissingFile` where an installation has no solutions.
    """
    found = []
    for path in kit_notebooks("exercises/solutions/[0-9]*.ipynb", user_language()):
        text, topic = path.read_text(encoding="utf-8"), path.stem.partition("_")[2]
        title = "".join(json.loads(text)["cells"][0]["source"]).splitlines()[0].lstrip("# ")
        text = _in_variant(text, topic, variant) if variant else text
        found.append(Assignment(path.stem, text, title, exercises_of(topic)))
    return found


def _in_variant(text: str, topic: str, variant: int) -> str:
    """A notebook with the questions of a variant, and without what only fits the usual ones."""
    pairs = zip(exercises_of(topic), exercises_of(topic, variant), strict=True)
    changed = {e.number.replace(".", "-"): (e, instead) for e, instead in pairs if e.solved != instead.solved}
    notebook = json.loads(text)
    cells = []
    for cell in notebook["cells"]:
        source = "".join(cell["source"])
        number = re.search(r"\d+-\d+$", cell["id"])
        if number and number[0] in changed:
            if cell["id"].startswith("teacher"):  # a note on an answer that is no longer right
                continue
            e, instead = changed[number[0]]
            for part in ("question", "title", "by_reading"):
                source = source.replace(str(getattr(e, part)).strip(), str(getattr(instead, part)).strip())
            source = re.sub(r"### BEGIN HIDDEN TESTS\n.*### END HIDDEN TESTS\n", "", source, flags=re.DOTALL)
            source = source.replace(e.solved, instead.solved)
        cell["source"] = re.sub(r'(exercise|progress)\(("[\w.]+")\)', rf"\1(\2, variant={variant})", source)
        if cell["cell_type"] == "code":
            cell |= {"outputs": [], "execution_count": None}
        cells.append(cell)
    return json.dumps(notebook | {"cells": cells}, ensure_ascii=False, indent=1) + "\n"


def make_course(folder: Path, variant: int = 0) -> list[Assignment]:
    """Make a course folder for nbgrader and return its assignments; with ``variant`` other questions are drawn.

    Raises :class:`ReadError` where nbgrader is not installed, or where there is something at ``folder`` already:
    nothing is ever written over.
    """
    if importlib.util.find_spec("nbgrader") is None:
        said = _("The package nbgrader, for courses")
        raise ReadError(expected=said, found=_("not installed"), advice='pip install "resolutionkit[teach]"')
    require_free(folder, _("Choose another name. A course that has begun goes on in its own folder."))
    found = assignments(variant)
    folder.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix=f".{folder.name}-", dir=folder.parent) as work:
        half = Path(work) / folder.name
        half.mkdir()
        _fill(half, folder.resolve(), found, variant)
        if folder.exists():
            folder.rmdir()  # an empty one; Windows replaces no folder
        half.rename(folder)
    return found


def _fill(folder: Path, course: Path, found: Sequence[Assignment], variant: int) -> None:
    header = _(
        "**Your name:** (double-click here, and write it)\n\n**Before you hand in:** choose *Kernel → "
        "Restart Kernel and Run All Cells*, check that every answer is still there, and save. Keep the "
        "name of this file."
    )
    cell = {"cell_type": "markdown", "id": "course-header", "metadata": {}, "source": header}
    above_each = {"cells": [cell], "metadata": {}, "nbformat": 4, "nbformat_minor": 5}
    (folder / "submitted").mkdir()
    for name, text in {
        **{f"source/{a.name}/{a.name}.ipynb": without_links(a.text) for a in found},
        "nbgrader_config.py": from_template("course/nbgrader_config.txt", course=repr(course.name)) + "\n",
        "source/header.ipynb": json.dumps(above_each, ensure_ascii=False, indent=1) + "\n",
        "learners.csv": "id,first_name,last_name,email\n",
        **{name: guide(found, Path(sys.prefix), language, course, variant) for language, name in GUIDES.items()},
    }.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8", newline="\n")


def without_links(text: str) -> str:
    """The notebooks of the kit do not lie beside a learner's: what leads to them becomes plain words.

    >>> without_links("[01 Anatomy](../../notebooks/01_anatomy.ipynb), [these exercises](02_words.ipynb)")
    'notebook 01 Anatomy, these exercises'
    """
    text = re.sub(r"\[([^\[\]]+)\]\([./]*notebooks/[^()\s]+\.ipynb\)", _("notebook") + r" \1", text)
    return re.sub(r"\[([^\[\]]+)\]\([^()\s]+\.ipynb\)", r"\1", text)


def guide(
    found: Sequence[Assignment], environment: Path, language: str, folder: Path = Path(), variant: int = 0
) -> str:
    """Return what the folder says to its teacher, six steps from handing out to giving back, in one language.

    ``environment`` is the one in which nbgrader is installed. Scripts that activate it name the place where it was made,
    so the guide tells the terminal itself where the tools are.
    """
    tools = environment / ("Scripts" if os.name == "nt" else "bin")
    activate = f'$env:PATH = "{tools};$env:PATH"' if os.name == "nt" else f'export PATH="{tools}:$PATH"'
    about = {"assignments": found, "activate": activate, "folder": folder.absolute(), "variant": variant}
    return from_template(f"course/guide.{language}.md", timeout=TIMEOUT, **about) + "\n"
