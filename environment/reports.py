"""What start.py says of an environment: how far it is, why it could not be made, whether all is well."""

import contextlib
import glob
import locale
import os
import re
import time
import tomllib
from collections.abc import Callable
from pathlib import Path

Say = Callable[[str, str], str]
"""Takes a message in English and in German, and gives the one for the user."""


def text_of(printed: bytes) -> str:
    """Return what a program printed: uv and the kit print UTF-8, pip on Windows an older encoding."""
    with contextlib.suppress(UnicodeDecodeError):
        return printed.decode("utf-8")
    return printed.decode(locale.getpreferredencoding(False), "replace")


def explain(output: str, say: Say) -> str:
    """Return what went wrong, in words, and the last lines that the installer or the system wrote."""
    reasons = tomllib.loads(Path(__file__).with_name("reasons.toml").read_text(encoding="utf-8"))["reason"]
    why = next(reason for reason in reasons if re.search(reason["signs"], output))
    last = [line.rstrip() for line in output.splitlines() if line.strip()][-4:]
    heading = say("What was reported:", "Gemeldet wurde:")
    return "\n".join([say(why["en"], why["de"]), "", heading] + ["  " + line[:200] for line in last])


def progress(lock: str, site: str, say: Say) -> Callable[[list[bytes]], None]:
    """Return a function that prints every few seconds how many packages of a lock pip or uv has fetched and installed."""
    locked = re.findall(r"^([\w.-]+)==", Path(lock).read_text(encoding="utf-8"), re.MULTILINE)
    begin = last = time.monotonic()

    def show(output: list[bytes]) -> None:
        nonlocal last
        if time.monotonic() - last < 5:
            return
        last = time.monotonic()
        text = b"".join(output).decode("utf-8", "replace")
        resolved = re.search(r"^Resolved (\d+) packages", text, re.MULTILINE)  # uv counts by itself
        total = int(resolved[1]) if resolved else len(locked) - len(re.findall("^Ignoring ", text, re.MULTILINE))
        paths = glob.glob(os.path.join(glob.escape(site), "*.dist-info"))
        names = {os.path.basename(path).split("-")[0].replace("_", "-").lower() for path in paths}
        installed = len(names.intersection(locked))
        fetched = max(installed, len(re.findall("^(?:Collecting|Processing) ", text, re.MULTILINE)))
        words = say("%d of %d packages fetched, %d installed", "%d von %d Paketen geladen, %d eingerichtet")
        print("%5.0f s: " % (last - begin) + words % (fetched, total, installed), flush=True)

    return show


def check(faults: list[str], root: str, first: str, command: str, say: Say) -> int:
    """Print what is well and what is not, and what to do; return how a command ends: 0, or 1."""
    folder = say("writing into this folder", "Schreiben in diesen Ordner")
    anew = say("delete the folder .venv, then: ", "löschen Sie den Ordner .venv, dann: ")
    again = (anew if os.path.isdir(os.path.join(root, ".venv")) else "") + command
    whole = say("get the whole folder of the kit again", "laden Sie den ganzen Ordner des Kits noch einmal")
    own = say("copy the kit to a folder of your own", "kopieren Sie das Kit in einen eigenen Ordner")
    lines = [(not faults, "; ".join([".venv", *faults]), again)]
    lines += [(os.path.exists(os.path.join(root, first)), first, whole), (os.access(root, os.W_OK), folder, own)]
    for fine, what, advice in lines:
        print(say("yes ", "ja   ") + what if fine else say("NO  ", "NEIN ") + what + "\n       -> " + advice)
    if not all(fine for fine, _what, _advice in lines):
        return 1
    print(say("All is well. Start with: ", "Alles in Ordnung. Starten Sie mit: ") + command)
    return 0
