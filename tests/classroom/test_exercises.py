"""Every exercise, whatever is handed in: blank, right, typically wrong, of another type, or huge."""

from __future__ import annotations

import json
import re
import threading
import time
import tomllib
from pathlib import Path

import networkx
import pandas
import pytest
from every import every

import resolutionkit as rk
from resolutionkit import classroom as exercises
from resolutionkit.classroom import record
from resolutionkit.classroom.answer_cell import BLANK
from resolutionkit.classroom.answers import is_blank
from resolutionkit.classroom.exercise import Closed
from resolutionkit.classroom.made_answers import Function, Graph
from resolutionkit.classroom.written_answers import Essay, Written
from resolutionkit.errors import UnknownName
from resolutionkit.language import set_language

ALL = exercises.all_exercises()
each_exercise = every(ALL, lambda e: e.number)
CLOSED = [e for e in ALL if isinstance(e, Closed)]
WRITTEN = [e for e in ALL if isinstance(e, Written)]
each_closed = every(CLOSED, lambda e: e.number)
each_written = every(WRITTEN, lambda e: e.number)


class Broken:
    """An object that fails whatever one does with it."""

    def __repr__(self):
        raise RuntimeError("no representation")

    def __eq__(self, other):
        raise RuntimeError("no comparison")

    def __iter__(self):
        raise RuntimeError("no elements")

    __hash__ = None


def endless():
    while True:
        yield 1


BLANKS = [..., None, "", "...", " … ", [...]]
WRONG_TYPES = [
    object(),
    Broken(),
    b"bytes",
    3 + 4j,
    float("nan"),
    True,
    type,
    range(3),
    {"a": {"b": 1}},
    [["x"]],
    print,
]
HUGE = [
    10**10_000,
    -(10**10_000),
    float("inf"),
    "x" * 2_000_000,
    ["PP1"] * 200_000,
    {n: n for n in range(200_000)},
    endless(),
]


def run(e, code):
    """What the code of an exercise assigns, after the first cell of an exercise notebook."""
    names = {"rk": rk, "res": rk.load(), "pd": pandas, "nx": networkx}
    exec(code, names)
    return names[e.answer_name]


@each_exercise
def test_a_blank_is_not_attempted(e):
    assert {repr(answer): e.check(answer).status for answer in BLANKS} == dict.fromkeys(
        map(repr, BLANKS), "not attempted"
    )


@each_exercise
def test_the_code_of_the_solution_is_right(e):
    assert e.check(run(e, e.solution().code)).done


@each_exercise
def test_the_last_hint_leads_to_the_goal(e):
    assert e.check(run(e, e.hint(99).code)).done


@each_exercise
def test_what_a_person_has_to_judge_is_never_called_right(e):
    outcome = e.check(run(e, e.solved))
    assert outcome.status == ("complete" if e.rubric else "right")
    assert outcome.rubric == tuple(map(str, e.rubric))
    assert bool(outcome.model) == bool(e.rubric)


@each_closed
def test_a_typical_mistake_is_recognized(e):
    heard = [(e.mark(answer), mistake) for answer, mistake in e.typical]
    assert heard
    assert [(o.status, o.text) for o, _ in heard] == [("not yet", str(mistake)) for _, mistake in heard]


@each_written
def test_a_text_that_breaks_a_condition_hears_of_it(e):
    heard = [(e.mark(text), condition) for condition in e.conditions for text in condition.wrong]
    assert heard
    assert [(o.status, o.text) for o, _ in heard] == [("not yet", str(condition)) for _, condition in heard]


@each_closed
def test_at_least_five_typical_wrong_answers_are_known(e):
    assert len(e.mistakes) >= 5


@each_exercise
def test_an_answer_of_another_type_is_not_yet_right(e):
    for answer in WRONG_TYPES:
        outcome = e.mark(answer)
        assert outcome.status in ("not yet", "not attempted"), type(
            answer
        )  # a function that returns nothing is a blank one
        assert len(outcome.text) > 10, type(answer)


