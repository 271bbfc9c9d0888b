"""The kit's widgets as a learner meets them: with mouse or keyboard, in two languages, themes and sizes."""

from __future__ import annotations

import json

import pytest

from browser.hands import TALL, Keyboard, Mouse

WIDGETS = {
    "hello": "from resolutionkit.widgets import hello; hello()",
    "network": "from resolutionkit.widgets import living_network; living_network()",
    "browser": "from resolutionkit.widgets import paragraph_browser; paragraph_browser()",
    "desk": "from resolutionkit.widgets import border_check; border_check()",
    "guess": "from resolutionkit.widgets import guess; guess('00-cut', 'How many?')",
    "think": "from resolutionkit.widgets import think; think('01-numbers')",
}

# (widget, language): what a learner does -> what then stands on the page, one after the other.
STEPS = {
    ("hello", "en"): [("press", "Press me", "Widgets work.")],
    ("hello", "de"): [("press", "Hier klicken", "Widgets funktionieren.")],
    ("network", "en"): [
        ("press", "Who is called upon, and what to use", "36 nodes and 51 edges"),
        ("write", "Find a name or an abbreviation", "SG", ""),
        ("press", "Find", "ersucht den Generalsekretär"),
    ],
    ("network", "de"): [
        ("press", "Wer aufgefordert wird, und was zu nutzen ist", "36 Knoten und 51 Kanten"),
        ("write", "Ein Name oder eine Abkürzung", "SG", ""),
        ("press", "Suchen", "ersucht den Generalsekretär"),
    ],
    ("browser", "en"): [
        ("press", "Next", "das Abkommen von 1997"),
        ("press", "Previous", "Resolution 71/19"),
        ("write", "Paragraph", "OP15", "ersucht den Generalsekretär"),
    ],
    ("browser", "de"): [
        ("press", "Weiter", "das Abkommen von 1997"),
        ("press", "Zurück", "Resolution 71/19"),
        ("write", "Absatz", "OP15", "ersucht den Generalsekretär"),
    ],
    ("desk", "en"): [
        ("write", "Document number", "P1234567", ""),
        ("press", "Scan", "A hit is a reason to ask, not proof"),
        ("write", "Document number", "X1", ""),
        ("press", "Scan", "no hit"),
    ],
    ("desk", "de"): [
        ("write", "Dokumentnummer", "P1234567", ""),
        ("press", "Prüfen", "Ein Treffer ist ein Anlass nachzufragen, kein Beweis"),
        ("write", "Dokumentnummer", "X1", ""),
        ("press", "Prüfen", "kein Treffer"),
    ],
}


def cell(widget: str, language: str) -> str:
    """A cell that shows the widget, as learners type it; a German learner has said so before."""
    german = "import resolutionkit as rk; rk.set_language('de')\n" if language == "de" else ""
    return german + WIDGETS[widget]


FONTS = """() => Array.from(document.querySelectorAll('.living-network svg text')).map(text => getComputedStyle(text).fontFamily)"""
COVERED = """() => {
    const box = (e) => e.getBoundingClientRect(), frame = box(document.querySelector('.living-network .picture'));
    const meet = (a, b) => a.left < b.right - 1 && b.left < a.right - 1 && a.top < b.bottom - 1 && b.top < a.bottom - 1;
    const groups = Array.from(document.querySelectorAll('.living-network svg g')), found = [];
    const names = groups.map(g => g.querySelector('text')).filter(t => getComputedStyle(t).visibility === 'visible');
    names.forEach((name, i) => {
        const b = box(name);
        if (b.left < frame.left || b.right > frame.right || b.top < frame.top || b.bottom > frame.bottom)
            found.push(`${name.textContent} is cut`);
        const others = name.parentNode.matches('.chosen') ? [] : groups.filter(g => g !== name.parentNode);
        for (const dot of others.map(g => g.querySelector('circle')))
            if (meet(b, box(dot))) found.push(`${name.textContent} covers the dot of ${dot.parentNode.textContent}`);
        for (const other of names.slice(i + 1))
            if (meet(b, box(other))) found.push(`${name.textContent} and ${other.textContent} cover each other`);
    });
    return found;
}"""


