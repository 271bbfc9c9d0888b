"""The figures of the kit, each drawn once for all tests that only look at it."""

from __future__ import annotations

import functools
from typing import Any

import matplotlib as mpl

mpl.use("Agg")

import resolutionkit as rk
from resolutionkit import draw, networks
from resolutionkit.drafting.negotiation import roles, starting_draft
from resolutionkit.language import talking


def network(name: str) -> Any:
    """One of the networks, drawn as its layout asks."""
    graph = networks.NETWORKS[name]()
    if graph.graph["layout"] == "web":
        return draw.network(graph, min_weight=graph.graph.get("min_weight", 0))
    return {"outline": draw.tree, "columns": draw.two_columns}[graph.graph["layout"]](graph)


FIGURES = {
    "document": lambda: draw.document_at_a_glance(rk.load()),
    "timeline": lambda: draw.citation_timeline(draw.citation_table(rk.load())),
    "amendments": lambda: draw.amendments_by_paragraph(starting_draft(), [a for r in roles() for a in r.amendments]),
    "together": lambda: draw.network(networks.co_mentions(), min_weight=3),
} | {name: functools.partial(network, name) for name in networks.NETWORKS}
IN_LESSONS = [*list(FIGURES)[:4], "calls_on", "cooperation", "belongs_to", "resources_by_topic"]
NETWORKS = list(FIGURES)[3:]


@functools.cache
def drawn(name: str, language: str = "en") -> Any:
    """A figure, for tests that leave it as it is; the others draw one of their own."""
    with talking(language):
        return FIGURES[name]()
