"""A resolution, or one paragraph of it, as the United Nations prints it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence

from resolutionkit.document.model import Annex, Footnote, Heading, Paragraph, Resolution, Table
from resolutionkit.document.writing.html_footnotes import Footnotes, identity, named, told_by
from resolutionkit.document.writing.html_inline import Mark, escape, inline, table_row
from resolutionkit.document.writing.html_style import wrapped
from resolutionkit.document.writing.write_text import number_of
from resolutionkit.language import _
from resolutionkit.language import language as user_language

Glosses = Mapping[str, str] | Callable[[str], str]
"""What paragraphs say in plain words, by label; "" or nothing for those without a gloss."""

_BARE_MARKER = ("de", "fr", "es", "ru")
"""Languages in which the UN prints a) where it prints (a) in English."""
_COMMA = {"ar": "،", "zh": "，"}
_NO_TOC = "jp-toc-ignore"
"""Keeps the headings of a resolution out of the notebook's own table of contents."""


def resolution_html(
    resolution: Resolution, *, labels: bool = True, glosses: Glosses | None = None, level: int = 3
) -> str:
    """Return a whole resolution as HTML with its own style, for a notebook or a page.

    ``labels`` puts PP3 and OP13(a) in the margin; ``glosses`` (label -> sentence) adds a sentence
    in plain words below each paragraph that has one; ``level`` (1 to 6) is that of the title's
    heading. Everything from the resolution is escaped, whatever a draft may hold.

    >>> resolution_html(Resolution(title="<b>")).count("&lt;b&gt;")
    1
    """
    writer = Writer(resolution.language, labels=labels, glosses=glosses, level=level)
    name = identity("r", told_by(resolution))
    return wrapped(writer.resolution(resolution, name), language=resolution.language, labels=labels)


def shown(thing: Resolution | Paragraph) -> str:
    """Return how a notebook shows a resolution, or a paragraph (with its gloss if it is one of 75/10).

    >>> from resolutionkit.document.bundled import load
    >>> "OP15" in shown(load()["OP15"])
    True
    """
    from resolutionkit.document.bundled import bundled_glosses, is_bundled, load
    from resolutionkit.document.reading import detect_language

    if isinstance(thing, Resolution):
        return resolution_html(thing)
    language = load().language if is_bundled(thing) else detect_language(" ".join(p.text for p in thing.walk()))
    return paragraph_html(thing, language=language, glosses=bundled_glosses(thing))


def paragraph_html(
    paragraph: Paragraph, *, language: str = "", labels: bool = True, glosses: Glosses | None = None
) -> str:
    """Return one paragraph as HTML, with its sub-paragraphs and footnotes.

    ``language`` (ISO 639-1) is that of the text; a screen reader needs it to pronounce the words.
    ``labels`` and ``glosses`` are those of :func:`resolution_html`.

    >>> shown = paragraph_html(Paragraph("OP1", 1, text="Decides to rest."), glosses={"OP1": "We rest."})
    >>> "Decides to rest." in shown, "We rest." in shown
    (True, True)
    """
    told = [part for p in paragraph.walk() for part in (p.label, p.text, *(note.text for note in p.footnotes))]
    writer = Writer(language, labels=labels, glosses=glosses)
    writer.notes = Footnotes(identity("p", told), [note for p in paragraph.walk() for note in p.footnotes])
    return wrapped(
        writer.paragraph(paragraph) + writer.notes.section(paragraph.label), language=language, labels=labels
    )


