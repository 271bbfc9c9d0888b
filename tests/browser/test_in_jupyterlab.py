"""The kit as a learner meets it: JupyterLab in Chromium."""

from __future__ import annotations

import nbformat
import pytest
from nbformat.v4 import new_code_cell, new_notebook

WIDGETS = {
    "hello": "from resolutionkit.widgets import hello; hello()",
    "explorer": "from resolutionkit.widgets import explorer; explorer()",
    "browser": "from resolutionkit.widgets import paragraph_browser; paragraph_browser()",
    "desk": "from resolutionkit.widgets import border_desk; border_desk()",
}


def notebook_with(lab, name: str) -> str:
    """A notebook with one cell that shows one widget."""
    notebook = new_notebook(cells=[new_code_cell(WIDGETS[name])])
    notebook.metadata["kernelspec"] = {"name": "python3", "display_name": "Python 3", "language": "python"}
    nbformat.write(notebook, lab[1] / f"widget_{name}.ipynb")
    return f"widget_{name}.ipynb"


@pytest.fixture
def shown(lab, tab):
    """Open a notebook with one widget, run it, and return the page once the widget is there."""

    def show(name: str):
        tab.open(notebook_with(lab, name))
        tab.run_all()
        tab.page.wait_for_selector(".jp-OutputArea .jupyter-widgets", timeout=60_000)
        return tab.page

    return show


def press_until(page, wanted: str, key: str = "Tab", most: int = 40) -> None:
    """Move the focus with the keyboard alone until it is on the control with this text."""
    for _ in range(most):
        here = page.evaluate("(document.activeElement.innerText || document.activeElement.value || '').trim()")
        if here == wanted:
            return
        page.keyboard.press(key)
    pytest.fail(f"the keyboard does not reach {wanted!r}")


def test_the_first_notebook_runs_from_top_to_bottom(tab):
    tab.open("00_start.ipynb")
    tab.run_all()
    tab.page.wait_for_selector("text=Press me", timeout=60_000)
    assert tab.page.locator(".jp-RenderedText[data-mime-type='application/vnd.jupyter.stderr']").count() == 0
    assert tab.elsewhere == []
    assert tab.faults == []


def test_the_smallest_widget_answers_the_keyboard(shown):
    page = shown("hello")
    page.locator("button:has-text('Press me')").focus()
    page.keyboard.press("Enter")
    page.wait_for_selector("text=Widgets work")


def test_the_desk_is_used_with_the_keyboard_alone(shown, tab):
    page = shown("desk")
    page.locator(".jp-OutputArea input[type=text]").last.focus()
    page.keyboard.press("Control+A")
    page.keyboard.type("P1234567")
    press_until(page, "Scan")
    page.keyboard.press("Enter")
    page.wait_for_selector("text=A hit is a reason to ask, not proof")
    assert tab.elsewhere == []
    assert tab.faults == []


def test_the_explorer_is_used_with_the_keyboard_alone(shown, tab):
    page = shown("explorer")
    page.locator(".jp-OutputArea button").first.focus()
    press_until(page, "Who is called upon, and what to use")
    page.keyboard.press("Enter")
    page.wait_for_selector("text=36 nodes and 51 edges")
    page.locator(".jp-OutputArea input[type=text]").last.focus()
    page.keyboard.type("Secretary-General")
    page.keyboard.press("Tab")
    page.wait_for_selector("text=ersucht den Generalsekretär")
    assert page.locator(".jp-Notebook .jp-Cell").count() == 1  # no letter became a command of the notebook
    assert tab.elsewhere == []
    assert tab.faults == []


def test_the_paragraph_browser_is_used_with_the_keyboard_alone(shown, tab):
    page = shown("browser")
    page.locator(".jp-OutputArea input[type=text]").focus()
    press_until(page, "Next")
    page.keyboard.press("Enter")
    page.wait_for_selector("text=das Abkommen von 1997")
    assert tab.elsewhere == []
    assert tab.faults == []


@pytest.mark.parametrize("zoom", [1.0, 2.0])
def test_a_paragraph_stays_readable_when_zoomed(tab, zoom):
    tab.open("00_start.ipynb")
    tab.page.evaluate(f"document.body.style.zoom = {zoom}")
    tab.run_all()
    tab.page.wait_for_selector("article.rk-resolution", state="attached", timeout=60_000)
    box = tab.page.locator("article.rk-resolution").first
    assert box.evaluate("e => e.scrollWidth <= e.clientWidth + 2")
