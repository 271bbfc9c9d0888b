"""Bars with names: how often each of some things occurs."""

from typing import TYPE_CHECKING

from matplotlib.figure import Figure

from resolutionkit.draw.style import BLUE, figure_style, new_axes
from resolutionkit.language import number

if TYPE_CHECKING:
    import pandas as pd


def bars(table: "pd.DataFrame", names: str, numbers: str, *, title: str, what: str = "") -> Figure:
    """Draw a bar for each row of a table, the longest at the top, with its number; ``what`` says what is counted.

    The alternative text names the first five.

    >>> import pandas as pd
    >>> words = pd.DataFrame({"word": ["Urges", "Requests"], "paragraphs": [350, 656]})
    >>> bars(words, "word", "paragraphs", title="Openers", what="paragraphs").alt
    'Openers: Requests 656, Urges 350 (paragraphs).'
    """
    ordered = table.sort_values(numbers, kind="stable")
    first = [f"{row[names]} {number(row[numbers])}" for _place, row in ordered[::-1].head(5).iterrows()]
    words = f"{title}: {', '.join(first)}" + (f" ({what})." if what else ".")
    with figure_style():
        figure, (axes,) = new_axes(words, 8.4, 1.2 + 0.34 * len(ordered))
        drawn = axes.barh(ordered[names].astype(str), ordered[numbers], color=BLUE)
        axes.bar_label(drawn, [number(value) for value in ordered[numbers]], padding=4)
        axes.set_title(title, loc="left")
        axes.set_xlabel(what)
        axes.margins(x=0.12)
        return figure
