"""The frame around everything that is displayed: the language of the text, and the style sheet of pages."""

from __future__ import annotations

from functools import cache
from importlib.resources import files

from markupsafe import Markup

from resolutionkit.document.writing.html_inline import harmless
from resolutionkit.language import language as user_language

_SERIF = "max-width:46em;line-height:1.5;font-family:Georgia,'Times New Roman',serif"


@cache
def stylesheet() -> str:
    """Return the style sheet of pages and of the workbench; all of it hangs below the class ``rk-resolution``.

    Outputs of notebooks have none: there a few inline styles do, which JupyterLab keeps even where it does not trust.

    >>> ".rk-resolution" in stylesheet()
    True
    """
    return (files("resolutionkit.document.writing") / "resolution.css").read_text(encoding="utf-8").strip()


def wrapped(inside: str, *, language: str = "", labels: bool = True, css: str = "") -> str:
    """Return HTML with the language and direction of its text (ISO 639-1).

    >>> wrapped("", language="ar", css="rk-report")
    '<article class="rk-resolution rk-report" lang="ar" dir="rtl"><div></div></article>'
    """
    classes = " ".join(["rk-resolution", *([] if labels else ["rk-bare"]), *([css] if css else [])])
    look = Markup("") if "rk-report" in css else Markup(' style="{}"').format(_SERIF)
    spoken = Markup(' lang="{}"').format(harmless(language)) if language else Markup("")
    direction = Markup(' dir="rtl"' if language == "ar" else "")
    frame = Markup('<article class="{}"{}{}{}><div>{}</div></article>')
    return str(frame.format(classes, look, spoken, direction, Markup(inside)))


def reported(inside: str) -> str:
    """Return HTML of the kit's own words about a resolution: the same frame, in the user's language.

    >>> 'class="rk-resolution rk-bare rk-report"' in reported("")
    True
    """
    return wrapped(inside, language=user_language(), labels=False, css="rk-report")
