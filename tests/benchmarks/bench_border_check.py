"""How long a border check takes with 10,000 and with 1,000,000 SYNTHETIC documents on record.

Run it by hand, it takes a minute or two and some 250 MB of disk:

    python tests/benchmarks/bench_border_check.py

Each figure is the time of one whole check as a learner calls it: reading the arguments, one transaction
on a file (question to all databases, log row, messages to owners), the result. The order of sizes
alternates so that a change in the machine's load hits both.
"""

from __future__ import annotations

import argparse
import random
import statistics
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

from resolutionkit.policing import Passenger, World

SIZES = (10_000, 1_000_000)


def main() -> None:
    """Print a table of figures."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--checks", type=int, default=20_000, help="checks for each size (default: 20000)")
    parser.add_argument("--hits", type=float, default=0.2, help="share of documents on record (default: 0.2)")
    parser.add_argument("--folder", type=Path, help="where the files go (default: a temporary folder)")
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory(dir=arguments.folder) as folder:
        worlds = {size: _world(Path(folder), size) for size in SIZES}
        documents = {size: _travellers(world, arguments.checks, arguments.hits) for size, world in worlds.items()}
        times: dict[int, list[float]] = {size: [] for size in SIZES}
        for size, world in worlds.items():  # warm the caches of both
            _check(world, documents[size][:500])
        for start in range(0, arguments.checks, 1000):
            for size, world in worlds.items():
                times[size] += _check(world, documents[size][start : start + 1000])
        print(f"{'documents':>12} {'median ms':>10} {'p99 ms':>8} {'max ms':>8}")
        for size in SIZES:
            print(f"{size:>12,} {_ms(statistics.median(times[size]))} {_p(times[size], 0.99):>8.3f} "
                  f"{max(times[size]) * 1000:>8.3f}")
        small, large = (times[size] for size in SIZES)
        print(f"1,000,000 against 10,000: median x {statistics.median(large) / statistics.median(small):.2f}, "
              f"p99 x {_p(large, 0.99) / _p(small, 0.99):.2f}")
        for size, world in worlds.items():
            hits = world.sql("SELECT avg(outcome = 'hit') FROM log WHERE action = 'check'")[0][0]
            print(f"{size:>12,}: share of hits {hits:.2f}, each with a message to the owner")
            problems = world.problems()
            print(f"{size:>12,}: problems after the checks: {problems or 'none'}")
            world.close()


def _world(folder: Path, size: int) -> World:
    path = folder / f"{size}.db"
    start = time.perf_counter()
    world = World.synthetic(seed=10, path=path, documents=size)
    print(f"{size:>12,} documents made in {time.perf_counter() - start:.1f} s, {path.stat().st_size / 2**20:.0f} MiB")
    return world


def _travellers(world: World, count: int, hits: float) -> list[Passenger]:
    made: list[Passenger] = []
    for seed in range((count + 1999) // 2000):
        made += world.passengers(2000, seed=seed, listed=hits)
    random.Random(1).shuffle(made)
    return made[:count]


def _check(world: World, documents: Sequence[Passenger]) -> list[float]:
    post = world.post("Arlandia", "airport")
    times = []
    for document in documents:
        start = time.perf_counter()
        post.check(document.document_number, document.issuing_country, document.kind)  # type: ignore[arg-type]
        times.append(time.perf_counter() - start)
    return times


def _p(times: list[float], share: float) -> float:
    return sorted(times)[int(len(times) * share)] * 1000


def _ms(seconds: float) -> str:
    return f"{seconds * 1000:>10.3f}"


if __name__ == "__main__":
    main()
