"""Finds the introductory words of a paragraph: "Recalling also", "fordert … nachdrücklich auf".

The UN prints these words in italics. A text that was copied out of a PDF has lost the italics, so they must be
recognised by the way openers are made: an adverb, a verb, the object that belongs to it ("Taking note", "Expressing its
deep concern"), a feeling ("with appreciation") and a mark of repetition ("also"). The words stand in
``data/openers.toml``; how often each opener occurs is in ``data/opener_counts.csv``.
"""

import re
from functools import cache
from typing import Any

from resolutionkit.document.grammar.verbs import Part, base_of, participle_of, third_person, words

Spans = tuple[tuple[int, int], ...]

_LONGEST = 140  # no opener of the 75th session is longer than 60 characters; the rest is room for its conjunctions
_HALF_WITHIN = 1500  # how far away, in characters, the second half of a separable verb may stand
_ADVERBS_WITHIN = 80  # how many characters the adverbs before it may take


def find_opener(text: str, part: Part, language: str) -> Spans:
    """Return where the opener stands in ``text``: one span, two for a separable verb, none if unknown.

    ``text`` is a paragraph without its number. ``part`` says which grammar comes first; an opener of the other part is
    found as well, so that a draft that says *Recalls* in its preamble can be told so. Languages other than ``"en"`` and
    ``"de"`` have no grammar here and give no span.

    >>> find_opener("Noting with deep concern that", "preamble", "en")
    ((0, 24),)
    >>> text = "fordert alle Staaten nachdrücklich auf, zu handeln;"
    >>> [text[a:b] for a, b in find_opener(text, "operative", "de")]
    ['fordert', 'nachdrücklich auf']
    """
    # Negotiating texts put all that is not agreed in brackets.
    start = len(text) - len(text.lstrip("[ ")) if text[:1] == "[" else 0
    if text[start : start + 1].isupper() == (language == "de"):
        text = text[:start] + _in_usual_case(text[start:], language)
    is_english_act = (part, language) == ("operative", "en")
    if is_english_act and (clause := _grammar("en", "behind_clause").match(text, start, start + 2 * _LONGEST)):
        start = clause.end()
        text = text[:start] + text[start].upper() + text[start + 1 :]
    loud = text[start + 1 : start + 2].isupper()
    if loud and not opens_paragraph(text[start:], language):  # a name: "UNIDROIT"
        return ()
    for wanted in (part, "operative" if part == "preamble" else "preamble"):
        match = _grammar(language, wanted, loud=loud).match(text, start, start + _LONGEST)
        if match and match.end() > start:
            separable = language == "de" and wanted == "operative"
            half = _second_half(text, match.group("verb"), match.end()) if separable else None
            return (match.span(), half) if half else (match.span(),)
    return ()


def _in_usual_case(text: str, language: str) -> str:
    """Return a text with the first letter that its opener would have, where a draft has the other one: "recalling", "Beschließt"."""
    first = text[:1]
    other = first.lower() if language == "de" else first.upper()
    if other == first or (language == "de" and _grammar("de", "noun").match(text)):
        return text
    changed = other + text[1:]
    return changed if opens_paragraph(changed, language) else text


def opens_paragraph(text: str, language: str, *, after_comma: bool = False) -> bool:
    """Say whether ``text`` begins as paragraphs do, with a verb known to open one.

    Stricter than :func:`find_opener`: "Nations" ends like "Notes" but opens nothing.
    After a comma, where a preambular paragraph may have ended, any participle will do.
    """
    if _matches(text, language, "known") or (language == "de" and _matches(text, "de", "preamble")):
        return True
    return after_comma and _matches(text, language, "verb_last" if language == "de" else "preamble", 2 * _LONGEST)


def opens_preamble(text: str, language: str) -> bool:
    """Say whether ``text`` begins as preambular paragraphs do, with words known to open one."""
    known = _matches(text, language, "known")  # in German, those are finite verbs
    return known == (language == "en") and _matches(text, language, "preamble")


