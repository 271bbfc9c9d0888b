"""The tables of the model in plain SQL, to be read in class; and how a new world is laid out."""

from __future__ import annotations

import sqlite3

# "RKPM" and a version: how a file says that it holds a world of this kit.
APPLICATION_ID = 0x524B504D
VERSION = 1

TABLES = (
    """CREATE TABLE about (              -- what this file is: a teaching model, SYNTHETIC data only
    key   TEXT PRIMARY KEY,
    value TEXT NOT NULL
) WITHOUT ROWID""",
    """CREATE TABLE countries (          -- invented countries; OP13: resources are for member countries
    name   TEXT PRIMARY KEY,
    member INTEGER NOT NULL CHECK (member IN (0, 1))
) WITHOUT ROWID""",
    """CREATE TABLE posts (              -- OP14: border crossings, airports, customs and immigration posts
    name      TEXT PRIMARY KEY,
    country   TEXT NOT NULL REFERENCES countries,
    kind      TEXT NOT NULL CHECK (kind IN ('airport', 'border_crossing', 'customs', 'immigration')),
    connected INTEGER NOT NULL CHECK (connected IN (0, 1))   -- has the bureau extended its access to it?
) WITHOUT ROWID""",
    """CREATE TABLE databases (          -- OP2, OP6, OP7, OP9: the databases that the resolution names
    name          TEXT PRIMARY KEY,
    asked_by_find INTEGER NOT NULL CHECK (asked_by_find IN (0, 1)),
    in_service    INTEGER NOT NULL CHECK (in_service IN (0, 1))
) WITHOUT ROWID""",
    """CREATE TABLE synthetic_documents ( -- travel documents of all databases that list some
    id        INTEGER PRIMARY KEY AUTOINCREMENT,
    number    TEXT NOT NULL,
    issued_by TEXT NOT NULL REFERENCES countries,
    kind      TEXT NOT NULL CHECK (kind IN ('passport', 'identity_card', 'visa')),
    database  TEXT NOT NULL REFERENCES databases,
    owner     TEXT NOT NULL REFERENCES countries,   -- the country that entered it; only it may change it
    reason    TEXT NOT NULL CHECK (reason IN ('stolen', 'lost', 'notice', 'person')),
    source    INTEGER,                              -- the notice or person that it belongs to
    entered   TEXT NOT NULL,
    updated   TEXT
)""",
    """CREATE TABLE synthetic_persons (  -- OP2, OP6, OP7: nominal data on persons sought
    id          INTEGER PRIMARY KEY AUTOINCREMENT,
    family_name TEXT NOT NULL,
    given_name  TEXT NOT NULL,
    birth_year  INTEGER NOT NULL,
    nationality TEXT NOT NULL REFERENCES countries,
    note        TEXT NOT NULL,
    name_key    TEXT NOT NULL,                      -- the family name without capitals, to be found by
    owner       TEXT NOT NULL REFERENCES countries,
    entered     TEXT NOT NULL,
    updated     TEXT
)""",
    """CREATE TABLE synthetic_traces (   -- OP2: fingerprints, DNA, faces: that a record exists, never the record itself
    id       INTEGER PRIMARY KEY AUTOINCREMENT,
    person   INTEGER NOT NULL REFERENCES synthetic_persons ON DELETE CASCADE,
    database TEXT NOT NULL REFERENCES databases,
    owner    TEXT NOT NULL REFERENCES countries,
    entered  TEXT NOT NULL,
    updated  TEXT,
    UNIQUE (person, database)
)""",
    """CREATE TABLE synthetic_firearms ( -- OP9: tracing of illicit firearms
    id      INTEGER PRIMARY KEY AUTOINCREMENT,
    serial  TEXT NOT NULL,
    make    TEXT NOT NULL COLLATE NOCASE,
    reason  TEXT NOT NULL CHECK (reason IN ('stolen', 'lost', 'smuggled')),
    owner   TEXT NOT NULL REFERENCES countries,
    entered TEXT NOT NULL,
    updated TEXT,
    UNIQUE (serial, make, owner)
)""",
    """CREATE TABLE restrictions (       -- OP13(b): national priorities: which country does not see a record
    database    TEXT NOT NULL REFERENCES databases,
    record      INTEGER NOT NULL,
    hidden_from TEXT NOT NULL REFERENCES countries,
    PRIMARY KEY (database, record, hidden_from)
) WITHOUT ROWID""",
    """CREATE TABLE notices (            -- OP13(c): published by the General Secretariat at a bureau's request
    id           INTEGER PRIMARY KEY AUTOINCREMENT,
    colour       TEXT NOT NULL,
    subject      TEXT NOT NULL,
    text         TEXT NOT NULL,
    requested_by TEXT NOT NULL REFERENCES countries,
    state        TEXT NOT NULL CHECK (state IN ('requested', 'published', 'withdrawn')),
    requested    TEXT NOT NULL,
    published    TEXT
)""",
    """CREATE TABLE messages (           -- OP13(a): I-24/7, from bureau to bureau
    id      INTEGER PRIMARY KEY AUTOINCREMENT,
    at      TEXT NOT NULL,
    sender  TEXT NOT NULL,                          -- a country, or 'General Secretariat'
    kind    TEXT NOT NULL CHECK (kind IN ('message', 'hit', 'notice', 'diffusion')),
    colour  TEXT,
    urgent  INTEGER NOT NULL CHECK (urgent IN (0, 1)),
    subject TEXT NOT NULL,
    text    TEXT NOT NULL,
    log     INTEGER REFERENCES log                  -- the check that caused it
)""",
    """CREATE TABLE deliveries (         -- who gets a message, and when it was read
    addressee TEXT NOT NULL,
    message   INTEGER NOT NULL REFERENCES messages,
    read      TEXT,
    PRIMARY KEY (addressee, message)
) WITHOUT ROWID""",
    """CREATE TABLE log (                -- who asked or changed what, when, from where, and what came of it
    id        INTEGER PRIMARY KEY,
    at        TEXT NOT NULL,
    country   TEXT NOT NULL,
    place     TEXT NOT NULL,                        -- 'bureau', or the name of a post
    action    TEXT NOT NULL,
    databases TEXT NOT NULL,
    what      TEXT NOT NULL,
    outcome   TEXT NOT NULL CHECK (outcome IN ('done', 'hit', 'no hit', 'refused', 'unreadable'))
)""",
    """CREATE TRIGGER log_is_never_changed BEFORE UPDATE ON log
BEGIN SELECT RAISE(ABORT, 'the log is never changed'); END""",
    """CREATE TRIGGER log_is_never_shortened BEFORE DELETE ON log
BEGIN SELECT RAISE(ABORT, 'the log is never changed'); END""",
)

