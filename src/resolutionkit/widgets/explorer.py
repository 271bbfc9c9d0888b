"""The network explorer: choose a graph, narrow it down, pick a node, and read where its edges stand."""

from __future__ import annotations

import base64
import io
from collections.abc import Callable
from html import escape
from typing import TYPE_CHECKING, Any

from resolutionkit import draw, networks, tables
from resolutionkit.document.bundled import load
from resolutionkit.language import _, language, pgettext
from resolutionkit.widgets.column import column
from resolutionkit.widgets.controls import Choice

if TYPE_CHECKING:
    import networkx as nx

_GRAPHS: dict[str, Callable[[], nx.Graph]] = {
    "co_mentions": networks.co_mentions,
    "calls_on": networks.calls_on,
    "cooperation": networks.cooperation,
    "belongs_to": networks.belongs_to,
    "resources_by_topic": networks.resources_by_topic,
    "citations": networks.citations,
}


class Explorer:
    """What the reader chose, and the widget that shows it.

    ``graph_choice``, ``relation_choice``, ``topic_choice``, ``first_paragraph``, ``last_paragraph`` and
    ``node_choice`` are the controls, ``picture``, ``words`` and ``table`` what they lead to; ``graph`` is what is shown now.

    >>> Explorer().graph_choice.value
    'co_mentions'
    """

    def __init__(self) -> None:
        import ipywidgets as widgets

        self.graph_choice = widgets.ToggleButtons(
            options=[(draw.title_of(graph()), name) for name, graph in _GRAPHS.items()],
            description=_("Network"),
            style={"description_width": "11em", "button_width": "auto"},
        )
        topics = sorted((row[f"name_{language()}"], row["id"]) for row in tables.rows("topics"))
        everything = _("all")
        self.relation_choice = Choice(_("Relation"), {}, everything)
        self.topic_choice = Choice(_("Topic"), dict(topics), everything)
        self._labels = [p.label for p in load().paragraphs]
        places = {label: label for label in self._labels}
        self.first_paragraph = Choice(_("From paragraph"), places, self._labels[0])
        self.last_paragraph = Choice(_("To paragraph"), places, self._labels[-1])
        self.node_choice = Choice(_("Node"), {}, _("type a name"))
        self.picture = widgets.HTML()
        self.words = widgets.HTML()
        self.table = widgets.HTML()
        self.graph: nx.Graph = _GRAPHS["co_mentions"]()
        self.graph_choice.observe(lambda _: self._graph_changed(), "value")
        self.relation_choice.on_change(self._redraw)
        self.topic_choice.on_change(self._redraw)
        self.first_paragraph.on_change(self._redraw)
        self.last_paragraph.on_change(self._redraw)
        self.node_choice.on_change(self._show_edges)
        fields = (self.relation_choice, self.topic_choice, self.first_paragraph, self.last_paragraph)
        controls = [self.graph_choice, *(choice.field for choice in fields)]
        self.widget = column(
            [*controls, self.picture, self.words, self.node_choice.field, self.table],
            _("The network explorer"),
        )
        self._graph_changed()

    def _graph_changed(self) -> None:
        full = _GRAPHS[self.graph_choice.value]()
        self.relation_choice.offer({r: r for r in sorted({data["relation"] for _, _, data in full.edges(data=True)})})
        self._redraw()

    def _redraw(self) -> None:
        self.graph = self._narrowed(_GRAPHS[self.graph_choice.value]())
        self.node_choice.offer(dict(sorted((self._name(node), node) for node in self.graph)))
        self._show_edges()
        with draw.off_screen():
            self.picture.value = _image(_drawn(self.graph), draw.title_of(self.graph))
        said = draw.network_in_words(self.graph)
        self.words.value = f"<p>{escape(said).replace(chr(10), '<br>')}</p>"

    def _narrowed(self, graph: nx.Graph) -> nx.Graph:
        """Take out the edges that the choices exclude, and the nodes that then have none."""
        first = self._labels.index(self.first_paragraph.value or self._labels[0])
        last = self._labels.index(self.last_paragraph.value or self._labels[-1])
        wanted = set(self._labels[min(first, last) : max(first, last) + 1])
        topic = self.topic_choice.value
        about = (
            {row["paragraph"] for row in tables.mentions().to_dict("records") if row["entity"] == topic}
            if topic
            else wanted
        )
        wanted &= about
        relation = self.relation_choice.value
        shown = graph.copy()
        for edge in list(graph.edges(keys=True, data=True) if graph.is_multigraph() else graph.edges(data=True)):
            data = edge[-1]
            places = set(data.get("labels") or (data["label"],)) & wanted
            if not places or (relation and data["relation"] != relation):
                shown.remove_edge(*edge[:-1])
            elif "weight" in data:
                shown.edges[edge[:-1]]["weight"] = len(places)
        shown.remove_nodes_from([node for node in list(shown) if shown.degree(node) == 0])
        return shown

    def _name(self, node: str) -> str:
        return str(self.graph.nodes[node].get(f"name_{language()}") or node)

    def _show_edges(self) -> None:
        node = self.node_choice.value
        if not node:
            self.table.value = "<p>" + _("Pick a node to read its edges.") + "</p>"
            return
        rows = []
        for a, b, data in self.graph.edges(data=True):
            if node in (a, b):
                places = ", ".join(data.get("labels") or (data["label"],))
                cells = (self._name(a), data["relation"], self._name(b), places, data["quote"], data["gloss"])
                rows.append(
                    "<tr>"
                    + "".join(f"<td style='text-align:left;vertical-align:top'>{escape(c)}</td>" for c in cells)
                    + "</tr>"
                )
        heads = (
            _("from"),
            _("relation"),
            pgettext("head of a column", "to"),
            _("paragraphs"),
            _("quote"),
            _("in plain English"),
        )
        head = "".join(f"<th style='text-align:left'>{h}</th>" for h in heads)
        self.table.value = f"<table><thead><tr>{head}</tr></thead><tbody>{''.join(rows)}</tbody></table>"

    def _repr_mimebundle_(self, **kwargs: Any) -> Any:
        return self.widget._repr_mimebundle_(**kwargs)


def explorer() -> Explorer:
    """Show the network explorer.

    >>> explorer().graph.has_edge("un", "interpol")
    True
    """
    return Explorer()


def _drawn(graph: nx.Graph) -> Any:
    if graph.name == "belongs to" and len(graph):
        return draw.tree(graph)
    if graph.name == "resources by topic" and len(graph):
        return draw.two_columns(graph)
    heavy = graph.name == "co-mentions" and graph.number_of_edges() > 60
    return draw.network(graph, min_weight=2 if heavy else 0)


def _image(figure: Any, title: str) -> str:
    """The picture with a name for those who cannot see it; ipywidgets' own images have none."""
    page = io.BytesIO()
    figure.savefig(page, format="png")
    alt = _("{title}: the same stands in words below").format(title=title)
    content = base64.b64encode(page.getvalue()).decode("ascii")
    return f'<img alt="{escape(alt)}" style="max-width:100%" src="data:image/png;base64,{content}">'
