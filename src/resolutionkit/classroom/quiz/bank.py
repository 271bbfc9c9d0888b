"""The bank: ``data/quizzes/*.toml`` -> questions. Tests check the form of the files, so nothing does when they are read."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from resolutionkit.classroom.outcome import Evidence
from resolutionkit.classroom.quiz.question import Option, Question
from resolutionkit.classroom.quiz.question_types import Choose, Match, Order
from resolutionkit.files import read_toml
from resolutionkit.language import Text


@dataclass(frozen=True, slots=True)
class Quiz:
    """The questions of one topic, in order.

    >>> from resolutionkit.classroom.quiz import quiz
    >>> len(quiz("anatomy")) >= 5
    True
    """

    topic: str
    title: Text
    questions: tuple[Question, ...]

    def __iter__(self) -> Iterator[Question]:
        return iter(self.questions)

    def __len__(self) -> int:
        return len(self.questions)

    def __str__(self) -> str:
        return "\n\n".join([str(self.title), *map(str, self.questions)])

    __repr__ = __str__

    def _repr_html_(self) -> str:
        return "".join(question._repr_html_() for question in self.questions)


@cache
def topic_of(topic: str) -> Quiz:
    """Return the quiz of one topic from its file."""
    found = read_toml(f"quizzes/{topic}.toml")
    return Quiz(topic, Text(**found.pop("title")), tuple(_question(name, entry) for name, entry in found.items()))


def _question(name: str, entry: Mapping[str, Any]) -> Question:
    kind = entry["kind"]
    common: dict[str, Any] = {
        "id": name,
        "ask": Text(**entry["ask"]),
        "options": tuple(map(_option, entry["options"])),
        "evidence": _evidence(entry),
        "fact": entry.get("fact", ""),
    }
    if kind in ("one", "several"):
        return Choose(**common, several=kind == "several")
    return Order(**common) if kind == "order" else Match(**common, parts=kind == "parts")


def _option(raw: Mapping[str, Any]) -> Option:
    texts = {key: Text(**raw[key]) for key in ("why", "hint", "to") if key in raw}
    return Option(says=Text(raw["en"], raw["de"]), right=raw.get("right", False), evidence=_evidence(raw), **texts)


def _evidence(entry: Mapping[str, Any]) -> Evidence | None:
    return Evidence(entry["paragraph"], entry["quote"]) if "quote" in entry else None
