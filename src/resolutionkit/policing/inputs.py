"""Reading what people type: numbers, names, texts, countries. Everything else is refused with one clear error."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import TYPE_CHECKING

from resolutionkit.errors import Location, ReadError, RightsError
from resolutionkit.language import _
from resolutionkit.policing.catalogue import pick, wrong_type

if TYPE_CHECKING:
    from resolutionkit.policing.store import Store

LONGEST_NUMBER = 20
LONGEST_LINE = 200
LONGEST_TEXT = 10_000
_SEPARATOR = re.compile("[ <-]")  # "<" fills empty places in machine-readable passports
_NOT_IN_NUMBERS = re.compile("[^A-Za-z0-9 <-]")
# Control characters, halves of characters, and those that turn the direction of writing: the text then shows something else than it says.
_UNSEEN = r"\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\u202a-\u202e\u2066-\u2069"
_NOT_IN_TEXTS = re.compile(f"[{_UNSEEN}]")
_NOT_IN_LINES = re.compile(rf"[\t\n\r{_UNSEEN}]")


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
    advice = _("Type the number as it is printed, without other signs.")
    _refuse(_NOT_IN_NUMBERS, text, what, _("the character {character!a}"), advice)
    return _text(_SEPARATOR.sub("", text).upper(), what, LONGEST_NUMBER)


def one_line(value: object, what: str, longest: int = LONGEST_LINE) -> str:
    """Return one line of text (a name, a subject), trimmed; ``what`` names it in errors."""
    line = _text(value, what, longest)
    _refuse(_NOT_IN_LINES, line, what, _("the control character {character!a}"), _("Delete it and try again."))
    return line.strip()


def many_lines(value: object, what: str) -> str:
    """Return a text of several lines, trimmed."""
    text = _text(value, what, LONGEST_TEXT)
    _refuse(_NOT_IN_TEXTS, text, what, _("the control character {character!a}"), _("Delete it and try again."))
    return text.strip()


def whole_number(value: object, what: str, least: int, most: int) -> int:
    """Return ``value`` if it is a whole number from ``least`` to ``most``."""
    if isinstance(value, bool) or not isinstance(value, int) or not least <= value <= most:
        shown = ascii(value)
        advice = _("Give a whole number from {least} to {most}.").format(least=least, most=most)
        raise ReadError(expected=what, found=shown if len(shown) <= 40 else shown[:37] + "…", advice=advice)
    return value


def country(store: Store, name: object) -> str:
    """Return the country of this world that ``name`` means, blind to case and outer spaces."""
    return pick(name, {known: known for known in store.countries}, what=_("A country of this world"))


def countries(store: Store, names: object) -> list[str]:
    """Return several countries, each once; a single name counts as a list of one."""
    given = [names] if isinstance(names, str) else names
    if not isinstance(given, Iterable):
        raise wrong_type(names, _("A list of countries"), _('For example ["Borovia"].'))
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


def _text(value: object, what: str, longest: int) -> str:
    if not isinstance(value, str):
        raise wrong_type(value, what, _("Put it in quotation marks."))
    if not value.strip():
        raise ReadError(expected=what, found=_("nothing"), advice=_("Fill it in."))
    if len(value) > longest:
        found = _("{number:,} characters").format(number=len(value))
        raise ReadError(expected=what, found=found, advice=_("At most {longest:,} characters.").format(longest=longest))
    return value


def _refuse(characters: re.Pattern[str], text: str, what: str, found: str, advice: str) -> None:
    """Raise an error that points at the first of these characters, if the text has one."""
    if wrong := characters.search(text):
        visible = "".join(c if c.isprintable() else "\N{REPLACEMENT CHARACTER}" for c in text)
        place = Location("", 1, wrong.start() + 1, visible)
        raise ReadError(expected=what, found=found.format(character=wrong[0]), place=place, advice=advice)
