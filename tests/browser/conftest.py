"""A real JupyterLab on loopback and a real Chromium, as a learner has them.

One server, one browser and one page serve all tests: a page of JupyterLab takes three seconds to load.
Between two tests everything is closed and every kernel ended. Tests wait for states, which they ask
JupyterLab itself for, and never for a time: on a busy machine everything may take ten times as long.
"""

from __future__ import annotations

import contextlib
import io
import itertools
import json
import os
import re
import shutil
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path
from typing import Any, NamedTuple

import nbformat
import pytest
from forked_kernels import use_forked_kernels
from nbformat.v4 import new_code_cell, new_notebook

from resolutionkit.classroom.desk import sources
from resolutionkit.classroom.site.build import make_site
from resolutionkit.language import DESK_MARK

ROOT = Path(__file__).parents[2]
CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    # What asks for another host is seen, and gets nothing. room.test stands for another computer in the room: http without the
    # rights that a browser gives to its own computer alone.
    "--host-resolver-rules=MAP room.test 127.0.0.1, MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
]
PATIENCE = 90_000
"""Milliseconds after which a state that does not come is a fault: far more than a busy machine needs."""

NUMBERS = itertools.count(1)

VIEWPORT = {"width": 1280, "height": 800}
"""What a projector in a classroom shows."""


class Lab(NamedTuple):
    """A running JupyterLab: where it answers, and the folder that it shows."""

    address: str
    folder: Path


def installed_chromium() -> str:
    """The browser of the machine; the test is skipped where there is none."""
    if CHROMIUM is None:
        if os.environ.get("CI"):
            pytest.fail("CI needs a browser: apt-get install chromium")
        pytest.skip("no browser: install Chromium (Debian: apt-get install chromium) to run the browser tests")
    return CHROMIUM