@each_exercise
def test_a_huge_answer_is_not_yet_right_and_is_marked_at_once(e):
    for answer in HUGE:
        begin = time.process_time()
        outcome = e.mark(answer)
        assert outcome.status == "not yet", type(answer)
        assert len(outcome.text) < 1000, type(answer)
        assert time.process_time() - begin < 2, type(answer)


@pytest.mark.parametrize("number", ["1.1", "6.6"])
def test_whatever_is_checked_is_marked_and_put_on_record(own_folder, number):
    e = rk.exercise(number)
    for tries, answer in enumerate([e.right if isinstance(e, Closed) else e.solved, *WRONG_TYPES, *HUGE], 1):
        assert e.check(answer).status == e.mark(answer).status
        assert record.entries()[number]["tries"] == tries


@each_closed
def test_no_message_gives_away_the_code_of_the_solution(e):
    code = e.solved.partition("=")[2].strip()
    assert not any(len(code) > 8 and code in str(mistake) for mistake in e.mistakes)


@each_exercise
def test_hints_run_as_they_stand(e):
    names = {"rk": rk, "res": rk.load(), "pd": pandas, "nx": networkx}
    for step in e.hints:
        exec(step.code, dict(names))
        assert e.answer_name not in step.code


@each_exercise
def test_the_last_hint_but_one_is_the_solution_with_blanks(e):
    *_others, faded, last = [e.hint(step) for step in range(1, len(e.hints) + 3)]
    assert BLANK in faded.code
    assert re.fullmatch(re.escape(faded.code).replace(BLANK, ".+?"), last.code, re.DOTALL)
    assert last.head == f"Hint {last.step} of {last.step}."
    assert last.step == len(e.hints) + 2 >= 4


@each_exercise
def test_everything_that_is_said_exists_in_both_languages(e):
    for language in ("en", "de"):
        set_language(language)
        said = [str(e), str(e.check(...)), str(e.solution()), *(str(step) for step in e.hints)]
        assert all(text.strip() for text in said), language
    assert "Minuten" in said[0]


@each_exercise
def test_what_needs_pandas_says_so_and_has_a_way_by_reading(e):
    uses = isinstance(e, Closed) and re.search(r"\bpd\.|rk\.(?:relations|actors|mentions|opener_counts)\(", e.solved)
    assert (e.needs == "pandas") == bool(uses) or e.number in ("4.5", "5.1")
    assert bool(e.needs) == bool(e.by_reading)


RIGHT = tomllib.loads((Path(__file__).parent / "right_answers.toml").read_text(encoding="utf-8"))


@each_closed
def test_what_the_solution_gives_is_what_somebody_worked_out_beside_it(e):
    """A second opinion: figures that the data have changed are written anew by hand, after a look at the text."""
    frozen = RIGHT[e.number]
    if isinstance(e.kind, Function):
        given = [e.right(*case) for case in e.kind.cases]
        assert all(
            e.kind.gives.same(e.kind.gives.read(a), e.kind.gives.read(b)) for a, b in zip(given, frozen, strict=True)
        )
    elif isinstance(e.kind, Graph):
        assert {frozenset(edge) for edge in e.right.edges()} == {frozenset(edge.split(" – ")) for edge in frozen}
    else:
        assert e.kind.same(e.kind.read(frozen), e.kind.read(e.right))


def test_numbers_follow_each_other_in_each_topic():
    for number, topic in enumerate(exercises.TOPICS, 1):
        found = [e.number for e in exercises.exercises_of(topic)]
        assert found == [f"{number}.{n}" for n in range(1, len(found) + 1)]


@each_exercise
def test_minutes_and_points_are_sensible(e):
    assert 1 <= e.minutes <= 30
    assert 1 <= e.points <= 10
    assert bool(e.rubric) or not isinstance(e, Essay)


@pytest.mark.parametrize(
    ("answer", "blank"),
    [
        (0, False),
        (False, False),
        ("0", False),
        ([...], True),
        (["PP1"], False),
        ([], False),
        ("TODO", True),
        ("…", True),
    ],
)
def test_what_counts_as_blank(answer, blank):
    assert is_blank(answer) is blank


