"""Guesses that learners make before they see a number or a picture: kept, shown beside the result, summed up."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from html import escape

from resolutionkit.classroom.kept import keep as keep_in
from resolutionkit.classroom.kept import kept
from resolutionkit.language import _, ngettext, number

Answer = int | float | str
FILE = "my-work/guesses.json"


@dataclass(frozen=True, slots=True)
class Guess:
    """A question, what was guessed (None: nothing yet) and, once it has been shown, what is right.

    >>> print(Guess("01-labels", "How many paragraphs?", 30, 42))
    Answer: 42. You guessed 30: 12 too few.
    """

    name: str
    question: str
    guess: Answer | None = None
    right: Answer | None = None

    @property
    def met(self) -> bool:
        """True where the guess was right, or within a tenth of a number."""
        if isinstance(self.guess, int | float) and isinstance(self.right, int | float):
            return abs(self.guess - self.right) <= abs(self.right) / 10
        return self.guess is not None and _plain(self.guess) == _plain(self.right)

    def __str__(self) -> str:
        right = _shown(self.right)
        if self.guess is None:
            return _(
                "Answer: {right}. (You made no guess here. Next time guess first: it makes you look twice.)"
            ).format(right=right)
        if _plain(self.guess) == _plain(self.right):
            return _("Answer: {right}, as you guessed.").format(right=right)
        said = _("Answer: {right}. You guessed {guess}").format(right=right, guess=_shown(self.guess))
        if not isinstance(self.guess, int | float) or not isinstance(self.right, int | float):
            return f"{said}."
        off = self.guess - self.right
        how_far = _("{n} too many") if off > 0 else _("{n} too few")
        return f"{said}: {how_far.format(n=_shown(abs(off)))}."

    __repr__ = __str__

    def _repr_html_(self) -> str:
        sign = "✓" if self.met else "·"
        return f'<p><span aria-hidden="true">{sign} </span>{escape(str(self))}</p>'


@dataclass(frozen=True, slots=True)
class Guesses:
    """All guesses of a notebook, and how many of them were met."""

    rows: tuple[Guess, ...]

    def __str__(self) -> str:
        made = [row for row in self.rows if row.guess is not None and row.right is not None]
        if not made:
            return _("No guess is kept yet.")
        met = sum(row.met for row in made)
        head = ngettext(
            "{met} of {n} guess was right or close.", "{met} of {n} guesses were right or close.", len(made)
        )
        return "\n".join([head.format(met=met, n=len(made)), *(f"{row.question} {row}" for row in made)])

    __repr__ = __str__

    def _repr_html_(self) -> str:
        first, *rest = str(self).split("\n")
        items = "".join(f"<li>{escape(line)}</li>" for line in rest)
        return f"<p><b>{escape(first)}</b></p><ul>{items}</ul>"


def keep(name: str, question: str, guess: Answer) -> Guess:
    """Keep a guess and return it; once the result has been shown, the first guess stays.

    A guess that looks like a number becomes one: "42", " 42 ", "4,5".
    """
    return _change(
        name, lambda known: known if known.right is not None else Guess(name, question, _read(guess)), question
    )


def reveal(name: str, right: Answer) -> Guess:
    """Show what is right beside what was guessed.

    >>> reveal("not-asked", 7).right
    7
    """
    if hasattr(right, "item"):  # a number of numpy or pandas
        right = right.item()
    return _change(name, lambda known: Guess(name, known.question, known.guess, right), "")


def guesses(start: str = "") -> Guesses:
    """Return the guesses whose names begin with ``start``, in the order in which they were made ("01" for a notebook).

    >>> guesses("no such notebook").rows
    ()
    """
    return Guesses(tuple(guess for name, guess in _kept().items() if name.startswith(start)))


def _change(name: str, change: Callable[[Guess], Guess], question: str) -> Guess:
    made = change(_kept().get(name, Guess(name, question)))
    keep_in(FILE, name, {"question": made.question, "guess": made.guess, "right": made.right})
    return made


def _kept() -> dict[str, Guess]:
    try:
        return {name: Guess(name, row["question"], row["guess"], row["right"]) for name, row in kept(FILE).items()}
    except (KeyError, TypeError):  # somebody has edited it
        return {}


def _read(guess: Answer) -> Answer:
    if not isinstance(guess, str):
        return guess
    plain = guess.strip()
    plain = re.sub(r"[.,]", "", plain) if re.fullmatch(r"\d{1,3}([.,]\d{3})+", plain) else plain.replace(",", ".")
    try:
        return int(plain)
    except ValueError:
        try:
            return float(plain)
        except ValueError:
            return guess.strip()


def _plain(answer: Answer | None) -> str:
    return " ".join(str(answer).casefold().replace("(", " ").replace(")", " ").split())


def _shown(answer: Answer | None) -> str:
    if isinstance(answer, int) and not isinstance(answer, bool):
        return number(answer) if abs(answer) >= 10_000 else str(answer)  # 1996 is a year, more often than not
    return number(answer, 1) if isinstance(answer, float) else str(answer)
