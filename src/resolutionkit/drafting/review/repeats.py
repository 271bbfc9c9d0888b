"""*Also* and *further*, which say that a verb is repeated."""

import re
from typing import NamedTuple

from resolutionkit.document.grammar.verbs import Part
from resolutionkit.document.model import Paragraph
from resolutionkit.drafting.review.cards import compiled
from resolutionkit.drafting.review.opening import NOUNS

_REPEATS = {"also": 1, "further": 2, "again": 3, "once": 3, "more": 3}
_REPEATS |= {"sowie": 1, "außerdem": 1, "auch": 1, "ferner": 2, "erneut": 3}


class Repeated(NamedTuple):
    """A paragraph with its opener taken apart: verb, and how it says that it is repeated (0 not, 1 also, 2 further, 3 again)."""

    paragraph: Paragraph
    verb: str
    repeat: int


def taken_apart(paragraph: Paragraph, language: str) -> Repeated:
    """Take the opener of a paragraph apart: of "Recalling also" the verb is "recalling", which is repeated once."""
    words = [word.rstrip(",") for word in " ".join(paragraph.opener_parts).split()]
    if any(paragraph.text.startswith(" also ", end) for _start, end in paragraph.opener_spans):
        words.append("also")
    repeats = [_REPEATS[word.lower()] for word in words if word.lower() in _REPEATS]
    verb = " ".join(word for word in words if word.lower() not in _REPEATS)
    if language == "en":
        verb = verb.lower()
    elif verb.isupper():
        verb = ""  # its capitals are told first, and nobody knows which of its words are nouns
    elif not verb.startswith(NOUNS):
        verb = verb[:1].lower() + verb[1:]
    return Repeated(paragraph, verb, repeats[0] if len(repeats) == 1 else 3 if repeats else 0)


def repeated(verb: str, repeat: int, part: Part, language: str) -> str:
    """Return an opener that says it is repeated, once ("also") or, in the preamble, twice ("further")."""
    head, _, rest = verb.partition(" ")
    if language == "de":
        also = {1: "sowie", 2: "ferner"}[repeat]
        return f"{also} {verb}" if part == "preamble" else f"{head} außerdem {rest}".strip()
    also = {1: "also", 2: "further"}[repeat]
    behind = f"{head} {also} {rest}" if head == "having" else f"{verb} {also}"  # "Taking note also"
    return (behind if part == "preamble" else f"{also} {verb}").capitalize()


def addresses(this: Repeated) -> bool:
    """Whether the verb speaks to somebody."""
    return compiled("<addressing>").match(this.verb) is not None


def addressee(this: Repeated) -> str:
    """The words after the opener up to the verb's demand: whom the Assembly speaks to."""
    rest = re.sub(r"^[ ,]*(?:(?:also|further)\b)?[ ,]*", "", this.paragraph.text.partition(this.paragraph.opener)[2])
    return _DEMAND.split(rest)[0].lower().removeprefix("all ")


_DEMAND = re.compile(r",? (?:to|that|and|in|on|for|of|as|at|from|which|who|through|within)\b|[,;:]")


def speaks_to_somebody_new(before: Repeated, this: Repeated) -> bool:
    """Whether the second of two neighbours surely has another addressee."""
    old, new, somebody = addressee(before), addressee(this), compiled(r"\b<somebody>$")
    return old != new and bool(somebody.search(old) and somebody.search(new))
