"""The markers of lists: letters (a, b … z, aa) and Roman numerals (i, ii, iii), and which one follows which."""

from __future__ import annotations

LETTERS = "abcdefghijklmnopqrstuvwxyz"
FIRST_MARKERS = ("a", "i", "A", "I", "1")
"""The markers with which a list may begin."""
_TENS = ("", "x", "xx", "xxx", "xl", "l", "lx", "lxx", "lxxx", "xc")
_ONES = ("", "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix")


def roman(number: int) -> str:
    """Return a number from 1 to 99 in small Roman numerals."""
    return _TENS[number // 10 % 10] + _ONES[number % 10]


_NUMBER_OF = {roman(number): number for number in range(1, 100)}
ROMANS = tuple(_NUMBER_OF)[:20]
"""The markers of a list in Roman numerals, in order; no list in a resolution has more."""


def number_of(numeral: str) -> int | None:
    """Return the number that a Roman numeral stands for, small or capital; None for any other text."""
    return _NUMBER_OF.get(numeral.lower()) if numeral.islower() or numeral.isupper() else None


def letters(number: int) -> str:
    """Return the nth marker of a lettered list."""
    return LETTERS[(number - 1) % 26] * (1 + (number - 1) // 26)


def nth_marker(first: str, number: int) -> str:
    """Return the nth marker of a list that begins with ``first``."""
    if first.isdigit():
        return str(number)
    marker = roman(number) if first.lower() == "i" else letters(number)
    return marker.upper() if first.isupper() else marker


def follows(marker: str, before: str) -> bool:
    """Say whether one marker may come directly after another: as a letter, a Roman numeral or a number."""
    if marker.isdigit() or before.isdigit():
        return marker.isdigit() and before.isdigit() and int(marker) == int(before) + 1
    if marker.isupper() != before.isupper():
        return False
    one, other = _NUMBER_OF.get(before.lower()), _NUMBER_OF.get(marker.lower())
    if one is not None and other == one + 1:
        return True
    places = _place(before.lower()), _place(marker.lower())
    return 0 not in places and places[1] == places[0] + 1


def marker_before(marker: str) -> str:
    """Return the marker before another one: "" before the first of a list.

    A letter that is a Roman numeral as well counts as the numeral where it begins a list or has company: "i", "ii".
    """
    number = number_of(marker)
    if marker.isdigit():
        first, place = "1", int(marker)
    elif number is not None and (len(marker) > 1 or marker in ("i", "I", "v", "V", "x", "X")):
        first, place = "i", number
    else:
        first, place = "a", _place(marker.lower())
    return nth_marker(first.upper() if marker.isupper() else first, place - 1) if place > 1 else ""


def styles(marker: str) -> set[str]:
    """Return in which kinds of lists a marker may stand: "i" is a Roman numeral and a letter."""
    if marker.isdigit():
        return {"digit"}
    if marker in ROMANS:
        return {"roman"} if len(marker) > 1 or marker == "i" else {"roman", "letter"}
    if marker.islower():
        return {"letter"}
    if marker.isupper():
        return {"capital"}
    return {"caseless"} if marker.isalpha() else set()  # Arabic letters have no case


def _place(marker: str) -> int:
    """The place of a marker in a lettered list, from 1; 0 for what is none."""
    if marker[:1] not in LETTERS or not marker or marker.strip(marker[0]):
        return 0
    return LETTERS.index(marker[0]) + 1 + 26 * (len(marker) - 1)
