"""Parts the blocks of a text into cover, title, organ line, body, closing lines, annexes and footnotes."""

from __future__ import annotations

import bisect
import re
from collections.abc import Sequence
from dataclasses import replace

from resolutionkit.document.grammar.dates import date_in
from resolutionkit.document.grammar.final_marks import LAST, final_mark
from resolutionkit.document.grammar.openers import opens_paragraph, opens_preamble
from resolutionkit.document.model import Annex, Assumption, Footnote, Paragraph, Resolution
from resolutionkit.document.reading.assemble import Block, build_operative, build_preamble
from resolutionkit.document.reading.blocks import HEADING, NOTE_BODY, bare_of, is_organ_line
from resolutionkit.document.reading.body import to_body
from resolutionkit.document.reading.footnote_marks import NOTES_HEADING
from resolutionkit.document.reading.front_matter import (
    ANNEX,
    ANNEX_WITH_TITLE,
    ANY_ORGAN_LINE,
    CLOSING,
    LABELLED,
    ORGAN_LINE,
    TITLE,
    meeting_in,
    read_cover,
)
from resolutionkit.document.reading.markdown import SUPERSCRIPTS, read_inline, to_number, unescaped
from resolutionkit.document.reading.source import Source
from resolutionkit.document.reading.title import read_title


def to_resolution(blocks: Sequence[Block], source: Source) -> Resolution:
    """Return the resolution of which these are the blocks.

    >>> source = Source.of("The General Assembly,", "en")
    >>> to_resolution([Block("text", "The General Assembly,", line=1)], source).organ
    'The General Assembly'
    """
    blocks, notes = take_footnotes(blocks)
    head, organ_line, tail = _around_organ(blocks, source.language)
    organ, comma = _organ(organ_line)
    number, title, cover = read_title(head, notes.known)
    cover = [unescaped(line) for line in cover]
    body, closing, annex_blocks = _behind_organ(tail)
    title_marks = tuple(n for at, k in title.marks if (n := notes.take(k, "title", at)))
    preamble, operative = _paragraphs(body, source, notes)
    annexes = _annexes(annex_blocks, notes)
    facts = read_cover(cover, number, organ)
    return Resolution(
        facts.symbol,
        title.text,
        organ,
        comma,
        source.language,
        facts.session,
        facts.agenda_item,
        facts.adopted or next((d for line in closing if (d := date_in(line))), None),
        facts.published,
        facts.meeting or meeting_in(closing),
        facts.drafts,
        tuple(cover),
        tuple(closing),
        preamble,
        operative,
        notes.in_order([*title_marks, *_carried(preamble, operative, annexes)], source),
        annexes,
        assumptions=tuple(source.assumptions),
    )


class Footnotes:
    """The bodies of footnotes: each gets the place of its mark, once it is found."""

    def __init__(self, bodies: dict[int, Block]) -> None:
        self.bodies = bodies
        self.known = {number: read_inline(body.text, ()) for number, body in bodies.items()}
        self.placed: set[int] = set()

    def take(self, number: int, label: str, offset: int) -> Footnote | None:
        """Return the footnote with its place, or None where there is none with that number."""
        note = self.known.get(number)
        if note is None:
            return None
        self.placed.add(number)
        return Footnote(number, note.text, label, offset, note.italics)

    def in_order(self, carried: Sequence[Footnote], source: Source) -> tuple[Footnote, ...]:
        """Return all footnotes, those without a mark included."""
        loose = [Footnote(n, note.text, italics=note.italics) for n, note in self.known.items() if n not in self.placed]
        for note in loose:
            line = self.bodies[note.number].line
            source.assumptions.append(Assumption("footnote-without-mark", line, "", str(note.number)))
        first: dict[int, Footnote] = {}
        for note in [*carried, *loose]:
            first.setdefault(note.number, note)
        return tuple(sorted(first.values(), key=lambda note: note.number))


_FIRSTS = ("[", *SUPERSCRIPTS)


def take_footnotes(blocks: Sequence[Block]) -> tuple[list[Block], Footnotes]:
    """Part the bodies of footnotes from the other blocks.

    >>> rest, notes = take_footnotes([Block("text", "the Strategy,¹ and"), Block("text", "¹ Resolution 60/288.")])
    >>> len(rest), notes.known[1].text
    (1, 'Resolution 60/288.')
    """
    rest: list[Block] = []
    bodies: dict[int, Block] = {}
    for block in blocks:
        match = NOTE_BODY.match(block.text) if block.text[:1] in _FIRSTS else None
        number = (to_number(match["super"]) if match["super"] else int(match["markdown"])) if match else 0
        if match is None or number in bodies:  # the same number twice: nothing may be lost
            rest.append(block)
        else:
            bodies[number] = Block("text", block.text[match.end() :], line=block.line)
    return rest, Footnotes(bodies)


