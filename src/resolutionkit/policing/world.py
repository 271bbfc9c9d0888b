"""The world of the model: countries, bureaux, posts, databases and the log, in memory or in a file."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Self

from resolutionkit.errors import Location, MissingFile, ReadError, UnknownName
from resolutionkit.language import _
from resolutionkit.policing import arguments, log, notices, synthetic
from resolutionkit.policing import lesson as classroom
from resolutionkit.policing.bureaux import Bureau
from resolutionkit.policing.catalogue import DATABASES, GENERAL_SECRETARIAT, POST_KINDS, Database, choose
from resolutionkit.policing.identifiers import whole_number
from resolutionkit.policing.mailboxes import Secretariat
from resolutionkit.policing.notices import Notice
from resolutionkit.policing.posts import Post
from resolutionkit.policing.results import Passenger
from resolutionkit.policing.schema import holds_a_world, is_empty, schema
from resolutionkit.policing.store import Actor, Store
from resolutionkit.policing.tables import Table, banner, yes_no


class World:
    """A teaching model of OP13 and OP14 of A/RES/75/10, filled with SYNTHETIC data.

    Never enter a real person or a real document number.

    >>> world = World.synthetic(seed=10)
    >>> bureau = world.bureau("Arlandia")
    >>> record = bureau.report_stolen("P1234567")
    >>> result = world.post("Borovia", "airport").check("P1234567", "Arlandia")
    >>> result.in_words()
    '1 hit: Stolen and lost travel documents'
    >>> bureau.inbox()[0].subject
    'Hit: passport P1234567 (Arlandia)'
    >>> [(row.country, row.action, row.outcome) for row in world.log()]
    [('Borovia', 'check', 'hit'), ('Arlandia', 'enter', 'done')]
    """

    def __init__(self, store: Store) -> None:
        self._store = store

    @classmethod
    def synthetic(
        cls,
        seed: int = 10,
        *,
        path: str | os.PathLike[str] | None = None,
        documents: int = 200,
        real_time: bool = False,
    ) -> Self:
        """Make a world from a seed, in memory or in the file ``path``; the same seed gives the same world.

        A file that already holds this very world (same seed and size) is opened as it stands, with all
        that was done in it since; a cell may thus be run again. Creation happens whole or not at all.
        ``documents`` (0 to 5,000,000) is the number of travel documents on record. In the model's own
        time one second passes from each row of the log to the next, so that a lesson shows the same
        times whenever it is given; ``real_time=True`` takes the computer's clock (UTC).

        Raises :class:`ReadError` for a file that holds something else, :class:`RightsError` for a folder
        without the right to write, :class:`~resolutionkit.policing.faults.SaveError` for a full disk.

        >>> World.synthetic(seed=10).passengers(2) == World.synthetic(seed=10).passengers(2)
        True
        """
        whole_number(seed, _("A seed"), 0, 2**31)
        whole_number(documents, _("A number of documents"), 0, synthetic.MOST_DOCUMENTS)
        store = Store.connect(None if path is None else _read_path(path))
        try:
            with store.creating() as connection:
                if is_empty(connection):
                    synthetic.fill(connection, seed, documents, bool(real_time))
                elif not holds_a_world(connection):
                    raise _no_world(store.path)
                else:
                    about = dict(connection.execute("SELECT key, value FROM about"))
                    if (about.get("seed"), about.get("documents")) != (str(seed), str(documents)):
                        raise _another_world(store.path, about)
            store.begin_service()
        except BaseException:
            store.close()
            Store.tidy_up(store.path)
            raise
        return cls(store)

    @classmethod
    def open(cls, path: str | os.PathLike[str]) -> Self:
        """Open a world that was saved in a file; all that was acknowledged in it is there.

        Raises :class:`MissingFile` where there is no file, :class:`ReadError` where it holds no world.
        """
        file = _read_path(path)
        if not file.exists():
            raise MissingFile(
                expected=_("The file of a world"),
                found=_("no such file"),
                place=Location(str(file)),
                advice=_("World.synthetic(path=…) makes one."),
            )
        store = Store.connect(file)
        try:
            with store.exclusive() as connection:
                if not holds_a_world(connection):
                    raise _no_world(file)
            store.begin_service()
        except BaseException:
            store.close()
            raise
        return cls(store)

    def close(self) -> None:
        """Close the world; one in memory is gone with that."""
        self._store.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    @property
    def countries(self) -> tuple[str, ...]:
        """All states of this world, in alphabetical order; every one is invented."""
        return tuple(sorted(self._store.countries))

    @property
    def members(self) -> tuple[str, ...]:
        """The member countries, each with a national central bureau (PP9)."""
        return tuple(name for name in self.countries if self._store.countries[name])

    @property
    def secretariat(self) -> Secretariat:
        """The General Secretariat, which publishes notices."""
        return Secretariat(GENERAL_SECRETARIAT, self._store)

    def bureau(self, country: str) -> Bureau:
        """Return the national central bureau of a member country.

        Raises :class:`UnknownName` for an unknown country, :class:`RightsError` for one that is no member.

        >>> World.synthetic(seed=10).bureau("Arlandia")
        Bureau(country='Arlandia')
        """
        name = arguments.country(self._store, country)
        if not self._store.countries[name]:
            raise arguments.no_bureau(name)
        return Bureau(name, self._store)

    def post(self, country: str, kind: str = "airport") -> Post:
        """Return a country's ``"airport"``, ``"border_crossing"``, ``"customs"`` or ``"immigration"`` post (OP14).

        >>> World.synthetic(seed=10).post("Arlandia", "Flughafen").name
        'Arlandia/airport'
        """
        name = arguments.country(self._store, country)
        wanted = choose(kind, POST_KINDS, what=_("A kind of post"))
        found = [post for post in self.posts(name) if post.kind == wanted]
        if not found:
            raise UnknownName(
                expected=_("A post of this world"),
                found=f"{name}, {wanted}",
                advice=_("world.posts() lists them."),
            )
        return found[0]

    def posts(self, country: str | None = None) -> Table[Post]:
        """Return the border posts of a country, or of all; ``connected`` ones can ask the databases."""
        name = None if country is None else arguments.country(self._store, country)
        rows = self._store.rows(
            "SELECT country, kind, name, connected FROM posts WHERE ? IS NULL OR country = ? ORDER BY name",
            (name, name),
        )
        return Table(
            [Post(row[0], row[1], row[2], self._store) for row in rows],
            [_("country"), _("kind"), _("connected")],
            [(row[0], POST_KINDS[row[1]].in_words(), yes_no(row[3])) for row in rows],
            caption=_("Border posts"),
            foot=banner(),
        )

    def databases(self) -> Table[Database]:
        """Return the databases, with the paragraph that names each and its words."""
        service = dict(self._store.rows("SELECT name, in_service FROM databases"))
        return Table(
            list(DATABASES.values()),
            [_("database"), _("paragraphs"), _("quote"), _("asked by FIND"), _("in service")],
            [
                (
                    base.in_words(),
                    ", ".join(base.paragraphs),
                    base.quote,
                    yes_no(base.asked_by_find),
                    yes_no(service[base.name]),
                )
                for base in DATABASES.values()
            ],
            caption=_("Databases of the model"),
            foot=banner(),
        )

    def switch_off(self, database: str) -> None:
        """Let a database fall silent (our invention): a check then says that it did not answer."""
        self._set_service(database, False)

    def switch_on(self, database: str) -> None:
        """Let a database answer again."""
        self._set_service(database, True)

    def notices(self) -> Table[Notice]:
        """Return all notices, those that wait for publication too."""
        return notices.listed(self._store, None)

    def log(self, most: int = 50) -> Table[log.LogRow]:
        """Return the newest rows of the log, of all countries: the view of the teacher."""
        return log.listed(self._store, None, arguments.most(most))

    def passengers(self, count: int, seed: int = 1, listed: float = 0.2) -> list[Passenger]:
        """Make a SYNTHETIC passenger list in which about a share ``listed`` of the documents is on record.

        >>> World.synthetic(seed=10).passengers(1)
        [Passenger(name='Jorun Mirulin', document_number='SYN196587', issuing_country='Pelvoria', kind='passport')]
        """
        return classroom.passengers(self._store, count, seed, listed)

    def sql(self, question: str, values: tuple[object, ...] = ()) -> Table[tuple[object, ...]]:
        """Answer a question in SQL, for class; reading only, at most 1,000 rows and 10 seconds.

        >>> World.synthetic(seed=10).sql("SELECT count(*) AS members FROM countries WHERE member")[0]
        (23,)
        """
        return classroom.sql(self._store, question, values)

    def schema(self) -> str:
        """Return the tables in SQL with comments, for reading in class."""
        return schema()

    def problems(self) -> list[str]:
        """Return what is damaged in the file, or nothing: every page, every index, every reference is examined."""
        with self._store.exclusive() as connection:
            found = [str(row[0]) for row in connection.execute("PRAGMA integrity_check") if row[0] != "ok"]
            return found + [f"{row[0]}, row {row[1]}" for row in connection.execute("PRAGMA foreign_key_check")]

    def __repr__(self) -> str:
        where = self._store.path or _("in memory")
        outside = len(self.countries) - len(self.members)
        return (
            _("World ({where}): {number} member countries, {outside} state outside.\n").format(
                where=where, number=len(self.members), outside=outside
            )
            + banner()
        )

    def _set_service(self, database: str, in_service: bool) -> None:
        name = choose(database, DATABASES, what=_("A database"))
        with self._store.transaction(durable=True) as step:
            step.execute("UPDATE databases SET in_service = ? WHERE name = ?", (in_service, name))
            who = Actor(GENERAL_SECRETARIAT, GENERAL_SECRETARIAT)
            step.log(who, "switch on" if in_service else "switch off", name, name)


def _read_path(path: str | os.PathLike[str]) -> Path:
    try:
        return Path(path).expanduser().absolute()
    except (TypeError, ValueError, RuntimeError) as error:
        raise ReadError(
            expected=_("The path of a file"),
            found=str(error),
            advice=_('For example path="world.db".'),
        ) from error


def _no_world(path: Path | None) -> ReadError:
    return ReadError(
        expected=_("The file of a world of this kit"),
        found=_("a file that is empty or made by something else, or by another version of the kit"),
        place=Location(str(path)),
        advice=_("Choose another file; World.synthetic(path=…) makes a new one."),
    )


def _another_world(path: Path | None, about: dict[str, str]) -> ReadError:
    seed, documents = about.get("seed"), about.get("documents")
    return ReadError(
        expected=_("A new file, or the same world as before"),
        found=_("a world with seed={seed} and documents={documents}").format(seed=seed, documents=documents),
        place=Location(str(path)),
        advice=_("World.open(path) opens it as it is; another path makes a new one."),
    )
