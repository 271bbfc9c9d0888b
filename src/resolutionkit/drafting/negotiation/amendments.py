"""Amendments as delegates make them, by label: add, delete, replace, move, merge, split."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from resolutionkit.document.grammar.labels import as_label
from resolutionkit.errors import ReadError
from resolutionkit.language import _

Kind = Literal["add", "delete", "replace", "replace_words", "move", "merge", "split"]
Position = Literal["after", "before", "into", "to"]
PARTS = ("preamble", "operative")
"""What a new paragraph can be put into besides a paragraph: it comes at the end of that part."""


@dataclass(frozen=True, slots=True)
class Amendment:
    """One proposal; :func:`add`, :func:`delete`, :func:`replace` and the others make them.

    >>> print(delete("OP5", sponsor="Delegation A"))
    Delegation A: delete OP5
    """

    kind: Kind
    label: str
    """Of the paragraph in the draft as it was put forward, whatever other amendments do to it."""
    text: str = ""
    """Of the new paragraph; lines that begin with "(a)" become its sub-paragraphs."""
    position: Position = "after"
    """Where something goes; "into" makes it the last sub-paragraph, "to" does so where there are sub-paragraphs already."""
    old: str = ""
    """The words that go; those at which a paragraph is split."""
    new: str = ""
    """The words that come. Without ``old`` they are put before or after all words of the paragraph."""
    target: str = ""
    """The paragraph after or before which this one is moved, or which is merged with it."""
    sponsor: str = ""

    def __str__(self) -> str:
        text = self.text.strip()
        told = self._told(text if len(text) <= 60 else text[:59].rsplit(" ", 1)[0] + " …")
        return f"{self.sponsor}: {told}" if self.sponsor else told

    def in_full(self) -> str:
        """Return the whole proposal, its new text uncut and in Markdown, without the sponsor.

        >>> add("*Recalling* its earlier resolutions,", after="PP1").in_full()
        'add after PP1: *Recalling* its earlier resolutions,'
        """
        return self._told(self.text.strip())

    def _told(self, shown: str) -> str:
        end = _("at the end of")
        place = {"after": _("after"), "before": _("before"), "into": end, "to": end}[self.position]
        words = _("in {label} replace “{old}” by “{new}”") if self.new else _("in {label} delete “{old}”")
        if not self.old:
            words = _("add “{new}” {place} all words of {label}")
        said = {
            "add": _("add {place} {label}: {shown}"),
            "delete": _("delete {label}"),
            "replace": _("replace {label} by: {shown}"),
            "replace_words": words,
            "move": _("move {label} {place} {target}"),
            "merge": _("merge {label} and {target}"),
            "split": _("split {label} {place} “{old}”"),
        }[self.kind]
        part = {"preamble": _("the preamble"), "operative": _("the operative part")}
        label, target = (part.get(each, each) for each in (self.label, self.target))
        fields = {"label": label, "old": self.old, "new": self.new, "target": target}
        return said.format(place=place, shown=shown, **fields)


def add(text: str, *, after: str = "", before: str = "", into: str = "", sponsor: str = "") -> Amendment:
    """Return the proposal to put in a paragraph after or before another, or as the last sub-paragraph into one.

    "preamble" and "operative" are good for ``into`` too: at the end of that part.

    Raises :class:`~resolutionkit.errors.ReadError` unless exactly one place is given.

    >>> add("Decides to meet again;", after="OP 4").label
    'OP4'
    """
    position, label = _one_place(after=after, before=before, into=into)
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


def move(label: str, *, after: str = "", before: str = "", sponsor: str = "") -> Amendment:
    """Return the proposal to move a paragraph, with its sub-paragraphs, after or before another one.

    Raises :class:`~resolutionkit.errors.ReadError` unless exactly one place is given.

    >>> print(move("OP2", after="OP5"))
    move OP2 after OP5
    """
    position, target = _one_place(after=after, before=before)
    return Amendment("move", as_label(label), position=position, target=as_label(target), sponsor=sponsor)


def merge(label: str, other: str, *, sponsor: str = "") -> Amendment:
    """Return the proposal to join two paragraphs by "and", where the first of them stands.

    >>> print(merge("OP2", "OP3"))
    merge OP2 and OP3
    """
    return Amendment("merge", as_label(label), target=as_label(other), sponsor=sponsor)


def split(label: str, *, after: str = "", before: str = "", sponsor: str = "") -> Amendment:
    """Return the proposal to make two paragraphs of one, where some of its words end or begin.

    Raises :class:`~resolutionkit.errors.ReadError` unless exactly one place is given.

    >>> print(split("OP2", before="requests the Secretary-General"))
    split OP2 before “requests the Secretary-General”
    """
    position, old = _one_place(after=after, before=before)
    return Amendment("split", as_label(label), position=position, old=old, sponsor=sponsor)


def _one_place(**places: str) -> tuple[Position, str]:
    given = [(position, place) for position, place in places.items() if place]
    if len(given) != 1:
        raise ReadError(
            expected=_("One place"),
            found=", ".join(f"{position}={place!r}" for position, place in given) or _("none"),
            advice=_('Write for instance add("…", after="OP4").'),
        )
    return given[0]  # type: ignore[return-value]  # the names of the arguments are positions
