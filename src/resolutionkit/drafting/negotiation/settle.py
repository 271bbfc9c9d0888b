"""What follows by itself when paragraphs came, went or moved: numbers, markers, final marks and footnote numbers."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from resolutionkit.document.grammar.final_marks import INTRODUCES, LAST, OPERATIVE, PREAMBULAR, split_final_mark
from resolutionkit.document.grammar.numerals import FIRST_MARKERS, nth_marker
from resolutionkit.document.model import Paragraph, Resolution
from resolutionkit.drafting.negotiation.pieces import BIS, Piece, in_order, is_preambular, section_of

_MARKED_WITHIN = re.compile(r"[.?!][”“»\"']$|[,;.]\]$")
"""A quoted sentence, or one in the brackets of a negotiating text: its own mark is that of the paragraph."""


def number_paragraphs(tops: Sequence[Piece], before: Sequence[Paragraph]) -> None:
    """Number the operative paragraphs in each section; a single one has no number, and a number that was lost stays lost."""
    tops = [piece for piece in tops if piece.is_paragraph]
    lost = {p.label for p in before if p.number is None} if any(p.number is not None for p in before) else set()
    next_number = _first_numbers(before)
    begun: set[str] = set()
    for piece in tops:
        if piece.kind == "paragraph":
            number = next_number.get(piece.section, 1)
            between = BIS.search(piece.was) if piece.section in begun else None
            begun.add(piece.section)
            piece.number = None if between or (piece.was in lost and not BIS.search(piece.was)) else number
            piece.label = f"{piece.section}OP{number - 1}{between[0]}" if between else ""
            next_number[piece.section] = number + (not between and not piece.was.endswith("+"))
    was_alone = len(before) == 1 and before[0].number is not None
    if len(tops) == 1 and not was_alone and not any(piece.kind == "text" for piece in in_order(tops[0].inner)):
        tops[0].number = None


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
    for section, preambular in dict.fromkeys(map(_stretch, tops)):
        usual = PREAMBULAR if preambular else OPERATIVE
        own = [p for p in were if (section_of(p.label), is_preambular(p.label)) == (section, preambular)]
        _mark_ends([piece for piece in tops if _stretch(piece) == (section, preambular)], own, usual, usual)
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


def _stretch(piece: Piece) -> tuple[str, bool]:
    return piece.section, piece.kind == "preambular" or (piece.kind == "text" and not piece.was.endswith("OP0"))


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
    placed = [note.number for piece in in_order(pieces) for note in piece.footnotes]
    if placed == were_placed:
        return {note.number: note.number for note in draft.footnotes}
    others = [note for note in draft.footnotes if note.number not in were_placed]
    in_title = [note.number for note in others if note.label == "title"]
    rest = [note.number for note in others if note.label != "title"]
    first = min((note.number for note in draft.footnotes), default=1)
    return {old: new for new, old in enumerate(dict.fromkeys([*in_title, *placed, *rest]), start=first)}


def renumbered(paragraph: Paragraph, numbers: Mapping[int, int]) -> Paragraph:
    """Return a paragraph of an annex whose footnotes have their new numbers."""
    notes = tuple(replace(n, number=numbers.get(n.number, n.number)) for n in paragraph.footnotes)
    return replace(paragraph, footnotes=notes, items=tuple(renumbered(item, numbers) for item in paragraph.items))
