"""The body of a resolution: rejoins cut paragraphs and finds where the operative part begins."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from itertools import pairwise

from resolutionkit.document.grammar.final_marks import INTRODUCES, LAST, OPERATIVE, PREAMBULAR, final_mark
from resolutionkit.document.grammar.openers import opens_paragraph, opens_preamble, opens_with_deed
from resolutionkit.document.model import Assumption
from resolutionkit.document.reading.assemble import Block
from resolutionkit.document.reading.blocks import (
    DOTTED_ITEM,
    HEADING,
    MONTH,
    Lines,
    item_at,
    number_at,
    suspended,
)
from resolutionkit.document.reading.hyphens import joint
from resolutionkit.document.reading.markdown import read_inline

_ROMAN = re.compile(r"[IVX]{1,5}\.?")
_CUT_DATE = re.compile(r"\b\d{1,2}\.$")
_CUT_TITLE = re.compile(r"(?<!\w)[A-Z][a-z]+:$")


def join_cut(
    blocks: Sequence[Lines], language: str, assumptions: list[Assumption], *, paged: bool = False
) -> list[Lines]:
    """Join the pieces of paragraphs that page breaks cut; each joint becomes a decision.

    ``paged``: footnotes stand between the paragraphs, so pages ended there. Without that, and without
    any sentence that breaks off, a block that begins as no running text does is a paragraph of its own.

    >>> decided = []
    >>> cut = [Lines("1. Urges foreign", 1), Lines("States to act.", 3)]
    >>> [b.text for b in join_cut(cut, "en", decided)], decided[0].detail
    (['1. Urges foreign States to act.'], 'foreign | States')
    """
    joined: list[Lines] = []
    pieces: list[str] = []  # of the last paragraph
    counted = 0  # the last number of an operative paragraph
    paged = paged or _breaks_off(blocks, language)
    for i, block in enumerate(blocks):
        text = block.text
        number = number_at(text)
        heading = not number and stands_as_heading(blocks, i, language)
        if pieces and not (counted or number or paged) and _begins_anew(text, pieces[-1], language):
            heading = True
        if pieces and not heading and _continues(pieces[0], pieces[-1], text, counted, language):
            end, between = joint(pieces[-1], text, frozenset)
            words = f"{pieces[-1][-60:].rsplit(' ', 1)[-1]} | {text[:60].split(' ', 1)[0]}"
            assumptions.append(Assumption("page-break", block.line, "", words))
            pieces[-1:] = [end, between, text]
            continue
        if len(pieces) > 1:
            joined[-1].text = "".join(pieces)
        pieces = [text]
        if number:
            counted = int(number["number"])
        joined.append(block)
    if len(pieces) > 1:
        joined[-1].text = "".join(pieces)
    return joined


def _breaks_off(blocks: Sequence[Lines], language: str) -> bool:
    """Say whether a block ends in mid-sentence and the next one does not begin as paragraphs do."""
    return any(
        not final_mark(this.text)
        and following.text[:1].islower()
        and not opens_paragraph(following.text, language)
        and not _begins_anew(following.text, this.text, language)
        for this, following in pairwise(blocks)
    )


_SENTENCE = re.compile(r"(?:Die|Der|Das|Den|Dem|Des|Ein|Eine|Es|Wir|Sie|Alle|Dass|Wenn|Weil)\b")
_OBJECT = re.compile(r"(?:die|der|das|den|dem|des|ihre\w*|seine\w*|jede\w*|alle\w*)\ ")
_UNFINISHED = re.compile(
    r"(?:\b(?:und|oder|sowie|dass|als|wie|wenn|weil|zu|von|vom|für|mit|bei|auf|in|an|aus|nach|über|unter|durch|gegen|ohne|um"
    r"|vor|hinter|zwischen|gegenüber|während|wegen|trotz|an|betreffend|einschließlich)|[^\w”“])$"
)
"""After these words an object belongs to the German sentence that stands before it."""


def _begins_anew(text: str, before: str, language: str) -> bool:
    """Say whether a block begins a paragraph with a mistake in its opener, or behind one that has lost its comma.

    Behind a comma, any capital will do in English, and in German one that no sentence would have in its middle;
    so will an English opener that lacks its capital, behind a semicolon too. Where the mark is missing, a German
    paragraph may still be told by its object, which stands before its participle: "die Folgen beklagend,".
    """
    bare, ends = text.lstrip("*_ "), final_mark(before)
    if language == "en" and ends in (PREAMBULAR, OPERATIVE):
        return (
            bare[:1].isupper() if ends == PREAMBULAR and bare[:1].isupper() else opens_paragraph(_capital(bare), "en")
        )
    if language == "de" and ends == PREAMBULAR and bare[:1].isupper():
        first, _, rest = bare.partition(" ")
        return bool(_SENTENCE.match(bare)) or opens_paragraph(f"{first.lower()} {rest}", "de")
    if language == "de" and not ends and _OBJECT.match(bare):
        return not _UNFINISHED.search(before) and opens_paragraph(bare, "de", after_comma=True)
    return False


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def _continues(start: str, before: str, text: str, counted: int, language: str) -> bool:
    """Say whether ``text`` goes on with a paragraph that begins with ``start`` and so far ends with ``before``."""
    if HEADING.match(start) or HEADING.match(text):
        return False
    ends = final_mark(before)
    number = number_at(text)
    if number:
        return not ends and int(number["number"]) != counted + 1 and not _is_heading(start, counted)
    if item_at(text):
        return not ends and not suspended(before)
    bare = text.lstrip("*_ ")
    if _CUT_DATE.search(before[-20:]) and MONTH.match(bare):
        return True
    if not ends:
        # A German finite verb begins a cut line as easily as a paragraph; an English capital does not.
        opens = opens_paragraph(bare, language) and not (counted and language == "de" and bare == text)
        return not opens and not _is_heading(start, counted)
    if opens_paragraph(bare, language, after_comma=ends == PREAMBULAR):
        return False
    if _CUT_TITLE.search(before[-40:]):
        return True
    if ends == PREAMBULAR:
        return language in ("en", "de") or not bare[:1].isupper()
    if DOTTED_ITEM.match(text):
        return False
    return bare[:1].islower() and language != "de"


def _is_heading(text: str, counted: int) -> bool:
    """A short line in the operative part that begins no paragraph and ends none."""
    return bool(counted) and len(text) < 60 and text[:1].isupper() and not number_at(text) and not item_at(text)


def find_boundary(blocks: Sequence[Lines], language: str) -> int:
    """Return the index of the first operative block.

    It is the first numbered one; a block before it belongs to the operative part as well
    where it ends with a semicolon and opens with a finite verb, its number having been lost.
    Without any number it is the first block that opens with a finite verb and ends with none
    of the commas of a preamble; failing that, one with which no preamble goes on.

    >>> find_boundary([Lines("Recalling x,", 1), Lines("Decides to act.", 2)], "en")
    1
    """
    for i, block in enumerate(blocks):
        if number_at(block.text):
            while i > 0 and final_mark(blocks[i - 1].text) == OPERATIVE and _is_operative(blocks[i - 1].text, language):
                i -= 1
            while i > 0 and (HEADING.match(blocks[i - 1].text) or stands_as_heading(blocks, i - 1, language)):
                i -= 1
            return i
    for i, block in enumerate(blocks):
        if final_mark(block.text) != PREAMBULAR and _is_operative(block.text, language):
            return i
    return _unnumbered(blocks, language)


def _unnumbered(blocks: Sequence[Lines], language: str) -> int:
    """Return where an operative part without numbers begins that has a mistake in its first words or in its last mark."""
    for i, block in enumerate(blocks):
        if final_mark(block.text) not in (PREAMBULAR, "") and not _is_preambular(block.text, language):
            if item_at(block.text) and i:
                continue
            return i
    last = len(blocks) - 1
    if last > 0 and opens_with_deed(
        blocks[last].text.lstrip("*_ "), language, stopped=final_mark(blocks[last].text) == LAST
    ):
        return last
    return len(blocks) if any(_is_preambular(b.text, language) for b in blocks) else 0


def _is_operative(text: str, language: str) -> bool:
    bare = text.lstrip("*_ ")
    return opens_paragraph(bare, language) and not _is_preambular(text, language)


def _is_preambular(text: str, language: str) -> bool:
    return opens_preamble(text.lstrip("*_ "), language)


def to_body(blocks: Sequence[Lines], notes: Collection[int], language: str, *, numbered: bool) -> list[Block]:
    """Turn text blocks into blocks with number, marker, italics and footnote marks.

    >>> [(b.kind, b.number, b.text) for b in to_body([Lines("2. Urges", 1)], (), "en", numbered=True)]
    [('paragraph', 2, 'Urges')]
    """
    body: list[Block] = []
    dotted = False
    for i, block in enumerate(blocks):
        text = block.text
        number = number_at(text) if numbered else None
        item = None if number else item_at(text)
        heading = HEADING.match(text)
        if not (number or item) and body and (dotted or body[-1].text.endswith(INTRODUCES)):
            item = DOTTED_ITEM.match(text)
            dotted = item is not None
        if heading or (numbered and not number and not item and stands_as_heading(blocks, i, language)):
            inline = read_inline(text[heading.end() :] if heading else text, notes)
            level = max(1, len(heading["level"]) - 1) if heading else 1
            body.append(Block("heading", inline.text, level=level, line=block.line))
            continue
        match = number or item
        lost = (
            numbered and not match and final_mark(blocks[i - 1].text) == OPERATIVE and _is_operative(text, language)
            if i
            else False
        )
        inline = read_inline(text[match.end() :] if match else text, notes)
        body.append(
            Block(
                "paragraph" if number or lost else "item" if item else "text",
                inline.text,
                int(number["number"]) if number else None,
                item["marker"] if item else None,
                inline.italics,
                marks=inline.marks,
                line=block.line,
            )
        )
    return body


def stands_as_heading(blocks: Sequence[Lines], i: int, language: str = "en") -> bool:
    """Say whether a block is a heading: short, without a final mark, after one, and before a number.

    >>> stands_as_heading([Lines("2. Urges all;", 1), Lines("General matters", 3), Lines("3. Decides.", 5)], 1)
    True
    """
    text = blocks[i].text
    if len(text) >= 120 or i + 1 == len(blocks) or not text[:1].isupper() or final_mark(text):
        return False
    if (
        item_at(text)
        or opens_paragraph(text, language)
        or not (i == 0 or final_mark(blocks[i - 1].text) or _ROMAN.fullmatch(blocks[i - 1].text))
    ):
        return False
    follows = blocks[i + 1].text
    if number_at(follows) is not None:
        return True
    # "I" stands above the heading of its section
    return (
        bool(_ROMAN.fullmatch(text))
        and i + 2 < len(blocks)
        and len(follows) < 120
        and number_at(blocks[i + 2].text) is not None
    )
