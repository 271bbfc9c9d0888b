"""Copies of cells: a learner who pastes a cell a second time must not stop the marking of a whole class."""

from __future__ import annotations

from typing import Any

from nbgrader.preprocessors import DeduplicateIds  # type: ignore[import-untyped]


class DropCopies(DeduplicateIds):  # type: ignore[misc]  # nbgrader has no types
    """Takes all marks of nbgrader from a copied cell; nbgrader leaves an empty one, and then refuses it as outdated."""

    def preprocess_cell(self, cell: Any, resources: Any, index: int) -> tuple[Any, Any]:
        """Look at one cell, from the last to the first: of several copies the last one counts."""
        cell, resources = super().preprocess_cell(cell, resources, index)
        if cell.metadata.get("nbgrader") == {}:
            del cell.metadata["nbgrader"]
        return cell, resources
