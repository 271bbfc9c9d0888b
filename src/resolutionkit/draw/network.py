"""Networks as pictures, and the same in words."""

from __future__ import annotations

import math
import textwrap
from typing import TYPE_CHECKING, Any

from resolutionkit.draw.label_places import place_labels
from resolutionkit.draw.style import (
    BLUE,
    GREEN,
    GREY,
    INK,
    LINE,
    ORANGE,
    OUTLINE,
    PURPLE,
    SKY,
    VERMILION,
    figure_style,
    new_axes,
)
from resolutionkit.language import Text, _, language

if TYPE_CHECKING:
    import networkx as nx
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

SEED = 75
"""The same layout on each run."""

TYPES: dict[str, tuple[str, str, str]] = {
    "organisation": (BLUE, "organization", "Organisation"),
    "organ": (BLUE, "organ", "Organ"),
    "states": (ORANGE, "states", "Staaten"),
    "offices": (SKY, "office, department, unit", "Büro, Hauptabteilung, Stelle"),
    "authorities": (GREEN, "authorities", "Behörden"),
    "people": (VERMILION, "people and groups", "Menschen und Gruppen"),
    "system": (PURPLE, "system or document", "System oder Dokument"),
    "topic": (GREY, "topic", "Thema"),
}


def group_of(data: dict[str, Any]) -> str:
    """Return the group by which a node is coloured, from its attributes ``kind`` and ``type``.

    >>> group_of({"kind": "actor", "type": "office"}), group_of({"kind": "topic"})
    ('offices', 'topic')
    """
    if data.get("kind") in ("system", "topic", "document"):
        return "topic" if data["kind"] == "topic" else "system"
    kind = str(data.get("type", ""))
    if kind in ("organisation", "group of organisations"):
        return "organisation"
    if kind in ("organ", "committee"):
        return "organ"
    if kind in ("state", "group of states"):
        return "states"
    if "authorit" in kind:
        return "authorities"
    if "person" in kind or "non-state" in kind or "expert" in kind or kind == "official":
        return "people"
    return "offices"


def title_of(graph: nx.Graph) -> str:
    """Return what a graph of :mod:`resolutionkit.networks` shows, as a title.

    >>> import networkx as nx
    >>> title_of(nx.Graph(name="co-mentions"))
    'Who is named together with whom'
    """
    titles = {
        "co-mentions": _("Who is named together with whom"),
        "calls on": _("Who is called upon, and what to use"),
        "cooperation": _("Who works with whom"),
        "belongs to": _("Who belongs to whom"),
        "resources by topic": _("What each resource is used for or against"),
        "citations": _("What the resolution cites"),
    }
    return titles.get(str(graph.name), str(graph.name))


def short_name(graph: nx.Graph, node: str, width: int = 26) -> str:
    """Return a node's abbreviation, or its name in the user's language, wrapped to lines of ``width`` letters.

    >>> import networkx as nx
    >>> g = nx.Graph(); g.add_node("un", name_en="United Nations", short="UN")
    >>> short_name(g, "un")
    'UN'
    """
    data = graph.nodes[node]
    if data.get("short"):
        return str(data["short"])
    name = str(data.get(f"name_{language()}") or data.get("name_en") or node)
    return "\n".join(textwrap.wrap(name, width, max_lines=2, placeholder=" …", break_long_words=False))


def network(
    graph: nx.Graph, *, title: str = "", min_weight: float = 0, size: str = "degree", axes: Axes | None = None
) -> Figure:
    """Draw a graph: dots are nodes, coloured by what they are and larger the more edges they have.

    ``min_weight`` leaves out edges that weigh less (and nodes that then have none); ``size`` is
    "degree" or the name of a node attribute. The layout is the same on each run. The same in words:
    :func:`network_in_words`.

    >>> import networkx as nx
    >>> g = nx.Graph(); g.add_edge("a", "b", weight=2)
    >>> len(network(g).axes)
    1
    """
    import networkx as nx

    shown = _strong_enough(graph, min_weight)
    with figure_style():
        figure: Any
        if axes is None:
            figure, (axes,) = new_axes(11.6, 8.2)
        else:
            figure = axes.figure
        axes.set_axis_off()
        axes.set_title(title or title_of(graph), loc="left")
        if not len(shown):
            axes.text(0.5, 0.5, _("nothing to show"), ha="center", transform=axes.transAxes)
            return figure  # type: ignore[no-any-return]  # Figure, also as the parent of axes
        simple = nx.Graph(shown)
        simple.remove_edges_from(list(nx.selfloop_edges(simple)))
        places = _places(simple)
        axes.set_xlim(-1.18, 1.18)
        axes.set_ylim(-1.12, 1.12)
        figure.canvas.draw()
        nodes = sorted(shown, key=lambda n: (-_importance(shown, n, size), n))
        largest = max(_importance(shown, n, size) for n in nodes) or 1
        areas = [70 + 900 * _importance(shown, n, size) / largest for n in nodes]
        _edges(axes, shown, places)
        axes.scatter(
            [places[n][0] for n in nodes],
            [places[n][1] for n in nodes],
            s=areas,
            c=[TYPES[group_of(shown.nodes[n])][0] for n in nodes],
            edgecolors=INK,
            linewidths=OUTLINE,
            zorder=3,
        )
        radii = [math.sqrt(a / math.pi) * figure.dpi / 72 for a in areas]
        legend(axes, shown)
        place_labels(axes, [places[n] for n in nodes], [short_name(shown, n) for n in nodes], radii)
        return figure  # type: ignore[no-any-return]


