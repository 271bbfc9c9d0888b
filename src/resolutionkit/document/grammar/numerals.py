"""The markers of lists: letters (a, b … z, aa) and Roman numerals (i, ii, iii), and which one follows which."""

from functools import lru_cache

LETTERS = "abcdefghijklmnopqrstuvwxyz"
FIRST_MARKERS = ("a", "i", "A", "I", "1")  # the markers with which a list may begin
_TENS = ("", "x", "xx", "xxx", "xl", "l", "lx", "lxx", "lxxx", "xc")
_ONES = ("", "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix")


def roman(number: int) -> str:
    """Return a number in small Roman numerals; from 400 on it has a "c" for each hundred."""
    return "c" * (number // 100) + _TENS[number // 10 % 10] + _ONES[number % 10]


_NUMBER_OF = {roman(number): number for number in range(1, 100)}
ROMANS = tuple(_NUMBER_OF)[:20]  # the markers of a list in Roman numerals, in order; no list in a resolution has more


def number_of(numeral: str) -> int | None:
    """Return the number that a Roman numeral stands for, small or capital; None for any other text."""
    return _NUMBER_OF.get(numeral.lower()) if numeral.islower() or numeral.isupper() else None


def nth_marker(first: str, number: int) -> str:
    """Return the nth marker of a list that begins with ``first``."""
    if first.isdigit():
        return str(number)
    letters = LETTERS[(number - 1) % 26] * (1 + (number - 1) // 26)
    marker = roman(number) if first.lower() == "i" else letters
    return marker.upper() if first.isupper() else marker


@lru_cache(1000)
def _places(marker: str) -> dict[str, int]:
    """Where a marker may stand in a list, by the marker with which that list begins: {"i": 5, "a": 22} for "v"."""
    if marker.isdigit():
        return {"1": int(marker)}
    small, found = marker.lower(), {}
    if number := _NUMBER_OF.get(small):
        found["i"] = number
    if small and small[0] in LETTERS and not small.strip(small[0]):
        found["a"] = LETTERS.index(small[0]) + 1 + 26 * (len(small) - 1)
    return {first.upper() if marker.isupper() else first: place for first, place in found.items()}


def follows(marker: str, before: str) -> bool:
    """Say whether one marker may come directly after another: as a letter, a Roman numeral or a number."""
    there = _places(before)
    return any(there.get(first) == place - 1 for first, place in _places(marker).items())


def marker_before(marker: str) -> str:
    """Return the marker before another one: "" before the first of a list.

    A letter that is a Roman numeral as well counts as the numeral where it begins a list or has company: "i", "ii".
    """
    found = _places(marker)
    is_letter = len(marker) == 1 and marker not in "iIvVxX"
    first = next((first for first in found if first not in ("i", "I") or not is_letter), "")
    return nth_marker(first, found[first] - 1) if first and found[first] > 1 else ""


def styles(marker: str) -> set[str]:
    """Return in which kinds of lists a marker may stand: "i" is a Roman numeral and a letter."""
    if marker in ROMANS:
        return {"roman"} if len(marker) > 1 or marker == "i" else {"roman", "letter"}
    # Arabic letters have no case.
    kinds = {"digit": str.isdigit, "letter": str.islower, "capital": str.isupper, "caseless": str.isalpha}
    return {*[kind for kind, is_one in kinds.items() if is_one(marker)][:1]}
