"""A learner's value, told in words."""

from __future__ import annotations

import reprlib
import unicodedata

from resolutionkit.language import _

_SHORT = reprlib.Repr()
_SHORT.maxstring = _SHORT.maxother = 60
_SHORT.maxlist = _SHORT.maxtuple = _SHORT.maxset = _SHORT.maxdict = 4


def shown(value: object) -> str:
    """Return a value as a short piece of text, whatever it is: huge, broken or with a representation that fails."""
    if hasattr(value, "item") and getattr(value, "size", 0) == 1:  # numpy's own numbers
        value = value.item()
    if isinstance(value, int) and not isinstance(value, bool) and abs(value) >= 10**30:
        digits = int(value.bit_length() * 0.30103) + 1
        return _("a number with about {digits} digits").format(digits=digits)
    try:
        text = _SHORT.repr(value)
    except Exception:  # a learner's class may do anything in its __repr__
        return kind_of(value)
    return " ".join(text.split())


def plain_text(text: str) -> str:
    """Return a text in the form in which texts are compared: one form of Unicode, single blanks."""
    return " ".join(unicodedata.normalize("NFC", text).replace("\u00ad", "").split())


def only_one(value: object) -> object:
    """Return what a list, set, array or column holds if that is one thing; anything else as it is."""
    items = getattr(value, "tolist", None)
    if callable(items) and getattr(value, "size", 0) == 1:  # pandas and numpy
        value = items()
    if isinstance(value, list | tuple | set | frozenset) and len(value) == 1:
        return only_one(next(iter(value)))
    return value


def kind_of(value: object) -> str:
    """Return what a value is, in words for somebody who has hardly programmed."""
    if callable(value) and not isinstance(value, type):
        return _("a function")
    name = type(value).__name__
    if name.startswith(("int", "uint")):  # numpy has eight of them
        name = "int"
    kinds = {
        "bool": _("True or False"),
        "int": _("a whole number"),
        "float": _("a number"),
        "str": _("a text"),
        "list": _("a list"),
        "tuple": _("a tuple"),
        "set": _("a set"),
        "frozenset": _("a set"),
        "dict": _("a dictionary"),
        "DataFrame": _("a whole table"),
        "Series": _("a column of a table"),
    }
    return kinds.get(name) or _("an object of the type {name}").format(name=name)
