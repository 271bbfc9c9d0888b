"""A pasted text on its way through the steps of reading."""

import re
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import chain, pairwise
from typing import Self

from resolutionkit.document.model import Assumption
from resolutionkit.document.reading.line_forms import ANNEX, is_organ_line, unmarked

_LINES_OF_A_TITLE = 5


@dataclass
class Source:
    """The lines of a text, its language, and what the steps had to assume.

    Each step takes a source and returns it, or one with other lines.

    >>> source = Source.of("The General Assembly,\\r\\nRecalling", "en")
    >>> source.lines, source.beginning("R".__eq__)
    (['The General Assembly,', 'Recalling'], [1])
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
    def _firsts(self) -> dict[str, list[int]]:
        """The characters with which lines begin, each with the places of its lines; "" is that of an empty one."""
        firsts: dict[str, list[int]] = {}
        for i, line in enumerate(self.lines):
            firsts.setdefault(line.lstrip()[:1], []).append(i)
        return firsts

    def beginning(self, may_begin: Callable[[str], bool]) -> list[int]:
        """Return the places of the lines that begin with certain characters: those that a step has to look at."""
        return sorted(chain.from_iterable(places for first, places in self._firsts.items() if may_begin(first)))

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


def parts_of(source: Source) -> list[Source]:
    """Part a composite resolution: what stands above "A", with the organ line, then what stands below "A", "B" …

    Only where a line with the next letter stands above each organ line; any other text stays whole.

    >>> text = "75/7. News\\nA\\nPress\\nThe General Assembly,\\nActs.\\nB\\nRadio\\nThe General Assembly,\\nActs."
    >>> [part.lines[0] for part in parts_of(Source.of(text, "en"))]
    ['75/7. News', 'Press', 'Radio']
    """
    lines, found = source.lines, list[tuple[int, int]]()
    letters = {i: unmarked(line).rstrip(".") for i, line in enumerate(lines) if 0 < len(line.strip()) < 10}
    if not {"A", "B"} <= set(letters.values()):
        return [source]
    filled = [i for i, line in enumerate(lines) if line.strip()]
    for n, at in [(n, at) for n, at in enumerate(filled) if is_organ_line(lines[at])]:
        above = filled[max(n - 1 - _LINES_OF_A_TITLE, 0) : n]
        if below := [i for i in above if letters.get(i) == chr(ord("A") + len(found))]:
            found.append((below[-1], at))
        elif not found or not any(ANNEX.fullmatch(unmarked(line)) for line in lines[found[-1][1] : at]):
            return [source]  # a draft pasted behind another one; an annex may have an organ line of its own
    if len(found) < 2 or found[0][0] == filled[0]:
        return [source]
    parts, numbers = list[Source](), [0, *source.numbers, sys.maxsize]
    for letter, end in pairwise([-1, *[letter for letter, _organ in found], len(lines)]):
        places = [*range(letter + 1, end), *([found[0][1]] if letter < 0 else [])]
        assumed = [each for each in source.assumptions if numbers[letter + 1] <= each.line < numbers[end + 1]]
        own, lines_of_own = [lines[i] for i in places], [source.numbers[i] for i in places]
        parts.append(Source(own, source.language, lines_of_own, assumed, source.whole))
    return parts
