"""Notebooks as text: executed, light, and built alike; what their cells compute is nbval's to compare."""

from __future__ import annotations

import json
import re
from itertools import pairwise
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
NOTEBOOKS = sorted((ROOT / "notebooks").glob("*.ipynb"))


@pytest.fixture(params=NOTEBOOKS, ids=lambda path: path.name)
def cells(request):
    return json.loads(request.param.read_text(encoding="utf-8"))["cells"]


@pytest.fixture
def code(cells):
    return [c for c in cells if c["cell_type"] == "code"]


@pytest.fixture
def prose(cells):
    return "\n\n".join("".join(c["source"]) for c in cells if c["cell_type"] == "markdown")


def lines_of(cell) -> list[str]:
    return [line for line in "".join(cell["source"]).split("\n") if line.strip()]


def test_there_are_notebooks():
    assert len(NOTEBOOKS) >= 6


def test_stored_executed_from_top_to_bottom(code):
    assert [c["execution_count"] for c in code] == list(range(1, len(code) + 1))


def test_no_stored_output_is_an_error_or_a_warning(code):
    outputs = [o for c in code for o in c["outputs"]]
    assert not [o for o in outputs if o["output_type"] == "error" or o.get("name") == "stderr"]


def test_outputs_are_light(code):
    assert max(len(json.dumps(c["outputs"])) for c in code) < 200_000


def test_one_title_and_the_usual_parts(prose):
    assert len(re.findall(r"^# ", prose, re.MULTILINE)) == 1
    for needed in ("In this notebook you will", "**Before you begin:**", "**Time:**", "## Recap", "## To discuss"):
        assert needed in prose


def test_three_questions_at_the_end(prose):
    questions = re.findall(r"^\d\. .+", prose.split("## To discuss")[1], re.MULTILINE)
    assert len(questions) == 3


def test_cells_are_short(code):
    lengths = sorted(len(lines_of(c)) for c in code)
    assert lengths[len(lengths) // 2] <= 5
    assert max(len(line) for c in code for line in lines_of(c)) <= 100


def test_checkpoints_are_asserts(code):
    assert any(line.startswith("assert ") for c in code for line in lines_of(c))


def test_every_drawn_figure_is_stored(code):
    for c in code:
        if re.search(r"^figure = draw\.|\.plot\.", "".join(c["source"]), re.MULTILINE):
            assert any("image/png" in o.get("data", {}) for o in c["outputs"]), c["source"]


def linked_in(prose: str) -> list[str]:
    return re.findall(r"\]\(([\w./-]+\.ipynb)\)", prose)


def test_links_lead_to_notebooks_that_exist(prose):
    for target in linked_in(prose):
        assert (ROOT / "notebooks" / target).exists()


def prose_of(path: Path) -> str:
    return "\n\n".join("".join(c["source"]) for c in json.loads(path.read_text(encoding="utf-8"))["cells"])


@pytest.mark.parametrize(
    ("path", "following"),
    [*((a, b.name) for a, b in pairwise(NOTEBOOKS)), (NOTEBOOKS[-1], "../exercises/07_negotiation.ipynb")],
    ids=lambda value: getattr(value, "name", None),
)
def test_each_notebook_leads_to_the_next(path, following):
    (_, after) = prose_of(path).split("**Next:**")
    assert linked_in(after)[0] == following


def test_the_first_notebook_lists_all_notebooks_and_all_exercises():
    exercises = [f"../exercises/{path.name}" for path in sorted((ROOT / "exercises").glob("*.ipynb"))]
    listed = linked_in(prose_of(NOTEBOOKS[0]))
    assert [target for target in dict.fromkeys(listed) if target != "01_anatomy.ipynb"] == [
        *(path.name for path in NOTEBOOKS[2:]),
        *exercises,
    ]
