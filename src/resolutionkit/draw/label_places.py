"""Puts names beside dots so that none covers another: measured in pixels, in order of importance."""

import math
from collections.abc import Sequence

from matplotlib.axes import Axes

from resolutionkit.draw.style import GREY

Box = tuple[float, float, float, float]
"""Left, bottom, right, top in pixels."""


def place_labels(
    axes: Axes,
    points: Sequence[tuple[float, float]],
    names: Sequence[str],
    radii: Sequence[float],
    *,
    keep_free: Sequence[Box] = (),
    fontsize: float = 12,
) -> None:
    """Write ``names`` beside ``points`` (data coordinates), the first ones nearest to their dots.

    ``radii`` are those of the dots, in pixels, and so are the boxes ``keep_free``, on which no name lies either. A name
    that finds no room beside its dot moves outwards and gets a thin line back. None lies on another name or dot, and
    none leaves the axes.
    """
    figure = axes.figure
    figure.canvas.draw()
    renderer = figure.canvas.get_renderer()  # type: ignore[attr-defined]  # Agg has one
    pixels = [(float(x), float(y)) for x, y in axes.transData.transform(list(points))] if points else []
    dots: list[Box] = [(x - r, y - r, x + r, y + r) for (x, y), r in zip(pixels, radii, strict=True)]
    frame: Box = axes.get_window_extent(renderer).extents
    taken: list[Box] = []
    for name, (x, y), radius in zip(names, pixels, radii, strict=True):
        text = axes.text(0, 0, name, fontsize=fontsize, ha="center", va="center", zorder=6)
        width, height = text.get_window_extent(renderer).padded(2, 1).size
        centre, distance = _free_place(x, y, radius, width, height, [*taken, *dots, *keep_free], frame)
        taken.append(_box(*centre, width, height))
        text.set_position(tuple(axes.transData.inverted().transform(centre)))
        text.set_bbox({"facecolor": "white", "alpha": 0.75, "edgecolor": "none", "pad": 0.5})
        if distance > radius + 14:
            axes.plot(*axes.transData.inverted().transform([(x, y), centre]).T, color=GREY, lw=0.8, ls=":", zorder=2)


def _box(x: float, y: float, width: float, height: float) -> Box:
    return (x - width / 2, y - height / 2, x + width / 2, y + height / 2)


def _free_place(
    x: float, y: float, radius: float, width: float, height: float, others: Sequence[Box], frame: Box
) -> tuple[tuple[float, float], float]:
    """Search outwards in rings for the nearest place where the name covers nothing."""
    best = (x, y)
    for ring in range(60):
        distance = radius + 3 + ring * 7
        for angle in (-90, 90, 0, 180, -60, -120, 60, 120, -30, 30, -150, 150, 15, -15, 165, -165, 75, -75, 105, -105):
            cos, sin = math.cos(math.radians(angle)), math.sin(math.radians(angle))
            centre = (x + cos * (distance + width / 2 * abs(cos)), y + sin * (distance + height / 2 * abs(sin)))
            box = _box(*centre, width, height)
            inside = box[0] >= frame[0] and box[1] >= frame[1] and box[2] <= frame[2] and box[3] <= frame[3]
            if inside and not any(box[0] < o[2] and o[0] < box[2] and box[1] < o[3] and o[1] < box[3] for o in others):
                return centre, distance
            if inside and ring == 0 and best == (x, y):
                best = centre
    return best, 0.0
