"""A column of controls that has words for places that show none, such as a notebook before it is run."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from typing import Any

from resolutionkit.language import _


def column(children: Sequence[Any], what: str) -> Any:
    """Return an ``ipywidgets.VBox`` of ``children`` whose words say ``what`` it shows, and how to get it.

    >>> column([], "The border check")
    The border check: run this cell to use it (Shift + Enter).
    """
    import ipywidgets as widgets

    words = how_to_use(what)

    class Column(widgets.VBox):  # type: ignore[misc]  # ipywidgets has no types
        def __repr__(self) -> str:
            return words

    return Column(children)


def how_to_use(what: str) -> str:
    """Return what stands where a widget is not shown: in a notebook before its cell is run, or in a terminal."""
    shell = sys.modules["IPython"].get_ipython() if "IPython" in sys.modules else None
    in_a_terminal = hasattr(sys, "ps1") if shell is None else type(shell).__name__ == "TerminalInteractiveShell"
    if in_a_terminal:
        return _("{what}: in a notebook only, for instance in JupyterLab.").format(what=what)
    return _("{what}: run this cell to use it (Shift + Enter).").format(what=what)


class Shown:
    """What shows itself as its ``widget``, and in words where none runs.

    >>> one = Shown(); one.widget = column([], "The border check"); one
    The border check: run this cell to use it (Shift + Enter).
    """

    widget: Any

    def __repr__(self) -> str:
        return repr(self.widget)

    def _repr_mimebundle_(self, **kwargs: Any) -> Any:
        return self.widget._repr_mimebundle_(**kwargs)
