"""Words of a table begin at the left, numbers end at the right; whatever pandas shows is shown."""

from __future__ import annotations

import atexit

import pandas as pd
import pytest
from IPython.core.interactiveshell import InteractiveShell

import resolutionkit
from resolutionkit.language import talking
from resolutionkit.tables import actors
from resolutionkit.tables.alignment import left_aligned, series_as_table

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
    # A shell sets sys.ps1 for ever, and the kit would think that it is in a terminal.
    monkeypatch.setattr("sys.ps1", "", raising=False)
    shell = InteractiveShell()
    atexit.unregister(shell.atexit_operations)  # it would look through all that the tests have left in memory
    monkeypatch.setattr("IPython.get_ipython", lambda: shell)
    resolutionkit._show_tables_in_readers_words()
    shown, _metadata = shell.display_formatter.format(pd.DataFrame({"who": ["women"]}))
    assert LEFT in shown["text/html"]


def test_in_german_heads_and_codes_are_said_in_words_with_what_code_calls_them():
    with talking("de"):
        shown = left_aligned(actors()[["name_de", "name_en", "type"]].head(1))
        counted = series_as_table(actors()["type"].value_counts().head(1))
    assert "Art<br><code>type</code></th>" in shown
    assert "Organ<br><code>organ</code></td>" in shown
    assert "name_en" not in shown, "what stands there in German is not said in English, too"
    assert "Gruppe von Menschen<br><code>group of persons</code></th>" in counted


def test_in_german_what_the_kit_does_not_know_stays():
    own = pd.DataFrame({"Wort": ["\N{LATIN SMALL LETTER U WITH DIAERESIS}ber"], "mine": [1]})
    with talking("de"):
        shown = left_aligned(own)
    assert shown.replace(LEFT, "") == own._repr_html_()


def test_in_english_nothing_is_renamed():
    assert "<code>" not in left_aligned(actors().head(1))
    assert series_as_table(actors()["type"]) is None
