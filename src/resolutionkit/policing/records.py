"""The records of the databases (OP13(b)): how their fields are read, who may enter them, and how they are found."""

from collections.abc import Iterator, Mapping

from resolutionkit.errors import ReadError, RightsError, UnknownName, cut_short
from resolutionkit.language import _
from resolutionkit.policing import inputs
from resolutionkit.policing.catalogue import DATABASES, GENERAL_SECRETARIAT, Database, in_words
from resolutionkit.policing.messages import Notice
from resolutionkit.policing.results import CheckResult, Record
from resolutionkit.policing.store import Store


def read_fields(database: Database, given: Mapping[str, object], *, whole: bool) -> dict[str, object]:
    """Return the fields of a record in the form in which they are kept; ``whole`` asks for all that are needed."""
    advice = _("Its fields: {fields}.").format(fields=", ".join(database.fields))
    for name in given:
        if name not in database.fields:
            expected = _("A field of “{database}”").format(database=database.title)
            raise UnknownName(expected=expected, found=cut_short(name), advice=advice)
    missing = [name for name in database.fields if name not in given and name not in database.optional]
    if (whole and missing) or not given:
        expected = _("The fields of “{database}”").format(database=database.title)
        found = _("nothing for {missing}").format(missing=", ".join(missing))
        raise ReadError(expected=expected, found=found, advice=advice)
    return {name: _read(database, name, value) for name, value in given.items()}


def _read(database: Database, name: str, value: object) -> object:
    what = _("The field “{name}”").format(name=name)
    match database.fields[name]:
        case "number":
            return inputs.document_number(value)
        case "country":
            return inputs.country(value)
        case "document":
            return inputs.choose(value, "document", what=_("A kind of travel document"))
        case "reason":
            return inputs.choose(value, "reason", what=_("A reason for the entry"), only=database.reasons)
        case "year":
            return inputs.whole_number(value, what, 1900, 2020)
        case "text":
            return inputs.many_lines(value, what)
        case "line":
            return inputs.one_line(value, what)
        case "notice":
            if isinstance(value, Notice) and value.published:
                return value.number
            expected = _("A published notice")
            advice = _("The General Secretariat publishes it: world.secretariat.publish(notice).")
        case _:
            if isinstance(value, Record) and value.database == "persons_sought":
                return value.number
            expected = _("A person sought")
            advice = _('Enter the person first: bureau.enter("persons_sought", …).')
    raise ReadError(expected=expected, found=cut_short(value), advice=advice)


def read_document(number: object, country: object, kind: object) -> tuple[Mapping[str, object], str]:
    """Return the fields by which a travel document is looked up, and how it is named in a line."""
    base = DATABASES["stolen_documents"]
    where = read_fields(base, {"number": number, "issued_by": country, "kind": kind}, whole=False)
    return where, base.in_short(where)


def only_owner(store: Store, database: Database, values: Mapping[str, object]) -> str | None:
    """Return who alone may enter a record with these values, or None where every country may.

    What hangs on a notice or a person may be entered only by those whose that is.
    """
    for name, kind in database.fields.items():
        if kind == "notice":
            asked = store.execute("SELECT requested_by FROM notices WHERE id = ?", values[name])
            return str(asked.fetchone()[0])
        if kind == "persons_sought":
            return fetch(store, kind, values[name]).owner
    if database.entered_by == "issuing country":
        return str(values["issued_by"])
    return GENERAL_SECRETARIAT if database.entered_by == GENERAL_SECRETARIAT else None


def allow(country: str, owner: str | None) -> None:
    """Raise :class:`RightsError` for what belongs to another owner; what has none is open to all."""
    if owner in (country, None):
        return
    owner = in_words("place", str(owner))
    said = _("Something that belongs to {country}").format(country=country)
    advice = _("Only {owner} may change it. Send its bureau a message.").format(owner=owner)
    raise RightsError(expected=said, found=_("something that belongs to {owner}").format(owner=owner), advice=advice)


def own(store: Store, country: str, record: object) -> Record:
    """Return a record as it stands now, if it is ``country``'s own; only then may it be touched."""
    if not isinstance(record, Record) or record.database not in DATABASES:
        expected = _("A record, as entering or querying returns it")
        raise inputs.wrong_type(record, expected, _('For example: record = bureau.report_stolen("SYN123456").'))
    current = fetch(store, record.database, record.number)
    allow(country, current.owner)
    return current


def change(store: Store, record: Record, values: Mapping[str, object]) -> Record:
    """Put other values into the fields of a record, and return it as it stands then."""
    base = DATABASES[record.database]
    allow(record.owner, only_owner(store, base, {**record.fields, **values}))
    fields = "".join(f"{name} = ?, " for name in values)
    order = f"UPDATE {base.name} SET {fields}updated = ? WHERE id = ?"
    store.execute(order, *values.values(), store.now, record.number)
    return fetch(store, base.name, record.number)


def fetch(store: Store, database: str, number: object) -> Record:
    """Return a record as it stands now; :class:`UnknownName` when it was withdrawn."""
    for record in found(store, database, {"id": number}):
        return record
    gone = _("{database}, number {number}: withdrawn").format(database=DATABASES[database].title, number=number)
    advice = _("Enter it again if it is needed.")
    raise UnknownName(expected=_("A record that exists"), found=gone, advice=advice)


def found(store: Store, database: str, where: Mapping[str, object], seen_by: str = "") -> Iterator[Record]:
    """Yield the records of a database that have these values in these columns and are not hidden from a country."""
    hidden = "SELECT record FROM restrictions WHERE database = ? AND hidden_from = ?"
    condition = " AND ".join([*(f"{name} = ?" for name in where), f"id NOT IN ({hidden})"])
    question = f"SELECT * FROM {database} WHERE {condition} ORDER BY id"
    cursor = store.execute(question, *where.values(), database, seen_by)
    names = [column[0] for column in cursor.description]
    for row in cursor.fetchall():
        fields = dict(zip(names, row, strict=True))
        number, owner, entered, updated = (fields.pop(name) for name in ("id", "owner", "entered", "updated"))
        yield Record(database, number, owner, entered, updated, fields)


def ask(
    store: Store, country: str, place: str, asked: tuple[str, ...], where: Mapping[str, object], what: str, action: str
) -> CheckResult:
    """Ask databases for what has these values in these fields, as far as ``country`` may see it, and log it."""
    off = {name for (name,) in store.execute("SELECT name FROM databases WHERE NOT in_service")}
    answered = tuple(name for name in asked if name not in off)
    hits = tuple(hit for name in answered for hit in found(store, name, where, country))
    number = store.log(country, place, action, answered, what, "hit" if hits else "no hit")
    return CheckResult(country, place, what, asked, answered, hits, store.now, number)
