"""Finds the introductory words of a paragraph: "Recalling also", "fordert … nachdrücklich auf".

The UN prints these words in italics. A text that was copied out of a PDF has lost the
italics, so they must be recognised by the way openers are made: an adverb, a verb, the
object that belongs to it ("Taking note", "Expressing its deep concern"), a feeling
("with appreciation") and a mark of repetition ("also"). The words stand in
``data/openers.toml``; how often each opener occurs is in ``data/opener_counts.csv``.
"""

from __future__ import annotations

import re
from functools import cache

from resolutionkit.document.grammar.verbs import Part, base_of, participle_of, third_person, words

Spans = tuple[tuple[int, int], ...]

_LONGEST = 140
"""No opener of the 75th session is longer than 60 characters; the rest is room for its conjunctions."""
_VERB_LAST = re.compile(
    r"(?!und\b|sowie\b|oder\b)(?=[a-zäöü])[^,;]*?\b(?!entsprech|währ|folg|umfass|ausreich)[a-zäöüß]{2,}(?:en|ern|eln)d,"
)
"""German may put the participle last: "die Folgen der Aggression beklagend,"."""
_HALF_WITHIN = 1500
"""How far away, in characters, the second half of a separable verb may stand."""


def find_opener(text: str, part: Part, language: str) -> Spans:
    """Return where the opener stands in ``text``: one span, two for a separable verb, none if unknown.

    ``text`` is a paragraph without its number. ``part`` says which grammar comes first;
    an opener of the other part is found as well, so that a draft that says *Recalls*
    in its preamble can be told so. Languages other than ``"en"`` and ``"de"`` have no
    grammar here and give no span.

    >>> find_opener("Noting with deep concern that", "preamble", "en")
    ((0, 24),)
    >>> text = "fordert alle Staaten nachdrücklich auf, zu handeln;"
    >>> [text[a:b] for a, b in find_opener(text, "operative", "de")]
    ['fordert', 'nachdrücklich auf']
    """
    if language not in ("en", "de"):
        return ()
    start = 0
    if text[:1] == "[":  # negotiating texts put all that is not agreed in brackets
        start = len(text) - len(text.lstrip("[ "))
    if text[start : start + 1].isupper() == (language == "de"):
        text = text[:start] + _in_usual_case(text[start:], language)
    clause = (
        _behind_clause().match(text, start, start + 2 * _LONGEST) if (part, language) == ("operative", "en") else None
    )
    if clause:
        start = clause.end()
        text = text[:start] + text[start].upper() + text[start + 1 :]
    other: Part = "operative" if part == "preamble" else "preamble"
    for wanted in (part, other):
        match = _grammar(language, wanted).match(text, start, start + _LONGEST)
        if match and match.end() > start:
            first = match.span()
            if language == "de" and wanted == "operative":
                half = _second_half(text, match.group("verb"), match.end())
                return (first, half) if half else (first,)
            return (first,)
    return ()


_NOUN = re.compile(r"(?:jugend|gegend|abend|tugend|dutzend|tausend)\w*", re.IGNORECASE)


def _in_usual_case(text: str, language: str) -> str:
    """Return a text with the first letter that its opener would have, where a draft has the other one: "recalling", "Beschließt"."""
    first = text[:1]
    other = first.lower() if language == "de" else first.upper()
    if other == first or _NOUN.match(text):
        return text
    changed = other + text[1:]
    known = _known(language).match(changed, 0, _LONGEST) is not None
    return changed if known or (language == "de" and _grammar("de", "preamble").match(changed, 0, _LONGEST)) else text


@cache
def _behind_clause() -> re.Pattern[str]:
    """Matches a clause before the verb of an operative paragraph: "Pending the adoption of a treaty, urges"."""
    en = words()["en"]
    verbs = _any([verb.lower() for verb in en["known"]["operative"].split()])
    adverbs = _any([adverb.lower() for adverb in en["adverbs"]["before"]])
    return re.compile(
        r"\s*(?:Pending|In (?:this|that) (?:regard|respect|context|connection)|To (?:this|that) end|For (?:this|that) purpose|Acting|Pursuant to"
        rf"|In accordance with|In view of|In (?:the )?light of|In order to|Further to|With a view to|On the (?:basis|recommendation) of"
        rf"|Until|Unless|When|While|Once|As|Before|After|Subject to|Without prejudice to|Notwithstanding)\b"
        rf"[^,;]{{0,200}}, (?=(?:{adverbs}\ )*{verbs})"
    )


def opens_paragraph(text: str, language: str, *, after_comma: bool = False) -> bool:
    """Say whether ``text`` begins as paragraphs do, with a verb known to open one.

    Stricter than :func:`find_opener`: "Nations" ends like "Notes" but opens nothing.
    After a comma, where a preambular paragraph may have ended, any participle will do.

    >>> opens_paragraph("Notes that", "en"), opens_paragraph("Nations and", "en")
    (True, False)
    """
    if language not in ("en", "de"):
        return False
    match = _known(language).match(text, 0, _LONGEST)
    if match is None and after_comma:
        match = (_grammar("en", "preamble") if language == "en" else _VERB_LAST).match(text, 0, 2 * _LONGEST)
    return match is not None or (language == "de" and bool(_grammar("de", "preamble").match(text, 0, _LONGEST)))


