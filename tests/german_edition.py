"""Keeps the German edition beside the English one: ``python tests/german_edition.py`` for all, ``… 03_actors`` for one notebook.

A German notebook has the cells of its English partner, under the same ids. ``english`` in the metadata of a cell holds the
hash of the English source from which it was made, and for code the pieces in which learners read something: code is
copied, and those pieces become German again. This command brings cells in and out, copies code, and names what somebody
has to write. ``… 03_actors --written cell-04`` says that the German of that cell is the one of today's English.
"""

from __future__ import annotations

import argparse
import ast
import copy
import hashlib
import re
import sys
from collections.abc import Iterator
from difflib import SequenceMatcher
from pathlib import Path
from typing import Any

import nbformat

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT / "exercises"))

from make import METADATA, OURS, as_text, read  # noqa: E402

Cell = Any
PARTS = ("notebooks", "exercises/solutions")


def editions(words: list[str] | None = None) -> list[tuple[Path, Path]]:
    """English and German file of each notebook, or of those whose path has one of the words in it."""
    english = [path for part in PARTS for path in sorted((ROOT / part).glob("[0-9]*.ipynb"))]
    chosen = [path for path in english if not words or any(word in str(path.relative_to(ROOT)) for word in words)]
    return [(path, german_of(path)) for path in chosen]


def german_of(path: Path) -> Path:
    top = ROOT / path.relative_to(ROOT).parts[0]
    return top / "de" / path.relative_to(top)


def hash_of(cell: Cell) -> str:
    return hashlib.sha256(f"{cell.cell_type}\n{cell.source}".encode()).hexdigest()[:10]


def written_by_hand(notebook: Any) -> list[Cell]:
    """The cells that are compared; those that exercises/make.py makes are German by themselves."""
    return [cell for cell in notebook.cells if not OURS.fullmatch(cell.id)]


# --- What a German notebook says when it runs --------------------------------------------------------------------------

ENGLISH = re.compile(
    r"\b(?:What to do|was expected|All is well|Not yet|Right\.|not attempted|Hint|exercises?,|the|your)\b"
)
"""Words with which the English kit speaks, and German ones never."""
QUOTED = re.compile(r"„[^“]*“|Report of the United Nations Conference[^)]*")


def said(cells: list[Cell]) -> dict[str, str]:
    """The text that each cell put out, without what it quotes in English."""
    texts = {}
    for cell in cells:
        outputs = cell.get("outputs", [])
        pieces = [o.get("text") or o.get("data", {}).get("text/plain", "") for o in outputs]
        texts[cell["id"]] = QUOTED.sub("", "\n".join("".join(piece) for piece in pieces))
    return texts


# --- Code: the same, but for what a learner reads -------------------------------------------------------------------


def differences(english: str, german: str) -> list[list[str]]:
    """Lines of English code and what stands there in German, in order."""
    old, new = english.split("\n"), german.split("\n")
    steps = SequenceMatcher(None, old, new, autojunk=False).get_opcodes()
    return [["\n".join(old[a:b]), "\n".join(new[c:d])] for what, a, b, c, d in steps if what != "equal"]


def in_german(english: str, pieces: list[list[str]]) -> str:
    """English code with its pieces in German; one that is no longer there is left out."""
    for old, new in pieces:
        english = english.replace(old, new, 1) if old else english
    return english


def shape(code: str) -> str:
    """Code without its comments and with every text in it empty."""

    class Emptied(ast.NodeTransformer):
        def visit_Constant(self, node: ast.Constant) -> ast.Constant:
            return ast.Constant("") if isinstance(node.value, str) else node

        def visit_JoinedStr(self, node: ast.JoinedStr) -> ast.Constant:
            fields = [ast.unparse(part.value) for part in node.values if isinstance(part, ast.FormattedValue)]
            return ast.Constant(" ".join(sorted(fields)))

    plain = "\n".join("" if line.startswith(("!", "%")) else line for line in code.split("\n"))
    return ast.dump(Emptied().visit(ast.parse(plain)))


# --- What is wrong, and what can be put right ------------------------------------------------------------------------


