"""The body of a resolution: rejoins cut paragraphs, finds where the operative part begins, tells paragraphs from headings."""

import re
from collections.abc import Collection, Sequence
from itertools import pairwise

from resolutionkit.document.grammar.dates import MONTH
from resolutionkit.document.grammar.final_marks import INTRODUCES, LAST, OPERATIVE, PREAMBULAR, final_mark
from resolutionkit.document.grammar.openers import find_opener, opens_paragraph, opens_preamble, opens_with_deed
from resolutionkit.document.grammar.verbs import Part
from resolutionkit.document.grammar.word_lists import patterns
from resolutionkit.document.model import Assumption
from resolutionkit.document.reading.assemble import Block, Joined, split_opener, whole_blocks
from resolutionkit.document.reading.blocks import breaks_off, sure_markers
from resolutionkit.document.reading.hyphens import go_on, vocabulary
from resolutionkit.document.reading.line_forms import (
    DOTTED_ITEM,
    HEADING,
    WHEREAS,
    bare_of,
    item_at,
    number_at,
    suspended,
)
from resolutionkit.document.reading.markdown import read_inline
from resolutionkit.document.reading.source import Source

_ROMAN = re.compile(r"[IVX]{1,5}\.?")
_CUT_DATE = re.compile(r"\b\d{1,2}\.$")
_CUT_TITLE = re.compile(r"(?<!\w)[A-Z][a-z]+:$")
_SHORT_HEADING, _LONG_HEADING = 60, 120
"""Characters: no heading is longer; the first where nothing but its length speaks for it."""
_SENTENCE, _CLAUSE, _OBJECT, _UNFINISHED = patterns("cuts", "sentence clause object unfinished")


def to_body(
    blocks: Sequence[Block], source: Source, notes: Collection[int], *, paged: bool
) -> tuple[list[Block], list[Block]]:
    """Return the blocks of the preamble and of the operative part, with kind, number, marker, opener and marks.

    ``paged``: footnotes stand between the paragraphs, so pages ended there.
    """
    joined = list(blocks) if source.whole else join_cut(blocks, source, paged=paged)
    boundary = find_boundary([block.text for block in joined], source.language)
    preamble, operative = joined[:boundary], joined[boundary:]
    _classify(preamble, notes, source.language, "preamble")
    _classify(operative, notes, source.language, "operative")
    if any(block.number for block in operative):
        lost = (block for block in operative if block.kind == "paragraph" and block.number is None)
        source.assumptions += [Assumption("lost-number", block.line, "", block.text[:40]) for block in lost]
    return preamble, operative


def join_cut(blocks: Sequence[Block], source: Source, *, paged: bool = False) -> list[Block]:
    """Join the pieces of paragraphs that page breaks cut, and record each joint.

    Where no footnotes stand between paragraphs and no sentence breaks off, no page ended there: then a block that
    begins as no running text does is a paragraph of its own.
    """
    language = source.language
    joined: Joined = []
    counted = 0  # the last number of an operative paragraph
    texts = [block.text for block in blocks]
    markers = sure_markers(texts)
    paged = paged or any(
        following[:1].islower()
        and breaks_off(this, following, language)
        and not _begins_anew(following, this, language)
        for this, following in pairwise(texts)
    )
    for i, (block, text) in enumerate(zip(blocks, texts, strict=True)):
        pieces = joined[-1][1] if joined else []
        number = number_at(text)
        apart = block.kind == "table" or i in markers or (not number and stands_as_heading(texts, i, language))
        if pieces and not (counted or number or paged):
            apart = apart or _begins_anew(text, pieces[-1], language)
        if pieces and not apart and _continues(pieces, text, number, counted, language):
            _between, sides = go_on(pieces, text, lambda: vocabulary(source.lines))
            source.assumptions.append(Assumption("page-break", block.line, "", sides))
        else:
            counted = int(number["number"]) if number else counted
            joined.append((block, [] if block.kind == "table" else [text]))
    return whole_blocks(joined)


def _begins_anew(text: str, before: str, language: str) -> bool:
    """Whether a block begins a paragraph with a mistake in its opener, or behind one that has lost its comma."""
    bare, ends = bare_of(text), final_mark(before)
    if language == "en":
        if ends == PREAMBULAR and bare[:1].isupper():
            return True
        return ends in (PREAMBULAR, OPERATIVE) and opens_paragraph(bare[:1].upper() + bare[1:], "en")
    if language == "de" and ends == PREAMBULAR:
        first, blank, rest = bare.partition(" ")
        anew = _SENTENCE.match(bare) if bare[:1].isupper() else not _CLAUSE.match(bare)
        return bool(anew) or opens_paragraph(f"{first.lower()}{blank}{rest}", "de")
    # Where the mark is missing, a paragraph is told by its object, which stands before its participle: "die Folgen beklagend,".
    bare_object = language == "de" and not ends and _OBJECT.match(bare) and not _UNFINISHED.search(before[-20:])
    return bool(bare_object) and opens_paragraph(bare, "de", after_comma=True)


