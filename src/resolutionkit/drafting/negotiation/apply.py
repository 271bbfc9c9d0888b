"""Amendments applied to a draft: a new draft, what became of each paragraph, and what a person should look at."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from operator import attrgetter, itemgetter

from resolutionkit.document.grammar.final_marks import OPERATIVE, split_final_mark
from resolutionkit.document.grammar.openers import find_opener
from resolutionkit.document.model import Footnote, Paragraph, Resolution
from resolutionkit.document.reading.assemble import build_paragraphs
from resolutionkit.document.reading.line_forms import item_at
from resolutionkit.drafting.negotiation.amendment_phrases import listed, pattern
from resolutionkit.drafting.negotiation.amendments import LAST, PARTS, WHOLE, Amendment
from resolutionkit.drafting.negotiation.comparison import Comparison, paired, partners
from resolutionkit.drafting.negotiation.conflicts import check, words_at
from resolutionkit.drafting.negotiation.draft_tree import (
    Piece,
    between,
    fit,
    footnote_numbers,
    in_order,
    mark_anew,
    number_paragraphs,
    piece_of,
    renumbered,
    rows_of,
    written,
)
from resolutionkit.errors import ReadError, cut_short
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
    given = tuple(amendments) if isinstance(amendments, Iterable) else (amendments,)
    if not all(isinstance(each, Amendment) for each in given):
        advice = _("Read what is to change first: rk.amend(draft, rk.read_amendments(text)).")
        raise ReadError(expected=_("Amendments"), found=cut_short(amendments), advice=advice)
    numbered = [(n, each) for n, a in enumerate(given, 1) for each in _with_labels(a, draft)]
    check(draft, numbered)
    if not given:
        same = Comparison(draft, draft, tuple(paired(draft.paragraphs, draft.paragraphs)))
        return Amended(draft, draft, given, same, ())
    wanted = [a for _n, a in numbered]
    walk = _Walk(draft, wanted)
    number = any(a.kind not in ("replace", "replace_words") for a in wanted)
    made, pieces = _settled(draft, {part: walk.part(part) for part in PARTS}, number=number)
    place = {piece.was: at for at, piece in enumerate(pieces) if piece.was}
    partner = {i: place[p.label] for i, p in enumerate(draft.paragraphs) if p.label in place}
    moved = {i for i, at in partner.items() if pieces[at].moved}
    comparison = Comparison(draft, made, tuple(paired(draft.paragraphs, made.paragraphs, partner, moved)))
    labels = {was: made.paragraphs[at].label for was, at in place.items()}
    return Amended(draft, made, given, comparison, tuple(_to_look_at(draft, made, labels, wanted)))


def _with_labels(a: Amendment, draft: Resolution) -> list[Amendment]:
    """What only the draft can say: which paragraph is the last, which ones have the words, and whether there is a list."""
    last = dict(zip(LAST, (draft.preamble[-1:], draft.operative[-1:]), strict=True))
    label, target = (last[each][0].label if last.get(each) else each for each in (a.label, a.target))
    a = replace(a, label=label, target=target)
    if a.position == "all" and label in (WHOLE, *PARTS):
        tops = (*(draft.preamble if label != PARTS[1] else ()), *(draft.operative if label != PARTS[0] else ()))
        return [replace(a, label=p.label) for top in tops for p in top.walk() if words_at(p, a.old)] or [a]
    p = next((p for p in draft.paragraphs if p.label == label and not p.items), None)
    if p and a.position == "rest" and len(places := words_at(p, a.old)) == 1:
        rest = split_final_mark(p.text)[0][places[0] :]
        kept = rest[: len(a.old)]
        return [replace(a, old=rest, new=kept, position="after")] if rest != kept else [a]
    if p and a.position == "end" and a.text.strip() and not item_at(a.text):
        return [Amendment("replace_words", label, new=a.text, sponsor=a.sponsor)]
    return [a]


class _Walk:
    """One walk over a draft makes the amended one: all labels are those of the draft, whatever comes, goes and moves."""

    def __init__(self, draft: Resolution, amendments: Sequence[Amendment]) -> None:
        self.draft = draft
        self.tops = {p.label for p in draft.preamble + draft.operative}
        self.paragraphs = {p.label: p for p in draft.paragraphs}
        self.wanted: defaultdict[tuple[str, str], list[Amendment]] = defaultdict(list)
        """The amendments by kind and label; what comes from elsewhere, or is new, by the side of a label to which it comes."""
        self.away: set[str] = set()
        """What leaves its place."""
        self.made: dict[str, list[Piece]] = {}
        for a in amendments:
            if a.kind in ("add", "move"):
                where = a.target if a.kind == "move" else a.label
                beside = a.position in ("after", "before") and where not in PARTS
                self.wanted[a.position if beside else "into", where].append(a)
            else:
                self.wanted[a.kind, a.label].append(a)
            if a.kind in ("delete", "move", "merge"):
                self.away.add(a.target if a.kind == "merge" else a.label)

    def part(self, name: str) -> list[Piece]:
        """Return a part of the amended draft."""
        tops: tuple[Paragraph, ...] = getattr(self.draft, name)
        alone = Piece("text", was="PP0", stretch=("", True)) if name == "preamble" else Piece("paragraph")
        return [*self._row(tops), *self._come("into", name, piece_of(tops[-1]) if tops else alone)]

    def _row(self, paragraphs: Iterable[Paragraph]) -> Iterator[Piece]:
        """Some paragraphs that stood side by side, those that stay, and what comes and stands between them."""
        for p in paragraphs:
            like = piece_of(p, is_inner=p.label not in self.tops)
            first, *second = self._halves(p.label)
            yield from map(between, p.above)
            yield from self._come("before", p.label, like)
            if p.label not in self.away:
                yield first
            yield from self._come("after", p.label, like)
            yield from second
            yield from map(between, p.below)

    def _come(self, side: str, label: str, like: Piece) -> Iterator[Piece]:
        """What is put beside or into a paragraph, in the order of the amendments; what moves comes to stand next to it."""
        for a in sorted(self.wanted[side, label], key=lambda a: (a.kind == "move") != (side == "after")):
            if a.kind == "add":
                texts = rows_of(a.text) if like.is_inner else [a.text]
                yield from (written(text, like, self.draft.language) for text in texts)
            else:
                moved, *_second = self._halves(a.label)
                moved.moved = True
                yield fit(moved, like)

    def _halves(self, label: str) -> list[Piece]:
        """A paragraph with all that is amended in it and below it: one piece, or two where it is split."""
        if label not in self.made:
            self.made[label] = []  # until it is made
            self.made[label] = self._amended(self.paragraphs[label])
        if not self.made[label]:
            found = _("{label} is moved, or merged, into a part of itself").format(label=label)
            advice = _("Leave one of them out, or write out what the text is to be.")
            raise ReadError(expected=_("Amendments that can be carried out together"), found=found, advice=advice)
        return self.made[label]

    def _amended(self, p: Paragraph) -> list[Piece]:
        language = self.draft.language
        first = piece_of(p, is_inner=p.label not in self.tops)
        first.inner = [*self._row(p.items)]
        for a in self.wanted["replace", p.label]:
            first = _rewritten(first, a.text, p.items, language)
        found = [(at, a) for a in self.wanted["replace_words", p.label] for at in words_at(p, a.old) or [-1]]
        # from back to front they do not disturb each other
        for at, a in sorted(found, key=itemgetter(0), reverse=True):
            _reword(first, a, at, language)
        second = [_split(first, a, words_at(p, a.old)[0], language) for a in self.wanted["split", p.label]]
        first.inner += self._come("into", p.label, Piece("item", is_inner=True))
        for a in self.wanted["merge", p.label]:
            _join(first, self._halves(a.target)[0], german=language == "de")
        return [first, *second]


def _rewritten(old: Piece, text: str, items: Sequence[Paragraph], language: str) -> Piece:
    """A paragraph with a new text; sub-paragraphs that are alike are the same ones still."""
    new = written(text, old, language)
    new.was, new.number, new.label = old.was, old.number, old.label
    for i, j in partners(items, new.inner).items():
        new.inner[j].was = items[i].label
    return new


def _reword(piece: Piece, a: Amendment, start: int, language: str) -> None:
    words = split_final_mark(piece.text)[0]
    if a.old:
        crossed = any(start < edge < start + len(a.old) for half in piece.opener or () for edge in half)
        new, verb = a.new, a.old[:1].lower() + a.old[1:]  # "Encourages" becomes "Further encourages"
        if start == 0 and piece.opener and language == "en" and new.endswith(f" {a.old}"):
            new = new.removesuffix(a.old) + verb
        piece.put(start, start + len(a.old), new)
        if crossed:  # words of the opener and others: what opens the paragraph now is to be found
            piece.opener = find_opener(piece.text, "operative" if piece.kind == "paragraph" else "preamble", language)
    elif a.position == "before":
        if a.new[:1].isupper() and piece.text[1:2].islower():
            piece.text = piece.text[:1].lower() + piece.text[1:]
        piece.put(0, 0, f"{a.new} ")
    else:
        glue = "" if a.new[:1] in ",;:." else " "
        piece.put(len(words), len(words), glue + split_final_mark(a.new)[0])


def _split(first: Piece, a: Amendment, start: int, language: str) -> Piece:
    """Return what becomes of the second half, with all that hung below the paragraph; ``first`` ends with the words before it."""
    start += len(a.old) if a.position == "after" else 0
    rest = re.sub(r"^[ ,;:]*(?:(?:and|und) )?", "", first.text[start:])
    if not (first.is_inner or language == "de"):
        rest = rest[:1].upper() + rest[1:]
    cut = len(re.sub(r"[ ,;:]*(?: (?:and|und))?[ ,;:]*$", "", first.text[:start]))
    offset = len(first.text) - len(rest)
    went = [(at - offset, number) for at, number in first.marks if at > start]
    first.marks = tuple((at, number) for at, number in first.marks if at <= start)
    first.put(cut, len(first.text), split_final_mark(first.text)[1] or OPERATIVE)
    second = written(rest, first, language)
    second.marks, second.inner, first.inner = tuple(went), first.inner, []
    return second


def _join(first: Piece, second: Piece, *, german: bool) -> None:
    stem = split_final_mark(first.text)[0]
    joint = ", und " if german else ", and "
    text = second.text if german else second.text[:1].lower() + second.text[1:]
    first.put(len(stem), len(first.text), joint + text)
    offset = len(stem) + len(joint)
    italics = (*(second.opener or ()), *second.italics)
    first.italics += tuple((start + offset, end + offset) for start, end in italics)
    first.marks += tuple((at + offset if at >= 0 else at, number) for at, number in second.marks)
    first.inner += second.inner


def _settled(draft: Resolution, parts: Mapping[str, list[Piece]], *, number: bool) -> tuple[Resolution, list[Piece]]:
    """Return the draft that the pieces make, and the piece of each of its paragraphs."""
    if number:
        number_paragraphs(parts["operative"], draft.operative)
    for part, tops in parts.items():
        mark_anew(tops, draft, part)
    rows = {part: [*in_order(tops)] for part, tops in parts.items()}
    pieces = [*rows["preamble"], *rows["operative"]]
    numbers = footnote_numbers(draft, pieces)
    notes = {n.number: replace(n, number=numbers[n.number]) for n in draft.footnotes if n.number in numbers}

    def placed(number: int, label: str, offset: int) -> Footnote:
        notes[number] = replace(notes[number], label=label, position=None if offset < 0 else offset)
        return notes[number]

    made = {part: build_paragraphs(part, row, placed, draft.language) for part, row in rows.items()}
    annexes = tuple(replace(a, paragraphs=renumbered(a.paragraphs, numbers)) for a in draft.annexes)
    footnotes = tuple(sorted(notes.values(), key=attrgetter("number")))
    draft = replace(draft, annexes=annexes, footnotes=footnotes, assumptions=())
    draft = replace(draft, preamble=made["preamble"], operative=made["operative"])
    return draft, [piece for piece in pieces if piece.is_paragraph]


def _to_look_at(
    before: Resolution, after: Resolution, labels: Mapping[str, str], amendments: Sequence[Amendment]
) -> Iterator[str]:
    """Yield what nobody but a person can decide; ``labels`` leads from each old label to the new one of the same paragraph."""
    cited = f"cited_{after.language}"
    form = pattern(cited) if cited in listed()["patterns"] else None
    for paragraph in after.paragraphs:
        for match in form.finditer(paragraph.text) if form else ():
            for number in re.findall(r"\d+", match[0]):
                now = labels.get(f"OP{number}")
                if now != f"OP{number}":
                    became = _("is now {now}").format(now=now) if now else _("is gone")
                    yield _("{label} cites “{match}”; what was OP{number} {became}.").format(
                        label=paragraph.label, match=match[0], number=number, became=became
                    )
    kept = {note.text for note in after.footnotes}
    for note in before.footnotes:
        if note.text not in kept:
            yield _("Footnote {number} went with its paragraph: {text}").format(number=note.number, text=note.text)
    were = {p.text for p in before.paragraphs if len(p.items) == 1}
    for p in after.paragraphs:
        if len(p.items) == 1 and p.text not in were:
            yield _("{label} has a single sub-paragraph now; a list has two or more.").format(label=p.label)
    for a in amendments:
        joined = _("What was {label} and {target} was joined by “and”: read {now} once more.")
        parted = _("What was {label} was split: read both paragraphs once more, each needs an opener of its own.")
        if a.kind in ("merge", "split") and a.label in labels:
            said = joined if a.kind == "merge" else parted
            yield said.format(label=a.label, target=a.target, now=labels[a.label])
