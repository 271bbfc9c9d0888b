"""Measures review() on adopted resolutions: false alarms, planted mistakes, time.

    python tests/benchmarks/bench_review.py FOLDER... [--planted] [--each 200] [--seed 1] [--show 3]

Each AKN4UN file is reviewed as it is loaded, and as text: "clean" (a block a paragraph) and "pages" (as text
comes out of a PDF). With --planted, mistakes of each kind are put into the text of resolutions chosen at
random (seeded); a mistake counts as found where review() reports it at its paragraph with its code.
"""

from __future__ import annotations

import argparse
import copy
import random
import sys
import time
from collections import Counter, defaultdict
from collections.abc import Iterable
from pathlib import Path

import planted_slips  # noqa: F401  # they add their kinds to KINDS
import planted_words  # noqa: F401
from pieces import Piece, clean, pages, pieces_of
from planted import KINDS, Plant

import resolutionkit as rk
from resolutionkit.document.model import Finding, Resolution
from resolutionkit.drafting.review import review
from resolutionkit.errors import KitError


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("folders", nargs="+")
    options.add_argument("--planted", action="store_true")
    options.add_argument("--each", type=int, default=200, help="mistakes of each kind and language")
    options.add_argument("--seed", type=int, default=1)
    options.add_argument("--show", type=int, default=3, help="examples of each code or kind")
    options.add_argument("--kind", default="", help="only kinds whose name holds this")
    wanted = options.parse_args()
    by_language: dict[str, list[tuple[str, Resolution]]] = defaultdict(list)
    for folder in wanted.folders:
        for path in sorted(Path(folder).rglob("*.xml")) if Path(folder).is_dir() else [Path(folder)]:
            try:
                res = rk.load(path)
            except KitError as error:
                print(f"cannot be loaded: {path.name}: {error.found}")
                continue
            by_language[res.language].append((path.name, res))
    for language in ("en", "de"):
        if by_language[language]:
            print(f"\n=== {language}: {len(by_language[language])} files")
            if wanted.planted:
                planted(by_language[language], language, wanted.each, wanted.seed, wanted.show, wanted.kind)
            else:
                false_alarms(by_language[language], wanted.show)
    if not wanted.planted:
        speed()


def false_alarms(files: list[tuple[str, Resolution]], show: int) -> None:
    """Print how often review() finds something in adopted resolutions."""
    texts = [(name, pieces) for name, res in files if (pieces := pieces_of(res))]
    ways: dict[str, Iterable[tuple[str, Resolution]]] = {
        "xml": files,
        "clean": ((name, rk.parse(clean(pieces))) for name, pieces in texts),
        "pages": ((name, rk.parse(pages(pieces))) for name, pieces in texts),
    }
    for way, resolutions in ways.items():
        counts: Counter[tuple[str, str]] = Counter()
        examples: dict[str, list[str]] = defaultdict(list)
        paragraphs = 0
        for name, res in resolutions:
            paragraphs += len(res.paragraphs)
            for finding in review(res):
                counts[finding.severity, finding.code] += 1
                examples[finding.code].append(f"{name} {finding.label}: {finding.message} {_context(res, finding)}")
        errors = sum(n for (severity, _), n in counts.items() if severity == "error")
        hints = sum(counts.values()) - errors
        print(
            f"\n{way}: {paragraphs:,} paragraphs, {errors} errors ({1000 * errors / paragraphs:.2f} in 1,000), {hints} hints"
        )
        for (severity, code), n in sorted(counts.items()):
            print(f"  {severity:5} {code} {n}")
            for example in examples[code][: None if severity == "error" else show]:
                print(f"          {example}")


def _context(res: Resolution, finding: Finding) -> str:
    paragraph = next((p for p in res.paragraphs if p.label == finding.label), None)
    start, end = finding.span
    return f"[…{paragraph.text[max(0, start - 30) : end + 20]}…]" if paragraph else ""


def planted(files: list[tuple[str, Resolution]], language: str, each: int, seed: int, show: int, only: str) -> None:
    """Print how many planted mistakes review() finds, of each kind."""
    sources = []
    for name, res in files:
        pieces = pieces_of(res)
        if pieces and len(rk.parse(clean(pieces)).paragraphs) == len(res.paragraphs):
            sources.append((name, pieces, {(f.code, f.label) for f in review(clean(pieces), language=language)}))
    print(f"planted into {len(sources)} of them")
    for kind, change in KINDS.items():
        if only not in kind:
            continue
        rng = random.Random(f"{seed} {kind}")
        done = found = more = 0
        missed: list[str] = []
        for _ in range(20 * each):
            if done == each:
                break
            name, pieces, before = rng.choice(sources)
            changed = copy.deepcopy(pieces)
            plant = change(changed, rng, language)
            if plant is None:
                continue
            done += 1
            res = rk.parse(clean(changed), language)
            findings = review(res)
            hit = any(f.code in plant.codes.split("|") and _is_at(res, f, plant) for f in findings)
            found += hit
            more += sum((f.code, f.label) not in before for f in findings) - hit
            if not hit:
                at = plant.place if isinstance(plant.place, str) else str(plant.place)
                missed.append(
                    f"{name} [{at[:60]} … {at[-30:]}] → {[(f.code, f.label) for f in findings if (f.code, f.label) not in before][:4]}"
                )
        if done:
            share = 100 * found / done
            print(
                f"  {'' if share >= 95 else '!!'}{share:6.1f} %  {found:4}/{done:<4} {kind}  (other findings: {more / done:.2f} each)"
            )
            for example in missed[:show]:
                print(f"            missed: {example}")


def _is_at(res: Resolution, finding: Finding, plant: Plant) -> bool:
    if isinstance(plant.place, str):
        return finding.label == plant.place
    text = _bare(plant.place)
    return any(p.label == finding.label and (text[:25] in p.text and text[-25:-3] in p.text) for p in res.paragraphs)


def _bare(piece: Piece) -> str:
    return piece.text.translate(dict.fromkeys(map(ord, "⁰¹²³⁴⁵⁶⁷⁸⁹")))


def speed() -> None:
    """Print how long parse and review take for the bundled resolution, cold openers included."""
    text = rk.source_text()
    times = []
    for i in range(40):
        draft = text.replace("INTERPOL", f"INTERPOL{i}")  # nothing may come from a cache
        start = time.perf_counter()
        review(rk.parse(draft))
        times.append(time.perf_counter() - start)
    print(f"\nparse + review of 75/10: first {1000 * times[0]:.1f} ms, median {1000 * sorted(times)[20]:.1f} ms")


if __name__ == "__main__":
    sys.exit(main())
