"""The shipped tables keep their rules, and the frames made of them are what is said of them."""

from __future__ import annotations

import csv

import pytest

import resolutionkit as rk
from resolutionkit.files import data_folder
from resolutionkit.tables import rows

FILES = sorted(path.name for path in data_folder().glob("*.csv"))
# Columns whose cells must not be empty; whose values occur once; that hold whole numbers; and the words that a column may have.
FILLED = {
    "glosses": ("gloss_en", "gloss_de"),
    "opener_counts": ("opener",),
    "openers_aligned": ("en", "de"),
    "set_phrases": ("kind", "part", "en", "de", "german_from"),
    "actors": ("name_de", "name_en", "type", "paragraphs", "quote", "quote_en"),
    "systems": ("name_de", "name_en", "type", "paragraphs", "quote", "quote_en"),
    "topics": ("name_de", "name_en", "kind", "paragraphs", "quote", "quote_en"),
    "relations": ("source", "target", "relation", "paragraph", "quote", "quote_en", "said_by", "verb", "verb_en"),
    "curated_mentions": ("entity", "paragraph", "form", "quote_en"),
    "words": ("en", "de"),
}
ONCE = {"glosses": "label", "actors": "id", "systems": "id", "topics": "id", "relations": "id", "words": "en"}
NUMBERS = [("opener_counts", "paragraphs"), ("opener_counts", "resolutions"), ("openers_aligned", "count")]
NUMBERS += [("set_phrases", "paragraphs"), ("set_phrases", "resolutions")]
WORDS = [("opener_counts", "language", {"en", "de"}), ("opener_counts", "part", {"preamble", "operative"})]
WORDS += [("set_phrases", "kind", {"phrase", "name", "opener"}), ("set_phrases", "part", {"any", "operative"})]


@pytest.mark.parametrize("name", FILES)
def test_every_row_has_as_many_cells_as_the_first_line(name):
    with (data_folder() / name).open(encoding="utf-8", newline="") as lines:
        head, *others = csv.reader(lines, strict=True)
    assert [row for row in others if len(row) != len(head)] == []


@pytest.mark.parametrize(("table", "column"), [(table, column) for table in FILLED for column in FILLED[table]])
def test_no_cell_is_empty_where_something_must_stand(table, column):
    assert [row for row in rows(table) if not row[column].strip()] == []


@pytest.mark.parametrize(("table", "column"), ONCE.items())
def test_no_value_stands_twice_where_it_names_its_row(table, column):
    values = [row[column] for row in rows(table)]
    assert [value for value in values if values.count(value) > 1] == []


@pytest.mark.parametrize(("table", "column"), NUMBERS)
def test_numbers_are_whole(table, column):
    assert all(row[column].isdecimal() for row in rows(table))


@pytest.mark.parametrize(("table", "column", "words"), WORDS)
def test_a_column_has_these_words_and_no_others(table, column, words):
    assert {row[column] for row in rows(table)} == words


@pytest.mark.parametrize(
    ("table", "column"), [("glosses", "label"), ("relations", "paragraph"), ("curated_mentions", "paragraph")]
)
def test_labels_are_those_of_paragraphs(table, column):
    assert {row[column] for row in rows(table)} <= {p.label for p in rk.load().paragraphs}


def test_no_opener_is_counted_twice():
    keys = [(row["language"], row["part"], row["opener"]) for row in rows("opener_counts")]
    assert len(keys) == len(set(keys))


@pytest.mark.parametrize(
    "frame",
    [rk.glosses, rk.actors, rk.systems, rk.topics, rk.relations, rk.opener_counts, rk.aligned_openers, rk.mentions],
)
def test_a_changed_frame_changes_no_other(frame):
    first = frame()
    first.iloc[:, 0] = first.iloc[::-1, 0].to_numpy()
    assert len(frame()) == len(first)
    assert not frame().equals(first)


def test_a_frame_has_every_column_of_its_table():
    assert rk.relations().columns.tolist() == list(rows("relations")[0])


def test_numbers_can_be_added_up():
    assert rk.opener_counts()["paragraphs"].sum() == sum(int(row["paragraphs"]) for row in rows("opener_counts"))


def test_mentions_of_another_resolution():
    text = "The General Assembly,\n\nRecalling the role of INTERPOL,\n\n1. Requests the Secretary-General to report."
    assert {"interpol", "secretary-general"} <= set(rk.mentions(rk.parse(text))["entity"])


@pytest.mark.parametrize(
    ("table", "column"), [("relations", "relation"), ("actors", "type"), ("systems", "type"), ("topics", "kind")]
)
def test_every_relation_type_and_kind_has_a_german_word(table, column):
    assert {row[column] for row in rows(table)} <= {row["en"] for row in rows("words")}
