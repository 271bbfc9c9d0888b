"""German as the kit speaks it: polite throughout, one word for one thing, and German quotation marks."""

from __future__ import annotations

import ast
import csv
import json
import re
import tomllib
from collections.abc import Iterator
from pathlib import Path

import polib
import pytest

ROOT = Path(__file__).parents[2]

ONE_WORD = {
    r"Semikola": "Semikolons, like Kommas",
    r"Einleitungsformeln?|Eröffnungs\w+|Opener": "Einleitungswörter",
    r"Paragra(?:ph|f)\w*": "Absatz",
    r"Präambelparagra\w+|Präambularabs\w+|präambular\w*": "Präambelabsatz",
    r"[Oo]perative[mnrs]? (?:Ab|Unterab)s[aä]tz\w*": "Ziffer",
    r"[Uu]nterparagra\w+|[Ss]ubparagra\w+|[Uu]nterabs[aä]tz\w*|[Uu]nterziffern?": "Buchstabe",
    r"[Bb]eschlussteil\w*|Hauptteil\w*|Operationsteil\w*": "operativer Teil",
    r"Session\w*|Sitzungsperiode\w*": "Tagung",
    r"Staatenmitglied\w*|Mitgliedsstaat\w*": "Mitgliedstaaten, as the United Nations spell it",
}
"""What the kit does not say -> what it says."""
POLITE = re.compile(r"\b(?:[Dd]u|[Dd]ein(?:e[mnrs]?)?|[Dd]ir|[Dd]ich|[Ee]uch|[Ee]ure?[mnrs]?)\b")
CODE = re.compile(r"```[\s\S]*?```|`[^`]*`|\{[^{}]*\}")


def in_tables(value: object, place: str) -> Iterator[tuple[str, str]]:
    if isinstance(value, dict):
        for key, inner in value.items():
            if key == "de" and isinstance(inner, str):
                yield place, inner
            elif key not in ("good", "bad"):  # examples of rules hold mistakes on purpose
                yield from in_tables(inner, f"{place} {key}")
    elif isinstance(value, list):
        for inner in value:
            yield from in_tables(inner, place)


def in_rows(path: Path) -> Iterator[tuple[str, str]]:
    """Names and purposes in a table of ``data/``; its quotes are those of the United Nations."""
    with path.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            yield from ((f"{path.stem} {row['id']}", row[key]) for key in ("name_de", "purpose_de") if key in row)


def literal(node: ast.expr) -> str:
    """A text in code; what stands in braces is left out."""
    if isinstance(node, ast.JoinedStr):
        return "".join(v.value if isinstance(v, ast.Constant) else "{}" for v in node.values)
    if isinstance(node, ast.IfExp):
        return f"{literal(node.body)} {literal(node.orelse)}"
    return node.value if isinstance(node, ast.Constant) and isinstance(node.value, str) else ""


def in_code(path: Path) -> Iterator[tuple[str, str]]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Call):
            name = getattr(node.func, "id", getattr(node.func, "attr", ""))
            german = [keyword.value for keyword in node.keywords if keyword.arg == "de"]
            if name in ("say", "tell", "Text") and len(node.args) >= 2:
                german.append(node.args[1])
            yield from ((f"{path.relative_to(ROOT)}:{node.lineno}", literal(text)) for text in german)


def texts() -> list[tuple[str, str]]:
    """(place, text) of all German that a user sees."""
    found = [(path.stem, path.read_text(encoding="utf-8")) for path in sorted((ROOT / "data").rglob("*.de.md"))]
    for path in sorted(ROOT.glob("*/de/*.ipynb")):
        cells = json.loads(path.read_text(encoding="utf-8"))["cells"]
        found += [
            (f"{path.name} {n}", "".join(c["source"])) for n, c in enumerate(cells) if c["cell_type"] == "markdown"
        ]
    for path in sorted((ROOT / "data").rglob("*.toml")):
        found += in_tables(tomllib.loads(path.read_text(encoding="utf-8")), path.stem)
    for entry in polib.pofile(str(ROOT / "src/resolutionkit/language/locale/de/LC_MESSAGES/resolutionkit.po")):
        found += [(entry.msgid, said) for said in entry.msgstr_plural.values() or [entry.msgstr]]
    for name in ("actors", "systems", "topics"):
        found += in_rows(ROOT / "data" / f"{name}.csv")
    for path in [*sorted((ROOT / "src").rglob("*.py")), ROOT / "start.py"]:
        found += in_code(path)
    return [(place, text) for place, text in found if text]


def faults(text: str) -> list[str]:
    """What is wrong with a German text, in words."""
    text = CODE.sub("", text)
    found = [f"{hit[0]}: say Sie" for hit in POLITE.finditer(text)]
    for never, instead in ONE_WORD.items():
        found += [f"{hit[0]}: {instead}" for hit in re.finditer(rf"\b(?:{never})\b", text)]
    english = re.sub(r"“[^“”„]*”", "", text)  # an amendment in English has English marks
    if english.count("„") != english.count("“"):
        found.append("quotation marks are „…“")
    return found


def test_there_is_german_to_read():
    assert len(texts()) > 1500


def test_german_has_no_fault():
    assert {place: found for place, text in texts() if (found := faults(text))} == {}


@pytest.mark.parametrize(
    "text",
    [
        "Schau dir deinen Absatz an.",
        "Semikola tragen den Satz.",
        "Ein Präambelparagraph endet mit einem Komma.",
        "Der dritte Paragraf.",
        "Jeder operative Absatz beginnt mit einem Verb.",
        "Setzen Sie vor Unterabsatz a) einen Doppelpunkt.",
        "Die 75. Session",
        "alle Mitgliedsstaaten",
        "Das Wort “sowie“ steht davor.",
        "Das Wort “sowie steht davor.",
        "Das Wort „sowie” steht davor.",
    ],
)
def test_a_fault_is_found(text):
    assert faults(text)


@pytest.mark.parametrize(
    "text",
    [
        "Achten Sie auf „sowie“ und ihr Zeichen.",
        "In OP1 delete “within one year” · Replace OP7 by: …",
        "Rufen Sie `print(du)` auf.",
    ],
)
def test_what_is_right_is_left_alone(text):
    assert not faults(text)
