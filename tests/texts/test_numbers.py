"""Numbers in what learners and teachers read are those of the data.

What is read: notebooks and the author's cells of the solutions of both editions, README, TEACHING.md, LEHREN.md, plans and answers, and
in English and German exercises, quizzes, rule cards, role cards and handouts. ``numbers/*.toml`` has a table for each text;
``data`` lists pieces of it with the expression that gives each number: ``"{len(res.footnotes) | word} footnotes"`` is
"seven footnotes". Wherever the words of a piece stand, with whatever number, one of the places has to have the right
one. A piece whose words are gone breaks nothing: reword freely, and mend the piece when you pass.
"""

from __future__ import annotations

import ast
import csv
import html
import inspect
import json
import re
import sys
import tomllib
from collections.abc import Callable, Iterable
from datetime import date
from functools import cache
from pathlib import Path
from typing import NamedTuple

import networkx as nx
import pytest
from every import every

import resolutionkit as rk
from resolutionkit import draw, networks, policing
from resolutionkit.classroom import TOPICS, all_exercises, handouts, quizzes
from resolutionkit.classroom.exercise import Closed
from resolutionkit.document.bundled import BUNDLED
from resolutionkit.drafting import negotiation
from resolutionkit.files import read_toml
from resolutionkit.language import Text, talking
from resolutionkit.tables import rows as csv_rows
from resolutionkit.widgets.border_check import BorderCheck

ROOT = Path(__file__).parents[2]
sys.path.insert(0, str(ROOT / "exercises"))
from make import OURS  # noqa: E402

# --- Numbers as prose writes them --------------------------------------------------------------------------------

TABLES: dict[str, dict] = {}
for file in sorted((Path(__file__).parent / "numbers").glob("*.toml")):
    TABLES |= tomllib.loads(file.read_text(encoding="utf-8"))

SMALL = "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen"
WORD_OF = dict(enumerate(SMALL.split())) | {
    20: "twenty",
    30: "thirty",
    40: "forty",
    50: "fifty",
    60: "sixty",
    100: "hundred",
}
KLEIN = "null eins zwei drei vier fünf sechs sieben acht neun zehn elf zwölf dreizehn vierzehn fünfzehn sechzehn"
ZEHNER = {20: "zwanzig", 30: "dreißig", 40: "vierzig", 50: "fünfzig", 60: "sechzig", 70: "siebzig", 80: "achtzig"}
WORT_VON = dict(enumerate(KLEIN.split())) | {17: "siebzehn", 18: "achtzehn", 19: "neunzehn"} | ZEHNER | {100: "hundert"}
WORT_VON |= {
    tens + ones: f"{'ein' if ones == 1 else WORT_VON[ones]}und{word}"
    for tens, word in ZEHNER.items()
    for ones in range(1, 10)
}
ORDNUNG = {number: f"{word}ste" for number, word in WORT_VON.items() if number >= 20}
FORMS = {
    "word": WORD_OF,
    "wort": WORT_VON,
    "mal": {number: f"{word}mal" for number, word in WORT_VON.items()},
    "ordinal": {75: "seventy-fifth", 77: "seventy-seventh"},
    "ordnung": ORDNUNG,
    "gebeugt": {number: f"{word}n" for number, word in ORDNUNG.items()},
    "dativ": {3: "dreien", 4: "vieren", 5: "fünfen"},
}
WORDS = sorted({word for form in FORMS.values() for word in form.values()}, key=len, reverse=True)
HOLE = re.compile(r"\{([^{}|]+)(?:\|([^{}]+))?\}")


def written(value: object, form: str) -> str:
    """A value as the prose writes it: 7 as "7", with the form "word" as "seven", "Word" as "Seven"; 1234 with "," as "1,234"."""
    if form.casefold() in FORMS:
        word = FORMS[form.casefold()][int(value)]  # type: ignore[call-overload]
        return word.capitalize() if form.istitle() else word
    return f"{value:,}".replace(",", form) if form in (",", ".") else str(value)


NUMBER = re.compile(rf"\d+(?:[.,]\d+)*|{'|'.join(WORDS)}", re.IGNORECASE)


