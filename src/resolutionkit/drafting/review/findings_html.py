"""What the kit found in a draft, as a list for a notebook."""

from __future__ import annotations

from collections.abc import Sequence

from resolutionkit.document.model import Finding
from resolutionkit.document.writing.html_inline import escape
from resolutionkit.document.writing.html_style import reported
from resolutionkit.language import _, ngettext


def findings_html(findings: Sequence[Finding]) -> str:
    """Return findings as a list: kind (in a word and a sign, never by colour alone), place, message, advice.

    >>> shown = findings_html([Finding("UN103", "error", "PP1", (0, 1), "Ends with a full stop.", "Use a comma.")])
    >>> "Error" in shown, "Use a comma." in shown
    (True, True)
    """
    if not findings:
        said = _("Nothing to remark.")
        return reported(f'<p><span aria-hidden="true">✓ </span>{said}</p>')
    items = "".join(f'<li class="rk-{_kind(f)}" style="margin-bottom:.8em">{_finding(f)}</li>' for f in findings)
    return reported(f'<p>{_count(findings)}</p><ul role="list" style="list-style:none;padding:0">{items}</ul>')


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
