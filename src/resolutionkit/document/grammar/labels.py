"""Labels as people say them: "OP 13 (a)", "operative clause 3", "the third preambular paragraph", "Ziffer 13 Buchstabe a"."""

from __future__ import annotations

import re

from resolutionkit.document.grammar.word_lists import lists

_ORDINALS = {
    language: {word: number for number, word in enumerate(lists()["labels"][f"{language}_ordinals"].split(), start=1)}
    for language in ("english", "german")
}
_ENGLISH, _GERMAN = ("|".join(sorted(words, key=len, reverse=True)) for words in _ORDINALS.values())
_NUMBER = r"(?P<number>\d{1,3})(?:\s?(?P<bis>bis|ter|quater|quinquies|alt)\b)?"
_ITEMS = r"(?P<items>(?:\s*\(\s*[a-z]{1,4}\s*\)|\s*[a-z]\)|(?<=\d)[a-z](?!\w))*)"
_LETTER = r"\(?(?P<letter>[a-z]{1,4}(?![a-z]))\)?"
_SUB = r"(?:sub-?\s?(?:paragraph|clause)|item|point)"
_OF = rf"(?:{_SUB}\s+{_LETTER.replace('letter', 'first')}\s+(?:of|in|under)\s+(?:the\s+)?)?"
_ENGLISH_PART = r"(?P<part>preambular|preambulatory|perambulatory|preamble|operative|operational)"
_BUCHSTABE = r"(?:Buchstabe[ns]?|Buchst\.|lit\.|Unterabsatz(?:es)?|Unterpunkt(?:s|es)?|Unterziffer)"
_ZIFFER = (
    r"(?P<part>Präambel-?\s?absatz|(?:operative[nrms]?\s+)?(?:Ziffer|Absatz|Paragra(?:f|ph)|Klausel)|Ziff\.|Abs\.)"
)
_OF_PREAMBLE = r"(?P<preamble>\s+der\s+Präambel)?"
_FORMS = tuple(
    re.compile(form, re.IGNORECASE)
    for form in (
        rf"(?P<part>PP|OP|OC)\s*[.-]?\s*{_NUMBER}{_ITEMS}",
        rf"{_OF}(?:{_ENGLISH_PART}\s+)?(?:sub-?)?(?:paragraph|clause|para\.?)\s+(?:no\.?\s+)?{_NUMBER}(?:,?\s+{_SUB}\s+{_LETTER})?{_ITEMS}",
        rf"(?:the\s+)?(?:(?P<ordinal>{_ENGLISH})|(?P<number>\d{{1,3}})(?:st|nd|rd|th))\s+{_ENGLISH_PART}\s+(?:paragraph|clause)",
        rf"{_ZIFFER}\s+{_NUMBER}(?:\s*,?\s*{_BUCHSTABE}\s+{_LETTER})?{_ITEMS}{_OF_PREAMBLE}",
        rf"{_BUCHSTABE}\s+{_LETTER}\s+(?:in|von|der|des|zu|aus)\s+{_ZIFFER}\s+{_NUMBER}{_OF_PREAMBLE}",
        rf"(?:(?:der|den|dem|des|die)\s+)?(?:(?P<ordinal>{_GERMAN})e[nrms]?|(?P<number>\d{{1,3}})\.)\s+"
        r"(?P<part>Präambelabsatz(?:es)?|Absatz(?:es)?\s+der\s+Präambel|(?:operative[nrms]?\s+)(?:Absatz(?:es)?|Ziffer)|Ziffer)",
    )
)
_COMPACT = re.compile(
    r"(?P<section>[ivx]{1,5}\.|[a-z]\.)?\s*(?P<part>pp|op)\s*[.-]?\s*(?P<number>\d{1,3})(?P<items>(?:\s*\(?\s*[a-z]{1,4}\s*\)?)*)"
)
_LONGEST = 80
"""Characters: a label with more of them is a sentence."""


def label_at(text: str, start: int = 0) -> tuple[str, int] | None:
    """Return the label that stands at ``start`` and where it ends, or None.

    >>> label_at("OP 13 (a): delete"), label_at("Ziffer 13 Buchstabe a"), label_at("third preambular paragraph")[0]
    (('OP13(a)', 9), ('OP13(a)', 21), 'PP3')
    >>> label_at("sub-clause (b) of operative clause 4")[0], label_at("operativer Absatz 2: streichen")[0]
    ('OP4(b)', 'OP2')
    """
    for form in _FORMS:
        if match := form.match(text, start):
            return _label_of(match.groupdict()), match.end()
    return None


def _label_of(found: dict[str, str | None]) -> str:
    said = (found.get("part") or "").casefold()
    preambular = said.startswith(("pp", "pre", "per", "prä")) or "der präambel" in said or found.get("preamble")
    ordinal = (found.get("ordinal") or "").casefold()
    number = (_ORDINALS["english"] | _ORDINALS["german"])[ordinal] if ordinal else int(found["number"] or 0)
    items = [found.get("items"), found.get("first"), found.get("letter")]
    markers = [marker for item in items for marker in re.findall(r"[a-z]+", (item or "").casefold())]
    bis = (found.get("bis") or "").casefold()
    return f"{'PP' if preambular else 'OP'}{number}{bis}" + "".join(f"({marker})" for marker in markers)


def read_label(said: str) -> str:
    """Return the kit's label for what somebody wrote, or "" where it is none.

    >>> read_label("op13a"), read_label("pp 3"), read_label("Ziffer 5"), read_label("ii.op1"), read_label("six")
    ('OP13(a)', 'PP3', 'OP5', 'II.OP1', '')
    """
    said = " ".join(said[: _LONGEST + 1].split())
    if len(said) > _LONGEST:
        return ""
    found = label_at(said)
    if found and found[1] == len(said):
        return found[0]
    compact = _COMPACT.fullmatch(said.lower())
    return (compact["section"] or "").upper() + _label_of(compact.groupdict()) if compact else ""


def is_between(label: str) -> bool:
    """Say whether a label is that of a paragraph between two numbers, as negotiating texts have them: "OP1bis"."""
    return re.search(r"OP\d+(?:bis|ter|quater|quinquies|alt)$", label) is not None
