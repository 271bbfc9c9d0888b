"""Reads a resolution from pasted text or Markdown.

The order of the work: lines are joined to blocks, footnotes taken out, the zones told
apart (cover, title, organ line, body, closing lines, annexes), cut paragraphs rejoined,
and the blocks of the body handed to :mod:`resolutionkit.document.reading.assemble`.
"""

from __future__ import annotations

import bisect
import re
from collections.abc import Sequence
from dataclasses import replace

from resolutionkit.document.exact import is_exact, read_exact
from resolutionkit.document.grammar.citations import date_in
from resolutionkit.document.grammar.openers import find_opener
from resolutionkit.document.model import Annex, Assumption, Footnote, Paragraph, Resolution, Span
from resolutionkit.document.reading.assemble import Block, build_operative, build_preamble, split_opener
from resolutionkit.document.reading.blocks import HEADING, Lines, is_organ_line, to_blocks
from resolutionkit.document.reading.body import find_boundary, join_cut, to_body
from resolutionkit.document.reading.clean import mend_characters, mend_lines
from resolutionkit.document.reading.footnote_marks import mend_notes, take_notes
from resolutionkit.document.reading.front_matter import (
    ANNEX,
    ANY_ORGAN_LINE,
    CLOSING,
    ORGAN_LINE,
    TITLE,
    meeting_in,
    read_cover,
)
from resolutionkit.document.reading.hyphens import mend_divided
from resolutionkit.document.reading.list_markers import mend_marks
from resolutionkit.document.reading.markdown import Inline, read_inline
from resolutionkit.document.reading.pages import without_furniture
from resolutionkit.document.reading.stray_numbers import mend_raised
from resolutionkit.document.reading.title import read_title
from resolutionkit.errors import Location, ReadError, location_in
from resolutionkit.language import _, number

LONGEST = 400_000
"""Characters: twice the longest resolution of the 75th session (75/239, 204,000)."""
_ILLEGAL = re.compile("[\x00-\x08\x0b\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")


def parse(text: str, language: str | None = None) -> Resolution:
    """Read a resolution from text as people paste it: Markdown, text out of a PDF, an e-mail.

    Footnotes may stand at page feet or at the end, marked by superscripts, ``[^1]`` or digits
    fused to a word; paragraphs may be cut by page breaks or wrapped by hand; italics may be
    ``*…*`` or ``_…_``. Where the text left something open, ``.assumptions`` says what was assumed.

    ``language`` is an ISO 639-1 code; without it English and German are told apart by their words.

    Raises :class:`ReadError` for a text that is empty or longer than 400,000 characters.

    >>> r = parse("The General Assembly,\\n\\nRecalling its resolution 51/1,\\n\\n1. Urges all States to act.")
    >>> [(p.label, p.opener) for p in r.paragraphs]
    [('PP1', 'Recalling'), ('OP1', 'Urges')]
    """
    if not isinstance(text, str):
        raise _unreadable(_("a ") + type(text).__name__, Location(line=1, column=1))
    if len(text) > LONGEST:
        raise _unreadable(
            _("a text of {length} characters, which is more than {most}").format(
                length=number(len(text)), most=number(LONGEST)
            ),
            location_in(text[:LONGEST], LONGEST),
        )
    assumptions: list[Assumption] = []
    if text[:1] == "\ufeff":
        text = text[1:]
    if "\r" in text or "\x0c" in text or "\u2028" in text or "\u2029" in text:
        text = re.sub("\r\n?|\x0c|\u2028", "\n", text).replace("\u2029", "\n\n")
    if is_exact(text):
        return read_exact(text)
    if "\ufffe" in text or "\x02" in text:
        text = mend_divided(text)
    if not text.replace("\n", " ").isprintable() and (illegal := _ILLEGAL.search(text)):
        assumptions.append(
            Assumption("control-character", location_in(text, illegal.start()).line or 1, "", repr(illegal[0]))
        )
        text = _ILLEGAL.sub("", text)
    if not text or text.isspace():
        raise _unreadable(_("an empty text"), Location(line=1, column=1))
    language = language or detect_language(text)
    lines = mend_lines(mend_characters(text, language).split("\n"))
    organ_at = next((i for i, line in enumerate(lines) if ORGAN_LINE.match(line.lstrip("*_ "))), -1)
    lines = mend_raised(lines, language, assumptions)
    lines = mend_notes(without_furniture(lines, organ_at), language, assumptions)
    blocks = to_blocks(mend_marks(lines, language, assumptions), language, assumptions)
    return _assemble(blocks, language, assumptions)


