"""What a query brings back. A hit is a reason to ask, never a verdict on a person."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from resolutionkit.language import _, ngettext
from resolutionkit.policing.catalogue import DATABASES, REASONS, place_in_words, what_in_words
from resolutionkit.policing.tables import Table, banner


def no_verdict() -> str:
    """Return the reminder that goes with each hit.

    >>> no_verdict()
    'A hit is a reason to ask, not proof.'
    """
    return _("A hit is a reason to ask, not proof.")


@dataclass(frozen=True, slots=True)
class Record:
    """An entry in one of the databases: hand it to ``update``, ``withdraw`` or ``restrict``.

    ``what`` says in short what is recorded; ``details`` are the columns of its row, by name.
    """

    database: str
    number: int
    owner: str
    what: str
    entered: str
    updated: str | None = None
    details: Mapping[str, object] = field(default_factory=dict, compare=False)

    @property
    def reason(self) -> str:
        """Why it was entered, in words (empty where the database keeps no reason)."""
        reason = REASONS.get(str(self.details.get("reason", "")))
        return reason.in_words() if reason else str(self.details.get("note", ""))

    def in_words(self) -> str:
        """Say in one line what the record says and whose it is."""
        return f"{what_in_words(self.what)}: {self._entry()}"

    def _entry(self) -> str:
        return ", ".join(part for part in (self.owner, self.reason, self.entered[:10]) if part)

    def __repr__(self) -> str:
        return f"<{DATABASES[self.database].in_words()}, {self.number}: {self.in_words()}>"


@dataclass(frozen=True, slots=True)
class CheckResult:
    """The answer to one border check (OP14) or one query of a bureau (OP13(b)).

    ``asked`` and ``answered`` are names of databases; ``hits`` the records found there;
    ``messages`` the numbers of the messages that went to the owners' bureaux;
    ``log`` the number of the row in the log, ``at`` the time in UTC.
    ``problem`` says why a line of a passenger list could not be read; it is empty otherwise.
    """

    country: str
    place: str
    what: str
    asked: tuple[str, ...]
    answered: tuple[str, ...]
    hits: tuple[Record, ...]
    at: str
    log: int
    messages: tuple[int, ...] = ()
    problem: str = ""

    @property
    def has_hit(self) -> bool:
        """Whether at least one database lists what was asked for; no verdict on the person."""
        return bool(self.hits)

    @property
    def silent(self) -> tuple[str, ...]:
        """The databases that were asked and did not answer."""
        return tuple(name for name in self.asked if name not in self.answered)

    def in_words(self) -> str:
        """Say the outcome in one line."""
        if self.problem:
            return _("could not be read: ") + self.problem
        found = ", ".join(dict.fromkeys(DATABASES[hit.database].in_words() for hit in self.hits))
        count = len(self.hits)
        said = (
            ngettext("{n} hit: {found}", "{n} hits: {found}", count).format(n=count, found=found)
            if count
            else _("no hit")
        )
        if self.silent:
            said += _("; no answer: ")
            said += ", ".join(DATABASES[name].in_words() for name in self.silent)
        return said

    def table(self) -> Table[str]:
        """Return the result as a table, one row a database asked (several where it has several hits)."""
        rows: list[tuple[str, str]] = []
        for name in self.asked:
            answers = [self._answer(hit) for hit in self.hits if hit.database == name]
            if name not in self.answered:
                answers = [_("no answer: ask again later")]
            title = DATABASES[name].in_words()
            rows += [(title, answer) for answer in answers or [_("no hit")]]
        return Table(
            [row[0] for row in rows],
            [_("database"), _("answer")],
            rows,
            caption=f"{self._where()}, {self.at}: {what_in_words(self.what)}",
            foot=f"{self._what_it_means()} {banner()}",
        )

    def _where(self) -> str:
        place = place_in_words(self.place)
        return place if place.startswith(self.country) else f"{self.country}, {place}"

    def _answer(self, hit: Record) -> str:
        # What was asked for stands in the caption already; a person or a trace has to be named.
        named = hit._entry() if hit.what == self.what else hit.in_words()
        return _("hit: {named}").format(named=named)

    def _what_it_means(self) -> str:
        if self.problem:
            return self.in_words()
        if not self.hits:
            return _("No hit says nothing about the person: the databases know only what countries have entered.")
        if not self.messages:
            return no_verdict()
        owners = ", ".join(dict.fromkeys(hit.owner for hit in self.hits))
        return no_verdict() + _(" Message sent to the bureau of: {owners}.").format(owners=owners)

    def __repr__(self) -> str:
        return str(self.table())

    def _repr_html_(self) -> str:
        return self.table()._repr_html_()


@dataclass(frozen=True, slots=True)
class Passenger:
    """One line of a passenger list: a name and the document that was announced. SYNTHETIC, as all data here."""

    name: object
    document_number: object
    issuing_country: object
    kind: object = "passport"


@dataclass(frozen=True, slots=True)
class PassengerCheck:
    """One line of a passenger list after its check; ``line`` counts from 1."""

    line: int
    passenger: Passenger
    result: CheckResult


def flight_table(flight: str, checks: Sequence[PassengerCheck]) -> Table[PassengerCheck]:
    """Return the checked passenger list of a flight as a table."""
    hits = sum(check.result.has_hit for check in checks)
    bad = sum(bool(check.result.problem) for check in checks)
    return Table(
        checks,
        [
            _("line"),
            _("passenger (synthetic)"),
            _("document"),
            _("outcome"),
        ],
        [(c.line, c.passenger.name, what_in_words(c.result.what), c.result.in_words()) for c in checks],
        caption=_("{flight}: {number} passengers, {hits} with a hit, {bad} unreadable").format(
            flight=flight, number=len(checks), hits=hits, bad=bad
        ),
        foot=f"{no_verdict()} {banner()}",
    )
