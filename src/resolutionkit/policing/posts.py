"""Border posts, where people arrive: FIND asks several databases for one document in one step (OP14).

The question to all databases, the row in the log and the messages to the owners of what was found happen together.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from resolutionkit.errors import KitError, Location
from resolutionkit.language import _, ngettext
from resolutionkit.policing import inputs, records
from resolutionkit.policing.catalogue import DATABASES, DOCUMENT_DATABASES, place_in_words
from resolutionkit.policing.messages import post_message
from resolutionkit.policing.results import CheckResult, Passenger, no_verdict
from resolutionkit.policing.store import Store
from resolutionkit.policing.tables import Table


@dataclass(frozen=True, slots=True)
class Post:
    """A border crossing, airport, customs or immigration post of one country; ``world.post()`` returns it."""

    country: str
    kind: str
    _store: Store = field(repr=False, compare=False)

    @property
    def name(self) -> str:
        """Country and kind, as the log has them: "Arlandia/airport"."""
        return f"{self.country}/{self.kind}"

    def check(self, document_number: str, issuing_country: str, kind: str = "passport") -> CheckResult:
        """Ask all databases that FIND asks about one document, in one step (OP14).

        The owner of each hit gets a message from the country's bureau. The result is no verdict on a person.
        Raises :class:`ReadError` for what is no document number, :class:`UnknownName` for an unknown country or kind.

        >>> from resolutionkit.policing import World
        >>> world = World.synthetic(seed=10)
        >>> _ = world.bureau("Borovia").report_stolen("P1234567")
        >>> world.post("Arlandia", "airport").check("P1234567", "Borovia").what_it_means()
        'A hit is a reason to ask, not proof. Message sent to the bureau of: Borovia.'
        """
        document = records.read_document(document_number, issuing_country, kind)
        with self._store.step() as store:
            return self._check(store, *document, "check")

    def check_passengers(self, flight: str, passengers: object) -> Table[CheckResult]:
        """Check a list of passengers ahead of arrival, in one step (OP14).

        ``passengers`` is a list of :class:`Passenger`; their names are not kept. Raises :class:`ReadError` or
        :class:`UnknownName` where a document cannot be read: then nobody is checked.

        >>> from resolutionkit.policing import World
        >>> world = World.synthetic(seed=10)
        >>> checked = world.post("Arlandia", "airport").check_passengers("SYN 101", world.passengers(3))
        >>> [result.has_hit for result in checked]
        [False, True, True]
        """
        name = inputs.one_line(flight, _("The name of a flight"), 40)
        if not isinstance(passengers, Sequence) or not all(isinstance(one, Passenger) for one in passengers):
            advice = _("world.passengers(12) makes a synthetic list.")
            raise inputs.wrong_type(passengers, _("A list of passengers"), advice)
        results, cells = [], []
        with self._store.step() as store:
            for line, passenger in enumerate(passengers, start=1):
                try:
                    read = records.read_document(passenger.document_number, passenger.issuing_country, passenger.kind)
                except KitError as fault:
                    fault.place = Location(name, line)
                    raise
                result = self._check(store, *read, "passenger check")
                results.append(result)
                cells.append((line, passenger.name, result.what, result.in_words()))
        hits = sum(result.has_hit for result in results)
        said = ngettext("{n} passenger, {hits} with a hit", "{n} passengers, {hits} with a hit", len(results))
        said = f"{name}: {said.format(hits=hits)}"
        heads = [_("line"), _("passenger (synthetic)"), _("document"), _("outcome")]
        return Table(results, heads, cells, said, no_verdict())

    def _check(self, store: Store, where: Mapping[str, object], what: str, action: str) -> CheckResult:
        result = records.ask(store, self.country, self.name, DOCUMENT_DATABASES, where, what, action)
        owners = dict.fromkeys(hit.owner for hit in result.hits)
        return replace(result, messages=tuple(self._tell(store, result, owner) for owner in owners))

    def _tell(self, store: Store, result: CheckResult, owner: str) -> int:
        """Send the owner of hits a message; return its number."""
        theirs = (hit for hit in result.hits if hit.owner == owner)
        listed = "\n".join(f"- {DATABASES[hit.database].title}: {hit.what}" for hit in theirs)
        about = {"place": place_in_words(self.name), "at": result.at, "document": result.what, "listed": listed}
        text = _(
            "At {place}, {at}, this document was checked: {document}.\nYour data list it:\n{listed}\n"
            "{no_verdict} Please confirm whether your data are still right. (Written automatically.)"
        ).format(**about, no_verdict=no_verdict())
        subject = _("Hit: {document}").format(document=result.what)
        said = {"kind": "hit", "urgent": True, "subject": subject, "text": text}
        return post_message(store, [owner], sender=self.country, **said).number
