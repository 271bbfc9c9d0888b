"""``resolutionkit convert``: between text, Markdown, AKN4UN, HTML and Word."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import Any

from resolutionkit.command.sources import STDIN, read
from resolutionkit.drafts.formats import WRITERS
from resolutionkit.errors import ReadError
from resolutionkit.files import save
from resolutionkit.language import say

BY_SUFFIX = {".txt": "text", ".md": "md", ".xml": "akn", ".html": "html", ".htm": "html", ".docx": "docx"}


def describe(commands: Any) -> None:
    """Tell the parser of the command line what this command takes."""
    parser = commands.add_parser(
        "convert",
        help=say(en="write a resolution in another format", de="eine Resolution in einem anderen Format schreiben"),
        description=say(
            en="Reads .txt, .md, .xml (AKN4UN) or .docx and writes the format that the name of the target says; "
            "- stands for the standard input and output. The old content of a target is kept as .bak.",
            de="Liest .txt, .md, .xml (AKN4UN) oder .docx und schreibt das Format, das der Name des Ziels nennt; "
            "- steht für Standardeingabe und -ausgabe. Der alte Inhalt eines Ziels bleibt als .bak erhalten.",
        ),
    )
    parser.add_argument("source", metavar=say(en="source", de="Quelle"))
    parser.add_argument("target", metavar=say(en="target", de="Ziel"))
    parser.add_argument("--to", choices=sorted(WRITERS), help=say(en="format of the target", de="Format des Ziels"))
    parser.add_argument("--force", action="store_true", help=say(en="write over a file", de="eine Datei überschreiben"))
    parser.add_argument("--draft-language", choices=("en", "de"))
    parser.add_argument("--language", choices=("en", "de"), help=say(en="of the messages", de="der Meldungen"))
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Write the target; return 0. Raises :class:`ReadError` for an unknown format or an existing target."""
    wanted = options.to or BY_SUFFIX.get(Path(options.target).suffix.lower())
    if wanted is None:
        raise ReadError(
            expected=say(en="A target that ends with ", de="Ein Ziel mit der Endung ") + ", ".join(BY_SUFFIX),
            found=repr(options.target),
            advice=say(en="Add such an ending, or --to FORMAT.", de="Hängen Sie eine solche Endung an, oder geben Sie --to FORMAT an."),
        )
    target = Path(options.target).absolute()
    if options.target != STDIN and target.exists() and not options.force:
        raise ReadError(
            expected=say(en="A target that does not exist yet", de="Ein Ziel, das es noch nicht gibt"),
            found=repr(options.target),
            advice=say(en="Choose another name, or add --force.", de="Wählen Sie einen anderen Namen, oder ergänzen Sie --force."),
        )
    written = WRITERS[wanted](read(options.source, options.draft_language).resolution)
    if options.target == STDIN:
        sys.stdout.flush()
        if isinstance(written, bytes):
            sys.stdout.buffer.write(written)
        else:
            print(written, end="")
    else:
        save(target, written)
    return 0
