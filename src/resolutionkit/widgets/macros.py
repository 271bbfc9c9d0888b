"""The HTML of widgets: ``templates/`` holds a file for each, and in it a macro for each place on the page."""

from __future__ import annotations

from functools import cache
from typing import Any

from jinja2 import Environment, PackageLoader
from markupsafe import Markup

from resolutionkit.document.writing.html_inline import harmless
from resolutionkit.language import _


def html(widget: str, place: str, *values: object) -> str:
    """Return what stands in one place of a widget; whatever is put in is escaped."""
    return str(getattr(_macros(widget), place)(*values))


@cache
def _macros(widget: str) -> Any:
    environment = Environment(
        loader=PackageLoader("resolutionkit.widgets"),
        autoescape=True,
        finalize=lambda value: harmless(value) if isinstance(value, str) else value,
    )
    environment.globals["_"] = _
    environment.filters["lines"] = lambda words: harmless(words).replace("\n", Markup("<br>"))
    return environment.get_template(f"{widget}.html").module
