"""Variants of the exercises: every key is read a second time, with csv, re and the text alone, from the words of the question."""

from __future__ import annotations

import csv
import json
import re
from pathlib import Path

import pytest
from every import every
from nbgrader_course import Classroom, solved

from resolutionkit.__main__ import main
from resolutionkit.classroom import TOPICS, all_exercises, exercise, exercises_of, progress, record, sheet
from resolutionkit.classroom.class_view import Learner, wrong_answers
from resolutionkit.classroom.course.folder import assignments
from resolutionkit.classroom.exercise import Closed, names_after
from resolutionkit.files import read_toml
from resolutionkit.language import language, talking

DATA = Path(__file__).parents[2] / "data"
SOLUTIONS = Path(__file__).parents[2] / "exercises" / "solutions"
SEEDS = range(1, 101)
both_languages = pytest.mark.parametrize("language", ["en", "de"])
ENTRIES = {number: entry for topic in TOPICS for number, entry in read_toml(f"exercises/{topic}.toml").items()}
IN_GERMAN = read_toml("exercises_in_german.toml")
VARYING = [number for number, entry in ENTRIES.items() if isinstance(entry.get("variant"), dict)]
ROWS = [(number, at) for number in VARYING for at in range(len(ENTRIES[number]["variant"]["rows"]))]
each_row = every(ROWS)
each_row_in_both_languages = every([(*row, language) for row in ROWS for language in ("en", "de")])


def made(number: str, at: int) -> Closed:
    """The exercise with one certain row of its variants."""
    entry = ENTRIES[number]
    if language() == "de":
        entry = entry | IN_GERMAN.get(number, {})
    entry = entry | {"variant": ENTRIES[number]["variant"] | {"rows": [ENTRIES[number]["variant"]["rows"][at]]}}
    return sheet.exercise(number, sheet.varied(number, entry, 1))


# --- An independent reader --------------------------------------------------------------------------------------


