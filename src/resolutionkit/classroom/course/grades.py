"""The table of points, ``grades.csv``: also how many of them nobody has given yet."""

from __future__ import annotations

import csv
from typing import Any

from nbgrader.api import MissingEntry  # type: ignore[import-untyped]
from nbgrader.plugins import ExportPlugin  # type: ignore[import-untyped]

from resolutionkit.classroom.class_view import no_formula

COLUMNS = (
    *("assignment", "student_id", "last_name", "first_name", "email", "handed_in"),
    *("by_tests", "by_you", "score", "max_score", "still_open", "final"),
)


class Grades(ExportPlugin):  # type: ignore[misc]  # nbgrader has no types
    """What ``nbgrader export`` writes; "final" is "no" while points wait for somebody who reads the answers."""

    def export(self, gradebook: Any) -> None:
        """Write a row for each learner and assignment."""
        with open(self.to or "grades.csv", "w", encoding="utf-8-sig", newline="") as file:
            out = csv.writer(file)
            out.writerow(COLUMNS)
            for assignment in gradebook.assignments:
                for student in gradebook.students:
                    if self.student and student.id not in map(str, self.student):
                        continue
                    if not self.assignment or assignment.name in map(str, self.assignment):
                        out.writerow(map(no_formula, _row(gradebook, assignment, student)))


def _row(gradebook: Any, assignment: Any, student: Any) -> list[Any]:
    try:
        submission = gradebook.find_submission(assignment.name, student.id)
    except MissingEntry:
        grades, handed_in = [], "no"
    else:
        grades, handed_in = [grade for notebook in submission.notebooks for grade in notebook.grades], "yes"
    by_tests = sum(g.auto_score or 0 for g in grades)
    by_you = sum(g.score - (g.auto_score or 0) for g in grades)  # in their place, or on top
    still_open = sum(g.max_score for g in grades if g.needs_manual_grade)
    person = (student.id, student.last_name or "", student.first_name or "", student.email or "")
    points = (by_tests, by_you, by_tests + by_you, assignment.max_score, still_open, "no" if still_open else "yes")
    return [assignment.name, *person, handed_in, *points]
