"""The kit's tables as pandas frames; what the columns mean stands in ``data/README.md``.

Every call returns a fresh copy, so that a learner who changes a table breaks nothing.
"""

from __future__ import annotations

import csv
from functools import cache
from typing import TYPE_CHECKING

from resolutionkit.files import data_file

if TYPE_CHECKING:
    import pandas as pd


@cache
def _rows(name: str) -> tuple[dict[str, str], ...]:
    with data_file(name).open(encoding="utf-8-sig", newline="") as file:
        return tuple(csv.DictReader(file))


def _frame(name: str, numbers: tuple[str, ...] = ()) -> pd.DataFrame:
    import pandas as pd

    frame = pd.DataFrame([dict(row) for row in _rows(name)])
    for column in numbers:
        frame[column] = frame[column].astype(int)
    return frame


def glosses() -> pd.DataFrame:
    return _frame("glosses.csv")


def gloss(label: str) -> str:
    try:
        return next((r["gloss"] for r in _rows("glosses.csv") if r["label"] == label), "")
    except FileNotFoundError:
        return ""


def opener_counts(language: str | None = None, part: str | None = None) -> pd.DataFrame:
    frame = _frame("opener_counts.csv", ("paragraphs", "resolutions"))
    if language:
        frame = frame[frame["language"] == language]
    if part:
        frame = frame[frame["part"] == part]
    return frame.reset_index(drop=True)


def opener_count(opener: str, language: str, part: str) -> int:
    for row in _rows("opener_counts.csv"):
        if (row["opener"], row["language"], row["part"]) == (opener, language, part):
            return int(row["paragraphs"])
    return 0


def actors() -> pd.DataFrame:
    return _frame("actors.csv")


def systems() -> pd.DataFrame:
    return _frame("systems.csv")


def topics() -> pd.DataFrame:
    return _frame("topics.csv")


def relations() -> pd.DataFrame:
    return _frame("relations.csv")


def mentions() -> pd.DataFrame:
    import pandas as pd

    from resolutionkit.bundled import load
    from resolutionkit.mentions import entities_from_rows, find_mentions

    rows = [*_rows("actors.csv"), *_rows("systems.csv"), *_rows("topics.csv")]
    texts = {p.label: p.text for p in load().paragraphs}
    found = find_mentions(texts, entities_from_rows(rows))
    return pd.DataFrame(
        [(m.entity, m.label, m.start, m.end, m.form) for m in found],
        columns=["entity", "paragraph", "start", "end", "form"],
    )
