"""Whoever learns in German meets no English sentence, outside of quotations and code: looked for by its small words."""

from __future__ import annotations

import ast
import contextlib
import html
import json
import re
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pandas as pd
import polib
import pytest

import resolutionkit as rk
from resolutionkit import draw, networks, policing
from resolutionkit.__main__ import main
from resolutionkit.classroom import all_exercises, handouts
from resolutionkit.classroom.class_view import Learner, as_page
from resolutionkit.classroom.course.folder import assignments, guide
from resolutionkit.classroom.exercise import Closed
from resolutionkit.classroom.site.build import write_pages
from resolutionkit.language import talking
from resolutionkit.tables.alignment import left_aligned

ROOT = Path(__file__).parents[2]
SMALL_WORDS = re.compile(
    r"\b(?:the|of|and|is|are|to|that|this|these|you|your|with|which|what|has|have|not|from|for|by|it|its|there|one|each|"
    r"no|does|do|can|be|on|or|who|how)\b",
    re.IGNORECASE,
)
QUOTED = re.compile(
    r"Report of the United Nations Conference[^)]*\)|```[\s\S]*?```|`[^`]*`|„[^“]*“|“[^”]*”|\"[^\"]*\"|'[^']*'|"
    r"\*{1,3}[^*\n]+\*{1,3}|https?://\S+|\([A-Z][a-z]+ [^()]*\)|\{[^{}]*\}"
)


def english(text: str) -> list[str]:
    """The sentences and lines of a text that hold two different small words of English."""
    pieces = re.split(r"(?<=[.!?:])\s+|\n", QUOTED.sub(" ", html.unescape(re.sub(r"<[^>]+>", " ", text))))
    return [piece for piece in pieces if len({word.casefold() for word in SMALL_WORDS.findall(piece)}) >= 2]


def notebooks() -> list[Path]:
    return [*sorted((ROOT / "notebooks" / "de").glob("*.ipynb")), *sorted((ROOT / "exercises" / "de").rglob("*.ipynb"))]


def shown(path: Path) -> Iterator[str]:
    """Prose, comments and outputs of a notebook."""
    for cell in json.loads(path.read_text(encoding="utf-8"))["cells"]:
        source = "".join(cell["source"])
        yield source if cell["cell_type"] == "markdown" else "\n".join(re.findall(r"#.*", source))
        for output in cell.get("outputs", []):
            data = output.get("data", {})
            yield "".join(output.get("text", data.get("text/html", data.get("text/plain", ""))))


@pytest.mark.parametrize("path", notebooks(), ids=lambda path: path.relative_to(ROOT).as_posix())
def test_notebooks(path):
    assert [piece for text in shown(path) for piece in english(re.sub(r"data:image\S+", "", text))] == []


def said_by_exercises() -> Iterator[str]:
    with talking("de"):
        for e in all_exercises():
            yield from map(str, (e.title, e.question, e.because, e.by_reading or "", *e.rubric))
            yield from (str(step) for step in e.hints)
            if isinstance(e, Closed):
                yield from (str(mistake) for mistake in e.mistakes)
            else:
                yield from (str(condition) for condition in e.conditions)


def test_exercises():
    assert [piece for text in said_by_exercises() for piece in english(text)] == []


def test_messages():
    catalogue = polib.pofile(str(ROOT / "src/resolutionkit/language/locale/de/LC_MESSAGES/resolutionkit.po"))
    texts = [text for entry in catalogue for text in entry.msgstr_plural.values() or [entry.msgstr]]
    assert [piece for text in texts for piece in english(text)] == []


