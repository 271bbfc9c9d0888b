"""Drafting rules: what an editor of the United Nations would say to a draft, with evidence.

Each rule is a card in ``data/rules/*.toml``: what, why, source, how often adopted resolutions keep it, examples.
A card that has a pattern, a kind of opening, or a table of its name in ``data/usage.toml``, is looked for as it is; for the
others a short function in the module of the same name in ``rules/`` finds where a draft breaks the rule.
"""

from resolutionkit.drafting.review.cards import Card, rule, rule_table
from resolutionkit.drafting.review.engine import review
