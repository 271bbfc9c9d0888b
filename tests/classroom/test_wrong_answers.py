"""Walks every exercise with wrong answers, known and generated: none is right, none is an error, nearly all hear why.

python tests/classroom/test_wrong_answers.py     # what each answer hears, and the share with a sentence of its own
"""

from __future__ import annotations

import random
import re
import tomllib
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import networkx as nx
import pytest

import resolutionkit as rk
from resolutionkit.classroom import all_exercises
from resolutionkit.classroom.answers import Name, Number, Quote, Words
from resolutionkit.classroom.exercise import Closed, Exercise, value_of
from resolutionkit.classroom.made_answers import Function, Graph, Pairs, Several

GENERATED = 10
"""Wrong answers for each exercise, beside the known ones."""
NOTHING_OF_ITS_OWN = re.compile(
    r"(?:Look at .+ again\. ?)?(?:With .+ it returns .+, and that is not right\. ?)?"
    r"(?:These do not belong here: .+?\. ?|\d+ (?:is|are) missing\. ?|That is too (?:many|few)\. ?|Not quite\..*|"
    r"Look in the other part.*|The part is right.*|Among the \w+: \d+ too many, \d+ missing\. ?)*"
)
"""Feedback that says that something is wrong, and not what led there."""

LABELS = [p.label for p in rk.load().paragraphs]
NAMES = list(rk.actors()["id"])


def other(kind: Any, right: Any, dice: random.Random) -> Any:
    """Something else of the same type: what a learner may well have taken for it."""
    if isinstance(kind, Number):
        return (
            right + dice.choice([-3, -2, -1, 1, 2, 3])
            if isinstance(right, int)
            else round(right * dice.uniform(0.3, 0.9), 2)
        )
    if isinstance(kind, Name):
        return dice.choice([name for name in NAMES if name != right])
    if isinstance(kind, Quote):
        return " ".join(dice.choice(rk.load().preamble).text.split()[:8])
    if isinstance(kind, Words):
        return dice.choice(["Urges", "Welcomes", "Notes", "Decides", "Encourages", "Reaffirms", "Calls upon"])
    if isinstance(kind, Several):
        return one_off(kind, list(right), dice)
    return dice.choice([label for label in LABELS if label != right])


def one_off(kind: Several, right: list[Any], dice: random.Random) -> list[Any]:
    """A list with one thing too many, too few, or another one."""
    wrong = list(right)
    deed = dice.choice(["add", "drop", "replace", "swap"] if kind.ordered else ["add", "drop", "replace"])
    if deed in ("drop", "replace") and wrong:
        wrong.pop(dice.randrange(len(wrong)))
    if deed in ("add", "replace"):
        wrong.insert(dice.randrange(len(wrong) + 1), other(kind.of, None, dice))
    if deed == "swap" and len(wrong) > 1:
        wrong[0], wrong[-1] = wrong[-1], wrong[0]
    return wrong


def wrong_pairs(kind: Pairs, right: dict[Any, Any], dice: random.Random) -> dict[Any, Any]:
    """A dictionary with one pair too few or too many, or with another value."""
    wrong, name = dict(right), dice.choice(list(right))
    deed = dice.choice(["drop", "change", "change", "add"])
    if deed == "drop":
        del wrong[name]
    elif deed == "add":
        wrong[other(kind.names, None, dice)] = right[name]
    else:
        wrong[name] = other(kind.of, right[name], dice)
    return wrong


def wrong_graph(right: nx.Graph, dice: random.Random) -> nx.Graph:
    """A network with one line too few, or one between two that have none."""
    wrong = right.copy()
    if dice.random() < 0.5:
        wrong.remove_edge(*dice.choice(list(wrong.edges())))
    else:
        wrong.add_edge(dice.choice(NAMES), dice.choice(NAMES))
    return wrong


def wrong_function(kind: Function, right: Any, dice: random.Random) -> Any:
    """A function that gives something else in one case."""
    place = dice.randrange(len(kind.cases))
    value = other(kind.gives, right(*kind.cases[place]), dice)
    return lambda *case: value if case == kind.cases[place] else right(*case)


