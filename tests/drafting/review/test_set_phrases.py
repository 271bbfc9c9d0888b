"""Set phrases and names: their German stands where the table says, and they raise no finding."""

from __future__ import annotations

import re

import pytest

import resolutionkit as rk
from resolutionkit.tables import aligned_openers, rows

ROWS = rows("set_phrases")
IN_75_10 = [row for row in ROWS if row["german_from"] == "75/10"]


@pytest.mark.parametrize("row", IN_75_10, ids=[row["en"] for row in IN_75_10])
def test_german_of_75_10_stands_there(row):
    pattern = re.escape(row["de"]).replace("…", r"\w+")
    assert any(re.search(rf"(?<!\w){pattern}\w{{0,2}}(?!\w)", p.text) for p in rk.load().paragraphs)


def test_an_opener_stands_here_only_where_no_german_was_counted():
    counted = set(aligned_openers().query("part == 'operative'").en)
    assert not counted & {row["en"] for row in ROWS if row["kind"] == "opener"}


@pytest.mark.parametrize("row", ROWS, ids=[row["en"] for row in ROWS])
def test_a_phrase_raises_no_finding_of_its_words(row):
    draft = f"The General Assembly,\n\nAware that, {row['en'].replace('…', 'seventy-sixth')}, it matters,\n\nDecides to rest."
    assert [f.code for f in rk.review(draft) if row["kind"] != "opener"] == []
