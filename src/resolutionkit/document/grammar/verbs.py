"""The verbs of openers and their forms: *recalls*, *recalling*, *recall*; and what a misspelt one may have been."""

import difflib
import re
from collections.abc import Iterable
from functools import cache, lru_cache
from typing import Any, Literal

from resolutionkit.files import read_toml, rows

Part = Literal["preamble", "operative"]


@cache
def words() -> dict[str, Any]:
    """The words of which openers are made (``data/openers.toml``)."""
    return read_toml("openers.toml")


@cache
def usual(language: str, part: Part) -> dict[str, int]:
    """Openers of adopted resolutions and in how many paragraphs each stands, the most frequent first."""
    counted = [row for row in rows("opener_counts") if (row["language"], row["part"]) == (language, part)]
    frequent = sorted(counted, key=lambda row: -int(row["paragraphs"]))
    return {row["opener"]: int(row["paragraphs"]) for row in frequent}


@lru_cache(maxsize=1000)
def nearest(phrase: str, language: str, part: Part) -> str:
    """Return the usual opener that is most like ``phrase``, or "": "Have considered" -> "Having considered"."""
    frequent = [opener for opener in usual(language, part) if "…" not in opener]
    said = phrase[:60].split()
    for count in range(min(len(said), 3), 0, -1):
        if near := difflib.get_close_matches(" ".join(said[:count]), frequent, n=1, cutoff=0.72):
            return near[0]
    return ""


# ---- English


@cache
def participles() -> frozenset[str]:
    """Participles and adjectives known to open English preambular paragraphs, in lower case."""
    en = words()["en"]
    return frozenset(en["known"]["preamble"]) | {a.lower() for a in en["preamble"]["adjectives"]} | _heads("preamble")


@cache
def finite_verbs() -> frozenset[str]:
    """Verbs known to open English operative paragraphs, in lower case."""
    return frozenset(words()["en"]["known"]["operative"]) | _heads("operative")


def known_verbs(part: Part) -> frozenset[str]:
    """Words known to open English paragraphs of one part, in lower case."""
    return participles() if part == "preamble" else finite_verbs()


def _heads(part: Part) -> frozenset[str]:
    return frozenset(match["head"].lower() for opener in usual("en", part) if (match := leading().match(opener)))


@cache
def leading() -> re.Pattern[str]:
    """Matches adverbs and the word behind them at the start of an English paragraph."""
    adverbs = "|".join(sorted(words()["en"]["adverbs"]["before"], key=len, reverse=True))
    return re.compile(rf"(?P<adverbs>(?:(?i:{adverbs})\ )*)(?P<head>[^\W\d_]+(?:-[^\W\d_]+)*)")


def third_person(participle: str) -> str:
    """Return the third person of a participle, by its ending: right for the verbs of openers, "taking" -> "takes"."""
    usual_form = participle[:-3] + ("es" if participle[-4] in "zcgvu" else "s")
    return str(words()["en"]["third_persons"].get(participle, usual_form))


@cache
def _third_persons() -> dict[str, str]:
    """Participle -> third person, for verbs of which a resolution may use either."""
    by_participle = {participle_of(base_of(verb)): verb for verb in sorted(finite_verbs() - {"is"})}
    others = sorted(word for word in participles() - by_participle.keys() if word.endswith("ing"))
    return by_participle | {participle: third_person(participle) for participle in others}


@cache
def _participles_of() -> dict[str, str]:
    """Third person or base form -> participle."""
    pairs = {finite: participle for participle, finite in _third_persons().items()}
    of_bases = {base_of(finite): participle for finite, participle in pairs.items()}
    return pairs | of_bases | {"has": "having", "have": "having"}


@cache
def wrong_forms(part: Part) -> frozenset[str]:
    """Forms of known verbs that belong in the other part, or in none: "recalls" in a preamble."""
    if part == "preamble":
        return (finite_verbs() | frozenset(_participles_of())) - participles()
    bases = map(base_of, _third_persons().values())
    return (participles() | frozenset(bases) | frozenset(_third_persons())) - finite_verbs()


