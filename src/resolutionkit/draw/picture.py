"""A figure that a notebook shows with words for those who cannot see it."""

from __future__ import annotations

import base64
import io
from html import escape

from matplotlib.figure import Figure
from PIL import Image


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
        few = (
            Image.open(drawn).convert("RGB").quantize(255, method=Image.Quantize.MAXCOVERAGE, dither=Image.Dither.NONE)
        )
        few.save(page, format="PNG", optimize=True)
        content = base64.b64encode(page.getvalue()).decode("ascii")
        return f'<img alt="{escape(self.alt)}" style="max-width:100%" src="data:image/png;base64,{content}">'

    def __repr__(self) -> str:
        return self.alt or super().__repr__()
