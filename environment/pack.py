"""Puts the kit and all packages of another computer into one file, for rooms without network: ``start.py pack``.

pip itself looks whether anything is missing: it resolves the lock as if it ran on that computer, from ready-made packages alone.
"""

import argparse
import os
import sys
import tempfile
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path

HERE = Path(__file__).resolve().parent
PACKED = [
    "start.py",
    "requirements.lock",
    "LICENSE",
    "CITATION.cff",
    "environment",
    "src",
    "data",
    "notebooks",
    "exercises",
]
"""What a learner's computer needs; no answers."""
LEFT_OUT = {"__pycache__", ".ipynb_checkpoints", "my-work", "solutions"}
AS_IF = """
import sys
from pip._vendor.packaging import markers
here = markers.default_environment
markers.default_environment = lambda: {**here(), **%r}
from pip._internal.cli.main import main
sys.exit(main(sys.argv[1:]))
"""
"""pip knows the wheels for another computer, but asks markers (``; sys_platform == "win32"``) of its own; so this tells it."""
WINDOWS = {"os_name": "nt", "sys_platform": "win32", "platform_system": "Windows", "platform_machine": "AMD64"}
MACOS = {"os_name": "posix", "sys_platform": "darwin", "platform_system": "Darwin", "platform_machine": "arm64"}
LINUX = {"os_name": "posix", "sys_platform": "linux", "platform_system": "Linux", "platform_machine": "x86_64"}
COMPUTERS = {
    "windows": (WINDOWS, ["win_amd64"]),
    "macos": (MACOS, ["macosx_14_0_arm64"]),
    "macos-intel": (MACOS | {"platform_machine": "x86_64"}, ["macosx_14_0_x86_64"]),
    "linux": (LINUX, ["manylinux2014_x86_64", *(f"manylinux_2_{n}_x86_64" for n in range(17, 36))]),
}
"""What markers say there, and the tags of its wheels."""

Run = Callable[[list[list[str]]], tuple[bool, str]]
Say = Callable[[str, str], str]
Stop = Callable[[str], Exception]


def fetch(lock: Path, wheels: Path, computer: str, python: str, pip: str) -> list[str]:
    """Return the command of the Python ``pip`` that fetches all packages of a lock for a computer and a Python like "3.12"."""
    variables, tags = COMPUTERS[computer]
    variables = variables | {"python_version": python, "python_full_version": f"{python}.0"}
    command = [pip, "-I", "-c", AS_IF % variables, "download", "--quiet", "--require-hashes", "-r", str(lock)]
    command += ["-c", str(lock)]  # or pips before 23.3 want the newest version of what another asks for with an extra
    command += ["--dest", str(wheels), "--only-binary=:all:", "--implementation=cp", f"--python-version={python}"]
    command += [f"--abi={abi}" for abi in ("cp" + python.replace(".", ""), "abi3", "none")]
    return command + [f"--platform={tag}" for tag in [*tags, "any"]]


def files(root: Path) -> Iterator[Path]:
    """Yield what belongs to the kit, without what a teacher has made in it."""
    for name in PACKED:
        for path in [root / name, *sorted((root / name).rglob("*"))]:
            if path.is_file() and not LEFT_OUT.intersection(path.relative_to(root).parts):
                yield path


def write(target: Path, root: Path, wheels: Path, **words: str) -> None:
    """Write the file; texts that Windows reads get its ends of lines."""
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as file:
        for path in files(root):
            file.write(path, f"kit/{path.relative_to(root).as_posix()}")
        for path in sorted((HERE / "offline").iterdir()):
            text = path.read_text(encoding="utf-8")
            for name, word in words.items():
                text = text.replace("{" + name + "}", word)
            file.writestr(f"kit/{path.name}", text.replace("\n", "\r\n"))
        for path in sorted(wheels.iterdir()):
            file.write(path, f"kit/wheels/{path.name}", zipfile.ZIP_STORED)


def main(words: list[str], root: str, run: Run, stop: Stop, explain: Callable[[str], str], say: Say) -> int:
    """Do what the words ask for; raise ``stop`` with the reason where a package cannot be had."""
    reader = argparse.ArgumentParser(
        prog="start.py pack",
        description=say(
            "Puts the kit and all its packages into one file, for computers without network.",
            "Packt das Kit mit allen Paketen in eine Datei, für Rechner ohne Netz.",
        ),
    )
    reader.add_argument("file", type=Path, metavar="FILE.zip")
    reader.add_argument("--for", dest="computer", choices=COMPUTERS, required=True)
    reader.add_argument(
        "--python",
        nargs="+",
        default=["{}.{}".format(*sys.version_info)],
        metavar="3.12",
        help=say(
            "the versions there (otherwise that of this computer)", "die Versionen dort (sonst die dieses Rechners)"
        ),
    )
    options = reader.parse_args(words)
    pythons = ", ".join(options.python)
    if options.file.exists():
        raise stop(say("%s is there already.", "%s gibt es schon.") % options.file)
    with tempfile.TemporaryDirectory() as work:
        pip, wheels = Path(work, "pip"), Path(work, "wheels")
        commands = [[sys.executable, "-I", "-m", "venv", str(pip)]]
        for python in options.python:
            inside = pip / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
            commands.append(fetch(Path(root, "requirements.lock"), wheels, options.computer, python, str(inside)))
        en, de = "Fetching all packages; that takes a minute or more …", "Alle Pakete werden geladen; das dauert …"
        print(say(en, de), flush=True)
        done, output = run(commands)
        if not done:
            raise stop(explain(output))
        write(options.file, Path(root), wheels, computer=options.computer, pythons=pythons)
    size = options.file.stat().st_size / 1e6
    en = "%s, %.0f MB: for %s with Python %s. It says inside what to do with it."
    de = "%s, %.0f MB: für %s mit Python %s. Was damit zu tun ist, steht darin."
    print(say(en, de) % (options.file, size, options.computer, pythons))
    return 0
