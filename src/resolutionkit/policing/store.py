"""The world's tables in plain SQL, to be read in class, and the one way to change them: a step, whole or not at all."""

from __future__ import annotations

import contextlib
import sqlite3
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import datetime, timedelta

from resolutionkit.files import data_file
from resolutionkit.policing.catalogue import DATABASES, WORDS, Database

# The model's clock starts on the day of adoption ("verabschiedet am 23. November 2020").
MODEL_START = datetime(2020, 11, 23, 9, 0, 0)


def schema() -> str:
    """Return all tables of a world as SQL with comments, for reading in class.

    >>> "CREATE TRIGGER log_is_never_changed" in schema(), "CREATE TABLE stolen_documents" in schema()
    (True, True)
    """
    fixed = data_file("policing/schema.sql").read_text(encoding="utf-8")
    return fixed + "".join(f"\n{_table_of(database)};\n" for database in DATABASES.values())


def _table_of(database: Database) -> str:
    columns = {"id": "INTEGER PRIMARY KEY AUTOINCREMENT"}
    columns |= {name: _column(database, name, kind) for name, kind in database.fields.items()}
    columns |= {"owner": "TEXT NOT NULL", "entered": "TEXT NOT NULL", "updated": "TEXT"}
    width = max(10, *(len(name) + 2 for name in columns))
    lines = [f"    {name:<{width}}{sql}," for name, sql in columns.items()]
    lines[-3] += "   -- who entered it; nobody else may change it"
    body = "\n".join(lines).removesuffix(",")
    return f"CREATE TABLE {database.name} (   -- {', '.join(database.paragraphs)}: {database.title.en}\n{body}\n)"


def _column(database: Database, name: str, kind: str) -> str:
    needed = "" if kind.endswith("?") else " NOT NULL"
    match kind.removesuffix("?"):
        case "country":
            return f"TEXT{needed} REFERENCES countries"
        case "document":
            return f"TEXT{needed} CHECK (kind IN ({_listed(WORDS['document'])}))"
        case "notice":
            return f"INTEGER{needed} REFERENCES notices"
        case "persons_sought":
            return f"INTEGER{needed} REFERENCES persons_sought ON DELETE CASCADE"
        case "year":
            return f"INTEGER{needed}"
        case "line":
            return f"TEXT{needed} COLLATE any_case"
        case kind if kind.startswith("reason"):
            return f"TEXT{needed} CHECK ({name} IN ({_listed(database.reasons())}))"
    return f"TEXT{needed}"


def _listed(codes: Iterable[str]) -> str:
    return ", ".join(f"'{code}'" for code in codes)


class Store:
    """A world in memory."""

    def __init__(self) -> None:
        self.connection = sqlite3.connect(":memory:", isolation_level=None)
        self.connection.execute("PRAGMA foreign_keys = ON")
        self.connection.create_collation("any_case", _compare)
        self.connection.executescript(schema())
        self._seconds = self._rows = 0

    @contextlib.contextmanager
    def step(self) -> Iterator[Store]:
        """What happens together (rows change, the log grows, messages go out): whole, or not at all where an error ends it."""
        self.execute("BEGIN")
        try:
            self._rows = self.execute("SELECT coalesce(max(id), 0) FROM log").fetchone()[0]
            self._seconds = self._rows + 1
            yield self
        except BaseException:
            self.execute("ROLLBACK")
            raise
        self.execute("COMMIT")

    @property
    def now(self) -> str:
        """The model's time: one second passes from each row of the log to the next."""
        return str(MODEL_START + timedelta(seconds=self._seconds))

    def execute(self, sql: str, values: Sequence[object] = ()) -> sqlite3.Cursor:
        """Run one statement; values go through placeholders, never into the SQL."""
        return self.connection.execute(sql, values)

    def insert(self, table: str, row: Mapping[str, object]) -> int:
        """Add a row to a table and return its number."""
        marks = ", ".join("?" * len(row))
        added = self.execute(f"INSERT INTO {table} ({', '.join(row)}) VALUES ({marks})", tuple(row.values()))
        return int(added.lastrowid or 0)

    def log(
        self, country: str, place: str, action: str, databases: Sequence[str], what: str, outcome: str = "done"
    ) -> int:
        """Add a row to the log and return its number."""
        self._rows += 1
        self._seconds = self._rows
        row = (self._rows, self.now, country, place, action, ", ".join(databases), what, outcome)
        self.execute("INSERT INTO log VALUES (?, ?, ?, ?, ?, ?, ?, ?)", row)
        return self._rows

    @property
    def countries(self) -> dict[str, bool]:
        """Country -> whether it is a member country, in alphabetical order."""
        return {name: bool(member) for name, member in self.execute("SELECT * FROM countries ORDER BY name")}


def _compare(one: str, other: str) -> int:
    return (one.casefold() > other.casefold()) - (one.casefold() < other.casefold())
