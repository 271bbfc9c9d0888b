"""Exercises on drafting: what is right, and what typical slips give."""

from __future__ import annotations

import re
from collections.abc import Callable

from resolutionkit.classroom.answers import Label, Number, Several
from resolutionkit.classroom.made_answers import Function
from resolutionkit.classroom.sheet import Sheet
from resolutionkit.document.bundled import load
from resolutionkit.document.model import Paragraph, Reference, Resolution
from resolutionkit.document.reading import parse
from resolutionkit.drafting.review import review
from resolutionkit.drafting.review.repeats import taken_apart
from resolutionkit.tables import opener_counts

sheet = Sheet("drafting")
_HEAD = "The General Assembly,\n\n"
_REPORT = "Requests the Secretary-General to report on the implementation of the present resolution."


# --- 6.1 and 6.3: where the review finds something ----------------------------------------------------------


def quoted(number: str, language: str = "en") -> str:
    """The draft that stands in the question of an exercise, between its two lines of backticks.

    >>> quoted("6.1").splitlines()[0]
    'The General Assembly,'
    """
    return str(sheet.entries[number]["question"][language]).split("```")[1].strip()


def _wrong(draft: str, *codes: str) -> list[str]:
    """Labels of the paragraphs with an error; with ``codes``, with one of these errors."""
    errors = [f for f in review(draft) if f.severity == "error"]
    return list(dict.fromkeys(f.label for f in errors if not codes or f.code in codes))


def _with_hints(draft: str) -> list[str]:
    return list(dict.fromkeys(f.label for f in review(draft)))


_DRAFTS = (
    f"{_HEAD}Recalling its resolution 75/10 of 23 November 2020,\n\n1. Urges all States to act;\n\n2. {_REPORT}",
    f"{_HEAD}Recalling its resolution 75/10,\n\nMindful of human rights.\n\n1. Urge all States to act,\n\n2. {_REPORT}",
    f"{_HEAD}Recalls its resolution 75/10.\n\nNoting the report,\n\nNoting the answers,\n\n1. Urges all States;\n\n2. {_REPORT}",
)
"""Without a finding; with a hint and three errors in two paragraphs; with hints and two errors in one paragraph."""


# --- 6.2: openers that worry --------------------------------------------------------------------------------


def _worried(column: str = "paragraphs", *, case: bool = False, part: str | None = "preamble") -> int:
    counts = opener_counts("en", part)
    return int(counts.loc[counts["opener"].str.contains("concern", case=case), column].sum())


# --- 6.4 to 6.7: what a draft has to do ---------------------------------------------------------------------


def _of_75_10(draft: Resolution) -> Reference | None:
    return next((r for r in draft.references if r.symbol == "A/RES/75/10"), None)


def _has(*words: str) -> Callable[[str, Resolution], bool]:
    return lambda text, _: all(word in " ".join(text.split()) for word in words)


def _own(text: str, _: Resolution) -> bool:
    return bool(re.search(r"\bits\b[^,;]{0,60} resolutions?\b", " ".join(text.split())))


def _adoption_day(text: str, draft: Resolution) -> bool:
    cited, adopted = _of_75_10(draft), load().adopted
    if cited is None or adopted is None:
        return False
    if cited.date is None:  # "adopted on 23 November 2020", or a date that the review will mend
        return bool(re.search(rf"(?<!/)\b{adopted.day}\b|\b{adopted.day}rd\b", text))
    return cited.date == adopted


_TO_NOBODY: tuple[str, ...] = (
    "acknowledg",
    "commend",
    "condemn",
    "congratulat",
    "emphasiz",
    "notes",
    "reaffirm",
    "recall",
)
_TO_NOBODY += ("recogniz", "stress", "takes", "underlin", "welcom", "decid")


def _speaks_to_somebody(paragraph: Paragraph) -> bool:
    """Only what surely speaks to nobody is refused: the list of verbs that may address somebody is open."""
    verb = taken_apart(paragraph, "en").verb
    return not verb.startswith(_TO_NOBODY)


def _first_is_number_one(_: str, draft: Resolution) -> bool:
    return bool(draft.operative) and draft.operative[0].number == 1


def _marks(text: str, _: Resolution) -> bool:
    return len(re.findall(r"^\s*\([a-z]\) ", text, re.MULTILINE)) >= 2


_RECALLING = "Recalling its resolution 75/10 of 23 November 2020"
_LIST = "1. Calls upon all Member States:\n\n(a) To correct wrong data;\n\n(b) To train those who enter them;"
_REPAIRED = (
    f"{_HEAD}{_RECALLING},\n\nDeeply concerned that stolen passports are used at many borders,\n\n"
    "Concerned also that officers at small border posts cannot check them,\n\n"
    f"1. Strongly recommends that all Member States connect these posts to I-24/7;\n\n2. {_REPORT}"
)
_WHOLE = (
    f"{_HEAD}{_RECALLING},\n\nAware that crime on the Internet stops at no border,\n\n"
    f"1. Invites Member States to share what they have learned about it;\n\n2. {_REPORT}"
)