# Made after the rows, because a sorted index is built faster than it grows.
INDEXES = (
    """-- Why a check among a million documents is as fast as among ten thousand:
CREATE UNIQUE INDEX documents_by_number ON synthetic_documents (number, issued_by, kind, database, owner)""",
    "CREATE INDEX documents_by_source ON synthetic_documents (database, source) WHERE source IS NOT NULL",
    "CREATE INDEX persons_by_name ON synthetic_persons (name_key)",
    "CREATE INDEX deliveries_by_message ON deliveries (message)",
)


def schema() -> str:
    """Return the model's tables and indexes as SQL with comments, for reading in class.

    >>> "CREATE TABLE countries" in schema()
    True
    """
    return ";\n\n".join((*TABLES, *INDEXES)) + ";\n"


def holds_a_world(connection: sqlite3.Connection) -> bool:
    """Say whether the open file was laid out by this kit, in this version."""
    application = connection.execute("PRAGMA application_id").fetchone()[0]
    version = connection.execute("PRAGMA user_version").fetchone()[0]
    return (application, version) == (APPLICATION_ID, VERSION)


def is_empty(connection: sqlite3.Connection) -> bool:
    """Say whether the open file holds nothing: new, or left behind by a creation that was cut short."""
    return connection.execute("SELECT 1 FROM sqlite_master").fetchone() is None


def lay_out(connection: sqlite3.Connection) -> None:
    """Make the tables; call it inside a transaction."""
    connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    connection.execute(f"PRAGMA user_version = {VERSION}")
    for statement in TABLES:
        connection.execute(statement)


def add_indexes(connection: sqlite3.Connection) -> None:
    """Make the indexes, once the first rows are in."""
    for statement in INDEXES:
        connection.execute(statement)
