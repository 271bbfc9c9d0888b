"""Runs what the files of exercises hold as code: the solution, and beside it expressions for wrong answers.

The code is the kit's own and comes from ``data/exercises/``; nothing that a learner writes is run here.
"""

from __future__ import annotations

import collections
import re
from collections.abc import Mapping
from typing import Any

BLANK = "____"
"""Stands in a hint where the learner has to write something."""

_BLANKS = re.compile(r"«(.*?)»", re.DOTALL)


def whole(code: str) -> str:
    """Return the solution, of which the blanks are marked in the file by « and »."""
    return _BLANKS.sub(r"\1", code)


def with_blanks(code: str) -> str:
    """Return the solution with a blank in each of these places.

    >>> with_blanks("answer_1_1 = len(«res.preamble»)")
    'answer_1_1 = len(____)'
    """
    return _BLANKS.sub(BLANK, code)


def names_after(code: str, quoted: str = "") -> dict[str, Any]:
    """Return all names after a solution was run as a learner runs it; ``quoted`` is the draft in the question."""
    import networkx as nx
    import pandas as pd

    import resolutionkit as rk
    from resolutionkit import networks, policing

    names: dict[str, Any] = {"rk": rk, "res": rk.load(), "nx": nx, "pd": pd, "networks": networks}
    names |= {"policing": policing, "re": re, "Counter": collections.Counter, "quoted": quoted}
    exec(code, names)
    return names


def value_of(expression: str, names: dict[str, Any], **more: Any) -> Any:
    """Return what an expression gives; it may use the names of the solution, and ``more``."""
    return eval(expression, names | more)


def quoted_in(question: str) -> str:
    """Return what stands in a question between two lines of backticks, "" for none."""
    parts = re.split(r"^```\w*$", question, maxsplit=2, flags=re.MULTILINE)
    return parts[1].strip() if len(parts) > 2 else ""


def filled(text: str, names: Mapping[str, Any]) -> str:
    """Return a sentence with its fields: ``{x}`` and the like, and no others.

    >>> filled("{x} is operative.", {"x": "OP7"})
    'OP7 is operative.'
    """
    return re.sub(r"\{(\w+)\}", lambda field: str(names.get(field[1], field[0])), text)
