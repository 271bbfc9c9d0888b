"""Networks as pictures: nothing covers anything, whatever the nodes are and whatever the reader has set."""

from __future__ import annotations

import matplotlib as mpl
import networkx as nx
import pytest
from overlaps import overlaps

mpl.use("Agg")

import matplotlib.pyplot as plt  # after the backend is chosen

from resolutionkit import draw, networks
from resolutionkit.language import set_language


@pytest.fixture(autouse=True)
def _tidy():
    yield
    plt.close("all")
    set_language("en")


def test_a_name_on_an_arrowhead_is_seen():
    figure = draw.network(networks.calls_on())
    axes = figure.axes[0]
    head = next(line for line in axes.lines if line.get_gid() == "arrowhead")
    axes.text(*head.get_xydata()[0], "over it")
    assert ("over it", "arrowhead") in overlaps(figure)


def test_a_layout_is_the_same_on_each_run():
    assert draw.places(networks.cooperation()) == draw.places(networks.cooperation())


def test_the_picture_stands_where_the_layout_says():
    graph = networks.cooperation()
    (dots,) = draw.network(graph).axes[0].collections
    assert {tuple(map(float, place)) for place in dots.get_offsets()} == set(draw.places(graph).values())


def test_an_empty_graph_can_be_drawn():
    assert draw.network(nx.Graph()).axes


def test_words_name_the_node_with_most_edges_and_what_is_left_out():
    graph = networks.co_mentions()
    assert "International Criminal Police Organization" in draw.network_in_words(graph)
    shown = sum(weight >= 3 for *_ends, weight in graph.edges(data="weight"))
    words = draw.network_in_words(graph, min_weight=3)
    assert f"{shown} edges. {graph.number_of_edges() - shown} lighter edges are left out." in words


@pytest.mark.parametrize(
    "graph",
    [
        nx.Graph([("a", float("nan"))]),
        nx.Graph([(1, 2), ("a", "b")]),
        nx.DiGraph([(("x", 1), 2)]),
        nx.Graph([("a", "a")]),
    ],
    ids=["NaN", "numbers and letters", "tuples", "an edge to itself"],
)
def test_any_node_can_be_drawn_and_said(graph):
    assert draw.network(graph).axes
    assert draw.network_in_words(graph)


def widths(graph):
    return sorted(line.get_linewidth() for line in draw.network(graph).axes[0].lines if line.get_linestyle() == "-")


def test_a_line_is_as_wide_as_it_has_statements():
    graph = nx.MultiGraph([("a", "b"), ("b", "a"), ("a", "b"), ("b", "c")])
    assert widths(graph) == [1.0, 4.0]
    key = [text.get_text() for text in draw.network(graph).legends[0].get_texts()]
    assert key[-2:] == ["1 statement", "3 statements"]


@pytest.mark.parametrize(
    "settings",
    [
        {"text.usetex": True}, {"figure.subplot.left": 0.9, "figure.subplot.right": 0.95}, {"savefig.dpi": 400},
        {"font.size": 30, "axes.titlesize": 40}, {"lines.linewidth": 9, "legend.fontsize": 30}, {"figure.facecolor": "black"},
    ],
    ids=lambda settings: next(iter(settings)),
)  # fmt: skip
def test_what_the_reader_has_set_changes_no_figure(settings):
    plain = draw.network(networks.cooperation())._repr_html_()
    with mpl.rc_context(settings):
        assert draw.network(networks.cooperation())._repr_html_() == plain
        assert all(mpl.rcParams[name] == value for name, value in settings.items())


def test_fonts_that_the_reader_chose_come_after_our_own():
    from matplotlib.font_manager import fontManager

    other = next(font.name for font in fontManager.ttflist if font.name != "DejaVu Sans")
    with mpl.rc_context({"font.family": [other, "No Such Font"]}), draw.figure_style():
        assert mpl.rcParams["font.family"][:2] == ["DejaVu Sans", other]
        assert "No Such Font" not in mpl.rcParams["font.family"]


def test_two_networks_in_one_figure_keep_to_their_own_halves():
    figure, both = plt.subplots(1, 2, figsize=(16, 7))
    for axes, graph in zip(both, (networks.cooperation(), networks.calls_on()), strict=True):
        assert draw.network(graph, axes=axes) is figure
    assert figure.legends == []
    assert all(axes.get_legend() for axes in both)
    assert overlaps(figure) == []


def test_a_smaller_file_has_the_same_colours():
    import base64
    import io

    from PIL import Image

    figure = draw.network(networks.calls_on())
    content = figure._repr_html_().partition("base64,")[2].partition('"')[0]
    shown = Image.open(io.BytesIO(base64.b64decode(content))).convert("RGB")
    wanted = {
        tuple(round(255 * part) for part in mpl.colors.to_rgb(colour)) for colour in ("#D55E00", "#56B4E9", "#009E73")
    }
    seen = {colour for _count, colour in shown.getcolors(300)}
    assert all(any(max(abs(a - b) for a, b in zip(one, other, strict=True)) <= 3 for other in seen) for one in wanted)


def test_a_notebook_gets_one_picture_with_its_words(monkeypatch):
    shown = []
    monkeypatch.setattr("IPython.display.publish_display_data", lambda data, metadata: shown.append(data))
    figure = draw.network(networks.cooperation())
    figure._ipython_display_()
    assert shown == [{"text/html": figure._repr_html_(), "text/plain": figure.alt}]
    assert not plt.fignum_exists(figure.number)  # else a cell that ends with the figure shows it twice
