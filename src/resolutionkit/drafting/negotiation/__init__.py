"""Agreed language: two texts compared, amendments read, applied and undone."""

from resolutionkit.drafting.negotiation.amendments import Amendment
from resolutionkit.drafting.negotiation.apply import Amended, amend
from resolutionkit.drafting.negotiation.comparison import Comparison, Pair, compare
from resolutionkit.drafting.negotiation.delegations import Role, roles, starting_draft
from resolutionkit.drafting.negotiation.instructions import read_amendments
from resolutionkit.drafting.negotiation.open_points import OpenPoints, open_points
