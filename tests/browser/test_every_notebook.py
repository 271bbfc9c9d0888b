"""Every figure of every lesson is there to be seen in JupyterLab, and a lesson runs in it without a fault.

What cells put out, nbval compares on each run; what a widget does, test_in_jupyterlab.py and its like try. So figures are looked at as
they are stored, and two lessons are run from top to bottom: that with most figures and living networks, and that with the workbench.
Exercises show no figures: a kernel runs them in tests/classroom/test_exercise_notebooks.py, and the first are answered here, in
test_exercises_in_jupyterlab.py.
"""

from __future__ import annotations

import nbformat
import pytest

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


def test_every_figure_that_is_stored_is_shown_whole(tab):
    """Those of all lessons, in one notebook."""
    lessons = [nbformat.read(path, 4) for path in sorted((tab.lab.folder / "notebooks").glob("0*.ipynb"))]
    drawn = [cell for lesson in lessons for cell in lesson.cells if "image/png" in str(cell.get("outputs"))]
    for number, cell in enumerate(drawn):
        cell.id = f"figure-{number}"
    nbformat.write(
        nbformat.v4.new_notebook(metadata=lessons[0].metadata, cells=drawn), tab.lab.folder / "figures.ipynb"
    )
    tab.open("figures.ipynb")
    figures = tab.page.evaluate(FIGURES)
    assert [figure["cell"] for figure in figures] == list(range(len(drawn)))
    assert len(drawn) >= 12
    assert [figure["cell"] for figure in figures if not figure["shown"] or figure["cut"]] == []
    assert tab.elsewhere == []
    assert tab.faults == []


@pytest.mark.parametrize("notebook", ["notebooks/04_networks.ipynb", "notebooks/06_drafting.ipynb"])
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
