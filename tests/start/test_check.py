"""``start.py check``: yes after a real set-up, and what is wrong otherwise."""

from __future__ import annotations

import shutil
import subprocess
import sys

import pytest
from copies import LANGUAGES, ROOT, said
from rights import needs_rights


def test_all_is_well_after_a_real_set_up(kit):
    """The lock has lines for other Pythons and systems, as the real one has: no fault."""
    process = kit.run("check")
    assert "All is well." in said(process)
    assert "NO" not in said(process)
    assert process.returncode == 0


@pytest.mark.skipif(sys.prefix != str(ROOT / ".venv"), reason="the tests do not run in the environment of start.py")
def test_all_is_well_in_the_environment_of_these_tests():
    process = subprocess.run([sys.executable, ROOT / "start.py", "check"], capture_output=True, encoding="utf-8")
    assert process.returncode == 0, process.stdout


def test_what_is_missing_is_named_and_nothing_is_made(bare_kit):
    process = bare_kit.run("check")
    assert "NO  .venv; not made from requirements.lock" in said(process)
    assert "delete" not in said(process)  # there is no such folder yet
    assert (process.returncode, bare_kit.leftovers) == (1, [])


@pytest.mark.parametrize(
    ("words", "expected"), [(["--language", "de"], "NEIN .venv"), (["--language=en"], "NO  .venv")]
)
def test_it_speaks_the_language_that_is_asked_for(bare_kit, words, expected):
    """As ``start.py --language de`` does; the language of the computer counts where none is named."""
    other = {"RESOLUTIONKIT_LANGUAGE": "en" if "de" in words else "de"}
    kit = bare_kit._replace(variables=bare_kit.variables | other)
    assert expected in said(kit.run("check", *words))


def break_pandas(site):
    (site / "pandas" / "__init__.py").write_text("import no_such_thing")


def change_numpy(site):
    (site / "numpy-1.0.dist-info" / "METADATA").write_text("Metadata-Version: 2.1\nName: numpy\nVersion: 3.0\n")


def remove_zmq(site):
    shutil.rmtree(site / "zmq-1.0.dist-info")


@pytest.mark.parametrize(
    ("spoil", "expected"),
    [
        (break_pandas, "pandas: No module named 'no_such_thing'"),
        (change_numpy, "numpy 1.0 or 2.0 is not in .venv, but 3.0"),
        (remove_zmq, "zmq 1.0 is not in .venv"),
    ],
)
def test_packages_that_do_not_work(own_kit, spoil, expected):
    own_kit.run("test")  # it has been moved
    (site,) = own_kit.environment.glob("[Ll]ib/**/site-packages")
    spoil(site)
    process = own_kit.run("check")
    assert expected in said(process)
    assert "delete the folder .venv" in said(process)
    assert process.returncode == 1


PLAIN = {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0", "PYTHONIOENCODING": ""}


@pytest.mark.parametrize(
    "locale", [{"LC_ALL": "C"}, PLAIN, PLAIN | {"LC_ALL": "POSIX"}], ids=["C", "C, no UTF-8", "POSIX"]
)
@pytest.mark.parametrize("language", LANGUAGES)
def test_it_answers_whole_in_a_plain_locale(kit, locale, language):
    command = [sys.executable, str(kit.folder / "start.py"), "check"]
    variables = kit.variables | locale | {"RESOLUTIONKIT_LANGUAGE": language}
    process = subprocess.run(command, env=variables, capture_output=True, timeout=300)
    assert process.stderr == b""
    lines = process.stdout.decode("ascii", "replace").splitlines()
    assert lines[-1].startswith({"en": "All is well", "de": "Alles in Ordnung"}[language])


@needs_rights
@pytest.mark.parametrize("language", LANGUAGES)
def test_it_says_that_the_folder_is_closed(bare_kit, language, tmp_path):
    bare_kit.folder.chmod(0o555)
    process = bare_kit.run_like_anybody("check", RESOLUTIONKIT_LANGUAGE=language)
    bare_kit.folder.chmod(0o755)
    assert {"en": "NO  writing into this folder", "de": "NEIN Schreiben in diesen Ordner"}[language] in said(process)
    assert {"en": "copy the kit to a folder of your own", "de": "kopieren Sie das Kit"}[language] in said(process)
