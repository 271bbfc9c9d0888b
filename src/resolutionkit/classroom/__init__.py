"""Exercises: check an answer, get a hint, see a solution, and keep track of what is done.

>>> import resolutionkit as rk
>>> rk.exercise("1.1").check(21).right
True
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from resolutionkit.classroom import record
from resolutionkit.classroom.answer_cell import watch
from resolutionkit.classroom.exercise import Exercise
from resolutionkit.classroom.outcome import Status, Templated
from resolutionkit.classroom.sheet import exercises_in
from resolutionkit.errors import UnknownName, unknown
from resolutionkit.files import read_toml
from resolutionkit.language import Text, _, language

TITLES = {name: Text(**title) for name, title in read_toml("topics.toml").items()}
"""Every topic, in teaching order; "start" is notebook 00, which has a quiz and no exercises."""
TOPICS = tuple(TITLES)[1:]
"""Those that have exercises: exercise 3.2 is the second one of the third topic."""
_SIGN: dict[str, str] = {"right": "✓", "complete": "☐", "not yet": "…", "not attempted": "○"}

__all__ = ["TOPICS", "Exercise", "Progress", "all_exercises", "exercise", "exercises_of", "progress", "reset_progress"]


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


def _unknown(wanted: str, known: tuple[str, ...]) -> UnknownName:
    advice = _("All exercises are listed by rk.progress().")
    return unknown(wanted, known, expected=_("An exercise or topic such as {near}"), advice=advice)


# --- How far a learner has come -----------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class TopicProgress:
    """How far a learner has come with one topic."""

    name: str
    """As :func:`resolutionkit.progress` takes it: "anatomy"."""
    title: str
    """With its number: "1 Anatomy of a resolution"."""
    status: Status
    """"right" when every core exercise is done."""
    right: int
    """Core exercises that are done."""
    core: int
    """All core exercises."""
    points: int
    of: int
    """The points that a program can give; what a reader gives comes on top."""

    @property
    def cells(self) -> tuple[str, ...]:
        some_of_all = _("{some} of {all_}")
        core = some_of_all.format(some=self.right, all_=self.core)
        return (f"{_SIGN[self.status]} {self.title}", core, some_of_all.format(some=self.points, all_=self.of))

    def __str__(self) -> str:
        done = _("{right} of {core} core exercises, {points:>2} of {of} points")
        done = done.format(right=self.right, core=self.core, points=self.points, of=self.of)
        return f"{_SIGN[self.status]} {self.title:<30} {done}"


@dataclass(frozen=True, slots=True, repr=False)
class Progress(Templated):
    """How far a learner has come with the exercises of one topic or of all, after what is on record.

    Of all topics it shows a line each, and every exercise only on demand.
    """

    template = "progress"
    exercises: Sequence[Exercise]
    known: Mapping[str, record.Entry]

    @property
    def rows(self) -> list[tuple[str, str, Status, int, int]]:
        """Number, title, status, tries and hints of each exercise, in order."""
        blank = {"status": "not attempted", "tries": 0, "hints": 0}
        found = [(e, self.known.get(e.key, blank)) for e in self.exercises]
        return [(e.number, str(e.title), entry["status"], entry["tries"], entry["hints"]) for e, entry in found]

    @property
    def finished(self) -> list[Exercise]:
        """The exercises that are done: right, or complete for a person to judge."""
        return [e for e in self.exercises if self.known.get(e.key, {}).get("status") in record.DONE]

    @property
    def done(self) -> int:
        return len(self.finished)

    @property
    def head(self) -> str:
        return _("{done} of {number} exercises are done.").format(done=self.done, number=len(self.exercises))

    @property
    def topics(self) -> list[TopicProgress]:
        """How far each topic is done; none where there is only one."""
        found, finished = [], self.finished
        for topic, group in groupby(self.exercises, _topic):
            exercises, name = list(group), list(TITLES)[topic]
            done = [e for e in exercises if e in finished]
            right, core = (sum(e.core for e in some) for some in (done, exercises))
            points, of = (sum(e.points - e.reader_points for e in some) for some in (done, exercises))
            begun: Status = "not yet" if any(e.key in self.known for e in exercises) else "not attempted"
            status: Status = "right" if right == core else begun
            found.append(TopicProgress(name, f"{topic} {TITLES[name]}", status, right, core, points, of))
        return found if len(found) > 1 else []

    @property
    def note(self) -> str:
        """Which exercise to do next, and of all topics in which notebook; "" when all are done.

        It is the first core exercise that is open in the topic in which the learner is, then in those that follow,
        then in those before; exercises that are not core come last.
        """
        finished = self.finished
        latest = max((_topic(e) for e in self.exercises if e.key in self.known), default=0)
        in_turn = sorted(self.exercises, key=lambda e: (not e.core, _topic(e) < latest))
        following = next((e for e in in_turn if e not in finished), None)
        if following is None:
            return ""
        name = _("{number} “{title}”").format(number=following.number, title=following.title)
        if self.topics:
            topic = _topic(following)
            name = f"{name}, in exercises/{topic:02}_{list(TITLES)[topic]}_exercises.ipynb"
        if following.core:
            return _("Next: {name}.").format(name=name)
        return _("All core exercises are done. If you have time: {name}.").format(name=name)

    def __str__(self) -> str:
        lines = list(map(str, self.topics)) or [f"{_SIGN[row[2]]} {row[0]} {row[1]}" for row in self.rows]
        more = ""
        if self.topics:
            begun = [t.name for t in self.topics if t.status == "not yet"]
            more = _('rk.progress("{name}") lists the exercises of that topic one by one.')
            more = more.format(name=(begun or [self.topics[0].name])[-1])
        return "\n".join(filter(None, [self.head, *lines, self.note, more]))

    def cells(self) -> list[tuple[str, ...]]:
        names = {"right": _("right"), "complete": _("complete"), "not yet": _("not yet"), "not attempted": "–"}
        return [
            (f"{number} {title}", f"{_SIGN[status]} {names[status]}", str(tries or ""), str(hints or ""))
            for number, title, status, tries, hints in self.rows
        ]


def _topic(e: Exercise) -> int:
    return int(e.number.partition(".")[0])


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
