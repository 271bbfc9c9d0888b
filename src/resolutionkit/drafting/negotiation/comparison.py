"""Two texts side by side: what was kept, moved, changed, put in and dropped."""

import itertools
import re
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from difflib import SequenceMatcher
from math import log
from typing import Literal, NamedTuple, get_args

from resolutionkit.document.grammar.final_marks import split_final_mark
from resolutionkit.document.model import Footnote, Paragraph, Resolution, Span, only_resolutions
from resolutionkit.document.reading.assemble import Block
from resolutionkit.errors import ReadError
from resolutionkit.language import _

Kind = Literal["kept", "moved", "changed", "new", "dropped"]
Change = Literal["same", "removed", "added"]

_BEHIND = re.compile(r"[,;.:]?\W*$")
_MARKDOWN = re.compile(r"([\\*_~\[\]<>`])")
_WORD = re.compile(r"\w+(?:[-‑'’/.]\w+)*")
_TOKEN = re.compile(rf"{_WORD.pattern}|\s+|[^\w\s]")

ALIKE = 0.5
"""From this share of common words on, weighted by how rare they are, two paragraphs can be versions of one.

Between 75/10 and 77/20 the least alike true pair has 0.57. Of the false ones that both lack a
better partner none comes near; a false one with 0.61 loses to the true partners of its two paragraphs.
"""
NEARLY_SAME = 0.8
"""A paragraph that moves between preamble, operative part and sub-paragraphs must be as alike as this."""


class WordRun(NamedTuple):
    """Some words that stayed, went or came, with the italics and the footnotes of their paragraph."""

    kind: Change
    text: str
    italics: Sequence[Span] = ()
    footnotes: Sequence[Footnote] = ()
    parted: bool = False
    """Whether something has to part words that come from those that went in their place."""


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
    rewritten: bool
    """Whether more than half of the words went or came: then nobody can read both texts woven into one."""
    words: tuple[WordRun, ...]
    """What is not "added" makes the older text, what is not "removed" the newer one."""

    @property
    def label(self) -> str:
        """ "OP4", "OP4 → OP5", "OP5 (new)" or "OP4 (dropped)".

        >>> pair_of(None, Paragraph("OP5")).label
        'OP5 (new)'
        """
        labels = [p.label for p in (self.before, self.after) if p]
        if len(labels) == 1:
            return f"{labels[0]} ({kind_in_words(self.kind)})"
        return " → ".join(dict.fromkeys(labels))


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
        return {kind: counted[kind] for kind in get_args(Kind)}

    def marked_up(self) -> str:
        """Return the newer text as Markdown with ~~what was taken out~~ and **what was put in**.

        >>> old = Resolution(operative=(Paragraph("OP1", 1, text="Urges States to act."),))
        >>> new = Resolution(operative=(Paragraph("OP1", 1, text="Urges all States to act."),))
        >>> print(compare(old, new).marked_up())
        OP1 · Urges **all** States to act.
        <BLANKLINE>
        """
        return "\n".join(f"{pair.label} · {''.join(map(_marked, pair.words))}\n" for pair in self.pairs)

    def __str__(self) -> str:
        told = ", ".join(f"{count} {kind_in_words(kind)}" for kind, count in self.counts().items())
        older = self.older.symbol or _("the older text")
        newer = self.newer.symbol or _("the newer text")
        return f"{older} → {newer}: {told}"

    __repr__ = __str__

    def _repr_html_(self) -> str:
        """Show what was kept word for word folded away where it takes more than three paragraphs in a row."""
        from resolutionkit.document.writing.html_inline import inline, reported  # late: templates take their time
        from resolutionkit.drafting.templates import filled

        groups = []
        for kept, pairs in itertools.groupby(self.pairs, lambda pair: pair.kind == "kept"):
            row = list(pairs)
            said = _("{number} paragraphs kept: {first} to {last}") if kept and len(row) > 3 else ""
            groups.append((said.format(number=len(row), first=row[0].label, last=row[-1].label), row))
        words = {"gone": _("taken out"), "come": _("put in"), "language": self.newer.language}
        shown = {"comparison": str(self), "groups": groups, "inline": inline, "in_words": kind_in_words}
        return reported(filled("negotiation/comparison.html", **shown, **words))


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
    only_resolutions(older, newer)
    if older.language != newer.language:
        found = f"{older.language!r}, {newer.language!r}"
        advice = _("Load both in one language; the United Nations publishes each resolution in six.")
        raise ReadError(expected=_("Two texts in the same language"), found=found, advice=advice)
    return Comparison(older, newer, tuple(paired(every_paragraph(older), every_paragraph(newer))))


