"""What a Python error in an answer's cell means, for somebody who has hardly programmed: one sentence for each slip."""

from __future__ import annotations

import re
import sys
from typing import Any

from resolutionkit.classroom.run_code import BLANK
from resolutionkit.classroom.values import shown
from resolutionkit.errors import KitError, nearest
from resolutionkit.files import read_toml
from resolutionkit.language import Text, _


def of_error(error: BaseException, source: str, name: str) -> str:
    """Return what went wrong in a cell that ended in an error, and that there is no new answer to check."""
    head = _("The cell with your answer ended in an error, so there is no new answer.")
    return f"{head} {_meaning(error, source, name)}"


def not_kept(source: str, shows: Any, name: str) -> str:
    """Return what to do where a cell shows a value and keeps it under no name."""
    if shows is None:
        return _("The cell with your answer does not say {name} = …, so there is no new answer.").format(name=name)
    *_before, last = re.sub(r"#.*", "", source).strip().splitlines() or ["…"]
    said = _("Your cell shows {value} and keeps it nowhere. Write the name before it: {name} = {code}.")
    return said.format(value=shown(shows), name=name, code=last)


def _meaning(error: BaseException, source: str, name: str) -> str:
    if BLANK in source:
        return _("There is still a blank ____ in it: put something in its place.")
    if isinstance(error, SyntaxError):
        return _of_syntax(error, source, name)
    if isinstance(error, NameError):
        return _of_name(error, source)
    if isinstance(error, KitError):
        return str(error)
    kind = type(error).__name__
    known = read_toml("slips.toml")["errors"].get(kind)
    said = shown(str(error)).strip("'\"")
    return str(Text(**known)).format(said=said) if known else f"{kind}: {said}"


def _of_name(error: NameError, source: str) -> str:
    found = re.search(r"name '(\w+)'", str(error))
    missing = found[1] if found else ""
    label = re.search(rf"\b{missing}\b(?:\s*\([a-z]\))?", source) if re.match(r"(?i)(pp|op)\d", missing) else None
    if label:
        return _('A label needs quotation marks: "{label}".').format(label=label[0])
    known = [known for known in vars(sys.modules["__main__"]) if not known.startswith("_")]
    near = nearest(missing, known, most=1, likeness=0.6)
    if missing in ("rk", "res", "nx", "pd"):
        said = _("{name} is not known yet: run the first cell with code of this notebook, then this one.")
    elif re.fullmatch(r"answer_\d+_\d+", missing):
        said = _("It uses {name}, which is not there yet: run the cell that gives it first.")
    elif near:
        said = _("Python does not know {name}. Did you mean {near}?")
    else:
        said = _(
            "Python does not know {name}. A word that is an answer needs quotation marks; a name has to be given in a cell above."
        )
    return said.format(name=missing, near="".join(near))


def _of_syntax(error: SyntaxError, source: str, name: str) -> str:
    for known in read_toml("slips.toml")["syntax"]:
        in_source = known.get("source", "").replace("<name>", name)
        if re.search(in_source, source, re.MULTILINE) and re.search(known.get("says", ""), str(error.msg)):
            return str(Text(known["en"], known["de"]))
    return _("Python cannot read line {line}: {said}.").format(line=error.lineno, said=error.msg)
