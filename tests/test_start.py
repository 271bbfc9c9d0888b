"""start.py as a user meets it: copied to a folder with spaces and umlauts, run as a program of its own.

Instead of a hundred packages the copies get a lock of two tiny ones that the tests make: a "jupyterlab" and
a "pytest" that print how they were called.
"""

from __future__ import annotations

import ast
import errno
import hashlib
import importlib.util
import json
import os
import shutil
import signal
import socket
import subprocess
import sys
import time
import zipfile
from pathlib import Path
from types import ModuleType

import pytest
from rights import like_anybody, needs_rights

ROOT = Path(__file__).resolve().parents[1]
START = ROOT / "start.py"
LANGUAGES = ["en", "de"]
LAUNCHER = "Scripts/resolutionkit.cmd" if os.name == "nt" else "bin/resolutionkit"

SAYS_HOW_IT_WAS_CALLED = "import json, os, sys; print(json.dumps([os.getcwd(), sys.argv[1:]]))"


def make_wheel(folder: Path, name: str) -> str:
    """Make a package whose ``python -m`` prints how it was called; return its line for a lock."""
    wheel = folder / f"{name}-1.0-py3-none-any.whl"
    info = f"{name}-1.0.dist-info"
    files = {
        f"{name}/__init__.py": "",
        f"{name}/__main__.py": SAYS_HOW_IT_WAS_CALLED,
        f"{info}/METADATA": f"Metadata-Version: 2.1\nName: {name}\nVersion: 1.0\n",
        f"{info}/WHEEL": "Wheel-Version: 1.0\nGenerator: test\nRoot-Is-Purelib: true\nTag: py3-none-any\n",
    }
    record = "".join(f"{path},,\n" for path in [*files, f"{info}/RECORD"])
    with zipfile.ZipFile(wheel, "w") as archive:
        for path, content in {**files, f"{info}/RECORD": record}.items():
            archive.writestr(path, content)
    return f"{name}==1.0 --hash=sha256:{hashlib.sha256(wheel.read_bytes()).hexdigest()}\n"


class Kit:
    """A copy of start.py in a folder of its own, and how to run it."""

    def __init__(self, folder: Path, lock: str, **variables: str) -> None:
        folder.mkdir(parents=True)
        (folder / "src" / "resolutionkit").mkdir(parents=True)
        (folder / "src" / "resolutionkit" / "__init__.py").write_text("__version__ = 'copy'\n")
        (folder / "notebooks").mkdir()
        (folder / "notebooks" / "00_start.ipynb").write_text("{}")
        (folder / "requirements.lock").write_text(lock)
        shutil.copy(START, folder)
        self.folder = folder
        self.environment = folder / ".venv"
        hidden = ("PIP_", "UV_", "LC_", "LANG", "RESOLUTIONKIT_", "PYTHONPATH")
        self.variables = {name: value for name, value in os.environ.items() if not name.startswith(hidden)}
        self.variables |= {
            "PATH": "",  # no uv: the way with pip is the one that every user has
            "PIP_CONFIG_FILE": os.devnull,
            "PYTHONIOENCODING": "utf-8",
            "RESOLUTIONKIT_LANGUAGE": "en",
            **variables,
        }

    def run(self, *words: str, **variables: str) -> subprocess.CompletedProcess[str]:
        return self._run([sys.executable, str(self.folder / "start.py"), *words], **variables)

    def run_like_anybody(self, *words: str) -> subprocess.CompletedProcess[str]:
        """Run as somebody whom a folder can refuse, which root is not."""
        return self._run(like_anybody(str(self.folder / "start.py"), *words))

    def _run(self, command: list[str], **variables: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            command, env=self.variables | variables, capture_output=True, encoding="utf-8", timeout=120
        )

    @property
    def leftovers(self) -> list[str]:
        return sorted(path.name for path in self.folder.glob(".venv*"))


def said(process: subprocess.CompletedProcess[str]) -> str:
    """What the user reads; a traceback is never part of it."""
    words = process.stdout + process.stderr
    assert "Traceback" not in words
    return words


