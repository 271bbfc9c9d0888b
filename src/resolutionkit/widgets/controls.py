"""A choice from many that works with the keyboard in JupyterLab.

Drop-down lists and radio buttons do not: they are worked with arrows and letters, and while they have
the focus JupyterLab takes these for commands of the notebook ("a" inserts a cell). Text fields are left
alone, so this is one, with suggestions. Buttons are worked with Tab, Enter and Space only, which stay
theirs: a choice from few is a row of them.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any


class Choice:
    """A text field whose suggestions stand for values: ``value`` is the one chosen, "" for none or nonsense.

    >>> choice = Choice("Node", {"United Nations": "un"}); choice.field.value = "United Nations"
    >>> choice.value
    'un'
    """

    def __init__(self, description: str, values: Mapping[str, str], placeholder: str = "") -> None:
        import ipywidgets as widgets

        self.field = widgets.Combobox(
            description=description,
            placeholder=placeholder,
            continuous_update=False,
            style={"description_width": "11em"},
            layout={"width": "36em", "max_width": "100%"},
        )
        self._values: dict[str, str] = {}
        self._offering = False
        self.offer(values)

    @property
    def value(self) -> str:
        """The value behind the words in the field."""
        return self._values.get(self.field.value.strip(), "")

    @value.setter
    def value(self, wanted: str) -> None:
        self.field.value = next((words for words, value in self._values.items() if value == wanted), "")

    def offer(self, values: Mapping[str, str]) -> None:
        """Suggest these; what was chosen stays where it is still among them.

        Nobody is told where it is not: whoever offers shows what follows from it, and would show it twice.
        """
        kept = self.value
        self._values = dict(values)
        self.field.options = tuple(self._values)
        if kept:
            self._offering = True
            self.value = kept
            self._offering = False

    def on_change(self, act: Callable[[], Any]) -> None:
        """Call ``act`` whenever the reader chooses another value."""
        self.field.observe(lambda _: None if self._offering else act(), "value")