def generated(e: Closed) -> Iterator[Any]:
    """Wrong answers to an exercise that differ a little from the right one, the same on each run."""
    dice = random.Random(e.number)
    found = 0
    while found < GENERATED:
        wanted = e.kind.read(e.right)
        if isinstance(e.kind, Several):
            wrong = one_off(e.kind, wanted, dice)
        elif isinstance(e.kind, Pairs):
            wrong = wrong_pairs(e.kind, wanted, dice)
        elif isinstance(e.kind, Graph):
            wrong = wrong_graph(e.right, dice)
        elif isinstance(e.kind, Function):
            wrong = wrong_function(e.kind, e.right, dice)
        else:
            wrong = other(e.kind, e.right, dice)
        if not e.kind.same(e.kind.read(wrong), wanted):
            found += 1
            yield wrong


def unfinished(e: Exercise) -> Iterator[str]:
    """Texts that are not what was asked for: the model cut off or without its parts, and no text at all."""
    model = re.split('"""', e.solved)[1].strip()
    yield from (" ".join(model.split()[:n]) for n in (3, 6))
    yield from (model.replace(gone, "") for gone in re.findall(r"\b(?:OP|PP)\d+|75/10|\d\.", model)[:3])
    yield from ("I do not know.", "OP4", "See above.", "The General Assembly,")


@cache
def heard() -> list[tuple[Exercise, Any, Any]]:
    """(exercise, wrong answer, outcome) of the whole walk."""
    walk = []
    for e in all_exercises():
        if isinstance(e, Closed):
            wrong = [answer for answer, _mistake in e.typical] + list(generated(e))
        else:
            wrong = [text for c in e.conditions for text in c.wrong] + list(unfinished(e))
        walk += [(e, answer, e.mark(answer)) for answer in wrong]
    return walk


def names_a_cause(text: str) -> bool:
    """Whether feedback says more than that something is wrong."""
    return NOTHING_OF_ITS_OWN.fullmatch(text) is None


def test_no_wrong_answer_is_right():
    closed = [
        (e.number, answer) for e, answer, outcome in heard() if isinstance(e, Closed) and outcome.status != "not yet"
    ]
    written = [(e.number, answer) for e, answer, outcome in heard() if not isinstance(e, Closed) and outcome.right]
    assert closed + written == []


def test_no_wrong_answer_ends_in_an_error():
    assert not [(e.number, outcome.text) for e, _answer, outcome in heard() if "could not be read" in outcome.text]


def test_nine_in_ten_hear_what_led_there():
    silent = [(e.number, outcome.text) for e, _answer, outcome in heard() if not names_a_cause(outcome.text)]
    assert len(silent) <= 0.1 * len(heard()), silent


FRESH = tomllib.loads(Path(__file__).with_name("fresh_wrong_answers.toml").read_text(encoding="utf-8"))


@pytest.mark.parametrize("kind", FRESH)
def test_fresh_wrong_answers_hear_what_led_there(kind):
    walk = []
    for number, answers in FRESH[kind].items():
        e = rk.exercise(number)
        walk += [e.mark(value_of(answer, e.names) if isinstance(e, Closed) else answer) for answer in answers]
    heard = [o for o in walk if o.status != "complete" and names_a_cause(o.text)]
    assert len(walk) >= 20
    assert not [o for o in walk if o.right or "could not be read" in o.text]
    assert len(heard) >= 0.9 * len(walk)


@pytest.mark.parametrize(
    "text", ["1 is missing.", "These do not belong here: OP7. 2 are missing.", "Look at un again. That is too few."]
)
def test_what_names_no_cause_does_not_count(text):
    assert not names_a_cause(text)


if __name__ == "__main__":
    for e, answer, outcome in heard():
        print(f"{e.number} {'' if names_a_cause(outcome.text) else '– '}{str(answer)[:90]!r}: {outcome}")
    named = sum(names_a_cause(outcome.text) for _e, _answer, outcome in heard())
    print(f"{named} of {len(heard())} wrong answers hear what led there ({named / len(heard()):.1%}).")
