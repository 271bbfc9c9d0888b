"""Milliseconds to compare 75/10 with 77/20, and to apply ten amendments: python tests/benchmarks/bench_compare.py CORPUS"""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path
from timeit import repeat

import resolutionkit as rk
from resolutionkit.drafting.negotiation import Amendment


def main(corpus: Path) -> None:
    older = rk.load(corpus / "75-10" / "75_10_E.xml")
    newer = rk.load(corpus / "77-20" / "A_RES_77_20-2226542E.xml")
    print(f"compare 75/10 with 77/20: {best(lambda: rk.compare(older, newer)):.1f} ms")
    amendments = [
        *(Amendment("delete", f"OP{n}") for n in (2, 5, 9)),
        *(Amendment("add", f"OP{n}", "Invites States to act") for n in (1, 4, 8, 16)),
        *(
            Amendment("replace_words", label, old=older[label].text.split(" of ")[0], new="Notes")
            for label in ("OP1", "OP3", "OP10")
        ),
    ]
    print(f"apply {len(amendments)} amendments: {best(lambda: rk.amend(older, amendments)):.1f} ms")


def best(run: Callable[[], object]) -> float:
    return min(repeat(run, number=1, repeat=10)) * 1000


if __name__ == "__main__":
    main(Path(sys.argv[1]))
