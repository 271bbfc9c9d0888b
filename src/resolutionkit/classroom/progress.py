"""How far a learner has come: a line for each topic and what to do next, every exercise on demand."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from resolutionkit.classroom.exercise import Exercise
from resolutionkit.classroom.outcome import Status, Templated
from resolutionkit.classroom.record import DONE
from resolutionkit.language import Text, _

TITLES = {
    "anatomy": Text("Anatomy of a resolution", "Aufbau einer Resolution"),
    "words": Text("The words of a resolution", "Die Wörter einer Resolution"),
    "actors": Text("The actors", "Die Akteure"),
    "networks": Text("Networks", "Netzwerke"),
    "systems": Text("Systems", "Systeme"),
    "drafting": Text("Drafting", "Eine Resolution entwerfen"),
    "negotiation": Text("Negotiation", "Verhandeln"),
}
"""Every topic, in teaching order."""

Row = tuple[str, str, Status, int, int]
"""Of an exercise: number, title, status, tries, hints."""

_SIGN: dict[str, str] = {"right": "✓", "complete": "☐", "not yet": "…", "not attempted": "○"}


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

    def __str__(self) -> str:
        done = _("{right} of {core} core exercises, {points:>2} of {of} points")
        done = done.format(right=self.right, core=self.core, points=self.points, of=self.of)
        return f"{_SIGN[self.status]} {self.title:<30} {done}"


@dataclass(frozen=True, slots=True, repr=False)
class Progress(Templated):
    """How far a learner has come: (number, title, status, tries, hints) for each exercise, in order.

    With ``topics`` it shows a line for each of them, and every exercise only on demand.
    """

    template = "progress"
    rows: Sequence[Row]
    note: str = ""
    """What to do next."""
    topics: Sequence[TopicProgress] = ()

    @property
    def done(self) -> int:
        """How many exercises are done: right, or complete for a person to judge."""
        return sum(row[2] in DONE for row in self.rows)

    def __str__(self) -> str:
        lines = list(map(str, self.topics)) or [f"{_SIGN[row[2]]} {row[0]} {row[1]}" for row in self.rows]
        if self.note:
            lines.append(self.note)
        if self.topics:
            states = [t.status for t in reversed(self.topics)]
            here = self.topics[-1 - states.index("not yet")] if "not yet" in states else self.topics[0]
            more = _('rk.progress("{name}") lists the exercises of that topic one by one.')
            lines.append(more.format(name=here.name))
        return "\n".join([self.head, *lines])

    @property
    def head(self) -> str:
        """How many are done."""
        return _("{done} of {number} exercises are done.").format(done=self.done, number=len(self.rows))

    def topic_cells(self) -> list[tuple[str, ...]]:
        """The table of topics."""
        return [(f"{_SIGN[t.status]} {t.title}", _of(t.right, t.core), _of(t.points, t.of)) for t in self.topics]

    def exercise_cells(self) -> list[tuple[str, ...]]:
        """The table of exercises."""
        names = {"right": _("right"), "complete": _("complete"), "not yet": _("not yet"), "not attempted": "–"}
        return [
            (f"{number} {title}", f"{_SIGN[status]} {names[status]}", str(tries or ""), str(hints or ""))
            for number, title, status, tries, hints in self.rows
        ]


def topic_progress(name: str, exercises: Sequence[Exercise], known: Mapping[str, Mapping[str, Any]]) -> TopicProgress:
    """Return how far a topic is done, after what is on record of its exercises."""
    done = [e for e in exercises if _is_done(e, known)]
    core = sum(e.core for e in exercises)
    core_done = sum(e.core for e in done)
    begun: Status = "not yet" if any(e.key in known for e in exercises) else "not attempted"
    return TopicProgress(
        name=name,
        title=f"{list(TITLES).index(name) + 1} {TITLES[name]}",
        status="right" if core_done == core else begun,
        right=core_done,
        core=core,
        points=sum(e.points - e.reader_points for e in done),
        of=sum(e.points - e.reader_points for e in exercises),
    )


def what_next(exercises: Sequence[Exercise], known: Mapping[str, Mapping[str, Any]], *, file: bool = True) -> str:
    """Say which exercise to do next; "" when all are done. ``file`` names its notebook.

    It is the first core exercise that is open in the topic in which the learner is, then in those that follow,
    then in those before; exercises that are not core come last.
    """
    latest = max((_topic(e) for e in exercises if e.key in known), default=0)
    ordered = sorted(exercises, key=lambda e: (not e.core, _topic(e) < latest))  # keeps the order of teaching otherwise
    following = next((e for e in ordered if not _is_done(e, known)), None)
    if following is None:
        return ""
    name = _("{number} “{title}”").format(number=following.number, title=following.title)
    if file:
        number = _topic(following)
        name = f"{name}, in exercises/{number:02}_{list(TITLES)[number - 1]}_exercises.ipynb"
    if following.core:
        return _("Next: {name}.").format(name=name)
    return _("All core exercises are done. If you have time: {name}.").format(name=name)


def _topic(e: Exercise) -> int:
    return int(e.number.partition(".")[0])


def _is_done(e: Exercise, known: Mapping[str, Mapping[str, Any]]) -> bool:
    return known.get(e.key, {}).get("status") in DONE


def _of(some: int, all_: int) -> str:
    return _("{some} of {all_}").format(some=some, all_=all_)
