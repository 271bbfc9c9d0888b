"""Is the set-up well? Asked by the first notebook, so that nothing fails later in class."""

from __future__ import annotations

import importlib.metadata
import json
import sys
from pathlib import Path
from typing import NamedTuple

from resolutionkit.document.bundled import load
from resolutionkit.errors import KitError
from resolutionkit.language import _, ngettext
from resolutionkit.widgets.column import Shown
from resolutionkit.widgets.controls import html

_NEEDED = ("jupyterlab", "ipywidgets", "matplotlib", "networkx", "pandas")
_WIDGETS = "@jupyter-widgets/jupyterlab-manager"


class Check(NamedTuple):
    """One thing that was looked at."""

    name: str
    well: bool
    found: str
    advice: str = ""

    def __str__(self) -> str:
        line = f"{'✓' if self.well else '✗'} {self.name}: {self.found}"
        return line if self.well else f"{line}\n  → {self.advice}"


class Checkup(NamedTuple):
    """All checks; a notebook shows them as a list.

    >>> print(Checkup((Check("Python", True, "3.12"),)))
    ✓ Python: 3.12
    All is well.
    """

    checks: tuple[Check, ...]

    @property
    def well(self) -> bool:
        """True where every check is."""
        return all(check.well for check in self.checks)

    def _summary(self) -> str:
        n = sum(not check.well for check in self.checks)
        said = ngettext("{n} of {all} needs attention.", "{n} of {all} need attention.", n)
        return said.format(n=n, all=len(self.checks)) if n else _("All is well.")

    def __repr__(self) -> str:
        return "\n".join([*map(str, self.checks), self._summary()])

    def _repr_html_(self) -> str:
        return html("checkup", "checks", list(map(str, self.checks)), self._summary())


def checkup() -> Checkup:
    """Look at Python, the packages, the kit's data and JupyterLab's side of the widgets.

    >>> checkup().checks[0].name
    'Python'
    """
    advice = _("Install Python 3.11 or newer and run start.py with it.")
    python = Check("Python", sys.version_info >= (3, 11), ".".join(map(str, sys.version_info[:3])), advice)
    if sys.platform == "emscripten":  # in a browser: JupyterLite brings its own JupyterLab, and the widgets with it
        needed = [name for name in _NEEDED if name != "jupyterlab"]
        return Checkup((python, *map(_package, needed), _data()))
    return Checkup((python, *map(_package, _NEEDED), _data(), _widget_front_end()))


def _package(name: str) -> Check:
    try:
        return Check(name, True, importlib.metadata.version(name))
    except importlib.metadata.PackageNotFoundError:
        advice = _("Start JupyterLab with python3 start.py, which installs everything.")
        return Check(name, False, _("not installed here"), advice)


def _data() -> Check:
    name = _("The resolution")
    try:
        return Check(name, True, repr(load()).strip("<>"))
    except KitError as error:
        return Check(name, False, error.found, error.advice)


def _widget_front_end() -> Check:
    """Widgets have two halves: Python's is a package, the browser's an extension of JupyterLab."""
    name = _("Widgets in the browser")
    for folder in _extension_folders():
        package = folder / _WIDGETS / "package.json"
        if package.is_file():
            return Check(name, True, json.loads(package.read_text(encoding="utf-8")).get("version", "?"))
    advice = _(
        "The JupyterLab that shows this page runs elsewhere. Install jupyterlab_widgets there, or use python3 start.py."
    )
    return Check(name, False, _("JupyterLab's half is missing"), advice)


def _extension_folders() -> list[Path]:
    try:
        from jupyter_core.paths import jupyter_path
    except ImportError:
        return [Path(sys.prefix) / "share" / "jupyter" / "labextensions"]
    return [Path(p) for p in jupyter_path("labextensions")]


def hello() -> Shown:
    """Return the smallest widget, a button that says so when it works: whether browser and Python talk to each other.

    >>> hello().widget.children[0].description
    'Press me'
    """
    shown = Shown(_("A button to try"), "checkup", "hello")

    def answer_now(pressed: object) -> None:
        shown.answer.value = _("<strong>✓ Widgets work.</strong> Browser and Python talk to each other.")

    shown.button.on_click(answer_now)
    return shown
