"""The world of the model: countries, bureaux, posts, databases and the log, in memory."""

import contextlib
import sqlite3
import time
from typing import Self

from resolutionkit.errors import ReadError, cut_short
from resolutionkit.language import _
from resolutionkit.policing import inputs, synthetic
from resolutionkit.policing.bureaux import Bureau
from resolutionkit.policing.catalogue import GENERAL_SECRETARIAT, MEMBERS, OUTSIDE
from resolutionkit.policing.messages import Secretariat
from resolutionkit.policing.posts import Post
from resolutionkit.policing.results import Passenger
from resolutionkit.policing.store import LogRow, Store, newest
from resolutionkit.policing.tables import Table, banner

MOST_ROWS = 1000
MOST_SECONDS = 10.0
_READING = frozenset((sqlite3.SQLITE_SELECT, sqlite3.SQLITE_READ, sqlite3.SQLITE_FUNCTION, sqlite3.SQLITE_RECURSIVE))


class World:
    """A teaching model of OP13 and OP14 of A/RES/75/10, filled with SYNTHETIC data.

    Never enter a real person or a real document number.

    >>> world = World.synthetic(seed=10)
    >>> record = world.bureau("Arlandia").report_stolen("P1234567")
    >>> [(row.country, row.action, row.outcome) for row in world.log()]
    [('Arlandia', 'enter', 'done')]
    """

    def __init__(self, store: Store) -> None:
        self._store = store

    @classmethod
    def synthetic(cls, seed: int = 10, *, documents: int = 200) -> Self:
        """Make a world from a seed; the same seed gives the same world.

        ``documents`` (0 to 10,000) is the number of travel documents on record; the other databases hold a few
        entries in proportion. One second of the model's time passes from each row of the log to the next, so that a
        lesson shows the same times whenever it is given.

        >>> World.synthetic(seed=10).passengers(2) == World.synthetic(seed=10).passengers(2)
        True
        """
        inputs.whole_number(seed, _("A seed"), 0, 2**31)
        inputs.whole_number(documents, _("A number of documents"), 0, synthetic.MOST_DOCUMENTS)
        store = Store()
        synthetic.fill(store, seed, documents)
        return cls(store)

    @property
    def countries(self) -> tuple[str, ...]:
        """All states of this world, in alphabetical order; every one is invented."""
        return tuple(sorted((*MEMBERS, OUTSIDE)))

    @property
    def members(self) -> tuple[str, ...]:
        """The member countries, each with a national central bureau (PP9)."""
        return MEMBERS

    @property
    def secretariat(self) -> Secretariat:
        """The General Secretariat, which publishes notices and makes analytical products."""
        return Secretariat(self._store)

    def bureau(self, country: str) -> Bureau:
        """Return the national central bureau of a member country.

        Raises :class:`UnknownName` for an unknown country, :class:`RightsError` for one that is no member.

        >>> World.synthetic(seed=10).bureau("Arlandia")
        Bureau(country='Arlandia')
        """
        return Bureau(inputs.member(country), self._store)

    def post(self, country: str, kind: str = "airport") -> Post:
        """Return the ``"airport"``, ``"border_crossing"``, ``"customs"`` or ``"immigration"`` post of a member country.

        The access of its bureau reaches to all of them, as OP14 wants it.
        """
        return Post(inputs.member(country), inputs.choose(kind, "post", what=_("A kind of post")), self._store)

    def switch_off(self, database: str) -> None:
        """Let a database fall silent (our invention): a check then says that it did not answer."""
        self._switch(database, False)

    def switch_on(self, database: str) -> None:
        """Let a database answer again."""
        self._switch(database, True)

    def log(self, most: int = 50) -> Table[LogRow]:
        """Return the newest rows of the log, of all countries: the view of the teacher."""
        return newest(self._store, None, most)

    def passengers(self, count: int, seed: int = 1, listed: float = 0.2) -> list[Passenger]:
        """Make a SYNTHETIC passenger list in which about a share ``listed`` of the documents is on record.

        >>> len(World.synthetic(seed=10).passengers(12))
        12
        """
        inputs.whole_number(count, _("A number of passengers"), 0, 2000)
        inputs.whole_number(seed, _("A seed"), 0, 2**31)
        if isinstance(listed, bool) or not isinstance(listed, (int, float)) or not 0 <= listed <= 1:
            advice = _("Give a number from 0 to 1.")
            raise ReadError(expected=_("A share of listed documents"), found=cut_short(listed), advice=advice)
        return synthetic.passengers(self._store, seed, count, listed)

    def sql(self, question: str) -> Table[tuple[object, ...]]:
        """Answer a question in SQL, for class; reading only, at most 1,000 rows and 10 seconds.

        >>> World.synthetic(seed=10).sql("SELECT count(*) AS members FROM countries WHERE member")[0]
        (23,)
        """
        question = inputs.many_lines(question, _("A question in SQL"))
        connection, end = self._store.connection, time.monotonic() + MOST_SECONDS
        connection.set_authorizer(lambda action, *_: sqlite3.SQLITE_OK if action in _READING else sqlite3.SQLITE_DENY)
        connection.set_progress_handler(lambda: time.monotonic() > end, 10_000)
        try:
            with contextlib.closing(connection.execute(question)) as cursor:
                names = [column[0] for column in cursor.description or ()]
                rows = tuple(cursor.fetchmany(MOST_ROWS))
        except (sqlite3.Error, sqlite3.Warning, ValueError, TypeError, OverflowError) as error:
            advice = _(
                "print(policing.schema()) shows tables and columns. Only reading is possible here: data are "
                "changed by their owners' bureaux."
            )
            expected = _("One SELECT that SQLite understands")
            raise ReadError(expected=expected, found=str(error), advice=advice) from error
        finally:
            connection.set_progress_handler(None, 0)
            connection.set_authorizer(None)
        return Table(rows, names, rows)

    def __repr__(self) -> str:
        number, outside = len(self.members), len(self.countries) - len(self.members)
        said = _("World: {number} member countries, {outside} state outside.\n")
        return said.format(number=number, outside=outside) + banner()

    def _switch(self, database: str, on: bool) -> None:
        name = inputs.database(database).name
        with self._store.step() as store:
            store.execute("UPDATE databases SET in_service = ? WHERE name = ?", on, name)
            store.log(GENERAL_SECRETARIAT, GENERAL_SECRETARIAT, "switch on" if on else "switch off", [name], "")