@pytest.fixture(scope="module")
def wheels(tmp_path_factory):
    return tmp_path_factory.mktemp("wheels")


@pytest.fixture(scope="module")
def lock(wheels):
    return make_wheel(wheels, "jupyterlab") + make_wheel(wheels, "pytest")


@pytest.fixture(scope="module")
def kit(tmp_path_factory, wheels, lock):
    """A kit whose environment was made once; the tests that use it leave it as it is."""
    folder = tmp_path_factory.mktemp("user") / "Mein schöner Kurs"
    made = Kit(folder, lock, PIP_NO_INDEX="1", PIP_FIND_LINKS=wheels.as_uri())
    made.first_run = made.run("test")
    return made


@pytest.fixture
def bare_kit(tmp_path):
    """A kit without environment, whose packages cannot be had."""
    return Kit(tmp_path / "Kurs 1", "no-such-package-of-ours==1.0 --hash=sha256:" + "0" * 64 + "\n", PIP_NO_INDEX="1")


@pytest.fixture
def start(tmp_path, monkeypatch) -> ModuleType:
    """start.py as a module whose folder is an empty one, for what is hard to bring about from outside."""
    spec = importlib.util.spec_from_file_location("start", START)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    (tmp_path / "requirements.lock").write_text("lock 1")
    monkeypatch.setattr(module, "ROOT", str(tmp_path))
    monkeypatch.setattr(module, "LOCK", str(tmp_path / "requirements.lock"))
    for name, suffix in {"ENVIRONMENT": "", "EARLIER": ".old", "BUSY": ".lock"}.items():
        monkeypatch.setattr(module, name, str(tmp_path / ".venv") + suffix)
    return module


# --- Old and incomplete Pythons ---


def test_old_pythons_can_read_the_file():
    ast.parse(START.read_text(encoding="utf-8"), feature_version=(3, 6))


def test_no_annotation_and_no_future_import_that_python_36_lacks():
    tree = ast.parse(START.read_text(encoding="utf-8"))
    functions = [node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef)]
    annotated = [f.name for f in functions if f.returns or any(a.annotation for a in f.args.args)]
    futures = [node for node in ast.walk(tree) if isinstance(node, ast.ImportFrom) and node.module == "__future__"]
    assert (annotated, futures) == ([], [])


def test_only_the_standard_library_is_imported():
    tree = ast.parse(START.read_text(encoding="utf-8"))
    names = {alias.name for node in ast.walk(tree) if isinstance(node, ast.Import) for alias in node.names}
    names |= {node.module for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)}
    assert {name.partition(".")[0] for name in names} <= sys.stdlib_module_names


def run_with(kit: Kit, preparation: str, **variables: str) -> subprocess.CompletedProcess[str]:
    """Run start.py after ``preparation`` has changed the Python that runs it."""
    code = f"import runpy, sys; {preparation}; sys.argv = ['start.py']; runpy.run_path('start.py', run_name='__main__')"
    command = [sys.executable, "-c", code]
    variables = kit.variables | variables
    return subprocess.run(command, cwd=kit.folder, env=variables, capture_output=True, encoding="utf-8", timeout=60)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("version", [(3, 6), (3, 10)])
def test_a_python_that_is_too_old(bare_kit, version, language):
    preparation = f"sys.version_info = {(*version, 0, 'final', 0)}"
    process = run_with(bare_kit, preparation, RESOLUTIONKIT_LANGUAGE=language)
    needed = {"en": "needs Python 3.11 or newer", "de": "braucht Python 3.11 oder neuer"}[language]
    assert needed in said(process)
    assert f"Python {version[0]}.{version[1]}." in said(process)
    assert process.returncode == 1


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("module", ["venv", "ensurepip"])
def test_a_python_without_venv(bare_kit, module, language):
    process = run_with(bare_kit, f"sys.modules[{module!r}] = None", RESOLUTIONKIT_LANGUAGE=language)
    assert "sudo apt install python3-venv" in said(process)
    assert (process.returncode, bare_kit.leftovers) == (1, [])


# --- The first start and the next ones ---


def test_the_first_start_makes_the_environment(kit):
    assert kit.first_run.returncode == 0, said(kit.first_run)
    assert "Ready after" in said(kit.first_run)


