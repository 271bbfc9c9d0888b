"""A course for real: nbgrader hands out, eleven learners hand in, their work is marked, given back and exported."""

from __future__ import annotations

import copy
import importlib.util
import json
import re
import shutil
from pathlib import Path

import pytest
from nbgrader_course import Classroom, solved, typical

from resolutionkit.__main__ import main
from resolutionkit.classroom import TOPICS, exercise, exercises_of
from resolutionkit.classroom import desk as desks
from resolutionkit.classroom.course import folder as course_folder
from resolutionkit.classroom.course.folder import assignments, guide, make_course
from resolutionkit.classroom.written_answers import Essay
from resolutionkit.errors import ReadError

ASSIGNMENTS = {"01_anatomy": "anatomy", "06_drafting": "drafting"}
"""The two that the tests go through; all of them: tests/benchmarks/bench_course.py."""
each_assignment = pytest.mark.parametrize("assignment", ASSIGNMENTS)

ENDLESS = "while True:\n    pass"
BY_HEART = """
def answer_1_5(symbol):
    return {"A/RES/75/10": 75, "A/RES/71/19": 71, "A/RES/60/288": 60, "A/RES/9/7": 9}[symbol]
"""
"""Right in every case that the check tries."""
ERRORS = {
    "1.1": "answer_1_1 = 22",
    "1.2": 'answer_1_2 = "OP13(b)"',
    "1.3": ENDLESS,
    "1.4": 'answer_1_4 = {";": 14',
    "1.5": BY_HEART,
    "1.6": "answer_1_6 = rk\nrk = None",
    "1.7": exercise("1.7").solved,
}
"""Two right answers, an endless loop, and everything else that goes wrong: from 1.6 on the name of the kit means nothing."""


A = "01_anatomy"
SOLVED = solved(exercises_of("anatomy"))
MOST = {e.number: e.points - e.reader_points for e in exercises_of("anatomy")}


# --- The folder ---------------------------------------------------------------------------------------------------


def test_the_command_makes_a_folder_and_says_how_to_go_on(tmp_path, capsys):
    assert main(["course", str(tmp_path / "Mein Kurs")]) == 0
    assert str(tmp_path / "Mein Kurs" / "README.md") in capsys.readouterr().out
    made = {path.relative_to(tmp_path / "Mein Kurs").as_posix() for path in (tmp_path / "Mein Kurs").rglob("*")}
    assert {
        "README.md",
        "LIESMICH.md",
        "nbgrader_config.py",
        "learners.csv",
        "submitted",
        "source/header.ipynb",
    } <= made
    assert {f"source/{a.name}/{a.name}.ipynb" for a in assignments()} <= made
    assert [path.name for path in tmp_path.iterdir()] == ["Mein Kurs"]


def test_every_topic_with_exercises_is_an_assignment():
    assert [a.name[3:] for a in assignments()] == [topic for topic in TOPICS if exercises_of(topic)]


def test_the_table_of_the_guide_counts_what_the_notebooks_hold():
    text = guide(assignments(), Path("venv"), "en")
    for a in assignments():
        cells = json.loads(a.text)["cells"]
        count = sum(cell["id"].startswith("question-") for cell in cells)
        minutes = re.search(r"\*\*Time:\*\* (\d+) minutes", "".join(cells[0]["source"]))[1]
        points = [
            sum(c["metadata"]["nbgrader"].get("points", 0) for c in cells if c["id"].startswith(kind))
            for kind in ("test-", "answer-")
        ]
        assert f"| `{a.name}` | {a.title} | {count} | {minutes} | {points[0]} | {points[1]} |" in text


@pytest.mark.parametrize(
    "place", ["resolutionkit/classroom/course/exercises/solutions", "exercises/solutions"], ids=["wheel", "checkout"]
)
@pytest.mark.parametrize("language", ["en", "de"])
def test_solutions_are_found_in_a_wheel_and_in_a_checkout(tmp_path, monkeypatch, place, language):
    (tmp_path / place).mkdir(parents=True)
    (tmp_path / place / "01_anatomy.ipynb").touch()
    german = (tmp_path / place).parent / "de" / "solutions" / "01_anatomy.ipynb"
    german.parent.mkdir(parents=True)
    german.touch()
    package = "resolutionkit" if place.startswith("resolutionkit") else "src/resolutionkit"
    monkeypatch.setattr(desks, "_HERE", tmp_path / package / "classroom")
    (found,) = desks.kit_notebooks("exercises/solutions/[0-9]*.ipynb", language)
    assert found == (german if language == "de" else tmp_path / place / "01_anatomy.ipynb")


