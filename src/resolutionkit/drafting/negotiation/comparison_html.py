"""Two texts as one, with the words that went struck out and the words that came underlined."""

from __future__ import annotations

from itertools import groupby

from markupsafe import Markup

from resolutionkit.document.writing.html_inline import inline
from resolutionkit.document.writing.html_style import reported
from resolutionkit.drafting.negotiation.comparison import Comparison, Pair, kind_in_words
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
        rows = [(pair, _told(pair), _words(pair)) for pair in pairs]
        said = _("{number} paragraphs kept: {first} to {last}") if kept and len(rows) > _FOLDED else ""
        groups.append((said.format(number=len(rows), first=rows[0][0].label, last=rows[-1][0].label), rows))
    words = {"gone": _("taken out"), "come": _("put in"), "language": comparison.newer.language}
    return reported(filled("negotiation/comparison.html", comparison=str(comparison), groups=groups, **words))


def _told(pair: Pair) -> str:
    told = kind_in_words(pair.kind)
    return f"{told} · {kind_in_words('moved')}" if pair.moved and pair.kind != "moved" else told


def _words(pair: Pair) -> Markup:
    """Words that came behind those that went; below them where most of a paragraph is new."""
    pieces = []
    for run in pair.shown():
        words = inline(run.text, run.italics)
        tag = {"removed": "del", "added": "ins"}.get(run.kind)
        gap = Markup("<br>" if pair.rewritten else " ") if run.parted else ""
        pieces.append(gap + (Markup(f"<{tag}>{words}</{tag}>") if tag else words))
    return Markup("").join(pieces)
