"""``data/`` as pandas frames, and who is named where."""

from __future__ import annotations

from resolutionkit.tables.frames import (
    actors,
    aligned_openers,
    glosses,
    in_words,
    mentions,
    metadata,
    opener_count,
    opener_counts,
    relations,
    rows,
    systems,
    topics,
)

__all__ = [
    "actors",
    "aligned_openers",
    "glosses",
    "in_words",
    "mentions",
    "metadata",
    "opener_count",
    "opener_counts",
    "relations",
    "rows",
    "systems",
    "topics",
]
