"""Is the set-up well? Asked by the first notebook, so that nothing fails later in class."""

import importlib.metadata
import json
import sys
from collections.abc import Iterator
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
        return said.format(all=len(self.checks)) if n else _("All is well.")

    def __repr__(self) -> str:
        return "\n".join([*map(str, self.checks), self._summary()])

    def _repr_html_(self) -> str:
        return html("checkup", "checks", list(map(str, self.checks)), self._summary())


def checkup() -> Checkup:
    """Look at Python, the packages, the kit's data and JupyterLab's side of the widgets.

    >>> checkup().checks[0].name
    'Python'
    """
    return Checkup(tuple(_looked(in_browser=sys.platform == "emscripten")))


def _looked(*, in_browser: bool) -> Iterator[Check]:
    advice = _("Install Python 3.11 or newer and run start.py with it.")
    yield Check("Python", sys.version_info >= (3, 11), ".".join(map(str, sys.version_info[:3])), advice)
    for name in _NEEDED:
        if in_browser and name == "jupyterlab":  # JupyterLite brings its own, and the widgets with it
            continue
        try:
            yield Check(name, True, importlib.metadata.version(name))
        except importlib.metadata.PackageNotFoundError:
            advice = _("Start JupyterLab with python3 start.py, which installs everything.")
            yield Check(name, False, _("not installed here"), advice)
    try:
        yield Check(_("The resolution"), True, repr(load()).strip("<>"))
    except KitError as error:
        yield Check(_("The resolution"), False, error.found, error.advice)
    if not in_browser:  # widgets have two halves: Python's is a package, the browser's an extension of JupyterLab
        from jupyter_core.paths import jupyter_path

        packages = (Path(folder) / _WIDGETS / "package.json" for folder in jupyter_path("labextensions"))
        found = next((path for path in packages if path.is_file()), None)
        version = json.loads(found.read_text(encoding="utf-8")).get("version", "?") if found else ""
        advice = _(
            "The JupyterLab that shows this page runs elsewhere. Install jupyterlab_widgets there, or use python3 start.py."
        )
        missing = _("JupyterLab's half is missing")
        yield Check(_("Widgets in the browser"), found is not None, version or missing, advice)


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
