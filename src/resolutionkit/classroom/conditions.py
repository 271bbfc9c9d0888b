"""What a draft or an essay has to do: conditions of exercises, and the functions that their expressions may call."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import Literal

from resolutionkit import networks, tables
from resolutionkit.classroom.answers import plain_text
from resolutionkit.classroom.exercise import quoted_in, value_of
from resolutionkit.document.bundled import load
from resolutionkit.document.grammar.labels import label_at
from resolutionkit.document.model import Finding, Resolution
from resolutionkit.document.reading import parse
from resolutionkit.drafting.negotiation import Amended, amend, read_amendments
from resolutionkit.drafting.review import review
from resolutionkit.drafting.review.repeats import taken_apart
from resolutionkit.errors import KitError
from resolutionkit.files import read_toml
from resolutionkit.language import Text, language


@dataclass(frozen=True, slots=True)
class Condition(Text):
    """What to say while a written answer does not do something that it has to do.

    One of the five says what: a pattern that has to occur or must not, a claim that must not be made or has to be denied,
    or an expression. It may use ``text``, ``draft`` (what was read from it; an empty one for an essay) and what stands
    in this module.
    """

    needs: str = ""
    avoids: str = ""
    claims: str = ""
    denies: str = ""
    holds: str = ""
    wrong: Sequence[str] = ()
    """Texts that do not keep it, and keep all others before it."""

    def is_kept(self, text: str, draft: Resolution) -> bool:
        """Whether a text keeps the condition."""
        plain = plain_text(text)
        if self.holds:
            return bool(value_of(self.holds, globals(), text=text, draft=draft))
        if self.claims:
            return all(_denials(self.claims, plain))
        if self.denies:
            return any(_denials(self.denies, plain))
        if self.avoids:
            return not re.search(self.avoids, plain, re.IGNORECASE)
        return bool(re.search(self.needs, plain, re.IGNORECASE))


@cache
def words(name: str) -> re.Pattern[str]:
    """One of the lists of ``data/conditions.toml``."""
    return re.compile("|".join(read_toml("conditions.toml")[name]), re.IGNORECASE)


def _denials(pattern: str, text: str) -> list[bool]:
    """Whether each part of a sentence in which a pattern occurs denies or doubts it: "nobody can deny that" does not."""
    parts = re.split(r"(?<=[.!?;:])\s+|,? (?:but|aber|sondern) ", words("affirms").sub("", text))
    return [bool(words("denies").search(part)) for part in parts if re.search(pattern, part, re.IGNORECASE)]


# --- Essays: labels, words, numbers, actors -------------------------------------------------------------------


def labels_in(text: str) -> list[str]:
    """Return the labels that a text names, in its order.

    >>> labels_in("As OP 13 (b) and Präambelabsatz 6 say")
    ['OP13(b)', 'PP6']
    """
    text = plain_text(text)
    starts = re.finditer(r"\b(?:PP|OP|operative|preambular|Ziffer|Präambelabsatz)\b|\b(?:PP|OP)(?=\d)", text)
    found = (label_at(text, start.start()) for start in starts)
    return [label[0] for label in found if label]


def paragraphs() -> dict[str, str]:
    """The paragraphs of 75/10: label -> text."""
    return {p.label: p.text for p in load().paragraphs}


def has_a_count(text: str) -> bool:
    """Whether a number stands in the text that is neither a label nor a resolution nor the session."""
    return bool(re.search(r"\d", re.sub(r"\b(?:PP|OP)\s?\d+|\b\d+/\d+|\b75(?:th|\.)", " ", text)))


def has_a_verb(text: str) -> bool:
    """Whether the text names an opener, in whatever form: "Requests", "to request", "ersucht"."""
    openers = {row["opener"] for row in tables.rows("opener_counts")} | {p.opener for p in load().operative}
    return any(opener.rstrip("s").casefold() in text.casefold() for opener in openers)


def names_women_and_interpol(text: str) -> bool:
    """Whether a paragraph that the text names is one in which both are named."""
    return bool(set(labels_in(text)) & set(networks.co_mentions().edges["women", "interpol"]["labels"]))


def names_a_cooperation(text: str) -> bool:
    """Whether the network of cooperation has a line from a paragraph that the text names."""
    lines = {tie["label"] for *_ends, tie in networks.cooperation().edges(data=True)}
    return bool(set(labels_in(text)) & lines)


def quotes_it(text: str) -> bool:
    """Whether at least four words in a row stand in a paragraph that the text names."""
    known, given = paragraphs(), _fours(text)
    return any(given & _fours(known[label]) for label in labels_in(text) if label in known)


def _fours(text: str) -> set[tuple[str, ...]]:
    words = re.findall(r"\w+", plain_text(text).casefold())
    return set(zip(words, words[1:], words[2:], words[3:], strict=False))


# --- Drafts -----------------------------------------------------------------------------------------------------


def on_the_day_of_adoption(text: str, draft: Resolution) -> bool:
    """Whether 75/10 is cited with the day of its adoption; a form of dates that the review mends is none of this."""
    cited = next(r for r in draft.references if r.symbol == "A/RES/75/10")
    adopted = load().adopted
    assert adopted
    if cited.date is None:
        return bool(re.search(rf"(?<!/)\b{adopted.day}\b|\b{adopted.day}rd\b", text))
    return cited.date == adopted


def drafts_language() -> Literal["en", "de"]:
    """Return the language in which the exercises of the user's edition have drafts written."""
    return "de" if language() == "de" else "en"


