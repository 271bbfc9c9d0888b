"""Rules on the preamble."""

from __future__ import annotations

import re
from collections.abc import Iterator

from resolutionkit.document.grammar.openers import find_opener
from resolutionkit.document.grammar.verbs import Part, finite_verbs, participles, to_finite
from resolutionkit.document.model import Paragraph
from resolutionkit.drafting.review.draft import Draft
from resolutionkit.drafting.review.endings import wrong_end
from resolutionkit.drafting.review.engine import Found, checks
from resolutionkit.drafting.review.opening_words import openings_that_are, set_phrases
from resolutionkit.drafting.review.repeats import Repeated, neighbours, repeated, should_say_so, taken_apart

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
        if not paragraph.items and not (paragraph in draft.sectioned and paragraph.text.endswith(";")):  # budgets may
            yield from wrong_end(paragraph, *(",:" if paragraph.label in draft.before_table else ","))


@checks("UN105")
def preambular_repetition(draft: Draft) -> Iterator[Found]:
    for before, this in neighbours(draft.preamble, draft.language):
        if this.repeat == before.repeat and this.repeat < 2:
            yield should_say_so(this, this.repeat + 1, "preamble", draft.language)


_LATE = re.compile(r"[A-Z][a-z]+s(?: upon| for| note| in mind)? also\b")
_EARLY = re.compile(r"(?P<also>Also|Further) (?P<head>[a-z]+(?:ing|ed)|aware|mindful|conscious|cognizant)\b")


@checks("UN106")
def also_after_participle(draft: Draft) -> Iterator[Found]:
    for paragraph, match, span in draft.find(_EARLY, "preamble"):
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


# --- also and further, in both parts


def _repeating(draft: Draft) -> Iterator[tuple[Part, Repeated | None, Repeated]]:
    """Openers of one verb, in its right form, that say that it is repeated, each with the opener before it."""
    wrong = {o.paragraph.label for o in draft.openings if o.kind not in ("right", "unusual")}
    wrong |= {p.label for p in draft.preamble if _EARLY.match(p.text)}
    wrong |= {p.label for p in draft.operative if _LATE.match(p.text)}
    parts: tuple[tuple[Part, list[Paragraph]], ...] = (("preamble", draft.preamble), ("operative", draft.operative))
    for part, paragraphs in parts:
        before = None
        for this in (taken_apart(paragraph, draft.language) for paragraph in paragraphs):
            if this.repeat in (1, 2) and this.verb and " and " not in this.verb and this.paragraph.label not in wrong:
                yield part, before, this
            before = this


@checks("UN114")
def also_needs_a_first(draft: Draft) -> Iterator[Found]:
    for _part, before, this in _repeating(draft):
        if before is None:
            yield _plain(this)


def _plain(this: Repeated) -> Found:
    """The finding that an opener should not say it is repeated."""
    words = this.paragraph.text[: this.paragraph.opener_spans[0][1]]
    end = len(words)
    if behind := re.match(r" (?:also|further)\b", this.paragraph.text[end:]):
        end += behind.end()
    better = this.verb.capitalize()
    return Found(this.paragraph, (0, end), better)


@checks("UN115")
def also_follows_its_verb(draft: Draft) -> Iterator[Found]:
    for _part, before, this in _repeating(draft):
        if before and before.verb and not _akin(this, before):
            yield _plain(this)


def _akin(this: Repeated, before: Repeated) -> bool:
    """Whether two paragraphs begin with the same verb, though perhaps with another object: "takes note", "takes note with …"."""
    one, other = (re.sub(r"^(?:strongly|deeply|gravely|reaffirms|once)\b ?", "", each.verb) for each in (this, before))
    return one.split(" ")[0] == other.split(" ")[0]


@checks("UN116")
def further_follows_also(draft: Draft) -> Iterator[Found]:
    for part, before, this in _repeating(draft):
        if before and this.verb == before.verb and this.repeat == 2 and before.repeat in (0, 2):
            also = repeated(this.verb, 1, part, draft.language)
            better = also if before.repeat == 0 else this.verb.capitalize()
            yield Found(this.paragraph, (0, this.paragraph.opener_spans[0][1]), better, {"also": also})


_ASKING = re.compile(
    r"(?:Also |Further )?(?P<found>(?P<verb>Requesting|Demanding|Recommending|Deciding|Instructing))\b"
)


@checks("UN120")
def asking_is_operative(draft: Draft) -> Iterator[Found]:
    for paragraph, match, span in draft.find(_ASKING, "preamble"):
        yield Found(paragraph, span, facts={"verb": to_finite(match["verb"]).capitalize() or "Requests"})


# --- how openers are written, in both parts


@checks("UN117")
def small_letters_in_openers(draft: Draft) -> Iterator[Found]:
    for part, paragraphs in (("preamble", draft.preamble), ("operative", draft.operative)):
        for paragraph in paragraphs:
            first, _space, rest = paragraph.text[:60].partition(" ")
            if first[1:].islower() and (capital := _CAPITAL.match(rest)):
                at = len(first) + 1 + capital.start("found")
                small = first + " " + rest.lower()
                spans = find_opener(small, part, draft.language)  # type: ignore[arg-type]  # one of the two
                if spans and spans[0][1] > at:
                    yield Found(paragraph, (at, at + len(capital["found"])), capital["found"].lower())


_CAPITAL = re.compile(r"(?:[a-z]+ ){0,2}(?P<found>[A-Z][a-z]+)\b")
_OBJECT = re.compile(r",(?= (?:that|the|all|its|an?|Member States|States|Governments)\b)")


@checks("UN119")
def no_comma_behind_the_opener(draft: Draft) -> Iterator[Found]:
    for paragraph in (*draft.preamble, *draft.operative):
        end = paragraph.opener_spans[-1][1] if paragraph.opener_spans else 0
        end -= paragraph.text[:end].endswith(",")
        if end and _OBJECT.match(paragraph.text, end):
            yield Found(paragraph, (end, end + 1), "", {"opener": paragraph.opener.rstrip(",")})


@checks("UN118")
def no_semicolon_inside(draft: Draft) -> Iterator[Found]:
    for paragraph in draft.preamble:
        text = paragraph.text
        at = text.find("; ", 0, len(text) - 1)
        joined = any(paragraph is other for other, _at in draft.joints)
        if at >= 0 and not paragraph.items and not joined and "“" not in text[:at]:
            yield Found(paragraph, (at, at + 1), ",")
