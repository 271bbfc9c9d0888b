"""The world's tables in plain SQL, to be read in class, and the one way to change them: a step, whole or not at all."""

from __future__ import annotations

import contextlib
import sqlite3
from collections.abc import Iterator, Sequence
from datetime import datetime, timedelta
from typing import Any, NamedTuple

from resolutionkit.language import Text
from resolutionkit.policing.catalogue import DATABASES, WORDS, Database

# The model's clock starts on the day of adoption ("verabschiedet am 23. November 2020").
MODEL_START = datetime(2020, 11, 23, 9, 0, 0)

TABLES = (
    """CREATE TABLE countries (      -- invented countries; OP13: resources are for member countries
    name   TEXT PRIMARY KEY,
    member INTEGER NOT NULL CHECK (member IN (0, 1))
)""",
    """CREATE TABLE databases (      -- OP2, OP6, OP7, OP9, OP13(d): the databases that the resolution names
    name       TEXT PRIMARY KEY,
    in_service INTEGER NOT NULL DEFAULT 1 CHECK (in_service IN (0, 1))
)""",
    """CREATE TABLE restrictions (   -- OP13(b): national priorities: which country does not see a record
    database    TEXT NOT NULL REFERENCES databases,
    record      INTEGER NOT NULL,
    hidden_from TEXT NOT NULL REFERENCES countries,
    PRIMARY KEY (database, record, hidden_from)
)""",
    """CREATE TABLE notices (        -- OP13(c): published by the General Secretariat at a bureau's request
    id           INTEGER PRIMARY KEY,
    colour       TEXT NOT NULL,
    subject      TEXT NOT NULL,
    text         TEXT NOT NULL,
    requested_by TEXT NOT NULL REFERENCES countries,
    published    TEXT                               -- empty until it is published
)""",
    """CREATE TABLE messages (       -- OP13(a): I-24/7, from bureau to bureau
    id      INTEGER PRIMARY KEY,
    at      TEXT NOT NULL,
    sender  TEXT NOT NULL,                          -- a country, or 'General Secretariat'
    kind    TEXT NOT NULL,
    colour  TEXT,
    urgent  INTEGER NOT NULL CHECK (urgent IN (0, 1)),
    subject TEXT NOT NULL,
    text    TEXT NOT NULL
)""",
    """CREATE TABLE deliveries (     -- who gets a message
    addressee TEXT NOT NULL,
    message   INTEGER NOT NULL REFERENCES messages,
    PRIMARY KEY (addressee, message)
)""",
    """CREATE TABLE log (            -- who asked or changed what, when, from where, and what came of it
    id        INTEGER PRIMARY KEY,
    at        TEXT NOT NULL,
    country   TEXT NOT NULL,
    place     TEXT NOT NULL,                        -- 'bureau', or the name of a post
    action    TEXT NOT NULL,
    databases TEXT NOT NULL,
    what      TEXT NOT NULL,
    outcome   TEXT NOT NULL CHECK (outcome IN ('done', 'hit', 'no hit', 'unreadable'))
)""",
    """CREATE TRIGGER log_is_never_changed BEFORE UPDATE ON log
BEGIN SELECT RAISE(ABORT, 'the log is never changed'); END""",
    """CREATE TRIGGER log_is_never_shortened BEFORE DELETE ON log
BEGIN SELECT RAISE(ABORT, 'the log is never changed'); END""",
)


def table_of(database: Database) -> str:
    """Return the table of a database in SQL, made from its fields.

    >>> print(table_of(DATABASES["fingerprints"]))
    CREATE TABLE fingerprints (   -- OP2: Fingerprint Database
        id        INTEGER PRIMARY KEY AUTOINCREMENT,
        person    INTEGER NOT NULL REFERENCES persons_sought ON DELETE CASCADE,
        owner     TEXT NOT NULL,   -- who entered it; nobody else may change it
        entered   TEXT NOT NULL,
        updated   TEXT
    )
    """
    columns = [("id", "INTEGER PRIMARY KEY AUTOINCREMENT")]
    columns += [(name, _column(database, name, kind)) for name, kind in database.fields.items()]
    columns += [("owner", "TEXT NOT NULL"), ("entered", "TEXT NOT NULL"), ("updated", "TEXT")]
    width = max(len(name) for name, _sql in columns) + 2
    lines = [f"    {name:<{max(width, 10)}}{sql}" for name, sql in columns]
    ends = [",   -- who entered it; nobody else may change it" if "owner " in line else "," for line in lines]
    body = "\n".join(line + end for line, end in zip(lines, [*ends[:-1], ""], strict=True))
    named = f"-- {', '.join(database.paragraphs)}: {database.title.en}"
    return f"CREATE TABLE {database.name} (   {named}\n{body}\n)"


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
        case kind if kind.startswith("reason"):
            return f"TEXT{needed} CHECK ({name} IN ({_listed(database.reasons())}))"
        case kind:
            return f"TEXT{needed}" + (" COLLATE any_case" if kind == "line" else "")


def _listed(codes: Sequence[str] | dict[str, Text] | Any) -> str:
    return ", ".join(f"'{code}'" for code in codes)


def schema() -> str:
    """Return all tables of a world as SQL with comments, for reading in class.

    >>> "CREATE TRIGGER log_is_never_changed" in schema(), "CREATE TABLE stolen_documents" in schema()
    (True, True)
    """
    return ";\n\n".join((*TABLES, *map(table_of, DATABASES.values()))) + ";\n"


class Actor(NamedTuple):
    """Who does something, and where: at a country's ``"bureau"`` or at one of its posts."""

    country: str
    place: str = "bureau"


class Step:
    """What happens together: rows change, the log grows, messages go out."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self._first = connection.execute("SELECT coalesce(max(id), 0) + 1 FROM log").fetchone()[0]
        self._next: int = self._first

    @property
    def now(self) -> str:
        """The model's time: one second passes from each row of the log to the next."""
        return str(MODEL_START + timedelta(seconds=max(self._first, self._next - 1)))

    def execute(self, sql: str, values: Sequence[object] = ()) -> sqlite3.Cursor:
        """Run one statement; values go through placeholders, never into the SQL."""
        return self._connection.execute(sql, values)

    def log(self, who: Actor, action: str, databases: Sequence[str], what: str, outcome: str = "done") -> int:
        """Add a row to the log and return its number."""
        number, self._next = self._next, self._next + 1
        self.execute(
            "INSERT INTO log VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
            (number, self.now, *who, action, ", ".join(databases), what, outcome),
        )
        return number


def _compare(one: str, other: str) -> int:
    return (one.casefold() > other.casefold()) - (one.casefold() < other.casefold())


class Store:
    """A world in memory."""

    def __init__(self) -> None:
        self.connection = sqlite3.connect(":memory:", isolation_level=None)
        self.connection.execute("PRAGMA foreign_keys = ON")
        self.connection.create_collation("any_case", _compare)
        self.connection.executescript(schema())

    @contextlib.contextmanager
    def step(self) -> Iterator[Step]:
        """One step: it happens whole, or not at all where an error ends it."""
        self.connection.execute("BEGIN")
        try:
            yield Step(self.connection)
        except BaseException:
            self.connection.execute("ROLLBACK")
            raise
        self.connection.execute("COMMIT")

    def rows(self, sql: str, values: Sequence[object] = ()) -> list[Any]:
        """Return all rows of one reading statement."""
        return self.connection.execute(sql, values).fetchall()

    @property
    def countries(self) -> dict[str, bool]:
        """Country -> whether it is a member country, in alphabetical order."""
        return {name: bool(member) for name, member in self.rows("SELECT * FROM countries ORDER BY name")}
