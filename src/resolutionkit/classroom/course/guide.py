"""What the course folder says to its teacher: six steps from handing out to giving back, in ``guide.en.md`` and beside it."""

from __future__ import annotations

import os
from pathlib import Path

from resolutionkit.classroom.course.assignments import Assignment

_HERE = Path(__file__).parent
TIMEOUT = 20
"""Seconds for one cell; the slowest of our own takes two, so what runs longer is an endless loop."""


def guide(assignments: tuple[Assignment, ...], environment: Path, language: str) -> str:
    """Return the guide in one language; ``environment`` is the one in which nbgrader is installed.

    >>> guide((), Path("env"), "en").splitlines()[0]
    '# A course with the teaching kit on resolution 75/10'
    """
    import jinja2  # late: only who makes a course needs it

    text = (_HERE / f"guide.{language}.md").read_text(encoding="utf-8")
    template = jinja2.Template(text, trim_blocks=True, keep_trailing_newline=True)
    return str(template.render(assignments=assignments, activate=_activate(environment), timeout=TIMEOUT))


def _activate(environment: Path) -> str:
    if os.name == "nt":
        return f'& "{environment / "Scripts" / "Activate.ps1"}"'
    return f'source "{environment / "bin" / "activate"}"'
