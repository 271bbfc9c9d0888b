"""Exercises on negotiating: what is right, and what typical slips give."""

from __future__ import annotations

import re
from collections.abc import Callable

from resolutionkit.classroom.answers import Label, Number, Pairs, Several
from resolutionkit.classroom.sheet import Sheet
from resolutionkit.classroom.written_answers import names_a_paragraph
from resolutionkit.document.bundled import load
from resolutionkit.document.model import Resolution
from resolutionkit.document.reading import parse
from resolutionkit.drafting.negotiation import Amended, Comparison, amend, read_amendments
from resolutionkit.drafting.review import review
from resolutionkit.errors import KitError

sheet = Sheet("negotiation")


def _quoted(number: str) -> str:
    """What stands in the question of an exercise between its two lines of backticks."""
    return str(sheet.entries[number]["question"]["en"]).split("```")[1].strip()


# --- 7.1: what the Assembly says again ------------------------------------------------------------------------


def _opened_by(word: str) -> list[str]:
    return [p.label for p in load().operative if p.opener.startswith(word)]


# --- 7.2 and 7.3: what becomes of the paragraphs --------------------------------------------------------------


def _lines(number: str) -> list[str]:
    return _quoted(number).splitlines()


def _amended(number: str, *only: int) -> Amended:
    """75/10 with the amendments of a question, or with the lines that ``only`` names, from 0."""
    lines = _lines(number)
    return amend(load(), read_amendments("\n".join(lines[n] for n in only) if only else "\n".join(lines)))


def _labels(comparison: Comparison, *, same: bool = False) -> dict[str, str]:
    both = {p.before.label: p.after.label for p in comparison.pairs if p.before and p.after}
    return {old: new for old, new in both.items() if same or old != new}


def _one_by_one(number: str) -> dict[str, str]:
    """Each line applied to what the one before it left: labels of the later ones then mean other paragraphs."""
    now, step = load(), {p.label: p.label for p in load().paragraphs}
    for line in _lines(number):
        done = amend(now, read_amendments(line))
        after = _labels(done.comparison, same=True)
        now, step = done.draft, {old: after[new] for old, new in step.items() if new in after}
    return {old: new for old, new in step.items() if old != new}


def _counts(number: str) -> dict[str, int]:
    return {str(kind): count for kind, count in _amended(number).comparison.counts().items()}


def _without_items() -> dict[str, int]:
    pairs = [p for p in _amended("7.3").comparison.pairs if not (p.after or p.before).marker]  # type: ignore[union-attr]
    return {kind: sum(p.kind == kind for p in pairs) for kind in _counts("7.3")}


def _numbers_as_changes() -> dict[str, int]:
    counts, renumbered = _counts("7.3"), len(_labels(_amended("7.3").comparison))
    return counts | {"kept": counts["kept"] - renumbered, "changed": counts["changed"] + renumbered}


# --- 7.4: an amendment that softens ---------------------------------------------------------------------------


def _tried(text: str) -> Amended | None:
    try:
        return amend(parse(_quoted("7.4"), "en"), read_amendments(text))
    except KitError:
        return None


def _readable(text: str, _: Resolution) -> bool:
    try:
        return bool(read_amendments(text))
    except KitError:
        return False


def _of_the_amended(holds: Callable[[Amended], bool]) -> Callable[[str, Resolution], bool]:
    def test(text: str, _: Resolution) -> bool:
        done = _tried(text)
        return done is not None and holds(done)

    return test


def _first_act(done: Amended) -> str:
    """The text of what was OP1; "" where it is gone."""
    return next((p.after.text for p in done.comparison.pairs if p.before and p.after and p.before.label == "OP1"), "")


def _aim_stays(done: Amended) -> bool:
    act = _first_act(done)
    return "I-24/7" in act and "border" in act


_SOON = re.compile(
    r"one year|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|a few|[1-9]|1[0-2]) months?\b|"
    r"\bweeks?\b|\bdays?\b|immediately|at once|without delay",
    re.IGNORECASE,
)


def _date_is_gone(done: Amended) -> bool:
    """The year is gone, and no shorter time has come instead."""
    return not _SOON.search(_first_act(done))


def _in_form(done: Amended) -> bool:
    return not [f for f in review(done.draft) if f.severity == "error"]


# --- 7.5 and 7.6: words for several ---------------------------------------------------------------------------


def _first_says(pattern: str) -> Callable[[str, Resolution], bool]:
    return lambda _, draft: (
        bool(draft.operative)
        and bool(re.search(pattern, " ".join(p.text for p in draft.operative[0].walk()), re.IGNORECASE))
    )


