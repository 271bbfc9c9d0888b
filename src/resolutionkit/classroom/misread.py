"""Why an answer cannot be read as what was asked for, one sentence for each common slip."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sized

from resolutionkit.classroom.values import kind_of, shown
from resolutionkit.document.bundled import load
from resolutionkit.files import read_toml
from resolutionkit.language import Text, _


class Misread(ValueError):
    """An answer that cannot be read; its text says why, to the learner."""


def why_no(wanted: str, answer: object) -> str:
    """Say why an answer is no "number", "word", "list" or "dictionary", with the sentence of ``data/misread.toml``."""
    found = read_toml("misread.toml")
    known = found["any"] | found[wanted]
    what = next(kind for kind in (*_kinds(answer), "other") if kind in known)
    number = re.sub(r"\s", "", answer) if isinstance(answer, str) else ""
    n = len(answer) if isinstance(answer, Sized) else 0
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


def _kinds(answer: object) -> Iterator[str]:
    """What an answer is, the narrowest name first."""
    if isinstance(answer, str):
        if re.fullmatch(r"\s*(-?\d+(?:[.,]\d+)?)\s*", answer):
            yield "number in quotation marks"
        yield "text"
    elif callable(answer) and not isinstance(answer, type):
        yield "function"
    elif isinstance(answer, bool):
        yield "comparison"
    elif isinstance(answer, int | float):
        yield "number"
    if isinstance(answer, Mapping):
        yield "dictionary"
    if hasattr(answer, "columns"):
        yield "table"
    if isinstance(answer, list | tuple) and all(isinstance(element, int | float) for element in answer):
        yield "numbers"
    if isinstance(answer, list | tuple | set | frozenset):
        yield "list"
    if isinstance(answer, Sized) and not isinstance(answer, str):
        yield "several"


def unknown_label(label: str) -> str:
    """Say that 75/10 has no such paragraph, and where its parts end; "" where it has."""
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
