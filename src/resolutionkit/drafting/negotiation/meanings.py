"""What each kind of phrase asks for: the amendments that it makes of the labels and words in its fields."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import Any, NamedTuple

from resolutionkit.document.grammar.numerals import marker_before
from resolutionkit.drafting.negotiation.amendments import PARTS, Amendment, Position
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


def _add(f: Mapping[str, Any], position: Position, label: str) -> Amendment:
    return Amendment("add", label, f["text"], position)


def _delete(label: str) -> Amendment:
    return Amendment("delete", label)


def _words(f: Mapping[str, Any], old: str, new: str) -> Amendment:
    return Amendment("replace_words", f["label"], old=old, new=new)


def _move(label: str, position: Position, target: str) -> Amendment:
    return Amendment("move", label, position=position, target=target)


def _new_number(f: Mapping[str, Any]) -> list[Amendment]:
    """ "Add operative paragraph 5": it will be the fifth, so it follows the fourth; OP1 (c) follows OP1 (b), OP4 bis OP4."""
    label = f["label"]
    above, number, bis, marker = re.fullmatch(r"(.*?)(\d*)(bis|ter|alt|quater)?(?:\((\w+)\))?", label).groups()  # type: ignore[union-attr]
    owner = above + number
    if marker:
        earlier = marker_before(marker)
        return [_add(f, "after", f"{owner}({earlier})") if earlier else _add(f, "before", label)]
    if bis:
        return [_add(f, "after", owner)]
    first = int(number) <= 1
    return [_add(f, "before", label) if first else _add(f, "after", f"{above}{int(number) - 1}")]


def _insert(f: Mapping[str, Any]) -> list[Amendment]:
    old, new = f["old"], f["new"].strip()
    glue = "" if new[:1] in ",;.:" else " "
    words = f"{old}{glue}{new}" if f["place"] == "after" else f"{new} {old}"
    return [_words(f, old, words)]


def _delete_beside(f: Mapping[str, Any]) -> list[Amendment]:
    """ "Strike “and” before “States”": the neighbour says which "and", and stays."""
    both = (f["old"], f["other"]) if f["place"] == "before" else (f["other"], f["old"])
    glue = "" if both[1][:1] in ",;.:" else " "
    return [_words(f, glue.join(both), f["other"])]


def _move_to(f: Mapping[str, Any]) -> list[Amendment]:
    """ "Move OP5 to OP2": it will be the second, so it comes before the one that is; down the list it comes after it."""
    label, target = f["label"], f["target"]
    if "(" in label and "(" not in target:
        return [_move(label, "into", target)]
    return [_move(label, "before" if _order(label) > _order(target) else "after", target)]


def _order(label: str) -> tuple[int, list[str]]:
    return int(re.sub(r"\D", "", label) or 0), re.findall(r"\((\w+)\)", label)


def _move_last(f: Mapping[str, Any]) -> list[Amendment]:
    label = f["label"]
    owner, item, _marker = label.rpartition("(")
    if item:
        return [_move(label, "into", owner)]
    return [_move(label, "after", PARTS["PP" not in label])]


def _named(f: Mapping[str, Any]) -> list[str]:
    """All labels of a line, in whichever fields they stand."""
    return [*f.get("labels", ()), *f.get("two", ()), *(f[name] for name in ("label", "target") if name in f)]


def _merge(f: Mapping[str, Any]) -> list[Amendment]:
    first, *others = _named(f)
    return [Amendment("merge", first, target=other) for other in others]


def _merge_text(f: Mapping[str, Any]) -> list[Amendment]:
    first, *others = _named(f)
    return [Amendment("replace", first, f["text"]), *map(_delete, others)] if others else []


def _swap(f: Mapping[str, Any]) -> list[Amendment]:
    one, other = _named(f)
    return [_move(one, "before", other), _move(other, "before", one)]


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
    return [Amendment("replace", label, _bare(halves[0])), Amendment("add", label, _bare("\n".join(halves[1:])))]


def _bare(text: str) -> str:
    return unquoted(
        bullet[1] if (bullet := re.match(r"(?:[-–•*]|\(?(?:\d{1,2}|[a-z])[.)])\s+(.*)", text, re.DOTALL)) else text
    )


def _append(f: Mapping[str, Any], position: Position) -> list[Amendment]:
    return [Amendment("replace_words", f["label"], new=f["new"], position=position)]


_MAKE: dict[str, Callable[[Mapping[str, Any]], list[Amendment]]] = {
    "delete": lambda f: [*map(_delete, f["labels"])],
    "delete_item": lambda f: [_delete(label) for label in f["labels"] if "(" in label],
    "delete_range": lambda f: [*map(_delete, numbered_to(f["label"], f["target"]))],
    "replace": lambda f: [Amendment("replace", f["label"], f["text"])],
    "replace_words": lambda f: [_words(f, f["old"], f["new"])],
    "delete_words": lambda f: [_words(f, f["old"], "")],
    "delete_both": lambda f: [_words(f, words, "") for words in (f["old"], f["new"])],
    "delete_beside": _delete_beside,
    "insert_words": _insert,
    "append_words": lambda f: _append(f, "after"),
    "prepend_words": lambda f: _append(f, "before"),
    "add": lambda f: [_add(f, f["place"], f["label"])],
    "add_between": lambda f: [_add(f, "after", f["two"][0])],
    "add_item": lambda f: [_add(f, "into", f["label"])],
    "add_to": lambda f: [_add(f, "to", f["label"])],
    "add_at": _new_number,
    "add_preamble": lambda f: [_add(f, "into", "preamble")],
    "add_operative": lambda f: [_add(f, "into", "operative")],
    "move": lambda f: [_move(f["label"], f["place"], f["target"])],
    "move_between": lambda f: [_move(f["label"], "after", f["two"][0])],
    "move_to": _move_to,
    "move_into": lambda f: [_move(f["label"], "into", f["target"])],
    "move_last": _move_last,
    "move_first": lambda f: [_move(f["label"], "before", f["label"][:2] + "1")],
    "swap": _swap,
    "merge": _merge,
    "merge_into": _merge,
    "merge_text": _merge_text,
    "split": lambda f: [Amendment("split", f["label"], position=f["place"], old=f["old"])],
    "split_at": lambda f: [Amendment("split", f["label"], position="before", old=f["old"])],
    "split_text": _split_text,
    "split_into": _split_text,
}
