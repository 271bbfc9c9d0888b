"""What a resolution consists of: plain, frozen data without behaviour of its own.

The readers (:mod:`resolutionkit.document.reading`) make these objects; everything else looks at them. Labels are those
that delegates use: PP3 is the third preambular paragraph, OP13(a) sub-paragraph (a) of operative paragraph 13.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Literal

from resolutionkit.document.grammar.citations import Reference as Reference
from resolutionkit.document.grammar.citations import citations_in
from resolutionkit.document.grammar.labels import read_label
from resolutionkit.errors import cut_short, only, unknown
from resolutionkit.language import _

Span = tuple[int, int]
"""Start and end offset in a text, end exclusive, as in ``text[start:end]``."""


def _shown(thing: Paragraph | Resolution) -> str:
    from resolutionkit.document.writing.write_html import shown  # late: templates take their time

    return shown(thing)


@dataclass(frozen=True, slots=True)
class Footnote:
    """A footnote and where its mark stands."""

    number: int
    """As printed."""
    text: str
    """Without its number and markup."""
    label: str = ""
    """Of the paragraph that carries the mark; ``"title"``, or ``""`` where no mark was found."""
    position: int | None = None
    """Offset of the mark in that paragraph's text."""
    italics: tuple[Span, ...] = ()
    """What is set in italics in ``text``, mostly titles of publications."""


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading between paragraphs, as long resolutions have them."""

    text: str
    level: int = 1


@dataclass(frozen=True, slots=True)
class Table:
    """A table that stands between paragraphs, row by row."""

    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A preambular paragraph, an operative paragraph or a sub-paragraph.

    >>> p = Paragraph("OP4", 4, text="fordert alle Staaten auf;", opener_spans=((0, 7), (21, 24)))
    >>> p.opener, p.opener_parts
    ('fordert', ('fordert', 'auf'))
    """

    label: str
    """"PP3", "OP13", "OP13(a)"; unique in its resolution."""
    number: int | None = None
    """As printed; None for preambular and other paragraphs without a number."""
    marker: str | None = None
    """"a" or "ii" for a sub-paragraph, else None."""
    text: str = ""
    """Without number, footnote marks and markup, white space folded."""
    opener_spans: tuple[Span, ...] = ()
    """Where the introductory words stand in ``text``; two spans for a separable verb."""
    italics: tuple[Span, ...] = ()
    """Everything else that is set in italics in ``text``."""
    footnotes: tuple[Footnote, ...] = ()
    """Those whose marks stand in this paragraph, sub-paragraphs not included."""
    items: tuple[Paragraph, ...] = ()
    """Its sub-paragraphs."""
    above: tuple[Heading | Table, ...] = ()
    """Headings and tables printed directly above it."""
    below: tuple[Heading | Table, ...] = ()
    """Headings and tables printed below it that no paragraph follows."""

    @property
    def opener(self) -> str:
        """The introductory words, as the UN sets them in italics: "Recalling also", "fordert"."""
        return self.text[slice(*self.opener_spans[0])] if self.opener_spans else ""

    @property
    def opener_parts(self) -> tuple[str, ...]:
        """The opener with both halves of a separable verb: ("fordert", "nachdrücklich auf")."""
        return tuple(self.text[start:end] for start, end in self.opener_spans)

    def __repr__(self) -> str:
        shown = self.text if len(self.text) <= 60 else self.text[:60].rsplit(" ", 1)[0] + " …"
        return f"<{self.label}: {shown}>"

    def walk(self) -> Iterator[Paragraph]:
        """Yield this paragraph, then its sub-paragraphs at every depth."""
        yield self
        for item in self.items:
            yield from item.walk()

    _repr_html_ = _shown


@dataclass(frozen=True, slots=True)
class Annex:
    """What is attached to a resolution; it keeps its own paragraphs, numbers and all, with labels such as "annex/1"."""

    heading: str
    paragraphs: tuple[Paragraph, ...] = ()


@dataclass(frozen=True, slots=True)
class Finding:
    """Something in a draft that a learner may want to change."""

    code: str
    severity: Literal["error", "hint"]
    label: str
    span: Span
    """The characters concerned, in the text of the paragraph that ``label`` names."""
    message: str
    advice: str
    replacement: str | None = None
    """What should stand in place of these characters, where that one edit mends it."""

    @property
    def kind(self) -> str:
        """The severity in a word of the user's language."""
        return _("error") if self.severity == "error" else _("hint")


