"""The learner's desk: a folder with lessons, exercises and ``my-work``, in which no answer is printed beforehand.

The notebooks of the repository are stored with their outputs, for tests; on the desk they have none. A newer kit
replaces what the learner has not changed and keeps the rest.
"""

import hashlib
import json
import os
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from resolutionkit.classroom.record import kept
from resolutionkit.errors import Location, MissingFile, ReadError
from resolutionkit.files import save
from resolutionkit.language import DESK_MARK, _, desk_language, ngettext
from resolutionkit.language import language as user_language

_HERE = Path(__file__).resolve().parent


def kit_notebooks(pattern: str, language: str) -> list[Path]:
    """Return the kit's notebooks that fit a pattern from the root of a checkout, in the edition of a language.

    In a wheel they lie beside the code, in the same folders. An edition has a folder of its own below the first one:
    ``exercises/de/solutions``. Raises :class:`MissingFile` where there are none.
    """
    for root in (_HERE / "course", _HERE.parents[2]):
        if found := sorted(root.glob(pattern)):
            first = root / pattern.partition("/")[0]
            editions = ((path, first / language / path.relative_to(first)) for path in found)
            return [edition if edition.exists() else path for path, edition in editions]
    said, advice = _("The notebooks of the kit"), _("Install the kit again, or restore that folder of the repository.")
    raise MissingFile(expected=said, found=_("no such files"), place=Location(str(root / pattern)), advice=advice)


def sources(language: str) -> Iterator[tuple[str, Path]]:
    """Yield (name on the desk, file of the kit) for each notebook of the course."""
    for folder, names in (("notebooks", "[0-9]*.ipynb"), ("exercises", "[0-9]*_exercises.ipynb")):
        for path in kit_notebooks(f"{folder}/{names}", language):
            yield f"{folder}/{path.name}", path


def require_free(folder: Path, advice: str) -> None:
    """Raise :class:`ReadError` where something lies in a folder that is to be made: nothing is ever written over."""
    is_empty = folder.is_dir() and not any(folder.iterdir())
    if os.path.lexists(folder) and not is_empty:
        found = _("something that is there already; it is left as it is")
        raise ReadError(expected=_("A new or empty folder"), found=found, place=Location(str(folder)), advice=advice)


@dataclass(frozen=True, slots=True)
class Desk:
    """A desk and what was done to it: names of notebooks that are new, renewed, or kept since the learner changed them."""

    folder: Path
    new: tuple[str, ...] = ()
    renewed: tuple[str, ...] = ()
    kept: tuple[str, ...] = ()

    def __str__(self) -> str:
        new = ngettext("{n} new notebook", "{n} new notebooks", len(self.new))
        renewed = ngettext("{n} renewed notebook", "{n} renewed notebooks", len(self.renewed))
        done = [new] * bool(self.new) + [renewed] * bool(self.renewed)
        what = ", ".join(done) or _("nothing had to be changed")
        said = f"{self.folder}: {what}."
        if not self.kept:
            return said
        kept = _("You have changed these, so they stay as they are. For the new one, rename yours and start again:")
        return "\n".join([said, kept, *(f"  {name}" for name in self.kept)])


def make_desk(folder: Path, language: str | None = None) -> Desk:
    """Make a desk, or bring one up to date; what the learner wrote or changed stays as it is.

    ``language`` is that of the course; without it a desk keeps its own, and a new one takes the user's. Raises
    :class:`ReadError` for a folder that is neither empty nor a desk, and ``OSError`` where it cannot be written to.
    """
    mark = folder / DESK_MARK
    if not mark.exists():
        require_free(folder, _("Choose another name for the desk."))
    found = kept(mark.absolute()).get("notebooks")
    given = found if isinstance(found, dict) else {}  # digests of the notebooks as the kit gave them
    language = language or desk_language(folder) or user_language()
    done: dict[str, list[str]] = {"new": [], "renewed": [], "kept": []}
    for name, source in sources(language):
        notebook, target = _for_a_desk(source), folder / name
        wanted, before = _digest(notebook), given.get(name)
        now = _digest(target.read_text(encoding="utf-8", errors="replace")) if target.exists() else None
        if now is None:
            what = "new"
        elif wanted in (now, before):
            continue
        else:
            what = "renewed" if now and now == before else "kept"
        done[what].append(name)
        if what != "kept":
            save(target.absolute(), notebook, backup=False)
            given[name] = wanted
    (folder / "my-work").mkdir(parents=True, exist_ok=True)
    save(mark.absolute(), json.dumps({"language": language, "notebooks": given}, indent=1) + "\n", backup=False)
    return Desk(folder, **{what: tuple(names) for what, names in done.items()})


def _digest(notebook: str) -> str:
    """Of the text of a notebook's cells, without an empty last one, which a learner can change; "" if it is none any more."""
    try:
        cells = [(cell["cell_type"], "".join(cell["source"])) for cell in json.loads(notebook)["cells"]]
    except (ValueError, KeyError, TypeError):
        return ""
    return hashlib.sha256(json.dumps([cell for cell in cells if cell[1].strip()]).encode()).hexdigest()


def _for_a_desk(source: Path) -> str:
    """A notebook without outputs; links of an edition that lies in a folder of its own, as they lead on a desk."""
    text = source.read_text(encoding="utf-8")
    notebook = json.loads(re.sub(r"\]\(\.\./\.\./(notebooks|exercises)/\w\w/", r"](../\1/", text))
    for cell in notebook["cells"]:
        if cell["cell_type"] == "code":
            cell["outputs"], cell["execution_count"] = [], None
    notebook["metadata"].pop("widgets", None)
    return json.dumps(notebook, ensure_ascii=False, indent=1) + "\n"
