"""The smallest widget: it shows whether the browser and Python talk to each other."""

from __future__ import annotations

from typing import Any

from resolutionkit.language import _
from resolutionkit.widgets.column import column


def hello() -> Any:
    """Return a button that says so when it works (an ``ipywidgets.VBox``).

    >>> hello().children[0].description
    'Press me'
    """
    import ipywidgets as widgets

    button = widgets.Button(
        description=_("Press me"),
        tooltip=_("Tests whether widgets work here"),
        button_style="primary",
    )
    answer = widgets.HTML(_("Press the button. An answer should appear here."))

    def answer_now(pressed: object) -> None:
        answer.value = _("<strong>✓ Widgets work.</strong> Browser and Python talk to each other.")

    button.on_click(answer_now)
    return column([button, answer], _("A button to try"))
