"""A draft while it is amended: a tree of paragraphs, headings and tables that can be changed, and the paragraphs that it makes."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from resolutionkit.document.grammar.final_marks import INTRODUCES, LAST, OPERATIVE, PREAMBULAR, split_final_mark
from resolutionkit.document.grammar.numerals import FIRST_MARKERS, follows, nth_marker
from resolutionkit.document.grammar.openers import find_opener
from resolutionkit.document.model import Heading, Paragraph, Resolution, Span, Table
from resolutionkit.document.reading.assemble import Block, Kind, build_paragraphs, split_opener
from resolutionkit.document.reading.line_forms import item_at, number_at
from resolutionkit.document.reading.markdown import read_inline

BIS = re.compile(r"(?<=\d)(?:bis|ter|quater|quinquies|alt)$")
"""The end of the label of a paragraph in a negotiating text that was put in between two numbers."""
_HEAD = re.compile(r"\([a-z] (?:bis|ter|alt)\) |[OP]P ?\d+(?: ?(?:bis|ter|alt))?[.:] ")  # besides a number or a marker
_NOWHERE = -1  # the offset of a footnote of which one only knows that it is the paragraph's


@dataclass(slots=True, eq=False)
class Piece(Block):
    """A paragraph, heading or table of the draft, and what it was before the amendments."""

    was: str = ""
    """Its label in the draft, or "" for a new one."""
    stretch: tuple[str, bool] = "", False
    """Where it lies, as :func:`stretch_of` says it."""
    inner: list["Piece"] = field(default_factory=list)
    """Its sub-paragraphs, and what stands between them."""
    is_inner: bool = False
    """Whether it hangs below a paragraph."""
    moved: bool = False

    @property
    def is_paragraph(self) -> bool:
        """Whether it is no heading and no table."""
        return self.kind not in ("heading", "table")

    @property
    def sub_paragraphs(self) -> list["Piece"]:
        """What hangs below it, without headings and tables."""
        return [piece for piece in self.inner if piece.is_paragraph]

    def put(self, start: int, stop: int, new: str) -> None:
        """Put words in the place of others; a blank too many where words were taken out goes with them."""
        text = self.text
        if not new and (start == 0 or text[start - 1] == " "):
            if text[stop : stop + 1] == " ":
                stop += 1
            elif start and re.match(r"[,;.:)\]”“»]|$", text[stop:]):
                start -= 1
                # a comma that stood before these words only goes with them
                if text[start - 1] == "," and text[stop : stop + 1] in ",;.:":
                    start -= 1
        self.text = text[:start] + new + text[stop:]

        def shifted(offset: int, inside: int) -> int:
            if offset <= start:
                return offset
            return offset + len(self.text) - len(text) if offset >= stop else inside

        def spans(found: Iterable[Span]) -> tuple[Span, ...]:
            moved = [(shifted(a, start), shifted(b, start + len(new))) for a, b in found]
            return tuple((a, a + len(self.text[a:b].rstrip())) for a, b in moved if a < b)

        self.opener, self.italics = spans(self.opener or ()), spans(self.italics)
        self.marks = tuple((shifted(at, start + len(new)), number) for at, number in self.marks)


def piece_of(p: Paragraph, *, is_inner: bool = False) -> Piece:
    """Return the piece of a paragraph, with those of its sub-paragraphs."""
    made = Piece(_kind(p, is_inner), p.text, p.number, p.marker, p.italics, p.opener_spans, is_inner=is_inner)
    made.label = p.label if BIS.search(p.label) else ""
    made.was, made.stretch = p.label, stretch_of(p.label)
    made.marks = tuple((_NOWHERE if n.position is None else n.position, n.number) for n in p.footnotes)
    made.inner = [piece_of(item, is_inner=True) for item in p.items]
    return made


def between(thing: Heading | Table) -> Piece:
    """Return the piece of what stands between two paragraphs."""
    if isinstance(thing, Table):
        return Piece("table", rows=thing.rows)
    return Piece("heading", thing.text, level=thing.level)


def _kind(p: Paragraph, is_inner: bool) -> Kind:
    if p.marker is not None:
        return "item"
    if p.label.startswith("PP") or is_inner or p.label.endswith("OP0"):
        return "text"
    return "preambular" if stretch_of(p.label)[1] else "paragraph"


def stretch_of(label: str) -> tuple[str, bool]:
    """Return the section in which a label lies, "II." or "", and whether it stands in the preamble there."""
    section = re.match(r"(?:[IVXA-Z\d]+\.)?", label)[0]  # type: ignore[index]  # it matches nothing, too
    return section, label.startswith("PP", len(section))


def in_order(pieces: Iterable[Piece]) -> Iterator[Piece]:
    """Yield some pieces, each followed by what hangs below it."""
    for piece in pieces:
        yield piece
        yield from in_order(piece.inner)


def rows_of(text: str) -> list[str]:
    """Return the texts of sub-paragraphs that are put in together, in lines of their own or in one: "(d) …; (e) …"."""
    first, *lines = re.split(r"(?<=;) (?=\(?\w{1,4}\) )|\n", text.strip())
    rows = [first]
    for line in lines:
        item, last = item_at(line), item_at(rows[-1])
        is_next = follows(item["marker"], last["marker"]) if item and last else not (item or last)
        if is_next and rows[-1].endswith((PREAMBULAR, OPERATIVE) if item else OPERATIVE):
            rows.append(line)
        else:
            rows[-1] += "\n" + line
    return rows


def written(text: str, like: Piece, language: str) -> Piece:
    """Return a paragraph that somebody wrote, to stand beside another or in its place.

    A number or marker in front is taken off; lines that begin with "(a)" become sub-paragraphs.
    """
    lines: list[str] = []
    for line in (" ".join(line.split()) for line in text.splitlines()):
        if line and (not lines or item_at(line)):
            lines.append(line)
        elif line:
            lines[-1] += " " + line
    blocks = [_first_block(lines[0], like.kind, language)]
    for line in lines[1:]:
        marker = item_at(line)
        inline = read_inline(line[marker.end() :] if marker else line, ())
        blocks.append(Block("item", inline.text, marker=marker["marker"] if marker else "a", italics=inline.italics))
    (paragraph,) = build_paragraphs("operative", blocks, lambda *_: None, language)
    made = piece_of(paragraph)
    for piece in in_order([made]):
        piece.was = ""
    return fit(made, like)


def _first_block(line: str, like: str, language: str) -> Block:
    begin = _HEAD.match(line) or (item_at(line) if like == "item" else number_at(line))
    inline = read_inline(line[begin.end() :] if begin else line, ())
    block = Block("paragraph", inline.text, 1, italics=inline.italics, opener=())
    if like != "item":
        block.opener, block.italics = split_opener(inline.text, inline.italics, language)
        part = "operative" if like == "paragraph" else "preamble"
        block.opener = block.opener or find_opener(inline.text, part, language)  # type: ignore[arg-type]
    return block


def fit(piece: Piece, like: Piece) -> Piece:
    """Make a paragraph one of the kind and in the section of another, beside which it comes to stand."""
    piece.stretch, piece.is_inner = like.stretch, like.is_inner
    if like.is_inner:
        piece.kind, piece.marker = "item", piece.marker or like.marker or "a"
    elif like.kind == "preambular":
        piece.kind, piece.marker = "preambular", None
    else:
        piece.kind, piece.marker = "text" if like.was.startswith("PP") else "paragraph", None
    piece.number = piece.number if piece.kind == "paragraph" else None
    return piece


# --- what follows by itself when paragraphs came, went or moved: numbers, markers, final marks and footnote numbers

_MARKED_WITHIN = re.compile(r"[.?!][”“»\"']$|[,;.]\]$")
"""A quoted sentence, or one in the brackets of a negotiating text: its own mark is that of the paragraph."""


def number_paragraphs(tops: Sequence[Piece], before: Sequence[Paragraph]) -> None:
    """Number the operative paragraphs in each section, as it began before; a single one has no number."""
    tops = [piece for piece in tops if piece.is_paragraph]
    first: dict[str, int] = {}
    for p in before:
        if number := re.search(r"OP([1-9]\d*)$", p.label):
            first.setdefault(stretch_of(p.label)[0], int(number[1]))
    last: dict[str, int] = {}
    for piece in tops:
        if piece.kind == "paragraph":
            section, _preambular = piece.stretch
            between = BIS.search(piece.was) if section in last else None
            last[section] = last.get(section, first.get(section, 1) - 1) + (not between)
            piece.number = None if between else last[section]
            piece.label = f"{section}OP{last[section]}{between[0]}" if between else ""
    was_alone = len(before) == 1 and before[0].number is not None
    if len(tops) == 1 and not was_alone and not any(piece.kind == "text" for piece in in_order(tops[0].inner)):
        tops[0].number = None


def mark_anew(tops: Sequence[Piece], draft: Resolution, part: str) -> None:
    """Let the markers of sub-paragraphs, and the marks at the ends of all paragraphs, follow their places in a part."""
    before = {p.label: p for p in draft.paragraphs}
    for owner in reversed(list(in_order(tops))):
        items = owner.sub_paragraphs
        old = before[owner.was].items if owner.was in before else ()
        if old and not items and owner.is_inner:  # its list is gone: it ends as that did
            _set_mark(owner, split_final_mark([*old[-1].walk()][-1].text)[1])
        elif items and [item.was for item in items] != [item.label for item in old]:
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
            piece.marks = tuple((len(piece.text) if at == end else at, number) for at, number in piece.marks)


def footnote_numbers(draft: Resolution, pieces: Iterable[Piece]) -> dict[int, int]:
    """Return the new number of each footnote that is left: they follow the order of their marks."""
    were_placed = [n.number for top in draft.preamble + draft.operative for p in top.walk() for n in p.footnotes]
    placed = [number for piece in pieces for _at, number in piece.marks]
    if placed == were_placed:
        return {note.number: note.number for note in draft.footnotes}
    others = [note for note in draft.footnotes if note.number not in were_placed]
    in_title = [note.number for note in others if note.label == "title"]
    order = dict.fromkeys([*in_title, *placed, *(note.number for note in others)])
    first = min((note.number for note in draft.footnotes), default=1)
    return {old: new for new, old in enumerate(order, start=first)}


def renumbered(paragraphs: Iterable[Paragraph], numbers: Mapping[int, int]) -> tuple[Paragraph, ...]:
    """Return paragraphs of an annex whose footnotes have their new numbers."""
    made = []
    for p in paragraphs:
        notes = tuple(replace(n, number=numbers.get(n.number, n.number)) for n in p.footnotes)
        made.append(replace(p, footnotes=notes, items=renumbered(p.items, numbers)))
    return tuple(made)
