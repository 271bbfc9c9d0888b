"""Amendments as delegates make them, by label: add, delete, replace, move, merge, split."""

from dataclasses import dataclass
from typing import Literal

from resolutionkit.drafting.negotiation.amendment_phrases import listed
from resolutionkit.language import Text

Kind = Literal["add", "delete", "replace", "replace_words", "move", "merge", "split"]
Position = Literal["after", "before", "into", "to", "end", "all", "rest"]
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
    "end" does so too and else puts words behind all others. "all": the words are replaced wherever they stand; "rest": all that
    follows them goes."""
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
        kind: str = self.kind
        if kind == "replace_words":
            kind = "put_words" if not self.old else "replace_words" if self.new else "delete_words"
            kind = "delete_rest" if self.position == "rest" else kind
        end = "to_end" if kind == "move" else "at_end"
        place = _in_words(self.position if self.position in ("after", "before") else end)
        fields = {"label": called(self.label), "target": called(self.target), "old": self.old, "new": self.new}
        told = _in_words(kind, place=place, shown=shown, **fields)
        everywhere = self.position == "all" and self.label != WHOLE
        return _in_words("everywhere", amendment=told) if everywhere else told


def _in_words(key: str, **fields: str) -> str:
    return str(Text(**listed()["told"][key])).format(**fields)


def called(label: str) -> str:
    """Return a label as it is said in a sentence; the preamble and the last paragraph, for instance, have words of their own."""
    return _in_words(label) if label in (*PARTS, WHOLE, *LAST) else label
