"""What follows by itself when paragraphs came, went or moved: numbers, markers, final marks and footnote numbers."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from resolutionkit.document.grammar.final_marks import INTRODUCES, LAST, OPERATIVE, PREAMBULAR, split_final_mark
from resolutionkit.document.grammar.numerals import FIRST_MARKERS, nth_marker
from resolutionkit.document.model import Annex, Paragraph, Resolution, Span
from resolutionkit.drafting.negotiation.rows import BIS, Row, is_preambular, lists_in, section_of

_MARKED_WITHIN = re.compile(r"[.?!][”“»\"']$|[,;.]\]$")
"""A quoted sentence, or one in the brackets of a negotiating text: its own mark is that of the paragraph."""
Lists = Mapping[Row | None, Sequence[Row]]


def number_paragraphs(rows: Sequence[Row], before: Sequence[Paragraph]) -> None:
    """Number the operative paragraphs in each section; a single one has no number, and a number that was lost stays lost."""
    tops = [row for row in rows if row.depth == 0 and row.is_paragraph]
    lost = {p.label for p in before if p.number is None} if any(p.number is not None for p in before) else set()
    next_number = _first_numbers(before)
    begun: set[str] = set()
    for row in tops:
        if row.block.kind == "paragraph":
            number = next_number.get(row.section, 1)
            between = BIS.search(row.was) if row.section in begun else None
            begun.add(row.section)
            row.block.number = None if between or (row.was in lost and not BIS.search(row.was)) else number
            row.block.label = f"{row.section}OP{number - 1}{between[0]}" if between else ""
            next_number[row.section] = number + (not between and not row.was.endswith("+"))
    was_alone = len(before) == 1 and before[0].number is not None
    if len(tops) == 1 and not was_alone and not any(row.depth and row.block.kind == "text" for row in rows):
        tops[0].block.number = None


def _first_numbers(before: Sequence[Paragraph]) -> dict[str, int]:
    """With which number each section begins, or would begin had its first paragraphs not lost theirs."""
    starts: dict[str, int] = {}
    counts: Counter[str] = Counter()
    for p in before:
        section = section_of(p.label)
        if p.number is not None:
            starts.setdefault(section, p.number - counts[section])
        counts[section] += re.fullmatch(r"OP[1-9]\d*", p.label[len(section) :]) is not None
    return starts


def mark_items(lists: Lists, before: Mapping[str, Paragraph]) -> None:
    """Give the sub-paragraphs of lists that changed their markers."""
    for owner, items in lists.items():
        if owner is None or not changed(items, before.get(owner.was)):
            continue
        old = before[owner.was].items if owner.was in before else ()
        used = [item.marker for item in old if item.marker] or [items[0].block.marker or ""]
        usual = "a" if owner.depth == 0 else "i"
        first = used[0] if old or used[0] in FIRST_MARKERS else usual
        place = 0
        for index, item in enumerate(items):
            if item.block.marker is None:  # words between: behind them the list may begin anew
                following = next((row.block.marker for row in items[index + 1 :] if row.was), None)
                place = 0 if following == first else place
                continue
            place += 1
            item.block.marker = nth_marker(first, place)


def changed(items: Sequence[Row], owner: Paragraph | None) -> bool:
    """Say whether sub-paragraphs came or went, or are all new."""
    return [item.was for item in items] != [item.label for item in (owner.items if owner else ())]


def mark_ends(rows: Sequence[Row], draft: Resolution, part: str) -> None:
    """Let the final marks of a part follow, in each of its lists and sections."""
    lists, before = lists_in(rows), {p.label: p for p in draft.paragraphs}
    for owner, items in reversed(list(lists.items())):
        if owner is not None and changed(items, before.get(owner.was)):
            old = before[owner.was].items if owner.was in before else ()
            _mark_list(items, old, lists, OPERATIVE, OPERATIVE)
            if split_final_mark(owner.block.text)[1] or not old:
                _set_mark(owner, INTRODUCES)
    tops, old = lists[None], draft.preamble if part == "preamble" else draft.operative
    for section, preambular in dict.fromkeys(_stretch(row) for row in tops):
        usual = PREAMBULAR if preambular else OPERATIVE
        own = [p for p in old if (section_of(p.label), is_preambular(p.label)) == (section, preambular)]
        _mark_list([row for row in tops if _stretch(row) == (section, preambular)], own, lists, usual, usual)
    if part == "operative":  # what ends a section is one thing, what ends the resolution another
        _mark_list(tops[-1:], old[-1:], lists, OPERATIVE, LAST)


def _stretch(row: Row) -> tuple[str, bool]:
    kind = row.block.kind
    return row.section, kind == "preambular" or (kind == "text" and not row.was.endswith("OP0"))


def _mark_list(rows: Sequence[Row], before: Sequence[Paragraph], lists: Lists, usual: str, last: str) -> None:
    """The last place keeps its mark, and so does the "and" of the last but one; ``usual`` and ``last`` where there is none."""
    marks = {paragraph.label: _final_mark(paragraph) for paragraph in before}
    row_of_marks = list(marks.values())
    plain = [mark for mark in row_of_marks[:-1] if len(mark) == 1]
    usual = Counter(plain).most_common(1)[0][0] if plain else usual
    conjunction = row_of_marks[-2] if len(row_of_marks) > 1 and len(row_of_marks[-2]) > 1 else ""
    was_last = before[-1].label if before else ""
    for place, row in enumerate(rows, start=1):
        own = marks.get(row.was)
        if place == len(rows):
            wanted = own if row.was == was_last and own is not None else (row_of_marks or [""])[-1] or last
        elif place == len(rows) - 1 and conjunction:
            wanted = conjunction
        elif own is None or row.was == was_last or len(own) > 1:
            wanted = usual
        else:
            wanted = own
        if wanted:
            while row in lists:  # its mark stands behind its last sub-paragraph
                row = lists[row][-1]
            _set_mark(row, wanted)


def _final_mark(paragraph: Paragraph) -> str:
    *_above, last = paragraph.walk()
    return split_final_mark(last.text)[1]


def _set_mark(row: Row, mark: str) -> None:
    text = row.block.text
    stem, there = split_final_mark(text)
    if there == mark or (not there and (not text or _MARKED_WITHIN.search(text))):
        return
    now = len(stem + mark)
    row.block.text = stem + mark
    row.footnotes = tuple(replace(n, position=_shifted(n.position, len(text), now)) for n in row.footnotes)
    row.block.opener, row.block.italics = _clipped(row.block.opener or (), now), _clipped(row.block.italics, now)


def _shifted(position: int | None, length: int, now: int) -> int | None:
    """A footnote mark that stood behind the final mark stays behind it."""
    return now if position == length else position if position is None else min(position, now)


def _clipped(spans: tuple[Span, ...], length: int) -> tuple[Span, ...]:
    return tuple((start, min(stop, length)) for start, stop in spans if start < length)


def footnote_numbers(draft: Resolution, rows: Iterable[Row]) -> dict[int, int]:
    """Return the new number of each footnote that is left: they follow the order of their marks."""
    tops = [p for top in draft.preamble + draft.operative for p in top.walk()]
    were_placed = [note.number for p in tops for note in p.footnotes]
    placed = [note.number for row in rows for note in row.footnotes]
    if placed == were_placed:
        return {note.number: note.number for note in draft.footnotes}
    others = [note for note in draft.footnotes if note.number not in were_placed]
    in_title = [note.number for note in others if note.label == "title"]
    rest = [note.number for note in others if note.label != "title"]
    first = min((note.number for note in draft.footnotes), default=1)
    return {old: new for new, old in enumerate(dict.fromkeys([*in_title, *placed, *rest]), start=first)}


def renumbered_annex(annex: Annex, numbers: Mapping[int, int]) -> Annex:
    """Return an annex whose footnotes have their new numbers."""
    return replace(annex, paragraphs=tuple(_renumbered(p, numbers) for p in annex.paragraphs))


def _renumbered(paragraph: Paragraph, numbers: Mapping[int, int]) -> Paragraph:
    notes = tuple(replace(n, number=numbers.get(n.number, n.number)) for n in paragraph.footnotes)
    return replace(paragraph, footnotes=notes, items=tuple(_renumbered(item, numbers) for item in paragraph.items))
