"""Set phrases and names: their German stands where the table says, and they raise no finding."""

from __future__ import annotations

import re

import pytest

import resolutionkit as rk
from resolutionkit.tables import aligned_openers, rows

ROWS = rows("set_phrases")
IN_75_10 = [row for row in ROWS if row["german_from"] == "75/10"]


IN_ITS_PARAGRAPHS = [row for row in IN_75_10 if row["kind"] != "opener"]


@pytest.mark.parametrize("row", IN_ITS_PARAGRAPHS, ids=[row["en"] for row in IN_ITS_PARAGRAPHS])
def test_german_of_75_10_stands_there(row):
    pattern = re.escape(row["de"]).replace("…", r"\w+")
    assert any(re.search(rf"(?<!\w){pattern}\w{{0,2}}(?!\w)", p.text) for p in rk.load().paragraphs)


def test_openers_of_75_10_open_paragraphs_there():
    openers = {" … ".join(p.opener_parts) for p in rk.load().operative}
    assert {row["de"] for row in IN_75_10 if row["kind"] == "opener"} <= openers


def test_an_opener_of_ours_stands_here_only_where_no_german_was_counted():
    counted = set(aligned_openers().query("part == 'operative'").en)
    assert not counted & {row["en"] for row in ROWS if (row["kind"], row["german_from"]) == ("opener", "ours")}


@pytest.mark.parametrize("row", ROWS, ids=[row["en"] for row in ROWS])
def test_a_phrase_raises_no_finding_of_its_words(row):
    draft = f"The General Assembly,\n\nAware that, {row['en'].replace('…', 'seventy-sixth')}, it matters,\n\nDecides to rest."
    assert [f.code for f in rk.review(draft) if row["kind"] != "opener"] == []
