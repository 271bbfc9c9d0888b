"""The learner's desk: a folder with lessons, exercises and ``my-work``, in which no answer is printed beforehand.

The notebooks of the repository are stored with their outputs, for tests; on the desk they have none. A newer kit
replaces what the learner has not changed and keeps the rest.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from resolutionkit.errors import Location, MissingFile, ReadError
from resolutionkit.files import save
from resolutionkit.language import DESK_MARK, _, desk_language, ngettext
from resolutionkit.language import language as user_language

_HERE = Path(__file__).resolve().parent
_PARTS = {"notebooks": "notebooks/[0-9]*.ipynb", "exercises": "exercises/[0-9]*_exercises.ipynb"}
"""Folder on the desk -> where its notebooks lie, from the root of a checkout or the same folder inside a wheel."""


@dataclass(frozen=True, slots=True)
class Desk:
    """A desk and what was done to it: names of notebooks that are new, renewed, or kept since the learner changed them."""

    folder: Path
    new: tuple[str, ...] = ()
    renewed: tuple[str, ...] = ()
    kept: tuple[str, ...] = ()

    def __str__(self) -> str:
        said = []
        if n := len(self.new):
            said.append(ngettext("{n} new notebook", "{n} new notebooks", n).format(n=n))
        if n := len(self.renewed):
            said.append(ngettext("{n} renewed notebook", "{n} renewed notebooks", n).format(n=n))
        what = ", ".join(said) or _("nothing had to be changed")
        lines = [f"{self.folder}: {what}."]
        if self.kept:
            lines.append(
                _("You have changed these, so they stay as they are. For the new one, rename yours and start again:")
            )
            lines += [f"  {name}" for name in self.kept]
        return "\n".join(lines)


def make_desk(folder: Path, language: str | None = None) -> Desk:
    """Make a desk, or bring one up to date; what the learner wrote or changed stays as it is.

    ``language`` is that of the course; without it a desk keeps its own, and a new one takes the user's. Raises
    :class:`ReadError` for a folder that is neither empty nor a desk, and ``OSError`` where it cannot be written to.
    """
    mark = folder / DESK_MARK
    known = _known(mark)
    if known is None and folder.exists() and any(folder.iterdir()):
        raise ReadError(
            expected=_("A new or empty folder, or a desk"),
            found=_("a folder with other files"),
            place=Location(str(folder)),
            advice=_("Choose another name for the desk."),
        )
    known = known or {}
    language = language or desk_language(folder) or user_language()
    done: dict[str, list[str]] = {"new": [], "renewed": [], "kept": []}
    given = dict(known)
    for name, source in sources(language):
        notebook = _for_a_desk(source)
        target, wanted = folder / name, _digest(notebook)
        what = _what_to_do(target, known.get(name, ""), wanted)
        if what:
            done[what].append(name)
        if what in ("new", "renewed"):
            save(target.absolute(), json.dumps(notebook, ensure_ascii=False, indent=1) + "\n", backup=False)
            given[name] = wanted
    (folder / "my-work").mkdir(parents=True, exist_ok=True)
    save(mark.absolute(), json.dumps({"language": language, "notebooks": given}, indent=1) + "\n", backup=False)
    return Desk(folder, **{what: tuple(names) for what, names in done.items()})


def _what_to_do(target: Path, given: str, wanted: str) -> str:
    """ "new", "renewed", "kept", or "" where the notebook on the desk is the one of this kit."""
    if not target.exists():
        return "new"
    try:
        now = _digest(json.loads(target.read_text(encoding="utf-8")))
    except (ValueError, KeyError, TypeError):  # no notebook any more: certainly not ours to replace
        now = ""
    if now == wanted or given == wanted:
        return ""
    return "renewed" if now == given else "kept"


def _known(mark: Path) -> Mapping[str, str] | None:
    """Digests of the notebooks as the kit gave them; None where there is no desk."""
    try:
        return dict(json.loads(mark.read_text(encoding="utf-8"))["notebooks"])
    except FileNotFoundError:
        return None
    except (ValueError, KeyError, TypeError):
        return {}


def _digest(notebook: Mapping[str, Any]) -> str:
    """Of what a learner can change: the text of the cells. Outputs and an empty cell at the end do not count."""
    cells = [(cell["cell_type"], "".join(cell["source"])) for cell in notebook["cells"]]
    return hashlib.sha256(json.dumps([cell for cell in cells if cell[1].strip()]).encode()).hexdigest()


def _for_a_desk(source: Path) -> dict[str, Any]:
    """A notebook without outputs; links of an edition that lies in a folder of its own, as they lead on a desk."""
    text = source.read_text(encoding="utf-8")
    notebook: dict[str, Any] = json.loads(re.sub(r"\]\(\.\./\.\./(notebooks|exercises)/\w\w/", r"](../\1/", text))
    for cell in notebook["cells"]:
        if cell["cell_type"] == "code":
            cell["outputs"], cell["execution_count"] = [], None
    notebook["metadata"].pop("widgets", None)
    return notebook


def sources(language: str) -> Iterator[tuple[str, Path]]:
    """Yield (name on the desk, file of the kit) for each notebook of the course."""
    root = next((root for root in (_HERE / "course", _HERE.parents[2]) if (root / "notebooks").is_dir()), None)
    if root is None:
        raise MissingFile(
            expected=_("The notebooks of the kit"),
            found=_("no such folder"),
            place=Location(str(_HERE / "course")),
            advice=_("Install the kit again."),
        )
    for part, pattern in _PARTS.items():
        for path in sorted(root.glob(pattern)):
            edition = path.parent / language / path.name
            yield f"{part}/{path.name}", edition if edition.exists() else path
