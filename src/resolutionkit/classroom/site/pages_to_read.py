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
from resolutionkit.language import language as user_language
from resolutionkit.language import talking

_START = "notebooks/00_start.ipynb"


def write_pages(folder: Path, language: str) -> None:
    """Write ``index.html``, and ``read/….html`` for each notebook of the course."""
    (folder / "read").mkdir(parents=True, exist_ok=True)
    rows = []
    for name, source in sources(language):
        notebook = json.loads(source.read_text(encoding="utf-8"))
        title = _title(notebook)
        target = folder / "read" / f"{Path(name).stem}.html"
        target.write_text(_page(title, language, _body(notebook, name), name), encoding="utf-8")
        rows.append((name, title, f"read/{target.name}"))
    picture = Path(__file__).parents[4] / "docs" / "workbench.png"
    has_picture = picture.is_file()
    if has_picture:
        shutil.copy(picture, folder / "workbench.png")
    front = _template("front.html").render(start=_START, rows=rows, picture=has_picture, language=language)
    (folder / "index.html").write_text(front, encoding="utf-8")
    (folder / ".nojekyll").touch()


def _template(name: str) -> Any:
    import jinja2

    text = (files("resolutionkit.classroom.site") / name).read_text(encoding="utf-8")
    return jinja2.Environment(autoescape=True).from_string(text)


def _title(notebook: dict[str, Any]) -> str:
    return "".join(notebook["cells"][0]["source"]).splitlines()[0].lstrip("# ")


def _page(title: str, language: str, body: str, name: str) -> str:
    return str(_template("read.html").render(title=title, language=language, body=body, name=name))


def _body(notebook: dict[str, Any], name: str) -> str:
    """The cells as HTML: text, code, and what the code gave when it was run."""
    from nbconvert.filters import markdown2html_mistune

    with talking(user_language()):
        parts = []
        for cell in notebook["cells"]:
            source = "".join(cell["source"])
            if cell["cell_type"] == "markdown":
                parts.append(_linked(str(markdown2html_mistune(source))))
                continue
            folded = "source_hidden" in str(cell["metadata"].get("jupyter", ""))
            code = f"<pre class='code'>{escape(source)}</pre>"
            parts.append(f"<details><summary>code</summary>{code}</details>" if folded else code)
            parts += [_output(output) for output in cell.get("outputs", [])]
    return "\n".join(parts)


def _linked(html: str) -> str:
    """Links between notebooks lead to pages."""
    return re.sub(
        r'href="(?:\.\./)?(?:\.\./)?(?:notebooks/|exercises/)?(?:de/)?([\w]+)\.ipynb(#[^"]*)?"',
        r'href="\1.html\2"',
        html,
    )


def _output(output: dict[str, Any]) -> str:
    data = output.get("data", {})
    if "text/html" in data:
        return f"<div class='out'>{''.join(data['text/html'])}</div>"
    if "image/png" in data:
        return f"<div class='out'><img alt='' src='data:image/png;base64,{''.join(data['image/png']).strip()}'></div>"
    text = "".join(output.get("text", data.get("text/plain", "")))
    return f"<pre class='out'>{escape(text)}</pre>" if text else ""
