"""Puts a site together: desk, wheels, JupyterLite, pages to read, a front page.

JupyterLite runs the notebooks in the browser, with Python compiled to WebAssembly (Pyodide). Needs the extra ``site``.
"""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable
from importlib.resources import files
from pathlib import Path
from typing import Any

from resolutionkit.classroom.desk import make_desk
from resolutionkit.classroom.site.pages_to_read import other, write_pages
from resolutionkit.classroom.site.wheels import write_wheels
from resolutionkit.errors import Location, MissingFile, ReadError
from resolutionkit.language import _, talking

PYODIDE = "0.27.7"
ADDRESS = f"https://cdn.jsdelivr.net/pyodide/v{PYODIDE}/full/"
"""Where the makers of Pyodide distribute it."""
PACKAGES = ["numpy", "pandas", "matplotlib", "sqlite3", "ssl", "ipython", "jedi", "micropip"]
"""Of Pyodide's own, what the kit needs; what they need, Pyodide knows."""
EXTENSIONS = ("@jupyterlite/pyodide-kernel-extension", "@jupyter-widgets/jupyterlab-manager", "anywidget")
KERNEL = "@jupyterlite/pyodide-kernel-extension:kernel"

Tell = Callable[[str], None]


def make_site(folder: Path, *, language: str = "en", pyodide: Path | None = None, tell: Tell = print) -> Path:
    """Make a static site in ``folder`` (new or empty) and return it.

    ``language`` is the edition with which it opens; the other one lies in a folder of the desk that bears its name.
    ``pyodide`` is a folder or an archive (``.tar.bz2``) with the distribution of Pyodide 0.27: it becomes part of the
    site, which then asks no other host for anything. Without it, browsers fetch Pyodide from its official address.
    ``tell`` is called with a sentence before each step.

    Raises :class:`ReadError` for a folder that is not empty or a Pyodide of another version, and where JupyterLite is
    not installed.
    """
    if folder.exists() and any(folder.iterdir()):
        raise ReadError(
            expected=_("A new or empty folder"),
            found=_("a folder with files"),
            place=Location(str(folder)),
            advice=_("Choose another name, or delete the old site first."),
        )
    with tempfile.TemporaryDirectory() as work:
        tell(_("1 of 4: the notebooks"))
        desk = Path(work) / "desk"
        for edition, place in ((language, desk), (other(language), desk / other(language))):
            make_desk(place, edition)
            with talking(edition):
                kept = _("What you save is kept here, in this browser.")
            (place / "my-work" / "README.md").write_text(kept, encoding="utf-8")
        tell(_("2 of 4: JupyterLite, Python's editor in the browser"))
        lite = folder / "lite"
        _run_jupyterlite(Path(work), desk, lite)
    tell(_("3 of 4: the kit and Python for the browser"))
    _put_in_python(lite, language, pyodide)
    tell(_("4 of 4: pages to read"))
    write_pages(folder, language)
    shutil.copy(lite / "lab" / "favicon.ico", folder)  # browsers ask for it at the root of a host
    for name in ("serve.py", "serve.cmd"):
        (folder / name).write_bytes((files("resolutionkit.classroom.site") / name).read_bytes())
    return folder


