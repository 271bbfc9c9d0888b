"""Parts the blocks of a text into cover, title, organ line, body, closing lines, annexes and footnotes."""

from bisect import bisect
from collections.abc import Sequence
from dataclasses import replace
from itertools import permutations, takewhile

from resolutionkit.document.grammar.dates import date_in
from resolutionkit.document.grammar.final_marks import LAST, final_mark
from resolutionkit.document.grammar.openers import opens_paragraph, opens_preamble
from resolutionkit.document.model import Assumption, Footnote, Paragraph, Resolution
from resolutionkit.document.reading import line_forms
from resolutionkit.document.reading.assemble import Block, build_annexes, build_paragraphs
from resolutionkit.document.reading.body import to_body
from resolutionkit.document.reading.front_matter import meeting_in, read_cover, read_title
from resolutionkit.document.reading.line_forms import bare_of, is_organ_line, unmarked
from resolutionkit.document.reading.markdown import Inline, read_inline, to_number
from resolutionkit.document.reading.source import Source

_LONGEST_LINE = 95  # characters: what is no paragraph is no longer
_LINES_ABOVE = 25  # blocks: no cover page has more


def to_resolutions(pieces: Sequence[tuple[Sequence[Block], Source]]) -> list[Resolution]:
    """Return the resolution of which these are the blocks, or what stands above the parts of a composite one, and these."""
    notes = [_Footnotes(blocks) for blocks, _source in pieces]
    if len(notes) > 1:
        _to_their_marks(notes)
    return [_to_resolution(each, source) for each, (_blocks, source) in zip(notes, pieces, strict=True)]


def _to_resolution(notes: "_Footnotes", source: Source) -> Resolution:
    head, organ_line, tail = _around_organ(notes.other_blocks, source.language)
    organ = unmarked(organ_line)
    number, title, cover = read_title(head, notes.known)
    cover = [read_inline(line, ()).text for line in cover]
    body, closing, annex_blocks = _behind_organ(tail)
    for offset, mark in title.marks:
        notes.take(mark, "title", offset)
    preamble, operative = _paragraphs(body, source, notes)
    annexes = build_annexes(_annexes(annex_blocks, notes), notes.take)
    name = organ.rstrip(",،，:;.").rstrip()
    facts = read_cover(cover, number, name)
    return replace(
        facts,
        title=title.text,
        organ=name,
        organ_comma=organ[-1:] in ("", ",", "،", "，"),
        language=source.language,
        adopted=facts.adopted or next((d for line in closing if (d := date_in(line))), None),
        meeting=facts.meeting or meeting_in(closing),
        cover=tuple(cover),
        closing=tuple(closing),
        preamble=preamble,
        operative=operative,
        footnotes=notes.in_order(source),
        annexes=annexes,
        assumptions=tuple(source.assumptions),
    )


class _Footnotes:
    """The footnotes among some blocks: each gets the place of its mark, once it is found."""

    def __init__(self, blocks: Sequence[Block]) -> None:
        self.other_blocks: list[Block] = []
        self.known: dict[int, Inline] = {}
        self.line_of: dict[int, int] = {}
        self.placed: dict[int, Footnote] = {}
        for block in blocks:
            match = line_forms.NOTE_BODY.match(block.text)
            number = to_number(match["super"] or match["markdown"]) if match else 0
            if match is None or number in self.known:  # the same number twice: nothing may be lost
                self.other_blocks.append(block)
            else:
                self.known[number] = read_inline(block.text[match.end() :], ())
                self.line_of[number] = block.line

    def take(self, number: int, label: str, offset: int | None) -> Footnote:
        """Return the footnote with this number, and keep its first place."""
        note = self.known[number]
        footnote = Footnote(number, note.text, label, offset, note.italics)
        self.placed.setdefault(number, footnote)
        return footnote

    def in_order(self, source: Source) -> tuple[Footnote, ...]:
        """Return all footnotes, those without a mark included."""
        for number in [number for number in self.known if number not in self.placed]:
            self.take(number, "", None)
            source.assumptions.append(Assumption("footnote-without-mark", self.line_of[number], "", str(number)))
        return tuple(self.placed[number] for number in sorted(self.placed))


def _to_their_marks(pieces: list[_Footnotes]) -> None:
    """Hand footnotes to the parts with their marks: they stand at the feet of pages, or all at the end."""
    known = {number for piece in pieces for number in piece.known}
    marked = [{n for block in piece.other_blocks for _, n in read_inline(block.text, known).marks} for piece in pieces]
    for (piece, marks), (other, others) in permutations(zip(pieces, marked, strict=True), 2):
        for number in (others & piece.known.keys()) - other.known.keys():
            other.known[number] = piece.known[number] if number in marks else piece.known.pop(number)
            other.line_of[number] = piece.line_of[number]


