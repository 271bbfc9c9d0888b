"""The word lists and patterns of the reader, which stand in ``data/reading.toml``."""

import re
from functools import cache
from typing import Any

from resolutionkit.files import read_toml


@cache
def lists() -> dict[str, Any]:
    """Return all of them, by section and name."""
    return read_toml("reading.toml")


def patterns(section: str, names: str) -> list[re.Pattern[str]]:
    """Return some patterns of a section, in which blanks and line ends mean nothing."""
    return [re.compile(filled(section, f"{{{name}}}"), re.VERBOSE) for name in names.split()]


def filled(section: str, pattern: str) -> str:
    """Return a pattern with other ones, or with any of the words of a list, for which ``{names}`` stand in it."""
    held = lists()[section]

    def written(name: re.Match[str]) -> str:
        if name[1] in held["patterns"]:
            return f"(?:{filled(section, held['patterns'][name[1]])})"
        words = held[name[1]]
        any_word = "|".join(words.split() if isinstance(words, str) else words)
        return f"(?:{any_word})".replace(" ", r"\ ")

    return re.sub(r"\{([a-z_]+)\}", written, pattern)
