"""Two texts side by side: what was kept, moved, changed, put in and dropped."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Literal

from resolutionkit.document.grammar.final_marks import split_final_mark
from resolutionkit.document.model import Paragraph, Resolution
from resolutionkit.drafting.negotiation.align import align, stayers
from resolutionkit.drafting.negotiation.word_diff import WordRun, word_runs
from resolutionkit.errors import ReadError
from resolutionkit.language import _

Kind = Literal["kept", "moved", "changed", "new", "dropped"]

KINDS: tuple[Kind, ...] = ("kept", "moved", "changed", "new", "dropped")

_BEHIND = re.compile(r"[,;.:]?\W*$")
_MARKDOWN = re.compile(r"([\\*_~\[\]<>`])")


@dataclass(frozen=True, slots=True)
class Pair:
    """A paragraph of the older text and the one that continues it; one of the two may be missing.

    >>> pair_of(Paragraph("OP1", text="Urges States;"), Paragraph("OP2", text="Urges all States.")).kind
    'changed'
    """

    kind: Kind
    before: Paragraph | None
    after: Paragraph | None
    moved: bool
    """Whether it stands elsewhere among the paragraphs that both texts have; a changed paragraph may have moved too."""
    words: tuple[WordRun, ...]
    """What is not "added" makes the older text, what is not "removed" the newer one."""

    @property
    def rewritten(self) -> bool:
        """Whether more than half of the words went or came: then nobody can read both texts woven into one.

        >>> pair_of(Paragraph("OP1", text="Urges States;"), Paragraph("OP1", text="Invites all;")).rewritten
        True
        """
        changed = sum(len(run.text.split()) for run in self.words if run.kind != "same")
        return self.kind == "changed" and 2 * changed > len(_text(self.before).split()) + len(_text(self.after).split())

    @property
    def label(self) -> str:
        """ "OP4", "OP4 → OP5", "OP5 (new)" or "OP4 (dropped)".

        >>> pair_of(None, Paragraph("OP5")).label
        'OP5 (new)'
        """
        if self.before is None and self.after is not None:
            return f"{self.after.label} ({kind_in_words('new')})"
        if self.after is None and self.before is not None:
            return f"{self.before.label} ({kind_in_words('dropped')})"
        old, new = self.before.label, self.after.label  # type: ignore[union-attr]  # one of the two is there
        return new if old == new else f"{old} → {new}"


@dataclass(frozen=True, slots=True, repr=False)
class Comparison:
    """What :func:`compare` returns; a notebook shows it with the words marked.

    >>> compare(Resolution(), Resolution()).counts()
    {'kept': 0, 'moved': 0, 'changed': 0, 'new': 0, 'dropped': 0}
    """

    older: Resolution
    newer: Resolution
    pairs: tuple[Pair, ...]
    """In the order of the newer text; a dropped paragraph stands where it used to."""

    def counts(self) -> dict[Kind, int]:
        """Return how many paragraphs, sub-paragraphs included, are of which kind.

        >>> old = Resolution(operative=(Paragraph("OP1", 1, text="Decides to meet."),))
        >>> compare(old, old).counts()["kept"]
        1
        """
        counted = Counter(pair.kind for pair in self.pairs)
        return {kind: counted[kind] for kind in KINDS}

    def marked_up(self) -> str:
        """Return the newer text as Markdown with ~~what was taken out~~ and **what was put in**.

        >>> old = Resolution(operative=(Paragraph("OP1", 1, text="Urges States to act."),))
        >>> new = Resolution(operative=(Paragraph("OP1", 1, text="Urges all States to act."),))
        >>> print(compare(old, new).marked_up())
        OP1 · Urges **all** States to act.
        <BLANKLINE>
        """
        return "".join(f"{pair.label} · {_marked_up(pair)}\n\n" for pair in self.pairs)[:-1]

    def __str__(self) -> str:
        told = ", ".join(f"{count} {kind_in_words(kind)}" for kind, count in self.counts().items())
        older = self.older.symbol or _("the older text")
        newer = self.newer.symbol or _("the newer text")
        return f"{older} → {newer}: {told}"

    __repr__ = __str__

    def _repr_html_(self) -> str:
        from resolutionkit.drafting.negotiation.comparison_html import comparison_html

        return comparison_html(self)


def compare(older: Resolution, newer: Resolution) -> Comparison:
    """Align the paragraphs of two resolutions, or of two versions of a draft, in the same language.

    Paragraphs count as versions of one another when half of their words, weighted by how
    rare they are in the two texts, are the same. "kept" means: the same words, whatever
    mark ends the paragraph. Sub-paragraphs and the paragraphs of annexes count as well.

    Raises :class:`~resolutionkit.errors.ReadError` where the languages differ.

    >>> old = Resolution(operative=(Paragraph("OP1", 1, text="Urges States to act."),))
    >>> new = Resolution(operative=(Paragraph("OP1", 1, text="Urges all States to act."),))
    >>> print(compare(old, new))
    the older text → the newer text: 0 kept, 0 moved, 1 changed, 0 new, 0 dropped
    """
    _check_alike(older, newer)
    old, new = everything(older), everything(newer)
    found = align(old, new)
    partners = [i for i, j in found if i is not None and j is not None]
    still = stayers(partners)
    return Comparison(
        older,
        newer,
        tuple(
            pair_of(
                None if i is None else old[i],
                None if j is None else new[j],
                moved=i is not None and j is not None and i not in still,
            )
            for i, j in found
        ),
    )


def _check_alike(older: Any, newer: Any) -> None:
    for text in (older, newer):
        if not isinstance(text, Resolution):
            said = _("Two resolutions can be compared, not {name}; rk.parse(text) makes one.")
            raise TypeError(said.format(name=type(text).__name__))
    if older.language != newer.language:
        raise ReadError(
            expected=_("Two texts in the same language"),
            found=f"{older.language!r}, {newer.language!r}",
            advice=_(
                "Load both in one language; the UN publishes each resolution in six, and the German Translation "
                "Section in German."
            ),
        )


def everything(resolution: Resolution) -> list[Paragraph]:
    """Return all paragraphs, sub-paragraphs and paragraphs of annexes, in order."""
    return [*resolution.paragraphs, *(p for annex in _annexes(resolution) for top in annex for p in top.walk())]


def pair_of(before: Paragraph | None, after: Paragraph | None, *, moved: bool = False) -> Pair:
    """Return the pair of a paragraph and what became of it; at most one of the two is None.

    >>> pair_of(Paragraph("OP1", text="Decides;"), Paragraph("OP2", text="Decides.")).kind
    'kept'
    """
    if before is None or after is None:
        words = word_runs(_text(before), _text(after))
        return Pair("new" if before is None else "dropped", before, after, False, words)
    same = without_final_mark(before.text) == without_final_mark(after.text)
    kind: Kind = "changed" if not same else "moved" if moved else "kept"
    return Pair(kind, before, after, moved, word_runs(before.text, after.text))


def without_final_mark(text: str) -> str:
    """Return a paragraph's text without the mark, and the "and", that only its place asks for.

    >>> without_final_mark("To act; and"), without_final_mark("entitled “Veto”.")
    ('To act', 'entitled “Veto')
    """
    words = split_final_mark(text)[0]
    return words[: _BEHIND.search(words).start()]  # type: ignore[union-attr]  # it matches an empty end too


def kind_in_words(kind: Kind) -> str:
    """Return the name of a kind in the user's language."""
    return {
        "kept": _("kept"),
        "moved": _("moved"),
        "changed": _("changed"),
        "new": _("new"),
        "dropped": _("dropped"),
    }[kind]


