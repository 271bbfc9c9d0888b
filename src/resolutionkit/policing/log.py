"""The log: who asked or changed what, when, from where, and what came of it. It only grows."""

from __future__ import annotations

from dataclasses import dataclass

from resolutionkit.language import _
from resolutionkit.policing.catalogue import DATABASES, Term, party_in_words, place_in_words, what_in_words
from resolutionkit.policing.store import Store
from resolutionkit.policing.tables import Table, banner

ACTIONS = {
    "enter": Term("enter", "enter", "eingeben"),
    "update": Term("update", "update", "aktualisieren"),
    "withdraw": Term("withdraw", "withdraw", "zurückziehen"),
    "restrict": Term("restrict", "restrict", "verbergen"),
    "query": Term("query", "query", "abfragen"),
    "check": Term("check", "border check", "Grenzkontrolle"),
    "passenger check": Term("passenger check", "passenger check", "Passagierkontrolle"),
    "send message": Term("send message", "send message", "Nachricht senden"),
    "send diffusion": Term("send diffusion", "send diffusion", "Durchgabe senden"),
    "read": Term("read", "read", "lesen"),
    "request notice": Term("request notice", "request notice", "Ausschreibung beantragen"),
    "publish notice": Term("publish notice", "publish notice", "Ausschreibung veröffentlichen"),
    "withdraw notice": Term("withdraw notice", "withdraw notice", "Ausschreibung zurückziehen"),
    "connect": Term("connect", "connect post", "Stelle anschließen"),
    "disconnect": Term("disconnect", "disconnect post", "Anschluss aufheben"),
    "switch off": Term("switch off", "switch off", "abschalten"),
    "switch on": Term("switch on", "switch on", "einschalten"),
}
OUTCOMES = {
    "done": Term("done", "done", "erledigt"),
    "hit": Term("hit", "hit", "Treffer"),
    "no hit": Term("no hit", "no hit", "kein Treffer"),
    "refused": Term("refused", "refused", "abgelehnt"),
    "unreadable": Term("unreadable", "unreadable", "nicht lesbar"),
}


@dataclass(frozen=True, slots=True)
class LogRow:
    """One row of the log; ``action`` and ``outcome`` are keys of ``ACTIONS`` and ``OUTCOMES``."""

    number: int
    at: str
    country: str
    place: str
    action: str
    databases: tuple[str, ...]
    what: str
    outcome: str


def listed(store: Store, country: str | None, most: int) -> Table[LogRow]:
    """Return the newest rows of the log, of one country or of all."""
    found = store.rows(
        "SELECT id, at, country, place, action, databases, what, outcome FROM log"
        " WHERE ? IS NULL OR country = ? ORDER BY id DESC LIMIT ?",
        (country, country, most),
    )
    rows = [
        LogRow(number, at, owner, place, action, tuple(filter(None, databases.split(", "))), what, outcome)
        for number, at, owner, place, action, databases, what, outcome in found
    ]
    return Table(
        rows,
        [
            _("number"),
            _("time"),
            _("country"),
            _("place"),
            _("action"),
            _("databases"),
            _("what"),
            _("outcome"),
        ],
        [
            (
                row.number,
                row.at,
                party_in_words(row.country),
                place_in_words(row.place),
                ACTIONS[row.action].in_words(),
                ", ".join(DATABASES[name].in_words() for name in row.databases if name in DATABASES),
                what_in_words(row.what),
                OUTCOMES[row.outcome].in_words(),
            )
            for row in rows
        ],
        caption=_("Log, newest first"),
        foot=banner(),
    )
