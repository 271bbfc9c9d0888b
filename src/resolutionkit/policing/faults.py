"""SQLite's errors in the kit's words: what was expected, what was found, what to do."""

from __future__ import annotations

import contextlib
import sqlite3
from collections.abc import Iterator
from pathlib import Path

from resolutionkit.errors import KitError, Place, ReadError, RightsError
from resolutionkit.language import say

BUSY_SECONDS = 20.0


class SaveError(KitError, OSError):
    """The world could not be saved: the disk is full or fails, or others hold the file for too long."""


@contextlib.contextmanager
def translated(path: Path | None) -> Iterator[None]:
    """Turn SQLite's errors into the kit's."""
    try:
        yield
    except sqlite3.Error as error:
        raise _in_words(error, Place("" if path is None else str(path))) from error


def _in_words(error: sqlite3.Error, place: Place) -> KitError:
    # The lowest byte of SQLite's error code says the kind; the rest, details.
    code = (getattr(error, "sqlite_errorcode", None) or 0) & 0xFF
    if code in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED):
        return SaveError(
            expected=say(en="A file that is free to write", de="Eine Datei, die zum Schreiben frei ist"),
            found=say(en=f"others have been writing for more than {BUSY_SECONDS:.0f} seconds",
                      de=f"andere schreiben seit mehr als {BUSY_SECONDS:.0f} Sekunden"),
            place=place,
            advice=say(en="Try again; close programs that hold the file open.",
                       de="Versuchen Sie es noch einmal; schließen Sie Programme, die die Datei offen halten."),
        )
    if code in (sqlite3.SQLITE_READONLY, sqlite3.SQLITE_PERM, sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_AUTH):
        return RightsError(
            expected=say(en="A file and a folder that may be written to",
                         de="Eine Datei und ein Ordner mit Schreibrecht"),
            found=say(en=f"no right to do so ({error})", de=f"kein Recht dazu ({error})"),
            place=place,
            advice=say(en="Copy the file to a folder of your own; every check must be logged, so reading alone is "
                          "not enough.",
                       de="Kopieren Sie die Datei in einen eigenen Ordner; jede Abfrage muss protokolliert werden, "
                          "darum genügt Lesen allein nicht."),
        )
    if code in (sqlite3.SQLITE_FULL, sqlite3.SQLITE_IOERR, sqlite3.SQLITE_NOMEM):
        return SaveError(
            expected=say(en="Room to write", de="Platz zum Schreiben"),
            found=say(en=f"a full or failing disk ({error})", de=f"ein voller oder fehlerhafter Datenträger ({error})"),
            place=place,
            advice=say(en="Make room and try again; this step was undone, everything before it is kept.",
                       de="Schaffen Sie Platz und versuchen Sie es noch einmal; dieser Schritt wurde rückgängig "
                          "gemacht, alles Frühere ist erhalten."),
        )
    return ReadError(
        expected=say(en="A world of this kit, open and undamaged", de="Eine Welt dieses Kits, offen und unbeschädigt"),
        found=str(error) or type(error).__name__,
        place=place,
        advice=say(en="Open it again with World.open(path), or make a new one with World.synthetic().",
                   de="Öffnen Sie sie neu mit World.open(path), oder legen Sie mit World.synthetic() eine neue an."),
    )