def _unreadable(found: str, place: Location) -> ReadError:
    return ReadError(
        expected=_("The text of a resolution"),
        found=found,
        place=place,
        advice=_("Paste the resolution from its title to its last paragraph, as text or Markdown."),
    )


_WORDS = {
    "en": (" the ", " and ", " of ", " to "),
    "de": (" der ", " und ", " die ", " zu "),
    "fr": (" les ", " et ", " des ", " à "),
    "es": (" los ", " y ", " las ", " para "),
}


def detect_language(text: str) -> str:
    """Tell in which of the languages of UN documents a text is written.

    >>> detect_language("Die Generalversammlung, unter Hinweis auf die Charta und die Ziele")
    'de'
    """
    sample = text[:2500]
    if max(sample[:800]) >= "а":
        for language, first, last in (("ru", "а", "я"), ("ar", "ا", "ي"), ("zh", "一", "龥")):
            if sum(1 for c in sample[:800] if first <= c <= last) > len(sample[:800]) // 4:
                return language
    padded = f" {sample.lower()} "
    counts = {language: sum(padded.count(w) for w in words) for language, words in _WORDS.items()}
    best = max(counts, key=lambda language: counts[language])
    if counts[best] < 2 and re.search(r"[äöüß]|\b(?:der|die|das|fordert|unter|sowie|betont|beschließt)\b", sample):
        return "de"
    return best


def _assemble(blocks: list[Lines], language: str, assumptions: list[Assumption]) -> Resolution:
    blocks, bodies = take_notes(blocks)
    notes = {marker: read_inline(body.text, ()) for marker, body in bodies.items()}
    organ_at = _organ_index(blocks)
    head, tail = (blocks[:organ_at], blocks[organ_at + 1 :]) if organ_at is not None else ([], blocks)
    if organ_at is None:
        head, tail = _head_without_organ(blocks)
    organ, comma = _organ(blocks[organ_at].text) if organ_at is not None else ("", True)
    number, title, cover = read_title(head, notes)
    body, closing, annex_blocks = _zones(tail)
    placed = _Notes(notes)
    title_marks = tuple(n for at, k in title.marks if (n := placed.take(k, "title", at)))
    paged = any(note.line < body[-1].line for note in bodies.values()) if body else False
    preamble, operative = _body(body, language, assumptions, placed, paged=paged)
    annexes = _annexes(annex_blocks, placed)
    facts = read_cover(cover, number, organ)
    loose = tuple(Footnote(n, note.text, italics=note.italics) for n, note in notes.items() if n not in placed.taken)
    for note in loose:
        assumptions.append(Assumption("footnote-without-mark", bodies[note.number].line, "", str(note.number)))
    carried = [n for top in (*preamble, *operative) for p in top.walk() for n in p.footnotes]
    carried += [n for annex in annexes for p in annex.paragraphs for n in p.footnotes]
    return Resolution(
        facts.symbol,
        title.text,
        organ,
        comma,
        language,
        facts.session,
        facts.agenda_item,
        facts.adopted or next((d for line in closing if (d := date_in(line))), None),
        facts.published,
        meeting_in(closing),
        facts.drafts,
        tuple(cover),
        tuple(closing),
        preamble,
        operative,
        _in_order((*title_marks, *carried, *loose)),
        annexes,
        assumptions=tuple(assumptions),
    )


class _Notes:
    """Gives each footnote the place of its mark, and remembers which were placed."""

    def __init__(self, notes: dict[int, Inline]) -> None:
        self._notes = notes
        self.taken: set[int] = set()

    def take(self, number: int, label: str, offset: int) -> Footnote | None:
        note = self._notes.get(number)
        if note is None:
            return None
        self.taken.add(number)
        return Footnote(number, note.text, label, offset, note.italics)


def _in_order(notes: Sequence[Footnote]) -> tuple[Footnote, ...]:
    seen: dict[int, Footnote] = {}
    for note in notes:
        seen.setdefault(note.number, note)
    return tuple(sorted(seen.values(), key=lambda note: note.number))


def _organ_index(blocks: list[Lines]) -> int | None:
    for i, block in enumerate(blocks):
        if is_organ_line(block.text):
            return i
    for i, block in enumerate(blocks[:25]):
        if len(block.text) < 100 and ANY_ORGAN_LINE.fullmatch(block.text.replace("*", "").replace("_", "")):
            return i
    for i, block in enumerate(blocks):
        if (match := ORGAN_LINE.match(block.text)) and match["comma"] and len(block.text) > match.end():
            rest = block.text[match.end() :].strip()  # "The General Assembly, Recalling …" in one line
            blocks[i : i + 1] = [Lines(match[0], block.line), *([Lines(rest, block.line)] if rest else [])]
            return i
    return None


