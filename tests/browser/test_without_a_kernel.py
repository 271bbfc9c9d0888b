"""A notebook that was run and saved, exported with nbconvert, and opened where there is neither a kernel nor a network."""

from __future__ import annotations

import pytest
from nbconvert import HTMLExporter

from browser.hands import TALL

WIDGETS = """from resolutionkit.drafting.negotiation import starting_draft
from resolutionkit.widgets import *"""
HIDDEN = "() => [...document.querySelectorAll('.rk-words')].map(words => words.getClientRects().length)"


@pytest.fixture
def exported(tab, chromium):
    """Save the notebook in front, and return its page in a browser that reaches no network."""
    contexts = []

    def export():
        tab.ask("async () => { await window.jupyterapp.commands.execute('docmanager:save'); }")
        name = tab.page.evaluate("window.jupyterapp.shell.currentWidget.context.path")
        file = tab.lab.folder / name.replace(".ipynb", ".html")
        file.write_text(HTMLExporter().from_filename(str(tab.lab.folder / name))[0], encoding="utf-8")
        contexts.append(chromium.new_context(offline=True))
        page = contexts[-1].new_page()
        page.goto(file.as_uri(), wait_until="domcontentloaded")
        return page

    yield export
    for context in contexts:
        context.close()


SAID = {
    'guess("00-still", "How many?", ["twelve", "twenty"])': "[ twenty ]",
    'think("01-numbers")': "[ Keep it and show ours ]",
    'quiz("anatomy")': "○ a comma",
    "border_check()": "Traveller 1 of 8",
    "living_network()": "nodes and",
    "paragraph_browser()": "PP1",
    'workbench("still.md", base=starting_draft("en"))': "that criminals cross borders",
}


def test_each_widget_says_what_it_showed(tab, exported):
    tab.page.set_viewport_size(TALL)
    page = tab.show(WIDGETS, *SAID)
    page.wait_for_function(f"({HIDDEN})().length === {len(SAID)}")
    assert page.evaluate(HIDDEN) == [0] * len(SAID), "beside a living widget its words are hidden"
    page = exported()
    words = page.locator(".rk-words").all_inner_texts()
    assert [said for said, shown in zip(SAID.values(), words, strict=True) if said not in shown] == []
    assert page.evaluate(HIDDEN) == [1] * len(SAID)


def test_it_says_what_was_done_last(tab, exported):
    tab.show(WIDGETS, 'guess("00-last", "How many?")')
    tab.page.get_by_placeholder("your guess").fill("31")
    tab.page.get_by_role("button", name="Keep my guess").click()
    tab.page.wait_for_function("() => document.querySelector('.rk-words').textContent.includes('is kept: 31')")
    assert "Your guess is kept: 31." in exported().locator(".rk-words").inner_text()
