"""The slides of a plan on a projector: large enough for the last row, turned by the keyboard, with a clock."""

from __future__ import annotations

import pytest

import resolutionkit as rk
from resolutionkit.classroom.handouts import PLANS, handout
from resolutionkit.classroom.plans import plan

SMALLEST = """() => Math.min(...[...document.querySelectorAll("main *, footer *")].filter(e => e.textContent.trim())
    .map(e => parseFloat(getComputedStyle(e).fontSize)))"""
OVER = "() => document.documentElement.scrollHeight - innerHeight"


@pytest.fixture
def slides(chromium, tmp_path):
    """A way to open the slides of a plan as a file, as a teacher does, at the size of a projector."""
    opened = []

    def show(letter, language="en"):
        rk.set_language(language)
        try:
            file = tmp_path / f"{letter}-{language}.html"
            file.write_text(handout("slides", letter), encoding="utf-8")
        finally:
            rk.set_language("en")
        page = chromium.new_page(viewport={"width": 1280, "height": 720})
        opened.append(page)
        page.goto(file.as_uri())
        return page

    yield show
    for page in opened:
        page.close()


@pytest.mark.parametrize("language", ["en", "de"])
@pytest.mark.parametrize("letter", PLANS)
def test_every_slide_can_be_read_from_the_back_and_fits_the_screen(slides, letter, language):
    page = slides(letter, language)
    asked = []
    page.on("request", lambda request: asked.append(request.url))
    for _ in plan(letter, language).steps:
        assert page.evaluate(SMALLEST) >= 28
        assert page.evaluate(OVER) <= 0, page.locator("section.on").inner_text()
        page.keyboard.press("ArrowRight")
    assert not asked


def test_arrows_turn_the_slides_and_t_starts_the_clock(slides):
    page = slides("C")
    page.clock.install()
    page.keyboard.press("ArrowRight")
    assert page.locator("section.on h2").inner_text() == "On Monday"
    assert page.locator("button").inner_text() == "6:00"
    page.keyboard.press("t")
    page.clock.run_for(61_000)
    assert page.locator("button").inner_text() == "4:59"
    page.clock.run_for(300_000)
    assert page.locator("button").inner_text() == "0:00"
    page.keyboard.press("End")
    assert page.locator("section.on h2").inner_text() == "Exit ticket"
    page.keyboard.press("ArrowLeft")
    assert page.locator("section.on h2").inner_text() == "What was that?"
    page.keyboard.press("Home")
    assert page.locator("section.on h1").inner_text() == "Plan C: a negotiation"