def opens_preamble(text: str, language: str) -> bool:
    """Say whether ``text`` begins as preambular paragraphs do, with words known to open one.

    >>> opens_preamble("Conscious of", "en"), opens_preamble("Once again strongly condemns", "en"), opens_preamble("fordert", "de")
    (True, False, False)
    """
    if language not in ("en", "de"):
        return False
    known = _known(language).match(text, 0, _LONGEST) is not None  # in German, those are finite verbs
    return known == (language == "en") and _grammar(language, "preamble").match(text, 0, _LONGEST) is not None


def opens_with_deed(text: str, language: str, *, stopped: bool = False) -> bool:
    """Say whether ``text`` begins with a verb that does something and so opens no preambular paragraph: "Decides".

    ``stopped``: the text ends with a full stop, as a preamble never does; then the wrong form of such a verb will do too.

    >>> opens_with_deed("Decides to act", "en"), opens_with_deed("Recalls its", "en"), opens_with_deed("Deciding", "en", stopped=True)
    (True, False, True)
    """
    return language in ("en", "de") and _deeds(language, stopped).match(text) is not None


@cache
def _deeds(language: str, stopped: bool) -> re.Pattern[str]:
    deeds = words()[language]["known"]["deeds"].split()
    if language == "de":
        return re.compile(rf"(?i:{_any(deeds)})")
    forms = deeds + [form for verb in deeds for form in (participle_of(base_of(verb)), base_of(verb))] * stopped
    return re.compile(rf"(?i:(?:{_any(words()['en']['adverbs']['before'])}\ )*{_any(forms)})")


@cache
def _known(language: str) -> re.Pattern[str]:
    of_language = words()[language]
    if language == "de":
        return re.compile(_any(of_language["known"]["operative"].split()))
    verbs = _any((of_language["known"]["preamble"] + " " + of_language["known"]["operative"]).split())
    return re.compile(rf"(?=[A-Z])(?:(?i:{_any(of_language['adverbs']['before'])})\ )*(?i:{verbs})")


def is_second_half(verb: str, said: str) -> bool:
    """Say whether ``said`` can be the second half of the German separable verb ``verb``.

    >>> is_second_half("fordert", "nachdrücklich auf"), is_second_half("betont", "auf")
    (True, False)
    """
    halves = _halves(verb.split()[0]) if verb else None
    return bool(halves and halves.fullmatch(said)) or said in words()["de"]["operative"]["late"]


def _any(words: list[str]) -> str:
    return "(?:" + "|".join(re.escape(w) for w in sorted(set(words), key=len, reverse=True)) + r")(?!\w)"


@cache
def _grammar(language: str, part: Part) -> re.Pattern[str]:
    if language == "en":
        return _english("ing" if part == "preamble" else "s")
    return _german_preamble() if part == "preamble" else _german_operative()


def _english(ending: str) -> re.Pattern[str]:
    en = words()["en"]
    feelings = en["feelings"]
    before, after = (
        "(?i:" + _any(en["adverbs"]["before"]) + ")",
        _any(en["adverbs"]["after" if ending == "ing" else "after_operative"]),
    )
    repeated = rf"(?:\ {after})*"
    noun = rf"(?:{_any(feelings['degrees'])}\ (?:and\ )?)*{_any(feelings['nouns'])}"
    nouns = rf"{noun}(?:\ and\ {noun})*"
    act = rf"(?:{_any(feelings['degrees'])}\ )*{_any(feelings['acts'])}"
    suffix = "ing" if ending == "ing" else "(?:e?s)"
    express = "(?:" + "|".join(feelings["expressing"]) + ")" + suffix
    heads = [rf"(?i:{express}){repeated}\ (?:its\ (?:{nouns}|{act}(?:\ and\ {nouns})?)|{nouns})"]
    for verb, objects in en["objects"].items():
        if not objects or (verb == "having" and ending == "s"):
            continue
        finite = verb if ending == "ing" else third_person(verb)
        heads.append(rf"(?i:{finite}){repeated}\ {_any(objects)}")
    if ending == "ing":
        heads.append(rf"(?i:having){repeated}\ {_any(en['preamble']['having'])}")
        heads.append("(?i:" + _any(en["preamble"]["adjectives"]) + ")")
        heads.append(r"(?i:(?:re-)?[a-z]{2,}ing)(?!\w)")
    else:
        heads.append(_any(en["operative"]["verbs"]))
        heads.append(r"(?i:(?:re-)?[a-z]{2,}(?<!s)s)(?!\w)")
    head = "(?:" + "|".join(heads) + ")"
    feeling = rf"(?:\ with\ {nouns})?"
    one = rf"(?:{before}\ )*{head}{repeated}{feeling}(?:\ {_any(feelings['terms'])})?{repeated}"
    known = rf"(?:(?:{'|'.join(en['known']['behind_and'].split())})(?:{'ing' if ending == 'ing' else 'e?s'})|concerned)(?!\w)"
    joined = rf"(?:,?\ and\ (?=(?:{before}\ )*(?:continues\ to\ )?(?i:{known})){one})?"
    return re.compile(rf"(?=[A-Z]){one}{joined}")


