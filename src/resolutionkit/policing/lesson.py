"""For the lesson: questions in plain SQL, and synthetic travellers to check."""

from __future__ import annotations

import random
import sqlite3
import time

from resolutionkit.errors import ReadError
from resolutionkit.language import _
from resolutionkit.policing.identifiers import whole_number
from resolutionkit.policing.results import Passenger
from resolutionkit.policing.store import Store
from resolutionkit.policing.synthetic import a_name, generated_number
from resolutionkit.policing.tables import Table, banner

MOST_ROWS = 1000
MOST_SECONDS = 10.0
_READING = frozenset((sqlite3.SQLITE_SELECT, sqlite3.SQLITE_READ, sqlite3.SQLITE_FUNCTION, sqlite3.SQLITE_RECURSIVE))


def sql(store: Store, question: str, values: tuple[object, ...]) -> Table[tuple[object, ...]]:
    """Answer a question in SQL that only reads; stop it after 10 seconds and 1,000 rows."""
    if not isinstance(question, str) or not question.strip():
        raise _no_question(question)
    with store.exclusive() as connection:
        end = time.monotonic() + MOST_SECONDS
        connection.set_authorizer(_only_reading)
        connection.set_progress_handler(lambda: time.monotonic() > end, 10_000)
        try:
            cursor = connection.execute(question, values)
            names = [column[0] for column in cursor.description or ()]
            rows = cursor.fetchmany(MOST_ROWS)
            cursor.close()
        except (sqlite3.Error, sqlite3.Warning, UnicodeError, ValueError, TypeError, OverflowError) as error:
            raise _no_answer(error) from error
        finally:
            connection.set_progress_handler(None, 0)
            connection.set_authorizer(None)
    return Table(rows, names, rows, foot=banner())


def passengers(store: Store, count: int, seed: int, listed: float) -> list[Passenger]:
    """Make a synthetic passenger list; about a share ``listed`` of the documents is on record."""
    whole_number(count, _("A number of passengers"), 0, 2000)
    whole_number(seed, _("A seed"), 0, 2**31)
    if isinstance(listed, bool) or not isinstance(listed, (int, float)) or not 0 <= listed <= 1:
        raise ReadError(
            expected=_("A share of listed documents"),
            found=ascii(listed)[:40],
            advice=_("Give a number from 0 to 1."),
        )
    rng = random.Random(seed)
    about = dict(store.rows("SELECT key, value FROM about"))
    world_seed, documents = int(about["seed"]), int(about["documents"])
    largest = store.rows("SELECT coalesce(max(id), 0) FROM synthetic_documents")[0][0]
    made = []
    for _nth in range(count):
        family, given = a_name(rng)
        share, place = rng.random(), rng.random()
        found = store.rows(
            "SELECT number, issued_by, kind FROM synthetic_documents WHERE id >= ? ORDER BY id LIMIT 1",
            (1 + int(place * largest),),
        )
        if share < listed and found:
            made.append(Passenger(f"{given} {family}", *found[0]))
        else:
            made.append(Passenger(f"{given} {family}", *generated_number(world_seed, documents + int(place * 100_000))))
    return made


def _only_reading(action: int, *_: object) -> int:
    return sqlite3.SQLITE_OK if action in _READING else sqlite3.SQLITE_DENY


def _no_question(found: object) -> ReadError:
    return ReadError(
        expected=_("A question in SQL"),
        found=_("a value of type {name__}, or nothing").format(name__=type(found).__name__),
        advice=_('For example: world.sql("SELECT * FROM countries").'),
    )


def _no_answer(error: Exception) -> ReadError:
    return ReadError(
        expected=_("One SELECT that SQLite understands"),
        found=str(error),
        advice=_(
            "world.schema() shows tables and columns. Only reading is possible here: data are changed by "
            "their owners' bureaux."
        ),
    )