def test_only_the_environment_is_left(kit):
    assert kit.leftovers == [".venv"]


def test_the_tests_run_in_the_folder_of_the_kit_and_get_further_words(kit):
    process = kit.run("test", "-k", "a or b")
    assert json.loads(process.stdout) == [str(kit.folder), ["-k", "a or b"]]


def test_the_next_start_takes_the_environment_as_it_is(kit):
    before = (kit.environment / "pyvenv.cfg").stat().st_mtime_ns
    assert "Preparing" not in said(kit.run("test"))
    assert (kit.environment / "pyvenv.cfg").stat().st_mtime_ns == before


@pytest.mark.parametrize("options", [["--no-browser", "--port", "{}"], ["--no-browser", "--port={}"]])
def test_jupyterlab_gets_notebook_port_and_options(kit, options, free_port):
    process = kit.run(*[option.format(free_port) for option in options])
    folder, words = json.loads(process.stdout.splitlines()[-1])
    assert folder == str(kit.folder)
    assert {f"--port={free_port}", "--no-browser", f"--ServerApp.root_dir={kit.folder}"} <= set(words)
    assert "--LabApp.default_url=/lab/tree/notebooks/00_start.ipynb" in words


def test_jupyterlab_asks_nothing_about_news(kit):
    settings = kit.environment / "share" / "jupyter" / "lab" / "settings" / "overrides.json"
    notification = json.loads(settings.read_text())["@jupyterlab/apputils-extension:notification"]
    assert notification == {"fetchNews": "false", "checkForUpdates": False}


def test_what_a_widget_does_waits_for_the_cell(kit):
    """JupyterLab would run it in a thread beside the cells, where matplotlib loses pictures."""
    settings = kit.environment / "share" / "jupyter" / "lab" / "settings" / "overrides.json"
    kernels = json.loads(settings.read_text())["@jupyterlab/apputils-extension:kernels-settings"]
    assert kernels == {"commsOverSubshells": "disabled"}


def test_jupyterlab_loads_nothing_of_nbgrader(kit):
    etc = kit.environment / "etc" / "jupyter"
    page = json.loads((etc / "labconfig" / "page_config.json").read_text())
    assert page["disabledExtensions"] == page["lockedExtensions"] == {"@jupyter/nbgrader": True}
    off = etc / "jupyter_server_config.d" / "nbgrader.off.json"
    extensions = json.loads(off.read_text())["ServerApp"]["jpserver_extensions"]
    assert "nbgrader.server_extensions.formgrader" in extensions
    assert set(extensions.values()) == {False}


def test_it_is_read_after_nbgraders_own_file_and_before_a_teachers_choice():
    own, ours, chosen = "nbgrader.json", "nbgrader.off.json", "nbgrader.server_extensions.formgrader.json"
    assert sorted([chosen, ours, own]) == [own, ours, chosen]


def test_every_part_of_the_server_that_nbgrader_adds_is_off(start):
    own = Path(sys.prefix) / "etc" / "jupyter" / "jupyter_server_config.d" / "nbgrader.json"
    if not own.exists():
        pytest.skip("nbgrader is not installed here")
    off = start.NBGRADER_OFF["jupyter_server_config.d", "nbgrader.off.json"]
    assert set(json.loads(own.read_text())["ServerApp"]["jpserver_extensions"]) == set(
        off["ServerApp"]["jpserver_extensions"]
    )


def test_the_kit_can_be_imported_from_anywhere_also_after_the_folder_was_moved(kit, tmp_path):
    moved = tmp_path / "anderswo"
    shutil.copytree(kit.folder, moved, symlinks=True)
    python = moved / kit.environment.name / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
    command = [str(python), "-c", "import resolutionkit; print(resolutionkit.__file__)"]
    process = subprocess.run(command, cwd=tmp_path, env=kit.variables, capture_output=True, encoding="utf-8")
    assert Path(process.stdout.strip()).is_relative_to(moved), process.stderr


