"""The two ends of I-24/7 in the model: a bureau's mailbox, and the General Secretariat's."""

from __future__ import annotations

from dataclasses import dataclass, field

from resolutionkit.policing import arguments, messages, notices
from resolutionkit.policing.messages import Message
from resolutionkit.policing.notices import Notice
from resolutionkit.policing.store import Actor, Store
from resolutionkit.policing.tables import Table


@dataclass(frozen=True, slots=True)
class Mailbox:
    """One end of I-24/7 (OP13(a)): a bureau, or the General Secretariat."""

    country: str
    _store: Store = field(repr=False, compare=False)

    def inbox(self, *, unread: bool = False, most: int = 50) -> Table[Message]:
        """Return the newest messages, urgent unread ones first; ``unread=True`` leaves out those that were read."""
        return messages.inbox(self._store, self.country, unread=bool(unread), most=arguments.most(most))

    def sent(self, *, most: int = 50) -> Table[Message]:
        """Return what was sent from here, the newest first."""
        return messages.sent(self._store, self.country, most=arguments.most(most))

    def read(self, message: Message | int) -> Message:
        """Return a message to or from here and note that it was read.

        Raises :class:`UnknownName` where there is none, :class:`RightsError` where it is between others.
        """
        return messages.read(self._store, self._actor, arguments.number(message, Message))

    @property
    def _actor(self) -> Actor:
        return Actor(self.country)


class Secretariat(Mailbox):
    """The General Secretariat; in this model it does one thing: it publishes notices that bureaux request."""

    def publish(self, notice: Notice | int) -> Notice:
        """Publish a requested notice: every member country's bureau gets it as a message (OP13(c))."""
        return notices.publish(self._store, arguments.number(notice, Notice))
