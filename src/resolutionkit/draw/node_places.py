"""Where the nodes of a network stand: one layout for the printed figure and for the living one."""

from __future__ import annotations

import math
from collections.abc import Hashable
from typing import TYPE_CHECKING

import numpy as np

from resolutionkit.draw.names import only_a_network, short_name

if TYPE_CHECKING:
    import networkx as nx

SEED = 75
"""The same layout on each run."""
Places = dict[Hashable, tuple[float, float]]


def places(graph: nx.Graph) -> Places:
    """Return a place for each node, as the graph's own ``layout`` has it; across and up, both from -1 to 1.

    >>> import networkx as nx
    >>> places(nx.DiGraph([("part", "whole")], layout="outline"))
    {'whole': (-1.0, 1.0), 'part': (1.0, -1.0)}
    """
    layout = graph.graph.get("layout")
    if layout == "outline":
        rows = outline(graph)
        deepest, last = max((depth for _, depth in rows), default=0) or 1, max(len(rows) - 1, 1)
        return {node: (2 * depth / deepest - 1, 1 - 2 * row / last) for row, (node, depth) in enumerate(rows)}
    if layout == "columns":
        return {
            node: (x, 1 - 2 * (row + 0.5) / len(side))
            for x, side in zip((-1.0, 1.0), columns(graph), strict=True)
            for row, node in enumerate(side)
        }
    return web(graph)


def web(graph: nx.Graph) -> Places:
    """Lay out each connected part by itself: the largest left, the others in a column on the right."""
    import networkx as nx

    simple = nx.Graph(graph)
    simple.remove_edges_from(list(nx.selfloop_edges(simple)))
    parts = sorted(nx.connected_components(simple), key=lambda part: (-len(part), min(map(str, part))))
    rows = len(parts) - 1
    wide = 0.75 if rows else 1.0
    found: Places = {}
    for i, part in enumerate(parts):
        # A copy in the order of the graph: views of small parts go through a set, whose order differs from run to run.
        alone = nx.Graph()
        alone.add_nodes_from(node for node in simple if node in part)
        alone.add_edges_from(edge for edge in simple.edges() if edge[0] in part)
        inner = nx.spring_layout(alone, seed=SEED, k=3.2 / math.sqrt(len(part)), iterations=300, weight=None)
        spots = np.array(list(inner.values()))
        low, high = spots.min(axis=0), spots.max(axis=0)
        flat = high - low < 1e-9
        filled = np.where(flat, 0.0, 2 * (spots - low) / np.where(flat, 1.0, high - low) - 1)  # from -1 to 1
        centre, stretch = ((0.82, 1 - (2 * i - 1) / rows), (0.16, 0.55 / rows)) if i else ((wide - 1, 0), (wide, 1))
        found.update(zip(inner, map(tuple, centre + filled * stretch), strict=True))
    return found


def columns(graph: nx.Graph) -> tuple[list[Hashable], list[Hashable]]:
    """The two sides of a bipartite graph, each in an order in which few lines cross."""
    only_a_network(graph)
    left, right = ([n for n, d in graph.nodes(data=True) if d.get("bipartite") == side] for side in (0, 1))
    for _ in range(8):  # sweep both sides: neighbours close to each other
        right.sort(key=lambda n: (_mean_place(graph, n, left), str(n)))
        left.sort(key=lambda n: (_mean_place(graph, n, right), str(n)))
    return left, right


def _mean_place(graph: nx.Graph, node: Hashable, side: list[Hashable]) -> float:
    found = [side.index(n) for n in graph.neighbors(node) if n in side]
    return sum(found) / len(found) if found else 0.0


def outline(graph: nx.DiGraph) -> list[tuple[Hashable, int]]:
    """The nodes of a forest from part to whole, wholes above their parts, each with its depth."""
    only_a_network(graph)
    rows: list[tuple[Hashable, int]] = []

    def add(node: Hashable, depth: int) -> None:
        rows.append((node, depth))
        for part in sorted(graph.predecessors(node), key=lambda n: short_name(graph, n)):
            add(part, depth + 1)

    roots = (n for n in graph if graph.out_degree(n) == 0)
    for root in sorted(roots, key=lambda n: (-len(list(graph.predecessors(n))), str(n))):
        add(root, 0)
    return rows
