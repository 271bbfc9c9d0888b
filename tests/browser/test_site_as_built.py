"""The site: built from what is installed, whole, without solutions, and asking no other host for anything."""

from __future__ import annotations

import json
import os
import re
import zipfile
from pathlib import Path

KERNEL = "@jupyterlite/pyodide-kernel-extension:kernel"
PYODIDE = os.environ.get("RESOLUTIONKIT_PYODIDE")


def megabytes(folder: Path) -> float:
    return sum(path.stat().st_size for path in folder.rglob("*") if path.is_file()) / 1e6


def test_it_is_light(site):
    python = site / "lite" / "static" / "pyodide"
    assert megabytes(site) - (megabytes(python) if python.exists() else 0) < 30


def test_it_holds_the_desk_and_no_solution(site):
    names = {path.relative_to(site).as_posix() for path in site.rglob("*") if path.is_file()}
    assert {
        "index.html",
        "serve.py",
        "serve.cmd",
        "lite/files/notebooks/00_start.ipynb",
        "read/01_anatomy.html",
        "lite/files/de/notebooks/00_start.ipynb",
        "lite/files/de/desk.json",
        "read/de/01_anatomy.html",
    } <= names
    assert not [name for name in names if "solutions" in name]
    with zipfile.ZipFile(next(site.rglob("resolutionkit-*.whl"))) as wheel:
        inside = wheel.namelist()
    assert "resolutionkit/data/a-res-75-10.de.xml" in inside
    assert not [name for name in inside if name.endswith(".ipynb")]


def test_the_kernel_loads_the_kit_from_the_site(site):
    config = json.loads((site / "lite" / "jupyter-lite.json").read_text(encoding="utf-8"))
    settings = config["jupyter-config-data"]["litePluginSettings"][KERNEL]
    assert settings["disablePyPIFallback"] is True
    start = (site / "lite" / settings["pyodideUrl"]).read_text(encoding="utf-8")
    assert ("importScripts(" in start[:100]) is (PYODIDE is None)
    kit = json.loads((site / "lite" / "static" / "kit" / "kit.json").read_text(encoding="utf-8"))
    assert all((site / "lite" / "static" / "kit" / name).is_file() for name in kit["wheels"])


def test_a_reload_opens_what_was_open(site):
    assert "history.replaceState" in (site / "lite" / "lab" / "index.html").read_text(encoding="utf-8")


def test_every_link_of_the_pages_leads_somewhere(site):
    lost = []
    for page in (site / "index.html", *(site / "read").rglob("*.html")):
        for target in re.findall(r'(?:href|src)="([^"#?:]+)[#?"]', page.read_text(encoding="utf-8")):
            if not (page.parent / target).exists():
                lost.append(f"{page.name}: {target}")
    assert lost == []
