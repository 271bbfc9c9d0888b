"""Agreed language: two texts compared, amendments read, applied and undone."""

from __future__ import annotations

from resolutionkit.drafting.negotiation.amendments import Amendment, add, delete, replace, replace_words
from resolutionkit.drafting.negotiation.apply import Amended, amend
from resolutionkit.drafting.negotiation.comparison import Comparison, Pair, compare
from resolutionkit.drafting.negotiation.instructions import read_amendments
from resolutionkit.drafting.negotiation.roles import Phrase, Role, roles, starting_draft

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