def test_an_installation_without_solutions_says_so(tmp_path, monkeypatch, capsys):
    monkeypatch.setattr(desks, "_HERE", tmp_path / "src/resolutionkit/classroom")
    assert main(["course", str(tmp_path / "course")]) == 2
    assert "Install the kit again" in capsys.readouterr().err


@pytest.mark.parametrize(("language", "words"), [("en", "The six steps"), ("de", "Die sechs Schritte")])
def test_the_guide_leaves_nothing_open(tmp_path, language, words):
    text = guide(assignments(), tmp_path, language)
    assert words in text
    assert "{" not in text
    assert str(tmp_path) in text


def test_the_command_speaks_german(tmp_path, capsys):
    main(["course", str(tmp_path / "Kurs"), "--language", "de"])
    assert "Wie es weitergeht" in capsys.readouterr().out
    header = json.loads((tmp_path / "Kurs/source/header.ipynb").read_text(encoding="utf-8"))
    assert "Ihr Name" in header["cells"][0]["source"]


@pytest.mark.parametrize("there", ["folder", "file"])
def test_nothing_is_written_over(tmp_path, capsys, there):
    target = tmp_path / "course"
    if there == "folder":
        target.mkdir()
        (target / "marks.txt").write_text("mine")
    else:
        target.write_text("mine")
    assert main(["course", str(target)]) == 2
    assert "it is left as it is" in capsys.readouterr().err
    assert (target / "marks.txt" if there == "folder" else target).read_text() == "mine"
    assert list(tmp_path.iterdir()) == [target]


def test_an_empty_folder_may_be_filled(tmp_path):
    (tmp_path / "course").mkdir()
    make_course(tmp_path / "course")
    assert (tmp_path / "course" / "README.md").exists()


def test_nothing_is_left_of_a_course_that_could_not_be_made(tmp_path, monkeypatch, capsys):
    def full(*_):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(course_folder, "guide", full)
    assert main(["course", str(tmp_path / "course")]) == 2
    assert "No space left on device" in capsys.readouterr().err
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize(("language", "said"), [("en", "for courses"), ("de", "für Kurse")])
def test_without_nbgrader_the_command_says_how_to_get_it(tmp_path, monkeypatch, capsys, language, said):
    monkeypatch.setattr(importlib.util, "find_spec", lambda name: None)
    assert main(["course", str(tmp_path / "course"), "--language", language]) == 2
    message = capsys.readouterr().err
    assert said in message
    assert "resolutionkit[teach]" in message


def test_it_is_an_error_of_the_kit(tmp_path):
    (tmp_path / "file").write_text("")
    with pytest.raises(ReadError):
        make_course(tmp_path / "file")


# --- What classes do to notebooks ---------------------------------------------------------------------------------


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
}
"""Learner -> what was done to a solved notebook, each to an exercise of its own; and what is not right then."""


# --- From handing out to giving back ------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def room(tmp_path_factory):
    """A course in which everything has been done once; the tests only look."""
    room = Classroom(tmp_path_factory.mktemp("teacher") / "Mein Kurs", timeout=60, quick=True)
    for name, topic in ASSIGNMENTS.items():
        exercises = exercises_of(topic)
        room.nbgrader("generate_assignment", name)
        room.hand_in("solved", name, solved(exercises))
        room.hand_in("blank", name, {})
        room.hand_in("errors", name, ERRORS if topic == "anatomy" else typical(exercises), twice="answer-1-2")
        if topic == "anatomy":
            hand_in_what_was_changed(room)
            # One of them comes by e-mail.
            archive = room.folder / "downloaded" / name / "archive"
            archive.mkdir(parents=True)
            shutil.move(room.folder / f"submitted/solved/{name}/{name}.ipynb", archive / f"solved-{name}.ipynb")
            room.nbgrader("zip_collect", name, "--force")
            for _run in range(2):  # the second marks who was lost by a busy computer
                with pytest.raises(AssertionError, match="for student 'photo'"):
                    room.nbgrader("autograde", name)
        else:
            room.nbgrader("autograde", name)
        room.nbgrader("generate_feedback", name)
    room.nbgrader("export")
    room.close()
    return room


def hand_in_what_was_changed(room):
    """Notebooks as classes hand them in, and two that cannot be marked."""
    for learner, (changes, _zeros) in CHANGED.items():
        room.hand_in(learner, A, SOLVED)
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


