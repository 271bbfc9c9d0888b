"""The front page of the site, and every notebook as a page to read."""

from __future__ import annotations

import json
import re
import shutil
from pathlib import Path

from markupsafe import Markup

from resolutionkit.classroom.desk import sources
from resolutionkit.classroom.outcome import html

_LINK = re.compile(r'href="(?:\.\./)?(?:\.\./)?(?:notebooks/|exercises/)?(?:de/)?([\w]+)\.ipynb(#[^"]*)?"')
"""Between notebooks; on the pages it leads to pages."""


def other(language: str) -> str:
    """Return the other of the two editions."""
    return "en" if language == "de" else "de"


def write_pages(folder: Path, language: str) -> None:
    """Write ``index.html``, and ``read/….html`` for each notebook of the course in both editions."""
    editions: dict[str, list[tuple[str, str, str]]] = {}  # of each: notebook on the desk, title, page
    for edition, part in ((language, ""), (other(language), other(language) + "/")):
        (folder / "read" / part).mkdir(parents=True, exist_ok=True)
        editions[edition] = []
        for name, source in sources(edition):
            cells = json.loads(source.read_text(encoding="utf-8"))["cells"]
            title = "".join(cells[0]["source"]).splitlines()[0].lstrip("# ")
            page = f"read/{part}{Path(name).stem}.html"
            about = {"title": title, "language": edition, "notebook": part + name, "top": "../" * page.count("/")}
            text = html("site/read", cells=cells, prose=_prose, **about)
            (folder / page).write_text(text, encoding="utf-8")
            editions[edition].append((part + name, title, page))
    picture = Path(__file__).parents[4] / "docs" / "workbench.png"  # a wheel has none
    if picture.is_file():
        shutil.copy(picture, folder / "workbench.png")
    front = html("site/front", editions=editions, picture=picture.is_file(), language=language)
    (folder / "index.html").write_text(front, encoding="utf-8")
    (folder / ".nojekyll").touch()


def _prose(text: str) -> Markup:
    from nbconvert.filters import markdown2html_mistune

    return Markup(_LINK.sub(r'href="\1.html\2"', str(markdown2html_mistune(text))))
