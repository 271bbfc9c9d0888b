"""Which texts of a figure overlap when it is drawn, are cut off, or lie on an arrowhead; for tests."""

from __future__ import annotations

from itertools import combinations

from matplotlib.lines import Line2D
from matplotlib.text import Text
from matplotlib.transforms import Bbox


def overlaps(figure) -> list[tuple[str, str]]:
    """Pairs of texts that overlap, ("text", "edge") for those cut off, ("text", "arrowhead") for those on one."""
    figure.canvas.draw()
    renderer = figure.canvas.get_renderer()
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
    heads = [("arrowhead", head_of(line)) for line in figure.findobj(Line2D) if line.get_gid() == "arrowhead"]
    page = figure.bbox
    found = [(words, "edge") for words, box in boxes if not (page.x0 - 1 <= box.x0 and box.x1 <= page.x1 + 1)]
    found += [(words, "edge") for words, box in boxes if not (page.y0 - 1 <= box.y0 and box.y1 <= page.y1 + 1)]
    pairs = [*combinations(boxes, 2), *((text, head) for text in boxes for head in heads)]
    return found + [(first, second) for (first, a), (second, b) in pairs if meet(a, b)]


def head_of(line: Line2D) -> Bbox:
    ((x, y),) = line.axes.transData.transform(line.get_xydata())
    half = line.get_markersize() * line.figure.dpi / 72 / 2 * 0.8  # a triangle does not fill its square
    return Bbox([[x - half, y - half], [x + half, y + half]])


def meet(a: Bbox, b: Bbox) -> bool:
    return a.x0 < b.x1 - 1 and b.x0 < a.x1 - 1 and a.y0 < b.y1 - 1 and b.y0 < a.y1 - 1
