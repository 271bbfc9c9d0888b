"""Milliseconds that the workbench takes, for 75/10 and for a draft of 100 kB: python tests/benchmarks/bench_workbench.py

What the learner waits for after a pause in typing: reading and reviewing (one screen frame, 16 ms, for a draft as
long as 75/10), the places of what was found, the marked text and the preview; and what saving to disk adds. And what a key
costs the kernel while somebody types on, ten keys a second: all that it computes from one key to the next, saving included.
"""

from __future__ import annotations

import asyncio
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from timeit import repeat

from resolutionkit.document.bundled import load
from resolutionkit.document.reading import parse
from resolutionkit.document.writing.write_html import resolution_html
from resolutionkit.drafting.review import review
from resolutionkit.widgets import workbench
from resolutionkit.widgets.workbench.draft_file import start_text
from resolutionkit.widgets.workbench.view import look, marked


def main() -> None:
    ours = start_text("75/10")
    for name, text in (
        ("75/10", ours),
        ("75/10 with a mistake in each paragraph", spoiled(ours)),
        ("200 paragraphs", long()),
    ):
        view = look(text)
        assert view.resolution is not None
        resolution = view.resolution
        print(f"{name}: {len(text):,} characters, {len(view.findings)} findings")
        print(f"  parse and review       {best(lambda text=text: review(parse(text))):6.1f} ms")
        print(f"  … with places          {best(lambda text=text: look(text)):6.1f} ms")
        print(f"  marked text            {best(lambda view=view: marked(view)):6.1f} ms")
        print(f"  preview                {best(lambda resolution=resolution: resolution_html(resolution)):6.1f} ms")
        print(f"  all, after a pause     {in_widget(text):6.1f} ms, saving included")
    seconds = float(sys.argv[1]) if len(sys.argv) > 1 else 30.0
    for name, text in (("75/10", ours), ("100 kB", long()[:100_000])):
        print(f"{name}: a key while typing " + asyncio.run(typed(text, seconds)))


def spoiled(text: str) -> str:
    """Each paragraph ends with the wrong mark."""
    return text.replace(",\n\n", ".\n\n").replace(";\n\n", ",\n\n")


def long() -> str:
    """A hundred paragraphs in each part, out of those of 75/10."""
    preamble, operative = load().preamble, load().operative
    blocks = ["Die Generalversammlung,", *(preamble[n % len(preamble)].text for n in range(100))]
    blocks += [f"{n + 1}. {operative[n % len(operative)].text.rstrip('.;')};" for n in range(100)]
    return "\n\n".join(blocks)


def in_widget(text: str) -> float:
    """A key, looked at and saved at once, as after a pause."""
    bench = workbench(Path(tempfile.mkdtemp()) / "draft.md", start=text)
    keys = iter(range(1000))

    def press() -> None:
        bench.page.paper.value = f"{text}{next(keys)}"

    return best(press)


async def typed(text: str, seconds: float) -> str:
    """Ten keys a second for a while."""
    bench = workbench(Path(tempfile.mkdtemp()) / "draft.md", start=text)
    costs = []
    begun = time.process_time()
    for number in range(int(seconds * 10)):
        bench.page.paper.set_state({"value": f"{text}{'typed ' * (number // 6)}"[: len(text) + number]})
        await asyncio.sleep(0.1)
        costs.append((time.process_time() - begun) * 1000)
        begun = time.process_time()
    costs.sort()
    return f"{costs[len(costs) // 2]:.1f} (p50) {costs[int(len(costs) * 0.99)]:.1f} (p99) {costs[-1]:.1f} (worst) ms"


def best(run: Callable[[], object]) -> float:
    return min(repeat(run, number=1, repeat=10)) * 1000


if __name__ == "__main__":
    main()
