"""What the kit found in a draft, and what a reader had to decide, in words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from resolutionkit.language import _, ngettext
from resolutionkit.language import language as user_language
from resolutionkit.model import Decision, Finding, Resolution
from resolutionkit.render.inline import escape, table_row
from resolutionkit.render.style import wrapped


def findings_html(findings: Sequence[Finding]) -> str:
    """Return findings as a list: kind (in a word and a sign, never by colour alone), place, message, advice.

    >>> shown = findings_html([Finding("UN103", "error", "PP1", (0, 1), "Ends with a full stop.", "Use a comma.")])
    >>> "Error" in shown, "Use a comma." in shown
    (True, True)
    """
    if not findings:
        said = _("Nothing to remark.")
        return _report(f'<p><span aria-hidden="true">✓ </span>{said}</p>')
    items = "".join(f'<li class="rk-{_kind(f)}" style="margin-bottom:.8em">{_finding(f)}</li>' for f in findings)
    return _report(f'<p>{_count(findings)}</p><ul role="list" style="list-style:none;padding:0">{items}</ul>')


def decisions_html(resolution: Resolution) -> str:
    """Return as a table what the reader had to decide because the source left it open.

    A row a decision: the paragraph, the line of the source (from 1), what was decided, the words.

    >>> decisions_html(Resolution()).count("<table")
    0
    >>> decisions_html(Resolution(decisions=(Decision("hyphen", 3, "PP1", "Men- | schen"),))).count("<tr>")
    2
    """
    decisions = list(_decisions(resolution))
    if not decisions:
        said = _("Nothing had to be decided: the source says everything.")
        return _report(f"<p>{said}</p>")
    heads = (
        _("Paragraph"),
        _("Line"),
        _("What was decided"),
        _("Words concerned"),
    )
    rows = "".join(table_row(_cells(decision, resolution.language)) for decision in decisions)
    caption = _("What the reader had to decide because the source left it open")
    return _report(
        f"<table><caption>{caption}</caption><thead>{table_row(heads, head=True)}</thead><tbody>{rows}</tbody></table>"
    )


def _report(inside: str) -> str:
    return wrapped(inside, language=user_language(), labels=False, css="rk-report")


def _kind(finding: Finding) -> str:
    return "error" if finding.severity == "error" else "hint"


def _finding(finding: Finding) -> str:
    sign, name = {
        "error": ("✗", _("Error")),
        "hint": ("☞", _("Hint")),
    }[_kind(finding)]
    place = f" · <bdi>{escape(finding.label)}</bdi>" if finding.label else ""
    advice = f"<br><bdi>{escape(finding.advice)}</bdi>" if finding.advice else ""
    return (
        f'<b><span aria-hidden="true">{sign} </span>{name}{place}</b> <small>{escape(finding.code)}</small><br>'
        f"<bdi>{escape(finding.message)}</bdi>{advice}"
    )


def _count(findings: Sequence[Finding]) -> str:
    errors = sum(1 for f in findings if _kind(f) == "error")
    hints = len(findings) - errors
    told = []
    if errors:
        told.append(ngettext("{n} error", "{n} errors", errors).format(n=errors))
    if hints:
        told.append(ngettext("{n} hint", "{n} hints", hints).format(n=hints))
    return ", ".join(told)


def _decisions(resolution: Resolution) -> Iterator[Decision]:
    yield from resolution.decisions
    for part in resolution.parts:
        yield from _decisions(part)


def _cells(decision: Decision, language: str) -> tuple[str, ...]:
    said = {
        "page-break": _("a paragraph that a page break had cut was joined again, at the sign |"),
        "hyphen": _("a hyphen at the end of a line, at the sign |: kept or taken out"),
        "footnote-mark": _("a plain digit was read as a footnote mark"),
        "footnote-without-mark": _("a footnote without a mark in the text was kept"),
        "lost-number": _("a paragraph without a number was read as operative"),
        "numbering": _("every paragraph had the number 1, as Markdown allows; they were counted"),
        "bullet": _("bullets were read as sub-paragraphs (a), (b), (c)"),
        "control-character": _("an invisible character was taken out"),
    }.get(decision.kind, escape(decision.kind))
    words = f'<span lang="{escape(language)}">{escape(decision.detail)}</span>' if decision.detail else ""
    return escape(decision.label) or "–", str(decision.line), said, words
