"""SYNTHETIC data from a seed: the same on every machine and in every version of Python.

Nothing here is real: countries and names are put together from syllables, each generated number begins with SYN.
Only ``random()`` is used, because Python promises its sequence for a seed.
"""

import random
from collections.abc import Sequence
from datetime import date, timedelta
from typing import TypeVar

from resolutionkit.policing.catalogue import DATABASES, DOCUMENT_DATABASES, MADE_OF, MEMBERS, OUTSIDE, WORDS, Database
from resolutionkit.policing.records import only_owner
from resolutionkit.policing.results import Passenger
from resolutionkit.policing.store import Store

T = TypeVar("T")

COUNTRIES = (*MEMBERS, OUTSIDE)
MOST_DOCUMENTS = 10_000

_NUMBERS = 10**6  # six digits after SYN; each country counts for itself
_STRIDE = 387_961  # has no divisor in common with _NUMBERS, so no number comes twice


def fill(store: Store, seed: int, documents: int) -> None:
    """Fill a new world: about ``documents`` travel documents, and a few entries in every other database."""
    rng = random.Random(seed)
    with store.step():
        for country in COUNTRIES:
            store.insert("countries", name=country, member=country != OUTSIDE)
        for name in DATABASES:
            store.insert("databases", name=name)
        for number in range(1, 5):
            colour, requested_by = _pick(rng, tuple(WORDS["colour"])), _pick(rng, MEMBERS)
            said = {"subject": f"Synthetic notice {number}", "text": "Made for teaching."}
            store.insert("notices", **said, colour=colour, requested_by=requested_by, published=_day(rng))
        numbers = iter(range(documents))
        for base in DATABASES.values():
            lists_documents = base.name in DOCUMENT_DATABASES
            share = (9 if base.name == "stolen_documents" else 0.5) / 10 if lists_documents else 0.05
            for nth in range(round(documents * share)):
                _enter(store, rng, base, seed, next(numbers, 0) if lists_documents else nth)


def _enter(store: Store, rng: random.Random, base: Database, seed: int, index: int) -> None:
    number, country = _number(seed, index)
    issuing = base.entered_by == "issuing country"
    if issuing and country == OUTSIDE:  # Isolmark takes no part
        country = _pick(rng, MEMBERS)
    values = {name: _value(store, rng, name, kind, base) for name, kind in base.fields.items()}
    values |= {name: value for name, value in (("number", number), ("issued_by", country)) if name in values}
    anybody = country if issuing else _pick(rng, MEMBERS)
    owner = only_owner(store, base, values) or anybody
    store.insert(base.name, **values, owner=owner, entered=_day(rng))


def _value(store: Store, rng: random.Random, name: str, kind: str, base: Database) -> object:
    if name in MADE_OF["fields"]:
        return _pick(rng, MADE_OF["fields"][name])
    match kind:
        case "country":
            return _pick(rng, COUNTRIES)
        case "document":
            return _pick(rng, MADE_OF["document"])
        case "year":
            return 1950 + int(rng.random() * 52)
        case "notice" | "persons_sought":
            table = "notices" if kind == "notice" else kind
            return _pick(rng, store.execute(f"SELECT id FROM {table}").fetchall())[0]
        case "line" | "text":
            return _family_name(rng)
        case "number":
            return f"SYN{int(rng.random() * _NUMBERS):06d}"
    return _pick(rng, base.reasons)


def _number(seed: int, index: int) -> tuple[str, str]:
    """Number and issuing country of the document with this index."""
    order, place = divmod(index, len(COUNTRIES))
    start = seed * 123_761 + place * 6_919
    return f"SYN{(start + order * _STRIDE) % _NUMBERS:06d}", COUNTRIES[place]


def _family_name(rng: random.Random) -> str:
    return "".join(_pick(rng, part) for part in MADE_OF["family_names"])


def passengers(store: Store, seed: int, count: int, listed: float) -> list[Passenger]:
    """Make a passenger list in which about a share ``listed`` of the documents is on record."""
    rng = random.Random(seed)
    listing = "SELECT number, issued_by, kind FROM {} WHERE number IS NOT NULL"
    known = store.execute(" UNION ALL ".join(map(listing.format, DOCUMENT_DATABASES))).fetchall()
    made = []
    for _nth in range(count):
        name = f"{_pick(rng, MADE_OF['fields']['given_name'])} {_family_name(rng)}"
        if rng.random() < listed and known:
            made.append(Passenger(name, *_pick(rng, known)))
        else:
            made.append(Passenger(name, *_number(seed, MOST_DOCUMENTS + int(rng.random() * 100_000))))
    return made


def _day(rng: random.Random) -> str:
    return f"{date(2019, 1, 1) + timedelta(days=int(rng.random() * 640))} 08:00:00"


def _pick(rng: random.Random, choices: Sequence[T]) -> T:
    return choices[int(rng.random() * len(choices))]