@pytest.mark.parametrize("wanted", ["1.99", "9.1", "anatomy", "", None, 10**100, "1"])
def test_an_unknown_exercise_names_the_nearest(wanted):
    with pytest.raises(UnknownName) as error:
        rk.exercise(wanted)
    assert re.search(r"\d\.\d", str(error.value))


def test_an_exercise_can_be_asked_for_as_a_number():
    assert rk.exercise(1.2).number == "1.2"


# --- What the learner has done so far ---------------------------------------------------------------------------


@pytest.fixture
def own_folder(tmp_path, monkeypatch):
    monkeypatch.setenv("RESOLUTIONKIT_WORK", str(tmp_path))
    return tmp_path


def status(number):
    return {row[0]: row[2:] for row in rk.progress().rows}[number]


def test_progress_begins_with_nothing(own_folder):
    assert rk.progress().done == 0
    assert not list(own_folder.iterdir())


def test_progress_counts_tries_and_hints(own_folder):
    e = rk.exercise("1.1")
    e.check(...), e.check(22), e.hint(), e.hint(), e.check(21)
    assert status("1.1") == ("right", 2, 2)


def test_what_is_right_stays_right(own_folder):
    rk.exercise("1.1").check(21), rk.exercise("1.1").check(22)
    assert status("1.1")[0] == "right"


def test_hints_go_on_after_a_restart(own_folder):
    assert [rk.exercise("1.1").hint().step for _ in range(5)] == [1, 2, 3, 4, 4]
    assert json.loads((own_folder / "my-work/progress.json").read_text())["exercises"]["1.1"]["hints"] == 4


def test_after_the_last_hint_it_says_that_there_is_none(own_folder):
    assert ["no further" in rk.exercise("1.1").hint().text for _ in range(5)] == [False] * 4 + [True]


def test_hints_go_on_where_nothing_can_be_written_and_say_so(own_folder):
    (own_folder / "my-work").write_text("a file where the folder should be")
    hints = [rk.exercise("1.1").hint() for _ in range(3)]
    assert [hint.step for hint in hints] == [1, 2, 3]
    assert all("could not be saved" in hint.text for hint in hints)


def test_one_topic_can_be_begun_anew_and_nothing_is_lost(own_folder):
    rk.exercise("1.1").check(21)
    before = (own_folder / "my-work/progress.json").read_text()
    rk.reset_progress("anatomy")
    assert rk.progress().done == 0
    assert (own_folder / "my-work/progress.json.bak").read_text() == before


@pytest.mark.parametrize(
    "found", ["", "{", "[]", '{"exercises": 7}', '{"exercises": {"1.1": 3}}', "\x00", "[" * 100_000]
)
def test_a_broken_file_is_set_aside_not_lost(own_folder, found):
    file = own_folder / "my-work/progress.json"
    file.parent.mkdir()
    file.write_text(found)
    assert rk.progress().done == 0
    rk.exercise("1.1").check(21)
    assert rk.progress().done == 1
    assert (own_folder / "my-work/progress.json.broken").read_text() == found


def test_a_record_that_cannot_be_written_spoils_nothing(own_folder):
    (own_folder / "my-work").write_text("a file where the folder should be")
    outcome = rk.exercise("1.1").check(21)
    assert outcome.right
    assert "could not be saved" in outcome.text


def test_two_notebooks_at_once_lose_nothing(own_folder):
    numbers = [e.number for e in ALL][:8]
    threads = [threading.Thread(target=record.note, args=(n,), kwargs={"status": "right", "tries": 1}) for n in numbers]
    [t.start() for t in threads], [t.join() for t in threads]
    assert sorted(record.entries()) == sorted(numbers)


def done(*numbers):
    for number in numbers:
        record.note(number, status="right", tries=1)


