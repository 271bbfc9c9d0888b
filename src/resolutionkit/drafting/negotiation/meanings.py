"""What each kind of phrase asks for: the amendments that it makes of the labels and words in its fields."""

import re
from dataclasses import dataclass, replace

from resolutionkit.document.grammar.numerals import marker_before, nth_marker
from resolutionkit.document.grammar.openers import opens_preamble
from resolutionkit.document.reading.line_forms import item_at
from resolutionkit.drafting.negotiation.amendment_phrases import listed, pattern
from resolutionkit.drafting.negotiation.amendments import PARTS, Amendment, Position
from resolutionkit.drafting.negotiation.instruction_forms import labels_to, readings, unquoted


@dataclass(frozen=True, slots=True)
class Instruction:
    """What somebody asks for: the kind of a phrase, and what stands in its fields.

    >>> [str(amendment) for amendment in amendments_of(Instruction("swap", ("OP1", "OP3")))]
    ['move OP1 before OP3', 'move OP3 before OP1']
    """

    kind: str
    labels: tuple[str, ...] = ()
    text: str | None = None
    """A new text; "" where it is still to come, None where there is none."""
    old: str = ""
    new: str = ""
    other: str = ""
    place: Position = "after"
    sponsor: str = ""
    line: int = 0
    said: str = ""


def amendments_of(asked: Instruction) -> list[Amendment]:
    """Return the amendments that an instruction makes; none where what it says does not fit its phrase."""
    opens = any(opens_preamble(unquoted(asked.text or ""), language) for language in ("en", "de"))
    if asked.kind == "add_operative" and opens and not pattern("operative").search(asked.said):  # “Add: Recalling …,”
        asked = replace(asked, kind="add_preamble")
    made = _about_words(asked) if asked.kind.endswith("_words") else _about_paragraphs(asked)
    return [replace(amendment, sponsor=asked.sponsor) for amendment in made]


def _about_paragraphs(asked: Instruction) -> list[Amendment]:
    kind, labels, text = asked.kind, asked.labels, unquoted(asked.text or "")
    label, target, *_more = *labels, "", ""
    owner = label.rpartition("(")[0]
    match kind:
        case "delete":
            return [Amendment("delete", each) for each in labels]
        case "delete_range":
            return [Amendment("delete", each) for each in labels_to(label, target)]
        case "delete_item":
            return [Amendment("delete", each) for each in labels if "(" in each]
        case "add_at":
            neighbour, side = _neighbour(label)
            return [Amendment("add", neighbour, text, side)]
        case "move_to":
            return [_moved(label, _side(label, target), target)]
        case "move_to_preamble" | "move_to_operative":
            return [_moved(label, "after", kind.removeprefix("move_to_"))]
        case "move_first":
            first = f"{owner}({nth_marker('i' if '(' in owner else 'a', 1)})" if owner else f"{label[:2]}1"
            return [_moved(label, "before", first)]
        case "move_last":
            return [_moved(label, "into", owner) if owner else _moved(label, "after", PARTS["PP" not in label])]
        case "swap":
            return [_moved(label, "before", target), _moved(target, "before", label)]
        case "merge":
            return [Amendment("merge", label, target=other) for other in labels[1:]]
        case "merge_text":
            gone = [Amendment("delete", other) for other in labels[1:]]
            return [Amendment("replace", label, text), *gone] if gone else []
        case "split_text":
            first, second = _halves(asked, text)
            return [Amendment("replace", label, first), Amendment("add", label, second)] if second else []
    fields = {"label": label, "target": target, "text": text, "position": asked.place, "old": asked.old}
    return [Amendment(**{"kind": kind, **fields, **listed()["makes"].get(kind, {})})]


def _about_words(asked: Instruction) -> list[Amendment]:
    """What shall become of words in one paragraph, or in several: "in OP3 and OP5"."""
    old, new, place = asked.old, asked.new.strip(), asked.place
    position: Position = "all" if place == "all" else "after"
    changes = [(old, asked.new)]
    match asked.kind:
        case "delete_words":
            changes = [(words, "") for words in (old, asked.new) if words]
        case "delete_beside_words":  # “and” before “States”: the neighbour says which "and", and stays
            changes = [(_joined(*_beside(place, asked.other, old)), asked.other)]
        case "insert_words":
            changes = [(old, _joined(*_beside(place, old, new)))]
            if asked.other:  # between two words that stand side by side
                changes = [(_joined(old, asked.other), _joined(changes[0][1], asked.other))]
        case "prepend_words":
            position = "before"
        case "delete_rest_words":
            position = "rest"
        case "append_words" if item_at(asked.new):  # “(c) On fraud;” is one more sub-paragraph
            return [Amendment("add", label, asked.new, "into") for label in asked.labels]
    return [
        Amendment("replace_words", label, position=position, old=old, new=new)
        for label in asked.labels
        for old, new in changes
    ]


def _beside(place: str, words: str, more: str) -> tuple[str, str]:
    return (more, words) if place == "before" else (words, more)


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


def _halves(asked: Instruction, text: str) -> list[str]:
    """The new texts of a paragraph that is split: in quotation marks, in lines, or with a stroke between them."""
    halves = [asked.old, asked.new] if asked.old else [*filter(str.strip, text.splitlines())]
    if len(halves) == 1:
        *_parts, whole = readings(halves[0])
        halves = halves[0].split(" / ") if " / " in halves[0] else list(whole.quotes)
    bullet = r"^(?:[-–•*]|\(?(?:\d{1,2}|[a-z])[.)])\s+"
    return [unquoted(re.sub(bullet, "", half)) for half in (halves[0] if halves else "", "\n".join(halves[1:]))]
