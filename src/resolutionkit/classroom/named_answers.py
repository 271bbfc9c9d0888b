"""Types of answers that name things of the kit's tables: an actor, a system or a topic, or words of the resolution."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from resolutionkit import tables
from resolutionkit.classroom.answers import Words
from resolutionkit.document.bundled import load
from resolutionkit.errors import nearest
from resolutionkit.language import _

_COLUMNS = ("id", "name_en", "name_de", "abbreviation")


@dataclass(frozen=True, slots=True)
class Name(Words):
    """An actor, a system or a topic: by its id, its name in English or German, or its abbreviation.

    >>> Name().read("United Nations") == Name().read("UN") == "un"
    True
    """

    example: str = '"women"'

    def read(self, answer: object) -> Any:
        word = Words.read(self, answer)
        return _ids().get(word, word[:60])

    def strange(self, given: Any) -> str:
        known = set(_ids().values())
        if given in known:
            return ""
        near = nearest(given, known, most=1)
        said = _("No actor, system or topic is called “{name}”.").format(name=given)
        return said + (_(" Did you mean “{near}”?").format(near=near[0]) if near else "")


@cache
def _ids() -> Mapping[str, str]:
    """Name -> id, both as answers are compared."""
    found: dict[str, str] = {}
    for row in (row for table in ("actors", "systems", "topics") for row in tables.rows(table)):
        for column in _COLUMNS:
            if row.get(column):
                found.setdefault(Words().read(row[column]), row["id"])
    return found


@dataclass(frozen=True, slots=True)
class Quote(Words):
    """Words of the resolution; a longer or shorter piece of the same place is as good."""

    example: str = '"die …"'

    def same(self, one: Any, other: Any) -> bool:
        if one == other:
            return True
        return len(one.split()) > 3 and stands(one) and (one in other or other in one)

    def difference(self, given: Any, right: Any, tell: Any = None) -> str:
        if given.endswith(("…", "...")) or "…" in given:
            return _("The quote is cut off (…): a table shows only its beginning. Copy it whole.")
        if not stands(given):
            return _("These words do not stand in 75/10. A quote repeats the German text letter by letter.")
        if len(given.split()) <= 3:
            return _("That is too short to prove anything: quote at least four words in a row.")
        return _("The words stand in 75/10, but at another place.")


def stands(words: str) -> bool:
    """Whether these words stand in a paragraph of 75/10.

    >>> stands("die internationale zusammenarbeit")
    True
    """
    return any(words in Words().read(p.text) for p in load().paragraphs)
