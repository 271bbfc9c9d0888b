"""The parts of the workbench: what they are called and how they lie on the page."""

from __future__ import annotations

from importlib.resources import files
from typing import Any

from resolutionkit.language import say
from resolutionkit.widgets.box import column
from resolutionkit.widgets.choice import Choice
from resolutionkit.widgets.workbench import tell

MOST = 40
"""Findings that are listed at a time; who has mended those sees the next."""


class Page:
    """The widgets of a workbench, without life: :class:`Workbench` gives it to them.

    >>> Page(None).insert.description
    'Insert'
    """

    def __init__(self, draft_language: str | None) -> None:
        import ipywidgets as widgets

        self._widgets = widgets
        self.status = widgets.HTML()
        self.cut = widgets.HTML(tell.cut_off())
        self.starts = {
            "blank": self._button(say(en="Blank page", de="Leere Seite")),
            "template-en": self._button(say(en="Template, English", de="Vorlage, englisch")),
            "template-de": self._button(say(en="Template, German", de="Vorlage, deutsch")),
            "75/10": self._button(say(en="75/10 (German)", de="75/10")),
        }
        self._writing()
        self._finding()
        self.preview = widgets.HTML()
        self._phrases(draft_language)
        self.exports = {
            "text": self._button(say(en="Text", de="Text")),
            "md": self._button("Markdown"),
            "akn": self._button("AKN4UN"),
            "html": self._button("HTML"),
            "docx": self._button("Word"),
        }
        self.exported = widgets.Output()
        self.widget = self._laid_out()

    def _button(self, description: str, tooltip: str = "", css: str = "") -> Any:
        button = self._widgets.Button(description=description, tooltip=tooltip)
        button.layout.width = "auto"
        if css:
            button.add_class(css)
        return button

    def _writing(self) -> None:
        widgets = self._widgets
        self.paper = widgets.Textarea(
            description=say(en="Your draft", de="Ihr Entwurf"),
            placeholder=say(
                en="Write or paste your draft here, or begin with one of the buttons above.",
                de="Schreiben Sie Ihren Entwurf oder fügen Sie ihn hier ein; oder beginnen Sie mit einem der Knöpfe oben.",
            ),
        )
        self.back = widgets.HTML()
        self.sheet = widgets.Box([self.back, self.paper])
        self.sheet.add_class("rk-sheet")

    def _finding(self) -> None:
        widgets = self._widgets
        self.count = widgets.HTML()
        self.row_layout, self.row_style = widgets.Layout(width="auto", height="auto"), widgets.ButtonStyle()
        self.rows: list[Any] = []
        self.list = widgets.VBox()
        self.list.add_class("rk-list")
        self.here = widgets.HTML()
        self.passage = widgets.Text(
            continuous_update=False,  # it goes into the draft when it is finished: with Enter, or on leaving the field
            description=say(en="Write instead", de="Stattdessen"),
            style={"description_width": "auto"},
        )
        self.next = self._button(say(en="Next finding", de="Nächster Befund"))
        self.close = self._button(say(en="Close", de="Schließen"))
        self.panel = widgets.VBox([self.here, self.passage, widgets.HBox([self.next, self.close])])
        self.panel.add_class("rk-panel")
        self.panel.layout.display = "none"

    def _phrases(self, draft_language: str | None) -> None:
        widgets = self._widgets
        self.tongue = widgets.ToggleButtons(
            options=[
                (say(en="automatic", de="automatisch"), ""),
                (say(en="English", de="Englisch"), "en"),
                (say(en="German", de="Deutsch"), "de"),
            ],
            value=draft_language or "",
            description=say(en="Language of the draft", de="Sprache des Entwurfs"),
            style={"description_width": "11em", "button_width": "auto"},
        )
        self.part = widgets.ToggleButtons(
            options=[(say(en="Preamble", de="Präambel"), "preamble"), (say(en="Operative part", de="Operativer Teil"), "operative")],
            description=say(en="Phrases for", de="Wendungen für"),
            style={"description_width": "11em", "button_width": "auto"},
        )  # fmt: skip
        self.opener = Choice(
            say(en="Opener", de="Einleitungswörter"),
            {},
            say(en="type, or press ↓ for all", de="tippen, oder ↓ für alle"),
        )
        self.about = widgets.HTML()
        self.rest = widgets.Text(
            continuous_update=False,  # whoever types fast and inserts at once inserts what he typed
            description=say(en="The rest", de="Rest des Absatzes"),
            placeholder=say(en="what follows the opener", de="was auf die Einleitungswörter folgt"),
            style={"description_width": "11em"},
        )
        self.place = Choice(say(en="Where", de="Wo"), {})
        self.insert = self._button(
            say(en="Insert", de="Einfügen"),
            say(en="Put this paragraph into the draft", de="Diesen Absatz in den Entwurf setzen"),
            "mod-primary",
        )

    def row(self, number: int) -> Any:
        """Return the button for one finding; they are made when first needed, and used again."""
        while len(self.rows) <= number:
            self.rows.append(self._widgets.Button(layout=self.row_layout, style=self.row_style))
        return self.rows[number]

    def _laid_out(self) -> Any:
        widgets = self._widgets
        look = (files("resolutionkit.widgets.workbench") / "workbench.css").read_text(encoding="utf-8")
        left = widgets.VBox([self.sheet])
        self.right = widgets.VBox([self.count, self.list, self.panel, self.preview])
        columns = widgets.HBox([left, self.right])
        phrases = widgets.VBox(
            [self.tongue, self.part, self.opener.field, self.about, self.rest, self.place.field, self.insert]
        )
        exports = widgets.HBox([self._said(say(en="Save a copy as", de="Kopie speichern als")), *self.exports.values()])
        starts = widgets.HBox([self._said(say(en="Start from", de="Beginnen mit")), *self.starts.values()])
        for box, css in (
            (left, "rk-left"), (self.right, "rk-right"), (columns, "rk-columns"), (phrases, "rk-phrases"),
            (exports, "rk-line"), (starts, "rk-line"), (self.status, "rk-status"), (self.cut, "rk-cut"), (self.count, "rk-count"),
            (self.preview, "rk-preview"), (self.exported, "rk-exported"), (self.back, "rk-back"), (self.paper, "rk-paper"),
        ):  # fmt: skip
            box.add_class(css)
        bench = column(
            [
                widgets.HTML(f"<style>{look}</style>"),
                starts,
                self.cut,
                columns,
                self.status,
                phrases,
                exports,
                self.exported,
            ],
            say(en="The drafting workbench", de="Die Werkbank für Entwürfe"),
        )
        bench.add_class("rk-bench")
        return bench

    def _said(self, words: str) -> Any:
        return self._widgets.Label(words)