def trusted(notebook: Path, **variables: str) -> bool:
    """What JupyterLab would say of a notebook."""
    code = (
        "import nbformat, nbformat.sign, sys; "
        "print(nbformat.sign.NotebookNotary().check_signature(nbformat.read(sys.argv[1], 4)))"
    )
    command = [sys.executable, "-c", code, str(notebook)]
    process = subprocess.run(command, env={**os.environ, **variables}, capture_output=True, encoding="utf-8")
    return process.stdout.strip() == "True"


@pytest.fixture
def start_with_notebooks(start, tmp_path, monkeypatch):
    """start.py in a folder with two notebooks of the kit; its environment is the one that runs the tests."""
    monkeypatch.setattr(start, "ROOT", str(tmp_path / "Kurs [1] für alle"))
    for name in ("notebooks/00_start.ipynb", "exercises/01_anatomy_exercises.ipynb"):
        copy = Path(start.ROOT) / name
        copy.parent.mkdir(parents=True)
        shutil.copy(ROOT / name, copy)

    def build():
        Path(start.ENVIRONMENT).mkdir()
        (Path(start.ENVIRONMENT) / start.STAMP).write_text(start._wanted_stamp())

    monkeypatch.setattr(start, "_build", build)
    monkeypatch.setattr(start, "python_of", lambda environment: sys.executable)
    return start


@pytest.mark.parametrize("folder", ["notebooks", "exercises"])
def test_a_fresh_environment_trusts_the_notebooks_of_the_kit(start_with_notebooks, folder, tmp_path, monkeypatch):
    monkeypatch.setenv("JUPYTER_DATA_DIR", str(tmp_path / "home"))
    (notebook,) = (Path(start_with_notebooks.ROOT) / folder).glob("*.ipynb")
    assert not trusted(notebook)
    start_with_notebooks.prepare()
    assert trusted(notebook)


def test_what_came_later_is_not_trusted(start_with_notebooks, tmp_path, monkeypatch):
    monkeypatch.setenv("JUPYTER_DATA_DIR", str(tmp_path / "home"))
    start_with_notebooks.prepare()
    other = Path(start_with_notebooks.ROOT) / "notebooks" / "from-elsewhere.ipynb"
    shutil.copy(ROOT / "notebooks" / "02_words.ipynb", other)
    start_with_notebooks.prepare()
    assert not trusted(other)


def test_a_home_that_cannot_be_used_stops_no_start(start_with_notebooks, tmp_path, monkeypatch, capfd):
    (tmp_path / "home").write_text("a file where the folder should be")
    monkeypatch.setenv("JUPYTER_DATA_DIR", str(tmp_path / "home"))
    start_with_notebooks.prepare()
    assert start_with_notebooks.is_ready()
    assert "Traceback" not in "".join(capfd.readouterr())


# --- The command resolutionkit ---


def test_the_command_works_from_anywhere_also_after_the_folder_was_moved(kit, tmp_path):
    moved = tmp_path / "anderswo & hier"
    shutil.copytree(kit.folder, moved, symlinks=True)
    (moved / "src" / "resolutionkit" / "__main__.py").write_text(SAYS_HOW_IT_WAS_CALLED)
    elsewhere = tmp_path / "drafts"
    elsewhere.mkdir()
    (elsewhere / "json.py").write_text("raise SystemExit('a file of the learner was taken for a module')")
    command = [str(moved / ".venv" / LAUNCHER), "review", "mein Entwurf.md"]
    process = subprocess.run(command, cwd=elsewhere, env=kit.variables, capture_output=True, encoding="utf-8")
    assert process.stderr == ""
    assert json.loads(process.stdout) == [str(elsewhere), ["review", "mein Entwurf.md"]]


def test_the_windows_command_finds_the_python_beside_it(start):
    assert start.LAUNCHERS["resolutionkit.cmd"].split() == ['@"%~dp0python.exe"', "-P", "-m", "resolutionkit", "%*"]


