"""The records of the databases: entering, updating, withdrawing, hiding and querying (OP13(b)), each step logged.

A country changes only its own data. All members see a record, except those from which its owner hides it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from resolutionkit.errors import KitError, ReadError, RightsError, UnknownName
from resolutionkit.language import _
from resolutionkit.policing import inputs
from resolutionkit.policing.catalogue import DATABASES, GENERAL_SECRETARIAT, Database, choose, in_words
from resolutionkit.policing.messages import Notice
from resolutionkit.policing.results import CheckResult, Record
from resolutionkit.policing.store import Actor, Step, Store

DOCUMENT_DATABASES = tuple(name for name, base in DATABASES.items() if base.lists_documents)
_NOT_HIDDEN = (
    " AND NOT EXISTS (SELECT 1 FROM restrictions AS r WHERE r.database = ? AND r.record = t.id AND r.hidden_from = ?)"
)


def read_fields(store: Store, database: Database, given: Mapping[str, object], *, whole: bool) -> dict[str, object]:
    """Return the fields of a record in the form in which they are kept; ``whole`` asks for all that are needed.

    Raises :class:`UnknownName` for a field that this database does not have, :class:`ReadError` for a value that
    does not fit or a missing one.
    """
    fields = ", ".join(database.fields)
    for name in given:
        if name not in database.fields:
            raise UnknownName(
                expected=_("A field of “{database}”").format(database=database.title),
                found=repr(name),
                advice=_("Its fields: {fields}.").format(fields=fields),
            )
    missing = [name for name, kind in database.fields.items() if name not in given and not kind.endswith("?")]
    if (whole and missing) or not given:
        raise ReadError(
            expected=_("The fields of “{database}”").format(database=database.title),
            found=_("nothing for {missing}").format(missing=", ".join(missing)),
            advice=_("Its fields: {fields}.").format(fields=fields),
        )
    return {name: _read(store, database, name, value) for name, value in given.items()}


def _read(store: Store, database: Database, name: str, value: object) -> object:
    kind = database.fields[name].removesuffix("?")
    what = _("The field “{name}”").format(name=name)
    match kind:
        case "number":
            return inputs.document_number(value)
        case "country":
            return inputs.country(store, value)
        case "document":
            return choose(value, "document", what=_("A kind of travel document"))
        case "year":
            return inputs.whole_number(value, what, 1900, 2020)
        case "text":
            return inputs.many_lines(value, what)
        case "notice":
            return _published(value)
        case "persons_sought":
            return _person(value)
        case _ if database.reasons() and name == "reason":
            return choose(value, "reason", what=_("A reason for the entry"), only=database.reasons())
    return inputs.one_line(value, what)


def _published(value: object) -> int:
    if isinstance(value, Notice) and value.published:
        return value.number
    raise ReadError(
        expected=_("A published notice"),
        found=repr(value),
        advice=_("The General Secretariat publishes it: world.secretariat.publish(notice)."),
    )


def _person(value: object) -> int:
    if isinstance(value, Record) and value.database == "persons_sought":
        return value.number
    raise ReadError(
        expected=_("A person sought"),
        found=repr(value),
        advice=_('Enter the person first: bureau.enter("persons_sought", …).'),
    )


def enter(store: Store, who: Actor, database: Database, given: Mapping[str, object]) -> Record:
    """Enter a record; where its owner has entered it before, update that."""
    values = read_fields(store, database, given, whole=True)
    _may_enter(store, who, database, values)
    with store.step() as step:
        known = step.execute(
            f"SELECT id FROM {database.name} WHERE owner = ?" + "".join(f" AND {name} = ?" for name in database.same),
            (who.country, *(values[name] for name in database.same)),
        ).fetchone()
        if known is None:
            names = [*values, "owner", "entered"]
            marks = ", ".join("?" * len(names))
            added = step.execute(
                f"INSERT INTO {database.name} ({', '.join(names)}) VALUES ({marks})",
                (*values.values(), who.country, step.now),
            )
            record = fetch(step, database, int(added.lastrowid or 0))
        else:
            record = _change(step, database, known[0], values)
        step.log(who, "enter" if known is None else "update", [database.name], record.what)
        return record


# What hangs on something may be entered only by those whose that is.
OWNER_OF = {
    "notice": "SELECT requested_by FROM notices WHERE id = ?",
    "persons_sought": "SELECT owner FROM persons_sought WHERE id = ?",
}


def _may_enter(store: Store, who: Actor, database: Database, values: Mapping[str, object]) -> None:
    allowed = {
        GENERAL_SECRETARIAT: GENERAL_SECRETARIAT,
        "issuing country": str(values.get("issued_by")),
    }.get(database.entered_by, who.country)
    for name, kind in database.fields.items():
        if kind in OWNER_OF:
            allowed = store.rows(OWNER_OF[kind], (values[name],))[0][0]
    if allowed != who.country:
        raise not_yours(allowed, who)


def _change(step: Step, database: Database, number: int, values: Mapping[str, object]) -> Record:
    assignments = "".join(f"{name} = ?, " for name in values)
    step.execute(
        f"UPDATE {database.name} SET {assignments}updated = ? WHERE id = ?", (*values.values(), step.now, number)
    )
    return fetch(step, database, number)


def update(store: Store, who: Actor, record: object, changes: Mapping[str, object]) -> Record:
    """Change fields of a record of ``who``'s own country."""
    with store.step() as step:
        current, database = _own(step, who, record)
        changed = _change(step, database, current.number, read_fields(store, database, changes, whole=False))
        step.log(who, "update", [database.name], changed.what)
        return changed


