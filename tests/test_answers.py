"""What any answer leads to, by its kind: what is read, what counts as the same, and what a learner hears otherwise."""

from __future__ import annotations

from datetime import date

import networkx as nx
import numpy as np
import pandas as pd
import pytest

from resolutionkit.classroom import sheet
from resolutionkit.classroom.answers import MOST_ITEMS, Label, Number, Pairs, Several, Words
from resolutionkit.classroom.made_answers import Function, Graph, Rows
from resolutionkit.errors import TableError
from resolutionkit.language import set_language

DOUBLE = Function(lambda: [(1,), (4,)], Number())
DIRECTED = nx.DiGraph([("un", "interpol")])
WEIGHTED = nx.Graph()
WEIGHTED.add_edge("un", "interpol", weight=2)
TABLE = pd.DataFrame({"label": ["PP1", "PP2"], "words": [7, 9]})


def days(day):
    return pd.DataFrame({"day": [date(2020, 1, day)]})


def endless(n):
    return endless(n)


def told(kind, answer, right):
    """What a learner hears whose answer is another one; "" where it is the same."""
    given, wanted = kind.read(answer), kind.read(right)
    return "" if kind.same(given, wanted) else kind.difference(given, wanted)


HEARD = {
    "a function that fails": (DOUBLE, lambda n: 1 / (n - 4), lambda n: 2 * n, "With 1 the result is different"),
    "a function that fails later": (DOUBLE, lambda n: 2 if n == 1 else n / 0, lambda n: 2 * n, "With 4: ZeroDivisionError"),
    "a function without end": (DOUBLE, endless, lambda n: 2 * n, "it calls itself without end"),
    "a function without return": (DOUBLE, lambda n: None, lambda n: 2 * n, "perhaps the return is missing"),
    "a function that fails where it should": (DOUBLE, lambda n: n / 0, lambda n: n / 0, ""),
    "a function that fails where it should, then differs": (DOUBLE, lambda n: n / (n - 1), lambda n: 8 / (n - 1), "With 4 the result is different"),
    "a function that gives words": (DOUBLE, lambda n: "two", lambda n: 2 * n, "expected: a number"),
    "a function that is right": (DOUBLE, lambda n: n + n, lambda n: 2 * n, ""),
    "a graph without direction": (Graph(), nx.Graph([("un", "interpol")]), DIRECTED, "does the direction of a line matter"),
    "a graph that lacks a node": (Graph(), DIRECTED, nx.DiGraph([("un", "interpol"), ("un", "who")]), "Among the nodes: 0 too many, 1 missing"),
    "a graph with the arrow turned": (Graph(), DIRECTED, DIRECTED.reverse(), "Among the edges: 1 too many, 1 missing"),
    "a graph with another weight": (Graph("weight"), nx.Graph(DIRECTED), WEIGHTED, "their attribute 'weight'"),
    "a graph whose weights do not count": (Graph(), nx.Graph(DIRECTED), WEIGHTED, ""),
    "a table without a column": (Rows(("label", "words")), TABLE[["label"]], TABLE, "needs the columns words as well"),
    "a table with a row too many": (Rows(("label",)), TABLE, TABLE[:1], "Among the rows: 1 too many, 0 missing"),
    "a table in another order": (Rows(("label",), ordered=True), TABLE[::-1], TABLE, "look at their order"),
    "a table whose order is free": (Rows(("label", "words")), TABLE[::-1][["words", "label"]], TABLE, ""),
    "a table with capitals and floats": (Rows(("label", "words")), TABLE.astype({"words": float}).replace("PP1", "pp1"), TABLE, ""),
    "a table of days": (Rows(("day",)), days(1), days(2), "1 too many, 1 missing"),
    "no number at all": (Number(), float("nan"), 7, "This is not a number (nan)"),
    "a number too large to compare": (Number(), 10**400, 1.5, "too many"),
    "too few": (Number(), 6, 7, "too few"),
    "numpy's number": (Number(), np.int64(7), 7, ""),
    "the other part": (Label(), "OP3", "PP3", "Look in the other part"),
    "another paragraph": (Label(), "PP4", "PP3", "a different paragraph"),
    "one label in a list": (Label(), ["PP3"], "PP3", ""),
    "labels too many and missing": (Several(Label()), "PP1, PP9", ["PP1", "PP2"], "These do not belong here: PP9. 1 missing."),
    "labels in another order": (Several(Label(), ordered=True), ["PP2", "PP1"], ["PP1", "PP2"], "look at their order again"),
    "pairs with a foreign name": (Pairs(Number()), {"urges": 2, "asks": 1}, {"urges": 2}, "These do not belong here: asks"),
    "pairs of which one is missing": (Pairs(Number()), {}, {"urges": 2}, "1 missing."),
    "pairs with another value": (Pairs(Number()), {"urges": 1}, {"urges": 2}, "Look at urges again. That is too few."),
    "pairs with other words": (Pairs(Words()), {"verb": "asks"}, {"verb": "urges"}, "Look at verb again."),
    "a Series": (Pairs(Number()), pd.Series({"Urges": 2}), {"urges": 2}, ""),
}  # fmt: skip


