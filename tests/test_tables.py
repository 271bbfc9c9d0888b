"""Tables: the shipped ones keep their rules, and a broken one is named with file, line and column."""

from __future__ import annotations

import pytest

import resolutionkit as rk
from resolutionkit.errors import KitError, MissingFile, TableError
from resolutionkit.tables import Schema, read_table, rows
from resolutionkit.tables.frames import SCHEMAS

TEXTS = {"PP1": "unter Hinweis auf ihre Resolution", "OP1": "fordert die Stärkung"}
SCHEMA = Schema(
    ("id", "name", "part_of", "paragraphs", "quote"),
    ("name",),
    "id",
    "part_of",
    paragraphs="paragraphs",
    quote="quote",
    words={"name": frozenset({"A", "B", "C"})},
)
HEAD = "id,name,part_of,paragraphs,quote\n"
GOOD = HEAD + "a,A,,PP1,ihre Resolution\nb,B,a,PP1|OP1,die Stärkung\n"

# what is wrong, content, line, column, words of the message
BROKEN = [
    ("a column is missing", "id,name,paragraphs,quote\na,A,PP1,x\n", 1, 1, "part_of"),
    ("a cell is empty", GOOD + "c,,,PP1,Hinweis\n", 4, 2, "name"),
    ("an id stands twice", GOOD + "a,C,,PP1,Hinweis\n", 4, 1, "line 2"),
    ("an id is unknown", GOOD + "c,C,zz,PP1,Hinweis\n", 4, 3, "'zz'"),
    ("a label is unknown", GOOD + "c,C,,PP9,Hinweis\n", 4, 4, "'PP9'"),
    ("a quote is not in the text", GOOD + "c,C,,PP1,Hinweise\n", 4, 5, "PP1"),
    ("a quote is in another paragraph", GOOD + "c,C,,OP1,Hinweis\n", 4, 5, "OP1"),
    ("parents form a circle", HEAD + "a,A,b,PP1,Hinweis\nb,B,a,PP1,Hinweis\n", 2, 3, "a → b → a"),
    ("a word is not in the vocabulary", GOOD + "c,X,,PP1,Hinweis\n", 4, 2, "A, B, C"),
    ("a cell too many", GOOD + "c,C,,PP1,Hinweis,more\n", 4, 6, "5 cells"),
    ("semicolons", HEAD + "c;C;;PP1;Hinweis\n", 2, 2, "Semicolons"),
    ("an open quotation mark", GOOD + 'c,"C,,PP1,Hinweis\n', 4, 1, "quotation mark"),
    (
        "a line break in a cell moves the next line",
        HEAD + 'a,A,,PP1,"ihre Resolution"\n"b\nb",B,zz,PP1,Hinweis\n',
        3,
        3,
        "'zz'",
    ),
]


@pytest.mark.parametrize(
    ("content", "line", "column", "words"), [row[1:] for row in BROKEN], ids=[row[0] for row in BROKEN]
)
def test_a_broken_table_is_one_error_with_its_place(tmp_path, content, line, column, words):
    path = tmp_path / "actors.csv"
    path.write_text(content, encoding="utf-8")
    with pytest.raises(TableError) as caught:
        read_table(path, SCHEMA, texts=TEXTS)
    assert (caught.value.line, caught.value.column) == (line, column)
    assert "actors.csv" in str(caught.value)
    assert words in str(caught.value)


def test_a_good_table_is_read(tmp_path):
    path = tmp_path / "actors.csv"
    path.write_text("\ufeff" + GOOD, encoding="utf-8")
    assert [row["id"] for row in read_table(path, SCHEMA, texts=TEXTS)] == ["a", "b"]


def test_another_encoding_is_named(tmp_path):
    path = tmp_path / "actors.csv"
    path.write_bytes((HEAD + "a,Ä,,PP1,x\n").encode("latin-1"))
    with pytest.raises(TableError, match="UTF-8") as caught:
        read_table(path, SCHEMA)
    assert (caught.value.line, caught.value.column) == (2, 3)


def test_no_file(tmp_path):
    with pytest.raises(MissingFile):
        read_table(tmp_path / "none.csv", SCHEMA)


@pytest.mark.parametrize("name", SCHEMAS)
def test_shipped_tables_keep_their_rules(name):
    assert rows(name)


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


def test_metadata_in_both_languages_agree():
    english, german = rk.metadata("en"), rk.metadata("de")
    for fact in ("symbol", "session", "adopted", "published", "drafts"):
        assert english[fact] == german[fact]


def test_mentions_of_another_resolution():
    found = rk.mentions(
        rk.parse(
            "The General Assembly,\n\nRecalling the role of INTERPOL,\n\n1. Requests the Secretary-General to report."
        )
    )
    assert {"interpol", "secretary-general"} <= set(found["entity"])


def test_errors_of_the_kit_are_also_builtins():
    assert issubclass(TableError, (KitError, ValueError))
    assert issubclass(MissingFile, FileNotFoundError)


def test_empty_lines_between_rows_are_no_rows(tmp_path):
    (tmp_path / "actors.csv").write_text(GOOD.replace("\n", "\n\n"), encoding="utf-8")
    assert [row["id"] for row in read_table(tmp_path / "actors.csv", SCHEMA, texts=TEXTS)] == ["a", "b"]
