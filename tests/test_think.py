"""Questions to think about: kept before our answer is shown, and each question of a notebook has an answer in two languages."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from resolutionkit.errors import UnknownName
from resolutionkit.files import read_toml
from resolutionkit.widgets import think

ROOT = Path(__file__).resolve().parents[1]


@pytest.fixture(autouse=True)
def own_folder(tmp_path, monkeypatch):
    monkeypatch.setenv("RESOLUTIONKIT_WORK", str(tmp_path))
    return tmp_path


def asked() -> set[str]:
    cells = [c for path in (ROOT / "notebooks").glob("*.ipynb") for c in json.loads(path.read_text("utf-8"))["cells"]]
    return set(re.findall(r'think\("([^"]+)"\)', "".join("".join(c["source"]) for c in cells)))


def test_nothing_written_shows_no_answer():
    box = think("01-numbers")
    box.button.click()
    assert box.ours not in box.note.value


def test_what_was_written_is_there_again(own_folder):
    box = think("01-numbers")
    box.field.value = "To cite <them>."
    box.button.click()
    assert box.ours[:20] in box.note.value
    assert think("01-numbers").field.value == "To cite <them>."
    assert json.loads((own_folder / "my-work" / "thoughts.json").read_text("utf-8")) == {
        "01-numbers": "To cite <them>."
    }


def test_a_folder_that_cannot_be_written_to_is_said(own_folder):
    (own_folder / "my-work").write_text("a file in the way")
    box = think("01-numbers")
    box.field.value = "x"
    box.button.click()
    assert "Not saved" in box.note.value


def test_an_unknown_name_names_the_nearest():
    with pytest.raises(UnknownName, match="01-numbers"):
        think("01-number")


def test_questions_and_answers_belong_together():
    assert asked() == set(read_toml("thoughts.toml"))


def test_each_answer_is_there_in_both_languages():
    assert all(set(texts) == {"en", "de"} and all(texts.values()) for texts in read_toml("thoughts.toml").values())