@pytest.mark.parametrize(("kind", "answer", "right", "said"), HEARD.values(), ids=HEARD)
def test_what_a_learner_hears(kind, answer, right, said):
    heard = told(kind, answer, right)
    assert bool(heard) == bool(said)
    assert said in heard


@pytest.mark.parametrize(("kind", "answer", "right", "said"), HEARD.values(), ids=HEARD)
def test_a_learner_hears_it_in_german_too(kind, answer, right, said):
    english = told(kind, answer, right)
    set_language("de")
    german = told(kind, answer, right)
    assert bool(german) == bool(english)
    if english:
        assert german != english


UNREADABLE = [
    (DOUBLE, 4),
    (DOUBLE, int),
    (Graph(), "un -> interpol"),
    (Graph(), [("un", "interpol")]),
    (Graph(), nx.empty_graph(MOST_ITEMS + 1)),
    (Rows(("label",)), [["PP1"]]),
    (Rows(("label",)), pd.DataFrame({"label": range(MOST_ITEMS + 1)})),
    (Number(), True),
    (Number(), "7"),
    (Number(), np.bool_(True)),
    (Words(), 7),
    (Label(), "paragraph three"),
    (Label(), 3),
    (Several(Label()), 7),
    (Several(Label()), {"PP1": 1}),
    (Several(Number()), range(MOST_ITEMS + 1)),
    (Pairs(Number()), "urges: 2"),
    (Pairs(Number()), 7),
    (Pairs(Number()), ["urges"]),
    (Pairs(Number()), [7]),
    (Pairs(Number()), [("urges", 2, 3)]),
    (Pairs(Number()), {str(n): n for n in range(MOST_ITEMS + 1)}),
]


@pytest.mark.parametrize(("kind", "answer"), UNREADABLE)
def test_what_is_no_answer_of_a_kind_is_not_compared(kind, answer):
    with pytest.raises((TypeError, ValueError)):
        kind.read(answer)


# The sheet of a topic that somebody edits


EASIEST = next(iter(sheet.LEVELS))
SAYS = {"en": "words", "de": "Wörter"}
ENTRY = {
    "level": EASIEST, "minutes": 5, "points": 1, "core": True, "title": SAYS, "question": SAYS, "because": SAYS,
    "hints": [SAYS, SAYS], "code": "answer_9_1 = 1", "mistakes": {"other": SAYS}, "rubric": [SAYS],
}  # fmt: skip


def made(entry, mistakes=("other",)):
    made = sheet.Sheet("anatomy")
    made.__dict__["entries"] = {"9.1": entry}
    return made.closed("9.1", Number(), right=lambda: 1, mistakes={name: lambda: 2 for name in mistakes})


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"level": "hard as nails"}, "level = "),
        ({"code": "  "}, "code and two hints"),
        ({"hints": [SAYS]}, "code and two hints"),
        ({"title": "only English"}, "English and German"),
        ({"title": {"en": "words", "de": " "}}, "English and German"),
        ({"because": None}, "English and German"),
        ({"mistakes": {}}, "mistakes: other"),
        ({"mistakes": {"other": SAYS, "unknown": SAYS}}, "mistakes: unknown"),
    ],
)
def test_a_sheet_that_is_not_complete_is_refused_with_exercise_and_file(change, said):
    with pytest.raises(TableError) as fault:
        made({**ENTRY, **change})
    for part in ("exercise 9.1", said, "exercises/anatomy.toml"):
        assert part in str(fault.value)


def test_a_whole_entry_becomes_an_exercise():
    exercise = made(ENTRY)
    assert exercise.mark(1).status == "right"
    assert "words" in exercise.mark(2).text


def test_an_exercise_that_no_entry_describes_is_refused():
    with pytest.raises(TableError, match=r'\["9\.9"\]'):
        sheet.Sheet("anatomy").closed("9.9", Number(), right=lambda: 1, mistakes={})


def test_a_typical_draft_without_a_condition_is_refused():
    topic = sheet.Sheet("anatomy")
    topic.__dict__["entries"] = {"9.1": {**ENTRY, "mistakes": {}, "conditions": {}}}
    with pytest.raises(TableError, match="a condition 'unknown'"):
        topic.drafting("9.1", conditions={}, mistakes={"unknown": "1. Asks."})
