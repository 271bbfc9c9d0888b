"""The site as a class has it: a static server, Chromium, an empty cache, and no other host that answers.

Always: from the front page to a checked exercise, 00, and the workbench of 06. With RESOLUTIONKIT_EVERYTHING=1, which takes many
minutes: every notebook and every exercise of both editions, and what outlasts a reload.
"""

from __future__ import annotations

import base64
import io
import os
import shutil
import threading
import time
import zipfile
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from resolutionkit.classroom import TOPICS, exercises_of
from resolutionkit.classroom.desk import sources
from resolutionkit.classroom.site.serve import server_for
from resolutionkit.language import talking

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
FIREFOX = shutil.which("firefox-esr")
PYODIDE = os.environ.get("RESOLUTIONKIT_PYODIDE")
everything = pytest.mark.skipif(
    not os.environ.get("RESOLUTIONKIT_EVERYTHING"), reason="RESOLUTIONKIT_EVERYTHING=1 runs it"
)
NOTEBOOKS = [name for name, _ in sources("en")]
EDITIONS = ("", "de/")
"""Where the notebooks of the English and the German edition lie in the site."""
pytestmark = [
    pytest.mark.skipif(not PYODIDE, reason="RESOLUTIONKIT_PYODIDE names no folder with Pyodide 0.27.7"),
    pytest.mark.skipif(not CHROMIUM, reason="no browser: apt-get install chromium"),
]


@pytest.fixture(scope="module")
def port(site):
    with server_for(site) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield server.server_address[1]
        server.shutdown()


@pytest.fixture(scope="module")
def firefox(playwright):
    """Debian's Firefox, which playwright drives as any WebDriver does; its own one lies in no package registry."""
    if not FIREFOX:
        pytest.skip("no Firefox: apt-get install firefox-esr")
    fox = playwright.firefox.launch(channel="moz-firefox", executable_path=FIREFOX)
    try:
        fox.new_context().close()
    except Exception as fault:  # playwright 1.65 asks Firefox 153 for what it does not know yet; 1.60 drives it
        pytest.skip(f"this playwright cannot drive this Firefox: {fault}")
    yield fox
    fox.close()


@pytest.fixture
def open_site(port, chromium, new_tab):
    """Opens the site as somebody who was never there; what was asked of other hosts is seen at the end."""
    tabs = []

    def open_(host: str = "127.0.0.1", load: bool = True) -> Any:
        tabs.append(new_tab(chromium, SimpleNamespace(address=f"http://{host}:{port}/lite", folder=Path()), load))
        return tabs[-1]

    yield open_
    for tab in tabs:
        assert [url for url in tab.elsewhere if f":{port}/" not in url] == []
        tab.page.context.close()


def write(tab: Any, sources: dict[str, str]) -> None:
    """Put other code into cells of the notebook in front, by their names."""
    tab.page.evaluate(
        """sources => {
            for (const cell of window.jupyterapp.shell.currentWidget.content.model.cells)
                if (cell.id in sources) cell.sharedModel.setSource(sources[cell.id]);
        }""",
        sources,
    )


def said(tab: Any) -> dict[str, str]:
    """What each cell says; none may end in an error."""
    texts = {}
    for cell in tab.cells():
        outputs = cell.get("outputs", [])
        assert [o for o in outputs if o["output_type"] == "error" or o.get("name") == "stderr"] == []
        texts[cell["id"]] = "".join(
            str(o.get("text", "")) + str(o.get("data", {}).get("text/plain", "")) for o in outputs
        )
    return texts


FIRST = "exercises/01_anatomy_exercises.ipynb"


def answer(tab: Any, number: str, code: str) -> str:
    """Write an answer into the exercises in front, run them all, and return what the check says."""
    place = number.replace(".", "-")
    write(tab, {f"answer-{place}": code})
    tab.run_all()
    return said(tab)[f"check-{place}"]


