"""Notebooks as classes hand them in: cells copied, deleted or moved, marks lost, files renamed, the kit's name overwritten.

Each learner gets the points due; what cannot be marked at all is skipped, and the class goes on.
"""

import shutil
from pathlib import Path
from typing import Any

import nbformat
from nbconvert.preprocessors import Preprocessor
from nbgrader import utils  # type: ignore[import-untyped]
from nbgrader.preprocessors import DeduplicateIds, Execute, NbGraderPreprocessor  # type: ignore[import-untyped]

from resolutionkit.classroom.answer_cell import Ran

KIT = "import resolutionkit as rk\nres = rk.load()"
"""What the first cell of every notebook gives."""


def one_notebook(assignment: str, student: str, notebooks: list[str]) -> None:
    """Give the only notebook of a learner the name that nbgrader looks for: "my 01_anatomy (1).ipynb" is marked too.

    nbgrader calls this before each learner; ``notebooks`` is its own list. The learner's file stays where it is.
    """
    wanted = [Path(path).with_name(f"{assignment}.ipynb") for path in notebooks]
    if len(notebooks) == 1 and not wanted[0].exists():
        shutil.copy(notebooks[0], wanted[0])
        notebooks[:] = [str(wanted[0])]


class DropCopies(DeduplicateIds):  # type: ignore[misc]  # nbgrader has no types
    """Takes all marks of nbgrader from a copied cell; nbgrader leaves an empty one, and then refuses it as outdated."""

    def preprocess_cell(self, cell: Any, resources: Any, index: int) -> tuple[Any, Any]:
        """Look at one cell, from the last to the first: of several copies the last one counts."""
        cell, resources = super().preprocess_cell(cell, resources, index)
        if cell.metadata.get("nbgrader") == {}:
            del cell.metadata["nbgrader"]
        return cell, resources


class PutRight(NbGraderPreprocessor):  # type: ignore[misc]
    """Puts cells back where the notebook that was handed out has them."""

    def preprocess(self, nb: Any, resources: Any) -> tuple[Any, Any]:
        """Change a notebook that was handed in; the one that was handed out lies in ``release/``."""
        names = resources["nbgrader"]
        path = Path("release", names["assignment"], f"{names['notebook']}.ipynb")
        if path.exists():
            handed_out = nbformat.read(path, as_version=4).cells  # type: ignore[no-untyped-call]
            nb.cells = put_right(nb.cells, [cell for cell in handed_out if "nbgrader" in cell.metadata])
        return nb, resources


def put_right(cells: list[Any], handed_out: list[Any]) -> list[Any]:
    """Return the cells of a learner: those of the kit in their order, missing ones added, own ones behind the same cell.

    A cell that lost its marks gets them back where its id, or the answer that it gives, tells which one it is.
    """
    originals = {cell.metadata.nbgrader.grade_id: cell for cell in handed_out}
    marked = {cell.metadata.nbgrader.grade_id: cell for cell in cells if "nbgrader" in cell.metadata}
    own = [cell for cell in cells if "nbgrader" not in cell.metadata]
    for name, original in originals.items():
        answer = name.replace("-", "_") if name.startswith("answer-") else ""
        lost = [
            c for c in own if c.get("id") == name or (answer and c.cell_type == "code" and Ran(c.source).gives(answer))
        ]
        if name not in marked and lost:
            marked[name] = lost[-1]
            lost[-1].metadata = original.metadata
    behind: dict[str, list[Any]] = {"": []}
    last = ""
    for cell in cells:
        if "nbgrader" in cell.metadata:
            last = cell.metadata.nbgrader.grade_id
        else:
            behind.setdefault(last, []).append(cell)
    put = behind.pop("")
    for name, original in originals.items():
        put += [marked.get(name, original), *behind.pop(name, [])]
    return put + [cell for rest in behind.values() for cell in rest]


class ShortTracebacks(Preprocessor):
    """Leaves of an error in a test cell what went wrong, for the feedback, and not the lines of a hidden test."""

    enabled = True

    def preprocess_cell(self, cell: Any, resources: Any, index: int) -> tuple[Any, Any]:
        """Shorten the errors below one cell, if it is a test."""
        if cell.cell_type == "code" and utils.is_grade(cell) and not utils.is_solution(cell):
            for output in cell.outputs:
                if output.output_type == "error":
                    output.traceback = [f"{output.ename}: {output.evalue}".rstrip(": ")]
        return cell, resources


class KeepTheKit(Execute):  # type: ignore[misc]
    """Runs a notebook so that a learner's ``rk = None`` costs one answer, and not all that follow."""

    def preprocess_cell(self, cell: Any, resources: Any, index: int) -> tuple[Any, Any]:
        """Load the kit again, unseen, before each answer."""
        if utils.is_solution(cell):
            self.kc.execute(KIT, silent=True, store_history=False, allow_stdin=False)
        return super().preprocess_cell(cell, resources, index)  # type: ignore[no-any-return]
