"""Networks that have an order: two columns for a bipartite one, an outline for a tree."""

from __future__ import annotations

from typing import TYPE_CHECKING

from resolutionkit.draw.names import colour_of, full_name, wrapped
from resolutionkit.draw.network import graph_axes, group_handles, place_key
from resolutionkit.draw.node_places import columns, outline
from resolutionkit.draw.style import GREY, INK, LINE, OUTLINE, PURPLE, figure_style

if TYPE_CHECKING:
    import networkx as nx
    from matplotlib.figure import Figure


def two_columns(graph: nx.Graph, *, title: str = "") -> Figure:
    """Draw a bipartite graph: nodes with ``bipartite`` 0 on the left, 1 on the right, a line for each edge.

    >>> import networkx as nx
    >>> g = nx.Graph(); g.add_node("iarms", bipartite=0); g.add_node("arms", bipartite=1); g.add_edge("iarms", "arms")
    >>> len(two_columns(g).axes)
    1
    """
    left, right = columns(graph)
    names = {node: wrapped(full_name(graph, node), 46, 2) for node in (*left, *right)}
    lines = {node: 1 + name.count("\n") for node, name in names.items()}  # a name on two needs twice the height
    tallest = max(sum(lines[node] for node in side) for side in (left, right))
    with figure_style():
        axes = graph_axes(graph, title, 12.6, 1.2 + 0.27 * max(tallest, 4))
        axes.set_xlim(0, 10)
        axes.set_ylim(1.02, -0.04)
        heights = {}
        for side, x, colour, align, gap in ((left, 4.1, PURPLE, "right", -0.12), (right, 6.1, GREY, "left", 0.12)):
            whole, at = sum(lines[node] for node in side), 0.0
            for node in side:
                need = lines[node] / whole
                heights[node], at = at + need / 2, at + need
                axes.plot(x, heights[node], "o", color=colour, ms=7, mec=INK, mew=OUTLINE, zorder=3)
                axes.text(x + gap, heights[node], names[node], ha=align, va="center", color=INK, linespacing=1.0)
        edges = {(a, b) if graph.nodes[a].get("bipartite") == 0 else (b, a) for a, b in graph.edges()}
        for a, b in sorted(edges, key=str):  # the same on each run: where lines cross, the last lies on top
            axes.plot([4.1, 6.1], [heights[a], heights[b]], color=LINE, lw=0.9, zorder=1)
        return axes.figure  # type: ignore[return-value]  # Figure, also as the parent of axes


def tree(graph: nx.DiGraph, *, title: str = "") -> Figure:
    """Draw a forest whose edges point from part to whole as an outline, wholes above their parts.

    >>> import networkx as nx
    >>> len(tree(nx.DiGraph([("general-secretariat", "interpol")])).axes)
    1
    """
    rows = outline(graph)
    at = {node: i for i, (node, _depth) in enumerate(rows)}
    with figure_style():
        axes = graph_axes(graph, title, 11.6, 1.0 + 0.29 * max(len(rows), 4))
        axes.set_xlim(-0.2, 10.65)
        axes.set_ylim(len(rows) - 0.4, -0.8)
        for node, depth in rows:
            y, x = at[node], depth * 0.6
            for whole in graph.successors(node):
                axes.plot([x - 0.6, x - 0.6, x], [at[whole], y, y], color=LINE, lw=1, zorder=1)
            axes.plot(x, y, "o", color=colour_of(graph, node), ms=8, mec=INK, mew=OUTLINE, zorder=3)
            short = graph.nodes[node].get("short")
            name = full_name(graph, node) + (f" ({short})" if short else "")
            axes.text(x + 0.16, y, wrapped(name, 104, 1), va="center", color=INK)
        place_key(axes, group_handles(graph), own=True)
        return axes.figure  # type: ignore[return-value]  # Figure, also as the parent of axes
