"""Amendments as delegates make them, by label: add, delete, replace, move, merge, split."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from resolutionkit.language import _

Kind = Literal["add", "delete", "replace", "replace_words", "move", "merge", "split"]
Position = Literal["after", "before", "into", "to", "end", "all"]
PARTS = ("preamble", "operative")
"""What a new paragraph can be put into besides a paragraph: it comes at the end of that part."""
WHOLE, LAST = "text", ("PPlast", "OPlast")
"""What stands for a label until the draft is known: all paragraphs, and the last one of a part."""


@dataclass(frozen=True, slots=True)
class Amendment:
    """One proposal, as :func:`read_amendments` reads them from the words of delegates.

    >>> print(Amendment("delete", "OP5", sponsor="Delegation A"))
    Delegation A: delete OP5
    """

    kind: Kind
    label: str
    """Of the paragraph in the draft as it was put forward, whatever other amendments do to it."""
    text: str = ""
    """Of the new paragraph; lines that begin with "(a)" become its sub-paragraphs."""
    position: Position = "after"
    """Where something goes; "into" makes it the last sub-paragraph, "to" does so where there are sub-paragraphs already,
    "end" does so too and else puts words behind all others. "all": the words are replaced wherever they stand."""
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

        >>> Amendment("add", "PP1", "*Recalling* its earlier resolutions,").in_full()
        'add after PP1: *Recalling* its earlier resolutions,'
        """
        return self._told(self.text.strip())

    def _told(self, shown: str) -> str:
        end = _("to the end of") if self.kind == "move" else _("at the end of")
        place = {"after": _("after"), "before": _("before")}.get(self.position, end)
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
        fields = {"label": called(self.label), "old": self.old, "new": self.new, "target": called(self.target)}
        told = said.format(place=place, shown=shown, **fields)
        everywhere = self.position == "all" and self.label != WHOLE
        return _("{amendment}, wherever it stands").format(amendment=told) if everywhere else told


def called(label: str) -> str:
    """Return a label as it is said in a sentence.

    >>> called("OP1"), called("PPlast")
    ('OP1', 'the last preambular paragraph')
    """
    return {
        "preamble": _("the preamble"),
        "operative": _("the operative part"),
        "text": _("the whole text"),
        "PPlast": _("the last preambular paragraph"),
        "OPlast": _("the last operative paragraph"),
    }.get(label, label)
