"""The mechanism of tested prose: which numbers a text holds, and what accounts for each of them.

``prose/*.toml`` has a table for each text. ``data`` lists pieces of it in which each number is replaced by the
expression that gives it: ``"{len(res.footnotes) | word} footnotes"`` stands for "seven footnotes". Change the number in
the prose or in the data, and the piece is no longer found. Numbers that say nothing about the data stand under
``other``, by the reason why they need no check. What the patterns in ``NO_DATA`` match needs no entry.

The table ``everywhere`` goes for all texts; what it lists has to be right where it stands, and need not stand anywhere.
"""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

from resolutionkit import classroom as exercises

TABLES: dict[str, dict] = {}
for file in sorted(Path(__file__).with_name("prose").glob("*.toml")):
    found = tomllib.loads(file.read_text(encoding="utf-8"))
    assert not found.keys() & TABLES.keys(), f"{file.name} has a table that another file has too"
    TABLES |= found
EVERYWHERE = TABLES.pop("everywhere")

SMALL = "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen"
TENS = {20: "twenty", 30: "thirty", 40: "forty", 50: "fifty", 60: "sixty", 90: "ninety", 100: "hundred", 1000: "thousand"}
WORD_OF = dict(enumerate(re.findall(r"\w+", SMALL))) | TENS
COUNTED = [word for number, word in WORD_OF.items() if number > 1] + ["hundreds", "twice", "dozens?", "both halves"]
"""Number words that are looked for. “one” is left out: it is nearly always no number (“this one”, “one day”)."""
NUMBER = re.compile(rf"\d+(?:[,.]\d+)*|\b(?:{'|'.join(COUNTED)}|seventy-\w+)\b", re.IGNORECASE)

KLEIN = "null eins zwei drei vier fünf sechs sieben acht neun zehn elf zwölf dreizehn vierzehn fünfzehn sechzehn"
ZEHNER = {20: "zwanzig", 30: "dreißig", 50: "fünfzig", 60: "sechzig", 100: "hundert", 1000: "tausend"}
WORT_VON = dict(enumerate(re.findall(r"\w+", KLEIN))) | ZEHNER
GEZAEHLT = [rf"{word}(?:mal|fache?)?" for number, word in WORT_VON.items() if number > 1]
GEZAEHLT += ["doppelt"]
NUMBER_IN_BOTH = re.compile(rf"{NUMBER.pattern}|\b(?:{'|'.join(GEZAEHLT)})\b|\w+undsiebzigste", re.IGNORECASE)
"""For texts in English and German."""

FORMS = {
    "word": WORD_OF,
    "wort": WORT_VON,
    "mal": {number: f"{word}mal" for number, word in WORT_VON.items()},
    "ordinal": {75: "seventy-fifth", 77: "seventy-seventh"},
    "ordnung": {75: "fünfundsiebzigste", 77: "siebenundsiebzigste"},
}
"""How the prose writes numbers in words: those that it counts with, and the sessions that it names."""

NO_DATA = {
    "a cell of code quoted in the prose": r"```[\s\S]*?```|^ {4}.*$|`[^`\n]+`",
    "where a link leads": r"(?<=\])\([^)\s]+\)",
    "a label; that it exists is a test of its own": r"\b[PO]P\d+(?:\([a-z]\))?",
    "a symbol; the whole text knows it or it is listed": r"\bA/[\w./]*\d|(?<!-)\b\d\d/\d+(?!/)\b|\bI-24/7\b|\bL\.20\b",
    "the number of a section and its minutes": r"^#+ \d+(?:\.\d+)?\.? |\(\d+ minutes[^)]*\)$|\*\*Time:\*\*.*?minutes.*$",
    "the number of a notebook": r"\[0\d [^\]]*\]|\bnotebooks? 0\d\b|^\| 00 Start|`0\d_\w+`",
    "the number of an item in a list": r"^\d\. ",
    "the number of a rule in this notebook": r"\*\*Rule \d:",
}
"""What kinds of numbers are no data, each with the pattern that knows them."""

NO_DATA_IN_EXERCISES = {
    "the number of an exercise": rf"\b(?:{'|'.join(re.escape(e.number) for e in exercises.all_exercises())})\b",
    "the title of its notebook": r"^# Exercises \d:",
    "a section of a notebook; that it exists is a test of its own": r"\b0\d §\d+|\b(?:Section|Abschnitt) \d+ (?:of|von|des)\b",
    "code in a hint, which has no marks": r"\w\([^()\n]*\)|\[-?\d\]|> 0\b|\banswer_\d_\d|\b[a-z]+\d+\b",
}
"""The same for exercises, quizzes and what teachers read about them."""


def compiled(*kinds: dict[str, str]) -> re.Pattern:
    return re.compile("|".join(pattern for kind in kinds for pattern in kind.values()), re.MULTILINE)


PLAIN, ABOUT_EXERCISES = compiled(NO_DATA), compiled(NO_DATA, NO_DATA_IN_EXERCISES)


def written(value: object, form: str) -> str:
    """A value as the prose writes it: 7 as "7", with the form "word" as "seven", "Word" as "Seven", "wort" as "sieben".

    The form "," gives 1234 as "1,234", the form "." as "1.234".
    """
    if form.casefold() in FORMS:
        word = FORMS[form.casefold()][int(value)]  # type: ignore[call-overload]
        return word.capitalize() if form.istitle() else word
    if form in (",", "."):
        return f"{value:,}".replace(",", form)
    return str(value)


def filled(piece: str, known: dict) -> tuple[str, list[tuple[int, int]]]:
    """A piece with its numbers, and where in it they stand."""
    text, places, rest = "", [], 0
    for hole in re.finditer(r"\{([^{}|]+)(?:\|([^{}]+))?\}", piece):
        text += piece[rest : hole.start()]
        number = written(eval(hole[1].strip(), known), (hole[2] or "").strip())
        places.append((len(text), len(text) + len(number)))
        text, rest = text + number, hole.end()
    return text + piece[rest:], places


def unaccounted(
    text: str, table: dict, known: dict, number: re.Pattern = NUMBER, no_data: re.Pattern = PLAIN
) -> tuple[list[str], list[str]]:
    """(pieces that are not in the text, numbers that nothing accounts for), in words."""
    covered, missing = [hit.span() for hit in no_data.finditer(text)], []
    for pieces, has_to_be_there in ((table.get("data", []), True), (EVERYWHERE["data"], False)):
        for piece in pieces:
            wanted, places = filled(piece, known)
            hits = [hit.start() for hit in re.finditer(re.escape(wanted), text)]
            if has_to_be_there and not hits:
                missing.append(f"{piece!r} gives {wanted!r}, which is not there")
            covered += [(hit + a, hit + b) for hit in hits for a, b in places]
    for reason, pieces in table.get("other", {}).items():
        for piece in pieces:
            hits = [hit.span() for hit in re.finditer(re.escape(piece), text)]
            missing += [] if hits else [f"{piece!r} ({reason}) is not there"]
            covered += hits
    covered += [hit.span() for pieces in EVERYWHERE["other"].values() for p in pieces for hit in re.finditer(re.escape(p), text)]
    lost = [
        f"{hit[0]!r} in “…{text[max(0, hit.start() - 50) : hit.end() + 40]}…”"
        for hit in number.finditer(text)
        if not any(a <= hit.start() and hit.end() <= b for a, b in covered)
    ]
    return missing, lost
