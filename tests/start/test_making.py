"""start.py makes .venv: whole or not at all, where it belongs, and never in silence."""

from __future__ import annotations

import os
import re
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from copies import LANGUAGES, ROOT, called, said
from rights import needs_rights

COMMANDS = "Scripts" if os.name == "nt" else "bin"


# --- The first start and the next ones ---


def test_only_the_environment_is_left(kit):
    assert kit.leftovers == [".venv"]


def test_the_next_start_takes_the_environment_as_it_is(kit):
    before = (kit.environment / "pyvenv.cfg").stat().st_mtime_ns
    assert "Preparing" not in said(kit.run("test"))
    assert (kit.environment / "pyvenv.cfg").stat().st_mtime_ns == before


def test_the_kit_can_be_imported_from_anywhere(kit, tmp_path):
    command = [kit.environment / COMMANDS / "python", "-c", "import resolutionkit; print(resolutionkit.__file__)"]
    process = subprocess.run(command, cwd=tmp_path, env=kit.variables, capture_output=True, encoding="utf-8")
    assert Path(process.stdout.strip()).is_relative_to(kit.folder), process.stderr


# --- Packages that land elsewhere ---


def settings_of_pip(tmp_path: Path, name: str) -> str:
    (tmp_path / "pip.conf").write_text(f"[install]\n{name} = {tmp_path / 'elsewhere'}\n")
    return str(tmp_path / "pip.conf")


def test_settings_of_pip_do_not_move_the_packages(new_kit, tmp_path):
    """Neither those in its file nor those among the variables."""
    elsewhere = dict.fromkeys(["PIP_TARGET", "PIP_PREFIX", "PIP_ROOT"], str(tmp_path / "elsewhere"))
    assert called(new_kit.run("test", PIP_CONFIG_FILE=settings_of_pip(tmp_path, "target"), **elsewhere))
    assert not (tmp_path / "elsewhere").exists()


def test_what_moves_them_all_the_same_is_told(new_kit, tmp_path):
    process = new_kit.run(PIP_CONFIG_FILE=settings_of_pip(tmp_path, "prefix"))
    assert "put elsewhere than into .venv" in said(process)
    assert (process.returncode, new_kit.leftovers) == (1, [])


# --- Signs of life ---


PIP = [b"Ignoring for-windows: markers\n", b"Collecting a-b==1.0\n", b"Collecting c==1.0\n"]
UV = [b"Using Python 3.11.7\n", b"Resolved 3 packages in 1s\n"]


@pytest.mark.parametrize(
    ("language", "output", "expected"),
    [
        ("en", PIP, "   60 s: 2 of 3 packages fetched, 1 installed\n"),
        ("de", PIP, "   60 s: 2 von 3 Paketen geladen, 1 eingerichtet\n"),
        ("en", UV, "   60 s: 1 of 3 packages fetched, 1 installed\n"),
    ],
)
def test_progress_is_told(start, monkeypatch, capsys, language, output, expected):
    monkeypatch.setenv("RESOLUTIONKIT_LANGUAGE", language)
    Path(start.LOCK).write_text("".join(f"{name}==1.0 --hash=x\n" for name in ["a-b", "c", "d", "for-windows"]))
    (Path(start._site()) / "a_b-1.0.dist-info").mkdir(parents=True)
    (Path(start._site()) / "pip-26.0.dist-info").mkdir()
    clock = iter([0, 60, 60])
    monkeypatch.setattr(start.time, "monotonic", lambda: next(clock))
    start._part("reports").progress(start.LOCK, start._site(), start.say)(output)
    assert capsys.readouterr().out == expected


def test_there_is_a_sign_of_life_at_least_every_ten_seconds(start, monkeypatch, capsys):
    seconds = [0.0]
    monkeypatch.setattr(start.time, "monotonic", lambda: seconds[0])
    show = start._part("reports").progress(start.LOCK, start._site(), start.say)
    for _ in range(300):  # how often _run() calls it in a minute
        seconds[0] += 0.2
        show([])
    assert len(capsys.readouterr().out.splitlines()) >= 6


def test_what_shows_progress_is_called_while_a_command_is_silent(start):
    calls = []
    start._run([[sys.executable, "-c", "import time; time.sleep(1)"]], calls.append)
    assert len(calls) >= 3


# --- A folder that was moved ---


def test_a_folder_that_was_moved_is_noticed(own_kit):
    assert "Preparing" not in said(own_kit.run("test"))
    assert str(own_kit.environment) in (own_kit.environment / COMMANDS / "activate").read_text()


def test_all_commands_work_after_it_was_moved(own_kit, kit):
    command = own_kit.environment / COMMANDS / "say-pytest"
    assert os.fsencode(kit.folder) not in command.read_bytes()
    process = subprocess.run([command, "a b"], env=own_kit.variables, capture_output=True, encoding="utf-8")
    assert called(process)["words"] == ["a b"]


