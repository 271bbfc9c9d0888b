"""All notebooks as text: one lint for lessons, exercises and solutions; what their cells compute is nbval's to compare."""

from __future__ import annotations

import copy
import inspect
import json
import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from resolutionkit.drafting.review import review

ROOT = Path(__file__).parents[1]
LESSONS, STUBS, SOLUTIONS = (
    [path for folder in folders for path in sorted((ROOT / folder).glob("*.ipynb"))]
    for folders in (
        ("notebooks", "notebooks/de"),
        ("exercises", "exercises/de"),
        ("exercises/solutions", "exercises/de/solutions"),
    )
)
GERMAN = {
    "**In this notebook you will**": "**In diesem Notebook**",
    "**In these exercises you will**": "**In diesen Aufgaben**",
    "**Before you begin:**": "**Vorher:**",
    "**Time:**": "**Zeit:**",
    "## Recap": "## Zusammenfassung",
    "## To discuss": "## Zur Diskussion",
    "## Think back": "## Rückblick",
    "**Think:**": "**Zum Nachdenken:**",
    "minutes": "Minuten",
    "in a group": "in der Gruppe",
    "alone": "allein",
    "for the core": "für die Kernaufgaben",
    "core|optional": "Kern|freiwillig",
    "ptional": "Zusatz",
    "ptional|product": "Zusatz|Ergebnis",
    "In words:": "In Worten:",
}
"""What the rules look for in the German edition in the place of English words."""

MEDIAN, LONGEST, WIDEST = 5, 15, 100
"""Lines of code of a cell, blank ones not counted, and characters of a line: what a projector shows at once."""

WIDEST_ANSWER = 120
"""Characters of a line of a solution, which is not projected: as wide as the data from which it comes."""

LONGER = {("05_systems.ipynb", "answer-5-3"): 22}
"""An answer that is a table of 20 rows; learners see four lines of it."""

READ_AT_ONCE = 200
"""Words of a cell of prose, tables and quoted drafts not counted: more is a wall."""

QUOTED = re.compile(r"```[\s\S]*?```|^\|.*$", re.MULTILINE)

OUTPUT, LESSON_FILE, EXERCISE_FILE = 200_000, 400_000, 50_000
"""Bytes. Pictures make lessons heavy; exercises have none."""

WIDGET = "application/vnd.jupyter.widget-view+json"

LIGHT = "run tests/store_notebooks.py on it"
"""The state of a quiz is 150 kB, and a browser shows the notebook alike without it; times make each run a change."""

TOLERANCE = 6
"""Minutes by which the sections of a lesson may miss its total. Heads say multiples of five, which is off by up to 2.5;
the quiz at the end (5 minutes) is for those who are left with time, so it may be in the total or on top of it."""

Notebook = dict


class Look:
    """One notebook, taken apart."""

    def __init__(self, path: Path, notebook: Notebook) -> None:
        self.path, self.name, self.notebook = path, path.name, notebook
        self.cells = notebook["cells"]
        self.code = [c for c in self.cells if c["cell_type"] == "code"]
        self.texts = ["".join(c["source"]) for c in self.cells if c["cell_type"] == "markdown"]
        self.prose = "\n\n".join(self.texts)
        self.plain = re.sub(r"```[\s\S]*?```", "", self.prose)
        self.german = "de" in path.parts
        place = next(name for name in reversed(path.parent.parts) if name != "de")
        self.lesson, self.stub = place == "notebooks", place == "exercises"
        self.program = "\n".join("".join(c["source"]) for c in self.code)

    def word(self, english: str) -> str:
        return GERMAN[english] if self.german else english

    def headings(self) -> list[tuple[int, str]]:
        return [(len(marks), title) for marks, title in re.findall(r"^(#+) (.+)$", self.plain, re.MULTILINE)]

    def outputs(self) -> list[dict]:
        return [output for cell in self.code for output in cell["outputs"]]


def lines_of(cell: dict) -> list[str]:
    return [line for line in "".join(cell["source"]).split("\n") if line.strip()]


def anchor(title: str) -> str:
    """How JupyterLab calls a heading in a link: blanks become hyphens."""
    return title.replace(" ", "-")


# --- Rules: each yields what is wrong, in words ---------------------------------------------------------------------

RULES: list[Callable[[Look], Iterator[str]]] = []