_CHOICE = (
    r"appropriate|\b(?:up)?on (?:\w+ )?requests?\b|\bat the request\b|\brequested\b|sovereign|voluntar|possible|choose|decide|"
    r"\b(?:if|as|where|when|whenever) (?:necessary|needed|applicable|feasible|required)\b|discretion|consider|"
    r"(?:national|domestic|internal|own|applicable) (?:\w+ )?(?:law|legislation|legal|priorit|circumstances|rules|regulations|polic)|"
    r"laws of|consent|\bmay\b|in a position to|\bwish|willing|\bable to\b"
)
"""Words that leave a choice; the list is wide, since nobody who found another way should be scolded."""

_VOTES = (
    r"\b(?:we|delegation|state|country|government|i)(?: will| shall| therefore| can| should)* votes? (?:in favou?r|for|yes)\b"
    r"|\bstimm(?:en|t|e)(?: \w+){0,3} (?:dafür|mit ja)\b"
)


def _nobody_votes(text: str, _: Resolution) -> bool:
    return not re.search(_VOTES, text, re.IGNORECASE)


def _says_how(text: str, _: Resolution) -> bool:
    return bool(re.search(r"consensus|without (?:a )?(?:recorded )?vot|konsens|ohne abstimmung", text, re.IGNORECASE))


_FRAME = (
    "The General Assembly,\n\nRecalling its resolution 75/10 of 23 November 2020,\n\n{draft}\n\n"
    "2. Requests the Secretary-General to report on the implementation of the present resolution."
)

EXERCISES = (
    sheet.closed(
        "7.1",
        Several(Label()),
        right=lambda: _opened_by("bekräftigt"),
        mistakes={
            "anywhere": lambda: [p.label for p in load().paragraphs if "bekräftigt" in p.text],
            "marked-overlooked": lambda: [p.label for p in load().operative if p.opener == "bekräftigt"],
            "stresses": lambda: _opened_by("betont"),
        },
    ),
    sheet.closed(
        "7.2",
        Pairs(Label(), names=Label()),
        right=lambda: _labels(_amended("7.2").comparison),
        mistakes={
            "one-by-one": lambda: _one_by_one("7.2"),
            "deletion-only": lambda: _labels(_amended("7.2", 0).comparison),
            "insertion-only": lambda: _labels(_amended("7.2", 1).comparison),
            "all": lambda: _labels(_amended("7.2").comparison, same=True),
        },
    ),
    sheet.closed(
        "7.3",
        Pairs(Number()),
        right=lambda: _counts("7.3"),
        mistakes={
            "items-overlooked": _without_items,
            "renumbered": _numbers_as_changes,
            "zeros-left-out": lambda: {kind: count for kind, count in _counts("7.3").items() if count},
        },
    ),
    sheet.drafting(
        "7.4",
        conditions={
            "readable": _readable,
            "fits": _of_the_amended(lambda done: True),
            "stays": _of_the_amended(_aim_stays),
            "softer": _of_the_amended(_date_is_gone),
            "form": _of_the_amended(_in_form),
        },
        mistakes={
            "readable": "Please make OP1 less strict, we need more time.",
            "fits": "In OP4 delete “within one year”",
            "stays": "Delete OP1",
            "softer": "In OP1 replace “Requests” by “Invites”",
            "form": "Replace OP1 by: All Member States should connect every border post to I-24/7;",
        },
        frame="The General Assembly,\n\nDecides to remain seized of the matter.",
    ),
    sheet.drafting(
        "7.5",
        conditions={
            "one": lambda _, draft: len(draft.operative) == 2 and draft.operative[0].number == 1,
            "sharing": _first_says("fingerprint|biometric"),
            "rights": _first_says("human rights"),
            "choice": _first_says(_CHOICE),
        },
        mistakes={
            "one": "1. Encourages Member States to exchange fingerprints;\n\n"
            "2. Stresses that human rights have to be respected, in accordance with national law;",
            "sharing": "1. Encourages Member States to respect human rights, as appropriate;",
            "rights": "1. Encourages Member States to exchange fingerprints, in full respect of national sovereignty;",
            "choice": "1. Requests all Member States to exchange all fingerprints while respecting human rights;",
        },
        frame=_FRAME,
    ),
    sheet.essay(
        "7.6",
        words=(25, 60),
        conditions={"label": names_a_paragraph, "nobody-votes": _nobody_votes, "how": _says_how},
        mistakes={
            "label": "We join the consensus because the list of States that do not share is gone and our sovereignty is "
            "named where it matters, in words on which the Assembly has agreed before.",
            "nobody-votes": "We vote in favour of the text, since OP6 no longer has a list of States and OP2 names our "
            "sovereignty; the checks in OP3 are a price that our police can pay without new money.",
            "how": "OP6 no longer has a list of States, and OP2 names our sovereignty. The checks in OP3 are a price that "
            "our police can pay, so we do not stand in the way of the others.",
        },
    ),
)
