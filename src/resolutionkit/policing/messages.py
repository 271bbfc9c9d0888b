"""I-24/7 as messages from bureau to bureau (OP13(a)): addressees, an urgent flag, inbox, sent, read."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from resolutionkit.errors import RightsError, UnknownName
from resolutionkit.language import _
from resolutionkit.policing.catalogue import COLOURS, Term, party_in_words
from resolutionkit.policing.store import Actor, Store, Transaction
from resolutionkit.policing.tables import Table, banner, yes_no

MESSAGE_KINDS = {
    "message": Term("message", "message", "Nachricht"),
    "hit": Term("hit", "hit (automatic)", "Treffer (automatisch)"),
    "notice": Term("notice", "notice", "Ausschreibung"),
    "diffusion": Term("diffusion", "diffusion", "Durchgabe"),
}
_COLUMNS = "m.id, m.at, m.sender, m.kind, m.colour, m.urgent, m.subject, m.text, m.log"


@dataclass(frozen=True, slots=True)
class Message:
    """A message on the model's I-24/7; ``read`` is when its addressee read it, ``log`` the check behind a hit."""

    number: int
    at: str
    sender: str
    kind: str
    colour: str | None
    urgent: bool
    subject: str
    text: str
    log: int | None
    addressees: tuple[str, ...]
    read: str | None = None

    def __str__(self) -> str:
        kind = MESSAGE_KINDS[self.kind].in_words()
        if self.colour:
            kind += f" ({COLOURS[self.colour].in_words()})"
        urgent = _(" (URGENT)") if self.urgent else ""
        sender, to = party_in_words(self.sender), ", ".join(map(party_in_words, self.addressees))
        head = _("{kind} {number}{urgent}, {at}\nFrom: {sender}\nTo: {to}\nSubject: {subject}").format(
            kind=kind, number=self.number, urgent=urgent, at=self.at, sender=sender, to=to, subject=self.subject
        )
        return f"{head}\n\n{self.text}\n\n{banner()}"

    __repr__ = __str__


def post_message(
    step: Transaction,
    sender: str,
    addressees: Sequence[str],
    subject: str,
    text: str,
    *,
    kind: str = "message",
    colour: str | None = None,
    urgent: bool = False,
    log: int | None = None,
) -> int:
    """Send a message within a step; return its number."""
    added = step.execute(
        "INSERT INTO messages (at, sender, kind, colour, urgent, subject, text, log) VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
        (step.now, sender, kind, colour, urgent, subject, text, log),
    )
    number = int(added.lastrowid or 0)
    for addressee in dict.fromkeys(addressees):
        step.execute("INSERT INTO deliveries (addressee, message) VALUES (?, ?)", (addressee, number))
    return number


def inbox(store: Store, owner: str, *, unread: bool, most: int) -> Table[Message]:
    """Return what ``owner`` was sent: urgent and unread first, then the newest."""
    rows = store.rows(
        f"SELECT {_COLUMNS}, d.read FROM deliveries AS d JOIN messages AS m ON m.id = d.message"
        " WHERE d.addressee = ? AND (d.read IS NULL OR NOT ?)"
        " ORDER BY m.urgent AND d.read IS NULL DESC, m.id DESC LIMIT ?",
        (owner, unread, most),
    )
    return _table(store, rows, _("Inbox of ") + party_in_words(owner))


def sent(store: Store, sender: str, *, most: int) -> Table[Message]:
    """Return what ``sender`` sent, the newest first."""
    rows = store.rows(
        f"SELECT {_COLUMNS}, NULL FROM messages AS m WHERE m.sender = ? ORDER BY m.id DESC LIMIT ?", (sender, most)
    )
    return _table(store, rows, _("Sent by ") + party_in_words(sender))


def read(store: Store, who: Actor, number: int) -> Message:
    """Return a message and note when its addressee first read it; nobody else may read it."""
    with store.transaction(durable=True) as step:
        rows = step.execute(f"SELECT {_COLUMNS}, NULL FROM messages AS m WHERE m.id = ?", (number,)).fetchall()
        if not rows:
            raise UnknownName(
                expected=_("The number of a message"),
                found=str(number),
                advice=_("Look into bureau.inbox()."),
            )
        to = _addressees(step.execute, number)
        if who.country not in to and who.country != rows[0][2]:
            error = RightsError(
                expected=_("A message from or to {country}").format(country=who.country),
                found=_("message {number}, between others").format(number=number),
                advice=_("Ask its sender to send it to you too."),
            )
            raise step.refuse(who, "read", "", f"message {number}", error)
        step.execute(
            "UPDATE deliveries SET read = ? WHERE addressee = ? AND message = ? AND read IS NULL",
            (step.now, who.country, number),
        )
        when = step.execute("SELECT read FROM deliveries WHERE addressee = ? AND message = ?", (who.country, number))
        return _message(rows[0][:-1], to, *(when.fetchone() or (None,)))


def fetch(step: Transaction, number: int) -> Message:
    """Return a message that was sent within this step."""
    row = step.execute(f"SELECT {_COLUMNS} FROM messages AS m WHERE m.id = ?", (number,)).fetchone()
    return _message(row, _addressees(step.execute, number), None)


def _addressees(execute, number: int) -> tuple[str, ...]:  # type: ignore[no-untyped-def]
    rows = execute("SELECT addressee FROM deliveries WHERE message = ? ORDER BY addressee", (number,))
    return tuple(addressee for (addressee,) in rows)


def _message(row: Sequence, addressees: tuple[str, ...], when: str | None) -> Message:  # type: ignore[type-arg]
    number, at, sender, kind, colour, urgent, subject, text, log = row
    return Message(number, at, sender, kind, colour, bool(urgent), subject, text, log, addressees, when)


def _table(store: Store, rows: Sequence, caption: str) -> Table[Message]:  # type: ignore[type-arg]
    messages = [_message(row[:-1], _addressees(store.rows, row[0]), row[-1]) for row in rows]
    return Table(
        messages,
        [
            _("number"),
            _("time"),
            _("from"),
            _("to"),
            _("kind"),
            _("urgent"),
            _("subject"),
            _("read"),
        ],
        [
            (
                m.number,
                m.at,
                party_in_words(m.sender),
                ", ".join(map(party_in_words, m.addressees)),
                MESSAGE_KINDS[m.kind].in_words(),
                yes_no(m.urgent),
                m.subject,
                m.read or yes_no(False),
            )
            for m in messages
        ],
        caption=caption,
        foot=banner(),
    )
