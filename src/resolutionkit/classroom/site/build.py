"""Puts a site together: desk, wheels, JupyterLite, pages to read, a front page.

JupyterLite runs the notebooks in the browser, with Python compiled to WebAssembly (Pyodide). Needs the extra ``site``.
"""

import contextlib
import json
import re
import shutil
import subprocess
import sys
import tempfile
from importlib.resources import files
from pathlib import Path

from markupsafe import Markup

from resolutionkit.classroom.desk import make_desk, require_free, sources
from resolutionkit.classroom.outcome import from_template
from resolutionkit.classroom.plans import as_html
from resolutionkit.classroom.site.wheels import CONTENTS, write_wheels
from resolutionkit.errors import Location, MissingFile, ReadError
from resolutionkit.language import _, talking

PYODIDE = "0.27.7"
ADDRESS = f"https://cdn.jsdelivr.net/pyodide/v{PYODIDE}/full/"
"""Where the makers of Pyodide distribute it."""
_HERE = files("resolutionkit.classroom.site")
_LINK = re.compile(r'href="(?:\.\./)?(?:\.\./)?(?:notebooks/|exercises/)?(?:de/)?([\w]+)\.ipynb(#[^"]*)?"')
"""Between notebooks; on the pages it leads to pages."""


def make_site(folder: Path, *, language: str = "en", pyodide: Path | None = None) -> Path:
    """Make a static site in ``folder`` (new or empty) and return it; a sentence is printed before each step.

    ``language`` is the edition with which it opens; the other one lies in a folder of the desk that bears its name.
    ``pyodide`` is a folder or an archive (``.tar.bz2``) with the distribution of Pyodide 0.27: it becomes part of the
    site, which then asks no other host for anything. Without it, browsers fetch Pyodide from its official address.

    Raises :class:`ReadError` for a folder that is not empty or a Pyodide of another version, and where JupyterLite is
    not installed.
    """
    require_free(folder, _("Choose another name, or delete the old site first."))
    lite = folder / "lite"
    with tempfile.TemporaryDirectory() as work:
        print(_("1 of 4: the notebooks"))
        desk = Path(work) / "desk"
        for edition, part in _editions(language):
            place = desk / part
            make_desk(place, edition)
            with talking(edition):
                kept = _("What you save is kept here, in this browser.")
            (place / "my-work" / "README.md").write_text(kept, encoding="utf-8")
        print(_("2 of 4: JupyterLite, Python's editor in the browser"))
        _run_jupyterlite(Path(work), lite, "./static/pyodide/" if pyodide else ADDRESS)
    print(_("3 of 4: the kit and Python for the browser"))
    _put_in_python(lite / "static", language, pyodide)
    page, reopen = lite / "lab" / "index.html", (_HERE / "reopen.js").read_text(encoding="utf-8")
    page.write_text(page.read_text("utf-8").replace("</body>", f"<script>{reopen}</script></body>"), encoding="utf-8")
    print(_("4 of 4: pages to read"))
    write_pages(folder, language)
    shutil.copy(lite / "lab" / "favicon.ico", folder)  # browsers ask for it at the root of a host
    for name in ("serve.py", "serve.cmd"):
        (folder / name).write_bytes((_HERE / name).read_bytes())
    return folder


def _run_jupyterlite(work: Path, lite: Path, address: str) -> None:
    """Build it from the folder ``desk`` in ``work``; its kernel looks for Pyodide at ``address``."""
    share = Path(sys.prefix) / "share"  # start.py keeps JupyterLite's own apart, which JupyterLab cannot load
    places = (share / "jupyter" / "labextensions", share / "jupyterlite")
    wanted = CONTENTS["extensions"]
    found = {name: str(place / name) for place in places for name in wanted if (place / name).is_dir()}
    if missing := [name for name in wanted if name not in found]:
        absent = _("not installed: {missing}").format(missing=", ".join(missing))
        advice = 'pip install "resolutionkit[site]"'
        raise MissingFile(expected=_("JupyterLite and its parts"), found=absent, advice=advice)
    settings = CONTENTS["build"] | {"output_dir": str(lite.absolute())}
    settings["federated_extensions"] = [found[name] for name in wanted]
    (work / "jupyter_lite_config.json").write_text(json.dumps({"LiteBuildConfig": settings}), encoding="utf-8")
    of_kernel = (_HERE / "jupyter-lite.json").read_text(encoding="utf-8").replace("ADDRESS", address)
    (work / "jupyter-lite.json").write_text(of_kernel, encoding="utf-8")
    command = [sys.executable, "-m", "jupyterlite_core", "build"]
    process = subprocess.run(command, cwd=work, capture_output=True, encoding="utf-8", errors="replace")
    if process.returncode:
        last = (process.stdout + process.stderr).strip().splitlines()[-12:]
        advice = _('Install the extra “site” again: pip install "resolutionkit[site]".')
        raise ReadError(expected=_("A build of JupyterLite without errors"), found="\n".join(last), advice=advice)


