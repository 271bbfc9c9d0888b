"""Words in two languages that are chosen when they are shown, not when the module is read."""

from __future__ import annotations

import reprlib
from dataclasses import dataclass

from resolutionkit.language import say

_SHORT = reprlib.Repr()
_SHORT.maxstring = _SHORT.maxother = 60
_SHORT.maxlist = _SHORT.maxtuple = _SHORT.maxset = _SHORT.maxdict = 4


@dataclass(frozen=True, slots=True)
class Text:
    """The same sentence in English and German; ``str()`` gives the one in the user's language.

    >>> str(Text("Right.", "Richtig."))
    'Right.'
    """

    en: str
    de: str

    def __str__(self) -> str:
        return say(en=self.en, de=self.de)


def shown(value: object) -> str:
    """Return a value as a short piece of text, whatever it is: huge, broken or with a representation that fails.

    >>> shown("x" * 1000)[:9], shown(10**9000)
    ("'xxxxxxxx", 'a number with about 9001 digits')
    """
    if isinstance(value, int) and not isinstance(value, bool) and abs(value) >= 10**30:
        digits = int(value.bit_length() * 0.30103) + 1
        return say(en=f"a number with about {digits} digits", de=f"eine Zahl mit etwa {digits} Ziffern")
    try:
        text = _SHORT.repr(value)
    except Exception:  # a learner's class may do anything in its __repr__
        return kind_of(value)
    return " ".join(text.split())


def kind_of(value: object) -> str:
    """Return what a value is, in words for somebody who has hardly programmed.

    >>> kind_of("a"), kind_of([1]), kind_of(2.5)
    ('a text', 'a list', 'a number')
    """
    if callable(value) and not isinstance(value, type):
        return say(en="a function", de="eine Funktion")
    for kind, en, de in (
        (bool, "True or False", "True oder False"),
        (int, "a whole number", "eine ganze Zahl"),
        (float, "a number", "eine Zahl"),
        (str, "a text", "ein Text"),
        (list, "a list", "eine Liste"),
        (tuple, "a tuple", "ein Tupel"),
        (set, "a set", "eine Menge"),
        (frozenset, "a set", "eine Menge"),
        (dict, "a dictionary", "ein Dictionary"),
    ):
        if isinstance(value, kind):
            return say(en=en, de=de)
    name = type(value).__name__
    return say(en=f"an object of the type {name}", de=f"ein Objekt vom Typ {name}")
