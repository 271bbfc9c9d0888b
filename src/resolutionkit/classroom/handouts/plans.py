"""The plans of a lesson, ``data/plans``: one page of Markdown each, from which slides, worksheet and exit ticket are made too."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import NamedTuple

from markupsafe import Markup

from resolutionkit.errors import unknown
from resolutionkit.files import data_file
from resolutionkit.language import _
from resolutionkit.language import language as user_language

PLANS = ("A", "B", "C", "D")
SECTIONS = ("goals", "fits", "needed", "lesson", "discuss", "support", "worksheet", "ticket", "homework")
"""What each page consists of, in this order and under headings in its language."""
_STEP = re.compile(r"^### (\d+)–(\d+) · (.+)\n((?:(?!### ).*\n?)*)", re.MULTILINE)
_SLIDE = re.compile(r"^>[ ]?(.*)\n", re.MULTILINE)


class Step(NamedTuple):
    """A step of a lesson: from and to which minute, what it is called, what the projector shows, what the teacher reads.

    >>> plan("A", "en").steps[0].title
    'Which one paragraph?'
    """

    start: int
    end: int
    title: str
    slide: str
    notes: str


@dataclass(frozen=True, slots=True)
class Plan:
    """One plan: its page as Markdown, taken apart.

    >>> plan("A", "en").letter
    'A'
    """

    letter: str
    title: str
    text: str
    sections: Mapping[str, str]
    """What stands below each heading; names are those of ``SECTIONS``."""
    steps: tuple[Step, ...]


def plan(letter: str, language: str = "") -> Plan:
    """Return a plan, "A" to "D", in the user's language or in ``language``.

    Raises :class:`~resolutionkit.errors.UnknownName` for a letter that there is not.

    >>> plan("a", "en").title
    'Plan A: reading a resolution'
    """
    if letter.upper() not in PLANS:
        raise unknown(letter, PLANS, expected=_("A plan such as {near}"), advice=", ".join(PLANS))
    wanted = "de" if (language or user_language()) == "de" else "en"
    text = data_file(f"plans/{letter.lower()}.{wanted}.md").read_text(encoding="utf-8")
    head, *parts = re.split(r"^## .+\n", text, flags=re.MULTILINE)
    sections = dict(zip(SECTIONS, (part.strip() for part in parts), strict=True))
    steps = tuple(_step(*found) for found in _STEP.findall(sections["lesson"] + "\n"))
    return Plan(letter.upper(), head.partition("\n")[0].removeprefix("# "), text, sections, steps)


def _step(start: str, end: str, title: str, body: str) -> Step:
    slide = "\n".join(_SLIDE.findall(body))
    return Step(int(start), int(end), title, slide, _SLIDE.sub("", body).strip())


def slides(letter: str) -> str:
    """Return the slides of a plan as a page of its own: arrows turn them, T starts the clock of a step.

    >>> slides("A").count("<h2>") == len([step for step in plan("A").steps if step.slide])
    True
    """
    from jinja2 import Environment, PackageLoader

    chosen = plan(letter)
    loader = PackageLoader("resolutionkit.classroom.handouts", ".")
    page = Environment(loader=loader, autoescape=True).get_template("slides.html")
    steps = [(step, as_html(step.slide)) for step in chosen.steps if step.slide]
    words = {"clock": _("Start or stop the clock (T)")}
    goals = as_html(re.sub(r"^- `\w+` ", "- ", chosen.sections["goals"], flags=re.MULTILINE))
    return page.render(plan=chosen, steps=steps, goals=goals, language=user_language(), words=words) + "\n"


def page(letter: str) -> str:
    """Return the plan itself, to print: what the teacher holds in the hand. Worksheet and ticket are pages of their own.

    >>> "Exit ticket" in page("A")
    True
    """
    parts = zip(("title", *SECTIONS), re.split(r"(?=^## )", plan(letter).text, flags=re.MULTILINE), strict=True)
    text = "".join(part for name, part in parts if name not in ("worksheet", "ticket")).partition("\n")[2]
    shown = as_html(_SLIDE.sub("", re.sub(r"^- `\w+` ", "- ", text, flags=re.MULTILINE)))
    return f'<div class="plan">{shown}</div>'


def worksheet(letter: str) -> str:
    """Return the tasks of a plan with lines to write on.

    >>> "<hr" in worksheet("A")
    True
    """
    return _with_name(letter, "worksheet")


def ticket(letter: str) -> str:
    """Return the exit ticket of a plan twice, one below the other, to cut.

    >>> ticket("A").count('class="cut"')
    2
    """
    one = f'<div class="cut">{_with_name(letter, "ticket")}</div>'
    return one * 2


def _with_name(letter: str, section: str) -> str:
    chosen = plan(letter)
    name = _("Name:")
    title = chosen.title if section == "ticket" else ""
    return f'<div class="sheet"><p class="name"><b>{title}</b> <span>{name}</span></p>{as_html(chosen.sections[section])}</div>'


def as_html(text: str) -> Markup:
    """Return Markdown of ours as HTML; a line of three hyphens becomes a line to write on.

    >>> as_html("*Urges* all")
    Markup('<p><em>Urges</em> all</p>\\n')
    """
    from nbconvert.filters import markdown2html_mistune

    return Markup(markdown2html_mistune(text))
