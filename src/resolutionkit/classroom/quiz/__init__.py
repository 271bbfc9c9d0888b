"""Quizzes: questions with feedback on each option; the bank is ``data/quizzes/*.toml``.

>>> import resolutionkit as rk
>>> rk.quiz("anatomy-1").check("the full stop").status
'not yet'
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from resolutionkit.classroom.outcome import Evidence, Templated
from resolutionkit.classroom.progress import TITLES
from resolutionkit.classroom.quiz.questions import Choose, Match, Option, Order, Question, shuffled
from resolutionkit.classroom.record import kept
from resolutionkit.errors import unknown
from resolutionkit.files import read_toml
from resolutionkit.language import Text, _

TOPICS = tuple(TITLES)
"""In teaching order; "start" is notebook 00, which has no exercises."""
FIRST_ANSWERS = "my-work/questions.json"
"""Question -> whether the first answer was right when it was asked last."""

__all__ = [
    "FIRST_ANSWERS",
    "TOPICS",
    "Choose",
    "Match",
    "Order",
    "Question",
    "Quiz",
    "earlier",
    "quiz",
]


@dataclass(frozen=True, slots=True, repr=False)
class Quiz(Templated):
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

    def _repr_html_(self) -> str:
        return "".join(question._repr_html_() for question in self.questions)


def quiz(name: str) -> Quiz | Question:
    """Return the quiz of a topic ("anatomy"), or one question of it ("anatomy-2").

    Both show themselves in words; ``quiz("anatomy-2").check("b")`` marks an answer. The same as
    something to click is :func:`resolutionkit.widgets.quiz`.

    Raises :class:`UnknownName` for a name that there is not; it names the nearest.

    >>> [question.id for question in quiz("anatomy")][:2]
    ['anatomy-1', 'anatomy-2']
    """
    wanted = re.sub(r"[\s_]+", "-", str(name).strip().casefold())
    if wanted in TOPICS:
        return topic_of(wanted)
    topic = wanted.partition("-")[0]
    known = {question.id: question for question in topic_of(topic)} if topic in TOPICS else {}
    if wanted in known:
        return known[wanted]
    advice = _("Topics: {topics}; the questions of one are numbered: anatomy-1, anatomy-2 …")
    advice = advice.format(topics=", ".join(TOPICS))
    raise unknown(name, known or TOPICS, expected=_("A topic or question such as {near}"), advice=advice)


def earlier(topic: str) -> Quiz:
    """Return three questions on the topics before this one: first what was missed, then what was never asked.

    >>> [question.id for question in earlier("anatomy")]
    ['start-1', 'start-2', 'start-3']
    """
    known = kept(FIRST_ANSWERS)
    before = [q for name in TOPICS[: TOPICS.index(topic)] for q in topic_of(name)]
    short = [q for q in shuffled(before, topic) if isinstance(q, Choose) or q.id in known]
    wanted = sorted(short, key=lambda q: {False: 0, None: 1}.get(known.get(q.id), 2))[:3]
    title = Text("Three questions from before", "Drei Fragen von vorher")
    return Quiz("", title, tuple(sorted(wanted, key=before.index)))


@cache
def topic_of(topic: str) -> Quiz:
    """Return the quiz of one topic from its file; tests check the form of the files, so nothing does when they are read."""
    found = read_toml(f"quizzes/{topic}.toml").items()
    return Quiz(topic, TITLES[topic], tuple(_question(name, entry) for name, entry in found))


def _question(name: str, entry: Mapping[str, Any]) -> Question:
    common: dict[str, Any] = {"id": name, "ask": Text(**entry["ask"]), "options": tuple(map(_option, entry["options"]))}
    if entry["kind"] in ("one", "several"):
        return Choose(**common, several=entry["kind"] == "several")
    return Order(**common) if entry["kind"] == "order" else Match(**common, parts=entry["kind"] == "parts")


def _option(raw: Mapping[str, Any]) -> Option:
    texts = {key: Text(**raw[key]) for key in ("why", "hint", "to") if key in raw}
    evidence = Evidence(raw["paragraph"], raw["quote"]) if "quote" in raw else None
    return Option(says=Text(raw["en"], raw["de"]), right=raw.get("right", False), evidence=evidence, **texts)
