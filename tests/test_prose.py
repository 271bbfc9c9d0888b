"""Tested prose: every number in notebooks, exercises and README is computed again, or is known to be no datum.

``prose/*.toml`` has a table for each file. ``data`` lists pieces of its text in which each number is replaced by the
expression that gives it: ``"{len(res.footnotes) | word} footnotes"`` stands for "seven footnotes". Change the number in
the prose or in the data, and the piece is no longer found. Numbers that say nothing about the data stand under
``other``, by the reason why they need no check. What the patterns in ``NO_DATA`` match needs no entry.
"""

from __future__ import annotations

import inspect
import json
import re
import tomllib
from functools import cache
from pathlib import Path

import networkx as nx
import pytest

import resolutionkit as rk
from resolutionkit import draw, negotiation, network, policing, quizzes
from resolutionkit.exercises import TOPICS
from resolutionkit.exercises.task import Closed

ROOT = Path(__file__).parents[1]
TABLES: dict[str, dict] = {}
for file in sorted(Path(__file__).with_name("prose").glob("*.toml")):
    TABLES |= tomllib.loads(file.read_text(encoding="utf-8"))

SMALL = "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen"
TENS = {20: "twenty", 30: "thirty", 50: "fifty", 60: "sixty", 100: "hundred", 1000: "thousand"}
WORD_OF = dict(enumerate(re.findall(r"\w+", SMALL))) | TENS
COUNTED = [word for number, word in WORD_OF.items() if number > 1] + ["hundreds", "twice", "dozens?", "both halves"]
"""Number words that are looked for. “one” is left out: it is nearly always no number (“this one”, “one day”)."""
NUMBER = re.compile(rf"\d+(?:[,.]\d+)*|\b(?:{'|'.join(COUNTED)})\b", re.IGNORECASE)

KLEIN = "null eins zwei drei vier fünf sechs sieben acht neun zehn elf zwölf dreizehn vierzehn fünfzehn sechzehn"
WORT_VON = dict(enumerate(re.findall(r"\w+", KLEIN))) | {20: "zwanzig", 30: "dreißig", 100: "hundert", 1000: "tausend"}
GEZAEHLT = [word for number, word in WORT_VON.items() if number > 1] + ["zweimal", "dreimal", "doppelt"]
NUMBER_IN_BOTH = re.compile(rf"{NUMBER.pattern}|\b(?:{'|'.join(GEZAEHLT)})\b", re.IGNORECASE)
"""For texts in English and German."""

NO_DATA = {
    "a cell of code quoted in the prose": r"```[\s\S]*?```|^ {4}.*$|`[^`\n]+`",
    "where a link leads": r"(?<=\])\([^)\s]+\)",
    "a label; that it exists is a test of its own": r"\b[PO]P\d+(?:\([a-z]\))?",
    "a symbol; the whole text knows it or it is listed": r"\bA/[\w./]*\d|(?<!-)\b\d\d/\d+(?!/)\b|\bI-24/7\b|\bL\.20\b",
    "the number of a section and its minutes": r"^#+ \d+(?:\.\d+)?\.? |\(\d+ minutes[^)]*\)$|\*\*Time:\*\*.*?minutes.*$",
    "the number of a notebook": r"\[0\d [^\]]*\]|\bnotebooks? 0\d\b|^\| 00 Start|`0\d_\w+`",
    "the number of an item in a list": r"^\d\. ",
    "the number of a rule in this notebook": r"\*\*Rule \d:",
}
"""What kinds of numbers are no data, each with the pattern that knows them."""
NEEDS_NO_CHECK = re.compile("|".join(NO_DATA.values()), re.MULTILINE)


# --- What the expressions may use ---------------------------------------------------------------------------------

res = rk.load()


def cells_of(name: str) -> list[dict]:
    return json.loads((ROOT / name).read_text(encoding="utf-8"))["cells"]


