"""FIND as the border check (OP14): several databases asked for one document in one step.

One check is one transaction: the question to all databases, the row in the log and the
messages to the owners of what was found happen together or not at all.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from resolutionkit.errors import KitError, ReadError, RightsError
from resolutionkit.language import _
from resolutionkit.policing import arguments
from resolutionkit.policing.catalogue import DATABASES, DOCUMENT_KINDS, choose, place_in_words, what_in_words
from resolutionkit.policing.identifiers import document_number, one_line
from resolutionkit.policing.messages import post_message
from resolutionkit.policing.results import (
    CheckResult,
    Passenger,
    PassengerCheck,
    Record,
    flight_table,
    no_verdict,
)
from resolutionkit.policing.rights import documents_seen, in_service
from resolutionkit.policing.store import Actor, LogEntry, Store, Transaction
from resolutionkit.policing.tables import Table

ASKED = tuple(name for name, database in DATABASES.items() if database.asked_by_find)
MOST_PASSENGERS = 2000


def read_document(store: Store, number: object, country: object, kind: object) -> tuple[str, str, str]:
    """Return number, issuing country and kind of document in the form in which they are kept."""
    read_number = document_number(number)
    # The usual case first, because this runs for each traveller.
    if not (isinstance(country, str) and country in store.countries):
        country = arguments.country(store, country)
    if not (isinstance(kind, str) and kind in DOCUMENT_KINDS):
        kind = choose(kind, DOCUMENT_KINDS, what=_("A kind of travel document"))
    return read_number, country, kind


def check(store: Store, who: Actor, number: object, country: object, kind: object) -> CheckResult:
    """Check one document at the post ``who``."""
    document = read_document(store, number, country, kind)
    with store.transaction() as step:
        _may_ask(step, who, "check", f"{document[2]} {document[0]} ({document[1]})")
        return _check(step, who, document, in_service(step, ASKED), "check")


def check_passengers(store: Store, who: Actor, flight: object, passengers: object) -> Table[PassengerCheck]:
    """Check a passenger list ahead of arrival, in one step; a line that cannot be read stops nobody else's check."""
    name = one_line(flight, _("The name of a flight"), 40)
    lines = _read_list(passengers)
    checks = []
    with store.transaction() as step:
        _may_ask(step, who, "passenger check", name)
        answered = in_service(step, ASKED)
        for line, passenger in enumerate(lines, start=1):
            try:
                document = read_document(store, passenger.document_number, passenger.issuing_country, passenger.kind)
            except KitError as problem:
                entry = step.log(who, "passenger check", "", f"{name}, #{line}", "unreadable")
                result = _unreadable(who, entry, line, problem)
            else:
                result = _check(step, who, document, answered, "passenger check")
            checks.append(PassengerCheck(line, passenger, result))
    return flight_table(name, checks)


def _may_ask(step: Transaction, who: Actor, action: str, what: str) -> None:
    connected = step.execute("SELECT connected FROM posts WHERE name = ?", (who.place,)).fetchone()
    if connected == (1,):
        return
    error = RightsError(
        expected=_("A post to which its bureau has extended access (OP14)"),
        found=place_in_words(who.place) + _(": not connected"),
        advice=_("The country's bureau can connect it: bureau.connect(post). Only member countries have one."),
    )
    raise step.refuse(who, action, "", what, error)


def _check(
    step: Transaction, who: Actor, document: tuple[str, str, str], answered: tuple[str, ...], action: str
) -> CheckResult:
    number, issued_by, kind = document
    hits = documents_seen(step, who.country, number, issued_by, kind, answered)
    what = f"{kind} {number} ({issued_by})"
    entry = step.log(who, action, ", ".join(answered), what, "hit" if hits else "no hit")
    messages = _tell_owners(step, who, what, hits, entry) if hits else ()
    return CheckResult(who.country, who.place, what, ASKED, answered, hits, entry.at, entry.number, messages)


def _tell_owners(step: Transaction, who: Actor, what: str, hits: Sequence[Record], entry: LogEntry) -> tuple[int, ...]:
    sent = []
    document, place = what_in_words(what), place_in_words(who.place)
    for owner in dict.fromkeys(hit.owner for hit in hits):
        own = [hit for hit in hits if hit.owner == owner]
        listed = "\n".join(f"- {DATABASES[hit.database].in_words()}: {what_in_words(hit.what)}" for hit in own)
        text = _(
            "At {place}, {at}, this document was checked: {document}.\nYour data list it:\n{listed}\n"
            "{no_verdict} Please confirm whether your data are still right. (Written automatically.)"
        ).format(place=place, at=entry.at, document=document, listed=listed, no_verdict=no_verdict())
        subject = _("Hit: {document}").format(document=document)
        number = post_message(step, who.country, [owner], subject, text, kind="hit", urgent=True, log=entry.number)
        sent.append(number)
    return tuple(sent)


def _unreadable(who: Actor, entry: LogEntry, line: int, problem: KitError) -> CheckResult:
    what = _("line {line}").format(line=line)
    said = f"{problem.expected}: {problem.found}"
    return CheckResult(who.country, who.place, what, ASKED, (), (), entry.at, entry.number, problem=said)


def _read_list(passengers: object) -> list[Passenger]:
    to_dict = getattr(passengers, "to_dict", None)
    if callable(to_dict):  # a pandas DataFrame
        passengers = to_dict("records")
    if isinstance(passengers, (str, bytes, Mapping)) or not isinstance(passengers, Sequence):
        raise _no_list(type(passengers).__name__)
    if len(passengers) > MOST_PASSENGERS:
        raise _no_list(_("{number} lines").format(number=len(passengers)))
    return [_read_passenger(line, given) for line, given in enumerate(passengers, start=1)]


def _read_passenger(line: int, given: object) -> Passenger:
    if isinstance(given, Passenger):
        return given
    if isinstance(given, Mapping) and {"document_number", "issuing_country"} <= set(given):
        name, kind = given.get("name", ""), given.get("kind", "passport")
        return Passenger(name, given["document_number"], given["issuing_country"], kind)
    raise _no_list(
        _("line {line}: a value of type {name__} without these fields").format(line=line, name__=type(given).__name__)
    )


def _no_list(found: str) -> ReadError:
    return ReadError(
        expected=_("A list of passengers with document_number and issuing_country"),
        found=found,
        advice=_("At most {most_passengers} lines; world.passengers(12) makes a synthetic list.").format(
            most_passengers=MOST_PASSENGERS
        ),
    )
