"""What travels on I-24/7 (OP13(a)): messages, notices and diffusions (OP13(c)), analytical products (OP13(d)).

That notices are published by the General Secretariat at a bureau's request, and their colours, come from INTERPOL's
public page "About Notices"; the resolution names notices and diffusions, and what they are for.
"""

from collections.abc import Sequence
from dataclasses import asdict, dataclass, field, replace
from typing import Any

from resolutionkit.errors import ReadError
from resolutionkit.language import _
from resolutionkit.policing import inputs
from resolutionkit.policing.catalogue import DATABASES, GENERAL_SECRETARIAT, MEMBERS, in_words
from resolutionkit.policing.store import Store
from resolutionkit.policing.tables import Table, banner


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

    def __repr__(self) -> str:
        kind = in_words("message", self.kind) + (f" ({in_words('colour', self.colour)})" if self.colour else "")
        said = {"kind": kind, "urgent": _(" (URGENT)") if self.urgent else "", "sender": in_words("place", self.sender)}
        to = ", ".join(in_words("place", name) for name in self.addressees)
        head = _("{kind} {number}{urgent}, {at}\nFrom: {sender}\nTo: {to}\nSubject: {subject}")
        head = head.format(**(asdict(self) | said), to=to)
        return f"{head}\n\n{self.text}\n\n{banner()}"


@dataclass(frozen=True, slots=True)
class Notice:
    """A notice; ``published`` is the time of its publication, or None while it is only requested."""

    number: int
    colour: str
    subject: str
    text: str
    requested_by: str
    published: str | None = None

    def __repr__(self) -> str:
        state = _("published") if self.published else _("requested")
        said = {"colour": in_words("colour", self.colour), "state": state}
        return _("<{colour} notice {number}, {requested_by}: {subject} ({state})>").format(**(asdict(self) | said))

    @property
    def what(self) -> str:
        """How the log names it."""
        return f"{self.number}, {in_words('colour', self.colour)}"


def post_message(store: Store, to: Sequence[str], **row: Any) -> Message:
    """Send a message within a step: its ``sender``, ``kind``, ``subject`` and ``text``; where it has them, ``colour`` and ``urgent``."""
    row = {"at": store.now, "colour": None, "urgent": False, **row}
    number = store.insert("messages", **row)
    for addressee in to:
        store.insert("deliveries", addressee=addressee, message=number)
    return Message(number, addressees=tuple(to), **row)


def received(store: Store, country: str) -> Table[Message]:
    """Return what a bureau was sent, urgent messages first, then the newest."""
    found, cells = [], []
    asked = "SELECT messages.* FROM messages JOIN deliveries ON message = id WHERE addressee = ? ORDER BY urgent DESC, id DESC"
    for number, at, sender, kind, colour, urgent, subject, text in store.execute(asked, country):
        to = store.execute("SELECT addressee FROM deliveries WHERE message = ? ORDER BY addressee", number)
        names = tuple(name for (name,) in to)
        found.append(Message(number, at, sender, kind, colour, bool(urgent), subject, text, names))
        hurry = _("yes") if urgent else _("no")
        cells.append((number, at, in_words("place", sender), in_words("message", kind), hurry, subject))
    heads = [_("number"), _("time"), _("from"), _("kind"), _("urgent"), _("subject")]
    return Table(found, heads, cells, _("Inbox of ") + country)


def subject_and_text(subject: object, text: object) -> dict[str, str]:
    """Read what somebody wrote for a message or a notice."""
    return {
        "subject": inputs.one_line(subject, _("A subject")),
        "text": inputs.many_lines(text, _("The text of a message or notice")),
    }


@dataclass(frozen=True, slots=True)
class Secretariat:
    """The General Secretariat: it publishes notices and makes analytical products; ``world.secretariat`` is one."""

    _store: Store = field(repr=False, compare=False)

    def publish(self, notice: Notice) -> Notice:
        """Publish a requested notice: every member country's bureau gets it as a message (OP13(c))."""
        number = notice.number if isinstance(notice, Notice) else 0
        with self._store.step() as store:
            row = store.execute("SELECT * FROM notices WHERE id = ? AND published IS NULL", number).fetchone()
            if row is None:
                advice = _("bureau.request_notice(…) returns one.")
                raise ReadError(expected=_("A notice that is not published yet"), found=repr(notice), advice=advice)
            store.execute("UPDATE notices SET published = ? WHERE id = ?", store.now, number)
            published = replace(Notice(*row), published=store.now)
            said = {name: getattr(published, name) for name in ("colour", "subject", "text")}
            said["urgent"] = published.colour in ("red", "orange")
            post_message(store, MEMBERS, sender=GENERAL_SECRETARIAT, kind="notice", **said)
            store.log(GENERAL_SECRETARIAT, GENERAL_SECRETARIAT, "publish notice", [], published.what)
            return published

    def analyse(self, database: str, subject: str) -> Message:
        """Make an analytical product of what countries entered on a subject, for those who did (OP13(d)).

        >>> from resolutionkit.policing import World
        >>> world = World.synthetic(seed=10, documents=0)
        >>> _ = world.bureau("Arlandia").enter("criminal_analysis", subject="False visas", information="Three in May.")
        >>> world.secretariat.analyse("criminal_analysis", "False visas").addressees
        ('Arlandia',)
        """
        base, subject = inputs.database(database), inputs.one_line(subject, _("A subject"))
        if "information" not in base.fields:
            files = ", ".join(str(one.title) for one in DATABASES.values() if "information" in one.fields)
            advice = _("Try: {choice}.").format(choice=files)
            raise ReadError(expected=_("A database for criminal analysis"), found=str(base.title), advice=advice)
        with self._store.step() as store:
            asked = f"SELECT owner, information FROM {base.name} WHERE subject = ? ORDER BY id"
            rows = store.execute(asked, subject).fetchall()
            if not rows:
                expected = _("A subject on which countries have entered information")
                advice = _('Enter some first: bureau.enter("criminal_analysis", subject=…, information=…).')
                raise ReadError(expected=expected, found=subject, advice=advice)
            owners = list(dict.fromkeys(owner for owner, _information in rows))
            text = "\n".join(f"- {owner}: {information}" for owner, information in rows)
            title = _("Analysis: {subject}").format(subject=subject)
            message = post_message(store, owners, sender=GENERAL_SECRETARIAT, kind="analysis", subject=title, text=text)
            store.log(GENERAL_SECRETARIAT, GENERAL_SECRETARIAT, "analyse", [base.name], subject)
            return message
