"""National central bureaux: where a country enters, updates, queries, sends and receives (OP13, PP9)."""

from __future__ import annotations

from collections.abc import Iterable

from resolutionkit.errors import ReadError, RightsError
from resolutionkit.language import _
from resolutionkit.policing import arguments, find, log, messages, notices, records
from resolutionkit.policing.catalogue import DATABASES, choose
from resolutionkit.policing.identifiers import document_number, one_line
from resolutionkit.policing.mailboxes import Mailbox
from resolutionkit.policing.messages import Message
from resolutionkit.policing.notices import Notice
from resolutionkit.policing.posts import Post
from resolutionkit.policing.results import CheckResult, Record
from resolutionkit.policing.rights import TRACE_DATABASES, not_yours
from resolutionkit.policing.tables import Table


class Bureau(Mailbox):
    """A national central bureau; ``world.bureau("Arlandia")`` returns it.

    >>> from resolutionkit.policing import World
    >>> bureau = World.synthetic(seed=10).bureau("Arlandia")
    >>> record = bureau.report_stolen("P1234567")
    >>> record = bureau.update(record, reason="lost")
    >>> record
    <Stolen and lost travel documents, 201: passport P1234567 (Arlandia): Arlandia, reported lost, 2020-11-23>
    >>> bureau.withdraw(record)
    """

    __slots__ = ()

    def report_stolen(self, number: str, kind: str = "passport") -> Record:
        """Enter a travel document that this country issued and that was stolen (OP13(b); OP2, OP6, OP7).

        Reported again, the entry is updated. That only the issuing country enters a document is from
        INTERPOL's public page on this database, not from the resolution.
        """
        return self._report(number, kind, "stolen")

    def report_lost(self, number: str, kind: str = "passport") -> Record:
        """Enter a travel document that this country issued and that was lost."""
        return self._report(number, kind, "lost")

    def enter_person(
        self, family_name: str, given_name: str, birth_year: int, nationality: str, note: str = "SYNTHETIC person"
    ) -> Record:
        """Enter a person sought (OP2, OP6, OP7). Invented persons only: the model is no place for real ones."""
        family = one_line(family_name, _("A family name"), 60)
        columns = {
            "family_name": family,
            "name_key": family.casefold(),
            **arguments.changes({"given_name": given_name, "birth_year": birth_year, "note": note}, "persons_sought"),
            "nationality": arguments.country(self._store, nationality),
        }
        same = ("family_name", "given_name", "birth_year", "nationality")
        return records.enter(self._store, self._actor, "persons_sought", columns, same)

    def enter_trace(self, person: Record, database: str) -> Record:
        """Note that this country keeps fingerprints, a DNA profile or a face image of its person sought (OP2).

        Only the fact is entered: the model holds no biometric data.
        """
        known = {name: DATABASES[name] for name in TRACE_DATABASES}
        name = choose(database, known, what=_("A database of traces"))
        return records.enter_trace(self._store, self._actor, person, name)

    def enter_firearm(self, serial: str, make: str, reason: str = "stolen") -> Record:
        """Enter a firearm that was stolen, lost or smuggled (OP9)."""
        columns = {
            "serial": document_number(serial),
            "make": arguments.make(make),
            "reason": records.reason_for("firearms", reason),
        }
        return records.enter(self._store, self._actor, "firearms", columns, ("serial", "make"))

    def link_document(
        self, source: Notice | Record, number: str, issuing_country: str, kind: str = "passport"
    ) -> Record:
        """Add a travel document to this country's own published notice (OP6) or own person sought."""
        document = find.read_document(self._store, number, issuing_country, kind)
        if isinstance(source, Notice):
            return notices.link_document(self._store, self._actor, source.number, *document)
        return records.link_person(self._store, self._actor, source, *document)

    def update(self, record: Record, **changes: object) -> Record:
        """Change a record of this country (OP13(b)): ``reason`` of documents and firearms; ``given_name``,
        ``birth_year`` or ``note`` of persons."""
        database = record.database if isinstance(record, Record) else ""
        return records.update(
            self._store,
            self._actor,
            record,
            arguments.changes(changes, database),
            arguments.CHANGEABLE.get(database, ()),
        )

    def withdraw(self, record: Record) -> None:
        """Delete a record of this country, with what hangs on it (our simplification: the owner decides alone)."""
        records.withdraw(self._store, self._actor, record)

    def restrict(self, record: Record, hidden_from: Iterable[str]) -> None:
        """Hide a record of this country from exactly these countries; ``[]`` opens it to all again (OP13(b))."""
        records.restrict(self._store, self._actor, record, arguments.countries(self._store, hidden_from))

    def query_document(self, number: str, issuing_country: str, kind: str = "passport") -> CheckResult:
        """Ask the databases that list travel documents (OP13(b)). Unlike a border check it sends no message."""
        document = find.read_document(self._store, number, issuing_country, kind)
        return records.query_document(self._store, self._actor, *document)

    def query_person(self, family_name: str) -> CheckResult:
        """Ask for persons sought with this family name, and whether anybody keeps traces of them (OP2)."""
        name = one_line(family_name, _("A family name"), 60)
        return records.query_person(self._store, self._actor, name, name.casefold())

    def query_firearm(self, serial: str, make: str) -> CheckResult:
        """Trace a firearm by serial number and make (OP9)."""
        return records.query_firearm(self._store, self._actor, document_number(serial), arguments.make(make))

    def send(self, to: str | Iterable[str], subject: str, text: str, *, urgent: bool = False) -> Message:
        """Send a message on I-24/7 to one bureau or several (OP13(a))."""
        addressees = arguments.bureaux(self._store, to)
        subject, body = arguments.subject_and_text(subject, text)
        with self._store.transaction(durable=True) as step:
            number = messages.post_message(step, self.country, addressees, subject, body, urgent=bool(urgent))
            step.log(self._actor, "send message", "", f"message {number} → {', '.join(addressees)}")
            return messages.fetch(step, number)

    def send_diffusion(
        self, to: str | Iterable[str], subject: str, text: str, *, colour: str | None = None, urgent: bool = False
    ) -> Message:
        """Send a diffusion to bureaux of this one's choice (OP13(c))."""
        addressees = arguments.bureaux(self._store, to)
        words = arguments.subject_and_text(subject, text)
        shade = None if colour is None else arguments.colour(colour)
        return notices.diffuse(self._store, self._actor, addressees, *words, shade, bool(urgent))

    def request_notice(self, colour: str, subject: str, text: str) -> Notice:
        """Ask the General Secretariat for a notice to all members; it then publishes it (OP13(c))."""
        words = arguments.subject_and_text(subject, text)
        return notices.request(self._store, self._actor, arguments.colour(colour), *words)

    def withdraw_notice(self, notice: Notice | int) -> Notice:
        """Withdraw a notice of this country, with the documents associated with it."""
        return notices.withdraw(self._store, self._actor, arguments.number(notice, Notice))

    def notices(self) -> Table[Notice]:
        """Return the published notices and this country's own."""
        return notices.listed(self._store, self.country)

    def connect(self, post: Post) -> None:
        """Extend this bureau's access to I-24/7 to a post of its country (OP14)."""
        self._set_access(post, True)

    def disconnect(self, post: Post) -> None:
        """Take the access back."""
        self._set_access(post, False)

    def log(self, most: int = 50) -> Table[log.LogRow]:
        """Return what this country asked and changed, the newest first; other countries' rows are not its business."""
        return log.listed(self._store, self.country, arguments.most(most))

    def _report(self, number: str, kind: str, reason: str) -> Record:
        read_number, country, read_kind = find.read_document(self._store, number, self.country, kind)
        columns = {
            "number": read_number,
            "issued_by": country,
            "kind": read_kind,
            "reason": reason,
            "database": "stolen_documents",
        }
        same = ("number", "issued_by", "kind", "database")
        return records.enter(self._store, self._actor, "stolen_documents", columns, same)

    def _set_access(self, post: Post, connected: bool) -> None:
        if not isinstance(post, Post):
            raise ReadError(
                expected=_("A post"),
                found=_("a value of type {name__}").format(name__=type(post).__name__),
                advice=_('world.post("Arlandia", "customs") returns one.'),
            )
        action = "connect" if connected else "disconnect"
        with self._store.transaction(durable=True) as step:
            if post.country != self.country:
                error: RightsError = not_yours(post.country, self._actor)
                raise step.refuse(self._actor, action, "", post.name, error)
            step.execute("UPDATE posts SET connected = ? WHERE name = ?", (connected, post.name))
            step.log(self._actor, action, "", post.name)
