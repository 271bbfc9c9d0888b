"""Says how a paragraph begins: as it should, with the wrong form, the wrong case, a slip, or no opener at all."""

import re
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Literal

from resolutionkit.document.grammar import verbs
from resolutionkit.document.grammar.openers import find_opener
from resolutionkit.document.grammar.verbs import Part
from resolutionkit.document.model import Paragraph, Span
from resolutionkit.drafting.review.cards import compiled
from resolutionkit.drafting.review.usage import usage

Kind = Literal["right", "form", "case", "misspelt", "unusual", "listed", "none"]
"""Listed are the unusual ones for which ``data/usage.toml`` says what to write instead."""


@dataclass(frozen=True, slots=True)
class Opening:
    """How a paragraph begins, and how it should."""

    paragraph: Paragraph
    part: Part
    kind: Kind
    span: Span
    """The words that open it, or should."""
    better: str = ""
    """What to write instead."""
    joined: bool = False
    """Whether the reader had joined these words to the paragraph before."""

    @property
    def words(self) -> str:
        """The words as they stand in the draft."""
        return self.paragraph.text[slice(*self.span)]


def opening_of(paragraph: Paragraph, offset: int, part: Part, language: str) -> Opening:
    """Judge the words with which a paragraph begins, or with which a block begins that was joined to it at ``offset``."""
    joined = offset > 0
    offset += len(paragraph.text[offset:]) - len(paragraph.text[offset:].lstrip("[ "))  # brackets of a negotiating text
    text = paragraph.text[offset:]
    marked = paragraph.opener_spans[0] if paragraph.opener_spans and not joined else None
    if marked and marked[0] > offset:  # "Pending a treaty, urges"
        return Opening(paragraph, part, "right", marked)
    judge = _english if language == "en" else _german
    kind, end, better = judge(text, part) if text else ("none", 0, "")
    if kind != "right" and not better and not (language == "de" and kind == "form"):
        # what follows may be like the end of a longer opener
        better = verbs.nearest(text[:end], language, part) or verbs.nearest(text, language, part)
    span = (offset, offset + end)
    if kind in ("right", "unusual", "none"):
        if marked:
            chosen = kind == "none" and marked not in find_opener(paragraph.text, part, language)
            kind = "unusual" if chosen else kind  # somebody set these words in italics
            span = marked
        if language == "en":
            words = paragraph.text[span[0] :].split(" ")
            for phrase in (" ".join(words[:count]).rstrip(",") for count in (3, 2, 1)):
                if listed := usage()["unusual"][part].get(phrase.lower()):
                    return Opening(paragraph, part, "listed", (span[0], span[0] + len(phrase)), listed, joined)
    return Opening(paragraph, part, kind, span, better, joined)


# ---- English


@lru_cache(maxsize=2000)  # who writes a draft changes one paragraph, and has all of them reviewed
def _english(text: str, part: Part) -> tuple[Kind, int, str]:
    """Kind, end, and what to write instead, where that is known."""
    match = verbs.leading().match(text)
    if match is None:
        return "none", len(text.partition(" ")[0]), ""
    head, end = match["head"].lower(), match.end("head")
    own, other = verbs.known_verbs(part), verbs.wrong_forms(part)
    if head in own:
        if match[0].isupper():  # "RECALLING"
            end = _end_of_opener(text, part, "en") or end
            return "case", end, text[:end].capitalize()
        if not text[0].isupper():
            return "case", end, text[0].upper() + text[1:end]
        if slip := _later_slip(text, part):
            return "misspelt", *slip
        return "right", _end_of_opener(text, part, "en") or end, ""
    if head in verbs.regular_forms(part):  # of a verb that only the other part is known to use
        return "unusual", end, ""
    if head in other:
        end = _whole(text, end)
        return "form", end, _reform(match, part, end)
    first, _, rest = text.partition(" ")
    adverbs = {adverb.lower(): adverb for adverb in verbs.words()["en"]["adverbs"]["before"]}
    behind = verbs.leading().match(rest)
    if behind and behind["head"].lower() in own and (meant := verbs.one_edit_from(first.lower(), adverbs)):
        return "misspelt", len(first), adverbs[meant]
    if meant := verbs.one_edit_from(head, own):
        return "misspelt", end, (match["adverbs"] + meant).capitalize()
    if meant := verbs.one_edit_from(head, other):
        changed = verbs.in_form(meant, part)
        return "form", end, (match["adverbs"] + changed).capitalize() if changed else ""
    no_verb = verbs.words()["en"]["known"]["no_verb"].split()
    may_be_verb = head.endswith("s") and not head.endswith("ss") and head not in no_verb
    if text[0].isupper() and (head.endswith("ing") if part == "preamble" else may_be_verb):
        return "unusual", end, ""
    for word in text.split(" ")[:4]:  # "We urge all States"
        if (meant := verbs.in_form(word, part)) not in ("", "has"):
            return "none", end, meant.capitalize()
    return "none", end, ""


