"""What start.py lets the Python of .venv do, since it concerns the packages in it: ``-I inside.py TASK``.

``check`` prints, a line each, what is not as requirements.lock wants it, and what cannot be imported.
``furnish`` is the last step of making .venv: it looks whether all packages are there, and adds the kit.
``trust`` signs the notebooks of the kit for this user.
``settings`` only quietens JupyterLab, in images that others build (.binder/postBuild).
"""

import importlib
import importlib.metadata
import os
import re
import shutil
import sys
import sysconfig
from collections.abc import Iterable, Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
OVERLAY = ROOT / "environment" / "overlay"
IMPORTED = ["pandas", "matplotlib", "networkx", "ipywidgets", "zmq", "jupyterlab", "resolutionkit"]

# How pip and uv let nbgrader and other commands begin, and how they begin when .venv may be moved: with the Python beside them.
FIXED_HEAD = re.compile(rb"#!(/bin/sh\n'''exec' .*\n' '''|.*python.*)\n")
MOVABLE_HEAD = b"#!/bin/sh\n'''exec' \"${0%/*}/python\" \"$0\" \"$@\"\n' '''\n"


def faults(lock: str, modules: Iterable[str] = ()) -> Iterator[str]:
    """Yield a sentence on each package that is missing or another one, and on each module that cannot be imported."""
    versions: dict[str, set[str | None]] = {}
    for name, version, marker in re.findall(r"^([\w.-]+)==(\S+)( ;)?", lock, re.MULTILINE):
        # What bears a marker may be missing on this computer, or be there in one of several versions.
        versions.setdefault(name, set()).update([version, None] if marker else [version])
    for name, wanted in versions.items():
        try:
            found = importlib.metadata.version(name)
        except importlib.metadata.PackageNotFoundError:
            found = None
        if found not in wanted:
            yield f"{name} {' or '.join(sorted(filter(None, wanted)))} is not in .venv" + (
                f", but {found}" if found else ""
            )
    for name in modules:
        try:
            importlib.import_module(name)
        except Exception as fault:
            yield f"{name}: {fault}"


def add_settings() -> None:
    """Turn off what would stand in a learner's way in JupyterLab; environment/README.md says what and why."""
    for folder in ("etc", "share"):
        shutil.copytree(OVERLAY / folder, Path(sys.prefix) / folder, dirs_exist_ok=True)
    # JupyterLab cannot load what is JupyterLite's and would say so on each page; the builder of the site looks here.
    lite = Path(sys.prefix) / "share" / "jupyter" / "labextensions" / "@jupyterlite"
    if lite.is_dir():
        shutil.copytree(lite, Path(sys.prefix) / "share" / "jupyterlite" / "@jupyterlite", dirs_exist_ok=True)
        shutil.rmtree(lite)


def add_kit() -> None:
    """Make resolutionkit a package and a command without a build."""
    site = Path(sysconfig.get_path("purelib"))
    # Relative: the folder may be moved, and its path may hold letters that Python does not expect here.
    (site / "resolutionkit.pth").write_text(os.path.relpath(ROOT / "src", site) + "\n", encoding="ascii")
    commands = Path(sysconfig.get_path("scripts"))
    for command in (OVERLAY / commands.name).iterdir():
        shutil.copy(command, commands)
        (commands / command.name).chmod(0o755)  # a ZIP file forgets that it can be run
    if os.name == "posix":
        make_movable(commands)


def make_movable(commands: Path) -> None:
    """Let the commands find the Python beside them, wherever the folder is moved to."""
    for path in commands.iterdir():
        if (
            path.is_file()
            and (head := FIXED_HEAD.match(text := path.read_bytes()))
            and os.fsencode(commands) in head[0]
        ):
            path.write_bytes(MOVABLE_HEAD + text[head.end() :])


def trust_notebooks() -> None:
    """Sign the kit's notebooks for this user: JupyterLab shows their stored outputs whole, and its log stays quiet.

    Only when .venv is made: what lies in these folders later may have come from anywhere.
    """
    from nbformat import read
    from nbformat.sign import NotebookNotary

    with NotebookNotary() as notary:
        for folder in ("notebooks", "exercises"):
            for path in (ROOT / folder).glob("*.ipynb"):
                notary.sign(read(path, 4))


def main(task: str) -> int:
    if task == "settings":
        add_settings()
        return 0
    if task == "trust":
        trust_notebooks()
        return 0
    lock = (ROOT / "requirements.lock").read_text(encoding="utf-8")
    found = list(faults(lock, IMPORTED if task == "check" else []))
    print(*found, sep="\n", end="\n" if found else "")
    if task == "furnish" and not found:
        add_settings()
        add_kit()
    return len(found) > 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
