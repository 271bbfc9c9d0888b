"""Reading what people type: document numbers, names, texts. Everything else is refused with one error."""

from __future__ import annotations

import unicodedata

from resolutionkit.errors import Location, ReadError
from resolutionkit.language import _

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
    text = _text(value, what)
    if len(text) > 4 * LONGEST_NUMBER:
        raise _too_long(text, LONGEST_NUMBER, what)
    for position, character in enumerate(text):
        if character not in _ALLOWED and character not in _SEPARATORS and not _is_outer_space(text, position):
            raise ReadError(
                expected=what,
                found=_("the character {character!a}").format(character=character),
                place=Location("", 1, position + 1, _visible(text)),
                advice=_("Type the number as it is printed, without other signs."),
            )
    number = "".join(character for character in text if character in _ALLOWED).upper()
    if not number:
        raise _empty(what)
    if len(number) > LONGEST_NUMBER:
        raise _too_long(number, LONGEST_NUMBER, what)
    return number


def one_line(value: object, what: str, longest: int = LONGEST_LINE) -> str:
    """Return one line of text (a name, a subject), trimmed; ``what`` names it in errors.

    >>> one_line("  Talvor ", "A family name")
    'Talvor'
    """
    return _plain(value, what, longest, allowed="")


def many_lines(value: object, what: str) -> str:
    r"""Return a text of several lines, at most 10,000 characters.

    >>> many_lines("First line\nsecond line", "A message")
    'First line\nsecond line'
    """
    return _plain(value, what, LONGEST_TEXT, allowed="\n\t\r")


def whole_number(value: object, what: str, least: int, most: int) -> int:
    """Return ``value`` if it is a whole number from ``least`` to ``most``.

    >>> whole_number(1980, "A year of birth", 1900, 2020)
    1980
    """
    if isinstance(value, bool) or not isinstance(value, int) or not least <= value <= most:
        shown = ascii(value)
        raise ReadError(
            expected=what,
            found=shown if len(shown) <= 40 else shown[:37] + "…",
            advice=_("Give a whole number from {least} to {most}.").format(least=least, most=most),
        )
    return value


def _plain(value: object, what: str, longest: int, allowed: str) -> str:
    given = _text(value, what)
    if len(given) > longest:
        raise _too_long(given, longest, what)
    for position, character in enumerate(given):
        if character not in allowed and (unicodedata.category(character) in ("Cc", "Cs") or character in _TURNING):
            raise ReadError(
                expected=what,
                found=_("the control character {character!a}").format(character=character),
                place=Location("", 1, position + 1, _visible(given)),
                advice=_("Delete it and try again."),
            )
    trimmed = given.strip()
    if not trimmed:
        raise _empty(what)
    return trimmed


def _text(value: object, what: str) -> str:
    if isinstance(value, str):
        return value
    raise ReadError(
        expected=what,
        found=_("a value of type {name__}").format(name__=type(value).__name__),
        advice=_("Put it in quotation marks."),
    )


def _empty(what: str) -> ReadError:
    return ReadError(
        expected=what,
        found=_("nothing"),
        advice=_("Fill it in."),
    )


def _too_long(given: str, longest: int, what: str) -> ReadError:
    return ReadError(
        expected=what,
        found=_("{number:,} characters").format(number=len(given)),
        advice=_("At most {longest:,} characters.").format(longest=longest),
    )


def _is_outer_space(text: str, position: int) -> bool:
    # A pasted number often brings a tab or a line end along.
    return text[position].isspace() and (not text[:position].strip() or not text[position:].strip())


def _visible(text: str) -> str:
    return "".join(character if character.isprintable() else "\N{REPLACEMENT CHARACTER}" for character in text)
