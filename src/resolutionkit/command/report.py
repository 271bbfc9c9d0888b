"""How findings are printed: for people, for programs, for GitHub, and as tables for a teacher."""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict, dataclass

from resolutionkit.document.model import Finding
from resolutionkit.language import _, ngettext


@dataclass(frozen=True, slots=True)
class Located:
    """A finding and where its file has it; line and column count from 1, None where a file has no lines."""

    file: str
    line: int | None
    column: int | None
    finding: Finding


def as_text(found: Sequence[Located], *, short: bool = False) -> None:
    """Print findings as compilers do: file:line:column: severity code label: message.

    >>> as_text([Located("a.md", 3, 9, Finding("UN103", "error", "PP1", (0, 1), "Ends with a full stop.", "Use a comma."))])
    a.md:3:9: error UN103 PP1: Ends with a full stop.
        Use a comma.
    """
    for one in found:
        finding = one.finding
        place = ":".join(str(part) for part in (one.file, one.line, one.column) if part is not None)
        print(f"{place}: {finding.kind} {finding.code}{' ' * bool(finding.label)}{finding.label}: {finding.message}")
        if finding.advice and not short:
            print(f"    {finding.advice}")


def as_json(found: Sequence[Located], *, short: bool = False) -> None:
    """Print findings as a JSON list of objects with file, line, column, code, severity, label, span, message, advice."""
    rows = [{"file": f.file, "line": f.line, "column": f.column, **asdict(f.finding)} for f in found]
    if short:
        for row in rows:
            del row["advice"]
    print(json.dumps(rows, ensure_ascii=False, indent=1))


def as_github(found: Sequence[Located], *, short: bool = False) -> None:
    """Print findings as the commands that GitHub shows beside the lines of a pull request."""
    for one in found:
        finding = one.finding
        kind = "error" if finding.severity == "error" else "notice"
        place = f"file={_property(one.file)}"
        place += f",line={one.line},col={one.column}" if one.line else ""
        said = finding.message if short or not finding.advice else f"{finding.message} {finding.advice}"
        title = _property(f"{finding.code} {finding.label}".strip())
        print(f"::{kind} {place},title={title}::{_escaped(said)}")


FORMATS: Mapping[str, Callable[..., None]] = {"text": as_text, "json": as_json, "github": as_github}


def file_table(counts: Mapping[str, Mapping[str, int]]) -> str:
    """Return a table with a line a draft: errors, hints, name."""
    heads = (_("errors"), _("hints"), _("draft"))
    rows = [f"{heads[0]}  {heads[1]}  {heads[2]}"]
    for name, count in counts.items():
        errors, hints = count.get("error", 0), count.get("hint", 0)
        rows.append(f"{errors:>{len(heads[0])}}  {hints:>{len(heads[1])}}  {name}")
    return "\n".join(rows)


def class_summary(found: Sequence[Located], drafts: int) -> str:
    """Return which rules were broken in how many drafts, the most frequent first, each with the first such message."""
    if not found:
        return _("{drafts} drafts, nothing to remark.").format(drafts=drafts)
    files: defaultdict[str, set[str]] = defaultdict(set)
    times: Counter[str] = Counter()
    first: dict[str, Finding] = {}
    for one in found:
        files[one.finding.code].add(one.file)
        times[one.finding.code] += 1
        first.setdefault(one.finding.code, one.finding)
    rows = [ngettext("Of {n} draft:", "Of {n} drafts:", drafts).format(n=drafts)]
    for code in sorted(files, key=lambda code: (-len(files[code]), -times[code], code)):
        such_as = _("such as: ")
        rows.append(
            f"{len(files[code]):>4}  {code}  {first[code].kind}, {times[code]}×, {such_as}{first[code].message}"
        )
    return "\n".join(rows)


def _escaped(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _escaped(text).replace(":", "%3A").replace(",", "%2C")
