"""Entering, updating, withdrawing, restricting and querying records (OP13(b)), each step logged."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from types import MappingProxyType

from resolutionkit.errors import ReadError, UnknownName
from resolutionkit.language import _
from resolutionkit.policing.catalogue import REASONS, choose
from resolutionkit.policing.results import CheckResult, Record
from resolutionkit.policing.rights import (
    DOCUMENT_DATABASES,
    TABLE_OF,
    TRACE_DATABASES,
    documents_seen,
    fetch,
    in_service,
    own,
    records_seen,
    title,
)
from resolutionkit.policing.store import Actor, Store, Transaction

REASONS_FOR: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {"stolen_documents": ("stolen", "lost"), "firearms": ("stolen", "lost", "smuggled")}
)


def reason_for(database: str, wanted: object) -> str:
    """Return the name of a reason for which something may be entered in this database.

    >>> reason_for("stolen_documents", "lost")
    'lost'
    """
    allowed = {name: REASONS[name] for name in REASONS_FOR[database]}
    return choose(wanted, allowed, what=_("A reason for the entry"))


def enter(store: Store, who: Actor, database: str, columns: Mapping[str, object], same: Sequence[str]) -> Record:
    """Enter a record of ``who``'s country; where it already has one with the ``same`` columns, update that."""
    with store.transaction(durable=True) as step:
        number, action = put(step, TABLE_OF[database], {**columns, "owner": who.country}, (*same, "owner"))
        record = fetch(step, database, number)
        step.log(who, action, database, record.what)
        return record


def put(step: Transaction, table: str, values: Mapping[str, object], same: Sequence[str]) -> tuple[int, str]:
    """Insert a row, or update the one with the ``same`` values; return its number and "enter" or "update"."""
    condition = " AND ".join(f"{name} = ?" for name in same)
    known = step.execute(f"SELECT id FROM {table} WHERE {condition}", tuple(values[name] for name in same)).fetchone()
    if known is not None:
        changes = ", ".join(f"{name} = ?" for name in values)
        step.execute(f"UPDATE {table} SET {changes}, updated = ? WHERE id = ?", (*values.values(), step.now, *known))
        return int(known[0]), "update"
    names = ", ".join([*values, "entered"])
    marks = ", ".join("?" * (len(values) + 1))
    added = step.execute(f"INSERT INTO {table} ({names}) VALUES ({marks})", (*values.values(), step.now))
    return int(added.lastrowid or 0), "enter"


def enter_trace(store: Store, who: Actor, person: Record, database: str) -> Record:
    """Note that ``who``'s country keeps a trace of its own person sought; no biometric data are entered."""
    with store.transaction(durable=True) as step:
        current = own_person(step, who, "enter", person)
        values = {"person": current.number, "database": database, "owner": who.country}
        number, action = put(step, "synthetic_traces", values, ("person", "database"))
        record = fetch(step, database, number)
        step.log(who, action, database, record.what)
        return record


def link_person(store: Store, who: Actor, person: Record, number: str, issued_by: str, kind: str) -> Record:
    """Add a known document to ``who``'s own person sought."""
    with store.transaction(durable=True) as step:
        current = own_person(step, who, "enter", person)
        values = {
            "number": number,
            "issued_by": issued_by,
            "kind": kind,
            "database": "persons_sought",
            "owner": who.country,
            "reason": "person",
            "source": current.number,
        }
        _, action = put(step, "synthetic_documents", values, ("number", "issued_by", "kind", "database", "owner"))
        step.log(who, action, "persons_sought", f"{kind} {number} ({issued_by}) → {current.what}")
        return current


def own_person(step: Transaction, who: Actor, action: str, person: object) -> Record:
    """Return ``who``'s own person sought, or refuse."""
    current = own(step, who, action, person)
    if current.database != "persons_sought":
        raise ReadError(
            expected=_("A person sought"),
            found=repr(current),
            advice=_("Enter the person first, with enter_person."),
        )
    return current


def update(store: Store, who: Actor, record: Record, changes: Mapping[str, object], allowed: Sequence[str]) -> Record:
    """Change columns of a record of ``who``'s own country; values were read before."""
    with store.transaction(durable=True) as step:
        current = own(step, who, "update", record)
        for name in changes:
            if name not in allowed:
                choice = ", ".join(allowed)
                raise UnknownName(
                    expected=_("Something that can be changed in “{database}”").format(database=title(record.database)),
                    found=repr(name),
                    advice=_("Try: {choice}.").format(choice=choice)
                    if choice
                    else _("Withdraw the record and enter it again."),
                )
        assignments = "".join(f"{name} = ?, " for name in changes)
        step.execute(
            f"UPDATE {TABLE_OF[record.database]} SET {assignments}updated = ? WHERE id = ?",
            (*changes.values(), step.now, record.number),
        )
        step.log(who, "update", record.database, current.what)
        return fetch(step, record.database, record.number)


