"""The smallest widget: it shows whether the browser and Python talk to each other."""

from __future__ import annotations

from typing import Any

from resolutionkit.language import say
from resolutionkit.widgets.box import column


def hello() -> Any:
    """Return a button that says so when it works (an ``ipywidgets.VBox``).

    >>> hello().children[0].description
    'Press me'
    """
    import ipywidgets as widgets

    button = widgets.Button(
        description=say(en="Press me", de="Drücken Sie mich"),
        tooltip=say(en="Tests whether widgets work here", de="Prüft, ob Widgets hier funktionieren"),
        button_style="primary",
    )
    answer = widgets.HTML(
        say(
            en="Press the button. An answer should appear here.",
            de="Drücken Sie den Knopf. Hier sollte eine Antwort erscheinen.",
        )
    )

    def answer_now(_: object) -> None:
        answer.value = say(
            en="<strong>✓ Widgets work.</strong> Browser and Python talk to each other.",
            de="<strong>✓ Widgets funktionieren.</strong> Browser und Python sprechen miteinander.",
        )

    button.on_click(answer_now)
    return column([button, answer], say(en="A button to try", de="Ein Knopf zum Ausprobieren"))
