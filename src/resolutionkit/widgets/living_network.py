"""A network to touch: choose a node by mouse or keyboard, and read where its edges stand in the resolution."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Any

import anywidget
import traitlets

from resolutionkit import draw, networks
from resolutionkit.document.bundled import load
from resolutionkit.document.grammar.labels import read_label
from resolutionkit.draw.names import colour_of, colours_in_words, full_name, short_name
from resolutionkit.draw.network import strong_enough
from resolutionkit.errors import nearest, unknown
from resolutionkit.language import _, language, ngettext
from resolutionkit.tables import in_words
from resolutionkit.widgets.column import how_to_use, show
from resolutionkit.widgets.controls import html

if TYPE_CHECKING:
    import networkx as nx

_HERE = Path(__file__).parent
_NAMES = ("short", "name_en", "name_de")  # where the names of a node stand


class LivingNetwork(anywidget.AnyWidget):
    """The six networks as one picture that answers; ``network`` is the name of a function of ``networks``.

    ``chosen`` is the node whose edges are shown, ``paragraph`` the label of the paragraph whose edges are; ``asked`` is
    what was typed into the search, ``said`` what is answered.

    >>> view = LivingNetwork("calls_on"); view.asked = "SG"; view.chosen, view.said
    ('secretary-general', 'Secretary-General: 1 edge in 1 paragraph.')
    """

    _esm = _HERE / "living_network.js"
    _css = _HERE / "living_network.css"
    names = traitlets.Dict().tag(sync=True)
    words = traitlets.Dict().tag(sync=True)
    labels: traitlets.List[str] = traitlets.List().tag(sync=True)
    current = traitlets.Unicode().tag(sync=True)
    graph = traitlets.Dict().tag(sync=True)
    chosen = traitlets.Unicode().tag(sync=True)
    paragraph = traitlets.Unicode().tag(sync=True)
    asked = traitlets.Unicode().tag(sync=True)
    said = traitlets.Unicode().tag(sync=True)

    def __init__(self, network: str = "co_mentions") -> None:
        if str(network) not in networks.NETWORKS:
            advice = _("These there are: {names}.").format(names=", ".join(networks.NETWORKS))
            raise unknown(network, networks.NETWORKS, expected=_("A network such as {near}"), advice=advice)
        self._graphs: dict[str, nx.Graph] = {}
        self._counted: dict[str, str] = {}
        for name, make in networks.NETWORKS.items():
            graph = make()
            least = graph.graph.get("min_weight", 0)
            self._graphs[name] = strong_enough(graph, least)
            self._counted[name] = draw.network_in_words(graph, min_weight=least).splitlines()[0]
        titles = {name: graph.graph["title"] for name, graph in self._graphs.items()}
        labels = [p.label for p in load().paragraphs]
        how = _("Click a dot, or press Tab and walk along the lines with the arrow keys; Page Down goes to the next.")
        glance = _("The paragraphs of the resolution; those in which it stands are lit")
        words = {"network": _("Network"), "find": _("Find a name or an abbreviation"), "go": _("Find")}
        words |= {"help": how, "glance": glance, "edges": _("edges")}
        super().__init__(names=titles, words=words, labels=labels, current=network)

    @traitlets.observe("current")
    def _show(self, change: object) -> None:
        shown = self._graphs[self.current]
        with self.hold_sync():
            self.chosen = self.paragraph = ""
            self.graph = _drawn(shown)
            self.said = self._counted[self.current]

    @traitlets.observe("chosen", "paragraph")
    def _choose(self, change: Any) -> None:
        """Either a node is chosen or a paragraph."""
        if change.new:
            self.set_trait("paragraph" if change.name == "chosen" else "chosen", "")
        self._tell()

    def _tell(self) -> None:
        """Say how much is lit."""
        graph, places = self._graphs[self.current], [one["label"] for _a, _b, one in self._lit()]
        if self.paragraph:
            said = ngettext("{label}: {n} edge.", "{label}: {n} edges.", len(places))
            self.said = said.format(label=self.paragraph)
        elif self.chosen in graph:
            edges = ngettext("{n} edge", "{n} edges", graph.degree(self.chosen))
            paragraphs = ngettext("{n} paragraph", "{n} paragraphs", len(set(places)))
            said, name = _("{name}: {edges} in {paragraphs}."), full_name(graph, self.chosen)
            self.said = said.format(name=name, edges=edges, paragraphs=paragraphs)
        else:
            self.said = self._counted[self.current]

    @traitlets.observe("asked")
    def _search(self, change: object) -> None:
        asked, graph = " ".join(self.asked.split()), self._graphs[self.current]
        label = read_label(asked)  # "op13(b)" is OP13(b)
        if found := find(graph, asked):
            self.chosen = found
            self._tell()
        elif label in self.labels:
            self.paragraph = label
            self._tell()
        elif asked:
            self.said = self._not_found(asked, graph)

    def _not_found(self, asked: str, graph: nx.Graph) -> str:
        elsewhere = [self.names[name] for name, other in self._graphs.items() if find(other, asked)]
        if elsewhere:
            said = _("“{asked}” is not in this network, but in: {names}.")
            return said.format(asked=asked, names="; ".join(elsewhere))
        near = nearest(asked, [name(graph, node) for node in graph for name in (short_name, full_name)])
        advice = _("Did you mean: {names}?").format(names="; ".join(near)) if near else _("Try a name that you see.")
        return _("“{asked}” names nobody and nothing here.").format(asked=asked) + " " + advice

    def in_words(self) -> str:
        """The network that is shown, what is said of it, and the words that stand beside the picture."""
        words = draw.network_in_words(self._graphs[self.current])
        return html("living_network", "in_words", self.names[self.current], words, self.said, self._lit())

    def _lit(self) -> Iterator[tuple[dict[str, Any], dict[str, Any], dict[str, Any]]]:
        """The statements of the chosen paragraph, or of the chosen node where no paragraph is: both ends, and what is said."""
        for edge in self.graph["edges"]:
            a, b = (self.graph["nodes"][edge[end]] for end in "ab")
            for one in edge["said"]:
                if one["label"] == self.paragraph if self.paragraph else self.chosen in (a["id"], b["id"]):
                    yield a, b, one

    def _ipython_display_(self) -> None:
        show(self, self)

    def __repr__(self) -> str:
        """The network in words, where no widget runs."""
        words = draw.network_in_words(self._graphs[self.current])
        how = how_to_use(_("The living network"))
        return f"{how}\n{self.names[self.current]}: {words}"


def find(graph: nx.Graph, asked: str) -> str:
    """Return the node that is meant: by its name in English or German, its abbreviation, a symbol, or part of a name."""
    wanted = asked.casefold().strip()
    if not wanted:
        return ""
    names = {
        str(node): [str(name).casefold() for name in (node, *(data.get(key, "") for key in _NAMES))]
        for node, data in graph.nodes(data=True)
    }
    whole = [node for node, said in names.items() if wanted in said]
    part = [node for node, said in names.items() if any(wanted in name for name in said)]
    found = whole or (part if len(part) == 1 else [])
    return found[0] if found else ""


def _drawn(graph: nx.Graph) -> dict[str, Any]:
    """What the browser draws: nodes with their places, lines with all that is said of them."""
    places = draw.places(graph)
    number = {node: at for at, node in enumerate(places)}
    nodes = [
        {
            "id": str(node),
            "name": full_name(graph, node),
            "short": short_name(graph, node),
            "x": round(x, 4),
            "y": round(y, 4),
            "side": graph.nodes[node].get("bipartite", -1),
            "colour": colour_of(graph, node),
        }
        for node, (x, y) in places.items()
    ]
    lines: dict[tuple[int, int], list[dict[str, str]]] = {}
    for a, b, data in graph.edges(data=True):
        pair = (number[a], number[b])
        if not graph.is_directed() and pair[::-1] in lines:
            pair = pair[::-1]
        lines.setdefault(pair, []).extend(_statements(data))
    return {
        "nodes": nodes,
        "edges": [{"a": a, "b": b, "said": said} for (a, b), said in lines.items()],
        "key": [list(one) for one in colours_in_words(graph).items()],
        "layout": graph.graph["layout"],
        "title": graph.graph["title"],
        "directed": graph.is_directed(),
    }


def _statements(data: dict[str, Any]) -> list[dict[str, str]]:
    """What is said of a line: paragraph, relation, the German words and our English of them for those who read English."""
    found = [asdict(one) for one in data.get("evidence", ())] or [data]
    relation = in_words(data["relation"])
    english = "quote_en" if language() != "de" else ""
    return [
        {"label": one["label"], "relation": relation, "quote": one["quote"], "quote_en": one.get(english, "")}
        for one in found
    ]