def withdraw(store: Store, who: Actor, record: Record) -> None:
    """Delete a record of ``who``'s own country with all that hangs on it; the log keeps that it was there."""
    with store.transaction(durable=True) as step:
        current = own(step, who, "withdraw", record)
        if record.database == "persons_sought":
            step.execute(
                "DELETE FROM restrictions WHERE (database, record) IN"
                " (SELECT database, id FROM synthetic_traces WHERE person = ?)",
                (record.number,),
            )
            forget_documents(step, "persons_sought", record.number)
        step.execute(f"DELETE FROM {TABLE_OF[record.database]} WHERE id = ?", (record.number,))
        step.execute("DELETE FROM restrictions WHERE database = ? AND record = ?", (record.database, record.number))
        step.log(who, "withdraw", record.database, current.what)


def forget_documents(step: Transaction, database: str, source: int) -> None:
    """Delete the documents that hang on a person or a notice."""
    if database == "notice_documents":
        step.execute(
            "DELETE FROM restrictions WHERE (database, record) IN"
            " (SELECT database, id FROM synthetic_documents WHERE database = ? AND source = ?)",
            (database, source),
        )
    step.execute("DELETE FROM synthetic_documents WHERE database = ? AND source = ?", (database, source))


def restrict(store: Store, who: Actor, record: Record, hidden_from: Iterable[str]) -> None:
    """Hide a record of ``who``'s own country from exactly these countries; an empty list opens it to all again."""
    countries = sorted(set(hidden_from))
    with store.transaction(durable=True) as step:
        current = own(step, who, "restrict", record)
        if who.country in countries:
            raise ReadError(
                expected=_("Other countries than your own"),
                found=who.country,
                advice=_("Leave it out: an owner always sees its own data."),
            )
        key = (record.database, record.number)
        step.execute("DELETE FROM restrictions WHERE database = ? AND record = ?", key)
        for country in countries:
            step.execute("INSERT INTO restrictions VALUES (?, ?, ?)", (*key, country))
        step.log(who, "restrict", record.database, f"{current.what} ⊘ {', '.join(countries) or '-'}")


def query_document(store: Store, who: Actor, number: str, issued_by: str, kind: str) -> CheckResult:
    """Ask the databases that list travel documents; unlike a border check this sends no message."""
    with store.transaction() as step:
        answered = in_service(step, DOCUMENT_DATABASES)
        hits = documents_seen(step, who.country, number, issued_by, kind, answered)
        return _answer(step, who, DOCUMENT_DATABASES, answered, hits, f"{kind} {number} ({issued_by})")


def query_person(store: Store, who: Actor, name: str, name_key: str) -> CheckResult:
    """Ask for persons sought with this family name, and whether traces of them exist somewhere."""
    databases = ("persons_sought", *TRACE_DATABASES)
    with store.transaction() as step:
        answered = in_service(step, databases)
        # Traces are found through the person, so without that database there is no way to them.
        found = "persons_sought" in answered
        persons = records_seen(step, who.country, "persons_sought", {"name_key": name_key}) if found else ()
        hits = [*persons]
        for person in persons:
            for database in TRACE_DATABASES:
                if database in answered:
                    hits += records_seen(step, who.country, database, {"person": person.number})
        return _answer(step, who, databases, answered, tuple(hits), name)


def query_firearm(store: Store, who: Actor, serial: str, make: str) -> CheckResult:
    """Ask for a firearm by its serial number and make."""
    with store.transaction() as step:
        answered = in_service(step, ("firearms",))
        hits = records_seen(step, who.country, "firearms", {"serial": serial, "make": make}) if answered else ()
        return _answer(step, who, ("firearms",), answered, hits, f"{make} {serial}")


def _answer(
    step: Transaction,
    who: Actor,
    asked: tuple[str, ...],
    answered: tuple[str, ...],
    hits: tuple[Record, ...],
    what: str,
) -> CheckResult:
    entry = step.log(who, "query", ", ".join(answered), what, "hit" if hits else "no hit")
    return CheckResult(who.country, who.place, what, asked, answered, hits, entry.at, entry.number)
