"""Networks as pictures, and the same in words."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Hashable, Mapping
from typing import TYPE_CHECKING, Any

import numpy as np
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.lines import Line2D

from resolutionkit.draw.label_places import Box, place_labels
from resolutionkit.draw.names import colour_of, colours_in_words, full_name, only_a_network, short_name, wrapped
from resolutionkit.draw.node_places import Places, web
from resolutionkit.draw.style import INK, LINE, OUTLINE, figure_style, new_axes
from resolutionkit.language import _, ngettext

if TYPE_CHECKING:
    import networkx as nx

HEAD = 8.0
"""Points of an arrowhead."""


def network(graph: nx.Graph, *, title: str = "", min_weight: float = 0, axes: Axes | None = None) -> Figure:
    """Draw a graph: dots are nodes, coloured by what they are and larger the more edges they have.

    A line is as wide as it has statements, or as its weight. ``min_weight`` leaves out edges that weigh less (and nodes
    that then have none); ``axes`` draws into a figure of one's own. The layout is the same on each run. The same in
    words: :func:`network_in_words`.

    >>> import networkx as nx
    >>> g = nx.Graph(); g.add_edge("a", "b", weight=2)
    >>> len(network(g).axes)
    1
    """
    shown = strong_enough(graph, min_weight)
    own = axes is None
    with figure_style():
        if axes is None:
            axes = graph_axes(graph, title, 11.6, 8.2 + 0.1 * max(0, len(shown) - 20), min_weight)
        else:
            axes.set_axis_off()
            axes.set_title(title or graph.graph.get("title", ""), loc="left")
        if len(shown):
            _draw(axes, shown, own)
        else:
            axes.text(0.5, 0.5, _("nothing to show"), ha="center", transform=axes.transAxes)
        return axes.figure  # type: ignore[return-value]  # Figure, also as the parent of axes


def graph_axes(graph: nx.Graph, title: str, width: float, height: float, min_weight: float = 0) -> Axes:
    """Return the axes of a new figure for a graph, with its title and its alternative text."""
    title = title or graph.graph.get("title", "")
    words = network_in_words(graph, min_weight=min_weight)
    _figure, (axes,) = new_axes(f"{title}: {words}" if title else words, width, height)
    axes.set_axis_off()
    axes.set_title(title, loc="left")
    return axes


def _draw(axes: Axes, graph: nx.Graph, own: bool) -> None:
    places = web(graph)
    axes.set_xlim(-1.18, 1.18)
    axes.set_ylim(-1.12, 1.12)
    lines: Counter[Any] = Counter()  # pair of nodes -> how much is said of it; an edge without a weight counts once
    for a, b, weight in graph.edges(data="weight", default=1):
        if a != b:
            lines[(a, b) if graph.is_directed() or (b, a) not in lines else (b, a)] += weight
    place_key(axes, [*group_handles(graph), *_width_handles(graph, lines)], own)
    figure: Any = axes.figure
    figure.canvas.draw()
    small = 1.0 if own else min(1.0, axes.get_window_extent().width / figure.dpi / 9)
    nodes = sorted(graph, key=lambda n: (-graph.degree(n), str(n)))
    largest = max(graph.degree(n) for n in nodes) or 1
    areas = {n: (70 + 900 * float(graph.degree(n)) / largest) * small**2 for n in nodes}
    radii = {n: math.sqrt(area / math.pi) * figure.dpi / 72 for n, area in areas.items()}
    heads = _edges(axes, lines, places, radii, graph.is_directed())
    points, colours = [places[n] for n in nodes], [colour_of(graph, n) for n in nodes]
    across, up = zip(*points, strict=True)
    axes.scatter(across, up, s=list(areas.values()), c=colours, edgecolors=INK, linewidths=OUTLINE, zorder=3)
    name = full_name if own else short_name  # beside another picture there is little room
    names = [wrapped(name(graph, n), 28) for n in nodes]
    place_labels(axes, points, names, list(radii.values()), keep_free=heads, fontsize=max(8.0, 12 * small))


def strong_enough(graph: nx.Graph, min_weight: float) -> nx.Graph:
    """Return the graph without the edges that weigh less, and without the nodes that then have none."""
    import networkx as nx

    only_a_network(graph)
    strong = nx.subgraph_view(graph, filter_edge=lambda *edge: graph.edges[edge].get("weight", 1) >= min_weight)
    shown = strong.copy()
    if min_weight:
        shown.remove_nodes_from(list(nx.isolates(shown)))
    return shown


def _width(said: float, most: float) -> float:
    return 1.0 + 3.0 * (said - 1) / (most - 1) if most > 1 else 1.0


def _edges(
    axes: Axes, lines: Mapping[Any, float], places: Places, radii: dict[Hashable, float], directed: bool
) -> list[Box]:
    """Draw the lines; return the boxes, in pixels, of the arrowheads at the rims of the dots."""
    most = max(lines.values(), default=1)
    to_pixels, to_data = axes.transData.transform, axes.transData.inverted().transform
    half = HEAD * axes.figure.dpi / 72 / 2
    boxes: list[Box] = []
    for (a, b), said in lines.items():
        start, end = to_pixels([places[a], places[b]])
        if directed:
            across, up = (end - start) / (math.dist(start, end) or 1.0)
            end = end - (radii[b] + half) * np.array([across, up])
            angle = math.degrees(math.atan2(up, across)) - 90
            axes.plot(*to_data(end), marker=(3, 0, angle), ms=HEAD, color=LINE, mew=0, zorder=2, gid="arrowhead")
            boxes.append((*(end - half - 1), *(end + half + 1)))
        axes.plot(*to_data([start, end]).T, color=LINE, lw=_width(said, most), zorder=1, solid_capstyle="butt")
    return boxes


def group_handles(graph: nx.Graph) -> list[Any]:
    """Return a dot with its words for each group of nodes, for a key."""
    style: dict[str, Any] = {"marker": "o", "ls": "", "ms": 9, "mec": INK, "mew": OUTLINE}
    return [Line2D([], [], color=colour, label=words, **style) for colour, words in colours_in_words(graph).items()]


def _width_handles(graph: nx.Graph, lines: Mapping[Any, float]) -> list[Any]:
    """The thinnest and the thickest line, each with what it stands for."""
    handles: list[Any] = []
    least, most = min(lines.values(), default=1), max(lines.values(), default=1)
    for n in (least, most) if least != most else ():
        data = next(iter(graph.edges(data=True)))[-1]
        if "labels" in data:
            said = ngettext("{n:g} paragraph", "{n:g} paragraphs", int(n))
        else:
            said = _("weight {n:g}") if "weight" in data else ngettext("{n:g} statement", "{n:g} statements", int(n))
        handles.append(Line2D([], [], color=LINE, lw=_width(n, most), label=said.format(n=n)))
    return handles


def place_key(axes: Axes, handles: list[Any], own: bool) -> None:
    """Put the key below the figure, on one line where there is room; below its own axes in a figure of somebody else."""
    figure: Any = axes.figure
    style: dict[str, Any] = {"handles": handles, "frameon": False, "columnspacing": 1.4}
    style |= {"loc": "outside lower left"} if own else {"loc": "upper left", "bbox_to_anchor": (0, 0), "fontsize": 9}
    room = figure.bbox if own else axes.get_window_extent()
    for count in range(len(handles), 0, -1):
        key = (figure if own else axes).legend(ncols=count, **style)
        if count == 1 or key.get_window_extent(figure.canvas.get_renderer()).width < room.width:
            return
        key.remove()


def network_in_words(graph: nx.Graph, most: int = 5, *, min_weight: float = 0) -> str:
    """Say in words what a drawn graph shows: how large it is, who has most edges, and what the heaviest edges are.

    ``min_weight`` is that of :func:`network`; what the picture then leaves out is said too.

    >>> import networkx as nx
    >>> print(network_in_words(nx.Graph([("a", "b"), ("a", "c")])).splitlines()[0])
    3 nodes and 2 edges.
    """
    shown = strong_enough(graph, min_weight)
    nodes, edges = shown.number_of_nodes(), shown.number_of_edges()
    both = {"nodes": ngettext("{n} node", "{n} nodes", nodes), "edges": ngettext("{n} edge", "{n} edges", edges)}
    lines = [_("{nodes} and {edges}.").format(**both)]
    if edges < graph.number_of_edges():
        left = graph.number_of_edges() - edges
        lines[0] += " " + ngettext("{n} lighter edge is left out.", "{n} lighter edges are left out.", left)
    ranked = sorted(shown.degree(), key=lambda pair: (-pair[1], str(pair[0])))[:most]
    names = ", ".join(f"{full_name(shown, n)} ({d})" for n, d in ranked)
    lines.append(_("Most edges: {names}.").format(names=names))
    weighted = [(d["weight"], a, b) for a, b, d in shown.edges(data=True) if "weight" in d]
    if weighted:
        heaviest = sorted(weighted, key=lambda w: (-w[0], str(w[1]), str(w[2])))[:most]
        pairs = "; ".join(f"{full_name(shown, a)} – {full_name(shown, b)} ({w:g})" for w, a, b in heaviest)
        lines.append(_("Heaviest edges: {pairs}.").format(pairs=pairs))
    return "\n".join(lines)
