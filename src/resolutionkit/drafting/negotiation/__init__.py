"""Agreed language: two texts compared, amendments read, applied and undone."""

from __future__ import annotations

from resolutionkit.drafting.negotiation.amendments import (
    Amendment,
    add,
    delete,
    merge,
    move,
    replace,
    replace_words,
    split,
)
from resolutionkit.drafting.negotiation.apply import Amended, amend
from resolutionkit.drafting.negotiation.comparison import Comparison, Pair, compare
from resolutionkit.drafting.negotiation.delegations import Phrase, Role, roles, starting_draft
from resolutionkit.drafting.negotiation.instructions import read_amendments
from resolutionkit.drafting.negotiation.open_points import OpenPoint, OpenPoints, open_points

__all__ = [
    "Amended",
    "Amendment",
    "Comparison",
    "OpenPoint",
    "OpenPoints",
    "Pair",
    "Phrase",
    "Role",
    "add",
    "amend",
    "compare",
    "delete",
    "merge",
    "move",
    "open_points",
    "read_amendments",
    "replace",
    "replace_words",
    "roles",
    "split",
    "starting_draft",
]
