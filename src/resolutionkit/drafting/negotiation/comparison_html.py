"""Two texts as one, with the words that went struck out and the words that came underlined."""

from __future__ import annotations

from resolutionkit.document.writing.html_inline import escape
from resolutionkit.document.writing.html_style import wrapped
from resolutionkit.drafting.negotiation import Comparison, Pair
from resolutionkit.drafting.negotiation.comparison import kind_in_words
from resolutionkit.drafting.negotiation.word_diff import WordRun
from resolutionkit.language import _
from resolutionkit.language import language as user_language

_SIGNS = {"kept": "=", "moved": "↕", "changed": "≠", "new": "+", "dropped": "−"}


def comparison_html(comparison: Comparison) -> str:
    """Return the newer text with its changes; ``<del>`` and ``<ins>`` say them to a screen reader as well.

    What was kept word for word is folded away where it takes more than three paragraphs in a row.

    >>> from resolutionkit.document.model import Paragraph, Resolution
    >>> from resolutionkit.drafting.negotiation import compare
    >>> old, new = (Resolution(operative=(Paragraph("OP1", 1, text=t),)) for t in ("Urges States.", "Urges all States."))
    >>> "<ins" in comparison_html(compare(old, new))
    True
    """
    pieces: list[str] = []
    quiet: list[Pair] = []
    for pair in comparison.pairs:
        if pair.kind == "kept":
            quiet.append(pair)
            continue
        pieces += _quiet(quiet, comparison.newer.language)
        quiet = []
        pieces.append(_row(pair, comparison.newer.language))
    pieces += _quiet(quiet, comparison.newer.language)
    return wrapped(
        f"<p>{escape(str(comparison))}</p><p><small>{_legend()}</small></p>"
        f'<ul role="list" style="list-style:none;padding:0">{"".join(pieces)}</ul>',
        language=user_language(),
        labels=False,
        css="rk-report",
    )


def _legend() -> str:
    gone = _("taken out")
    come = _("put in")
    return f"<del>{gone}</del> · <ins>{come}</ins>"


def _quiet(pairs: list[Pair], language: str) -> list[str]:
    rows = [_row(pair, language) for pair in pairs]
    if len(rows) <= 3:
        return rows
    first, last = pairs[0].label, pairs[-1].label
    said = _("{number} paragraphs kept: {first} to {last}").format(number=len(rows), first=first, last=last)
    return [f"<li><details><summary>{escape(said)}</summary><ul role='list'>{''.join(rows)}</ul></details></li>"]


def _row(pair: Pair, language: str) -> str:
    told = kind_in_words(pair.kind)
    if pair.moved and pair.kind != "moved":
        told += " · " + kind_in_words("moved")
    words = "".join(map(_run, pair.words))
    return (
        f'<li class="rk-{pair.kind}" style="margin-bottom:.8em"><b><span aria-hidden="true">{_SIGNS[pair.kind]} '
        f"</span><bdi>{escape(_place(pair))}</bdi></b> <small>{told}</small><br>"
        f'<span lang="{escape(language)}">{words}</span></li>'
    )


def _place(pair: Pair) -> str:
    if pair.before and pair.after:
        return pair.label
    return (pair.after or pair.before).label  # type: ignore[union-attr]  # one of the two is there


def _run(run: WordRun) -> str:
    if run.kind == "same":
        return escape(run.text)
    tag = "del" if run.kind == "removed" else "ins"
    return f"<{tag}>{escape(run.text)}</{tag}>"
