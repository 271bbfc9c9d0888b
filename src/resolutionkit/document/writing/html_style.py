"""The frame around everything that is displayed: the style sheet and the language of the text."""

from __future__ import annotations

from functools import cache
from importlib.resources import files

from resolutionkit.document.writing.html_inline import escape
from resolutionkit.language import language as user_language

_SERIF = "max-width:46em;line-height:1.5;font-family:Georgia,'Times New Roman',serif"
"""JupyterLab drops style sheets from notebooks that are not trusted yet; a few inline styles are what it leaves us."""


@cache
def stylesheet() -> str:
    """Return the style sheet; all of it hangs below the class ``rk-resolution``.

    >>> ".rk-resolution" in stylesheet()
    True
    """
    return (files("resolutionkit.document.writing") / "resolution.css").read_text(encoding="utf-8").strip()


def wrapped(inside: str, *, language: str = "", labels: bool = True, css: str = "") -> str:
    """Return HTML with the style sheet, and the language and direction of its text (ISO 639-1).

    >>> wrapped("", language="ar").endswith('lang="ar" dir="rtl"><div></div></article>')
    True
    """
    look = "" if "rk-report" in css else f' style="{_SERIF}"'
    classes = " ".join(["rk-resolution", *([] if labels else ["rk-bare"]), *([css] if css else [])])
    attributes = f' lang="{escape(language)}"' if language else ""
    if language == "ar":
        attributes += ' dir="rtl"'
    return f'<style>{stylesheet()}</style><article class="{classes}"{look}{attributes}><div>{inside}</div></article>'


def reported(inside: str) -> str:
    """Return HTML of the kit's own words about a resolution: the same frame, in the user's language.

    >>> 'class="rk-resolution rk-bare rk-report"' in reported("")
    True
    """
    return wrapped(inside, language=user_language(), labels=False, css="rk-report")