def test_the_command_resolutionkit_works_from_anywhere_after_it_was_moved(own_kit, tmp_path):
    (own_kit.folder / "src" / "resolutionkit" / "__main__.py").write_text("import sys; print(sys.argv[1:])")
    elsewhere = tmp_path / "drafts"
    elsewhere.mkdir()
    (elsewhere / "json.py").write_text("raise SystemExit('a file of the learner was taken for a module')")
    launcher = "resolutionkit.cmd" if os.name == "nt" else "resolutionkit"
    command = [own_kit.environment / COMMANDS / launcher, "review", "mein Entwurf.md"]
    process = subprocess.run(command, cwd=elsewhere, env=own_kit.variables, capture_output=True, encoding="utf-8")
    assert (process.stdout, process.stderr) == ("['review', 'mein Entwurf.md']\n", "")


def test_another_way_to_the_same_folder_is_no_move(kit, tmp_path):
    (tmp_path / "link").symlink_to(kit.folder)
    before = (kit.environment / "pyvenv.cfg").stat().st_mtime_ns
    kit._replace(folder=tmp_path / "link").run("test")
    assert (kit.environment / "pyvenv.cfg").stat().st_mtime_ns == before


@needs_rights
def test_a_share_that_is_mounted_elsewhere_is_used_as_it_is(own_kit):
    own_kit.folder.chmod(0o555)
    try:
        assert called(own_kit.run_like_anybody("test"))
    finally:
        own_kit.folder.chmod(0o755)


# --- What goes wrong ---


def test_no_network(bare_kit, free_port):
    offline = {"PIP_NO_INDEX": "0", "PIP_INDEX_URL": f"http://127.0.0.1:{free_port}/simple", "PIP_RETRIES": "1"}
    process = bare_kit.run(RESOLUTIONKIT_LANGUAGE="de", **offline)
    assert "keine Verbindung zum Paketverzeichnis" in said(process)
    assert "no-such-package-of-ours" in said(process), "pip's own last lines are shown"
    assert (process.returncode, bare_kit.leftovers) == (1, [])


def test_a_download_that_was_changed(new_kit):
    lock = new_kit.folder / "requirements.lock"
    lock.write_text(re.sub("sha256:.{8}", "sha256:00000000", lock.read_text()))
    assert "A download is not what it should be" in said(new_kit.run())


def test_a_lock_that_is_missing(bare_kit):
    (bare_kit.folder / "requirements.lock").unlink()
    assert "requirements.lock is missing" in said(bare_kit.run())


@needs_rights
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_folder_that_cannot_be_written_to(bare_kit, language):
    bare_kit.folder.chmod(0o555)
    try:
        process = bare_kit.run_like_anybody(RESOLUTIONKIT_LANGUAGE=language)
    finally:
        bare_kit.folder.chmod(0o755)
    assert {"en": "Nothing can be written here", "de": "Hier kann nicht geschrieben werden"}[language] in said(process)


@pytest.mark.parametrize(
    ("output", "expected"),
    [
        ("Temporary failure in name resolution\nERROR: No matching distribution found for anyio", "no connection"),
        ("[Errno 11001] getaddrinfo failed", "no connection"),
        ("error: Failed to fetch: `x`\n  Caused by: dns error", "no connection"),
        ("ERROR: THESE PACKAGES DO NOT MATCH THE HASHES FROM THE REQUIREMENTS FILE.", "not what it should be"),
        ("error: Hash mismatch for `anyio==4.16.0`", "not what it should be"),
        ("[SSL: CERTIFICATE_VERIFY_FAILED] certificate verify failed: self-signed", "replaces certificates"),
        ("Tunnel connection failed: 407 Proxy Authentication Required", "a name and a password"),
        ("OSError: [Errno 28] No space left on device", "The disk is full"),
        ("[WinError 112] Es steht nicht genug Speicherplatz auf dem Datenträger zur Verfügung", "The disk is full"),
        ("[WinError 206] Der Dateiname oder die Erweiterung ist zu lang", "too long for Windows"),
        ("ERROR: No matching distribution found for numpy==2.4.6", "no ready-made package for this Python"),
        ("created successfully because ensurepip is not\navailable.  On Debian", "sudo apt install python3-venv"),
        ("/usr/bin/python3: No module named venv", "sudo apt install python3-venv"),
        ("[WinError 1920] The file cannot be accessed by the system", "not in OneDrive"),
        ("[Errno 13] Permission denied: 'x'", "Nothing can be written here"),
        ("something that nobody has seen before", "could not be installed"),
    ],
)
def test_what_the_installer_says_is_explained(start, output, expected):
    explained = start.explain(output)
    assert expected in explained
    assert output.splitlines()[-1] in explained


