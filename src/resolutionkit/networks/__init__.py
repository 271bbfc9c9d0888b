"""Tables made into networks: plain networkx graphs in which every edge quotes its paragraph."""

from __future__ import annotations

from resolutionkit.networks.comention import co_mentions
from resolutionkit.networks.graphs import belongs_to, calls_on, citations, cooperation, resources_by_topic
from resolutionkit.networks.weights import edges_table, reweighted

__all__ = [
    "belongs_to",
    "calls_on",
    "citations",
    "co_mentions",
    "cooperation",
    "edges_table",
    "resources_by_topic",
    "reweighted",
]