def rule(look: Callable[[Look], Iterator[str]]) -> Callable[[Look], Iterator[str]]:
    RULES.append(look)
    return look


@rule
def one_title_and_no_jump(n: Look) -> Iterator[str]:
    ranks = [rank for rank, _ in n.headings()]
    if ranks.count(1) != 1 or ranks[0] != 1:
        yield f"{ranks.count(1)} titles, the first heading has rank {ranks[0]}"
    for above, (rank, title) in zip(ranks, n.headings()[1:], strict=False):
        if rank > above + 1:
            yield f"{title!r} jumps from rank {above} to {rank}"


@rule
def usual_parts(n: Look) -> Iterator[str]:
    head = "**In this notebook you will**" if n.lesson else "**In these exercises you will**"
    last = n.word("## To discuss" if n.lesson else "## Think back")
    for needed in (*map(n.word, (head, "**Before you begin:**", "**Time:**", "## Recap")), last):
        if n.prose.count(needed) != 1:
            yield f"{needed!r} stands there {n.prose.count(needed)} times"
    aims = re.findall(r"^- ", n.texts[0], re.MULTILINE)
    if not 3 <= len(aims) <= 5:
        yield f"{len(aims)} objectives instead of three to five"
    questions = re.findall(r"^\d\. .+", n.prose.split(last)[-1], re.MULTILINE)
    if len(questions) != (3 if n.lesson else 2):
        yield f"{len(questions)} questions at the end"


@rule
def minutes_add_up(n: Look) -> Iterator[str]:
    minutes_, group, alone, time_ = map(n.word, ("minutes", "in a group", "alone", "**Time:**"))
    if n.lesson:
        found = [
            (title, re.search(rf"\((\d+) {minutes_}(?: {group}, (\d+) {alone})?\)", title)) for _, title in n.headings()
        ]
        timed = {title: (int(time[2] or time[1]), int(time[1])) for title, time in found if time}
        core = [minutes for title, minutes in timed.items() if n.word("ptional") not in title]
        head = re.search(rf"{re.escape(time_)} (\d+) {minutes_}(?: {alone}, (\d+) {group})?", n.texts[0])
        for total, taken, who in (
            (head[1], sum(a for a, _ in core), "alone"),
            (head[2], sum(g for _, g in core), "in a group"),
        ):
            if total and timed and abs(taken - int(total)) > TOLERANCE:
                yield f"the sections take {taken} minutes {who}, the head says {total}"
        numbered = [title for rank, title in n.headings() if rank == 2 and re.match(r"\d+\. ", title)]
        yield from (f"no minutes: {title!r}" for title in numbered if timed and title not in timed)
    else:
        kinds = n.word("core|optional")
        each = re.findall(rf"^\*\w+, (\d+) {minutes_}, ({kinds})", n.plain, re.MULTILINE)
        sentence = rf"{re.escape(time_)} (\d+) {minutes_}; (\d+) {n.word('for the core')}"
        total, core = map(int, re.search(sentence, n.texts[0]).groups())
        sums = sum(int(m) for m, _ in each), sum(int(m) for m, kind in each if kinds.startswith(kind))
        if sums != (total, core):
            yield f"the exercises take {sums} minutes, the head says {(total, core)}"


@rule
def sections_are_numbered_in_order(n: Look) -> Iterator[str]:
    numbers = [title.split(" ")[0] for _, title in n.headings() if re.match(r"\d+\. ", title)]
    if n.lesson and numbers != [f"{k}." for k in range(1, len(numbers) + 1)]:
        yield f"sections {numbers}"