def test_progress_has_a_line_for_each_topic_and_leaves_the_exercises_for_later(own_folder):
    done("1.1", "1.2")
    shown = str(rk.progress())
    assert len(shown.splitlines()) == 1 + len(exercises.TOPICS) + 2
    assert "… 1 Anatomy of a resolution      2 of 6 core exercises,  " in shown
    assert "○ 7 Negotiation                  0 of 5 core exercises,  0 of" in shown
    folded = rk.progress()._repr_html_().partition("<details>")
    assert "1.1 How many reasons?" not in folded[0]
    assert "1.1 How many reasons?" in folded[2]
    assert "1.1 How many reasons?" in str(rk.progress("anatomy"))


def test_the_points_of_progress_are_those_that_the_checks_give(own_folder):
    done(*(e.number for e in ALL))
    given = {topic: sum(e.score().of for e in exercises.exercises_of(topic)) for topic in exercises.TOPICS}
    assert {t.name: (t.points, t.of, t.status) for t in rk.progress().topics} == {
        name: (points, points, "right") for name, points in given.items()
    }


@pytest.mark.parametrize(
    ("right", "following"),
    [
        ([], "1.1"),
        (["1.1", "1.3"], "1.2"),
        (["3.1"], "3.2"),  # a class begins where its teacher does
        ([e.number for e in ALL if e.core and not e.number.startswith("2.")], "2.1"),
        ([e.number for e in ALL if e.core], "7.3"),
    ],
)
def test_progress_says_what_to_do_next(own_folder, right, following):
    done(*right)
    note = rk.progress().note
    assert f" {following} “{rk.exercise(following).title}”, in exercises/0{following[0]}_" in note
    assert note.startswith(
        "Next: " if rk.exercise(following).core else "All core exercises are done. If you have time: "
    )


def test_when_everything_is_right_nothing_is_next(own_folder):
    done(*(e.number for e in ALL))
    assert rk.progress().note == rk.progress("words").note == ""


def test_the_notebook_that_progress_names_is_there(own_folder):
    named = set()
    for topic in exercises.TOPICS:
        named.add(rk.progress().note.partition(", in ")[2].removesuffix("."))
        done(*(e.number for e in exercises.exercises_of(topic) if e.core))
    assert named == {f"exercises/{file.name}" for file in (Path(__file__).parents[2] / "exercises").glob("*.ipynb")}


def test_progress_speaks_german(own_folder):
    set_language("de")
    done("3.1")
    shown = str(rk.progress())
    assert "1 von 4 Kernaufgaben" in shown
    assert "Als Nächstes: 3.2 „" in shown
    assert 'rk.progress("actors") zeigt' in shown
    assert f"<summary>Alle {len(ALL)} Aufgaben</summary>" in rk.progress()._repr_html_()


def test_a_lock_that_a_dead_process_left_is_broken(own_folder):
    import os

    lock = own_folder / "my-work/progress.json.lock"
    lock.parent.mkdir()
    lock.touch()
    os.utime(lock, (1, 1))
    assert rk.exercise("1.1").check(21).text.count("saved") == 0
    assert rk.progress().done == 1


# --- How it looks --------------------------------------------------------------------------------------------------


def test_outcomes_show_themselves_in_words_and_signs():
    outcome = rk.exercise("1.1").check(22)
    assert "Not yet" in outcome._repr_html_()
    assert str(outcome).startswith("… Not yet.")


def test_whatever_a_learner_writes_is_escaped():
    e = rk.exercise("1.5")
    shown = e.check(lambda symbol: (_ for _ in ()).throw(ValueError("<script>alert(1)</script>")))._repr_html_()
    assert "<script>" not in shown
    assert "&lt;script&gt;" in shown


@pytest.mark.parametrize("ask", [exercises.exercises_of, exercises.reset_progress])
def test_an_unknown_topic_names_those_that_there_are(ask):
    with pytest.raises(UnknownName, match="anatomy"):
        ask("botany")


def test_to_begin_anew_with_nothing_done_writes_nothing(own_folder):
    assert rk.reset_progress().done == 0
    assert not list(own_folder.iterdir())
