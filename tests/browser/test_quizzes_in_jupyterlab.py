"""Quizzes as learners answer them: by mouse, by keyboard alone, in German, in the dark and enlarged."""

from __future__ import annotations

import re

import pytest

import resolutionkit as rk
from resolutionkit.classroom.quizzes import Choose, Order
from resolutionkit.classroom.twin_forms import handed, items, scores
from resolutionkit.language import talking

CONTROLS = ".rk-quiz button:visible:enabled"
FOCUSED = "document.activeElement.innerText.trim()"


@pytest.fixture
def shown(tab):
    """Show a quiz (or what another cell shows), and return the page once it is there."""

    def show(name: str, language: str = "en", cell: str = "widgets.quiz({name!r})"):
        code = f"import resolutionkit as rk\nrk.set_language({language!r})\n"
        page = tab.show(f"{code}from resolutionkit import widgets\n{cell.format(name=name)}")
        page.wait_for_selector(CONTROLS)
        return page

    return show


class Mouse:
    """Presses the control whose words are these, whatever sign stands before them."""

    def __init__(self, page) -> None:
        self.page = page

    def find(self, words: str):
        return self.page.locator(CONTROLS).filter(has_text=re.compile(rf"^\W*{re.escape(words)}\W*$")).first

    def press(self, words: str) -> None:
        self.find(words).click()


class Keyboard(Mouse):
    """Goes to a control with Tab and Shift+Tab and presses Enter; it never touches the mouse."""

    def press(self, words: str) -> None:
        wanted = self.find(words)
        wanted.wait_for()
        for _ in range(40):
            place = "(e) => e.compareDocumentPosition(document.activeElement)"
            where = wanted.evaluate(place)
            if where == 0:  # the focus is on it
                return self.page.keyboard.press("Enter")
            self.page.keyboard.press("Shift+Tab" if where & 4 else "Tab")
        pytest.fail(f"the keyboard does not reach {words!r}")


def answer(hand, question) -> None:
    """Give the right answer."""
    if isinstance(question, Choose):
        for option in question.options:
            if option.right:
                hand.press(str(option.says))
    elif isinstance(question, Order):
        order = [str(option.says) for option in question.shown]
        for place, option in enumerate(question.options):
            at = order.index(str(option.says))
            if at > place:
                hand.press(f"{at + 1}. {option.says}")
                for _ in range(at - place):
                    hand.press("Move up")
                hand.press(f"{place + 1}. ↕ {option.says}")  # let go
            order.insert(place, order.pop(at))
    else:
        for option in question.named.values():
            hand.press(str(option.to))


CONTRAST = """(root) => {
    const rgba = c => { const n = c.match(/[\\d.]+/g).map(Number); return n.length < 4 ? [...n, 1] : n }
    const over = (f, b) => [0, 1, 2].map(i => f[i] * f[3] + b[i] * (1 - f[3])).concat(1)
    const light = c => c.slice(0, 3).map(v => v / 255).map(v => v <= .03928 ? v / 12.92 : ((v + .055) / 1.055) ** 2.4)
        .reduce((sum, v, i) => sum + v * [.2126, .7152, .0722][i], 0)
    const ground = e => { const c = e ? rgba(getComputedStyle(e).backgroundColor) : [255, 255, 255, 1]
        return c[3] === 1 ? c : over(c, ground(e.parentElement)) }
    const found = []
    for (const e of root.querySelectorAll('*')) {
        const own = [...e.childNodes].some(n => n.nodeType === 3 && n.data.trim())
        if (!own || !e.checkVisibility() || e.tagName === 'STYLE') continue
        const back = ground(e), front = over(rgba(getComputedStyle(e).color), back)
        const [a, b] = [light(front), light(back)].sort((x, y) => y - x)
        found.push([(a + .05) / (b + .05), e.innerText.slice(0, 40), e.disabled === true])
    }
    return found
}"""
"""axe does not find the text of JupyterLab's panels and judges its contrast not at all, so this measures it (WCAG 2.1)."""


