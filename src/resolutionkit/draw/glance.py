"""The whole document at a glance: every paragraph as a bar, with its opener."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from resolutionkit.document.bundled import is_bundled
from resolutionkit.document.model import Paragraph, Resolution, only_resolutions
from resolutionkit.draw.style import BLUE, GREEN, INK, ORANGE, figure_style, new_axes
from resolutionkit.language import _, language, ngettext
from resolutionkit.tables import rows

if TYPE_CHECKING:
    import pandas as pd
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure


def paragraph_table(resolution: Resolution) -> pd.DataFrame:
    """Return one row a paragraph: label, part, opener, words, footnotes.

    ``words`` counts runs of letters and digits parted by white space; ``part`` is
    "preambular", "operative" or "sub-paragraph".

    >>> from resolutionkit.document.bundled import load
    >>> table = paragraph_table(load())
    >>> len(table), int(table["words"].max()), table.loc[table["words"].idxmax(), "label"]
    (42, 230, 'OP1')
    """
    import pandas as pd

    only_resolutions(resolution)
    preambular = {p.label for top in resolution.preamble for p in top.walk()}
    found = []
    for p in resolution.paragraphs:
        part = "sub-paragraph" if p.marker else "preambular" if p.label in preambular else "operative"
        found.append((p.label, part, " … ".join(p.opener_parts), len(p.text.split()), len(p.footnotes)))
    return pd.DataFrame(found, columns=["label", "part", "opener", "words", "footnotes"])


def document_at_a_glance(resolution: Resolution) -> Figure:
    """Draw every paragraph as a bar as long as it has words: the preamble left, the operative part right.

    The opener stands beside its bar, that of 75/10 with the official English one. :func:`document_in_words` says the same.

    >>> from resolutionkit.document.bundled import load
    >>> len(document_at_a_glance(load()).axes)
    2
    """
    only_resolutions(resolution)
    with figure_style():
        parts = [[p for top in part for p in top.walk()] for part in (resolution.preamble, resolution.operative)]
        most = max(len(resolution.preamble), len(parts[1]), 6)
        figure, both = new_axes(document_in_words(resolution), 12.6, 1.1 + 0.3 * most, columns=2)
        longest = max((len(p.text.split()) for p in resolution.paragraphs), default=1)
        looks = ((_("Preamble"), BLUE), (_("Operative part"), ORANGE))
        for axes, paragraphs, (title, colour) in zip(both, parts, looks, strict=True):
            _bars(axes, paragraphs, title, colour, longest)
            axes.set_ylim(most - 0.4, -0.6)
        if any(p.marker for p in parts[1]):
            right = both[1]
            right.bar(0, 0, color=ORANGE, label=_("paragraph"))
            right.bar(0, 0, color=GREEN, label=_("sub-paragraph"))
            right.legend(loc="lower right", frameon=False)
        return figure


def _bars(axes: Axes, paragraphs: list[Paragraph], title: str, colour: str, longest: int) -> None:
    for row, p in enumerate(paragraphs):
        words = len(p.text.split())
        axes.barh(row, words, color=GREEN if p.marker else colour, height=0.72)
        axes.text(words + longest * 0.015, row, f"{words}   {_opener(p)}".rstrip(), va="center", color=INK)
    axes.set_yticks(range(len(paragraphs)), [p.label for p in paragraphs])
    axes.tick_params(axis="y", length=0)
    axes.set_xlim(0, longest * 1.9)
    axes.set_xticks([t for t in (0, 50, 100, 150, 200, 300, 400) if t <= longest])
    axes.set_xlabel(_("words"))
    items = sum(bool(p.marker) for p in paragraphs)
    more = ngettext(" + {n} sub-paragraph", " + {n} sub-paragraphs", items) if items else ""
    axes.set_title(f"{title}: {len(paragraphs) - items}{more}")
    axes.spines["left"].set_visible(False)


def _opener(paragraph: Paragraph) -> str:
    """The opener; for those who read English, the English one of 75/10 stands first."""
    opener = " … ".join(paragraph.opener_parts)
    if language() == "en" and opener and is_bundled(paragraph):
        opener = next(f"{row['opener_en']} · {opener}" for row in rows("glosses") if row["label"] == paragraph.label)
    return opener


def document_in_words(resolution: Resolution) -> str:
    """Say in words what :func:`document_at_a_glance` shows.

    >>> from resolutionkit.document.bundled import load
    >>> print(document_in_words(load()).splitlines()[0])
    A/RES/75/10 has 42 paragraphs: 21 preambular, 16 operative and 5 sub-paragraphs.
    """
    table = paragraph_table(resolution)
    if table.empty:
        return _("There is no paragraph.")
    by_length = table.sort_values("words", kind="stable").to_dict("records")
    sizes = table.groupby("part")["words"].agg(["size", "median"])
    parts: Any = sizes.reindex(["preambular", "operative", "sub-paragraph"], fill_value=0).astype(int).to_dict("index")
    about = {"name": resolution.symbol or _("The draft"), "number": len(table), "items": parts.pop("sub-paragraph")}
    return _(
        "{name} has {number} paragraphs: {preambular[size]} preambular, {operative[size]} operative and {items[size]} "
        "sub-paragraphs.\nThe longest is {longest[label]} with {longest[words]} words, the shortest "
        "{shortest[label]} with {shortest[words]}.\nA preambular paragraph in the middle of the field has "
        "{preambular[median]} words, an operative one {operative[median]}."
    ).format(**about, **parts, longest=by_length[-1], shortest=by_length[0])
