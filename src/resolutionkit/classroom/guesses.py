"""Guesses that learners make before they see a number or a picture: kept, shown beside the result, summed up."""

import contextlib
import re
from dataclasses import dataclass

from resolutionkit.classroom import record
from resolutionkit.classroom.outcome import Templated
from resolutionkit.language import _, ngettext, number

Answer = int | float | str
FILE = "my-work/guesses.json"


@dataclass(frozen=True, slots=True, repr=False)
class Guess(Templated):
    """A question, what was guessed (None: nothing yet) and, once it has been shown, what is right."""

    template = "guess"
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
            none = _("Answer: {right}. (You made no guess here. Next time guess first: it makes you look twice.)")
            return none.format(right=right)
        if _plain(self.guess) == _plain(self.right):
            return _("Answer: {right}, as you guessed.").format(right=right)
        said = _("Answer: {right}. You guessed {guess}").format(right=right, guess=_shown(self.guess))
        if not isinstance(self.guess, int | float) or not isinstance(self.right, int | float):
            return f"{said}."
        off = self.guess - self.right
        how_far = _("{n} too many") if off > 0 else _("{n} too few")
        return f"{said}: {how_far.format(n=_shown(abs(off)))}."


@dataclass(frozen=True, slots=True, repr=False)
class Guesses(Templated):
    """All guesses of a notebook, and how many of them were met."""

    template = "guesses"
    rows: tuple[Guess, ...]

    def __str__(self) -> str:
        made = [row for row in self.rows if row.guess is not None and row.right is not None]
        if not made:
            return _("No guess is kept yet.")
        met, n = sum(row.met for row in made), len(made)
        head = ngettext("{met} of {n} guess was right or close.", "{met} of {n} guesses were right or close.", n)
        return "\n".join([head.format(met=met), *(f"{row.question} {row}" for row in made)])


def keep(name: str, question: str, guess: Answer) -> Guess:
    """Keep a guess and return it; once the result has been shown, the first guess stays.

    A guess that looks like a number becomes one: "42", " 42 ", "4,5".
    """
    known = _kept().get(name)
    return known if known and known.right is not None else _keep(Guess(name, question, _read(guess)))


def reveal(name: str, right: Answer) -> Guess:
    """Show what is right beside what was guessed.

    >>> reveal("not-asked", 7).right
    7
    """
    if hasattr(right, "item"):  # a number of numpy or pandas
        right = right.item()
    known = _kept().get(name, Guess(name, ""))
    return _keep(Guess(name, known.question, known.guess, right))


def guesses(start: str = "") -> Guesses:
    """Return the guesses whose names begin with ``start``, in the order in which they were made ("01" for a notebook).

    >>> guesses("no such notebook").rows
    ()
    """
    return Guesses(tuple(guess for name, guess in _kept().items() if name.startswith(start)))


def _keep(made: Guess) -> Guess:
    record.keep(FILE, made.name, {"question": made.question, "guess": made.guess, "right": made.right})
    return made


def _kept() -> dict[str, Guess]:
    try:
        return {name: Guess(name, **row) for name, row in record.kept(FILE).items()}
    except TypeError:  # somebody has edited it
        return {}


def _read(guess: Answer) -> Answer:
    if not isinstance(guess, str):
        return guess
    plain = guess.strip()
    plain = re.sub(r"[.,]", "", plain) if re.fullmatch(r"\d{1,3}([.,]\d{3})+", plain) else plain.replace(",", ".")
    for kind in (int, float):
        with contextlib.suppress(ValueError):
            return kind(plain)
    return guess.strip()


def _plain(answer: Answer | None) -> str:
    return " ".join(str(answer).casefold().replace("(", " ").replace(")", " ").split())


def _shown(answer: Answer | None) -> str:
    if isinstance(answer, int) and not isinstance(answer, bool):
        return number(answer) if abs(answer) >= 10_000 else str(answer)  # 1996 is a year, more often than not
    return number(answer, 1) if isinstance(answer, float) else str(answer)
