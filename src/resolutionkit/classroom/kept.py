"""Small files of a learner, name -> value: guesses, thoughts, and which questions of the quizzes were missed."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from resolutionkit.files import alone, as_text, content_of, save, work_path


def kept(file: str | Path) -> dict[str, Any]:
    """Return what is kept in a file; {} where there is none yet, or where somebody has spoilt it."""
    try:
        return dict(json.loads(as_text(content_of(work_path(file)))))
    except (OSError, ValueError, TypeError):
        return {}


def keep(file: str, name: str, value: object) -> bool:
    """Keep one value; False where the folder cannot be written to, since that must not stop a lesson."""
    try:
        path = work_path(file)
        path.parent.mkdir(parents=True, exist_ok=True)
        with alone(path):
            save(file, json.dumps(kept(file) | {name: value}, ensure_ascii=False, indent=1) + "\n")
    except OSError:
        return False
    return True
