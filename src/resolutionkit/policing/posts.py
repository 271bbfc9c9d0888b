"""Border posts: where people arrive, and where FIND is asked (OP14)."""

from __future__ import annotations

from dataclasses import dataclass, field

from resolutionkit.policing import find
from resolutionkit.policing.catalogue import place_in_words
from resolutionkit.policing.results import CheckResult, PassengerCheck
from resolutionkit.policing.store import Actor, Store
from resolutionkit.policing.tables import Table


@dataclass(frozen=True, slots=True)
class Post:
    """A border crossing, airport, customs or immigration post of one country; ``world.post()`` returns it."""

    country: str
    kind: str
    name: str
    _store: Store = field(repr=False, compare=False)

    @property
    def connected(self) -> bool:
        """Whether the country's bureau has extended its access to I-24/7 to this post."""
        return self._store.rows("SELECT connected FROM posts WHERE name = ?", (self.name,)) == [(1,)]

    def in_words(self) -> str:
        """Return kind and country in the user's language."""
        return place_in_words(self.name)

    def check(self, document_number: str, issuing_country: str, kind: str = "passport") -> CheckResult:
        """Ask all databases that FIND asks about one document, in one step (OP14).

        The owner of each hit gets a message from the country's bureau. The result is no verdict on a
        person. The check is logged before it is answered; it survives a killed process, but perhaps
        not a power cut (see :mod:`resolutionkit.policing.store`).

        Raises :class:`ReadError` for what is no document number, :class:`UnknownName` for an unknown
        country or kind, :class:`RightsError` for a post without access (logged as refused).

        >>> from resolutionkit.policing import World
        >>> world = World.synthetic(seed=10)
        >>> _ = world.bureau("Borovia").report_stolen("P1234567")
        >>> print(world.post("Arlandia", "airport").check("P1234567", "Borovia"))
        Arlandia, airport, 2020-11-23 09:00:02: passport P1234567 (Borovia)
        database                                  answer
        Stolen and lost travel documents          hit: Borovia, reported stolen, 2020-11-23
        Travel documents associated with notices  no hit
        Persons sought (nominal data)             no hit
        A hit is a reason to ask, not proof. Message sent to the bureau of: Borovia. SYNTHETIC data, a teaching model: \
no real country, person or document.
        """
        return find.check(self._store, self._actor, document_number, issuing_country, kind)

    def check_passengers(self, flight: str, passengers: object) -> Table[PassengerCheck]:
        """Check a list of passengers ahead of arrival, in one step (OP14).

        ``passengers`` is a list of :class:`Passenger` or of dictionaries with ``document_number``,
        ``issuing_country`` and, if you like, ``name`` and ``kind``; or a DataFrame with these columns.
        A line that cannot be read is reported as such and stops nobody else's check. Names of
        passengers are not kept. At most 2,000 lines.

        >>> from resolutionkit.policing import World
        >>> world = World.synthetic(seed=10)
        >>> checked = world.post("Arlandia", "airport").check_passengers("SYN 101", world.passengers(3))
        >>> [check.result.in_words() for check in checked]
        ['no hit', '1 hit: Stolen and lost travel documents', '1 hit: Stolen and lost travel documents']
        """
        return find.check_passengers(self._store, self._actor, flight, passengers)

    @property
    def _actor(self) -> Actor:
        return Actor(self.country, self.name)
