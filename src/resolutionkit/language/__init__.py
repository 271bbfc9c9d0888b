"""The language in which the kit talks to its user.

This is not the language of a resolution: a learner may read the German text of 75/10 and be addressed in
English. Messages stand in the code in English; ``locale/LANGUAGE/LC_MESSAGES/resolutionkit.po`` holds the
others, so that one more language is one more file. What is not translated is said in English.
"""

import contextlib
import functools
import gettext
import io
import json
import locale
import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

LOCALE = Path(__file__).parent / "locale"
DESK_MARK = "desk.json"
"""The file that makes a folder a learner's desk; it says in which language."""


def languages() -> list[str]:
    """Return the languages that the kit talks, by their two letters: "de", "en"."""
    return sorted({"en", *(folder.name for folder in LOCALE.iterdir() if folder.is_dir())})


def language() -> str:
    """Return the language in which the kit talks: "en", "de" or another with a catalogue.

    :func:`set_language` decides, else the environment variable ``RESOLUTIONKIT_LANGUAGE``, else the
    desk on which one works, else the language of the computer.

    >>> language()
    'en'
    """
    return _current


def set_language(wanted: str) -> None:
    """Make the kit talk English (``"en"``), German (``"de"``) or another language of :func:`languages` from now on.

    Raises ``ValueError`` for any other language.

    >>> set_language("de"); _("no hit")
    'kein Treffer'
    >>> set_language("en")
    """
    global _current
    if wanted not in languages():
        known = ", ".join(f'"{each}"' for each in languages())
        raise ValueError(_("The kit talks {languages}, not {wanted!r}.").format(languages=known, wanted=wanted))
    _current = wanted


@contextlib.contextmanager
def talking(wanted: str | None) -> Iterator[None]:
    """Talk another language for a while: for a widget that has its own. None changes nothing.

    >>> with talking("de"):
    ...     _("no hit")
    'kein Treffer'
    """
    before = _current
    set_language(wanted or before)
    try:
        yield
    finally:
        set_language(before)


@functools.cache
def _catalogue(of: str) -> gettext.NullTranslations:
    if of == "en":
        return gettext.NullTranslations()
    import polib  # only needed by those who read another language than English

    entries = polib.pofile(str(LOCALE / of / "LC_MESSAGES" / "resolutionkit.po"))
    return gettext.GNUTranslations(io.BytesIO(entries.to_binary()))


def _(message: str) -> str:
    """Return a message in the user's language; fields are filled in afterwards.

    >>> _("{n} footnotes of {symbol}").format(n=7, symbol="75/10")
    '7 footnotes of 75/10'
    """
    return _catalogue(_current).gettext(message)


def ngettext(one: str, many: str, n: int) -> str:
    """Return the message that fits the number ``n``, in the user's language, with that number in the place of ``{n}``.

    >>> ngettext("{n} error in {file}", "{n} errors in {file}", 2)
    '2 errors in {file}'
    """
    return _catalogue(_current).ngettext(one, many, n).replace("{n}", str(n))


def data_language(wanted: str | None = None) -> Literal["en", "de"]:
    """Return in which language the kit's data say something, which have English and German: in the user's, or in English.

    >>> data_language(), data_language("de"), data_language("fr")
    ('en', 'de', 'en')
    """
    return "de" if (wanted or _current) == "de" else "en"


@dataclass(frozen=True, slots=True)
class Text:
    """A sentence of the kit's data in English and German; ``str()`` gives the one in the user's language."""

    en: str
    de: str = ""

    def into(self, wanted: str | None = None) -> str:
        """Return the sentence in one language, in the user's by default; in English where there is no German yet.

        >>> Text("Right.", "Richtig.").into("de"), Text("Right.").into("de")
        ('Richtig.', 'Right.')
        """
        return (self.de if data_language(wanted) == "de" else "") or self.en

    def __str__(self) -> str:
        return self.into()


def number(value: float, digits: int = 0) -> str:
    """Return a number as the user's language writes it, with ``digits`` decimals.

    >>> number(7348), number(2.25, 1)
    ('7,348', '2.2')
    """
    said = f"{value:,.{digits}f}"
    return said.translate({44: ".", 46: ","}) if _current == "de" else said


def desk_above(place: Path) -> Path | None:
    """Return the learner's desk in which a folder lies, or None."""
    return next((folder for folder in (place, place.parent) if (folder / DESK_MARK).is_file()), None)


def desk_language(desk: Path | None) -> str:
    """Return the language of a desk, "" where there is none."""
    try:
        return str(json.loads((desk / DESK_MARK).read_text(encoding="utf-8"))["language"]) if desk else ""
    except (OSError, ValueError, KeyError, TypeError):  # somebody has edited it
        return ""


def _first_language() -> str:
    of_computer = filter(None, (os.environ.get(name) for name in ("LC_ALL", "LC_MESSAGES", "LANG")))
    said = os.environ.get("RESOLUTIONKIT_LANGUAGE") or desk_language(desk_above(Path.cwd())) or next(of_computer, "")
    code = (said or locale.getlocale()[0] or "").lower().replace("german", "de")[:2]
    return code if code in languages() else "en"


_current = _first_language()
