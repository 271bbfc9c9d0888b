"""What a learner handed in, told in words, and why it cannot be read as what was asked for."""

from __future__ import annotations

import re
import reprlib
import unicodedata
from collections.abc import Mapping, Sized

from resolutionkit.document.bundled import load
from resolutionkit.files import read_toml
from resolutionkit.language import Text, _

_SHORT = reprlib.Repr()
_SHORT.maxstring = _SHORT.maxother = 60
_SHORT.maxlist = _SHORT.maxtuple = _SHORT.maxset = _SHORT.maxdict = 4


class Misread(ValueError):
    """An answer that cannot be read; its text says why, to the learner."""


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
    name = "function" if callable(value) and not isinstance(value, type) else type(value).__name__
    if name.startswith(("int", "uint")):  # numpy has eight of them
        name = "int"
    known = read_toml("misread.toml")["kinds"].get(name)
    return str(Text(**known)) if known else _("an object of the type {name}").format(name=name)


def why_no(wanted: str, answer: object) -> str:
    """Say why an answer is no "number", "word", "list" or "dictionary", with the sentence of ``data/misread.toml``."""
    text = answer if isinstance(answer, str) else None
    kinds = {  # what it is, the narrowest name first
        "number in quotation marks": text and re.fullmatch(r"\s*(-?\d+(?:[.,]\d+)?)\s*", text),
        "text": text is not None,
        "function": callable(answer) and not isinstance(answer, type),
        "comparison": isinstance(answer, bool),
        "number": isinstance(answer, int | float),
        "dictionary": isinstance(answer, Mapping),
        "table": hasattr(answer, "columns"),
        "numbers": isinstance(answer, list | tuple) and all(isinstance(element, int | float) for element in answer),
        "list": isinstance(answer, list | tuple | set | frozenset),
        "several": isinstance(answer, Sized) and text is None,
        "other": True,
    }
    found = read_toml("misread.toml")
    known = found["any"] | found[wanted]
    what = next(kind for kind, holds in kinds.items() if holds and kind in known)
    n = len(answer) if isinstance(answer, Sized) else 0
    number = re.sub(r"\s", "", text or "")
    return str(Text(**known[what])).format(kind=kind_of(answer), n=n, number=number, answer=answer)


def no_label(answer: object) -> str:
    """Say why this is no label."""
    said = answer if isinstance(answer, str) else shown(answer)
    if re.fullmatch(r"\d{1,2}\s*\.?\s*\(?[a-z]?\)?", said.strip(), re.IGNORECASE):
        return _("“{said}” lacks its part: write PP or OP before the number.").format(said=said.strip())
    if not isinstance(answer, str):
        return why_no("label", answer)
    if re.search(r"\b(?:PP|OP)\s?\d", said, re.IGNORECASE):
        return _("In “{said}” there is more than one label. Give the label alone, such as “PP3”.").format(said=said)
    return _("“{said}” is no label. A label is PP or OP with a number, such as “PP3” or “OP13(a)”.").format(said=said)


def unknown_label(label: str) -> str:
    """Say that 75/10 has no such paragraph, and where its parts end; "" where it has."""
    res = load()
    if label in {p.label for p in res.paragraphs}:
        return ""
    if "(" in label:
        inside = next((p.items for p in res.operative if p.label == label.partition("(")[0]), ())
        last = _("There is no {label}: the last sub-paragraph is {last}.")
        said = last if inside else _("There is no {label}: that paragraph has no sub-paragraphs.")
    elif label.startswith("PP"):
        inside, said = res.preamble, _("There is no {label}: the preamble ends with {last}.")
    else:
        inside, said = res.operative, _("There is no {label}: the operative part ends with {last}.")
    return said.format(label=label, last=inside[-1].label if inside else "")