def in_tables(value: object) -> Iterator[str]:
    if isinstance(value, dict):
        for key, inner in value.items():
            yield from [inner] if key == "de" and isinstance(inner, str) else in_tables(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from in_tables(inner)


def test_data():
    for path in sorted({*(ROOT / "data").rglob("*.toml")} - {*(ROOT / "data" / "exercises").glob("*")}):
        texts = in_tables(tomllib.loads(path.read_text(encoding="utf-8")))
        assert [piece for text in texts for piece in english(text)] == [], path.name


def on_screen(page: str) -> list[str]:
    """English in a page, but for what it says is English."""
    page = re.sub(r"<(style|script)[\s\S]*?</\1>|<code[\s\S]*?</code>|<pre[\s\S]*?</pre>", "", page)
    return english(re.sub(r"<(\w+)[^>]*lang=.en.[\s\S]*?</\1>", "", page))


PAGES = [*((name, "") for name in handouts.HANDOUTS), *((name, p) for name in handouts.OF_A_PLAN for p in "ABCD")]


@pytest.mark.parametrize(("name", "plan"), PAGES)
def test_handouts_and_pages_of_plans(name, plan):
    with talking("de"):
        assert on_screen(handouts.handout(name, plan)) == []


def test_course_guide():
    with talking("de"):
        assert english(guide(assignments(), Path("venv"), "de")) == []


def test_class_page():
    with talking("de"):
        assert on_screen(as_page([Learner("Ana", {"1.1": {"status": "right"}, "1.2": {"status": "wrong"}})], "")) == []


def test_site(tmp_path):
    write_pages(tmp_path, "de")
    assert on_screen((tmp_path / "index.html").read_text(encoding="utf-8")) == []
    for page in sorted((tmp_path / "read").glob("*.html")):
        assert on_screen(page.read_text(encoding="utf-8")) == [], page.name


def said_in_german(path: Path) -> Iterator[str]:
    """The second text of each pair in a program that carries both languages."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if (
            isinstance(node, ast.Call)
            and getattr(node.func, "id", "") in ("say", "tell", "Stop")
            and len(node.args) > 1
        ):
            yield from (part.value for part in ast.walk(node.args[1]) if isinstance(part, ast.Constant))


@pytest.mark.parametrize("name", ["start.py", "environment/reports.py", "environment/pack.py", "environment/inside.py"])
def test_programs_that_start_the_kit(name):
    assert [piece for text in said_in_german(ROOT / name) for piece in english(str(text))] == []


@pytest.mark.parametrize("command", ["", "desk", "site", "review", "convert", "handout", "course", "class"])
def test_help_of_commands(command, capsys):
    with talking("de"), pytest.raises(SystemExit):
        main([*filter(None, [command]), "--help"])
    own = capsys.readouterr().out
    assert own
    assert english(own) == []


WRONG_WORDS = ["", "nope", "review", "review nope.md", "convert a.md", "convert nope.md b.xml", "handout nope"]
WRONG_WORDS += ["class nope", "handout --plan X"]


@pytest.mark.parametrize("words", WRONG_WORDS)
def test_errors_of_commands(words, capsys):
    with talking("de"), contextlib.suppress(SystemExit):
        assert main(words.split()) == 2
    said = capsys.readouterr().err
    assert said
    assert english(re.sub("error: ", "error: the is ", said)) == [], said


FRAMES = {
    "actors": rk.actors,
    "systems": rk.systems,
    "topics": rk.topics,
    "relations": rk.relations,
    "mentions": rk.mentions,
    "glosses": rk.glosses,
    "opener counts": rk.opener_counts,
    "aligned openers": rk.aligned_openers,
    "rules": rk.rule_table,
    "citations": lambda: draw.citation_table(rk.load()),
    "paragraphs": lambda: draw.paragraph_table(rk.load()),
    "edges": lambda: networks.edges_table(networks.calls_on()),
    "features": lambda: pd.DataFrame(policing.what_is_modelled()),
}


@pytest.mark.parametrize("name", FRAMES)
def test_heads_of_tables(name):
    with talking("de"):
        frame = FRAMES[name]()
        shown = left_aligned(frame.head(3))
    heads = re.findall(r"<th[^>]*>([^<]+)<br><code>(\w+)</code>", shown)
    left_out = {c for c in frame.columns if c.endswith("_en") and c not in dict((code, said) for said, code in heads)}
    assert [code for _said, code in heads] == [c for c in frame.columns if c not in left_out]
    assert all(
        c.removesuffix("_en") in frame.columns or f"{c.removesuffix('_en')}_de" in frame.columns for c in left_out
    )


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The Assembly asks for a report.", 1),
        ("Ein Verb wie „Calls upon the States to act“ bittet.", 0),
        ("Die Versammlung ersucht den Generalsekretär um einen Bericht.", 0),
        ("<p>There is no such paragraph</p>", 1),
        ("Der Code `for word in the_list_of_words` läuft.", 0),
    ],
)
def test_english_is_found(text, found):
    assert len(english(text)) == found
