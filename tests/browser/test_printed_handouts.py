"""How many sheets of A4 a class needs: TEACHING.md says it, and Chromium prints it."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from resolutionkit.classroom.handouts import HANDOUTS, PLANS, handout
from resolutionkit.language import talking

TEACHING = (Path(__file__).parents[2] / "TEACHING.md").read_text(encoding="utf-8")
TOLD = dict(re.findall(r"^\| `(\w+)` \| .+ \| (\d+) \|$", TEACHING, re.MULTILINE))


def test_every_handout_has_its_pages_told():
    assert list(TOLD) == list(HANDOUTS)


@pytest.fixture(scope="module")
def sheet(chromium):
    """The page in which one handout after the other is shown."""
    page = chromium.new_page()
    yield page
    page.close()


def printed(sheet, name, language, *plan):
    """How many pages of A4 a handout takes."""
    with talking(language):
        sheet.set_content(handout(name, *plan))
    return len(re.findall(rb"/Type\s*/Page\b", sheet.pdf(prefer_css_page_size=True)))


@pytest.mark.parametrize("language", ["en", "de"])
@pytest.mark.parametrize("name", HANDOUTS)
def test_a_handout_has_as_many_pages_as_teaching_says(sheet, name, language):
    """What was made for one page has to fit it; of longer ones the fonts of a machine may take or add a page."""
    pages, told = printed(sheet, name, language), int(TOLD[name])
    assert pages == told if told == 1 else abs(pages - told) <= 1


@pytest.mark.parametrize("language", ["en", "de"])
@pytest.mark.parametrize("letter", PLANS)
def test_a_worksheet_and_a_ticket_fit_a_page_and_a_plan_four(sheet, letter, language):
    pages = {name: printed(sheet, name, language, letter) for name in ("plan", "worksheet", "ticket")}
    assert pages.pop("plan") <= 4
    assert set(pages.values()) == {1}
