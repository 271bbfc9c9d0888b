"""The form of ``data/exercises/`` and ``data/quizzes/``: nothing missing, nothing too much. Nothing is checked when they are read."""

from __future__ import annotations

import ast
import builtins
import dataclasses
import re
import tomllib
from pathlib import Path

import pytest
from every import every

from resolutionkit.classroom import TOPICS, sheet, written_answers
from resolutionkit.classroom.exercise import LEVELS, Closed, Exercise
from resolutionkit.classroom.written_answers import Essay, Written

DATA = Path(__file__).parents[2] / "data"


def entries(folder):
    """(name, table) of everything in the files of a folder."""
    for topic in TOPICS:
        yield from tomllib.loads((DATA / folder / f"{topic}.toml").read_text(encoding="utf-8")).items()


each_entry = every(list(entries("exercises")), lambda case: case[0])
each_question = every(list(entries("quizzes")), lambda case: case[0])


def texts(value, place=""):
    """(place, table) of everything that is said."""
    if isinstance(value, dict):
        if "en" in value or "de" in value:
            yield place, value
        else:
            for key, inner in value.items():
                yield from texts(inner, f"{place} {key}")
    elif isinstance(value, list):
        for number, inner in enumerate(value, 1):
            yield from texts(inner, f"{place} {number}")


# --- Exercises ----------------------------------------------------------------------------------------------------


@each_entry
def test_every_text_is_there_in_english_and_german(number, entry):
    bad = [place for place, text in texts(entry) if not (text.get("en", "").strip() and text.get("de", "").strip())]
    bad += [place for place, text in texts(entry) if text.get("en") == text.get("de")]
    assert not bad


@each_entry
def test_an_exercise_has_what_its_kind_needs_and_nothing_else(number, entry):
    made = sheet.exercise(number, entry)
    fields = {field.name for field in dataclasses.fields(made)} - {"number", "kind", "reasons"}
    allowed = fields | ({"answer", "example", "cases", *sheet.PARTS} if isinstance(made, Closed) else set())
    assert set(entry) <= allowed
    needed = {"answer", "mistakes"} if isinstance(made, Closed) else {"conditions"}
    needed |= (
        {"words"} if isinstance(made, Essay) else {"frame"} if isinstance(made, Written) and made.points < 4 else set()
    )
    common = {field.name for field in dataclasses.fields(Exercise) if field.default is dataclasses.MISSING}
    assert (common | needed) - {"number"} <= set(entry)


@each_entry
def test_level_hints_and_code_are_as_they_should_be(number, entry):
    assert entry["level"] in LEVELS
    assert len(entry["hints"]) >= 2
    assert all(set(hint) <= {"en", "de", "code"} for hint in entry["hints"])
    assert re.search("«.+?»", entry["code"])
    assert ast.parse(re.sub("[«»]", "", entry["code"]))
    assert f"answer_{number.replace('.', '_')}" in entry["code"]


@each_entry
def test_a_condition_says_in_one_way_what_it_wants_and_shows_a_text_that_fails(number, entry):
    for condition in entry.get("conditions", ()):
        assert len({"holds", "needs", "avoids", "claims", "denies"} & set(condition)) == 1
        assert condition["wrong"]


def test_what_a_condition_holds_uses_names_that_there_are():
    held = [c["holds"] for _name, entry in entries("exercises") for c in entry.get("conditions", ()) if "holds" in c]
    used = {node.id for code in held for node in ast.walk(ast.parse(code)) if isinstance(node, ast.Name)}
    assert used - {"text", "draft", "p", "r", "row", "tie", "_ends"} <= {*vars(written_answers), *dir(builtins)}
    made = {
        name
        for name, test in vars(written_answers).items()
        if getattr(test, "__module__", "") == written_answers.__name__
    }
    public = {name for name in made if not name.startswith("_")}
    assert public - used == {"Condition", "Written", "Essay"}


# --- Quizzes ------------------------------------------------------------------------------------------------------

MAY_STAND = {
    "question": {"kind", "ask", "options", "paragraph", "quote", "fact"},
    "option": {"en", "de", "why", "right", "paragraph", "quote"},
    "order": {"en", "de", "why", "hint", "paragraph", "quote"},
    "match": {"en", "de", "why", "hint", "to", "paragraph", "quote"},
}
MAY_STAND |= {"one": MAY_STAND["option"], "several": MAY_STAND["option"], "parts": MAY_STAND["match"]}
EVIDENCE = {"paragraph", "quote"}


@each_question
def test_a_question_has_what_its_kind_needs_and_nothing_else(name, entry):
    assert set(entry) <= MAY_STAND["question"]
    assert {"kind", "ask", "options"} <= set(entry)
    allowed = MAY_STAND[entry["kind"]]
    for option in entry["options"]:
        assert set(option) <= allowed
        assert allowed - {"right", *EVIDENCE} <= set(option)


@each_question
def test_a_paragraph_comes_with_its_quote(name, entry):
    assert not [one for one in (entry, *entry["options"]) if len(EVIDENCE & set(one)) == 1]


@each_question
def test_as_many_options_are_right_as_the_kind_says(name, entry):
    assert 2 <= len(entry["options"]) <= 9
    right = sum(option.get("right", False) for option in entry["options"])
    assert {"one": right == 1, "several": right >= 2}.get(entry["kind"], right == 0)


@each_question
def test_every_text_of_a_question_is_there_in_both_languages(name, entry):
    said = [
        entry["ask"],
        *entry["options"],
        *(o[key] for o in entry["options"] for key in ("why", "hint", "to", "quote") if key in o),
    ]
    assert all(text["en"].strip() and text["de"].strip() for text in said)


@pytest.mark.parametrize("topic", TOPICS)
def test_questions_are_numbered_without_a_gap(topic):
    names = list(tomllib.loads((DATA / "quizzes" / f"{topic}.toml").read_text(encoding="utf-8")))
    assert names == [f"{topic}-{n}" for n in range(1, len(names) + 1)]
