"""What a learner has done so far, in small files beside his notebooks.

``progress.json`` holds what became of each exercise. Others hold names and values: guesses, thoughts, tests, and which
questions of the quizzes were missed.
"""

import itertools
import json
import os
import re
from pathlib import Path
from typing import Any

from resolutionkit.errors import MissingFile
from resolutionkit.files import alone, as_text, content_of, save, work_path
from resolutionkit.language import _

Entry = dict[str, Any]

FILE = "my-work/progress.json"
DONE = ("right", "complete")
"""What a program has nothing more to say about."""
_RANK = {"not attempted": 0, "not yet": 1, "complete": 2, "right": 2}
"""What is reached stays reached: a later wrong try counts as a try."""
_unsaved: dict[Path, dict[str, Entry]] = {}
"""What happened while nothing could be written, so that the next hint is the next one nevertheless."""


def kept(file: str | Path) -> dict[str, Any]:
    """Return what is kept in a file; {} where there is none yet, or where somebody has spoilt it."""
    try:
        return dict(json.loads(as_text(content_of(work_path(file)))))
    except (OSError, ValueError, TypeError):
        return {}


def keep(file: str, name: str, value: object) -> bool:
    """Keep one value; False where the folder cannot be written to, since that must not stop a lesson."""
    try:
        with alone(work_path(file)):
            save(file, json.dumps(kept(file) | {name: value}, ensure_ascii=False, indent=1) + "\n")
    except OSError:
        return False
    return True


def entries() -> dict[str, Entry]:
    """Return what is on record, exercise number ("1.2", "1.2/7") -> status, tries, hints …; {} before the first answer.

    A file that cannot be read is set aside as ``….broken`` by the next :func:`note`; nothing in it is lost. What
    could not be saved is remembered until the notebook ends.
    """
    path = work_path(FILE)
    return read(path)[0] | _unsaved.get(path, {})


def note(
    number: str, *, status: str = "", tries: int = 0, hint: int = 0, solution: bool = False, cause: str = ""
) -> str:
    """Put one event on record; return "" or a sentence that says why it could not be saved."""
    path = work_path(FILE)

    def with_it(known: dict[str, Entry]) -> dict[str, Entry]:
        entry = known.setdefault(number, _entry({}))
        if _RANK.get(status, -1) >= _RANK[entry["status"]]:
            entry["status"] = status
        entry["tries"] += tries
        entry["hints"] = max(entry["hints"], hint)
        entry["solution"] = entry["solution"] or solution
        if cause:
            entry["causes"][cause] = entry["causes"].get(cause, 0) + 1
        return known

    try:
        with alone(path):
            known, readable = read(path)
            if not readable:
                names = (Path(f"{path}.broken{n or ''}") for n in itertools.count())
                os.replace(path, next(free for free in names if not free.exists()))
            _write(with_it(known | _unsaved.get(path, {})))
            _unsaved.pop(path, None)
    except OSError as fault:
        _unsaved.setdefault(path, {})[number] = with_it(entries())[number]
        reason = fault.strerror or type(fault).__name__
        return _("Your progress could not be saved ({reason}); everything else works.").format(reason=reason)
    return ""


def forget(topic: str = "") -> None:
    """Begin anew, with one topic ("1") or with everything; the earlier record stays beside it as ``.bak``."""
    path = work_path(FILE)
    _unsaved.pop(path, None)
    if path.exists():
        with alone(path):
            known = read(path)[0].items()
            _write({number: entry for number, entry in known if topic and not number.startswith(f"{topic}.")})


def _write(known: dict[str, Entry]) -> None:
    in_order = dict(sorted(known.items(), key=lambda item: [int(part) for part in re.findall(r"-?\d+", item[0])]))
    save(FILE, json.dumps({"version": 1, "exercises": in_order}, indent=1, ensure_ascii=False) + "\n")


def read(path: Path) -> tuple[dict[str, Entry], bool]:
    """Return what a file holds, and whether it could be read; a file that is not there yet holds nothing."""
    try:
        known = json.loads(as_text(content_of(path)))["exercises"]  # an editor may have added a mark
        return {number: _entry(known[number]) for number in known if re.fullmatch(r"\d+\.\d+(?:/-?\d+)?", number)}, True
    except MissingFile:
        return {}, True
    except (ValueError, KeyError, TypeError, AttributeError, OverflowError, RecursionError):
        return {}, False


def _entry(found: Entry) -> Entry:
    status = found.get("status")
    return {
        "status": status if status in _RANK else "not attempted",
        "tries": max(0, int(found.get("tries", 0))),
        "hints": max(0, int(found.get("hints", 0))),
        "solution": bool(found.get("solution", False)),
        "causes": {str(name): max(0, int(times)) for name, times in found.get("causes", {}).items()},
    }
