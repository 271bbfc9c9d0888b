"""Runs lessons and stores their outputs as git keeps them: ``.venv/bin/python tests/store_notebooks.py notebooks/01_anatomy.ipynb``.

Widgets are stored as words. A browser that trusts the notebook would look for the widget behind the stored view, which is
gone with its kernel, and show "Error displaying widget: model not found" until the cell is run. Pictures get a palette, which
makes them a quarter as heavy.
"""

from __future__ import annotations

import base64
import io
import re
import sys
from pathlib import Path

from PIL import Image

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "exercises"))

from make import Notebook, as_text, read, run

WIDGET = "application/vnd.jupyter.widget-view+json"
PICTURE = re.compile(r"iVBORw0KGgo[A-Za-z0-9+/=\n]+")
"""A PNG in base64, by itself or inside HTML: its first eight bytes are always the same."""
COLOURS = 128
"""With the method MAXCOVERAGE no colour is off by more than a shade; the usual one makes rare colours one with common ones."""


def as_stored(notebook: Notebook) -> Notebook:
    """Leave of each widget what it says in words, and of each picture a light one."""
    for cell in notebook.cells:
        for output in cell.get("outputs", []):
            data = output.get("data", {})
            data.pop(WIDGET, None)
            for kind in data.keys() & {"image/png", "text/html"}:
                data[kind] = PICTURE.sub(lighter, "".join(data[kind]))
    return notebook


def lighter(found: re.Match[str]) -> str:
    """The same picture with a palette; lines and letters keep their soft edges."""
    picture = (
        Image.open(io.BytesIO(base64.b64decode(found[0]))).convert("RGB").quantize(COLOURS, Image.Quantize.MAXCOVERAGE)
    )
    page = io.BytesIO()
    picture.save(page, "png", optimize=True)
    return base64.b64encode(page.getvalue()).decode("ascii")


if __name__ == "__main__":
    for name in sys.argv[1:]:
        path = Path(name)
        path.write_text(as_text(as_stored(run(read(path), path.parent))), encoding="utf-8")
