"""Figures: nothing overlaps, nothing is cut off, and the words say what the picture shows."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import matplotlib as mpl
import networkx as nx
import pytest

mpl.use("Agg")

import matplotlib.pyplot as plt  # after the backend is chosen

import resolutionkit as rk
from resolutionkit import draw
from resolutionkit.language import set_language

RES = rk.load()


@pytest.fixture(autouse=True)
def _close_figures():
    yield
    plt.close("all")
    set_language("en")


def test_what_a_backend_turns_on_inside_stays_on():
    """The notebook's backend starts with the first figure; the second one must be shown as well."""
    before = mpl.is_interactive()
    mpl.interactive(False)
    try:
        with draw.figure_style():
            mpl.interactive(True)
        assert mpl.is_interactive()
    finally:
        mpl.interactive(before)


def test_every_paragraph_has_its_bar():
    left, right = draw.document_at_a_glance(RES).axes
    assert [t.get_text() for t in left.get_yticklabels()] == [p.label for p in RES.preamble]
    assert len(right.get_yticklabels()) == 21


def test_no_german_opener_stands_alone():
    """The English one stands first; it is that of the relations, which name the verb under which a claim stands."""
    shown = [text.get_text() for axes in draw.document_at_a_glance(RES).axes for text in axes.texts]
    assert [text for text in shown if not re.fullmatch(r"\d+(   [A-Z][a-z ]+ · .+)?", text)] == []
    openers = rk.glosses().set_index("label")["opener_en"]
    assert [p.label for p in RES.paragraphs if bool(p.opener) != bool(openers[p.label])] == []
    said: dict[str, set[str]] = {}
    for row in rk.relations().itertuples():  # a paragraph may have the same German word twice, and two English ones
        if row.verb == " … ".join(RES[row.paragraph].opener_parts):
            said.setdefault(row.paragraph, set()).add(row.verb_en)
    assert [label for label, words in said.items() if openers[label] not in words] == []


def test_words_and_picture_agree():
    words = draw.document_in_words(RES)
    table = draw.paragraph_table(RES)
    assert f"{len(table)} paragraphs" in words
    assert f"OP1 with {table.set_index('label').words['OP1']} words" in words


def test_every_cited_document_is_in_the_words():
    words = draw.timeline_in_words(draw.citation_table(RES))
    assert all(r.symbol in words for r in RES.references)


def test_an_empty_draft_can_be_drawn():
    empty = rk.parse("hello")
    assert draw.document_at_a_glance(empty) is not None
    assert draw.citation_timeline(draw.citation_table(empty)) is not None


LAID_OUT = """
import networkx as nx
from resolutionkit import draw
from resolutionkit.draw.node_places import web
parts = nx.path_graph(list('abcdefghi')); nx.add_path(parts, list('xyz')); nx.add_path(parts, list('qrst'))
print([(n, round(x, 6), round(y, 6)) for n, (x, y) in sorted(web(parts).items())])
g = nx.Graph(); g.add_nodes_from('abcd', bipartite=0); g.add_nodes_from('vwxyz', bipartite=1)
g.add_edges_from([(a, b) for a in 'abcd' for b in 'vwxyz'])
print([list(line.get_ydata()) for line in draw.two_columns(g).axes[0].lines])
"""


def test_the_order_of_sets_moves_neither_a_node_nor_a_line():
    """In another process sets have another order; small parts of a graph must lie as before."""
    environment = {**os.environ, "PYTHONPATH": str(Path(draw.__file__).parents[2]), "MPLBACKEND": "agg"}
    said = [
        subprocess.run(
            [sys.executable, "-c", LAID_OUT],
            env={**environment, "PYTHONHASHSEED": seed},
            capture_output=True,
            check=True,
        )
        for seed in "0123"
    ]
    nodes, lines = zip(*(each.stdout.splitlines() for each in said), strict=True)
    assert (len(set(nodes)), len(set(lines))) == (1, 1)


def test_a_draft_without_a_paragraph_is_said():
    assert draw.document_in_words(rk.Resolution()) == "There is no paragraph."


@pytest.mark.parametrize(
    ("text", "row"),
    [
        ("Recalling Economic and Social Council resolution 2019/21,", ("E/RES/2019/21", 2019)),
        ("Recalling its resolution 60/288 and, again, resolution 60/288,", ("A/RES/60/288", 2005)),
    ],
)
def test_a_document_cited_without_a_date_has_the_year_of_its_symbol(text, row):
    table = draw.citation_table(rk.parse(f"The General Assembly,\n\n{text}\n\n1. Urges all."))
    assert [(r.symbol, r.year) for r in table.itertuples()] == [row]
    assert table["cited_in"].tolist() == ["PP1"]
    assert "No year" not in draw.timeline_in_words(table)


def test_a_network_can_be_drawn_into_a_figure_of_ones_own():
    figure, axes = plt.subplots()
    assert draw.network(nx.Graph([("a", "b")]), axes=axes) is figure
