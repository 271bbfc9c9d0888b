"""What the kit found in a draft, as a list for a notebook."""

from __future__ import annotations

from collections.abc import Sequence

from resolutionkit.document.model import Finding
from resolutionkit.document.writing.html_inline import reported
from resolutionkit.drafting.templates import filled
from resolutionkit.language import _, ngettext


def findings_html(findings: Sequence[Finding]) -> str:
    """Return findings as a list: kind (in a word and a sign, never by colour alone), place, message, advice."""
    errors = sum(1 for f in findings if f.severity == "error")
    hints = len(findings) - errors
    told = [ngettext("{n} error", "{n} errors", errors).format(n=errors)] if errors else []
    told += [ngettext("{n} hint", "{n} hints", hints).format(n=hints)] if hints else []
    kinds = {"error": ("✗", _("Error")), "hint": ("☞", _("Hint"))}
    count, nothing = ", ".join(told), _("Nothing to remark.")
    return reported(filled("review/findings.html", findings=findings, count=count, kinds=kinds, nothing=nothing))
