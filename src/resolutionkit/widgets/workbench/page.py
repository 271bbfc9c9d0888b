"""The parts of the workbench: what they are called and how they lie on the page."""

from __future__ import annotations

from importlib.resources import files
from typing import Any

from resolutionkit.document.writing.html_inline import stylesheet
from resolutionkit.language import _
from resolutionkit.widgets.controls import Choice
from resolutionkit.widgets.workbench.page_html import html

MOST = 40
"""Findings that are listed at a time; who has mended those sees the next."""


def button(words: str, tooltip: str = "", css: str = "") -> Any:
    """Return a button that is as wide as its words."""
    import ipywidgets as widgets

    made = widgets.Button(description=words, tooltip=tooltip, layout={"width": "auto"})
    return named(css, made) if css else made


def named(css: str, widget: Any) -> Any:
    """Give a widget the name by which the style sheet knows it."""
    widget.add_class(css)
    return widget


class Page:
    """The widgets of a workbench, without life: :class:`Workbench` gives it to them; ``parts`` are those from top to bottom."""

    def __init__(self, draft_language: str | None) -> None:
        import ipywidgets as widgets

        self._widgets = widgets
        self._writing()
        self._finding()
        self._phrases(draft_language)
        self.status = named("rk-status", widgets.HTML())
        self.starts = {
            "blank": button(_("Blank page")),
            "template-en": button(_("Template, English")),
            "template-de": button(_("Template, German")),
            "75/10": button(_("75/10 (German)")),
        }
        self.exports = {
            "text": button(_("Text")),
            "md": button("Markdown"),
            "akn": button("AKN4UN"),
            "html": button("HTML"),
            "docx": button("Word"),
        }
        self.exported = named("rk-exported", widgets.Output())
        self.amending = named("rk-amending", widgets.VBox(layout={"display": "none"}))
        starts = widgets.HBox([widgets.Label(_("Start from")), *self.starts.values()])
        self.copies = widgets.HBox([widgets.Label(_("Save a copy as")), *self.exports.values()])
        columns = widgets.HBox([named("rk-left", widgets.VBox([self.sheet])), self.right])
        css = (files("resolutionkit.widgets.workbench") / "workbench.css").read_text(encoding="utf-8")
        self.parts = [
            widgets.HTML(f"<style>{stylesheet()}{css}</style>"),
            named("rk-line", starts),
            named("rk-columns", columns),
            *(self.status, self.amending, self.phrases),
            named("rk-line", self.copies),
            self.exported,
        ]

    def _writing(self) -> None:
        widgets = self._widgets
        paper = widgets.Textarea(
            description=_("Your draft"),
            placeholder=_("Write or paste your draft here, or begin with one of the buttons above."),
        )
        self.paper, self.back = named("rk-paper", paper), named("rk-back", widgets.HTML())
        self.cut = named("rk-cut", widgets.HTML(html("cut_off")))
        self.sheet = named("rk-sheet", widgets.Box([self.back, self.paper, self.cut]))

    def _finding(self) -> None:
        widgets = self._widgets
        self.count, self.preview = named("rk-count", widgets.HTML()), named("rk-preview", widgets.HTML())
        self.list = named("rk-list", widgets.VBox())
        self.here = widgets.HTML()
        self.passage = widgets.Text(
            continuous_update=False,  # it goes into the draft when it is finished: with Enter, or on leaving the field
            description=_("Write instead"),
            style={"description_width": "auto"},
        )
        self.next, self.close = button(_("Next finding")), button(_("Close"))
        panel = widgets.VBox([self.here, self.passage, widgets.HBox([self.next, self.close])])
        panel.layout.display = "none"
        self.panel = named("rk-panel", panel)
        self.right = named("rk-right", widgets.VBox([self.count, self.list, self.panel, self.preview]))

    def _phrases(self, draft_language: str | None) -> None:
        widgets = self._widgets
        wide = {"description_width": "11em", "button_width": "auto"}
        languages = [(_("automatic"), ""), (_("English"), "en"), (_("German"), "de")]
        parts = [(_("Preamble"), "preamble"), (_("Operative part"), "operative")]
        self.tongue = widgets.ToggleButtons(
            options=languages, value=draft_language or "", description=_("Language of the draft"), style=wide
        )
        self.part = widgets.ToggleButtons(options=parts, description=_("Phrases for"), style=wide)
        self.opener = Choice(_("Opener"), {}, _("type, or press ↓ for all"))
        self.about = widgets.HTML()
        self.rest = widgets.Text(
            continuous_update=False,  # whoever types fast and inserts at once inserts what he typed
            description=_("The rest"),
            placeholder=_("what follows the opener"),
            style={"description_width": "11em"},
        )
        self.phrase = Choice(_("Set phrase or name"), {}, _("goes to the end of the rest; * German of ours"))
        self.place = Choice(_("Where"), {})
        self.insert = button(_("Insert"), _("Put this paragraph into the draft"), "mod-primary")
        above = [self.tongue, self.part, self.opener.field, self.about]
        below = [self.rest, self.phrase.field, self.place.field, self.insert]
        self.phrases = named("rk-phrases", widgets.VBox([*above, *below]))

    def offer_tracked(self) -> None:
        """Offer Word with tracked changes too."""
        self.exports["tracked"] = button(_("Word, changes marked"))
        self.copies.children = (*self.copies.children, self.exports["tracked"])

    def beat(self) -> None:
        """Restart the countdown of the style sheet: another name of the same animation."""
        now = self.cut._dom_classes[-1:] == ("rk-beat-a",)
        self.cut._dom_classes = ("rk-cut", "rk-beat-b" if now else "rk-beat-a")
