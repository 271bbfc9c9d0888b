"""What a learner gets back: an outcome, points, help; each shows itself in a notebook."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from textwrap import TextWrapper
from typing import Any, ClassVar, Literal, NamedTuple

from jinja2 import Environment, FileSystemLoader

from resolutionkit.language import _, ngettext

Status = Literal["not attempted", "not checked", "not yet", "complete", "right"]
"""``complete``: the form is there, and a person has to judge the rest. ``not checked``: there is no new answer."""


class Line(NamedTuple):
    """What is said of one option of a question: right (True), wrong (False) or rightly left alone (None)."""

    right: bool | None
    name: str
    """As the learner writes it: "b", or "2c" for a pair."""
    says: str
    why: str
    paragraph: str = ""
    quote: str = ""
    """Where a claim about the resolution stands, and the words that stand there; in English our English of them comes first."""

    @property
    def sign(self) -> str:
        """A sign, so that nothing depends on colour."""
        return {True: "✓", False: "✗", None: "·"}[self.right]

    def __str__(self) -> str:
        name = f"{self.name}) " if self.name else ""
        said = f"{self.sign} {name}{self.says} – {self.why}"
        where = _("{paragraph}: “{quote}”").format(paragraph=self.paragraph, quote=self.quote)
        return f"{said} ({where})" if self.quote else said


class Templated:
    """What shows itself in words, and in a notebook as one of ``templates/``, to which it is given by the template's name."""

    __slots__ = ()
    template: ClassVar[str]

    def __repr__(self) -> str:
        return str(self)

    def _repr_html_(self) -> str:
        return from_template(self.template, **{self.template: self})


class Rows(Templated):
    """Rows of a name and words; a notebook shows them as a table."""

    __slots__ = ()
    template = "rows"
    name_width: ClassVar[int]

    def cells(self) -> Sequence[tuple[str, str]]:
        """Return (name, words) of each row."""
        raise NotImplementedError

    def __str__(self) -> str:
        folded = TextWrapper(88, subsequent_indent=" " * (self.name_width + 1), break_on_hyphens=False)
        return "\n".join(folded.fill(f"{name:<{self.name_width}} {words}") for name, words in self.cells())


@dataclass(frozen=True, slots=True, repr=False)
class Outcome(Templated):
    """What became of one answer. It is true in a condition when the answer is right.

    >>> print(Outcome("right", "21 paragraphs give the reasons."))
    ✓ Right. 21 paragraphs give the reasons.
    """

    template = "outcome"
    status: Status
    text: str = ""
    """What led here, and what to do next."""
    rubric: tuple[str, ...] = ()
    """What a person judges."""
    lines: tuple[Line, ...] = ()
    """Of a question: a line for each option that the answer touches."""
    mine: str = ""
    """Of a text: what the learner wrote."""
    model: str = ""
    """Of a text: how we would write it."""
    number: str = ""
    """Of a text: the exercise whose solution shows it."""
    cause: str = ""
    """Of a wrong answer: the name of what led there, as :mod:`resolutionkit.classroom.class_view` tells it."""

    @property
    def right(self) -> bool:
        return self.status == "right"

    @property
    def done(self) -> bool:
        """Whether a program has nothing more to say: right, or complete for a person to judge."""
        return self.status in ("right", "complete")

    def __bool__(self) -> bool:
        return self.right

    @property
    def head(self) -> str:
        """The outcome in a word, with a sign."""
        return {
            "right": _("✓ Right."),
            "complete": _("☐ The form is complete."),
            "not yet": _("… Not yet."),
            "not checked": _("⚠ Not checked."),
            "not attempted": _("○ Not attempted."),
        }[self.status]

    def __str__(self) -> str:
        lines = [f"{self.head} {self.text}".strip(), *(f"  {line}" for line in self.lines)]
        if self.rubric:
            lines += ["  " + _("Now judge for yourself:"), *(f"  ☐ {line}" for line in self.rubric)]
        if self.model:
            lines.append("  " + _("A text of ours to compare with:") + f' rk.exercise("{self.number}").solution()')
        return "\n".join(lines)


@dataclass(frozen=True, slots=True)
class Score:
    """Points for the gradebook: its plain form is a bare number, which nbgrader reads."""

    points: int
    of: int

    def __repr__(self) -> str:
        return str(self.points)

    def _repr_html_(self) -> str:
        said = ngettext("{points} of {n} point", "{points} of {n} points", self.of)
        return f'<span style="opacity:.75">{said.format(points=self.points)}</span>'


@dataclass(frozen=True, slots=True, repr=False)
class Help(Templated):
    """A hint, or a solution and why it is one.

    >>> print(Help("Hint 1 of 4.", "Count the paragraphs."))
    Hint 1 of 4. Count the paragraphs.
    """

    template = "help"
    head: str
    text: str = ""
    code: str = ""
    because: str = ""
    step: int = 0
    """Of a hint: the last one but one has the solution with blanks, the last one the solution."""

    def __str__(self) -> str:
        return "\n\n".join(filter(None, (f"{self.head} {self.text}".strip(), self.code, self.because)))


_TEMPLATES = Environment(
    loader=FileSystemLoader(Path(__file__).with_name("templates")),
    autoescape=lambda name: str(name).endswith(".html"),
    trim_blocks=True,
    lstrip_blocks=True,
)


def from_template(name: str, **values: Any) -> str:
    """Return one of ``templates/`` with its values filled in; in a page of HTML they are escaped."""
    return _TEMPLATES.get_template(name if "." in name else f"{name}.html").render(_=_, **values)
