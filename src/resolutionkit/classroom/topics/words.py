"""Exercises on openers and citations: what is right, and what typical slips give."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable

from resolutionkit.classroom.answers import Label, Number, Pairs, Several, Words
from resolutionkit.classroom.sheet import Sheet
from resolutionkit.classroom.written_answers import names_a_paragraph
from resolutionkit.document.bundled import load
from resolutionkit.document.model import Resolution
from resolutionkit.language import Text, _
from resolutionkit.tables import rows

_MARKS = ("sowie ", "ferner ")
_VERBS = ("Encourages", "Requests", "Welcomes", "Reaffirms", "Decides")


class Year(Number):
    """A year; of another one it makes no sense to say "too many"."""

    expects = Text("a year such as 1945, without quotation marks", "ein Jahr wie 1945, ohne Anführungszeichen")

    def difference(self, answer: object, right: object) -> str:
        return _("That is a different year.")


class Tally(Pairs):
    """Paragraphs, and how much is in each."""

    expects = Text('a dictionary such as {"PP3": 2}', 'ein Dictionary wie {"PP3": 2}')


def _marked(*marks: str) -> list[str]:
    return [p.label for p in load().preamble if p.opener.startswith(marks)]


def _repeated() -> list[str]:
    openers = {p.label: p.opener.removeprefix("sowie ").removeprefix("ferner ") for p in load().preamble}
    often = Counter(openers.values())
    return [label for label, opener in openers.items() if often[opener] > 1]


def _years(text: str) -> list[int]:
    return [int(year) for year in re.findall(r"\b\d{4}\b", text)]


def _commonest(column: str, language: str, parts: Iterable[str] = ("operative",)) -> str:
    found = [row for row in rows("opener_counts") if row["language"] == language and row["part"] in parts]
    return max(found, key=lambda row: int(row[column]))["opener"]


def _cited(*, body: bool = True, notes: bool = True) -> Counter[str]:
    return Counter(r.label for r in load().references if (notes if r.footnote else body))


def _counts(column: str = "paragraphs") -> dict[str, int]:
    wanted = [row for row in rows("opener_counts") if (row["language"], row["part"]) == ("en", "operative")]
    return {row["opener"]: int(row[column]) for row in wanted}


def _gain(*marks: str, column: str = "paragraphs") -> dict[str, int]:
    counts = _counts(column)
    return {verb: sum(counts.get(f"{mark} {verb.lower()}", 0) for mark in marks) for verb in _VERBS}


def _family() -> dict[str, int]:
    counts, gain = _counts(), _gain("Also", "Further")
    return {verb: counts[verb] + gain[verb] for verb in _VERBS}


def _all_that_contain() -> dict[str, int]:
    counts = _counts()
    return {
        verb: sum(n for opener, n in counts.items() if verb.lower() in opener.lower() and opener != verb)
        for verb in _VERBS
    }


def _has_a_count(text: str, _: Resolution) -> bool:
    """Whether a number stands in the text that is neither a label nor a resolution nor the session."""
    rest = re.sub(r"\b(?:PP|OP)\s?\d+|\b\d+/\d+|\b75(?:th|\.)", " ", text)
    return bool(re.search(r"\d", rest))


def _has_a_verb(text: str, _: Resolution) -> bool:
    """Whether the text names an opener, in whatever form: "Requests", "to request", "ersucht"."""
    openers = {row["opener"] for row in rows("opener_counts")} | {p.opener for p in load().operative}
    return any(opener.rstrip("s").casefold() in text.casefold() for opener in openers)


sheet = Sheet("words")
EXERCISES = (
    sheet.closed(
        "2.1",
        Several(Label()),
        right=lambda: _marked(*_MARKS),
        mistakes={
            "one-mark": lambda: _marked("sowie "),
            "anywhere": lambda: [p.label for p in load().preamble if any(mark in p.text for mark in _MARKS)],
            "repeated": _repeated,
        },
    ),
    sheet.closed(
        "2.2",
        Year(),
        right=lambda: _years(load()["PP2"].text)[0],
        mistakes={
            "volume": lambda: _years(load()["PP2"].footnotes[0].text)[0],
            "item": lambda: _years(load()["PP2"].footnotes[0].text)[1],
            "arrangement": lambda: max(_years(load()["PP11"].text)),
            "key-role": lambda: _years(load()["PP7"].text)[0],
        },
    ),
    sheet.closed(
        "2.3",
        Words(),
        right=lambda: _commonest("resolutions", "en"),
        mistakes={
            "paragraphs": lambda: _commonest("paragraphs", "en"),
            "preamble": lambda: _commonest("resolutions", "en", ("preamble", "operative")),
            "german": lambda: _commonest("resolutions", "de"),
        },
    ),
    sheet.closed(
        "2.4",
        Tally(Number(), names=Label()),
        right=_cited,
        mistakes={
            "no-notes": lambda: _cited(notes=False),
            "notes-only": lambda: _cited(body=False),
            "marks": lambda: {p.label: len(p.footnotes) for p in load().paragraphs if p.footnotes},
        },
    ),
    sheet.closed(
        "2.5",
        Pairs(Number()),
        right=lambda: _gain("Also", "Further"),
        mistakes={
            "one-mark": lambda: _gain("Also"),
            "total": _family,
            "contains": _all_that_contain,
            "resolutions": lambda: _gain("Also", "Further", column="resolutions"),
        },
    ),
    sheet.essay(
        "2.6",
        words=(30, 150),
        conditions={"label": names_a_paragraph, "number": _has_a_count, "verb": _has_a_verb},
        mistakes={
            "label": "Encourages begins 703 paragraphs and Urges 350. That shows what is usual in the Assembly. It says "
            "nothing of strength: nobody has published a ranking on which all agree, so I would look at the talks.",
            "number": "Encourages begins more paragraphs than Urges does. That shows what is usual in the Assembly, not "
            "what is strong: OP4 urges two organizations, and what it weighs was settled in the room.",
            "verb": "The most usual word begins 703 paragraphs. This shows what is common in the Assembly and not what "
            "is strong. For OP4 I would look at who is spoken to, and at what stood there two years ago.",
        },
    ),
)