def any_number(value: str) -> str:
    """A pattern for what may be a number in the place of ``value``; what is no number (a name, say) stands for itself."""
    # "76th" and "PP21" have a letter beside their number
    number = r"((?<!\d)\d+(?:[.,]\d+)*(?!\d)|\b[^\W\d_]+(?:-[^\W\d_]+)?\b)"
    return number if NUMBER.fullmatch(value) else f"({re.escape(value)})"


def checked(piece: str, text: str, known: dict) -> tuple[int, list[str]]:
    """(how often the words of a piece stand in a text, those places where none of them has the right numbers)."""
    try:
        values = [written(eval(hole[1].strip(), known), (hole[2] or "").strip()) for hole in HOLE.finditer(piece)]
    except (AssertionError, LookupError, ValueError, AttributeError):  # it rests on a cell that somebody has rewritten
        return 0, []
    words = HOLE.sub("\0", piece).split("\0")
    pattern = "".join(
        re.escape(part) + (any_number(values[i]) if i < len(values) else "") for i, part in enumerate(words)
    )
    pattern = (r"(?<![\w.,])" if piece.startswith("{") else "") + pattern
    hits = [hit for hit in re.finditer(pattern, text, re.IGNORECASE) if all_numbers(values, hit.groups())]
    if any([group.casefold() for group in hit.groups()] == [value.casefold() for value in values] for hit in hits):
        return len(hits), []
    return len(hits), [f"{hit[0]!r}: should be {values}" for hit in hits]


def all_numbers(values: list[str], found: tuple[str, ...]) -> bool:
    """Whether a number was found wherever one is wanted: most words are none."""
    return all(NUMBER.fullmatch(said) or not NUMBER.fullmatch(value) for value, said in zip(values, found, strict=True))


# --- What the expressions may use ---------------------------------------------------------------------------------


res = rk.load()


@cache
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


def documents() -> list[str]:
    """The documents that 75/10 cites, each once."""
    return sorted({r.symbol for r in res.references})


def plain(word: str, language: str) -> int:
    """How many of the plain sentences in a language have a word in them."""
    return int(rk.glosses()[f"gloss_{language}"].str.contains(word).sum())


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
    serves = networks.resources_by_topic()
    degrees = [serves.degree(node) for node, side in serves.nodes(data="bipartite") if side == 0]
    return degrees.count(max(degrees))


def bold_rows(prose: str) -> int:
    """How many rows of tables begin with a word in bold."""
    return len(re.findall(r"^\| \*\*", prose, re.MULTILINE))


def answer(number: str) -> object:
    """What is right in an exercise that has one right answer."""
    return rk.exercise(number).right


def exercise(number: str) -> object:
    return rk.exercise(number)


def dated(symbol: str) -> date:
    """The date with which 75/10 cites a document."""
    return next(r.date for r in res.references if r.symbol == symbol and r.date)


def arranged(label: str) -> date:
    """The date of the arrangement that a paragraph names."""
    day, month, year = re.search(r"Vereinbarung vom (\d+)\. (\w+) (\d{4})", res[label].text).groups()
    return date(int(year), MONTHS.index(month) + 1, int(day))


def together(one: str, other: str) -> int:
    """In how many paragraphs two actors are named."""
    return networks.co_mentions().edges[one, other]["weight"]


def told(relation: str) -> int:
    """How many statements of a kind our table has."""
    return int((rk.relations()["relation"] == relation).sum())


def serving(purpose: str, label: str) -> int:
    """How many resources serve a purpose in a paragraph, as our table has it."""
    return len(rk.relations().query("relation == 'serves' and target == @purpose and paragraph == @label"))


def steps(part: str, whole: str) -> int:
    """How many steps lead from an actor up to one to which it belongs."""
    above = rk.actors().set_index("id")["part_of"]
    return 1 if above[part] == whole else 1 + steps(above[part], whole)


def cites(label: str) -> int:
    """How many documents a paragraph cites."""
    return len({r.symbol for r in res.references if r.label == label})


def travellers() -> int:
    """How many wait at the border."""
    return len(BorderCheck()._stack)


python = re.search(r'requires-python = ">=([\d.]+)', (ROOT / "pyproject.toml").read_text(encoding="utf-8"))[1]

