"""TEACHING.md: the sums of its plans, and that all that it names exists and is right."""

from __future__ import annotations

import ast
import json
import re
import shlex
from pathlib import Path

import pytest

import resolutionkit as rk
from resolutionkit import classroom as exercises
from resolutionkit.classroom import quiz as quizzes
from resolutionkit.classroom.course.assignments import assignments
from resolutionkit.classroom.course.guide import guide
from resolutionkit.classroom.exercise import Closed
from resolutionkit.classroom.handouts import HANDOUTS
from resolutionkit.classroom.made_answers import Function, Graph
from resolutionkit.command.parser import _parser

ROOT = Path(__file__).parents[2]
TEXT = (ROOT / "TEACHING.md").read_text(encoding="utf-8")
ALL = {e.number: e for e in exercises.all_exercises()}
NOTEBOOKS = {path.name[:2]: path for path in sorted((ROOT / "notebooks").glob("[0-9][0-9]_*.ipynb"))}
PLANS = {"Plan A": 90, "Plan B": 90, "Plan C": 90, "Plan D": 45}
each_plan = pytest.mark.parametrize("plan", PLANS)


def section(start: str) -> str:
    """What stands below the heading that begins so, up to the next one of its rank or a higher one."""
    head = re.search(rf"^(#+) {re.escape(start)}.*\n", TEXT, re.MULTILINE)
    assert head, f"There is no heading {start!r}"
    following = re.compile(rf"^#{{1,{len(head[1])}}} ", re.MULTILINE).search(TEXT, head.end())
    return TEXT[head.end() : following.start() if following else None]


def rows(text: str) -> list[list[str]]:
    """The rows of the first table in a text, without its head."""
    table = re.search(r"(?:^\|.*\n)+", text, re.MULTILINE)
    assert table, "There is no table"
    return [[cell.strip() for cell in re.split(r"(?<!\\)\|", line)[1:-1]] for line in table[0].splitlines()[2:]]


def numbers(text: str) -> list[str]:
    """The exercises that a text names: 1.3."""
    return re.findall(r"(?<![\d.§])\b[1-9]\.[1-9]\b(?!\.?\d)", text)


def sections(text: str) -> list[tuple[str, str]]:
    """The sections of notebooks that a text names: 01 §4 is ("01", "4")."""
    return re.findall(r"\b(0\d) §(\d+)", text)


def headings(notebook: str) -> dict[str, str]:
    """The numbered sections of a notebook, by their number."""
    cells = json.loads(NOTEBOOKS[notebook].read_text(encoding="utf-8"))["cells"]
    prose = "\n".join("".join(cell["source"]) for cell in cells if cell["cell_type"] == "markdown")
    return dict(re.findall(r"^## (\d+)\. (.+)$", prose, re.MULTILINE))


def minutes_of(heading: str) -> int:
    """The minutes in a heading: the first number, which is that of a group."""
    return int(re.search(r"\((\d+) minutes", heading)[1])  # type: ignore[index]


def commands() -> list[list[str]]:
    """Every command of the kit that the text names, in words."""
    found = re.findall(r"(?:`| {4})resolutionkit ([^`\n]+)[`\n]", TEXT)
    return [shlex.split(command) for command in found]


# --- Plans --------------------------------------------------------------------------------------------------------


@each_plan
def test_the_minutes_of_a_plan_add_up(plan):
    assert sum(int(row[0]) for row in rows(section(plan))) == PLANS[plan]
    assert f"({PLANS[plan]} minutes)" in re.search(rf"^### {plan}.*$", TEXT, re.MULTILINE)[0]


@each_plan
def test_what_happens_fits_into_its_minutes(plan):
    too_short = {}
    for minutes, _, material, *_ in rows(section(plan)):
        needed = sum(ALL[number].minutes for number in numbers(material))
        needed += sum(minutes_of(headings(notebook)[part]) for notebook, part in sections(material))
        needed += 5 * material.count("quiz ")
        if needed > int(minutes):
            too_short[material] = f"{needed} minutes in {minutes}"
    assert not too_short