def _around_organ(blocks: list[Block], language: str) -> tuple[list[Block], str, list[Block]]:
    """Part the blocks at the organ line: what stands above it, the line, what stands below."""
    for i, block in enumerate(blocks):
        if is_organ_line(block.text):
            return blocks[:i], block.text, blocks[i + 1 :]
    for i, block in enumerate(blocks[:25]):
        bare = block.text.replace("*", "").replace("_", "").strip("# ")
        follows = bare_of(blocks[i + 1].text) if i + 1 < len(blocks) else ""
        without_comma = ANY_ORGAN_LINE.fullmatch(f"{bare},") and opens_preamble(follows, language)
        if len(bare) < 100 and (ANY_ORGAN_LINE.fullmatch(bare) or without_comma):
            return blocks[:i], bare, blocks[i + 1 :]
    for i, block in enumerate(blocks):
        if (match := ORGAN_LINE.match(block.text)) and match["comma"] and len(block.text) > match.end():
            rest = block.text[match.end() :].strip()  # "The General Assembly, Recalling …" in one line
            return blocks[:i], match[0], [*([replace(block, text=rest)] if rest else []), *blocks[i + 1 :]]
    for i, block in enumerate(blocks[:15]):
        if TITLE.match(block.text):
            return blocks[: i + 1], "", blocks[i + 1 :]
    return _without_organ(blocks, language)


def _without_organ(blocks: list[Block], language: str) -> tuple[list[Block], str, list[Block]]:
    """Part a text without an organ line below its title, or below the lines that say who wrote it: "Committee: Rivers"."""
    at = 0
    while (
        at < min(len(blocks), 15)
        and LABELLED.fullmatch(blocks[at].text)
        and not opens_paragraph(blocks[at].text, language)
    ):
        at += 1
    if at < len(blocks) and blocks[at].text.startswith("# ") and HEADING.match(blocks[at].text):
        at += 1
    return blocks[:at], "", blocks[at:]


def _organ(line: str) -> tuple[str, bool]:
    bare = line.replace("*", "").replace("_", "").strip("# ")
    comma = not bare or bare[-1:] in (",", "،", "，")
    return bare.rstrip(",،，:;.").rstrip(), comma


def _behind_organ(blocks: list[Block]) -> tuple[list[Block], list[str], list[Block]]:
    """Part what follows the organ line into body, closing lines and annexes."""
    blocks = _with_annexes_apart(blocks)
    closing_at = annex_at = len(blocks)
    for i, block in enumerate(blocks[1:], start=1):
        bare = block.text.strip("*_ ") if len(block.text) < 95 else ""
        if closing_at == len(blocks) and bare and CLOSING.fullmatch(bare):
            closing_at = i
        if bare and ANNEX.fullmatch(re.sub(r"^#{1,6} ", "", bare)):
            annex_at = i
            break
    closing_at = min(closing_at, annex_at)
    if closing_at and NOTES_HEADING.fullmatch(blocks[closing_at - 1].text.strip("*_ ")):
        closing_at -= 1
    closing = [unescaped(bare) for block in blocks[closing_at:annex_at] if (bare := block.text.strip("*_# "))]
    return blocks[:closing_at], closing, blocks[annex_at:]


def _with_annexes_apart(blocks: list[Block]) -> list[Block]:
    """Put the title of an annex below its heading, where both stand in one line behind the end of the resolution."""
    apart: list[Block] = []
    before = ""
    in_annex = False
    for block in blocks:
        bare = block.text.strip("*_# ")
        match = ANNEX_WITH_TITLE.fullmatch(bare) if bare[:1] == "A" else None
        if match and (in_annex or final_mark(before) == LAST or CLOSING.fullmatch(before) or date_in(before[-20:])):
            apart += [
                replace(block, text=match["annex"].replace("ANNEX", "Annex")),
                replace(block, text=match["title"]),
            ]
            in_annex = True
        else:
            apart.append(block)
        before = block.text
    return apart


def _paragraphs(
    blocks: Sequence[Block], source: Source, notes: Footnotes
) -> tuple[tuple[Paragraph, ...], tuple[Paragraph, ...]]:
    """Build preamble and operative part; what was assumed before gets the label of its paragraph."""
    paged = bool(blocks) and any(note.line < blocks[-1].line for note in notes.bodies.values())
    preamble, operative = to_body(blocks, source, notes.known, paged=paged)
    built = (
        build_preamble(preamble, notes.take, source.language),
        build_operative(operative, notes.take, source.language),
    )
    labels = {block.line: block.label for block in preamble + operative}
    starts = sorted(labels)
    for i, assumption in enumerate(source.assumptions):
        if not assumption.label and starts and assumption.line >= starts[0]:
            at = starts[bisect.bisect_right(starts, assumption.line) - 1]
            source.assumptions[i] = replace(assumption, label=labels[at])
    return built


def _annexes(blocks: Sequence[Block], notes: Footnotes) -> tuple[Annex, ...]:
    annexes: list[tuple[str, list[Paragraph]]] = []
    for block in blocks:
        bare = re.sub(r"^#{1,6} ", "", block.text.strip("*_ "))
        if ANNEX.fullmatch(bare):
            annexes.append((bare, []))
            continue
        heading, paragraphs = annexes[-1]
        inline = read_inline(block.text, notes.known)
        label = f"{heading.lower().replace(' ', '-')}/{len(paragraphs) + 1}"
        marks = tuple(n for at, k in inline.marks if (n := notes.take(k, label, at)))
        paragraphs.append(Paragraph(label, text=inline.text, italics=inline.italics, footnotes=marks))
    return tuple(Annex(heading, tuple(paragraphs)) for heading, paragraphs in annexes)


def _carried(
    preamble: tuple[Paragraph, ...], operative: tuple[Paragraph, ...], annexes: tuple[Annex, ...]
) -> list[Footnote]:
    own = [n for top in preamble + operative for p in top.walk() for n in p.footnotes]
    return own + [n for annex in annexes for p in annex.paragraphs for n in p.footnotes]
