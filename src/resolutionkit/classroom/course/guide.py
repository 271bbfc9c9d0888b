"""What the course folder says to its teacher: six steps from handing out to giving back, in ``guide.en.md`` and beside it."""

from __future__ import annotations

import os
from pathlib import Path

from resolutionkit.classroom.course.assignments import Assignment

_HERE = Path(__file__).parent
TIMEOUT = 20
"""Seconds for one cell; the slowest of our own takes two, so what runs longer is an endless loop."""


def guide(
    assignments: tuple[Assignment, ...], environment: Path, language: str, folder: Path = Path(), variant: int = 0
) -> str:
    """Return the guide in one language; ``environment`` is the one in which nbgrader is installed, ``folder`` the course.

    >>> guide((), Path("env"), "en").splitlines()[0]
    '# A course with the teaching kit on resolution 75/10'
    """
    import jinja2  # late: only who makes a course needs it

    text = (_HERE / f"guide.{language}.md").read_text(encoding="utf-8")
    template = jinja2.Template(text, trim_blocks=True, keep_trailing_newline=True)
    activate, course = _path_to(environment), folder.absolute()
    return str(
        template.render(assignments=assignments, activate=activate, timeout=TIMEOUT, folder=course, variant=variant)
    )


def _path_to(environment: Path) -> str:
    """The line by which a terminal finds the tools; scripts that activate an environment name the place where it was made."""
    if os.name == "nt":
        return f'$env:PATH = "{environment / "Scripts"};$env:PATH"'
    return f'export PATH="{environment / "bin"}:$PATH"'
