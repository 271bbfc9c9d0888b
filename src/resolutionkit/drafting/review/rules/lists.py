"""Rules on sub-paragraphs: their marks, their punctuation, their first words."""

import re
from collections.abc import Iterator

from resolutionkit.document.grammar.final_marks import INTRODUCES, LAST, OPERATIVE, PREAMBULAR
from resolutionkit.document.grammar.numerals import nth_marker
from resolutionkit.document.model import Paragraph
from resolutionkit.drafting.review.draft import Draft, Found
from resolutionkit.drafting.review.shared_checks import unmarked, wrong_end

_SENTENCES = re.compile(r"[\w)”]{2}\.\s+[A-ZÄÖÜ(“„]")
"""A sub-paragraph of several sentences ends like them; "10 a.m. to 1 p.m." is none."""
_CONJUNCTION = re.compile(r"[;,]\s+(?:and|or|und|oder|sowie)\s*$")


def _at_start(item: Paragraph, **facts: object) -> Found:
    """A finding at a sub-paragraph's first character, since its marker is no part of its text."""
    return Found(item, (0, min(1, len(item.text))), facts=facts)


def marks_in_order(draft: Draft) -> Iterator[Found]:
    for _, items in draft.plain_lists:
        markers = [item.marker or "" for item in items]
        roman = bool({"i", "ii"} & set(markers[:3])) and "a" not in markers[:2] and "h" not in markers
        first = "i" if roman else "1" if markers[0].isdigit() else "A" if markers[0].isupper() else "a"
        for number, item in enumerate(items, start=1):
            expected = nth_marker(first, number)
            if item.marker != expected:
                yield _at_start(item, found=item.marker, expected=expected)
                break


def _is_free(paragraph: Paragraph) -> bool:
    """Whether its list follows no habit that is known: one of a third level ("a."), or an agenda ("1.")."""
    return paragraph.label.count("(") > 1 or "agenda" in paragraph.text or "Tagesordnung" in paragraph.text


def marks_by_letter(draft: Draft) -> Iterator[Found]:
    for paragraph, items in draft.plain_lists:
        wanted, first = "i" if paragraph.marker else "a", items[0].marker
        if not _is_free(paragraph) and first != wanted and first in ("a", "A", "i", "I", "1"):
            yield _at_start(items[0], found=first, expected=wanted)


def no_single_sub_paragraph(draft: Draft) -> Iterator[Found]:
    for _, (item, *others) in draft.plain_lists:
        if not others:
            yield _at_start(item, found=item.marker)


_UNLIKE = re.compile(r"[^ ,;.]++(?<!ing)")  # those in -ing are UN311's


def sub_paragraphs_alike(draft: Draft) -> Iterator[Found]:
    for _, items in draft.plain_lists:
        match [item for item in items if not item.text.startswith("To ")]:
            case [other] if len(items) > 2 and (first := _UNLIKE.match(other.text)):
                yield Found(other, first.span())


def colon_before_list(draft: Draft) -> Iterator[Found]:
    for paragraph, _ in draft.plain_lists:
        yield from wrong_end(paragraph, INTRODUCES)
    for paragraph, at in draft.joined_items:
        if paragraph.marker is None:
            yield unmarked(paragraph, at - 2, INTRODUCES)


def sub_paragraph_semicolon(draft: Draft) -> Iterator[Found]:
    for top, items in draft.lists:
        sentences = all(item.text.endswith(LAST) for item in items if item is not draft.last) and len(items) > 2
        for item in items if "PP" not in top.label else ():
            if item.items or item is draft.last or sentences or item.label in draft.before_table:
                continue
            if not _CONJUNCTION.search(item.text) and not (item.text.endswith(LAST) and _SENTENCES.search(item.text)):
                yield from wrong_end(item, OPERATIVE)
    yield from _joined(draft, preamble=False)


def preambular_sub_paragraph_comma(draft: Draft) -> Iterator[Found]:
    for top, items in draft.lists:
        for item in items if "PP" in top.label else ():
            if not item.items and not _CONJUNCTION.search(item.text):
                yield from wrong_end(item, PREAMBULAR)
    yield from _joined(draft, preamble=True)


def _joined(draft: Draft, *, preamble: bool) -> Iterator[Found]:
    """Sub-paragraphs whose missing mark made the reader join the next one to them."""
    for item, at in draft.joined_items:
        if item.marker and ("PP" in item.label) == preamble:
            yield unmarked(item, at - 2, PREAMBULAR if preamble else OPERATIVE)


def sub_paragraph_capital(draft: Draft) -> Iterator[Found]:
    for item in draft.places("sub-paragraphs"):
        if item.text[:1].islower() and not item.text[1:2].isupper():  # "eLearning"
            yield Found(item, (0, 1), item.text[0].upper(), {"found": item.text.partition(" ")[0]})


def no_italics_in_sub_paragraph(draft: Draft) -> Iterator[Found]:
    for item in draft.places("sub-paragraphs"):
        if item.italics and not item.italics[0][0]:
            yield Found(item, item.italics[0])


_FORM = re.compile(r"To\b(?= [a-z])|[A-Z][a-z]+ing\b(?! [a-z]+(?:ed|s)\b)")


def sub_paragraphs_of_one_form(draft: Draft) -> Iterator[Found]:
    for _, items in draft.plain_lists:
        forms = [(item, form[0]) for item in items if (form := _FORM.match(item.text))]
        with_to = [word == "To" for _item, word in forms]
        usual = max(with_to, key=with_to.count, default=None)  # of as many, that of the first
        for (item, word), to in zip(forms, with_to, strict=True):
            if to is not usual:
                yield Found(item, (0, len(word)), facts={"first": forms[with_to.index(bool(usual))][1]})


def markers_in_brackets(draft: Draft) -> Iterator[Found]:
    for paragraph, (item, *_others) in draft.plain_lists:
        marker, text = re.escape(item.marker or ""), r"\s+".join(map(re.escape, item.text.split()))
        bare = re.search(rf"(?m)^[ \t>*_-]*(?P<bare>{marker}[.)]|\({marker}\.)[ \t]+{text}", draft.source)
        if bare and not _is_free(paragraph):
            yield _at_start(item, found=bare["bare"], marker=item.marker)
