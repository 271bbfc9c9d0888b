"""SQLite's errors in the kit's words: what was expected, what was found, what to do."""

from __future__ import annotations

import contextlib
import sqlite3
from collections.abc import Iterator
from pathlib import Path

from resolutionkit.errors import KitError, Location, ReadError, RightsError
from resolutionkit.language import _

BUSY_SECONDS = 20.0


class SaveError(KitError, OSError):
    """The world could not be saved: the disk is full or fails, or others hold the file for too long."""


@contextlib.contextmanager
def translated(path: Path | None) -> Iterator[None]:
    """Turn SQLite's errors into the kit's."""
    try:
        yield
    except sqlite3.Error as error:
        raise _in_words(error, Location("" if path is None else str(path))) from error


def _in_words(error: sqlite3.Error, place: Location) -> KitError:
    # The lowest byte of SQLite's error code says the kind; the rest, details.
    code = (getattr(error, "sqlite_errorcode", None) or 0) & 0xFF
    if code in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED):
        return SaveError(
            expected=_("A file that is free to write"),
            found=_("others have been writing for more than {busy_seconds:.0f} seconds").format(
                busy_seconds=BUSY_SECONDS
            ),
            place=place,
            advice=_("Try again; close programs that hold the file open."),
        )
    if code in (sqlite3.SQLITE_READONLY, sqlite3.SQLITE_PERM, sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_AUTH):
        return RightsError(
            expected=_("A file and a folder that may be written to"),
            found=_("no right to do so ({error})").format(error=error),
            place=place,
            advice=_(
                "Copy the file to a folder of your own; every check must be logged, so reading alone is not enough."
            ),
        )
    if code in (sqlite3.SQLITE_FULL, sqlite3.SQLITE_IOERR, sqlite3.SQLITE_NOMEM):
        return SaveError(
            expected=_("Room to write"),
            found=_("a full or failing disk ({error})").format(error=error),
            place=place,
            advice=_("Make room and try again; this step was undone, everything before it is kept."),
        )
    return ReadError(
        expected=_("A world of this kit, open and undamaged"),
        found=str(error) or type(error).__name__,
        place=place,
        advice=_("Open it again with World.open(path), or make a new one with World.synthetic()."),
    )
