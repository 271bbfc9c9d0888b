"""Drafting as a puzzle: the paragraphs of a resolution in the wrong order, and then with gaps where the openers were."""

import random
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from string import ascii_lowercase

from resolutionkit.classroom.outcome import Rows
from resolutionkit.document.model import Paragraph, Resolution, only_resolutions
from resolutionkit.errors import ReadError
from resolutionkit.files import read_toml
from resolutionkit.language import _, ngettext

GAP = "______"


@dataclass(frozen=True, slots=True, repr=False)
class Puzzle(Rows):
    """Pieces of a resolution in another order: (letter, words) as shown, and the letters in the right order."""

    name_width = 2
    pieces: tuple[tuple[str, str], ...]
    right: tuple[str, ...]
    preamble: int

    def cells(self) -> list[tuple[str, str]]:
        return [(f"{letter})", text) for letter, text in self.pieces]

    def check(self, answer: str | Iterable[str]) -> str:
        """Say whether an order could be that of a resolution, and if not, what to move; letters as "c a b" or ["c", "a", "b"].

        Where nothing is repeated and nothing closes the text, an order is a matter of choice: more than one is right.
        """
        given = re.findall(r"[a-z]", "".join(answer).casefold())
        if fault := next(self._faults(given), ""):
            return fault
        if tuple(given) == self.right:
            return _("Right: reasons first, then acts, each where it belongs.")
        said = _("Right: this could be a resolution. (The text itself has {letters}; the rest is a matter of choice.)")
        return said.format(letters=" ".join(self.right))

    def _faults(self, given: Sequence[str]) -> Iterator[str]:
        """What stands where it cannot stand in any resolution, after what is wrong with the letters themselves."""
        if twice := sorted({letter for letter in given if given.count(letter) > 1}):
            yield _("Twice in your answer: {letters}.").format(letters=", ".join(twice))
        if missing := sorted(set(self.right) - set(given)):
            yield _("Not in your answer yet: {letters}.").format(letters=", ".join(missing))
        if set(given) != set(self.right):
            yield _("There are only the letters {letters}.").format(letters=", ".join(sorted(self.right)))
        text, reasons, acts = dict(self.pieces), given[: self.preamble], self.right[self.preamble :]
        if early := [letter for letter in reasons if letter in acts]:
            said = _("{letter}) is an act: it begins with a verb. Acts come after all the reasons.")
            yield said.format(letter=early[0])
        if given[-1] != self.right[-1]:
            yield _("The reasons come first, well done. Which piece ends with a full stop? It must be the last one.")
        back = [letter for letter in reasons if _is("looks_back", text[letter])]
        if given[: len(back)] != back:
            said = _("What is recalled or reaffirmed comes first among the reasons. Move {letter}) up.")
            yield said.format(letter=back[-1])
        for before, letter in pairwise(["", *given]):
            if _is("repeats", text[letter]) and (not before or _base(text[letter]) != _base(text[before])):
                said = _("{letter}) says “also” or “further”: it comes right behind the one that it repeats.")
                yield said.format(letter=letter)
        closing = [letter for letter in acts if _is("closes", text[letter])]
        if closing and set(given[-len(closing) :]) != set(closing):
            said = _("A report and the agenda of a later session close a resolution. Move {letters} to the end.")
            yield said.format(letters=", ".join(f"{letter})" for letter in closing))


def _is(what: str, text: str) -> bool:
    """Whether one of the patterns of ``data/puzzle.toml`` fits a paragraph."""
    return any(re.search(pattern, text) for pattern in read_toml("puzzle.toml")[what])


def _base(text: str) -> str:
    """The opener's own word: "Recalling also its …" and "Also recalls …" repeat "Recalling" and "Recalls"."""
    beside_it = ("also", "further", "sowie", "ferner", "unter", "in", "mit")
    return next((word for word in text.casefold().split()[:3] if word not in beside_it), "")


