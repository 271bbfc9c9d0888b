"""Handouts for a class: pages of HTML that need no network and print to A4, in black and white too.

>>> from resolutionkit.classroom.handouts import handout
>>> "<h1>Role cards</h1>" in handout("roles")
True
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from importlib.resources import files

from resolutionkit.classroom.handouts import plans
from resolutionkit.classroom.handouts.form_sheets import form_key, form_sheet
from resolutionkit.classroom.handouts.plans import PLANS
from resolutionkit.classroom.handouts.resolution_sheets import whole_text
from resolutionkit.classroom.handouts.role_cards import draft, role_cards
from resolutionkit.classroom.handouts.sheets import checklist, glosses, phrases
from resolutionkit.classroom.twin_forms import FORMS
from resolutionkit.document.writing.write_html import whole_page
from resolutionkit.errors import unknown
from resolutionkit.language import _, language

__all__ = ["HANDOUTS", "OF_A_PLAN", "PLANS", "handout"]


def _page(title: str, inside: str) -> str:
    style = (files("resolutionkit.classroom.handouts") / "handouts.css").read_text(encoding="utf-8").replace("\n", "")
    foot = _("On A/RES/75/10 · resolutionkit, no document of the United Nations")
    style += f'@page{{@bottom-left{{content:"{foot}"}}@bottom-right{{content:"{title} · " counter(page) " / " counter(pages)}}}}'
    return whole_page(title, f"<h1>{title}</h1>{inside}", language=language(), style=style)


HANDOUTS: Mapping[str, Callable[[], str]] = {
    "resolution": whole_text,
    "glosses": lambda: _page(_("75/10 in plain English"), glosses()),
    "phrases": lambda: _page(_("Phrase sheet"), phrases()),
    "checklist": lambda: _page(_("Before you table a draft"), checklist()),
    "draft": lambda: _page(_("A draft to negotiate"), draft()),
    "roles": lambda: _page(_("Role cards"), role_cards()),
    "test": lambda: handout("test"),
    "key": lambda: _page(_("Key to the test before and after"), "".join(map(form_key, FORMS))),
}
"""Name -> what makes the page, in the user's language."""

OF_A_PLAN: Mapping[str, Callable[[str], str]] = {
    "plan": lambda letter: _page(plans.plan(letter).title, plans.page(letter)),
    "slides": plans.slides,
    "worksheet": lambda letter: _page(_("Worksheet {plan}").format(plan=letter), plans.worksheet(letter)),
    "ticket": lambda letter: _page(_("Exit ticket {plan}").format(plan=letter), plans.ticket(letter)),
}
"""Name -> what makes the page of one plan."""


def handout(name: str, plan: str = "", *, cut: bool = False, form: str = "") -> str:
    """Return one handout as a whole HTML page.

    ``plan`` is the letter for those that each plan has (A unless given) and for the test (all items unless given);
    ``cut`` puts one role card on each page, ``form`` takes one form of the test, "A" or "B".

    Raises :class:`~resolutionkit.errors.UnknownName` for a name that there is not.

    >>> handout("glosses").startswith("<!DOCTYPE html>")
    True
    """
    if name in OF_A_PLAN:
        return OF_A_PLAN[name](plan or "A")
    if name not in HANDOUTS:
        known = [*HANDOUTS, *OF_A_PLAN]
        advice = _("These there are: {names}.").format(names=", ".join(known))
        raise unknown(name, known, expected=_("A handout such as {near}"), advice=advice)
    if name == "test":
        return _page(_("What do you know?"), "".join(form_sheet(each, plan) for each in form or FORMS))
    page = HANDOUTS[name]()
    return page.replace("<main>", '<main class="single">') if cut and name == "roles" else page
