"""The word lists of the reader, which stand in ``data/reading.toml``."""

from __future__ import annotations

import re
from functools import cache
from typing import Any

from resolutionkit.files import read_toml


@cache
def lists() -> dict[str, Any]:
    """Return all of them, by section and name."""
    return read_toml("reading.toml")


def any_of(section: str, name: str) -> str:
    """Return a regular expression that matches any word of a list."""
    held = lists()[section][name]
    return f"(?:{'|'.join(held.split() if isinstance(held, str) else held)})"


def filled(section: str, pattern: str) -> str:
    """Return a pattern with any of the words, or the pieces, for which ``{names}`` stand in it."""
    return re.sub(r"\{([a-z_]+)\}", lambda name: filled(section, any_of(section, name[1])), pattern)