@dataclass(frozen=True, slots=True, repr=False)
class Gaps(Rows):
    """A resolution without its openers, and what stood there; :meth:`check` takes the openers in order."""

    name_width = 6
    rows: tuple[tuple[str, str, str], ...]
    """(label, opener, the rest) of each paragraph."""

    def cells(self) -> list[tuple[str, str]]:
        return [(label, f"{GAP} {rest}".replace(f"{GAP} ,", f"{GAP},")) for label, _opener, rest in self.rows]

    def openers(self, seed: int = 1) -> list[str]:
        """Return the openers to choose from, in another order."""
        found = [opener for _label, opener, _rest in self.rows]
        random.Random(seed).shuffle(found)
        return found

    def check(self, answer: Sequence[str]) -> str:
        """Say which gaps are filled as in the text, and what kind of word the first other one needs."""
        given = [str(word).strip().replace("...", "…") for word in answer]
        if len(given) != len(self.rows):
            return ngettext(
                "There are {gaps} gaps; your list has {n} word.",
                "There are {gaps} gaps; your list has {n} words.",
                len(given),
            ).format(gaps=len(self.rows))
        rows = zip(self.rows, given, strict=True)
        wrong = [(label, word) for (label, opener, _rest), word in rows if word.casefold() != opener.casefold()]
        if not wrong:
            return _("All as in the text.")
        label, word = wrong[0]
        if word.casefold() in [opener.casefold() for name, opener, _rest in self.rows if name[:2] == label[:2]]:
            said = _(
                "{right} of {n} are as in the text. {label}: “{word}” could open it, but in this text another word does. Read "
                "what follows: who is spoken to, and what is repeated?"
            )
        elif label.startswith("PP"):
            said = _(
                "{label}: a preambular paragraph begins with a participle or an adjective, such as “Recalling”; “{word}” is a "
                "verb."
            )
        else:
            said = _(
                "{label}: an operative paragraph begins with a verb in the third person, such as “Urges”; “{word}” is none."
            )
        return said.format(right=len(self.rows) - len(wrong), n=len(self.rows), label=label, word=word)


def order_puzzle(resolution: Resolution, seed: int = 1) -> Puzzle:
    """Return the paragraphs of a resolution as pieces in another order, without their numbers.

    Raises :class:`~resolutionkit.errors.ReadError` for one with more paragraphs than there are letters.

    >>> from resolutionkit.drafting.negotiation import starting_draft
    >>> order_puzzle(starting_draft("en")).pieces[0][0]
    'a'
    """
    only_resolutions(resolution)
    tops = [*resolution.preamble, *resolution.operative]
    if len(tops) > len(ascii_lowercase):
        said = _("A resolution of at most {n} paragraphs").format(n=len(ascii_lowercase))
        found = _("one of {n}").format(n=len(tops))
        raise ReadError(expected=said, found=found, advice=_("Take a shorter one, or a part of it."))
    order = list(range(len(tops)))
    random.Random(seed).shuffle(order)
    whole = [" ".join([top.text, *(f"({item.marker}) {item.text}" for item in top.items)]) for top in tops]
    pieces = tuple((letter, whole[index]) for letter, index in zip(ascii_lowercase, order, strict=False))
    right = tuple(ascii_lowercase[order.index(index)] for index in range(len(tops)))
    return Puzzle(pieces, right, len(resolution.preamble))


def opener_gaps(resolution: Resolution) -> Gaps:
    """Return a resolution with a gap in place of each opener.

    >>> from resolutionkit.drafting.negotiation import starting_draft
    >>> opener_gaps(starting_draft("en")).rows[0][:2]
    ('PP1', 'Recalling')
    """
    only_resolutions(resolution)
    tops = [*resolution.preamble, *resolution.operative]
    return Gaps(tuple((p.label, " … ".join(p.opener_parts), _without_opener(p)) for p in tops))


def _without_opener(paragraph: Paragraph) -> str:
    """The text with a gap in place of each further half of its opener, as in "fordert die Staaten auf"."""
    rest = paragraph.text
    for start, end in reversed(paragraph.opener_spans):
        rest = rest[:start] + GAP + rest[end:]
    return rest.removeprefix(GAP).strip()