@pytest.mark.parametrize("path", ["/somewhere/else", ""])
def test_jupyterlab_finds_the_command_first(start, monkeypatch, path):
    class Handed(Exception):
        pass

    def take(command, *rest, env=None):
        raise Handed(env or rest[-1])

    monkeypatch.setattr(start.os, "execve", take)
    monkeypatch.setattr(start.subprocess, "Popen", take)
    monkeypatch.setenv("PATH", path)
    monkeypatch.chdir(start.ROOT)
    with pytest.raises(Handed) as handed:
        start._hand_over(["python"])
    ours = str(Path(start.ENVIRONMENT) / LAUNCHER.partition("/")[0])
    assert handed.value.args[0]["PATH"].split(os.pathsep) == [ours, *filter(None, [path])]


# --- check ---


def test_check_names_what_is_missing_and_makes_nothing(bare_kit):
    process = bare_kit.run("check")
    assert "NO  environment .venv" in said(process)
    assert (process.returncode, bare_kit.leftovers) == (1, [])


def test_check_finds_packages_that_do_not_work(kit):
    process = kit.run("check")
    assert "lxml.etree: No module named 'lxml'" in said(process)
    assert "yes resolutionkit copy" in said(process)


PLAIN = {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0", "PYTHONIOENCODING": ""}


@pytest.mark.parametrize(
    "locale", [{"LC_ALL": "C"}, PLAIN, PLAIN | {"LC_ALL": "POSIX"}], ids=["C", "C, no UTF-8", "POSIX"]
)
@pytest.mark.parametrize("language", LANGUAGES)
def test_check_answers_whole_in_a_plain_locale(kit, locale, language):
    command = [sys.executable, str(kit.folder / "start.py"), "check"]
    variables = kit.variables | locale | {"RESOLUTIONKIT_LANGUAGE": language}
    process = subprocess.run(command, env=variables, capture_output=True, timeout=120)
    assert process.stderr == b""
    lines = process.stdout.decode("ascii", "replace").splitlines()
    assert lines[-1].startswith({"en": "yes this folder can", "de": "ja   in diesen Ordner"}[language])


@needs_rights
@pytest.mark.parametrize("language", LANGUAGES)
def test_check_says_that_the_folder_is_closed(bare_kit, language, tmp_path):
    (tmp_path / "closed home").mkdir(mode=0o555)
    bare_kit.variables |= {"HOME": str(tmp_path / "closed home"), "RESOLUTIONKIT_LANGUAGE": language}
    bare_kit.folder.chmod(0o555)
    process = bare_kit.run_like_anybody("check")
    bare_kit.folder.chmod(0o755)
    assert {"en": "NO  this folder can be written to", "de": "NEIN in diesen Ordner"}[language] in said(process)
    assert {"en": "copy the kit to a folder of your own", "de": "kopieren Sie das Kit"}[language] in said(process)


# --- What goes wrong ---


@pytest.fixture
def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_network(bare_kit, free_port, language):
    nobody_listens = f"http://127.0.0.1:{free_port}/simple"
    offline = {"PIP_NO_INDEX": "0", "PIP_INDEX_URL": nobody_listens, "PIP_RETRIES": "1"}
    process = bare_kit.run(RESOLUTIONKIT_LANGUAGE=language, **offline)
    explained = {"en": "no connection to the package index", "de": "keine Verbindung zum Paketverzeichnis"}[language]
    assert explained in said(process)
    assert "no-such-package-of-ours" in said(process), "pip's own last lines are shown"
    assert (process.returncode, bare_kit.leftovers) == (1, [])


def test_a_download_that_was_changed(tmp_path, wheels, lock):
    changed = lock.replace("sha256:", "sha256:0000", 1)[: lock.index("\n")][:-4] + "\n"
    kit = Kit(tmp_path / "kit", changed, PIP_NO_INDEX="1", PIP_FIND_LINKS=wheels.as_uri())
    assert "A download is not what it should be" in said(kit.run())


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_port_that_is_taken(bare_kit, language):
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        port = str(other.getsockname()[1])
        process = bare_kit.run("--port", port, RESOLUTIONKIT_LANGUAGE=language)
    assert {"en": f"Port {port} is taken", "de": f"Port {port} ist von einem"}[language] in said(process)
    assert (process.returncode, bare_kit.leftovers) == (1, []), "said before anything is installed"


@pytest.mark.parametrize("wrong", [["--port", "eighty"], ["--port=0"], ["--port", "65536"], ["--port"]])
def test_a_port_that_is_none(bare_kit, wrong):
    process = bare_kit.run(*wrong)
    assert "--port needs a number from 1 to 65535" in said(process)
    assert process.returncode == 1


def test_a_word_that_start_does_not_know(bare_kit):
    process = bare_kit.run("tset")
    assert "does not know the word 'tset'" in said(process)
    assert process.returncode == 1


def test_a_lock_that_is_missing(bare_kit):
    (bare_kit.folder / "requirements.lock").unlink()
    assert "requirements.lock is missing" in said(bare_kit.run())


@pytest.mark.parametrize("language", LANGUAGES)
def test_help(bare_kit, language):
    process = bare_kit.run("--help", RESOLUTIONKIT_LANGUAGE=language)
    assert {"en": "is everything in place?", "de": "Ist alles da?"}[language] in said(process)
    assert process.returncode == 0


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
    process = run_with(bare_kit, "sys.version_info = (3, 8)", **{"RESOLUTIONKIT_LANGUAGE": "", **variables})
    assert expected in said(process)


@pytest.mark.parametrize("number", [errno.EACCES, errno.EROFS])
def test_a_folder_that_cannot_be_written_to(start, monkeypatch, number):
    def refuse():
        raise OSError(number, os.strerror(number), "the folder")

    monkeypatch.setattr(start, "_build", refuse)
    with pytest.raises(OSError) as caught:  # noqa: PT011 (the kind of error is what _about_the_system tells apart)
        start.prepare()
    assert "Nothing can be written here: the folder" in start._about_the_system(caught.value)


@needs_rights
def test_a_real_folder_that_cannot_be_written_to(bare_kit):
    bare_kit.folder.chmod(0o555)
    try:
        assert "Nothing can be written here" in said(bare_kit.run_like_anybody())
    finally:
        bare_kit.folder.chmod(0o755)


# --- Never half an environment ---


def build_one(start, name: str):
    """A stand-in for the installation: an environment with a file that tells which one it is."""

    def build():
        python = Path(start.python_of(start.ENVIRONMENT))
        python.parent.mkdir(parents=True)
        python.touch()
        (Path(start.ENVIRONMENT) / "name").write_text(name)
        (Path(start.ENVIRONMENT) / start.STAMP).write_text(start._wanted_stamp())

    return build


def fail_halfway(start, fault: BaseException):
    def build():
        (Path(start.ENVIRONMENT) / "bin").mkdir(parents=True)
        raise fault

    return build


def environment_of(start) -> str:
    return (Path(start.ENVIRONMENT) / "name").read_text()


def test_another_lock_makes_another_environment(start, monkeypatch):
    for text in ("one", "two"):
        Path(start.LOCK).write_text(text)
        monkeypatch.setattr(start, "_build", build_one(start, text))
        start.prepare()
    assert environment_of(start) == "two"


def test_another_python_makes_another_environment(start, monkeypatch):
    monkeypatch.setattr(start, "_build", build_one(start, "old"))
    start.prepare()
    monkeypatch.setattr(sys, "version_info", (3, 99, 0, "final", 0))
    assert not start.is_ready()


@pytest.mark.parametrize("fault", [KeyboardInterrupt(), OSError("disk"), RuntimeError("anything")])
def test_the_earlier_environment_comes_back_when_an_update_fails(start, monkeypatch, fault):
    monkeypatch.setattr(start, "_build", build_one(start, "earlier"))
    start.prepare()
    Path(start.LOCK).write_text("lock 2")
    monkeypatch.setattr(start, "_build", fail_halfway(start, fault))
    with pytest.raises(type(fault)):
        start.prepare()
    assert environment_of(start) == "earlier"


def test_a_lesson_goes_on_with_the_earlier_environment_when_there_is_no_network(start, monkeypatch, capsys):
    monkeypatch.setattr(start, "_build", build_one(start, "earlier"))
    start.prepare()
    Path(start.LOCK).write_text("lock 2")
    monkeypatch.setattr(start, "_build", fail_halfway(start, start.Stop("no connection")))
    start.prepare(may_use_earlier=True)
    assert environment_of(start) == "earlier"
    assert "starts with the packages of before" in capsys.readouterr().out


@pytest.mark.parametrize("earlier", [False, True], ids=["first start", "update"])
def test_what_a_killed_start_left_behind_is_cleared_up(start, monkeypatch, earlier):
    (Path(start.ENVIRONMENT) / "bin").mkdir(parents=True)  # no stamp: half an environment
    if earlier:
        Path(start.EARLIER).mkdir()
        (Path(start.EARLIER) / start.STAMP).write_text("of another lock")
    monkeypatch.setattr(start, "_build", build_one(start, "new"))
    start.prepare()
    assert environment_of(start) == "new"
    assert not Path(start.EARLIER).exists()


@pytest.mark.skipif(os.name == "nt", reason="Windows passes Ctrl-C on in another way")
def test_ctrl_c_during_the_installation(bare_kit, tmp_path):
    slow_uv = tmp_path / "bin" / "uv"
    slow_uv.parent.mkdir()
    slow_uv.write_text('#!/bin/sh\n/bin/mkdir -p "$4"\n/bin/touch "$4/half"\nexec /bin/sleep 60\n')
    slow_uv.chmod(0o755)
    command = [sys.executable, str(bare_kit.folder / "start.py")]
    variables = bare_kit.variables | {"PATH": str(slow_uv.parent)}
    process = subprocess.Popen(
        command, env=variables, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, start_new_session=True,
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),  # a shell's background job would ignore it
    )  # fmt: skip
    deadline = time.monotonic() + 30
    while not (bare_kit.environment / "half").exists():
        assert time.monotonic() < deadline, "the installation did not begin"
        time.sleep(0.02)
    os.killpg(process.pid, signal.SIGINT)
    words, _ = process.communicate(timeout=30)
    assert "Traceback" not in words
    assert "Stopped." in words
    assert (process.returncode, bare_kit.leftovers) == (130, [])


