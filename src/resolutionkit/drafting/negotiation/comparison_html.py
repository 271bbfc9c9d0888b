"""Two texts as one, with the words that went struck out and the words that came underlined."""

from __future__ import annotations

from itertools import groupby

from resolutionkit.document.model import Paragraph, Span
from resolutionkit.document.writing.html_inline import escape, inline
from resolutionkit.document.writing.html_style import reported
from resolutionkit.drafting.negotiation.comparison import Comparison, Pair, kind_in_words, with_blanks
from resolutionkit.language import _

_SIGNS = {"kept": "=", "moved": "↕", "changed": "≠", "new": "+", "dropped": "−"}
_BARS = {"kept": "transparent", "moved": "#999", "changed": "#0072B2", "new": "#009E73", "dropped": "#D55E00"}
"""Colours that colour-blind people tell apart; the signs say the same without colour."""
_LOOK = "<style>.rk-report del{background:rgba(213,94,0,.16)}.rk-report ins{background:rgba(0,158,115,.18)}</style>"
_TAGS = {"removed": "del", "added": "ins"}
_FOLDED = 3
"""Kept paragraphs in a row that are shown; more of them are folded away."""


def comparison_html(comparison: Comparison) -> str:
    """Return the newer text with its changes; ``<del>`` and ``<ins>`` say them to a screen reader as well.

    Where more than half of the words changed, the old paragraph stands above the new one. What was kept word for word is
    folded away where it takes more than three paragraphs in a row.
    """
    rows = []
    for kept, pairs in groupby(comparison.pairs, lambda pair: pair.kind == "kept"):
        group = list(pairs)
        shown = [_row(pair, comparison.newer.language) for pair in group]
        rows += [_folded(group, shown)] if kept and len(group) > _FOLDED else shown
    gone, come = _("taken out"), _("put in")
    legend = f"<del>{gone}</del> · <ins>{come}</ins>"
    return reported(
        f"{_LOOK}<p>{escape(str(comparison))}</p><p><small>{legend}</small></p>"
        f'<ul role="list" style="list-style:none;padding:0">{"".join(rows)}</ul>'
    )


def _folded(pairs: list[Pair], rows: list[str]) -> str:
    said = _("{number} paragraphs kept: {first} to {last}")
    said = said.format(number=len(rows), first=pairs[0].label, last=pairs[-1].label)
    return f"<li><details><summary>{escape(said)}</summary><ul role='list'>{''.join(rows)}</ul></details></li>"


def _row(pair: Pair, language: str) -> str:
    told = kind_in_words(pair.kind)
    if pair.moved and pair.kind != "moved":
        told += " · " + kind_in_words("moved")
    label = pair.label if pair.before and pair.after else (pair.after or pair.before).label  # type: ignore[union-attr]
    return (
        f'<li class="rk-{pair.kind}" style="margin-bottom:.8em;border-color:{_BARS[pair.kind]}"><b><span aria-hidden="true">'
        f"{_SIGNS[pair.kind]} </span><bdi>{escape(label)}</bdi></b> <small>{told}</small><br>"
        f'<span lang="{escape(language)}">{_rewritten(pair) if pair.rewritten else _woven(pair)}</span></li>'
    )


def _rewritten(pair: Pair) -> str:
    """The old paragraph, and below it the new one."""
    return "<br>".join(
        f"<{tag}>{inline(p.text, _italics(p))}</{tag}>"
        for tag, p in (("del", pair.before), ("ins", pair.after))
        if p is not None
    )


def _woven(pair: Pair) -> str:
    pieces, at = [], {"before": 0, "after": 0}
    for run, blank in with_blanks(pair.words):
        side = "before" if run.kind == "removed" else "after"
        words = inline(run.text, _italics(pair.before if side == "before" else pair.after, at[side]))
        pieces.append(
            " " * blank + (words if run.kind == "same" else f"<{_TAGS[run.kind]}>{words}</{_TAGS[run.kind]}>")
        )
        at["before"] += len(run.text) * (run.kind != "added")
        at["after"] += len(run.text) * (run.kind != "removed")
    return "".join(pieces)


def _italics(paragraph: Paragraph | None, start: int = 0) -> list[Span]:
    """Where words in italics stand, counted from ``start``."""
    spans = (*paragraph.opener_spans, *paragraph.italics) if paragraph else ()
    return [(a - start, b - start) for a, b in spans]
