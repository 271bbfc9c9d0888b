"""Tables made into networks: plain networkx graphs in which every edge quotes its paragraph."""

from __future__ import annotations

from resolutionkit.networks.edges import edges_table, reweighted
from resolutionkit.networks.graphs import belongs_to, calls_on, citations, co_mentions, cooperation, resources_by_topic

NETWORKS = {
    make.__name__: make for make in (co_mentions, calls_on, cooperation, belongs_to, resources_by_topic, citations)
}
"""Every network by the name of its function: pictures, widgets and tests go through this list."""

__all__ = [
    "NETWORKS",
    "belongs_to",
    "calls_on",
    "citations",
    "co_mentions",
    "cooperation",
    "edges_table",
    "resources_by_topic",
    "reweighted",
]
