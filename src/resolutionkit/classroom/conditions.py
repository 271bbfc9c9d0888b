"""What no pattern can say of a draft or an essay: tests that conditions of exercises call by their names.

Each gets the text and the draft that was read from it (an empty one for an essay).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import Literal

from resolutionkit import networks, tables
from resolutionkit.classroom.run_code import quoted_in
from resolutionkit.classroom.values import plain_text
from resolutionkit.document.bundled import load
from resolutionkit.document.grammar.labels import label_at
from resolutionkit.document.model import Finding, Resolution
from resolutionkit.document.reading import parse
from resolutionkit.drafting.negotiation import Amended, amend, read_amendments
from resolutionkit.drafting.review import review
from resolutionkit.drafting.review.repeats import taken_apart
from resolutionkit.errors import KitError
from resolutionkit.files import read_toml
from resolutionkit.language import language

Test = Callable[[str, Resolution], bool]

_DENIES = re.compile(
    r"\b(?:not?|nor|never|nobody|none|nothing|neither|cannot|without|whether|unclear|unknown|far from|rather than|"
    r"(?:ask|see|know|wonder) (?:if|which|why|who)|(?:colleague|he|she|claim|conclusion|ranking|that|this) is wrong|"
    r"nicht|kein\w*|nie|niemand|nichts|weder|ohne|ob|unklar|statt)\b|n['’]t\b|\?",
    re.IGNORECASE,
)
_AFFIRMS = re.compile(
    r"\b(?:(?:nobody|no one|(?:you|we|one) cannot|cannot be) (?:can |could |will )?(?:deny|denied|doubt(?:ed)?|dispute[ds]?)|"
    r"(?:no|without|beyond)(?: an?y?)? (?:doubt|question|coincidence|accident|wonder|surprise)|not (?:only|just|merely|surprising|wrong|mistaken)|"
    r"not by (?:chance|accident)|need not look (?:any|some)where|"
    r"nothing (?:less|else|other) (?:than|but)|(?:kein|keinen|ohne) (?:Zweifel|Zufall)|nicht nur)\b",
    re.IGNORECASE,
)
"""A denial in form only: "there is no doubt that" claims what follows."""


def claims(text: str, pattern: str) -> bool:
    """Whether a text claims something: a part of a sentence says it, and no word there denies or doubts it.

    >>> claims("Urges is the strongest.", "strongest"), claims("That does not make it the strongest.", "strongest")
    (True, False)
    >>> claims("Nobody can deny that Urges is the strongest.", "strongest")
    True
    """
    return any(not _DENIES.search(part) for part in _parts_with(pattern, text))


def denies(text: str, pattern: str) -> bool:
    """Whether a text denies or doubts something in words.

    >>> denies("That does not make it the strongest.", "strong"), denies("It is common.", "strong")
    (True, False)
    """
    return any(_DENIES.search(part) for part in _parts_with(pattern, text))


def _parts_with(pattern: str, text: str) -> list[str]:
    parts = re.split(r"(?<=[.!?;:])\s+|,? (?:but|aber|sondern) ", _AFFIRMS.sub("", text))
    return [part for part in parts if re.search(pattern, part, re.IGNORECASE)]


def labels_in(text: str) -> list[str]:
    """Return the labels that a text names, in its order.

    >>> labels_in("As OP 13 (b) and Präambelabsatz 6 say")
    ['OP13(b)', 'PP6']
    """
    starts = re.finditer(
        r"\b(?:PP|OP|operative|preambular|Ziffer|Präambelabsatz)\b|\b(?:PP|OP)(?=\d)", plain_text(text)
    )
    found = (label_at(plain_text(text), start.start()) for start in starts)
    return [label[0] for label in found if label]


def names_a_paragraph(text: str, draft: Resolution) -> bool:
    """Whether a text points to a paragraph by its label."""
    return bool(labels_in(text))


def names_existing_paragraphs(text: str, draft: Resolution) -> bool:
    """Whether every label in a text is one of 75/10."""
    known = {p.label for p in load().paragraphs}
    return set(labels_in(text)) <= known


# --- Essays: words, numbers, actors ---------------------------------------------------------------------------


def has_a_count(text: str, draft: Resolution) -> bool:
    """Whether a number stands in the text that is neither a label nor a resolution nor the session."""
    rest = re.sub(r"\b(?:PP|OP)\s?\d+|\b\d+/\d+|\b75(?:th|\.)", " ", text)
    return bool(re.search(r"\d", rest))


def has_a_verb(text: str, draft: Resolution) -> bool:
    """Whether the text names an opener, in whatever form: "Requests", "to request", "ersucht"."""
    openers = {row["opener"] for row in tables.rows("opener_counts")} | {p.opener for p in load().operative}
    return any(opener.rstrip("s").casefold() in text.casefold() for opener in openers)


def names_women_and_interpol(text: str, draft: Resolution) -> bool:
    """Whether a paragraph that the text names is one in which both are named."""
    found = {row["id"]: set(row["paragraphs"].split("|")) for row in tables.rows("actors")}
    return bool(set(labels_in(text)) & found["women"] & found["interpol"])


def names_a_cooperation(text: str, draft: Resolution) -> bool:
    """Whether the network of cooperation has a line from a paragraph that the text names."""
    lines = {tie["label"] for *_ends, tie in networks.cooperation().edges(data=True)}
    return bool(set(labels_in(text)) & lines)


def quotes_it(text: str, draft: Resolution) -> bool:
    """Whether at least four words in a row stand in a paragraph that the text names."""
    known, given = {p.label: p.text for p in load().paragraphs}, _fours(text)
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


def has_two_items(text: str, draft: Resolution) -> bool:
    """Whether two lines begin with the letter of a sub-paragraph; whether a colon opens them, the review says."""
    marker = r"^\s*[a-z]\)\s" if draft.language == "de" else r"^\s*\([a-z]\)\s"
    return len(re.findall(marker, text, re.MULTILINE)) >= 2


_TO_NOBODY = (
    "acknowledg", "commend", "condemn", "congratulat", "decid", "emphasiz", "notes", "reaffirm", "recall", "recogniz",
    "stress", "takes", "underlin", "welcom",
    "begrüß", "bekräftig", "beschließ", "beton", "dankt", "erinner", "erkennt", "lobt", "nimmt", "stellt", "unterstreich",
    "verurteil", "weist", "würdig",
)  # fmt: skip


def speaks_to_somebody(text: str, draft: Resolution) -> bool:
    """Whether an act may address somebody; refused is only what surely does not: the list of verbs is open."""
    acts = draft.operative[:1] if len(draft.preamble) == 1 else draft.operative
    verbs = [p.opener if draft.language == "de" else taken_apart(p, "en").verb for p in acts]
    return any(not verb.startswith(_TO_NOBODY) for verb in verbs)


# --- Amendments -------------------------------------------------------------------------------------------------


def is_an_amendment(text: str, draft: Resolution) -> bool:
    """Whether every line of a text is an amendment by label."""
    try:
        return bool(read_amendments(text))
    except KitError:
        return False


def _amended(text: str) -> Amended | None:
    """The draft of exercise 7.4 with these amendments; None where they do not fit it."""
    german = drafts_language() == "de"
    name = "exercises_in_german.toml" if german else "exercises/negotiation.toml"
    question = read_toml(name)["7.4"]["question"]
    try:
        return amend(parse(quoted_in(question if german else question["en"]), drafts_language()), read_amendments(text))
    except KitError:
        return None


def _first_act(text: str) -> str:
    """What has become of OP1; "" where it is gone."""
    done = _amended(text)
    pairs = done.comparison.pairs if done else ()
    return next((p.after.text for p in pairs if p.before and p.after and p.before.label == "OP1"), "")


def fits_the_draft(text: str, draft: Resolution) -> bool:
    """Whether the amendments can be applied."""
    return _amended(text) is not None


def keeps_the_aim(text: str, draft: Resolution) -> bool:
    """Whether OP1 still speaks of border posts and I-24/7."""
    act = _first_act(text)
    gone = re.search(
        r"\bnot (?:to )?connect|refrain|from connecting|instead of connecting|nicht (?:\w+ )*anzuschließen", act
    )
    return "I-24/7" in act and bool(re.search("border|Grenz", act)) and not gone


_SOON = re.compile(
    r"one year|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|a few|[1-9]|1[0-2]) months?\b|"
    r"\bweeks?\b|\bdays?\b|immediately|at once|without delay|by the (?:end|beginning|middle) of|\b(?:no|not) later than|"
    r"\b(?:this|next|the (?:same|coming)) (?:year|session)|within (?:a|the|this) year|at the latest|\bby 20\d\d|before (?:20\d\d|its|the)|"
    r"(?:ein|dies|nächst|zwei|drei)\w* Jahr|\bMonat|\bWoche|\bTag(?:e[ns]?)?\b|unverzüglich|sofort|umgehend|spätestens|\bbis (?:zum|Ende|20\d\d)",
    re.IGNORECASE,
)


def takes_the_date_out(text: str, draft: Resolution) -> bool:
    """Whether the year is gone, and no shorter time has come instead."""
    return not _SOON.search(_first_act(text))


def leaves_the_form_right(text: str, draft: Resolution) -> bool:
    """Whether the amended draft has no error of form."""
    done = _amended(text)
    return done is not None and not any(map(is_error, review(done.draft)))


TESTS: Mapping[str, Test] = {
    test.__name__: test
    for test in (
        names_a_paragraph, names_existing_paragraphs, has_a_count, has_a_verb, names_women_and_interpol,
        names_a_cooperation, quotes_it, on_the_day_of_adoption,
        has_two_items, speaks_to_somebody, is_an_amendment, fits_the_draft, keeps_the_aim, takes_the_date_out,
        leaves_the_form_right,
    )
}  # fmt: skip
"""By the names that ``data/exercises/`` uses."""
