"""Figures as they are seen: JupyterLab makes a wide one smaller, and what is below 8 points then cannot be read."""

from __future__ import annotations

import matplotlib as mpl
import matplotlib.pyplot as plt
import pytest
from figures import FIGURES, IN_LESSONS, NETWORKS, drawn
from matplotlib.text import Text
from overlaps import overlaps

from resolutionkit import draw

SHOWN = 848
"""Pixels that a figure gets beside JupyterLab's list of files, in a window of 1280."""
POINT = 96 / 72
"""Pixels of a point on a screen."""
every_figure = pytest.mark.parametrize(
    ("name", "language"), [(name, language) for name in FIGURES for language in ("en", "de")]
)


@pytest.fixture(autouse=True)
def _close_figures():
    yield
    plt.close("all")


@every_figure
def test_no_text_overlaps_or_is_cut_off_or_lies_on_an_arrowhead(name, language):
    assert overlaps(drawn(name, language)) == []


@pytest.mark.parametrize("name", ["document", "timeline", "amendments"])
def test_readable_from_the_back_row(name):
    sizes = [t.get_fontsize() for t in drawn(name).findobj(Text) if t.get_text().strip() and t.get_visible()]
    assert min(sizes) >= 10


@pytest.mark.parametrize("language", ["en", "de"])
@pytest.mark.parametrize("name", IN_LESSONS)
def test_no_text_is_smaller_than_eight_points_when_shown(name, language):
    figure = drawn(name, language)
    shrunk = min(1.0, SHOWN / figure.bbox.width)
    sizes = {
        text.get_text(): text.get_fontsize() * figure.dpi / 72 * shrunk / POINT
        for text in figure.findobj(Text)
        if text.get_text().strip()
    }
    assert sizes
    assert {text: size for text, size in sizes.items() if size < 8} == {}


@pytest.mark.parametrize("language", ["en", "de"])
@pytest.mark.parametrize("name", ["together", "calls_on", "cooperation", "belongs_to"])
def test_what_the_colours_mean_takes_two_lines_at_most(name, language):
    figure = drawn(name, language)
    figure.canvas.draw()
    words = [text.get_window_extent() for text in figure.legends[0].get_texts()]
    assert len(words) >= 3
    assert len({round(box.y0) for box in words}) <= 2
    assert max(box.x1 for box in words) <= figure.bbox.width


@pytest.mark.parametrize("name", ["together", "calls_on", "cooperation"])
def test_names_in_networks_are_whole(name):
    assert [text.get_text() for text in drawn(name).axes[0].texts if "…" in text.get_text()] == []


@pytest.mark.parametrize("name", NETWORKS)
def test_a_figure_says_in_a_notebook_what_it_shows(name):
    figure = drawn(name)
    assert "nodes and" in figure.alt
    assert repr(figure) == figure.alt
    assert f'<img alt="{figure.alt[:20]}' in figure._repr_html_()


def test_a_legend_that_is_too_wide_for_one_line_takes_two():
    import networkx as nx

    kinds = ["organization", "organ", "state", "office", "authorities", "group of persons"]
    graph = nx.Graph()
    graph.add_nodes_from((kind, {"type": kind, "kind": "actor"}) for kind in kinds)
    graph.add_nodes_from([("law", {"kind": "system"}), ("crime", {"kind": "topic"})])
    nx.add_path(graph, list(graph))
    figure = draw.network(graph)
    figure.canvas.draw()
    words = [text.get_window_extent() for text in figure.legends[0].get_texts()]
    assert len(words) == 7
    assert len({round(box.y0) for box in words}) == 2
    assert max(box.x1 for box in words) <= figure.bbox.width


def test_a_long_word_is_not_broken_off():
    import networkx as nx

    graph = nx.Graph()
    graph.add_node("missions", name_en="Friedenssicherungsmissionen der Vereinten Nationen")
    assert [text.get_text() for text in draw.network(graph).axes[0].texts] == [
        "Friedenssicherungsmissionen\nder Vereinten Nationen"
    ]


def brightness(colour):
    """The relative luminance of WCAG 2.2."""
    channels = mpl.colors.to_rgb(colour)
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


@pytest.mark.parametrize("name", ["together", "calls_on", "cooperation", "belongs_to", "resources_by_topic"])
def test_edges_and_dots_stand_out_from_white(name):
    axes = drawn(name).axes[0]
    lines = [line.get_color() for line in axes.lines if line.get_linestyle() != "None"]
    dots = [line.get_markeredgecolor() for line in axes.lines if line.get_marker() == "o"]
    dots += [colour for dot in axes.collections for colour in dot.get_edgecolors()]
    arrows = [text.arrow_patch.get_edgecolor() for text in axes.texts if getattr(text, "arrow_patch", None)]
    assert dots
    assert lines + arrows
    assert min(1.05 / (brightness(colour) + 0.05) for colour in [*lines, *dots, *arrows]) >= 3
