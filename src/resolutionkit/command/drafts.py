"""``resolutionkit review`` and ``convert``: what is done with drafts in files, in folders or from the standard input."""

import argparse
import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path

from resolutionkit.command.report import FORMATS, Located, class_summary, file_table
from resolutionkit.document.model import Resolution
from resolutionkit.document.reading.read_file import SUFFIXES, read_bytes, read_file
from resolutionkit.document.reading.source_map import SourceMap
from resolutionkit.document.writing.formats import WRITERS, not_carried
from resolutionkit.drafting.review import review
from resolutionkit.errors import KitError, Location, ReadError, location_in
from resolutionkit.files import LARGEST, save
from resolutionkit.language import _

STDIN = "-"
BY_SUFFIX = {".txt": "text", ".md": "md", ".xml": "akn", ".html": "html", ".htm": "html", ".docx": "docx"}


def review_drafts(options: argparse.Namespace) -> int:
    """Print what an editor would change; return 0, 1 (errors found) or 2 (something could not be read)."""
    found: list[Located] = []
    counts: dict[str, Counter[str]] = {}
    unreadable = 0
    for path in files_below(options.drafts):
        name = _("standard input") if path == STDIN else path
        try:
            all_found = locate(name, *read(path, options.draft_language))
        except (KitError, OSError) as fault:
            print(f"{path}: {fault}", file=sys.stderr)
            unreadable += 1
            continue
        wanted = [one for one in all_found if one[1].severity == "error" or not options.errors_only]
        counts[name] = Counter(finding.severity for _place, finding in wanted)
        found += wanted
    if options.table or options.summary:
        tables = [file_table(counts)] if options.table else []
        tables += [class_summary(found, len(counts))] if options.summary else []
        print("\n\n".join(tables))
    else:
        FORMATS[options.format](found, short=options.short)
    if not counts and not unreadable:
        print(_("There was no draft to read."), file=sys.stderr)
        return 2
    return 2 if unreadable else int(any(finding.severity == "error" for _place, finding in found))


def convert_draft(options: argparse.Namespace) -> None:
    """Write the target. Raises :class:`ReadError` for an unknown format or an existing target."""
    wanted = options.to or BY_SUFFIX.get(Path(options.target).suffix.lower())
    if wanted is None:
        found, advice = repr(options.target), _("Add such an ending, or --to FORMAT.")
        raise ReadError(expected=_("A target that ends with ") + ", ".join(BY_SUFFIX), found=found, advice=advice)
    target = Path(options.target).absolute()
    if options.target != STDIN and target.exists() and not options.force:
        said, advice = _("A target that does not exist yet"), _("Choose another name, or add --force.")
        raise ReadError(expected=said, found=repr(options.target), advice=advice)
    resolution, _text = read(options.source, options.draft_language)
    written = WRITERS[wanted](resolution)
    if options.target != STDIN:
        save(target, written)
    elif isinstance(written, bytes):
        sys.stdout.flush()
        sys.stdout.buffer.write(written)
    else:
        print(written, end="")
    if said := not_carried(resolution, wanted, written):
        print(said, file=sys.stderr)


def files_below(paths: Iterable[str]) -> Iterator[str]:
    """Yield the files that some paths name; folders give their texts, XML and Word files in order of name."""
    for path in paths:
        if path == STDIN or not Path(path).is_dir():
            yield path
        else:
            inside = (p for p in sorted(Path(path).rglob("*")) if not p.name.startswith((".", "~$")))
            yield from (str(p) for p in inside if p.suffix.lower() in SUFFIXES)


def read(path: str, language: str | None) -> tuple[Resolution, str]:
    """Read one file, or the standard input for "-"; ``language`` is that of a text, else it is found out.

    The text comes with it where there is one. Raises :class:`MissingFile` and :class:`ReadError`.
    """
    if path != STDIN:
        return read_file(path, language)
    content = sys.stdin.buffer.read(LARGEST + 1) if sys.stdin else b""
    if len(content) > LARGEST:
        said, advice = _("A text of at most 20 MB"), _("Give it the text of one resolution.")
        raise ReadError(expected=said, found=_("a longer one"), place=Location(_("standard input")), advice=advice)
    return read_bytes(content, _("standard input"), language)


def locate(name: str, resolution: Resolution, text: str) -> list[Located]:
    """Return the findings of a draft with line and column where the file is a text."""
    findings = review(resolution, source=text)
    if not text or not findings:
        return [(Location(name), finding) for finding in findings]
    places = SourceMap(text, resolution)
    starts = [(places.span(finding.label, finding.span) or (0, 0))[0] for finding in findings]
    return [(location_in(text, start, name), finding) for start, finding in zip(starts, findings, strict=True)]
