"""The German edition: each cell has its English partner and is made from today's English; code is the same."""

from __future__ import annotations

import copy

import nbformat
import pytest
from german_edition import ENGLISH, ROOT, brought_up, editions, faults, hash_of, read, said

each_notebook = pytest.mark.parametrize(
    ("english", "german"), editions(), ids=lambda path: path.relative_to(ROOT).as_posix()
)


def test_each_german_notebook_has_its_english_one():
    found = {path for part in ("notebooks/de", "exercises/de/solutions") for path in (ROOT / part).glob("*.ipynb")}
    assert found == {german for _, german in editions()}


@each_notebook
def test_no_cell_is_missing_too_many_or_out_of_date(english, german):
    assert list(faults(read(english), read(german))) == []


@each_notebook
def test_the_tool_changes_nothing_where_all_is_well(english, german):
    notebook = read(german)
    assert brought_up(read(english), notebook).cells == notebook.cells


@pytest.mark.parametrize("path", sorted((ROOT / "notebooks" / "de").glob("*.ipynb")), ids=lambda path: path.stem)
def test_each_lesson_speaks_german(path):
    """Its stored outputs are those of today: nbval compares them on each run."""
    texts = said(read(path).cells)
    assert len("".join(texts.values())) > 500
    assert {cell: text for cell, text in texts.items() if ENGLISH.search(text)} == {}


@pytest.fixture
def pair():
    """An English notebook and a German one that is as it should be."""
    english = read(ROOT / "notebooks" / "00_start.ipynb")
    german = brought_up(english, copy.deepcopy(english))
    for cell, theirs in zip(english.cells, german.cells, strict=True):
        theirs.metadata["english"]["hash"] = hash_of(cell)
    return english, german


def cell(notebook, name):
    return next(c for c in notebook.cells if c.id == name)


DAMAGE = {
    "has changed in English": lambda en, de: cell(en, "cell-01").update(source="Another text."),
    "is missing": lambda en, de: de.cells.pop(1),
    "has no English partner": lambda en, de: en.cells.pop(1),
    "is other code": lambda en, de: cell(de, "cell-14").update(source="acts, reasons"),
    "words that are not listed": lambda en, de: cell(de, "cell-10").update(source='res["OP14"]'),
    "in another order": lambda en, de: de.cells.insert(1, de.cells.pop(5)),
}


@pytest.mark.parametrize("words", DAMAGE)
def test_damage_is_named(pair, words):
    assert list(faults(*pair)) == []
    DAMAGE[words](*pair)
    assert words in "\n".join(faults(*pair))


def test_german_words_come_back_into_code_that_has_changed(pair):
    english, german = pair
    old = cell(english, "cell-04").source
    cell(german, "cell-04").source = old.replace("Which paragraph", "Welcher Absatz")
    german = brought_up(english, german)
    cell(english, "cell-04").source = old.replace("import guess", "import guess, think")
    again = cell(brought_up(english, german), "cell-04").source
    assert "Welcher Absatz" in again
    assert "import guess, think" in again


def test_ids_that_have_moved_on_lose_no_text(pair):
    english, german = pair
    cell(german, "cell-01").source = "Ein Rätsel zuerst"
    for theirs in english.cells:
        theirs.id = f"cell-{int(theirs.id[5:]) + 1:02}"
    english.cells.insert(0, nbformat.v4.new_markdown_cell("New.", id="cell-00"))
    made = brought_up(english, german)
    assert cell(made, "cell-02").source == "Ein Rätsel zuerst"
    assert list(faults(english, made)) == ["cell-00 has changed in English: 'New.'"]