def test_learners_get_no_solutions_notes_hidden_tests_or_outputs(room):
    for name in ASSIGNMENTS:
        text = json.dumps(room.released(name))
        assert not [
            word
            for word in ("SOLUTION", "HIDDEN", "teacher", ".ipynb)")
            if word in text.replace("teacher's gradebook", "")
        ]
        assert not [c for c in room.released(name)["cells"] if c.get("outputs")]


@each_assignment
def test_who_solves_everything_gets_every_point_that_a_test_gives(room, assignment):
    wanted = {e.number: e.points - e.reader_points for e in exercises_of(ASSIGNMENTS[assignment])}
    assert room.points("solved", assignment) == wanted


@each_assignment
def test_who_leaves_everything_blank_gets_none(room, assignment):
    assert set(room.points("blank", assignment).values()) == {0}


@pytest.mark.parametrize("learner", CHANGED)
def test_whatever_was_done_to_a_notebook_every_learner_gets_the_points_due(room, learner):
    assert room.points(learner, A) == MOST | CHANGED[learner][1]


def test_right_answers_beside_wrong_ones_count(room):
    assert room.points("errors", "01_anatomy") == dict.fromkeys(ERRORS, 0) | {"1.2": 1, "1.7": 1}


def test_a_copy_of_a_cell_is_no_answer_and_stops_nothing(room):
    copies = [c for c in room.graded("errors", "01_anatomy") if "".join(c["source"]) == ERRORS["1.2"]]
    assert [bool(c["metadata"].get("nbgrader")) for c in copies].count(True) == 1


def test_typical_mistakes_get_none(room):
    assert set(room.points("errors", "06_drafting").values()) == {0}


def test_an_endless_loop_is_cut_and_the_rest_is_still_run(room):
    cells = {c["id"]: c for c in room.graded("errors", "01_anatomy")}
    assert {o["ename"] for o in cells["answer-1-3"]["outputs"]} & {"CellTimeoutError", "KeyboardInterrupt"}
    assert cells["check-1-7"]["execution_count"]


def test_a_function_that_only_knows_the_checked_cases_fails_the_hidden_test(room):
    cells = {c["id"]: c for c in room.graded("errors", "01_anatomy")}
    assert "Right" in json.dumps(cells["check-1-5"]["outputs"])
    assert room.points("errors", "01_anatomy")["1.5"] == 0


def test_feedback_shows_neither_hidden_tests_nor_what_the_teacher_is_told(room):
    for name in ASSIGNMENTS:
        hidden = [c["source"] for c in room.graded("errors", name) if "HIDDEN" in "".join(c["source"])]
        assert hidden, "in what the teacher reads they are there"
        for learner in ("solved", "blank", "errors"):
            page = room.feedback(learner, name)
            assert not [word for word in ("HIDDEN", "For the reader", "session in", "(9, 64, 101)") if word in page]


def test_only_what_was_written_waits_for_the_teacher(room):
    from nbgrader.api import Gradebook

    waiting = {}
    with Gradebook(f"sqlite:///{room.folder / 'gradebook.db'}") as book:
        for learner in ("solved", "blank"):
            grades = book.find_submission_notebook("01_anatomy", "01_anatomy", learner).grades
            waiting[learner] = [g.name for g in grades if g.needs_manual_grade]
    essays = [f"answer-{e.number.replace('.', '-')}" for e in exercises_of("anatomy") if isinstance(e, Essay)]
    assert waiting == {"solved": essays, "blank": []}


def test_the_exported_table_has_a_row_for_each_notebook(room):
    rows = {(r["assignment"], r["student_id"]): (float(r["score"]), float(r["max_score"])) for r in room.exported()}
    for name, topic in ASSIGNMENTS.items():
        most = sum(e.points for e in exercises_of(topic))
        tests = most - sum(e.reader_points for e in exercises_of(topic))
        assert rows[name, "solved"] == (tests, most)
        assert rows[name, "blank"] == (0, most)


def test_the_table_says_which_points_are_still_open(room):
    rows = {row["student_id"]: row for row in room.exported() if row["assignment"] == A}
    by_reader = sum(e.reader_points for e in exercises_of("anatomy"))
    assert (float(rows["solved"]["still_open"]), rows["solved"]["final"]) == (by_reader, "no")
    assert (float(rows["blank"]["still_open"]), rows["blank"]["final"]) == (0, "yes")
    assert float(rows["solved"]["by_tests"]) == sum(MOST.values())


def test_nothing_but_pages_goes_back(room):
    assert {path.suffix for path in (room.folder / "feedback").rglob("*") if path.is_file()} == {".html"}
