"""SYNTHETIC data from a seed: the same on every machine and in every version of Python.

Nothing here is real: countries and names are put together from syllables, each generated document
number begins with SYN. Only ``random()`` is used, because Python promises its sequence for a seed.
"""

from __future__ import annotations

import random
import sqlite3
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from typing import TypeVar

from resolutionkit.policing.catalogue import COLOURS, DATABASES, POST_KINDS
from resolutionkit.policing.schema import add_indexes, lay_out

T = TypeVar("T")

MEMBERS = (
    "Arlandia",
    "Borovia",
    "Caldoria",
    "Dravenia",
    "Estovar",
    "Feldoria",
    "Gravonia",
    "Helmaria",
    "Ilvania",
    "Jorvandia",
    "Kelvaria",
    "Lorvania",
    "Meridova",
    "Nordavia",
    "Ostrelia",
    "Pelvoria",
    "Quenland",
    "Rostavia",
    "Selmark",
    "Tarvonia",
    "Ulmeria",
    "Valdoria",
    "Zembalia",
)
# A United Nations member that is no INTERPOL member: OP13 speaks only of states that are both.
OUTSIDE = "Isolmark"
COUNTRIES = (*MEMBERS, OUTSIDE)
MOST_DOCUMENTS = 5_000_000

_MARK = "SYN"
_NUMBERS = 10**6  # six digits after the mark; each country counts for itself
_STRIDE = 387_961  # has no divisor in common with _NUMBERS, so no number comes twice
_KINDS = ("passport", "passport", "passport", "passport", "identity_card", "visa")
_FIRST = ("Tal", "Mir", "Ven", "Kor", "Las", "Bre", "Dun", "Ost", "Rav", "Sel", "Ger", "Hol")
_SECOND = ("vor", "end", "ash", "ilo", "umar", "eska", "onid", "are", "ulin", "oste")
_GIVEN = ("Ameli", "Boro", "Cesta", "Dorin", "Elva", "Fenno", "Galia", "Hesper", "Iven", "Jorun", "Kesi", "Lumo")
_MAKES = ("Novarm", "Ferroval", "Kestrel Works", "Dravco")
_DAYS = tuple(f"{date(2019, 1, 1) + timedelta(days=n)} 08:00:00" for n in range(640))


