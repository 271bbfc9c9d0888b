"""Properties that hold for any text and any resolution."""

from __future__ import annotations

import unicodedata

from hypothesis import example, given, settings
from made_texts import drafts, read, texts

from resolutionkit.document.reading.clean import LIGATURES
from resolutionkit.document.reading.line_forms import ORGAN_LINE
from resolutionkit.document.reading.source import Source


@given(texts)
@settings(max_examples=300, deadline=None)
def test_any_text_is_read_or_refused_with_a_place(text):
    read(text)


@given(texts)
@settings(max_examples=200, deadline=None)
def test_labels_are_unique_and_spans_lie_in_their_text(text):
    if res := read(text):
        labels = [p.label for p in res.paragraphs]
        assert len(labels) == len(set(labels))
        for p in res.paragraphs:
            assert all(0 <= a < b <= len(p.text) for a, b in (*p.opener_spans, *p.italics))
            assert all(n.label == p.label and 0 <= n.position <= len(p.text) for n in p.footnotes)


def _without_heads(text, res):
    """The text without the lines that say again what stands above the organ line, as the heads of pages do."""
    every = Source.of(text, "en").lines
    organ_at = next((i for i, line in enumerate(every) if ORGAN_LINE.match(line.lstrip("*_ "))), 0)
    heads = {_bare(line) for line in (res.title, *res.cover, *every[:organ_at])}
    lines, seen, end = [], set(), 0
    for i, line in enumerate(every):
        heads_here = [
            n for n in range(i + 1, i + 7) if _bare("".join(every[i:n])) in heads & seen
        ]  # on up to six lines
        end = max(end, *heads_here, 0)
        if i >= end:
            lines.append(line)
        seen.add(_bare(line))
    return "\n".join(lines)


def _bare(line):
    return "".join(c for c in line if c.isalpha() or c.isdecimal()).lower()  # footnote marks are no part of a head


def _letters(text):
    """Every letter; one with an accent as the letter below it, since a cut accent is joined to its letter."""
    for letter in filter(str.isalpha, "".join(LIGATURES.get(letter, letter) for letter in text)):
        whole = unicodedata.normalize("NFD", letter)
        yield whole[0] if len(whole) > 1 else letter


@given(drafts)
@example("[^3]: See A/60/88.\n\nThe General Assembly,\n\n[^3]: See A/60/88.\n\n")  # no head of a page
@example("Die Generalversammlung,\n\nein\u0308 Wort\n\n")
@example("000A\n\nThe General Assembly,\n\n000A\n\n")  # the head of a page
@example("000A\nThe General Assembly, The General Assembly,\n\n000A\n\nThe General Assembly, The General Assembly,\n\n")
@example("000A\nThe General Assembly, The General Assembly,\n\n000A\n\n")
@example("000A\n\nThe General Assembly,\n\n000A\rThe General Assembly,\n\n")
@example("0 1. Urges all States\n\nThe General Assembly,\n\n0\n\n1. Urges all States\n\n")  # on two lines
@example("1. Urges all States ²\n\nThe General Assembly,\n\n1. Urges all States\n\n")
@example(
    "The General Assembly,\n\nA000000\n\n" + 5 * "The General Assembly,\n\n" + "1. Urges all States\n\nA000000\n\n"
)
@example("\ufb00")  # a ligature is written as its letters
@example("Die Generalversammlung,\n\n\uf900\n\n")  # a letter of its own that Unicode would write as another
@settings(max_examples=200, deadline=None)
def test_no_letter_is_lost(text):
    """Letters survive: only markup, folded white space and split hyphens may go."""
    if res := read(text):
        from collections import Counter

        told = "".join([*res.cover, res.symbol, res.title, res.organ, *res.closing, *(a.heading for a in res.annexes)])
        for p in [*res.paragraphs, *(p for a in res.annexes for p in a.paragraphs)]:
            told += p.text + (p.marker or "") + "".join(getattr(h, "text", "") or str(h) for h in (*p.above, *p.below))
        told += "".join(n.text for n in res.footnotes)
        letters = Counter(_letters(_without_heads(text, res))) - Counter(_letters(told))
        # the address of a link is markup: [a](b)
        assert sum(letters.values()) <= text.count("](") * 3
