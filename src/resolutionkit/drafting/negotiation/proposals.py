"""The amendments that lead from a draft to a changed version of it: what a delegation hands in that worked on the text itself."""

from collections.abc import Iterator, Sequence

from resolutionkit.document.grammar.final_marks import split_final_mark
from resolutionkit.document.model import Paragraph, Resolution
from resolutionkit.document.writing.write_text import paragraph_lines
from resolutionkit.drafting.negotiation.amendments import Amendment, Position
from resolutionkit.drafting.negotiation.comparison import Pair, paired, without_final_mark
from resolutionkit.drafting.negotiation.conflicts import words_at


def proposals(draft: Resolution, changed: Resolution) -> list[Amendment]:
    """Return the amendments that make ``changed`` of ``draft``, by the labels of ``draft``.

    Where a new paragraph and a moved one come to stand side by side, the moved one stands first.

    >>> old = Resolution(operative=(Paragraph("OP1", 1, text="Urges States to act;"), Paragraph("OP2", 2, text="Decides.")))
    >>> new = Resolution(operative=(Paragraph("OP1", 1, text="Urges all States to act."),))
    >>> [str(amendment) for amendment in proposals(old, new)]
    ['in OP1 replace “Urges” by “Urges all”', 'delete OP2']
    """
    preamble = _of_part(draft.preamble, changed.preamble, changed.language, "preamble")
    return [*preamble, *_of_part(draft.operative, changed.operative, changed.language, "operative")]


def _of_part(old: Sequence[Paragraph], new: Sequence[Paragraph], language: str, part: str) -> Iterator[Amendment]:
    place: Position = "before" if old else "into"
    there = old[0].label if old else part
    gone = ""
    for pair in paired(old, new):
        before, after = pair.before, pair.after
        if gone and after and not before:  # what goes and what comes at its place are one proposal
            yield Amendment("replace", gone, _written(after, language))
            place, there, gone = "after", gone, ""
            continue
        if gone:
            yield Amendment("delete", gone)
        gone = before.label if before and not after else ""
        if after and not before:
            yield Amendment("add", there, _written(after, language), place)
        elif before and after:
            if pair.moved:
                yield Amendment("move", before.label, position=place, target=there)
            else:
                place, there = "after", before.label
            yield from _of_words(pair, before, after, language)
    if gone:
        yield Amendment("delete", gone)


def _of_words(pair: Pair, old: Paragraph, new: Paragraph, language: str) -> Iterator[Amendment]:
    """One amendment for what changed within a paragraph: some of its words, or all of them."""
    items = [[(p.marker, without_final_mark(p.text)) for p in each.walk()][1:] for each in (old, new)]
    if items[0] == items[1] and pair.kind != "changed":
        return
    was, now = _changed_words(old, new)
    whole = items[0] != items[1] or pair.rewritten or set(was + now) & set("“”„")  # which would quote quotation marks
    if whole:
        yield Amendment("replace", old.label, _written(new, language))
    else:
        yield Amendment("replace_words", old.label, old=was, new=now)


def _changed_words(old: Paragraph, new: Paragraph) -> tuple[str, str]:
    """The shortest run of words that stands once in the older text and holds all that changed, and what is there now."""
    before, after = (split_final_mark(p.text)[0].split(" ") for p in (old, new))
    shorter = min(len(before), len(after))
    first = next((n for n in range(shorter) if before[n] != after[n]), shorter)
    last = next((n for n in range(shorter - first) if before[-1 - n] != after[-1 - n]), shorter - first)
    while True:
        was, now = (" ".join(each[first : len(each) - last]) for each in (before, after))
        if len(words_at(old, was)) == 1 or not first + last:
            return was, now
        first, last = (first - 1, last) if first else (first, last - 1)


def _written(paragraph: Paragraph, language: str) -> str:
    """A paragraph as an amendment has it: without the number that it would get."""
    lines = "\n".join(paragraph_lines(paragraph, language))
    return lines.removeprefix(f"{paragraph.number}. ")
