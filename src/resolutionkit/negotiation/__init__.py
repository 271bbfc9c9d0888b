"""Agreed language: two texts compared, amendments read, applied and undone."""

from __future__ import annotations

from resolutionkit.negotiation.comparison import Comparison, Pair, compare

__all__ = ["Comparison", "Pair", "compare"]
