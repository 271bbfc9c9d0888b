"""Rules on the words with which paragraphs begin."""

from __future__ import annotations

import re
from collections.abc import Iterator

from resolutionkit.document.grammar.openers import Part
from resolutionkit.document.grammar.verbs import finite_verbs, participles, to_participle, usual
from resolutionkit.document.model import Paragraph
from resolutionkit.document.reading.front_matter import ORGAN_LINE
from resolutionkit.drafting.review.draft import Draft
from resolutionkit.drafting.review.engine import Found, checks
from resolutionkit.drafting.review.opening import Kind, Opening, is_article
from resolutionkit.language import _


def _of(draft: Draft, part: Part, *kinds: Kind) -> Iterator[Found]:
    for opening in draft.openings:
        if opening.part == part and opening.kind in kinds and _speaks(opening):
            facts = {"words": opening.words, "better": opening.better, "try_this": _try_this(opening, draft.language)}
            yield opening.paragraph, opening.span, facts


def _try_this(opening: Opening, language: str) -> str:
    better = opening.better
    if better and opening.kind in ("form", "case"):
        return _("Write “{better}”.").format(better=better)
    if better:
        return _("Did you mean “{better}”?").format(better=better)
    one, two, three = list(usual(language, opening.part))[:3]
    return _("Usual ones are “{one}”, “{two}” and “{three}”.").format(one=one, two=two, three=three)


def _speaks(opening: Opening) -> bool:
    """Of blocks that were joined to the one before, only those with words that begin no line of running text count."""
    organ = ORGAN_LINE.match(opening.paragraph.text, opening.span[0])
    if (
        organ and organ["comma"] and organ.end() == len(opening.paragraph.text)
    ):  # a second organ line, not "The Assembly urges"
        return False
    if not opening.joined or opening.kind in ("case", "form", "misspelt"):
        return True
    return opening.kind == "none" and (opening.words[:1].isupper() or is_article(opening.words))


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


_LATE = re.compile(
    r"(?P<head>[A-Z][a-z]+s)(?P<upon> upon| for| note| in mind)? (?P<mark>also|further)\b(?P<more> (?:that|the|its|all|upon|with|to|in)\b)?"
)


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


# "fordert ein Ende der Gewalt" demands something; whoever tells somebody to act needs the second half
_DEMANDED = re.compile(
    r"fordert (?:nachdrücklich )?[^,;]{3,120}, (?!um |ohne |statt |anstatt |dass |damit |wie |die |der |das |den )"
    r"[^,;]{3,120}\b(?:zu [a-zäöüß]+n|[a-zäöüß]{2,}zu[a-zäöüß]+n)(?=[;.,]|$)"
)
_SEPARABLE = {"legt": "nahe", "regt": "an", "hebt": "hervor", "lädt": "ein"}


@checks("UN212")
def separable_verb(draft: Draft) -> Iterator[Found]:
    for paragraph in draft.operative:
        half = _SEPARABLE.get(paragraph.opener.split(" ")[0]) if paragraph.opener else None
        if _DEMANDED.match(paragraph.text):
            half = "auf"
        if half and len(paragraph.opener_parts) == 1 and half not in paragraph.opener.split():
            yield paragraph, paragraph.opener_spans[0], {"verb": paragraph.opener, "half": half}


_ANOTHER = {
    "preamble": re.compile(
        r"(?<=,) (?P<opener>(?=[A-Z])(?:Also |Further |Deeply |Gravely |Strongly )?(?P<verb>[A-Z]?[a-z]+))\b"
    ),
    "operative": re.compile(r"(?<=;) (?P<opener>(?=[A-Z])(?:Also |Further |Strongly )?(?P<verb>[A-Z]?[a-z]+))\b"),
}


@checks("UN113")
def paragraph_of_its_own(draft: Draft) -> Iterator[Found]:
    joined = {paragraph.label for paragraph, _ in draft.joints}
    parts: tuple[tuple[Part, list[Paragraph], frozenset[str]], ...] = (
        ("preamble", draft.preamble, participles()),
        ("operative", draft.operative, finite_verbs()),
    )
    for part, paragraphs, known in parts:
        for paragraph in paragraphs:
            for match in _ANOTHER[part].finditer(paragraph.text):
                begins = match["verb"].lower() in known
                quoted = paragraph.text.count("“", 0, match.start()) > paragraph.text.count("”", 0, match.start())
                if begins and not quoted and paragraph.label not in joined:
                    yield paragraph, match.span("opener"), {"words": match["opener"]}
