"""Errors, files, labels, language: what everything else stands on."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from every import every

import resolutionkit as rk
from resolutionkit import draw, errors, files, language, policing, widgets
from resolutionkit.errors import KitError, MissingFile, ReadError, UnknownName, location_in
from resolutionkit.files import saved
from resolutionkit.language import set_language


@pytest.mark.parametrize(
    ("error", "builtin"),
    [
        (ReadError, ValueError),
        (MissingFile, FileNotFoundError),
        (UnknownName, KeyError),
        (errors.RightsError, PermissionError),
        (errors.WrongType, TypeError),
    ],
)
def test_each_error_is_also_the_nearest_builtin(error, builtin):
    raised = error(expected="A", found="b", advice="Do c.", place=errors.Location("f.md", 2, 3, "text"))
    assert isinstance(raised, builtin)
    assert isinstance(raised, KitError)
    assert str(raised) == "A was expected; found: b.\nWhere: f.md, line 2, column 3:\n  text\n    ^\nWhat to do: Do c."


def test_errors_speak_german():
    set_language("de")
    assert (
        str(ReadError(expected="A", found="b", advice="Tun Sie c.")) == "Erwartet: A; gefunden: b.\nWas tun: Tun Sie c."
    )


@pytest.mark.parametrize(("offset", "place"), [(0, (1, 1)), (2, (1, 3)), (3, (2, 1)), (5, (2, 3)), (99, (2, 3))])
def test_place_in(offset, place):
    found = location_in("ab\ncd", offset)
    assert (found.line, found.column) == place


def test_the_caret_stays_under_its_column_in_a_long_line():
    place = location_in("x" * 200 + "!" + "y" * 200, 200)
    shown, caret = str(place).split("\n")[1:]
    assert shown[caret.index("^")] == "!"


def test_a_symbol_that_the_kit_does_not_hold():
    with pytest.raises(MissingFile, match="holds only A/RES/75/10"):
        rk.load("A/RES/71/19")


@pytest.mark.parametrize("name", ["75/10", "A/RES/75/10"])
def test_the_bundled_resolution_by_symbol(name):
    assert rk.load(name) is rk.load()


def test_save_keeps_what_stood_there(tmp_path):
    path = tmp_path / "draft.md"
    for text in ("one", "two", "three"):
        rk.save(path, text)
    assert (path.read_text(), (tmp_path / "draft.md.bak").read_text()) == ("three", "two")
    assert sorted(p.name for p in tmp_path.iterdir()) == ["draft.md", "draft.md.bak"]


def test_saving_the_same_text_again_keeps_the_older_one(tmp_path):
    path = tmp_path / "draft.md"
    for text in ("one", "two", "two"):
        rk.save(path, text)
    assert (tmp_path / "draft.md.bak").read_text() == "one"


def test_a_save_that_fails_leaves_the_old_text(tmp_path, monkeypatch):
    path = rk.save(tmp_path / "draft.md", "one")

    def full(*_: object) -> None:
        raise OSError("No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OSError, match="space"):
        rk.save(path, "two")
    assert path.read_text() == "one"
    assert list(tmp_path.iterdir()) == [path]


def test_a_file_that_a_virus_scanner_holds_for_a_moment_is_saved(tmp_path, monkeypatch):
    replace, held = os.replace, [PermissionError(13, "held"), PermissionError(13, "held")]

    def held_at_first(*names):
        if held:
            raise held.pop()
        return replace(*names)

    monkeypatch.setattr("os.replace", held_at_first)
    assert rk.save(tmp_path / "draft.md", "one").read_text() == "one"


def test_a_folder_with_spaces_and_umlauts(tmp_path):
    assert rk.save(tmp_path / "Mappe für Übungen" / "Entwurf 1.md", "ä").read_text(encoding="utf-8") == "ä"


def test_what_was_saved_is_read_from_the_same_folder(tmp_path, monkeypatch):
    monkeypatch.setenv("RESOLUTIONKIT_WORK", str(tmp_path))
    assert saved("my-work/draft.md") == ""
    rk.save("my-work/draft.md", "für alle")
    assert saved("my-work/draft.md") == "für alle"


def test_a_missing_data_file_is_named():
    with pytest.raises(FileNotFoundError, match=r"nothing\.csv"):
        files.rows("nothing")


def test_importing_the_kit_loads_nothing_heavy():
    code = "import sys, resolutionkit; print([m for m in ('pandas', 'matplotlib', 'networkx', 'ipywidgets', 'lxml') if m in sys.modules])"
    environment = {**os.environ, "PYTHONPATH": str(Path(rk.__file__).parents[1])}
    said = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, env=environment, check=True)
    assert said.stdout.strip() == "[]"


def test_every_public_name_can_be_had():
    assert all(getattr(rk, name) is not None for name in rk.__all__)
    assert set(rk.__all__) <= set(dir(rk))


def test_a_wrong_name_is_an_attribute_error():
    with pytest.raises(AttributeError, match="attribute laod"):
        rk.laod  # noqa: B018  # the access is the test


def test_the_set_up_is_well_here():
    check = rk.checkup()
    assert check.well, repr(check)
    assert "Resolution A/RES/75/10" in repr(check)


def test_a_missing_package_is_said_with_advice(monkeypatch):
    from resolutionkit.widgets import checkup as set_up

    monkeypatch.setattr(set_up, "_NEEDED", ("no-such-package",))
    monkeypatch.setattr("jupyter_core.paths.jupyter_path", lambda *below: [])
    check = rk.checkup()
    assert not check.well
    assert "✗ no-such-package: not installed here\n  → Start JupyterLab with python3 start.py" in repr(check)
    assert "2 of 4 need attention." in check._repr_html_()


def test_the_smallest_widget_answers():
    from resolutionkit.widgets import hello

    button, answer = hello().widget.children
    button.click()
    assert "Widgets work" in answer.value


def test_language_is_read_from_the_environment():
    code = "import resolutionkit.language as l; print(l.language())"
    environment = {**os.environ, "PYTHONPATH": str(Path(rk.__file__).parents[1]), "RESOLUTIONKIT_LANGUAGE": "de_DE"}
    said = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, env=environment, check=True)
    assert said.stdout.strip() == "de"
    assert language.language() == "en"


def test_tests_never_touch_what_a_learner_saved():
    assert Path(os.environ["RESOLUTIONKIT_WORK"]) in rk.save("my-work/brief.md", "x").parents
    assert not Path("my-work/brief.md").exists()


TEXT = "The General Assembly,\n\nRecalling the Charter,\n\n1. Urges all States to act;\n\n2. Decides to meet."
MISTAKES = {  # what somebody types who is new to the kit, or to Python -> what the error says in each language
    "a text that nobody has read": (lambda: rk.to_text(TEXT), "rk.parse(text)"),
    "a text for XML": (lambda: rk.to_akn(TEXT), "rk.parse(text)"),
    "a text to compare": (lambda: rk.compare(rk.load(), TEXT), "rk.parse(text)"),
    "a text to amend": (lambda: rk.amend(TEXT, []), "rk.parse(text)"),
    "a text that groups worked on": (lambda: rk.open_points(TEXT, {}), "rk.parse(text)"),
    "a text for a puzzle": (lambda: rk.order_puzzle(TEXT), "rk.parse(text)"),
    "a text for gaps": (lambda: rk.opener_gaps(TEXT), "rk.parse(text)"),
    "a text in which names are sought": (lambda: rk.mentions(TEXT), "rk.parse(text)"),
    "a text to draw": (lambda: draw.document_at_a_glance(TEXT), "rk.parse(text)"),
    "a text in a table": (lambda: draw.paragraph_table(TEXT), "rk.parse(text)"),
    "a text whose citations are drawn": (lambda: draw.citation_table(TEXT), "rk.parse(text)"),
    "the name of a network": (lambda: draw.network("cooperation"), "networks.cooperation()"),
    "a resolution as a tree": (lambda: draw.tree(rk.load()), "networks.cooperation()"),
    "a resolution in two columns": (lambda: draw.two_columns(rk.load()), "networks.cooperation()"),
    "several labels": (lambda: rk.load()[["PP1", "PP2"]], "['PP1', 'PP2']"),
    "labels from one to another": (lambda: rk.load()["PP1":"PP3"], "slice('PP1', 'PP3', None)"),
    "a number in place of a label": (lambda: rk.in_plain_words(5), "5"),
    "what print gives": (lambda: rk.save("my-work/brief.md", None), "rk.save("),
    "name and text in the wrong order": (lambda: rk.save(TEXT * 9, "my-work/brief.md"), "rk.save("),
    "a folder in place of a file": (lambda: rk.save("", TEXT), "''"),
    "no name": (lambda: rk.save(5, TEXT), "5"),
    "no name of what was taken home": (lambda: rk.bring_back(5), "5"),
    "no name of a draft": (lambda: widgets.workbench(5), "5"),
    "a language by a name of its own": (lambda: rk.review(TEXT, language="klingonisch"), "'klingonisch'"),
    "a form of the test that there is not": (lambda: rk.test("before", form="Z"), "'Z'"),
    "several occasions": (lambda: rk.test(["before"]), "['before']"),
    "several networks": (lambda: widgets.living_network(["co_mentions"]), "['co_mentions']"),
    "the name of a world": (lambda: widgets.border_check("mine"), "policing.World"),
    "a number of thousands of digits": (lambda: policing.World.synthetic(seed=10**5000), "2147483648"),
}


@every(MISTAKES.items(), lambda case: case[0])
def test_a_mistake_ends_in_one_error_that_says_what_to_do(mistake, made):
    call, said = made
    told = []
    for spoken in ("en", "de"):
        set_language(spoken)
        with pytest.raises(KitError) as caught:
            call()
        told.append(str(caught.value))
        assert said in told[-1], mistake
    assert (told[1].startswith("Erwartet: "), "What to do: " in told[0]) == (True, True)


@pytest.mark.parametrize("said", ["de", "German", "deutsch", "deu", " DE "])
def test_a_language_has_many_names(said):
    assert rk.parse(TEXT, said).language == "de"


def test_half_a_character_that_was_pasted_stops_no_saving(tmp_path):
    assert rk.save(tmp_path / "draft.md", "Urges \ud800 States").read_text(encoding="utf-8") == "Urges ? States"
