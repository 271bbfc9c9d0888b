"""Rules on the preamble."""

from __future__ import annotations

import re
from collections.abc import Iterator

from resolutionkit.document.grammar.openers import Part, find_opener
from resolutionkit.document.grammar.verbs import finite_verbs, participles
from resolutionkit.document.model import Paragraph
from resolutionkit.drafting.review.draft import Draft
from resolutionkit.drafting.review.endings import wrong_end
from resolutionkit.drafting.review.engine import Found, checks
from resolutionkit.drafting.review.opening_words import openings_that_are, set_phrases
from resolutionkit.drafting.review.repeats import neighbours, should_say_so

checks("UN101")(openings_that_are("none", "preamble"))
checks("UN102")(openings_that_are("case", "preamble"))
checks("UN104")(openings_that_are("form", "preamble"))
checks("UN109")(openings_that_are("misspelt", "preamble"))
checks("UN110")(openings_that_are("unusual", "preamble"))
checks("UN112")(set_phrases("preamble"))
_FINAL = (",", ";", ":", ".")


@checks("UN103")
def preambular_comma(draft: Draft) -> Iterator[Found]:
    for paragraph in draft.preamble:
        if not paragraph.items:
            yield from wrong_end(paragraph, *(",:" if paragraph.label in draft.before_table else ","))


@checks("UN105")
def preambular_repetition(draft: Draft) -> Iterator[Found]:
    for before, this in neighbours(draft.preamble, draft.language):
        if this.repeat == before.repeat and this.repeat < 2:
            yield should_say_so(this, this.repeat + 1, "preamble", draft.language)


_EARLY = re.compile(r"(?P<also>Also|Further) (?P<head>[a-z]+(?:ing|ed)|aware|mindful|conscious|cognizant)\b")


@checks("UN106")
def also_after_participle(draft: Draft) -> Iterator[Found]:
    for paragraph, match, span in draft.find(_EARLY, "preamble") if draft.is_assembly else ():
        yield Found(paragraph, span, f"{match['head'].capitalize()} {match['also'].lower()}")


@checks("UN108")
def italic_mark(draft: Draft) -> Iterator[Found]:
    for paragraph in (*draft.preamble, *draft.operative):
        if paragraph.opener.endswith(_FINAL):
            end = paragraph.opener_spans[0][1]
            yield Found(paragraph, (end - 1, end), facts={"words": paragraph.opener})


@checks("UN111")
def long_opener(draft: Draft) -> Iterator[Found]:
    for paragraph in (*draft.preamble, *draft.operative):
        count = len(paragraph.opener.split())
        if count > 6 and not paragraph.opener.endswith(_FINAL) and _is_in_italics(paragraph, draft.language):
            yield Found(paragraph, paragraph.opener_spans[0], facts={"count": count})


def _is_in_italics(paragraph: Paragraph, language: str) -> bool:
    """Whether somebody chose these words: the kit would have taken others for the opener."""
    part: Part = "preamble" if "PP" in paragraph.label else "operative"
    return paragraph.opener_spans != find_opener(paragraph.text, part, language)


_OPENER = r"(?P<opener>(?=[A-Z])(?:Also |Further |Deeply |Gravely |Strongly )?(?P<verb>[A-Z]?[a-z]+))\b"
_ANOTHER = {"preamble": re.compile(rf", (?P<found>{_OPENER})"), "operative": re.compile(rf"; (?P<found>{_OPENER})")}


@checks("UN113")
def paragraph_of_its_own(draft: Draft) -> Iterator[Found]:
    joined = {paragraph.label for paragraph, _ in draft.joints}
    parts: tuple[tuple[Part, list[Paragraph], frozenset[str]], ...] = (
        ("preamble", draft.preamble, participles()),
        ("operative", draft.operative, finite_verbs()),
    )
    for part, paragraphs, known in parts:
        judged = {paragraph.label for paragraph in paragraphs} - joined
        for paragraph, match, span in draft.find(_ANOTHER[part]):
            if paragraph.label in judged and match["verb"].lower() in known:
                yield Found(paragraph, span)
