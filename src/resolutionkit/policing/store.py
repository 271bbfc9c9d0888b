"""The file or the memory that holds a world: short transactions, several writers, clear errors.

Durability, in so many words. A file world uses SQLite's write-ahead log (WAL).

* ``synchronous=NORMAL`` for border checks: a check that was answered survives a killed process,
  because its log row is in the operating system's hands when the answer comes. It may be missing
  after a power cut, since waiting for the disk on each check would make a border check many times
  slower. The file itself stays consistent in both cases.
* ``synchronous=FULL`` (``durable=True``) for what bureaux enter, change and send: it is on the disk
  before it is acknowledged and survives a power cut too, as far as the disk keeps its word.

Source: SQLite's documentation, "Write-Ahead Logging" and "PRAGMA synchronous".
"""

from __future__ import annotations

import contextlib
import os
import sqlite3
import threading
import weakref
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any, NamedTuple

from resolutionkit.errors import KitError, Location, MissingFile, ReadError, RightsError
from resolutionkit.language import _
from resolutionkit.policing.faults import BUSY_SECONDS, translated

# The model's clock starts on the day of adoption ("verabschiedet am 23. November 2020").
MODEL_START = datetime(2020, 11, 23, 9, 0, 0)
BUREAU = "bureau"
LONGEST_VALUE = 1_000_000  # characters; no question in SQL can fill the memory with one value


class Actor(NamedTuple):
    """Who does something, and where: a country's ``"bureau"`` or one of its posts."""

    country: str
    place: str = BUREAU


class LogEntry(NamedTuple):
    """Number and time of a row of the log."""

    number: int
    at: str


class Transaction:
    """One step that happens whole or not at all."""

    def __init__(self, connection: sqlite3.Connection, real_time: bool) -> None:
        self._connection = connection
        self._real_time = real_time
        self._last: int = connection.execute("SELECT coalesce(max(id), 0) FROM log").fetchone()[0]
        self._logged = 0
        self.refusal: tuple[Actor, str, str, str] | None = None

    @property
    def now(self) -> str:
        """The time in UTC: in model time, one second passes from each row of the log to the next."""
        if self._real_time:
            return datetime.now(UTC).strftime("%Y-%m-%d %H:%M:%S")
        return str(MODEL_START + timedelta(seconds=self._logged or self._last + 1))

    def execute(self, sql: str, values: Sequence[object] = ()) -> sqlite3.Cursor:
        """Run one statement; values go through placeholders, never into the SQL."""
        return self._connection.execute(sql, values)

    def log(self, who: Actor, action: str, databases: str, what: str, outcome: str = "done") -> LogEntry:
        """Add a row to the log and return its number and time."""
        self._last = self._logged = self._last + 1
        entry = LogEntry(self._last, self.now)
        self._connection.execute(
            "INSERT INTO log VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
            (*entry, who.country, who.place, action, databases, what, outcome),
        )
        return entry

    def refuse(self, who: Actor, action: str, databases: str, what: str, error: RightsError) -> RightsError:
        """Note that this step is refused: everything in it is undone, the refusal itself is logged."""
        self.refusal = (who, action, databases, what)
        return error


