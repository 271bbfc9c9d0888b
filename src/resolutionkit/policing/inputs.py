"""Reading what people type: numbers, names, texts, countries. Everything else is refused with one clear error."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable

from resolutionkit.errors import KitError, Location, ReadError, RightsError
from resolutionkit.language import _
from resolutionkit.policing.catalogue import pick
from resolutionkit.policing.store import Store

LONGEST_NUMBER = 20
LONGEST_LINE = 200
LONGEST_TEXT = 10_000
_SEPARATORS = frozenset(" -<")  # "<" fills empty places in machine-readable passports
_ALLOWED = frozenset("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789")
# They turn the direction of writing, so that a text shows something other than it says.
_TURNING = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")


def document_number(value: object) -> str:
    """Return a document number (or a firearm's serial number) in the one form in which it is kept.

    Letters A-Z and digits, 1 to 20 of them; case, spaces, hyphens and "<" do not count.
    Never enter the number of a real document: the model is for synthetic data only.
    Raises :class:`ReadError` for everything else.

    >>> document_number(" syn-123 456 ")
    'SYN123456'
    """
    what = _("A document number (letters A-Z and digits)")
    text = _text(value, what, 4 * LONGEST_NUMBER).strip()  # a pasted number often brings a tab or a line end along
    for position, character in enumerate(text):
        if character not in _ALLOWED and character not in _SEPARATORS:
            found = _("the character {character!a}").format(character=character)
            raise _refused(what, found, text, position, _("Type the number as it is printed, without other signs."))
    number = "".join(character for character in text if character in _ALLOWED).upper()
    return _text(number, what, LONGEST_NUMBER)


def one_line(value: object, what: str, longest: int = LONGEST_LINE) -> str:
    """Return one line of text (a name, a subject), trimmed; ``what`` names it in errors."""
    return _plain(value, what, longest, allowed="")


def many_lines(value: object, what: str) -> str:
    """Return a text of several lines, trimmed."""
    return _plain(value, what, LONGEST_TEXT, allowed="\n\t\r")


def whole_number(value: object, what: str, least: int, most: int) -> int:
    """Return ``value`` if it is a whole number from ``least`` to ``most``."""
    if isinstance(value, bool) or not isinstance(value, int) or not least <= value <= most:
        shown = ascii(value)
        advice = _("Give a whole number from {least} to {most}.").format(least=least, most=most)
        raise ReadError(expected=what, found=shown if len(shown) <= 40 else shown[:37] + "…", advice=advice)
    return value


def country(store: Store, name: object) -> str:
    """Return the country of this world that ``name`` means, blind to case and outer spaces."""
    return pick(name, {known.casefold(): known for known in store.countries}, what=_("A country of this world"))


def countries(store: Store, names: object) -> list[str]:
    """Return several countries, each once; a single name counts as a list of one."""
    given = [names] if isinstance(names, str) else names
    if not isinstance(given, Iterable):
        found = _("a value of type {name__}").format(name__=type(names).__name__)
        raise ReadError(expected=_("A list of countries"), found=found, advice=_('For example ["Borovia"].'))
    return list(dict.fromkeys(country(store, name) for name in given))


def member(store: Store, name: object) -> str:
    """Return a country that has a bureau; :class:`RightsError` for a state that is no member country (OP13)."""
    read = country(store, name)
    if store.countries[read]:
        return read
    raise RightsError(
        expected=_("A member country with a national central bureau"),
        found=_("{name}, a state that is no member country").format(name=read),
        advice=_("OP13 opens these resources to states that are member countries of INTERPOL too; choose one."),
    )


def addressees(store: Store, names: object) -> list[str]:
    """Return member countries, at least one."""
    chosen = [member(store, name) for name in countries(store, names)]
    if not chosen:
        raise ReadError(expected=_("At least one addressee"), found=_("none"), advice=_("Name a country."))
    return chosen


def _plain(value: object, what: str, longest: int, allowed: str) -> str:
    given = _text(value, what, longest)
    for position, character in enumerate(given):
        if character not in allowed and (unicodedata.category(character) in ("Cc", "Cs") or character in _TURNING):
            found = _("the control character {character!a}").format(character=character)
            raise _refused(what, found, given, position, _("Delete it and try again."))
    return given.strip()


def _text(value: object, what: str, longest: int) -> str:
    if not isinstance(value, str):
        found = _("a value of type {name__}").format(name__=type(value).__name__)
        raise ReadError(expected=what, found=found, advice=_("Put it in quotation marks."))
    if not value.strip():
        raise ReadError(expected=what, found=_("nothing"), advice=_("Fill it in."))
    if len(value) > longest:
        found = _("{number:,} characters").format(number=len(value))
        raise ReadError(expected=what, found=found, advice=_("At most {longest:,} characters.").format(longest=longest))
    return value


def _refused(what: str, found: str, text: str, position: int, advice: str) -> KitError:
    visible = "".join(c if c.isprintable() else "\N{REPLACEMENT CHARACTER}" for c in text)
    return ReadError(expected=what, found=found, place=Location("", 1, position + 1, visible), advice=advice)
