"""The first exercise notebook in a real browser, by somebody who knows nothing but what stands in it."""

from __future__ import annotations

import contextlib
from typing import Any

import pytest
from nbconvert import HTMLExporter
from nbformat.v4 import new_code_cell, new_notebook, new_output
from playwright.sync_api import TimeoutError

from browser.hands import TALL
from resolutionkit.classroom import Exercise, exercises_of
from resolutionkit.classroom.outcome import Help


class Learner:
    """Someone with a mouse and a keyboard before an exercise notebook."""

    def __init__(self, tab: Any) -> None:
        self.tab, self.page = tab, tab.page
        self.places = {cell["id"]: n for n, cell in enumerate(tab.cells())}

    def cell(self, name: str) -> Any:
        return self.page.locator(".jp-NotebookPanel:visible .jp-Notebook .jp-Cell").nth(self.places[name])

    def run(self, name: str) -> None:
        """Click beside a cell, press Ctrl-Enter, and wait until it has been run once more."""
        before = self._count(name)
        self._choose(name)
        self.page.keyboard.press("Control+Enter")
        self.page.wait_for_function(
            """([n, before]) => {
                const cell = window.jupyterapp.shell.currentWidget.content.model.cells.get(n);
                return cell.executionCount > before && cell.executionState === 'idle';
            }""",
            arg=[self.places[name], before],
        )

    def _choose(self, name: str) -> None:
        """Click beside a cell until it is the chosen one: while JupyterLab still draws the others, a click may go astray."""
        for _ in range(10):
            self.cell(name).locator(".jp-InputPrompt").click()
            with contextlib.suppress(TimeoutError):
                self.page.wait_for_function(
                    """n => {
                        const notebook = window.jupyterapp.shell.currentWidget.content;
                        return notebook.activeCellIndex === n && notebook.node.contains(document.activeElement);
                    }""",
                    arg=self.places[name],
                    timeout=3_000,
                )
                return
        pytest.fail(f"the cell {name} cannot be chosen")

    def _count(self, name: str) -> int:
        return self.tab.cells()[self.places[name]]["execution_count"] or 0

    def shown(self, name: str) -> str:
        return str(self.cell(name).locator(".jp-Cell-outputArea").inner_text())

    def take_hints(self, e: Exercise) -> str:
        """Take away the # in the hint cell, run it until the last step is there, and read its code."""
        name = f"hint-{e.number.replace('.', '-')}"
        self.cell(name).locator(".cm-line").last.click()
        self.page.keyboard.press("Home")
        self.page.keyboard.press("Delete")
        for step in range(1, len(e.hints) + 3):
            self.run(name)
            assert f"Hint {step} of {len(e.hints) + 2}." in self.shown(name)
        return str(self.cell(name).locator(".jp-Cell-outputArea pre").last.inner_text())

    def answer(self, e: Exercise, code: str) -> None:
        name = f"answer-{e.number.replace('.', '-')}"
        self.cell(name).locator(".cm-content").click()
        self.page.keyboard.press("Control+A")
        self.page.keyboard.insert_text(code)
        self.run(name)


@pytest.fixture
def learner(tab):
    tab.page.set_viewport_size(TALL)
    tab.open("exercises/01_anatomy_exercises.ipynb")
    return Learner(tab)


def test_hints_alone_lead_from_stub_to_full_marks(learner, tab, lab):
    """For a value and for a text, which are the two forms; of all exercises tests/classroom/test_exercise_notebooks.py asks it."""
    for record in lab.folder.rglob("progress*.json"):  # hints go on where an earlier test has left them
        record.unlink()
    learner.run("setup")
    for e in (exercises_of("anatomy")[0], exercises_of("anatomy")[-1]):
        place = e.number.replace(".", "-")
        learner.run(f"answer-{place}")
        learner.run(f"check-{place}")
        assert "Not attempted" in learner.shown(f"check-{place}")
        learner.answer(e, learner.take_hints(e))
        learner.run(f"check-{place}")
        assert ("The form is complete." if e.rubric else "✓ Right.") in learner.shown(f"check-{place}")
        learner.run(f"test-{place}")
        most = e.points - e.reader_points
        assert f"{most} of {most} point" in learner.shown(f"test-{place}")
    learner.run("progress")
    assert "2 of 7 exercises are done." in learner.shown("progress")
    assert tab.elsewhere == []
    assert tab.faults == []


def test_questions_checks_and_points_cannot_be_changed_by_a_slip(learner):
    for name in ("question-1-1", "check-1-1", "test-1-1"):
        learner.cell(name).dblclick()
        learner.page.keyboard.type("x")
    sources = {cell["id"]: cell["source"] for cell in learner.tab.cells()}
    assert sources["check-1-1"] == 'rk.exercise("1.1").check()'
    assert sources["question-1-1"].startswith("## 1.1 ")
    assert sources["test-1-1"].endswith(".score()")


def test_learners_see_no_menu_of_nbgrader(tab):
    menus = tab.page.locator("#jp-MainMenu .lm-MenuBar-itemLabel").all_inner_texts()
    assert "Run" in menus
    assert "Nbgrader" not in menus


def test_progress_opens_the_list_of_all_exercises_with_the_keyboard(tab):
    page = tab.show("import resolutionkit as rk; rk.progress()")
    every = page.locator(".jp-OutputArea-output details table")
    assert not every.is_visible()
    page.locator(".jp-OutputArea-output summary").focus()
    page.keyboard.press("Enter")
    every.wait_for()
    assert every.locator("tbody tr").count() == 46
    page.keyboard.press("Space")
    every.wait_for(state="hidden")
    assert tab.faults == []


def test_code_looks_like_code_in_a_page_that_nbconvert_makes(chromium):
    hint = Help("Hint 1 of 1.", "Copy this:", "def answer():\n    return 1")
    output = new_output("execute_result", {"text/html": hint._repr_html_(), "text/plain": str(hint)}, execution_count=1)
    body, _ = HTMLExporter().from_notebook_node(new_notebook(cells=[new_code_cell("rk.hint()", outputs=[output])]))
    page = chromium.new_page()
    page.route("**/*", lambda route: route.abort())  # the scripts that nbconvert names elsewhere
    page.set_content(body, wait_until="commit")
    code = page.locator(".jp-RenderedHTMLCommon pre").filter(has_text="def answer")
    assert "monospace" in code.evaluate("code => getComputedStyle(code).fontFamily")
    page.close()
