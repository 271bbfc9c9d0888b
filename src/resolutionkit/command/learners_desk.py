"""``resolutionkit desk``: a learner's folder with lessons, exercises and a place for own work."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Any

from resolutionkit.classroom.desk import make_desk
from resolutionkit.language import _


def describe(commands: Any) -> None:
    """Tell the parser of the command line what this command takes."""
    parser = commands.add_parser(
        "desk",
        help=_("make a folder to learn in"),
        description=_(
            "Makes a folder with the notebooks and exercises, without outputs and solutions, and a place for own work. "
            "A desk that is there already is brought up to date; what its learner has changed stays."
        ),
    )
    parser.add_argument("folder", type=Path, metavar=_("folder"))
    parser.add_argument("--language", choices=("en", "de"), help=_("of the course and the messages"))
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Make the desk and say what was done; return 0."""
    print(make_desk(options.folder, options.language))
    return 0
