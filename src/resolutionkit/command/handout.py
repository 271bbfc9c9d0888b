"""``resolutionkit handout``: pages to print for a class."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Any

from resolutionkit.files import save
from resolutionkit.handouts import HANDOUTS, handout
from resolutionkit.language import say


def describe(commands: Any) -> None:
    """Tell the parser of the command line what this command takes."""
    parser = commands.add_parser(
        "handout",
        help=say(en="write pages to print for a class", de="Seiten zum Ausdrucken für eine Klasse schreiben"),
        description=say(
            en="Writes HTML pages that need no network and print to A4: ",
            de="Schreibt HTML-Seiten, die ohne Internet funktionieren und sich auf A4 drucken lassen: ",
        )
        + ", ".join(HANDOUTS)
        + ".",
    )
    parser.add_argument(
        "names", nargs="*", metavar="NAME", help=say(en="all unless given", de="alle, wenn keiner genannt ist")
    )
    parser.add_argument(
        "--to",
        default="handouts",
        metavar=say(en="FOLDER", de="ORDNER"),
        help=say(en="default: handouts", de="Vorgabe: handouts"),
    )
    parser.add_argument("--language", choices=("en", "de"))
    parser.set_defaults(run=run)  # fmt: skip


def run(options: argparse.Namespace) -> int:
    """Write the pages, print where they lie, return 0; what stood there is kept as ``.bak``."""
    pages = {name: handout(name) for name in options.names or HANDOUTS}  # all names are known before one is written
    folder = Path(options.to).absolute()
    for name, page in pages.items():
        print(save(folder / f"{name}.html", page))
    print(say(en="Open them in a browser and print.", de="Öffnen Sie sie im Browser und drucken Sie sie."))
    return 0
