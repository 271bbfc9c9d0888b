"""What shows itself as controls, and in words where none can run: before a cell is run, and in an exported page."""

import sys
from collections.abc import Sequence
from html import escape
from types import SimpleNamespace
from typing import Any

import IPython.display
import ipywidgets as widgets
from markupsafe import Markup

from resolutionkit.language import _
from resolutionkit.widgets.controls import html, laid_out
from resolutionkit.widgets.debounce import Later


class Shown:
    """What shows the controls of a template as its ``widget``, and in words where none runs; a control is had by its name.

    ``what`` is a name, or something that says the same in words.

    >>> Shown("The table of a group", "negotiating_table", "page", "Delete OP4")
    The table of a group: run this cell to use it (Shift + Enter).
    """

    def __init__(self, what: object, template: str, place: str, *values: object) -> None:
        self._template, self.controls = template, SimpleNamespace()
        self.widget = laid_out(self.html(place, *values), vars(self.controls))
        self._words = how_to_use(what) if isinstance(what, str) else str(what)

    def __getattr__(self, name: str) -> Any:
        if name == "controls":  # asked for before there are any
            raise AttributeError(name)
        return getattr(self.controls, name)

    def html(self, place: str, *values: object) -> str:
        """Return the HTML of one place of the template."""
        return html(self._template, place, *values)

    def __repr__(self) -> str:
        return self._words

    def _repr_mimebundle_(self, **kwargs: Any) -> Any:
        """Return the widget with all of its words, which ipywidgets would cut off."""
        return {**self.widget._repr_mimebundle_(**kwargs), "text/plain": repr(self)}

    def _ipython_display_(self) -> None:
        show(self, self.widget)


def alert(said: str) -> str:
    """Return words as HTML that a screen reader reads out as soon as it appears; what is HTML already stays so."""
    return str(Markup('<div role="alert">{}</div>').format(said))


def how_to_use(what: str) -> str:
    """Return what stands where a widget is not shown: in a notebook before its cell is run, or in a terminal."""
    shell = sys.modules["IPython"].get_ipython() if "IPython" in sys.modules else None
    in_a_terminal = hasattr(sys, "ps1") if shell is None else type(shell).__name__ == "TerminalInteractiveShell"
    if in_a_terminal:
        return _("{what}: in a notebook only, for instance in JupyterLab.").format(what=what)
    return _("{what}: run this cell to use it (Shift + Enter).").format(what=what)


def show(thing: Any, widget: Any) -> None:
    """Display a thing whose controls are ``widget``, and after it in words what they show, kept up to date."""
    display: Any = IPython.display.display  # which has no types
    shown = thing._repr_mimebundle_()
    display(shown[0] if isinstance(shown, tuple) else shown, raw=True)
    told = display(_told(widget), raw=True, display_id=True)

    def listen(one: Any) -> None:
        telling = [name for name in ("value", "said", "children") if one.has_trait(name)]
        one.observe(heard, telling)  # who listens already is not told twice
        for part in _parts(one):
            listen(part)

    def heard(change: object) -> None:
        later.soon()

    def tell() -> None:
        listen(widget)
        told.update(_told(widget), raw=True)

    later = Later(tell, wait=1.0, longest=5.0)

    if told is not None:  # where no kernel runs nothing is kept up to date
        listen(widget)


def in_words(widget: Any) -> str:
    """Return what a widget shows as HTML that needs neither a kernel nor a network.

    >>> import ipywidgets
    >>> in_words(ipywidgets.VBox([ipywidgets.HTML("<p>How many?</p>"), ipywidgets.Text("12", description="Guess")]))
    '<p>How many?</p><p>Guess <b>12</b></p>'
    """
    if widget.layout.display == "none":
        return ""
    if parts := _parts(widget):
        return "".join(map(in_words, parts))
    said = str(getattr(widget, "label", None) or getattr(widget, "value", ""))
    if isinstance(widget, widgets.HTML):
        return said.replace("<details", "<details open")  # on paper nothing can be unfolded
    if isinstance(widget, widgets.Button):
        return f"<p>[ {escape(widget.description)} ]</p>"
    return f"<p>{escape(widget.description)} <b>{escape(said)}</b></p>" if said else ""


def _parts(widget: Any) -> Sequence[Any]:
    """What a widget consists of; ``telling`` are those that say it all in words."""
    parts: Sequence[Any] = getattr(widget, "telling", ()) or getattr(widget, "children", ())
    return parts


def _told(widget: Any) -> dict[str, str]:
    own = getattr(widget, "in_words", None)
    return {"text/html": html("column", "told", own() if own else in_words(widget)), "text/plain": ""}
