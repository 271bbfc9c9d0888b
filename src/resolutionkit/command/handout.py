"""``resolutionkit handout``: pages to print for a class."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Any

from resolutionkit.classroom.handouts import HANDOUTS, handout
from resolutionkit.files import save
from resolutionkit.language import _


def describe(commands: Any) -> None:
    """Tell the parser of the command line what this command takes."""
    parser = commands.add_parser(
        "handout",
        help=_("write pages to print for a class"),
        description=_("Writes HTML pages that need no network and print to A4: ") + ", ".join(HANDOUTS) + ".",
    )
    parser.add_argument("names", nargs="*", metavar="NAME", help=_("all unless given"))
    parser.add_argument(
        "--to",
        default="handouts",
        metavar=_("FOLDER"),
        help=_("default: handouts"),
    )
    parser.add_argument("--language", choices=("en", "de"))
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Write the pages, print where they lie, return 0; what stood there is kept as ``.bak``."""
    pages = {name: handout(name) for name in options.names or HANDOUTS}  # all names are known before one is written
    folder = Path(options.to).absolute()
    for name, page in pages.items():
        print(save(folder / f"{name}.html", page))
    print(_("Open them in a browser and print."))
    return 0
