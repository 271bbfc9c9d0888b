"""``resolutionkit course``: a ready folder for a teacher who works with nbgrader."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Any

from resolutionkit.classroom.course.folder import GUIDES, make_course
from resolutionkit.errors import KitError, Location, ReadError
from resolutionkit.language import _, language


def describe(commands: Any) -> None:
    """Tell the parser of the command line what this command takes."""
    parser = commands.add_parser(
        "course",
        help=_("make a course folder for a teacher"),
        description=_(
            "Makes a folder with the exercises of the kit for nbgrader: hand out, mark, give back. An "
            "existing folder is left as it is."
        ),
    )
    parser.add_argument("folder", type=Path, metavar=_("folder"))
    parser.add_argument(
        "--variant",
        type=int,
        default=0,
        metavar=_("number"),
        help=_("other questions of the same kind, drawn by this number, for the class next door"),
    )
    parser.add_argument("--language", choices=("en", "de"), help=_("of the messages"))
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Make the folder and say how to go on; return 0."""
    try:
        made = make_course(options.folder, options.variant)
    except OSError as fault:
        if isinstance(fault, KitError):
            raise
        raise ReadError(
            expected=_("A place that can be written to"),
            found=fault.strerror or type(fault).__name__,
            place=Location(str(options.folder)),
            advice=_("Choose another place, or make room on the disk."),
        ) from None
    guide = options.folder / GUIDES[language()]
    print(
        _("{folder} holds {number} assignments. How to go on: {guide}").format(
            folder=options.folder, number=len(made), guide=guide
        )
    )
    return 0
