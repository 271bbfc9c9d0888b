"""How many sheets of A4 a class needs: TEACHING.md says it, and Chromium prints it."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import resolutionkit as rk
from resolutionkit.classroom.handouts import HANDOUTS, handout

TEACHING = (Path(__file__).parents[2] / "TEACHING.md").read_text(encoding="utf-8")
TOLD = dict(re.findall(r"^\| `(\w+)` \| .+ \| (\d+) \|$", TEACHING, re.MULTILINE))


def test_every_handout_has_its_pages_told():
    assert list(TOLD) == list(HANDOUTS)


@pytest.mark.parametrize("language", ["en", "de"])
@pytest.mark.parametrize("name", HANDOUTS)
def test_a_handout_has_as_many_pages_as_teaching_says(chromium, name, language):
    """What was made for one page has to fit it; of longer ones the fonts of a machine may take or add a page."""
    rk.set_language(language)
    try:
        html = handout(name)
    finally:
        rk.set_language("en")
    page = chromium.new_page()
    try:
        page.set_content(html)
        printed = page.pdf(prefer_css_page_size=True)
    finally:
        page.close()
    pages, told = len(re.findall(rb"/Type\s*/Page\b", printed)), int(TOLD[name])
    assert pages == told if told == 1 else abs(pages - told) <= 1