class Store:
    """An open world on SQLite. One connection behind a lock, so that threads may share it.

    Processes share a file, each with a store of its own; a writer waits up to 20 seconds for another.
    """

    def __init__(self, connection: sqlite3.Connection, path: Path | None) -> None:
        self._connection = connection
        self._lock = threading.RLock()
        self._process = os.getpid()
        self._usual = "FULL"
        self.path = path
        self.real_time = False
        self.countries: dict[str, bool] = {}
        self._finalizer = weakref.finalize(self, _close, connection, self._process)

    @classmethod
    def connect(cls, path: Path | None) -> Store:
        """Open a file (made if missing) or, with ``None``, a world in memory."""
        _check_path(path)
        with translated(path):
            connection = sqlite3.connect(
                ":memory:" if path is None else path,
                timeout=BUSY_SECONDS,
                isolation_level=None,
                check_same_thread=False,
                cached_statements=256,
            )
            store = cls(connection, path)
            connection.setlimit(sqlite3.SQLITE_LIMIT_LENGTH, LONGEST_VALUE)
            for setting in ("foreign_keys = ON", "trusted_schema = OFF", "synchronous = FULL"):
                connection.execute(f"PRAGMA {setting}")
            connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
            return store

    @classmethod
    def tidy_up(cls, path: Path | None) -> None:
        """Let SQLite take back what a failed creation left in the file, so that it gives its room back at once."""
        if path is not None and path.is_file():
            with contextlib.suppress(KitError, OSError):
                cls.connect(path).close()

    def begin_service(self) -> None:
        """Switch to the settings for daily use and read what never changes in a world."""
        with self._lock, translated(self.path):
            connection = self._connection
            mode = connection.execute("PRAGMA journal_mode = WAL").fetchone()[0]
            # Where the file system allows no WAL, SQLite keeps its older journal, and that one needs FULL.
            self._usual = "NORMAL" if mode in ("wal", "memory") else "FULL"
            connection.execute(f"PRAGMA synchronous = {self._usual}")
            connection.execute("PRAGMA wal_autocheckpoint = 2000")
            connection.execute("PRAGMA cache_size = -16000")
            # A write that changes nothing, so that a read-only folder shows now and not in mid-lesson.
            connection.execute("BEGIN IMMEDIATE")
            connection.execute("UPDATE about SET value = value")
            connection.execute("ROLLBACK")
            about = dict(connection.execute("SELECT key, value FROM about"))
            self.real_time = about.get("clock") == "real"
            self.countries = {name: bool(member) for name, member in connection.execute("SELECT * FROM countries")}

    @contextlib.contextmanager
    def creating(self) -> Iterator[sqlite3.Connection]:
        """Hold the whole file for laying out a new world: all of it or, when cut short, nothing."""
        with self._lock, translated(self.path):
            self._connection.execute("BEGIN EXCLUSIVE")
            try:
                yield self._connection
                self._connection.execute("COMMIT")
            except BaseException:
                self._undo()
                raise

    @contextlib.contextmanager
    def transaction(self, *, durable: bool = False) -> Iterator[Transaction]:
        """One step; ``durable`` waits for the disk (see the head of this module)."""
        with self._lock, translated(self.path):
            self._check_process()
            connection = self._connection
            self._undo()  # what an interrupted cell may have left open
            if durable and self._usual != "FULL":
                connection.execute("PRAGMA synchronous = FULL")
            try:
                step = None
                try:
                    connection.execute("BEGIN IMMEDIATE")
                    step = Transaction(connection, self.real_time)
                    yield step
                    connection.execute("COMMIT")
                except BaseException:
                    self._undo()
                    if step is not None and step.refusal is not None:
                        self._log_refusal(step.refusal)
                    raise
            finally:
                if durable and self._usual != "FULL":
                    connection.execute(f"PRAGMA synchronous = {self._usual}")

    def rows(self, sql: str, values: Sequence[object] = ()) -> list[Any]:
        """Return all rows of one reading statement."""
        with self._lock, translated(self.path):
            self._check_process()
            return self._connection.execute(sql, values).fetchall()

    @contextlib.contextmanager
    def exclusive(self) -> Iterator[sqlite3.Connection]:
        """Lend the bare connection, for what needs it (a question in SQL, a test of the file)."""
        with self._lock, translated(self.path):
            self._check_process()
            yield self._connection

    def close(self) -> None:
        """Close the file; a world in memory is gone with that."""
        with self._lock:
            self._finalizer()

    def _undo(self) -> None:
        if self._connection.in_transaction:
            self._connection.execute("ROLLBACK")

    def _log_refusal(self, refusal: tuple[Actor, str, str, str]) -> None:
        self._connection.execute("BEGIN IMMEDIATE")
        try:
            Transaction(self._connection, self.real_time).log(*refusal, outcome="refused")
            self._connection.execute("COMMIT")
        except BaseException:
            self._undo()
            raise

    def _check_process(self) -> None:
        if os.getpid() != self._process:
            raise ReadError(
                expected=_("A world that this process opened"),
                found=_("one inherited from another process"),
                advice=_("Open the file again in this process, with World.open(path)."),
            )


def _close(connection: sqlite3.Connection, process: int) -> None:
    # A forked child must not touch the connection of its parent.
    if os.getpid() == process:
        connection.close()


def _check_path(path: Path | None) -> None:
    if path is not None and "\0" in str(path):
        raise ReadError(
            expected=_("The name of a file"),
            found=_("a name with a NUL character"),
            advice=_("Choose another name."),
        )
    if path is not None and path.is_dir():
        raise ReadError(
            expected=_("A file for the world"),
            found=_("a folder"),
            place=Location(str(path)),
            advice=_("Add the name of a file."),
        )
    if path is not None and path.exists() and not path.is_file():  # SQLite would wait for ever for a pipe
        raise ReadError(
            expected=_("A file for the world"),
            found=_("a device or a pipe"),
            place=Location(str(path)),
            advice=_("Choose another name."),
        )
    if path is not None and not path.parent.is_dir():
        raise MissingFile(
            expected=_("A folder for the world"),
            found=_("no such folder"),
            place=Location(str(path.parent)),
            advice=_("Make the folder first."),
        )