def _around_organ(blocks: list[Block], language: str) -> tuple[list[Block], str, list[Block]]:
    """Part the blocks at the organ line: what stands above it, the line, what stands below."""
    for i, block in enumerate(blocks):
        if is_organ_line(block.text):
            return blocks[:i], block.text, blocks[i + 1 :]
        cut_in_two = " ".join(unmarked(heading.text) for heading in blocks[i : i + 2] if heading.text.startswith("#"))
        if block.text.startswith("#") and is_organ_line(cut_in_two):
            return blocks[:i], cut_in_two, blocks[i + 2 :]
    # of an organ that nobody knows, such as a committee of a conference
    for i, block in enumerate(blocks[:_LINES_ABOVE]):
        bare = unmarked(block.text)
        follows = bare_of(blocks[i + 1].text) if i + 1 < len(blocks) else ""
        without_comma = line_forms.ANY_ORGAN_LINE.fullmatch(f"{bare},") and opens_preamble(follows, language)
        if len(bare) < _LONGEST_LINE and (line_forms.ANY_ORGAN_LINE.fullmatch(bare) or without_comma):
            return blocks[:i], bare, blocks[i + 1 :]
    for i, block in enumerate(blocks):  # "The General Assembly, Recalling …" in one line
        if (match := line_forms.ORGAN_LINE.match(block.text)) and match["comma"] and len(block.text) > match.end():
            rest = replace(block, text=block.text[match.end() :].strip())
            return blocks[:i], match[0], [rest, *blocks[i + 1 :]] if rest.text else blocks[i + 1 :]
    for i, block in enumerate(blocks[:_LINES_ABOVE]):
        if line_forms.NAME_OF_PART.fullmatch(block.text):
            return blocks[:i], "", blocks[i:]
    at = next((i + 1 for i, block in enumerate(blocks[:_LINES_ABOVE]) if line_forms.TITLE.match(block.text)), 0)
    if not at:  # below the lines that say who wrote it ("Committee: Rivers") and a heading
        texts = [block.text for block in blocks[:_LINES_ABOVE]]
        said = (line_forms.LABELLED.fullmatch(text) and not opens_paragraph(text, language) for text in texts)
        at = len([*takewhile(bool, said)])
        at += at < len(blocks) and blocks[at].text.startswith("# ")
    return blocks[:at], "", blocks[at:]


def _behind_organ(blocks: list[Block]) -> tuple[list[Block], list[str], list[Block]]:
    """Part what follows the organ line into body, closing lines and annexes."""
    bare = [block.text.strip("*_# ") for block in blocks]
    annex_at = next((i for i in range(1, len(bare)) if _begins_annex(bare[i], behind=bare[i - 1])), len(bare))
    closing_at = next((i for i in range(1, annex_at) if line_forms.CLOSING.fullmatch(bare[i])), annex_at)
    if closing_at and line_forms.NOTES_HEADING.fullmatch(bare[closing_at - 1]):
        closing_at -= 1
    lines = [line for text in bare[closing_at:annex_at] if (line := read_inline(text, ()).text)]
    return blocks[:closing_at], lines, blocks[annex_at:]


def _begins_annex(line: str, behind: str) -> bool:
    """Whether a line is the heading of an annex; one with the title in the same line stands behind the end of the resolution."""
    if line_forms.ANNEX.fullmatch(line):
        return True
    if not line_forms.ANNEX_WITH_TITLE.fullmatch(line):
        return False
    return bool(final_mark(behind) == LAST or line_forms.CLOSING.fullmatch(behind) or date_in(behind[-20:]))


def _paragraphs(
    blocks: Sequence[Block], source: Source, notes: _Footnotes
) -> tuple[tuple[Paragraph, ...], tuple[Paragraph, ...]]:
    """Build preamble and operative part; what was assumed before gets the label of its paragraph."""
    paged = bool(blocks) and any(line < blocks[-1].line for line in notes.line_of.values())
    preamble, operative = to_body(blocks, source, notes.known, paged=paged)
    parts = (
        build_paragraphs("preamble", preamble, notes.take, source.language),
        build_paragraphs("operative", operative, notes.take, source.language),
    )
    labels = {block.line: block.label for block in preamble + operative}
    starts = sorted(labels)
    for i, assumption in enumerate(source.assumptions):
        if not assumption.label and starts and assumption.line >= starts[0]:
            at = starts[bisect(starts, assumption.line) - 1]
            source.assumptions[i] = replace(assumption, label=labels[at])
    return parts


def _annexes(blocks: Sequence[Block], notes: _Footnotes) -> list[tuple[str, list[Block]]]:
    """Part what stands behind the closing lines into annexes: (heading, blocks)."""
    annexes: list[tuple[str, list[Block]]] = []
    before = ""
    for block in blocks:
        bare, text = block.text.strip("*_# "), block.text
        if not annexes or _begins_annex(bare, behind=before):
            titled = None if line_forms.ANNEX.fullmatch(bare) else line_forms.ANNEX_WITH_TITLE.fullmatch(bare)
            annexes.append((titled["annex"].replace("ANNEX", "Annex") if titled else bare, []))
            text = titled["title"] if titled else ""
        before = bare
        if text:
            inline = read_inline(text, notes.known)
            annexes[-1][1].append(Block("text", inline.text, italics=inline.italics, marks=inline.marks))
    return annexes