def _places(graph: nx.Graph) -> dict[str, tuple[float, float]]:
    """Lay out each connected part by itself: the largest left, the others in a column on the right."""
    import networkx as nx

    parts = sorted(nx.connected_components(graph), key=lambda part: (-len(part), min(part)))
    small = parts[1:]
    width = 2.0 if not small else 1.5
    places: dict[str, tuple[float, float]] = {}
    for i, part in enumerate(parts):
        # A copy in the order of the graph: views of small parts go through a set, whose order differs from run to run.
        alone = graph.__class__()
        alone.add_nodes_from(node for node in graph if node in part)
        alone.add_edges_from(graph.subgraph(part).edges())
        inner = nx.spring_layout(alone, seed=SEED, k=3.2 / math.sqrt(len(part)), iterations=300, weight=None)
        if i == 0:
            centre, stretch = (-1 + width / 2, 0.0), (width / 2, 1.0)
        else:
            rows = len(small)
            centre, stretch = (0.82, 1 - (2 * (i - 1) + 1) / rows), (0.16, 0.55 / rows)
        xs, ys = [p[0] for p in inner.values()], [p[1] for p in inner.values()]
        for node, (x, y) in inner.items():
            across, up = _fill(x, xs), _fill(y, ys)
            places[node] = (centre[0] + across * stretch[0], centre[1] + up * stretch[1])
    return places


def _fill(value: float, values: list[float]) -> float:
    """Stretch a coordinate so that the layout reaches from -1 to 1."""
    low, high = min(values), max(values)
    return 0.0 if high - low < 1e-9 else 2 * (value - low) / (high - low) - 1


def _strong_enough(graph: nx.Graph, min_weight: float) -> nx.Graph:
    shown = graph.copy()
    weak = [
        e
        for e in (graph.edges(keys=True, data=True) if graph.is_multigraph() else graph.edges(data=True))
        if e[-1].get("weight", 1) < min_weight
    ]
    shown.remove_edges_from([e[:-1] for e in weak])
    if min_weight:
        shown.remove_nodes_from([n for n in list(shown) if shown.degree(n) == 0])
    return shown


def _importance(graph: nx.Graph, node: str, size: str) -> float:
    return float(graph.degree(node)) if size == "degree" else float(graph.nodes[node].get(size, 0))


def _edges(axes: Axes, graph: nx.Graph, places: dict[str, Any]) -> None:
    weights = [float(d.get("weight", 1)) for _, _, d in graph.edges(data=True)]
    heaviest = max(weights, default=1.0)
    drawn: set[tuple[str, str]] = set()
    for (a, b), weight in zip(graph.edges(), weights, strict=True):
        if (a, b) in drawn or a == b:
            continue
        drawn.add((a, b))
        width = 0.6 + 2.6 * weight / heaviest if heaviest > 1 else 1.0
        if graph.is_directed():
            axes.annotate(
                "",
                xy=places[b],
                xytext=places[a],
                zorder=1,
                arrowprops={
                    "arrowstyle": "-|>",
                    "color": LINE,
                    "lw": width,
                    "shrinkA": 8,
                    "shrinkB": 12,
                    "mutation_scale": 12,
                },
            )
        else:
            axes.plot([places[a][0], places[b][0]], [places[a][1], places[b][1]], color=LINE, lw=width, zorder=1)


def legend(axes: Axes, graph: nx.Graph) -> None:
    from matplotlib.lines import Line2D

    groups = {group_of(data) for _, data in graph.nodes(data=True)}
    entries: dict[str, str] = {}
    for group in TYPES:
        if group in groups:
            colour, en, de = TYPES[group]
            word = str(Text(en, de))
            entries[colour] = f"{entries[colour]}, {word}" if colour in entries else word
    handles = [
        Line2D([], [], marker="o", ls="", ms=9, color=c, mec=INK, mew=OUTLINE, label=words)
        for c, words in entries.items()
    ]
    figure: Any = axes.figure
    for columns in range(len(handles), 0, -1):  # on one line where there is room
        key = figure.legend(handles=handles, loc="outside lower left", ncols=columns, frameon=False, columnspacing=1.4)
        if columns == 1 or key.get_window_extent(figure.canvas.get_renderer()).width < figure.bbox.width:
            return
        key.remove()


def network_in_words(graph: nx.Graph, most: int = 5) -> str:
    """Say in words what a drawn graph shows: how large it is, who has most edges, and what the heaviest edges are.

    >>> import networkx as nx
    >>> print(network_in_words(nx.Graph([("a", "b"), ("a", "c")])).splitlines()[0])
    3 nodes and 2 edges.
    """
    nodes, edges = graph.number_of_nodes(), graph.number_of_edges()
    lines = [_("{nodes} nodes and {edges} edges.").format(nodes=nodes, edges=edges)]
    ranked = sorted(graph.degree(), key=lambda pair: (-pair[1], pair[0]))[:most]
    names = ", ".join(f"{_name(graph, n)} ({d})" for n, d in ranked)
    lines.append(_("Most edges: {names}.").format(names=names))
    weighted = [(d["weight"], a, b) for a, b, d in graph.edges(data=True) if "weight" in d]
    if weighted:
        heaviest = sorted(weighted, key=lambda w: (-w[0], w[1], w[2]))[:most]
        pairs = "; ".join(f"{_name(graph, a)} – {_name(graph, b)} ({w:g})" for w, a, b in heaviest)
        lines.append(_("Heaviest edges: {pairs}.").format(pairs=pairs))
    return "\n".join(lines)


def _name(graph: nx.Graph, node: str) -> str:
    return str(graph.nodes[node].get(f"name_{language()}") or node)
