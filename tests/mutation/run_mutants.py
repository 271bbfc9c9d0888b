"""Which small changes of the code does no test notice? Mutation testing of one package, fast enough to be done.

    python tests/mutation/run_mutants.py document/reading [--sample 200] [--seed 75] [--out survivors.jsonl]
    python tests/mutation/run_mutants.py document/reading --again survivors.jsonl      (only those that survived)
    python tests/mutation/run_mutants.py drafting/review --again survivors.jsonl --only judgements --seconds 60

Needs cosmic-ray, best in an environment of its own; [README.md](README.md) says how, and what came out last time.
Linux and macOS: every mutant is tried in a fork of this process, which has loaded the packages, but not the kit.

First the quick tests of the mutated rooms (tests/document/reading for document/reading, and the examples in its docstrings) run
once, and it is written down which lines each of them reaches. A mutant then meets only the tests that reach its line, fastest first, up
to --seconds of them, and never longer than --longest seconds of the clock. It counts as killed when a test fails, or takes far longer
than it did before. A line that runs when its module is loaded meets the tests that reach anything of its package. Caches are emptied
before each file of tests: what its first test reaches may hide behind a cache from the others, so there the whole file counts,
as it does for a line in a function whose answers are kept.
Where a test of another room may notice more, name its folder with --also, or a file alone with --only.
With --official, what survived meets the tests of its room that read official files, as it does in CI: half a minute each.
"""

from __future__ import annotations

import argparse
import contextlib
import importlib
import json
import os
import pickle
import random
import signal
import sys
import time
from collections import Counter
from collections.abc import Callable, Collection, Iterator
from importlib.machinery import SourceFileLoader
from itertools import zip_longest
from pathlib import Path
from typing import Any

from mutants import ROOT, SOURCE, Mutant, is_kept, lines_of_statement, places_in

LOADED = ("hypothesis", "lxml.etree", "networkx", "matplotlib.pyplot", "pandas", "docx")
LONGEST = 4.0
"""Seconds; a test that takes longer, or that measures time, meets no mutant."""
KILLED, SURVIVED, TIMED_OUT = 1, 0, 3

Reached = dict[str, tuple[float, dict[str, set[int]], bool]]
"""By the name of a test: its seconds, the lines that it reaches in each module, and whether it is the first of its file."""


