"""``data/`` as pandas frames, checked when they are read."""

from __future__ import annotations

from resolutionkit.tables.frames import (
    actors,
    aligned_openers,
    glosses,
    mentions,
    metadata,
    opener_count,
    opener_counts,
    relations,
    rows,
    systems,
    topics,
)
from resolutionkit.tables.schema import Schema, read_table

__all__ = [
    "Schema",
    "actors",
    "aligned_openers",
    "glosses",
    "mentions",
    "metadata",
    "opener_count",
    "opener_counts",
    "read_table",
    "relations",
    "rows",
    "systems",
    "topics",
]