def _annexes(resolution: Resolution) -> Iterator[Sequence[Paragraph]]:
    for annex in resolution.annexes:
        yield annex.paragraphs
    for part in resolution.parts:
        yield from _annexes(part)


def _marked_up(pair: Pair) -> str:
    if pair.rewritten:
        return f"{_marked(WordRun('removed', _text(pair.before)))} {_marked(WordRun('added', _text(pair.after)))}"
    return "".join(" " * blank + _marked(run) for run, blank in with_blanks(pair.words))


def with_blanks(runs: Sequence[WordRun]) -> Iterator[tuple[WordRun, bool]]:
    """Yield the runs; True where a blank has to part words that come from those that went in their place.

    >>> [(run.text, blank) for run, blank in with_blanks(word_runs("Requests States", "Invites States"))]
    [('Requests', False), ('Invites', True), (' States', False)]
    """
    before = WordRun("same", "")
    for run in runs:
        parted = before.text[-1:].isspace() or not run.text[:1].isalnum()
        yield run, before.kind == "removed" and run.kind == "added" and not parted
        before = run


def _marked(run: WordRun) -> str:
    """Markdown wants the marks close to the words: "** all**" would show its stars."""
    text = _MARKDOWN.sub(r"\\\1", run.text)
    bare = text.strip()
    if run.kind == "same" or not bare:
        return text if run.kind != "removed" else ""
    sign = "~~" if run.kind == "removed" else "**"
    start = text[: len(text) - len(text.lstrip())]
    return f"{start}{sign}{bare}{sign}{text[len(start) + len(bare) :]}"


def _text(paragraph: Paragraph | None) -> str:
    return paragraph.text if paragraph else ""
