"""What entering and asking bring back. A hit is a reason to ask, never a verdict on a person."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from resolutionkit.language import _, ngettext
from resolutionkit.policing.catalogue import DATABASES, in_words, place_in_words
from resolutionkit.policing.tables import Table


def no_verdict() -> str:
    """Return the reminder that goes with each hit."""
    return _("A hit is a reason to ask, not proof.")


@dataclass(frozen=True, slots=True)
class Record:
    """An entry in one of the databases: hand it to ``update``, ``withdraw`` or ``restrict``.

    ``fields`` are what was entered, by name.
    """

    database: str
    number: int
    owner: str
    entered: str
    updated: str | None = None
    fields: Mapping[str, object] = field(default_factory=dict, compare=False)

    @property
    def what(self) -> str:
        """What is recorded, in short and in the user's language."""
        return DATABASES[self.database].in_short(self.fields)

    @property
    def reason(self) -> str:
        """Why it was entered, in words (empty where the database keeps no reason)."""
        return in_words("reason", str(self.fields.get("reason", "")))

    def entry(self) -> str:
        """Say whose entry it is, why it was made and when."""
        return ", ".join(part for part in (in_words("place", self.owner), self.reason, self.entered[:10]) if part)

    def __repr__(self) -> str:
        return f"<{DATABASES[self.database].title}, {self.number}: {self.what}: {self.entry()}>"


@dataclass(frozen=True, slots=True)
class CheckResult:
    """The answer to one border check (OP14) or one query of a bureau (OP13(b)).

    ``asked`` and ``answered`` are names of databases; ``hits`` the records found there; ``messages`` the numbers of
    the messages that went to the owners' bureaux; ``log`` the number of the row in the log.
    """

    country: str
    place: str
    what: str
    asked: tuple[str, ...]
    answered: tuple[str, ...]
    hits: tuple[Record, ...]
    at: str
    log: int
    messages: tuple[int, ...] = ()

    @property
    def has_hit(self) -> bool:
        """Whether at least one database lists what was asked for; no verdict on the person."""
        return bool(self.hits)

    @property
    def silent(self) -> tuple[str, ...]:
        """The databases that were asked and did not answer."""
        return tuple(name for name in self.asked if name not in self.answered)

    def in_words(self) -> str:
        """Say the outcome in one line."""
        found = ", ".join(dict.fromkeys(str(DATABASES[hit.database].title) for hit in self.hits))
        said = ngettext("{n} hit: {found}", "{n} hits: {found}", len(self.hits)) if found else _("no hit")
        said = said.format(found=found)
        if self.silent:
            said += _("; no answer: ") + ", ".join(str(DATABASES[name].title) for name in self.silent)
        return said

    def rows(self) -> list[tuple[str, str, str]]:
        """Return for each database asked its name, "hit", "no hit" or "silent", and its answer in words.

        A database that lists something twice has two rows.
        """
        rows = []
        for name in self.asked:
            hits = [hit for hit in self.hits if hit.database == name]
            for hit in hits:  # what was asked for stands in the caption already; a person or a trace has to be named
                named = hit.entry() if hit.what == self.what else f"{hit.what}: {hit.entry()}"
                rows.append((name, "hit", _("hit: {named}").format(named=named)))
            if name in self.silent:
                rows.append((name, "silent", _("no answer: ask again later")))
            elif not hits:
                rows.append((name, "no hit", _("no hit")))
        return rows

    def table(self) -> Table[str]:
        """Return the result as a table, one row a database asked (several where it has several hits)."""
        place = place_in_words(self.place)
        where = place if place.startswith(self.country) else f"{self.country}, {place}"
        names = [name for name, _outcome, _answer in self.rows()]
        cells = [(DATABASES[name].title, answer) for name, _outcome, answer in self.rows()]
        caption = f"{where}, {self.at}: {self.what}"
        return Table(names, [_("database"), _("answer")], cells, caption, self.what_it_means())

    def what_it_means(self) -> str:
        """Say what follows from the answer, and what does not."""
        if not self.hits:
            return _("No hit says nothing about the person: the databases know only what countries have entered.")
        if not self.messages:
            return no_verdict()
        owners = ", ".join(dict.fromkeys(hit.owner for hit in self.hits))
        return no_verdict() + _(" Message sent to the bureau of: {owners}.").format(owners=owners)

    def __repr__(self) -> str:
        return str(self.table())

    def _repr_html_(self) -> str:
        return self.table()._repr_html_()


@dataclass(frozen=True, slots=True)
class Passenger:
    """One line of a passenger list: a name and the document that was announced. SYNTHETIC, as all data here."""

    name: object
    document_number: object
    issuing_country: object
    kind: object = "passport"