@dataclass(frozen=True, slots=True)
class Assumption:
    """Something that a reader had to decide because the text did not say it."""

    kind: str
    """"page-break", "hyphen", "footnote-mark", "numbering" and so on."""
    line: int
    """Line of the source, from 1."""
    label: str
    """The paragraph concerned, or "" before the first one."""
    detail: str
    """The words concerned."""


@dataclass(frozen=True, slots=True)
class Resolution:
    """A resolution, whole and in order.

    >>> r = Resolution(title="Test", operative=(Paragraph("OP1", None, text="Decides to rest."),))
    >>> r["OP1"].text, r["operative paragraph 1"].label
    ('Decides to rest.', 'OP1')
    """

    symbol: str = ""
    """"A/RES/75/10"; "" where the text does not say."""
    title: str = ""
    organ: str = ""
    """The organ line without its comma: "Die Generalversammlung". It is no paragraph."""
    organ_comma: bool = True
    """Whether the organ line ends with a comma."""
    language: str = "en"
    """ISO 639-1: "en", "de", "fr", "es", "ru", "zh", "ar"."""
    session: int | str | None = None
    """75; a text such as "ES-11" for special sessions."""
    agenda_item: str = ""
    """As printed: "130 y)" in German, "130 (y)" in English."""
    adopted: date | None = None
    published: date | None = None
    meeting: str = ""
    """As printed: "30. Plenarsitzung"."""
    drafts: tuple[str, ...] = ()
    """Symbols of the draft resolutions: ("A/75/L.20", "A/75/L.20/Add.1")."""
    cover: tuple[str, ...] = ()
    """The lines above the title, as printed."""
    closing: tuple[str, ...] = ()
    """The lines below the last paragraph, as printed."""
    preamble: tuple[Paragraph, ...] = ()
    operative: tuple[Paragraph, ...] = ()
    footnotes: tuple[Footnote, ...] = ()
    """All of them, in the order in which they are printed."""
    annexes: tuple[Annex, ...] = ()
    parts: tuple[Resolution, ...] = ()
    """The resolutions A, B, C … of a composite resolution."""
    assumptions: tuple[Assumption, ...] = field(default=(), compare=False, repr=False)
    """What the reader had to decide; empty where the source said everything."""

    @property
    def paragraphs(self) -> tuple[Paragraph, ...]:
        """All paragraphs in order, each followed by its sub-paragraphs."""
        own = tuple(p for top in self.preamble + self.operative for p in top.walk())
        return own + tuple(p for part in self.parts for p in part.paragraphs)

    @property
    def references(self) -> tuple[Reference, ...]:
        """The documents that paragraphs and footnotes cite, in order of appearance."""
        return tuple(
            replace(cited, label=paragraph.label, footnote=footnote)
            for paragraph in self.paragraphs
            for footnote, text in [(None, paragraph.text), *((note.number, note.text) for note in paragraph.footnotes)]
            for cited in citations_in(text, self.organ)
        )

    def notes_at(self, label: str) -> tuple[Footnote, ...]:
        """Return the footnotes whose marks stand at a place: "title", "organ", or the label of a paragraph."""
        return tuple(note for note in self.footnotes if note.label == label)

    def __getitem__(self, label: str) -> Paragraph:
        by_label = {p.label: p for p in self.paragraphs}
        said = label if isinstance(label, str) else cut_short(label)
        found = by_label.get(said) or by_label.get(read_label(said) or said.strip())
        if found is None:
            advice = _(
                "Preambular paragraphs are PP1, PP2 …; operative ones OP1, OP2 …; sub-paragraphs OP13(a). The "
                "list is in [p.label for p in res.paragraphs]."
            )
            raise unknown(label, by_label, expected=_("A label of this resolution such as {near}"), advice=advice)
        return found

    def __repr__(self) -> str:
        said = _(
            "<Resolution {name}: {preamble} preambular and {operative} operative paragraphs, language {language!r}>"
        )
        name = self.symbol or self.title[:60] or _("without a title")
        counts = {"preamble": len(self.preamble), "operative": len(self.operative)}
        return said.format(name=name, language=self.language, **counts)

    _repr_html_ = _shown


def only_resolutions(*given: object) -> None:
    """Raise :class:`~resolutionkit.errors.WrongType` where something is no resolution, but a text for instance."""
    for each in given:
        advice = _("rk.parse(text) reads a text, rk.load() a file or the resolution with a symbol.")
        only(Resolution, each, expected=_("A resolution"), advice=advice)
