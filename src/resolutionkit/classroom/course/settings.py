"""How nbgrader works on the kit's exercises; ``nbgrader_config.py`` in every course folder calls :func:`configure`.

Only this module and those that it imports here import nbgrader, which not everybody has.
"""

from __future__ import annotations

from typing import Any

from nbconvert.preprocessors import CSSHTMLHeaderPreprocessor, TagRemovePreprocessor
from nbgrader import preprocessors as steps  # type: ignore[import-untyped]

from resolutionkit.classroom.course.folder import TIMEOUT
from resolutionkit.classroom.course.grades import Grades
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
