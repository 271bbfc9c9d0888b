"""Says how a paragraph begins: as it should, with the wrong form, the wrong case, a slip, or no opener at all."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import Literal

from resolutionkit.document.grammar import verbs
from resolutionkit.document.grammar.openers import find_opener
from resolutionkit.document.grammar.verbs import Part
from resolutionkit.document.model import Paragraph, Span

Kind = Literal["right", "form", "case", "misspelt", "unusual", "none"]


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
    """Judge the words with which a paragraph begins, or with which a block begins that was joined to it.

    >>> o = opening_of(Paragraph("PP1", text="Recalls its resolution 51/1,"), 0, "preamble", "en")
    >>> o.kind, o.words, o.better
    ('form', 'Recalls', 'Recalling')
    """
    begins = offset == 0
    offset += len(paragraph.text[offset:]) - len(paragraph.text[offset:].lstrip("[ "))  # brackets of a negotiating text
    text = paragraph.text[offset:]
    if begins and paragraph.opener_spans and paragraph.opener_spans[0][0] > offset:  # "Pending a treaty, urges"
        return Opening(paragraph, part, "right", paragraph.opener_spans[0], "")
    judge = _english if language == "en" else _german
    kind, end, better = judge(text, part) if text else ("none", 0, verbs.nearest("", language, part))
    if begins and paragraph.opener_spans and kind in ("right", "unusual", "none"):
        span = paragraph.opener_spans[0]
        if kind == "none" and span not in find_opener(
            paragraph.text, part, language
        ):  # somebody set these words in italics
            kind = "unusual"
        return Opening(paragraph, part, kind, span, better)
    return Opening(paragraph, part, kind, (offset, offset + end), better, not begins)


def _english(text: str, part: Part) -> tuple[Kind, int, str]:
    match = verbs.leading().match(text)
    if match is None:
        first = len(text.split(" ", 1)[0])
        return "none", first, verbs.nearest(text[:40], "en", part)
    head, end = match["head"].lower(), match.end("head")
    own = verbs.participles() if part == "preamble" else verbs.finite_verbs()
    other = verbs.wrong_forms(part)
    if head in own:
        spans = find_opener(text, part, "en")
        if end > 1 and match[0].isupper():  # "RECALLING"
            return "case", end, _capital(match[0])
        if text[0].isupper():
            return ("right", spans[0][1] if spans else end, "")
        return "case", end, text[0].upper() + text[1:end]
    if head in verbs.regular_forms(
        part
    ):  # a form of the right kind, of a verb that only the other part is known to use
        return "unusual", end, verbs.nearest(match[0], "en", part)
    if head in other:
        return (
            "form",
            _whole(text, end),
            _reform(match, part, _whole(text, end)) or verbs.nearest(text[:40], "en", part),
        )
    if (slipped := _adverb(text)) and (verbs.leading().match(slipped) or match)["head"].lower() in own:
        return "misspelt", len(text.split(" ", 1)[0]), slipped.split(" ", 1)[0]
    if meant := verbs.one_edit_from(head, own):
        return "misspelt", end, _capital(match["adverbs"] + meant)
    if meant := verbs.one_edit_from(head, other):
        changed = verbs.to_participle(meant) if part == "preamble" else verbs.to_finite(meant)
        return "form", end, _capital(match["adverbs"] + changed) if changed else verbs.nearest(text[:40], "en", part)
    if text[0].isupper() and (head.endswith("ing") if part == "preamble" else _may_be_verb(head)):
        return "unusual", end, verbs.nearest(match[0], "en", part)
    return "none", end, _verb_behind(text, part) or verbs.nearest(match[0], "en", part)


def _verb_behind(text: str, part: Part) -> str:
    """Return the opener that stands behind a subject: "We urge all States" -> "Urges"."""
    for word in text.split(" ")[1:4]:
        changed = verbs.to_participle(word) if part == "preamble" else verbs.to_finite(word)
        if changed or word in verbs.finite_verbs():
            return _capital(changed or word)
    return ""


def _adverb(text: str) -> str:
    """Return the text with its first word mended, if that is an adverb with a slip in it; else ""."""
    first, _, rest = text[:120].partition(" ")
    adverbs = {a.lower(): a for a in verbs.words()["en"]["adverbs"]["before"]}
    meant = verbs.one_edit_from(first.lower(), adverbs)
    return f"{adverbs[meant]} {rest}" if meant else ""


def _may_be_verb(head: str) -> bool:
    return (
        head.endswith("s") and not head.endswith("ss") and head not in verbs.words()["en"]["known"]["no_verb"].split()
    )


def _whole(text: str, end: int) -> int:
    """The end of the whole opener, "also" behind the verb included."""
    spans = max((find_opener(text, part, "en") for part in ("preamble", "operative")), default=())
    behind = re.compile(r" (?:also|further)\b").match(text, end)
    return max(spans[0][1] if spans else end, behind.end() if behind else end)


def _reform(match: re.Match[str], part: Part, end: int) -> str:
    """Put an opener into the form of ``part``: "Further recalls" -> "Recalling further"."""
    changed = verbs.to_participle(match["head"]) if part == "preamble" else verbs.to_finite(match["head"])
    if not changed:
        return ""
    adverbs = match["adverbs"].lower().split()
    rest = match.string[match.end("head") : end].lower().split()
    again = [w for w in (*adverbs, *rest) if w in ("also", "further")]
    adverbs, rest = ([w for w in each if w not in again] for each in (adverbs, rest))
    ordered = [*adverbs, changed, *again, *rest] if part == "preamble" else [*again, *adverbs, changed, *rest]
    return _capital(" ".join(ordered))


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:].lower()


def is_article(words: str) -> bool:
    """Say whether these are German words with which no opener begins."""
    first = re.match(r"\w+", words.lower())
    return first is not None and first[0] in _never_first()


@cache
def _never_first() -> frozenset[str]:
    return frozenset(verbs.words()["de"]["known"]["never_first"].split())


_SENTENCE = re.compile(
    r"(?i:es|wir|man|ich)\ |(?:\S+\ ){1,3}(?:ist|sind|war|hat|haben|muss|müssen|soll|sollen|sollte|sollten|wird|werden|kann|können|darf|dürfen)\b"
)
_VERB_LAST = re.compile(
    r"[^,;]*?\b(?!entsprech|währ|folg|umfass|ausreich)[a-zäöüß]{2,}(?:en|ern|eln)d(?:,|\s+(?:und|sowie)\b)"
)


_SET_FORMS = {"verweist": "unter Hinweis"}
"""Verbs whose participle nobody writes in a preamble, and what stands there with the same words behind it."""


def _german(text: str, part: Part) -> tuple[Kind, int, str]:
    first = re.compile(r"[^\W\d_]+").match(text)
    if first is None:
        return "none", len(text.split(" ", 1)[0]), verbs.nearest(text[:40], "de", part)
    head, end = first[0].lower(), first.end()
    shouted = first.end() > 1 and first[0].isupper()  # "UNTER Hinweis"
    lower = head + text[first.end() :] if shouted else text[0].lower() + text[1:]
    is_verb = head in verbs.german_verbs()
    if part == "operative":
        if is_verb:
            return ("right", end, "") if text[0].islower() else ("case", end, head)
        if meant := verbs.one_edit_from(head, verbs.german_verbs()):
            return "misspelt", end, meant
        if spans := _preambular_german(lower):
            return "form", spans[0][1], verbs.nearest(lower[: spans[0][1]], "de", part)
        kind: Kind = "none" if is_article(text) else "unusual"
        return kind, end, verbs.nearest(text[:40], "de", part)
    if is_verb and head not in _alone():
        return "form", end, _SET_FORMS.get(head) or verbs.german_participle(head) or verbs.nearest(head, "de", part)
    if (spans := _preambular_german(text)) and (text[0].islower() or first[0] in _NOUNS):
        if len(head) > 8 and head.endswith("nd") and head not in verbs.german_participles():
            meant = verbs.one_edit_from(head, verbs.german_participles())
            return ("misspelt", end, meant) if meant else ("right", spans[0][1], "")
        return "right", spans[0][1], ""
    if spans := _preambular_german(lower):
        return "case", spans[0][1], lower[: spans[0][1]]
    if (meant := verbs.german_participle(head)) in verbs.german_participles():
        return "form", end, meant
    if text[0].isupper() and is_article(text) and _VERB_LAST.match(text):
        return "case", end, head
    if meant := _misspelt_german(text):
        return "misspelt", end, meant
    return (
        ("unusual" if _VERB_LAST.match(text) and not _SENTENCE.match(text) else "none"),
        end,
        verbs.nearest(text[:40], "de", part),
    )


_NOUNS = ("Kenntnis", "Bezug", "Anteil", "Notiz")
"""Hauptwörter, with which an opener may begin: "Kenntnis nehmend"."""


@cache
def _alone() -> frozenset[str]:
    """Words that end like a finite verb but open preambular paragraphs: "besorgt", "erneut", "mit"."""
    w = verbs.words()["de"]["preamble"]
    return frozenset([*w["alone"], *w["degrees"], "mit"])


def _preambular_german(text: str) -> tuple[Span, ...]:
    """Where a German preambular opener stands: :func:`find_opener` would take a finite verb as well."""
    first = text.split(" ", 1)[0].rstrip(",")
    if first in verbs.german_verbs() or (first.endswith("t") and first not in _alone()):
        return ()
    return find_opener(text, "preamble", "de")


def _misspelt_german(text: str) -> str:
    """Return the opener that one slip in one of its first words has spoilt, or ""."""
    tokens = text.split(" ")
    participles = verbs.german_participles() | {"unter", "ferner", "sowie"}
    for i, token in enumerate(tokens[:4]):
        for known in (participles, _german_nouns()):
            if meant := verbs.one_edit_from(token.strip(","), known):
                mended = " ".join([*tokens[:i], meant, *tokens[i + 1 :]])
                if spans := find_opener(mended, "preamble", "de"):
                    return mended[: spans[0][1]]
    return ""


@cache
def _german_nouns() -> frozenset[str]:
    w = verbs.words()["de"]["preamble"]
    return frozenset(w["unter"] + w["in"] + w["in_der"] + w["in_dem"] + w["im"] + w["feelings"])
