"""Reading what people type: numbers, names, texts, countries. Everything else is refused with one clear error."""

import re
from collections.abc import Iterable, Mapping

from resolutionkit.errors import Location, ReadError, RightsError, UnknownName, cut_short, nearest
from resolutionkit.language import _
from resolutionkit.policing.catalogue import DATABASES, MEMBERS, OUTSIDE, WORDS, Database

LONGEST_NUMBER = 20
_SEPARATOR = re.compile("[ <-]")  # "<" fills empty places in machine-readable passports
_NOT_IN_NUMBERS = re.compile("[^A-Za-z0-9 <-]")
# Control characters, halves of characters, and those that turn the direction of writing: the text then shows something else than it says.
_UNSEEN = r"\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\u202a-\u202e\u2066-\u2069"
_NOT_IN_TEXTS = re.compile(f"[{_UNSEEN}]")
_NOT_IN_LINES = re.compile(rf"[\t\n\r{_UNSEEN}]")


def document_number(value: object) -> str:
    """Return a document number (or a firearm's serial number) in the one form in which it is kept.

    Letters A-Z and digits, 1 to 20 of them; case, spaces, hyphens and "<" do not count. Never enter the number of a
    real document: the model is for synthetic data only. Raises :class:`ReadError` for everything else.

    >>> document_number(" syn-123 456 ")
    'SYN123456'
    """
    what = _("A document number (letters A-Z and digits)")
    advice = _("Type the number as it is printed, without other signs.")
    typed = value.strip() if isinstance(value, str) else value  # a pasted number often brings a tab or a line end along
    text = _text(typed, what, 4 * LONGEST_NUMBER, _NOT_IN_NUMBERS, advice)
    return _text(_SEPARATOR.sub("", text).upper(), what, LONGEST_NUMBER, _NOT_IN_NUMBERS, advice)


def one_line(value: object, what: str, longest: int = 200) -> str:
    """Return one line of text (a name, a subject), trimmed; ``what`` names it in errors."""
    return _text(value, what, longest, _NOT_IN_LINES, _("Delete it and try again."))


def many_lines(value: object, what: str) -> str:
    """Return a text of several lines, trimmed."""
    return _text(value, what, 10_000, _NOT_IN_TEXTS, _("Delete it and try again."))


def _text(value: object, what: str, longest: int, refused: re.Pattern[str], advice: str) -> str:
    if not isinstance(value, str):
        raise wrong_type(value, what, _("Put it in quotation marks."))
    if not value.strip():
        raise ReadError(expected=what, found=_("nothing"), advice=_("Fill it in."))
    if len(value) > longest:
        found = _("{number:,} characters").format(number=len(value))
        raise ReadError(expected=what, found=found, advice=_("At most {longest:,} characters.").format(longest=longest))
    if wrong := refused.search(value):
        visible = "".join(c if c.isprintable() else "\N{REPLACEMENT CHARACTER}" for c in value)
        found = _("the character {character!a}").format(character=wrong[0])
        place = Location("", 1, wrong.start() + 1, visible)
        raise ReadError(expected=what, found=found, place=place, advice=advice)
    return value.strip()


def whole_number(value: object, what: str, least: int, most: int) -> int:
    """Return ``value`` if it is a whole number from ``least`` to ``most``."""
    if isinstance(value, bool) or not isinstance(value, int) or not least <= value <= most:
        advice = _("Give a whole number from {least} to {most}.").format(least=least, most=most)
        raise ReadError(expected=what, found=cut_short(value), advice=advice)
    return value


def choose(value: object, group: str, *, what: str, only: Iterable[str] | None = None) -> str:
    """Return the code in a group of ``WORDS`` that ``value`` means: the code itself or its wording in any language."""
    known = {code: WORDS[group][code] for code in only or WORDS[group]}
    return pick(value, {word: code for code, text in known.items() for word in (code, text.en, text.de)}, what)


def database(value: object) -> Database:
    """Return the database of this name, title or abbreviation."""
    known = {base.name: (base.name, base.title.en, base.title.de, base.abbreviation) for base in DATABASES.values()}
    return DATABASES[pick(value, {word: name for name in known for word in known[name] if word}, _("A database"))]


def country(name: object) -> str:
    """Return the country of this world that ``name`` means, blind to case and outer spaces."""
    return pick(name, {known: known for known in (*MEMBERS, OUTSIDE)}, _("A country of this world"))


def countries(names: object) -> list[str]:
    """Return several countries, each once; a single name counts as a list of one."""
    given = [names] if isinstance(names, str) else names
    if not isinstance(given, Iterable):
        raise wrong_type(names, _("A list of countries"), _('For example ["Borovia"].'))
    return list(dict.fromkeys(country(name) for name in given))


def member(name: object) -> str:
    """Return a country that has a bureau; :class:`RightsError` for a state that is no member country (OP13)."""
    read = country(name)
    if read in MEMBERS:
        return read
    found = _("{name}, a state that is no member country").format(name=read)
    advice = _("OP13 opens these resources to states that are member countries of INTERPOL too; choose one.")
    raise RightsError(expected=_("A member country with a national central bureau"), found=found, advice=advice)


def pick(value: object, words: Mapping[str, str], what: str) -> str:
    """Return ``words[value]``, blind to case and outer spaces; ``what`` was expected, in the user's language.

    Raises :class:`ReadError` for anything but text, :class:`UnknownName` for an unknown word; it names the nearest.
    """
    if not isinstance(value, str):
        raise wrong_type(value, what, _("Give its name as text."))
    wanted = value.strip().casefold()
    for word, meant in words.items():
        if word.casefold() == wanted:
            return meant
    near = [words[word] for word in nearest(value, words, likeness=0.6)]
    choice = ", ".join(dict.fromkeys(near or sorted(set(words.values()))))
    raise UnknownName(expected=what, found=cut_short(value), advice=_("Try: {choice}.").format(choice=choice))


def wrong_type(value: object, expected: str, advice: str) -> ReadError:
    """Return the error for a value of another type than what was expected."""
    found = _("a value of type {name__}").format(name__=type(value).__name__)
    return ReadError(expected=expected, found=found, advice=advice)
