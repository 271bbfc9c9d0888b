"""How many characters are lost after “saved” was shown: killed kernels, two tabs, full disks, locks from the future.

    python tests/benchmarks/bench_saving.py [--rounds 1000] [--seed 1128]

In each round one or two processes open one file, write growing drafts into it and report each text that the kit calls saved. Then they are
killed with SIGKILL in whatever they do. A text that was reported and stands in no file of the folder is lost. Where there is no fork
(Windows), this cannot run.
"""

from __future__ import annotations

import argparse
import errno
import os
import random
import shutil
import signal
import struct
import tempfile
import time
from collections import Counter
from pathlib import Path

from resolutionkit import files
from resolutionkit.widgets.workbench.draft_file import DraftFile

KINDS = ("killed", "two tabs", "full disk", "lock from the future")
SAID_TO_BE_KEPT = {"saved", "same", "aside", "moved"}


def text_of(writer: str, step: int) -> str:
    """What a writer has written after so many steps: it only grows."""
    return f"The General Assembly,\n\n{writer}" + "".join(f" word{n}" for n in range(step))


def write_for_ever(file: DraftFile, writer: str, kind: str, report: int, seed: str) -> None:
    """Save growing drafts until this process is killed, and report the number of each that is said to be kept."""
    chance = random.Random(seed)
    replace = files._replace

    def full_now_and_then(*names: object) -> None:
        if chance.random() < 0.3:
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
        replace(*names)  # type: ignore[arg-type]

    if kind == "full disk":
        files._replace = full_now_and_then
    for step in range(1, 1_000_000):
        if file.save(text_of(writer, step)).state in SAID_TO_BE_KEPT:
            os.write(report, struct.pack("I", step))


def lost_in_round(folder: Path, kind: str, seed: str) -> tuple[int, int]:
    """Return how many characters were reported and lost, and how many texts were reported."""
    chance = random.Random(seed)
    path = folder / "draft.md"
    if kind == "lock from the future":
        lock = path.with_name("draft.md.lock")
        lock.write_text("")
        ahead = time.time() + 86_400
        os.utime(lock, (ahead, ahead))
    writers = {}
    opened = {writer: DraftFile(path) for writer in ("Ann", "Ben")[: 2 if kind == "two tabs" else 1]}
    for writer, file in opened.items():
        read, report = os.pipe()
        child = os.fork()
        if child == 0:
            try:
                write_for_ever(file, writer, kind, report, seed + writer)
            finally:
                os._exit(1)
        os.close(report)
        writers[writer] = (child, read)
    time.sleep(chance.uniform(0.01, 0.08))
    for child, _read in writers.values():
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
    kept = [there.read_text(encoding="utf-8") for there in folder.iterdir() if there.suffix == ".md"]
    lost = reported = 0
    for writer, (_child, read) in writers.items():
        with os.fdopen(read, "rb") as stream:
            steps = [step for (step,) in struct.iter_unpack("I", stream.read())]
        reported += len(steps)
        promised = text_of(writer, steps[-1]) if steps else ""
        lost += 0 if any(text.startswith(promised) for text in kept) or not promised else len(promised)
    return lost, reported


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--rounds", type=int, default=1000)
    arguments.add_argument("--seed", type=int, default=1128)
    chosen = arguments.parse_args()
    lost: Counter[str] = Counter()
    reported: Counter[str] = Counter()
    for number in range(chosen.rounds):
        kind = KINDS[number % len(KINDS)]
        folder = Path(tempfile.mkdtemp(prefix="saving-"))
        gone, texts = lost_in_round(folder, kind, f"{chosen.seed} {number}")
        lost[kind] += gone
        reported[kind] += texts
        shutil.rmtree(folder)
    for kind in KINDS:
        print(f"{kind}: {reported[kind]} texts said to be saved, {lost[kind]} characters lost")


if __name__ == "__main__":
    main()
