"""The exercise notebooks: in step with their texts, free of solutions, and passable with the hints alone."""

from __future__ import annotations

import copy
import functools
import json
import re
from pathlib import Path

import pytest
from forked_kernels import use_forked_kernels

from resolutionkit.classroom import TOPICS, all_exercises, exercises_of
from resolutionkit.classroom.exercise import Closed
from resolutionkit.language import set_language

ROOT = Path(__file__).parents[2]
EXERCISES = ROOT / "exercises"
WITH_EXERCISES = [topic for topic in TOPICS if exercises_of(topic)]
DONE = re.compile("✓ Right|☐ The form is complete")
each_topic = pytest.mark.parametrize("topic", WITH_EXERCISES)
each_exercise = pytest.mark.parametrize("e", all_exercises(), ids=lambda e: e.number)


@pytest.fixture
def stub(make, topic):
    return make.read(EXERCISES / make.learners_name(topic))


@pytest.fixture
def solution(make, topic):
    return make.read(EXERCISES / "solutions" / make.name_of(topic))


def prose_of(notebook) -> str:
    return "\n\n".join(c.source for c in notebook.cells if c.cell_type == "markdown")


def errors_in(notebook) -> list[str]:
    """What no cell may print: errors and warnings."""
    outputs = [(c.id, o) for c in notebook.cells if c.cell_type == "code" for o in c.outputs]
    return [f"{id_}: {o}" for id_, o in outputs if o.output_type == "error" or o.get("name") == "stderr"]


# --- In step ------------------------------------------------------------------------------------------------------


@each_topic
def test_notebooks_are_what_the_data_and_the_solutions_say(make, topic):
    assert list(make.drift(topic)) == []


def test_there_is_no_notebook_without_a_topic(make):
    names = {path.name for path in EXERCISES.glob("*.ipynb")}
    assert names == {make.learners_name(topic) for topic in WITH_EXERCISES}
    solutions = {path.name for path in (EXERCISES / "solutions").glob("*.ipynb")}
    assert solutions == {make.name_of(topic) for topic in WITH_EXERCISES}


@pytest.mark.parametrize(
    ("place", "old", "new", "fault"),
    [
        ("solutions", "## 1.1 How many reasons?", "## 1.1 How many?", "question-1-1"),
        ("solutions", "len(res.preamble)\\n", "21\\n", "answer-1-1"),
        ("solutions", '"points": 1,', '"points": 7,', "test-1-1"),
        ("solutions", '"execution_count": 1,', '"execution_count": null,', "has not been run"),
        ("solutions", "as delegates do", "as all do", "is not what comes from"),
        (".", "as delegates do", "as all do", "is not what comes from"),
        (".", "answer_1_1 = ...", "answer_1_1 = 21", "is not what comes from"),
    ],
)
def test_drift_in_either_direction_is_found(make, tmp_path, monkeypatch, place, old, new, fault):
    (tmp_path / "solutions").mkdir()
    for folder, name in (("solutions", "01_anatomy.ipynb"), (".", "01_anatomy_exercises.ipynb")):
        text = (EXERCISES / folder / name).read_text(encoding="utf-8")
        assert old in text or folder != place
        (tmp_path / folder / name).write_text(text.replace(old, new, 1) if folder == place else text, encoding="utf-8")
    monkeypatch.setattr(make, "HERE", tmp_path)
    assert fault in " ".join(make.drift("anatomy"))


def test_what_an_author_wrote_stays_where_it_is(make):
    notebook = make.read(EXERCISES / "solutions" / "01_anatomy.ipynb")
    mine = make.markdown("mine", "A word of my own.")
    mine.metadata["tags"] = ["teacher"]
    place = [c.id for c in notebook.cells].index("check-1-2") + 1
    notebook.cells.insert(place, mine)
    del notebook.cells[place + 2]  # a test cell that got lost
    new = make.refreshed(copy.deepcopy(notebook), "anatomy")
    ids = [c.id for c in new.cells]
    assert ids[place - 1 : place + 3] == ["check-1-2", "mine", "hint-1-2", "test-1-2"]
    assert "session in (9, 64, 101)" in new.cells[ids.index("test-1-5")].source


def test_a_new_notebook_shows_its_author_where_to_write(make):
    new = make.begun("anatomy")
    assert prose_of(new).count(make.TO_WRITE) >= 4
    assert make.sources_of(make.refreshed(copy.deepcopy(new), "anatomy"))[1:] == make.sources_of(new)[1:]


def test_texts_can_be_german(make):
    set_language("de")
    notebook = make.refreshed(make.begun("anatomy"), "anatomy")
    assert "Wie viele Gründe?" in prose_of(notebook)
    assert re.search(r"\*\*Zeit:\*\* \d+ Minuten", prose_of(notebook))
    assert "# Anstelle der drei Punkte" in next(c.source for c in notebook.cells if c.id == "answer-1-1")


# --- Form ---------------------------------------------------------------------------------------------------------


@each_topic
def test_solutions_have_the_usual_parts(topic, solution, make):
    prose = prose_of(solution)
    assert len(re.findall(r"^# ", prose, re.MULTILINE)) == 1
    for needed in (
        "**In these exercises you will**",
        "**Before you begin:**",
        "**Time:**",
        "## Recap",
        "## Think back",
    ):
        assert needed in prose
    assert make.TO_WRITE not in prose


