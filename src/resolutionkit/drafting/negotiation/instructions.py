"""Amendments as delegates write them down, in English or German, read line by line with the phrases of the data."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Any

from resolutionkit.document.grammar.labels import label_at
from resolutionkit.document.reading.lines import item_at
from resolutionkit.drafting.negotiation.amendment_phrases import LABEL, Phrase, any_of, forms, listed, matching, pattern
from resolutionkit.drafting.negotiation.amendments import Amendment
from resolutionkit.drafting.negotiation.meanings import ABOUT_WORDS, TAKES_TEXT, Instruction, amendments_of
from resolutionkit.drafting.negotiation.refusals import not_understood
from resolutionkit.drafting.negotiation.said import Said, readings, unquoted


def _instruction(said: str) -> Instruction | None:
    """Return what a line asks for, with a sponsor where it names one."""
    if (bullet := pattern("bullet").match(said)) and (found := _instruction(said[bullet.end() :])):
        return found
    sponsor, said = _sponsor_in_brackets(said)
    if found := _read(said):
        return found._replace(sponsor=sponsor)
    proposes = rf"(?::| (?:{any_of(listed()['proposes'])})\b(?: that| to|,|:)*) *"
    by = re.match(rf"{pattern('delegation').pattern}(?P<name>[^:]{{2,60}}?){proposes}", said, re.IGNORECASE)
    if by and (found := _read(said[by.end() :])):
        return found._replace(sponsor=sponsor or said[slice(*by.span("name"))].strip("*_ "))
    return None


def _sponsor_in_brackets(said: str) -> tuple[str, str]:
    """The sponsor before or behind an amendment, and the rest; behind a new text only where that is whole."""
    if names := pattern("names_first").match(said):
        return names["name"].strip(), said[names.end() :]
    if (names := pattern("names_before_colon").search(said, 0, 80)) and not label_at(names["name"]):
        return names["name"].strip(), said[: names.start()] + said[names.end() :]
    names = pattern("names_last").search(said)
    rest = said[: names.start()] if names else said
    if names and (":" not in rest or rest[-1:] in '.;,”"“'):
        return names["name"].strip(), rest
    return "", said


def _read(said: str) -> Instruction | None:
    for line in readings(said):
        for form in forms(line.form):
            for phrase, place in matching(form):
                if fields := _fields(phrase, line, place):
                    whole = phrase.kind in ("replace", "add_to") and len(line.labels) == 1
                    inner = _read(f"{line.labels[0][0]}: {line.text}") if whole else None
                    if inner and inner.kind in ABOUT_WORDS:
                        return inner  # "Amend OP4: change “a” to “b”"
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
            several, found = name == "labels" or (name == "label" and phrase.kind in ABOUT_WORDS), next(labels)
            if not several and len(found) != (2 if name == "two" else 1):
                return {}
            fields[name] = found if several or name == "two" else found[0]
    fields["text"] = line.text or next(quotes, "")
    return fields


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
    found, unread = _lines_read(
        [pattern("reason").sub("", _folded(line)) for line in text.removeprefix("\ufeff").splitlines()]
    )
    made = [(each, amendments_of(each)) for each in found]
    unread += [(each.line, each.said) for each, amendments in made if not amendments]
    if unread:
        raise not_understood(sorted(unread))
    return [replace(a, sponsor=each.sponsor) for each, amendments in made for a in amendments]


def _folded(line: str) -> str:
    return " ".join(line.replace("\u00a0", " ").split())


def _lines_read(lines: list[str]) -> tuple[list[Instruction], list[tuple[int, str]]]:
    """What the lines ask for, and the lines that ask for nothing that is understood, with their numbers."""
    found: list[Instruction] = []
    unread: list[tuple[int, str]] = []
    sponsor, about, open_text, blank = "", "", False, False
    for number, said in enumerate(lines, start=1):
        bare = said.strip("*_#=- ")
        if not bare:
            blank = True
            continue
        if name := pattern("sponsor").match(bare):
            named = name["name"].strip("*_ ")  # who signs only supports that it is debated
            sponsor, open_text = (
                sponsor if sponsor and bare.casefold().startswith(("signat", "unterz")) else named,
                False,
            )
        elif read := _instructions(said, "" if open_text else about):
            found += [each._replace(sponsor=each.sponsor or sponsor, line=number, said=said) for each in read]
            open_text = bool(read[-1].text) or (read[-1].kind in TAKES_TEXT and said.endswith(":"))
        elif open_text and (not blank or not found[-1].text or item_at(said)):
            found[-1] = found[-1]._replace(text=f"{found[-1].text}\n{said}".strip())
        elif label := _alone(bare):
            about, open_text = label, False
        elif bare.rstrip(":.").casefold() not in listed()["headings"] and not _without_effect(bare):
            unread.append((number, said))
            open_text = False
        blank = False
    return found, unread


def _instructions(said: str, about: str) -> list[Instruction]:
    """What a line asks for: one thing, or several about the same paragraph; ``about`` is named in a line of its own above."""
    read = _instruction(said)
    if read and not (
        about and read.kind == "add_operative" and unquoted(read.text) != read.text
    ):  # words, or a paragraph?
        return [read]
    read = _instruction(f"{about}: {said}") if about else None
    if read and read.kind != "add_at":
        return [read]
    for parts in (re.split(r";\s+|,?\s+(?:and|und)\s+", said, maxsplit=n) for n in (1, 2)):
        first = _instruction(parts[0])
        label = next((label for line in readings(parts[0]) for label in line.labels), None) if first else None
        if first and label and len(parts) > 1:
            others = [_instruction(part) or _instruction(f"{label[0]}: {part}") for part in parts[1:]]
            if all(others):
                return [first, *(other._replace(sponsor=other.sponsor or first.sponsor) for other in others if other)]
    return []


def _alone(said: str) -> str:
    """A line that names a paragraph and nothing else is about what follows."""
    line = next(iter(readings(said.rstrip(":."))))
    return said.rstrip(":.") if line.labels and next(forms(line.form)).strip(":") == LABEL else ""


def _without_effect(said: str) -> bool:
    return next(forms("x " + said.casefold().rstrip("."))) == "x"
