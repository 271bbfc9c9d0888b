"""Networks that have an order: two columns for a bipartite one, an outline for a tree."""

from __future__ import annotations

import textwrap
from typing import TYPE_CHECKING

from resolutionkit.draw.network import TYPES, group_of, legend, short_name, title_of
from resolutionkit.draw.style import GREY, INK, LINE, OUTLINE, PURPLE, figure_style, new_axes

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
    left = [n for n, d in graph.nodes(data=True) if d.get("bipartite") == 0]
    right = [n for n, d in graph.nodes(data=True) if d.get("bipartite") == 1]
    for _ in range(8):  # sweep both sides: neighbours close to each other, few crossings
        right.sort(key=lambda n: (_mean_place(graph, n, left), n))
        left.sort(key=lambda n: (_mean_place(graph, n, right), n))
    with figure_style():
        figure, (axes,) = new_axes(12.6, 1.2 + 0.29 * max(len(left), len(right), 4))
        axes.set_axis_off()
        axes.set_xlim(0, 10)
        axes.set_ylim(1.02, -0.04)
        heights = {n: (i + 0.5) / len(side) for side in (left, right) for i, n in enumerate(side)}
        edges = {(a, b) if graph.nodes[a].get("bipartite") == 0 else (b, a) for a, b in graph.edges()}
        for a, b in sorted(edges):  # the same on each run: where lines cross, the last lies on top
            axes.plot([3.6, 6.4], [heights[a], heights[b]], color=LINE, lw=0.9, zorder=1)
        for side, x, colour, align, gap in ((left, 3.6, PURPLE, "right", -0.12), (right, 6.4, GREY, "left", 0.12)):
            for n in side:
                axes.plot(x, heights[n], "o", color=colour, ms=7, mec=INK, mew=OUTLINE, zorder=3)
                name = short_name(graph, n, 44).replace("\n", " ")
                axes.text(
                    x + gap,
                    heights[n],
                    textwrap.shorten(name, 46, placeholder=" …"),
                    ha=align,
                    va="center",
                    color=INK,
                )
        axes.set_title(title or title_of(graph))
        return figure


def _mean_place(graph: nx.Graph, node: str, side: list[str]) -> float:
    places = [side.index(n) for n in graph.neighbors(node) if n in side]
    return sum(places) / len(places) if places else 0.0


def tree(graph: nx.DiGraph, *, title: str = "") -> Figure:
    """Draw a forest whose edges point from part to whole as an outline, wholes above their parts.

    >>> import networkx as nx
    >>> len(tree(nx.DiGraph([("general-secretariat", "interpol")])).axes)
    1
    """
    rows = _outline(graph)
    with figure_style():
        figure, (axes,) = new_axes(11.2, 1.0 + 0.29 * max(len(rows), 4))
        axes.set_axis_off()
        axes.set_xlim(-0.2, 10.65)
        axes.set_ylim(len(rows) - 0.4, -0.8)
        at = {node: i for i, (node, _) in enumerate(rows)}
        for node, depth in rows:
            y = at[node]
            for whole in graph.successors(node):
                axes.plot([depth - 1, depth - 1, depth], [at[whole], y, y], color=LINE, lw=1, zorder=1)
            axes.plot(depth, y, "o", color=TYPES[group_of(graph.nodes[node])][0], ms=8, mec=INK, mew=OUTLINE, zorder=3)
            axes.text(depth + 0.18, y, short_name(graph, node, 90), va="center", color=INK)
        axes.set_title(title or title_of(graph))
        legend(axes, graph)
        return figure


def _outline(graph: nx.DiGraph) -> list[tuple[str, int]]:
    rows: list[tuple[str, int]] = []

    def add(node: str, depth: int) -> None:
        rows.append((node, depth))
        for part in sorted(graph.predecessors(node), key=lambda n: short_name(graph, n)):
            add(part, depth + 1)

    for root in sorted(
        (n for n in graph if graph.out_degree(n) == 0), key=lambda n: (-len(list(graph.predecessors(n))), n)
    ):
        add(root, 0)
    return rows
