"""The plans of a lesson, ``data/plans``: one page of Markdown each, from which slides, worksheet and exit ticket are made too."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import NamedTuple

from markupsafe import Markup

from resolutionkit.errors import unknown
from resolutionkit.files import data_folder
from resolutionkit.language import _, data_language

PLANS = ("A", "B", "C", "D")
SECTIONS = ("goals", "fits", "needed", "lesson", "discuss", "support", "worksheet", "ticket", "homework")
"""What each page consists of, in this order and under headings in its language."""
_STEP = re.compile(r"^### (\d+)–(\d+) · (.+)\n((?:(?!### ).*\n?)*)", re.MULTILINE)
_NAMES = re.compile(r"^- `\w+` ", re.MULTILINE)  # of the goals, by which tests know them
_SLIDE = re.compile(r"^>[ ]?(.*)\n", re.MULTILINE)


class Step(NamedTuple):
    """A step of a lesson: from and to which minute, what it is called, what the projector shows, what the teacher reads."""

    start: int
    end: int
    title: str
    slide: str
    notes: str


@dataclass(frozen=True, slots=True)
class Plan:
    """One plan: its page as Markdown, taken apart."""

    title: str
    text: str
    sections: Mapping[str, str]
    """What stands below each heading; names are those of ``SECTIONS``."""
    steps: tuple[Step, ...]

    @property
    def goals(self) -> str:
        """What stands below the first heading, without the names."""
        return _NAMES.sub("- ", self.sections["goals"])

    @property
    def in_the_hand(self) -> str:
        """What the teacher reads: the page without its title, slides, worksheet and ticket."""
        parts = zip(("title", *SECTIONS), re.split(r"(?=^## )", self.text, flags=re.MULTILINE), strict=True)
        text = "".join(part for name, part in parts if name not in ("worksheet", "ticket"))
        return _SLIDE.sub("", _NAMES.sub("- ", text.partition("\n")[2]))


def plan(letter: str, language: str = "") -> Plan:
    """Return a plan, "A" to "D", in the user's language or in ``language``; :class:`UnknownName` for any other letter."""
    if letter.upper() not in PLANS:
        raise unknown(letter, PLANS, expected=_("A plan such as {near}"), advice=", ".join(PLANS))
    text = (data_folder() / f"plans/{letter.lower()}.{data_language(language)}.md").read_text(encoding="utf-8")
    head, *parts = re.split(r"^## .+\n", text, flags=re.MULTILINE)
    sections = dict(zip(SECTIONS, (part.strip() for part in parts), strict=True))
    steps = tuple(
        Step(int(start), int(end), title, "\n".join(_SLIDE.findall(body)), _SLIDE.sub("", body).strip())
        for start, end, title, body in _STEP.findall(sections["lesson"] + "\n")
    )
    return Plan(head.partition("\n")[0].removeprefix("# "), text, sections, steps)


def as_html(text: str) -> Markup:
    """Return Markdown of ours as HTML; a line of three hyphens becomes a line to write on."""
    from nbconvert.filters import markdown2html_mistune

    return Markup(markdown2html_mistune(text))
