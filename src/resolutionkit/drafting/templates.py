"""The templates of this room."""

from __future__ import annotations

from pathlib import Path

from resolutionkit.document.writing.html_inline import templates

_HERE = Path(__file__).parent


def filled(template: str, **values: object) -> str:
    """Return a template of this room, for example "review/card.html", with its fields filled in; every value is escaped."""
    return templates(_HERE).get_template(template).render(**values)
