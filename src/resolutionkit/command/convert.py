"""``resolutionkit convert``: between text, Markdown, AKN4UN, HTML and Word."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from resolutionkit.command.drafts_given import STDIN, read
from resolutionkit.document.writing.formats import WRITERS, not_carried
from resolutionkit.errors import ReadError
from resolutionkit.files import save
from resolutionkit.language import _

BY_SUFFIX = {".txt": "text", ".md": "md", ".xml": "akn", ".html": "html", ".htm": "html", ".docx": "docx"}


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