def faults(english: Any, german: Any) -> Iterator[str]:
    """Say of each cell whether it is missing, too many, out of date or other code."""
    theirs = {cell.id: cell for cell in written_by_hand(german)}
    ours = {cell.id: cell for cell in written_by_hand(english)}
    yield from (f"{name} is missing" for name in ours if name not in theirs)
    yield from (f"{name} has no English partner" for name in theirs if name not in ours)
    if [c.id for c in english.cells if c.id in theirs] != [c.id for c in german.cells if c.id in ours]:
        yield "the cells stand in another order"
    for name, cell in ours.items():
        if name in theirs:
            made_from = theirs[name].metadata.get("english", {})
            if made_from.get("hash") != hash_of(cell):
                yield f"{name} has changed in English: {cell.source[:60]!r}"
            elif theirs[name].cell_type == "code":
                yield from _code_faults(name, cell.source, theirs[name].source, made_from.get("pieces", []))


def _code_faults(name: str, english: str, german: str, pieces: list[list[str]]) -> Iterator[str]:
    if shape(english) != shape(german):
        yield f"{name} is other code, not only other words"
    elif differences(english, german) != pieces:
        yield f"{name} has words that are not listed: run tests/german_edition.py"


def brought_up(english: Any, german: Any) -> Any:
    """A German notebook with the cells and the code of today's English one."""
    left = {cell.id: cell for cell in german.cells}
    cells = []
    for cell in english.cells:
        if OURS.fullmatch(cell.id):
            cells.append(left.get(cell.id) or copy.deepcopy(cell))
        else:
            cells.append(_cell(cell, _partner(cell, written_by_hand(german))))
    return nbformat.from_dict({"cells": cells, "metadata": METADATA, "nbformat": 4, "nbformat_minor": 5})


def _partner(cell: Cell, german: list[Cell]) -> Cell | None:
    """The German cell that was made from this one: by its text, since ids may have moved on, else by its id."""
    same = [g for g in german if g.metadata.get("english", {}).get("hash") == hash_of(cell)]
    named = [g for g in german if g.id == cell.id and g.cell_type == cell.cell_type]
    return next((g for g in same if g in named), None) or next(iter(same or named), None)


def _cell(english: Cell, german: Cell | None) -> Cell:
    made = copy.deepcopy(german or english)
    before = made.metadata.get("english", {})
    made.id, made.metadata = english.id, copy.deepcopy(english.metadata)
    if english.cell_type == "markdown":
        made.metadata["english"] = {"hash": before.get("hash", "")}
        return made
    pieces = before.get("pieces", [])
    if before.get("hash") != hash_of(english):
        made.source = in_german(english.source, pieces)
    made.metadata["english"] = {"hash": hash_of(english)}
    if new := differences(english.source, made.source):
        made.metadata["english"]["pieces"] = new
    if german is None or made.source != german.source:
        made.outputs, made.execution_count = [], None
    return made


def bring_up(english: Path, german: Path, written: list[str]) -> list[str]:
    """Bring one file up to date and return what is left to do."""
    source = read(english)
    made = brought_up(source, read(german) if german.exists() else nbformat.v4.new_notebook())
    hashes = {cell.id: hash_of(cell) for cell in source.cells}
    for cell in made.cells:
        if cell.id in written:
            cell.metadata["english"]["hash"] = hashes[cell.id]
    german.parent.mkdir(parents=True, exist_ok=True)
    german.write_text(as_text(made), encoding="utf-8", newline="\n")
    left = list(faults(source, made))
    if any(cell.cell_type == "code" and cell.execution_count is None for cell in made.cells):
        left.append("outputs are missing: tests/store_notebooks.py, or exercises/make.py")
    return left


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument(
        "notebooks", nargs="*", help="part of a path, such as 03_actors or solutions/03; all, unless given"
    )
    parser.add_argument(
        "--written", nargs="+", default=[], metavar="CELL", help="its German is that of today's English"
    )
    options = parser.parse_args()
    for ours, theirs in editions(options.notebooks):
        for said in bring_up(ours, theirs, options.written):
            print(f"{theirs.relative_to(ROOT)}: {said}")
