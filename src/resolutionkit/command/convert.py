"""``resolutionkit convert``: between text, Markdown, AKN4UN, HTML and Word."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import Any

from resolutionkit.command.drafts_given import STDIN, read
from resolutionkit.document.writing.formats import WRITERS, not_carried
from resolutionkit.errors import ReadError
from resolutionkit.files import save
from resolutionkit.language import _

BY_SUFFIX = {".txt": "text", ".md": "md", ".xml": "akn", ".html": "html", ".htm": "html", ".docx": "docx"}


def describe(commands: Any) -> None:
    """Tell the parser of the command line what this command takes."""
    parser = commands.add_parser(
        "convert",
        help=_("write a resolution in another format"),
        description=_(
            "Reads .txt, .md, .xml (AKN4UN) or .docx and writes the format that the name of the target "
            "says; - stands for the standard input and output. The old content of a target is kept as .bak."
        ),
    )
    parser.add_argument("source", metavar=_("source"))
    parser.add_argument("target", metavar=_("target"))
    parser.add_argument("--to", choices=sorted(WRITERS), help=_("format of the target"))
    parser.add_argument("--force", action="store_true", help=_("write over a file"))
    parser.add_argument("--draft-language", choices=("en", "de"))
    parser.add_argument("--language", choices=("en", "de"), help=_("of the messages"))
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Write the target; return 0. Raises :class:`ReadError` for an unknown format or an existing target."""
    wanted = options.to or BY_SUFFIX.get(Path(options.target).suffix.lower())
    if wanted is None:
        raise ReadError(
            expected=_("A target that ends with ") + ", ".join(BY_SUFFIX),
            found=repr(options.target),
            advice=_("Add such an ending, or --to FORMAT."),
        )
    target = Path(options.target).absolute()
    if options.target != STDIN and target.exists() and not options.force:
        raise ReadError(
            expected=_("A target that does not exist yet"),
            found=repr(options.target),
            advice=_("Choose another name, or add --force."),
        )
    resolution = read(options.source, options.draft_language).resolution
    written = WRITERS[wanted](resolution)
    if options.target == STDIN:
        sys.stdout.flush()
        if isinstance(written, bytes):
            sys.stdout.buffer.write(written)
        else:
            print(written, end="")
    else:
        save(target, written)
    if said := not_carried(resolution, wanted, written):
        print(said, file=sys.stderr)
    return 0
