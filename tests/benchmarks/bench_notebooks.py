"""Every notebook from a cold kernel to its last cell: seconds, and the memory of its kernel (Linux).

    python tests/benchmarks/bench_notebooks.py [exercises]

The goal is 10 s and 150 MiB a notebook. `peak` is the most that the kernel ever held (VmHWM); `share` is what a
machine really gives when many learners run the same libraries: pages that several processes use are divided among
them (PSS). A warm-up run comes first, so that the files lie in the memory of the system as on a hub.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from pathlib import Path
from time import perf_counter
from typing import NamedTuple

ROOT = Path(__file__).parents[2]
SECONDS, MEBIBYTES = 10, 150

STEPS = (
    "ipykernel.kernelapp",
    "lxml.etree",
    "resolutionkit",
    "ipywidgets",
    "networkx",
    "pandas",
    "matplotlib.pyplot",
    "matplotlib_inline.backend_inline",
    "sqlite3",
)
"""What a kernel of this kit loads, one after the other."""


class Run(NamedTuple):
    """What one notebook took."""

    seconds: float
    peak: float
    share: float


def main() -> None:
    """Print one line for each notebook, and what each library adds to a kernel."""
    from jupyter_client.manager import KernelManager

    with tempfile.TemporaryDirectory(prefix="bench-") as folder:
        os.environ["RESOLUTIONKIT_WORK"] = str(Path(folder, "work"))
        os.environ["RESOLUTIONKIT_LANGUAGE"] = "en"
        where = sys.argv[1:] or ["notebooks"]
        notebooks = [path for name in where for path in sorted((ROOT / name).glob("*.ipynb"))]
        run(notebooks[0], KernelManager, folder)
        print(f"{'notebook':<24}{'seconds':>9}{'peak MiB':>10}{'share MiB':>11}")
        for path in notebooks:
            took = run(path, KernelManager, folder)
            over = took.seconds > SECONDS or took.peak > MEBIBYTES
            print(f"{path.name:<24}{took.seconds:>9.1f}{took.peak:>10.0f}{took.share:>11.0f}{'  over' if over else ''}")
    print("\nwhat is in it, MiB of a process that loads one after the other")
    for name, held, added in imports():
        print(f"{name:<34}{held:>6.0f}{added:>+7.0f}")


def run(path: Path, manager: type, folder: str) -> Run:
    """Execute a notebook as JupyterLab does, with sockets that lie in a folder of their own."""
    import nbformat
    from nbclient import NotebookClient

    notebook = nbformat.read(path, as_version=4)
    kernel = manager(transport="ipc", connection_file=str(Path(folder, f"{path.stem}.json")))
    client = NotebookClient(notebook, km=kernel, timeout=120, resources={"metadata": {"path": str(path.parent)}})
    client.reset_execution_trackers()
    begun = perf_counter()
    with client.setup_kernel():
        for number, cell in enumerate(notebook.cells):
            client.execute_cell(cell, number)
        seconds = perf_counter() - begun
        process = kernel.provisioner.pid
        return Run(seconds, held(process, "status", "VmHWM"), held(process, "smaps_rollup", "Pss"))


def held(process: int, file: str, row: str) -> float:
    """A figure of a process in MiB, as the kernel of Linux tells it; not a number elsewhere."""
    try:
        lines = Path("/proc", str(process), file).read_text(encoding="ascii").splitlines()
    except OSError:
        return float("nan")
    return next(int(line.split()[1]) for line in lines if line.startswith(f"{row}:")) / 1024


def imports() -> list[tuple[str, float, float]]:
    """(library, MiB held after it, MiB that it added) in a fresh Python."""
    code = (
        "import sys, importlib\n"
        "def held():\n"
        "    lines = open('/proc/self/status').read().splitlines()\n"
        "    return next(l.split()[1] for l in lines if l.startswith('VmRSS:'))\n"
        "print('Python', held())\n"
        "for name in sys.argv[1:]:\n"
        "    importlib.import_module(name)\n"
        "    print(name, held())\n"
    )
    if not Path("/proc/self/status").exists():
        return []
    told = subprocess.run([sys.executable, "-c", code, *STEPS], capture_output=True, encoding="utf-8", check=True)
    rows = [(name, int(kibibytes) / 1024) for name, kibibytes in map(str.split, told.stdout.splitlines())]
    before = [0.0, *(held for _, held in rows)]
    return [(name, after, after - earlier) for (name, after), earlier in zip(rows, before, strict=False)]


if __name__ == "__main__":
    main()
