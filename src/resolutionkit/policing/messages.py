"""What travels on I-24/7 (OP13(a)): messages, notices and diffusions (OP13(c)), analytical products (OP13(d)).

That notices are published by the General Secretariat at a bureau's request, and their colours, come from INTERPOL's
public page "About Notices"; the resolution names notices and diffusions, and what they are for.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from resolutionkit.errors import ReadError
from resolutionkit.language import _
from resolutionkit.policing.catalogue import DATABASES, GENERAL_SECRETARIAT, Database, in_words
from resolutionkit.policing.store import Actor, Step, Store
from resolutionkit.policing.tables import Table, banner, yes_no

SECRETARIAT = Actor(GENERAL_SECRETARIAT, GENERAL_SECRETARIAT)


@dataclass(frozen=True, slots=True)
class Message:
    """A message on the model's I-24/7; ``kind`` and ``colour`` are codes, ``at`` is the model's time."""

    number: int
    at: str
    sender: str
    kind: str
    colour: str | None
    urgent: bool
    subject: str
    text: str
    addressees: tuple[str, ...]

    def __str__(self) -> str:
        kind = in_words("message", self.kind) + (f" ({in_words('colour', self.colour)})" if self.colour else "")
        head = _("{kind} {number}{urgent}, {at}\nFrom: {sender}\nTo: {to}\nSubject: {subject}").format(
            kind=kind,
            number=self.number,
            urgent=_(" (URGENT)") if self.urgent else "",
            at=self.at,
            sender=in_words("place", self.sender),
            to=", ".join(in_words("place", name) for name in self.addressees),
            subject=self.subject,
        )
        return f"{head}\n\n{self.text}\n\n{banner()}"

    __repr__ = __str__


@dataclass(frozen=True, slots=True)
class Notice:
    """A notice; ``published`` is the time of its publication, or None while it is only requested."""

    number: int
    colour: str
    subject: str
    text: str
    requested_by: str
    published: str | None

    def __repr__(self) -> str:
        return _("<{colour} notice {number}, {requested_by}: {subject} ({state})>").format(
            colour=in_words("colour", self.colour),
            number=self.number,
            requested_by=self.requested_by,
            subject=self.subject,
            state=_("published") if self.published else _("requested"),
        )


def post_message(
    step: Step,
    sender: str,
    to: Sequence[str],
    subject: str,
    text: str,
    *,
    kind: str = "message",
    colour: str | None = None,
    urgent: bool = False,
) -> Message:
    """Send a message within a step."""
    added = step.execute(
        "INSERT INTO messages (at, sender, kind, colour, urgent, subject, text) VALUES (?, ?, ?, ?, ?, ?, ?)",
        (step.now, sender, kind, colour, urgent, subject, text),
    )
    number = int(added.lastrowid or 0)
    for addressee in to:
        step.execute("INSERT INTO deliveries VALUES (?, ?)", (addressee, number))
    return Message(number, step.now, sender, kind, colour, urgent, subject, text, tuple(to))


def inbox(store: Store, owner: str) -> Table[Message]:
    """Return what ``owner`` was sent, urgent messages first, then the newest."""
    rows: list[Any] = store.rows(
        "SELECT m.* FROM deliveries AS d JOIN messages AS m ON m.id = d.message"
        " WHERE d.addressee = ? ORDER BY m.urgent DESC, m.id DESC",
        (owner,),
    )
    found = []
    for number, at, sender, kind, colour, urgent, subject, text in rows:
        to = store.rows("SELECT addressee FROM deliveries WHERE message = ? ORDER BY addressee", (number,))
        names = tuple(name for (name,) in to)
        found.append(Message(number, at, sender, kind, colour, bool(urgent), subject, text, names))
    return Table(
        found,
        [_("number"), _("time"), _("from"), _("kind"), _("urgent"), _("subject")],
        [
            (m.number, m.at, in_words("place", m.sender), in_words("message", m.kind), yes_no(m.urgent), m.subject)
            for m in found
        ],
        caption=_("Inbox of ") + in_words("place", owner),
    )


def request(store: Store, who: Actor, colour: str, subject: str, text: str) -> Notice:
    """Ask the General Secretariat to publish a notice; it gets a message."""
    with store.step() as step:
        added = step.execute(
            "INSERT INTO notices (colour, subject, text, requested_by) VALUES (?, ?, ?, ?)",
            (colour, subject, text, who.country),
        )
        notice = Notice(int(added.lastrowid or 0), colour, subject, text, who.country, None)
        post_message(step, who.country, [GENERAL_SECRETARIAT], subject, text, kind="notice", colour=colour)
        step.log(who, "request notice", [], f"{notice.number}, {in_words('colour', colour)}")
        return notice


def publish(store: Store, notice: object) -> Notice:
    """Publish a requested notice: the bureaux of all member countries get it as a message."""
    number = notice.number if isinstance(notice, Notice) else 0
    with store.step() as step:
        row = step.execute("SELECT * FROM notices WHERE id = ? AND published IS NULL", (number,)).fetchone()
        if row is None:
            raise ReadError(
                expected=_("A notice that is not published yet"),
                found=repr(notice),
                advice=_("bureau.request_notice(…) returns one."),
            )
        step.execute("UPDATE notices SET published = ? WHERE id = ?", (step.now, number))
        _id, colour, subject, text, requested_by, _never = row
        published = Notice(number, colour, subject, text, requested_by, step.now)
        words = (published.subject, published.text)
        members = [country for country, member in store.countries.items() if member]
        urgent = published.colour in ("red", "orange")
        post_message(step, GENERAL_SECRETARIAT, members, *words, kind="notice", colour=published.colour, urgent=urgent)
        step.log(SECRETARIAT, "publish notice", [], f"{number}, {in_words('colour', published.colour)}")
        return published


def analyse(store: Store, database: Database, subject: str) -> Message:
    """Sum up what countries entered on a subject, and send it to those who did (OP13(d))."""
    if not {"subject", "information"} <= set(database.fields):
        files = [str(base.title) for base in DATABASES.values() if "subject" in base.fields]
        raise ReadError(
            expected=_("A database for criminal analysis"),
            found=str(database.title),
            advice=_("Try: {choice}.").format(choice=", ".join(files)),
        )
    with store.step() as step:
        rows = step.execute(
            f"SELECT owner, information FROM {database.name} WHERE subject = ? ORDER BY id", (subject,)
        ).fetchall()
        owners = list(dict.fromkeys(owner for owner, _information in rows))
        if not owners:
            raise ReadError(
                expected=_("A subject on which countries have entered information"),
                found=subject,
                advice=_('Enter some first: bureau.enter("criminal_analysis", subject=…, information=…).'),
            )
        text = "\n".join(f"- {owner}: {information}" for owner, information in rows)
        title = _("Analysis: {subject}").format(subject=subject)
        message = post_message(step, GENERAL_SECRETARIAT, owners, title, text, kind="analysis")
        step.log(SECRETARIAT, "analyse", [database.name], subject)
        return message