MONTHS = ["Januar", "Februar", "März", "April", "Mai", "Juni", "Juli", "August"]
MONTHS += ["September", "Oktober", "November", "Dezember"]
RETURNS = next(number for number, word in FORMS["ordnung"].items() if re.search(rf"\b{word}", res["OP16"].text))
"""The session on whose agenda the subject stands again."""
CURATED = [*csv.DictReader((ROOT / "data/curated_mentions.csv").open(encoding="utf-8"))]
YEARS = [int(year) for year in draw.citation_table(res)["year"].dropna()]
# "99.5 % of the adopted resolutions … keep to" what is an error: five in a thousand do not
AT_MOST = round(1000 - 10 * float(re.search(r"([\d.]+) %", rk.review.__doc__)[1]))

KNOWN = {
    name: globals()[name]
    for name in (
        "nx",
        "re",
        "rk",
        "res",
        "all_exercises",
        "handouts",
        "negotiation",
        "networks",
        "quizzes",
        "begins",
        "kept",
    )
} | {
    "answer": answer,
    "exercise": exercise,
    "dated": dated,
    "arranged": arranged,
    "together": together,
    "told": told,
    "serving": serving,
    "steps": steps,
    "cites": cites,
    "kinds": lambda kind: int((rk.topics()["kind"] == kind).sum()),
    "curated": CURATED,
    "newest": inspect.signature(policing.World.log).parameters["most"].default,
    "returns": RETURNS,
    "documents": documents(),
    "opening": opening,
    "plain": plain,
    "year": year,
    "python": python,
    "years": YEARS,
    "verbs": verbs(),
    "errors_at_most": AT_MOST,
    "most_lines": most_lines,
    "travellers": travellers,
    "closed": sum(isinstance(e, Closed) for e in all_exercises()),
    "varying": sum(
        isinstance(entry.get("variant"), dict) and "answer" in entry
        for topic in TOPICS
        for entry in read_toml(f"exercises/{topic}.toml").values()
    ),
    "bold_rows": bold_rows,
    "draft": negotiation.starting_draft("en"),
}


# --- What is read -------------------------------------------------------------------------------------------------

with talking("de"):  # where learners write in German, the German edition has other drafts, hints and conditions
    AUFGABEN = {f"Aufgabe {e.number}": e for e in all_exercises() if e.number in read_toml("exercises_in_german.toml")}
EXERCISES = {f"exercise {e.number}": e for e in all_exercises()} | AUFGABEN
QUESTIONS = {f"question {q.id}": q for topic in quizzes.TOPICS for q in quizzes.quiz(topic)}


def in_folder(folder: str) -> list[str]:
    return sorted(path.relative_to(ROOT).as_posix() for path in (ROOT / folder).glob("*.ipynb"))


class Prose(NamedTuple):
    """What somebody reads, and what expressions about it may use."""

    text: str
    known: dict = KNOWN


def joined(texts: Iterable[Text | str]) -> str:
    """Texts in both languages; what a German exercise says is a single one."""
    return "\n\n".join(said for text in texts for said in ((text,) if isinstance(text, str) else (text.en, text.de)))


def notebook(name: str) -> Prose:
    cells = [cell for cell in cells_of(name) if cell["cell_type"] == "markdown"]
    text = "\n\n".join("".join(cell["source"]) for cell in cells if not OURS.fullmatch(cell.get("id", "")))
    if name.startswith("exercises"):
        return Prose(text, KNOWN | {"prose": text})
    here = Notebook(name)
    extra = {"out": here.out, "figure": here.figure, "source": here.source, "prose": text}
    if not name.endswith("00_start.ipynb"):
        extra["questions"] = here.questions
    return Prose(text, KNOWN | extra)


def document(name: str) -> Prose:
    """A file in Markdown, each paragraph as one line."""
    text = (ROOT / name).read_text(encoding="utf-8")
    text = re.sub(r"(?<=[^\n|])\n(?=[^\n|#`\-\d ])", " ", text)
    return Prose(text)


def teaching(name: str) -> Prose:
    """TEACHING.md without what test_teaching.py computes: minutes, points, what was measured, sections."""
    text = document(name).text
    text = re.sub(r"<!-- load: begin -->.*?<!-- load: end -->", "", text, flags=re.DOTALL)
    text = re.sub(r"^\| \d+ (?=\|)|^\| \w+ \| \d+ \| \d+ \|$", "|", text, flags=re.MULTILINE)
    return Prose(text)