@pytest.mark.parametrize("encoding", ["utf-8", "cp1252"])
def test_umlauts_in_what_an_installer_prints_survive_on_windows(start, monkeypatch, encoding):
    monkeypatch.setattr("locale.getpreferredencoding", lambda *_: "cp1252")
    prints = f"import sys; sys.stdout.buffer.write('Jörg'.encode('{encoding}'))"
    assert start._run([[sys.executable, "-c", prints]]) == (True, "Jörg")


# --- Never half an environment ---


def build_one(start, name: str):
    """A stand-in for the installation: an environment with a file that tells which one it is."""

    def build():
        python = Path(start.PYTHON)
        python.parent.mkdir(parents=True)
        python.symlink_to(sys.executable)
        (Path(start.ENVIRONMENT) / "name").write_text(name)
        start._write_stamp()

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
    monkeypatch.setattr(start, "_build", fail_halfway(start, start.Stop("no connection", "keine Verbindung")))
    start.prepare(may_use_earlier=True)
    assert environment_of(start) == "earlier"
    assert "starts with the packages of before" in capsys.readouterr().out


def test_so_it_does_with_one_that_an_earlier_version_of_the_kit_made(start, monkeypatch):
    build_one(start, "earlier")()
    version, platform = start._wanted()[1:3]
    Path(start.STAMP).write_text(f"another lock\n{version}\n{platform}\n4\n")
    monkeypatch.setattr(start, "_build", fail_halfway(start, start.Stop("no connection", "keine Verbindung")))
    start.prepare(may_use_earlier=True)
    assert environment_of(start) == "earlier"


@pytest.mark.parametrize("earlier", [False, True], ids=["first start", "update"])
def test_what_a_killed_start_left_behind_is_cleared_up(start, monkeypatch, earlier):
    (Path(start.ENVIRONMENT) / "bin").mkdir(parents=True)  # no stamp: half an environment
    if earlier:
        Path(start.EARLIER).mkdir()
    monkeypatch.setattr(start, "_installers", lambda: [("pip", [[sys.executable, "-c", ""]])])
    monkeypatch.setattr(start, "INSIDE", [sys.executable, "-c", f"import os; os.makedirs({start.ENVIRONMENT!r})"])
    start.prepare()
    assert os.listdir(start.ENVIRONMENT) == ["made-by-start.txt"]
    assert not Path(start.EARLIER).exists()


def make_uv(folder: Path, script: str) -> str:
    """A stand-in for uv; return the PATH on which it lies."""
    folder.mkdir()
    (folder / "uv").write_text("#!/bin/sh\n" + script)
    (folder / "uv").chmod(0o755)
    return str(folder)


@pytest.mark.skipif(os.name == "nt", reason="Windows passes Ctrl-C on in another way")
def test_ctrl_c_during_the_installation(bare_kit, tmp_path):
    path = make_uv(tmp_path / "bin", '/bin/mkdir -p "$4"\n/bin/touch "$4/half"\nexec /bin/sleep 60\n')
    process = subprocess.Popen(
        [sys.executable, str(bare_kit.folder / "start.py")], env=bare_kit.variables | {"PATH": path}, text=True,
        stdout=subprocess.PIPE, stderr=subprocess.STDOUT, start_new_session=True,
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
def test_pip_is_tried_where_uv_makes_nothing(new_kit, tmp_path):
    process = new_kit.run("test", PATH=make_uv(tmp_path / "bin", "exit 0\n"))
    assert "uv did not manage; now pip is tried" in said(process)
    assert called(process)


def test_the_installers_run_outside_of_the_kit(start):
    """uv would apply the constraints in our pyproject.toml, and refuse them, since they have no hashes."""
    _, output = start._run([[sys.executable, "-c", "import os; print(os.getcwd())"]])
    assert not Path(output.strip()).is_relative_to(start.ROOT)


@pytest.mark.skipif(not shutil.which("uv"), reason="uv is not installed here")
def test_uv_makes_the_environment(new_kit, wheels):
    shutil.copy(ROOT / "pyproject.toml", new_kit.folder)
    uv = {"PATH": str(Path(shutil.which("uv")).parent), "UV_NO_INDEX": "1", "UV_FIND_LINKS": str(wheels)}
    process = new_kit.run("test", **uv)
    assert "uv did not manage" not in said(process)
    assert called(process)
    assert called(
        subprocess.run([new_kit.environment / COMMANDS / "say-pytest"], capture_output=True, encoding="utf-8")
    )


@pytest.mark.parametrize(
    ("command", "expected"),
    [
        ([sys.executable, "-c", "exit('no')"], "no\n"),
        (["no-such-program"], "No such file or directory: 'no-such-program'"),
    ],
)
def test_a_command_that_fails_is_told_from_one_that_does_not(start, command, expected):
    done, output = start._run([command, [sys.executable, "-c", "print('never reached')"]])
    assert not done
    assert output.endswith(expected)


@pytest.mark.skipif(os.name == "nt", reason="uses the lock of POSIX systems")
def test_two_starts_at_once(start):
    with start._alone(), pytest.raises(start.Stop, match="Another start"), start._alone():
        pass
