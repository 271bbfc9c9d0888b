"""Amendments applied to a draft: a new draft, what became of each paragraph, and what a person should look at."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from operator import attrgetter, itemgetter

from resolutionkit.document.grammar.final_marks import OPERATIVE, split_final_mark
from resolutionkit.document.model import Footnote, Paragraph, Resolution
from resolutionkit.document.reading.assemble import build_paragraphs
from resolutionkit.drafting.negotiation.align import partners
from resolutionkit.drafting.negotiation.amendment_phrases import listed, pattern
from resolutionkit.drafting.negotiation.amendments import LAST, PARTS, WHOLE, Amendment
from resolutionkit.drafting.negotiation.comparison import Comparison, paired
from resolutionkit.drafting.negotiation.conflicts import check, words_at
from resolutionkit.drafting.negotiation.pieces import Piece, fit, in_order, pieces_of, written
from resolutionkit.drafting.negotiation.settle import footnote_numbers, mark_anew, number_paragraphs, renumbered
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
    given = tuple(amendments) if isinstance(amendments, Iterable) else (amendments,)
    if not all(isinstance(each, Amendment) for each in given):
        advice = _("Read what is to change first: rk.amend(draft, rk.read_amendments(text)).")
        raise ReadError(expected=_("Amendments"), found=repr(amendments)[:60], advice=advice)
    numbered = [(n, each) for n, a in enumerate(given, 1) for each in _with_labels(a, draft)]
    check(draft, numbered)
    if not given:
        return Amended(
            draft, draft, given, Comparison(draft, draft, tuple(paired(draft.paragraphs, draft.paragraphs))), ()
        )
    wanted, work = [a for _n, a in numbered], _Work(draft)
    for amendment, at in _in_order(draft, wanted):
        getattr(work, f"_{amendment.kind}")(amendment, at)
    made, pieces = work.settled(wanted)
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
    paragraphs = {p.label: p for p in draft.paragraphs}
    if a.position == "all" and label in (WHOLE, *PARTS):
        tops = (*(draft.preamble if label != PARTS[1] else ()), *(draft.operative if label != PARTS[0] else ()))
        return [replace(a, label=p.label) for top in tops for p in top.walk() if words_at(p, a.old)] or [a]
    if a.position == "end" and label in paragraphs and not paragraphs[label].items and a.text.strip():
        return [Amendment("replace_words", label, new=a.text, sponsor=a.sponsor)]
    return [a]


_TURNS = ("replace_words", "split", "replace", "add", "move", "merge", "delete")
"""What is amended needs its neighbours in their places, so what goes goes last."""


def _in_order(draft: Resolution, amendments: Sequence[Amendment]) -> list[tuple[Amendment, int]]:
    """Amendments, each with the place of its words, in the order in which they do not disturb each other.

    What is put in after one and the same paragraph is put in from the last to the first, words from back to front.
    """
    found = []
    for place, a in enumerate(amendments):
        for at in words_at(draft[a.label], a.old) if a.old else [0]:
            rank = (1, -place)
            if a.old:
                rank = (-at, place)
            elif (a.target or a.label) in PARTS:
                rank = (-1, place)
            elif a.position == "before":
                rank = (0, place)
            found.append(((_TURNS.index(a.kind), *rank), a, at))
    return [(a, at) for _turn, a, at in sorted(found, key=itemgetter(0))]


class _Work:
    """A draft while amendments are applied to it, one method for each kind of amendment."""

    def __init__(self, draft: Resolution) -> None:
        self.draft = draft
        self.parts = {name: pieces_of(getattr(draft, name)) for name in PARTS}

    def _lists(self) -> list[list[Piece]]:
        """The pieces of both parts, and what hangs below each of them."""
        return [*self.parts.values(), *(piece.inner for part in self.parts.values() for piece in in_order(part))]

    def _place(self, label: str, *, slot: bool = False) -> tuple[list[Piece], int]:
        """The list in which a paragraph stands and its place there; ``slot`` asks for the one from which it was moved."""
        places = [(pieces, at) for pieces in self._lists() for at, piece in enumerate(pieces) if piece.was == label]
        if not places:
            raise ReadError(
                expected=_("Amendments that can be carried out together"),
                found=_("{label} is moved, or merged, into a part of itself").format(label=label),
                advice=_("Leave one of them out, or write out what the text is to be."),
            )
        return next(((pieces, at) for pieces, at in places if pieces[at].is_slot == slot), places[0])

    def _target(self, label: str, position: str) -> tuple[list[Piece], int, Piece]:
        """Where something is put: the list, the place in it, and what it comes to stand beside."""
        if label in PARTS:
            part = self.parts[label]
            alone = Piece("text", was="PP0", stretch=("", True)) if label == "preamble" else Piece("paragraph")
            return part, len(part), next((piece for piece in reversed(part) if piece.was), alone)
        if position in ("into", "to", "end"):
            pieces, at = self._place(label)
            inner = pieces[at].inner
            return inner, len(inner), Piece("item", stretch=pieces[at].stretch, is_inner=True)
        pieces, at = self._place(label, slot=True)
        return pieces, at + (position == "after"), pieces[at]

    def _add(self, a: Amendment, _at: int) -> None:
        pieces, at, like = self._target(a.label, a.position)
        pieces.insert(at, written(a.text, like, self.draft.language))

    def _delete(self, a: Amendment, _at: int) -> None:
        pieces, at = self._place(a.label)
        del pieces[at]

    def _replace(self, a: Amendment, _at: int) -> None:
        pieces, at = self._place(a.label)
        old, new = pieces[at], written(a.text, pieces[at], self.draft.language)
        new.was, new.number, new.label = old.was, old.number, old.label
        were = self.draft[a.label].items
        now = [Paragraph(str(n), marker="", text=item.text) for n, item in enumerate(new.inner)]
        for i, j in partners(were, now).items():
            new.inner[j].was = were[i].label
        pieces[at] = new

    def _replace_words(self, a: Amendment, start: int) -> None:
        pieces, at = self._place(a.label)
        piece, words = pieces[at], split_final_mark(pieces[at].text)[0]
        if a.old:
            piece.put(start, start + len(a.old), a.new)
        elif a.position == "before":
            if a.new[:1].isupper() and piece.text[1:2].islower():
                piece.text = piece.text[:1].lower() + piece.text[1:]
            piece.put(0, 0, f"{a.new} ")
        else:
            glue = "" if a.new[:1] in ",;:." else " "
            piece.put(len(words), len(words), glue + split_final_mark(a.new)[0])

    def _move(self, a: Amendment, _at: int) -> None:
        pieces, at = self._place(a.label)
        piece = pieces[at]
        pieces[at] = replace(piece, is_slot=True, text="", footnotes=(), inner=[])
        pieces, at, like = self._target(a.target, a.position)
        pieces.insert(at, fit(piece, like))
        piece.moved = True

    def _split(self, a: Amendment, start: int) -> None:
        pieces, at = self._place(a.label)
        first = pieces[at]
        start += len(a.old) if a.position == "after" else 0
        rest = re.sub(r"^[ ,;:]*(?:(?:and|und) )?", "", first.text[start:])
        if not (first.is_inner or (self.draft.language == "de" and not first.was.startswith("PP"))):
            rest = rest[:1].upper() + rest[1:]
        cut = len(re.sub(r"[ ,;:]*(?: (?:and|und))?[ ,;:]*$", "", first.text[:start]))
        offset = len(first.text) - len(rest)
        went = [n for n in first.footnotes if n.position is not None and n.position > start]
        first.footnotes = tuple(n for n in first.footnotes if n not in went)
        first.put(cut, len(first.text), split_final_mark(first.text)[1] or OPERATIVE)
        second = written(rest, first, self.draft.language)
        second.footnotes = tuple(replace(n, position=(n.position or 0) - offset) for n in went)
        second.inner, first.inner = first.inner, []
        pieces.insert(at + 1, second)

    def _merge(self, a: Amendment, _at: int) -> None:
        pieces, at = self._place(a.label)
        others, other_at = self._place(a.target)
        first, second = pieces[at], others.pop(other_at)
        stem = split_final_mark(first.text)[0]
        german = self.draft.language == "de"
        joint = ", und " if german else ", and "
        offset = len(stem) + len(joint)
        text = second.text if german else second.text[:1].lower() + second.text[1:]
        first.put(len(stem), len(first.text), joint + text)
        italics = (*(second.opener or ()), *second.italics)
        first.italics += tuple((start + offset, end + offset) for start, end in italics)
        first.footnotes += tuple(
            n if n.position is None else replace(n, position=n.position + offset) for n in second.footnotes
        )
        first.inner += second.inner

    def settled(self, amendments: Sequence[Amendment]) -> tuple[Resolution, list[Piece]]:
        """Return the draft that the pieces make now, and the piece of each of its paragraphs."""
        draft = self.draft
        for pieces in self._lists():
            pieces[:] = [piece for piece in pieces if not piece.is_slot]
        if any(a.kind not in ("replace", "replace_words") for a in amendments):
            number_paragraphs(self.parts["operative"], draft.operative)
        for part, pieces in self.parts.items():
            mark_anew(pieces, draft, part)
        everything = {part: [*in_order(pieces)] for part, pieces in self.parts.items()}
        pieces = [*everything["preamble"], *everything["operative"]]
        numbers = footnote_numbers(draft, pieces)
        notes = {n.number: replace(n, number=numbers[n.number]) for n in draft.footnotes if n.number in numbers}

        def placed(number: int, label: str, offset: int) -> Footnote:
            notes[number] = replace(notes[number], label=label, position=None if offset < 0 else offset)
            return notes[number]

        for piece in pieces:
            piece.marks = tuple((-1 if n.position is None else n.position, n.number) for n in piece.footnotes)
        draft = replace(
            draft,
            preamble=build_paragraphs("preamble", everything["preamble"], placed, draft.language),
            operative=build_paragraphs("operative", everything["operative"], placed, draft.language),
            annexes=tuple(replace(a, paragraphs=renumbered(a.paragraphs, numbers)) for a in draft.annexes),
            footnotes=tuple(sorted(notes.values(), key=attrgetter("number"))),
            assumptions=(),
        )
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
        if a.kind == "merge" and a.label in labels:
            said = _("What was {label} and {target} was joined by “and”: read {now} once more.")
            yield said.format(label=a.label, target=a.target, now=labels[a.label])