@pytest.mark.skipif(os.name == "nt", reason="the stand-in for uv is a shell script")
def test_pip_is_tried_where_uv_fails(tmp_path, wheels, lock):
    broken_uv = tmp_path / "bin" / "uv"
    broken_uv.parent.mkdir()
    broken_uv.write_text("#!/bin/sh\necho 'error: something'\nexit 2\n")
    broken_uv.chmod(0o755)
    kit = Kit(tmp_path / "kit", lock, PIP_NO_INDEX="1", PIP_FIND_LINKS=wheels.as_uri(), PATH=str(broken_uv.parent))
    process = kit.run("test")
    assert "uv did not manage; now pip is tried" in said(process)
    assert json.loads(process.stdout.splitlines()[-1]) == [str(kit.folder), []]


@pytest.mark.skipif(os.name == "nt", reason="uses the lock of POSIX systems")
def test_two_starts_at_once(start):
    with start._alone(), pytest.raises(start.Stop, match="Another start"), start._alone():
        pass


# --- Explanations ---


@pytest.mark.parametrize(
    ("output", "expected"),
    [
        ("Temporary failure in name resolution\nERROR: No matching distribution found for anyio", "no connection"),
        ("[Errno 11001] getaddrinfo failed", "no connection"),
        ("error: Failed to fetch: `x`\n  Caused by: dns error", "no connection"),
        ("ERROR: THESE PACKAGES DO NOT MATCH THE HASHES FROM THE REQUIREMENTS FILE.", "not what it should be"),
        ("error: Hash mismatch for `anyio==4.16.0`", "not what it should be"),
        ("[SSL: CERTIFICATE_VERIFY_FAILED] certificate verify failed: self-signed", "replaces certificates"),
        ("OSError: [Errno 28] No space left on device", "The disk is full"),
        ("ERROR: No matching distribution found for numpy==2.4.6", "no ready-made package for this Python"),
        ("something that nobody has seen before", "could not be installed"),
    ],
)
def test_what_the_installer_says_is_explained(start, output, expected):
    explained = start.explain(output)
    assert expected in explained
    assert output.splitlines()[-1] in explained
