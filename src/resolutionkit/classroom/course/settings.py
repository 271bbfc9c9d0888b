"""How nbgrader works on the kit's exercises; ``nbgrader_config.py`` in every course folder calls :func:`configure`.

Only this module and ``submissions`` import nbgrader, which not everybody has.
"""

import csv
from typing import Any

from nbconvert.preprocessors import CSSHTMLHeaderPreprocessor, TagRemovePreprocessor
from nbgrader import preprocessors as steps  # type: ignore[import-untyped]
from nbgrader.api import MissingEntry  # type: ignore[import-untyped]
from nbgrader.plugins import ExportPlugin  # type: ignore[import-untyped]

from resolutionkit.classroom.class_view import no_formula
from resolutionkit.classroom.course.folder import TIMEOUT
from resolutionkit.classroom.course.submissions import DropCopies, KeepTheKit, PutRight, ShortTracebacks, one_notebook

RELEASE: tuple[type[Any], ...] = (
    *(steps.IncludeHeaderFooter, TagRemovePreprocessor, steps.LockCells, steps.ClearSolutions, steps.ClearOutput),
    *(steps.CheckCellMetadata, steps.ComputeChecksums, steps.SaveCells),
    *(steps.ClearHiddenTests, steps.ComputeChecksums, steps.CheckCellMetadata),
)
"""The steps from a solution to what learners get; what is cleared after SaveCells comes back for marking."""


def configure(c: Any) -> None:
    """Put the kit's settings into a configuration of nbgrader (what ``get_config()`` gives)."""
    c.GenerateAssignment.preprocessors = list(RELEASE)
    feedback = [steps.GetGrades, steps.ClearHiddenTests, ShortTracebacks, CSSHTMLHeaderPreprocessor]
    c.GenerateFeedback.preprocessors = feedback
    put_right = [steps.ClearOutput, DropCopies, PutRight, steps.OverwriteKernelspec, steps.OverwriteCells]
    c.Autograde.sanitize_preprocessors = [*put_right, steps.CheckCellMetadata]
    marked = [KeepTheKit, steps.IgnorePattern, steps.LimitOutput, steps.SaveAutoGrades]
    c.Autograde.autograde_preprocessors = [*marked, steps.CheckCellMetadata]
    c.Autograde.pre_convert_hook = one_notebook
    c.ExportApp.plugin_class = Grades
    c.TagRemovePreprocessor.enabled = True
    c.TagRemovePreprocessor.remove_cell_tags = {"teacher"}  # learners do not get these
    c.ClearSolutions.code_stub = {"python": ""}  # the line "answer_1_1 = ..." stands before every solution
    c.Execute.timeout = c.Execute.iopub_timeout = TIMEOUT  # a busy computer is late with what a cell prints
    c.CourseDirectory.ignore.append("my-work")  # what the kit notes for its user while a notebook runs
    # ana-01_anatomy.ipynb: the learner's name, then the notebook's
    c.FileNameCollectorPlugin.named_regexp = r".*[/\\](?P<student_id>[^/\\]+?)[ _-]+(?P<file_id>\d\d_[a-z]+)"


# --- The table of points, grades.csv --------------------------------------------------------------------------------

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
                    wanted = not self.student or student.id in map(str, self.student)
                    if wanted and (not self.assignment or assignment.name in map(str, self.assignment)):
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