def _organ(line: str) -> tuple[str, bool]:
    bare = line.replace("*", "").replace("_", "").strip()
    comma = bare[-1:] in (",", "،", "，")
    return (bare[:-1] if comma else bare.rstrip(":;.")).rstrip(), comma


def _head_without_organ(blocks: list[Lines]) -> tuple[list[Lines], list[Lines]]:
    for i, block in enumerate(blocks[:15]):
        if TITLE.match(block.text):
            return blocks[: i + 1], blocks[i + 1 :]
    if blocks and HEADING.match(blocks[0].text) and blocks[0].text.startswith("# "):
        return blocks[:1], blocks[1:]
    return [], blocks


def _zones(blocks: list[Lines]) -> tuple[list[Lines], list[str], list[Lines]]:
    """Part what follows the organ line into body, closing lines and annexes."""
    closing_at = annex_at = len(blocks)
    for i, block in enumerate(blocks):
        bare = block.text.strip("*_ ") if len(block.text) < 95 else ""
        if closing_at == len(blocks) and i and bare and CLOSING.fullmatch(bare):
            closing_at = i
        if i and bare and ANNEX.fullmatch(re.sub(r"^#{1,6} ", "", bare)):
            annex_at = i
            break
    if closing_at > annex_at:
        closing_at = annex_at
    closing = [block.text.strip("*_ ") for block in blocks[closing_at:annex_at]]
    return blocks[:closing_at], [line for line in closing if line], blocks[annex_at:]


def _body(
    blocks: list[Lines], language: str, assumptions: list[Assumption], notes: _Notes, *, paged: bool
) -> tuple[tuple[Paragraph, ...], tuple[Paragraph, ...]]:
    joined = join_cut(blocks, language, assumptions, paged=paged)
    boundary = find_boundary(joined, language)
    known = notes._notes
    preamble = to_body(joined[:boundary], known, language, numbered=False)
    operative = to_body(joined[boundary:], known, language, numbered=True)
    for block in preamble:
        _open(block, "preamble", language)
    numbers = any(block.number for block in operative)
    for block in operative:
        _open(block, "operative", language)
        if numbers and block.kind == "paragraph" and block.number is None:
            assumptions.append(Assumption("lost-number", block.line, "", block.text[:40]))
    built = build_preamble(preamble, notes.take, language), build_operative(operative, notes.take, language)
    labels = {block.line: block.label for block in preamble + operative}
    starts = sorted(labels)
    for i, assumption in enumerate(assumptions):
        if not assumption.label and starts and assumption.line >= starts[0]:
            at = starts[bisect.bisect_right(starts, assumption.line) - 1]
            assumptions[i] = replace(assumption, label=labels[at])
    return built


def _open(block: Block, part: str, language: str) -> None:
    """Find the opener: italics at the start, or else the words that open paragraphs."""
    if block.kind == "item":
        return
    if block.italics and block.italics[0][0] == 0:
        block.opener, block.italics = split_opener(block.text, block.italics, language)
    else:
        block.opener = find_opener(block.text, part, language)  # type: ignore[arg-type]  # one of the two literals
        block.italics = tuple(span for span in block.italics if not _inside(span, block.opener))


def _inside(span: Span, others: Sequence[Span]) -> bool:
    return any(start <= span[0] and span[1] <= end for start, end in others)


def _annexes(blocks: Sequence[Lines], notes: _Notes) -> tuple[Annex, ...]:
    annexes: list[Annex] = []
    paragraphs: list[Paragraph] = []
    heading = ""
    for block in blocks:
        bare = re.sub(r"^#{1,6} ", "", block.text.strip("*_ "))
        if ANNEX.fullmatch(bare):
            if heading:
                annexes.append(Annex(heading, tuple(paragraphs)))
            heading, paragraphs = bare, []
            continue
        inline = read_inline(block.text, notes._notes)
        label = f"{heading.lower().replace(' ', '-')}/{len(paragraphs) + 1}"
        marks = tuple(n for at, k in inline.marks if (n := notes.take(k, label, at)))
        paragraphs.append(Paragraph(label, text=inline.text, italics=inline.italics, footnotes=marks))
    return (*annexes, Annex(heading, tuple(paragraphs))) if heading else ()