def _later_slip(text: str, part: Part) -> tuple[int, str] | None:
    """Where an opener ends that has a slip in one of its later words, and the usual opener that is meant: "Calls apon"."""
    words = re.sub(r"(?s)[^\w -].*", "", text).lower().split(" ")
    for opener in _longer_openers(part).get(words[0], ()):
        said = words[: len(opener)]
        differ = [pair for pair in zip(said, opener, strict=False) if pair[0] != pair[1]]
        if len(said) == len(opener) and len(differ) == 1:
            ((slip, meant),) = differ
            if verbs.is_one_edit(slip, meant) and slip != f"{meant}s":  # "Reaffirms its commitments" is right
                return len(" ".join(said)), " ".join(opener).capitalize()
    return None


@cache
def _longer_openers(part: Part) -> dict[str, list[list[str]]]:
    """The words of English openers of several words that at least three adopted paragraphs have, by the first of them."""
    found: dict[str, list[list[str]]] = {}
    for opener, paragraphs in verbs.usual("en", part).items():
        if paragraphs > 2 and " " in opener:
            words = opener.lower().split(" ")
            found.setdefault(words[0], []).append(words)
    return found


def _end_of_opener(text: str, part: Part, language: str) -> int:
    """Where the opener ends with which a text begins, or 0."""
    return next((end for _start, end in find_opener(text, part, language)), 0)


def _whole(text: str, end: int) -> int:
    """The end of the whole opener, "also" behind the verb included."""
    behind = re.compile(r" (?:also|further)\b").match(text, end)
    ends = [_end_of_opener(text, part, "en") for part in ("preamble", "operative")]
    return max(end, *ends, behind.end() if behind else end)


def _reform(match: re.Match[str], part: Part, end: int) -> str:
    """Put an opener into the form of ``part``: "Further recalls" -> "Recalling further"."""
    changed = verbs.in_form(match["head"], part)
    if not changed:
        return ""
    adverbs = match["adverbs"].lower().split()
    rest = match.string[match.end("head") : end].lower().split()
    again = [w for w in (*adverbs, *rest) if w in ("also", "further")]
    adverbs, rest = ([w for w in each if w not in again] for each in (adverbs, rest))
    ordered = [*adverbs, changed, *rest, *again] if part == "preamble" else [*again, *adverbs, changed, *rest]
    return " ".join(ordered).capitalize()


# ---- German

_SENTENCE, _VERB_LAST = compiled("<sentence>"), compiled("<verb_last>")
NOUNS = ("Kenntnis", "Bezug", "Anteil", "Notiz")  # nouns with which an opener may begin: "Kenntnis nehmend"


