"""Copies of start.py as a user has them: in a folder with spaces and umlauts, run as a program of its own.

Instead of a hundred packages they get a lock of tiny ones that are made here: each says how it was called.
"""

from __future__ import annotations

import hashlib
import json
import os
import shlex
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path
from typing import Any, NamedTuple

from rights import like_anybody

ROOT = Path(__file__).resolve().parents[2]
DESK = "import sys; print('desk made:', *sys.argv[1:])"
"""Stands for the kit's own command in the copies."""
LANGUAGES = ["en", "de"]
MODULES = ["ipywidgets", "jupyterlab", "matplotlib", "networkx", "pandas", "pytest", "zmq"]
"""What start.py runs, and what ``start.py check`` imports."""

SAYS_HOW_IT_WAS_CALLED = """
import json, os, sys

def main():
    print(json.dumps({"folder": os.getcwd(), "words": sys.argv[1:], "variables": dict(os.environ)}))

if __name__ == "__main__":
    main()
"""


def make_wheel(folder: Path, name: str, version: str = "1.0", needs: str = "") -> str:
    """Make a package with a command ``say-NAME`` and with ``python -m NAME``; return its line for a lock."""
    wheel = folder / f"{name}-{version}-py3-none-any.whl"
    info = f"{name}-{version}.dist-info"
    files = {
        f"{name}/__init__.py": "",
        f"{name}/__main__.py": SAYS_HOW_IT_WAS_CALLED,
        f"{info}/METADATA": f"Metadata-Version: 2.1\nName: {name}\nVersion: {version}\nProvides-Extra: more\n{needs}",
        f"{info}/WHEEL": "Wheel-Version: 1.0\nGenerator: test\nRoot-Is-Purelib: true\nTag: py3-none-any\n",
        f"{info}/entry_points.txt": f"[console_scripts]\nsay-{name} = {name}.__main__:main\n",
    }
    record = "".join(f"{path},,\n" for path in [*files, f"{info}/RECORD"])
    with zipfile.ZipFile(wheel, "w") as archive:
        for path, content in {**files, f"{info}/RECORD": record}.items():
            archive.writestr(path, content)
    return f"{name}=={version} --hash=sha256:{hashlib.sha256(wheel.read_bytes()).hexdigest()}\n"


def make_lock(folder: Path) -> str:
    """A lock like the real one: some lines are for other computers, one name stands in it twice."""
    lines = [make_wheel(folder, name) for name in MODULES]
    lines.append(make_wheel(folder, "numpy").replace("==1.0", "==1.0 ; python_full_version < '3.99'"))
    lines.append("numpy==2.0 ; python_full_version >= '3.99' --hash=sha256:" + "0" * 64 + "\n")
    lines.append("pywinpty==3.0 ; os_name == 'no such system' --hash=sha256:" + "0" * 64 + "\n")
    return "".join(lines)


TAKEN = [
    "contextlib",
    "csv",
    "glob",
    "json",
    "locale",
    "random",
    "re",
    "string",
    "subprocess",
    "tempfile",
    "threading",
    "types",
]
"""Names that a learner's file may have, and which start.py, pip or JupyterLab import."""


def write_modules(folder: Path) -> list[Path]:
    """Files of a learner that no program of ours may take for modules."""
    paths = [folder / f"{name}.py" for name in TAKEN]
    for path in paths:
        path.write_text("raise SystemExit('a file of the learner was taken for a module')")
    return paths


class Kit(NamedTuple):
    """A folder with a copy of start.py, the environment variables of its user, and another Python of the system, where there is one."""

    folder: Path
    variables: dict[str, str]
    base: Path | None = None

    @property
    def environment(self) -> Path:
        return self.folder / ".venv"

    @property
    def leftovers(self) -> list[str]:
        return sorted(path.name for path in self.folder.glob(".venv*") if path.name != ".venv.lock")

    def run(self, *words: str, **variables: str) -> subprocess.CompletedProcess[str]:
        if self.base:
            return self.run_after(f"sys.executable = sys._base_executable = {str(self.base)!r}", *words, **variables)
        return self._run([sys.executable, str(self.folder / "start.py"), *words], variables)

    def run_like_anybody(self, *words: str, **variables: str) -> subprocess.CompletedProcess[str]:
        """Run as somebody whom a folder can refuse, which root is not."""
        return self._run(like_anybody(str(self.folder / "start.py"), *words), variables)

    def run_after(self, preparation: str, *words: str, **variables: str) -> subprocess.CompletedProcess[str]:
        """Run start.py after ``preparation`` has changed the Python that runs it."""
        code = f"import runpy, sys; {preparation}; sys.argv[0] = 'start.py'; runpy.run_path('start.py', run_name='__main__')"
        return self._run([sys.executable, "-c", code, *words], variables)

    def _run(self, command: list[str], variables: dict[str, str]) -> subprocess.CompletedProcess[str]:
        variables = self.variables | variables
        return subprocess.run(
            command, cwd=self.folder, env=variables, capture_output=True, encoding="utf-8", timeout=300
        )


def make_quick_base(folder: Path, environment: Path) -> Path | None:
    """A stand-in for the Python of the system: what it makes with ``-m venv`` is a copy of an environment, with pip alone in it."""
    if os.name == "nt":
        return None
    made, base = folder / "environment", folder / "python"
    added = ["etc", "share", "*.pth", "say-*", "resolutionkit", "made-by-start.txt", "numpy*"]
    ignore = shutil.ignore_patterns(*added, *(f"{name}*" for name in MODULES))
    shutil.copytree(environment, made, symlinks=True, ignore=ignore)
    made, real = shlex.quote(str(made)), shlex.quote(sys._base_executable)
    base.write_text(f"""#!/bin/sh\n[ "$3 $#" = "venv 4" ] && exec /bin/cp -a {made} "$4"\nexec {real} "$@"\n""")
    base.chmod(0o755)
    return base


def make_kit(folder: Path, lock: str, base: Path | None = None, **variables: str) -> Kit:
    (folder / "src" / "resolutionkit").mkdir(parents=True)
    (folder / "src" / "resolutionkit" / "__init__.py").touch()
    (folder / "src" / "resolutionkit" / "__main__.py").write_text(DESK)
    (folder / "notebooks").mkdir()
    (folder / "notebooks" / "00_start.ipynb").write_text("{}")
    (folder / "requirements.lock").write_text(lock)
    shutil.copy(ROOT / "start.py", folder)
    shutil.copytree(ROOT / "environment", folder / "environment", ignore=shutil.ignore_patterns("__pycache__"))
    hidden = ("PIP_", "UV_", "LC_", "LANG", "RESOLUTIONKIT_", "PYTHONPATH", "MPLBACKEND", "JUPYTER_", "IPYTHON")
    kept = {name: value for name, value in os.environ.items() if not name.startswith(hidden)}
    kept |= {
        "PATH": "",  # no uv: the way with pip is the one that every user has
        "PIP_CONFIG_FILE": os.devnull,
        "PYTHONIOENCODING": "utf-8",
        "RESOLUTIONKIT_LANGUAGE": "en",
    }
    return Kit(folder, kept | variables, base)


def said(process: subprocess.CompletedProcess[str]) -> str:
    """What the user reads; a traceback is never part of it."""
    words = process.stdout + process.stderr
    assert "Traceback" not in words, words
    return words


def called(process: subprocess.CompletedProcess[str]) -> dict[str, Any]:
    """How the program was called that start.py gave way to."""
    assert process.returncode == 0, said(process)
    return json.loads(process.stdout.splitlines()[-1])
