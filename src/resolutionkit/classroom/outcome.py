"""What a learner gets back: an outcome, a hint, a solution; each shows itself in a notebook."""

from __future__ import annotations

from dataclasses import dataclass
from html import escape
from typing import Literal

from resolutionkit.language import _, ngettext

Status = Literal["not attempted", "not yet", "right"]

_COLOUR = {"right": "success", "not yet": "warn", "not attempted": "info"}


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one answer. It is true in a condition when the answer is right.

    >>> print(Outcome("1.1", "right", "21 paragraphs give the reasons."))
    ✓ Right. 21 paragraphs give the reasons.
    """

    number: str
    """Of the exercise, such as "1.2"."""
    status: Status
    text: str = ""
    """What led here, and what to do next."""
    rubric: tuple[str, ...] = ()
    """What the learner judges for himself."""

    @property
    def right(self) -> bool:
        """Whether the answer is right."""
        return self.status == "right"

    def __bool__(self) -> bool:
        return self.right

    def __str__(self) -> str:
        return "\n".join([f"{self._head()} {self.text}".strip(), *(f"  ☐ {line}" for line in self._judge())])

    __repr__ = __str__

    def _head(self) -> str:
        return {
            "right": _("✓ Right."),
            "not yet": _("… Not yet."),
            "not attempted": _("○ Not attempted."),
        }[self.status]

    def _judge(self) -> tuple[str, ...]:
        if not self.rubric:
            return ()
        return (_("Now judge for yourself:"), *self.rubric)

    def _repr_html_(self) -> str:
        judge = self._judge()
        rows = "".join(f"<li>☐ {escape(line)}</li>" for line in judge[1:])
        list_ = f'<p>{escape(judge[0])}</p><ul style="list-style:none">{rows}</ul>' if judge else ""
        return boxed(f"<p><b>{self._head()}</b> {escape(self.text)}</p>{list_}", _COLOUR[self.status])


@dataclass(frozen=True, slots=True)
class Score:
    """Points for the gradebook: its plain form is a bare number, which nbgrader reads.

    >>> Score(2, 3)
    2
    """

    points: int
    of: int

    def __repr__(self) -> str:
        return str(self.points)

    def _repr_html_(self) -> str:
        said = ngettext("{points} of {n} point", "{points} of {n} points", self.of).format(
            points=self.points, n=self.of
        )
        return f'<span style="opacity:.75">{said}</span>'


@dataclass(frozen=True, slots=True)
class Hint:
    """One step of help; the last step holds the code that solves the exercise.

    >>> print(Hint(1, 3, "Count the paragraphs."))
    Hint 1 of 3. Count the paragraphs.
    """

    step: int
    of: int
    text: str
    code: str = ""

    def __str__(self) -> str:
        head = _("Hint {step} of {of}.").format(step=self.step, of=self.of)
        return f"{head} {self.text}" + (f"\n\n{self.code}" if self.code else "")

    __repr__ = __str__

    def _repr_html_(self) -> str:
        head = _("Hint {step} of {of}.").format(step=self.step, of=self.of)
        return boxed(f"<p><b>{head}</b> {escape(self.text)}</p>{_code(self.code)}", "info")


@dataclass(frozen=True, slots=True)
class Solution:
    """The code that solves an exercise, and why it does."""

    number: str
    code: str
    because: str

    def __str__(self) -> str:
        head = _("Solution of {number}:").format(number=self.number)
        return f"{head}\n\n{self.code}\n\n{self.because}".rstrip()

    __repr__ = __str__

    def _repr_html_(self) -> str:
        head = _("Solution of {number}").format(number=self.number)
        return boxed(f"<p><b>{head}</b></p>{_code(self.code)}<p>{escape(self.because)}</p>", "info")


def boxed(inside: str, colour: str) -> str:
    """Return HTML with a quiet coloured edge in the colours of JupyterLab's theme; words say what the colour says."""
    return (
        f'<div style="max-width:46em;padding:.1em .8em;border-inline-start:4px solid var(--jp-{colour}-color1,#777);'
        f'line-height:1.5">{inside}</div>'
    )


def _code(code: str) -> str:
    """The typeface is named here: in pages that nbconvert makes, ``pre`` has that of the text around it."""
    style = "padding:.5em;overflow-x:auto;font-family:var(--jp-code-font-family,monospace)"
    return f'<pre style="{style}">{escape(code)}</pre>' if code else ""
