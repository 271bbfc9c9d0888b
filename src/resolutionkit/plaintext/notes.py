"""Finds the footnotes of a pasted text: their bodies, and the digits that were their marks."""

from __future__ import annotations

import re
from collections.abc import Sequence

from resolutionkit.plaintext.blocks import NOTE_BODY, Lines, ending
from resolutionkit.plaintext.inline import to_number

_PLAIN_BODY = re.compile(r"(?P<number>\d{1,3})[ ]+(?=[A-ZÄÖÜ“„\"«(<\[])")


_FUSED = re.compile(
    r"(?:(?<=[^\W\d_]{3})|(?<=[^\W\d_]{2}[,;.:)”“»’])|(?<=[)”“»][,;.:]))(?P<number>\d{1,3})(?=[\s,;.:)]|$)"
)
"""Digits fused to a word, as a copied footnote mark is: "Strategy,2 and", but not "COVID-19" or "G20"."""


def take_notes(blocks: Sequence[Lines]) -> tuple[list[Lines], dict[int, Lines], list[int]]:
    """Part the bodies of footnotes from the other blocks.

    Returns the other blocks, the bodies by number, and the numbers of those whose marks
    are plain digits. A body that begins with a plain digit counts as one only where it
    continues the count and a word in the text ends with that digit.

    >>> rest, notes, plain = take_notes([Lines("the Strategy,1 and", 1), Lines("1 Resolution 60/288.", 2)])
    >>> len(rest), notes[1].text, plain
    (1, 'Resolution 60/288.', [1])
    """
    rest: list[Lines] = []
    notes: dict[int, Lines] = {}
    plain: list[int] = []
    fused: set[int] | None = None
    highest = 0
    for block in blocks:
        text = block.text
        if match := NOTE_BODY.match(text):
            number = to_number(match["super"]) if match["super"] else int(match["markdown"])
            body = text[match.end() :]
            if number in notes:  # the same number twice: nothing may be lost
                rest.append(Lines(text, block.line))
            else:
                notes[number] = Lines(body, block.line)
                highest = max(highest, number)
            continue
        match = _PLAIN_BODY.match(text) if text[0].isdigit() else None
        if match and ending(text) == "." and int(match["number"]) in (highest + 1, highest + 2):
            if fused is None:
                fused = {int(m["number"]) for b in blocks for m in _FUSED.finditer(b.text)}
            number = int(match["number"])
            if number in fused:
                notes[number] = Lines(text[match.end() :], block.line)
                plain.append(number)
                highest = number
                continue
        rest.append(block)
    return rest, notes, plain


def mark_plain_digits(blocks: Sequence[Lines], numbers: Sequence[int]) -> list[tuple[int, int]]:
    """Turn fused digits into Markdown footnote marks, each after the one before it.

    Returns (number, line) of those that were found. The blocks are changed in place.

    >>> blocks = [Lines("COVID-19 and the Strategy,2 and", 7)]
    >>> mark_plain_digits(blocks, [2]), blocks[0].text
    ([(2, 7)], 'COVID-19 and the Strategy,[^2] and')
    """
    wanted = sorted(numbers)
    found: list[tuple[int, int]] = []
    for block in blocks:
        if not wanted:
            break
        pieces, last = [], 0
        for match in _FUSED.finditer(block.text):
            number = int(match["number"])
            if number in wanted[:2]:  # the next one, or the one after a mark that was lost
                del wanted[: wanted.index(number) + 1]
                pieces += [block.text[last : match.start()], f"[^{number}]"]
                last = match.end()
                found.append((number, block.line))
        block.text = "".join(pieces) + block.text[last:] if pieces else block.text
    return found
