"""``resolutionkit site``: the kit as a static site that any web server can show."""

from __future__ import annotations

import argparse
import os
import shutil
import tempfile
from pathlib import Path
from typing import Any

from resolutionkit.classroom.site import make_site, serve
from resolutionkit.language import _, language

WINDOWS = os.name == "nt"


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
    parser.add_argument("folder", type=Path, metavar=_("folder or FILE.zip"))
    parser.add_argument(
        "--pyodide",
        type=Path,
        metavar=_("file or folder"),
        help=_("put this Pyodide into the site; it then asks no other host"),
    )
    parser.add_argument("--serve", action="store_true", help=_("then show it, to this computer alone"))
    parser.add_argument("--room", action="store_true", help=_("then show it to all in the same network"))
    parser.add_argument("--language", choices=("en", "de"), help=_("of the course and the messages"))
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Make the site, unless it is there already and is only to be shown; return 0."""
    folder, shown = options.folder, options.serve or options.room
    if not (shown and (folder / "serve.py").is_file()):
        if folder.suffix == ".zip":
            _zip(folder, options.pyodide)
            return 0
        make_site(folder, language=language(), pyodide=options.pyodide)
        print(_("Done. Put the folder {folder} on a web server, or look at it here:").format(folder=folder))
    if shown:
        return serve(folder, room=options.room)
    print(f'{"py" if WINDOWS else "python3"} "{folder / "serve.py"}"')
    return 0


def _zip(target: Path, pyodide: Path | None) -> None:
    with tempfile.TemporaryDirectory() as work:
        make_site(Path(work) / "site" / target.stem, language=language(), pyodide=pyodide)
        shutil.make_archive(str(target.with_suffix("")), "zip", Path(work) / "site")
    print(_("Done. Unzip {file} and open index.html; it says how to go on.").format(file=target))
