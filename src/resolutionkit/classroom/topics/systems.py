"""Exercises on the systems of OP13 and OP14: where they stand, what they serve, what the model allows."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from resolutionkit import policing, tables
from resolutionkit.classroom.answers import Label, Number, Pairs, Several, Words
from resolutionkit.classroom.made_answers import Function
from resolutionkit.classroom.sheet import Sheet
from resolutionkit.classroom.topics.networks import Node, Nodes
from resolutionkit.document.bundled import load
from resolutionkit.document.model import Resolution
from resolutionkit.errors import KitError
from resolutionkit.language import Text

_PASSPORT = ("P1234567", "Borovia")


@dataclass(frozen=True, slots=True)
class Paragraphs(Several):
    """Labels in any order; also as the tables write them, ``OP13(a)|OP14``."""

    def read(self, answer: object) -> Any:
        return Several.read(self, answer.replace("|", ",") if isinstance(answer, str) else answer)


class Places(Pairs):
    """Names, and the paragraphs that belong to each."""

    expects = Text(
        'a dictionary of lists such as {"name": ["PP1", "OP2"]}',
        'ein Dictionary aus Listen wie {"name": ["PP1", "OP2"]}',
    )


class Deeds(Several):
    """Some of the deeds that the question names, in any order."""

    expects = Text('a list such as ["this", "that"]', 'eine Liste wie ["this", "that"]')


class Outcomes(Pairs):
    """Outcomes, and how often each stands in the log."""

    expects = Text('a dictionary such as {"hit": 3, "no hit": 4}', 'ein Dictionary wie {"hit": 3, "no hit": 4}')


def _where(*ids: str) -> dict[str, list[str]]:
    return {row["id"]: row["paragraphs"].split("|") for row in tables.rows("systems") if row["id"] in ids}


def _serving(topic: str, *, kind: str = "database") -> list[str]:
    """Ids of the systems of one type, or of all (""), that serve against a crime by the words of the text."""
    types = {row["id"]: row["type"] for row in tables.rows("systems") if kind in ("", row["type"])}
    rows = tables.relations()
    return list(
        rows[(rows["relation"] == "is used against") & (rows["target"] == topic)]["source"][lambda s: s.isin(types)]
    )


def _named_in(label: str) -> list[str]:
    rows = tables.mentions()
    known = {row["id"] for row in tables.rows("systems")}
    return [entity for entity in rows[rows["paragraph"] == label]["entity"].unique() if entity in known]


def _allowed(country: str) -> list[str]:
    """What the bureau of ``country`` can do with Borovia's entry: each deed is tried in the model."""
    done = []
    for name in ("query", "update", "withdraw", "restrict", "message"):
        world = policing.World.synthetic(seed=10, documents=0)
        record = world.bureau("Borovia").report_stolen("P1234567")
        try:
            _deeds(world.bureau(country), record)[name]()
        except KitError:
            continue
        done.append(name)
    return done


def _deeds(bureau: policing.Bureau, record: policing.Record) -> dict[str, Callable[[], object]]:
    return {
        "query": lambda: bureau.query_document(*_PASSPORT),
        "update": lambda: bureau.update(record, reason="lost"),
        "withdraw": lambda: bureau.withdraw(record),
        "restrict": lambda: bureau.restrict(record, ["Isolmark"]),
        "message": lambda: bureau.send("Borovia", "P1234567", "Is this entry still right?"),
    }


def _day(rows: Callable[[policing.World], Any]) -> dict[str, int]:
    """How often each outcome stands in the log of exercise 5.4."""
    world = policing.World.synthetic(seed=10)
    world.bureau("Borovia").report_stolen("P1234567")
    airport = world.post("Arlandia", "airport")
    airport.check(*_PASSPORT)
    airport.check_passengers("SYN 101", world.passengers(60))
    outcomes = [row.outcome for row in rows(world)]
    return {outcome: outcomes.count(outcome) for outcome in outcomes}


def _checks() -> list[tuple[Any, ...]]:
    """(hits, silent databases) of checks in the model: nothing known, listed once and twice, databases off."""
    found = []
    world = policing.World.synthetic(seed=10, documents=0)
    borovia, airport = world.bureau("Borovia"), world.post("Arlandia", "airport")
    borovia.report_stolen("P1234567")
    borovia.report_stolen("P7654321")
    talvor = {"family_name": "Talvor", "given_name": "Mirel", "birth_year": 1980, "nationality": "Borovia"}
    borovia.enter("persons_sought", **talvor, number="P7654321", issued_by="Borovia", kind="passport")
    for silent in ((), ("notice_documents",), ("notice_documents", "stolen_documents")):
        for database in silent:
            world.switch_off(database)
        for number in ("P0000001", "P1234567", "P7654321"):
            result = airport.check(number, "Borovia")
            found.append((len(result.hits), len(result.silent)))
    return found