def table(name: str) -> list[dict[str, str]]:
    with (DATA / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def resolution() -> dict[str, tuple[str, str, str]]:
    """Label -> opener, text without footnotes, the markup of the line; a paragraph is a line of the file."""
    found = {}
    for line in (DATA / "a-res-75-10.de.xml").read_text(encoding="utf-8").splitlines():
        place = re.search(r'eId="(?:(container|para)_(\d+)|para_13__list_1__point_(\w))"', line)
        if place and "</p>" in line:
            label = f"OP13({place[3]})" if place[3] else {"container": "PP", "para": "OP"}[place[1]] + place[2]
            bare = re.sub(r"<authorialNote.*?</authorialNote>|<num>.*?</num>", "", line)
            opener = re.search(r'class="italic opener">(.*?)</span>', line)
            found[label] = (opener[1] if opener else "", re.sub(r"<[^>]+>", "", bare).strip(), line)
    return found


TEXT = resolution()
PREAMBLE, OPERATIVE = ({k: v for k, v in TEXT.items() if k[:2] == part and "(" not in k} for part in ("PP", "OP"))
PLACES = {"second": 2, "third": 3, "fourth": 4, "fifth": 5}


def which(question: str) -> int:
    return PLACES[re.search(r"\*\*(second|third|fourth|fifth)\*\*", question)[1]]


def labels(name: str, id_: str) -> list[str]:
    return next(row["paragraphs"].split("|") for row in table(name) if row["id"] == id_)


def how_many(question):
    return len(OPERATIVE if "**operative**" in question else TEXT)


def by_abbreviation(question):
    paragraphs = {row["abbreviation"]: row["paragraphs"] for row in table("actors")}
    return {name: paragraphs[name] for name in re.findall(r"\(([A-Z]+)\)", question)}


def sub_paragraph(question):
    return [label for label in TEXT if "(" in label][which(question) - 1]


def longest(question):
    if "fewest characters" in question:
        return [min(part, key=lambda label: len(part[label][1])) for part in (PREAMBLE, OPERATIVE)]
    words = re.compile(r"," if "commas" in question else r"(?<!\S)der(?!\S)")
    return [max(part, key=lambda label: len(words.findall(part[label][1]))) for part in (PREAMBLE, OPERATIVE)]


def with_openers(question):
    one, other = re.findall(r"\*(\w+)\* \(", question)[:2]
    return [label for label, (opener, *_) in PREAMBLE.items() if re.search(f"{one}|{other}", opener)]


def year(question):
    label = re.match(r"PP\d+", question)[0]
    beside = {
        "PP1": "51/1 vom 15. Oktober ",
        "PP7": "seit ",
        "PP11": "Vereinbarung vom 21. Juli ",
        "PP12": "Vereinbarung vom 27. Juni ",
    }
    return int(re.search(re.escape(beside[label]) + r"(\d{4})", PREAMBLE[label][1])[1])


def opener_at_a_place(question):
    part = "operative" if "**operative**" in question else "preamble"
    rows = [row for row in table("opener_counts") if (row["language"], row["part"]) == ("en", part)]
    return sorted(rows, key=lambda row: -int(row["resolutions"]))[which(question) - 1]["opener"]


def documents(question):
    counted = {}
    for label, (_opener, _text, line) in TEXT.items():
        footnotes = "".join(re.findall(r"<authorialNote.*?</authorialNote>", line))
        sentence = re.sub(r"<authorialNote.*?</authorialNote>", "", line)
        n = len(re.findall(r'<ref href="/akn/un/', footnotes if "**footnotes**" in question else sentence))
        counted |= {label: n} if n else {}
    return counted


def marked_forms(question):
    counts = {
        row["opener"]: int(row["paragraphs"])
        for row in table("opener_counts")
        if row["language"] == "en" and row["part"] == "operative"
    }
    verbs = json.loads(re.search(r"`(\[.*?\])`", question)[1])
    return {verb: counts[f"Also {verb.lower()}"] + counts[f"Further {verb.lower()}"] for verb in verbs}


def paragraphs_with(question):
    id_ = re.search(r'`"([\w-]+)"`', question)[1]
    return len(labels("actors" if id_ in ("un", "interpol") else "topics", id_))


def parts(question):
    found, wholes = set(), {re.search(r'`"([\w-]+)"`', question)[1]}
    while wholes:
        wholes = {row["id"] for row in table("actors") if row["part_of"] in wholes} - found
        found |= wholes
    return found


def arrows(question):
    node = re.search(r'node "([\w-]+)"', question)[1]
    rows = [row for row in table("relations") if row["relation"] in ("calls on", "asked to use")]
    return {
        "arriving": sum(row["target"] == node for row in rows),
        "leaving": sum(row["source"] == node for row in rows),
    }


def reweighted(question):
    one, weight, other, half = re.search(r"\*([^*]+)\* weighs (\d), \*([^*]+)\* ([\d.]+)", question).groups()
    sums = {}
    for row in table("relations"):
        if row["relation"] == "calls on" and row["paragraph"]:
            new = {one: float(weight), other: float(half)}.get(row["verb_en"], 1.0)
            sums[row["target"]] = sums.get(row["target"], 0) + new - 1
    return [target for target, more in sums.items() if more]


def evidence(question):
    pair = re.findall(r'(?:between|from|and|to) "([\w-]+)"', question)
    relation = "calls on" if "calls_on" in question else "cooperates with"
    rows = [r for r in table("relations") if r["relation"] == relation and {r["source"], r["target"]} == set(pair)]
    return {row["paragraph"]: row["quote"] for row in rows}


def places_of_systems(question):
    return {id_: labels("systems", id_) for id_ in re.findall(r'\("([\w-]+)"\)', question)}


def databases(question):
    types = {row["id"]: row["type"] for row in table("systems")}
    against = re.search(r'target "([\w-]+)"', question)[1]
    rows = [row for row in table("relations") if (row["relation"], row["target"]) == ("is used against", against)]
    return {row["source"] for row in rows if types[row["source"]] == "database"}


def log(question):
    names = {}
    exec(re.search(r"```python\n(.*?)```", question, re.DOTALL)[1], names)
    return dict(tuple(row) for row in names["world"].sql("SELECT outcome, count(*) AS n FROM log GROUP BY outcome"))


def errors_of_form(question):
    wrong = []
    lines = re.search(r"```\n(.*?)```", question, re.DOTALL)[1].strip().split("\n\n")[1:]
    reasons, acts = [x for x in lines if not x[0].isdigit()], [x for x in lines if x[0].isdigit()]
    for n, line in enumerate(reasons, 1):
        opens_well = re.match(r"\w+ing\b|Mindful|Aware|Concerned|Convinced", line)
        wrong += [] if opens_well and line.endswith(",") else [f"PP{n}"]
    for n, line in enumerate(acts, 1):
        mark = "." if n == len(acts) else ";"
        wrong += [] if re.match(r"\d\. [A-Z]\w+s\b", line) and line.endswith(mark) else [f"OP{n}"]
    return wrong


def openers_with(question):
    word = re.search(r"the word \*(\w+)\*", question)[1]
    rows = [row for row in table("opener_counts") if (row["language"], row["part"]) == ("en", "preamble")]
    return sum(int(row["paragraphs"]) for row in rows if word in row["opener"].casefold())


def hints_of(question):
    """75/10 without its day, the same opener twice in a row, a report for which no session is named: read by eye."""
    wanted = {"without a finding": {"OP2"}, "Mindful": {"PP1", "OP2"}, "answers": {"PP1", "PP3", "OP2"}}
    return lambda draft: next((found for word, found in wanted.items() if word in draft), {"OP2"})


def acts_with(question):
    verb = re.search(r"in German \*(\w+)\*", question)[1]
    return [label for label, (opener, *_) in OPERATIVE.items() if opener.split()[0] == verb]


def renumbered(question):
    gone, behind = int(re.search(r"Delete OP(\d+)", question)[1]), int(re.search(r"after OP(\d+)", question)[1])
    return {f"OP{n}": f"OP{n - 1}" for n in range(gone + 1, behind + 1)}


def kinds(question):
    gone, changed, new = (
        len(re.findall(f"^{verb}", question, re.MULTILINE)) for verb in ("Delete", r"In OP\d+ replace", "Insert")
    )
    return {"kept": len(TEXT) - gone - changed, "moved": 0, "changed": changed, "new": new, "dropped": gone}


READERS = {
    "1.1": how_many, "3.1": by_abbreviation,
    "1.2": sub_paragraph, "1.6": longest, "2.1": with_openers, "2.2": year, "2.3": opener_at_a_place, "2.4": documents,
    "2.5": marked_forms, "3.2": paragraphs_with, "3.3": parts, "4.3": arrows, "4.5": reweighted, "4.6": evidence,
    "5.1": places_of_systems, "5.2": databases, "5.4": log, "6.1": errors_of_form, "6.2": openers_with, "6.3": hints_of,
    "7.1": acts_with, "7.2": renumbered, "7.3": kinds,
}  # fmt: skip


def test_the_reader_has_read_all_paragraphs():
    assert (len(PREAMBLE), len(OPERATIVE), len(TEXT)) == (21, 16, 42)


def test_at_least_twenty_of_the_closed_exercises_vary_and_the_others_say_that_they_do_not():
    closed = [e.number for e in all_exercises() if isinstance(e, Closed)]
    assert len(VARYING) >= 20
    assert {number: ENTRIES[number]["variant"] for number in closed if number not in VARYING} == {
        number: "none" for number in closed if number not in VARYING
    }
    assert set(READERS) == set(VARYING)


@pytest.fixture(scope="module")
def courses():
    """The varying exercises of a hundred seeds."""
    return {seed: {n: sheet.exercise(n, sheet.varied(n, ENTRIES[n], seed)) for n in VARYING} for seed in SEEDS}


def test_a_variant_has_these_exercises(courses):
    varying = {e.number: e for e in all_exercises(7) if e.number in VARYING}
    assert {n: (e.question, e.code) for n, e in varying.items()} == {
        n: (e.question, e.code) for n, e in courses[7].items()
    }


@pytest.mark.parametrize("number", VARYING)
def test_every_key_of_a_hundred_seeds_is_right_by_an_independent_reader(courses, number):
    keys = {str(course[number].question): course[number] for course in courses.values()}
    assert len(keys) == len(ENTRIES[number]["variant"]["rows"]), "every row is drawn by one of the seeds"
    assert not [question for question, e in keys.items() if not e.mark(READERS[number](question)).right]
    one_question_one_key = {(str(course[number].question), course[number].code) for course in courses.values()}
    assert len(one_question_one_key) == len(keys)


def test_no_seed_twice_the_same(courses):
    assert len({"\n".join(str(e.question) for e in course.values()) for course in courses.values()}) == len(SEEDS)


def test_a_seed_gives_the_same_on_every_computer():
    drawn = {number: sheet.drawn(number, ENTRIES[number]["variant"]["rows"], 7) for number in VARYING}
    at = "".join(str(ENTRIES[number]["variant"]["rows"].index(row)) for number, row in drawn.items())
    assert at == "00020001231002101010211"


# --- What is said around a question -----------------------------------------------------------------------------


@each_row
def test_words_of_a_row_leave_the_names_of_the_kit_alone(number, at):
    """A row says "max" in place of "min", and "min" stands in the level "programming" too."""
    assert made(number, at).about() == exercise(number).about()


@each_row_in_both_languages
def test_every_row_asks_something_else_and_all_its_words_occur(number, at, language):
    with talking(language):
        e, usual = made(number, at), exercise(number)
        assert not e.kind.same(e.kind.read(e.right), usual.kind.read(usual.right))
        assert (str(e.question), e.solved) != (str(usual.question), usual.solved)
        table_, said = (
            ENTRIES[number]["variant"],
            [ENTRIES[number], IN_GERMAN.get(number, {})],
        )
        said = json.dumps([said[0] | {"variant": ""}, said[1], table_ | {"rows": ""}], ensure_ascii=False)
        unused = [
            old for old in table_["rows"][at].get("words", {}) if json.dumps(old, ensure_ascii=False)[1:-1] not in said
        ]
        assert not unused


@each_row_in_both_languages
def test_no_typical_mistake_of_a_row_is_right_or_told_twice(number, at, language):
    with talking(language):
        e, seen = made(number, at), []
        for wrong, mistake in e.typical:
            assert str(mistake), mistake.name
            given = e.kind.read(wrong)
            assert not e.kind.same(given, e.kind.read(e.right)), mistake.name
            assert not [name for name, other in seen if name != mistake.name and e.kind.same(given, other)]
            seen.append((mistake.name, given))


@each_row_in_both_languages
def test_hints_of_a_row_run_and_do_not_give_the_answer_away(number, at, language):
    with talking(language):
        e = made(number, at)
        for step in e.hints:
            names_after(step.code)
            assert e.solved not in step.code
        assert not [
            line for line in (str(e.question), *(str(m) for m in e.mistakes)) if "{" in line and "}" not in line
        ]


# --- The course ---------------------------------------------------------------------------------------------------


@both_languages
@pytest.mark.parametrize("seed", [7, 64])
def test_a_solved_notebook_of_a_variant_gets_full_points(seed, language):
    with talking(language):
        for assignment in assignments(seed):
            cells = {cell["id"]: cell["source"] for cell in json.loads(assignment.text)["cells"]}
            names: dict[str, object] = {}
            exec(cells["setup"], names)
            for e in exercises_of(assignment.name[3:], seed):
                place = e.number.replace(".", "-")
                assert f'exercise("{e.number}", variant={seed}).check()' in cells[f"check-{place}"]
                assert str(e.question).strip() in cells[f"question-{place}"]
                exec(cells[f"answer-{place}"], names)
                exec(cells[f"test-{place}"].rpartition("\n")[0], names)
                asked = cells[f"test-{place}"].splitlines()[-1].replace(".score()", f".score({e.answer_name})")
                score = eval(asked, names)
                assert score.points == score.of == e.points - e.reader_points


def test_without_a_variant_a_course_is_byte_for_byte_what_it_was():
    for assignment in assignments():
        assert assignment.text == (SOLUTIONS / f"{assignment.name}.ipynb").read_text(encoding="utf-8")


def test_a_notebook_of_a_variant_has_no_call_without_it_and_no_note_on_another_answer():
    for assignment in assignments(7):
        notebook = json.loads(assignment.text)
        calls = re.findall(r'(?:exercise|progress)\("[\w.]+"[^)]*\)', "\n".join(c["source"] for c in notebook["cells"]))
        assert calls
        assert not [call for call in calls if "variant=7" not in call]
        ids = {cell["id"] for cell in notebook["cells"]}
        assert not [
            n for n in VARYING if {f"teacher-{n.replace('.', '-')}", f"teacher-question-{n.replace('.', '-')}"} & ids
        ]
        assert not [cell for cell in notebook["cells"] if cell.get("outputs")]


@pytest.mark.parametrize(
    ("language", "guide", "said"), [("en", "README.md", "variant 7"), ("de", "LIESMICH.md", "Variante 7")]
)
def test_the_command_makes_a_course_of_a_variant(tmp_path, language, guide, said):
    for name in ("one", "other"):
        assert main(["course", str(tmp_path / name), "--variant", "7", "--language", language]) == 0
    assert said in (tmp_path / "one" / guide).read_text(encoding="utf-8")
    one, other = (
        {p.name: p.read_bytes() for p in (tmp_path / name / "source").rglob("*.ipynb")} for name in ("one", "other")
    )
    assert one == other
    assert main(["course", str(tmp_path / "usual"), "--language", language]) == 0
    assert said not in (tmp_path / "usual" / guide).read_text(encoding="utf-8")


# --- The record ---------------------------------------------------------------------------------------------------


def test_the_record_tells_variants_apart(tmp_path, monkeypatch):
    monkeypatch.setenv("RESOLUTIONKIT_WORK", str(tmp_path))  # other tests have left answers in the usual one
    exercise("1.2").check("OP13(a)")
    exercise("1.2", variant=7).check(exercise("1.2", variant=7).right)
    assert {key: entry["status"] for key, entry in record.entries().items()} == {"1.2": "not yet", "1.2/7": "right"}
    assert [row[2] for row in progress("anatomy").rows if row[0] == "1.2"] == ["not yet"]
    assert [row[2] for row in progress("anatomy", variant=7).rows if row[0] == "1.2"] == ["right"]
    assert exercise("1.2", variant=8).hint().step == 1


def test_the_class_at_a_glance_shows_the_variant_that_a_learner_has():
    right = {f"{e.number}/7": {"status": "right"} for e in exercises_of("words")}
    learner = Learner("Ana", right | {"1.2/7": {"status": "not yet", "causes": {"first-item": 2}}})
    assert learner.done == len(right)
    assert learner.open == [("1.2 Say it like a delegate", str(exercise("1.2", variant=7).mark("OP13(a)").text))]
    assert wrong_answers([learner])[0].endswith(learner.open[0][1])


# --- Once with nbgrader -------------------------------------------------------------------------------------------


def test_nbgrader_marks_a_variant(tmp_path):
    room = Classroom(tmp_path / "next door", variant=7, quick=True)
    room.nbgrader("generate_assignment", "02_words")
    room.hand_in("solved", "02_words", solved(exercises_of("words", 7)))
    room.hand_in("copied", "02_words", solved(exercises_of("words")))
    room.nbgrader("autograde", "02_words")
    room.close()
    assert room.points("solved", "02_words") == {e.number: e.points - e.reader_points for e in exercises_of("words")}
    assert {number for number, points in room.points("copied", "02_words").items() if points} == {
        e.number for e in exercises_of("words") if e.number not in VARYING
    }
