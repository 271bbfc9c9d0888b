"""Each lesson as a learner runs it: Run All in JupyterLab, and everything is there to be seen.

Exercises show no figures: a kernel runs them in tests/classroom/test_exercise_notebooks.py, and the first are answered here, in
test_exercises_in_jupyterlab.py.
"""

from __future__ import annotations

from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
NOTEBOOKS = sorted(path.relative_to(ROOT).as_posix() for path in (ROOT / "notebooks").glob("*.ipynb"))

FIGURES = """async () => {
    const notebook = window.jupyterapp.shell.currentWidget.content;
    const found = [], PICTURES = '.jp-RenderedImage img, .jp-RenderedHTMLCommon img[alt]';
    for (const [number, cell] of notebook.widgets.entries()) {
        const drawn = cell.model.type === 'code' && cell.model.outputs.toJSON().some(
            o => o.data?.['image/png'] || String(o.data?.['text/html'] ?? '').includes('data:image/png'));
        if (!drawn) continue;
        await notebook.scrollToItem(number, 'start');
        for (let patience = 200; patience && !cell.node.querySelector(PICTURES); patience--)
            await new Promise(done => setTimeout(done, 50));
        const pictures = Array.from(cell.node.querySelectorAll(PICTURES));
        await Promise.all(pictures.map(picture => picture.decode()));
        const edge = notebook.node.getBoundingClientRect().right;
        const boxes = pictures.map(picture => picture.getBoundingClientRect());
        found.push({
            cell: number,
            shown: boxes.length > 0 && boxes.every(box => box.width >= 300 && box.height >= 100),
            cut: boxes.some(box => box.right > edge + 1),
        });
    }
    return found;
}"""


def test_there_are_notebooks():
    assert len(NOTEBOOKS) >= 8


@pytest.mark.parametrize("notebook", NOTEBOOKS)
def test_runs_from_top_to_bottom(tab, notebook):
    tab.open(notebook)
    tab.run_all()
    code = [cell for cell in tab.cells() if cell["cell_type"] == "code" and cell["source"].strip()]
    outputs = [output for cell in code for output in cell["outputs"]]
    assert [o for o in outputs if o["output_type"] == "error" or o.get("name") == "stderr"] == []
    assert [cell["execution_count"] for cell in code] == list(range(1, len(code) + 1))
    figures = tab.page.evaluate(FIGURES)
    assert [figure["cell"] for figure in figures if not figure["shown"] or figure["cut"]] == []
    assert tab.elsewhere == []
    assert tab.faults == []