def _decide(hits: int, silent: int) -> str:
    if hits:
        return "enquire"
    return "repeat" if silent else "pass"


def _limits(rights: str = "Achtung der Menschenrechte") -> dict[str, list[str]]:
    """Labels of the paragraphs in which the words for each limit stand."""
    wanted = {"human rights": rights, "sovereignty": "Achtung der (nationalen )?Souveränität"}
    return {name: [p.label for p in load().paragraphs if re.search(words, p.text)] for name, words in wanted.items()}


def _names(*wanted: str) -> Callable[[str, Resolution], bool]:
    """A condition: at least one of these labels stands in the answer."""
    patterns = [r"\b" + r"\s?".join(map(re.escape, re.findall(r"\D+|\d+", label))) + r"(?!\d)" for label in wanted]
    return lambda text, _: any(re.search(pattern, text) for pattern in patterns)


sheet = Sheet("systems")
EXERCISES = (
    sheet.closed(
        "5.1",
        Places(Paragraphs(Label()), names=Node()),
        right=lambda: _where("sltd", "i247", "find"),
        mistakes={
            "forgot-op14": lambda: _where("sltd", "find") | {"i247": _where("i247")["i247"][:1]},
            "whole-paragraph": lambda: _where("sltd", "find") | {"i247": ["OP13", "OP14"]},
            "first-only": lambda: {name: found[:1] for name, found in _where("sltd", "i247", "find").items()},
            "databases-item": lambda: _where("i247", "find") | {"sltd": [*_where("sltd")["sltd"], "OP13(b)"]},
        },
    ),
    sheet.closed(
        "5.2",
        Nodes(),
        right=lambda: _serving("trafficking-in-persons"),
        mistakes={
            "plan": lambda: _serving("trafficking-in-persons", kind=""),
            "instrument": lambda: [*_serving("trafficking-in-persons"), "notices"],
            "named-together": lambda: _named_in("OP6"),
            "smuggling": lambda: _serving("smuggling-of-migrants"),
        },
    ),
    sheet.closed(
        "5.3",
        Deeds(Words()),
        right=lambda: _allowed("Arlandia"),
        mistakes={
            "owner": lambda: _allowed("Borovia"),
            "update": lambda: [*_allowed("Arlandia"), "update"],
            "forbidden": lambda: [deed for deed in _allowed("Borovia") if deed not in _allowed("Arlandia")],
            "query-only": lambda: ["query"],
        },
    ),
    sheet.closed(
        "5.4",
        Outcomes(Number()),
        right=lambda: _day(lambda world: world.log(200)),
        mistakes={
            "newest": lambda: _day(lambda world: world.log()),
            "own-log": lambda: _day(lambda world: world.bureau("Arlandia").log(200)),
            "passengers-only": lambda: _day(lambda world: world.log(60)),
        },
    ),
    sheet.closed(
        "5.5",
        Function(_checks, Words()),
        right=lambda: _decide,
        mistakes={
            "proof": lambda: lambda hits, silent: "refuse" if hits else _decide(hits, silent),
            "silence": lambda: lambda hits, silent: "enquire" if hits else "pass",
            "silence-first": lambda: lambda hits, silent: "repeat" if silent else _decide(hits, silent),
            "exactly-one": lambda: lambda hits, silent: "enquire" if hits == 1 else "repeat" if silent else "pass",
        },
    ),
    sheet.closed(
        "5.6",
        Places(Paragraphs(Label())),
        right=_limits,
        mistakes={
            "word-only": lambda: _limits("Menschenrechte"),
            "op14": lambda: {name: [*found, "OP14"] for name, found in _limits().items()},
            "whole-paragraph": lambda: _limits() | {"sovereignty": ["PP6", "OP13"]},
            "operative-only": lambda: {name: [f for f in found if f[:2] == "OP"] for name, found in _limits().items()},
        },
    ),
    sheet.essay(
        "5.7",
        words=(40, 200),
        conditions={
            "check": _names("OP14"),
            "limit": _names("PP6", "OP1", "OP2", "OP13(b)"),
        },
        mistakes={
            "check": "Dear traveller, your passport was listed as stolen, and so we asked the country that had listed "
            "it. The resolution asks in OP13(b) for exact information and respect for national sovereignty. A hit "
            "is a reason to ask and proves nothing about you.",
            "limit": "Dear traveller, OP14 wants borders to become safer, among other things by systematic and "
            "automatic checks of all travellers, and so your passport was compared with the databases. It was listed "
            "there as stolen. A hit is a reason to ask and proves nothing about you.",
        },
    ),
)
