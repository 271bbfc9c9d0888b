"""The templates of this room."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from jinja2 import Environment, FileSystemLoader

from resolutionkit.document.writing.html_inline import templates


def filled(template: str, **values: object) -> str:
    """Return a template of this room, for example "review/card.html", with its fields filled in; every value is escaped."""
    return _own_templates().get_template(template).render(**values)


@cache
def _own_templates() -> Environment:
    return templates().overlay(loader=FileSystemLoader(Path(__file__).parent))