def _put_in_python(static: Path, language: str, pyodide: Path | None) -> None:
    kit = static / "kit"
    about = {"packages": CONTENTS["pyodide"], "wheels": write_wheels(kit), "fonts": _fonts()}
    about["environment"] = {"LANG": language}  # where a browser hides the desk from Python, which says it else
    (kit / "kit.json").write_text(json.dumps(about), encoding="utf-8")
    python = f'importScripts("{ADDRESS}pyodide.js");'
    if pyodide:
        _copy_pyodide(pyodide, static / "pyodide")
        python = (static / "pyodide" / "pyodide.js").read_text(encoding="utf-8")
    (kit / "start.js").write_text(f"{python}\n{(_HERE / 'start.js').read_text(encoding='utf-8')}", encoding="utf-8")


def _copy_pyodide(source: Path, target: Path) -> None:
    with tempfile.TemporaryDirectory() as work:
        if not source.is_dir():
            with contextlib.suppress(shutil.ReadError, EOFError):  # what is no archive holds no Pyodide
                shutil.unpack_archive(source, work, filter="data")
        lock = next((source if source.is_dir() else Path(work)).rglob("pyodide-lock.json"), None)
        found = json.loads(lock.read_text(encoding="utf-8"))["info"]["version"] if lock else _("no Pyodide")
        if not lock or not found.startswith("0.27."):
            advice = _("Give the folder or archive of that version, or leave --pyodide out.")
            raise ReadError(expected=f"Pyodide {PYODIDE}", found=found, place=Location(str(source)), advice=advice)
        shutil.copytree(lock.parent, target)


def _fonts() -> str:
    """Matplotlib's list of its own fonts, in the form of the version that Pyodide brings: 3.8, which looks beside its code."""
    from matplotlib import font_manager

    content = json.loads((_HERE / "font_list.json").read_text(encoding="utf-8"))
    for font in font_manager.fontManager.ttflist:
        _before, found, name = font.fname.replace("\\", "/").rpartition("/mpl-data/")
        if found:
            about = {key: getattr(font, key) for key in ("name", "style", "variant", "weight", "stretch", "size")}
            content["ttflist"].append({"fname": name, **about, "__class__": "FontEntry"})
    return json.dumps(content)


def _editions(language: str) -> list[tuple[str, str]]:
    """Both languages, this one first, and in which folder below the first their editions lie."""
    other = "en" if language == "de" else "de"
    return [(language, ""), (other, f"{other}/")]


def write_pages(folder: Path, language: str) -> None:
    """Write ``index.html``, and ``read/….html`` for each notebook of the course in both editions."""
    editions: dict[str, list[tuple[str, str, str]]] = {}  # of each: notebook on the desk, title, page
    for edition, part in _editions(language):
        (folder / "read" / part).mkdir(parents=True, exist_ok=True)
        editions[edition] = []
        for name, source in sources(edition):
            cells = json.loads(source.read_text(encoding="utf-8"))["cells"]
            title = "".join(cells[0]["source"]).splitlines()[0].lstrip("# ")
            page = f"read/{part}{Path(name).stem}.html"
            about = {"title": title, "language": edition, "notebook": part + name, "top": "../" * page.count("/")}
            text = from_template("site/read", cells=cells, prose=_prose, **about)
            (folder / page).write_text(text, encoding="utf-8")
            editions[edition].append((part + name, title, page))
    picture = Path(__file__).parents[4] / "docs" / "workbench.png"  # a wheel has none
    if picture.is_file():
        shutil.copy(picture, folder / "workbench.png")
    front = from_template("site/front", editions=editions, picture=picture.is_file(), language=language)
    (folder / "index.html").write_text(front, encoding="utf-8")
    (folder / ".nojekyll").touch()


def _prose(text: str) -> Markup:
    return Markup(_LINK.sub(r'href="\1.html\2"', str(as_html(text))))
