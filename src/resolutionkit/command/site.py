"""``resolutionkit site``: the kit as a static site that any web server can show."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Any

from resolutionkit.classroom.site import make_site
from resolutionkit.language import _, language


def describe(commands: Any) -> None:
    """Tell the parser of the command line what this command takes."""
    parser = commands.add_parser(
        "site",
        help=_("make a web site on which nothing has to be installed"),
        description=_(
            "Makes a folder that any web server can show: a front page, the notebooks to read, and JupyterLite, in which "
            "they run in the browser. What learners write stays in their browser."
        ),
    )
    parser.add_argument("folder", type=Path, metavar=_("folder"))
    parser.add_argument(
        "--pyodide",
        type=Path,
        metavar=_("file or folder"),
        help=_("put this Pyodide into the site; it then asks no other host"),
    )
    parser.add_argument("--language", choices=("en", "de"), help=_("of the course and the messages"))
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Make the site and say how to look at it; return 0."""
    folder = make_site(options.folder, language=language(), pyodide=options.pyodide)
    print(_("Done. Put the folder {folder} on a web server, or look at it here:").format(folder=folder))
    print(f"python -m http.server --bind 127.0.0.1 --directory {folder}")
    return 0
