"""Feedback without hidden tests: the traceback of a failed test shows its lines, so it is cut down to its message."""

from __future__ import annotations

from typing import Any

from nbconvert.preprocessors import Preprocessor
from nbgrader import utils  # type: ignore[import-untyped]


class ShortTracebacks(Preprocessor):
    """Leaves of an error in a test cell what went wrong, and not the code in which it did."""

    enabled = True

    def preprocess_cell(self, cell: Any, resources: Any, index: int) -> tuple[Any, Any]:
        """Shorten the errors below one cell, if it is a test."""
        if cell.cell_type == "code" and utils.is_grade(cell) and not utils.is_solution(cell):
            for output in cell.outputs:
                if output.output_type == "error":
                    output.traceback = [f"{output.ename}: {output.evalue}".rstrip(": ")]
        return cell, resources
