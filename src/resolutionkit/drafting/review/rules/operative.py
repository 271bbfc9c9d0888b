"""Rules on the operative part."""

import re
from collections.abc import Iterator
from functools import cache
from itertools import pairwise

from resolutionkit.document.grammar.dates import MONTH
from resolutionkit.document.grammar.final_marks import INTRODUCES, LAST, OPERATIVE
from resolutionkit.document.grammar.labels import is_between
from resolutionkit.document.grammar.verbs import usual
from resolutionkit.document.model import Paragraph
from resolutionkit.drafting.review.cards import compiled
from resolutionkit.drafting.review.draft import Draft, Found
from resolutionkit.drafting.review.repeats import addressee, addresses, speaks_to_somebody_new
from resolutionkit.drafting.review.shared_checks import quotes_sentence, should_say_so, unmarked, wrong_end
from resolutionkit.language import _

# --- final marks


def operative_semicolon(draft: Draft) -> Iterator[Found]:
    before_section = {this.label for this, following in pairwise(draft.body) if following.number == 1}
    anything = draft.before_table | before_section  # a section may end like the whole
    numbers = {p.number for p in draft.body}
    for paragraph in draft.operative:
        text, number = paragraph.text, paragraph.number
        if number is not None and number + 1 not in numbers:  # "to act 3. Requests", its final mark being lost
            next_number = re.search(rf"(?<=\w) {number + 1}\. (?=[^\W\d_])", text)
            if next_number and not MONTH.match(text, next_number.end()):
                yield unmarked(paragraph, next_number.start() - 1, OPERATIVE)
        introduces = number is None and text.endswith(INTRODUCES)  # "Adopts the following declaration:"
        if paragraph.items or paragraph is draft.last or paragraph.label in anything or introduces:
            continue
        if not quotes_sentence(text):
            yield from wrong_end(paragraph, OPERATIVE)


def last_full_stop(draft: Draft) -> Iterator[Found]:
    last = draft.last
    if last is None or last.label in draft.before_table or quotes_sentence(last.text):
        return
    if draft.resolution.annexes and last.text.endswith(INTRODUCES):  # it introduces the annex
        return
    if last in draft.operative or (last.marker and draft.body[-1] in draft.operative):
        yield from wrong_end(last, LAST)


# --- numbers

_NUMBER = re.compile(r"(?P<number>\d{1,3})\. (?=[^\W\d_])")


def _at_first_word(paragraph: Paragraph, **facts: object) -> Found:
    return Found(paragraph, (0, len(paragraph.text.partition(" ")[0])), facts=facts)


def _unnumbered(paragraph: Paragraph, expected: int) -> Found:
    return _at_first_word(paragraph, found=_("no number"), expected=expected)


def numbers_in_order(draft: Draft) -> Iterator[Found]:
    if all(p.number is None for p in draft.body):
        if len(draft.body) > 1 and not draft.sectioned:
            yield _unnumbered(draft.body[0], 1)
        return
    yield from _out_of_order(draft)
    for paragraph, at in draft.joints:
        # a number that made no sense where it stood, so that the reader took it for text
        match = _NUMBER.match(paragraph.text, at)
        if match and draft.is_operative(paragraph.text[match.end() :]):
            own = re.match(r"\d*", paragraph.label.rpartition("OP")[2])
            expected = int(own[0]) + 1 if own and own[0] else 1
            yield Found(paragraph, match.span("number"), str(expected), {"expected": expected})


def _out_of_order(draft: Draft) -> Iterator[Found]:
    before, section = 0, ""
    for i, paragraph in enumerate(draft.body):
        number, here = paragraph.number, paragraph.label.rpartition("OP")[0]
        if is_between(paragraph.label):  # "1 bis" of a negotiating text
            continue
        if number is None:
            if here != section:  # a section of one paragraph needs no number
                before = 0
            elif i or not paragraph.text.endswith(INTRODUCES):  # "Adopts the following declaration:" needs none either
                before += 1
                yield _unnumbered(paragraph, before)
        else:
            restarts = number == 1 and (before > 1 or bool(draft.sectioned))
            if number != before + 1 and not restarts:
                yield _at_first_word(paragraph, found=number, expected=before + 1)
            following = draft.body[i + 1].number if i + 1 < len(draft.body) else None
            # where the next number fits, only this one is wrong: 1, 2, 2, 4
            before = before + 1 if following == before + 2 and not restarts else number
            # continuations are paragraphs themselves, where just their numbers are missing in the count
            items = [item for item in paragraph.items if item.marker is None and draft.is_operative(item.text)]
            for item in items if following == number + 1 + len(items) else ():
                before += 1
                yield _unnumbered(item, before)
        section = here


def single_paragraph_unnumbered(draft: Draft) -> Iterator[Found]:
    match draft.body:
        case [only] if only.number is not None and not draft.sectioned:
            yield _at_first_word(only, number=only.number)


# --- verbs


def operative_repetition(draft: Draft) -> Iterator[Found]:
    for before, this in draft.neighbours("operative"):
        if not (this.repeat or before.repeat or addresses(this)):
            yield should_say_so(this, 1, "operative", draft.language)


def new_addressee(draft: Draft) -> Iterator[Found]:
    for before, this in draft.neighbours("operative"):
        if this.repeat in (1, 2) and addresses(this) and speaks_to_somebody_new(before, this):
            better = this.verb.capitalize()
            yield Found(this.paragraph, this.paragraph.opener_spans[0], better, {"found": this.paragraph.opener})


def same_addressee(draft: Draft) -> Iterator[Found]:
    for before, this in draft.neighbours("operative"):
        same = {addressee(this), addressee(before)} == {"the secretary-general"}
        if same and this.verb == "requests" and not (this.repeat or before.repeat):
            yield should_say_so(this, 1, "operative", "en")


_LATE = compiled("<also_behind_the_verb>")


def also_before_the_verb(draft: Draft) -> Iterator[Found]:
    for paragraph, match, span in draft.find(_LATE, "operative"):
        # "Encourages further cooperation": there it is the object's adjective
        if match["head"].lower() in _common_verbs() and (match["also"] == "also" or match["more"]):
            yield Found(paragraph, span, f"{match['also'].capitalize()} {match['head'].lower()}{match['upon'] or ''}")


@cache
def _common_verbs() -> frozenset[str]:
    """Verbs that open three paragraphs or more: of rarer ones no habit is known."""
    return frozenset(opener.split(" ")[0].lower() for opener, n in usual("en", "operative").items() if n > 2)


# "fordert ein Ende der Gewalt" demands something; whoever tells somebody to act needs the second half
_DEMANDED = compiled("<demanded>")
_SEPARABLE = {"legt": "nahe", "regt": "an", "hebt": "hervor", "lädt": "ein"}


def separable_verb(draft: Draft) -> Iterator[Found]:
    for paragraph in draft.operative:
        half = _SEPARABLE.get(paragraph.opener.split(" ")[0]) if paragraph.opener else None
        if _DEMANDED.match(paragraph.text):
            half = "auf"
        if half and len(paragraph.opener_parts) == 1 and half not in paragraph.opener.split():
            yield Found(paragraph, paragraph.opener_spans[0], facts={"verb": paragraph.opener, "half": half})


def agenda_last(draft: Draft) -> Iterator[Found]:
    for paragraph in draft.operative[:-1]:
        if agenda := re.search("include in the provisional agenda of its", paragraph.text):
            yield Found(paragraph, agenda.span())
