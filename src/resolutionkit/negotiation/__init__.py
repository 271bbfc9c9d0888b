"""Agreed language: two texts compared, amendments read, applied and undone."""

from __future__ import annotations

from resolutionkit.negotiation.amendments import Amendment, add, delete, replace, replace_words
from resolutionkit.negotiation.apply import Amended, amend
from resolutionkit.negotiation.comparison import Comparison, Pair, compare
from resolutionkit.negotiation.delegations import Phrase, Role, roles, starting_draft
from resolutionkit.negotiation.read import read_amendments

__all__ = [
    "Amended",
    "Amendment",
    "Comparison",
    "Pair",
    "Phrase",
    "Role",
    "add",
    "amend",
    "compare",
    "delete",
    "read_amendments",
    "replace",
    "replace_words",
    "roles",
    "starting_draft",
]