@cache
def regular_forms(part: Part) -> frozenset[str]:
    """Forms that ``part`` asks for, of verbs that are known from the other part alone: "deciding" in a preamble."""
    pairs = _third_persons()
    return frozenset(pairs) - participles() if part == "preamble" else frozenset(pairs.values()) - finite_verbs()


def base_of(finite: str) -> str:
    """Return the base form of an English third person: "stresses" -> "stress"."""
    return finite[:-2] if finite.endswith(("sses", "shes", "ches", "xes")) else finite[:-1]


def participle_of(base: str) -> str:
    """Return the participle of an English base form: "regret" -> "regretting"."""
    known = words()["en"]["known"]["preamble"]
    doubled = base + base[-1:] + "ing"
    if doubled in known or re.search(r"(?:mit|(?<!of)fer|gret|pel|cur)$", base):
        return doubled
    return (base[:-1] if base.endswith("e") and not base.endswith("ee") else base) + "ing"


def to_participle(word: str) -> str:
    """Return the participle of a finite or base form, or "" where the verb is unknown: "recalls" -> "recalling"."""
    return _participles_of().get(word.lower(), "")


def to_finite(word: str) -> str:
    """Return the third person of a participle or base form, or "" where the verb is unknown: "noting" -> "notes"."""
    word = word.lower()
    return _third_persons().get(word if word.endswith("ing") else _participles_of().get(word, ""), "")


def in_form(word: str, part: Part) -> str:
    """Return a verb in the form of one part, or "" where it is unknown."""
    return to_participle(word) if part == "preamble" else to_finite(word)


# ---- German


@cache
def german_verbs() -> frozenset[str]:
    """Verbs known to open German operative paragraphs."""
    heads = {opener.split()[0] for opener in usual("de", "operative")}
    de = words()["de"]
    return frozenset(de["known"]["operative"]) | frozenset(de["halves"]) | heads


@cache
def german_participles() -> frozenset[str]:
    """Single words known to open German preambular paragraphs: "betonend", "eingedenk"."""
    used = {word for opener in usual("de", "preamble") for word in opener.split()}
    heads = frozenset(word for word in used if word[:1].islower() and len(word) > 5)
    regular = {german_participle(verb) for verb in words()["de"]["known"]["operative"]} - {""}
    return heads | frozenset(words()["de"]["preamble"]["alone"]) | regular


def german_participle(verb: str) -> str:
    """Return the participle of a German verb in the third person, or "" where its vowel changes: "betont" -> "betonend"."""
    if verb in words()["de"]["known"]["strong"] or not verb.endswith("t"):
        return ""
    stem = verb.removesuffix("et") if verb.endswith(("det", "tet", "chnet")) else verb.removesuffix("t")
    return stem + ("nd" if stem.endswith(("er", "el")) else "end")


# ---- Misspelling


def one_edit_from(word: str, known: Iterable[str]) -> str:
    """Return the word of ``known`` that one slip of the finger turns into ``word``, or "": "ntoing" -> "noting"."""
    if len(word) < 5:
        return ""
    return next((other for other in sorted(known) if abs(len(other) - len(word)) < 2 and is_one_edit(word, other)), "")


def is_one_edit(a: str, b: str) -> bool:
    """Say whether one letter more, less or other, or two that changed places, make one word of the other."""
    if a == b:
        return False
    if len(a) > len(b):
        a, b = b, a
    i = next((i for i, (x, y) in enumerate(zip(a, b, strict=False)) if x != y), len(a))
    if len(a) == len(b):
        return a[i + 1 :] == b[i + 1 :] or (a[i : i + 2] == b[i : i + 2][::-1] and a[i + 2 :] == b[i + 2 :])
    return a[i:] == b[i + 1 :]
