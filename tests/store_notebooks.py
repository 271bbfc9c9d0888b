"""Runs lessons and stores their outputs as git keeps them: ``.venv/bin/python tests/store_notebooks.py notebooks/01_anatomy.ipynb``.

Widgets are stored as words. A browser that trusts the notebook would look for the widget behind the stored view, which is
gone with its kernel, and show "Error displaying widget: model not found" until the cell is run.
"""

from __future__ import annotations

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "exercises"))

from make import Notebook, as_text, read, run

from resolutionkit.language import talking

WIDGET = "application/vnd.jupyter.widget-view+json"


def without_views(notebook: Notebook) -> Notebook:
    """Leave of each widget what it says in words."""
    for cell in notebook.cells:
        if "outputs" in cell:  # what widgets show in words is of that one run, like the widgets
            cell.outputs = [o for o in cell.outputs if 'class="rk-words"' not in o.get("data", {}).get("text/html", "")]
        for output in cell.get("outputs", []):
            output.get("data", {}).pop(WIDGET, None)
    return notebook


if __name__ == "__main__":
    for name in sys.argv[1:]:
        path = Path(name)
        with talking("de" if "de" in path.resolve().parts[-3:-1] else "en"):
            path.write_text(as_text(without_views(run(read(path), path.parent))), encoding="utf-8")