def _run_jupyterlite(work: Path, desk: Path, lite: Path) -> None:
    share = Path(sys.prefix) / "share"  # start.py keeps JupyterLite's own apart, which JupyterLab cannot load
    places = (share / "jupyter" / "labextensions", share / "jupyterlite")
    found = {name: place / name for place in places for name in EXTENSIONS if (place / name).is_dir()}
    missing = [name for name in EXTENSIONS if name not in found]
    if missing:
        raise MissingFile(
            expected=_("JupyterLite and its parts"),
            found=_("not installed: {missing}").format(missing=", ".join(missing)),
            advice='pip install "resolutionkit[site]"',
        )
    settings: dict[str, Any] = {"ignore_sys_prefix": ["federated_extensions"], "no_sourcemaps": True, "apps": ["lab"]}
    settings |= {"contents": [str(desk)], "output_dir": str(lite.absolute())}
    settings["federated_extensions"] = [str(found[name]) for name in EXTENSIONS]
    (work / "jupyter_lite_config.json").write_text(json.dumps({"LiteBuildConfig": settings}), encoding="utf-8")
    command = [sys.executable, "-m", "jupyterlite_core", "build"]
    process = subprocess.run(command, cwd=work, capture_output=True, encoding="utf-8", errors="replace")
    if process.returncode:
        last = (process.stdout + process.stderr).strip().splitlines()[-12:]
        raise ReadError(
            expected=_("A build of JupyterLite without errors"),
            found="\n".join(last),
            advice=_('Install the extra “site” again: pip install "resolutionkit[site]".'),
        )


def _put_in_python(lite: Path, language: str, pyodide: Path | None) -> None:
    kit = lite / "static" / "kit"
    wheels = write_wheels(kit)
    environment = {"LANG": language}  # where a browser hides the desk from Python, which says it else
    about = {"packages": PACKAGES, "wheels": wheels, "fonts": _fonts(), "environment": environment}
    (kit / "kit.json").write_text(json.dumps(about), encoding="utf-8")
    ours = (files("resolutionkit.classroom.site") / "start.js").read_text(encoding="utf-8")
    if pyodide is None:
        python, address = f'importScripts("{ADDRESS}pyodide.js");', ADDRESS
    else:
        _copy_pyodide(pyodide, lite / "static" / "pyodide")
        python, address = (lite / "static" / "pyodide" / "pyodide.js").read_text(encoding="utf-8"), "./static/pyodide/"
    (kit / "start.js").write_text(f"{python}\n{ours}", encoding="utf-8")
    options = {"indexURL": address, "kitURL": "./static/kit/", "packages": []}
    settings = {"pyodideUrl": "./static/kit/start.js", "disablePyPIFallback": True, "loadPyodideOptions": options}
    path = lite / "jupyter-lite.json"
    config = json.loads(path.read_text(encoding="utf-8"))
    data = config["jupyter-config-data"]
    data["appName"] = "resolutionkit"
    data.setdefault("litePluginSettings", {}).setdefault(KERNEL, {}).update(settings)
    path.write_text(json.dumps(config, indent=1), encoding="utf-8")


def _copy_pyodide(source: Path, target: Path) -> None:
    if source.is_dir():
        shutil.copytree(source, target)
    else:
        with tempfile.TemporaryDirectory() as work:
            shutil.unpack_archive(source, work, filter="data")
            inside = next(Path(work).rglob("pyodide-lock.json"), None)
            if inside is not None:
                shutil.copytree(inside.parent, target)
    lock = target / "pyodide-lock.json"
    found = json.loads(lock.read_text(encoding="utf-8"))["info"]["version"] if lock.is_file() else _("no Pyodide")
    if not found.startswith("0.27."):
        raise ReadError(
            expected=f"Pyodide {PYODIDE}",
            found=found,
            place=Location(str(source)),
            advice=_("Give the folder or archive of that version, or leave --pyodide out."),
        )


def _fonts() -> str:
    """Matplotlib's list of its own fonts, in the form of the version that Pyodide brings: 3.8, which looks beside its code."""
    from matplotlib import font_manager

    content = json.loads((files("resolutionkit.classroom.site") / "font_list.json").read_text(encoding="utf-8"))
    for font in font_manager.fontManager.ttflist:
        _before, found, name = font.fname.replace("\\", "/").rpartition("/mpl-data/")
        if found:
            about = {key: getattr(font, key) for key in ("name", "style", "variant", "weight", "stretch", "size")}
            content["ttflist"].append({"fname": name, **about, "__class__": "FontEntry"})
    return json.dumps(content)
