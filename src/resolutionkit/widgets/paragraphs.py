"""The paragraph browser: the text with everyone and everything that it names marked."""

from __future__ import annotations

from html import escape

from resolutionkit import tables
from resolutionkit.classroom.misread import no_label, unknown_label
from resolutionkit.document.bundled import gloss, gloss_language, load
from resolutionkit.document.grammar.labels import read_label
from resolutionkit.language import _, language
from resolutionkit.tables.forms import Mention, entities_from_rows, find_mentions
from resolutionkit.widgets.column import Shown
from resolutionkit.widgets.controls import Choice

_MARKS = {
    "actors": ("A", "solid", "#0072B2"),
    "systems": ("S", "double", "#AA4499"),
    "topics": ("T", "dotted", "#8A5A00"),
}
"""Letter, underline and colour: nothing rests on colour alone."""


class ParagraphBrowser(Shown):
    """What the reader looks at: ``choice`` holds the label, ``text`` and ``names`` show it.

    >>> browser = ParagraphBrowser(); browser.choice.value = "OP15"
    >>> "Secretary-General" in browser.names.value
    True
    """

    def __init__(self) -> None:
        import ipywidgets as widgets

        self._texts = {p.label: p.text for p in load().paragraphs}
        self._kinds = {row["id"]: kind for kind in _MARKS for row in tables.rows(kind)}
        self._named = {row["id"]: row[f"name_{language()}"] for kind in _MARKS for row in tables.rows(kind)}
        entities = entities_from_rows([row for kind in _MARKS for row in tables.rows(kind)])
        self._mentions: dict[str, list[Mention]] = {label: [] for label in self._texts}
        for mention in find_mentions(self._texts, entities):
            self._mentions[mention.label].append(mention)
        self.choice = Choice(_("Paragraph"), {label: label for label in self._texts})
        self.choice.value = self._shown = "PP1"
        self.back = widgets.Button(description=_("Previous"), tooltip=_("One paragraph back"))
        self.forth = widgets.Button(description=_("Next"), tooltip=_("One paragraph on"))
        self.back.on_click(lambda _: self._move(-1))
        self.forth.on_click(lambda _: self._move(1))
        self.told, self.text, self.names = widgets.HTML(), widgets.HTML(), widgets.HTML()
        self.choice.on_change(self._show)
        turn = widgets.HBox([self.choice.field, self.back, self.forth])
        super().__init__(_("The paragraph browser"), [turn, self.told, self.text, self.names])
        self._show()

    def _move(self, by: int) -> None:
        """Turn a page; at either end nothing happens: a button that goes grey would lose the keyboard's focus."""
        labels = list(self._texts)
        at = labels.index(self._shown) + by
        if 0 <= at < len(labels):
            self.choice.value = labels[at]

    def _show(self) -> None:
        said = self.choice.field.value.strip()
        label = self.choice.value or read_label(said)
        known = label in self._texts
        why = "" if known or not said else unknown_label(label) if label else no_label(said)
        self.told.value = f'<p role="alert">{escape(why)}</p>' if why else ""
        label = self._shown = label if known else self._shown
        legend = _("A actors (solid line), S systems and documents (double line), T topics (dotted line)")
        plain = f'<p lang="{gloss_language()}" style="max-width:46em"><b>{label}</b> {escape(gloss(label))}</p>'
        german = f'<p lang="de" style="font:1.05em/1.9 Georgia,serif;max-width:46em">{self._marked(label)}</p>'
        both = plain + german if gloss_language() == "en" else german + plain
        self.text.value = f"{both}<p><small>{legend}</small></p>"
        seen = dict.fromkeys(m.entity for m in self._mentions[label])
        items = "".join(f"<li>{_MARKS[self._kinds[e]][0]}: {escape(self._named[e])}</li>" for e in seen)
        self.names.value = f"<ul>{items}</ul>"

    def _marked(self, label: str) -> str:
        text, out, last = self._texts[label], [], 0
        for m in sorted((m for m in self._mentions[label] if not m.inside), key=lambda m: m.start):
            if m.start < last:
                continue
            letter, line, colour = _MARKS[self._kinds[m.entity]]
            out += [
                escape(text[last : m.start]),
                f'<span title="{escape(self._named[m.entity], quote=True)}" style="border-bottom:3px {line} {colour}">',
                f"{escape(text[m.start : m.end])}<sup>{letter}</sup></span>",
            ]
            last = m.end
        return "".join(out) + escape(text[last:])


paragraph_browser = ParagraphBrowser
"""What learners type."""
