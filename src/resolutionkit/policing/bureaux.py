"""National central bureaux, where a country enters, queries, sends and receives (OP13, PP9), and the General Secretariat."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from resolutionkit.language import _
from resolutionkit.policing import inputs, messages, records
from resolutionkit.policing.catalogue import choose, choose_database
from resolutionkit.policing.log import LogRow, newest
from resolutionkit.policing.messages import Message, Notice
from resolutionkit.policing.results import CheckResult, Record
from resolutionkit.policing.store import Actor, Store
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
        return records.enter(self._store, self._actor, choose_database(database), fields)

    def report_stolen(self, number: str, kind: str = "passport") -> Record:
        """Enter a travel document that this country issued and that was stolen (OP2, OP6, OP7).

        That only the issuing country enters a document is from INTERPOL's public page on this database, not from
        the resolution.
        """
        return self.enter("stolen_documents", number=number, issued_by=self.country, kind=kind, reason="stolen")

    def query(self, database: str, **fields: object) -> CheckResult:
        """Ask a database for what has these values in these fields (OP13(b)); tracing a firearm (OP9) is such a query.

        >>> from resolutionkit.policing import World
        >>> world = World.synthetic(seed=10)
        >>> serial = world.sql("SELECT serial FROM firearms")[0][0]
        >>> world.bureau("Arlandia").query("firearms", serial=serial).has_hit
        True
        """
        base = choose_database(database)
        where = records.read_fields(self._store, base, fields, whole=False)
        return records.query(self._store, self._actor, [base.name], where)

    def query_document(self, number: str, issuing_country: str, kind: str = "passport") -> CheckResult:
        """Ask the databases that list travel documents (OP13(b)). Unlike a border check it sends no message."""
        where, what = records.read_document(self._store, number, issuing_country, kind)
        return records.query(self._store, self._actor, records.DOCUMENT_DATABASES, where, what)

    def update(self, record: Record, **changes: object) -> Record:
        """Change fields of a record of this country (OP13(b))."""
        return records.update(self._store, self._actor, record, changes)

    def withdraw(self, record: Record) -> None:
        """Delete a record of this country (our simplification: the owner decides alone)."""
        records.withdraw(self._store, self._actor, record)

    def restrict(self, record: Record, hidden_from: Iterable[str]) -> None:
        """Hide a record of this country from exactly these countries; ``[]`` opens it to all again (OP13(b))."""
        records.restrict(self._store, self._actor, record, hidden_from)

    def send(self, to: str | Iterable[str], subject: str, text: str, *, urgent: bool = False) -> Message:
        """Send a message on I-24/7 to one bureau or several (OP13(a))."""
        return self._send("message", to, subject, text, urgent=urgent)

    def send_diffusion(self, to: str | Iterable[str], subject: str, text: str, *, colour: str | None = None) -> Message:
        """Send a diffusion to selected bureaux (OP13(c))."""
        shade = None if colour is None else _colour(colour)
        return self._send("diffusion", to, subject, text, colour=shade)

    def request_notice(self, colour: str, subject: str, text: str) -> Notice:
        """Ask the General Secretariat for a notice to all members; ``world.secretariat.publish`` sends it (OP13(c))."""
        words = _subject_and_text(subject, text)
        return messages.request(self._store, self._actor, _colour(colour), *words)

    def inbox(self) -> Table[Message]:
        """Return what this bureau was sent, urgent messages first, then the newest."""
        return messages.inbox(self._store, self.country)

    def log(self, most: int = 50) -> Table[LogRow]:
        """Return what this country asked and changed, the newest first; other countries' rows are not its business."""
        return newest(self._store, self.country, most)

    def _send(
        self,
        kind: str,
        to: str | Iterable[str],
        subject: str,
        text: str,
        *,
        urgent: bool = False,
        colour: str | None = None,
    ) -> Message:
        addressees = inputs.addressees(self._store, to)
        words = _subject_and_text(subject, text)
        with self._store.step() as step:
            message = messages.post_message(
                step, self.country, addressees, *words, kind=kind, colour=colour, urgent=bool(urgent)
            )
            step.log(self._actor, f"send {kind}", [], f"{message.number} → {', '.join(addressees)}")
            return message

    @property
    def _actor(self) -> Actor:
        return Actor(self.country)


@dataclass(frozen=True, slots=True)
class Secretariat:
    """The General Secretariat: it publishes notices and makes analytical products; ``world.secretariat`` is one."""

    _store: Store = field(repr=False, compare=False)

    def publish(self, notice: Notice) -> Notice:
        """Publish a requested notice: every member country's bureau gets it as a message (OP13(c))."""
        return messages.publish(self._store, notice)

    def analyse(self, database: str, subject: str) -> Message:
        """Make an analytical product of what countries entered on a subject, for those who did (OP13(d)).

        >>> from resolutionkit.policing import World
        >>> world = World.synthetic(seed=10, documents=0)
        >>> _ = world.bureau("Arlandia").enter("criminal_analysis", subject="False visas", information="Three in May.")
        >>> world.secretariat.analyse("criminal_analysis", "False visas").addressees
        ('Arlandia',)
        """
        return messages.analyse(self._store, choose_database(database), inputs.one_line(subject, _("A subject")))


def _colour(value: object) -> str:
    return choose(value, "colour", what=_("A colour of notice"))


def _subject_and_text(subject: object, text: object) -> tuple[str, str]:
    return inputs.one_line(subject, _("A subject")), inputs.many_lines(text, _("The text of a message or notice"))
