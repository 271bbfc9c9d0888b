"""Amendments applied to a draft: a new draft, and what became of each paragraph."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from resolutionkit.document.model import Heading, Paragraph, Resolution, Table
from resolutionkit.drafting.negotiation.align import align
from resolutionkit.drafting.negotiation.amendments import Amendment
from resolutionkit.drafting.negotiation.comparison import Comparison, Pair, pair_of
from resolutionkit.drafting.negotiation.conflicts import check, words_at
from resolutionkit.drafting.negotiation.follow_up import remarks
from resolutionkit.drafting.negotiation.inverse import inverse_of
from resolutionkit.drafting.negotiation.renumber_footnotes import settle_footnotes
from resolutionkit.drafting.negotiation.repunctuate import settle, settle_operative
from resolutionkit.drafting.negotiation.tree import (
    Node,
    frozen,
    grown,
    is_preambular,
    number_items,
    number_operative,
    number_preamble,
    section_of,
    written,
)

if TYPE_CHECKING:
    import pandas as pd

Between = tuple[Heading | Table, ...]


@dataclass(frozen=True, slots=True, repr=False)
class Amended:
    """What :func:`amend` returns.

    >>> amend(Resolution(), []).draft == Resolution()
    True
    """

    before: Resolution
    """The draft as it was put forward."""
    draft: Resolution
    """The draft as amended: numbers, marks and footnotes follow."""
    amendments: tuple[Amendment, ...]
    comparison: Comparison
    inverse: tuple[Amendment, ...]
    """Applied to ``draft``, these lead back to ``before``."""
    notes: tuple[str, ...]
    """What a person should look at: footnotes that went, and numbers cited in the text that now mean another paragraph."""

    def undo(self) -> Resolution:
        """Return the draft as it was before.

        >>> amend(Resolution(title="Test"), []).undo().title
        'Test'
        """
        return self.before

    def marked_up(self) -> str:
        """Return the new text as Markdown with ~~what was taken out~~ and **what was put in**.

        >>> amend(Resolution(), []).marked_up()
        ''
        """
        return self.comparison.marked_up()

    def table(self) -> pd.DataFrame:
        """Return a row a paragraph, as :meth:`Comparison.table` does.

        >>> len(amend(Resolution(), []).table())
        0
        """
        return self.comparison.table()

    def __str__(self) -> str:
        return "\n".join([str(self.comparison), *self.notes])

    __repr__ = __str__

    def _repr_html_(self) -> str:
        from resolutionkit.drafting.negotiation.comparison_html import comparison_html

        return comparison_html(self.comparison)


def amend(draft: Resolution, amendments: Amendment | Iterable[Amendment]) -> Amended:
    """Apply amendments to a draft, all at once; labels are those of the draft as it is given.

    Paragraphs are numbered again, marks at their ends and footnotes follow their places.

    Raises :class:`~resolutionkit.errors.ReadError`, and applies none, where an amendment names a
    paragraph or words that are not there, or where two of them contradict each other.

    >>> from resolutionkit.drafting.negotiation import delete
    >>> old = Resolution(operative=(Paragraph("OP1", 1, text="Urges;"), Paragraph("OP2", 2, text="Decides;"),
    ...  Paragraph("OP3", 3, text="Requests.")))
    >>> [(p.label, p.number, p.text) for p in amend(old, delete("OP3")).draft.operative]
    [('OP1', 1, 'Urges;'), ('OP2', 2, 'Decides.')]
    """
    wanted = (amendments,) if isinstance(amendments, Amendment) else tuple(amendments)
    check(draft, wanted)
    if not wanted:
        return Amended(draft, draft, (), _comparison(draft, draft, _Work(draft, ())), (), ())
    work = _Work(draft, wanted)
    preamble, operative = work.part("preamble"), work.part("operative")
    if work.came_or_went[""]:
        number_preamble(preamble)
        number_operative(operative, draft.operative)
    for node in (*preamble, *operative):
        number_items(node)
    _settle_items((*preamble, *operative), {p.label: p for p in draft.paragraphs}, draft.language)
    settle(preamble, draft.preamble, ",", ",")
    settle_operative(operative, draft.operative)
    footnotes, annexes = settle_footnotes(draft, (*preamble, *operative))
    new = replace(
        draft,
        preamble=tuple(map(frozen, preamble)),
        operative=tuple(map(frozen, operative)),
        footnotes=footnotes,
        annexes=annexes,
        assumptions=(),
    )
    work.nodes = [*preamble, *operative]
    labels = {node.was: node.paragraph.label for top in work.nodes for node in top.walk() if node.was}
    return Amended(
        draft,
        new,
        wanted,
        _comparison(draft, new, work),
        inverse_of(draft, preamble, operative),
        remarks(draft, new, labels),
    )


class _Work:
    """The draft with the amendments sorted by the paragraphs that they concern."""

    def __init__(self, draft: Resolution, amendments: Sequence[Amendment]) -> None:
        self.draft = draft
        self.nodes: list[Node] = [grown(p) for p in draft.preamble + draft.operative]
        self.came_or_went: dict[str, bool] = defaultdict(bool)
        self._by_label: dict[tuple[str, str], list[tuple[int, Amendment]]] = defaultdict(list)
        for source, amendment in enumerate(amendments, start=1):
            place = amendment.position if amendment.kind == "add" else amendment.kind
            self._by_label[amendment.label, place].append((source, amendment))
            if amendment.kind in ("add", "delete"):
                self.came_or_went[""] = True

    def part(self, name: str) -> list[Node]:
        paragraphs = self.draft.preamble if name == "preamble" else self.draft.operative
        nodes = self._list(paragraphs, name)
        section = section_of(paragraphs[-1].label) if paragraphs else ""
        return nodes + self._added(name, "into", name, section)

    def _list(self, paragraphs: Sequence[Paragraph], part: str) -> list[Node]:
        nodes: list[Node] = []
        headings: Between = ()
        for paragraph in paragraphs:
            own = "preamble" if part == "operative" and is_preambular(paragraph.label) else part
            section = section_of(paragraph.label) if part == "operative" else ""
            before = self._added(paragraph.label, "before", own, section)
            nodes += before
            if self._by_label[paragraph.label, "delete"]:
                headings += paragraph.above + paragraph.below
            else:
                node = self._kept(paragraph, own)
                if node.paragraph.above[: len(headings)] != headings:
                    node.paragraph = replace(node.paragraph, above=headings + node.paragraph.above)
                headings = ()
                written_before = [a for _, a in self._by_label[paragraph.label, "before"] if a.whole is None]
                if written_before and node.paragraph.above:  # what is new begins the section now
                    before[0].paragraph = replace(before[0].paragraph, above=node.paragraph.above)
                    node.paragraph = replace(node.paragraph, above=())
                nodes.append(node)
            nodes += self._added(paragraph.label, "after", own, section)
        if headings and nodes:
            nodes[-1].paragraph = replace(nodes[-1].paragraph, below=nodes[-1].paragraph.below + headings)
        return nodes

    def _added(self, label: str, place: str, part: str, section: str = "") -> list[Node]:
        return [self._new(source, amendment, part, section) for source, amendment in self._by_label[label, place]]

    def _new(self, source: int, amendment: Amendment, part: str, section: str = "") -> Node:
        if amendment.whole is not None:
            node = grown(amendment.whole, source, new=True)
            if part == "item" and amendment.text == "" and amendment.whole.marker is None:
                return node
        else:
            node = grown(written(amendment.text, part, self.draft.language), source, new=True)
            node.paragraph = replace(node.paragraph, label=section + node.paragraph.label)
        if part == "item":
            node.paragraph = replace(node.paragraph, marker=node.paragraph.marker or "a", number=None)
        return node

    def _kept(self, paragraph: Paragraph, part: str) -> Node:
        if replaced := self._by_label[paragraph.label, "replace"]:
            return self._replaced(paragraph, *replaced[0], part)
        node = grown(replace(paragraph, items=()))
        node.first_marker = next((item.marker for item in paragraph.items if item.marker), "")
        for source, amendment in sorted(
            self._by_label[paragraph.label, "replace_words"],
            key=lambda found: -words_at(paragraph, found[1].old)[0],
        ):
            del source
            node.paragraph = _with_words(node.paragraph, words_at(paragraph, amendment.old)[0], amendment)
        node.items = self._list(paragraph.items, "item") + self._added(paragraph.label, "into", "item")
        node.changed = [item.was for item in node.items] != [item.label for item in paragraph.items]
        return node

    def _replaced(self, paragraph: Paragraph, source: int, amendment: Amendment, part: str) -> Node:
        node = self._new(source, amendment, part)
        was = paragraph.items
        if amendment.whole is None:
            between = {"above": paragraph.above, "below": paragraph.below}
            node.paragraph = replace(node.paragraph, **between)  # type: ignore[arg-type]  # two fields of one type
        node.paragraph = replace(
            node.paragraph, label=paragraph.label, number=paragraph.number, marker=paragraph.marker
        )
        node.was = paragraph.label
        for i, j in align(was, [item.paragraph for item in node.items]):
            if i is not None and j is not None:
                node.items[j].was = was[i].label
        node.changed = [item.was for item in node.items] != [item.label for item in was]
        return node


def _with_words(paragraph: Paragraph, start: int, amendment: Amendment) -> Paragraph:
    """Replace words at ``start``; a blank too many where words were taken out goes with them."""
    stop, new = start + len(amendment.old), amendment.new
    text = paragraph.text
    if not new and (start == 0 or text[start - 1] == " ") and text[stop : stop + 1] in (" ", ",", ";", "."):
        if text[stop] == " ":
            stop += 1
        elif start:
            start -= 1

    def moved(offset: int, *, end: bool) -> int:
        if offset <= start:
            return offset
        if offset >= stop:
            return offset + len(new) - (stop - start)
        return start + len(new) if end else start

    def spans(found: tuple[tuple[int, int], ...]) -> tuple[tuple[int, int], ...]:
        shifted = [(moved(a, end=False), moved(b, end=True)) for a, b in found]
        return tuple((a, b) for a, b in shifted if a < b)

    notes = tuple(
        n if n.position is None else replace(n, position=moved(n.position, end=True)) for n in paragraph.footnotes
    )
    return replace(
        paragraph,
        text=text[:start] + new + text[stop:],
        opener_spans=spans(paragraph.opener_spans),
        italics=spans(paragraph.italics),
        footnotes=notes,
    )


def _settle_items(nodes: Iterable[Node], before: dict[str, Paragraph], language: str) -> None:
    for node in nodes:
        _settle_items(node.items, before, language)
        if node.changed and node.items:
            old = before[node.was].items if node.was in before else ()
            settle(node.items, old, ";", ";")


def _comparison(before: Resolution, after: Resolution, work: _Work) -> Comparison:
    """The pairs are known: nothing has to be guessed."""
    was = {node.paragraph.label: node.was for top in work.nodes for node in top.walk()}
    old = {p.label: p for p in before.paragraphs}
    stayed = set(was.values())
    gone_after: dict[str, list[Pair]] = defaultdict(list)
    last = ""
    for label, paragraph in old.items():
        if label in stayed:
            last = label
        else:
            gone_after[last].append(pair_of(paragraph, None))
    return Comparison(before, after, tuple(_pairs(after, was, old, gone_after)))


def _pairs(
    after: Resolution, was: dict[str, str], old: dict[str, Paragraph], gone_after: dict[str, list[Pair]]
) -> Iterator[Pair]:
    yield from gone_after[""]
    for paragraph in after.paragraphs:
        origin = was.get(paragraph.label, paragraph.label)
        yield pair_of(old.get(origin), paragraph)
        if origin:
            yield from gone_after[origin]
