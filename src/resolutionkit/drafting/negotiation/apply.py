"""Amendments applied to a draft: a new draft, and what became of each paragraph."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from operator import itemgetter

from resolutionkit.document.grammar.final_marks import OPERATIVE, split_final_mark
from resolutionkit.document.model import Paragraph, Resolution
from resolutionkit.drafting.negotiation.align import partners
from resolutionkit.drafting.negotiation.amendments import LAST, PARTS, WHOLE, Amendment
from resolutionkit.drafting.negotiation.comparison import Comparison, paired
from resolutionkit.drafting.negotiation.conflicts import check, words_at
from resolutionkit.drafting.negotiation.follow_up import to_look_at
from resolutionkit.drafting.negotiation.pieces import Piece, fit, in_order, paragraphs_of, pieces_of, written
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
    wanted, work = [a for _n, a in numbered], _Work(draft)
    for amendment, at in _in_order(draft, wanted):
        getattr(work, f"_{amendment.kind}")(amendment, at)
    came_or_went = any(a.kind not in ("replace", "replace_words") for a in wanted)
    made, pieces = draft, {p.label: Piece("text", was=p.label) for p in draft.paragraphs}
    if wanted:
        made, pieces = work.settled(came_or_went=came_or_went)
    labels = {piece.was: label for label, piece in pieces.items() if piece.was}
    look_at = tuple(to_look_at(draft, made, labels, wanted)) if wanted else ()
    return Amended(draft, made, given, _comparison(draft, made, pieces), look_at)


def _with_labels(a: Amendment, draft: Resolution) -> list[Amendment]:
    """What only the draft can say: which paragraph is the last, which ones have the words, and whether there is a list."""
    last = dict(zip(LAST, (draft.preamble[-1:], draft.operative[-1:]), strict=True))
    label, target = (last[each][0].label if last.get(each) else each for each in (a.label, a.target))
    a = replace(a, label=label, target=target)
    paragraphs = {p.label: p for p in draft.paragraphs}
    if label == WHOLE:
        return [replace(a, label=p.label) for p in paragraphs.values() if words_at(p, a.old)] or [a]
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
        kind = _TURNS.index(a.kind)
        if a.old:
            found += [((kind, -at, place), a, at) for at in words_at(draft[a.label], a.old)]
        elif (a.target or a.label) in PARTS:
            found.append(((kind, -1, place), a, 0))
        else:
            found.append(((kind, 0, place) if a.position == "before" else (kind, 1, -place), a, 0))
    return [(a, at) for _turn, a, at in sorted(found, key=itemgetter(0))]


class _Work:
    """A draft while amendments are applied to it, one method for each kind of amendment."""

    def __init__(self, draft: Resolution) -> None:
        self.draft = draft
        self.parts = {name: pieces_of(getattr(draft, name)) for name in PARTS}

    def _place(self, label: str, *, slot: bool = False) -> tuple[list[Piece], int]:
        """The list in which a paragraph stands and its place there; ``slot`` asks for the one from which it was moved."""
        lists = [*self.parts.values(), *(p.inner for part in self.parts.values() for p in in_order(part))]
        places = [(pieces, at) for pieces in lists for at, piece in enumerate(pieces) if piece.was == label]
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
            alone = Piece("text", was="PP0") if label == "preamble" else Piece("paragraph")
            return part, len(part), next((piece for piece in reversed(part) if piece.was), alone)
        if position in ("into", "to", "end"):
            pieces, at = self._place(label)
            inner = pieces[at].inner
            return inner, len(inner), Piece("item", section=pieces[at].section, is_inner=True)
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

    def settled(self, *, came_or_went: bool) -> tuple[Resolution, dict[str, Piece]]:
        """Return the draft that the pieces make now, and the piece of each of its paragraphs."""
        draft, everything = self.draft, [piece for part in self.parts.values() for piece in part]
        for pieces in [*self.parts.values(), *(piece.inner for piece in in_order(everything))]:
            pieces[:] = [piece for piece in pieces if not piece.is_slot]
        if came_or_went:
            number_paragraphs(self.parts["operative"], draft.operative)
        numbers = footnote_numbers(draft, everything)
        notes = {
            numbers[n.number]: replace(n, number=numbers[n.number]) for n in draft.footnotes if n.number in numbers
        }
        made: dict[str, tuple[Paragraph, ...]] = {}
        piece_of: dict[str, Piece] = {}
        for part, pieces in self.parts.items():
            mark_anew(pieces, draft, part)
            made[part], labelled = paragraphs_of(pieces, part, numbers, notes, draft.language)
            piece_of.update(labelled)
        annexes = tuple(
            replace(annex, paragraphs=tuple(renumbered(p, numbers) for p in annex.paragraphs))
            for annex in draft.annexes
        )
        footnotes = tuple(notes[number] for number in sorted(notes))
        draft = replace(draft, preamble=made["preamble"], operative=made["operative"], annexes=annexes)
        return replace(draft, footnotes=footnotes, assumptions=()), piece_of


def _comparison(before: Resolution, after: Resolution, pieces: Mapping[str, Piece]) -> Comparison:
    """The pairs are known: nothing has to be guessed."""
    old, new = before.paragraphs, after.paragraphs
    place = {pieces[p.label].was: j for j, p in enumerate(new)}
    partner = {i: place[p.label] for i, p in enumerate(old) if p.label in place}
    moved = {i for i, j in partner.items() if pieces[new[j].label].moved}
    return Comparison(before, after, tuple(paired(old, new, partner, moved)))
