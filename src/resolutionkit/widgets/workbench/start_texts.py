"""What a draft can begin with: a blank page, a template of a General Assembly resolution, or 75/10."""

from __future__ import annotations

from functools import cache

from resolutionkit.document.bundled import load
from resolutionkit.document.writing import to_text
from resolutionkit.errors import UnknownName
from resolutionkit.files import data_file
from resolutionkit.language import _

START_NAMES = ("blank", "template-en", "template-de", "75/10")
"""Names for :func:`start_text`, in the order in which they are offered."""


def start_text(name: str) -> str:
    """Return what a draft begins with; words of one's own are given back as they are.

    Raises :class:`UnknownName` for a single word that names none.
    """
    if name in ("", "blank"):
        return ""
    if name in START_NAMES:
        return _known(name)
    if len(name.split()) < 2:
        expected = _("The name of a start, or a text of your own: ") + ", ".join(START_NAMES)
        raise UnknownName(expected=expected, found=repr(name), advice=_('For example start="template-en".'))
    return name


def is_start(text: str) -> bool:
    """Say whether a text is blank or one of the starts, unchanged: nothing that a learner wrote."""
    return not text.strip() or any(text.strip() == _known(name).strip() for name in START_NAMES[1:])


@cache
def _known(name: str) -> str:
    if name == "75/10":
        return to_text(load())
    language = name.removeprefix("template-")
    return data_file(f"templates/general-assembly.{language}.md").read_text(encoding="utf-8")
