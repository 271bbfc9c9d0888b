"""What the kit found in a draft, as a list for a notebook; and the templates of this room."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from resolutionkit.document.model import Finding
from resolutionkit.document.writing.html_inline import escape
from resolutionkit.document.writing.html_style import reported
from resolutionkit.language import _, ngettext

if TYPE_CHECKING:
    import jinja2


def filled(template: str, **values: object) -> str:
    """Return a template of this folder with its fields filled in; every value is escaped."""
    return _templates().get_template(template).render(**values)


@cache
def _templates() -> jinja2.Environment:
    import jinja2  # only needed where something is shown

    folder = jinja2.FileSystemLoader(Path(__file__).parent)
    return jinja2.Environment(loader=folder, autoescape=False, finalize=lambda value: escape(str(value)))


def findings_html(findings: Sequence[Finding]) -> str:
    """Return findings as a list: kind (in a word and a sign, never by colour alone), place, message, advice."""
    errors = sum(1 for f in findings if f.severity == "error")
    hints = len(findings) - errors
    told = [ngettext("{n} error", "{n} errors", errors).format(n=errors)] if errors else []
    told += [ngettext("{n} hint", "{n} hints", hints).format(n=hints)] if hints else []
    kinds = {"error": ("✗", _("Error")), "hint": ("☞", _("Hint"))}
    count, nothing = ", ".join(told), _("Nothing to remark.")
    return reported(filled("findings.html", findings=findings, count=count, kinds=kinds, nothing=nothing))
