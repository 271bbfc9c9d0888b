"""The front page of the site, and every notebook as a page to read."""

from __future__ import annotations

import json
import re
import shutil
from html import escape
from importlib.resources import files
from pathlib import Path
from typing import Any

from resolutionkit.classroom.desk import sources
from resolutionkit.language import talking

_LINK = re.compile(r'href="(?:\.\./)?(?:\.\./)?(?:notebooks/|exercises/)?(?:de/)?([\w]+)\.ipynb(#[^"]*)?"')
"""Between notebooks; on the pages it leads to pages."""


def other(language: str) -> str:
    """Return the other of the two editions."""
    return "en" if language == "de" else "de"


def write_pages(folder: Path, language: str) -> None:
    """Write ``index.html``, and ``read/….html`` for each notebook of the course in both editions."""
    editions = {language: _edition(folder, language, "")}
    editions[other(language)] = _edition(folder, other(language), other(language) + "/")
    picture = Path(__file__).parents[4] / "docs" / "workbench.png"
    has_picture = picture.is_file()
    if has_picture:
        shutil.copy(picture, folder / "workbench.png")
    starts = {edition: rows[0][0] for edition, rows in editions.items()}
    front = _template("front.html").render(starts=starts, editions=editions, picture=has_picture, language=language)
    (folder / "index.html").write_text(front, encoding="utf-8")
    (folder / ".nojekyll").touch()


def _edition(folder: Path, language: str, part: str) -> list[tuple[str, str, str]]:
    """Write the pages of one edition; yield (notebook on the desk, title, page)."""
    (folder / "read" / part).mkdir(parents=True, exist_ok=True)
    rows = []
    for name, source in sources(language):
        notebook = json.loads(source.read_text(encoding="utf-8"))
        title = "".join(notebook["cells"][0]["source"]).splitlines()[0].lstrip("# ")
        page = f"read/{part}{Path(name).stem}.html"
        top = "../" * page.count("/")
        about = {"title": title, "language": language, "name": part + name, "top": top}
        text = _template("read.html").render(body=_body(notebook, language), **about)
        (folder / page).write_text(text, encoding="utf-8")
        rows.append((part + name, title, page))
    return rows


def _template(name: str) -> Any:
    import jinja2

    text = (files("resolutionkit.classroom.site") / name).read_text(encoding="utf-8")
    return jinja2.Environment(autoescape=True).from_string(text)


def _body(notebook: dict[str, Any], language: str) -> str:
    """The cells as HTML: text, code, and what the code gave when it was run."""
    from nbconvert.filters import markdown2html_mistune

    with talking(language):
        parts = []
        for cell in notebook["cells"]:
            source = "".join(cell["source"])
            if cell["cell_type"] == "markdown":
                parts.append(_LINK.sub(r'href="\1.html\2"', str(markdown2html_mistune(source))))
                continue
            folded = "source_hidden" in str(cell["metadata"].get("jupyter", ""))
            code = f"<pre class='code'>{escape(source)}</pre>"
            parts.append(f"<details><summary>code</summary>{code}</details>" if folded else code)
            parts += [_output(output) for output in cell.get("outputs", [])]
    return "\n".join(parts)


def _output(output: dict[str, Any]) -> str:
    data = output.get("data", {})
    if "text/html" in data:
        return f"<div class='out'>{''.join(data['text/html'])}</div>"
    if "image/png" in data:
        return f"<div class='out'><img alt='' src='data:image/png;base64,{''.join(data['image/png']).strip()}'></div>"
    text = "".join(output.get("text", data.get("text/plain", "")))
    return f"<pre class='out'>{escape(text)}</pre>" if text else ""
