"""The kinds of questions: choose one or several, put in order, match (and label the parts)."""

from __future__ import annotations

from dataclasses import dataclass
from string import ascii_lowercase

from resolutionkit.classroom.misread import Misread
from resolutionkit.classroom.outcome import Line, Outcome
from resolutionkit.classroom.quiz.letters import letters_of, pairs_of
from resolutionkit.classroom.quiz.question import Option, Question, shuffled
from resolutionkit.language import _


@dataclass(frozen=True, kw_only=True, repr=False)
class Choose(Question):
    """Choose the right option, or with ``several`` all that are right."""

    several: bool = False

    def expects(self) -> str:
        if self.several:
            return _('one or several letters such as "a, c"')
        return _('a letter such as "a"')

    def example(self) -> str:
        return "a, c" if self.several else "a"

    def compare(self, answer: object) -> Outcome:
        chosen = dict.fromkeys(letters_of(answer, dict(self.rows())))
        if not self.several and len(chosen) > 1:
            raise Misread(_("Only one option is right; choose one."))
        lines = [self._line(o) for o in self.shown if self.letter(o) in chosen]
        found = sum(1 for line in lines if line.right)
        wanted = sum(1 for o in self.options if o.right)
        if found == wanted and len(lines) == wanted:
            rest = [self._line(o)._replace(right=None) for o in self.shown if not o.right]
            return Outcome(self.id, "right", "", lines=tuple(lines + rest))
        told = ""
        if self.several:
            told = _("Right ones found: {found} of {wanted}.").format(found=found, wanted=wanted)
        return Outcome(self.id, "not yet", told, lines=tuple(lines))

    def _line(self, option: Option) -> Line:
        return Line(option.right, self.letter(option), str(option.says), str(option.why), option.evidence)


@dataclass(frozen=True, kw_only=True, repr=False)
class Order(Question):
    """Put the options in the order that they have in the bank."""

    def expects(self) -> str:
        n = len(self.options)
        return _('all {n} letters in the right order, in the form "{example}"').format(n=n, example=self.example())

    def example(self) -> str:
        return ", ".join(self.letters)

    def compare(self, answer: object) -> Outcome:
        given = letters_of(answer, dict(self.rows()))
        twice = [letter for letter in dict.fromkeys(given) if given.count(letter) > 1]
        if twice:
            raise Misread(_("Named twice: {twice}.").format(twice=", ".join(twice)))
        by_letter = {self.letter(o): o for o in self.options}
        lines = []
        for place, (letter, right) in enumerate(zip(given, self.options, strict=False), 1):
            option = by_letter[letter]
            if option is not right:
                lines.append(Line(False, letter, str(option.says), str(option.hint)))
                told = _("The first one that is out of place is number {place}.").format(place=place)
                return Outcome(self.id, "not yet", told, lines=tuple(lines))
            lines.append(Line(True, letter, str(option.says), str(option.why), option.evidence))
        missing = len(self.options) - len(given)
        if missing:
            told = _("So far it is right; {missing} missing.").format(missing=missing)
            return Outcome(self.id, "not yet", told, lines=tuple(lines))
        return Outcome(self.id, "right", "", lines=tuple(lines))


@dataclass(frozen=True, kw_only=True, repr=False)
class Match(Question):
    """Find for each numbered thing the lettered one that belongs to it.

    With ``parts`` the things are the parts of one piece of text, in its order, and the letters are labels.
    """

    parts: bool = False

    @property
    def numbered(self) -> tuple[Option, ...]:
        """The things, in the order of their numbers: parts as the text has them, others shuffled."""
        return self.options if self.parts else self.shown

    @property
    def lettered(self) -> tuple[str, ...]:
        """What they are matched with, in the user's language; never in the order of the things."""
        partners = dict.fromkeys(o.to for o in self.numbered if o.to is not None)
        return tuple(str(partner) for partner in shuffled(tuple(partners), f"{self.id} letters"))

    @property
    def numbers(self) -> str:
        """The numbers of all things: "1234"."""
        return "".join(str(n + 1) for n in range(len(self.options)))

    @property
    def letters(self) -> str:
        return ascii_lowercase[: len(self.lettered)]

    def expects(self) -> str:
        return _('pairs of number and letter in the form "1a, 2b"')

    def example(self) -> str:
        return "1a, 2b, …"

    def compare(self, answer: object) -> Outcome:
        given = pairs_of(answer, self.numbers, self.letters)
        if not given:
            return Outcome(self.id, "not attempted", self.unanswered(answer))
        lines = []
        for number, letter in sorted(given.items()):
            option = self.numbered[int(number) - 1]
            partner = self.lettered[self.letters.index(letter)]
            fits = partner == str(option.to)
            why, evidence = (option.why, option.evidence) if fits else (option.hint, None)
            lines.append(Line(fits, f"{number}{letter}", f"{option.says} → {partner}", str(why), evidence))
        right, missing = sum(1 for line in lines if line.right), len(self.options) - len(given)
        if right == len(self.options):
            return Outcome(self.id, "right", "", lines=tuple(lines))
        told = _("Pairs that are right: {right} of {number}.").format(right=right, number=len(self.options))
        if missing:
            told += _(" Still open: {missing}.").format(missing=missing)
        return Outcome(self.id, "not yet", told, lines=tuple(lines))

    def whole(self) -> str:
        if not self.parts:
            return ""
        return " ".join(f"[{n}] {o.says}" for n, o in zip(self.numbers, self.numbered, strict=True))

    def rows(self) -> list[tuple[str, str]]:
        things = [(number, str(o.says)) for number, o in zip(self.numbers, self.numbered, strict=True)]
        return things + list(zip(self.letters, self.lettered, strict=True))
