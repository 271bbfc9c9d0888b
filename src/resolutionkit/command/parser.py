"""Reads the words of the command line and hands them to the command that they name."""

from __future__ import annotations

import argparse
import contextlib
import os
import sys
from collections.abc import Sequence

from resolutionkit.command import convert, course, handout, review
from resolutionkit.errors import KitError, Place, ReadError
from resolutionkit.language import say, set_language


def run(words: Sequence[str]) -> int:
    """Run one command and return its exit status: 0, 1 (a draft has errors) or 2 (it could not be done).

    >>> run(["review", "no-such-file.md"])
    2
    """
    for name in ("stdout", "stderr"):
        if getattr(sys, name) is None:  # closed by who called: ">&-", or a program without a console
            setattr(sys, name, open(os.devnull, "w", encoding="utf-8"))  # noqa: SIM115  # open until the end
    for stream in (sys.stdout, sys.stderr):
        with contextlib.suppress(AttributeError, OSError):  # a notebook's stream cannot, and need not
            stream.reconfigure(encoding="utf-8", errors="replace")  # type: ignore[union-attr]
    _set_language(words)
    options = _parser().parse_args(words)
    try:
        return int(options.run(options))
    except KitError as fault:
        print(fault, file=sys.stderr)
        return 2
    except BrokenPipeError:  # "resolutionkit review … | head"
        with contextlib.suppress(OSError, ValueError):
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 2
    except OSError as fault:  # a disk that is full, a folder that nobody may write to
        print(_refused(fault), file=sys.stderr)
        return 2


def _refused(fault: OSError) -> ReadError:
    return ReadError(
        expected=say(
            en="A place that can be read and written to", de="Ein Ort, an dem gelesen und geschrieben werden kann"
        ),
        found=fault.strerror or type(fault).__name__,
        place=Place(str(fault.filename or "")),
        advice=say(
            en="Choose another folder, or make room on the disk.",
            de="Wählen Sie einen anderen Ordner, oder schaffen Sie Platz auf dem Datenträger.",
        ),
    )


def _set_language(words: Sequence[str]) -> None:
    """The help, too, is in the language that --language asks for."""
    for word, following in zip(words, [*words[1:], ""], strict=True):
        wanted = following if word == "--language" else word.removeprefix("--language=")
        if word.startswith("--language") and wanted in ("en", "de"):
            set_language(wanted)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="resolutionkit",
        description=say(
            en="Reviews drafts of United Nations resolutions, converts resolutions between formats, and writes handouts.",
            de="Prüft Entwürfe von Resolutionen der Vereinten Nationen, wandelt Resolutionen zwischen Formaten um und schreibt Handouts.",
        ),
    )
    commands = parser.add_subparsers(required=True, metavar=say(en="command", de="Befehl"))
    for command in (review, convert, handout, course):
        command.describe(commands)
    return parser
