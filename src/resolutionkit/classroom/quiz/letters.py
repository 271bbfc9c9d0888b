"""Reading answers: letters and pairs, written in any way in which a learner may write them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from resolutionkit.classroom.misread import Misread
from resolutionkit.classroom.values import kind_of, shown
from resolutionkit.language import _

MOST = 200
"""Characters or elements of an answer; a longer one is none, so that no slip can freeze a notebook."""


def letters_of(answer: object, known: Mapping[str, str]) -> list[str]:
    """Return the letters that an answer names, in its order; ``known`` is letter -> words of the option.

    >>> letters_of("B) and a", {"a": "one", "b": "two"}), letters_of(["two"], {"a": "one", "b": "two"})
    (['b', 'a'], ['b'])
    """
    found: list[str] = []
    for number, element in enumerate([answer] if isinstance(answer, str) else _parts(answer)):
        _not_too_long(number)
        if not isinstance(element, str):
            raise Misread(_("{element} is no letter.").format(element=shown(element)))
        found += _in_text(element, known)
    return found


def _parts(answer: object) -> Iterable[object]:
    """What a list or the like consists of."""
    if isinstance(answer, Mapping | bytes) or not isinstance(answer, Iterable):
        raise Misread(_("This is {kind}.").format(kind=kind_of(answer)))
    return answer


def _not_too_long(length: int) -> None:
    if length > MOST:
        raise Misread(_("That is too long for an answer."))


def _in_text(text: str, known: Mapping[str, str]) -> list[str]:
    _not_too_long(len(text))
    for letter, words in known.items():
        if _plain(text) == _plain(words):
            return [letter]
    found: list[str] = []
    for word in re.findall(r"\w+", text.casefold()):
        if all(letter in known for letter in word):
            found += word
        elif word not in ("and", "und"):
            raise Misread(_("{word!r} is none of").format(word=word[:40]) + f" {', '.join(known)}.")
    return found


def pairs_of(answer: object, numbers: str, letters: str) -> dict[str, str]:
    """Return the pairs that an answer names: number -> letter. What is left open is left out.

    >>> pairs_of("1b, 2 = a", "12", "ab"), pairs_of({1: "b", 2: None}, "12", "ab")
    ({'1': 'b', '2': 'a'}, {'1': 'b'})
    """
    if isinstance(answer, str):
        _not_too_long(len(answer))
        given: Iterable[object] = re.findall(r"(\d+)\W*([^\W\d_]+)", answer)
        if not given:
            raise Misread(_("No pair was found."))
    else:
        given = answer.items() if isinstance(answer, Mapping) else _parts(answer)
    found = {}
    for count, pair in enumerate(given):
        _not_too_long(count)
        if isinstance(pair, str) and (written := re.fullmatch(r"\s*(\d+)\W*([^\W\d_]+)\W*", pair[:MOST])):
            pair = written.groups()
        if not isinstance(pair, tuple | list) or len(pair) != 2:
            raise Misread(_("{pair} is no pair.").format(pair=shown(pair)))
        number, letter = (str(part).strip().casefold() if isinstance(part, str | int) else part for part in pair)
        if letter in (None, "", ...):
            continue
        for part, known in ((number, numbers), (letter, letters)):
            if not isinstance(part, str) or len(part) != 1 or part not in known:
                none = _("{part} is none of").format(part=shown(part))
                raise Misread(f"{none} {', '.join(known)}.")
        found[number] = letter
    return found


def _plain(words: str) -> str:
    return re.sub(r"\W+", " ", words).strip().casefold()
