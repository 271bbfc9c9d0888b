"""What each kind of phrase asks for: the amendments that it makes of the labels and words in its fields."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Any

from resolutionkit.document.grammar.numerals import marker_before
from resolutionkit.document.reading.line_forms import item_at
from resolutionkit.drafting.negotiation.amendment_phrases import listed
from resolutionkit.drafting.negotiation.amendments import PARTS, Amendment, Position
from resolutionkit.drafting.negotiation.said import numbered_to, readings, unquoted

Fields = dict[str, Any]
"""What an instruction says: the kind of its phrase, the labels, words and new text in it, its sponsor."""


def amendments_of(fields: Fields) -> list[Amendment]:
    """Return the amendments that an instruction makes; none where what it says does not fit its phrase."""
    fields = fields | {"text": unquoted(fields.get("text", ""))}
    made = _about_words(fields) if fields["kind"].endswith("_words") else _about_paragraphs(fields)
    return [replace(amendment, sponsor=fields.get("sponsor", "")) for amendment in made]


def _about_paragraphs(fields: Fields) -> list[Amendment]:
    kind, label, target, text = (fields.get(name, "") for name in ("kind", "label", "target", "text"))
    labels = [*fields.get("labels", ()), *filter(None, (label, target))]
    match kind:
        case "delete":
            labels = labels if "labels" in fields else numbered_to(label, target)
            return [Amendment("delete", each) for each in labels]
        case "delete_item":
            return [Amendment("delete", each) for each in labels if "(" in each]
        case "add_at":
            neighbour, side = _neighbour(label)
            return [Amendment("add", neighbour, text, side)]
        case "move_to":
            return [_moved(label, _side(label, target), target)]
        case "move_first":
            return [_moved(label, "before", f"{label[:2]}1")]
        case "move_last":
            owner = label.rpartition("(")[0]
            return [_moved(label, "into", owner) if owner else _moved(label, "after", PARTS["PP" not in label])]
        case "swap":
            return [_moved(label, "before", target), _moved(target, "before", label)]
        case "merge":
            return [Amendment("merge", labels[0], target=other) for other in labels[1:]]
        case "merge_text":
            gone = [Amendment("delete", other) for other in labels[1:]]
            return [Amendment("replace", labels[0], text), *gone] if gone else []
        case "split_text":
            first, second = _halves(fields)
            return [Amendment("replace", label, first), Amendment("add", label, second)] if second else []
    own = {name: fields[name] for name in ("label", "text", "old", "new", "target") if name in fields}
    return [Amendment(**{"kind": kind, "position": fields["place"], **own, **listed()["makes"].get(kind, {})})]


def _about_words(fields: Fields) -> list[Amendment]:
    """What shall become of words in one paragraph, or in several: "in OP3 and OP5"."""
    old, new, place = fields.get("old", ""), fields.get("new", ""), fields["place"]
    position: Position = "all" if place == "all" else "after"
    changes = [(old, new)]
    match fields["kind"]:
        case "delete_words":
            changes = [(words, "") for words in (old, new) if words]
        case "delete_beside_words":  # “and” before “States”: the neighbour says which "and", and stays
            both = (old, fields["other"]) if place == "before" else (fields["other"], old)
            changes = [(_joined(*both), fields["other"])]
        case "insert_words":
            changes = [(old, _joined(old, new.strip()) if place == "after" else f"{new.strip()} {old}")]
        case "prepend_words":
            position = "before"
        case "append_words" if item_at(new):  # “(c) On fraud;” is one more sub-paragraph
            return [Amendment("add", label, new, "into") for label in fields["label"]]
    return [
        Amendment("replace_words", label, position=position, old=old, new=new)
        for label in fields["label"]
        for old, new in changes
    ]


def _joined(first: str, second: str) -> str:
    return first + ("" if second[:1] in ",;.:" else " ") + second


def _neighbour(label: str) -> tuple[str, Position]:
    """Beside what comes "operative paragraph 5"? After the fourth; OP1 (c) after OP1 (b), OP4 bis after OP4."""
    above, number, bis, marker = re.fullmatch(r"(.*?)(\d*)(bis|ter|alt|quater)?(?:\((\w+)\))?", label).groups()  # type: ignore[union-attr]
    if not (number or marker):  # the last one
        return label, "after"
    earlier = marker_before(marker) if marker else ""
    if earlier:
        return f"{above}{number}({earlier})", "after"
    if bis and not marker:
        return above + number, "after"
    return (label, "before") if marker or int(number) <= 1 else (f"{above}{int(number) - 1}", "after")


def _moved(label: str, position: Position, target: str) -> Amendment:
    return Amendment("move", label, position=position, target=target)


def _side(label: str, target: str) -> Position:
    """ "Move OP5 to OP2": it will be the second, so it comes before the one that is; down the list it comes after it."""
    if "(" in label and "(" not in target:
        return "into"
    places = [(int(re.sub(r"\D", "", each) or 999), re.findall(r"\((\w+)\)", each)) for each in (label, target)]
    return "before" if places[0] > places[1] else "after"


def _halves(fields: Fields) -> list[str]:
    """The new texts of a paragraph that is split: in quotation marks, in lines, or with a stroke between them."""
    halves = [fields["old"], fields["new"]] if "old" in fields else [*filter(str.strip, fields["text"].splitlines())]
    if len(halves) == 1:
        *_parts, whole = readings(halves[0])
        halves = halves[0].split(" / ") if " / " in halves[0] else list(whole.quotes)
    bullet = r"^(?:[-–•*]|\(?(?:\d{1,2}|[a-z])[.)])\s+"
    return [unquoted(re.sub(bullet, "", half)) for half in (halves[0] if halves else "", "\n".join(halves[1:]))]
