"""Amendments as delegates write them down, in English or German, read line by line with the phrases of the data."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any, NamedTuple

from resolutionkit.document.grammar.numerals import marker_before
from resolutionkit.document.reading.blocks import item_at
from resolutionkit.drafting.negotiation import amendments as make
from resolutionkit.drafting.negotiation.amendment_phrases import Phrase, any_of, forms, listed, matching
from resolutionkit.drafting.negotiation.amendments import Amendment
from resolutionkit.drafting.negotiation.refusals import not_understood
from resolutionkit.drafting.negotiation.said import LABEL, Said, readings, unquoted

_SPONSOR = re.compile(
    r"(?:sponsors?|(?:main )?submitters?|signator(?:y|ies)|proposed by|submitted by|amendments? (?:proposed |submitted )?by|"
    r"eingebracht von|einbringer(?:innen)?|antragsteller(?:innen)?|unterzeichner|(?:änderungs)?anträge? (?:von|der delegation))"
    r"\s*:?\s+(?P<name>[^:]+?)\s*:?\s*$",
    re.IGNORECASE,
)
_BULLET = re.compile(r"(?i:(?:amendment|änderungsantrag|antrag)\s*(?:no\.?|nr\.?|#)?\s*\d{1,3}\s*(?=\S)(?:[:.)–-]\s*)?)|(?:[-–—•*+▪◦☐]\s+|\(?(?:\d{1,2}|[a-zA-Z]|[ivx]{1,4})[.)]\s+|#\d{1,2}:?\s+)")
_NAMES = r"(?i:sponsor(?:s|ed by)?:?\s+|proposed by\s+|by\s+|von\s+)?(?P<name>[A-ZÄÖÜ][^()\[\]\d:“”„\"]{2,})"
_NAMES_FIRST = re.compile(rf"[(\[]{_NAMES}[)\]]\s*[:–-]?\s*(?=\S)")
_NAMES_LAST = re.compile(rf"\s*[(\[]{_NAMES}[)\]]\s*\.?$")


class Instruction(NamedTuple):
    """What a line asks for: the kind of phrase, what stood in its fields, and the new text as it grows line by line."""

    kind: str
    fields: Mapping[str, Any]
    text: str
    sponsor: str = ""
    line: int = 0


def _instruction(said: str) -> Instruction | None:
    """Return what a line asks for, with a sponsor where it names one."""
    if (bullet := _BULLET.match(said)) and (found := _instruction(said[bullet.end() :])):
        return found
    sponsor, said = _sponsor_in_brackets(said)
    if found := _read(said):
        return found._replace(sponsor=sponsor)
    proposes = any_of(listed()["proposes"])
    by = re.match(
        rf"(?:(?:proposed|submitted) by |eingebracht von )?(?:(?:die |der |the )?delegat(?:ion|e|es) (?:of |von |der )?)?(?P<name>[^:]{{2,60}}?)(?::| (?:{proposes})\b(?: that| to|,|:)*) *",
        said,
        re.IGNORECASE,
    )
    if by and (found := _read(said[by.end() :])):
        return found._replace(sponsor=sponsor or said[slice(*by.span("name"))].strip("*_ "))
    return None


def _sponsor_in_brackets(said: str) -> tuple[str, str]:
    """The sponsor before or behind an amendment, and the rest; behind a new text only where that is whole."""
    if names := _NAMES_FIRST.match(said):
        return names["name"].strip(), said[names.end() :]
    names = _NAMES_LAST.search(said)
    rest = said[: names.start()] if names else said
    if names and (":" not in rest or rest[-1:] in '.;,”"“'):
        return names["name"].strip(), rest
    return "", said


def _read(said: str) -> Instruction | None:
    for line in readings(said):
        for form in forms(line.form):
            for phrase, place in matching(form):
                if fields := _fields(phrase, line, place):
                    return Instruction(phrase.kind, fields, line.text)
    return None


def _fields(phrase: Phrase, line: Said, place: str) -> dict[str, Any]:
    """What stands in the fields of a phrase; {} where the labels are too many or too few."""
    labels, quotes = iter(line.labels), iter(line.quotes)
    fields: dict[str, Any] = {"place": place}
    for name in phrase.fields:
        if name in ("old", "new", "other"):
            fields[name] = next(quotes)
        elif name not in ("text", "long"):
            fields[name] = next(labels)
            if len(fields[name]) != {"two": 2}.get(name, 1) and name != "labels":
                return {}
    fields["text"] = line.text or next(quotes, "")
    return fields


def _new_number(f: Mapping[str, Any]) -> list[Amendment]:
    """ "Add operative paragraph 5": it will be the fifth, so it follows the fourth; OP1 (c) follows OP1 (b), OP4 bis OP4."""
    label = f["label"][0]
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
    return [make.replace_words(f["label"][0], old, words)]


def _move_to(f: Mapping[str, Any]) -> list[Amendment]:
    """ "Move OP5 to OP2": it will be the second, so it comes before the one that is; down the list it comes after it."""
    label, target = f["label"][0], f["target"][0]
    if "(" in label and "(" not in target:
        return [Amendment("move", label, position="into", target=target)]
    up = [int(n) for n in re.findall(r"\d+", label)] > [int(n) for n in re.findall(r"\d+", target)]
    return [make.move(label, before=target) if up else make.move(label, after=target)]


def _end_of(label: str) -> str:
    return make.PARTS["PP" not in label]


def _range(f: Mapping[str, Any]) -> list[Amendment]:
    (label,), (target,) = f["label"], f["target"]
    first, last = (int(re.sub(r"\D", "", each) or 0) for each in (label, target))
    return [make.delete(f"{label[:2]}{n}") for n in range(first, last + 1)]


def _merge(f: Mapping[str, Any]) -> list[Amendment]:
    first, *others = [*(f.get("labels") or f["label"]), *f.get("target", ())]
    return [make.merge(first, other) for other in others]


def _merge_text(f: Mapping[str, Any]) -> list[Amendment]:
    first, *others = [*(f.get("labels") or f["label"]), *f.get("target", ())]
    return [make.replace(first, f["text"]), *(make.delete(other) for other in others)] if others else []


def _split_text(f: Mapping[str, Any]) -> list[Amendment]:
    label = f["label"][0]
    halves = [f["old"], f["new"]] if "old" in f else [line for line in f["text"].splitlines() if line.strip()]
    if len(halves) == 1:
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
    return [Amendment("replace_words", f["label"][0], new=f["new"], position=position)]


_MAKE: dict[str, Callable[[Mapping[str, Any]], list[Amendment]]] = {
    "delete": lambda f: [make.delete(label) for label in f["labels"]],
    "delete_item": lambda f: [make.delete(label) for label in f["labels"] if "(" in label],
    "delete_range": _range,
    "replace": lambda f: [make.replace(f["label"][0], f["text"])],
    "replace_words": lambda f: [make.replace_words(f["label"][0], f["old"], f["new"])],
    "delete_words": lambda f: [make.replace_words(f["label"][0], f["old"], "")],
    "delete_both": lambda f: [make.replace_words(f["label"][0], words, "") for words in (f["old"], f["new"])],
    "insert_words": _insert,
    "append_words": lambda f: _append(f, "after"),
    "prepend_words": lambda f: _append(f, "before"),
    "add": lambda f: [make.add(f["text"], **{f["place"]: f["label"][0]})],
    "add_between": lambda f: [make.add(f["text"], after=f["two"][0])],
    "add_item": lambda f: [make.add(f["text"], into=f["label"][0])],
    "add_to": lambda f: [Amendment("add", f["label"][0], f["text"], "to")],
    "add_at": _new_number,
    "add_preamble": lambda f: [make.add(f["text"], into="preamble")],
    "add_operative": lambda f: [make.add(f["text"], into="operative")],
    "move": lambda f: [make.move(f["label"][0], **{f["place"]: f["target"][0]})],
    "move_between": lambda f: [make.move(f["label"][0], after=f["two"][0])],
    "move_to": _move_to,
    "move_into": lambda f: [Amendment("move", f["label"][0], position="into", target=f["target"][0])],
    "move_last": lambda f: [make.move(f["label"][0], after=_end_of(f["label"][0]))],
    "move_first": lambda f: [make.move(f["label"][0], before=f["label"][0][:2] + "1")],
    "swap": lambda f: [
        make.move(a, before=b) for a, b in _pairs([*f.get("two", ()), *f.get("label", ()), *f.get("target", ())])
    ],
    "merge": _merge,
    "merge_into": _merge,
    "merge_text": _merge_text,
    "split": lambda f: [make.split(f["label"][0], **{f["place"]: f["old"]})],
    "split_at": lambda f: [make.split(f["label"][0], before=f["old"])],
    "split_text": _split_text,
    "split_into": _split_text,
}


_TAKES_TEXT = ("replace", "add", "add_between", "add_item", "add_to", "add_at", "add_preamble", "add_operative", "merge_text", "split_text")


def _pairs(two: list[str]) -> list[tuple[str, str]]:
    return [(two[0], two[1]), (two[1], two[0])]


def read_amendments(text: str) -> list[Amendment]:
    """Read amendments, one a line, in English or German; a line with a sponsor counts for those below it.

    A new text may go on over several lines. Understood are, for instance, and in the ways that ``data/amendments.toml`` lists::

        Amendment proposed by Delegation A:
        Strike operative clause 5
        In OP4 replace “shall” by “should”
        Insert after operative paragraph 7: *Invites* States to report;
        Ziffer 9 erhält folgende Fassung: bittet die Staaten …;
        OP6: ~~every month~~ → every year

    Raises :class:`~resolutionkit.errors.ReadError` that names every line it does not understand, why, and what to write.

    >>> [str(a) for a in read_amendments("Sponsors: Delegation A, Delegation B\\nZiffer 5 streichen")]
    ['Delegation A, Delegation B: delete OP5']
    """
    found: list[Instruction] = []
    unread: list[tuple[int, str]] = []
    sponsor, about, open_text, blank = "", "", False, False
    lines = [" ".join(line.replace("\u00a0", " ").split()) for line in text.removeprefix("\ufeff").splitlines()]
    for number, said in enumerate(lines, start=1):
        bare = said.strip("*_#=- ")
        if not bare:
            blank = True
            continue
        if name := _SPONSOR.match(bare):
            sponsor, open_text = name["name"].strip("*_ "), False
        elif read := _instructions(said, "" if open_text else about):
            found += [each._replace(sponsor=each.sponsor or sponsor, line=number) for each in read]
            open_text = bool(read[-1].text) or (read[-1].kind in _TAKES_TEXT and said.endswith(":"))
        elif open_text and (not blank or not found[-1].text or item_at(said)):
            found[-1] = found[-1]._replace(text=f"{found[-1].text}\n{said}".strip())
        elif label := _alone(bare):
            about, open_text = label, False
        elif bare.rstrip(":.").casefold() not in listed()["headings"] and not _without_effect(bare):
            unread.append((number, said))
            open_text = False
        blank = False
    made = [(each, _made(each)) for each in found]
    unread += [(each.line, lines[each.line - 1]) for each, amendments in made if not amendments]
    if unread:
        raise not_understood(sorted(unread))
    return [replace(a, sponsor=each.sponsor) for each, amendments in made for a in amendments]


def _instructions(said: str, about: str) -> list[Instruction]:
    """What a line asks for: one thing, or several about the same paragraph; ``about`` is named in a line of its own above."""
    for line in (said, f"{about}: {said}") if about else (said,):
        if read := _instruction(line):
            return [read]
    for parts in (re.split(r";\s+|,?\s+(?:and|und)\s+", said, maxsplit=n) for n in (1, 2)):
        first = _instruction(parts[0])
        label = next((label for line in readings(parts[0]) for label in line.labels), None) if first else None
        if first and label and len(parts) > 1:
            others = [_instruction(part) or _instruction(f"{label[0]}: {part}") for part in parts[1:]]
            if all(others):
                return [first, *filter(None, others)]
    return []


def _made(found: Instruction) -> list[Amendment]:
    return _MAKE[found.kind]({**found.fields, "text": unquoted(found.text or found.fields["text"])})


def _alone(said: str) -> str:
    """A line that names a paragraph and nothing else is about what follows."""
    line = next(iter(readings(said.rstrip(":."))))
    return said.rstrip(":.") if line.labels and next(forms(line.form)).strip(":") == LABEL else ""


def _without_effect(said: str) -> bool:
    return next(forms("x " + said.casefold().rstrip("."))) == "x"
