"""Quizzes: questions with feedback on each option; the bank is ``data/quizzes/*.toml``.

>>> import resolutionkit as rk
>>> rk.quiz("anatomy-1").check("the full stop").status
'not yet'
"""

from __future__ import annotations

import re

from resolutionkit.classroom import TOPICS
from resolutionkit.classroom.outcome import Line, Outcome
from resolutionkit.classroom.quiz.bank import Quiz, topic_of
from resolutionkit.classroom.quiz.question import Option, Question
from resolutionkit.classroom.quiz.question_types import Choose, Match, Order
from resolutionkit.errors import unknown
from resolutionkit.language import _

__all__ = [
    "TOPICS",
    "Choose",
    "Line",
    "Match",
    "Option",
    "Order",
    "Outcome",
    "Question",
    "Quiz",
    "all_questions",
    "quiz",
]


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
    known = tuple(question.id for question in topic_of(topic)) if topic in TOPICS else TOPICS
    for question in topic_of(topic) if topic in TOPICS else ():
        if question.id == wanted:
            return question
    advice = _("Topics: {topics}; the questions of one are numbered: anatomy-1, anatomy-2 …")
    raise unknown(
        name, known, expected=_("A topic or question such as {near}"), advice=advice.format(topics=", ".join(TOPICS))
    )


def all_questions() -> tuple[Question, ...]:
    """Return every question of the bank, in teaching order.

    >>> len({q.id for q in all_questions()}) == len(all_questions())
    True
    """
    return tuple(question for topic in TOPICS for question in topic_of(topic))
