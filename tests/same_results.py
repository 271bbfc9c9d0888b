"""Prints as JSON what the kit makes of drafts, official files and answers: ``same_results.py en,de FILE …``; the same on every Python.

tests/test_same_everywhere.py runs it on CPython and in Pyodide.
"""

from __future__ import annotations

import dataclasses
import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import networkx
import pandas

import resolutionkit as rk
from resolutionkit.classroom import TOPICS, exercises_of
from resolutionkit.language import set_language

Results = Iterator[tuple[str, Any]]


def of_files(paths: tuple[str, ...]) -> Results:
    """What is read, what the review says, how it is written again, and what changed since the file before."""
    before: Any = None
    for path in paths:
        name = Path(path).name
        if path.endswith(".xml"):
            resolution = rk.load(path)
            yield f"{name}: as pasted", rk.to_text(rk.parse(rk.to_text(resolution)))
        else:
            resolution = rk.parse(Path(path).read_text(encoding="utf-8"))
        yield f"{name}: read", dataclasses.asdict(resolution)
        yield f"{name}: text", rk.to_text(resolution)
        yield f"{name}: AKN", rk.to_akn(resolution)
        yield f"{name}: review", [dataclasses.asdict(finding) for finding in rk.review(resolution)]
        if before is not None and before.language == resolution.language:
            yield f"{name}: compared", [dataclasses.asdict(pair) for pair in rk.compare(before, resolution).pairs]
        before = resolution


def of_exercises() -> Results:
    """What a learner hears who answers right, typically wrong, nothing at all, or takes every hint."""
    for topic in TOPICS:
        for e in exercises_of(topic):
            names = {"rk": rk, "res": rk.load(), "pd": pandas, "nx": networkx}
            exec(e.solved, names)
            wrong = [answer for answer, _why in getattr(e, "typical", ())]
            wrong += [text for condition in getattr(e, "conditions", ()) for text in condition.wrong]
            for n, answer in enumerate([names[e.answer_name], None, *wrong]):
                yield f"{e.number}: answer {n}", str(e.check(answer))
            for n in range(1, len(e.hints) + 3):
                yield f"{e.number}: hint {n}", str(e.hint(n))


def main(languages: str, *paths: str) -> None:
    for language in languages.split(","):
        set_language(language)
        for name, result in [*of_files(paths), *of_exercises()]:
            print(json.dumps([language, name, result], ensure_ascii=False, default=str))


if __name__ == "__main__":
    main(*sys.argv[1:])
