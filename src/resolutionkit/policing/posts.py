"""Border posts, where people arrive: FIND asks several databases for one document in one step (OP14).

The question to all databases, the row in the log and the messages to the owners of what was found happen together.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from resolutionkit.errors import KitError, ReadError
from resolutionkit.language import _
from resolutionkit.policing import inputs, records
from resolutionkit.policing.catalogue import DATABASES, place_in_words
from resolutionkit.policing.messages import post_message
from resolutionkit.policing.results import CheckResult, Passenger, PassengerCheck, Record, flight_table, no_verdict
from resolutionkit.policing.store import Actor, Step, Store
from resolutionkit.policing.tables import Table

ASKED = records.DOCUMENT_DATABASES


@dataclass(frozen=True, slots=True)
class Post:
    """A border crossing, airport, customs or immigration post of one country; ``world.post()`` returns it."""

    country: str
    kind: str
    _store: Store = field(repr=False, compare=False)

    @property
    def name(self) -> str:
        """Country and kind, as the log has them.

        >>> from resolutionkit.policing import World
        >>> World.synthetic(seed=10).post("Arlandia", "Flughafen").name
        'Arlandia/airport'
        """
        return f"{self.country}/{self.kind}"

    def check(self, document_number: str, issuing_country: str, kind: str = "passport") -> CheckResult:
        """Ask all databases that FIND asks about one document, in one step (OP14).

        The owner of each hit gets a message from the country's bureau. The result is no verdict on a person.
        Raises :class:`ReadError` for what is no document number, :class:`UnknownName` for an unknown country or kind.

        >>> from resolutionkit.policing import World
        >>> world = World.synthetic(seed=10)
        >>> _ = world.bureau("Borovia").report_stolen("P1234567")
        >>> print(world.post("Arlandia", "airport").check("P1234567", "Borovia"))
        Arlandia, airport, 2020-11-23 09:00:02: passport P1234567 (Borovia)
        database                                         answer
        Stolen and Lost Travel Document Database         hit: Borovia, reported stolen, 2020-11-23
        Travel Documents Associated with Notices system  no hit
        Nominal Database                                 no hit
        A hit is a reason to ask, not proof. Message sent to the bureau of: Borovia. SYNTHETIC data, a teaching model: \
no real country, person or document.
        """
        document = records.read_document(self._store, document_number, issuing_country, kind)
        with self._store.step() as step:
            return _check(step, self._actor, *document, records.in_service(step, ASKED), "check")

    def check_passengers(self, flight: str, passengers: object) -> Table[PassengerCheck]:
        """Check a list of passengers ahead of arrival, in one step (OP14).

        ``passengers`` is a list of :class:`Passenger`. A line that cannot be read is reported as such and stops nobody
        else's check. Names of passengers are not kept.

        >>> from resolutionkit.policing import World
        >>> world = World.synthetic(seed=10)
        >>> checked = world.post("Arlandia", "airport").check_passengers("SYN 101", world.passengers(3))
        >>> [check.result.has_hit for check in checked]
        [False, True, True]
        """
        name = inputs.one_line(flight, _("The name of a flight"), 40)
        with self._store.step() as step:
            answered = records.in_service(step, ASKED)
            checks = [
                PassengerCheck(line, passenger, self._check_line(step, f"{name}, #{line}", passenger, answered))
                for line, passenger in enumerate(_read_list(passengers), start=1)
            ]
        return flight_table(name, checks)

    def _check_line(self, step: Step, line: str, passenger: Passenger, answered: tuple[str, ...]) -> CheckResult:
        given = (passenger.document_number, passenger.issuing_country, passenger.kind)
        try:
            document = records.read_document(self._store, *given)
        except KitError as problem:
            number = step.log(self._actor, "passenger check", [], line, "unreadable")
            said = f"{problem.expected}: {problem.found}"
            return CheckResult(self.country, self.name, line, ASKED, (), (), step.now, number, problem=said)
        return _check(step, self._actor, *document, answered, "passenger check")

    @property
    def _actor(self) -> Actor:
        return Actor(self.country, self.name)


def _check(
    step: Step, who: Actor, where: Mapping[str, object], what: str, answered: tuple[str, ...], action: str
) -> CheckResult:
    hits = records.seen(step, who.country, answered, where)
    number = step.log(who, action, answered, what, "hit" if hits else "no hit")
    messages = tuple(_tell(step, who, what, owner, hits) for owner in dict.fromkeys(hit.owner for hit in hits))
    return CheckResult(who.country, who.place, what, ASKED, answered, hits, step.now, number, messages)


def _tell(step: Step, who: Actor, document: str, owner: str, hits: Sequence[Record]) -> int:
    """Send the owner of hits a message; return its number."""
    listed = "\n".join(f"- {DATABASES[hit.database].title}: {hit.what}" for hit in hits if hit.owner == owner)
    text = _(
        "At {place}, {at}, this document was checked: {document}.\nYour data list it:\n{listed}\n"
        "{no_verdict} Please confirm whether your data are still right. (Written automatically.)"
    ).format(place=place_in_words(who.place), at=step.now, document=document, listed=listed, no_verdict=no_verdict())
    subject = _("Hit: {document}").format(document=document)
    return post_message(step, who.country, [owner], subject, text, kind="hit", urgent=True).number


def _read_list(passengers: object) -> list[Passenger]:
    if isinstance(passengers, Sequence) and all(isinstance(passenger, Passenger) for passenger in passengers):
        return list(passengers)
    raise ReadError(
        expected=_("A list of passengers"),
        found=_("a value of type {name__}").format(name__=type(passengers).__name__),
        advice=_("world.passengers(12) makes a synthetic list."),
    )
