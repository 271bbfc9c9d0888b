"""Checks of the words with which paragraphs begin, for both parts."""

from __future__ import annotations

from collections.abc import Iterator

from resolutionkit.document.grammar.verbs import Part, usual
from resolutionkit.document.reading.lines import ORGAN_LINE
from resolutionkit.drafting.review.draft import Draft
from resolutionkit.drafting.review.engine import Check, Found
from resolutionkit.drafting.review.opening import Kind, Opening, is_article
from resolutionkit.drafting.review.usage import openers, unusual
from resolutionkit.language import _


def openings_that_are(kind: Kind, part: Part) -> Check:
    """Return the check that finds the openings of one kind in one part."""

    def check(draft: Draft) -> Iterator[Found]:
        for opening in draft.openings:
            listed = _listed(opening, draft.language)
            if opening.part == part and _counts(opening) and listed:
                if kind == "unusual":
                    words, better = listed
                    at = opening.span[0]
                    facts = {"try_this": _("Write “{better}”.").format(better=better)}
                    same = " " not in better or better.count(" ") == words.count(
                        " "
                    )  # else what follows has to change too
                    yield Found(opening.paragraph, (at, at + len(words)), better if same else None, facts)
            elif opening.part == part and opening.kind == kind and _counts(opening):
                better = opening.better if kind in ("form", "case", "misspelt") else ""
                facts = {"better": opening.better, "try_this": _try_this(opening, draft.language)}
                yield Found(opening.paragraph, opening.span, better or None, facts)

    return check


def _listed(opening: Opening, language: str) -> tuple[str, str] | None:
    """The words of the table of unusual openers with which a paragraph begins, and what to write instead."""
    if language != "en" or opening.kind not in ("right", "unusual", "none"):
        return None
    words = opening.paragraph.text[opening.span[0] :][:60].split(" ")[:3]
    for count in (3, 2, 1):
        phrase = " ".join(words[:count]).rstrip(",")
        if better := unusual(opening.part).get(phrase.lower()):
            return phrase, better
    return None


def _try_this(opening: Opening, language: str) -> str:
    better = opening.better
    if better and opening.kind in ("form", "case"):
        return _("Write “{better}”.").format(better=better)
    if better:
        return _("Did you mean “{better}”?").format(better=better)
    one, two, three = list(usual(language, opening.part))[:3]
    return _("Usual ones are “{one}”, “{two}” and “{three}”.").format(one=one, two=two, three=three)


def _counts(opening: Opening) -> bool:
    """Of blocks that were joined to the one before, only those with words that begin no line of running text count."""
    organ = ORGAN_LINE.match(opening.paragraph.text, opening.span[0])
    if organ and organ["comma"] and organ.end() == len(opening.paragraph.text):
        return False  # a second organ line, not "The Assembly urges"
    if not opening.joined or opening.kind in ("case", "form", "misspelt"):
        return True
    return opening.kind == "none" and (opening.words[:1].isupper() or is_article(opening.words))


_ADVERBS = ("also", "further", "strongly", "deeply", "gravely")


def set_phrases(part: Part) -> Check:
    """Return the check that finds openers with a word too many or too few: "Emphasizing on", "Bearing mind", "Urges:"."""

    def check(draft: Draft) -> Iterator[Found]:
        for paragraph in draft.preamble if part == "preamble" else draft.operative:
            words = paragraph.text[:80].split(" ")
            skip = 1 if words[0].lower() in _ADVERBS else 0
            if len(words) > 1 and words[0].endswith(":"):  # "Urges: all States to act"
                yield Found(paragraph, (0, len(words[0])), words[0][:-1])
                continue
            for count in (4, 3, 2):
                phrase = " ".join(words[skip : skip + count])
                if better := openers(part).get(phrase.lower()):
                    start = len(" ".join(words[:skip])) + skip
                    better = better[0].lower() + better[1:] if skip else better
                    yield Found(paragraph, (start, start + len(phrase)), better)
                    break

    return check
