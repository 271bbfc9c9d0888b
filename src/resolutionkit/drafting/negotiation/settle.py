"""What follows by itself when paragraphs came, went or moved: numbers, markers, final marks and footnote numbers."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from resolutionkit.document.grammar.final_marks import INTRODUCES, LAST, OPERATIVE, PREAMBULAR, split_final_mark
from resolutionkit.document.grammar.numerals import FIRST_MARKERS, nth_marker
from resolutionkit.document.model import Paragraph, Resolution
from resolutionkit.drafting.negotiation.pieces import BIS, Piece, in_order, stretch_of

_MARKED_WITHIN = re.compile(r"[.?!][”“»\"']$|[,;.]\]$")
"""A quoted sentence, or one in the brackets of a negotiating text: its own mark is that of the paragraph."""


def number_paragraphs(tops: Sequence[Piece], before: Sequence[Paragraph]) -> None:
    """Number the operative paragraphs in each section, as it began before; a single one has no number."""
    tops = [piece for piece in tops if piece.is_paragraph]
    next_number: dict[str, int] = {}
    for p in before:
        if first := re.search(r"OP([1-9]\d*)$", p.label):
            next_number.setdefault(stretch_of(p.label)[0], int(first[1]))
    begun: set[str] = set()
    for piece in tops:
        if piece.kind == "paragraph":
            section, _preambular = piece.stretch
            number = next_number.get(section, 1)
            between = BIS.search(piece.was) if section in begun else None
            begun.add(section)
            piece.number = None if between else number
            piece.label = f"{section}OP{number - 1}{between[0]}" if between else ""
            next_number[section] = number + (not between)
    was_alone = len(before) == 1 and before[0].number is not None
    if len(tops) == 1 and not was_alone and not any(piece.kind == "text" for piece in in_order(tops[0].inner)):
        tops[0].number = None


def mark_anew(tops: Sequence[Piece], draft: Resolution, part: str) -> None:
    """Let the markers of sub-paragraphs, and the marks at the ends of all paragraphs, follow their places in a part."""
    before = {p.label: p for p in draft.paragraphs}
    for owner in reversed(list(in_order(tops))):
        items = owner.sub_paragraphs
        old = before[owner.was].items if owner.was in before else ()
        if items and [item.was for item in items] != [item.label for item in old]:
            _mark_items(items, old, "i" if owner.is_inner else "a")
            _mark_ends(items, old, OPERATIVE, OPERATIVE)
            if split_final_mark(owner.text)[1] or not old:
                _set_mark(owner, INTRODUCES)
    tops = [piece for piece in tops if piece.is_paragraph]
    were: Sequence[Paragraph] = getattr(draft, part)
    for stretch in dict.fromkeys(piece.stretch for piece in tops):
        usual = PREAMBULAR if stretch[1] else OPERATIVE
        own = [p for p in were if stretch_of(p.label) == stretch]
        _mark_ends([piece for piece in tops if piece.stretch == stretch], own, usual, usual)
    if part == "operative":  # what ends a section is one thing, what ends the resolution another
        _mark_ends(tops[-1:], were[-1:], OPERATIVE, LAST)


def _mark_items(items: Sequence[Piece], old: Sequence[Paragraph], usual: str) -> None:
    """Give sub-paragraphs their markers, as the list had them before; ``usual`` is the first of a new list."""
    used = [item.marker for item in old if item.marker] or [items[0].marker or ""]
    first = used[0] if old or used[0] in FIRST_MARKERS else usual
    place = 0
    for index, item in enumerate(items):
        if item.marker is None:  # words between: behind them the list may begin anew
            following = next((each.marker for each in items[index + 1 :] if each.was), None)
            place = 0 if following == first else place
        else:
            place += 1
            item.marker = nth_marker(first, place)


def _mark_ends(pieces: Sequence[Piece], before: Sequence[Paragraph], usual: str, last: str) -> None:
    """The last place keeps its mark, and so does the "and" of the last but one; ``usual`` and ``last`` where there is none."""
    marks = {p.label: split_final_mark([*p.walk()][-1].text)[1] for p in before}
    row_of_marks = list(marks.values())
    plain = [mark for mark in row_of_marks[:-1] if len(mark) == 1]
    usual = Counter(plain).most_common(1)[0][0] if plain else usual
    conjunction = row_of_marks[-2] if len(row_of_marks) > 1 and len(row_of_marks[-2]) > 1 else ""
    was_last = before[-1].label if before else ""
    for place, piece in enumerate(pieces, start=1):
        own = marks.get(piece.was)
        if place == len(pieces):
            wanted = own if piece.was == was_last and own is not None else (row_of_marks or [""])[-1] or last
        elif place == len(pieces) - 1 and conjunction:
            wanted = conjunction
        elif own is None or piece.was == was_last or len(own) > 1:
            wanted = usual
        else:
            wanted = own
        if wanted:  # the mark stands behind the last sub-paragraph
            _set_mark([each for each in in_order([piece]) if each.is_paragraph][-1], wanted)


def _set_mark(piece: Piece, mark: str) -> None:
    stem, there = split_final_mark(piece.text)
    if there != mark and (there or (piece.text and not _MARKED_WITHIN.search(piece.text))):
        end = len(piece.text)
        piece.put(len(stem), end, mark)
        if not there:  # a footnote mark at the end comes behind the new mark
            notes = (replace(n, position=len(piece.text)) if n.position == end else n for n in piece.footnotes)
            piece.footnotes = tuple(notes)


def footnote_numbers(draft: Resolution, pieces: Iterable[Piece]) -> dict[int, int]:
    """Return the new number of each footnote that is left: they follow the order of their marks."""
    were_placed = [n.number for top in draft.preamble + draft.operative for p in top.walk() for n in p.footnotes]
    placed = [note.number for piece in pieces for note in piece.footnotes]
    if placed == were_placed:
        return {note.number: note.number for note in draft.footnotes}
    others = [note for note in draft.footnotes if note.number not in were_placed]
    in_title = [note.number for note in others if note.label == "title"]
    rest = [note.number for note in others if note.label != "title"]
    first = min((note.number for note in draft.footnotes), default=1)
    return {old: new for new, old in enumerate(dict.fromkeys([*in_title, *placed, *rest]), start=first)}


def renumbered(paragraphs: Iterable[Paragraph], numbers: Mapping[int, int]) -> tuple[Paragraph, ...]:
    """Return paragraphs of an annex whose footnotes have their new numbers."""
    made = []
    for p in paragraphs:
        notes = tuple(replace(n, number=numbers.get(n.number, n.number)) for n in p.footnotes)
        made.append(replace(p, footnotes=notes, items=renumbered(p.items, numbers)))
    return tuple(made)
