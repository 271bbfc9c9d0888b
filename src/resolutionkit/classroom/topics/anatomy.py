"""Exercises on the parts of a resolution: what is right, and what typical slips give."""

from __future__ import annotations

from resolutionkit.classroom.answers import Label, Number, Pairs, Several
from resolutionkit.classroom.made_answers import Function
from resolutionkit.classroom.sheet import Sheet
from resolutionkit.classroom.written_answers import names_a_paragraph
from resolutionkit.document.bundled import load
from resolutionkit.document.model import Paragraph


def _last_marks(paragraphs: tuple[Paragraph, ...]) -> dict[str, int]:
    marks = [p.text[-1] for p in paragraphs]
    return {mark: marks.count(mark) for mark in marks}


def _words(paragraph: Paragraph) -> int:
    return len(paragraph.text.split())


def _with_list() -> Paragraph:
    return next(p for p in load().operative if p.items)


def _session(symbol: str) -> int:
    return int(symbol.split("/")[2])


_SYMBOLS = ("A/RES/75/10", "A/RES/71/19", "A/RES/60/288", "A/RES/9/7")

sheet = Sheet("anatomy")
EXERCISES = (
    sheet.closed(
        "1.1",
        Number(),
        right=lambda: len(load().preamble),
        mistakes={
            "organ-line": lambda: len(load().preamble) + 1,
            "operative": lambda: len(load().operative),
            "both-parts": lambda: len(load().preamble) + len(load().operative),
        },
    ),
    sheet.closed(
        "1.2",
        Label(),
        right=lambda: _with_list().items[1].label,
        mistakes={
            "whole-paragraph": lambda: _with_list().label,
            "first-item": lambda: _with_list().items[0].label,
            "preamble": lambda: _with_list().items[1].label.replace("OP", "PP"),
        },
    ),
    sheet.closed(
        "1.3",
        Several(Label(), ordered=True),
        right=lambda: [p.label for p in load().paragraphs if p.footnotes],
        mistakes={
            "preamble-only": lambda: [p.label for p in load().preamble if p.footnotes],
            "backwards": lambda: [p.label for p in reversed(load().paragraphs) if p.footnotes],
            "all": lambda: [p.label for p in load().paragraphs],
        },
    ),
    sheet.closed(
        "1.4",
        Pairs(Number()),
        right=lambda: _last_marks(load().operative),
        mistakes={
            "preamble": lambda: _last_marks(load().preamble),
            "items-too": lambda: _last_marks(tuple(p for top in load().operative for p in top.walk())),
            "no-colon": lambda: {";": len(load().operative) - 1, ".": 1},
        },
    ),
    sheet.closed(
        "1.5",
        Function(lambda: [(symbol,) for symbol in _SYMBOLS], Number()),
        right=lambda: _session,
        mistakes={
            "number": lambda: lambda symbol: int(symbol.split("/")[3]),
            "two-digits": lambda: lambda symbol: int(symbol[6:8]),
            "constant": lambda: lambda symbol: 75,
        },
    ),
    sheet.closed(
        "1.6",
        Several(Label(), ordered=True),
        right=lambda: [max(part, key=_words).label for part in (load().preamble, load().operative)],
        mistakes={
            "order": lambda: [max(part, key=_words).label for part in (load().operative, load().preamble)],
            "shortest": lambda: [min(part, key=_words).label for part in (load().preamble, load().operative)],
        },
    ),
    sheet.essay(
        "1.7",
        words=(20, 120),
        conditions={
            "label": names_a_paragraph,
            "resolution": lambda text, _: "75/10" in text,
            "date": lambda text, _: "2020" in text,
            "right-paragraph": lambda text, _: "OP15" in text.replace(" ", ""),
        },
        mistakes={
            "label": "The Secretary-General is asked to report to the Assembly at its next session but one on what "
            "became of all this; General Assembly resolution 75/10 of 23 November 2020 says so near its end.",
            "date": "In OP15 of resolution 75/10 the Assembly requests the Secretary-General to report to it, at its "
            "seventy-seventh session, on how the resolution was carried out.",
        },
    ),
)