@each_plan
def test_every_row_says_what_to_do_with_what_and_in_which_words(plan):
    for row in rows(section(plan)):
        assert len(row) == 5, row
        assert all(row), row
        assert row[3].startswith("“"), row


def test_trouble_is_expected_in_what_the_row_uses():
    astray = []
    for plan in PLANS:
        for _, _, material, _, trouble in rows(section(plan)):
            place = trouble.partition(":")[0].partition(",")[0]
            astray += [place for found in sections(place) if found not in sections(material)]
            astray += [place for found in numbers(place) if found not in numbers(material)]
    assert not astray


def test_every_notebook_is_in_a_plan():
    taught = {notebook for plan in PLANS for row in rows(section(plan)) for notebook in re.findall(r"\b0\d\b", row[2])}
    assert taught == set(NOTEBOOKS)


def test_every_exercise_is_in_a_plan_or_among_those_left_out():
    planned = {number for plan in PLANS for number in numbers(section(plan))}
    left = [number for row in rows(section("What was left out")) for number in numbers(row[0])]
    assert planned | set(left) == set(ALL)
    assert len(left) == len(set(left))


# --- What the text names ------------------------------------------------------------------------------------------


def test_every_section_that_is_named_exists():
    named = sections(TEXT)
    assert len(named) > 30
    assert not [f"{notebook} §{part}" for notebook, part in named if part not in headings(notebook)]


def test_every_quiz_and_handout_that_is_named_exists():
    listed = re.findall(r"quiz(?:zes)? ((?:`[a-z]+`(?:, | and )?)+)", TEXT)
    assert {name for names in listed for name in re.findall("[a-z]+", names)} <= set(quizzes.TOPICS)
    listed = re.findall(r"handouts? ((?:`[a-z]+`(?:, | and )?)+)", TEXT)
    assert {name for names in listed for name in re.findall("`([a-z]+)`", names)} <= set(HANDOUTS)
    assert [row[0].strip("`") for row in rows(section("Handouts"))] == list(HANDOUTS)


@pytest.mark.parametrize("words", commands(), ids=" ".join)
def test_every_command_is_understood(words):
    _parser().parse_args(words)
    if words[0] == "handout":
        assert {word for word in words[1 : words.index("--to") if "--to" in words else 1]} <= set(HANDOUTS)


def test_the_commands_of_the_kit_are_all_there():
    assert {words[0] for words in commands()} == {"handout", "review", "course"}


def test_every_word_of_the_package_exists():
    named = set(re.findall(r"\brk\.(\w+)", TEXT))
    assert len(named) > 5
    assert not [name for name in named if not hasattr(rk, name)]
    for topic in re.findall(r'rk\.reset_progress\("(\w+)"\)', TEXT):
        assert topic in exercises.TOPICS
    for name in re.findall(r'quiz\("([\w-]+)"\)', TEXT):
        assert quizzes.quiz(name)


def test_start_knows_what_the_text_asks_of_it():
    asked = set(re.findall(r"python3 start\.py (\w+)", TEXT))
    usage = (ROOT / "start.py").read_text(encoding="utf-8").partition('"""')[2].partition('"""')[0]
    assert asked == {"check"}
    assert "start.py check" in usage


def test_every_link_within_the_kit_leads_somewhere():
    anchors = {
        re.sub(r"[^\w -]", "", title.lower()).replace(" ", "-") for title in re.findall(r"^#+ (.+)$", TEXT, re.M)
    }
    links = re.findall(r"\]\(([^)\s]+)\)", TEXT)
    astray = [link for link in links if link.startswith("#") and link[1:] not in anchors]
    astray += [link for link in links if "://" not in link and link[0] != "#" and not (ROOT / link).exists()]
    assert not astray


