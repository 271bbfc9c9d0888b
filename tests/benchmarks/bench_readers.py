"""How fast reading is, as ratios that any machine can compare.

    python tests/benchmarks/bench_readers.py [FILE.xml …]

Each line is the median of paired runs: the kit's work against a yardstick on the same text.
"""

from __future__ import annotations

import platform
import re
import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

from lxml import etree

import resolutionkit as rk
from resolutionkit.document.reading.read_akn import load
from resolutionkit.files import data_folder


def paired(work: Callable[[], object], yardstick: Callable[[], object], runs: int = 200) -> tuple[float, float, float]:
    """Medians in milliseconds of both, and of their ratio pair by pair."""
    mine, other = [], []
    for _ in range(runs + 5):
        begin = time.perf_counter()
        yardstick()
        middle = time.perf_counter()
        work()
        mine.append(time.perf_counter() - middle)
        other.append(middle - begin)
    ratio = statistics.median(a / b for a, b in zip(mine[5:], other[5:], strict=True))
    return statistics.median(mine[5:]) * 1000, statistics.median(other[5:]) * 1000, ratio


def seconds_of(code: str, runs: int = 15) -> float:
    """The median time of a new Python that runs ``code``, in milliseconds."""
    times = []
    for _ in range(runs):
        begin = time.perf_counter()
        subprocess.run([sys.executable, "-c", code], check=True)
        times.append(time.perf_counter() - begin)
    return statistics.median(times) * 1000


def main(files: list[str]) -> None:
    """Print the ratios of the design's table."""
    processor = next(
        (line.split(":")[1].strip() for line in _lines(Path("/proc/cpuinfo")) if line.startswith("model name")),
        platform.processor(),
    )
    print(f"{platform.platform()}, {processor}, Python {platform.python_version()}")
    text = rk.source_text()
    res = rk.load()
    rows = [
        (
            "parse 75/10 : a word scan of the same text",
            paired(lambda: rk.parse(text), lambda: re.findall(r"\w+", text)),
            "3",
        )
    ]
    for path in map(str, files or [data_folder() / "a-res-75-10.de.xml"]):
        rows.append(
            (
                f"load {Path(path).name} : lxml.etree.parse",
                paired(lambda p=path: load(p), lambda p=path: etree.parse(p)),
                "3",
            )
        )
    rows.append(("to_text : parse", paired(lambda: rk.to_text(res), lambda: rk.parse(text)), "-"))
    rows.append(("to_akn : parse", paired(lambda: rk.to_akn(res), lambda: rk.parse(text), runs=50), "-"))
    for name, (mine, other, ratio), goal in rows:
        print(f"{name}: {mine:.2f} ms : {other:.2f} ms = {ratio:.2f} (goal: at most {goal})")
    bare, kit = seconds_of("pass"), seconds_of("import resolutionkit")
    print(f"import resolutionkit: {kit - bare:.1f} ms above bare Python's {bare:.1f} ms (goal: at most 60)")


def _lines(path: Path) -> list[str]:
    return path.read_text(encoding="utf-8").splitlines() if path.exists() else []


if __name__ == "__main__":
    main(sys.argv[1:])
