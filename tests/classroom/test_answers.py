"""What any answer leads to, by its type: what is read, what counts as the same, and what a learner hears otherwise."""

from __future__ import annotations

import networkx as nx
import numpy as np
import pandas as pd
import pytest

import resolutionkit as rk
from resolutionkit.classroom.answers import MOST_ITEMS, Label, Misread, Name, Number, Quote, Words
from resolutionkit.classroom.made_answers import Function, Graph, Pairs, Several
from resolutionkit.language import set_language

DOUBLE = Function(((1,), (4,)), Number())
DIRECTED = nx.DiGraph([("un", "interpol")])


def endless(n):
    return endless(n)


def printing(n):
    print(2 * n)


def told(kind, answer, right):
    """What a learner hears whose answer is another one; "" where it is the same."""
    given, wanted = kind.read(answer), kind.read(right)
    return "" if kind.same(given, wanted) else kind.difference(given, wanted, lambda part, **names: "")


HEARD = {
    "a function that fails": (DOUBLE, lambda n: 1 / (n - 4), lambda n: 2 * n, "With 1 it returns -0.333"),
    "a function that fails later": (DOUBLE, lambda n: 2 if n == 1 else n / 0, lambda n: 2 * n, "With 4: ZeroDivisionError"),
    "a function without end": (DOUBLE, endless, lambda n: 2 * n, "it calls itself without end"),
    "a function without return": (DOUBLE, lambda n: None, lambda n: 2 * n, "perhaps the return is missing"),
    "a function that prints": (DOUBLE, printing, lambda n: 2 * n, "it prints '2' and returns nothing"),
    "a function without arguments": (DOUBLE, lambda: 2, lambda n: 2 * n, "it is called with 1 value"),
    "a function that gives words": (DOUBLE, lambda n: "two", lambda n: 2 * n, "A number is asked for"),
    "a function that is right": (DOUBLE, lambda n: n + n, lambda n: 2 * n, ""),
    "a graph without direction": (Graph(), nx.Graph([("un", "interpol")]), DIRECTED, "does the direction of a line matter"),
    "a graph that lacks an edge": (Graph(), DIRECTED, nx.DiGraph([("un", "interpol"), ("un", "who")]), "Among the lines: 0 too many, 1 missing"),
    "a graph that lacks a node": (Graph(), nx.Graph([("un", "who")]), nx.Graph([("un", "who"), ("un", "who")]), ""),
    "a graph with a node too many": (Graph(), nx.Graph({"un": ["who"], "x": []}), nx.Graph([("un", "who")]), "Among the nodes: 1 too many"),
    "a graph with the arrow turned": (Graph(), DIRECTED, DIRECTED.reverse(), "Among the lines: 1 too many, 1 missing"),
    "an empty graph": (Graph(), nx.Graph(), DIRECTED, "Your network is empty"),
    "no number at all": (Number(), float("nan"), 7, "This is not a number (nan)"),
    "a number too large to compare": (Number(), 10**400, 1.5, "too many"),
    "too few": (Number(), 6, 7, "too few"),
    "numpy's number": (Number(), np.int64(7), 7, ""),
    "a column with one number": (Number(), pd.Series([18]), 18, ""),
    "a list with one number": (Number(), [18], 18, ""),
    "the other part": (Label(), "OP3", "PP3", "Look in the other part"),
    "another paragraph": (Label(), "PP4", "PP3", "a different paragraph"),
    "a paragraph that there is not": (Label(), "OP99", "PP3", "There is no OP99: the operative part ends with OP16"),
    "a sub-paragraph that there is not": (Label(), "OP13(f)", "PP3", "the last sub-paragraph is OP13(e)"),
    "a sub-paragraph of none": (Label(), "OP2(a)", "PP3", "that paragraph has no sub-paragraphs"),
    "one label in a list": (Label(), ["PP3"], "PP3", ""),
    "a label as one says it": (Label(), "op 13 b", "OP13(b)", ""),
    "a label in German": (Label(), "Ziffer 13 Buchstabe b", "OP13(b)", ""),
    "the paragraph itself": (Label(), rk.load()["PP3"], "PP3", ""),
    "labels too many and missing": (Several(Label()), "PP1, PP9", ["PP1", "PP2"], "These do not belong here: PP9. 1 is missing."),
    "labels in another order": (Several(Label(), ordered=True), ["PP2", "PP1"], ["PP1", "PP2"], "in another order"),
    "a label twice": (Several(Label()), ["PP2", "PP1", "PP2"], ["PP1", "PP2"], "PP2 stands there twice"),
    "an empty list": (Several(Label()), [], ["PP1"], "Your list is empty"),
    "pairs with a foreign name": (Pairs(Number()), {"urges": 2, "asks": 1}, {"urges": 2}, "These do not belong here: asks"),
    "pairs of which one is missing": (Pairs(Number()), {"asks": 1}, {"asks": 1, "urges": 2}, "1 is missing."),
    "an empty dictionary": (Pairs(Number()), {}, {"urges": 2}, "Your dictionary is empty"),
    "pairs with another value": (Pairs(Number()), {"urges": 1}, {"urges": 2}, "Look at urges again. That is too few."),
    "pairs with other words": (Pairs(Words()), {"verb": "asks"}, {"verb": "urges"}, "Look at verb again."),
    "a Series": (Pairs(Number()), pd.Series({"Urges": 2}), {"urges": 2}, ""),
    "words in another form of Unicode": (Words(), "fu\u0308r\u00a0 alle", "für alle", ""),
    "a name that there is not": (Several(Name()), ["interpoll"], ["un"], "Did you mean “interpol”?"),
    "a quote that is cut": (Pairs(Quote(), Label()), {"PP3": "die inter…"}, {"PP3": "die internationale Zusammenarbeit"}, "cut off"),
    "a quote that is made up": (Pairs(Quote(), Label()), {"PP3": "die Polizei ist gut und hilft"}, {"PP3": "x"}, "do not stand in 75/10"),
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


MISREAD = [
    (DOUBLE, 4, "Hand in the function itself"),
    (DOUBLE, int, "Hand in the function itself"),
    (Graph(), "un -> interpol", "no network yet"),
    (Graph(), [("un", "interpol")], "no network yet"),
    (Graph(), nx.Graph, "no network yet"),
    (Graph(), nx.empty_graph(MOST_ITEMS + 1), "more than"),
    (Number(), True, "a comparison gives"),
    (Number(), np.bool_(True), "a comparison gives"),
    (Number(), "7", "write 7"),
    (Number(), "seven", "in digits"),
    (Number(), len, "call it"),
    (Number(), ["PP1", "PP2"], "a list. A number is asked for: len"),
    (Words(), 7, "in quotation marks"),
    (Words(), ["a", "b"], "choose it"),
    (Label(), "paragraph three", "is no label"),
    (Label(), "13(b)", "lacks its part"),
    (Label(), 3, "lacks its part"),
    (Label(), "PP3 and OP4", "more than one label"),
    (Label(), ["PP1", "PP2"], "choose it"),
    (Several(Label()), 7, "give a list"),
    (Several(Label()), {"PP1": 1}, "Only a list"),
    (Several(Label()), pd.DataFrame({"label": ["PP1"]}), "Choose the column"),
    (Several(Number()), range(MOST_ITEMS + 1), "more than"),
    (Pairs(Number()), "urges: 2", "in braces"),
    (Pairs(Number()), 7, "This is one number"),
    (Pairs(Number()), ["urges"], "names alone"),
    (Pairs(Number()), {";", "."}, "names alone"),
    (Pairs(Number()), [7], "numbers alone"),
    (Pairs(Number()), [("urges", 2, 3)], "names alone"),
    (Pairs(Number()), pd.DataFrame({"urges": [2]}), "two of its columns"),
    (Pairs(Number()), {"urges": "2"}, "Look at the value of urges"),
    (Pairs(Number()), {str(n): n for n in range(MOST_ITEMS + 1)}, "more than"),
]


@pytest.mark.parametrize(("kind", "answer", "said"), MISREAD)
def test_what_is_no_answer_of_a_type_hears_why(kind, answer, said):
    with pytest.raises(Misread, match=said.replace("(", r"\(")):
        kind.read(answer)
