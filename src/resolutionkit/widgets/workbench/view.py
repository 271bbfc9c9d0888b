"""What is found in a draft, where in its text, and how the page shows it."""

import re
from functools import partial
from typing import NamedTuple

from resolutionkit.document.model import Finding, Resolution, Span
from resolutionkit.document.reading import parse
from resolutionkit.document.reading.source_map import SourceMap
from resolutionkit.document.writing.html_inline import harmless, pieces
from resolutionkit.document.writing.write_html import resolution_html
from resolutionkit.drafting.review import review
from resolutionkit.errors import KitError, location_in
from resolutionkit.language import _
from resolutionkit.widgets import controls

_AS_LINES = str.maketrans({"\x0b": "\n", "\x85": "\n", "\x1e": "-", "\x07": " "})
"""What Word leaves in pasted text (a line break, a hyphen, the end of a cell): one character for one, so that places stay right."""
_WORDS = 40  # characters on a button
_AROUND = 70  # characters shown on each side of a passage
_HREF = re.compile(r' href="#[^"]*"')

html = partial(controls.html, "workbench")
"""Return what stands in one place of the page: ``html("note", "Nothing yet.")``."""


class PlacedFinding(NamedTuple):
    """A finding and its place in the text as it stands in the editor."""

    finding: Finding
    span: Span | None
    """None for what concerns the whole draft."""
    where: str
    """The paragraph and the line, in words."""
    mend: str | None = None
    """What to write in its place, where that one edit mends it."""

    @property
    def is_error(self) -> bool:
        return self.finding.severity == "error"

    def mend_in_words(self, text: str) -> str:
        """Say what one edit of ``text`` mends: the whole of a word of which only the end is replaced."""
        if self.mend is None or self.span is None:
            return ""
        start = self.span[0]
        before = text[max(0, start - _AROUND) : start]  # a search from the beginning takes longer than all else
        begun = re.search(r"\w*$", before) if self.mend[:1].isalnum() else None
        words = (begun[0] if begun else "") + self.mend
        shown = words if len(words) <= _WORDS else words[:_WORDS] + "…"
        return _("Write “{words}”").format(words=shown) if shown.strip() else _("Delete it")


class View(NamedTuple):
    """A draft as the kit sees it at one moment."""

    text: str
    resolution: Resolution | None
    """None where there is nothing to read yet, or too much."""
    findings: tuple[PlacedFinding, ...]
    trouble: str = ""
    """Why the text cannot be read at all, in words."""

    @property
    def language(self) -> str:
        """That of the draft, "" while there is none."""
        return self.resolution.language if self.resolution else ""


def look(text: str, language: str | None = None) -> View:
    """Read and review a draft. Never raises: what cannot be read is told in words.

    ``language`` is that of the draft, else it is found out. A blank page has no faults yet.

    >>> view = look("The General Assembly,\\n\\nRecalling its resolution 51/1 of 15 October 1996.\\n\\nDecides to rest.")
    >>> [(r.finding.code, view.text[slice(*r.span)], r.where) for r in view.findings]
    [('UN103', '.', 'PP1 · line 3')]
    """
    if not any(c.isalnum() for c in text):
        return View(text, None, ())
    readable = text.translate(_AS_LINES)
    try:
        resolution = parse(readable, language)
        findings = review(resolution, source=readable)
    except KitError as fault:
        return View(text, None, (), str(fault))
    if not findings:
        return View(text, resolution, ())
    places = SourceMap(readable, resolution)
    return View(text, resolution, tuple(_placed(readable, places, finding) for finding in findings))


def _placed(text: str, places: SourceMap, finding: Finding) -> PlacedFinding:
    label = {"title": _("title"), "organ": _("organ line")}.get(finding.label, finding.label)
    span = places.span(finding.label, finding.span) if label else None
    if span is None:
        return PlacedFinding(finding, None, label or _("whole draft"))
    to_the_letter = span[1] - span[0] == finding.span[1] - finding.span[0]  # no markup stands between its characters
    line = _("line {line}").format(line=location_in(text, span[0]).line)
    return PlacedFinding(finding, span, f"{label} · {line}", finding.replacement if to_the_letter else None)


def marked(view: View, here: Span | None = None, anchor: str = "") -> str:
    """Return the text as HTML with what was found marked: ``rk-error``, ``rk-hint``, and ``rk-here`` for the passage ``here``.

    Marks may overlap; tags taken away, it is the text again. ``anchor`` is HTML to be put where ``here`` begins.

    >>> marked(View("a<b", None, ()), (0, 1))
    '<mark class="rk-here">a</mark>&lt;b'
    """
    looks = [(*r.span, "rk-error" if r.is_error else "rk-hint") for r in view.findings if r.span]
    looks += [(*here, "rk-here")] if here else []
    shown = []
    for piece, names, anchors in pieces(view.text, looks, [(here[0], anchor)] if here else []):
        css = " ".join(name for name in ("rk-error", "rk-hint", "rk-here") if name in names)
        shown += [f'<mark class="{css}">{harmless(piece)}</mark>' if css else harmless(piece), *anchors]
    return "".join(shown)


def excerpt(text: str, here: Span) -> tuple[str, str, str]:
    """Return a passage between what stands before and after it in its line."""
    start, end = here
    before = text[text.rfind("\n", 0, start) + 1 : start]
    after = text[end:].partition("\n")[0]
    if len(before) > _AROUND:
        before = "… " + before[-_AROUND:].partition(" ")[2]
    if len(after) > _AROUND:
        after = after[:_AROUND].rpartition(" ")[0] + " …"
    return before, text[start:end], after


def preview(resolution: Resolution | None) -> str:
    """Return the draft as the United Nations would print it, without its links: they would change JupyterLab's address."""
    return html("preview", _HREF.sub("", resolution_html(resolution)) if resolution is not None else "")
