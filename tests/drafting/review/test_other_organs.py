"""Right drafts of organs with other habits than the General Assembly: nothing is said about them."""

from __future__ import annotations

from pathlib import Path

import pytest

import resolutionkit as rk

DRAFTS = sorted((Path(__file__).parent / "organs").glob("*.md"))


@pytest.mark.parametrize("path", DRAFTS, ids=[path.stem for path in DRAFTS])
def test_right_drafts_of_other_organs_are_let_be(path):
    assert [(f.label, f.message) for f in rk.review(path.read_text(encoding="utf-8"))] == []