@pytest.mark.parametrize(("topic", "hand"), [("anatomy", Mouse), ("words", Keyboard)])
def test_a_quiz_is_answered_to_the_end(shown, tab, topic, hand):
    """Each of the two has questions of all three kinds."""
    page = shown(topic)
    page.locator(CONTROLS).first.focus()
    for number, question in enumerate(rk.quiz(topic), 1):
        answer(hand(page), question)
        hand(page).press("Check")
        said = f"{number} of 6 · right so far: {number}" if number < 6 else "All 6 are right. Next: the exercises"
        page.wait_for_selector(f"text={said}")
        assert page.evaluate(FOCUSED) == "Check"  # the focus stays where the learner is
        if number < 6:
            hand(page).press("Next")
            page.wait_for_selector(f"text={number + 1} of 6")
    assert page.locator(".jp-Notebook .jp-Cell").count() == 1  # no key became a command of the notebook
    assert tab.elsewhere == []
    assert tab.faults == []


def test_a_choice_can_be_taken_back_with_the_space_bar(shown):
    page = shown("anatomy-1")
    page.locator(CONTROLS).first.focus()
    for sign in "●○●":
        page.keyboard.press("Space")
        page.wait_for_selector(f"button:has-text('{sign} a semicolon')")
    assert page.evaluate(FOCUSED) == "● a semicolon"


def test_a_wrong_answer_is_explained_and_the_next_one_is_not_told_the_same(shown):
    page = shown("anatomy-1")
    Mouse(page).press("a semicolon")
    Mouse(page).press("Check")
    page.wait_for_selector("text=Semicolons end operative paragraphs")
    Mouse(page).press("a comma")
    page.wait_for_selector("text=Semicolons end operative paragraphs", state="hidden")


@pytest.mark.parametrize(("theme", "language", "zoom"), [("light", "en", 1), ("dark", "de", 2)])
def test_readable_for_everybody(shown, tab, theme, language, zoom):
    """Colours have nothing to do with widths, and the longer German words need most room where there is least."""
    from axe_playwright_python.sync_playwright import Axe

    tab.choose_theme(theme)
    tab.page.set_viewport_size({"width": 1280 // zoom, "height": 800 // zoom})  # what zooming by this factor leaves
    page = shown("anatomy", language)
    for number in range(6):
        page.locator(CONTROLS).nth(1).click()
        page.locator(".rk-check:visible").click()
        page.wait_for_selector(".rk-quiz [role=alert]:visible")
        found = Axe().run(page, context=".rk-quiz").response
        assert "button-name" in {p["id"] for p in found["passes"]}  # it did look
        assert [v["id"] for v in found["violations"]] == []
        measured = page.locator(".rk-quiz").evaluate(CONTRAST)
        assert len(measured) > 8
        assert [m for m in measured if m[0] < 4.5] == []
        wide = "e => e.scrollWidth > e.clientWidth + 1"
        assert not [b.inner_text() for b in page.locator(CONTROLS).all() if b.evaluate(wide)]
        assert not page.locator(".rk-quiz").evaluate(wide)
        if number < 5:
            page.locator(".rk-act:visible").last.click()
            page.wait_for_selector(f"text={number + 2} {'of' if language == 'en' else 'von'} 6")


@pytest.mark.parametrize(
    ("hand", "occasion", "form", "language", "said"),
    [
        (Mouse, "before", "A", "en", "Handed in: 6 of 6 answered."),
        (Keyboard, "after", "B", "de", "Abgegeben: 6 von 6 beantwortet."),
    ],
)
def test_a_form_of_the_test_before_and_after_is_handed_in(shown, tab, hand, occasion, form, language, said):
    page = shown(occasion, language, f"widgets.test({{name!r}}, form={form!r}, plan='C')")
    page.locator(CONTROLS).first.focus()
    with talking(language):
        for item in items(form, "C"):
            answer(hand(page), item.question)
    hand(page).press("Hand in" if language == "en" else "Abgeben")
    page.wait_for_selector(f"text={said}")
    row = handed(tab.lab.folder / "my-work" / "tests.json")[occasion]
    assert set(scores(row).values()) == {1}
    assert tab.faults == []