@pytest.fixture(scope="package")
def lab(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Lab]:
    """A JupyterLab on an English desk, and on a German one in its folder ``de``; skipped where no browser is installed."""
    installed_chromium()
    home = tmp_path_factory.mktemp("home")
    kit = home / "kit"
    for desk, language in ((kit, "en"), (kit / "de", "de")):
        for name, notebook in sources(language):
            (desk / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(notebook, desk / name)
        (desk / DESK_MARK).write_text(json.dumps({"language": language}), encoding="utf-8")
    overrides = ROOT / "environment" / "overlay" / "share" / "jupyter" / "lab" / "settings" / "overrides.json"
    for name, values in json.loads(overrides.read_text(encoding="utf-8")).items():  # what start.py sets for learners
        extension, _, plugin = name.partition(":")
        settings = home / "settings" / extension
        settings.mkdir(parents=True, exist_ok=True)
        (settings / f"{plugin}.jupyterlab-settings").write_text(json.dumps(values), encoding="utf-8")
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        port = listener.getsockname()[1]
    use_forked_kernels()
    ours = ("RESOLUTIONKIT_LANGUAGE", "RESOLUTIONKIT_WORK")  # the desk says it, and keeps what is written
    environment = {
        **{name: value for name, value in os.environ.items() if name not in ours},
        "HOME": str(home),
        "JUPYTERLAB_SETTINGS_DIR": str(home / "settings"),
        "JUPYTERLAB_WORKSPACES_DIR": str(home / "workspaces"),
        "JUPYTER_CONFIG_DIR": str(home / "config"),
        "JUPYTER_RUNTIME_DIR": str(home / "runtime"),
        "PYTHONPATH": str(ROOT / "src"),
    }
    command = [sys.executable, "-m", "jupyterlab", "--no-browser", "--allow-root", f"--port={port}"]
    command += [
        "--IdentityProvider.token=",
        "--LabApp.expose_app_in_browser=True",
        "--ServerApp.disable_check_xsrf=True",
    ]
    command += [f"--ServerApp.root_dir={kit}"]
    with (home / "lab.log").open("wb") as log:
        server = subprocess.Popen(command, env=environment, stdout=log, stderr=log)
        try:
            _wait_for(f"http://127.0.0.1:{port}/api", server, home / "lab.log")
            yield Lab(f"http://127.0.0.1:{port}", kit)
        finally:
            server.terminate()
            try:
                server.wait(timeout=30)
            except subprocess.TimeoutExpired:
                server.kill()


@pytest.fixture(scope="package")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site that both editions are built into, with Pyodide where there is one beside the project."""
    if not find_spec("jupyterlite_core"):
        pytest.skip("JupyterLite is not installed: pip install '.[site]'")
    pyodide = os.environ.get("RESOLUTIONKIT_PYODIDE")
    with contextlib.redirect_stdout(io.StringIO()) as said:
        folder = make_site(tmp_path_factory.mktemp("web") / "site", pyodide=Path(pyodide) if pyodide else None)
    assert [line[:6] for line in said.getvalue().splitlines()] == ["1 of 4", "2 of 4", "3 of 4", "4 of 4"]
    return folder


def _wait_for(address: str, server: subprocess.Popen[bytes], log: Path) -> None:
    for _ in range(480):
        if server.poll() is not None:
            break
        try:
            urllib.request.urlopen(address, timeout=2)
        except OSError:
            time.sleep(0.25)
        else:
            return
    pytest.fail(f"JupyterLab does not answer at {address}; it said:\n{log.read_text(errors='replace')[-2000:]}")


@pytest.fixture(scope="package")
def playwright() -> Iterator[Any]:
    """What drives browsers; it ends with this folder: while it is on, an event loop runs, which tests elsewhere would find."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as one:
        yield one


@pytest.fixture(scope="package")
def chromium(playwright) -> Iterator[Any]:
    """The browser; no other host can be reached from it."""
    browser = playwright.chromium.launch(executable_path=installed_chromium(), args=FLAGS)
    yield browser
    browser.close()


class Tab:
    """JupyterLab in a page of Chromium, with what it asked of other hosts and what went wrong in it."""

    def __init__(self, browser: Any, lab: Lab, load: bool = True) -> None:
        self.lab, self.address = lab, lab.address
        self.elsewhere: list[str] = []
        """Requests and sockets to other hosts."""
        self.faults: list[str] = []
        """Errors on the console, and exceptions that nobody caught."""
        self.theme = "light"
        self.page = browser.new_context(viewport=VIEWPORT).new_page()
        self.page.set_default_timeout(PATIENCE)
        ours = (self.address, self.address.replace("http", "ws", 1), "data:", "blob:", "about:")
        self.page.context.on("request", lambda r: r.url.startswith(ours) or self.elsewhere.append(r.url))
        self.page.on("websocket", lambda s: s.url.startswith(ours) or self.elsewhere.append(s.url))
        self.page.on("console", lambda m: m.type == "error" and self.faults.append(f"{m.text} ({m.location['url']})"))
        self.page.on("pageerror", lambda fault: self.faults.append(str(fault)))
        if load:
            self.load("lab")

    def ask(self, script: str, *words: str) -> Any:
        """Run an async function in the page; unlike playwright's own way it ends when the page does not answer."""
        return self.page.evaluate(
            f"""words => Promise.race([
                ({script})(...words),
                new Promise((_, tell) => setTimeout(() => tell(new Error('no answer in {PATIENCE} ms')), {PATIENCE})),
            ])""",
            list(words),
        )

    def load(self, address: str) -> None:
        """Load JupyterLab anew at an address such as ``lab/tree/notebooks/00_start.ipynb``."""
        self.page.goto(f"{self.address}/{address}?reset")
        self.settle()

    def settle(self) -> None:
        """Wait until the page that is being loaded is a JupyterLab which is all there."""
        self.page.wait_for_function("window.jupyterapp !== undefined")
        self.ask(
            """async () => {
                const app = window.jupyterapp;
                await app.restored;
                app.commands.commandExecuted.connect(async (_, command) => {
                    if (command.id === 'notebook:run-all-cells') { await command.result; window.ran = true; }
                });
            }"""
        )
        self._wait_for_the_splash_to_go()

    def _wait_for_the_splash_to_go(self) -> None:
        """JupyterLab takes its opening picture away 200 ms after it fades; a new theme shows it again, and within these
        200 ms the second removal of the two finds nothing and throws (removeChild)."""
        self.page.wait_for_selector("#jupyterlab-splash", state="detached")

    def open(self, notebook: str) -> None:
        """Open a notebook and wait until its kernel can be talked to: the indicator in the toolbar is idle too early."""
        self.page.evaluate("path => { window.jupyterapp.commands.execute('docmanager:open', {path}) }", notebook)
        self.wait_for_kernel()

    def wait_for_kernel(self) -> None:
        """Wait until the notebook in front has a kernel that has answered: before that, Run All is lost silently."""
        self.page.wait_for_function("() => window.jupyterapp.shell.currentWidget?.sessionContext?.session?.kernel")
        self.ask(
            """async () => {
                const panel = window.jupyterapp.shell.currentWidget;
                await panel.revealed;
                await panel.sessionContext.ready;
                await panel.sessionContext.session.kernel.info;
            }"""
        )
        self.page.wait_for_function(
            "() => window.jupyterapp.shell.currentWidget.sessionContext.session.kernel.status === 'idle'"
        )

    def run_all(self) -> None:
        """Choose Run → Run All Cells as a user does, and wait until the last cell has been run."""
        self.page.evaluate("window.ran = false")
        self.page.click("#jp-MainMenu .lm-MenuBar-itemLabel:text-is('Run')")
        self.page.click(".lm-Menu [data-command='runmenu:run-all']")
        self.page.wait_for_function("window.ran")

    def cells(self) -> list[dict[str, Any]]:
        """The cells of the notebook in front, as it would be saved now."""
        return self.page.evaluate("window.jupyterapp.shell.currentWidget.content.model.toJSON().cells")

    def show(self, *sources: str) -> Any:
        """Run a new notebook with these code cells, and return the page."""
        notebook = new_notebook(cells=[new_code_cell(source) for source in sources])
        notebook.metadata["kernelspec"] = {"name": "python3", "display_name": "Python 3", "language": "python"}
        name = (
            f"shown_{next(NUMBERS)}.ipynb"  # a new name each time: JupyterLab remembers what was open under an old one
        )
        nbformat.write(notebook, self.lab.folder / name)
        self.open(name)
        self.run_all()
        wrong = [o for cell in self.cells() for o in cell["outputs"] if o["output_type"] in ("error", "stream")]
        assert wrong == [], wrong
        return self.page

    def choose_theme(self, theme: str) -> None:
        """Make JupyterLab "light" or "dark", until the test ends."""
        name = f"JupyterLab {theme.title()}"
        self.ask("theme => window.jupyterapp.commands.execute('apputils:change-theme', {theme})", name)
        self.page.wait_for_selector(f"body[data-jp-theme-name='{name}']", state="attached")
        self._wait_for_the_splash_to_go()
        self.ask(  # what is there already may fade into its new colours
            """async () => {
                const fading = document.getAnimations().filter(one => one instanceof CSSTransition);
                await Promise.allSettled(fading.map(one => one.finished));
            }"""
        )
        self.theme = theme

    def state(self) -> str:
        """What a reader of a failed test wants to know: focus, kernel, outputs, faults, and the server's last words."""
        seen = self.page.evaluate(
            """() => {
                const panel = window.jupyterapp?.shell.currentWidget;
                const kernel = panel?.sessionContext?.session?.kernel;
                return [
                    'focus: ' + document.activeElement?.outerHTML.slice(0, 500),
                    'kernel: ' + kernel?.status + ', ' + kernel?.connectionStatus,
                    'dialog: ' + document.querySelector('.jp-Dialog')?.innerText,
                    'outputs: ' + Array.from(document.querySelectorAll('.jp-OutputArea-output')).map(o => o.innerText).join(' | '),
                ].join(' ; ');
            }"""
        )
        log = (self.lab.folder.parent / "lab.log").read_text(encoding="utf-8", errors="replace")
        return f"{seen}\nfaults: {self.faults}\nserver: …{log[-3000:]}"

    def clear(self) -> None:
        """Close every notebook, end every kernel, and look like a new page again."""
        self.page.set_viewport_size(VIEWPORT)
        self.ask(
            """async () => {
                const app = window.jupyterapp;
                app.shell.expandLeft();
                for (const widget of Array.from(app.shell.widgets('main'))) {
                    await widget.sessionContext?.shutdown();
                    widget.dispose();  // to close would be to be asked whether to save
                }
                await app.serviceManager.sessions.refreshRunning();
                await app.serviceManager.sessions.shutdownAll();
            }"""
        )
        if self.theme != "light":
            self.choose_theme("light")
        self.elsewhere.clear()
        self.faults.clear()


@pytest.fixture(scope="session")
def new_tab() -> Any:
    """How a test file may open JupyterLab at an address of its own: ``new_tab(browser, Lab)``."""
    return Tab


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item, call):
    """Let the fixture ``tab`` know how its test ended, and add to a failure what the page was like."""
    report = yield
    if report.when == "call":
        item.stash[FAILED] = report.failed
        if report.failed and "tab" in item.funcargs:
            try:
                words = item.funcargs["tab"].state()
            except Exception as fault:  # a page that hangs must not hide why the test failed
                words = f"the page tells nothing: {fault}"
            report.sections.append(("JupyterLab", words))
    return report


