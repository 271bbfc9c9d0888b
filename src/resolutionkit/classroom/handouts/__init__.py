"""Handouts for a class: pages of HTML that need no network and print to A4, in black and white too.

>>> from resolutionkit.classroom.handouts import handout
>>> "<h1>Role cards</h1>" in handout("roles")
True
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from importlib.resources import files

from resolutionkit.classroom.handouts.role_cards import draft, role_cards
from resolutionkit.classroom.handouts.sheets import checklist, glosses, phrases
from resolutionkit.document.bundled import load
from resolutionkit.document.writing.html_page import page_html, whole_page
from resolutionkit.errors import unknown
from resolutionkit.language import _, language

__all__ = ["HANDOUTS", "handout"]


def _page(title: str, inside: str) -> str:
    style = (files("resolutionkit.classroom.handouts") / "handouts.css").read_text(encoding="utf-8").replace("\n", "")
    return whole_page(title, f"<h1>{title}</h1>{inside}", language=language(), style=style)


HANDOUTS: Mapping[str, Callable[[], str]] = {
    "resolution": lambda: page_html(load()),
    "glosses": lambda: _page(_("75/10 in plain English"), glosses()),
    "phrases": lambda: _page(_("Phrase sheet"), phrases()),
    "checklist": lambda: _page(_("Before you table a draft"), checklist()),
    "draft": lambda: _page(_("A draft to negotiate"), draft()),
    "roles": lambda: _page(_("Role cards"), role_cards()),
}
"""Name -> what makes the page, in the user's language."""


def handout(name: str) -> str:
    """Return one handout as a whole HTML page.

    Raises :class:`~resolutionkit.errors.UnknownName` for a name that there is not.

    >>> handout("glosses").startswith("<!DOCTYPE html>")
    True
    """
    if name not in HANDOUTS:
        advice = _("These there are: {names}.").format(names=", ".join(HANDOUTS))
        raise unknown(name, HANDOUTS, expected=_("A handout such as {near}"), advice=advice)
    return HANDOUTS[name]()
