"""Whoever learns in German meets no English sentence, outside of quotations and code: looked for by its small words."""

from __future__ import annotations

import html
import json
import re
import tomllib
from collections.abc import Iterator
from pathlib import Path

import polib
import pytest

from resolutionkit.__main__ import main
from resolutionkit.classroom import all_exercises, handouts
from resolutionkit.classroom.exercise import Closed
from resolutionkit.language import talking

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
            yield from (str(step.says) for step in e.hints)
            if isinstance(e, Closed):
                yield from (str(mistake.says) for mistake in e.mistakes)
            else:
                yield from (str(condition.says) for condition in e.conditions)


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


def test_handouts():
    with talking("de"):
        pages = [re.sub(r"<style[\s\S]*?</style>", "", handouts.handout(name)) for name in handouts.HANDOUTS]
    assert [piece for page in pages for piece in english(re.sub(r"<(\w+)[^>]*lang=.en.[\s\S]*?</\1>", "", page))] == []


@pytest.mark.parametrize("command", ["", "desk", "site", "review", "convert", "handout", "course", "class"])
def test_help_of_commands(command, capsys):
    with talking("de"), pytest.raises(SystemExit):
        main([*filter(None, [command]), "--help"])
    own = re.sub(
        r"show this help message and exit|^(?:usage|options|positional arguments):",
        "",
        capsys.readouterr().out,
        flags=re.M,
    )
    assert own
    assert english(own) == []


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
