"""Rules on the words with which paragraphs begin."""

from __future__ import annotations

import re
from collections.abc import Iterator

from resolutionkit.openers import Part
from resolutionkit.rules.draft import Draft
from resolutionkit.rules.engine import Found, checks
from resolutionkit.rules.verbs import to_participle
from resolutionkit.rules.words import Kind, Opening


def _of(draft: Draft, part: Part, *kinds: Kind) -> Iterator[Found]:
    for opening in draft.openings:
        if opening.part == part and opening.kind in kinds and _speaks(opening):
            yield opening.paragraph, opening.span, {"words": opening.words, "better": opening.better}


_AFTER_COMMA = re.compile(
    r"(?:The|This|That|These|Those|There|It|We|They|Our|In|As|For|On|With|To|All|Since|Because|When|While|If|Every|Each|Many|Some|No|A|An)\b"
)


def _speaks(opening: Opening) -> bool:
    """A block that was joined to the one before it may be the rest of a cut paragraph: only clear words count."""
    if not opening.joined:
        return True
    text, at = opening.paragraph.text, opening.span[0]
    if opening.kind in ("right", "unusual"):
        return False
    if opening.kind == "none":
        return text[:at].rstrip()[-1:] in ",;." and _AFTER_COMMA.match(text, at) is not None
    return text[:at].rstrip()[-1:] in ",;." or text[at].isupper()


@checks("UN101")
def preambular_opener(draft: Draft) -> Iterator[Found]:
    yield from _of(draft, "preamble", "none")


@checks("UN102")
def preambular_case(draft: Draft) -> Iterator[Found]:
    yield from _of(draft, "preamble", "case")


@checks("UN104")
def preambular_form(draft: Draft) -> Iterator[Found]:
    yield from _of(draft, "preamble", "form")


@checks("UN109")
def preambular_spelling(draft: Draft) -> Iterator[Found]:
    yield from _of(draft, "preamble", "misspelt")


@checks("UN110")
def unusual_participle(draft: Draft) -> Iterator[Found]:
    if draft.language == "en":
        yield from _of(draft, "preamble", "unusual")


@checks("UN201")
def operative_opener(draft: Draft) -> Iterator[Found]:
    yield from _of(draft, "operative", "none")


@checks("UN202")
def operative_case(draft: Draft) -> Iterator[Found]:
    yield from _of(draft, "operative", "case")


@checks("UN207")
def operative_form(draft: Draft) -> Iterator[Found]:
    yield from _of(draft, "operative", "form")


@checks("UN214")
def operative_spelling(draft: Draft) -> Iterator[Found]:
    yield from _of(draft, "operative", "misspelt")


@checks("UN215")
def unusual_verb(draft: Draft) -> Iterator[Found]:
    yield from _of(draft, "operative", "unusual")


_EARLY = re.compile(r"(?P<mark>Also|Further) (?P<head>[a-z]+(?:ing|ed)|aware|mindful|conscious|cognizant)\b")


@checks("UN106")
def modifier_after_participle(draft: Draft) -> Iterator[Found]:
    for paragraph in draft.preamble:
        if match := _EARLY.match(paragraph.text):
            better = f"{match['head'].capitalize()} {match['mark'].lower()}"
            yield paragraph, match.span(), {"words": match[0], "better": better}


_LATE = re.compile(r"(?P<head>[A-Z][a-z]+s)(?P<upon> upon| for| note| in mind)? (?P<mark>also|further)\b(?P<more> (?:that|the|its|all|upon|with|to|in)\b)?")


@checks("UN211")
def modifier_before_verb(draft: Draft) -> Iterator[Found]:
    for paragraph in draft.operative:
        match = _LATE.match(paragraph.text)
        # "Encourages further cooperation": there it is the object's adjective
        if match and to_participle(match["head"]) and (match["mark"] == "also" or match["more"]):
            better = f"{match['mark'].capitalize()} {match['head'].lower()}{match['upon'] or ''}"
            yield paragraph, (0, match.end("mark")), {"words": match[0][: match.end("mark")], "better": better}


@checks("UN108")
def italic_mark(draft: Draft) -> Iterator[Found]:
    for paragraph in (*draft.preamble, *draft.operative):
        words = paragraph.opener
        if words[-1:] in ",;:." and words:
            end = paragraph.opener_spans[0][1]
            yield paragraph, (end - 1, end), {"found": words[-1], "words": words}


@checks("UN111")
def long_opener(draft: Draft) -> Iterator[Found]:
    for paragraph in (*draft.preamble, *draft.operative):
        if (count := len(paragraph.opener.split())) > 6 and paragraph.opener[-1] not in ",;:.":
            yield paragraph, paragraph.opener_spans[0], {"count": count}


_SEPARABLE = {"legt": "nahe", "regt": "an", "hebt": "hervor", "lädt": "ein"}


@checks("UN212")
def separable_verb(draft: Draft) -> Iterator[Found]:
    for paragraph in draft.operative:
        half = _SEPARABLE.get(paragraph.opener.split(" ")[0]) if paragraph.opener else None
        if half and len(paragraph.opener_parts) == 1 and half not in paragraph.opener.split():
            yield paragraph, paragraph.opener_spans[0], {"verb": paragraph.opener, "half": half}