@cache
def _german_preamble() -> re.Pattern[str]:
    w = words()["de"]["preamble"]
    adjective = r"(?:(?:ihre[rsmn]?|seine[rsmn]?|de[rsmn])\ )?(?:(?:[a-zäöüß]+e[rnms]?)(?:\ und)?\ ){0,3}"
    degree = rf"(?:{_any(w['degrees'])}\ )*"
    feelings = _any(w["feelings"])
    feeling = rf"{adjective}{feelings}(?:\ und\ {adjective}{feelings})*"
    participle = r"[a-zäöüß]{2,}(?:en|ern|eln)d(?!\w)"
    pointing = r"(?:darauf|daran|sich|davon|dazu|es|dies)\ (?:erneut\ |nachdrücklich\ )*"
    told = rf"(?:(?:(?:davon\ )?Kenntnis|Bezug|Anteil|Notiz)\ nehmend|{pointing}(?:{participle}|bewusst)|{participle})"
    heads = [
        rf"unter\ (?:[a-zäöüß]+e[rm]\ ){{0,3}}{_any(w['unter'])}(?:\ (?:und|sowie)\ {_any(w['unter'])})?",
        rf"in\ der\ (?:[a-zäöüß]+en\ )*{_any(w['in_der'])}",
        rf"in\ dem\ (?:[a-zäöüß]+en\ )*{_any(w['in_dem'])}",
        rf"im\ (?:[a-zäöüß]+en\ )*{_any(w['im'])}",
        rf"in\ (?:[a-zäöüß]+er\ ){{0,2}}{_any(w['in'])}(?:\ (?:ihre|seine)[sr]\ (?:[a-zäöüß]+en\ ){{0,3}}{_any(w['own'])})?",
        rf"mit\ dem\ Ausdruck\ {feeling}",
        rf"mit\ (?:der|dem)\ (?:[a-zäöüß]+en\ )*{_any([m.split()[1] for m in w['mit']])}",
        rf"mit\ {feeling}\ {degree}{told}",
        r"mit\ (?:Dank|Anerkennung|Genugtuung|Befriedigung|Besorgnis|Interesse|Bedauern)\ für",
        rf"nach\ (?:[a-zäöüß]+er\ )*{_any(w['nach'])}",
        r"zur\ Kenntnis\ nehmend",
        r"an\ (?:seine|ihre)[nrs]?\ (?:[\wäöüß]+\ ){1,2}erinnernd",
        told,
        _any(w["alone"]),
    ]
    head = "(?:" + "|".join(heads) + ")"
    return re.compile(rf"(?i:(?:{_any(w['also'])}\ ){{0,2}}){degree}{head}(?:\ {_any(w['also'])})?(?!\w)")


@cache
def _german_operative() -> re.Pattern[str]:
    w = words()["de"]
    adverb = _any(w["operative"]["adverbs"])
    own = r"(?:ihre?[nms]?|seine?[nms]?)\ (?:[a-zäöüß]+e[nrms]?\ ){0,3}"
    noun = _any([*w["preamble"]["feelings"], *w["operative"]["objects"]])
    halves = "|".join(re.escape(h) for hs in w["halves"].values() for h in hs)
    verb = r"[a-zäöüß]{2,}t(?!\w)"
    more = rf"(?:\ sich(?!\w))?(?:\ {adverb})*(?:\ (?:{halves})(?=[\s,;:.](?!\d)))?(?:\ {own}{noun})?"
    return re.compile(rf"(?P<verb>{verb}){more}(?:\ und\ {verb}{more})?")


@cache
def _halves(verb: str) -> re.Pattern[str] | None:
    halves = words()["de"]["halves"].get(verb)
    if not halves:
        return None
    adverb = _any(words()["de"]["operative"]["adverbs"])
    half = "|".join(re.escape(h) for h in sorted(halves, key=len, reverse=True))
    return re.compile(rf"(?:{adverb}\ )*(?:{half})(?=$|[,;:.]|\ (?:und|sowie|oder)\ )")


def _second_half(text: str, verb: str, start: int) -> tuple[int, int] | None:
    pattern = _halves(verb)
    if pattern is None:
        return None
    again = text.find(f" {verb} ", start)
    end = min(len(text), start + _HALF_WITHIN, again if again >= 0 else len(text))
    match = pattern.search(text, start, end)
    if match is None or not text[match.start() - 1 : match.start()].isspace():
        return None
    return match.start(), match.end()