class Notebook:
    """Stored outputs, which nbval compares with the computed ones on every run: they are as good as the data."""

    def __init__(self, name: str) -> None:
        self.name = name

    def out(self, code: str) -> str:
        """What the only cell that contains this code has printed."""
        found = [c for c in cells_of(self.name) if c["cell_type"] == "code" and code in "".join(c["source"])]
        assert len(found) == 1, f"{len(found)} cells of {self.name} contain {code!r}"
        return "".join("".join(o.get("text", o.get("data", {}).get("text/plain", ""))) for o in found[0]["outputs"])

    def figure(self, code: str, row: str) -> int:
        """The last number in a line of an output that begins so: "error    9"."""
        line = next(line for line in self.out(code).splitlines() if re.match(rf"\d*\s*{re.escape(row)}\b", line))
        return int(re.findall(r"-?\d+", line)[-1])

    def source(self, code: str) -> str:
        """The only cell that contains this code."""
        found = ["".join(c["source"]) for c in cells_of(self.name) if code in "".join(c["source"])]
        assert len(found) == 1, f"{len(found)} cells of {self.name} contain {code!r}"
        return found[0]

    @property
    def questions(self) -> int:
        """How many the quiz at the end has."""
        return len(quizzes.quiz(TOPICS[int(Path(self.name).name[:2]) - 1]).questions)


def begins(part: str, opener: str) -> int:
    """How many paragraphs of the 75th session begin so."""
    counts = rk.opener_counts("en", part).set_index("opener")["paragraphs"]
    return int(counts[opener])


def kept(code: str) -> tuple[int, int]:
    """n and N of a rule in English."""
    row = rk.rule_table().set_index("code").loc[code]
    return int(row["kept_en"]), int(row["of_en"])


@cache
def exceptions() -> tuple[tuple[str, str, float], ...]:
    """(name, severity, exceptions in a thousand), the most first, of rules with a hundred places and more."""
    rules = rk.rule_table()
    rules = rules[rules["of_en"] >= 100]
    share = 1000 * (1 - rules["kept_en"].astype(float) / rules["of_en"].astype(float))
    rows = zip(rules["name"], rules["severity_en"], share, strict=True)
    return tuple(sorted(rows, key=lambda row: -row[2]))


def hints_on_top() -> int:
    """How many rules with the most exceptions are hints before the first error comes."""
    return next(n for n, row in enumerate(exceptions()) if row[1] == "error")


def documents() -> list[str]:
    """The documents that 75/10 cites, each once."""
    return sorted({r.symbol for r in res.references})


def opening(text: str) -> int:
    """How many operative paragraphs have this opener."""
    return sum(p.opener == text for p in res.operative)


def year(symbol: str) -> int:
    """The year at which the timeline puts a document."""
    table = draw.citation_table(res).set_index("symbol")
    return int(table["year"][symbol])


def verbs() -> list[int]:
    """How many paragraphs of the 75th session each English opener of the operative part begins."""
    table = Notebook("notebooks/02_words.ipynb").out('verbs.sort_values("paragraphs", ascending=False)')
    return [int(line.split()[-1]) for line in table.splitlines()[1:]]


def most_lines() -> int:
    """How many resources share the first place among those that serve a purpose."""
    serves = network.resources_by_topic()
    degrees = [serves.degree(node) for node, side in serves.nodes(data="bipartite") if side == 0]
    return degrees.count(max(degrees))


def bold_rows(prose: str) -> int:
    """How many rows of tables begin with a word in bold."""
    return len(re.findall(r"^\| \*\*", prose, re.MULTILINE))


def cover(pattern: str) -> str:
    """What a pattern catches in the lines around the text."""
    return re.search(pattern, "\n".join((*res.cover, *res.closing)))[1]


python = re.search(r'requires-python = ">=([\d.]+)', (ROOT / "pyproject.toml").read_text(encoding="utf-8"))[1]

YEARS = [int(year) for year in draw.citation_table(res)["year"].dropna()]
# "99.5 % of the adopted resolutions … keep to" what is an error: five in a thousand do not
AT_MOST = round(1000 - 10 * float(re.search(r"([\d.]+) %", rk.review.__doc__)[1]))

KNOWN = {
    name: globals()[name]
    for name in ("re", "rk", "res", "negotiation", "quizzes", "begins", "kept", "exceptions", "hints_on_top")
} | {
    "documents": documents(),
    "opening": opening,
    "year": year,
    "cover": cover,
    "python": python,
    "years": YEARS,
    "verbs": verbs(),
    "errors_at_most": AT_MOST,
    "most_lines": most_lines,
    "bold_rows": bold_rows,
    "draft": negotiation.starting_draft("en"),
}


