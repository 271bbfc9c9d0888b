"""A real JupyterLab on loopback and a real Chromium, as a learner has them."""

from __future__ import annotations

import json
import os
import shutil
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
CHROMIUM = shutil.which("chromium") or shutil.which("google-chrome")
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


def _free_port() -> int:
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return int(listener.getsockname()[1])


@pytest.fixture(scope="session")
def lab(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[str, Path]]:
    """The address of a JupyterLab and the folder that it shows; skipped where no browser is installed."""
    if CHROMIUM is None:
        if os.environ.get("CI"):
            pytest.fail("CI needs a browser: apt-get install chromium")
        pytest.skip("no browser: install Chromium (Debian: apt-get install chromium) to run the browser tests")
    home = tmp_path_factory.mktemp("home")
    shutil.copytree(
        ROOT / "notebooks", home / "notebooks", ignore=shutil.ignore_patterns("my-work", ".ipynb_checkpoints")
    )
    settings = home / "settings" / "@jupyterlab" / "apputils-extension"
    settings.mkdir(parents=True)
    quiet = {"fetchNews": "false", "checkForUpdates": False}
    (settings / "notification.jupyterlab-settings").write_text(json.dumps(quiet), encoding="utf-8")
    port = _free_port()
    environment = {
        **os.environ,
        "HOME": str(home),
        "JUPYTERLAB_SETTINGS_DIR": str(home / "settings"),
        "JUPYTER_CONFIG_DIR": str(home / "config"),
        "PYTHONPATH": str(ROOT / "src"),
    }
    command = [
        sys.executable,
        "-m",
        "jupyterlab",
        "--no-browser",
        "--allow-root",
        f"--port={port}",
        "--IdentityProvider.token=",
    ]
    with (home / "lab.log").open("wb") as log:
        server = subprocess.Popen(
            [*command, f"--notebook-dir={home / 'notebooks'}"], env=environment, stdout=log, stderr=log
        )
        try:
            _wait_for(f"http://127.0.0.1:{port}/api")
            yield f"http://127.0.0.1:{port}", home / "notebooks"
        finally:
            server.terminate()
            server.wait(timeout=20)


def _wait_for(address: str) -> None:
    for _ in range(240):
        try:
            urllib.request.urlopen(address, timeout=2)
        except OSError:
            time.sleep(0.25)
        else:
            return
    pytest.fail(f"JupyterLab did not answer at {address}")


class Tab:
    """A page in Chromium, with what it asked of other hosts and what went wrong in it."""

    def __init__(self, page, address: str) -> None:
        self.page, self.address = page, address
        self.elsewhere: list[str] = []
        self.faults: list[str] = []
        page.on(
            "request",
            lambda r: (
                None
                if r.url.startswith((address, "data:", "blob:", address.replace("http", "ws")))
                else self.elsewhere.append(r.url)
            ),
        )
        page.on("console", lambda m: self.faults.append(m.text) if m.type == "error" else None)

    def open(self, notebook: str) -> None:
        """Open a notebook and wait until its kernel can be talked to: the indicator in the toolbar is idle too early."""
        self.page.goto(f"{self.address}/lab/tree/{notebook}?reset")
        self.page.wait_for_selector(".jp-Notebook .jp-Cell", timeout=60_000)
        for _ in range(240):
            kernels = json.loads(urllib.request.urlopen(f"{self.address}/api/kernels").read())
            if any(k["execution_state"] == "idle" and k["connections"] > 0 for k in kernels):
                return
            time.sleep(0.25)
        pytest.fail("no kernel became idle")

    def run_all(self) -> None:
        """Choose Run → Run All Cells, and wait until the last cell has been run."""
        self.page.click("text=Run >> nth=0")
        self.page.click("[data-command='runmenu:run-all']")


@pytest.fixture(scope="session")
def chromium(lab):
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        yield browser
        browser.close()


@pytest.fixture
def tab(lab, chromium, request):
    """A page of 1280 × 800; its picture is kept when the test fails."""
    page = chromium.new_page(viewport={"width": 1280, "height": 800})
    yield Tab(page, lab[0])
    folder = os.environ.get("RESOLUTIONKIT_SCREENSHOTS")
    if folder:
        Path(folder).mkdir(parents=True, exist_ok=True)
        page.screenshot(path=Path(folder) / f"{request.node.name}.png")
    page.close()
