"""A pasted text on its way through the steps of reading."""

import re
import sys
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Self

from resolutionkit.document.model import Assumption


@dataclass
class Source:
    """The lines of a text, its language, and what the steps had to assume.

    Each step takes a source and returns it, or one with other lines.

    >>> source = Source.of("The General Assembly,\\r\\nRecalling", "en")
    >>> source.lines, sorted(source.firsts)
    (['The General Assembly,', 'Recalling'], ['R', 'T'])
    """

    lines: list[str]
    language: str
    numbers: list[int] = field(default_factory=list)  # of each line in the text that was pasted, from 1
    assumptions: list[Assumption] = field(default_factory=list)
    whole: bool = False  # blank lines part whole paragraphs: none goes on behind one

    def __post_init__(self) -> None:
        if len(self.numbers) != len(self.lines):
            self.numbers = list(range(1, len(self.lines) + 1))

    @cached_property
    def firsts(self) -> set[str]:
        """The characters with which lines begin: a step that looks for others has nothing to do."""
        return {line.lstrip()[:1] for line in self.lines}

    @classmethod
    def of(cls, text: str, language: str, *, whole: bool = False) -> Self:
        """Part a text into lines, whatever ends them."""
        if "\r" in text or "\x0c" in text or "\u2028" in text or "\u2029" in text:
            text = re.sub("\r\n?|\x0c|\u2028", "\n", text).replace("\u2029", "\n\n")
        return cls(text.removeprefix("\ufeff").split("\n"), language, whole=whole)

    def with_lines(self, lines: list[str], numbers: list[int] | None = None) -> "Source":
        """Return the same source with other lines; ``numbers`` where they are not as many."""
        if lines == self.lines:
            return self  # what is known of these lines need not be found out again
        return Source(lines, self.language, numbers or self.numbers, self.assumptions, self.whole)

    def assume(self, kind: str, line: int, detail: str) -> None:
        """Record what was assumed at a line, counted from 0 in ``lines``."""
        self.assumptions.append(Assumption(kind, self.numbers[line], "", detail))


def filled_before(lines: Sequence[str], end: int, most: int = sys.maxsize) -> str:
    """Return the last line before a place that is not empty, among so many lines; "" where there is none."""
    places = range(end - 1, max(end - 1 - most, -1), -1)
    return next((bare for i in places if (bare := lines[i].strip())), "")