def an_exercise(name: str) -> Prose:
    """Question, hints, feedback and model answer.

    Mistakes in a text are told by the conditions, or by the code of the rule that is broken.
    """
    e = EXERCISES[name]
    closed = isinstance(e, Closed)
    told = [*e.mistakes] if closed else [*e.conditions]
    told += [reason for reasons in e.reasons.values() for reason in reasons] if closed else []
    steps = [*e.hints] + [e.by_reading] * bool(e.by_reading)
    text = joined([e.title, e.question, *steps, e.because, *told, *e.rubric])
    if not closed:
        text += "\n\n" + "\n".join(n.value for n in ast.walk(ast.parse(e.solved)) if isinstance(n, ast.Constant))
    actors, places = rk.actors(), set(rk.mentions().query("entity == 'member-states'")["paragraph"])
    parts = [label for label in places if "(" in label]

    def named(part: str) -> int:
        return len(parts) if part == "(" else sum(label.startswith(part) for label in places - set(parts))

    return Prose(
        text,
        KNOWN
        | {
            "e": e,
            "right": e.right if closed else None,
            "named": named,
            "direct": int((actors["part_of"] == "interpol").sum()),
            "counted_columns": len(rk.opener_counts("en", "operative").select_dtypes("number").columns),
            "most_resolutions": rk.opener_counts("en", "operative")["resolutions"].max(),
            "least_between": f"{min(nx.betweenness_centrality(answer('4.1')).values()):g}",
        },
    )


def question(name: str) -> Prose:
    q = QUESTIONS[name]
    texts = [q.ask, *(text for o in q.options for text in (o.says, o.to, o.why, o.hint) if text)]
    row = nx.path_graph(list("PQRST"))
    between = {node: int(pairs) for node, pairs in nx.betweenness_centrality(row, normalized=False).items()}
    return Prose(joined(texts), KNOWN | {"q": q, "row": row, "between": between, "co": networks.co_mentions()})


def rule_cards(_: str) -> Prose:
    cards = [rk.rule(code) for code in rk.rule_table()["code"]]
    return Prose(joined(said for card in cards for said in (card.message, card.advice, card.why)))


def role_cards(_: str) -> Prose:
    texts = [text for role in read_toml("roles.toml").values() for text in role.values() if isinstance(text, dict)]
    return Prose(joined(Text(**text) for text in texts))


def glosses(_: str) -> Prose:
    return Prose("\n\n".join(f"{row.label}: {row.gloss_en}" for row in rk.glosses().itertuples()))


def printed(_: str) -> Prose:
    """The prose of the handouts; what stands in their tables is computed, quoted from the cards or a gloss."""
    texts = []
    for language in ("en", "de"):
        rk.set_language(language)
        try:
            pages = "".join(handouts.handout(name) for name in handouts.HANDOUTS)
        finally:
            rk.set_language("en")
        texts += re.findall(r'<(?:p class="note"|li|h1)>(.*?)</', pages)
    texts += [row[language] for row in csv_rows("checklist") for language in ("en", "de")]
    return Prose(html.unescape("\n\n".join(texts)))


READERS: dict[str, Callable[[str], Prose]] = {
    **dict.fromkeys((*in_folder("notebooks"), *in_folder("notebooks/de")), notebook),
    **dict.fromkeys((*in_folder("exercises/solutions"), *in_folder("exercises/de/solutions")), notebook),
    "README.md": document,
    "data/README.md": document,
    **dict.fromkeys(("TEACHING.md", "docs/teaching/LEHREN.md"), teaching),
    **dict.fromkeys((f"data/plans/{letter}.{language}.md" for letter in "abcd" for language in ("en", "de")), document),
    "docs/teaching/answers.md": document,
    **dict.fromkeys(EXERCISES, an_exercise),
    **dict.fromkeys(QUESTIONS, question),
    "rule cards": rule_cards,
    "role cards": role_cards,
    "glosses": glosses,
    "handouts": printed,
}
"""What is read, and what reads it."""


@cache
def prose_of(name: str) -> Prose:
    return READERS[name](name)


