"""Drafting mistakes that can be planted into an adopted resolution: marks, numbers, parts, footnotes.

A kind of mistake is a function that changes one piece of a resolution, chosen at random, and says which codes
may report it; it returns None where there is no place for its mistake. Importing :mod:`planted_words` adds the
kinds that change words.
"""

from __future__ import annotations

import calendar
import random
import re
from collections.abc import Callable
from dataclasses import dataclass

from pieces import SUPER, Piece


@dataclass
class Plant:
    """A mistake: the piece that has it now (or "title", "organ", ""), and the codes that may report it."""

    place: Piece | str
    codes: str


# ---- kinds of mistakes

Kind = Callable[[list[Piece], random.Random, str], "Plant | None"]
KINDS: dict[str, Kind] = {}


def kind(name: str) -> Callable[[Kind], Kind]:
    def register(function: Kind) -> Kind:
        KINDS[name] = function
        return function

    return register


def pick(pieces: list[Piece], rng: random.Random, wanted: Callable[[int, Piece], bool]) -> int | None:
    places = [i for i, p in enumerate(pieces) if wanted(i, p)]
    return rng.choice(places) if places else None


def is_leaf(pieces: list[Piece], i: int) -> bool:
    return i + 1 == len(pieces) or pieces[i + 1].level <= pieces[i].level or pieces[i + 1].kind not in ("ppi", "opi")


def last_of_body(pieces: list[Piece]) -> int:
    return max(i for i, p in enumerate(pieces) if p.kind in ("pp", "op", "ppi", "opi"))


def ends(name: str, kinds: tuple[str, ...], right: str, codes: str, *, last: bool = False) -> None:
    """Register three kinds: the wrong mark, another wrong mark, none at all."""
    for label, mark in {"comma": ",", "semicolon": ";", "stop": ".", "none": ""}.items():
        if mark == right:
            continue

        @kind(f"{name}: {label} at the end")
        def change(pieces: list[Piece], rng: random.Random, language: str, mark: str = mark) -> Plant | None:
            final = last_of_body(pieces)
            i = pick(
                pieces,
                rng,
                lambda i, p: p.kind in kinds and p.text.endswith(right) and is_leaf(pieces, i) and (i == final) == last,
            )
            if i is None:
                return None
            pieces[i].text = pieces[i].text[:-1] + mark
            return Plant(pieces[i], codes)


ends("preambular paragraph", ("pp",), ",", "UN103")
ends("operative paragraph", ("op",), ";", "UN203")
ends("last paragraph", ("op", "opi"), ".", "UN204", last=True)
ends("sub-paragraph", ("opi",), ";", "UN303")
ends("preambular sub-paragraph", ("ppi",), ",", "UN307")


def renumber(by: int) -> Kind:
    def change(pieces: list[Piece], rng: random.Random, language: str) -> Plant | None:
        i = pick(pieces, rng, lambda i, p: p.kind == "op" and p.prefix not in ("", "1. "))
        if i is None:
            return None
        for p in pieces[i:]:
            if p.kind == "op" and p.prefix:
                p.prefix = f"{int(p.prefix[:-2]) + by}. "
        return Plant(pieces[i], "UN205")

    return change


KINDS["skipped number"] = renumber(1)
KINDS["repeated number"] = renumber(-1)


@kind("forgotten number")
def forgotten(pieces, rng, language):
    i = pick(pieces, rng, lambda i, p: p.kind == "op" and p.prefix not in ("", "1. ") and is_leaf(pieces, i))
    if i is None:
        return None
    pieces[i].prefix = ""
    return Plant(pieces[i], "UN205")


@kind("no numbers at all")
def unnumbered(pieces, rng, language):
    numbered = [p for p in pieces if p.kind == "op" and p.prefix]
    if len(numbered) < 2 or any(p.kind == "opi" for p in pieces):
        return None
    for p in numbered:
        p.prefix = ""
    return Plant(numbered[0], "UN205")


@kind("single paragraph with a number")
def single(pieces, rng, language):
    i = pick(pieces, rng, lambda i, p: p.kind == "op" and not p.prefix)
    if i is None or sum(p.kind == "op" for p in pieces) > 1 or language == "de":
        return None
    pieces[i].prefix = "1. "
    return Plant(pieces[i], "UN206")


@kind("lost organ comma")
def organ_comma(pieces, rng, language):
    i = pick(pieces, rng, lambda i, p: p.kind == "organ" and p.text.endswith(","))
    if i is None:
        return None
    pieces[i].text = pieces[i].text[:-1]
    return Plant("organ", "UN003")


@kind("lost organ line")
def organ_line(pieces, rng, language):
    pieces[:] = [p for p in pieces if p.kind != "organ"]
    return Plant("organ", "UN002")


@kind("second organ line")
def organ_twice(pieces, rng, language):
    i = pick(pieces, rng, lambda i, p: p.kind == "pp" and pieces[i - 1].kind == "pp")
    if i is None:
        return None
    again = Piece("pp", text="The General Assembly," if language == "en" else "Die Generalversammlung,")
    pieces.insert(i, again)
    return Plant(again, "UN002")


@kind("no operative part")
def nothing_operative(pieces, rng, language):
    pieces[:] = [p for p in pieces if p.kind not in ("op", "opi", "closing", "heading")]
    return Plant("", "UN001")


@kind("full stop behind the title")
def title_stop(pieces, rng, language):
    title = next(p for p in pieces if p.kind == "title")
    title.text += "."
    return Plant("title", "UN005")