def paired(
    older: Sequence[Paragraph],
    newer: Sequence[Paragraph],
    partner: Mapping[int, int] | None = None,
    moved: Collection[int] = (),
) -> list[Pair]:
    """Return the pairs in the order of the newer text; a dropped paragraph stands behind the one that it followed.

    ``partner`` leads from places in the older text to places in the newer one, and ``moved`` names those that moved, where
    that is known; otherwise paragraphs that are alike are partners.
    """
    if partner is None:
        partner = partners(older, newer)
        moved = partner.keys() - stayers(sorted(partner, key=partner.__getitem__))
    dropped: dict[int | None, list[Pair]] = defaultdict(list)
    last = None
    for i, paragraph in enumerate(older):
        last = partner.get(i, last)
        if i not in partner:
            dropped[last].append(pair_of(paragraph, None))
    pairs, taken = dropped[None], {j: i for i, j in partner.items()}
    for j, paragraph in enumerate(newer):
        before = older[taken[j]] if j in taken else None
        pairs += [pair_of(before, paragraph, moved=taken.get(j) in moved), *dropped[j]]
    return pairs


def every_paragraph(resolution: Resolution) -> list[Paragraph]:
    """Return all paragraphs and sub-paragraphs, at the end those of annexes."""
    annexes = (annex for each in (resolution, *resolution.parts) for annex in each.annexes)
    return [*resolution.paragraphs, *(p for annex in annexes for top in annex.paragraphs for p in top.walk())]


def pair_of(before: Paragraph | None, after: Paragraph | None, *, moved: bool = False) -> Pair:
    """Return the pair of a paragraph and what became of it; at most one of the two is None."""
    old, new = (p.text if p else "" for p in (before, after))
    kind: Kind = "moved" if moved else "kept"
    if before is None or after is None:
        kind = "new" if before is None else "dropped"
    elif without_final_mark(old) != without_final_mark(new):
        kind = "changed"
    runs = word_runs(old, new)
    changed = sum(len(run.text.split()) for run in runs if run.kind != "same")
    rewritten = kind == "changed" and 2 * changed > len(old.split()) + len(new.split())
    if rewritten:
        runs = (WordRun("removed", old), WordRun("added", new))
    return Pair(kind, before, after, moved, rewritten, tuple(_with_looks(runs, before, after, rewritten=rewritten)))


def _with_looks(
    runs: Iterable[WordRun], before: Paragraph | None, after: Paragraph | None, *, rewritten: bool
) -> Iterator[WordRun]:
    """Yield runs of words with the italics of their paragraph, and with footnotes where it is the newer one."""
    at, went = {"removed": 0, "added": 0}, ""
    for run in runs:
        kind, text = run.kind, run.text
        paragraph = before if kind == "removed" else after
        assert paragraph is not None
        start = at["removed" if kind == "removed" else "added"]
        italics = [(a - start, b - start) for a, b in (*paragraph.opener_spans, *paragraph.italics)]
        places = [(n, len(paragraph.text) if n.position is None else n.position) for n in paragraph.footnotes]
        notes = [replace(n, position=place - start) for n, place in places if start < place <= start + len(text)]
        touching = not went[-1:].isspace() and text[:1].isalnum()
        parted = bool(went) and kind == "added" and (touching or rewritten)
        yield WordRun(kind, text, italics, [] if kind == "removed" else notes, parted)
        went = text if kind == "removed" else ""
        for side in ("removed", "added") if kind == "same" else (kind,):
            at[side] += len(text)


def without_final_mark(text: str) -> str:
    """Return a paragraph's text without what only its place asks for: "To act; and" is "To act"."""
    words = split_final_mark(text)[0]
    return words[: _BEHIND.search(words).start()]  # type: ignore[union-attr]  # it matches an empty end too


def kind_in_words(kind: Kind) -> str:
    """Return the name of a kind in the user's language."""
    said = {"kept": _("kept"), "moved": _("moved"), "changed": _("changed"), "new": _("new"), "dropped": _("dropped")}
    return said[kind]


