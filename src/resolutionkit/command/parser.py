"""Reads the words of the command line and hands them to the command that they name."""

import argparse
import contextlib
import os
import sys
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

from resolutionkit.classroom.handouts import PLANS
from resolutionkit.command import drafts, for_teachers
from resolutionkit.command.report import FORMATS
from resolutionkit.document.writing.formats import WRITERS
from resolutionkit.errors import KitError, Location, ReadError
from resolutionkit.files import read_toml
from resolutionkit.language import Text, _, set_language

COMMANDS: Mapping[str, Callable[[argparse.Namespace], int | None]] = {
    "review": drafts.review_drafts,
    "convert": drafts.convert_draft,
    "handout": for_teachers.write_handouts,
    "course": for_teachers.write_course,
    "desk": for_teachers.write_desk,
    "site": for_teachers.write_site,
    "class": for_teachers.show_class,
}
"""By the names that ``data/commands.toml`` has; they return an exit status, None for 0."""
_CHOICES = {"FORMATS": FORMATS, "WRITERS": WRITERS, "PLANS": PLANS}
_TYPES = {"path": Path, "int": int, "upper": str.upper}


def run(words: Sequence[str] | None = None) -> int:
    """Run the command with its words (those of the command line unless given) and return its exit status.

    0: nothing wrong; 1: a draft has errors; 2: something could not be read, or a word of the command is wrong.
    """
    for name in ("stdout", "stderr"):
        if getattr(sys, name) is None:  # closed by who called: ">&-", or a program without a console
            setattr(sys, name, open(os.devnull, "w", encoding="utf-8"))  # noqa: SIM115  # open until the end
    for stream in (sys.stdout, sys.stderr):
        with contextlib.suppress(AttributeError, OSError):  # a notebook's stream cannot, and need not
            stream.reconfigure(encoding="utf-8", errors="replace")  # type: ignore[union-attr]
    options = argparse.Namespace(folder="")
    try:
        _set_language(words)
        _parser().parse_args(words, options)
        return int(options.run(options) or 0)
    except KitError as fault:
        print(fault, file=sys.stderr)
    except BrokenPipeError:  # "resolutionkit review … | head"
        with contextlib.suppress(OSError, ValueError):
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    except OSError as fault:  # a disk that is full, a folder that nobody may write to
        refused = ReadError(
            expected=_("A place that can be read and written to"),
            found=fault.strerror or type(fault).__name__,
            place=Location(str(fault.filename or options.folder)),  # a full disk names no file
            advice=_("Choose another folder, or make room on the disk."),
        )
        print(refused, file=sys.stderr)
    return 2


def _set_language(words: Sequence[str] | None) -> None:
    """The help, too, is in the language that --language asks for."""
    parser = argparse.ArgumentParser(add_help=False, allow_abbrev=False)
    parser.add_argument("--language", nargs="?")
    if (wanted := parser.parse_known_args(words)[0].language) in ("en", "de"):
        set_language(wanted)


def _parser() -> argparse.ArgumentParser:
    about = read_toml("commands.toml")
    german = about["argparse"]  # its own messages, too, come in the reader's language
    vars(argparse)["_"] = lambda message: str(Text(message, german.get(message, "")))
    parser = argparse.ArgumentParser(prog="resolutionkit", description=str(Text(**about["resolutionkit"])))
    commands = parser.add_subparsers(required=True, metavar=_("command"))
    for name, run_command in COMMANDS.items():
        shown, description = (str(Text(**about[name][key])) for key in ("help", "description"))
        description = description.format(names=", ".join(for_teachers.NAMES))
        command = commands.add_parser(name, help=shown, description=description)
        for option in about[name]["options"]:
            command.add_argument(option.pop("name"), **{key: _given(key, option[key]) for key in option})
        command.set_defaults(run=run_command)
    return parser


def _given(key: str, value: Any) -> Any:
    """What argparse gets for a key of an option in the file."""
    if isinstance(value, dict):
        return str(Text(**value))
    if key == "choices" and isinstance(value, str):
        return sorted(_CHOICES[value])
    return _TYPES[value] if key == "type" else value
