"""TEACHING.md and the pages in docs/teaching: all that they name exists and is right; German says the same. The plans: test_plans.py."""

from __future__ import annotations

import ast
import json
import re
import shlex
from pathlib import Path

import pytest

import resolutionkit as rk
from resolutionkit import classroom as exercises
from resolutionkit.classroom import quizzes
from resolutionkit.classroom.course.folder import assignments, guide
from resolutionkit.classroom.exercise import Closed
from resolutionkit.classroom.handouts import HANDOUTS, OF_A_PLAN, PLANS
from resolutionkit.classroom.made_answers import Function, Graph
from resolutionkit.classroom.plans import plan
from resolutionkit.command.parser import _parser

ROOT = Path(__file__).parents[2]
PAGES = {
    name: (ROOT / name).read_text(encoding="utf-8")
    for name in ("TEACHING.md", "docs/teaching/answers.md", "docs/teaching/hubs.md", "docs/teaching/LEHREN.md")
}
TEXT = "\n".join(text for name, text in PAGES.items() if "LEHREN" not in name)
ENGLISH, GERMAN = PAGES["TEACHING.md"], PAGES["docs/teaching/LEHREN.md"]
ALL = {e.number: e for e in exercises.all_exercises()}
NOTEBOOKS = {path.name[:2]: path for path in sorted((ROOT / "notebooks").glob("[0-9][0-9]_*.ipynb"))}


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


def commands() -> list[list[str]]:
    """Every command of the kit that the text names, in words."""
    found = re.findall(r"(?:`| {4})resolutionkit ([^`\n]+)[`\n]", TEXT)
    return [shlex.split(command) for command in found]


# --- Plans --------------------------------------------------------------------------------------------------------

PLANNED = "\n".join(plan(letter, "en").text for letter in PLANS)


def test_every_plan_can_be_chosen():
    assert re.findall(r"data/plans/(\w)\.en\.md", section("Choose a plan")) == [letter.lower() for letter in PLANS]


def test_every_notebook_is_in_a_plan_or_among_those_left_out():
    left = {
        notebook for row in rows(section("What the plans leave out")) for notebook in re.findall(r"\b0\d\b", row[0])
    }
    assert {number for number in NOTEBOOKS if f"{number} §" in PLANNED or f"otebook {number}" in PLANNED} | left == set(
        NOTEBOOKS
    )


def test_every_exercise_is_in_a_plan_or_among_those_left_out():
    planned = set(numbers(PLANNED))
    left = [number for row in rows(section("What the plans leave out")) for number in numbers(row[0])]
    assert planned | set(left) == set(ALL)
    assert len(left) == len(set(left))


# --- What the text names ------------------------------------------------------------------------------------------


def test_every_section_that_is_named_exists():
    named = sections(TEXT)
    assert len(named) > 20
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
        assert set(_parser().parse_args(words).names) <= {*HANDOUTS, *OF_A_PLAN}


def test_the_commands_of_the_kit_are_all_there():
    assert {words[0] for words in commands()} == {"handout", "review", "course", "class"}


def test_every_word_of_the_package_exists():
    named = set(re.findall(r"\brk\.(\w+)", TEXT))
    assert len(named) > 3
    assert not [name for name in named if not hasattr(rk, name)]
    for topic in re.findall(r'rk\.reset_progress\("(\w+)"\)', TEXT):
        assert topic in exercises.TOPICS
    for name in re.findall(r'quiz\("([\w-]+)"\)', TEXT):
        assert quizzes.quiz(name)


def test_start_knows_what_the_text_asks_of_it():
    asked = set(re.findall(r"python3 start\.py (\w+)", TEXT))
    usage = (ROOT / "start.py").read_text(encoding="utf-8").partition('"""')[2].partition('"""')[0]
    assert asked == {"check", "pack", "site"}
    assert not [word for word in asked if f"start.py {word}" not in usage]


def anchors(path):
    titles = re.findall(r"^#+ (.+)$", path.read_text(encoding="utf-8"), re.MULTILINE)
    return {re.sub(r"[^\w -]", "", title.lower()).replace(" ", "-") for title in titles}


@pytest.mark.parametrize("name", PAGES)
def test_every_link_within_the_kit_leads_somewhere(name):
    astray = []
    for link in re.findall(r"\]\(([^)\s]+)\)", PAGES[name]):
        file, _, anchor = link.partition("#")
        path = (ROOT / name).parent / file if file else ROOT / name
        if "://" not in link and not (path.exists() and (not anchor or anchor in anchors(path))):
            astray.append(link)
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
        assert f"exercises/solutions/0{e.number[0]}_{topic}.ipynb)" in answer


@each_exercise
def test_paragraphs_beside_answers_exist_and_are_those_of_the_exercise(e):
    known = {p.label for p in rk.load().paragraphs}
    named = re.findall(r"\b[PO]P\d+(?:\([a-z]\))?", KEY[e.number][1])
    assert set(named) <= known
    told = " ".join([str(e.question), str(e.because), e.solved, *map(str, e.rubric)])
    told += " ".join(str(step) for step in e.hints)
    told += f"{e.right} {[str(m) for m in e.mistakes]}" if isinstance(e, Closed) else ""
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


# --- German -------------------------------------------------------------------------------------------------------


def tables(text):
    """The tables of a page, each as its rows without the head."""
    return [rows(table) for table in re.findall(r"(?:^\|.*\n)+", text, re.MULTILINE)]


def named(text):
    """Exercises, sections, commands and words of code, in order of their kind."""
    code = re.findall(r"`(rk\.[^`]+|python3 start\.py[^`]*)`", text)
    commands = re.findall(r"resolutionkit ((?:handout|review|course|class)[^`\n]*)", text)
    return (
        sorted(numbers(text)),
        sorted(sections(text)),
        sorted(set(code)),
        [c.replace(" --language de", "") for c in commands],
    )


def test_german_and_english_say_the_same():
    """Written and not translated; but plans, tables, references and commands are the same."""
    assert [len(table) for table in tables(GERMAN)] == [len(table) for table in tables(ENGLISH)]
    assert len(re.findall("^## ", GERMAN, re.MULTILINE)) == len(re.findall("^## ", ENGLISH, re.MULTILINE))
    assert len(re.findall(r"^- \[ \] ", GERMAN, re.MULTILINE)) == len(re.findall(r"^- \[ \] ", ENGLISH, re.MULTILINE))
    for german, english in zip(named(GERMAN), named(ENGLISH), strict=True):
        assert german == english
    assert re.findall(r"plans/(\w)\.de\.md", GERMAN) == re.findall(r"plans/(\w)\.en\.md", ENGLISH)


def test_german_handouts_and_points_have_the_figures_of_the_english_ones():
    assert [row[-1] for row in tables(GERMAN)[5]] == [row[-1] for row in tables(ENGLISH)[5]]
    assert [row[1:] for row in tables(GERMAN)[6]] == [row[1:] for row in tables(ENGLISH)[6]]