def _continues(pieces: Sequence[str], text: str, number: re.Match[str] | None, counted: int, language: str) -> bool:
    """Whether ``text``, which may begin with a number, goes on with a paragraph of which these are the pieces so far."""
    start, before = pieces[0], pieces[-1]
    if HEADING.match(start) or HEADING.match(text):
        return False
    ends = final_mark(before)
    if number:
        return not ends and int(number["number"]) != counted + 1 and not _is_heading(start, counted)
    if item_at(text):
        return not ends and not suspended(before)
    bare = bare_of(text)
    if ends == LAST and _CUT_DATE.search(before[-20:]) and MONTH.match(bare):
        return True
    if not ends:
        # A German finite verb begins a cut line as easily as a paragraph; an English capital does not.
        opens = opens_paragraph(bare, language) and not (counted and language == "de" and bare[:1] == text[:1])
        return not opens and not _is_heading(start, counted)
    if opens_paragraph(bare, language, after_comma=ends == PREAMBULAR) or WHEREAS.match(bare):
        return False
    if ends == INTRODUCES and _CUT_TITLE.search(before[-40:]):
        return True
    if ends == PREAMBULAR:
        return language in ("en", "de") or not bare[:1].isupper()
    return not DOTTED_ITEM.match(text) and bare[:1].islower() and language != "de"


def _is_heading(text: str, counted: int) -> bool:
    """A short line in the operative part that begins no paragraph and ends none."""
    return bool(counted) and len(text) < _SHORT_HEADING and text[:1].isupper() and not item_at(text)


def find_boundary(texts: Sequence[str], language: str) -> int:
    """Return the index of the first operative block.

    It is the first numbered one; a block before it that opens with a finite verb belongs to the operative part as well
    where it ends with a colon, or with a semicolon, its number having been lost. Without any number it is the first
    block that opens with a finite verb and ends with none of the commas of a preamble; failing that, one with which no
    preamble goes on, since its first words or its last mark are a mistake.
    """
    for i, text in enumerate(texts):
        if final_mark(text) == INTRODUCES and opens_with_deed(bare_of(text), language):
            return i  # "Adopts the following declaration:", below which anything may stand
        if number_at(text):
            while i and final_mark(texts[i - 1]) in (OPERATIVE, INTRODUCES) and _is_operative(texts[i - 1], language):
                i -= 1
            while i > 0 and (HEADING.match(texts[i - 1]) or stands_as_heading(texts, i - 1, language)):
                i -= 1
            return i
    for i, text in enumerate(texts):
        if final_mark(text) != PREAMBULAR and _is_operative(text, language):
            return i
    for i, text in enumerate(texts):
        ended = final_mark(text) not in (PREAMBULAR, "") and not (i and item_at(text))
        if ended and not opens_preamble(bare_of(text), language):
            return i
    last = texts[-1] if len(texts) > 1 else ""
    if last and opens_with_deed(bare_of(last), language, stopped=final_mark(last) == LAST):
        return len(texts) - 1
    return len(texts) if any(opens_preamble(bare_of(text), language) for text in texts) else 0


def _is_operative(text: str, language: str) -> bool:
    bare = bare_of(text)
    return opens_paragraph(bare, language) and not opens_preamble(bare, language)


def _classify(blocks: Sequence[Block], notes: Collection[int], language: str, part: Part) -> None:
    """Give the blocks of one part their kind, number or marker and opener, and take the markup out of their texts."""
    texts, numbered = [block.text for block in blocks], part == "operative"
    dotted = False  # a list has "a." for "(a)"
    for i, (block, text) in enumerate(zip(blocks, texts, strict=True)):
        if block.kind == "table":
            continue
        number = number_at(text) if numbered else None
        item = None if number else item_at(text)
        if not (number or item) and i and (dotted or blocks[i - 1].text.endswith(INTRODUCES)):
            item = DOTTED_ITEM.match(text)
            dotted = item is not None
        match = number or item or HEADING.match(text)
        if number:
            block.kind, block.number = "paragraph", int(number["number"])
            if number["bis"]:
                block.number, block.label = None, f"OP{number['number']}{number['bis']}"
        elif item:
            block.kind, block.marker = "item", item["marker"]
        elif match:
            block.kind, block.level = "heading", max(1, len(match["level"]) - 1)
        elif numbered and stands_as_heading(texts, i, language):
            block.kind = "heading"
        elif numbered and i and final_mark(texts[i - 1]) == OPERATIVE and _is_operative(text, language):
            block.kind = "paragraph"  # its number was lost
        inline = read_inline(text[match.end() :] if match else text, notes)
        block.text, block.italics, block.marks = inline.text, inline.italics, inline.marks
        if block.kind in ("item", "heading"):
            continue
        if block.italics and block.italics[0][0] == 0:  # italics at the start are the opener
            block.opener, block.italics = split_opener(block.text, block.italics, language)
        else:
            opener = block.opener = find_opener(block.text, part, language)
            block.italics = tuple((a, b) for a, b in block.italics if not any(c <= a and b <= d for c, d in opener))


def stands_as_heading(texts: Sequence[str], i: int, language: str = "en") -> bool:
    """Say whether a block is a heading: short, without a final mark, after one, and before a number."""
    text = texts[i]
    if len(text) >= _LONG_HEADING or i + 1 == len(texts) or not text[:1].isupper() or final_mark(text):
        return False
    begins = not i or final_mark(texts[i - 1]) or _ROMAN.fullmatch(texts[i - 1])
    if not begins or item_at(text) or opens_paragraph(text, language):
        return False
    follows = texts[i + 1]
    if number_at(follows) is not None:
        return True
    # "I" stands above the heading of its section
    stands_above = bool(_ROMAN.fullmatch(text)) and i + 2 < len(texts) and len(follows) < _LONG_HEADING
    return stands_above and number_at(texts[i + 2]) is not None
