"""A resolution, or one paragraph of it, as the United Nations prints it, in a notebook or on a page; the HTML stands in ``templates/``."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from markupsafe import Markup

from resolutionkit.document.model import Footnote, Heading, Paragraph, Resolution
from resolutionkit.document.writing.html_inline import Mark, harmless, inline, stylesheet, templates, wrapped
from resolutionkit.document.writing.write_text import number_of
from resolutionkit.language import _
from resolutionkit.language import language as user_language

_NO_GLOSSES: Mapping[str, str] = {}
_BARE_MARKER = ("de", "fr", "es", "ru")
"""Languages in which the UN prints a) where it prints (a) in English."""
_COMMA = {"ar": "،", "zh": "，"}
_MARK = Markup('<sup><a id="{}" href="#{}" role="doc-noteref" aria-label="{} {}">{}</a></sup>')


def resolution_html(
    resolution: Resolution,
    *,
    labels: bool = True,
    glosses: Mapping[str, str] = _NO_GLOSSES,
    level: int = 3,
    switch: bool = False,
) -> str:
    """Return a whole resolution as HTML, for a notebook or a page.

    ``labels`` puts PP3 and OP13(a) before the paragraphs; ``glosses`` (label -> sentence) adds a plain
    sentence below each paragraph that has one, and ``switch`` a choice between both, the text and the
    sentences; ``level`` (1 to 6) is that of the title's heading. Everything from the resolution is
    escaped, whatever a draft may hold.

    >>> resolution_html(Resolution(title="<b>")).count("&lt;b&gt;")
    1
    """
    told = [part for p in resolution.paragraphs for part in (p.label, p.text)]
    told += [part for note in resolution.footnotes for part in (str(note.number), note.text, note.label)]
    name = _identity("r", [resolution.symbol, resolution.title, *told])
    view = View(resolution.language, name, resolution.footnotes, labels=labels, glosses=glosses, level=level)
    macros: Any = templates().get_template("resolution.html").module
    shown = wrapped(macros.resolution(view, resolution), language=resolution.language, labels=labels)
    choices = {"both": _("both"), "text": _("official text only"), "plain": _("plain sentences only")}
    return str(macros.switch(name, choices)) + shown if switch else shown


def paragraph_html(paragraph: Paragraph, *, language: str = "", glosses: Mapping[str, str] = _NO_GLOSSES) -> str:
    """Return one paragraph as HTML, with its sub-paragraphs and footnotes.

    ``language`` (ISO 639-1) is that of the text; a screen reader needs it to pronounce the words.
    ``glosses`` are those of :func:`resolution_html`.

    >>> shown = paragraph_html(Paragraph("OP1", 1, text="Decides to rest."), glosses={"OP1": "We rest."})
    >>> "Decides to rest." in shown, "We rest." in shown
    (True, True)
    """
    notes = [note for p in paragraph.walk() for note in p.footnotes]
    told = [part for p in paragraph.walk() for part in (p.label, p.text, *(note.text for note in p.footnotes))]
    view = View(language, _identity("p", told), notes, glosses=glosses)
    macros: Any = templates().get_template("resolution.html").module
    inside = macros.paragraph(view, paragraph) + macros.notes(view, paragraph.label)
    return wrapped(inside, language=language)


def page_html(resolution: Resolution) -> str:
    """Return a whole HTML page that shows a resolution, follows the reader's light or dark theme and prints to A4.

    >>> page_html(Resolution(title="Test")).startswith("<!DOCTYPE html>")
    True
    """
    name = ": ".join(name for name in (resolution.symbol, resolution.title) if name) or _("Draft resolution")
    inside = resolution_html(resolution, level=1)
    return whole_page(name, inside, language=resolution.language, style=stylesheet())


def whole_page(name: str, inside: str, *, language: str = "", style: str = "") -> str:
    """Return a page with a name for the window and HTML for its content; ``style`` is CSS of its own."""
    page = templates().get_template("page.html")
    return page.render(name=name, inside=Markup(inside), language=language, style=Markup(style)) + "\n"


def shown(thing: Resolution | Paragraph) -> str:
    """Return how a notebook shows a resolution or a paragraph: those of 75/10 with their plain sentences."""
    from resolutionkit.document.bundled import bundled_glosses, is_bundled, load
    from resolutionkit.document.reading import detect_language

    if isinstance(thing, Resolution):
        glosses = bundled_glosses(*thing.preamble, *thing.operative)
        return resolution_html(thing, glosses=glosses, switch=bool(glosses))
    language = load().language if is_bundled(thing) else detect_language(" ".join(p.text for p in thing.walk()))
    return paragraph_html(thing, language=language, glosses=bundled_glosses(thing))


def _identity(kind: str, told: Iterable[str]) -> str:
    """Return a short name for links, another for each text; a random one would make two runs of a notebook differ."""
    return f"rk-{kind}{hashlib.sha256(chr(0).join(told).encode('utf-8', 'replace')).hexdigest()[:8]}"


class View:
    """What the templates ask about one text: its words with their marks, its numbers, its footnotes.

    Marks are made first; each footnote then leads back to its first mark.
    """

    def __init__(
        self,
        language: str,
        name: str = "rk",
        notes: Sequence[Footnote] = (),
        *,
        labels: bool = True,
        glosses: Mapping[str, str] = _NO_GLOSSES,
        level: int = 3,
    ) -> None:
        from resolutionkit.document.bundled import gloss_language

        self.language, self.name, self.labels, self.level = language, name, labels, level
        self.notes = list(notes)
        self.user_language, self.gloss_language = user_language(), gloss_language()
        self.words = {
            "back": _("Footnote {number}, back to the text"),
            "cover": _("Cover page"),
            "gloss": _("In plain English:"),
            "note": _("Footnote"),
            "notes": _("Footnotes"),
            "operative": _("Operative part"),
            "preamble": _("Preamble"),
            "table": _("Table"),
            "to_text": _("Back to the text"),
        }
        self.glosses = glosses
        self.number_of = _number_of
        self.inline = inline
        self._depths: dict[int, int] = {}
        # Numbers may be doubled in a draft, so links count footnotes in the order in which they are printed.
        self._place = {note: place for place, note in reversed([*enumerate(self.notes, 1)])}
        self.marked: Counter[int] = Counter()
        """How many marks of each footnote there are, by its place."""

    def number(self, paragraph: Paragraph) -> str:
        """Return the number or letter of a paragraph as its language prints it."""
        if paragraph.number is not None:
            return f"{paragraph.number} -" if self.language == "ar" else f"{paragraph.number}."
        if paragraph.marker is None:
            return ""
        return f"{'' if self.language in _BARE_MARKER else '('}{paragraph.marker})"

    def text(self, paragraph: Paragraph) -> Markup:
        """Return the text of a paragraph with its italics and footnote marks."""
        return inline(paragraph.text, (*paragraph.opener_spans, *paragraph.italics), self._marks(paragraph.footnotes))

    def title(self, resolution: Resolution) -> Markup:
        """Return number and title, with the marks of their footnotes."""
        number, stop = _number_of(resolution), "" if self.language == "ar" else "."
        title = inline(resolution.title, (), self._marks(resolution.notes_at("title")))
        return Markup("{}{} {}").format(harmless(number), stop, title) if number else title

    def organ(self, resolution: Resolution) -> Markup:
        """Return the organ line, or nothing."""
        comma = _COMMA.get(self.language, ",") if resolution.organ and resolution.organ_comma else ""
        marks = self._marks(resolution.notes_at("organ"))
        return inline(resolution.organ, ((0, len(resolution.organ)),), marks) + comma

    def _marks(self, notes: Iterable[Footnote]) -> list[Mark]:
        return [(note.position, self._mark(note)) for note in notes]

    def _mark(self, note: Footnote) -> Markup:
        if note not in self._place:
            self.notes.append(note)
            self._place[note] = len(self.notes)
        place = self._place[note]
        self.marked[place] += 1
        again = f"-{self.marked[place]}" if self.marked[place] > 1 else ""
        mark, target = f"{self.name}-mark{place}{again}", f"{self.name}-note{place}"
        return _MARK.format(mark, target, self.words["note"], note.number, note.number)

    def depth(self, heading: Heading) -> int:
        """Return the level of a heading on the page; where only second-level headings stand, none is left out."""
        depth = self._depths.setdefault(heading.level, 1 + sum(level < heading.level for level in self._depths))
        return min(self.level + depth, 6)

    def part(self, place: int, part: Resolution) -> View:
        """Return a view of one part of a composite resolution."""
        name, level = f"{self.name}-{place}", min(self.level + 1, 6)
        return View(self.language, name, part.footnotes, labels=self.labels, glosses=self.glosses, level=level)


def _number_of(resolution: Resolution) -> str:
    return number_of(resolution.symbol) or resolution.symbol