# --- The mechanism ------------------------------------------------------------------------------------------------


def written(value: object, form: str) -> str:
    """A value as the prose writes it: 7 as "7", with the form "word" as "seven", "Word" as "Seven", "wort" as "sieben".

    The form "," gives 1234 as "1,234".
    """
    if form.casefold() in ("word", "wort"):
        word = (WORD_OF if form.casefold() == "word" else WORT_VON)[int(value)]  # type: ignore[call-overload]
        return word.capitalize() if form.istitle() else word
    return f"{value:,}" if form == "," else str(value)


def filled(piece: str, known: dict) -> tuple[str, list[tuple[int, int]]]:
    """A piece with its numbers, and where in it they stand."""
    text, places, rest = "", [], 0
    for hole in re.finditer(r"\{([^{}|]+)(?:\|([^{}]+))?\}", piece):
        text += piece[rest : hole.start()]
        number = written(eval(hole[1].strip(), known), (hole[2] or "").strip())
        places.append((len(text), len(text) + len(number)))
        text, rest = text + number, hole.end()
    return text + piece[rest:], places


@cache
def prose_of(name: str) -> str:
    """What a reader reads in a file, each paragraph as one line."""
    if not name.endswith(".ipynb"):
        text = (ROOT / name).read_text(encoding="utf-8")
        return re.sub(r"(?<=[^\n|])\n(?=[^\n|#`\-\d ])", " ", text)
    return "\n\n".join("".join(c["source"]) for c in cells_of(name) if c["cell_type"] == "markdown")


def unaccounted(text: str, table: dict, known: dict, number: re.Pattern = NUMBER) -> tuple[list[str], list[str]]:
    """(pieces that are not in the text, numbers that nothing accounts for), in words."""
    covered, missing = [hit.span() for hit in NEEDS_NO_CHECK.finditer(text)], []
    for piece in table.get("data", []):
        wanted, places = filled(piece, known)
        hits = [hit.start() for hit in re.finditer(re.escape(wanted), text)]
        missing += [] if hits else [f"{piece!r} gives {wanted!r}, which is not there"]
        covered += [(hit + a, hit + b) for hit in hits for a, b in places]
    for reason, pieces in table.get("other", {}).items():
        for piece in pieces:
            hits = [hit.span() for hit in re.finditer(re.escape(piece), text)]
            missing += [] if hits else [f"{piece!r} ({reason}) is not there"]
            covered += hits
    lost = [
        f"{hit[0]!r} in “…{text[max(0, hit.start() - 50) : hit.end() + 40]}…”"
        for hit in number.finditer(text)
        if not any(a <= hit.start() and hit.end() <= b for a, b in covered)
    ]
    return missing, lost


@cache
def known_for(name: str) -> dict:
    if not re.search(r"/0[1-7]_", name):
        return KNOWN
    here = Notebook(name)
    extra = {
        "out": here.out,
        "figure": here.figure,
        "source": here.source,
        "questions": here.questions,
        "prose": prose_of(name),
    }
    return KNOWN | extra


EXERCISES = {f"exercise {e.number}": e for e in rk.exercises.all_exercises()}


def said(exercise) -> str:
    """What an exercise says with a right answer and about typical mistakes, in both languages.

    Where the answer is a text, mistakes say what to write ("at least two acts"): that is asked, and no datum.
    """
    texts = [exercise.because, *(mistake.says for mistake in exercise.mistakes if isinstance(exercise, Closed))]
    return "\n\n".join(text for both in texts for text in (both.en, both.de))


@cache
def known_in(exercise) -> dict:
    """What expressions about an exercise may use besides: its right answer, and what else its texts tell."""
    actors, places = rk.actors(), set(rk.mentions().query("entity == 'member-states'")["paragraph"])
    parts = [label for label in places if "(" in label]

    def named(part: str) -> int:
        return len(parts) if part == "(" else sum(label.startswith(part) for label in places - set(parts))

    return KNOWN | {
        "answer": exercise.right() if isinstance(exercise, Closed) else None,
        "named": named,
        "direct": int((actors["part_of"] == "interpol").sum()),
        "most_resolutions": rk.opener_counts("en", "operative")["resolutions"].max(),
        "least_between": f"{min(nx.betweenness_centrality(rk.exercise('4.1').right()).values()):g}",
        "newest": inspect.signature(policing.World.log).parameters["most"].default,
    }


