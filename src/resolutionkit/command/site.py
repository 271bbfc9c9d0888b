"""``resolutionkit site``: the kit as a static site that any web server can show."""

from __future__ import annotations

import argparse
import os
import shutil
import tempfile
from pathlib import Path

from resolutionkit.classroom.site.build import make_site
from resolutionkit.classroom.site.serve import serve
from resolutionkit.language import _, language

WINDOWS = os.name == "nt"


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