def main() -> None:
    """Run the mutants and print the score and the survivors."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("packages", nargs="+", help="folders of src/resolutionkit, such as drafting/review")
    parser.add_argument("--sample", type=int, default=0, help="how many mutants a package, drawn at random; 0: all")
    parser.add_argument("--seed", type=int, default=75)
    parser.add_argument("--seconds", type=float, default=10, help="of tests for each mutant, as measured before")
    parser.add_argument("--longest", type=int, default=600, help="seconds of the clock for each mutant")
    parser.add_argument("--also", nargs="+", default=[], help="folders of tests besides those of the packages")
    parser.add_argument("--again", type=Path, help="the file of an earlier run: only those that survived it")
    parser.add_argument(
        "--only", nargs="+", default=[], help="files of tests, such as judgements: no other test is run"
    )
    parser.add_argument(
        "--modules", nargs="+", default=[], help="modules of the packages, such as opening: no other is changed"
    )
    parser.add_argument("--official", action="store_true", help="RESOLUTIONKIT_CORPUS and RESOLUTIONKIT_TOOLS are set")
    parser.add_argument("--reached", type=Path, help="where to keep which tests reach which lines, for the next run")
    parser.add_argument("--out", type=Path, help="where to write what became of each mutant, one a line")
    chosen = parser.parse_args()

    os.chdir(ROOT)
    corpus = os.environ.pop("RESOLUTIONKIT_CORPUS", "")
    sys.path[:0] = [str(ROOT / "src"), str(ROOT / "tests")]
    for name in LOADED:
        importlib.import_module(name)
    if chosen.reached and chosen.reached.exists():
        reached: Reached = pickle.loads(chosen.reached.read_bytes())
    else:
        reached = in_a_fork(lambda: reached_lines(chosen.packages, chosen.also))
    if chosen.reached:
        chosen.reached.write_bytes(pickle.dumps(reached))
    if chosen.only:
        reached = {
            name: found for name, found in reached.items() if any(f"/test_{file}.py" in name for file in chosen.only)
        }
    print(f"{len(reached)} tests reach {', '.join(chosen.packages)}", flush=True)
    tried: Counter[str] = Counter()
    killed: Counter[str] = Counter()
    with chosen.out.open("a", encoding="utf-8") if chosen.out else contextlib.nullcontext() as kept:
        for mutant in wanted(chosen.packages, chosen.sample, chosen.seed, chosen.again, chosen.modules):
            end, by = fate(mutant, reached, chosen.seconds, chosen.longest)
            if end == "survived" and chosen.official:
                end, by = fate_on_official_files(mutant, corpus, chosen.longest)
            package = next(package for package in chosen.packages if mutant.module.startswith(f"{package}/"))
            tried[package] += 1
            killed[package] += end != "survived"
            if end == "survived":
                print(
                    f"\n{mutant.module}:{mutant.line} {mutant.operator}\n- {mutant.before}\n+ {mutant.after}",
                    flush=True,
                )
            if kept:
                record = {"end": end, "by": by, "line": mutant.line, "operator": mutant.operator, "key": mutant.key}
                print(json.dumps(record, ensure_ascii=False), file=kept, flush=True)
    for package, count in tried.items():
        print(f"{package}: {killed[package]} of {count} mutants killed, {100 * killed[package] / count:.1f} %")


def wanted(
    packages: list[str], sample: int, seed: int, again: Path | None, modules: Collection[str] = ()
) -> Iterator[Mutant]:
    """The mutants to try: in an order drawn by lot, the packages in turn, so that a run cut short is a sample too."""
    if again:
        lines = [json.loads(line) for line in again.read_text(encoding="utf-8").splitlines()]
        survived = {(tuple(line["key"]), line["operator"]) for line in lines if line["end"] == "survived"}
        kinds = {(key[0], operator) for key, operator in survived}
        places = [p for package in packages for p in places_in(package) if (p.module, p.operator) in kinds]
        yield from (m for m in (place.mutant() for place in places) if (m.key, m.operator) in survived)
        return
    drawn = []
    for package in packages:
        places = [place for place in places_in(package) if not modules or place.path.stem in modules]
        drawn.append(random.Random(seed).sample(places, min(sample or len(places), len(places))))
    for row in zip_longest(*drawn):
        yield from (place.mutant() for place in row if place)


def fate(mutant: Mutant, reached: Reached, seconds: float, longest: int) -> tuple[str, str]:
    """Return what became of a mutant ("killed", "timed out", "survived") and the test that saw to it."""
    source = (SOURCE / mutant.module).read_text(encoding="utf-8")
    lines, called = lines_of_statement(source, mutant.line)
    near = {n for n, (_, modules, _) in reached.items() if not modules.get(mutant.module, set()).isdisjoint(lines)}
    kept = is_kept(source, mutant.line)
    cached = {_file_of(name) for name in near if kept or reached[name][2]}
    near |= {name for name in reached if _file_of(name) in cached}
    far = {n for n, (_, modules, _) in reached.items() if any(m.startswith(f"{mutant.package}/") for m in modules)}
    names = within(seconds, near if called else far, reached)
    end, by = in_a_fork(lambda: try_out(mutant, names, reached), longest)
    return {SURVIVED: "survived", TIMED_OUT: "timed out"}.get(end, "killed"), by


def fate_on_official_files(mutant: Mutant, corpus: str, longest: int) -> tuple[str, str]:
    """The same, where only the tests of the room that read official files are asked."""
    folder = ROOT / "tests" / mutant.package
    paths = [str(path) for path in sorted(folder.glob("test_*.py")) if "needs_corpus" in path.read_text("utf-8")]

    def task() -> tuple[int, str]:
        os.environ["RESOLUTIONKIT_CORPUS"] = corpus
        put_in_place(mutant)
        chosen = ["-k", "official or adopted or script_counts"]  # other tests of these files were asked already
        return (KILLED, "official files") if pytest_on([*paths, *chosen], marked="") else (SURVIVED, "")

    return ("killed" if in_a_fork(task, longest)[0] == KILLED else "survived"), "official files"


def _file_of(name: str) -> str:
    return name.partition("::")[0]


def within(seconds: float, names: Collection[str], reached: Reached) -> list[str]:
    """The fastest tests, as many as fit into so many seconds."""
    fitting = []
    for name in sorted(names, key=lambda name: reached[name][0]):
        seconds -= reached[name][0]
        if seconds < 0:
            break
        fitting.append(name)
    return fitting


# ---- In a fork: the only place where the kit is loaded


def in_a_fork(task: Callable[[], Any], longest: int = 0) -> Any:
    """Return what ``task`` returns in a copy of this process, whose output nobody sees; a crash is (KILLED, "crash").

    After ``longest`` seconds of the clock (0: never) it ends as one whose processor seconds are used up.
    """
    reader, writer = os.pipe()
    child = os.fork()
    if not child:
        os.close(reader)
        quiet = os.open(os.devnull, os.O_WRONLY)
        os.dup2(quiet, 1)
        os.dup2(quiet, 2)
        with os.fdopen(writer, "wb") as answer:
            for out_of_time in (signal.SIGPROF, signal.SIGALRM):
                signal.signal(
                    out_of_time, lambda *_: (answer.write(pickle.dumps((TIMED_OUT, ""))), answer.flush(), os._exit(0))
                )
            signal.alarm(longest)
            answer.write(pickle.dumps(task()))
        os._exit(0)
    os.close(writer)
    with os.fdopen(reader, "rb") as answer:
        said = answer.read()
    os.waitpid(child, 0)
    return pickle.loads(said) if said else (KILLED, "crash")


class Watch:
    """A pytest plugin: runs the chosen tests, fastest first, and stops those that take far longer than before."""

    def __init__(self, reached: Reached, chosen: Collection[str]) -> None:
        self.reached, self.chosen, self.failed = reached, set(chosen), ""

    def pytest_collection_modifyitems(self, items: list[Any]) -> None:
        items[:] = sorted((i for i in items if i.nodeid in self.chosen), key=lambda item: self.reached[item.nodeid][0])

    def pytest_runtest_setup(self, item: Any) -> None:
        signal.setitimer(
            signal.ITIMER_PROF, 3 + 10 * self.reached[item.nodeid][0]
        )  # seconds of this process, not of the clock

    def pytest_runtest_logreport(self, report: Any) -> None:
        if report.when == "teardown":  # before, the test has been set up alone
            signal.setitimer(signal.ITIMER_PROF, 0)
        if report.failed:
            self.failed = report.nodeid

    def pytest_collectreport(self, report: Any) -> None:
        if report.failed:
            self.failed = f"collecting {report.nodeid}"


def pytest_on(paths: Collection[str], *plugins: object, marked: str = "not slow") -> int:
    import pytest
    from hypothesis import settings

    settings.register_profile("mutants", derandomize=True, database=None, deadline=None)
    settings.load_profile("mutants")
    quick = ["-q", "-x", "-p", "no:cacheprovider", "-p", "no:nbval", "--tb=no", "-o", "addopts=--doctest-modules"]
    quick += ["-m", marked]
    quick.append("--assert=plain")  # pytest would load modules with examples past our loader
    return int(pytest.main([*quick, *paths], plugins=list(plugins)))


def put_in_place(mutant: Mutant) -> None:
    """From now on, the mutant is loaded instead of its module."""
    original = SourceFileLoader.get_code
    changed = str(SOURCE / mutant.module)

    def get_code(self: SourceFileLoader, name: str) -> Any:
        return compile(mutant.code, changed, "exec") if self.path == changed else original(self, name)

    SourceFileLoader.get_code = get_code  # type: ignore[method-assign]


def try_out(mutant: Mutant, names: list[str], reached: Reached) -> tuple[int, str]:
    """Run tests file by file, those made for the package first, with the mutant in place of its module."""
    put_in_place(mutant)
    by_file: dict[str, list[str]] = {}
    for name in names:
        by_file.setdefault(_file_of(name), []).append(name)
    package = mutant.package
    signal.setitimer(signal.ITIMER_PROF, 60)  # a module that never ends to load
    for path in sorted(by_file, key=lambda path: (package not in path, sum(reached[n][0] for n in by_file[path]))):
        watch = Watch(reached, by_file[path])
        pytest_on([path], watch)
        if watch.failed:
            return KILLED, watch.failed
    return SURVIVED, ""


def reached_lines(packages: list[str], also: list[str]) -> Reached:
    """Run the tests of some packages once, each file with emptied caches, and write down what each test reaches of them."""
    import coverage

    watched = coverage.Coverage(
        data_file=None, include=[f"{SOURCE / package}/*" for package in packages], config_file=False
    )

    class Note:
        def __init__(self) -> None:
            self.seconds: dict[str, float] = {}
            self.failed: set[str] = set()
            self.first: dict[str, str] = {}
            self.began = 0.0

        def pytest_runtest_setup(self, item: Any) -> None:
            if self.first.setdefault(_file_of(item.nodeid), item.nodeid) == item.nodeid:
                for cached in _caches(packages):
                    cached.cache_clear()
            watched.switch_context(item.nodeid)
            self.began = time.process_time()

        def pytest_runtest_logreport(self, report: Any) -> None:
            self.seconds[report.nodeid] = time.process_time() - self.began
            if not report.passed:
                self.failed.add(report.nodeid)

    note = Note()
    paths = [f"tests/{package}" for package in packages] + [f"src/resolutionkit/{package}" for package in packages]
    watched.start()
    pytest_on([*paths, *also, "--maxfail=1000"], note)
    watched.stop()
    data = watched.get_data()
    reached: Reached = {}
    for path in data.measured_files():
        for line, tests in data.contexts_by_lineno(path).items():
            for test in tests:
                if (
                    test not in note.seconds
                    or test in note.failed
                    or note.seconds[test] > LONGEST
                    or "linear_time" in test
                ):
                    continue
                first = note.first[_file_of(test)] == test
                modules = reached.setdefault(test, (note.seconds[test], {}, first))[1]
                modules.setdefault(Path(path).relative_to(SOURCE).as_posix(), set()).add(line)
    return reached


def _caches(packages: list[str]) -> Iterator[Any]:
    for name, module in list(sys.modules.items()):
        if name.startswith(tuple(f"resolutionkit.{package.replace('/', '.')}" for package in packages)):
            yield from (thing for thing in vars(module).values() if hasattr(thing, "cache_clear"))


if __name__ == "__main__":
    main()
