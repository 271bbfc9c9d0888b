"""Runs a whole course with nbgrader and prints how long each step takes, and what came out.

    python tests/benchmarks/bench_course.py [--learners 3] [--endless first|all] [--keep FOLDER]

Every topic is handed out; learners hand in, in turn: everything solved, everything blank, typical mistakes with an endless
loop ("first": in the first topic only). Their work is marked, given back and exported. Exit status 1 where somebody got
other points than he should.
"""

from __future__ import annotations

import argparse
import itertools
import os
import platform
import sys
import tempfile
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1] / "classroom"))

from nbgrader_course import Classroom, solved, typical

from resolutionkit.classroom import exercises_of
from resolutionkit.classroom.course.folder import assignments


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--learners", type=int, default=3)
    parser.add_argument("--endless", choices=("first", "all"), default="first")
    parser.add_argument("--keep", type=Path, help="make the course here and leave it, to look at")
    options = parser.parse_args()
    begin = time.monotonic()
    with tempfile.TemporaryDirectory() as folder:
        room = Classroom(options.keep or Path(folder) / "course")
        faults = []
        for n, assignment in enumerate(assignments()):
            faults += _one(room, assignment.name, options.learners, endless=options.endless == "all" or n == 0)
        room.nbgrader("export")
        rows = len(room.exported())
    print(
        f"{platform.machine()}, {os.cpu_count()} cores, Python {platform.python_version()}, load {os.getloadavg()[0]:.1f}"
    )
    for step, seconds in room.seconds.items():
        print(f"{step:<20} {seconds:6.1f} s")
    print(
        f"{'together':<20} {time.monotonic() - begin:6.1f} s for {rows} notebooks; {len(faults)} with other points than due"
    )
    print("\n".join(faults), end="")
    return int(bool(faults))


def _one(room: Classroom, name: str, learners: int, *, endless: bool) -> list[str]:
    """Take one assignment from handing out to giving back; return whose points are not as they should be."""
    exercises = exercises_of(name[3:])
    room.nbgrader("generate_assignment", name)
    full = {e.number: e.points - e.reader_points for e in exercises}
    kinds = {
        "solved": (solved(exercises), full),
        "blank": ({}, dict.fromkeys(full, 0)),
        "errors": (typical(exercises, endless=endless), dict.fromkeys(full, 0)),
    }
    due = {}
    for n, (kind, (answers, points)) in zip(range(learners), itertools.cycle(kinds.items())):
        room.hand_in(f"{kind}{n:02}", name, answers)
        due[f"{kind}{n:02}"] = points
    room.nbgrader("autograde", name)
    room.nbgrader("generate_feedback", name)
    return [f"{who} {name}: {room.points(who, name)}" for who in due if room.points(who, name) != due[who]]


if __name__ == "__main__":
    sys.exit(main())