class Writer:
    """Writes the parts of a resolution, one below the other.

    >>> Writer("de").paragraph(Paragraph("OP1(a)", marker="a", text="die Liste;")).count(">a)<")
    1
    """

    def __init__(self, language: str, *, labels: bool = True, glosses: Glosses | None = None, level: int = 3) -> None:
        self.notes = Footnotes("rk", ())
        self._language = language
        self._labels = labels
        self._level = level
        self._depths: dict[int, int] = {}
        self._gloss: Callable[[str], str] = _no_gloss
        if glosses is not None:
            self._gloss = glosses if callable(glosses) else lambda label: glosses.get(label, "")

    def resolution(self, resolution: Resolution, name: str) -> str:
        """Return a resolution from cover to footnotes; the parts of a composite one are written in it."""
        self.notes = notes = Footnotes(name, resolution.footnotes)
        number = _number_of(resolution)
        self._depths = {}
        blocks = [
            _cover(resolution.cover),
            self._title(resolution),
            self._organ(resolution),
            self._part(resolution.preamble, named(_("Preamble"), number)),
            self._part(resolution.operative, named(_("Operative part"), number)),
        ]
        self._level += 1
        for place, part in enumerate(resolution.parts, 1):
            blocks.append(f'<section class="rk-piece">{self.resolution(part, f"{name}-{place}")}</section>')
            self.notes, self._depths = notes, {}
        self._level -= 1
        if resolution.closing:
            blocks.append(f'<p class="rk-closing">{_lines(resolution.closing)}</p>')
        blocks += [self._annex(annex) for annex in resolution.annexes]
        blocks.append(notes.section(number))
        return "".join(blocks)

    def paragraph(self, paragraph: Paragraph) -> str:
        """Return a paragraph with what stands above and below it and with its sub-paragraphs."""
        number = self._number(paragraph)
        css = ' class="rk-hanging"' if number else ""
        text = inline(
            paragraph.text,
            (*paragraph.opener_spans, *paragraph.italics),
            self.notes.marks(paragraph.footnotes) if paragraph.footnotes else (),
        )
        items = "".join([f"<li>{self.paragraph(item)}</li>" for item in paragraph.items])
        return "".join(
            [
                *map(self._between, paragraph.above),
                '<div class="rk-par">',
                f'<small class="rk-label">{escape(paragraph.label)}</small>' if self._labels else "",
                f"<p{css}>{number}{text}</p>",
                self._glossed(paragraph.label),
                "</div>",
                f'<ol class="rk-items" role="list" style="list-style:none">{items}</ol>' if items else "",
                *map(self._between, paragraph.below),
            ]
        )

    def _number(self, paragraph: Paragraph) -> str:
        if paragraph.number is not None:
            shown = f"{paragraph.number} -" if self._language == "ar" else f"{paragraph.number}."
        elif paragraph.marker is not None:
            shown = f"{'' if self._language in _BARE_MARKER else '('}{escape(paragraph.marker)})"
        else:
            return ""
        return f'<span class="rk-num">{shown}</span> '

    def _glossed(self, label: str) -> str:
        gloss = self._gloss(label)
        if not gloss:
            return ""
        from resolutionkit.document.bundled import gloss_language

        name = _("In plain English:")
        return (
            f'<p class="rk-gloss" lang="{gloss_language()}" dir="ltr" style="margin-left:2em">'
            f'<b lang="{user_language()}">{name}</b> {escape(gloss)}</p>'
        )

    def _title(self, resolution: Resolution) -> str:
        number = _number_of(resolution)
        marks = self._marks_of("title", resolution.footnotes)
        if not resolution.title and not number:
            return "".join(markup for _, markup in marks)
        title = inline(resolution.title, (), marks)
        stop = "" if self._language == "ar" else "."
        return self._heading(f"{escape(number)}{stop} {title}" if number else title, 0, "rk-title")

    def _organ(self, resolution: Resolution) -> str:
        marks = self._marks_of("organ", resolution.footnotes)
        if not resolution.organ and not marks:
            return ""
        organ = inline(resolution.organ, ((0, len(resolution.organ)),), marks)
        comma = _COMMA.get(self._language, ",") if resolution.organ_comma and resolution.organ else ""
        return f'<p class="rk-organ">{organ}{comma}</p>'

    def _marks_of(self, label: str, notes: Sequence[Footnote]) -> list[Mark]:
        return self.notes.marks(note for note in notes if note.label == label)

    def _part(self, paragraphs: Iterable[Paragraph], name: str) -> str:
        inside = "".join(map(self.paragraph, paragraphs))
        return f'<section aria-label="{name}">{inside}</section>' if inside else ""

    def _annex(self, annex: Annex) -> str:
        inside = "".join(map(self.paragraph, annex.paragraphs))
        heading = self._heading(escape(annex.heading), 1, "rk-heading")
        return f'<section class="rk-piece" aria-label="{escape(annex.heading)}">{heading}{inside}</section>'

    def _heading(self, markup: str, below: int, css: str) -> str:
        level = min(self._level + below, 6)
        return f'<h{level} class="{css} {_NO_TOC}">{markup}</h{level}>'

    def _between(self, thing: Heading | Table) -> str:
        if isinstance(thing, Heading):
            # Some resolutions have headings of the second level only; a screen reader should not miss one.
            depth = self._depths.setdefault(thing.level, 1 + sum(level < thing.level for level in self._depths))
            return self._heading(escape(thing.text), depth, "rk-heading")
        name = _("Table")
        rows = "".join(table_row(map(escape, row)) for row in thing.rows)
        # A wide table scrolls by itself, by keyboard too, and the page does not.
        return f'<div class="rk-scroll" role="group" aria-label="{name}" tabindex="0"><table>{rows}</table></div>'


def _no_gloss(label: str) -> str:
    return ""


def _number_of(resolution: Resolution) -> str:
    return number_of(resolution.symbol) or resolution.symbol


def _lines(lines: Iterable[str]) -> str:
    return "<br>".join(map(escape, lines))


def _cover(lines: Sequence[str]) -> str:
    if not lines:
        return ""
    name = _("Cover page")
    return (
        f'<details class="rk-cover"><summary lang="{user_language()}">{name}</summary><p>{_lines(lines)}</p></details>'
    )
