"""What travels on I-24/7 (OP13(a)): messages, notices and diffusions (OP13(c)), analytical products (OP13(d)).

That notices are published by the General Secretariat at a bureau's request, and their colours, come from INTERPOL's
public page "About Notices"; the resolution names notices and diffusions, and what they are for.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict, dataclass, field, replace
from typing import Any

from resolutionkit.errors import ReadError
from resolutionkit.language import _
from resolutionkit.policing import inputs
from resolutionkit.policing.catalogue import DATABASES, GENERAL_SECRETARIAT, choose_database, in_words
from resolutionkit.policing.store import Store
from resolutionkit.policing.tables import banner


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
        said = {"kind": kind, "urgent": _(" (URGENT)") if self.urgent else "", "sender": in_words("place", self.sender)}
        to = ", ".join(in_words("place", name) for name in self.addressees)
        head = _("{kind} {number}{urgent}, {at}\nFrom: {sender}\nTo: {to}\nSubject: {subject}")
        head = head.format(**(asdict(self) | said), to=to)
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
    published: str | None = None

    def __repr__(self) -> str:
        said = {
            "colour": in_words("colour", self.colour),
            "state": _("published") if self.published else _("requested"),
        }
        return _("<{colour} notice {number}, {requested_by}: {subject} ({state})>").format(**(asdict(self) | said))

    @property
    def what(self) -> str:
        """How the log names it."""
        return f"{self.number}, {in_words('colour', self.colour)}"


def post_message(
    store: Store,
    sender: str,
    to: Sequence[str],
    subject: str,
    text: str,
    kind: str,
    colour: str | None = None,
    *,
    urgent: bool = False,
) -> Message:
    """Send a message within a step."""
    row: dict[str, Any] = {"at": store.now, "sender": sender, "kind": kind, "colour": colour, "urgent": urgent}
    row |= {"subject": subject, "text": text}
    number = store.insert("messages", row)
    for addressee in to:
        store.insert("deliveries", {"addressee": addressee, "message": number})
    return Message(number, addressees=tuple(to), **row)


@dataclass(frozen=True, slots=True)
class Secretariat:
    """The General Secretariat: it publishes notices and makes analytical products; ``world.secretariat`` is one."""

    _store: Store = field(repr=False, compare=False)

    def publish(self, notice: Notice) -> Notice:
        """Publish a requested notice: every member country's bureau gets it as a message (OP13(c))."""
        number = notice.number if isinstance(notice, Notice) else 0
        with self._store.step() as store:
            row = store.execute("SELECT * FROM notices WHERE id = ? AND published IS NULL", (number,)).fetchone()
            if row is None:
                advice = _("bureau.request_notice(…) returns one.")
                raise ReadError(expected=_("A notice that is not published yet"), found=repr(notice), advice=advice)
            store.execute("UPDATE notices SET published = ? WHERE id = ?", (store.now, number))
            published = replace(Notice(*row), published=store.now)
            words, colour = (published.subject, published.text), published.colour
            urgent = colour in ("red", "orange")
            post_message(store, GENERAL_SECRETARIAT, store.members, *words, "notice", colour, urgent=urgent)
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
        base, subject = choose_database(database), inputs.one_line(subject, _("A subject"))
        if not {"subject", "information"} <= set(base.fields):
            files = ", ".join(str(one.title) for one in DATABASES.values() if "subject" in one.fields)
            advice = _("Try: {choice}.").format(choice=files)
            raise ReadError(expected=_("A database for criminal analysis"), found=str(base.title), advice=advice)
        with self._store.step() as store:
            asked = f"SELECT owner, information FROM {base.name} WHERE subject = ? ORDER BY id"
            rows = store.execute(asked, (subject,)).fetchall()
            if not rows:
                expected = _("A subject on which countries have entered information")
                advice = _('Enter some first: bureau.enter("criminal_analysis", subject=…, information=…).')
                raise ReadError(expected=expected, found=subject, advice=advice)
            owners = list(dict.fromkeys(owner for owner, _information in rows))
            text = "\n".join(f"- {owner}: {information}" for owner, information in rows)
            title = _("Analysis: {subject}").format(subject=subject)
            message = post_message(store, GENERAL_SECRETARIAT, owners, title, text, "analysis")
            store.log(GENERAL_SECRETARIAT, GENERAL_SECRETARIAT, "analyse", [base.name], subject)
            return message
