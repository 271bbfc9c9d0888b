"""Reads the words of the command line and hands them to the command that they name."""

from __future__ import annotations

import argparse
import contextlib
import os
import sys
from collections.abc import Sequence
from itertools import pairwise

from resolutionkit.command import class_table, convert, course, handout, learners_desk, review, site
from resolutionkit.errors import KitError, Location, ReadError
from resolutionkit.language import _, set_language

# What argparse says by itself, collected here so that it stands in the catalogue.
SAID_BY_ARGPARSE = (
    _("usage: "),
    _("positional arguments"),
    _("options"),
    _("show this help message and exit"),
    _("%(prog)s: error: %(message)s\n"),
    _("argument %(argument_name)s: %(message)s"),
    _("the following arguments are required: %s"),
    _("invalid choice: %(value)r (choose from %(choices)s)"),
    _("invalid %(type)s value: %(value)r"),
    _("unrecognized arguments: %s"),
    _("expected one argument"),
)


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
        expected=_("A place that can be read and written to"),
        found=fault.strerror or type(fault).__name__,
        place=Location(str(fault.filename or "")),
        advice=_("Choose another folder, or make room on the disk."),
    )


def _set_language(words: Sequence[str]) -> None:
    """The help, too, is in the language that --language asks for."""
    for word, following in pairwise([*words, ""]):
        wanted = following if word == "--language" else word.removeprefix("--language=")
        if word.startswith("--language") and wanted in ("en", "de"):
            set_language(wanted)


def _parser() -> argparse.ArgumentParser:
    vars(argparse)["_"] = _  # its own messages, too, come in the reader's language
    parser = argparse.ArgumentParser(
        prog="resolutionkit",
        description=_(
            "Reviews drafts of United Nations resolutions, converts resolutions between formats, and writes handouts."
        ),
    )
    commands = parser.add_subparsers(required=True, metavar=_("command"))
    for command in (review, convert, handout, course, learners_desk, site, class_table):
        command.describe(commands)
    return parser
