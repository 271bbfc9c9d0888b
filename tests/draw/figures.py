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

FIGURES = {
    "document": lambda: draw.document_at_a_glance(rk.load()),
    "timeline": lambda: draw.citation_timeline(draw.citation_table(rk.load())),
    "amendments": lambda: draw.amendments_by_paragraph(starting_draft(), [a for r in roles() for a in r.amendments]),
    "together": lambda: draw.network(networks.co_mentions(), min_weight=3),
    "calls on": lambda: draw.network(networks.calls_on()),
    "cooperation": lambda: draw.network(networks.cooperation()),
    "belongs to": lambda: draw.tree(networks.belongs_to()),
    "resources": lambda: draw.two_columns(networks.resources_by_topic()),
    "all together": lambda: draw.network(networks.co_mentions(), min_weight=2),
    "citations": lambda: draw.network(networks.citations()),
}
IN_LESSONS = list(FIGURES)[:8]
NETWORKS = list(FIGURES)[3:]


@functools.cache
def drawn(name: str, language: str = "en") -> Any:
    """A figure, for tests that leave it as it is; the others draw one of their own."""
    with talking(language):
        return FIGURES[name]()