def turn_to(tab: Any, notebook: str) -> None:
    """Put the cells of another notebook before the kernel in front: a Python of its own would take seconds to load."""
    tab.ask(
        """async path => {
            const { content } = await window.jupyterapp.serviceManager.contents.get(path, { content: true });
            window.jupyterapp.shell.currentWidget.content.model.fromJSON(content);
        }""",
        notebook,
    )


def test_from_the_front_page_with_an_empty_cache_to_the_first_checked_answer_and_the_workbench(open_site, port):
    """And the first notebook says that all is well, and 06 runs with a living workbench."""
    begin = time.monotonic()
    tab = open_site(load=False)
    tab.page.goto(f"http://127.0.0.1:{port}/")
    tab.page.get_by_role("link", name="Start", exact=True).click()
    tab.page.wait_for_selector(".jp-NotebookPanel .jp-Cell")
    opened = time.monotonic() - begin
    tab.settle()
    tab.wait_for_kernel()
    ready = time.monotonic() - begin
    tab.run_all()
    assert "All is well" in "".join(said(tab).values())
    assert tab.faults == []
    tab.ask("async () => { await window.jupyterapp.commands.execute('docmanager:save') }")
    tab.page.wait_for_function("location.search.includes('00_start.ipynb')")
    tab.page.reload()  # as the first notebook advises: what was open is open again, with what it said
    tab.page.wait_for_selector(".jp-NotebookPanel .jp-Cell")
    tab.settle()
    assert "All is well" in "".join(said(tab).values())
    tab.wait_for_kernel()
    turn_to(tab, FIRST)
    tab.run_all()
    print(f"opened {opened:.1f} s, Python there {ready:.1f} s, checked {time.monotonic() - begin:.1f} s")
    tab.page.wait_for_selector("text=Not attempted", state="attached")
    turn_to(tab, "notebooks/06_drafting.ipynb")
    write(tab, {tab.cells()[-1]["id"]: ""})
    tab.run_all()
    said(tab)
    tab.page.evaluate(
        """() => {
            const book = window.jupyterapp.shell.currentWidget.content;
            return book.scrollToItem(book.widgets.findIndex(cell => cell.model.id === 'cell-03'), 'start');
        }"""
    )
    tab.page.locator(".rk-bench textarea").first.fill(
        "The General Assembly,\n\nRecalling its resolution 75/10.\n\n1. Urges all to act."
    )
    tab.page.wait_for_selector(".rk-finding:has-text('PP1')", state="attached")


@everything
def test_firefox_runs_the_first_notebook(port, firefox, new_tab):
    tab = new_tab(firefox, SimpleNamespace(address=f"http://127.0.0.1:{port}/lite", folder=Path()))
    tab.open("notebooks/00_start.ipynb")
    tab.run_all()
    assert "All is well" in "".join(said(tab).values())
    assert (tab.faults, [url for url in tab.elsewhere if f":{port}/" not in url]) == ([], [])


@everything
@pytest.mark.parametrize("host", ["127.0.0.1", "room.test"])
def test_a_reload_and_a_closed_tab_lose_nothing(open_site, host):
    """room.test stands for the teacher's laptop, from which browsers take neither service workers nor a shared memory."""
    tab = open_site(host)
    tab.open(FIRST)
    assert "Right" in answer(tab, "1.1", "answer_1_1 = 21")
    tab.page.wait_for_timeout(3000)
    for again in ("reload", "close"):
        if again == "close":
            context = tab.page.context
            tab.page.close()
            tab.page = context.new_page()
            tab.page.set_default_timeout(90_000)
        tab.load("lab")
        tab.open(FIRST)
        tab.run_all()
        assert "1 of 7 exercises" in said(tab)["progress"], again


