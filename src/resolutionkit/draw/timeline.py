"""What a resolution cites, on a line of time."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from matplotlib.figure import Figure
from matplotlib.lines import Line2D

from resolutionkit.document.model import Reference, Resolution, only_resolutions
from resolutionkit.draw.style import BLUE, GREEN, GREY, INK, ORANGE, PURPLE, figure_style, new_axes
from resolutionkit.language import Text, _

if TYPE_CHECKING:
    import pandas as pd

_KINDS = {
    "General Assembly": (BLUE, Text("resolution of the General Assembly", "Resolution der Generalversammlung")),
    "Economic and Social Council": (ORANGE, Text("resolution of the Economic and Social Council", "Resolution des Wirtschafts- und Sozialrats")),
    "document": (GREEN, Text("other document", "anderes Dokument")),
    "decision": (PURPLE, Text("decision", "Beschluss")),
}  # fmt: skip
"""Colour and name."""


def citation_table(resolution: Resolution) -> pd.DataFrame:
    """Return one row a cited document: symbol, kind, year, dated, cited_in.

    ``year`` is that of the date in the text (``dated`` is True) or, where the text gives
    none, the year in which the session of the symbol opened: the sixtieth in 2005, so
    A/RES/60/288 stands at 2005. Documents whose symbol tells no year (A/CONF.192/15) have none.

    >>> from resolutionkit.document.bundled import load
    >>> table = citation_table(load())
    >>> table["symbol"][0], int(table["year"][0]), table["cited_in"][0]
    ('A/RES/51/1', 1996, 'PP1')
    """
    import pandas as pd

    only_resolutions(resolution)
    cited: dict[str, list[Reference]] = {}
    for reference in resolution.references:
        cited.setdefault(reference.symbol, []).append(reference)
    rows = []
    for symbol, found in cited.items():
        dates = [reference.date for reference in found if reference.date]
        year = dates[-1].year if dates else _session_year(symbol)
        labels = ", ".join(dict.fromkeys(reference.label for reference in found))
        rows.append((symbol, _kind(found[0]), year, bool(dates), labels))
    table = pd.DataFrame(rows, columns=["symbol", "kind", "year", "dated", "cited_in"])
    table["year"] = table["year"].astype("Int64")
    return table


def _kind(reference: Reference) -> str:
    if reference.kind != "resolution":
        return reference.kind
    return "Economic and Social Council" if reference.symbol.startswith("E/") else "General Assembly"


def _session_year(symbol: str) -> int | None:
    match = re.match(r"E/(?:RES|DEC)/(?P<year>(?:19|20)\d\d)/|A/(?:RES/|DEC/)?(?P<session>\d\d)/", symbol)
    return int(match["year"] or 1945 + int(match["session"])) if match else None


def citation_timeline(table: pd.DataFrame, title: str = "") -> Figure:
    """Draw cited documents on a line of time; filled dots carry their date in the text, hollow ones do not.

    ``table`` has the columns of :func:`citation_table`. :func:`timeline_in_words` says the same.

    >>> from resolutionkit.document.bundled import load
    >>> len(citation_timeline(citation_table(load())).axes)
    1
    """
    known = table.dropna(subset=["year"]).sort_values(["year", "symbol"], kind="stable")
    with figure_style():
        first, last = (int(known["year"].min()), int(known["year"].max())) if len(known) else (2000, 2020)
        years, names = known["year"].astype(int).tolist(), [x.removeprefix("A/RES/") for x in known["symbol"]]
        lanes = _lanes(years, names, last - first)
        figure, (axes,) = new_axes(timeline_in_words(table), 12.6, 2.4 + 0.42 * (max(lanes, default=0) + 2))
        for year, name, kind, dated, lane in zip(years, names, known["kind"], known["dated"], lanes, strict=True):
            axes.plot(year, lane, **_dot(_KINDS.get(kind, (GREY,))[0], dated), mew=2, zorder=3)
            axes.text(year + 0.25, lane, name, va="center", color=INK, zorder=4)
        axes.set_ylim(-0.8, max(lanes, default=0) + 0.8)
        axes.set_xlim(first - 1, last + 3)
        axes.grid(axis="x", color="#E6E6E6", zorder=0)
        axes.set_yticks([])
        axes.spines["left"].set_visible(False)
        axes.set_xticks(range(first - first % 2, last + 2, 2))
        axes.set_title(title or _("What the resolution cites, by year"))
        there = [look for kind, look in _KINDS.items() if kind in set(known["kind"])]
        handles = [Line2D([], [], **_dot(colour), label=str(words)) for colour, words in there]
        hollow = _("no date in the text: year of the session")
        handles.append(Line2D([], [], **_dot(GREY, False), mew=2, label=hollow))
        figure.legend(handles=handles, loc="outside lower left", ncols=min(3, len(handles)), frameon=False)
        return figure


def _dot(colour: str, dated: bool = True) -> dict[str, Any]:
    return {"marker": "o", "ls": "", "ms": 9, "color": colour, "mfc": colour if dated else "white"}


def _lanes(years: list[int], names: list[str], span: int) -> list[int]:
    """Give each document, in the order of their years, the lowest line on which its dot and name touch no other."""
    years_a_letter = (span + 4) / 127  # some 127 letters fit across the figure
    ends: list[float] = []
    lanes = []
    for year, name in zip(years, names, strict=True):
        lane = next((lane for lane, end in enumerate(ends) if end <= year - 0.4), len(ends))
        ends[lane : lane + 1] = [year + 0.5 + len(name) * years_a_letter]
        lanes.append(lane)
    return lanes


def timeline_in_words(table: pd.DataFrame) -> str:
    """Say in words what :func:`citation_timeline` shows.

    >>> from resolutionkit.document.bundled import load
    >>> print(timeline_in_words(citation_table(load())).splitlines()[0])
    15 documents are cited, the oldest from 1996, the newest from 2019.
    """
    known = table.dropna(subset=["year"]).sort_values(["year", "symbol"], kind="stable")
    if known.empty:
        return _("No dated document is cited.")
    said = _("{number} documents are cited, the oldest from {first}, the newest from {last}.")
    lines = [said.format(number=len(table), first=known["year"].iloc[0], last=known["year"].iloc[-1])]
    cited = table["symbol"] + " (" + table["cited_in"] + ")"
    lines += [f"{year}: {', '.join(cited[group.index])}" for year, group in known.groupby("year")]
    undated = cited[table["year"].isna()]
    if len(undated):
        lines.append(_("No year in the symbol: {names}").format(names=", ".join(undated)))
    return "\n".join(lines)
