"""The parts of the workbench: what they are called and how they lie on the page."""

from __future__ import annotations

from importlib.resources import files
from typing import Any, NamedTuple

from resolutionkit.document.writing.html_inline import stylesheet
from resolutionkit.language import _
from resolutionkit.widgets.column import column
from resolutionkit.widgets.controls import Choice
from resolutionkit.widgets.workbench import page_html

MOST = 40
"""Findings that are listed at a time; who has mended those sees the next."""


class Row(NamedTuple):
    """A finding in the list: the button that chooses it, the one that mends it, and both in a row."""

    button: Any
    mend: Any
    box: Any


class Page:
    """The widgets of a workbench, without life: :class:`Workbench` gives it to them.

    >>> Page(None).insert.description
    'Insert'
    """

    def __init__(self, draft_language: str | None) -> None:
        import ipywidgets as widgets

        self._widgets = widgets
        self.status = widgets.HTML()
        self.starts = {
            "blank": self._button(_("Blank page")),
            "template-en": self._button(_("Template, English")),
            "template-de": self._button(_("Template, German")),
            "75/10": self._button(_("75/10 (German)")),
        }
        self._writing()
        self._finding()
        self.preview = widgets.HTML()
        self._phrases(draft_language)
        self.exports = {
            "text": self._button(_("Text")),
            "md": self._button("Markdown"),
            "akn": self._button("AKN4UN"),
            "html": self._button("HTML"),
            "docx": self._button("Word"),
        }
        self.exported = widgets.Output()
        self.amending = widgets.VBox(layout={"display": "none"})
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
            description=_("Your draft"),
            placeholder=_("Write or paste your draft here, or begin with one of the buttons above."),
        )
        self.back = widgets.HTML()
        self.cut = widgets.HTML(page_html.cut_off())
        self.sheet = widgets.Box([self.back, self.paper, self.cut])
        self.sheet.add_class("rk-sheet")

    def _finding(self) -> None:
        widgets = self._widgets
        self.count = widgets.HTML()
        self._row_layout, self._row_style = widgets.Layout(width="auto", height="auto"), widgets.ButtonStyle()
        self.rows: list[Row] = []
        self.list = widgets.VBox()
        self.list.add_class("rk-list")
        self.here = widgets.HTML()
        self.passage = widgets.Text(
            continuous_update=False,  # it goes into the draft when it is finished: with Enter, or on leaving the field
            description=_("Write instead"),
            style={"description_width": "auto"},
        )
        self.next = self._button(_("Next finding"))
        self.close = self._button(_("Close"))
        self.panel = widgets.VBox([self.here, self.passage, widgets.HBox([self.next, self.close])])
        self.panel.add_class("rk-panel")
        self.panel.layout.display = "none"

    def _phrases(self, draft_language: str | None) -> None:
        widgets = self._widgets
        self.tongue = widgets.ToggleButtons(
            options=[
                (_("automatic"), ""),
                (_("English"), "en"),
                (_("German"), "de"),
            ],
            value=draft_language or "",
            description=_("Language of the draft"),
            style={"description_width": "11em", "button_width": "auto"},
        )
        self.part = widgets.ToggleButtons(
            options=[(_("Preamble"), "preamble"), (_("Operative part"), "operative")],
            description=_("Phrases for"),
            style={"description_width": "11em", "button_width": "auto"},
        )
        self.opener = Choice(
            _("Opener"),
            {},
            _("type, or press ↓ for all"),
        )
        self.about = widgets.HTML()
        self.rest = widgets.Text(
            continuous_update=False,  # whoever types fast and inserts at once inserts what he typed
            description=_("The rest"),
            placeholder=_("what follows the opener"),
            style={"description_width": "11em"},
        )
        self.phrase = Choice(_("Set phrase or name"), {}, _("goes to the end of the rest; * German of ours"))
        self.place = Choice(_("Where"), {})
        self.insert = self._button(
            _("Insert"),
            _("Put this paragraph into the draft"),
            "mod-primary",
        )

    def new_row(self) -> Row:
        """Return the widgets for one more finding; they are made when first needed, and used again."""
        button = self._widgets.Button(layout=self._row_layout, style=self._row_style)
        mend = self._button("", _("Put this in the place of what was found"), "rk-mend")
        box = self._widgets.HBox([button, mend])
        box.add_class("rk-row")
        self.rows.append(Row(button, mend, box))
        return self.rows[-1]

    def offer_tracked(self) -> None:
        """Offer Word with tracked changes too."""
        self.exports["tracked"] = self._button(_("Word, changes marked"))
        self.copies.children = (*self.copies.children, self.exports["tracked"])

    def beat(self) -> None:
        """Restart the countdown of the style sheet: another name of the same animation."""
        now = self.cut._dom_classes[-1:] == ("rk-beat-a",)
        self.cut._dom_classes = ("rk-cut", "rk-beat-b" if now else "rk-beat-a")

    def _laid_out(self) -> Any:
        widgets = self._widgets
        left = widgets.VBox([self.sheet])
        self.right = widgets.VBox([self.count, self.list, self.panel, self.preview])
        columns = widgets.HBox([left, self.right])
        phrases = widgets.VBox(
            [
                *(self.tongue, self.part, self.opener.field, self.about),
                *(self.rest, self.phrase.field, self.place.field, self.insert),
            ]
        )
        exports = self.copies = widgets.HBox([widgets.Label(_("Save a copy as")), *self.exports.values()])
        starts = widgets.HBox([widgets.Label(_("Start from")), *self.starts.values()])
        named = {"left": left, "right": self.right, "columns": columns, "phrases": phrases, "status": self.status}
        named |= {
            "cut": self.cut,
            "count": self.count,
            "preview": self.preview,
            "exported": self.exported,
            "amending": self.amending,
        }
        named |= {"back": self.back, "paper": self.paper}
        for name, box in [*named.items(), ("line", exports), ("line", starts)]:
            box.add_class(f"rk-{name}")
        look = (files("resolutionkit.widgets.workbench") / "workbench.css").read_text(encoding="utf-8")
        style = widgets.HTML(f"<style>{stylesheet()}{look}</style>")
        bench = column(
            [style, starts, columns, self.status, self.amending, phrases, exports, self.exported],
            _("The drafting workbench"),
        )
        bench.add_class("rk-bench")
        bench.telling = (self.count, self.list, self.preview, self.status)
        return bench
