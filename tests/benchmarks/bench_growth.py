"""How the cost of parse, review and compare grows: documents of 25 to 200 paragraphs, a hundred of each length.

    python tests/benchmarks/bench_growth.py [--documents 100]

The documents are put together from pieces of 75/10, the same on each run. Printed are milliseconds a document
(the median), a bar for each length, and the exponent by which the cost grows with the length: 1 is linear, 2 quadratic.
"""

from __future__ import annotations

import argparse
import math
import random
import statistics
import time
from collections.abc import Callable

import resolutionkit as rk
from resolutionkit.document.model import Paragraph, Resolution

LENGTHS = (25, 50, 100, 200)
"""Top-level paragraphs, half of them preambular."""


def document(length: int, seed: int) -> str:
    """Return a draft of so many paragraphs: each the beginning of one of 75/10, then pieces of others."""
    choose = random.Random(seed)
    res = rk.load()

    def paragraph(own: Paragraph) -> str:
        pieces = [own.text.split()[:12]]
        for other in choose.choices(res.paragraphs, k=5):
            words = other.text.split()
            start = choose.randrange(max(1, len(words) - 7))
            pieces.append(words[start : start + 7])
        return " ".join(word for piece in pieces for word in piece).rstrip(".,;:")

    preamble = [f"{paragraph(p)}," for p in choose.choices(res.preamble, k=length // 2)]
    operative = [paragraph(p) for p in choose.choices(res.operative, k=length - length // 2)]
    numbered = [f"{n}. {text}{';' if n < len(operative) else '.'}" for n, text in enumerate(operative, 1)]
    return "\n\n".join(["Probe", "Die Generalversammlung,", *preamble, *numbered])


def changed(text: str, seed: int) -> str:
    """Return a later version: every fifth paragraph loses a word, and one is gone."""
    choose = random.Random(seed)
    blocks = text.split("\n\n")
    del blocks[choose.randrange(2, len(blocks) - 2)]
    for at in range(2, len(blocks) - 1, 5):
        words = blocks[at].split(" ")
        del words[len(words) // 2]
        blocks[at] = " ".join(words)
    return "\n\n".join(blocks)


def milliseconds(work: Callable[[int], object], documents: int) -> float:
    """Return the median time of one document."""
    times = []
    for number in range(documents):
        begin = time.perf_counter()
        work(number)
        times.append((time.perf_counter() - begin) * 1000)
    return statistics.median(times)


def main() -> None:
    """Print a table, bars and exponents."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--documents", type=int, default=100, help="of each length (default: 100)")
    count = parser.parse_args().documents
    figures: dict[str, list[float]] = {"parse": [], "review": [], "compare": []}
    for length in LENGTHS:
        texts = [document(length, seed) for seed in range(count)]
        read: list[Resolution] = [rk.parse(text, "de") for text in texts]
        later = [rk.parse(changed(text, seed), "de") for seed, text in enumerate(texts)]
        figures["parse"].append(milliseconds(lambda n, texts=texts: rk.parse(texts[n], "de"), count))
        figures["review"].append(milliseconds(lambda n, read=read: rk.review(read[n]), count))
        figures["compare"].append(milliseconds(lambda n, a=read, b=later: rk.compare(a[n], b[n]), count))
    for name, found in figures.items():
        exponent = math.log(found[-1] / found[0]) / math.log(LENGTHS[-1] / LENGTHS[0])
        print(f"{name}: grows with the length to the power of {exponent:.2f}")
        for length, cost in zip(LENGTHS, found, strict=True):
            print(f"  {length:>4} paragraphs {cost:8.2f} ms  {'#' * max(1, round(50 * cost / found[-1]))}")


if __name__ == "__main__":
    main()
