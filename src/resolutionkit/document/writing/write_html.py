"""A resolution, or one paragraph of it, as the United Nations prints it, in a notebook or on a page; the HTML stands in ``templates/``."""

import hashlib
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cache
from typing import Any

from markupsafe import Markup

from resolutionkit.document.bundled import bundled_glosses, is_bundled, load
from resolutionkit.document.model import Footnote, Heading, Paragraph, Resolution, Span
from resolutionkit.document.reading import detect_language
from resolutionkit.document.writing.html_inline import inline, stylesheet, templates, wrapped
from resolutionkit.document.writing.write_text import number_of
from resolutionkit.language import _, data_language
from resolutionkit.language import language as user_language

_NO_GLOSSES: Mapping[str, str] = {}
_MARK = Markup('<sup><a id="{}" href="#{}" role="doc-noteref" aria-label="{} {}">{}</a></sup>')


def resolution_html(
    resolution: Resolution, *, glosses: Mapping[str, str] = _NO_GLOSSES, level: int = 3, switch: bool = False
) -> str:
    """Return a whole resolution as HTML, for a notebook or a page.

    ``glosses`` (label -> sentence) adds a plain sentence below each paragraph that has one, and ``switch``
    a choice between both, the text and the sentences; ``level`` (1 to 6) is that of the title's heading.
    Everything from the resolution is escaped, whatever a draft may hold.

    >>> resolution_html(Resolution(title="<b>")).count("&lt;b&gt;")
    1
    """
    told = [part for p in resolution.paragraphs for part in (p.label, p.text)]
    told += [part for note in resolution.footnotes for part in (str(note.number), note.text, note.label)]
    name = _identity("r", [resolution.symbol, resolution.title, *told])
    view = _View(resolution.language, name, list(resolution.footnotes), glosses, level=level)
    shown = wrapped(_macros().resolution(view, resolution), language=resolution.language)
    return str(_macros().switch(name)) + shown if switch else shown


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
    view = _View(language, _identity("p", told), notes, glosses)
    return wrapped(_macros().paragraph(view, paragraph) + _macros().notes(view, paragraph.label), language=language)


def page_html(resolution: Resolution) -> str:
    """Return a whole HTML page that shows a resolution, follows the reader's light or dark theme and prints to A4."""
    name = ": ".join(name for name in (resolution.symbol, resolution.title) if name) or _("Draft resolution")
    inside = resolution_html(resolution, level=1)
    return whole_page(name, inside, language=resolution.language, style=stylesheet())


def whole_page(name: str, inside: str, *, language: str = "", style: str = "") -> str:
    """Return a page with a name for the window and HTML for its content; ``style`` is CSS of its own."""
    page = templates().get_template("page.html")
    return page.render(name=name, inside=Markup(inside), language=language, style=Markup(style)) + "\n"


def shown(thing: Resolution | Paragraph) -> str:
    """Return how a notebook shows a resolution or a paragraph: those of 75/10 with their plain sentences."""
    if isinstance(thing, Resolution):
        glosses = bundled_glosses(*thing.preamble, *thing.operative)
        return resolution_html(thing, glosses=glosses, switch=bool(glosses))
    language = load().language if is_bundled(thing) else detect_language(" ".join(p.text for p in thing.walk()))
    return paragraph_html(thing, language=language, glosses=bundled_glosses(thing))


def _identity(kind: str, told: Iterable[str]) -> str:
    """Return a short name for links, another for each text; a random one would make two runs of a notebook differ."""
    return f"rk-{kind}{hashlib.sha256(chr(0).join(told).encode('utf-8', 'replace')).hexdigest()[:8]}"


@cache
def _macros() -> Any:
    """The macros of ``templates/resolution.html``."""
    names = {"data_language": data_language, "number_of": number_of, "user_language": user_language}
    return templates().get_template("resolution.html", globals=names).module


@dataclass
class _View:
    """What the templates ask about one text: its words with their marks, which come first, footnotes, levels of headings."""

    language: str
    name: str
    notes: list[Footnote]
    glosses: Mapping[str, str]
    level: int = 3
    marked: Counter[int] = field(default_factory=Counter)
    """How many marks lead to each footnote, by its place in ``notes``."""
    _depths: dict[int, int] = field(default_factory=dict)

    def inline(self, text: str, italics: Sequence[Span], notes: Iterable[Footnote]) -> Markup:
        """Return text with its italics and footnote marks."""
        return inline(text, italics, [(note.position, self._mark(note)) for note in notes])

    def _mark(self, note: Footnote) -> Markup:
        if note not in self.notes:
            self.notes.append(note)
        place = self.notes.index(note) + 1
        self.marked[place] += 1
        again = f"-{self.marked[place]}" if self.marked[place] > 1 else ""
        mark, target = f"{self.name}-mark{place}{again}", f"{self.name}-note{place}"
        return _MARK.format(mark, target, _("Footnote"), note.number, note.number)

    def depth(self, heading: Heading) -> int:
        """Return the level of a heading on the page; where only second-level headings stand, none is left out."""
        depth = self._depths.setdefault(heading.level, 1 + sum(level < heading.level for level in self._depths))
        return min(self.level + depth, 6)

    def part(self, place: int, part: Resolution) -> "_View":
        """Return a view of one part of a composite resolution."""
        name, level = f"{self.name}-{place}", min(self.level + 1, 6)
        return replace(self, name=name, notes=list(part.footnotes), level=level, marked=Counter(), _depths={})
