"""The paragraph browser: the text with everyone and everything that it names marked."""

from resolutionkit import tables
from resolutionkit.classroom.answers import no_label, unknown_label
from resolutionkit.document.bundled import gloss, load
from resolutionkit.document.grammar.labels import read_label
from resolutionkit.document.writing.html_inline import pieces
from resolutionkit.language import _, data_language, language
from resolutionkit.tables.forms import Mention
from resolutionkit.widgets.column import Shown

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
        self._texts = {p.label: p.text for p in load().paragraphs}
        named = [(kind, row) for kind in _MARKS for row in tables.rows(kind)]
        self._named = {row["id"]: (row[f"name_{language()}"], _MARKS[kind]) for kind, row in named}
        self._mentions: dict[str, list[Mention]] = {label: [] for label in self._texts}
        for mention in tables.lexicon().mentions(self._texts):
            self._mentions[mention.label].append(mention)
        super().__init__(_("The paragraph browser"), "paragraphs", "page")
        self.choice.offer({label: label for label in self._texts})
        self.choice.value = self._shown = "PP1"
        self.choice.on_change(self._show)
        self.back.on_click(lambda pressed: self._move(-1))
        self.forth.on_click(lambda pressed: self._move(1))
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
        self.told.value = self.html("told", why)
        label = self._shown = label if known else self._shown
        self.text.value = self.html("text", label, data_language(), gloss(label), self._marked(label))
        seen = dict.fromkeys(mention.entity for mention in self._mentions[label])
        self.names.value = self.html("names", map(self._named.get, seen))

    def _marked(self, label: str) -> list[tuple[str, tuple[str, tuple[str, str, str]] | None]]:
        """The text in pieces: words, and whom or what they name and how that looks; None for nobody."""
        looks = [(m.start, m.end, m.entity) for m in self._mentions[label] if not m.inside]
        none: tuple[tuple[int, str], ...] = ()
        cut = pieces(self._texts[label], looks, none)
        return [(words, self._named[entities[0]] if entities else None) for words, entities, _marks in cut]
