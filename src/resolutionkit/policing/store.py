"""The world's tables in plain SQL, to be read in class, and the one way to change them: a step, whole or not at all.

The log says who asked or changed what, when, from where, and what came of it. It only grows.
"""

import contextlib
import sqlite3
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Self

from resolutionkit.files import data_folder
from resolutionkit.language import _
from resolutionkit.policing.catalogue import DATABASES, WORDS, Database, in_words, place_in_words
from resolutionkit.policing.inputs import whole_number
from resolutionkit.policing.tables import Table

# The model's clock starts on the day of adoption ("verabschiedet am 23. November 2020").
MODEL_START = datetime(2020, 11, 23, 9, 0, 0)
_COLUMNS = {
    "country": "TEXT{needed} REFERENCES countries",
    "document": "TEXT{needed} CHECK ({name} IN ({codes}))",
    "line": "TEXT{needed} COLLATE any_case",
    "notice": "INTEGER{needed} REFERENCES notices",
    "persons_sought": "INTEGER{needed} REFERENCES persons_sought ON DELETE CASCADE",
    "reason": "TEXT{needed} CHECK ({name} IN ({codes}))",
    "year": "INTEGER{needed}",
}
"""Type of a field -> its column; all other types are plain text."""


def schema() -> str:
    """Return all tables of a world as SQL with comments, for reading in class.

    >>> "CREATE TRIGGER log_is_never_changed" in schema(), "CREATE TABLE stolen_documents" in schema()
    (True, True)
    """
    fixed = (data_folder() / "policing/schema.sql").read_text(encoding="utf-8")
    return fixed + "".join(f"\n{_table_of(database)};\n" for database in DATABASES.values())


def _table_of(database: Database) -> str:
    columns = {"id": "INTEGER PRIMARY KEY AUTOINCREMENT"}
    for name, kind in database.fields.items():
        needed = "" if name in database.optional else " NOT NULL"
        codes = ", ".join(f"'{code}'" for code in (WORDS["document"] if kind == "document" else database.reasons))
        columns[name] = _COLUMNS.get(kind, "TEXT{needed}").format(needed=needed, name=name, codes=codes)
    columns |= {"owner": "TEXT NOT NULL", "entered": "TEXT NOT NULL", "updated": "TEXT"}
    width = max(10, *(len(name) + 2 for name in columns))
    lines = [f"    {name:<{width}}{sql}," for name, sql in columns.items()]
    lines[-3] += "   -- who entered it; nobody else may change it"
    body = "\n".join(lines).removesuffix(",")
    return f"CREATE TABLE {database.name} (   -- {', '.join(database.paragraphs)}: {database.title.en}\n{body}\n)"


class Store:
    """A world in memory."""

    def __init__(self) -> None:
        self.connection = sqlite3.connect(":memory:", isolation_level=None)
        self.connection.execute("PRAGMA foreign_keys = ON")
        self.connection.create_collation("any_case", _compare)
        self.connection.executescript(schema())
        self._row = 0

    @contextlib.contextmanager
    def step(self) -> Iterator[Self]:
        """What happens together (rows change, the log grows, messages go out): whole, or not at all where an error ends it."""
        with self.connection:
            self.execute("BEGIN")
            self._row = self._next_row()
            yield self

    @property
    def now(self) -> str:
        """The model's time: one second passes from each row of the log to the next."""
        return str(MODEL_START + timedelta(seconds=self._row))

    def execute(self, sql: str, *values: object) -> sqlite3.Cursor:
        """Run one statement; values go through placeholders, never into the SQL."""
        return self.connection.execute(sql, values)

    def insert(self, table: str, /, **row: object) -> int:
        """Add a row to a table and return its number."""
        marks = ", ".join("?" * len(row))
        added = self.execute(f"INSERT INTO {table} ({', '.join(row)}) VALUES ({marks})", *row.values())
        return int(added.lastrowid or 0)

    def log(
        self, country: str, place: str, action: str, databases: Sequence[str], what: str, outcome: str = "done"
    ) -> int:
        """Add a row to the log and return its number."""
        self._row = self._next_row()
        row = (self._row, self.now, country, place, action, ", ".join(databases), what, outcome)
        self.execute("INSERT INTO log VALUES (?, ?, ?, ?, ?, ?, ?, ?)", *row)
        return self._row

    def _next_row(self) -> int:
        return int(self.execute("SELECT coalesce(max(id), 0) + 1 FROM log").fetchone()[0])


def _compare(one: str, other: str) -> int:
    return (one.casefold() > other.casefold()) - (one.casefold() < other.casefold())


@dataclass(frozen=True, slots=True)
class LogRow:
    """One row of the log; ``action`` and ``outcome`` are codes, ``databases`` the names of those that answered."""

    number: int
    at: str
    country: str
    place: str
    action: str
    databases: tuple[str, ...]
    what: str
    outcome: str


def newest(store: Store, of: str | None, most: object) -> Table[LogRow]:
    """Return the newest rows of the log, of one country or of all."""
    question = "SELECT * FROM log WHERE ? IS NULL OR country = ? ORDER BY id DESC LIMIT ?"
    found = store.execute(question, of, of, whole_number(most, _("How many rows at most"), 1, 1_000_000))
    rows, cells = [], []
    for number, at, country, place, action, databases, what, outcome in found:
        names = tuple(filter(None, databases.split(", ")))
        rows.append(LogRow(number, at, country, place, action, names, what, outcome))
        titles = ", ".join(str(DATABASES[name].title) for name in names)
        done, said = in_words("action", action), in_words("outcome", outcome)
        cells.append((number, at, in_words("place", country), place_in_words(place), done, titles, what, said))
    heads = [_("number"), _("time"), _("country"), _("place"), _("action"), _("databases"), _("what"), _("outcome")]
    return Table(rows, heads, cells, _("Log, newest first"))