FAILED = pytest.StashKey[bool]()


@pytest.fixture(scope="package")
def tabs(chromium) -> Iterator[dict[str, Tab]]:
    """The page that all tests of a JupyterLab use, once there is one."""
    kept: dict[str, Tab] = {}
    yield kept
    for tab in kept.values():
        tab.page.close()


@pytest.fixture
def tab(lab, chromium, tabs, request) -> Iterator[Tab]:
    """JupyterLab in a page of 1280 × 800; when the test fails, its picture is kept and the next test gets a new page."""
    if lab.address not in tabs:
        tabs[lab.address] = Tab(chromium, lab)
    tab = tabs[lab.address]
    yield tab
    if request.node.stash.get(FAILED, True):
        folder = os.environ.get("RESOLUTIONKIT_SCREENSHOTS")
        if folder:
            Path(folder).mkdir(parents=True, exist_ok=True)
            name = re.sub(r"[^\w.-]+", "_", request.node.nodeid.partition("::")[2])
            tab.page.screenshot(path=Path(folder) / f"{name}.png")
        tab.page.close()
        del tabs[lab.address]
        _end_all_kernels(lab)
    else:
        tab.clear()


def _end_all_kernels(lab: Lab) -> None:
    """Ask the server itself: after a failed test the page may not answer."""
    sessions = json.loads(urllib.request.urlopen(f"{lab.address}/api/sessions", timeout=30).read())
    for session in sessions:
        end = urllib.request.Request(f"{lab.address}/api/sessions/{session['id']}", method="DELETE")
        with contextlib.suppress(urllib.error.HTTPError):  # it ended meanwhile
            urllib.request.urlopen(end, timeout=30)
