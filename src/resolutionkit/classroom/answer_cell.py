"""What became of the cells in which answers are written, so that no check judges an answer of ten minutes ago.

IPython tells of every cell that was run. Kept is the last one that gives each answer, and the last one of all: a check
that finds that its answer's cell failed, or keeps nothing under the answer's name, says so, and for each common slip what
it means, in words for somebody who has hardly programmed.
"""

import ast
import re
import sys
from dataclasses import dataclass
from typing import Any

from resolutionkit.classroom.answers import shown
from resolutionkit.errors import KitError, nearest
from resolutionkit.files import read_toml
from resolutionkit.language import Text, _

OWN = object()
"""In place of an answer: take the one in the notebook."""
BLANK = "____"
"""Stands in a hint where the learner has to write something."""

_NAME = re.compile(r"\banswer_\d+_\d+\b")


@dataclass(frozen=True, slots=True)
class Ran:
    """A cell that was run."""

    source: str
    error: BaseException | None = None
    shows: Any = None
    """What stands below the cell: the value of its last line."""
    cell: str = ""
    """By which the notebook knows the cell; "" where it does not tell."""

    def gives(self, name: str) -> bool:
        """Whether the cell puts something under a name."""
        return bool(re.search(rf"^\s*(?:def\s+{name}\b|{name}\s*(?::[^=]+)?=(?!=))", self.source, re.MULTILINE))


_of_answers: dict[str, Ran] = {}
_last: list[Ran] = []


def watch() -> None:
    """Look at every cell from now on; without a notebook nothing happens."""
    shell = _shell()
    if shell and _ran not in shell.events.callbacks["post_run_cell"]:
        shell.events.register("post_run_cell", _ran)


def answer_to_check(name: str, answer: object) -> tuple[object, str]:
    """Return the answer that a check is to mark, and "" or why there is none to mark."""
    if (answer is OWN or _names_it(name)) and (fault := _fault(name)):
        return ..., fault
    names = vars(sys.modules["__main__"])
    if answer is OWN and name not in names:
        missing = _(
            "There is no {name} yet: run the cell with your answer first (Shift + Enter), and after a restart once more."
        )
        return ..., missing.format(name=name)
    return names[name] if answer is OWN else answer, ""


def _fault(name: str) -> str:
    """Why the answer of this name is not the one that the learner wrote last."""
    ran, last = _of_answers.get(name), _last[0] if _last else None
    at_fault = ran if ran and (ran.error is not None or not ran.gives(name)) else None
    if not at_fault and last and not last.cell and ran is not last and _is_an_answer(last.source):
        at_fault = last  # which cell it is, only its words say
    if not at_fault:
        return ""
    if at_fault.error is not None:
        head = _("The cell with your answer ended in an error, so there is no new answer.")
        return f"{head} {_meaning(at_fault.error, at_fault.source, name)}"
    if at_fault.shows is None:
        return _("The cell with your answer does not say {name} = …, so there is no new answer.").format(name=name)
    *_before, last_line = re.sub(r"#.*", "", at_fault.source).strip().splitlines() or ["…"]
    said = _("Your cell shows {value} and keeps it nowhere. Write the name before it: {name} = {code}.")
    return said.format(value=shown(at_fault.shows), name=name, code=last_line)


def _ran(result: Any) -> None:
    """What IPython calls after each cell."""
    source = str(getattr(result.info, "raw_cell", "") or "")
    cell_id = str(getattr(result.info, "cell_id", "") or "")
    ran = Ran(source, result.error_before_exec or result.error_in_exec, result.result, cell_id)
    given = {found for found in _NAME.findall(source) if ran.gives(found)}
    if cell := re.match(r"answer-(\d+)-(\d+)", cell_id):
        given.add(f"answer_{cell[1]}_{cell[2]}")
    _of_answers.update(dict.fromkeys(given, ran))
    _last[:] = [ran]


def _names_it(name: str) -> bool:
    """Whether the cell that is run just now hands over the answer by its name."""
    shell = _shell()
    cells = shell.user_ns.get("In", []) if shell else []
    return bool(cells) and re.search(rf"\b{name}\b", str(cells[-1])) is not None


def _is_an_answer(source: str) -> bool:
    """Whether a cell is nothing but a number, a text, a list or a label, which somebody forgot to give a name."""
    if re.fullmatch(r"\s*(?:PP|OP) ?\d+ ?(?:\([a-z]\))?\s*", source, re.IGNORECASE):
        return True
    try:
        ast.literal_eval(re.sub(r"(?m)^\s*#.*$", "", source).strip())
    except (SyntaxError, ValueError):
        return False
    return True


def _shell() -> Any:
    ipython = sys.modules.get("IPython")
    return ipython.get_ipython() if ipython else None


def _meaning(error: BaseException, source: str, answer: str) -> str:
    """What an error in a cell means: the first sentence of ``data/slips.toml`` that fits."""
    kind = next((of.__name__ for of in (NameError, SyntaxError) if isinstance(error, of)), type(error).__name__)
    message = str(error.msg) if isinstance(error, SyntaxError) else str(error)
    fields = {"said": shown(message).strip("'\""), "name": "", "near": "", "line": ""}
    missing = re.search(r"name '(\w+)'", message) if kind == "NameError" else None
    if isinstance(error, SyntaxError):
        fields |= {"said": message, "line": str(error.lineno)}
    elif missing:
        known = [name for name in vars(sys.modules["__main__"]) if not name.startswith("_")]
        fields |= {"name": missing[1], "near": "".join(nearest(missing[1], known, most=1, likeness=0.6))}
    for slip in read_toml("slips.toml")["slips"]:
        in_source = slip.get("source", "").replace("<answer>", answer).replace("<name>", fields["name"])
        place = re.search(in_source, source, re.MULTILINE)
        fits = slip.get("error", kind) == kind and re.search(slip.get("says", ""), message)
        if fits and place and (fields["near"] or "{near}" not in slip["en"]):
            return str(Text(slip["en"], slip["de"])).format(place=place[0], **fields)
    return str(error) if isinstance(error, KitError) else f"{kind}: {fields['said']}"
