"""What stands on the page of the workbench, as HTML; the words are in ``widgets/templates/workbench.html``."""

from __future__ import annotations

import re
from functools import partial

from resolutionkit.document.model import Resolution, Span
from resolutionkit.document.writing.write_html import resolution_html
from resolutionkit.drafting.review import rule
from resolutionkit.widgets import macros
from resolutionkit.widgets.workbench.view import PlacedFinding

_HREF = re.compile(r' href="#[^"]*"')
_AROUND = 70
"""Characters shown on each side of a passage."""


html = partial(macros.html, "workbench")
"""Return what stands in one place of the page: ``html("note", "Nothing yet.")``."""


def preview(resolution: Resolution | None) -> str:
    """Return the draft as the United Nations would print it, without its links: they would change JupyterLab's address."""
    return html("preview", _HREF.sub("", resolution_html(resolution)) if resolution is not None else "")


def chosen(placed: PlacedFinding, text: str, here: Span | None, language: str) -> str:
    """Return one finding with its advice, its reason and its evidence, and the passage with its surroundings."""
    card = rule(placed.finding.code)
    evidence = card.evidence(language) if placed.is_error else ""  # the advice of a hint says it already
    return html("chosen", placed, card, evidence, _excerpt(text, here) if here else None)


def _excerpt(text: str, here: Span) -> tuple[str, str, str]:
    start, end = here
    before = text[text.rfind("\n", 0, start) + 1 : start]
    after = text[end:].partition("\n")[0]
    if len(before) > _AROUND:
        before = "… " + before[-_AROUND:].partition(" ")[2]
    if len(after) > _AROUND:
        after = after[:_AROUND].rpartition(" ")[0] + " …"
    return before, text[start:end], after
