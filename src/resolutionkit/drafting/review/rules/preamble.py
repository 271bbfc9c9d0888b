"""Rules on the preamble."""

import re
from collections.abc import Iterator

from resolutionkit.document.grammar.final_marks import INTRODUCES, MARKS, OPERATIVE, PREAMBULAR
from resolutionkit.document.grammar.openers import find_opener
from resolutionkit.document.grammar.verbs import Part, finite_verbs, participles, to_finite
from resolutionkit.drafting.review.draft import Draft, Found
from resolutionkit.drafting.review.repeats import Repeated, repeated
from resolutionkit.drafting.review.shared_checks import should_say_so, wrong_end


def preambular_comma(draft: Draft) -> Iterator[Found]:
    for paragraph in draft.preamble:
        in_budget = paragraph in draft.sectioned and paragraph.text.endswith(OPERATIVE)
        if not paragraph.items and not in_budget:
            yield from wrong_end(paragraph, PREAMBULAR, *(INTRODUCES if paragraph.label in draft.before_table else ""))


def preambular_repetition(draft: Draft) -> Iterator[Found]:
    for before, this in draft.neighbours("preamble"):
        if this.repeat == before.repeat and this.repeat < 2:
            yield should_say_so(this, this.repeat + 1, "preamble", draft.language)


def preamble_without_numbers(draft: Draft) -> Iterator[Found]:
    taken = {each.label: each.detail for each in draft.resolution.assumptions if each.kind == "preambular-marker"}
    for paragraph in draft.preamble:
        if paragraph.label in taken:
            yield Found(paragraph, (0, 1), facts={"found": taken[paragraph.label]})


_LATE = re.compile(r"[A-Z][a-z]+s(?: upon| for| note| in mind)? also\b")
_EARLY = re.compile(r"(?P<also>Also|Further) (?P<head>[a-z]+(?:ing|ed)|aware|mindful|conscious|cognizant)\b")


def also_after_the_participle(draft: Draft) -> Iterator[Found]:
    for paragraph, match, span in draft.find(_EARLY, "preamble"):
        yield Found(paragraph, span, f"{match['head'].capitalize()} {match['also'].lower()}")


def italics_without_mark(draft: Draft) -> Iterator[Found]:
    for paragraph in draft.tops:
        if paragraph.opener.endswith(MARKS):
            end = paragraph.opener_spans[-1][1]
            yield Found(paragraph, (end - 1, end), facts={"words": paragraph.opener})


def long_opener(draft: Draft) -> Iterator[Found]:
    for paragraph in draft.tops:
        count = len(paragraph.opener.split())
        if count > 6 and not paragraph.opener.endswith(MARKS):
            part: Part = "preamble" if "PP" in paragraph.label else "operative"
            # of these words the kit would have taken others: somebody set them in italics
            if paragraph.opener_spans != find_opener(paragraph.text, part, draft.language):
                yield Found(paragraph, paragraph.opener_spans[0], facts={"count": count})


_OPENER = r"(?P<found>(?=[A-Z])(?:Also |Further |Deeply |Gravely |Strongly )?(?P<verb>[A-Z]?[a-z]+))\b"
_ANOTHER = {"PP": (re.compile(f", {_OPENER}"), participles), "OP": (re.compile(f"; {_OPENER}"), finite_verbs)}


def paragraph_of_its_own(draft: Draft) -> Iterator[Found]:
    for part, (pattern, known) in _ANOTHER.items():
        for paragraph, match, span in draft.find(pattern, "unjoined"):
            if part in paragraph.label and match["verb"].lower() in known():
                yield Found(paragraph, span)


# --- also and further, in both parts


