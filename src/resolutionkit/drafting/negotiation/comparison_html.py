"""Two texts as one, with the words that went struck out and the words that came underlined."""

from __future__ import annotations

from itertools import groupby

from markupsafe import Markup

from resolutionkit.document.model import Paragraph, Span
from resolutionkit.document.writing.html_inline import inline
from resolutionkit.document.writing.html_style import reported
from resolutionkit.drafting.negotiation.comparison import Comparison, Pair, kind_in_words, with_blanks
from resolutionkit.drafting.templates import filled
from resolutionkit.language import _

_FOLDED = 3
"""Kept paragraphs in a row that are shown; more of them are folded away."""


def comparison_html(comparison: Comparison) -> str:
    """Return the newer text with its changes; ``<del>`` and ``<ins>`` say them to a screen reader as well.

    Where more than half of the words changed, the old paragraph stands above the new one. What was kept word for word is
    folded away where it takes more than three paragraphs in a row.
    """
    groups = []
    for kept, pairs in groupby(comparison.pairs, lambda pair: pair.kind == "kept"):
        rows = [(pair, _told(pair), _rewritten(pair) if pair.rewritten else _woven(pair)) for pair in pairs]
        said = _("{number} paragraphs kept: {first} to {last}") if kept and len(rows) > _FOLDED else ""
        groups.append((said.format(number=len(rows), first=rows[0][0].label, last=rows[-1][0].label), rows))
    words = {"gone": _("taken out"), "come": _("put in"), "language": comparison.newer.language}
    return reported(filled("negotiation/comparison.html", comparison=str(comparison), groups=groups, **words))


def _told(pair: Pair) -> str:
    told = kind_in_words(pair.kind)
    return f"{told} · {kind_in_words('moved')}" if pair.moved and pair.kind != "moved" else told


def _rewritten(pair: Pair) -> Markup:
    """The old paragraph, and below it the new one."""
    both = [
        _marked(inline(p.text, _italics(p)), kind) for kind, p in (("removed", pair.before), ("added", pair.after)) if p
    ]
    return Markup("<br>").join(both)


def _woven(pair: Pair) -> Markup:
    pieces, at = [], {"before": 0, "after": 0}
    for run, blank in with_blanks(pair.words):
        side = "before" if run.kind == "removed" else "after"
        words = inline(run.text, _italics(pair.before if side == "before" else pair.after, at[side]))
        pieces.append(" " * blank + _marked(words, run.kind))
        at["before"] += len(run.text) * (run.kind != "added")
        at["after"] += len(run.text) * (run.kind != "removed")
    return Markup("").join(pieces)


def _marked(words: Markup, kind: str) -> Markup:
    tag = {"removed": "del", "added": "ins"}.get(kind)
    return Markup(f"<{tag}>{words}</{tag}>") if tag else words


def _italics(paragraph: Paragraph | None, start: int = 0) -> list[Span]:
    """Where words in italics stand, counted from ``start``."""
    spans = (*paragraph.opener_spans, *paragraph.italics) if paragraph else ()
    return [(a - start, b - start) for a, b in spans]