DATE = re.compile(
    r"(?P<day>\d{1,2})\.? (?P<month>January|February|March|April|May|June|July|August|September|October|November|December"
    r"|Januar|Februar|März|Mai|Juni|Juli|Oktober|Dezember) (?P<year>(?:19|20)\d\d)"
)


@kind("other date in the closing lines")
def closing_date(pieces, rng, language):
    i = pick(pieces, rng, lambda i, p: p.kind == "closing" and DATE.search(p.text) is not None)
    if i is None or not any(re.search("[Aa]dopted|verabschiedet", p.text) for p in pieces if p.kind == "cover"):
        return None
    pieces[i].text = DATE.sub(lambda m: m[0].replace(m["year"], str(int(m["year"]) + 1)), pieces[i].text)
    return Plant("", "UN006")


@kind("no date in the closing lines")
def no_closing_date(pieces, rng, language):
    if sum(p.kind == "closing" for p in pieces) < 2:
        return None
    pieces[:] = [p for p in pieces if not (p.kind == "closing" and DATE.search(p.text))]
    return Plant("", "UN007")


def rewrite(
    name: str,
    codes: str,
    pattern: str,
    new: Callable[[re.Match[str]], str],
    kinds: tuple[str, ...] = ("pp", "op", "opi"),
) -> None:
    """Register a kind that rewrites one match of ``pattern`` in one paragraph."""

    @kind(name)
    def change(pieces: list[Piece], rng: random.Random, language: str) -> Plant | None:
        i = pick(pieces, rng, lambda i, p: p.kind in kinds and re.search(pattern, p.text) is not None)
        if i is None:
            return None
        match = rng.choice(list(re.finditer(pattern, pieces[i].text)))
        pieces[i].text = pieces[i].text[: match.start()] + new(match) + pieces[i].text[match.end() :]
        return Plant(pieces[i], codes)


MONTHS = {"Januar": 1, "Februar": 2, "März": 3, "Mai": 5, "Juni": 6, "Juli": 7, "Oktober": 10, "Dezember": 12}
MONTHS |= {name: number for number, name in enumerate(calendar.month_name) if name}


def month(match: re.Match[str]) -> int:
    return MONTHS[match["month"]]


rewrite("American date", "UN404", DATE.pattern, lambda m: f"{m['month']} {m['day']}, {m['year']}")
rewrite("date in digits", "UN404", DATE.pattern, lambda m: f"{m['day']}.{month(m)}.{m['year']}")
rewrite("date with slashes", "UN404", DATE.pattern, lambda m: f"{month(m)}/{m['day']}/{m['year']}")
rewrite(
    "lost year of the Security Council",
    "UN403",
    r"(?<=[ ])(?P<number>\d{3,4}) \((?:19|20)\d\d\)",
    lambda m: m["number"],
)
rewrite("% for per cent", "UN502", r"(?<=\d) per cent", lambda m: "%")
rewrite("percent for per cent", "UN502", r"per cent\b", lambda m: "percent")
rewrite("this resolution", "UN501", "the present resolution", lambda m: "this resolution")
rewrite(
    "footnote mark on the wrong side of the comma (en)",
    "UN602",
    rf"(?P<mark>[,;])(?P<note>{SUPER}+)",
    lambda m: m["note"] + m["mark"],
)
rewrite(
    "footnote mark on the wrong side of the comma (de)",
    "UN602",
    rf"(?P<note>{SUPER}+)(?P<mark>[,;])",
    lambda m: m["mark"] + m["note"],
)


@kind("footnotes out of order")
def notes_swapped(pieces, rng, language):
    marks = [(i, m) for i, p in enumerate(pieces) if p.kind != "note" for m in re.finditer(f"{SUPER}+", p.text)]
    if len(marks) < 2 or len(marks) != sum(p.kind == "note" for p in pieces):
        return None
    at = rng.randrange(len(marks) - 1)
    (i, first), (j, second) = marks[at], marks[at + 1]
    for k, match, new in ((j, second, first[0]), (i, first, second[0])):  # the later one first: offsets stay right
        pieces[k].text = pieces[k].text[: match.start()] + new + pieces[k].text[match.end() :]
    return Plant(pieces[j], "UN601")


@kind("swapped marks of sub-paragraphs")
def swapped(pieces, rng, language):
    i = pick(pieces, rng, lambda i, p: p.level == 1 and pieces[i - 1].level == 1 and p.kind == pieces[i - 1].kind)
    if i is None:
        return None
    pieces[i].prefix, pieces[i - 1].prefix = pieces[i - 1].prefix, pieces[i].prefix
    return Plant(pieces[i - 1], "UN301")


def colon(name: str, mark: str) -> None:
    @kind(name)
    def change(pieces: list[Piece], rng: random.Random, language: str) -> Plant | None:
        i = pick(pieces, rng, lambda i, p: p.kind in ("op", "pp") and not is_leaf(pieces, i) and p.text.endswith(":"))
        if i is None:
            return None
        pieces[i].text = pieces[i].text[:-1] + mark
        return Plant(pieces[i], "UN302")


colon("no colon before a list, but a comma", ",")
colon("no mark before a list", "")


@kind("and before the last sub-paragraph")
def conjunction(pieces, rng, language):
    def penultimate(i: int, p: Piece) -> bool:
        follows = pieces[i + 1] if i + 1 < len(pieces) else p
        return (
            language == "en"
            and p.kind == "opi" == follows.kind
            and p.level == follows.level
            and p.text.endswith(";")
            and is_leaf(pieces, i + 1)
        )

    i = pick(pieces, rng, penultimate)
    if i is None:
        return None
    pieces[i].text += " and"
    return Plant(pieces[i], "UN304")
