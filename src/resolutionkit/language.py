"""The language in which the kit talks to its user: English or German.

This is not the language of a resolution. A learner may read the German text of
75/10 and be addressed in English.
"""

from __future__ import annotations

import contextlib
import os
from collections.abc import Iterator
from typing import Literal

Language = Literal["en", "de"]

_current: Language = "de" if os.environ.get("RESOLUTIONKIT_LANGUAGE", "").lower().startswith("de") else "en"


def language() -> Language:
    """Return the language in which the kit talks, ``"en"`` or ``"de"``.

    It is English unless :func:`set_language` or the environment variable
    ``RESOLUTIONKIT_LANGUAGE`` says otherwise.

    >>> language()
    'en'
    """
    return _current


def set_language(wanted: str) -> None:
    """Make the kit talk English (``"en"``) or German (``"de"``) from now on.

    Raises ``ValueError`` for any other language.

    >>> set_language("de"); say(en="Hello", de="Guten Tag")
    'Guten Tag'
    >>> set_language("en")
    """
    global _current
    if wanted not in ("en", "de"):
        raise ValueError(
            say(
                en=f'The kit talks English ("en") or German ("de"), not {wanted!r}.',
                de=f'Das Kit spricht Englisch ("en") oder Deutsch ("de"), nicht {wanted!r}.',
            )
        )
    _current = wanted  # type: ignore[assignment]


@contextlib.contextmanager
def talking(wanted: str | None) -> Iterator[None]:
    """Talk another language for a while: for a widget that has its own. None changes nothing.

    >>> with talking("de"):
    ...     say(en="Hello", de="Guten Tag")
    'Guten Tag'
    """
    before = _current
    set_language(wanted or before)
    try:
        yield
    finally:
        set_language(before)


def say(*, en: str, de: str, in_language: Language | None = None) -> str:
    """Return one of two wordings of the same message: the one in the user's language.

    >>> say(en="1 footnote", de="1 Fußnote")
    '1 footnote'
    """
    return de if (in_language or _current) == "de" else en
