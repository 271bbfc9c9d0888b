"""What goes wrong, said in a way that helps.

Every error of the kit is a :class:`KitError`; each subclass is also the builtin that a Python programmer would expect.
An error says what was expected, what was found, where, and what to do next. Mistakes in a learner's draft are never
errors: they are findings (see :class:`resolutionkit.document.model.Finding`).
"""

import difflib
from collections.abc import Iterable
from dataclasses import dataclass
from types import UnionType

from resolutionkit.language import _


@dataclass(frozen=True, slots=True)
class Location:
    """Where in a file or text something stands; lines and columns count from 1.

    >>> print(Location("draft.md", 3, 7, "1. Urge all States;"))
    draft.md, line 3, column 7:
      1. Urge all States;
            ^
    """

    source: str = ""
    line: int | None = None
    column: int | None = None
    excerpt: str = ""

    def __str__(self) -> str:
        line = "" if self.line is None else _("line {line}").format(line=self.line)
        column = "" if self.column is None else _("column {column}").format(column=self.column)
        place = ", ".join(filter(None, (self.source, line, column)))
        if not self.excerpt:
            return place
        start = max(0, (self.column or 1) - 41)
        shown = self.excerpt[start : start + 80].replace("\t", " ")
        caret = "" if self.column is None else "\n  " + " " * (self.column - 1 - start) + "^"
        return f"{place}:\n  {shown}{caret}"


def location_in(text: str, offset: int, source: str = "") -> Location:
    """Return the :class:`Location` of the character at ``offset`` in ``text``."""
    offset = max(0, min(offset, len(text)))
    start = text.rfind("\n", 0, offset) + 1
    end = text.find("\n", offset)
    line = text[start : end if end >= 0 else len(text)]
    return Location(source, text.count("\n", 0, offset) + 1, offset - start + 1, line)


class KitError(Exception):
    """The base of all errors of the kit.

    ``expected``, ``found``, ``place`` and ``advice`` hold the four things that the
    message says, for those who want to handle an error rather than read it.

    >>> print(KitError(expected="A resolution", found="an empty text", advice="Paste one."))
    A resolution was expected; found: an empty text.
    What to do: Paste one.
    """

    def __init__(self, *, expected: str, found: str, advice: str, place: Location | None = None) -> None:
        self.expected = expected
        self.found = found
        self.advice = advice
        self.place = place or Location()
        super().__init__(expected, found, advice, str(self.place))

    def __str__(self) -> str:
        said = _("{expected} was expected; found: {found}.").format(expected=self.expected, found=self.found)
        if where := str(self.place):
            said += "\n" + _("Where: ") + where
        return said + "\n" + _("What to do: ") + self.advice


class ReadError(KitError, ValueError):
    """A text, file or value cannot be read as what it should be."""


class MissingFile(KitError, FileNotFoundError):
    """There is no file where one was expected."""


class UnknownName(KitError, KeyError):
    """A label, rule code, exercise number or other name that does not exist."""


def nearest(wanted: object, known: Iterable[str], *, most: int = 3, likeness: float = 0.5) -> list[str]:
    """Return the names of ``known`` that somebody may have meant, the likest first; none where nothing is like it.

    >>> nearest("anatomi", ["anatomy", "actors", "words"])
    ['anatomy']
    """
    folded = {_folded(name): name for name in reversed(list(known))}  # of names that are spelt alike, the first
    return [folded[near] for near in difflib.get_close_matches(_folded(wanted), folded, n=most, cutoff=likeness)]


def _folded(name: object) -> str:
    return "".join((name if isinstance(name, str) else cut_short(name))[:60].split()).casefold()


def unknown(wanted: object, known: Iterable[str], *, expected: str, advice: str) -> UnknownName:
    """Return the error for a name that there is not: it names the nearest that there are.

    ``expected`` says what kind of name, with a field ``{near}`` for the nearest ones, or else the first of all.

    >>> print(unknown("UN13", ["UN103", "UN203"], expected="The code of a rule such as {near}", advice="See the table."))
    The code of a rule such as UN103, UN203 was expected; found: 'UN13'.
    What to do: See the table.
    """
    known = list(known)
    near = ", ".join(nearest(wanted, known, likeness=0.3) or known[:3])
    return UnknownName(expected=expected.format(near=near), found=cut_short(wanted), advice=advice)


def cut_short(value: object) -> str:
    """Return a value as code writes it, a long one cut short: what was found in place of what was expected."""
    try:
        said = repr(value)
    except ValueError:  # Python writes no number of more than 4,300 digits
        said = _("a number of thousands of digits")
    return said if len(said) <= 62 else said[:60] + "…"


class RightsError(KitError, PermissionError):
    """Somebody asked for what the rules do not let him do."""


class WrongType(KitError, TypeError):
    """A value of another type than what was expected, such as a text in place of a resolution."""


def only(kind: type | UnionType, value: object, *, expected: str, advice: str) -> None:
    """Raise :class:`WrongType` for a value of another type."""
    if not isinstance(value, kind):
        raise WrongType(expected=expected, found=cut_short(value), advice=advice)
