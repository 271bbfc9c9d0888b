"""National central bureaux, where a country enters, queries, sends and receives (OP13, PP9), each step logged.

A country changes only its own data. All members see a record, except those from which its owner hides it.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from resolutionkit.errors import ReadError
from resolutionkit.language import _
from resolutionkit.policing import inputs, records
from resolutionkit.policing.catalogue import DATABASES, DOCUMENT_DATABASES, GENERAL_SECRETARIAT
from resolutionkit.policing.messages import Message, Notice, post_message, received, subject_and_text
from resolutionkit.policing.results import CheckResult, Record
from resolutionkit.policing.store import LogRow, Store, newest
from resolutionkit.policing.tables import Table


@dataclass(frozen=True, slots=True)
class Bureau:
    """A national central bureau; ``world.bureau("Arlandia")`` returns it.

    >>> from resolutionkit.policing import World
    >>> bureau = World.synthetic(seed=10, documents=0).bureau("Arlandia")
    >>> record = bureau.report_stolen("P1234567")
    >>> bureau.update(record, reason="lost")
    <Stolen and Lost Travel Document Database, 1: passport P1234567 (Arlandia): Arlandia, reported lost, 2020-11-23>
    >>> bureau.withdraw(record)
    """

    country: str
    _store: Store = field(repr=False, compare=False)

    def enter(self, database: str, **fields: object) -> Record:
        """Enter something into one of the databases (OP13(b)); what was entered before is updated.

        Invented data only: the model is no place for real persons or documents. ``policing.DATABASES`` lists
        names and fields. Raises :class:`ReadError` or :class:`UnknownName` for what does not fit, :class:`RightsError`
        where another may enter it.

        >>> from resolutionkit.policing import World
        >>> bureau = World.synthetic(seed=10, documents=0).bureau("Arlandia")
        >>> bureau.enter("firearms", serial="AB-123", make="Novarm", model="N1", reason="smuggled").what
        'Novarm N1 AB123'
        """
        base = inputs.database(database)
        values = records.read_fields(base, fields, whole=True)
        with self._store.step() as store:
            records.allow(self.country, records.only_owner(store, base, values))
            same = {"owner": self.country} | {name: values[name] for name in base.same}
            if known := next(records.found(store, base.name, same), None):
                return self._change(known, values)
            number = store.insert(base.name, **values, owner=self.country, entered=store.now)
            record = records.fetch(store, base.name, number)
            self._log("enter", [base.name], record.what)
            return record

    def report_stolen(self, number: str) -> Record:
        """Enter a passport that this country issued and that was stolen (OP2, OP6, OP7).

        That only the issuing country enters a document is from INTERPOL's public page on this database, not from
        the resolution.
        """
        return self.enter("stolen_documents", number=number, issued_by=self.country, kind="passport", reason="stolen")

    def query(self, database: str, **fields: object) -> CheckResult:
        """Ask a database for what has these values in these fields (OP13(b)); tracing a firearm (OP9) is such a query.

        >>> from resolutionkit.policing import World
        >>> world = World.synthetic(seed=10)
        >>> serial = world.sql("SELECT serial FROM firearms")[0][0]
        >>> world.bureau("Arlandia").query("firearms", serial=serial).has_hit
        True
        """
        base = inputs.database(database)
        where = records.read_fields(base, fields, whole=False)
        what = ", ".join(map(str, where.values()))
        with self._store.step() as store:
            return records.ask(store, self.country, "bureau", (base.name,), where, what, "query")

    def query_document(self, number: str, issuing_country: str, kind: str = "passport") -> CheckResult:
        """Ask the databases that list travel documents (OP13(b)). Unlike a border check it sends no message."""
        where, what = records.read_document(number, issuing_country, kind)
        with self._store.step() as store:
            return records.ask(store, self.country, "bureau", DOCUMENT_DATABASES, where, what, "query")

    def update(self, record: Record, **changes: object) -> Record:
        """Change fields of a record of this country (OP13(b))."""
        with self._store.step() as store:
            current = records.own(store, self.country, record)
            return self._change(current, records.read_fields(DATABASES[current.database], changes, whole=False))

    def withdraw(self, record: Record) -> None:
        """Delete a record of this country (our simplification: the owner decides alone); the log keeps that it was there."""
        with self._store.step() as store:
            current = records.own(store, self.country, record)
            store.execute(f"DELETE FROM {current.database} WHERE id = ?", current.number)
            self._open_to_all(current)
            self._log("withdraw", [current.database], current.what)

    def restrict(self, record: Record, hidden_from: Iterable[str]) -> None:
        """Hide a record of this country from exactly these countries; ``[]`` opens it to all again (OP13(b))."""
        hidden = inputs.countries(hidden_from)
        if self.country in hidden:
            advice = _("Leave it out: an owner always sees its own data.")
            raise ReadError(expected=_("Other countries than your own"), found=self.country, advice=advice)
        with self._store.step() as store:
            current = records.own(store, self.country, record)
            self._open_to_all(current)
            for name in hidden:
                store.insert("restrictions", database=current.database, record=current.number, hidden_from=name)
            self._log("restrict", [current.database], f"{current.what} ⊘ {', '.join(hidden) or '-'}")

    def send(self, to: str | Iterable[str], subject: str, text: str, *, urgent: bool = False) -> Message:
        """Send a message on I-24/7 to one bureau or several (OP13(a))."""
        return self._send("message", to, subject, text, urgent=urgent)

    def send_diffusion(self, to: str | Iterable[str], subject: str, text: str) -> Message:
        """Send a diffusion to selected bureaux (OP13(c))."""
        return self._send("diffusion", to, subject, text)

    def request_notice(self, colour: str, subject: str, text: str) -> Notice:
        """Ask the General Secretariat for a notice to all members; ``world.secretariat.publish`` sends it (OP13(c))."""
        said = subject_and_text(subject, text)
        said["colour"] = inputs.choose(colour, "colour", what=_("A colour of notice"))
        with self._store.step() as store:
            number = store.insert("notices", **said, requested_by=self.country)
            notice = Notice(number, **said, requested_by=self.country)
            post_message(store, [GENERAL_SECRETARIAT], sender=self.country, kind="notice", **said)
            self._log("request notice", [], notice.what)
            return notice

    def inbox(self) -> Table[Message]:
        """Return what this bureau was sent, urgent messages first, then the newest."""
        return received(self._store, self.country)

    def log(self, most: int = 50) -> Table[LogRow]:
        """Return what this country asked and changed, the newest first; other countries' rows are not its business."""
        return newest(self._store, self.country, most)

    def _send(self, kind: str, to: str | Iterable[str], subject: str, text: str, *, urgent: bool = False) -> Message:
        addressees = [inputs.member(name) for name in inputs.countries(to)]
        if not addressees:
            raise ReadError(expected=_("At least one addressee"), found=_("none"), advice=_("Name a country."))
        said = subject_and_text(subject, text)
        with self._store.step() as store:
            message = post_message(store, addressees, sender=self.country, kind=kind, urgent=bool(urgent), **said)
            self._log(f"send {kind}", [], f"{message.number} → {', '.join(addressees)}")
            return message

    def _open_to_all(self, record: Record) -> None:
        order = "DELETE FROM restrictions WHERE database = ? AND record = ?"
        self._store.execute(order, record.database, record.number)

    def _change(self, record: Record, values: Mapping[str, object]) -> Record:
        changed = records.change(self._store, record, values)
        self._log("update", [record.database], changed.what)
        return changed

    def _log(self, action: str, databases: Sequence[str], what: str) -> None:
        self._store.log(self.country, "bureau", action, databases, what)