# --- Tests --------------------------------------------------------------------------------------------------------

WATCHED = [*sorted(path.relative_to(ROOT).as_posix() for path in (ROOT / "notebooks").glob("*.ipynb")), "README.md"]
each_file = pytest.mark.parametrize("name", WATCHED)


def test_every_notebook_has_its_table():
    assert set(WATCHED) <= set(TABLES) <= {*WATCHED, *EXERCISES}


@each_file
def test_every_number_is_that_of_the_data(name):
    missing, _ = unaccounted(prose_of(name), TABLES[name], known_for(name))
    assert not missing, "\n".join(missing)


@each_file
def test_no_number_stands_there_unchecked(name):
    _, lost = unaccounted(prose_of(name), TABLES[name], known_for(name))
    assert not lost, f"Give each its place in tests/prose (see {Path(__file__).name}):\n" + "\n".join(lost)


@each_file
def test_every_piece_of_data_has_a_number_to_check(name):
    assert all("{" in piece for piece in TABLES[name].get("data", []))
    assert not [piece for pieces in TABLES[name].get("other", {}).values() for piece in pieces if "{" in piece]


@each_file
def test_every_label_exists(name):
    text = re.sub(r"`[^`]+`|^ {4}.*$", "", prose_of(name), flags=re.MULTILINE)
    labels = set(re.findall(r"\b[PO]P\d+(?:\([a-z]\))?", text))
    assert labels <= {p.label for p in res.paragraphs}


@each_file
def test_every_symbol_is_cited_or_is_75_10_itself(name):
    text = re.sub(r"`[^`]+`|\]\([^)]*\)|https?:\S+", "", prose_of(name))
    symbols = set(re.findall(r"(?<![\w/.-])\d\d/\d+\b(?!/)", text))
    cited = {"75/10"} | {symbol.removeprefix("A/RES/") for symbol in documents()}
    assert symbols <= cited


@pytest.mark.parametrize("name", EXERCISES)
def test_every_number_of_an_exercise_is_that_of_the_data(name):
    exercise = EXERCISES[name]
    missing, lost = unaccounted(said(exercise), TABLES.get(name, {}), known_in(exercise), NUMBER_IN_BOTH)
    assert (missing, lost) == ([], [])


@pytest.mark.parametrize(
    ("form", "expected"), [("", "7"), ("word", "seven"), ("Word", "Seven"), ("wort", "sieben"), ("Wort", "Sieben")]
)
def test_a_number_is_written_as_the_prose_has_it(form, expected):
    assert written(len(res.footnotes), form) == expected
    assert NUMBER_IN_BOTH.fullmatch(expected)


TEXT = "It has 21 reasons, PP1 to PP21, and seven footnotes. Wait 3 minutes."
RIGHT = {
    "data": ["{len(res.preamble)} reasons", "{len(res.footnotes) | word} footnotes"],
    "other": {"a wait": ["Wait 3"]},
}


def test_prose_that_is_right_has_no_fault():
    assert unaccounted(TEXT, RIGHT, KNOWN) == ([], [])


@pytest.mark.parametrize(
    ("old", "new"), [("21 reasons", "22 reasons"), ("seven", "eight"), ("seven", "7"), ("Wait 3", "Wait 4")]
)
def test_a_changed_number_is_found_twice(old, new):
    missing, lost = unaccounted(TEXT.replace(old, new), RIGHT, KNOWN)
    assert (len(missing), len(lost)) == (1, 1)


def test_changed_data_are_found():
    class Shorter:
        preamble, footnotes = res.preamble[:-1], res.footnotes

    missing, lost = unaccounted(TEXT, RIGHT, KNOWN | {"res": Shorter})
    assert "gives '20 reasons'" in missing[0]
    assert "'21'" in lost[0]


@pytest.mark.parametrize("number", ["5", "1,234", "0.03", "twelve", "Fifty", "hundreds"])
def test_a_number_without_an_entry_is_found(number):
    assert unaccounted(f"There are {number} of them.", {}, KNOWN)[1]
