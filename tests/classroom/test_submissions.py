"""Notebooks as classes hand them in: cells come back to their places, whatever the file is called.

What nbgrader makes of them is in test_course.py.
"""

from __future__ import annotations

import pytest
from nbformat import NotebookNode, from_dict

from resolutionkit.classroom.course.submissions import one_notebook, put_right


def cells(*names):
    """Cells by name: "a" is one of the kit, "a+" a learner's own."""
    return [
        from_dict(
            {
                "cell_type": "code",
                "id": name,
                "source": "",
                "metadata": {} if name.endswith("+") else {"nbgrader": {"grade_id": name}},
            }
        )
        for name in names
    ]


@pytest.mark.parametrize(
    ("handed_in", "put"),
    [
        ("a b c", "a b c"),
        ("a c b", "a b c"),
        ("b c", "a b c"),
        ("", "a b c"),
        ("x+ a y+ b c z+", "x+ a y+ b c z+"),
        ("a c z+ b y+", "a b y+ c z+"),
    ],
)
def test_cells_come_back_to_their_places(handed_in, put):
    assert [c.id for c in put_right(cells(*handed_in.split()), cells("a", "b", "c"))] == put.split()


def test_an_answer_is_known_by_what_it_gives():
    own = NotebookNode(cell_type="code", id="mine", metadata=NotebookNode(), source="answer_1_2 = 7")
    handed_out = cells("answer-1-2", "test-1-2")
    assert [c.source for c in put_right([own], handed_out)] == ["answer_1_2 = 7", ""]
    assert own.metadata.nbgrader.grade_id == "answer-1-2"


@pytest.mark.parametrize(
    ("files", "marked"),
    [
        (["my 01_anatomy (1).ipynb"], "01_anatomy.ipynb"),
        (["01_anatomy.ipynb"], "01_anatomy.ipynb"),
        (["a.ipynb", "b.ipynb"], "a.ipynb"),
    ],
)
def test_the_only_notebook_is_taken_whatever_its_name(tmp_path, files, marked):
    for name in files:
        (tmp_path / name).write_text(name)
    notebooks = [str(tmp_path / name) for name in files]
    one_notebook("01_anatomy", "ana", notebooks)
    assert notebooks[0] == str(tmp_path / marked)
    assert (tmp_path / files[0]).read_text() == files[0]
