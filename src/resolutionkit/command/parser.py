"""Reads the words of the command line and hands them to the command that they name."""

from __future__ import annotations

import argparse
import contextlib
import os
import sys
from collections.abc import Sequence
from itertools import pairwise
from pathlib import Path
from types import ModuleType
from typing import Any

from resolutionkit.command import class_table, convert, course, handout, learners_desk, review, site
from resolutionkit.errors import KitError, Location, ReadError
from resolutionkit.files import read_toml
from resolutionkit.language import Text, _, set_language

COMMANDS = {
    "review": review,
    "convert": convert,
    "handout": handout,
    "course": course,
    "desk": learners_desk,
    "site": site,
    "class": class_table,
}
"""By the names that ``data/commands.toml`` has."""
_TYPES = {"path": Path, "int": int, "upper": str.upper}

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
    """Run one command and return its exit status: 0, 1 (a draft has errors) or 2 (it could not be done)."""
    for name in ("stdout", "stderr"):
        if getattr(sys, name) is None:  # closed by who called: ">&-", or a program without a console
            setattr(sys, name, open(os.devnull, "w", encoding="utf-8"))  # noqa: SIM115  # open until the end
    for stream in (sys.stdout, sys.stderr):
        with contextlib.suppress(AttributeError, OSError):  # a notebook's stream cannot, and need not
            stream.reconfigure(encoding="utf-8", errors="replace")  # type: ignore[union-attr]
    _set_language(words)
    try:
        options = _parser().parse_args(words)
        return int(options.run(options))
    except KitError as fault:
        print(fault, file=sys.stderr)
        return 2
    except BrokenPipeError:  # "resolutionkit review … | head"
        with contextlib.suppress(OSError, ValueError):
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 2
    except OSError as fault:  # a disk that is full, a folder that nobody may write to
        refused = ReadError(
            expected=_("A place that can be read and written to"),
            found=fault.strerror or type(fault).__name__,
            place=Location(str(fault.filename or "")),
            advice=_("Choose another folder, or make room on the disk."),
        )
        print(refused, file=sys.stderr)
        return 2


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
    about = read_toml("commands.toml")
    for name, command in COMMANDS.items():
        shown, description = (str(Text(**about[name][key])) for key in ("help", "description"))
        description = description.format(names=", ".join(getattr(command, "NAMES", ())))
        options = commands.add_parser(name, help=shown, description=description)
        for option in about[name]["options"]:
            options.add_argument(option.pop("name"), **{key: _given(command, key, option[key]) for key in option})
        options.set_defaults(run=command.run)
    return parser


def _given(command: ModuleType, key: str, value: Any) -> Any:
    """What argparse gets for a key of an option in the file."""
    if isinstance(value, dict):
        return str(Text(**value))
    if key == "choices" and isinstance(value, str):
        return sorted(getattr(command, value))
    return _TYPES[value] if key == "type" else value