def word_runs(before: str, after: str) -> tuple[WordRun, ...]:
    """Return the runs of words that lead from ``before`` to ``after``.

    What is not "added" makes ``before`` when joined, and what is not "removed" makes ``after``.

    >>> [(run.kind, run.text) for run in word_runs("Urges all States to act", "Urges States to act soon")]
    [('same', 'Urges'), ('removed', ' all'), ('same', ' States to act'), ('added', ' soon')]
    """
    old, new = _TOKEN.findall(before), _TOKEN.findall(after)
    runs: list[tuple[Change, str]] = []
    removed = added = ""
    codes = SequenceMatcher(None, old, new, autojunk=False).get_opcodes()
    for place, (kind, i, j, k, m) in enumerate(codes):
        went, came = "".join(old[i:j]), "".join(new[k:m])
        # a blank that stayed between two changes is read as changed too: "~~two old~~ new words", not word by word
        if kind != "equal" or (not went.strip() and 0 < place < len(codes) - 1):
            removed, added = removed + went, added + came
        else:
            runs += [("removed", removed), ("added", added), ("same", went)]
            removed = added = ""
    runs += [("removed", removed), ("added", added)]
    return tuple(WordRun(kind, text) for kind, text in runs if text)


def _marked(run: WordRun) -> str:
    """Markdown wants the marks close to the words: "** all**" would show its stars."""
    text = _MARKDOWN.sub(r"\\\1", run.text)
    bare = text.strip()
    if run.kind == "same" or not bare:
        return text if run.kind != "removed" else ""
    sign = "~~" if run.kind == "removed" else "**"
    start, _bare, end = text.partition(bare)
    return f"{' ' * run.parted}{start}{sign}{bare}{sign}{end}"


# --- which paragraph of one text continues which of the other


def partners(older: Sequence[Paragraph | Block], newer: Sequence[Paragraph | Block]) -> dict[int, int]:
    """Return which paragraph of the older text became which of the newer one, by their places; each has one partner at most.

    The most alike find each other first; among equals those that stand at the same place.

    >>> old = [Paragraph("OP1", text="Urges States to act."), Paragraph("OP2", text="Decides to meet.")]
    >>> partners(old, [Paragraph("OP1", text="Decides to meet again.")])
    {1: 0}
    """
    old, new = ([_word_counts(p) for p in side] for side in (older, newer))
    spread = Counter(word for words in (*old, *new) for word in words)
    # what stands in every paragraph, "the United Nations and INTERPOL", says little about any
    weights = {word: log(1 + (len(older) + len(newer)) / count) for word, count in spread.items()}
    old_sums, new_sums = (
        [sum(count * weights[word] for word, count in words.items()) for words in side] for side in (old, new)
    )
    holders: defaultdict[str, list[tuple[int, int]]] = defaultdict(list)
    for j, words in enumerate(new):
        for word, count in words.items():
            holders[word].append((j, count))
    scored = []
    for i, words in enumerate(old):
        shared: defaultdict[int, float] = defaultdict(float)
        for word, count in words.items():
            for j, there in holders.get(word, ()):
                shared[j] += min(count, there) * weights[word]
        for j, weight in shared.items():
            alike = round(2 * weight / (old_sums[i] + new_sums[j]), 9)
            if alike >= NEARLY_SAME or (alike >= ALIKE and _place(older[i]) == _place(newer[j])):
                distance = abs(i / len(older) - j / len(newer))
                scored.append((-round(alike - 0.1 * distance, 9), i, j))
    partner: dict[int, int] = {}
    taken: set[int] = set()
    for _score, i, j in sorted(scored):
        if i not in partner and j not in taken:
            partner[i] = j
            taken.add(j)
    return partner


def _place(paragraph: Paragraph | Block) -> str:
    if paragraph.marker is not None:
        return "item"
    return re.sub(r"[\d+/]+.*$", "", paragraph.label.rpartition(".")[2])


def _word_counts(paragraph: Paragraph | Block) -> Counter[str]:
    """Words, and pairs of neighbours: the order counts too. What holds no word at all is like what says the same."""
    words = [word.casefold() for word in _WORD.findall(paragraph.text)]
    return Counter([*words, *map(" ".join, itertools.pairwise(words))] or [paragraph.text])


def stayers(sequence: Sequence[int]) -> set[int]:
    """Return the longest choice of numbers that rise: the paragraphs that the others moved around."""
    best: list[list[int]] = []  # of each length, the choice that ends with the smallest number
    for number in sequence:
        place = bisect_left(best, number, key=lambda choice: choice[-1])
        best[place : place + 1] = [[*(best[place - 1] if place else ()), number]]
    return set(best[-1]) if best else set()
