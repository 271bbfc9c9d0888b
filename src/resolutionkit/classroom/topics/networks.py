"""Exercises on networks: what a line is, who is central, and what hangs on a choice of ours."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any, ClassVar

from resolutionkit import networks, tables
from resolutionkit.classroom.answers import Kind, Label, Number, Pairs, Several, Words
from resolutionkit.classroom.made_answers import Graph
from resolutionkit.classroom.sheet import Sheet
from resolutionkit.classroom.written_answers import names_a_paragraph
from resolutionkit.document.bundled import load
from resolutionkit.document.model import Resolution
from resolutionkit.language import Text

if TYPE_CHECKING:
    import networkx as nx


@dataclass(frozen=True, slots=True)
class Node(Words):
    """An actor, a system or a topic: by its id, its name in English or German, or its abbreviation.

    >>> Node().read("United Nations") == Node().read("un")
    True
    """

    def read(self, answer: object) -> Any:
        word = Words.read(self, answer)
        return _ids().get(word, word)


@dataclass(frozen=True, slots=True)
class Nodes(Several):
    """Several of them, in any order."""

    of: Kind = Node()
    expects: ClassVar[Text] = Text('a list of ids such as ["ga", "un"]', 'eine Liste von Kennungen wie ["ga", "un"]')


@cache
def _ids() -> Mapping[str, str]:
    """Name -> id, both as answers are compared."""
    found: dict[str, str] = {}
    for row in (row for table in ("actors", "systems", "topics") for row in tables.rows(table)):
        for column in ("id", "name_en", "name_de", "abbreviation"):
            if row.get(column):
                found.setdefault(Words().read(row[column]), row["id"])
    return found


class Arrows(Pairs):
    """How many arrows arrive, and how many leave."""

    expects = Text(
        'a dictionary such as {"arriving": 1, "leaving": 2}', 'ein Dictionary wie {"arriving": 1, "leaving": 2}'
    )


class Scores(Pairs):
    """Nodes, and a number for each."""

    expects = Text('a dictionary such as {"unodc": 0.25}', 'ein Dictionary wie {"unodc": 0.25}')


class Evidence(Pairs):
    """Labels, and words that stand there."""

    expects = Text('a dictionary such as {"PP3": "die …"}', 'ein Dictionary wie {"PP3": "die …"}')


@dataclass(frozen=True, slots=True)
class Quote(Words):
    """Words of the resolution; a longer or shorter piece of the same place is as good."""

    def same(self, one: Any, other: Any) -> bool:
        if one == other:
            return True
        stands = any(one in self.read(p.text) for p in load().paragraphs)
        return len(one.split()) > 3 and stands and (one in other or other in one)


def _cooperation(relation: str = "cooperates with", *, directed: bool = False) -> nx.Graph:
    """The network of 4.1: with another ``relation``, or all (""), or with arrows it is a typical mistake."""
    import networkx as nx

    rows = tables.relations()
    if relation:
        rows = rows[rows["relation"] == relation]
    return nx.from_pandas_edgelist(rows, "source", "target", create_using=nx.DiGraph if directed else nx.Graph)


def _at(place: int, scores: Iterable[tuple[str, float]]) -> list[str]:
    """All that share a place: those with one name fewer than its number before them."""
    found = dict(scores)
    return [n for n in found if sum(other > found[n] for other in found.values()) == place - 1]


def _arrows(relations: tuple[str, ...] = ("calls on", "asked to use")) -> dict[str, int]:
    rows = tables.relations()
    calls = networks.calls_on(rows[rows["relation"].isin(relations)])
    calls.add_node("member-states")
    return {"arriving": calls.in_degree("member-states"), "leaving": calls.out_degree("member-states")}


def _between(*, normalized: bool = True, zeros: bool = False) -> dict[str, float]:
    import networkx as nx

    scores = nx.betweenness_centrality(_cooperation(), normalized=normalized)
    return {n: score for n, score in scores.items() if score > 0 or zeros}


def _degree_of_those_between() -> dict[str, float]:
    import networkx as nx

    return {n: score for n, score in nx.degree_centrality(_cooperation()).items() if n in _between()}


RECODED = {"Requests": 0.5, "Urges": 2}


def _changed(weights: Mapping[str, float], *, speaker: bool = False) -> list[str]:
    """Whose sum of arriving weights is another one than when every statement weighs 1."""
    before, after = _weighed({}, speaker=speaker), _weighed(weights, speaker=speaker)
    return [n for n in before if before[n] != after[n]]


def _weighed(weights: Mapping[str, float], *, speaker: bool = False) -> dict[str, float]:
    rows = tables.relations()
    graph = networks.reweighted(networks.calls_on(rows[rows["relation"] == "calls on"]), weights)
    return dict((graph.degree if speaker else graph.in_degree)(weight="weight"))


def _moved() -> list[str]:
    """Whose rank is another one; ranks as the notebook has them, the mean where several share a place."""

    def rank(scores: dict[str, float], n: str) -> float:
        others = list(scores.values())
        return sum(s > scores[n] for s in others) + sum(s == scores[n] for s in others) / 2

    before, after = _weighed({}), _weighed(RECODED)
    return [n for n in before if rank(before, n) != rank(after, n)]


def _evidence(graph: nx.Graph, what: str = "quote") -> dict[str, str]:
    return {tie["label"]: tie[what] for tie in graph.get_edge_data("unodc", "interpol").values()}


def _named_together() -> dict[str, str]:
    edge = networks.co_mentions().edges["unodc", "interpol"]
    return {found.label: found.quote for found in edge["evidence"]}


def _labels(text: str) -> list[str]:
    return re.findall(r"\b(?:PP|OP)\s?\d+(?:\s?\([a-z]\))?", text)


def _paragraphs(text: str) -> list[str]:
    """Texts of the paragraphs that an answer names; [] where one of them does not exist."""
    known = {p.label: p.text for p in load().paragraphs}
    labels = [label.replace(" ", "") for label in _labels(text)]
    return [known[label] for label in labels] if all(label in known for label in labels) else []


def _quotes_there(text: str, _: Resolution) -> bool:
    """Whether at least four words in a row stand in a paragraph that the answer names."""
    given = _fours(text)
    return any(given & _fours(paragraph) for paragraph in _paragraphs(text))


def _fours(text: str) -> set[tuple[str, ...]]:
    words = re.findall(r"\w+", text.casefold())
    return set(zip(words, words[1:], words[2:], words[3:], strict=False))


sheet = Sheet("networks")
EXERCISES = (
    sheet.closed(
        "4.1",
        Graph(),
        right=_cooperation,
        mistakes={
            "directed": lambda: _cooperation(directed=True),
            "named-together": networks.co_mentions,
            "all-relations": lambda: _cooperation(""),
            "calls": lambda: _cooperation("calls on"),
        },
    ),
    sheet.closed(
        "4.2",
        Nodes(),
        right=lambda: _at(2, _cooperation().degree()),
        mistakes={
            "rows": lambda: _at(2, networks.cooperation().degree()),
            "only-one": lambda: _at(2, _cooperation().degree())[-1:],
            "first": lambda: ["interpol"],
            "next": lambda: _at(4, _cooperation().degree()),
        },
    ),
    sheet.closed(
        "4.3",
        Arrows(Number()),
        right=_arrows,
        mistakes={
            "swapped": lambda: {"arriving": _arrows()["leaving"], "leaving": _arrows()["arriving"]},
            "undirected": lambda: dict.fromkeys(_arrows(), sum(_arrows().values())),
            "neighbours": lambda: {"arriving": 0, "leaving": len(networks.calls_on()["member-states"])},
            "addressed-only": lambda: _arrows(("calls on",)),
        },
    ),
    sheet.closed(
        "4.4",
        Scores(Number(within=0.006), names=Node()),
        right=_between,
        mistakes={
            "degree": _degree_of_those_between,
            "zeros": lambda: _between(zeros=True),
            "pairs": lambda: _between(normalized=False),
        },
    ),
    sheet.closed(
        "4.5",
        Nodes(),
        right=lambda: _changed(RECODED),
        mistakes={
            "requests-only": lambda: _changed({"Requests": 0.5}),
            "urges-only": lambda: _changed({"Urges": 2}),
            "speaker": lambda: _changed(RECODED, speaker=True),
            "ranks": _moved,
            "everybody": lambda: [n for n, weight in _weighed({}).items() if weight],
        },
    ),
    sheet.closed(
        "4.6",
        Evidence(Quote(), names=Label()),
        right=lambda: _evidence(networks.cooperation()),
        mistakes={
            "named-together": _named_together,
            "last-only": lambda: dict(list(_evidence(networks.cooperation()).items())[-1:]),
            "gloss": lambda: _evidence(networks.cooperation(), "gloss"),
        },
    ),
    sheet.essay(
        "4.7",
        words=(25, 160),
        conditions={
            "label": names_a_paragraph,
            "exists": lambda text, _: bool(_paragraphs(text)),
            "quote": _quotes_there,
        },
        mistakes={
            "label": "The United Nations and INTERPOL cooperate. The resolution speaks of “die Zusammenarbeit zwischen "
            "den Vereinten Nationen und der INTERPOL”. It does not say how often they meet or who pays for it.",
            "exists": "OP30 says that the United Nations and INTERPOL cooperate: “die Zusammenarbeit zwischen den "
            "Vereinten Nationen und der INTERPOL”. It does not say how often they meet or who pays for it.",
            "quote": "According to OP3, INTERPOL and the Department of Peace Operations of the United Nations work "
            "together, and the Assembly recognizes it. The line does not show that the work was a success anywhere.",
        },
    ),
)
