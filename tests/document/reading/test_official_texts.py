"""Official files as XML, and as somebody would paste them: the score that stands beside the corpus, on a hundred of them."""

from __future__ import annotations

import os
import re
import runpy
import sys
from pathlib import Path

import pytest
from corpus import FOLDER, needs_corpus

TOOLS = os.environ.get("RESOLUTIONKIT_TOOLS", "")
FIGURES = re.compile(r"(\w+) *: perfect (\d+)/100 .* openers (\d+)/3359 .* footnotes (\d+)/735 .* findings (\d+) in ")


@needs_corpus
@pytest.mark.skipif(not TOOLS, reason="RESOLUTIONKIT_TOOLS names no folder with score_import.py")
def test_a_hundred_files_are_read_word_for_word_in_each_style(monkeypatch, capsys):
    monkeypatch.setattr(sys, "argv", ["score", str(FOLDER / "en"), str(FOLDER / "de"), "--limit", "100"])
    monkeypatch.syspath_prepend(TOOLS)
    runpy.run_path(str(Path(TOOLS) / "score_import.py"), run_name="__main__")
    said = capsys.readouterr().out
    expected = {
        # perfect documents, exact openers, footnotes in place, errors found in adopted texts
        "xml": (100, 3359, 735, 2),
        "clean": (100, 3348, 735, 2),
        "pages": (100, 3348, 735, 2),
        "extracted": (100, 3348, 735, 2),
    }
    assert {style: tuple(map(int, figures)) for style, *figures in FIGURES.findall(said)} == expected, said