@cache
def read_piece(name: str, piece: str) -> tuple[int, list[str]]:
    """What :func:`checked` says of a piece of the text with this name."""
    return checked(piece, *prose_of(name))


# --- Tests --------------------------------------------------------------------------------------------------------

each_text = every(READERS)


@each_text
def test_there_is_something_to_read(name):
    assert len(prose_of(name).text.split()) > 10


@every(TABLES)
def test_no_number_is_wrong(name):
    wrong = [said for piece in TABLES[name]["data"] for said in read_piece(name, piece)[1]]
    assert not wrong, "\n".join(wrong)


def test_most_pieces_are_still_read():
    pieces = [(name, piece) for name in TABLES for piece in TABLES[name]["data"]]
    stale = [f"{name}: {piece}" for name, piece in pieces if not read_piece(name, piece)[0]]
    assert len(stale) <= len(pieces) / 20, "\n".join(stale)


@each_text
def test_every_label_exists(name):
    text = re.sub(r"`[^`]+`|^ {4}.*$", "", prose_of(name).text, flags=re.MULTILINE)
    labels = set(re.findall(r"\b[PO]P\d+(?:\([a-z]\))?", text))
    assert labels <= {p.label for p in res.paragraphs}


@each_text
def test_every_symbol_is_cited_or_in_the_kit(name):
    text = re.sub(r"`[^`]+`|\]\([^)]*\)|https?:\S+", "", prose_of(name).text)
    symbols = set(re.findall(r"(?<![\w/.-])\d\d/\d+\b(?!/)", text))
    cited = {symbol.removeprefix("A/RES/") for symbol in (*BUNDLED, *documents())}
    cited |= set(re.findall(r"\b\d\d/\d+\b", " ".join(rk.actors()["part_of_source"])))  # who belongs to whom
    cited |= {"55/488"}  # the decision on "takes note of" and "notes"
    assert symbols <= cited


@each_text
def test_every_citation_has_its_date(name):
    """In drafts and code, too, where numbers are no prose; “of November 23” is a mistake to find, but the day is right."""
    dates = {"75/10": res.adopted} | {r.symbol.removeprefix("A/RES/"): r.date for r in res.references if r.date}
    day = r"(?:(\d+)\.? [A-ZÄ]\w+|[A-Z]\w+ (\d+),) (\d{4})"
    for symbol, before, behind, year in re.findall(rf"\b(\d\d/\d+) (?:of|vom) {day}", prose_of(name).text):
        date_ = dates[symbol]
        assert (int(before or behind), int(year)) == (date_.day, date_.year), symbol


@every(EXERCISES)
def test_every_section_that_an_exercise_names_exists(name):
    named = re.findall(
        r"\b(?:Section|Abschnitt) (\d+) (?:of|von|des) (?:the )?[Nn]otebooks?\b(?: (0\d))?", prose_of(name).text
    )
    for section, notebook in named:
        file = in_folder("notebooks")[int(notebook or EXERCISES[name].number[0])]
        assert f"\n\n## {section}. " in prose_of(file).text, f"{file} has no section {section}"


PIECE = "{len(res.preamble)} reasons and {len(res.footnotes) | word} footnotes"


@pytest.mark.parametrize(
    ("text", "found", "wrong"),
    [
        ("It has 21 reasons and seven footnotes.", 1, 0),
        ("It has 22 reasons and seven footnotes.", 1, 1),
        ("It has 21 reasons and eight footnotes.", 1, 1),
        ("It has reasons, 21 of them.", 0, 0),
    ],
)
def test_how_a_piece_is_read(text, found, wrong):
    hits, said = checked(PIECE, text, KNOWN)
    assert (hits, len(said)) == (found, wrong)


@pytest.mark.parametrize(
    ("text", "found", "wrong"),
    [
        ("PP1 to PP21, at its 75th session", 1, 0),
        ("PP1 to PP22, at its 75th session", 1, 1),
        ("PP1 to PP21, at its 76th session", 1, 1),
    ],
)
def test_a_number_may_have_letters_beside_it(text, found, wrong):
    hits, said = checked("PP1 to PP{len(res.preamble)}, at its {res.session}th session", text, KNOWN)
    assert (hits, len(said)) == (found, wrong)