def test_no_name_of_a_web_covers_a_dot_or_another_name_or_is_cut(tab):
    """The name of the chosen node is always shown: where dots stand close together, it may lie on one of them."""
    page = tab.show(WIDGETS["network"])
    covered = {}
    for network in ("co_mentions", "calls_on", "cooperation"):
        page.click(f".living-network .bar button[name='{network}']")
        page.wait_for_selector(f".living-network .bar button[name='{network}'][aria-pressed='true']")
        page.wait_for_selector(".living-network g.named")
        for node in range(-1, page.locator(".living-network svg g").count()):
            if node >= 0:  # the first look is at the picture of which nothing is chosen
                page.locator(".living-network svg g").nth(node).dispatch_event("click")
                page.wait_for_selector(f".living-network svg g:nth-of-type({node + 1}).chosen")
            covered[network, node] = page.evaluate(COVERED)
        assert len({*page.evaluate(FONTS)}) == 1, "JupyterLab has a style for a class of ours"
    assert {key: said for key, said in covered.items() if said} == {}


@pytest.mark.parametrize("language", ["en", "de"])
def test_no_name_is_cut_by_the_frame(tab, language):
    """What is too long ends with three dots, and nothing else is missing: German names are wider."""
    page = tab.show(cell("network", language))
    page.wait_for_selector(".living-network g")
    cut = {}
    for button in page.locator(".living-network .bar button[name]").all():
        button.click()
        page.wait_for_function(
            "name => document.querySelector(`[name='${name}'][aria-pressed='true']`)",
            arg=(name := button.get_attribute("name")),
        )
        cut[name] = [said for said in page.evaluate(COVERED) if said.endswith("is cut")]
    assert cut
    assert {name: said for name, said in cut.items() if said} == {}


def test_the_first_notebook_opens_at_its_address(tab):
    tab.load("lab/tree/notebooks/00_start.ipynb")
    tab.wait_for_kernel()
    tab.run_all()
    tab.page.wait_for_selector("text=Press me")
    assert tab.elsewhere == []
    assert tab.faults == []


@pytest.mark.parametrize(("widget", "language"), STEPS, ids=["-".join(key) for key in STEPS])
def test_a_widget_does_what_it_is_told(tab, widget, language):
    """In English by the keyboard alone and in the dark, in German by mouse: hands and languages have nothing to do with each other."""
    way, theme = {"en": (Keyboard, "dark"), "de": (Mouse, "light")}[language]
    tab.choose_theme(theme)
    page = tab.show(cell(widget, language))
    output = page.locator(".jp-OutputArea-output").first
    output.locator("button:enabled").first.wait_for()
    hands = way(page)
    for verb, *words, wanted in STEPS[widget, language]:
        getattr(hands, verb)(*words)
        output.get_by_text(wanted).first.wait_for()
    assert page.locator(".jp-Notebook .jp-Cell").count() == 1, "a letter became a command of the notebook"
    assert tab.elsewhere == []
    assert tab.faults == []


CUT_OFF = """area => {
    const edge = area.closest('.jp-Notebook').getBoundingClientRect();
    return Array.from(area.querySelectorAll('button, input, .widget-label, .slider, img'))
        .filter(e => e.offsetParent)
        .filter(e => {
            const box = e.getBoundingClientRect();
            const text = e.matches('button, .widget-label') && e.scrollWidth > e.clientWidth + 1;
            return text || box.left < edge.left - 1 || box.right > edge.right + 1;
        })
        .map(e => e.innerText || e.value || e.className);
}"""


