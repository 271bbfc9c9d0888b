"""Notices and diffusions (OP13(c)): to warn, to ask for help and to help.

The resolution speaks of "Ausschreibungen und -Durchgaben". That notices are published by the General
Secretariat at a bureau's request, and their colours, come from INTERPOL's public page "About Notices".
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from resolutionkit.errors import ReadError, RightsError, UnknownName
from resolutionkit.language import _
from resolutionkit.policing.catalogue import COLOURS, GENERAL_SECRETARIAT, Term
from resolutionkit.policing.messages import Message, post_message
from resolutionkit.policing.messages import fetch as fetch_message
from resolutionkit.policing.records import forget_documents, put
from resolutionkit.policing.results import Record
from resolutionkit.policing.rights import fetch, not_yours
from resolutionkit.policing.store import Actor, Store, Transaction
from resolutionkit.policing.tables import Table, banner

STATES = {
    "requested": Term("requested", "requested", "beantragt"),
    "published": Term("published", "published", "veröffentlicht"),
    "withdrawn": Term("withdrawn", "withdrawn", "zurückgezogen"),
}


@dataclass(frozen=True, slots=True)
class Notice:
    """A notice; ``requested`` and ``published`` are times in UTC."""

    number: int
    colour: str
    subject: str
    text: str
    requested_by: str
    state: str
    requested: str
    published: str | None

    def __repr__(self) -> str:
        colour, state = COLOURS[self.colour].in_words(), STATES[self.state].in_words()
        return _("<{colour} notice {number}, {requested_by}: {subject} ({state})>").format(
            colour=colour, number=self.number, requested_by=self.requested_by, subject=self.subject, state=state
        )


def request(store: Store, who: Actor, colour: str, subject: str, text: str) -> Notice:
    """Ask the General Secretariat to publish a notice; it gets a message."""
    with store.transaction(durable=True) as step:
        added = step.execute(
            "INSERT INTO notices (colour, subject, text, requested_by, state, requested)"
            " VALUES (?, ?, ?, ?, 'requested', ?)",
            (colour, subject, text, who.country, step.now),
        )
        notice = _fetch(step, int(added.lastrowid or 0))
        post_message(step, who.country, [GENERAL_SECRETARIAT], subject, text, kind="notice", colour=colour)
        step.log(who, "request notice", "", f"notice {notice.number}, {colour}")
        return notice


def publish(store: Store, number: int) -> Notice:
    """Publish a requested notice: all member countries get it from the General Secretariat."""
    who = Actor(GENERAL_SECRETARIAT, GENERAL_SECRETARIAT)
    members = [country for country, member in store.countries.items() if member]
    with store.transaction(durable=True) as step:
        notice = _fetch(step, number)
        if notice.state != "requested":
            raise ReadError(
                expected=_("A notice that waits for publication"),
                found=repr(notice),
                advice=_("Look at world.notices()."),
            )
        step.execute("UPDATE notices SET state = 'published', published = ? WHERE id = ?", (step.now, number))
        urgent = notice.colour in ("red", "orange")
        post_message(
            step,
            GENERAL_SECRETARIAT,
            members,
            notice.subject,
            notice.text,
            kind="notice",
            colour=notice.colour,
            urgent=urgent,
        )
        step.log(who, "publish notice", "", f"notice {number}, {notice.colour}")
        return _fetch(step, number)


def withdraw(store: Store, who: Actor, number: int) -> Notice:
    """Withdraw ``who``'s own notice; the documents associated with it leave the database too."""
    with store.transaction(durable=True) as step:
        _own(step, who, "withdraw notice", number)
        forget_documents(step, "notice_documents", number)
        step.execute("UPDATE notices SET state = 'withdrawn' WHERE id = ?", (number,))
        step.log(who, "withdraw notice", "notice_documents", f"notice {number}")
        return _fetch(step, number)


def link_document(store: Store, who: Actor, notice: int, number: str, issued_by: str, kind: str) -> Record:
    """Associate a travel document with ``who``'s own published notice (the database that OP6 names)."""
    with store.transaction(durable=True) as step:
        current = _own(step, who, "enter", notice)
        if current.state != "published":
            raise ReadError(
                expected=_("A published notice"),
                found=repr(current),
                advice=_("The General Secretariat publishes it: world.secretariat.publish(notice)."),
            )
        values = {
            "number": number,
            "issued_by": issued_by,
            "kind": kind,
            "database": "notice_documents",
            "owner": who.country,
            "reason": "notice",
            "source": notice,
        }
        entered, action = put(step, "synthetic_documents", values, ("number", "issued_by", "kind", "database", "owner"))
        record = fetch(step, "notice_documents", entered)
        step.log(who, action, "notice_documents", f"{record.what} → notice {notice}")
        return record


def diffuse(
    store: Store, who: Actor, to: Sequence[str], subject: str, text: str, colour: str | None, urgent: bool
) -> Message:
    """Send a diffusion from one bureau to chosen bureaux."""
    with store.transaction(durable=True) as step:
        number = post_message(step, who.country, to, subject, text, kind="diffusion", colour=colour, urgent=urgent)
        step.log(who, "send diffusion", "", f"message {number} → {', '.join(to)}")
        return fetch_message(step, number)


def listed(store: Store, seen_by: str | None) -> Table[Notice]:
    """Return the notices: all, or those that a country may see (published ones and its own)."""
    rows = store.rows(
        "SELECT id, colour, subject, text, requested_by, state, requested, published FROM notices"
        " WHERE ? IS NULL OR state = 'published' OR requested_by = ? ORDER BY id",
        (seen_by, seen_by),
    )
    notices = [Notice(*row) for row in rows]
    return Table(
        notices,
        [
            _("number"),
            _("colour"),
            _("requested by"),
            _("subject"),
            _("state"),
        ],
        [
            (n.number, COLOURS[n.colour].in_words(), n.requested_by, n.subject, STATES[n.state].in_words())
            for n in notices
        ],
        caption=_("Notices (colours: INTERPOL's page “About Notices”, not the resolution)"),
        foot=banner(),
    )


def _own(step: Transaction, who: Actor, action: str, number: int) -> Notice:
    notice = _fetch(step, number)
    if notice.requested_by == who.country:
        return notice
    error: RightsError = not_yours(notice.requested_by, who)
    raise step.refuse(who, action, "", f"notice {number}", error)


def _fetch(step: Transaction, number: int) -> Notice:
    row = step.execute(
        "SELECT id, colour, subject, text, requested_by, state, requested, published FROM notices WHERE id = ?",
        (number,),
    ).fetchone()
    if row is None:
        raise UnknownName(
            expected=_("The number of a notice"),
            found=str(number),
            advice=_("Look at world.notices()."),
        )
    return Notice(*row)