def _repeating(draft: Draft) -> Iterator[tuple[Part, Repeated | None, Repeated]]:
    """Openers of one verb, in its right form, that say that it is repeated, each with the opener before it."""
    wrong = {o.paragraph.label for o in draft.openings if o.kind not in ("right", "unusual", "listed")}
    wrong |= {p.label for p in draft.preamble if _EARLY.match(p.text)}
    wrong |= {p.label for p in draft.operative if _LATE.match(p.text)}
    for part, openers in draft.repeated.items():
        for before, this in zip([None, *openers], openers, strict=False):
            one_verb = this.verb and " and " not in this.verb
            if one_verb and this.repeat in (1, 2) and this.paragraph.label not in wrong:
                yield part, before, this


_BEHIND = re.compile(r" (?:also|further)\b")
_LEADING = re.compile(r"^(?:strongly|deeply|gravely|reaffirms|once)\b ?")


def also_needs_a_first(draft: Draft) -> Iterator[Found]:
    for _part, before, this in _repeating(draft):
        if before is None:
            yield _plain(this)


def _plain(this: Repeated) -> Found:
    """The finding that an opener should not say it is repeated."""
    end = this.paragraph.opener_spans[0][1]
    behind = _BEHIND.match(this.paragraph.text, end)
    return Found(this.paragraph, (0, behind.end() if behind else end), this.verb.capitalize())


def also_follows_its_verb(draft: Draft) -> Iterator[Found]:
    for _part, before, this in _repeating(draft):
        if before and before.verb:
            bare = (_LEADING.sub("", each.verb) for each in (this, before))
            one, other = (verb.partition(" ")[0] for verb in bare)  # "takes note" and "takes note with …" have one verb
            if one != other:
                yield _plain(this)


def further_follows_also(draft: Draft) -> Iterator[Found]:
    for part, before, this in _repeating(draft):
        if before and this.verb == before.verb and this.repeat == 2 and before.repeat in (0, 2):
            also = repeated(this.verb, 1, part, draft.language)
            better = this.verb.capitalize() if before.repeat else also
            yield Found(this.paragraph, (0, this.paragraph.opener_spans[0][1]), better, {"also": also})


_ASKING = re.compile(r"(?:Also |Further )?(?P<found>(?i:requesting|demanding|recommending|deciding|instructing))\b")


def asking_is_operative(draft: Draft) -> Iterator[Found]:
    for paragraph, match, span in draft.find(_ASKING, "preamble"):
        yield Found(paragraph, span, facts={"verb": to_finite(match["found"]).capitalize()})


# --- how openers are written, in both parts


def small_letters_in_openers(draft: Draft) -> Iterator[Found]:
    for part, paragraphs in draft.parts.items():
        for paragraph in paragraphs:
            first, _space, rest = paragraph.text.partition(" ")
            if first[1:].islower() and (capital := _CAPITAL.match(rest)):
                at = len(first) + 1 + capital.start("found")
                small = first + " " + rest.lower()
                spans = find_opener(small, part, draft.language)
                if spans and spans[0][1] > at:
                    yield Found(paragraph, (at, at + len(capital["found"])), capital["found"].lower())


_CAPITAL = re.compile(r"(?:[a-z]+ ){0,2}(?P<found>[A-Z][a-z]+)\b")
_OBJECT = re.compile(r",(?= (?:that|the|all|its|an?|to (?!th)[a-z]+|Member States|States|Governments)\b)")


def no_comma_behind_the_opener(draft: Draft) -> Iterator[Found]:
    for paragraph in (top for top in draft.tops if top.opener_spans):
        end = paragraph.opener_spans[-1][1]
        end -= paragraph.text[:end].endswith(",")
        if _OBJECT.match(paragraph.text, end):
            yield Found(paragraph, (end, end + 1), "", {"opener": paragraph.opener.rstrip(",")})


def no_semicolon_in_a_preambular_paragraph(draft: Draft) -> Iterator[Found]:
    for paragraph in draft.preamble:
        before, semicolon, _behind = paragraph.text.partition("; ")
        joined = any(paragraph is other for other, _at in draft.joints)
        if semicolon and not paragraph.items and not joined and "“" not in before:
            yield Found(paragraph, (len(before), len(before) + 1), PREAMBULAR)
