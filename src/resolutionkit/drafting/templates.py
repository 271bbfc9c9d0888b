"""What this room shows as HTML."""

from collections.abc import Sequence
from pathlib import Path

from resolutionkit.document.model import Finding
from resolutionkit.document.writing.html_inline import reported, templates


def filled(template: str, **values: object) -> str:
    """Return a template of this room, for example "review/card.html", with its fields filled in; every value is escaped."""
    return templates(Path(__file__).parent).get_template(template).render(**values)


def findings_html(findings: Sequence[Finding]) -> str:
    """Return findings as a list: kind (in a word and a sign, never by colour alone), place, message, advice."""
    errors = sum(1 for f in findings if f.severity == "error")
    return reported(filled("review/findings.html", findings=findings, errors=errors, hints=len(findings) - errors))
