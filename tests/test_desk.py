"""The learner's desk: nothing is given away, nothing that somebody wrote is lost, one record for all notebooks."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from resolutionkit.__main__ import main
from resolutionkit.classroom import desk as desks
from resolutionkit.classroom.desk import make_desk
from resolutionkit.errors import ReadError

ROOT = Path(__file__).resolve().parents[1]
FIRST = "notebooks/01_anatomy.ipynb"


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    return make_desk(tmp_path / "desk").folder


def change(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


def newer_kit(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A kit in which the first lesson reads otherwise."""
    for name, source in list(desks.sources("en")):
        target = tmp_path / "kit" / name
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(source.read_text(encoding="utf-8").replace("Anatomy of a resolution", "What it is made of"))
    monkeypatch.setattr(desks, "_HERE", tmp_path / "kit" / "a" / "b" / "c")


def test_the_desk_holds_lessons_exercises_and_a_place_for_work(desk):
    names = {path.relative_to(desk).as_posix() for path in desk.rglob("*") if path.is_file()}
    assert names == {
        "desk.json",
        *(f"notebooks/{path.name}" for path in (ROOT / "notebooks").glob("*.ipynb")),
        *(f"exercises/{path.name}" for path in (ROOT / "exercises").glob("*_exercises.ipynb")),
    }
    assert (desk / "my-work").is_dir()


def test_no_answer_is_printed_beforehand(desk):
    cells = [cell for path in desk.rglob("*.ipynb") for cell in json.loads(path.read_text(encoding="utf-8"))["cells"]]
    code = [cell for cell in cells if cell["cell_type"] == "code"]
    assert len(code) > 200
    assert not [cell["source"] for cell in code if cell["outputs"] or cell["execution_count"] is not None]


def test_every_link_leads_somewhere_on_the_desk(desk):
    for path in desk.rglob("*.ipynb"):
        for cell in json.loads(path.read_text(encoding="utf-8"))["cells"]:
            for target in re.findall(r"\]\(([^)#:\s]+)\)", "".join(cell["source"])):
                assert (path.parent / target).exists(), f"{path.name}: {target}"


def test_what_was_run_but_not_changed_is_no_change(desk):
    change(desk / FIRST, '"execution_count": null', '"execution_count": 7')
    assert make_desk(desk) == desks.Desk(desk)


def test_a_newer_kit_renews_what_is_unchanged(desk, tmp_path, monkeypatch):
    newer_kit(tmp_path, monkeypatch)
    assert make_desk(desk).renewed == (FIRST,)
    assert "What it is made of" in (desk / FIRST).read_text(encoding="utf-8")


def test_a_newer_kit_keeps_what_the_learner_changed_and_says_so(desk, tmp_path, monkeypatch):
    change(desk / FIRST, 'mine = \\"OP4', 'mine = \\"OP7')
    newer_kit(tmp_path, monkeypatch)
    done = make_desk(desk)
    assert (done.kept, done.renewed) == ((FIRST,), ())
    assert FIRST in str(done)
    assert "What it is made of" not in (desk / FIRST).read_text(encoding="utf-8")


def test_a_notebook_that_is_gone_comes_back(desk):
    (desk / FIRST).unlink()
    assert make_desk(desk).new == (FIRST,)


@pytest.mark.parametrize("rubbish", ["", "{", "[]", '{"cells": 3}'])
def test_a_notebook_that_is_none_any_more_stays(desk, tmp_path, monkeypatch, rubbish):
    (desk / FIRST).write_text(rubbish)
    newer_kit(tmp_path, monkeypatch)
    assert make_desk(desk).kept == (FIRST,)
    assert (desk / FIRST).read_text() == rubbish


def test_a_notebook_that_is_none_any_more_stays_also_where_the_desk_has_forgotten_what_it_gave(desk):
    (desk / FIRST).write_text("mine")
    (desk / "desk.json").write_text("{}")
    assert make_desk(desk).kept == (FIRST,)
    assert (desk / FIRST).read_text() == "mine"


def test_a_folder_with_other_files_is_left_alone(tmp_path):
    (tmp_path / "thesis.md").write_text("mine")
    with pytest.raises(ReadError, match="another name"):
        make_desk(tmp_path)
    assert [path.name for path in tmp_path.iterdir()] == ["thesis.md"]


@pytest.mark.parametrize("folder", ["notebooks", "exercises", "."])
def test_one_record_for_all_notebooks(desk, folder):
    code = "import resolutionkit as rk; rk.exercise('1.1').check(21); rk.save('my-work/brief.md', 'x')"
    variables = {name: value for name, value in os.environ.items() if name != "RESOLUTIONKIT_WORK"}
    subprocess.run([sys.executable, "-c", code], cwd=desk / folder, env=variables, check=True)
    assert {path.name for path in (desk / "my-work").iterdir()} == {"progress.json", "brief.md"}


def test_the_command(tmp_path, capsys):
    assert main(["desk", str(tmp_path / "mein Tisch"), "--language", "de"]) == 0
    assert "15 neue Notebooks" in capsys.readouterr().out


def test_a_desk_keeps_its_language_and_the_kit_talks_it(tmp_path):
    desk = make_desk(tmp_path / "desk", "de").folder
    assert make_desk(desk) == desks.Desk(desk)
    variables = {name: value for name, value in os.environ.items() if name != "RESOLUTIONKIT_LANGUAGE"}
    code = "from resolutionkit.language import language; print(language())"
    for folder in ("notebooks", "exercises", "."):
        said = subprocess.run([sys.executable, "-c", code], cwd=desk / folder, env=variables, capture_output=True)
        assert said.stdout.strip() == b"de"


@pytest.mark.parametrize(
    ("variables", "expected"),
    [({"LANG": "de_AT.UTF-8"}, b"de"), ({"LANG": "de_AT", "LC_ALL": "C"}, b"en"), ({"LANG": "fr_FR"}, b"en")],
)
def test_without_a_desk_the_kit_talks_the_language_of_the_computer(tmp_path, variables, expected):
    names = ("RESOLUTIONKIT_LANGUAGE", "LANG", "LC_ALL", "LC_MESSAGES")
    variables = {name: value for name, value in os.environ.items() if name not in names} | variables
    code = "from resolutionkit.language import language; print(language())"
    said = subprocess.run([sys.executable, "-c", code], cwd=tmp_path, env=variables, capture_output=True)
    assert said.stdout.strip() == expected
