"""How findings are printed: for people, for programs, for GitHub, and as tables for a teacher."""

import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict

from resolutionkit.document.model import Finding
from resolutionkit.errors import Location
from resolutionkit.language import _, ngettext

Located = tuple[Location, Finding]
"""A finding and where its file has it; there are no line and column where a file has no lines."""


def as_text(found: Sequence[Located], *, short: bool = False) -> None:
    """Print findings as compilers do: file:line:column: severity code label: message.

    >>> finding = Finding("UN103", "error", "PP1", (0, 1), "Ends with a full stop.", "Use a comma.")
    >>> as_text([(Location("a.md", 3, 9), finding)])
    a.md:3:9: error UN103 PP1: Ends with a full stop.
        Use a comma.
    """
    for place, finding in found:
        where = ":".join(str(part) for part in (place.source, place.line, place.column) if part is not None)
        print(f"{where}: {finding.kind} {finding.code}{' ' * bool(finding.label)}{finding.label}: {finding.message}")
        if finding.advice and not short:
            print(f"    {finding.advice}")


def as_json(found: Sequence[Located], *, short: bool = False) -> None:
    """Print findings as a JSON list of objects with file, line, column, code, severity, label, span, message, advice."""
    rows = [{"file": at.source, "line": at.line, "column": at.column, **asdict(finding)} for at, finding in found]
    if short:
        for row in rows:
            del row["advice"]
    print(json.dumps(rows, ensure_ascii=False, indent=1))


def as_github(found: Sequence[Located], *, short: bool = False) -> None:
    """Print findings as the commands that GitHub shows beside the lines of a pull request."""
    for at, finding in found:
        kind = "error" if finding.severity == "error" else "notice"
        place = f"file={_property(at.source)}"
        place += f",line={at.line},col={at.column}" if at.line else ""
        said = finding.message if short or not finding.advice else f"{finding.message} {finding.advice}"
        title = _property(f"{finding.code} {finding.label}".strip())
        print(f"::{kind} {place},title={title}::{_escaped(said)}")


FORMATS: Mapping[str, Callable[..., None]] = {"text": as_text, "json": as_json, "github": as_github}


def _escaped(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _escaped(text).replace(":", "%3A").replace(",", "%2C")


def file_table(counts: Mapping[str, Mapping[str, int]]) -> str:
    """Return a table with a line a draft: errors, hints, name."""
    errors, hints, draft = _("errors"), _("hints"), _("draft")
    rows = [f"{errors}  {hints}  {draft}"]
    for name, count in counts.items():
        rows.append(f"{count.get('error', 0):>{len(errors)}}  {count.get('hint', 0):>{len(hints)}}  {name}")
    return "\n".join(rows)


def class_summary(found: Sequence[Located], drafts: int) -> str:
    """Return which rules were broken in how many drafts, the most frequent first, each with the first such message."""
    if not found:
        return ngettext("{n} draft, nothing to remark.", "{n} drafts, nothing to remark.", drafts)
    broken: dict[str, list[Located]] = {}
    for one in found:
        broken.setdefault(one[1].code, []).append(one)
    such_as = _("such as: ")
    rows = []
    for code, those in broken.items():
        files, first = len({place.source for place, _finding in those}), those[0][1]
        said = f"{files:>4}  {code}  {first.kind}, {len(those)}×, {such_as}{first.message}"
        rows.append((-files, -len(those), code, said))
    head = ngettext("Of {n} draft:", "Of {n} drafts:", drafts)
    return "\n".join([head, *(row[-1] for row in sorted(rows))])
