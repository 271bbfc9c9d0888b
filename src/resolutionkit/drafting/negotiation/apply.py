"""Amendments applied to a draft: a new draft, and what became of each paragraph."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from resolutionkit.document.grammar.final_marks import split_final_mark
from resolutionkit.document.model import Paragraph, Resolution, Span
from resolutionkit.document.reading.assemble import Block
from resolutionkit.drafting.negotiation.align import align
from resolutionkit.drafting.negotiation.amendments import PARTS, Amendment
from resolutionkit.drafting.negotiation.comparison import Comparison, Pair, pair_of
from resolutionkit.drafting.negotiation.conflicts import check, words_at
from resolutionkit.drafting.negotiation.follow_up import to_look_at
from resolutionkit.drafting.negotiation.rows import Row, below, fit, lists_in, paragraphs_of, rows_of, written
from resolutionkit.drafting.negotiation.settle import (
    footnote_numbers,
    mark_ends,
    mark_items,
    number_paragraphs,
    renumbered_annex,
)
from resolutionkit.errors import ReadError
from resolutionkit.language import _


@dataclass(frozen=True, slots=True, repr=False)
class Amended:
    """What :func:`amend` returns.

    >>> amend(Resolution(), []).draft == Resolution()
    True
    """

    before: Resolution
    """The draft as it was put forward."""
    draft: Resolution
    """The draft as amended: numbers, final marks and footnotes follow."""
    amendments: tuple[Amendment, ...]
    comparison: Comparison
    follow_up: tuple[str, ...]
    """What a person should look at: footnotes that went, cited numbers that mean another paragraph now, and the like."""

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

    def __str__(self) -> str:
        return "\n".join([str(self.comparison), *self.follow_up])

    __repr__ = __str__

    def _repr_html_(self) -> str:
        return self.comparison._repr_html_()


def amend(draft: Resolution, amendments: Amendment | Iterable[Amendment]) -> Amended:
    """Apply amendments to a draft, all at once; labels are those of the draft as it is given.

    Paragraphs are numbered again, marks at their ends and footnotes follow their places.

    Raises :class:`~resolutionkit.errors.ReadError`, and applies none, where an amendment names a
    paragraph or words that are not there, or where two of them contradict each other.

    >>> old = Resolution(operative=(Paragraph("OP1", 1, text="Urges;"), Paragraph("OP2", 2, text="Decides;"),
    ...  Paragraph("OP3", 3, text="Requests.")))
    >>> [(p.label, p.number, p.text) for p in amend(old, Amendment("delete", "OP3")).draft.operative]
    [('OP1', 1, 'Urges;'), ('OP2', 2, 'Decides.')]
    """
    wanted = (amendments,) if isinstance(amendments, Amendment) else tuple(amendments)
    check(draft, wanted)
    work = _Work(draft)
    for amendment in _in_order(draft, wanted):
        getattr(work, f"_{amendment.kind}")(amendment)
    came_or_went = any(a.kind not in ("replace", "replace_words") for a in wanted)
    made, rows = work.settled(came_or_went=came_or_went) if wanted else (draft, {})
    labels = {row.was: label for label, row in rows.items() if row.was}
    return Amended(draft, made, wanted, _comparison(draft, made, rows), to_look_at(draft, made, labels, wanted))


_TURNS = ("replace_words", "split", "replace", "add", "move", "merge", "delete")
"""What is amended needs its neighbours in their places, so what goes goes last."""


def _in_order(draft: Resolution, amendments: Sequence[Amendment]) -> Sequence[Amendment]:
    """What is put in after one and the same paragraph is put in from the last to the first, words from back to front."""

    def turn(found: tuple[int, Amendment]) -> tuple[int, int, int]:
        place, a = found
        kind = _TURNS.index(a.kind)
        if a.old:
            return kind, -words_at(draft[a.label], a.old)[0], place
        if a.label in PARTS:
            return kind, -1, place
        return (kind, 0, place) if a.position == "before" else (kind, 1, -place)

    return [a for _place, a in sorted(enumerate(amendments), key=turn)]


class _Work:
    """The rows of a draft while amendments are applied to them."""

    def __init__(self, draft: Resolution) -> None:
        self.draft = draft
        self.before = {p.label: p for p in draft.paragraphs}
        self.parts = {name: list(rows_of(getattr(draft, name))) for name in PARTS}

    def _at(self, label: str, *, slot: bool = False) -> tuple[list[Row], int]:
        """Where a paragraph stands now; ``slot`` asks for the place from which it may have been moved."""
        places = [(rows, i) for rows in self.parts.values() for i, row in enumerate(rows) if row.was == label]
        if not places:
            raise ReadError(
                expected=_("Amendments that can be carried out together"),
                found=_("{label} is moved, or merged, into a part of itself").format(label=label),
                advice=_("Leave one of them out, or write out what the text is to be."),
            )
        return sorted(places, key=lambda place: place[0][place[1]].is_slot != slot)[0]

    def _last(self, part: str) -> Row:
        """The last paragraph of a part that was there before; one to go by where there is none."""
        found = (row for row in reversed(self.parts[part]) if row.was and not row.depth)
        return next(found, Row(Block("paragraph"), was="PP0" if part == "preamble" else "OP"))

    def _add(self, a: Amendment) -> None:
        if a.label in PARTS:
            rows, like = self.parts[a.label], self._last(a.label)
            at = len(rows)
        else:
            rows, at = self._at(a.label)
            like = rows[at]
            like = like.inside() if a.position in ("into", "to") else like
            at = at if a.position == "before" else below(rows, at)
        rows[at:at] = written(a.text, like, self.draft.language)

    def _delete(self, a: Amendment) -> None:
        rows, at = self._at(a.label)
        del rows[at : below(rows, at)]

    def _replace(self, a: Amendment) -> None:
        rows, at = self._at(a.label)
        old, end = rows[at], below(rows, at)
        new = written(a.text, old, self.draft.language)
        new[0].was, new[0].block.number, new[0].block.label = old.was, old.block.number, old.block.label
        items = lists_in(new).get(new[0], [])
        was = self.before[a.label].items
        made = [Paragraph(str(n), marker="", text=row.block.text) for n, row in enumerate(items)]
        for i, j in align(was, made):
            if i is not None and j is not None:
                items[j].was = was[i].label
        rows[at:end] = new

    def _replace_words(self, a: Amendment) -> None:
        rows, at = self._at(a.label)
        row = rows[at]
        start = words_at(self.before[a.label], a.old)[0] if a.old else 0
        if a.old:
            _put(row, start, start + len(a.old), a.new)
        elif a.position == "before":
            text = row.block.text
            if a.new[:1].isupper() and text[1:2].islower():
                row.block.text = text[:1].lower() + text[1:]
            _put(row, 0, 0, f"{a.new} ")
        else:
            end = len(split_final_mark(row.block.text)[0])
            glue = "" if a.new[:1] in ",;:." else " "
            _put(row, end, end, glue + split_final_mark(a.new)[0])

    def _move(self, a: Amendment) -> None:
        rows, at = self._at(a.label)
        moved = rows[at : below(rows, at)]
        block = moved[0].block
        slot = Row(Block(block.kind, marker=block.marker), moved[0].depth, a.label, moved[0].section, is_slot=True)
        rows[at : at + len(moved)] = [slot]
        rows, at = self._at(a.target if a.target not in PARTS else self._last(a.target).was, slot=True)
        like = rows[at].inside() if a.position == "into" else rows[at]
        at = at if a.position == "before" else below(rows, at)
        rows[at:at] = fit(moved, like)
        moved[0].moved = True

    def _split(self, a: Amendment) -> None:
        rows, at = self._at(a.label)
        first = rows[at]
        start = first.block.text.index(a.old) + (len(a.old) if a.position == "after" else 0)
        rest = re.sub(r"^[ ,;:]*(?:(?:and|und) )?", "", first.block.text[start:])
        german = self.draft.language == "de" and not first.was.startswith("PP")
        rest = rest if german or first.depth else rest[:1].upper() + rest[1:]
        cut = len(re.sub(r"[ ,;:]*(?: (?:and|und))?[ ,;:]*$", "", first.block.text[:start]))
        offset = len(first.block.text) - len(rest)
        went = [n for n in first.footnotes if n.position is not None and n.position > start]
        first.footnotes = tuple(n for n in first.footnotes if n not in went)
        _put(first, cut, len(first.block.text), split_final_mark(first.block.text)[1] or ";")
        new = written(rest, first, self.draft.language)
        new[0].footnotes = tuple(replace(n, position=(n.position or 0) - offset) for n in went)
        end = at + 1
        rows[end:end] = new  # sub-paragraphs, if there are any, hang below the second half

    def _merge(self, a: Amendment) -> None:
        rows, at = self._at(a.label)
        others, other_at = self._at(a.target)
        first, second = rows[at], others[other_at]
        stem = split_final_mark(first.block.text)[0]
        text = second.block.text
        text = text if self.draft.language == "de" else text[:1].lower() + text[1:]
        conjunction = ", und " if self.draft.language == "de" else ", and "
        offset = len(stem) + len(conjunction)
        _put(first, len(stem), len(first.block.text), conjunction + text)
        first.block.italics += tuple(
            (s + offset, e + offset) for s, e in [*(second.block.opener or ()), *second.block.italics]
        )
        first.footnotes += tuple(
            n if n.position is None else replace(n, position=n.position + offset) for n in second.footnotes
        )
        items = others[other_at + 1 : below(others, other_at)]
        del others[other_at : other_at + 1 + len(items)]
        rows, at = self._at(a.label)
        end = below(rows, at)
        rows[end:end] = items

    def settled(self, *, came_or_went: bool) -> tuple[Resolution, dict[str, Row]]:
        """Return the draft that the rows make now, and the row of each of its paragraphs."""
        self.parts = {name: [row for row in rows if not row.is_slot] for name, rows in self.parts.items()}
        draft, rows = self.draft, [*self.parts["preamble"], *self.parts["operative"]]
        if came_or_went:
            number_paragraphs(self.parts["operative"], draft.operative)
        numbers = footnote_numbers(draft, rows)
        made, row_of = {}, {}
        for part, own in self.parts.items():
            mark_items(lists_in(own), self.before)
            mark_ends(own, draft, part)
            made[part], labelled = paragraphs_of(own, numbers, part, draft.language)
            row_of.update(labelled)
        placed = {
            n.number: n for top in (*made["preamble"], *made["operative"]) for p in top.walk() for n in p.footnotes
        }
        others = {n.number: n for n in draft.footnotes}
        notes = (
            placed.get(new) or replace(others[old], number=new)
            for old, new in sorted(numbers.items(), key=lambda pair: pair[1])
        )
        annexes = tuple(renumbered_annex(annex, numbers) for annex in draft.annexes)
        new = replace(draft, preamble=made["preamble"], operative=made["operative"], annexes=annexes)
        return replace(new, footnotes=tuple(notes), assumptions=()), row_of


def _put(row: Row, start: int, stop: int, new: str) -> None:
    """Put words in the place of others; a blank too many where words were taken out goes with them."""
    block, text = row.block, row.block.text
    if not new and (start == 0 or text[start - 1] == " "):
        if text[stop : stop + 1] == " ":
            stop += 1
        elif start and re.match(r"[,;.:)\]”“»]|$", text[stop:]):
            start -= 1
    block.text = text[:start] + new + text[stop:]
    shift = len(new) - (stop - start)

    def moved(offset: int, *, end: bool) -> int:
        if offset <= start:
            return offset
        return offset + shift if offset >= stop else start + (len(new) if end else 0)

    def spans(found: Iterable[Span]) -> tuple[Span, ...]:
        shifted = [(moved(a, end=False), moved(b, end=True)) for a, b in found]
        return tuple((a, b) for a, b in shifted if a < b)

    block.opener, block.italics = spans(block.opener or ()), spans(block.italics)
    row.footnotes = tuple(
        n if n.position is None else replace(n, position=moved(n.position, end=True)) for n in row.footnotes
    )


def _comparison(before: Resolution, after: Resolution, rows: Mapping[str, Row]) -> Comparison:
    """The pairs are known: nothing has to be guessed."""
    old = {p.label: p for p in before.paragraphs}
    was = {p.label: rows[p.label].was if rows else p.label for p in after.paragraphs}
    gone_after: dict[str, list[Pair]] = defaultdict(list)
    last = ""
    for label, paragraph in old.items():
        if label in was.values():
            last = label
        else:
            gone_after[last].append(pair_of(paragraph, None))

    def pairs() -> Iterator[Pair]:
        yield from gone_after[""]
        for paragraph in after.paragraphs:
            origin = was[paragraph.label]
            moved = bool(rows) and rows[paragraph.label].moved
            yield pair_of(old.get(origin), paragraph, moved=moved)
            if origin:
                yield from gone_after[origin]

    return Comparison(before, after, tuple(pairs()))