@lru_cache(maxsize=2000)
def _german(text: str, part: Part) -> tuple[Kind, int, str]:
    first = re.compile(r"[^\W\d_]+").match(text)
    if first is None:
        return "none", len(text.partition(" ")[0]), ""
    head, end = first[0].lower(), first.end()
    lower = head + text[end:]  # of "Unter Hinweis", and of "UNTER Hinweis"
    if part == "operative":
        operative = verbs.german_verbs()
        if head in operative:
            return ("right", end, "") if text[0].islower() else ("case", end, head)
        with_sz = head.replace("ss", "ß").replace("ae", "ä").replace("oe", "ö").replace("ue", "ü")
        if first[0].isupper() and with_sz in operative:
            return "case", end, with_sz
        if meant := with_sz if with_sz in operative else verbs.one_edit_from(head, operative):
            return "misspelt", end, meant
        if opens := _preambular_german(lower):
            return "form", opens, verbs.nearest(lower[:opens], "de", part)
        return "none" if is_article(text) else "unusual", end, ""
    participles = verbs.german_participles()
    if head in verbs.german_verbs() and not _is_alone(lower):
        return "form", *_in_the_preamble(lower, head)
    if (opens := _preambular_german(text)) and (text[0].islower() or first[0] in NOUNS):
        known = len(head) <= 8 or head in participles
        meant = "" if known else verbs.one_edit_from(head, participles)
        return ("misspelt", end, meant) if meant else ("right", opens, "")
    if opens := _preambular_german(lower):
        return "case", opens, lower[:opens]
    if first[0].isupper() and (opens := _preambular_german(text)):
        return "case", opens, verbs.nearest(text[:opens].lower(), "de", part)
    if (meant := verbs.german_participle(head)) in participles:
        return "form", end, meant
    if text[0].isupper() and is_article(text) and _VERB_LAST.match(text):
        return "case", end, head
    if mended := _misspelt_german(text):
        return "misspelt", *mended
    may_be_opener = _VERB_LAST.match(text) and not _SENTENCE.match(text)
    return "unusual" if may_be_opener else "none", end, ""


def _in_the_preamble(text: str, head: str) -> tuple[int, str]:
    """Where the opener ends that begins with an operative verb, and its form for the preamble; "" where the words behind it do not fit."""
    for phrase, better in sorted(usage()["in_the_preamble"].items(), reverse=True):
        if re.match(rf"{phrase}\b", text):
            return len(phrase), better
    alone = head not in verbs.words()["de"]["known"]["deeds"] and not verbs.words()["de"]["halves"].get(head)
    return len(head), verbs.german_participle(head) if alone else ""


def is_article(words: str) -> bool:
    """Say whether these are German words with which no opener begins."""
    first = re.match(r"\w+", words.lower())
    return first is not None and first[0] in verbs.words()["de"]["known"]["never_first"].split()


def _is_alone(text: str) -> bool:
    """Say whether it begins with words that end like a finite verb but open preambular paragraphs: "besorgt", "ermutigt durch"."""
    w = verbs.words()["de"]["preamble"]
    begins = {words.rstrip(",") for words in (text.partition(" ")[0], " ".join(text.split(" ", 2)[:2]))}
    return not begins.isdisjoint([*w["alone"], *w["degrees"], "mit"])


def _preambular_german(text: str) -> int:
    """Where a German preambular opener ends, or 0: :func:`find_opener` would take a finite verb as well."""
    first = text.partition(" ")[0].rstrip(",")
    finite = not _is_alone(text) and (first in verbs.german_verbs() or first.endswith("t"))
    return 0 if finite else _end_of_opener(text, "preamble", "de")


def _misspelt_german(text: str) -> tuple[int, str] | None:
    """Where an opener ends that one slip in one of its words has spoilt, and the opener without the slip."""
    said, comma, rest = text.partition(",")
    tokens = said.split(" ")
    w = verbs.words()["de"]["preamble"]
    nouns = {*w["unter"], *w["in"], *w["in_der"], *w["in_dem"], *w["im"], *w["feelings"]}
    for i, word in enumerate(tokens):
        for known in (verbs.german_participles() | {"unter", "ferner", "sowie"}, nouns):
            if meant := verbs.one_edit_from(word, known):
                mended = " ".join([*tokens[:i], meant, *tokens[i + 1 :]]) + comma + rest
                if opens := _end_of_opener(mended, "preamble", "de"):
                    return opens + len(word) - len(meant), mended[:opens]
    return None
