"""CONTRIBUTING.md, "How to add … a rule": a file of cards and, if it needs one, a module of the same name are all there is to add."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import resolutionkit
from resolutionkit.files import data_folder

CARD = """
[UN9{n}]
name = "{name}"
severity = {{ en = "hint" }}
message.en = "“{{found}}” is shouted."
message.de = "„{{found}}“ ist gebrüllt."
advice.en = "Say it calmly."
advice.de = "Sagen Sie es ruhig."
why.en = "Nobody shouts in a resolution."
why.de = "In einer Resolution brüllt niemand."
source = "Corpus count"
part = "preamble"
good.en = ["Noting the report,"]
bad.en = ["Noting ~ the report,"]
"""
MODULE = """
from resolutionkit.drafting.review.draft import Found

def not_loud(draft):
    for paragraph in draft.all:
        if (at := paragraph.text.find("~")) >= 0:
            yield Found(paragraph, (at, at + 1), "")
"""


def test_a_new_family_of_rules_is_found_by_its_files(tmp_path):
    package = tmp_path / "src" / "resolutionkit"
    shutil.copytree(Path(resolutionkit.__file__).parent, package, ignore=shutil.ignore_patterns("__pycache__", "data"))
    shutil.copytree(data_folder(), tmp_path / "data")
    by_pattern = CARD.format(n="02", name="not-louder") + "pattern.en = '~~'\nreplacement.en = '~'\n"
    (tmp_path / "data/rules/etiquette.toml").write_text(
        CARD.format(n="01", name="not-loud") + by_pattern, encoding="utf-8"
    )
    (package / "drafting/review/rules/etiquette.py").write_text(MODULE, encoding="utf-8")
    code = "import resolutionkit as rk; print([(f.code, f.replacement) for f in rk.review('The General Assembly,\\n\\n"
    code += "Noting it ~~,\\n\\nDecides to rest.')])"
    environment = os.environ | {"PYTHONPATH": str(package.parent)}
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, env=environment)
    assert done.stdout.strip() == "[('UN901', ''), ('UN902', '~')]"