def withdraw(store: Store, who: Actor, record: object) -> None:
    """Delete a record of ``who``'s own country; the log keeps that it was there."""
    with store.step() as step:
        current, database = _own(step, who, record)
        step.execute(f"DELETE FROM {database.name} WHERE id = ?", (current.number,))
        step.execute("DELETE FROM restrictions WHERE database = ? AND record = ?", (database.name, current.number))
        step.log(who, "withdraw", [database.name], current.what)


def restrict(store: Store, who: Actor, record: object, hidden_from: object) -> None:
    """Hide a record of ``who``'s own country from exactly these countries; an empty list opens it to all again."""
    hidden = inputs.countries(store, hidden_from)
    if who.country in hidden:
        raise ReadError(
            expected=_("Other countries than your own"),
            found=who.country,
            advice=_("Leave it out: an owner always sees its own data."),
        )
    with store.step() as step:
        current, database = _own(step, who, record)
        key = (database.name, current.number)
        step.execute("DELETE FROM restrictions WHERE database = ? AND record = ?", key)
        for country in hidden:
            step.execute("INSERT INTO restrictions VALUES (?, ?, ?)", (*key, country))
        step.log(who, "restrict", [database.name], f"{current.what} ⊘ {', '.join(hidden) or '-'}")


def _own(step: Step, who: Actor, record: object) -> tuple[Record, Database]:
    """The record as it stands now, if it is ``who``'s own."""
    if not isinstance(record, Record):
        raise ReadError(
            expected=_("A record, as entering or querying returns it"),
            found=_("a value of type {name__}").format(name__=type(record).__name__),
            advice=_('For example: record = bureau.report_stolen("SYN123456").'),
        )
    database = DATABASES[record.database]
    current = fetch(step, database, record.number)
    if current.owner != who.country:
        raise not_yours(current.owner, who)
    return current, database


def not_yours(owner: str, who: Actor) -> KitError:
    """Return the error for touching the data of another country."""
    return RightsError(
        expected=_("Something that belongs to {country}").format(country=who.country),
        found=_("something that belongs to {owner}").format(owner=in_words("place", owner)),
        advice=_("Only {owner} may change it. Send its bureau a message.").format(owner=in_words("place", owner)),
    )


def fetch(step: Step, database: Database, number: int) -> Record:
    """Return a record as it stands now; :class:`UnknownName` when it was withdrawn."""
    cursor = step.execute(f"SELECT * FROM {database.name} WHERE id = ?", (number,))
    row = cursor.fetchone()
    if row is None:
        raise UnknownName(
            expected=_("A record that exists"),
            found=_("{database}, number {number}: withdrawn").format(database=database.title, number=number),
            advice=_("Enter it again if it is needed."),
        )
    fields = dict(zip((column[0] for column in cursor.description), row, strict=True))
    owner, entered, updated = (fields.pop(name) for name in ("owner", "entered", "updated"))
    del fields["id"]
    return Record(database.name, number, owner, entered, updated, fields)


def in_service(step: Step, databases: Sequence[str]) -> tuple[str, ...]:
    """Return those of the databases that are not switched off."""
    off = {name for (name,) in step.execute("SELECT name FROM databases WHERE NOT in_service")}
    return tuple(name for name in databases if name not in off)


def seen(step: Step, country: str, databases: Sequence[str], where: Mapping[str, object]) -> tuple[Record, ...]:
    """Return the records with these values in these fields, as far as ``country`` may see them."""
    condition = " AND ".join(f"t.{name} = ?" for name in where)
    found = []
    for name in databases:
        numbers = step.execute(
            f"SELECT t.id FROM {name} AS t WHERE {condition}{_NOT_HIDDEN} ORDER BY t.id",
            (*where.values(), name, country),
        ).fetchall()
        found += [fetch(step, DATABASES[name], number) for (number,) in numbers]
    return tuple(found)


def query(
    store: Store, who: Actor, databases: Sequence[str], where: Mapping[str, object], what: str = ""
) -> CheckResult:
    """Ask databases for what has these values; unlike a border check this sends no message."""
    what = what or ", ".join(map(str, where.values()))
    with store.step() as step:
        answered = in_service(step, databases)
        hits = seen(step, who.country, answered, where)
        number = step.log(who, "query", answered, what, "hit" if hits else "no hit")
        return CheckResult(who.country, who.place, what, tuple(databases), answered, hits, step.now, number)


def read_document(store: Store, number: object, country: object, kind: object) -> tuple[Mapping[str, object], str]:
    """Return the fields by which a travel document is looked up, and how it is named in a line."""
    where = {
        "number": inputs.document_number(number),
        "issued_by": inputs.country(store, country),
        "kind": choose(kind, "document", what=_("A kind of travel document")),
    }
    return where, f"{in_words('document', str(where['kind']))} {where['number']} ({where['issued_by']})"