@each_topic
def test_teachers_find_notes_and_only_they(solution, stub):
    notes = [c for c in solution.cells if "teacher" in c.metadata.get("tags", [])]
    assert notes
    assert all(c.source.startswith("> **For the teacher.** ") for c in notes)
    assert not [c.id for c in solution.cells if "or the teacher" in c.source and c not in notes]
    assert not {c.id for c in notes} & {c.id for c in stub.cells}


@each_topic
def test_links_lead_to_files_that_exist(stub):
    for target in re.findall(r"\]\(([\w./-]+\.ipynb)\)", prose_of(stub)):
        assert (EXERCISES / target).resolve().exists(), target


@each_topic
def test_points_are_those_of_the_exercises(topic, solution):
    for e in exercises_of(topic):
        place = e.number.replace(".", "-")
        marks = {c.id: c.metadata.get("nbgrader", {}) for c in solution.cells}
        given = [marks[f"{cell}-{place}"].get("points", 0) for cell in ("answer", "test")]
        assert given == [e.reader_points, e.points - e.reader_points]


@each_exercise
def test_score_gives_points_and_leaves_the_record_alone(e, tmp_path, monkeypatch):
    monkeypatch.setenv("RESOLUTIONKIT_WORK", str(tmp_path))
    assert (repr(e.score(...)), repr(e.score(object()))) == ("0", "0")
    if isinstance(e, Closed):
        assert repr(e.score(e.right)) == str(e.points)
        assert repr(e.score(e.typical[0][0])) == "0"
    assert list(tmp_path.iterdir()) == []


# --- Learners -----------------------------------------------------------------------------------------------------


@each_topic
def test_no_solution_hidden_test_or_output_is_in_a_stub(topic, stub):
    text = json.dumps(stub, ensure_ascii=False)
    assert not [word for word in ("BEGIN SOLUTION", "END SOLUTION", "HIDDEN TESTS", "For the teacher") if word in text]
    assert not [c.id for c in stub.cells if c.cell_type == "code" and (c.outputs or c.execution_count)]
    for e in exercises_of(topic):
        cell = next(c for c in stub.cells if c.id == f"answer-{e.number.replace('.', '-')}")
        assert "..." in cell.source
        assert len(cell.source.strip().split("\n")) <= 4
        assert e.solved.strip() not in text


@pytest.fixture(scope="module")
def ran(make):
    """The code cells of a stub by their ids after it was run as learners get it, and "again-…" after a second run in the same kernel.

    Before that one a learner has opened each hint cell, and put the code of the last step into the answer cell.
    """
    use_forked_kernels()

    @functools.cache
    def run(topic):
        notebook = make.read(EXERCISES / make.learners_name(topic))
        again = {c.id: copy.deepcopy(c) for c in notebook.cells if c.cell_type == "code"}
        for e in exercises_of(topic):
            place = e.number.replace(".", "-")
            again[f"hint-{place}"].source = again[f"hint-{place}"].source.replace("#rk", "rk")
            assert f'rk.exercise("{e.number}").hint()' in again[f"hint-{place}"].source.split("\n")
            again[f"answer-{place}"].source = e.hint(99).code
        for name, cell in again.items():
            cell.id = f"again-{name}"
        notebook.cells += again.values()
        done = make.run(notebook, EXERCISES)
        assert errors_in(done) == []
        return {c.id: c for c in done.cells if c.cell_type == "code"}

    return run


def shown_by(cell) -> str:
    return cell.outputs[0].data["text/plain"]


@each_topic
def test_a_blank_stub_runs_without_errors_and_takes_no_hint(topic, ran):
    shown = json.dumps([c.outputs for id_, c in ran(topic).items() if not id_.startswith("again-")], ensure_ascii=False)
    assert shown.count("Not attempted.") >= len(exercises_of(topic))
    assert "Hint 1" not in shown
    assert f"0 of {len(exercises_of(topic))} exercises are done" in shown


@each_topic
def test_the_last_hints_lead_from_stub_to_full_marks(topic, ran):
    for e in exercises_of(topic):
        place = e.number.replace(".", "-")
        assert DONE.match(shown_by(ran(topic)[f"again-check-{place}"]))
        assert shown_by(ran(topic)[f"again-test-{place}"]) == str(e.points - e.reader_points)
        assert "Hint 1 of" in shown_by(ran(topic)[f"again-hint-{place}"])
    count = len(exercises_of(topic))
    assert f"{count} of {count} exercises are done" in shown_by(ran(topic)["again-progress"])


@each_topic
def test_stored_solutions_are_all_right(topic, solution):
    assert errors_in(solution) == []
    by_id = {c.id: c for c in solution.cells}
    assert [c.execution_count for c in solution.cells if c.cell_type == "code"] == list(
        range(1, sum(c.cell_type == "code" for c in solution.cells) + 1)
    )
    for e in exercises_of(topic):
        assert DONE.match(by_id[f"check-{e.number.replace('.', '-')}"].outputs[0].data["text/plain"])
