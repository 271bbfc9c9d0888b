"""Labels as delegates say them: "OP 13 (a)", "the third preambular paragraph", "Ziffer 13 Buchstabe a"."""

from __future__ import annotations

import re

_ORDINALS = {
    word: number
    for words in (
        "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth "
        "fifteenth sixteenth seventeenth eighteenth nineteenth twentieth",
        "erst zweit dritt viert fünft sechst siebt acht neunt zehnt elft zwölft dreizehnt vierzehnt fünfzehnt "
        "sechzehnt siebzehnt achtzehnt neunzehnt zwanzigst",
    )
    for number, word in enumerate(words.split(), start=1)
}
_NUMBER = r"(?P<number>\d{1,3})"
_ITEMS = r"(?P<items>(?:\s*\(\s*[a-z]{1,4}\s*\)|\s*[a-z]\)|(?<=\d)[a-z](?!\w))*)"
_ENGLISH_ORDINAL = "|".join(
    sorted((w for w in _ORDINALS if not w.endswith("t") or w == "first"), key=len, reverse=True)
)
_GERMAN_ORDINAL = "|".join(sorted((w for w in _ORDINALS if w.endswith("t") and w != "first"), key=len, reverse=True))
_FORMS = tuple(
    re.compile(form, re.IGNORECASE)
    for form in (
        rf"(?P<part>PP|OP)\s*\.?\s*{_NUMBER}{_ITEMS}",
        rf"(?:sub-?paragraph\s+(?P<first>\([a-z]{{1,4}}\))\s+of\s+)?(?P<part>preambular|operative)\s+paragraph\s+{_NUMBER}{_ITEMS}",
        rf"(?:the\s+)?(?P<ordinal>{_ENGLISH_ORDINAL})\s+(?P<part>preambular|operative)\s+paragraph",
        rf"(?:sub-?paragraph\s+(?P<first>\([a-z]{{1,4}}\))\s+of\s+)?(?P<part>paragraph)\s+{_NUMBER}{_ITEMS}",
        rf"(?P<part>Präambelabsatz|Ziffer|Absatz)\s+{_NUMBER}(?:\s*,?\s*Buchstabe\s+(?P<letter>[a-z]{{1,2}})\b)?{_ITEMS}",
        rf"Buchstabe\s+(?P<letter>[a-z]{{1,2}})\s+(?:in|von|der)\s+(?P<part>Ziffer)\s+{_NUMBER}",
        rf"(?:der|den|dem|des)?\s*(?P<ordinal>{_GERMAN_ORDINAL})e[nrms]?\s+"
        r"(?P<part>Präambelabsatz(?:es)?|Absatz(?:es)?\s+der\s+Präambel)",
    )
)


def label_at(text: str, start: int = 0) -> tuple[str, int] | None:
    """Return the label that stands at ``start`` and where it ends, or None.

    >>> label_at("OP 13 (a): delete"), label_at("Ziffer 13 Buchstabe a"), label_at("third preambular paragraph")[0]
    (('OP13(a)', 9), ('OP13(a)', 21), 'PP3')
    """
    for form in _FORMS:
        if not (match := form.match(text, start)):
            continue
        found = match.groupdict()
        part = "PP" if found["part"].casefold().startswith(("pp", "pre", "prä", "absatz der", "absatzes der")) else "OP"
        if found.get("ordinal"):
            number = _ORDINALS[found["ordinal"].casefold()]
            if "räambel" in found["part"]:
                part = "PP"
        else:
            number = int(found["number"])
        items = re.findall(r"[a-z]+", (found.get("items") or "").casefold())
        items += re.findall(r"[a-z]+", (found.get("first") or found.get("letter") or "").casefold())
        return f"{part}{number}" + "".join(f"({item})" for item in items), match.end()
    return None


def as_label(said: str) -> str:
    """Return the kit's label for what a delegate said; what is no such form comes back as it is.

    >>> as_label("op 5"), as_label("operative paragraph 13 (a)"), as_label("II.OP1")
    ('OP5', 'OP13(a)', 'II.OP1')
    """
    said = said.strip()
    found = label_at(said)
    return found[0] if found and found[1] == len(said) else said
