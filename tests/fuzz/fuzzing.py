"""What the fuzzers share: where they begin, how they bend a tree, and what they keep of what they find.

A fuzzer makes inputs that nobody would think of and follows those that reach new lines of the
kit. The promise that it holds the kit to stands in each ``fuzz_….py`` as ``one_input``: whatever
comes in, the kit reads it or raises one ``KitError`` that says where and what to do.
``tests/command/test_robustness_fuzz.py`` keeps the promise for all that was ever found.
"""

from __future__ import annotations

import os
import sys
import time
import traceback
from collections.abc import Callable, Iterable
from copy import deepcopy
from pathlib import Path
from typing import Any

from lxml import etree

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "tests"))  # for resolution_words.py
FOUND = Path(__file__).resolve().parent / "found"
"""Inputs that once broke the promise: NAME-what.bin, one for each fault."""
SLOW = 4.0
"""Seconds that an input may take while every line is watched, which costs a factor of four or so."""
LONGEST = 30_000
"""Bytes of an input; what is slow at this length is far slower at the length of a resolution."""
NASTY = (
    "",
    "(a) ",
    "1. ",
    "(i)",
    "*",
    "1",
    "A/RES/75/10",
    "\u00a0",
    "\ud7ff",
    "[^1]",
    "Annex",
    "Die Generalversammlung,",
    "¹",
    "\u202e",
    "9" * 30,
)
"""Texts that a fuzzer would need hours to come upon."""


class Choices:
    """The bytes of an input as a row of choices; an input that is too short chooses 0.

    >>> choices = Choices(bytes([7, 1, 4]))
    >>> choices.below(4), choices.below(300), choices.below(9)
    (3, 260, 0)
    """

    def __init__(self, data: bytes) -> None:
        self._data = data
        self._at = 0

    def below(self, limit: int) -> int:
        """Return a number from 0 to ``limit`` - 1; 0 where there is nothing to choose from."""
        length = 1 if limit <= 256 else 2
        piece = self._data[self._at : self._at + length]
        self._at += length
        return int.from_bytes(piece, "big") % max(limit, 1)

    def of(self, things: Any) -> Any:
        """Return one of the things."""
        return things[self.below(len(things))]

    @property
    def left(self) -> bool:
        """Whether there are bytes left to choose with."""
        return self._at < len(self._data)


def bent(content: bytes, choices: Choices) -> bytes:
    """Return XML that is still well-formed, with elements moved, doubled, renamed, emptied or taken out.

    >>> bent(b"<a><b/><c>x</c></a>", Choices(bytes([0, 1])))
    b'<a><c>x</c></a>'
    """
    root = etree.fromstring(content)
    edits = 0
    while choices.left and edits < 40:
        edits += 1
        every = [e for e in root.iter() if isinstance(e.tag, str)]
        kind, one, other = choices.below(8), choices.of(every), None
        parent = one.getparent()
        if kind in (0, 1, 2, 6) and parent is None:
            continue
        if kind == 0:
            parent.remove(one)
        elif kind == 1:
            parent.insert(parent.index(one), deepcopy(one))
        elif kind == 2:
            other = choices.of(every)
            if other is not one and one not in other.iterancestors():
                other.append(one)
        elif kind == 3:
            one.tag = choices.of(every).tag
        elif kind == 4:
            one.text = choices.of(NASTY)
        elif kind == 5:
            one.tail = choices.of(NASTY)
        elif kind == 6:
            for child in list(one):
                one.remove(child)
            one.text = None
        elif one.attrib:
            name = choices.of(sorted(one.attrib))
            if choices.below(2):
                del one.attrib[name]
            else:
                one.attrib[name] = choices.of(NASTY)
    return etree.tostring(root, encoding="utf-8")


def official(*suffixes: str, most: int = 60) -> list[Path]:
    """Return the smallest official files of the corpus, none where ``RESOLUTIONKIT_CORPUS`` names no folder."""
    folder = Path(os.environ.get("RESOLUTIONKIT_CORPUS", "does-not-exist"))
    files = [path for path in folder.rglob("*") if path.suffix in suffixes] if folder.is_dir() else []
    return sorted(files, key=lambda path: (path.stat().st_size, path.name))[:most]


def bundled(*suffixes: str) -> list[Path]:
    """Return the files of ``data/`` that end so."""
    return sorted(path for path in (ROOT / "data").rglob("*") if path.suffix in suffixes)


def fuzz(name: str, one_input: Callable[[bytes], None], seeds: Callable[[], Iterable[bytes]]) -> None:
    """Run a fuzzer from the command line, or give the inputs that are named there to ``one_input`` once each."""
    files = [Path(word) for word in sys.argv[1:] if Path(word).is_file()]
    if files:
        for file in files:
            begin = time.perf_counter()
            one_input(file.read_bytes())
            print(f"{file.name}: kept its promise in {time.perf_counter() - begin:.3f} s")
        return
    try:
        import atheris
    except ImportError:
        sys.exit("Fuzzing needs atheris, in an environment of its own: pip install atheris lxml python-docx")
    seconds = int(sys.argv[1]) if len(sys.argv) > 1 else 300
    work = Path(sys.argv[2] if len(sys.argv) > 2 else f"fuzz-{name}")
    corpus, kept = work / "corpus", work / "found"
    for folder in (corpus, kept):
        folder.mkdir(parents=True, exist_ok=True)
    for number, seed in enumerate(seeds()):
        (corpus / f"seed-{number:04}").write_bytes(seed[:LONGEST])
    watched = atheris.instrument_func(one_input)
    seen: set[str] = set()

    def run(data: bytes) -> None:
        begin = time.perf_counter()
        try:
            watched(data)
        except Exception as fault:  # all but KitError is what we look for; one of each kind is enough
            ours = [f for f in traceback.extract_tb(fault.__traceback__) if "resolutionkit" in f.filename]
            place = f"{Path(ours[-1].filename).stem}-{ours[-1].lineno}" if ours else str(fault)[:30].replace(" ", "-")
            kind = f"{type(fault).__name__}-{place}"
        else:
            if time.perf_counter() - begin < SLOW:
                return
            kind = "slow"
        if kind not in seen:
            seen.add(kind)
            (kept / f"{name}-{kind}.bin").write_bytes(data)
            print(f"FOUND {kind}", flush=True)

    options = [f"-max_total_time={seconds}", f"-max_len={LONGEST}", "-timeout=60", "-print_final_stats=1", "-seed=1"]
    atheris.Setup([sys.argv[0], *options, f"-artifact_prefix={kept}/", str(corpus)], run)
    atheris.Fuzz()


def instrumented() -> Any:
    """Return the context in which atheris watches what is imported; none where the fuzzer only replays."""
    import contextlib

    if __name__ != "__main__" and "pytest" in sys.modules:
        return contextlib.nullcontext()
    try:
        import atheris
    except ImportError:
        return contextlib.nullcontext()
    return atheris.instrument_imports(include=["resolutionkit"])
