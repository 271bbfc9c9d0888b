"""Drafting rules: what an editor of the United Nations would say to a draft, with evidence.

Each rule is a card in ``data/rules/*.toml`` (what, why, source, how often adopted resolutions
keep it, examples) and one short function that finds where a draft breaks it.
"""

from __future__ import annotations

from resolutionkit.drafting.review.cards import Card, example_draft, rule, rule_table
from resolutionkit.drafting.review.engine import review

__all__ = ["Card", "example_draft", "review", "rule", "rule_table"]
