"""``resolutionkit course``: a ready folder for a teacher who works with nbgrader."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Any

from resolutionkit.course.folder import GUIDES, make_course
from resolutionkit.errors import KitError, Place, ReadError
from resolutionkit.language import language, say


def describe(commands: Any) -> None:
    """Tell the parser of the command line what this command takes."""
    parser = commands.add_parser(
        "course",
        help=say(en="make a course folder for a teacher", de="einen Kursordner für eine Lehrkraft anlegen"),
        description=say(
            en="Makes a folder with the exercises of the kit for nbgrader: hand out, mark, give back. "
            "An existing folder is left as it is.",
            de="Legt einen Ordner mit den Aufgaben des Kits für nbgrader an: verteilen, bewerten, zurückgeben. "
            "Ein vorhandener Ordner bleibt, wie er ist.",
        ),
    )
    parser.add_argument("folder", type=Path, metavar=say(en="folder", de="Ordner"))
    parser.add_argument("--language", choices=("en", "de"), help=say(en="of the messages", de="der Meldungen"))
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Make the folder and say how to go on; return 0."""
    try:
        made = make_course(options.folder)
    except OSError as fault:
        if isinstance(fault, KitError):
            raise
        raise ReadError(
            expected=say(en="A place that can be written to", de="Ein Ort, an den geschrieben werden kann"),
            found=fault.strerror or type(fault).__name__,
            place=Place(str(options.folder)),
            advice=say(
                en="Choose another place, or make room on the disk.",
                de="Wählen Sie einen anderen Ort, oder schaffen Sie Platz auf dem Datenträger.",
            ),
        ) from None
    guide = options.folder / GUIDES[language()]
    print(
        say(
            en=f"{options.folder} holds {len(made)} assignments. How to go on: {guide}",
            de=f"{options.folder} enthält {len(made)} Aufgabenserien. Wie es weitergeht: {guide}",
        )
    )
    return 0
