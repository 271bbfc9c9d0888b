"""A resolution as the United Nations prints it, as HTML for notebooks and pages.

Everything that comes from a draft is escaped. The markup reads well without styles, for
screen readers and for notebooks that are not trusted.
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from functools import cache
from html import escape
from importlib.resources import files

from resolutionkit import tables
from resolutionkit.bundled import load
from resolutionkit.language import say
from resolutionkit.model import Finding, Footnote, Heading, Paragraph, Resolution, Table
from resolutionkit.plaintext.write import number_of


def html(thing: object) -> str:
    """Return the HTML of a resolution, a paragraph (with its gloss) or a list of findings.

    Raises ``TypeError`` for anything else.

    >>> "OP15" in html(load()["OP15"])
    True
    """
    if isinstance(thing, Resolution):
        return resolution_html(thing)
    if isinstance(thing, Paragraph):
        known = next((p for p in load().paragraphs if p.label == thing.label), None)
        bundled = known is not None and known.text == thing.text
        return paragraph_html(thing, language=load().language if bundled else "", glossed=bundled)
    if isinstance(thing, list) and all(isinstance(f, Finding) for f in thing):
        return findings_html(thing)
    raise TypeError(
        say(en=f"There is no HTML for {type(thing).__name__}.", de=f"Für {type(thing).__name__} gibt es kein HTML.")
    )


@cache
def stylesheet() -> str:
    """Return the style sheet; all of it hangs below the class ``rk-resolution``.

    >>> ".rk-resolution" in stylesheet()
    True
    """
    return files("resolutionkit").joinpath("render.css").read_text(encoding="utf-8")


def resolution_html(resolution: Resolution, *, labels: bool = True) -> str:
    """Return a whole resolution as an HTML fragment: title, organ line, paragraphs, footnotes, closing lines.

    ``labels`` shows PP3 and OP13(a) in the margin. Footnote marks and footnotes link to each other.

    >>> resolution_html(Resolution(title="<b>")).count("&lt;b&gt;")
    1
    """
    page = _Page(resolution.language, _identity(resolution), labels)
    parts = [_cover(resolution)]
    number = number_of(resolution.symbol)
    title = page.inline(resolution.title, (), (), tuple(n for n in resolution.footnotes if n.label == "title"))
    if title:
        parts.append(
            f'<p class="rk-title" role="heading" aria-level="3">{escape(number) + ". " if number else ""}{title}</p>'
        )
    if resolution.organ:
        parts.append(
            f'<p class="rk-organ"><em>{escape(resolution.organ)}</em>{"," if resolution.organ_comma else ""}</p>'
        )
    for paragraphs, name in (
        (resolution.preamble, say(en="Preamble", de="Präambel")),
        (resolution.operative, say(en="Operative part", de="Operativer Teil")),
    ):
        if paragraphs:
            parts.append(f'<section aria-label="{name}">{"".join(map(page.paragraph, paragraphs))}</section>')
    parts += [resolution_html(part, labels=labels) for part in resolution.parts]
    if resolution.closing:
        parts.append(f'<p class="rk-closing">{"<br>".join(map(escape, resolution.closing))}</p>')
    for annex in resolution.annexes:
        parts.append(f'<p class="rk-heading" role="heading" aria-level="4">{escape(annex.heading)}</p>')
        parts += map(page.paragraph, annex.paragraphs)
    parts.append(page.notes(resolution.footnotes))
    return _wrapped("".join(parts), resolution.language)


def paragraph_html(paragraph: Paragraph, *, language: str = "", glossed: bool = False) -> str:
    """Return one paragraph with its sub-paragraphs and footnotes; ``glossed`` adds what it says in plain English.

    >>> "Lyon" in paragraph_html(load()["PP8"])
    True
    """
    page = _Page(language, _identity(paragraph), labels=True, glossed=glossed)
    notes = [n for p in paragraph.walk() for n in p.footnotes]
    return _wrapped(page.paragraph(paragraph) + page.notes(notes), language)


def findings_html(findings: Sequence[Finding]) -> str:
    """Return findings as a list: what kind, where, what, what to try.

    >>> "PP1" in findings_html([Finding("UN103", "error", "PP1", (0, 1), "Ends wrongly.", "Use a comma.")])
    True
    """
    if not findings:
        return f'<p class="rk-findings">{say(en="✓ Nothing to remark.", de="✓ Nichts zu bemerken.")}</p>'
    names = {"error": say(en="✗ Error", de="✗ Fehler"), "hint": say(en="☞ Hint", de="☞ Hinweis")}
    items = "".join(
        f"<li><strong>{names[f.severity]} · {escape(f.label)}</strong> ({escape(f.code)}): {escape(f.message)} {escape(f.advice)}</li>"
        for f in findings
    )
    return f'<ul class="rk-findings" style="line-height:1.5">{items}</ul>'


def decisions_html(resolution: Resolution) -> str:
    """Return as a table what the reader had to decide: the paragraph, the line of the source, what, and the words.

    >>> decisions_html(load()).startswith("<p>")
    True
    """
    if not resolution.decisions:
        return f"<p>{say(en='Nothing had to be decided: the source says everything.', de='Nichts war zu entscheiden: Die Quelle sagt alles.')}</p>"
    kinds = {
        "page-break": say(en="joined again after a break", de="nach einem Umbruch wieder zusammengefügt"),
        "hyphen": say(en="hyphen at the end of a line", de="Trennstrich am Zeilenende"),
        "footnote-mark": say(en="digit read as a footnote mark", de="Ziffer als Fußnotenzeichen gelesen"),
        "footnote-without-mark": say(en="footnote without a mark", de="Fußnote ohne Zeichen im Text"),
        "lost-number": say(en="number missing", de="Nummer fehlt"),
        "control-character": say(en="invisible character dropped", de="unsichtbares Zeichen entfernt"),
    }
    heads = (
        say(en="paragraph", de="Absatz"),
        say(en="line", de="Zeile"),
        say(en="decided", de="entschieden"),
        say(en="words", de="Wörter"),
    )
    rows = "".join(
        f"<tr><td>{escape(d.label)}</td><td>{d.line}</td><td>{kinds.get(d.kind, escape(d.kind))}</td><td>{escape(d.detail)}</td></tr>"
        for d in resolution.decisions
    )
    return f"<table><thead><tr>{''.join(f'<th>{h}</th>' for h in heads)}</tr></thead><tbody>{rows}</tbody></table>"


def page_html(resolution: Resolution) -> str:
    """Return a whole page that needs no network and prints to A4.

    >>> page_html(load()).startswith("<!DOCTYPE html>")
    True
    """
    name = escape(resolution.symbol or resolution.title or say(en="Draft resolution", de="Resolutionsentwurf"))
    return (
        f'<!DOCTYPE html><html lang="{escape(resolution.language, quote=True)}"><head><meta charset="utf-8"><title>{name}</title>'
        f'<meta name="viewport" content="width=device-width"><style>@page{{size:A4;margin:20mm}}body{{margin:1.5em auto;max-width:50em}}</style>'
        f"</head><body>{resolution_html(resolution)}</body></html>"
    )


def _wrapped(inner: str, language: str) -> str:
    attributes = f' lang="{escape(language, quote=True)}"' if language else ""
    attributes += ' dir="rtl"' if language == "ar" else ""
    return f'<style>{stylesheet()}</style><article class="rk-resolution"{attributes}>{inner}</article>'


def _identity(thing: Resolution | Paragraph) -> str:
    """A short name for links, the same on each run and another for each text."""
    paragraphs = thing.paragraphs if isinstance(thing, Resolution) else tuple(thing.walk())
    told = [thing.title, thing.symbol] if isinstance(thing, Resolution) else []
    told += [f"{p.label} {p.text}" for p in paragraphs]
    return "rk" + hashlib.sha256("\n".join(told).encode("utf-8", "replace")).hexdigest()[:8]


def _cover(resolution: Resolution) -> str:
    if not resolution.cover:
        return ""
    lines = "<br>".join(map(escape, resolution.cover))
    return f"<details><summary>{say(en='Cover page', de='Deckblatt')}</summary><p>{lines}</p></details>"


class _Page:
    """Writes paragraphs with links between marks and footnotes that are unique in a notebook."""

    def __init__(self, language: str, identity: str, labels: bool, glossed: bool = False) -> None:
        self.language = language
        self.identity = identity
        self.labels = labels
        self.glossed = glossed

    def paragraph(self, p: Paragraph) -> str:
        above = "".join(map(_between, p.above))
        marker = ""
        if p.number is not None:
            marker = f'<span class="rk-num">{p.number}.</span> '
        elif p.marker is not None:
            marker = f'<span class="rk-num">{"" if self.language == "de" else "("}{escape(p.marker)})</span> '
        text = self.inline(p.text, p.opener_spans, p.italics, p.footnotes)
        gloss = tables.gloss(p.label) if self.glossed else ""
        said = f'<blockquote class="rk-gloss" lang="en">{escape(gloss)}</blockquote>' if gloss else ""
        label = f'<small class="rk-label">{escape(p.label)}</small>' if self.labels else ""
        css = "rk-par rk-item" if p.marker is not None else "rk-par"
        items = "".join(map(self.paragraph, p.items))
        return (
            f'{above}<div class="{css}">{label}<div class="rk-body"><p>{marker}{text}</p>{said}</div></div>'
            f"{items}{''.join(map(_between, p.below))}"
        )

    def inline(
        self,
        text: str,
        openers: Sequence[tuple[int, int]],
        italics: Sequence[tuple[int, int]],
        notes: Sequence[Footnote],
    ) -> str:
        """Return text with italics and footnote marks; tags and marks taken away, it is ``text`` again."""
        spans = [*openers, *italics]
        points = sorted({0, len(text), *(x for span in spans for x in span), *(n.position or 0 for n in notes)})
        out = []
        for i, point in enumerate(points):
            out += [self._mark(n) for n in notes if (n.position or 0) == point]
            end = points[i + 1] if i + 1 < len(points) else point
            if end > point:
                piece = escape(text[point:end])
                out.append(f"<em>{piece}</em>" if any(a <= point and end <= b for a, b in spans) else piece)
        return "".join(out)

    def _mark(self, note: Footnote) -> str:
        here, there = f"{self.identity}-mark-{note.number}", f"{self.identity}-note-{note.number}"
        name = say(en="Footnote", de="Fußnote")
        return f'<sup id="{here}"><a href="#{there}" role="doc-noteref" aria-label="{name} {note.number}">{note.number}</a></sup>'

    def notes(self, notes: Sequence[Footnote]) -> str:
        if not notes:
            return ""
        back = say(en="back to the text", de="zurück zum Text")
        items = "".join(
            f'<li id="{self.identity}-note-{n.number}"><a href="#{self.identity}-mark-{n.number}" role="doc-backlink" '
            f'aria-label="{n.number}, {back}">{n.number}</a> {self.inline(n.text, (), n.italics, ())}</li>'
            for n in notes
        )
        return f'<section class="rk-notes" aria-label="{say(en="Footnotes", de="Fußnoten")}"><ol>{items}</ol></section>'


def _between(thing: Heading | Table) -> str:
    if isinstance(thing, Heading):
        return f'<p class="rk-heading" role="heading" aria-level="{min(thing.level + 3, 6)}">{escape(thing.text)}</p>'
    rows = "".join(f"<tr>{''.join(f'<td>{escape(cell)}</td>' for cell in row)}</tr>" for row in thing.rows)
    return f"<table><tbody>{rows}</tbody></table>"
