"""What JupyterLab and pytest get from start.py, and what of the user's own settings reaches them."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import time
from pathlib import Path

import nbformat.sign
import pytest
from copies import DESK, LANGUAGES, ROOT, SAYS_HOW_IT_WAS_CALLED, called, said
from rights import needs_rights

OVERLAY = ROOT / "environment" / "overlay"


# --- pytest ---


def test_the_tests_run_in_the_folder_of_the_kit_and_get_further_words(kit):
    call = called(kit.run("test", "-k", "a or b"))
    assert (call["folder"], call["words"]) == (str(kit.folder), ["-k", "a or b"])


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ([], ["-n", "logical", "--maxprocesses", "4", "--dist", "loadfile"]),
        (["--quick"], ["-n", "logical", "--maxprocesses", "4", "--dist", "loadfile", "-m", "not slow"]),
        (["tests/document", "--quick"], ["-m", "not slow", "tests/document"]),
    ],
)
def test_many_tests_are_shared_out(kit, words, expected):
    assert called(kit.run("test", *words))["words"] == expected


def test_every_part_of_the_list_of_slow_tests_fits_some_test(pytestconfig):
    slow = next(plugin for plugin in pytestconfig.pluginmanager.get_plugins() if hasattr(plugin, "SLOW")).SLOW
    paths = [path for folder in ("tests", "notebooks", "exercises") for path in (ROOT / folder).rglob("*.*")]
    tests = [line for path in paths if path.suffix == ".py" for line in path.read_text("utf-8").splitlines()]
    addresses = [str(path.relative_to(ROOT)) for path in paths] + [
        line for line in tests if line.startswith("def test_")
    ]
    assert not [part for part in slow if not any(part in address for address in addresses)]


def test_the_site_is_made_by_the_kits_own_command_where_the_user_is(kit, tmp_path):
    (kit.folder / "src" / "resolutionkit" / "__main__.py").write_text(SAYS_HOW_IT_WAS_CALLED)
    command = [sys.executable, kit.folder / "start.py", "site", "web", "--serve"]
    process = subprocess.run(command, cwd=tmp_path, env=kit.variables, capture_output=True, encoding="utf-8")
    (kit.folder / "src" / "resolutionkit" / "__main__.py").write_text(DESK)
    assert (called(process)["folder"], called(process)["words"]) == (str(tmp_path), ["site", "web", "--serve"])


# --- JupyterLab: its port and its address ---


@pytest.fixture
def words_for_lab(kit):
    return lambda *options: called(kit.run("--no-browser", *options))["words"]


@pytest.mark.parametrize(
    ("options", "folder"),
    [([], "desk"), (["--desk=desk-7b"], "desk-7b"), (["--desk", "7c"], "7c"), (["--teacher"], "")],
    ids=" ".join,
)
def test_jupyterlab_opens_the_first_notebook_on_a_desk_or_for_teachers_in_the_kit(words_for_lab, kit, options, folder):
    words = words_for_lab(*options)
    assert {"--no-browser", f"--ServerApp.root_dir={kit.folder / folder}"} <= set(words)
    assert "--LabApp.default_url=/lab/tree/notebooks/00_start.ipynb" in words
    assert not set(options) & set(words)


def test_the_desk_is_made_in_the_users_language_before_jupyterlab_starts(kit):
    said_first = kit.run("--no-browser", RESOLUTIONKIT_LANGUAGE="de").stdout.splitlines()
    assert any(line.startswith("desk made:") and line.endswith("de") for line in said_first)


@pytest.mark.parametrize("option", [["--language", "de"], ["--language=de"]])
def test_the_language_can_be_chosen_and_holds_for_all_that_is_started(kit, option):
    process = kit.run("--no-browser", *option)
    assert "--language de" in process.stdout.splitlines()[0]
    call = called(process)
    assert call["variables"]["RESOLUTIONKIT_LANGUAGE"] == "de"
    assert not set(option) & set(call["words"])


def test_a_desk_keeps_its_language(kit):
    (kit.folder / "my desk").mkdir()
    (kit.folder / "my desk" / "desk.json").write_text('{"language": "de"}')
    first = kit.run("--no-browser", "--desk=my desk", RESOLUTIONKIT_LANGUAGE="en").stdout.splitlines()[0]
    assert first.startswith("desk made:")
    assert "--language" not in first


def test_german_teachers_begin_with_the_german_edition(words_for_lab):
    assert "--LabApp.default_url=/lab/tree/notebooks/de/00_start.ipynb" in words_for_lab("--teacher", "--language=de")


def test_a_desk_that_cannot_be_made_is_told_and_nothing_is_opened(own_kit):
    (own_kit.folder / "src" / "resolutionkit" / "__main__.py").write_text("raise SystemExit('no room on the disk')")
    process = own_kit.run("--no-browser")
    assert process.returncode == 1
    assert "no room on the disk" in process.stderr


def test_it_looks_for_a_free_port_by_itself(words_for_lab):
    assert {"--port=8888", "--ServerApp.port_retries=50"} <= set(words_for_lab())


@pytest.mark.parametrize("wanted", [["--port", "9001"], ["--port=9001"], ["--ServerApp.port=9001"]])
def test_it_takes_the_port_that_the_user_names_or_none(words_for_lab, wanted):
    words = words_for_lab(*wanted)
    assert "--ServerApp.port_retries=0" in words
    assert "--port=8888" not in words
    assert words[-len(wanted) :] == wanted


def test_it_listens_on_this_computer_alone(words_for_lab):
    assert "--ServerApp.ip=127.0.0.1" in words_for_lab()


@pytest.mark.parametrize("option", ["--ip=0.0.0.0", "--ServerApp.ip=0.0.0.0"])
def test_it_listens_elsewhere_only_where_the_user_types_it(words_for_lab, option):
    words = words_for_lab(option)
    assert "--ServerApp.ip=127.0.0.1" not in words
    assert "--allow-root" not in words


def test_this_wins_over_the_users_own_settings(words_for_lab, tmp_path, free_port):
    """Asked of JupyterLab itself, of the environment that runs the tests, started as start.py does."""
    for name in ("server", "lab", "notebook"):
        (tmp_path / f"jupyter_{name}_config.py").write_text("c.ServerApp.ip = c.NotebookApp.ip = '0.0.0.0'\n")
    words = [word for word in words_for_lab(f"--port={free_port}") if "root_dir" not in word]
    command = [sys.executable, "-P", "-m", "jupyterlab", *words, f"--ServerApp.root_dir={tmp_path}"]
    runtime = tmp_path / "runtime"
    variables = os.environ | {"JUPYTER_CONFIG_DIR": str(tmp_path), "JUPYTER_RUNTIME_DIR": str(runtime)}
    with subprocess.Popen(command, env=variables, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as lab:
        deadline = time.monotonic() + 60
        infos: list[str] = []
        while not infos and time.monotonic() < deadline:
            time.sleep(0.2)
            infos = [text for path in runtime.glob("jpserver-*.json") if (text := path.read_text()).endswith("}")]
        lab.terminate()
    assert [json.loads(text)["hostname"] for text in infos] == ["127.0.0.1"]


# --- The user's environment variables, and the user's home ---


def test_a_backend_of_matplotlib_is_not_passed_on(kit):
    """MPLBACKEND=Agg in the shell would leave the notebooks without pictures."""
    assert "MPLBACKEND" not in called(kit.run(MPLBACKEND="Agg"))["variables"]


@pytest.mark.parametrize("path", ["/somewhere/else", ""])
def test_jupyterlab_finds_the_commands_of_the_kit_first(kit, path):
    ours = str(kit.environment / ("Scripts" if os.name == "nt" else "bin"))
    assert called(kit.run(PATH=path))["variables"]["PATH"].split(os.pathsep) == [ours, *filter(None, [path])]


@pytest.fixture
def closed_home(tmp_path):
    home = tmp_path / "home"
    home.mkdir(mode=0o555)
    yield home
    home.chmod(0o755)


@needs_rights
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_home_that_cannot_be_written_to(kit, closed_home, language):
    process = kit.run_like_anybody("--no-browser", HOME=str(closed_home), RESOLUTIONKIT_LANGUAGE=language)
    assert {"en": "cannot be written to", "de": "kann nicht geschrieben werden"}[language] in said(process)
    variables = called(process)["variables"]
    for name in ("JUPYTER_CONFIG_DIR", "JUPYTER_DATA_DIR", "JUPYTER_RUNTIME_DIR", "IPYTHONDIR", "MPLCONFIGDIR"):
        assert Path(variables[name]).is_relative_to(kit.environment)


@needs_rights
def test_what_jupyter_would_write_into_is_closed(kit, tmp_path):
    """As after ``sudo jupyter``: .local belongs to root."""
    (tmp_path / ".local").mkdir(mode=0o555)
    variables = called(kit.run_like_anybody("--no-browser", HOME=str(tmp_path)))["variables"]
    assert "JUPYTER_RUNTIME_DIR" in variables


def test_a_home_like_any_other_is_used(kit, tmp_path):
    assert "JUPYTER_DATA_DIR" not in called(kit.run("--no-browser", HOME=str(tmp_path)))["variables"]


# --- Settings that are laid over .venv ---


def test_the_settings_are_laid_over_the_environment(kit):
    for folder in ("etc", "share"):
        for path in (OVERLAY / folder).rglob("*.json"):
            assert (kit.environment / path.relative_to(OVERLAY)).read_text() == path.read_text()


def test_jupyterlab_asks_nothing_about_news_lets_widgets_wait_for_cells_and_saves_what_they_show():
    settings = json.loads((OVERLAY / "share/jupyter/lab/settings/overrides.json").read_text())
    assert settings["@jupyterlab/apputils-extension:notification"] == {"fetchNews": "false", "checkForUpdates": False}
    assert settings["@jupyterlab/apputils-extension:kernels-settings"] == {"commsOverSubshells": "disabled"}
    assert settings["@jupyter-widgets/jupyterlab-manager:plugin"] == {"saveState": True}


def test_jupyterlab_loads_nothing_of_nbgrader():
    page = json.loads((OVERLAY / "etc/jupyter/labconfig/page_config.json").read_text())
    assert page["disabledExtensions"] == page["lockedExtensions"] == {"@jupyter/nbgrader": True}


def test_every_part_of_the_server_that_nbgrader_adds_is_off():
    own = Path(sys.prefix) / "etc/jupyter/jupyter_server_config.d/nbgrader.json"
    if not own.exists():
        pytest.skip("nbgrader is not installed here")
    off = json.loads((OVERLAY / "etc/jupyter/jupyter_server_config.d/nbgrader.off.json").read_text())
    extensions = off["ServerApp"]["jpserver_extensions"]
    assert set(extensions) == set(json.loads(own.read_text())["ServerApp"]["jpserver_extensions"])
    assert set(extensions.values()) == {False}


def test_it_is_read_after_nbgraders_own_file_and_before_a_teachers_choice():
    own, ours, chosen = "nbgrader.json", "nbgrader.off.json", "nbgrader.server_extensions.formgrader.json"
    assert sorted([chosen, ours, own]) == [own, ours, chosen]


def test_the_windows_command_finds_the_python_beside_it():
    words = (OVERLAY / "Scripts/resolutionkit.cmd").read_text().split()
    assert words == ['@"%~dp0python.exe"', "-P", "-m", "resolutionkit", "%*"]


# --- Notebooks that are trusted ---


def trusted(notebook: Path) -> bool:
    """What JupyterLab would say of a notebook."""
    return bool(nbformat.sign.NotebookNotary().check_signature(nbformat.read(notebook, 4)))


@pytest.fixture
def start_with_notebooks(start, monkeypatch):
    """start.py in a folder with two notebooks of the kit; its environment is the one that runs the tests."""
    for name in ("notebooks/00_start.ipynb", "exercises/01_anatomy_exercises.ipynb"):
        copy = Path(start.ROOT) / name
        copy.parent.mkdir(parents=True)
        shutil.copy(ROOT / name, copy)

    def build():
        Path(start.PYTHON).parent.mkdir(parents=True)
        Path(start.PYTHON).touch()
        start._write_stamp()

    monkeypatch.setattr(start, "_build", build)
    monkeypatch.setattr(start, "INSIDE", [sys.executable, *start.INSIDE[1:]])
    monkeypatch.setenv("JUPYTER_DATA_DIR", str(Path(start.ROOT) / "data of jupyter"))
    return start


def test_a_fresh_environment_trusts_the_notebooks_of_the_kit_and_nothing_that_came_later(start_with_notebooks):
    notebooks = list(Path(start_with_notebooks.ROOT).glob("[en]*/*.ipynb"))
    assert [trusted(notebook) for notebook in notebooks] == [False, False]
    start_with_notebooks.prepare()
    assert [trusted(notebook) for notebook in notebooks] == [True, True]
    other = Path(start_with_notebooks.ROOT) / "notebooks" / "from-elsewhere.ipynb"
    shutil.copy(ROOT / "notebooks" / "02_words.ipynb", other)
    start_with_notebooks.prepare()
    assert not trusted(other)


def test_a_folder_for_signatures_that_cannot_be_used_stops_no_start(start_with_notebooks, monkeypatch, tmp_path, capfd):
    (tmp_path / "file").write_text("a file where the folder should be")
    monkeypatch.setenv("JUPYTER_DATA_DIR", str(tmp_path / "file"))
    start_with_notebooks.prepare()
    assert start_with_notebooks.is_ready()
    assert "Traceback" not in "".join(capfd.readouterr())
