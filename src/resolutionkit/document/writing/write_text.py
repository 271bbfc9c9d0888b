"""Writes a resolution as text that people read and :func:`parse` reads back."""

import re
from collections.abc import Iterator

from resolutionkit.document.grammar.labels import is_between
from resolutionkit.document.model import Heading, Paragraph, Resolution, Table, only_resolutions
from resolutionkit.document.reading.markdown import escape, to_superscript, write_inline


def to_text(resolution: Resolution) -> str:
    """Write a resolution as the UN prints it: one block a paragraph, openers in ``*…*``, footnotes at the end.

    :func:`resolutionkit.parse` reads it back; what only markup can say is lost: which words are a heading where
    they read like text, paragraphs that begin inside others.

    >>> from resolutionkit.document.reading import parse
    >>> print(to_text(parse("The General Assembly,\\n\\nRecalling x,\\n\\n1. Urges all States to act.")))
    *The General Assembly*,
    <BLANKLINE>
    *Recalling* x,
    <BLANKLINE>
    1. *Urges* all States to act.
    <BLANKLINE>
    """
    only_resolutions(resolution)
    return "\n\n".join(block for block in _blocks(resolution, resolution.symbol) if block) + "\n"


def _blocks(resolution: Resolution, symbol: str) -> Iterator[str]:
    yield from resolution.cover
    title = write_inline(resolution.title, (), [(n.position or 0, n.number) for n in resolution.notes_at("title")])
    number = number_of(symbol)
    if title:
        yield f"{number}. {title}" if number else f"# {title}"
    if resolution.organ and not any(part.organ for part in resolution.parts):
        yield f"*{escape(resolution.organ)}*{',' if resolution.organ_comma else ''}"
    for paragraph in resolution.preamble + resolution.operative:
        yield from paragraph_lines(paragraph, resolution.language)
    for part in resolution.parts:
        yield part.symbol.rpartition(" ")[2]
        yield from _blocks(part, "")
    yield from resolution.closing
    for annex in resolution.annexes:
        yield annex.heading
        for paragraph in annex.paragraphs:
            yield _inline(paragraph)
    for note in resolution.footnotes:
        yield f"{to_superscript(note.number)} {write_inline(note.text, note.italics, ())}"


def number_of(symbol: str) -> str:
    """Return the number under which a resolution is printed: "75/10" of "A/RES/75/10"."""
    match = re.search(r"/RES/(.+)", symbol)
    return match[1] if match else ""


def _inline(paragraph: Paragraph) -> str:
    marks = [(n.position or 0, n.number) for n in paragraph.footnotes]
    return write_inline(paragraph.text, (*paragraph.opener_spans, *paragraph.italics), marks)


def paragraph_lines(paragraph: Paragraph, language: str) -> Iterator[str]:
    """Write one paragraph, each of its sub-paragraphs as a block of its own."""
    yield from map(_between, paragraph.above)
    yield number_before(paragraph, language) + _inline(paragraph)
    for item in paragraph.items:
        yield from paragraph_lines(item, language)
    yield from map(_between, paragraph.below)


def number_before(paragraph: Paragraph, language: str) -> str:
    """Return what is printed before a paragraph, with its blank: "4. ", "1 bis. ", "(a) ", in German "a) "."""
    if paragraph.number is not None:
        return f"{paragraph.number}. "
    if is_between(paragraph.label):
        number, between = re.findall(r"\d+|[a-z]+", paragraph.label)[-2:]
        return f"{number} {between}. "
    return f"{'' if language == 'de' else '('}{paragraph.marker}) " if paragraph.marker is not None else ""


def _between(thing: Heading | Table) -> str:
    if isinstance(thing, Heading):
        return f"#{'#' * thing.level} {escape(thing.text)}"
    return "\n".join("| " + " | ".join(escape(cell).replace("|", "\\|") for cell in row) + " |" for row in thing.rows)
