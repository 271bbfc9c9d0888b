"""A German learner's way through all exercises: blank, wrong, hints, right, in notebooks that are German throughout."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from every import every
from forked_kernels import use_forked_kernels

from resolutionkit.classroom import TOPICS, all_exercises, exercises_of
from resolutionkit.classroom.exercise import Closed, names_after
from resolutionkit.files import read_toml
from resolutionkit.language import set_language, talking

EXERCISES = Path(__file__).parents[2] / "exercises"
ENGLISH = re.compile(r"\b(?:the|of|and|is|this|that|your|not)\b")
NUMBERS = [e.number for e in all_exercises()]
each_exercise = every(NUMBERS)
each_topic = pytest.mark.parametrize("topic", TOPICS)


@pytest.fixture(autouse=True)
def german(tmp_path, monkeypatch):
    monkeypatch.setenv("RESOLUTIONKIT_WORK", str(tmp_path))
    set_language("de")


def exercise(number):
    return next(e for e in all_exercises() if e.number == number)


@each_exercise
def test_blank_and_another_type_are_answered_in_german(number):
    e = exercise(number)
    assert "Noch nicht bearbeitet." in str(e.check(...))
    said = f"{e.check(...)} {e.check(object())}"
    assert not ENGLISH.search(re.sub(r'"[^"]*"', "", said))


@each_exercise
def test_the_solution_is_right(number):
    e = exercise(number)
    assert e.check(names_after(e.solved)[e.answer_name]).status in ("right", "complete")


@each_exercise
def test_what_is_wrong_is_not_yet_right(number):
    e = exercise(number)
    wrong = [a for a, *_ in e.typical] if isinstance(e, Closed) else [w for c in e.conditions for w in c.wrong]
    for answer in wrong:
        assert e.mark(answer).status == "not yet"


@each_exercise
def test_the_last_hint_is_the_solution(number):
    e = exercise(number)
    assert e.hint(99).code == e.solved
    assert [str(step) for step in e.hints if not step.into("de")] == []


@pytest.mark.parametrize("number", read_toml("exercises_in_german.toml"))
def test_conditions_of_german_drafts_say_what_they_miss(number):
    e = exercise(number)
    for condition in getattr(e, "conditions", ()):
        for answer in condition.wrong:
            assert e.mark(answer).text == str(condition)


@pytest.mark.parametrize(
    ("number", "draft", "code"),
    [
        ("6.4", "unter Hinweis auf ihre Resolution 75/10 vom 23. November 2020", "UN103"),
        ("6.4", "erinnert an ihre Resolution 75/10 vom 23. November 2020,", "UN104"),
        (
            "7.5",
            "1. ermutigend die Mitgliedstaaten, nach Bedarf unter Achtung der Menschenrechte Fingerabdrücke zu teilen;",
            "UN207",
        ),
    ],
)
def test_the_form_of_a_german_draft_counts(number, draft, code):
    with talking("de"):
        outcome = exercise(number).check(draft)
    assert outcome.status == "not yet"
    assert code in str(outcome.text)


@each_topic
def test_notebooks_are_what_the_data_and_the_solutions_say(make, topic):
    assert list(make.drift(topic)) == []


@pytest.mark.parametrize("topic", ["drafting", "negotiation"])
def test_the_last_hints_lead_from_stub_to_full_marks(make, topic):
    """Where drafts are written that are German; nbval runs the solutions of all topics."""
    use_forked_kernels()
    stub = make.read(make.folder() / make.learners_name(topic))
    cells = {c.id: c for c in stub.cells}
    places = {e.number.replace(".", "-"): e for e in exercises_of(topic)}
    for place, e in places.items():
        cells[f"answer-{place}"].source = e.hint(99).code
    ran = {c.id: c for c in make.run(stub, make.folder()).cells if c.cell_type == "code"}
    for place, e in places.items():
        assert re.match("✓ Richtig|☐ Die Form", ran[f"check-{place}"].outputs[0].data["text/plain"])
        assert ran[f"test-{place}"].outputs[0].data["text/plain"] == str(e.points - e.reader_points)
