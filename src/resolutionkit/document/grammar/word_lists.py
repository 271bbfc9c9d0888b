"""The word lists and patterns of the reader, which stand in ``data/reading.toml``."""

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
    """Return a pattern with other ones, or with any of the words of a list, for which ``{names}`` stand in it."""
    others = lists()[section]["patterns"]

    def held(name: re.Match[str]) -> str:
        if name[1] in others:
            return f"(?:{filled(section, others[name[1]])})"
        return any_of(section, name[1]).replace(" ", r"\ ")

    return re.sub(r"\{([a-z_]+)\}", held, pattern)


def pattern(section: str, name: str) -> re.Pattern[str]:
    """Return a pattern of the file, in which blanks and line ends mean nothing."""
    return re.compile(filled(section, f"{{{name}}}"), re.VERBOSE)