def test_every_file_of_the_kit_that_is_named_exists():
    named = set(re.findall(r"`((?:exercises|notebooks|tests|\.binder)/[\w./-]*)`", TEXT))
    assert named
    assert not [name for name in named if not (ROOT / name).exists()]


# --- Groups -------------------------------------------------------------------------------------------------------


def test_exercises_without_programming_are_those_that_need_none():
    listed = {row[0]: numbers(row[1]) for row in rows(section("Other groups"))}
    expected = {
        topic: [e.number for e in exercises.exercises_of(topic) if e.level != "programming"]
        for topic in exercises.TOPICS
    }
    assert listed == expected


# --- Answers ------------------------------------------------------------------------------------------------------

KEY = {row[0]: row[1:] for row in rows(section("Answers"))}
each_exercise = pytest.mark.parametrize("e", ALL.values(), ids=lambda e: e.number)


def test_every_exercise_has_its_answer():
    assert list(KEY) == list(ALL)


@each_exercise
def test_answers_are_right_or_lead_to_the_solution(e):
    answer, _ = KEY[e.number]
    if isinstance(e, Closed) and not isinstance(e.kind, Function | Graph):
        literal = ast.literal_eval(re.match("`([^`]+)`", answer)[1])
        assert e.mark(literal).right
    elif quoted := re.match("“(.+)”", answer):
        assert e.mark(quoted[1]).done
    else:
        topic = exercises.TOPICS[int(e.number[0]) - 1]
        assert f"(exercises/solutions/0{e.number[0]}_{topic}.ipynb)" in answer


@each_exercise
def test_paragraphs_beside_answers_exist_and_are_those_of_the_exercise(e):
    known = {p.label for p in rk.load().paragraphs}
    named = re.findall(r"\b[PO]P\d+(?:\([a-z]\))?", KEY[e.number][1])
    assert set(named) <= known
    told = " ".join([str(e.question), str(e.because), e.solved, *map(str, e.rubric)])
    told += " ".join(str(step.says) for step in e.hints)
    told += f"{e.right} {[str(m.says) for m in e.mistakes]}" if isinstance(e, Closed) else ""
    assert not [label for label in named if label not in told]


def test_one_network_is_told_by_its_size():
    network = ALL["4.1"].right
    assert f"{len(network)} nodes and {network.number_of_edges()} lines" in KEY["4.1"][0]


# --- Grading ------------------------------------------------------------------------------------------------------


def test_points_are_those_of_the_exercises():
    expected = {}
    for topic in exercises.TOPICS:
        by_reader = sum(e.reader_points for e in exercises.exercises_of(topic))
        expected[topic] = [str(sum(e.points for e in exercises.exercises_of(topic)) - by_reader), str(by_reader)]
    assert {row[0]: row[1:] for row in rows(section("Grading"))} == expected


def test_what_a_person_has_to_read_is_listed():
    listed = re.search(r"Yours are for\s+substance: (.+?) The last cell", TEXT, re.DOTALL)
    assert numbers(listed[1]) == [e.number for e in ALL.values() if e.reader_points]


def test_the_course_folder_leads_through_six_steps():
    assert "six steps" in section("Grading")
    assert "The six steps" in guide(assignments(), Path("env"), "en")


# --- Many learners ------------------------------------------------------------------------------------------------


def test_the_figures_of_the_load_test_stand_between_their_marks():
    measured = re.search("<!-- load: begin -->\n(.*)<!-- load: end -->", section("Measured"), re.DOTALL)
    figures = {row[0]: row[1:] for row in rows(measured[1])}
    assert {"memory for each learner, MiB", "first cell, seconds after the click"} <= set(figures)
    for median, p95, most in figures.values():
        assert 0 < float(median) <= float(p95) <= float(most)


def test_the_lock_is_for_the_pythons_that_are_named():
    assert "3.11 to 3.15" in TEXT
    assert "Python 3.11 to 3.15" in (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
