"""Why an answer cannot be read as what was asked for, one sentence for each common slip."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sized

from resolutionkit.classroom.values import kind_of, shown
from resolutionkit.document.bundled import load
from resolutionkit.language import _


class Misread(ValueError):
    """An answer that cannot be read; its text says why, to the learner."""


def no_number(answer: object) -> str:
    """Say why this is no number.

    >>> no_number("21")
    'The number stands in quotation marks, which make it a text: write 21.'
    """
    if isinstance(answer, str):
        number = re.fullmatch(r"\s*(-?\d+(?:[.,]\d+)?)\s*", answer)
        if number:
            return _("The number stands in quotation marks, which make it a text: write {number}.").format(
                number=number[1]
            )
        return _("This is a text. A number is asked for, in digits and without quotation marks.")
    return _called(answer) or _counted(answer) or _true_or_false(answer) or _other(answer)


def no_word(answer: object) -> str:
    """Say why this is no text.

    >>> no_word(7)
    'This is a whole number. A text is asked for, in quotation marks.'
    """
    if isinstance(answer, Sized) and not isinstance(answer, str):
        return _("This is {kind} with {n} elements. One is asked for; choose it.").format(
            kind=kind_of(answer), n=len(answer)
        )
    return _called(answer) or _("This is {kind}. A text is asked for, in quotation marks.").format(kind=kind_of(answer))


def no_label(answer: object) -> str:
    """Say why this is no label.

    >>> no_label("13(b)")
    '“13(b)” lacks its part: write PP or OP before the number.'
    """
    said = answer if isinstance(answer, str) else shown(answer)
    if re.fullmatch(r"\d{1,2}\s*\.?\s*\(?[a-z]?\)?", said.strip(), re.IGNORECASE):
        return _("“{said}” lacks its part: write PP or OP before the number.").format(said=said.strip())
    if isinstance(answer, str) and re.search(r"\b(?:PP|OP)\s?\d", said, re.IGNORECASE):
        return _("In “{said}” there is more than one label. Give the label alone, such as “PP3”.").format(said=said)
    if isinstance(answer, str):
        return _("“{said}” is no label. A label is PP or OP with a number, such as “PP3” or “OP13(a)”.").format(
            said=said
        )
    if isinstance(answer, list | tuple | set | frozenset):
        return _("This is {kind} with {n} elements. One is asked for; choose it.").format(
            kind=kind_of(answer), n=len(answer)
        )
    return _called(answer) or _("This is {kind}. A label stands in quotation marks: “PP3”.").format(
        kind=kind_of(answer)
    )


def unknown_label(label: str) -> str:
    """Say that 75/10 has no such paragraph, and where its parts end; "" where it has.

    >>> unknown_label("OP99")
    'There is no OP99: the operative part ends with OP16.'
    """
    res = load()
    if label in {p.label for p in res.paragraphs}:
        return ""
    if "(" in label:
        top = label.partition("(")[0]
        items = next((p.items for p in res.operative if p.label == top), ())
        if items:
            return _("There is no {label}: the last sub-paragraph is {last}.").format(label=label, last=items[-1].label)
        return _("There is no {label}: that paragraph has no sub-paragraphs.").format(label=label)
    if label.startswith("PP"):
        return _("There is no {label}: the preamble ends with {last}.").format(label=label, last=res.preamble[-1].label)
    return _("There is no {label}: the operative part ends with {last}.").format(
        label=label, last=res.operative[-1].label
    )


def no_list(answer: object) -> str:
    """Say why this is no list.

    >>> no_list(3)
    'This says how many. The question is which ones: give a list.'
    """
    if isinstance(answer, Mapping):
        return _("This is a dictionary. Only a list is asked for, without values.")
    if hasattr(answer, "columns"):
        return _("This is a whole table. Choose the column that holds the answer: table[“name of the column”].")
    if isinstance(answer, int | float) and not isinstance(answer, bool):
        return _("This says how many. The question is which ones: give a list.")
    return _called(answer) or _true_or_false(answer) or _other(answer)


def no_dictionary(answer: object) -> str:
    """Say why this is no dictionary.

    >>> no_dictionary(["PP1"])
    'These are names alone. To each belongs a value, with a colon between the two, and all of it in braces.'
    """
    if hasattr(answer, "columns"):
        return _("This is a whole table. Make a dictionary of two of its columns, or write it by hand.")
    if isinstance(answer, str):
        return _("This is a text. A dictionary stands in braces, without quotation marks around the whole.")
    if isinstance(answer, int | float) and not isinstance(answer, bool):
        return _("This is one number. Several are asked for, each with the name of what it counts.")
    if isinstance(answer, list | tuple) and all(isinstance(element, int | float) for element in answer):
        return _("These are numbers alone. Each needs the name of what it counts, before it and with a colon between.")
    if isinstance(answer, list | tuple | set | frozenset):
        return _(
            "These are names alone. To each belongs a value, with a colon between the two, and all of it in braces."
        )
    return _called(answer) or _true_or_false(answer) or _other(answer)


def _called(answer: object) -> str:
    if callable(answer) and not isinstance(answer, type):
        return _("This is the function itself, not what it gives: call it, with brackets behind its name.")
    return ""


def _counted(answer: object) -> str:
    if isinstance(answer, Sized) and not isinstance(answer, str | bytes):
        return _("This is {kind} with {n} elements. A number is asked for: len(…) counts them.").format(
            kind=kind_of(answer), n=len(answer)
        )
    return ""


def _true_or_false(answer: object) -> str:
    return _("This is {answer}: a comparison gives True or False.").format(answer=answer) * isinstance(answer, bool)


def _other(answer: object) -> str:
    return _("This is {kind}.").format(kind=kind_of(answer))
