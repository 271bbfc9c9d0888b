"""Resolutions and findings as HTML: as the United Nations prints them, for notebooks and pages.

The markup says everything without the style sheet too: JupyterLab drops styles and ARIA
attributes from notebooks that are not trusted, and that is how a learner first opens them.
"""

from __future__ import annotations

from resolutionkit.bundled import load
from resolutionkit.language import _
from resolutionkit.model import Finding, Paragraph, Resolution
from resolutionkit.negotiation import Comparison
from resolutionkit.plaintext import detect_language
from resolutionkit.render.comparison import comparison_html
from resolutionkit.render.document import Glosses, paragraph_html, resolution_html
from resolutionkit.render.page import page_html, whole_page
from resolutionkit.render.reports import decisions_html, findings_html

__all__ = [
    "Glosses",
    "bundled_glosses",
    "comparison_html",
    "decisions_html",
    "findings_html",
    "html",
    "page_html",
    "paragraph_html",
    "resolution_html",
    "whole_page",
]


def html(thing: object) -> str:
    """Return the HTML of a resolution, a paragraph (with its gloss if it is one of 75/10), findings or a comparison.

    Raises ``TypeError`` for anything else.

    >>> "OP15" in html(load()["OP15"])
    True
    """
    if isinstance(thing, Resolution):
        return resolution_html(thing)
    if isinstance(thing, Paragraph):
        ours = _is_bundled(thing)
        language = load().language if ours else detect_language(" ".join(p.text for p in thing.walk()))
        return paragraph_html(thing, language=language, glosses=bundled_glosses(thing))
    if isinstance(thing, list | tuple) and all(isinstance(finding, Finding) for finding in thing):
        return findings_html(thing)
    if isinstance(thing, Comparison):
        return comparison_html(thing)
    kind = type(thing).__name__
    raise TypeError(
        _("A resolution, a paragraph, a list of findings or a comparison can be shown, not {kind}.").format(kind=kind)
    )


def bundled_glosses(*paragraphs: Paragraph) -> dict[str, str]:
    """Return the glosses (label -> sentence in plain English) of paragraphs that are those of 75/10, word for word.

    A draft has a PP3 as well: where the words are not those of the resolution, a gloss would lie.

    >>> list(bundled_glosses(load()["OP15"], Paragraph("OP16", 16, text="Decides otherwise.")))
    ['OP15']
    """
    from resolutionkit.tables import gloss  # late: most displays need no table

    found = {p.label: gloss(p.label) for top in paragraphs for p in top.walk() if _is_bundled(p)}
    return {label: sentence for label, sentence in found.items() if sentence}


def _is_bundled(paragraph: Paragraph) -> bool:
    return any(p.label == paragraph.label and p.text == paragraph.text for p in load().paragraphs)