@rule
def cells_are_short(n: Look) -> Iterator[str]:
    lengths = sorted(len(lines_of(c)) for c in n.code)
    if lengths[len(lengths) // 2] > MEDIAN:
        yield f"half of the cells have more than {MEDIAN} lines"
    widest = WIDEST if n.lesson or n.stub else WIDEST_ANSWER
    for cell in n.code:
        most = LONGER.get((n.name, cell.get("id", "")), LONGEST)
        if len(lines_of(cell)) > most:
            yield f"{len(lines_of(cell))} lines in the cell {lines_of(cell)[0]!r} ({cell.get('id')})"
        yield from (f"a wide line: {line!r}" for line in lines_of(cell) if len(line) > widest)
    yield from (f"a wall of text: {t[:60]!r}" for t in n.texts if len(re.sub(QUOTED, "", t).split()) > READ_AT_ONCE)


@rule
def outputs_are_stored(n: Look) -> Iterator[str]:
    counts = [c["execution_count"] for c in n.code]
    if n.stub:
        if any(counts) or n.outputs():
            yield "a stub holds outputs"
    elif counts != list(range(1, len(counts) + 1)):
        yield f"not run from top to bottom: {counts}"


@rule
def outputs_are_clean_and_light(n: Look) -> Iterator[str]:
    for cell in n.code:
        stored = json.dumps(cell["outputs"])
        if len(stored) >= OUTPUT:
            yield f"{len(stored)} bytes of output behind {lines_of(cell)[0]!r}"
        for output in cell["outputs"]:
            if output["output_type"] == "error" or output.get("name") == "stderr":
                yield f"an error or a warning behind {lines_of(cell)[0]!r}"


@rule
def no_table_is_cut_off(n: Look) -> Iterator[str]:
    """pandas ends a text with three dots where a learner would read on, also a text of the learner's own."""
    for cell in n.code:
        for output in cell["outputs"]:
            shown = "".join(output.get("data", {}).get("text/html", ""))
            yield from (
                f"cut off behind {lines_of(cell)[0]!r}: {hit}"
                for hit in re.findall(r"(?<=>)[^<>]+\.\.\.(?=</td>)", shown)
            )


@rule
def no_machine_is_named(n: Look) -> Iterator[str]:
    shown = [{**o, "data": {k: v for k, v in o.get("data", {}).items() if k != "image/png"}} for o in n.outputs()]
    text = re.sub(r"data:image/png;base64,[\w+/=]+", "", json.dumps(shown))
    place = (
        r"(?<![\w.:/<])/(?:home|root|tmp|usr|work|Users|opt|var|mnt|private)/[\w.]+|[A-Z]:\\\\+[A-Z]\w+|\blocalhost\b"
    )
    yield from (f"a place of one machine: {hit}" for hit in sorted(set(re.findall(place, text))))


@rule
def links_lead_somewhere(n: Look) -> Iterator[str]:
    for target in re.findall(r"(?<=\])\(([^)\s]+)\)", n.prose):
        file, _, part = target.partition("#")
        if "://" in target:
            if not target.startswith("https://"):
                yield f"not https: {target}"
            continue
        goal = (n.path.parent / file).resolve() if file else n.path
        if not goal.is_file() or ROOT not in goal.parents:
            yield f"leads nowhere in this kit: {target}"
        elif part and part not in {anchor(t) for _, t in Look(goal, json.loads(goal.read_text("utf-8"))).headings()}:
            yield f"no such heading: {target}"


@rule
def nothing_is_fetched_from_elsewhere(n: Look) -> Iterator[str]:
    shown = "\n".join("".join(output.get("data", {}).get("text/html", "")) for output in n.outputs())
    yield from (
        f"a picture of another host: {there}" for there in re.findall(r"!\[[^]]*\]\((?:https?:)?//[^)]+", n.prose)
    )
    for there in re.findall(r"""(?:src=|url\()["']?(?:https?:)?//[^"')\s>]+""", n.prose + shown):
        yield f"asks another host: {there}"


@rule
def chance_has_a_seed(n: Look) -> Iterator[str]:
    for cell in n.code:
        for line in lines_of(cell):
            chance = r"\brandom\.|\bsynthetic\(|_layout\(|louvain|label_propagation|\.sample\(|shuffle\(|default_rng\("
            if re.search(chance, line) and not re.search(r"seed|random_state|default_rng\(\d|Random\(\d", line):
                yield f"chance without a seed: {line!r}"


def shows_a_picture(cell: dict) -> bool:
    """A figure of the kit's own is an element with an alternative text, one of pandas a PNG."""
    stored = [output.get("data", {}) for output in cell.get("outputs", [])]
    return any("image/png" in data or "<img alt=" in "".join(data.get("text/html", "")) for data in stored)


@rule
def pictures_have_their_twin_and_a_question(n: Look) -> Iterator[str]:
    places = [k for k, c in enumerate(n.cells) if shows_a_picture(c)]
    for k, place in enumerate(places):
        following = n.cells[place + 1 : places[k + 1] if k + 1 < len(places) else place + 12]
        code = "\n".join("".join(c["source"]) for c in following if c["cell_type"] == "code")
        prose = "\n".join("".join(c["source"]) for c in following if c["cell_type"] == "markdown")
        prose = re.split(r"^## ", prose, maxsplit=1, flags=re.MULTILINE)[0]
        what = "".join(n.cells[place]["source"]).splitlines()[-1]
        before = "".join("".join(c["source"]) for c in n.cells[max(0, place - 4) : place] if c["cell_type"] == "code")
        told = rf"_in_words\(|table\(|\.edges|DataFrame\(|\bdegree\b|sort_values|{n.word('In words:')}"
        if not re.search(told, code + prose + before):
            yield f"no words for those who cannot see the picture of {what!r}"
        if n.word("**Think:**") not in prose:
            yield f"no question after the picture of {what!r}"


@rule
def drawn_figures_are_stored(n: Look) -> Iterator[str]:
    for cell in n.code:
        drawn = re.search(r"^figure = draw\.|\.plot\.", "".join(cell["source"]), re.MULTILINE)
        if drawn and not n.stub and not shows_a_picture(cell):
            yield f"no picture behind {lines_of(cell)[0]!r}"


@rule
def checkpoints_are_asserts(n: Look) -> Iterator[str]:
    if n.lesson and not re.search("^assert ", n.program, re.MULTILINE):
        yield "no checkpoint"


@rule
def each_section_is_done(n: Look) -> Iterator[str]:
    """A lesson is no book: each numbered section has a cell to fill in or change, and asks for a guess first."""
    if not n.lesson or n.name.startswith("00"):
        return
    section, turns, asked = "", 0, 0
    for cell in [*n.cells, {"cell_type": "markdown", "source": "## end", "metadata": {}}]:
        text = "".join(cell["source"])
        turns += "your-turn" in cell["metadata"].get("tags", [])
        asked += bool(re.search(r"^guess\(", text, re.MULTILINE)) and cell["cell_type"] == "code"
        if cell["cell_type"] == "markdown" and (heading := re.search(r"^## (.+)$", text, re.MULTILINE)):
            if re.match(r"\d+\. ", section) and not turns:
                yield f"nothing to do in {section!r}"
            if re.match(r"\d+\. ", section) and not asked and n.word("ptional") not in section:
                yield f"no guess in {section!r}"
            section, turns, asked = heading[1], 0, 0


@rule
def no_text_answers_a_guess(n: Look) -> Iterator[str]:
    """Text stands on the page before any cell is run: the label or the number that is asked for must not be in it."""
    asked: dict[str, int] = {}
    for place, cell in enumerate(n.cells):
        text = "".join(cell["source"])
        asked |= {name: place for name in re.findall(r'^guess\("([\w-]+)"', text, re.MULTILINE)}
        for name in re.findall(r'rk\.reveal\("([\w-]+)"', text):
            shown = "".join(line for o in cell["outputs"] for line in o.get("data", {}).get("text/plain", ""))
            answer = re.search(r"(?:Answer|Antwort): ([OP]P\d+|\d{2,})\. ", shown)
            for near in n.cells[asked.get(name, place) + 1 : place + 3] if answer else ():
                if near["cell_type"] == "markdown" and re.search(rf"\b{answer[1]}\b", "".join(near["source"])):
                    yield f"the text below {name!r} says {answer[1]}"


@rule
def metadata_is_plain(n: Look) -> Iterator[str]:
    metadata = n.notebook["metadata"]
    if metadata["kernelspec"]["name"] != "python3" or metadata["kernelspec"].get("language") != "python":
        yield f"not everybody has this kernel: {metadata['kernelspec']}"
    yield from (f"metadata nobody needs: {key}; {LIGHT}" for key in set(metadata) - {"kernelspec", "language_info"})
    known = {"tags", "nbgrader", "deletable", "editable", "jupyter"} | ({"english"} if n.german else set())
    for cell in n.cells:
        yield from (f"metadata nobody needs: {key} in a cell; {LIGHT}" for key in set(cell["metadata"]) - known)
    if any(c["cell_type"] not in ("code", "markdown") for c in n.cells):
        yield "a cell that is neither code nor text"


@rule
def widgets_are_stored_as_words(n: Look) -> Iterator[str]:
    """A browser that trusts the notebook shows "Error displaying widget" for a stored one until its cell is run."""
    for output in n.outputs():
        if WIDGET in output.get("data", {}):
            yield f"a stored widget; {LIGHT}"


@rule
def files_are_light(n: Look) -> Iterator[str]:
    size, most = len(json.dumps(n.notebook)), LESSON_FILE if n.lesson else EXERCISE_FILE
    if size > most:
        yield f"{size} bytes, more than {most}"


# --- Tests ----------------------------------------------------------------------------------------------------------


def test_there_are_notebooks():
    english = [path for path in LESSONS if path.parent.name == "notebooks"]
    assert len(english) >= 8
    assert [p.name.replace("_exercises", "") for p in STUBS] == [p.name for p in SOLUTIONS]
    assert {p.name for p in SOLUTIONS} == {p.name for p in english[1:]}


@pytest.mark.parametrize("path", [*LESSONS, *STUBS, *SOLUTIONS], ids=lambda p: p.relative_to(ROOT).as_posix())
def test_notebook_keeps_the_rules(path):
    look = Look(path, json.loads(path.read_text(encoding="utf-8")))
    assert [f"{check.__name__}: {fault}" for check in RULES for fault in check(look)] == []


# --- The lint finds what it is for ------------------------------------------------------------------------------------

MACHINE = "/ho" + "me/ada/kit/brief.md"


@pytest.mark.parametrize("edition", ["", "de"])
def test_what_06_lets_type_into_the_workbench_is_remarked(edition):
    """With the organ line and the reason alone, the reason was read as an act, and the review spoke of the organ line."""
    lesson = ROOT / "notebooks" / edition / "06_drafting.ipynb"
    cells = json.loads(lesson.read_text(encoding="utf-8"))["cells"]
    (typed,) = [text for c in cells if (text := "".join(c["source"])).count("```") == 2]
    assert [f"{f.label} {f.code}" for f in review(typed.split("```")[1])] == ["PP1 UN104", "PP1 UN103"]


def first(notebook: Notebook, kind: str, words: str = "") -> dict:
    """The first cell of a kind that contains these words."""
    return next(c for c in notebook["cells"] if c["cell_type"] == kind and words in "".join(c["source"]))


def written(notebook: Notebook, old: str, new: str) -> None:
    cell = next(c for c in notebook["cells"] if old in "".join(c["source"]))
    cell["source"] = ["".join(cell["source"]).replace(old, new, 1)]


def without(notebook: Notebook, begins: str | tuple[str, ...]) -> None:
    """Take out every line of code that begins so."""
    for cell in (c for c in notebook["cells"] if c["cell_type"] == "code"):
        lines = "".join(cell["source"]).splitlines(keepends=True)
        cell["source"] = [line for line in lines if not line.startswith(begins)]


def one_picture(notebook: Notebook, picture: str) -> None:
    """Leave nothing behind a picture but the text that follows at once."""
    place = next(k for k, c in enumerate(notebook["cells"]) if picture in "".join(c["source"]))
    del notebook["cells"][place + 2 :]


CUT = "<table><tr><td>In Deutsch verfügbar u...</td></tr></table>"
LESSON, STUB = ROOT / "notebooks" / "01_anatomy.ipynb", ROOT / "exercises" / "01_anatomy_exercises.ipynb"
DAMAGE = [
    (one_title_and_no_jump, lambda n: written(n, "## 3. Labels", "# 3. Labels")),
    (one_title_and_no_jump, lambda n: written(n, "## 3. Labels", "#### 3. Labels")),
    (usual_parts, lambda n: written(n, "## Recap", "## Summary")),
    (usual_parts, lambda n: written(n, "- see the whole document in one picture,\n- write a one-page brief.", "")),
    (usual_parts, lambda n: written(n, "\n3. The resolution was", "\nThe resolution was")),
    (minutes_add_up, lambda n: written(n, "**Time:** 40", "**Time:** 30")),
    (minutes_add_up, lambda n: written(n, "3. Labels (5 minutes)", "3. Labels")),
    (minutes_add_up, lambda n: written(n, "minutes; ", "minutes; 1"), STUB),
    (sections_are_numbered_in_order, lambda n: written(n, "## 3. Labels", "## 4. Labels")),
    (cells_are_short, lambda n: written(n, "res = rk.load()", "res = rk.load()\n" * 20)),
    (cells_are_short, lambda n: written(n, "res = rk.load()", "res = rk.load()  # " + 90 * "x")),
    (cells_are_short, lambda n: written(n, "The same in words", "word " * 300)),
    (cells_are_short, lambda n: [c.update(source="x = 1\n" * (MEDIAN + 1)) for c in n["cells"]]),
    (outputs_are_stored, lambda n: first(n, "code").update(execution_count=None)),
    (outputs_are_stored, lambda n: first(n, "code").update(execution_count=1), STUB),
    (outputs_are_clean_and_light, lambda n: first(n, "code")["outputs"].append({"output_type": "error"})),
    (outputs_are_clean_and_light, lambda n: first(n, "code", "res.symbol")["outputs"][0].update(data="x" * 200_000)),
    (no_table_is_cut_off, lambda n: first(n, "code", "res.symbol")["outputs"][0]["data"].update({"text/html": CUT})),
    (no_machine_is_named, lambda n: first(n, "code")["outputs"].append({"output_type": "stream", "text": [MACHINE]})),
    (links_lead_somewhere, lambda n: written(n, "(02_words.ipynb)", "(02_word.ipynb)")),
    (links_lead_somewhere, lambda n: written(n, "(02_words.ipynb)", "(02_words.ipynb#Nothing)")),
    (links_lead_somewhere, lambda n: written(n, "(02_words.ipynb)", "(http://un.org)")),
    (nothing_is_fetched_from_elsewhere, lambda n: written(n, "The same in words", "![UN](https://un.org/logo.png)")),
    (nothing_is_fetched_from_elsewhere, lambda n: written(n, "The same in words", '<img src="//un.org/logo.png">')),
    (chance_has_a_seed, lambda n: written(n, "res = rk.load()", "res = random.choice([1])")),
    (pictures_have_their_twin_and_a_question, lambda n: written(n, "**Think:** which paragraphs", "Which paragraphs")),
    (pictures_have_their_twin_and_a_question, lambda n: one_picture(n, "figure = draw.document_at_a_glance")),
    (drawn_figures_are_stored, lambda n: first(n, "code", "figure = draw.").update(outputs=[])),
    (checkpoints_are_asserts, lambda n: without(n, "assert ")),
    (each_section_is_done, lambda n: [c["metadata"].pop("tags", None) for c in n["cells"]]),
    (each_section_is_done, lambda n: without(n, ("guess(",))),
    (no_text_answers_a_guess, lambda n: written(n, "A session opens", "In 2018, too, a session opened. It opens")),
    (metadata_is_plain, lambda n: n["metadata"].update(widgets={})),
    (metadata_is_plain, lambda n: n["metadata"]["kernelspec"].update(name="my-env")),
    (metadata_is_plain, lambda n: first(n, "code")["metadata"].update(execution={})),
    (metadata_is_plain, lambda n: n["cells"].append({"cell_type": "raw", "source": "", "metadata": {}})),
    (widgets_are_stored_as_words, lambda n: first(n, "code", "quiz(")["outputs"][0]["data"].update({WIDGET: {}})),
    (files_are_light, lambda n: written(n, "The same in words", "x" * LESSON_FILE)),
]


@pytest.mark.parametrize(
    ("check", "spoil", "path"),
    [(check, spoil, *(place or [LESSON])) for check, spoil, *place in DAMAGE],
    ids=lambda value: getattr(value, "__name__", "").replace("<lambda>", ""),
)
def test_damage_is_found(check, spoil, path):
    notebook = json.loads(path.read_text(encoding="utf-8"))
    spoiled = copy.deepcopy(notebook)
    spoil(spoiled)
    assert list(check(Look(path, notebook))) == []
    assert list(check(Look(path, spoiled)))


@pytest.mark.parametrize("check", RULES, ids=lambda check: check.__name__)
def test_every_fault_that_a_rule_knows_has_its_damage(check):
    found = set()
    for rule_, spoil, *place in DAMAGE:
        if rule_ is check:
            path = place[0] if place else LESSON
            spoiled = json.loads(path.read_text(encoding="utf-8"))
            spoil(spoiled)
            faults = check(Look(path, spoiled))
            found |= {faults.gi_frame.f_lineno for _ in faults}
    source, begin = inspect.getsourcelines(check)
    assert {begin + k for k, line in enumerate(source) if line.strip().startswith("yield ")} <= found
