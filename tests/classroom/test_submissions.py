"""Notebooks as classes hand them in: every learner gets the points due, and nobody stops the others."""

from __future__ import annotations

import copy
import json

import pytest
from nbformat import NotebookNode, from_dict
from nbgrader_course import Classroom, solved

from resolutionkit.classroom import exercises_of
from resolutionkit.classroom.course.submissions import one_notebook, put_right

A = "01_anatomy"
EXERCISES = exercises_of("anatomy")
SOLVED = solved(EXERCISES)
MOST = {e.number: e.points - e.reader_points for e in EXERCISES}


def cell(notebook, name):
    return next(c for c in notebook["cells"] if c.get("id") == name)


def without(name):
    return lambda notebook: notebook["cells"].remove(cell(notebook, name))


def twice(name, **change):
    return lambda notebook: notebook["cells"].append(copy.deepcopy(cell(notebook, name)) | change)


def to_the_end(name):
    return lambda notebook: notebook["cells"].append(
        notebook["cells"].pop(notebook["cells"].index(cell(notebook, name)))
    )


def as_text(name):
    def change(notebook):
        found = cell(notebook, name)
        found["cell_type"] = "markdown"
        del found["outputs"], found["execution_count"]

    return change


def without_marks(notebook):
    """As some web sites save a notebook."""
    notebook["nbformat_minor"] = 4
    for found in notebook["cells"]:
        found["metadata"] = {}
        del found["id"]


def written_anew(notebook):
    """The answer was deleted, and written into a cell of one's own."""
    without("answer-1-2")(notebook)
    new = {"cell_type": "code", "id": "mine", "metadata": {}, "outputs": [], "execution_count": None}
    notebook["cells"].insert(5, new | {"source": SOLVED["1.2"]})


def answered(number, code):
    return lambda notebook: cell(notebook, f"answer-{number.replace('.', '-')}").update(source=code)


def easier_test(notebook):
    cell(notebook, "test-1-3")["source"] = "1"


CHANGED = {
    "solved": ([], {}),
    "copies": (
        [
            twice("question-1-1", id="copy-1"),
            twice("answer-1-2", id="copy-2"),
            twice("answer-1-3"),  # with its id
            twice("test-1-4", id="copy-4"),
        ],
        {},
    ),
    "deletes": (
        [without("question-1-1"), without("answer-1-2"), without("test-1-3"), without("check-1-4")],
        {"1.2": 0},
    ),
    "moves-and-renames": ([to_the_end("answer-1-2"), to_the_end("test-1-3"), as_text("test-1-4")], {}),
    "without-marks": ([without_marks], {}),
    "writes-anew": ([written_anew, easier_test], {}),
    "stops": (
        [answered("1.2", "answer_1_2 = rk\nrk = None"), answered("1.3", 'answer_1_3 = input("?")')],
        {"1.2": 0, "1.3": 0},
    ),
    "blank": ([], dict.fromkeys(MOST, 0)),
}
"""Learner -> what was done to a solved notebook, or a blank one, each to an exercise of its own; and what is not right then.

To run a notebook takes seconds; an endless loop is in test_course.py."""


@pytest.fixture(scope="module")
def room(tmp_path_factory):
    """Eight learners and two that cannot be marked; the second run marks who was lost by a busy computer."""
    room = Classroom(tmp_path_factory.mktemp("teacher") / "Kurs", timeout=15)
    room.nbgrader("generate_assignment", A)
    for learner, (changes, _zeros) in CHANGED.items():
        room.hand_in(learner, A, {} if learner == "blank" else SOLVED)
        path = room.folder / "submitted" / learner / A / f"{A}.ipynb"
        notebook = json.loads(path.read_text(encoding="utf-8"))
        for change in changes:
            change(notebook)
        path.write_text(json.dumps(notebook), encoding="utf-8")
    renamed = room.folder / "submitted" / "moves-and-renames" / A
    (renamed / f"{A}.ipynb").rename(renamed / f"my {A} (1).ipynb")
    for learner, content in {"empty": "", "photo": "JFIF"}.items():
        (room.folder / "submitted" / learner / A).mkdir(parents=True)
        (room.folder / "submitted" / learner / A / f"{A}.ipynb").write_text(content)
    for _run in range(2):
        with pytest.raises(AssertionError, match="for student 'photo'"):
            room.nbgrader("autograde", A)
    room.nbgrader("export")
    return room


@pytest.mark.parametrize("learner", CHANGED)
def test_every_learner_gets_the_points_due(room, learner):
    assert room.points(learner, A) == MOST | CHANGED[learner][1]


def test_the_table_says_which_points_are_still_open(room):
    rows = {row["student_id"]: row for row in room.exported()}
    by_reader = sum(e.reader_points for e in EXERCISES)
    assert (float(rows["solved"]["still_open"]), rows["solved"]["final"]) == (by_reader, "no")
    assert (float(rows["blank"]["still_open"]), rows["blank"]["final"]) == (0, "yes")
    assert float(rows["solved"]["by_tests"]) == sum(MOST.values())
    assert float(rows["solved"]["max_score"]) == sum(e.points for e in EXERCISES)


# --- Without nbgrader: the order of cells ---------------------------------------------------------------------------


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
    one_notebook(A, "ana", notebooks)
    assert notebooks[0] == str(tmp_path / marked)
    assert (tmp_path / files[0]).read_text() == files[0]
