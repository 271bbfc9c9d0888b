"""A whole page for handouts: needs no network, prints to A4."""

from __future__ import annotations

from markupsafe import Markup

from resolutionkit.document.model import Resolution
from resolutionkit.document.writing.html_inline import templates
from resolutionkit.document.writing.html_style import stylesheet
from resolutionkit.document.writing.write_html import Glosses, resolution_html
from resolutionkit.language import _

_STYLE = (
    ":root{color-scheme:light dark}body{background:Canvas;color:CanvasText;margin:0 auto;padding:1.5em;max-width:52em;font-size:.94rem}"
    "@page{size:A4;margin:20mm 18mm}@media print{:root{color-scheme:light}body{max-width:none;padding:0;font-size:9.2pt}}"
)


def page_html(resolution: Resolution, *, labels: bool = True, glosses: Glosses | None = None) -> str:
    """Return a whole HTML page that shows a resolution, follows the reader's light or dark theme and prints to A4.

    ``labels`` and ``glosses`` are those of :func:`resolution_html`.

    >>> page_html(Resolution(title="Test")).startswith("<!DOCTYPE html>")
    True
    """
    name = ": ".join(name for name in (resolution.symbol, resolution.title) if name) or _("Draft resolution")
    shown = resolution_html(resolution, labels=labels, glosses=glosses, level=1)
    return whole_page(name, shown, language=resolution.language, style=stylesheet())


def whole_page(name: str, inside: str, *, language: str = "", style: str = "") -> str:
    """Return a page with a name for the window and HTML for its content; ``style`` is CSS of its own.

    >>> "<title>A &amp; B</title>" in whole_page("A & B", "<p>Text</p>", language="en")
    True
    """
    page = templates().get_template("page.html")
    return page.render(name=name, inside=Markup(inside), language=language, style=Markup(_STYLE + style)) + "\n"