def is_error(finding: Finding) -> bool:
    """Whether an exercise is not done with it: errors, and of German drafts the form rules, hints since few are counted."""
    form = ("UN103", "UN104", "UN207") if drafts_language() == "de" else ()
    return finding.severity == "error" or finding.code in form


def speaks_to_somebody(draft: Resolution) -> bool:
    """Whether an act may address somebody; refused is only what surely does not: the list of verbs is open."""
    acts = draft.operative[:1] if len(draft.preamble) == 1 else draft.operative
    verbs = [p.opener if draft.language == "de" else taken_apart(p, "en").verb for p in acts]
    to_nobody = tuple(read_toml("conditions.toml")["to_nobody"])
    return any(not verb.startswith(to_nobody) for verb in verbs)


# --- Amendments -------------------------------------------------------------------------------------------------


def is_an_amendment(text: str) -> bool:
    """Whether every line of a text is an amendment by label."""
    try:
        return bool(read_amendments(text))
    except KitError:
        return False


def amended(text: str) -> Amended | None:
    """The draft of exercise 7.4 with these amendments; None where they do not fit it."""
    german = drafts_language() == "de"
    name = "exercises_in_german.toml" if german else "exercises/negotiation.toml"
    question = read_toml(name)["7.4"]["question"]
    try:
        return amend(parse(quoted_in(question if german else question["en"]), drafts_language()), read_amendments(text))
    except KitError:
        return None


def first_act(text: str) -> str:
    """What has become of OP1; "" where it is gone."""
    done = amended(text)
    pairs = done.comparison.pairs if done else ()
    return next((p.after.text for p in pairs if p.before and p.after and p.before.label == "OP1"), "")


def keeps_the_aim(text: str) -> bool:
    """Whether OP1 still speaks of border posts and I-24/7."""
    act = first_act(text)
    gone = re.search(
        r"\bnot (?:to )?connect|refrain|from connecting|instead of connecting|nicht (?:\w+ )*anzuschließen", act
    )
    return "I-24/7" in act and bool(re.search("border|Grenz", act)) and not gone


def leaves_the_form_right(text: str) -> bool:
    """Whether the amended draft has no error of form."""
    done = amended(text)
    return done is not None and not any(map(is_error, review(done.draft)))
