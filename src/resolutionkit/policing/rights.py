"""Who may see and change which record (OP13(b): "unter voller Achtung der nationalen Souveränität …").

A country changes only its own data. A record is seen by all members except those from which its
owner hides it. The documents of a person sought share the fate of the person's record.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from types import MappingProxyType

from resolutionkit.errors import ReadError, RightsError, UnknownName
from resolutionkit.language import _
from resolutionkit.policing.catalogue import DATABASES
from resolutionkit.policing.results import Record
from resolutionkit.policing.store import Actor, Transaction

DOCUMENT_DATABASES = ("stolen_documents", "notice_documents", "persons_sought")
TRACE_DATABASES = ("fingerprints", "dna_profiles", "face_recognition")

# The table of a database's records. A record of persons_sought is the person; documents hang on it.
TABLE_OF: Mapping[str, str] = MappingProxyType(
    {
        "stolen_documents": "synthetic_documents",
        "notice_documents": "synthetic_documents",
        "persons_sought": "synthetic_persons",
        "fingerprints": "synthetic_traces",
        "dna_profiles": "synthetic_traces",
        "face_recognition": "synthetic_traces",
        "firearms": "synthetic_firearms",
    }
)
_SHORT: Mapping[str, str] = MappingProxyType(
    {
        "synthetic_documents": "kind || ' ' || number || ' (' || issued_by || ')'",
        "synthetic_persons": "given_name || ' ' || family_name",
        "synthetic_traces": "'person ' || person",
        "synthetic_firearms": "make || ' ' || serial",
    }
)
_DOCUMENTS_SEEN = """
SELECT d.database, d.id, d.source FROM synthetic_documents AS d
WHERE d.number = ? AND d.issued_by = ? AND d.kind = ?
AND NOT EXISTS (
    SELECT 1 FROM restrictions AS r WHERE r.hidden_from = ? AND r.database = d.database
    AND r.record = CASE d.database WHEN 'persons_sought' THEN d.source ELSE d.id END)
ORDER BY d.database, d.id"""


def fetch(step: Transaction, database: str, number: int) -> Record:
    """Return one record as it stands now; :class:`UnknownName` when it was withdrawn."""
    table = TABLE_OF[database]
    cursor = step.execute(f"SELECT t.*, {_SHORT[table]} AS what FROM {table} AS t WHERE id = ?", (number,))
    row = cursor.fetchone()
    if row is None:
        raise UnknownName(
            expected=_("A record that exists"),
            found=_("{database}, number {number}: withdrawn").format(database=database, number=number),
            advice=_("Enter it again if it is needed."),
        )
    details = dict(zip((column[0] for column in cursor.description), row, strict=True))
    what, owner, entered, updated = (details.pop(name) for name in ("what", "owner", "entered", "updated"))
    return Record(database, number, owner, what, entered, updated, MappingProxyType(details))


def own(step: Transaction, who: Actor, action: str, record: object) -> Record:
    """Return the record as it stands now if it belongs to ``who``'s country; refuse and log otherwise."""
    if not isinstance(record, Record):
        raise ReadError(
            expected=_("A record, as entering or querying returns it"),
            found=_("a value of type {name__}").format(name__=type(record).__name__),
            advice=_('For example: record = bureau.report_stolen("SYN123456").'),
        )
    current = fetch(step, record.database, record.number)
    if current.owner == who.country:
        return current
    raise step.refuse(who, action, current.database, current.what, not_yours(current.owner, who))


def not_yours(owner: str, who: Actor) -> RightsError:
    """Return the error for touching the data of another country."""
    return RightsError(
        expected=_("Something that belongs to {country}").format(country=who.country),
        found=_("something that belongs to {owner}").format(owner=owner),
        advice=_("Only {owner} may change it. Send its bureau a message.").format(owner=owner),
    )


def in_service(step: Transaction, databases: Sequence[str]) -> tuple[str, ...]:
    """Return those of the databases that are not switched off."""
    off = {name for (name,) in step.execute("SELECT name FROM databases WHERE in_service = 0")}
    return tuple(name for name in databases if name not in off)


def documents_seen(
    step: Transaction, country: str, number: str, issued_by: str, kind: str, answered: Sequence[str]
) -> tuple[Record, ...]:
    """Return what ``answered`` databases list on one document, as far as ``country`` may see it: one index seek."""
    rows = step.execute(_DOCUMENTS_SEEN, (number, issued_by, kind, country)).fetchall()
    return tuple(
        fetch(step, database, source if database == "persons_sought" else own_number)
        for database, own_number, source in rows
        if database in answered
    )


def records_seen(
    step: Transaction, country: str, database: str, where: Mapping[str, object], most: int = 100
) -> tuple[Record, ...]:
    """Return the records of one database with these values in these columns, as far as ``country`` may see them."""
    table = TABLE_OF[database]
    if table == "synthetic_traces":
        where = {**where, "database": database}
    condition = " AND ".join(f"t.{name} = ?" for name in where)
    numbers = step.execute(
        f"SELECT t.id FROM {table} AS t WHERE {condition} AND NOT EXISTS (SELECT 1 FROM restrictions AS r"
        " WHERE r.database = ? AND r.record = t.id AND r.hidden_from = ?) ORDER BY t.id LIMIT ?",
        (*where.values(), database, country, most),
    ).fetchall()
    return tuple(fetch(step, database, number) for (number,) in numbers)


def title(database: str) -> str:
    """Return a database's title in the user's language.

    >>> title("dna_profiles")
    'DNA profiles'
    """
    return DATABASES[database].in_words()
