"""What each kind of phrase asks for: the amendments that it makes of the labels and words in its fields."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import Any, NamedTuple

from resolutionkit.document.grammar.numerals import marker_before
from resolutionkit.drafting.negotiation import amendments as make
from resolutionkit.drafting.negotiation.amendments import Amendment
from resolutionkit.drafting.negotiation.label_lists import numbered_to
from resolutionkit.drafting.negotiation.said import readings, unquoted

ABOUT_WORDS = (
    "replace_words",
    "delete_words",
    "delete_both",
    "delete_beside",
    "insert_words",
    "append_words",
    "prepend_words",
)
"""Kinds of phrases that change words within one paragraph, or the same words in several."""
TAKES_TEXT = (
    "replace", "add", "add_between", "add_item", "add_to", "add_at", "add_preamble", "add_operative", "merge_text", "split_text",
)  # fmt: skip
"""Kinds of phrases whose new text may begin on the next line."""


class Instruction(NamedTuple):
    """What a line asks for: the kind of phrase, what stood in its fields, and the new text as it grows line by line."""

    kind: str
    fields: Mapping[str, Any]
    text: str
    sponsor: str = ""
    line: int = 0
    said: str = ""


def amendments_of(found: Instruction) -> list[Amendment]:
    """Return the amendments that an instruction makes; none where it does not fit its phrase."""
    fields = {**found.fields, "text": unquoted(found.text or found.fields["text"])}
    if found.kind in ABOUT_WORDS:  # "in OP3 and OP5"
        return [a for label in fields["label"] for a in _MAKE[found.kind]({**fields, "label": label})]
    return _MAKE[found.kind](fields)


def _new_number(f: Mapping[str, Any]) -> list[Amendment]:
    """ "Add operative paragraph 5": it will be the fifth, so it follows the fourth; OP1 (c) follows OP1 (b), OP4 bis OP4."""
    label = f["label"]
    above, number, bis, marker = re.fullmatch(r"(.*?)(\d*)(bis|ter|alt|quater)?(?:\((\w+)\))?", label).groups()  # type: ignore[union-attr]
    owner = above + number
    if marker:
        earlier = marker_before(marker)
        return [make.add(f["text"], after=f"{owner}({earlier})") if earlier else make.add(f["text"], before=label)]
    if bis:
        return [make.add(f["text"], after=owner)]
    first = int(number) <= 1
    return [make.add(f["text"], before=label) if first else make.add(f["text"], after=f"{above}{int(number) - 1}")]


def _insert(f: Mapping[str, Any]) -> list[Amendment]:
    old, new = f["old"], f["new"].strip()
    glue = "" if new[:1] in ",;.:" else " "
    words = f"{old}{glue}{new}" if f["place"] == "after" else f"{new} {old}"
    return [make.replace_words(f["label"], old, words)]


def _delete_beside(f: Mapping[str, Any]) -> list[Amendment]:
    """ "Strike “and” before “States”": the neighbour says which "and", and stays."""
    both = (f["old"], f["other"]) if f["place"] == "before" else (f["other"], f["old"])
    glue = "" if both[1][:1] in ",;.:" else " "
    return [make.replace_words(f["label"], glue.join(both), f["other"])]


def _move_to(f: Mapping[str, Any]) -> list[Amendment]:
    """ "Move OP5 to OP2": it will be the second, so it comes before the one that is; down the list it comes after it."""
    label, target = f["label"], f["target"]
    if "(" in label and "(" not in target:
        return [Amendment("move", label, position="into", target=target)]
    return [make.move(label, before=target) if _order(label) > _order(target) else make.move(label, after=target)]


def _order(label: str) -> tuple[int, list[str]]:
    return int(re.sub(r"\D", "", label) or 0), re.findall(r"\((\w+)\)", label)


def _move_last(f: Mapping[str, Any]) -> list[Amendment]:
    label = f["label"]
    owner, item, _marker = label.rpartition("(")
    if item:
        return [Amendment("move", label, position="into", target=owner)]
    return [make.move(label, after=make.PARTS["PP" not in label])]


def _named(f: Mapping[str, Any]) -> list[str]:
    """All labels of a line, in whichever fields they stand."""
    return [*f.get("labels", ()), *f.get("two", ()), *(f[name] for name in ("label", "target") if name in f)]


def _merge(f: Mapping[str, Any]) -> list[Amendment]:
    first, *others = _named(f)
    return [make.merge(first, other) for other in others]


def _merge_text(f: Mapping[str, Any]) -> list[Amendment]:
    first, *others = _named(f)
    return [make.replace(first, f["text"]), *(make.delete(other) for other in others)] if others else []


def _swap(f: Mapping[str, Any]) -> list[Amendment]:
    one, other = _named(f)
    return [make.move(one, before=other), make.move(other, before=one)]


def _split_text(f: Mapping[str, Any]) -> list[Amendment]:
    label = f["label"]
    halves = [f["old"], f["new"]] if "old" in f else [line for line in f["text"].splitlines() if line.strip()]
    if len(halves) == 1 and " / " in halves[0]:
        halves = halves[0].split(" / ")
    elif len(halves) == 1:
        *_parts, whole = readings(halves[0])
        halves = list(whole.quotes)
    if len(halves) < 2:
        return []
    return [make.replace(label, _bare(halves[0])), make.add(_bare("\n".join(halves[1:])), after=label)]


def _bare(text: str) -> str:
    return unquoted(
        bullet[1] if (bullet := re.match(r"(?:[-–•*]|\(?(?:\d{1,2}|[a-z])[.)])\s+(.*)", text, re.DOTALL)) else text
    )


def _append(f: Mapping[str, Any], position: make.Position) -> list[Amendment]:
    return [Amendment("replace_words", f["label"], new=f["new"], position=position)]


_MAKE: dict[str, Callable[[Mapping[str, Any]], list[Amendment]]] = {
    "delete": lambda f: [make.delete(label) for label in f["labels"]],
    "delete_item": lambda f: [make.delete(label) for label in f["labels"] if "(" in label],
    "delete_range": lambda f: [make.delete(label) for label in numbered_to(f["label"], f["target"])],
    "replace": lambda f: [make.replace(f["label"], f["text"])],
    "replace_words": lambda f: [make.replace_words(f["label"], f["old"], f["new"])],
    "delete_words": lambda f: [make.replace_words(f["label"], f["old"], "")],
    "delete_both": lambda f: [make.replace_words(f["label"], words, "") for words in (f["old"], f["new"])],
    "delete_beside": _delete_beside,
    "insert_words": _insert,
    "append_words": lambda f: _append(f, "after"),
    "prepend_words": lambda f: _append(f, "before"),
    "add": lambda f: [make.add(f["text"], **{f["place"]: f["label"]})],
    "add_between": lambda f: [make.add(f["text"], after=f["two"][0])],
    "add_item": lambda f: [make.add(f["text"], into=f["label"])],
    "add_to": lambda f: [Amendment("add", f["label"], f["text"], "to")],
    "add_at": _new_number,
    "add_preamble": lambda f: [make.add(f["text"], into="preamble")],
    "add_operative": lambda f: [make.add(f["text"], into="operative")],
    "move": lambda f: [make.move(f["label"], **{f["place"]: f["target"]})],
    "move_between": lambda f: [make.move(f["label"], after=f["two"][0])],
    "move_to": _move_to,
    "move_into": lambda f: [Amendment("move", f["label"], position="into", target=f["target"])],
    "move_last": _move_last,
    "move_first": lambda f: [make.move(f["label"], before=f["label"][:2] + "1")],
    "swap": _swap,
    "merge": _merge,
    "merge_into": _merge,
    "merge_text": _merge_text,
    "split": lambda f: [make.split(f["label"], **{f["place"]: f["old"]})],
    "split_at": lambda f: [make.split(f["label"], before=f["old"])],
    "split_text": _split_text,
    "split_into": _split_text,
}
