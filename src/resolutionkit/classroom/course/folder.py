"""Makes a course folder, all at once or not at all."""

from __future__ import annotations

import importlib.util
import json
import os
import re
import shutil
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

from resolutionkit.classroom.course.assignments import Assignment, assignments
from resolutionkit.classroom.desk import require_free
from resolutionkit.errors import ReadError
from resolutionkit.language import _

GUIDES: dict[str, str] = {"en": "README.md", "de": "LIESMICH.md"}
TIMEOUT = 20
"""Seconds for one cell; the slowest of our own takes two, so what runs longer is an endless loop."""
_HERE = Path(__file__).parent


def make_course(folder: Path, variant: int = 0) -> list[Assignment]:
    """Make a course folder for nbgrader and return its assignments; with ``variant`` other questions are drawn.

    Raises :class:`ReadError` where nbgrader is not installed, or where there is something at ``folder`` already:
    nothing is ever written over.
    """
    if importlib.util.find_spec("nbgrader") is None:
        raise ReadError(
            expected=_("The package nbgrader, for courses"),
            found=_("not installed"),
            advice='pip install "resolutionkit[teach]"',
        )
    require_free(folder, _("Choose another name. A course that has begun goes on in its own folder."))
    found = assignments(variant)
    folder.parent.mkdir(parents=True, exist_ok=True)
    half = Path(tempfile.mkdtemp(prefix=f".{folder.name}-", dir=folder.parent))
    try:
        _fill(half, folder.resolve(), found, variant)
        half.chmod(0o755)  # mkdtemp lets nobody else in
        if folder.exists():
            folder.rmdir()  # an empty one; Windows replaces no folder
        half.rename(folder)
    finally:
        shutil.rmtree(half, ignore_errors=True)
    return found


def _fill(folder: Path, course: Path, found: Sequence[Assignment], variant: int) -> None:
    (folder / "submitted").mkdir()
    config = (_HERE / "nbgrader_config.txt").read_text(encoding="utf-8")
    for name, text in {
        **{f"source/{a.name}/{a.name}.ipynb": without_links(a.text) for a in found},
        "nbgrader_config.py": config.format(course=course.name),
        "source/header.ipynb": json.dumps(_header(), ensure_ascii=False, indent=1) + "\n",
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


def _header() -> dict[str, object]:
    """The cell that stands above every notebook of the course."""
    text = _(
        "**Your name:** (double-click here, and write it)\n\n**Before you hand in:** choose *Kernel → "
        "Restart Kernel and Run All Cells*, check that every answer is still there, and save. Keep the "
        "name of this file."
    )
    cell = {"cell_type": "markdown", "id": "course-header", "metadata": {}, "source": text}
    return {"cells": [cell], "metadata": {}, "nbformat": 4, "nbformat_minor": 5}


def guide(
    found: Sequence[Assignment], environment: Path, language: str, folder: Path = Path(), variant: int = 0
) -> str:
    """Return what the folder says to its teacher, six steps from handing out to giving back, in one language.

    ``environment`` is the one in which nbgrader is installed. Scripts that activate it name the place where it was made,
    so the guide tells the terminal itself where the tools are.
    """
    import jinja2  # late: only who makes a course needs it

    text = (_HERE / f"guide.{language}.md").read_text(encoding="utf-8")
    template = jinja2.Template(text, trim_blocks=True, keep_trailing_newline=True)
    tools = environment / ("Scripts" if os.name == "nt" else "bin")
    activate = f'$env:PATH = "{tools};$env:PATH"' if os.name == "nt" else f'export PATH="{tools}:$PATH"'
    about = {"assignments": found, "activate": activate, "folder": folder.absolute(), "variant": variant}
    return str(template.render(timeout=TIMEOUT, **about))
