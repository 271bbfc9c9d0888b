"""CONTRIBUTING.md, data/README.md and CITATION.cff: the files, names and commands that they speak of exist."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import yaml

import resolutionkit
import resolutionkit.classroom

ROOT = Path(__file__).resolve().parents[1]
TEXT = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
CODE = re.findall(r"`([^`\n]+)`", TEXT) + re.findall(r"^    (.+)$", TEXT, re.MULTILINE)
OF_DATA = re.findall(r"`(tests/[^`\n]+)`", (ROOT / "data" / "README.md").read_text(encoding="utf-8"))
FILES = sorted(
    {
        name
        for code in [*CODE, *OF_DATA]
        for name in re.findall(r"(?<![\w./])(?:tests|src|data|exercises|notebooks)/[\w./]*\w", code)
    }
)
NAMES = {
    "BUNDLED": "src/resolutionkit/document/bundled.py",
    "Found": "src/resolutionkit/drafting/review/draft.py",
    "Text": "src/resolutionkit/language/__init__.py",
    "test_the_bank_is_whole": "tests/classroom/test_quizzes.py",
}


@pytest.mark.parametrize("name", [name for name in FILES if not re.search("TOPIC|_$", name)])
def test_a_file_that_is_named_exists(name):
    assert (ROOT / name).exists()


@pytest.mark.parametrize("folder", ["data/exercises", "data/quizzes"])
def test_each_topic_has_its_file(folder):
    assert {path.stem for path in (ROOT / folder).glob("*.toml")} - {"start"} == set(resolutionkit.classroom.TOPICS)


@pytest.mark.parametrize("name", NAMES)
def test_a_name_that_is_used_is_defined_where_the_text_says(name):
    source = (ROOT / NAMES[name]).read_text(encoding="utf-8")
    assert re.search(rf"^(?:def |class )?{name}\b", source, re.MULTILINE)
    assert any(re.search(rf"(?<!\w){name}\b", code) for code in CODE)


def test_every_way_of_adding_something_ends_in_a_test():
    ways = re.split(r"^### ", TEXT.split("## How to add")[1].split("\n## ")[0], flags=re.MULTILINE)[1:]
    assert len(ways) == 9
    assert not [way.partition("\n")[0] for way in ways if "python3 start.py test tests/" not in way]


def test_the_citation_is_that_of_this_version():
    citation = yaml.safe_load((ROOT / "CITATION.cff").read_text(encoding="utf-8"))
    assert {"cff-version", "message", "title", "authors", "type"} <= set(citation)
    assert (citation["version"], citation["license"]) == (resolutionkit.__version__, "MIT")
    assert citation["references"][0]["number"] == resolutionkit.load().symbol
    assert citation["references"][0]["date-published"] == str(resolutionkit.load().published)
