"""Finds the footnotes of a pasted text: their bodies, and the digits that were their marks."""

from __future__ import annotations

import re
from collections.abc import Sequence

from resolutionkit.plaintext.blocks import NOTE_BODY, Lines, ending
from resolutionkit.plaintext.inline import to_number

_PLAIN_BODY = re.compile(r"(?P<number>\d{1,3})[ ]+(?=[A-ZÄÖÜ“„\"«(<\[])")


def take_notes(blocks: Sequence[Lines]) -> tuple[list[Lines], dict[int, Lines], list[int]]:
    """Part the bodies of footnotes from the other blocks.

    Returns the other blocks, the bodies by number, and the numbers of those whose marks
    are plain digits. A body that begins with a plain digit counts as one only where it
    continues the count and a word in the text before it ends with that digit.

    >>> rest, notes, plain = take_notes([Lines("the Strategy,1 and", 1), Lines("1 Resolution 60/288.", 2)])
    >>> len(rest), notes[1].text, plain
    (1, 'Resolution 60/288.', [1])
    """
    rest: list[Lines] = []
    notes: dict[int, Lines] = {}
    plain: list[int] = []
    for block in blocks:
        text = block.text
        match = NOTE_BODY.match(text)
        if match:
            number = to_number(match["super"]) if match["super"] else int(match["markdown"])
            if number in notes:  # the same number twice: nothing may be lost
                notes[number] = Lines(f"{notes[number].text} {text[match.end():]}", notes[number].line)
            else:
                notes[number] = Lines(text[match.end() :], block.line)
            continue
        match = _PLAIN_BODY.match(text) if text[0].isdigit() else None
        if match and ending(text) == "." and (number := int(match["number"])) not in notes:
            expected = max(notes, default=0) + 1
            if number in (expected, expected + 1) and any(mark_at(b.text, number) for b in rest):
                notes[number] = Lines(text[match.end() :], block.line)
                plain.append(number)
                continue
        rest.append(block)
    return rest, notes, plain


def mark_at(text: str, number: int, start: int = 0) -> re.Match[str] | None:
    """Find a digit fused to a word, as a copied footnote mark is: "Strategy,2 and".

    >>> mark_at("COVID-19 and the Strategy,2 and", 2).start()
    25
    """
    pattern = rf"(?:(?<=[^\W\d_]{{3}})|(?<=[^\W\d_]{{2}}[,;.:)”“»’])|(?<=[)”“»][,;.:])){number}(?=[\s,;.:)]|$)"
    return re.compile(pattern).search(text, start)


def mark_plain_digits(blocks: Sequence[Lines], numbers: Sequence[int]) -> list[tuple[int, int]]:
    """Turn fused digits into Markdown footnote marks, each after the one before it.

    Returns (number, line) of those that were found. The blocks are changed in place.
    """
    found: list[tuple[int, int]] = []
    at, offset = 0, 0
    for number in sorted(numbers):
        for i in range(at, len(blocks)):
            match = mark_at(blocks[i].text, number, offset if i == at else 0)
            if match:
                text = blocks[i].text
                blocks[i].text = f"{text[:match.start()]}[^{number}]{text[match.end():]}"
                at, offset = i, match.start() + len(f"[^{number}]")
                found.append((number, blocks[i].line))
                break
    return found