def opens_with_deed(text: str, language: str, *, stopped: bool = False) -> bool:
    """Say whether ``text`` begins with a verb that does something and so opens no preambular paragraph: "Decides".

    ``stopped``: the text ends with a full stop, as a preamble never does; then the wrong form of such a verb will do too.
    """
    slipped = stopped and language == "en" and _slipped_deeds().match(text)
    return bool(slipped) or _matches(text, language, "deeds", len(text))


def _matches(text: str, language: str, name: str, longest: int = _LONGEST) -> bool:
    return _grammar(language, name, loud=text[1:2].isupper()).match(text, 0, longest) is not None


@cache
def _slipped_deeds() -> re.Pattern[str]:
    """Matches the other forms of English verbs that do something: "Deciding", "Decide"."""
    bases = [base_of(verb) for verb in words()["en"]["known"]["deeds"]]
    forms = _any([*bases, *map(participle_of, bases)])
    return re.compile(rf"(?i:(?:{_any(words()['en']['adverbs']['before'])} )*{forms})")


def is_second_half(verb: str, said: str) -> bool:
    """Say whether ``said`` can be the second half of a German separable verb: "nachdrücklich auf" of "fordert"."""
    half = _half(verb.split()[0]) if verb else None
    bare = _grammar("de", "leading_adverbs").sub("", said, count=1)
    return bool(half and half.fullmatch(bare)) or said in words()["de"]["operative"]["late"]


def _any(words: list[str]) -> str:
    return "(?:" + "|".join(re.escape(w) for w in sorted(set(words), key=len, reverse=True)) + r")(?!\w)"


@cache
def _grammar(language: str, name: str, *, loud: bool = False) -> re.Pattern[str]:
    """The pattern that ``data/openers.toml`` calls so, or nothing for other languages; ``loud``: for capitals, "BESCHLIESST"."""
    if language not in words():
        return re.compile("(?!)")
    lists = dict(words()[language])
    if language == "en":
        forms = (("ing", "again", str), ("s", "again_s", third_person))
        lists["objects"] = {
            ending: "|".join(
                f"(?i:{form(verb)}){{grammar.{again}}} {_any(of)}" for verb, of in lists["objects"].items()
            )
            for ending, again, form in forms
        }
    else:
        lists["halves"] = {"all": "|".join(re.escape(half) for halves in lists["halves"].values() for half in halves)}
    pattern = _filled(f"{{grammar.{name}}}", lists)
    return re.compile(re.sub(r"ß(?!\])", "(?:ß|ss)", pattern), re.IGNORECASE) if loud else re.compile(pattern)


def _filled(pattern: str, lists: dict[str, dict[str, Any]]) -> str:
    """Put patterns and lists of words in the places of their names."""

    def written(name: re.Match[str]) -> str:
        held = lists[name[1]][name[2]]
        return _any(held) if isinstance(held, list) else _filled(held, lists)

    return re.sub(r"\{([a-z_]+)\.([a-z_]+)\}", written, pattern)


@cache
def _half(verb: str) -> re.Pattern[str] | None:
    """Matches the second half of a German separable verb, without the adverbs before it."""
    halves = words()["de"]["halves"].get(verb.lower())
    half = "|".join(re.escape(h) for h in sorted(halves or (), key=len, reverse=True))
    flags = re.IGNORECASE if verb[-1].isupper() else re.NOFLAG
    return re.compile(rf"(?:{half})(?=$|[,;:.]| (?:und|sowie|oder) )", flags) if halves else None


def _second_half(text: str, verb: str, start: int) -> tuple[int, int] | None:
    half = _half(verb)
    if half is None:
        return None
    again = text.find(f" {verb} ", start)
    match = half.search(text, start, min(len(text), start + _HALF_WITHIN, again if again >= 0 else len(text)))
    if match is None:
        return None
    adverbs = _grammar("de", "adverbs", loud=match[0].isupper())
    before = adverbs.search(text, max(start, match.start() - _ADVERBS_WITHIN), match.start())
    first = before.start() if before else match.start()
    return (first, match.end()) if text[first - 1 : first].isspace() else None
