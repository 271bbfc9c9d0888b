"""start.py begins on every Python, and beside every file that a learner may have written."""

from __future__ import annotations

import ast
import sys

import pytest
from copies import LANGUAGES, ROOT, called, said, write_modules

TREE = ast.parse((ROOT / "start.py").read_text(encoding="utf-8"), feature_version=(3, 6))


def test_no_annotation_and_no_future_import_that_python_36_lacks():
    functions = [node for node in ast.walk(TREE) if isinstance(node, ast.FunctionDef)]
    annotated = [f.name for f in functions if f.returns or any(a.annotation for a in f.args.args)]
    futures = [node for node in ast.walk(TREE) if isinstance(node, ast.ImportFrom) and node.module == "__future__"]
    assert (annotated, futures) == ([], [])


def test_only_the_standard_library_is_imported():
    names = {alias.name for node in ast.walk(TREE) if isinstance(node, ast.Import) for alias in node.names}
    names |= {node.module for node in ast.walk(TREE) if isinstance(node, ast.ImportFrom)}
    assert {name.partition(".")[0] for name in names} <= sys.stdlib_module_names


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("version", [(3, 6), (3, 10)])
def test_a_python_that_is_too_old(bare_kit, version, language):
    process = bare_kit.run_after(
        f"sys.version_info = {(*version, 0, 'final', 0)}; sys.modules['tomllib'] = None",
        RESOLUTIONKIT_LANGUAGE=language,
    )
    needed = {"en": "needs Python 3.11 or newer", "de": "braucht Python 3.11 oder neuer"}[language]
    assert needed in said(process)
    assert f"Python {version[0]}.{version[1]}." in said(process)
    assert process.returncode == 1


@pytest.mark.parametrize(
    ("variables", "expected"),
    [
        ({"LANG": "de_DE.UTF-8"}, "braucht"),
        ({"LANG": "en_GB.UTF-8"}, "needs"),
        ({"LANG": "fr_FR.UTF-8"}, "needs"),
        ({"LANG": "de_AT.UTF-8", "LC_ALL": "C"}, "needs"),
        ({"LANG": "C", "RESOLUTIONKIT_LANGUAGE": "de"}, "braucht"),
        ({"LANG": "de_DE.UTF-8", "RESOLUTIONKIT_LANGUAGE": "en"}, "needs"),
    ],
)
def test_the_language_is_the_users(bare_kit, variables, expected):
    process = bare_kit.run_after("sys.version_info = (3, 8)", **{"RESOLUTIONKIT_LANGUAGE": "", **variables})
    assert expected in said(process)


def test_help_is_in_both_languages(bare_kit):
    process = bare_kit.run("--help")
    assert "is everything in place?" in said(process)
    assert "Ist alles da?" in said(process)
    assert process.returncode == 0


def test_a_word_that_start_does_not_know(bare_kit):
    process = bare_kit.run("tset")
    assert "does not know the word 'tset'" in said(process)
    assert process.returncode == 1


@pytest.mark.parametrize("words", [["--language"], ["--language", "fr"], ["--language=german"], ["--desk"]])
def test_an_option_without_its_word_stops_before_anything_is_fetched(bare_kit, words):
    process = bare_kit.run(*words, RESOLUTIONKIT_LANGUAGE="en")
    assert "--language de, --language en, --desk NAME" in said(process)
    assert process.returncode == 1
    assert not (bare_kit.folder / ".venv").exists()


def test_files_of_a_learner_beside_start_are_no_modules(first_kit):
    kit, process = first_kit
    assert called(process)["folder"] == str(kit.folder)


@pytest.mark.parametrize("word", ["--help", "check", "test", "--no-browser"])
def test_nor_are_they_later(own_kit, word):
    own_kit.run("test")  # it has been moved
    write_modules(own_kit.folder)
    process = own_kit.run(word)
    assert "a file of the learner" not in said(process)
    assert process.returncode == 0
