"""start.py pack: one file with the kit and the packages of another computer, which is set up from it without network."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import zipfile
from collections.abc import Iterable
from pathlib import Path

import pytest
from copies import LANGUAGES, ROOT, Kit, make_kit, make_lock, make_wheel, said

REAL = pytest.mark.skipif(not os.environ.get("RESOLUTIONKIT_EVERYTHING"), reason="RESOLUTIONKIT_EVERYTHING=1 runs it")
NOWHERE = {"PIP_INDEX_URL": "http://127.0.0.1:9/", "PIP_NO_INDEX": "", "PIP_FIND_LINKS": "", "PIP_RETRIES": "0"}
"""A computer without network."""


@pytest.fixture
def packing_kit(tmp_path, base):
    """A kit whose lock names what one system alone needs, and in which a teacher has worked."""
    wheels = tmp_path / "wheels"
    wheels.mkdir()
    lock = make_lock(wheels) + make_wheel(wheels, "pywin").replace("1.0 ", "1.0 ; sys_platform == 'win32' ")
    lock += make_wheel(wheels, "pymac").replace("1.0 ", "1.0 ; platform_machine == 'arm64' and os_name == 'posix' ")
    lock += make_wheel(wheels, "pyold").replace("1.0 ", "1.0 ; python_version < '3.13' ")
    lock += make_wheel(wheels, "asking", needs="Requires-Dist: asked[more]>=1.0\n") + make_wheel(wheels, "asked")
    make_wheel(wheels, "asked", "2.0")  # newer than the lock
    kit = make_kit(tmp_path / "Kurs 3", lock, base, PIP_NO_INDEX="1", PIP_FIND_LINKS=wheels.as_uri())
    for name in (
        "data/a.csv",
        "exercises/01.ipynb",
        "exercises/solutions/01.ipynb",
        "notebooks/my-work/a.md",
        "LICENSE",
    ):
        (kit.folder / name).parent.mkdir(parents=True, exist_ok=True)
        (kit.folder / name).touch()
    return kit


def packed(kit: Kit, *words: str) -> zipfile.ZipFile:
    process = kit.run("pack", "stick.zip", *words)
    assert process.returncode == 0, said(process)
    return zipfile.ZipFile(kit.folder / "stick.zip")


def test_what_a_windows_computer_gets(packing_kit):
    """Whatever computer packs it: the kit, what its markers ask for, no answers, and nothing that the teacher wrote."""
    with packed(packing_kit, "--for", "windows", "--python", "3.13") as stick:
        names = set(stick.namelist())
        words = stick.read("kit/READ ME FIRST.txt").decode()
    assert {
        "kit/start.py",
        "kit/requirements.lock",
        "kit/start.cmd",
        "kit/data/a.csv",
        "kit/exercises/01.ipynb",
    } <= names
    assert not [name for name in names if "solutions" in name or "my-work" in name or "__pycache__" in name]
    assert wheels_in(names) >= {"jupyterlab", "pandas", "numpy"}
    assert wheels_in(names) & {"pywin", "pymac", "pyold"} == {"pywin"}
    assert "For computers without network: windows, Python 3.13\r\n" in words
    assert "{" not in words


def test_what_a_mac_gets_for_two_pythons(packing_kit):
    with packed(packing_kit, "--for", "macos", "--python", "3.12", "3.13") as stick:
        assert wheels_in(stick.namelist()) & {"pywin", "pymac", "pyold"} == {"pymac", "pyold"}


def wheels_in(names: Iterable[str]) -> set[str]:
    return {name.split("/")[2].split("-")[0] for name in names if name.startswith("kit/wheels/")}


def test_a_computer_without_network_is_set_up_from_it(packing_kit, tmp_path):
    with packed(packing_kit, "--for", "linux") as stick:
        stick.extractall(tmp_path / "stick")
    there = packing_kit._replace(folder=tmp_path / "stick" / "kit", variables=packing_kit.variables | NOWHERE)
    assert "Ready after" in said(there.run("--no-browser"))
    process = there.run("check")
    assert (process.returncode, said(process).splitlines()[-1][:12]) == (0, "All is well.")


def test_packages_that_do_not_fit_leave_nothing_behind(new_kit):
    (new_kit.folder / "wheels").mkdir()
    there = new_kit._replace(variables=new_kit.variables | NOWHERE)
    process = there.run()
    assert "in the folder wheels do not fit" in said(process)
    assert (process.returncode, there.leftovers) == (1, [])


@pytest.mark.parametrize("language", LANGUAGES)
def test_packages_that_do_not_fit_are_told(start, monkeypatch, capsys, language):
    monkeypatch.setenv("RESOLUTIONKIT_LANGUAGE", language)
    monkeypatch.setattr(start, "_run", lambda steps, show: (False, "no matching distribution"))
    Path(start.WHEELS).mkdir()
    with pytest.raises(start.Stop):
        start._build()
    told = {"en": "in the folder wheels do not fit", "de": "im Ordner wheels passen nicht"}[language]
    assert told in capsys.readouterr().out


def test_a_package_that_cannot_be_had_is_told_and_nothing_is_left(bare_kit):
    process = bare_kit.run("pack", "stick.zip", "--for", "linux")
    assert "no ready-made package" in said(process)
    assert process.returncode == 1
    assert not (bare_kit.folder / "stick.zip").exists()


def test_nothing_is_written_over(bare_kit):
    (bare_kit.folder / "stick.zip").write_text("mine")
    assert "stick.zip is there already." in said(bare_kit.run("pack", "stick.zip", "--for", "linux"))
    assert (bare_kit.folder / "stick.zip").read_text() == "mine"


@REAL
@pytest.mark.parametrize("computer", ["windows", "macos", "macos-intel"])
@pytest.mark.parametrize("python", ["3.11", "3.12", "3.13", "3.14"])
def test_pip_finds_a_real_pack_complete(tmp_path, computer, python):
    stick = tmp_path / "stick.zip"
    command = [sys.executable, ROOT / "start.py", "pack", stick, "--for", computer, "--python", python]
    process = subprocess.run(command, capture_output=True, encoding="utf-8")
    assert process.returncode == 0, said(process)


@REAL
@pytest.mark.skipif(not shutil.which("unshare"), reason="no unshare to take the network away")
def test_a_real_pack_is_set_up_without_any_network(tmp_path):
    stick = tmp_path / "stick.zip"
    subprocess.run([sys.executable, ROOT / "start.py", "pack", stick, "--for", "linux"], check=True)
    with zipfile.ZipFile(stick) as file:
        file.extractall(tmp_path)
    for words in (["--version"], ["check"]):
        command = ["unshare", "-n", sys.executable, tmp_path / "kit" / "start.py", *words]
        subprocess.run(command, check=True, env={"HOME": str(tmp_path), "PATH": os.environ["PATH"]})