EXERCISES = (
    sheet.closed(
        "6.1",
        Several(Label()),
        right=lambda: _wrong(quoted("6.1")),
        mistakes={
            "adjective": lambda: [*_wrong(quoted("6.1")), "PP3"],
            "marks-overlooked": lambda: _wrong(quoted("6.1"), "UN104", "UN207"),
            "forms-overlooked": lambda: _wrong(quoted("6.1"), "UN203"),
            "all": lambda: [p.label for p in parse(quoted("6.1")).paragraphs],
        },
    ),
    sheet.closed(
        "6.2",
        Number(),
        right=_worried,
        mistakes={
            "capital": lambda: _worried(case=True),
            "openers": lambda: len(opener_counts("en", "preamble").query("opener.str.contains('(?i)concern')")),
            "resolutions": lambda: _worried("resolutions"),
            "both-parts": lambda: _worried(part=None),
        },
    ),
    sheet.closed(
        "6.3",
        Function(lambda: [(draft,) for draft in _DRAFTS], Several(Label())),
        right=lambda: _wrong,
        mistakes={
            "hints-too": lambda: _with_hints,
            "codes": lambda: lambda draft: [f.code for f in review(draft) if f.severity == "error"],
            "first-only": lambda: lambda draft: _wrong(draft)[:1],
            "everything": lambda: lambda draft: [p.label for p in parse(draft).paragraphs],
        },
    ),
    sheet.drafting(
        "6.4",
        frame=f"{_HEAD}{{draft}}\n\n1. Urges all States to cooperate;\n\n2. {_REPORT}",
        conditions={
            "one-paragraph": lambda _, draft: len(draft.preamble) == 1 and len(draft.operative) == 2,
            "cited": lambda _, draft: _of_75_10(draft) is not None,
            "own": _own,
            "date": _has("November", "2020"),
            "adoption-day": _adoption_day,
        },
        mistakes={
            "one-paragraph": f"The General Assembly,\n\n{_RECALLING},",
            "own": "Recalling resolution 75/10 of 23 November 2020,",
            "date": "Recalling its resolution 75/10 (2020),",
            "adoption-day": "Recalling its resolution 75/10 of 30 November 2020,",
            "UN103": f"{_RECALLING}.",
            "UN104": f"{_RECALLING},".replace("Recalling", "Recalls"),
            "UN404": "Recalling its resolution 75/10 of November 23, 2020,",
        },
    ),
    sheet.drafting(
        "6.5",
        frame=f"{_HEAD}{_RECALLING},\n\n{{draft}}\n\n2. {_REPORT}",
        conditions={
            "number": _first_is_number_one,
            "marks": _marks,
            "one-paragraph": lambda _, draft: len(draft.operative) == 2,
            "addressee": lambda _, draft: bool(re.search(r"\bStates?\b", draft.operative[0].text)),
            "speaks": lambda _, draft: _speaks_to_somebody(draft.operative[0]),
        },
        mistakes={
            "number": _LIST.removeprefix("1. "),
            "marks": "1. Calls upon all Member States to correct wrong data, and to train those who enter them;",
            "one-paragraph": f"{_LIST}\n\n2. Decides to remain seized of the matter.",
            "addressee": _LIST.replace("all Member States", "INTERPOL"),
            "speaks": "1. Welcomes the efforts of Member States:\n\n(a) To correct wrong data;\n\n(b) To train officers;",
            "UN302": _LIST.replace("States:", "States"),
            "UN303": _LIST.replace("officers;", "officers.").replace("data;", "data,"),
            "UN304": _LIST.replace("data;", "data; and"),
            "UN201": _LIST.replace("Calls upon all Member States", "All Member States should"),
        },
    ),
    sheet.drafting(
        "6.6",
        conditions={
            "nothing-lost": _has("passports", "border", "I-24/7", "Secretary-General", "75/10"),
            "parts": lambda _, draft: (len(draft.preamble), len(draft.operative)) == (3, 2),
            "own": _own,
            "fixed-expression": lambda text, _: "this resolution" not in text,
        },
        mistakes={
            "nothing-lost": _REPAIRED.replace(
                "Concerned also that officers at small border posts", "Aware that officers"
            ).replace("connect these posts to I-24/7", "act"),
            "parts": _REPAIRED.replace("borders,\n\nConcerned also", "borders and"),
            "own": _REPAIRED.replace("its resolution", "resolution"),
            "fixed-expression": _REPAIRED.replace("the implementation of the present", "this"),
            "UN104": _REPAIRED.replace("Recalling", "Recalls"),
            "UN103": _REPAIRED.replace("many borders,", "many borders;"),
            "UN106": _REPAIRED.replace("Concerned also", "Also concerned"),
            "UN404": _REPAIRED.replace("23 November 2020", "November 23, 2020"),
            "UN211": _REPAIRED.replace("2. Requests", "2. Requests further"),
        },
    ),
    sheet.drafting(
        "6.7",
        conditions={
            "reasons": lambda _, draft: len(draft.preamble) >= 2,
            "acts": lambda _, draft: len(draft.operative) >= 2,
            "builds-on": lambda _, draft: bool(draft.references),
            "somebody": lambda _, draft: any(_speaks_to_somebody(p) for p in draft.operative),
        },
        mistakes={
            "reasons": _WHOLE.replace("Aware that crime on the Internet stops at no border,\n\n", ""),
            "acts": _WHOLE.split("2. ", maxsplit=1)[0].replace("1. ", "").replace("it;", "it."),
            "builds-on": _WHOLE.replace("75/10 of 23 November 2020", "on police cooperation"),
            "somebody": _WHOLE.replace("Invites", "Welcomes the readiness of").replace(
                _REPORT, "Decides to remain seized of the matter."
            ),
            "UN103": _WHOLE.replace("border,", "border."),
            "UN204": _WHOLE.removesuffix("."),
        },
    ),
)