FILLED = "width => Math.abs(document.querySelector('.jp-Notebook').clientWidth - width) < 100"
"""JupyterLab lays its panels out a moment after a window has changed or a side bar has gone."""


@pytest.mark.parametrize("language", ["en", "de"])
def test_no_control_is_cut_off(tab, language):
    """A browser that zooms to 200 % lays a page 1280 wide out as one of 640; it is so high that all widgets are drawn."""
    tab.page.set_viewport_size(TALL)
    page = tab.show(*(cell(widget, language) for widget in WIDGETS))
    cut_off = []
    for width in (1280, 640):
        page.set_viewport_size(TALL | {"width": width})
        if width < 1000:
            page.evaluate("window.jupyterapp.shell.collapseLeft()")  # as anyone who zooms does
            page.wait_for_function(FILLED, arg=width)
        for widget, shown in zip(WIDGETS, page.locator(".jp-Notebook .jp-Cell").all(), strict=True):
            output = shown.locator(".jp-OutputArea-output").first
            output.locator("button:enabled").first.wait_for()
            cut_off += [(width, widget, control) for control in output.evaluate(CUT_OFF)]
    assert cut_off == []


def test_a_resolution_is_read_without_scrolling_sideways(tab):
    page = tab.show("import resolutionkit as rk; rk.load()")
    page.evaluate("window.jupyterapp.shell.collapseLeft()")
    box = page.locator("article.rk-resolution")
    box.wait_for()
    for width in (1280, 640):
        page.set_viewport_size({"width": width, "height": 800})
        page.wait_for_function(FILLED, arg=width)
        assert box.evaluate("e => e.scrollWidth <= e.clientWidth + 1")
        assert box.evaluate(
            "e => e.getBoundingClientRect().right <= e.closest('.jp-Notebook').getBoundingClientRect().right"
        )


def test_what_is_typed_fast_is_kept_whole(tab):
    """While the kernel works, ipywidgets holds keys back, but not a click: the guess 1996 would have been kept as 1."""
    page = tab.show("from resolutionkit.widgets import guess, think\nguess('00-fast', 'When?')", "think('01-numbers')")
    for field, typed in (("input", "1996"), ("textarea", "To cite them later.")):
        page.wait_for_selector(f".jp-OutputArea-output {field}")
        page.evaluate(
            """([field, typed]) => {
                const here = document.querySelector('.jp-OutputArea-output ' + field);
                here.focus();
                for (const letter of typed) document.execCommand('insertText', false, letter);
                here.blur();
                here.closest('.jp-OutputArea-output').querySelector('button').click();
            }""",
            [field, typed],
        )
    page.wait_for_selector("[role=alert]:has-text('Your guess is kept: 1996')")
    page.wait_for_selector("[role=alert]:has-text('One possible answer (ours)')")
    thoughts = json.loads((tab.lab.folder / "my-work" / "thoughts.json").read_text(encoding="utf-8"))
    assert thoughts["01-numbers"] == "To cite them later."


def test_what_a_widget_showed_is_there_when_the_notebook_is_opened_again(tab, lab):
    page = tab.show(
        "from resolutionkit.widgets import guess, quiz\nguess('00-reopened', 'How many?')", "quiz('anatomy-1')"
    )
    name = page.evaluate("window.jupyterapp.shell.currentWidget.context.path")
    page.fill(".jp-OutputArea-output input", "12")
    page.click("button:has-text('Keep my guess')")
    page.wait_for_selector("[role=alert]:has-text('Your guess is kept: 12')")
    page.click(".rk-quiz .rk-option:has-text('a comma')")
    page.wait_for_selector(".rk-quiz .rk-chosen")
    tab.ask("async () => { await window.jupyterapp.commands.execute('docmanager:save') }")
    tab.clear()  # its kernel ends
    tab.open(name)
    page.wait_for_selector("[role=alert]:has-text('Your guess is kept: 12')")
    page.wait_for_selector(".rk-quiz .rk-chosen:has-text('a comma')")
