"""The slides of a plan on a projector: large enough for the last row, turned by the keyboard, with a clock."""

from __future__ import annotations

import pytest

from resolutionkit.classroom.handouts import PLANS, handout
from resolutionkit.classroom.plans import plan
from resolutionkit.language import talking

SMALLEST = """() => Math.min(...[...document.querySelectorAll("main *, footer *")].filter(e => e.textContent.trim())
    .map(e => parseFloat(getComputedStyle(e).fontSize)))"""
OVER = "() => document.documentElement.scrollHeight - innerHeight"


@pytest.fixture(scope="module")
def screen(chromium):
    """A page of the size of a projector."""
    page = chromium.new_page(viewport={"width": 1280, "height": 720})
    yield page
    page.close()


@pytest.fixture
def slides(screen, tmp_path):
    """A way to open the slides of a plan as a file, as a teacher does."""

    def show(letter, language="en"):
        file = tmp_path / f"{letter}-{language}.html"
        with talking(language):
            file.write_text(handout("slides", letter), encoding="utf-8")
        screen.goto(file.as_uri())
        return screen

    return show


@pytest.fixture
def asked(screen):
    """What the page asks for, with the file itself."""
    urls = []

    def note(request):
        urls.append(request.url)

    screen.on("request", note)
    yield urls
    screen.remove_listener("request", note)


@pytest.mark.parametrize("language", ["en", "de"])
@pytest.mark.parametrize("letter", PLANS)
def test_every_slide_can_be_read_from_the_back_and_fits_the_screen(slides, asked, letter, language):
    page = slides(letter, language)
    for _ in plan(letter, language).steps:
        assert page.evaluate(SMALLEST) >= 28
        assert page.evaluate(OVER) <= 0, page.locator("section.on").inner_text()
        page.keyboard.press("ArrowRight")
    assert asked == [page.url.partition("#")[0]]


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
