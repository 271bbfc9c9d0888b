"""The kit says the same on CPython and in a browser's Python: reading, writing, review, comparison and every exercise, byte for byte.

A sample by default; RESOLUTIONKIT_EVERYTHING=1 takes the whole corpus.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from corpus import official_files

from resolutionkit.classroom.site.wheels import CONTENTS, write_wheels
from resolutionkit.files import data_folder

HERE = Path(__file__).resolve().parent
PYODIDE = os.environ.get("RESOLUTIONKIT_PYODIDE")


@pytest.mark.skipif(not PYODIDE, reason="RESOLUTIONKIT_PYODIDE names no folder with Pyodide 0.27.7")
@pytest.mark.skipif(not shutil.which("node"), reason="no node to run Pyodide in")
def test_pyodide_says_what_cpython_says(tmp_path):
    files = [data_folder() / "a-res-75-10.de.xml", *sorted((HERE / "drafting" / "review" / "drafts").glob("*.md"))]
    everything = os.environ.get("RESOLUTIONKIT_EVERYTHING")
    files += official_files() if everything else official_files("en")[:2]
    words = [str(HERE / "same_results.py"), "en,de" if everything else "en"]
    words += [str(file.resolve()) for file in files]  # Pyodide does not follow a link out of its own root
    (tmp_path / "kit.json").write_text(json.dumps({"packages": CONTENTS["pyodide"], "wheels": write_wheels(tmp_path)}))
    here = said([sys.executable, *words], tmp_path / "here")
    there = said(["node", str(HERE / "run_in_pyodide.mjs"), str(PYODIDE), str(tmp_path), *words], tmp_path / "there")
    assert len(here) > 500
    assert [pair for pair in zip(here, there, strict=True) if pair[0] != pair[1]] == []


def said(command: list[str], work: Path) -> list[bytes]:
    variables = {**os.environ, "RESOLUTIONKIT_WORK": str(work), "PYTHONPATH": str(HERE.parent / "src")}
    process = subprocess.run(command, env=variables, capture_output=True)
    assert process.returncode == 0, process.stderr.decode(errors="replace")[-500:]
    return process.stdout.splitlines()
