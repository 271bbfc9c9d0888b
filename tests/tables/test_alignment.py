"""Words of a table begin at the left, numbers end at the right; whatever pandas shows is shown."""

from __future__ import annotations

import pandas as pd
import pytest
from IPython.core.interactiveshell import InteractiveShell

import resolutionkit
from resolutionkit.tables import actors
from resolutionkit.tables.alignment import left_aligned

LEFT = ' style="text-align:left"'


@pytest.mark.parametrize(
    ("frame", "left"),
    [
        (pd.DataFrame({"n": [1, 2], "share": [0.5, -1.25]}), []),
        (pd.DataFrame({"who": ["women"], "n": [3]}), ["<th{}>who</th>", "<td{}>women</td>"]),
        (pd.DataFrame({"a": ["<b>"]}), ["<th{}>a</th>", "<td{}>&lt;b&gt;</td>"]),
        (pd.DataFrame({"mixed": [1, "two"]}), ["<th{}>mixed</th>", "<td{}>two</td>"]),
        (pd.DataFrame(), []),
        (pd.DataFrame({"text": ["two\nlines"]}), ["<th{}>text</th>", "<td{}>two\nlines</td>"]),
        (pd.DataFrame({("a", "b"): ["two"]}), ["<td{}>two</td>"]),
        (pd.DataFrame({"n": [1]}, index=["UN"]), ["<th{}>UN</th>"]),
        (pd.DataFrame({"n": [1]}, index=pd.Index(["UN"], name="who")), ["<th{}>who</th>", "<th{}>UN</th>"]),
    ],
)
def test_only_words_stand_at_the_left(frame, left):
    shown = left_aligned(frame)
    assert shown.count(LEFT) == len(left)
    for cell in left:
        assert cell.format(LEFT) in shown or "two" in cell
    assert shown.replace(LEFT, "") == frame._repr_html_()


def test_where_pandas_shows_no_html_neither_does_the_kit():
    with pd.option_context("display.notebook_repr_html", False):
        assert left_aligned(actors()) is None


def test_a_notebook_shows_every_table_so(monkeypatch):
    shell = InteractiveShell()
    monkeypatch.setattr("IPython.get_ipython", lambda: shell)
    resolutionkit._show_tables_with_words_at_the_left()
    shown, _metadata = shell.display_formatter.format(pd.DataFrame({"who": ["women"]}))
    assert LEFT in shown["text/html"]
