"""Exercises: check an answer, get a hint, see a solution, and keep track of what is done.

>>> import resolutionkit as rk
>>> rk.exercise("1.1").check(21).right
True
"""

from __future__ import annotations

from resolutionkit.classroom import record
from resolutionkit.classroom.answer_cell import watch
from resolutionkit.classroom.exercise import Exercise
from resolutionkit.classroom.outcome import Hint, Outcome, Solution
from resolutionkit.classroom.progress import TITLES, Progress
from resolutionkit.classroom.sheet import exercises_in
from resolutionkit.errors import UnknownName, unknown
from resolutionkit.language import _, language

TOPICS = tuple(TITLES)[1:]
"""In teaching order: exercise 3.2 is the second one of the third topic."""

__all__ = [
    "TOPICS",
    "Exercise",
    "Hint",
    "Outcome",
    "Progress",
    "Solution",
    "all_exercises",
    "exercise",
    "exercises_of",
    "progress",
    "reset_progress",
]


def exercises_of(topic: str, variant: int = 0) -> tuple[Exercise, ...]:
    """Return the exercises of one topic, in order.

    Raises :class:`UnknownName` for a topic that there is not.

    >>> [e.number for e in exercises_of("anatomy")][:2]
    ['1.1', '1.2']
    """
    if topic not in TOPICS:
        raise _unknown(topic, TOPICS)
    return exercises_in(topic, variant, language())


def all_exercises(variant: int = 0) -> tuple[Exercise, ...]:
    """Return every exercise, in teaching order.

    >>> len({e.number for e in all_exercises()}) == len(all_exercises())
    True
    """
    return tuple(e for topic in TOPICS for e in exercises_of(topic, variant))


def exercise(number: str | float, variant: int = 0) -> Exercise:
    """Return one exercise: ``.check(answer)``, ``.hint()``, ``.solution()``.

    With ``variant``, a whole number, its question is another one of the same kind, and for one number always the same:
    a course for the class next door (``resolutionkit course --variant``). Some exercises have no other question.
    Raises :class:`UnknownName` for a number that there is not; it names the nearest.

    >>> exercise("1.2").level, exercise("1.2").right, exercise("1.2", variant=7).right
    ('reading', 'OP13(b)', 'OP13(c)')
    """
    watch()
    wanted = str(number).strip().replace(",", ".")
    topic = wanted.partition(".")[0]
    if topic.isdecimal() and 1 <= int(topic) <= len(TOPICS):
        for found in exercises_of(TOPICS[int(topic) - 1], variant):
            if found.number == wanted:
                return found
    raise _unknown(wanted, tuple(e.number for e in all_exercises()))


def progress(topic: str = "", variant: int = 0) -> Progress:
    """Return how far you have come: a line for each topic, and what to do next.

    With ``topic`` ("anatomy") the exercises of that one, one by one; with ``variant`` those of a course of this number.

    Raises :class:`UnknownName` for a topic that there is not.

    >>> len(progress().topics)
    7
    >>> progress("anatomy").rows[0][1]
    'How many reasons?'
    """
    watch()
    return Progress(exercises_of(topic, variant) if topic else all_exercises(variant), record.entries())


def reset_progress(topic: str = "", variant: int = 0) -> Progress:
    """Begin anew, with one topic or with everything; the earlier record stays in the file that ends in ``.bak``.

    Raises :class:`UnknownName` for a topic that there is not.

    >>> {row[2] for row in reset_progress("anatomy").rows}
    {'not attempted'}
    """
    record.forget(exercises_of(topic)[0].number.partition(".")[0] if topic else "")
    return progress(topic, variant)


def _unknown(wanted: str, known: tuple[str, ...]) -> UnknownName:
    advice = _("All exercises are listed by rk.progress().")
    return unknown(wanted, known, expected=_("An exercise or topic such as {near}"), advice=advice)
