"""Handouts for a class: pages of HTML that need no network and print to A4, in black and white too.

>>> from resolutionkit.classroom.handouts import handout
>>> "<h1>Role cards</h1>" in handout("roles")
True
"""

from __future__ import annotations

from collections.abc import Mapping
from importlib.resources import files

from resolutionkit.classroom.handouts import plans, sheets
from resolutionkit.classroom.handouts.plans import PLANS
from resolutionkit.classroom.outcome import html
from resolutionkit.document.bundled import load
from resolutionkit.document.writing.html_inline import stylesheet
from resolutionkit.document.writing.write_html import whole_page
from resolutionkit.errors import unknown
from resolutionkit.files import read_toml
from resolutionkit.language import Text, _, language

__all__ = ["HANDOUTS", "OF_A_PLAN", "PLANS", "handout"]

HANDOUTS: Mapping[str, Text] = {name: Text(**title) for name, title in read_toml("handouts.toml").items()}
"""Name -> title."""
OF_A_PLAN = ("plan", "slides", "worksheet", "ticket")
"""Those that each plan has."""


def handout(name: str, plan: str = "", *, cut: bool = False, form: str = "") -> str:
    """Return one handout as a whole HTML page.

    ``plan`` is the letter for those that each plan has (A unless given) and for the test (all items unless given);
    ``cut`` puts one role card on each page, ``form`` takes one form of the test, "A" or "B".

    Raises :class:`~resolutionkit.errors.UnknownName` for a name that there is not.

    >>> handout("glosses").startswith("<!DOCTYPE html>")
    True
    """
    if name in OF_A_PLAN:
        title, inside = plans.page(name, plan or "A")
        return inside if name == "slides" else _page(title, inside)
    if name not in HANDOUTS:
        known = [*HANDOUTS, *OF_A_PLAN]
        advice = _("These there are: {names}.").format(names=", ".join(known))
        raise unknown(name, known, expected=_("A handout such as {near}"), advice=advice)
    inside = html(f"sheets/{name}", **sheets.values(name, plan, form))
    if name == "resolution":
        text = load()
        style = stylesheet() + _css("resolution_sheets")
        return whole_page(f"{text.symbol}: {text.title}", inside, language=text.language, style=style)
    page = _page(str(HANDOUTS[name]), inside)
    return page.replace("<main>", '<main class="single">') if cut and name == "roles" else page


def _page(title: str, inside: str) -> str:
    style = _css("handouts")
    foot = _("On A/RES/75/10 · resolutionkit, no document of the United Nations")
    style += f'@page{{@bottom-left{{content:"{foot}"}}@bottom-right{{content:"{title} · " counter(page) " / " counter(pages)}}}}'
    return whole_page(title, f"<h1>{title}</h1>{inside}", language=language(), style=style)


def _css(name: str) -> str:
    return (files("resolutionkit.classroom.handouts") / f"{name}.css").read_text(encoding="utf-8").replace("\n", "")
