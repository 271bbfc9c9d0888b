"""The HTML of widgets: ``templates/`` holds a file for each, and in it a macro for each place on the page."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

from markupsafe import Markup

from resolutionkit.document.writing.html_inline import harmless, templates
from resolutionkit.language import _


def html(widget: str, place: str, *values: object) -> str:
    """Return what stands in one place of a widget; whatever is put in is escaped."""
    return str(getattr(_macros(widget), place)(*values))


@cache
def _macros(widget: str) -> Any:
    environment = templates(Path(__file__).with_name("templates"))
    environment.globals["_"] = _
    environment.filters["lines"] = lambda words: harmless(words).replace("\n", Markup("<br>"))
    return environment.get_template(f"{widget}.html").module
