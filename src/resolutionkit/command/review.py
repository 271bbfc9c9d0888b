"""``resolutionkit review``: findings as compilers print them, and which rules a class breaks most."""

from __future__ import annotations

import argparse
import sys
from collections import Counter

from resolutionkit.command.drafts_given import Source, files_below, read
from resolutionkit.command.report import FORMATS, Located, class_summary, file_table
from resolutionkit.document.reading.source_map import SourceMap
from resolutionkit.drafting.review import review
from resolutionkit.errors import KitError, location_in
from resolutionkit.language import _


def run(options: argparse.Namespace) -> int:
    """Review the drafts; return 0, 1 (errors found) or 2 (something could not be read)."""
    found: list[Located] = []
    counts: dict[str, Counter[str]] = {}
    unreadable = 0
    for path in files_below(options.drafts):
        try:
            source = read(path, options.draft_language)
            located = [f for f in locate(source) if f.finding.severity == "error" or not options.errors_only]
        except (KitError, OSError) as fault:
            print(f"{path}: {fault}", file=sys.stderr)
            unreadable += 1
            continue
        counts[source.name] = Counter(f.finding.severity for f in located)
        found += located
    if options.table or options.summary:
        tables = [file_table(counts)] if options.table else []
        tables += [class_summary(found, len(counts))] if options.summary else []
        print("\n\n".join(tables))
    else:
        FORMATS[options.format](found, short=options.short)
    if not counts and not unreadable:
        print(_("There was no draft to read."), file=sys.stderr)
        return 2
    return 2 if unreadable else int(any(f.finding.severity == "error" for f in found))


def locate(source: Source) -> list[Located]:
    """Return the findings of a draft with line and column where the file is a text."""
    findings = review(source.resolution, source=source.text or "")
    if not source.text or not findings:
        return [Located(source.name, None, None, finding) for finding in findings]
    places = SourceMap(source.text, source.resolution)
    located = []
    for finding in findings:
        span = places.span(finding.label, finding.span) or (0, 0)
        place = location_in(source.text, span[0])
        located.append(Located(source.name, place.line, place.column, finding))
    return located
