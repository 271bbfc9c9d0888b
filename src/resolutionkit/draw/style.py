"""One look for all figures: colour-blind safe, large enough for the back row, the same on each run and every computer."""

import base64
import io
from collections.abc import Iterator
from contextlib import contextmanager
from html import escape
from pathlib import Path
from typing import Any, cast

import matplotlib
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.font_manager import fontManager
from PIL import Image

# Okabe, M. and Ito, K. (2008): Color Universal Design, a palette that colour-blind readers can tell apart.
BLUE, ORANGE, GREEN, VERMILION = "#0072B2", "#E69F00", "#009E73", "#D55E00"
SKY, PURPLE, GREY = "#56B4E9", "#CC79A7", "#6B6B6B"
INK = "#222222"
LINE = "#8A8A8A"
"""Of edges: at least 3 : 1 against white, as WCAG 2.2 wants it of graphics (1.4.11)."""
OUTLINE = 0.7
"""Points of the dark line around dots: orange and sky blue alone stand out too little from white."""
_COLOURED: dict[Any, Any] = {
    "axes.edgecolor": GREY,
    **dict.fromkeys(("text.color", "axes.labelcolor", "xtick.color", "ytick.color"), INK),
}


@contextmanager
def figure_style() -> Iterator[None]:
    """Draw in the kit's style inside this block, and leave the reader's own settings alone.

    It builds on matplotlib's own settings and not on the reader's, except for fonts: where DejaVu Sans has no such letter,
    those that the reader chose come next.

    >>> with figure_style():
    ...     import matplotlib; size = matplotlib.rcParams["font.size"]
    >>> size
    12.0
    """
    there = {font.name for font in fontManager.ttflist}
    chosen = [*matplotlib.rcParams["font.family"], *matplotlib.rcParams["font.sans-serif"]]
    style = Path(__file__).with_name("figures.mplstyle")
    with matplotlib.rc_context():
        matplotlib.rcdefaults()
        settings = matplotlib.rc_params_from_file(style, use_default_template=False)
        first, *others = settings["font.family"]
        fonts = dict.fromkeys(name for name in (first, *chosen, *others) if name in there)
        matplotlib.rcParams.update({**settings, **_COLOURED, "font.family": list(fonts)})
        yield
        interactive = matplotlib.is_interactive()
    # The first figure starts the notebook's backend, which turns this on: taken back, no later figure would show.
    matplotlib.interactive(interactive)


class Picture(Figure):
    """A matplotlib figure with an alternative text.

    JupyterLab gives a picture of matplotlib an empty one, and exports warn of it. This one comes as an element of the page.

    >>> import matplotlib.pyplot as plt
    >>> figure = plt.figure(FigureClass=Picture); figure.alt = "Nothing."; figure
    Nothing.
    """

    alt = ""

    def _ipython_display_(self) -> None:
        import matplotlib.pyplot as plt
        from IPython.display import publish_display_data

        data = {"text/html": self._repr_html_(), "text/plain": repr(self)}
        publish_display_data(data, {})  # type: ignore[no-untyped-call]
        plt.close(self)  # as the last line of a cell it would be shown a second time when the cell ends

    def _repr_html_(self) -> str:
        drawn, page = io.BytesIO(), io.BytesIO()
        self.savefig(drawn, format="png", dpi=self.dpi, transparent=False, bbox_inches=None)
        # Figures have few colours, and with a palette a stored notebook is a third as large. This method keeps rare ones.
        colours = Image.open(drawn).convert("RGB")
        few = colours.quantize(255, method=Image.Quantize.MAXCOVERAGE, dither=Image.Dither.NONE)
        few.save(page, format="PNG", optimize=True)
        content = base64.b64encode(page.getvalue()).decode("ascii")
        return f'<img alt="{escape(self.alt)}" style="max-width:100%" src="data:image/png;base64,{content}">'

    def __repr__(self) -> str:
        return self.alt or super().__repr__()


def new_axes(words: str, width: float, height: float, columns: int = 1) -> tuple[Picture, list[Axes]]:
    """Return a new figure that ``words`` describe, in inches at 80 dots an inch, and its axes side by side."""
    import matplotlib.pyplot as plt

    figure = cast(Picture, plt.figure(FigureClass=Picture, figsize=(width, height), layout="constrained"))
    figure.alt = " ".join(words.split())
    return figure, list(figure.subplots(1, columns, squeeze=False)[0])
