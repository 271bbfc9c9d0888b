"""Exercises on actors: what is right, and what typical slips give."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable
from functools import cache
from typing import Any

from resolutionkit import networks, tables
from resolutionkit.classroom.answers import Label, Number, Pairs, Several, Words
from resolutionkit.classroom.sheet import Sheet
from resolutionkit.classroom.written_answers import names_a_paragraph
from resolutionkit.document.model import Resolution
from resolutionkit.language import Text
from resolutionkit.tables import rows

_BODIES = ("UNOCT", "UNCCT", "CTED")


@cache
def _ids() -> dict[str, str]:
    """Every name of an actor in small letters -> its id."""
    columns = ("abbreviation", "name_de", "name_en", "id")
    return {row[column].casefold(): row["id"] for column in columns for row in rows("actors") if row[column]}


class Actor(Words):
    """An actor of the table: its id, its name or its abbreviation, since all of them say who is meant.

    >>> Actor().read("Department of Peace Operations"), Actor().read("DPO")
    ('dpo', 'dpo')
    """

    def read(self, answer: object) -> Any:
        word = Words().read(answer)
        return _ids().get(word, word[:60])


class Actors(Several):
    """Several actors, in any order."""

    expects = Text('a list of ids such as ["ga", "women"]', 'eine Liste von Kennungen wie ["ga", "women"]')


class Places(Pairs):
    """Actors, and where each is named."""

    expects = Text('a dictionary such as {"UNOCT": "PP3"}', 'ein Dictionary wie {"UNOCT": "PP3"}')


class Tally(Pairs):
    """Actors, and how often."""

    expects = Text('a dictionary such as {"women": 2}', 'ein Dictionary wie {"women": 2}')


def _paragraphs(actor: str) -> list[str]:
    row = next(row for row in rows("actors") if actor in (row["id"], row["abbreviation"]))
    return row["paragraphs"].split("|")


def _bodies(*order: str) -> dict[str, str]:
    """The three bodies, with the paragraphs of those in ``order``: the same order is right, another one mixes them up."""
    return {body: _paragraphs(named)[0] for body, named in zip(_BODIES, order, strict=True)}


def _mentions(actor: str) -> int:
    return int((tables.mentions()["entity"] == actor).sum())


def _without_items(labels: Iterable[str]) -> list[str]:
    return [label for label in labels if "(" not in label]


def _wholes() -> dict[str, str]:
    return {row["id"]: row["part_of"] for row in rows("actors") if row["part_of"]}


def _above(actor: str) -> list[str]:
    """To what an actor belongs, and to what that belongs, up to the top."""
    wholes = _wholes()
    return [wholes[actor], *_above(wholes[actor])] if actor in wholes else []


def _parts(whole: str) -> set[str]:
    return {actor for actor in _wholes() if whole in _above(actor)}


def _partners(*, as_source: bool = True, as_target: bool = True) -> set[str]:
    """Those who cooperate with INTERPOL by the table of relations."""
    found = [(row["source"], row["target"]) for row in rows("relations") if row["relation"] == "cooperates with"]
    one = {target for source, target in found if source == "interpol" and as_source}
    return one | {source for source, target in found if target == "interpol" and as_target}


def _wanted(
    ends: Callable[[dict[str, str]], str | None], *, rows_too: bool = False, part: str = "OP", items: bool = True
) -> dict[str, int]:
    """For each actor that ``ends`` picks out of a relation, in how many paragraphs it does."""
    found: dict[str, list[str]] = defaultdict(list)
    for row in rows("relations"):
        actor = ends(dict(row))
        if actor and row["paragraph"].startswith(part) and (items or "(" not in row["paragraph"]):
            found[actor].append(row["paragraph"])
    return {actor: len(labels if rows_too else set(labels)) for actor, labels in found.items()}


def _addressee(row: dict[str, str]) -> str | None:
    return {"calls on": row["target"], "asked to use": row["source"]}.get(row["relation"])


def _called(row: dict[str, str]) -> str | None:
    return row["target"] if row["relation"] == "calls on" else None


def _target(row: dict[str, str]) -> str | None:
    return row["target"] if row["relation"] in ("calls on", "asked to use") else None


def _names_a_shared_paragraph(text: str, _: Resolution) -> bool:
    shared = set(_paragraphs("women")) & set(_paragraphs("interpol"))
    return any(label in text.replace(" ", "") for label in shared)


def _says_what_a_line_is(text: str, _: Resolution) -> bool:
    """Whether the text speaks of naming or sharing at all, in one of the many words that there are for it."""
    words = "name naming mention occur appear stand share same count nenn nann erwähn steh vorkomm gemeinsam selbe gleich zähl"
    return any(word in text.casefold() for word in words.split())


sheet = Sheet("actors")
EXERCISES = (
    sheet.closed(
        "3.1",
        Places(Label(), names=Actor()),
        right=lambda: _bodies("UNOCT", "UNCCT", "CTED"),
        mistakes={
            "office-centre": lambda: _bodies("UNCCT", "UNOCT", "CTED"),
            "office-directorate": lambda: _bodies("CTED", "UNCCT", "UNOCT"),
            "centre-directorate": lambda: _bodies("UNOCT", "CTED", "UNCCT"),
        },
    ),
    sheet.closed(
        "3.2",
        Number(),
        right=lambda: len(_paragraphs("member-states")),
        mistakes={
            "mentions": lambda: _mentions("member-states"),
            "no-items": lambda: len(_without_items(_paragraphs("member-states"))),
            "operative": lambda: sum(label.startswith("OP") for label in _paragraphs("member-states")),
            "members-of-interpol": lambda: len(_paragraphs("interpol-member-countries")),
        },
    ),
    sheet.closed(
        "3.3",
        Actors(Actor()),
        right=lambda: _parts("interpol"),
        mistakes={
            "direct": lambda: {part for part, whole in _wholes().items() if whole == "interpol"},
            "itself": lambda: _parts("interpol") | {"interpol"},
        },
    ),
    sheet.closed(
        "3.4",
        Actors(Actor()),
        right=_partners,
        mistakes={
            "co-mention": lambda: set(networks.co_mentions().neighbors("interpol")),
            "as-source": lambda: _partners(as_target=False),
            "as-target": lambda: _partners(as_source=False),
            "itself": lambda: _partners() | {"interpol"},
        },
    ),
    sheet.closed(
        "3.5",
        Tally(Number(), names=Actor()),
        right=lambda: _wanted(_addressee),
        mistakes={
            "calls-only": lambda: _wanted(_called),
            "tools": lambda: _wanted(_target),
            "rows": lambda: _wanted(_addressee, rows_too=True),
            "preamble-too": lambda: _wanted(_addressee, part=""),
            "no-items": lambda: _wanted(_addressee, items=False),
        },
    ),
    sheet.essay(
        "3.6",
        words=(25, 150),
        conditions={
            "label": names_a_paragraph,
            "shared": _names_a_shared_paragraph,
            "naming": _says_what_a_line_is,
        },
        mistakes={
            "label": "The line says only that both are named in the same paragraphs. In none of them do women work with "
            "INTERPOL; one of them asks the organization to do more for equality in police work.",
            "shared": "The line says only that both are named in the same paragraphs. In OP13 the Assembly encourages "
            "INTERPOL and the United Nations to help states, and it says nothing about women there.",
            "naming": "Women and INTERPOL work together in three ways, as PP16, OP4 and OP6 show: against trafficking, "
            "for equality in police work, and against exploitation. The line is thick for this reason.",
        },
    ),
)