def fill(connection: sqlite3.Connection, seed: int, documents: int, real_time: bool) -> None:
    """Lay out a new world and fill it; call it inside a transaction."""
    rng = random.Random(seed)
    lay_out(connection)
    about = {
        "data": "SYNTHETIC: a teaching model of OP13 and OP14 of A/RES/75/10; nothing in here is real",
        "seed": str(seed),
        "documents": str(documents),
        "clock": "real" if real_time else "model",
    }
    connection.executemany("INSERT INTO about VALUES (?, ?)", about.items())
    connection.executemany("INSERT INTO countries VALUES (?, ?)", [(name, name != OUTSIDE) for name in COUNTRIES])
    connection.executemany("INSERT INTO posts VALUES (?, ?, ?, ?)", _posts())
    connection.executemany(
        "INSERT INTO databases VALUES (?, ?, 1)", [(name, base.asked_by_find) for name, base in DATABASES.items()]
    )
    notices = _notices(rng, max(4, min(200, documents // 50)))
    connection.executemany(
        "INSERT INTO notices (colour, subject, text, requested_by, state, requested, published)"
        " VALUES (?, ?, ?, ?, 'published', ?, ?)",
        notices,
    )
    persons = _persons(rng, max(5, documents // 20))
    connection.executemany(
        "INSERT INTO synthetic_persons (family_name, given_name, birth_year, nationality, note, name_key, owner,"
        " entered) VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
        persons,
    )
    connection.executemany(
        "INSERT INTO synthetic_traces (person, database, owner, entered) VALUES (?, ?, ?, ?)", _traces(rng, persons)
    )
    connection.executemany(
        "INSERT INTO synthetic_firearms (serial, make, reason, owner, entered) VALUES (?, ?, ?, ?, ?)",
        _firearms(rng, min(20_000, 5 + documents // 10)),
    )
    connection.executemany(
        "INSERT INTO synthetic_documents (number, issued_by, kind, database, owner, reason, source, entered)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
        _documents(rng, documents, seed, [row[3] for row in notices], [row[6] for row in persons]),
    )
    add_indexes(connection)


def generated_number(seed: int, index: int) -> tuple[str, str]:
    """Return number and issuing country of the document with this index; indexes from ``documents`` on are unused.

    >>> generated_number(10, 0), generated_number(10, 1)
    (('SYN237610', 'Arlandia'), ('SYN244529', 'Borovia'))
    """
    place = index % len(COUNTRIES)
    order = index // len(COUNTRIES)
    start = seed * 123_761 + place * 6_919
    return f"{_MARK}{(start + order * _STRIDE) % _NUMBERS:06d}", COUNTRIES[place]


def a_name(rng: random.Random) -> tuple[str, str]:
    """Return a family name and a given name made of syllables."""
    return _pick(rng, _FIRST) + _pick(rng, _SECOND), _pick(rng, _GIVEN)


def _documents(
    rng: random.Random, count: int, seed: int, notice_owners: Sequence[str], person_owners: Sequence[str]
) -> Iterator[tuple[object, ...]]:
    draw = rng.random
    days, kinds = len(_DAYS), len(_KINDS)
    notices, persons = len(notice_owners), len(person_owners)
    for index in range(count):
        number, issued_by = generated_number(seed, index)
        kind, day, share = _KINDS[int(draw() * kinds)], _DAYS[int(draw() * days)], draw()
        # Nobody but the issuing country reports a document as stolen, and Isolmark takes no part.
        if share < 0.9 and issued_by != OUTSIDE:
            reason = "stolen" if share < 0.6 else "lost"
            yield number, issued_by, kind, "stolen_documents", issued_by, reason, None, day
        elif share < 0.95:
            source = int(draw() * notices)
            yield number, issued_by, kind, "notice_documents", notice_owners[source], "notice", source + 1, day
        else:
            source = int(draw() * persons)
            yield number, issued_by, kind, "persons_sought", person_owners[source], "person", source + 1, day


def _posts() -> Iterator[tuple[str, str, str, bool]]:
    for place, country in enumerate(COUNTRIES):
        for kind in POST_KINDS:
            # Airports are connected; elsewhere the access that OP14 speaks of has come only half-way.
            connected = country != OUTSIDE and (kind == "airport" or (place + len(kind)) % 2 == 0)
            yield f"{country}/{kind}", country, kind, connected


def _notices(rng: random.Random, count: int) -> list[tuple[str, ...]]:
    rows: list[tuple[str, ...]] = []
    for number in range(1, count + 1):
        day = _pick(rng, _DAYS)
        text = f"Synthetic notice {number}, made for teaching."
        rows.append((_pick(rng, tuple(COLOURS)), f"Synthetic notice {number}", text, _pick(rng, MEMBERS), day, day))
    return rows


def _persons(rng: random.Random, count: int) -> list[tuple[str, str, int, str, str, str, str, str]]:
    rows = []
    for _ in range(count):
        family, given = a_name(rng)
        year = 1950 + int(rng.random() * 52)
        rows.append(
            (
                family,
                given,
                year,
                _pick(rng, COUNTRIES),
                "SYNTHETIC person",
                family.casefold(),
                _pick(rng, MEMBERS),
                _pick(rng, _DAYS),
            )
        )
    return rows


def _traces(rng: random.Random, persons: Sequence[tuple[object, ...]]) -> Iterator[tuple[object, ...]]:
    for number, person in enumerate(persons, start=1):
        for database in ("fingerprints", "dna_profiles", "face_recognition"):
            if rng.random() < 0.3:
                yield number, database, person[6], _pick(rng, _DAYS)


def _firearms(rng: random.Random, count: int) -> Iterator[tuple[str, str, str, str, str]]:
    for index in range(count):
        serial = f"{_MARK}{(4711 + index * _STRIDE) % _NUMBERS:06d}"
        reason = _pick(rng, ("stolen", "lost", "smuggled"))
        yield serial, _pick(rng, _MAKES), reason, _pick(rng, MEMBERS), _pick(rng, _DAYS)


def _pick(rng: random.Random, choices: Sequence[T]) -> T:
    return choices[int(rng.random() * len(choices))]
