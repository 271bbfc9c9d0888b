"""Amendments as delegates make them: add, delete, replace, by label."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from resolutionkit.document.grammar.labels import as_label
from resolutionkit.document.model import Paragraph
from resolutionkit.errors import ReadError
from resolutionkit.language import _

Kind = Literal["add", "delete", "replace", "replace_words"]
Position = Literal["after", "before", "into"]


@dataclass(frozen=True, slots=True)
class Amendment:
    """One proposal; :func:`add`, :func:`delete`, :func:`replace` and :func:`replace_words` make them.

    >>> print(delete("OP5", sponsor="Delegation A"))
    Delegation A: delete OP5
    """

    kind: Kind
    label: str
    """Of the paragraph in the draft as it was put forward, whatever other amendments do to it."""
    text: str = ""
    """Of the new paragraph; lines that begin with "(a)" become its sub-paragraphs."""
    position: Position = "after"
    """Where a new paragraph goes; "into" makes it the last sub-paragraph of ``label``."""
    old: str = ""
    new: str = ""
    sponsor: str = ""
    whole: Paragraph | None = None
    """Where undoing puts back a paragraph with its footnotes and all."""

    def __str__(self) -> str:
        text = self._text
        told = self._told(text if len(text) <= 60 else text[:59].rsplit(" ", 1)[0] + " …")
        return f"{self.sponsor}: {told}" if self.sponsor else told

    def in_full(self) -> str:
        """Return the whole proposal, its new text uncut and in Markdown, without the sponsor.

        >>> add("*Recalling* its earlier resolutions,", after="PP1").in_full()
        'add after PP1: *Recalling* its earlier resolutions,'
        """
        return self._told(self._text)

    @property
    def _text(self) -> str:
        return (self.text or (self.whole.text if self.whole else "")).strip()

    def _told(self, shown: str) -> str:
        place = {
            "after": _("after"),
            "before": _("before"),
            "into": _("at the end of"),
        }[self.position]
        return {
            "add": _("add {place} {label}: {shown}").format(place=place, label=self.label, shown=shown),
            "delete": _("delete {label}").format(label=self.label),
            "replace": _("replace {label} by: {shown}").format(label=self.label, shown=shown),
            "replace_words": (
                _("in {label} replace “{old}” by “{new}”") if self.new else _("in {label} delete “{old}”")
            ).format(label=self.label, old=self.old, new=self.new),
        }[self.kind]


def add(text: str, *, after: str = "", before: str = "", into: str = "", sponsor: str = "") -> Amendment:
    """Return the proposal to put in a paragraph after or before another, or as the last sub-paragraph into one.

    "preamble" and "operative" are good for ``into`` too: at the end of that part.

    Raises :class:`~resolutionkit.errors.ReadError` unless exactly one place is given.

    >>> add("Decides to meet again;", after="OP 4").label
    'OP4'
    """
    places: list[tuple[Position, str]] = [("after", after), ("before", before), ("into", into)]
    given = [(position, label) for position, label in places if label]
    if len(given) != 1:
        raise ReadError(
            expected=_("One place for the new paragraph"),
            found=", ".join(f"{position}={label!r}" for position, label in given) or _("none"),
            advice=_('Write add("…", after="OP4").'),
        )
    position, label = given[0]
    return Amendment("add", as_label(label), text, position, sponsor=sponsor)


def delete(label: str, *, sponsor: str = "") -> Amendment:
    """Return the proposal to delete a paragraph with all that hangs below it.

    >>> delete("Ziffer 5").label
    'OP5'
    """
    return Amendment("delete", as_label(label), sponsor=sponsor)


def replace(label: str, text: str, *, sponsor: str = "") -> Amendment:
    """Return the proposal to replace a paragraph, its sub-paragraphs included, by another.

    >>> replace("PP3", "Recalling its resolution 75/10,").kind
    'replace'
    """
    return Amendment("replace", as_label(label), text, sponsor=sponsor)


def replace_words(label: str, old: str, new: str, *, sponsor: str = "") -> Amendment:
    """Return the proposal to replace some words of a paragraph; ``new=""`` takes them out.

    >>> replace_words("OP4", "shall", "should").new
    'should'
    """
    return Amendment("replace_words", as_label(label), old=old, new=new, sponsor=sponsor)
