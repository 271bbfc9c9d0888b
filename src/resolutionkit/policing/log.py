"""The log: who asked or changed what, when, from where, and what came of it. It only grows."""

from __future__ import annotations

from dataclasses import dataclass

from resolutionkit.language import _
from resolutionkit.policing.catalogue import DATABASES, in_words, place_in_words
from resolutionkit.policing.inputs import whole_number
from resolutionkit.policing.store import Store
from resolutionkit.policing.tables import Table


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
    found = store.execute(question, (of, of, whole_number(most, _("How many rows at most"), 1, 1_000_000)))
    rows, cells = [], []
    for number, at, country, place, action, databases, what, outcome in found:
        names = tuple(filter(None, databases.split(", ")))
        rows.append(LogRow(number, at, country, place, action, names, what, outcome))
        titles = ", ".join(str(DATABASES[name].title) for name in names)
        where, done = place_in_words(place), in_words("action", action)
        said = in_words("outcome", outcome)
        cells.append((number, at, in_words("place", country), where, done, titles, what, said))
    heads = [_("number"), _("time"), _("country"), _("place"), _("action"), _("databases"), _("what"), _("outcome")]
    return Table(rows, heads, cells, caption=_("Log, newest first"))
