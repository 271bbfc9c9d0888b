"""One look for all figures: colour-blind safe, large enough for the back row, the same on each run."""

from __future__ import annotations

import gc
import weakref
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

# Okabe, M. and Ito, K. (2008): Color Universal Design, a palette that colour-blind readers can tell apart.
BLUE, ORANGE, GREEN, VERMILION = "#0072B2", "#E69F00", "#009E73", "#D55E00"
SKY, PURPLE, YELLOW, GREY = "#56B4E9", "#CC79A7", "#F0E442", "#6B6B6B"
INK = "#222222"
LINE = "#8A8A8A"
"""Of edges: at least 3 : 1 against white, as WCAG 2.2 wants it of graphics (1.4.11)."""
OUTLINE = 0.7
"""Points of the dark line around dots: orange and sky blue alone stand out too little from white."""


@contextmanager
def figure_style() -> Iterator[None]:
    """Draw in the kit's style inside this block, and leave the reader's own settings alone.

    >>> with figure_style():
    ...     import matplotlib; size = matplotlib.rcParams["font.size"]
    >>> size
    12.0
    """
    import matplotlib

    settings: dict[Any, Any] = {
        "font.size": 12.0,  # JupyterLab shows a wide figure at three quarters of its size: below 8 points nobody reads it
        "font.family": "DejaVu Sans",
        "axes.titlesize": 14.0,
        "axes.titleweight": "bold",
        "axes.titlelocation": "left",
        "axes.spines.top": False,
        "axes.spines.right": False,
        "axes.edgecolor": GREY,
        "text.color": INK,
        "axes.labelcolor": INK,
        "xtick.color": INK,
        "ytick.color": INK,
        "figure.facecolor": "white",
        "axes.facecolor": "white",
        "savefig.facecolor": "white",
        "figure.dpi": 80,  # stored in notebooks: each picture below 200 kB
        "svg.hashsalt": "resolutionkit",
    }
    with matplotlib.rc_context(settings):
        yield
        interactive = matplotlib.is_interactive()
    # The first figure starts the notebook's backend, which turns this on: taken back, no later figure would show.
    matplotlib.interactive(interactive)


def new_axes(width: float = 12.0, height: float = 7.0, columns: int = 1) -> tuple[Figure, list[Axes]]:
    """Return a new figure, in inches at 80 dots an inch, and its axes side by side.

    >>> figure, axes = new_axes(6, 4, columns=2)
    >>> len(axes)
    2
    """
    _let_go_of_closed_figures()
    figure = _new_figure(figsize=(width, height), layout="constrained")
    _drawn.add(figure)
    return figure, list(figure.subplots(1, columns, squeeze=False)[0])


def _new_figure(**settings: Any) -> Figure:
    if _off_screen.get():
        from matplotlib.backends.backend_agg import FigureCanvasAgg
        from matplotlib.figure import Figure

        figure = Figure(**settings)
        FigureCanvasAgg(figure)
        return figure
    import matplotlib.pyplot as plt

    return plt.figure(**settings)


_off_screen: ContextVar[bool] = ContextVar("_off_screen", default=False)


@contextmanager
def off_screen() -> Iterator[None]:
    """Draw figures inside this block that no cell of a notebook shows: for a picture that is shown in another way.

    A notebook keeps each figure that a widget draws between two cells until the next cell has run, closed or not:
    thirty clicks took 120 MiB.

    >>> import matplotlib.pyplot as plt
    >>> before = plt.get_fignums()
    >>> with off_screen():
    ...     figure, (axes,) = new_axes(4, 3)
    >>> plt.get_fignums() == before
    True
    """
    token = _off_screen.set(True)
    try:
        yield
    finally:
        _off_screen.reset(token)


_drawn: weakref.WeakSet[Figure] = weakref.WeakSet()
"""Figures drawn since somebody last looked for those that nobody holds any more."""


def _let_go_of_closed_figures() -> None:
    """Free figures that are neither open nor held by anybody: about 4 MiB each.

    A figure and its axes hold each other, and Python looks for such circles only once a quarter of all objects is
    new, which takes many figures where pandas is loaded. Looking takes 0.1 s: not for each figure.
    """
    if len(_drawn) >= 2:
        gc.collect()
        _drawn.clear()


def overlapping_texts(figure: Figure) -> list[tuple[str, str]]:
    """Return the pairs of texts of a figure that overlap when drawn, and ("text", "edge") for those cut off.

    >>> figure, (axes,) = new_axes(4, 3)
    >>> _ = axes.text(0.5, 0.5, "one"), axes.text(0.5, 0.5, "two")
    >>> ("one", "two") in overlapping_texts(figure)
    True
    """
    from matplotlib.text import Text

    figure.canvas.draw()
    renderer = figure.canvas.get_renderer()  # type: ignore[attr-defined]  # Agg has one
    hidden = {
        id(t)
        for axes in figure.axes
        if not axes.axison
        for axis in (axes.xaxis, axes.yaxis)
        for t in axis.findobj(Text)
    }
    texts = [t for t in figure.findobj(Text) if t.get_visible() and t.get_text().strip() and id(t) not in hidden]
    boxes = [(t.get_text(), t.get_window_extent(renderer)) for t in texts]
    boxes = [(words, box) for words, box in boxes if box.width > 1 and box.height > 1]
    page = figure.bbox
    found = [
        (words, "edge")
        for words, box in boxes
        if box.x0 < page.x0 - 1 or box.x1 > page.x1 + 1 or box.y0 < page.y0 - 1 or box.y1 > page.y1 + 1
    ]
    for i, (first, a) in enumerate(boxes):
        for second, b in boxes[i + 1 :]:
            if a.x0 < b.x1 - 1 and b.x0 < a.x1 - 1 and a.y0 < b.y1 - 1 and b.y0 < a.y1 - 1:
                found.append((first, second))
    return found
