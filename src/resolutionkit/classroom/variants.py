"""Other questions of the same kind, for the class next door: what ``variant`` says in the files of exercises.

A row of ``rows`` is drawn; its ``words`` take the place of others in everything that the exercise says and runs, so that
question, hints, solution and what is said of wrong answers go together. ``data/README.md`` has the form.
"""

from __future__ import annotations

import random
import re
from collections.abc import Mapping
from typing import Any

_ABOUT_ROWS = ("rows", "words", "leave_out")
"""What stands in a table ``variant`` beside the keys of an exercise."""


def varied(number: str, entry: Mapping[str, Any], seed: int) -> dict[str, Any]:
    """Return the table of an exercise as variant ``seed`` has it; 0 is the exercise itself."""
    table = entry.get("variant")
    made = {key: value for key, value in entry.items() if key != "variant"}
    if not seed or not isinstance(table, Mapping):  # a word in its place: the data allow no other question
        return made
    row = drawn(number, table["rows"], seed)
    for own in (table, row):
        for key, value in own.items():
            if key == "mistakes":
                made[key] = made[key] | value
            elif key not in _ABOUT_ROWS:
                made[key] = value
        left_out = own.get("leave_out", ())
        made["mistakes"] = {name: one for name, one in made.get("mistakes", {}).items() if name not in left_out}
    return _with(row.get("words", {}), made)  # type: ignore[no-any-return]


def drawn(number: str, rows: list[dict[str, Any]], seed: int) -> dict[str, Any]:
    """Return the row of an exercise that a seed draws, the same on every computer and with every Python."""
    chance = random.Random(f"{seed} {number}").random()  # the only method whose numbers Python promises to keep
    return rows[int(chance * len(rows))]


def _with(words: Mapping[str, str], found: Any) -> Any:
    """Everything that is said and run, with other words, all replaced at once: two can also change places."""
    if isinstance(found, str) and words:
        longest_first = "|".join(map(re.escape, sorted(words, key=len, reverse=True)))
        return re.sub(longest_first, lambda place: words[place[0]], found)
    if isinstance(found, Mapping):
        return {key: _with(words, value) for key, value in found.items()}
    return [_with(words, value) for value in found] if isinstance(found, list) else found