@everything
@pytest.mark.parametrize("host", ["127.0.0.1", "room.test"])
def test_what_was_taken_home_is_uploaded_and_brought_back(open_site, host):
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr("my-work/brief.md", "Über")
    content = base64.b64encode(packed.getvalue()).decode()
    tab = open_site(host)
    tab.open(FIRST)
    tab.ask(
        "content => jupyterapp.serviceManager.contents.save('my-work.zip', {type: 'file', format: 'base64', content})",
        content,
    )
    tab.page.wait_for_timeout(3000)
    write(
        tab,
        {"answer-1-1": "rk.bring_back()\nprint(open(rk.files.work_path('my-work/brief.md'), encoding='utf-8').read())"},
    )
    tab.run_all()
    assert said(tab)["answer-1-1"] == "Über\n"


@everything
@pytest.mark.parametrize("notebook", [name for name in NOTEBOOKS if name.startswith("notebooks")])
@pytest.mark.parametrize("edition", EDITIONS)
def test_every_notebook_runs_to_its_last_cell(open_site, edition, notebook):
    tab = open_site()
    tab.open(edition + notebook)
    tab.run_all()
    said(tab)
    assert tab.faults == []


@everything
@pytest.mark.parametrize("topic", TOPICS)
@pytest.mark.parametrize(
    ("edition", "hint", "done"),
    [
        ("", "Hint 1 of", ("✓ Right.", "The form is complete.")),
        ("de/", "Tipp 1 von", ("✓ Richtig.", "Die Form ist vollständig.")),
    ],
    ids=["en", "de"],
)
def test_every_exercise_hears_wrong_and_right_answers_and_gives_hints(open_site, edition, hint, done, topic):
    tab = open_site()
    tab.open(edition + next(name for name in NOTEBOOKS if name.endswith(f"_{topic}_exercises.ipynb")))
    with talking("de" if edition else "en"):  # in German, drafts are German ones
        places = {e.number.replace(".", "-"): e for e in exercises_of(topic)}
    write(tab, {f"answer-{place}": f"{e.answer_name} = 'no idea'" for place, e in places.items()})
    write(tab, {f"hint-{place}": f'rk.exercise("{e.number}").hint()' for place, e in places.items()})
    tab.run_all()
    wrong = said(tab)
    assert [place for place in places if "✓" in wrong[f"check-{place}"] or hint not in wrong[f"hint-{place}"]] == []
    write(tab, {f"answer-{place}": e.solved for place, e in places.items()})
    tab.run_all()
    right = said(tab)
    assert {
        place: right[f"check-{place}"] for place in places if not any(d in right[f"check-{place}"] for d in done)
    } == {}
    assert tab.faults == []


WORKER = """
importScripts(BASE + "lite/static/kit/start.js");
const ready = loadPyodide({ indexURL: BASE + "lite/static/pyodide/", kitURL: BASE + "lite/static/kit/", packages: [] });
onmessage = async ({ data }) => postMessage(String((await ready).runPython(data)));
"""
ASK = """([worker, code]) => new Promise((done, fail) => {
    const source = new Blob([`const BASE = "${location.origin}/";`, worker], { type: "text/javascript" });
    self.worker ??= new Worker(URL.createObjectURL(source));
    self.worker.onmessage = (message) => done(message.data);
    self.worker.onerror = (fault) => fail(new Error(fault.message));
    self.worker.postMessage(code);
})"""


@everything
def test_work_outlasts_its_kernel_where_a_browser_gives_no_service_worker(port, chromium):
    """The kernel's worker alone, without JupyterLab, at an address that is no secure one."""
    context = chromium.new_context()
    write_it = "import resolutionkit as rk; rk.save('my-work/a/ä.md', 'Über')"
    read_it = "open('my-work/a/ä.md', encoding='utf-8').read()"
    for code, shown in ((write_it, "my-work/a/ä.md"), (read_it, "Über")):
        page = context.new_page()
        page.goto(f"http://room.test:{port}/")
        assert page.evaluate("isSecureContext") is False
        assert page.evaluate(ASK, [WORKER, code]) == shown
        page.wait_for_timeout(5000)
        page.close()
    context.close()
