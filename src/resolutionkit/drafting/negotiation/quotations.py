"""Words in quotation marks of any kind, and what stands outside them."""

from __future__ import annotations

import re

from resolutionkit.drafting.negotiation.amendment_phrases import QUOTE

_MARKS = {
    "“": '”“"', "„": '“”"', "”": "”", "«": "»", "»": "«", "‹": "›", "›": "‹", '"': '"”', "‚": "‘’'", "‘": "’'", "'": "'’", "`": "`´'",
}  # fmt: skip
_APOSTROPHES = "'’"
_GOES_ON = re.compile(
    r"\s*(?:$|[.,;:)]|(?:by|with|to|into|in|from|after|before|and|for|of|at|as|instead|should|shall|is|be|between|durch|nach|vor|hinter|und|zu|"
    r"aus|streichen|ersetzen|einfügen|anfügen|hinzufügen|gegen|um|statt|wird|→|->|=>|['‘’\"“„])(?!\w))"
)
_SIGNS = {
    "comma": ",",
    "semicolon": ";",
    "colon": ":",
    "full stop": ".",
    "period": ".",
    "komma": ",",
    "strichpunkt": ";",
    "semikolon": ";",
}
_SIGN = re.compile(
    rf"(?:an? |ein )?\b({'|'.join(_SIGNS)}) (?=(?:after|before|behind|nach|vor|hinter|setzen|setze|einfügen|ergänzen|anfügen|streichen)\b)",
    re.IGNORECASE,
)


def taken_out(said: str) -> tuple[str, tuple[str, ...]]:
    """Return what was said with a sign in the place of each quotation, and the quotations; a comma may be called by its name.

    >>> taken_out("replace 'the States' rights' by “them” and add a comma after “act”")
    ('replace § by § and add § after §', ("the States' rights", 'them', ',', 'act'))
    """
    bare, quotes, at = [], [], 0
    while at < len(said):
        start = at == 0 or not said[at - 1].isalnum()
        if start and (end := closing(said, at)) > 0:
            quotes.append(said[at + 1 : end].strip("*_"))
            bare.append(QUOTE)
            at = end + 1
        elif start and (sign := _SIGN.match(said, at)):
            quotes.append(_SIGNS[sign[1].casefold()])
            bare.append(f"{QUOTE} ")
            at = sign.end()
        else:
            bare.append(said[at])
            at += 1
    return "".join(bare), tuple(quotes)


def colons(said: str) -> list[int]:
    """Return where colons stand outside quotations.

    >>> colons("Replace “a: b” in OP1: c")
    [21]
    """
    places, at = [], 0
    while at < len(said):
        if (at == 0 or not said[at - 1].isalnum()) and (end := closing(said, at)) > 0:
            at = end
        elif said[at] == ":":
            places.append(at)
        at += 1
    return places


def closing(said: str, start: int) -> int:
    """Return where a quotation ends that begins at ``start``, or -1; an apostrophe ends one where the sentence goes on behind it.

    >>> closing("“a” b", 0), closing("'the States' rights' by", 0), closing("no", 0)
    (2, 19, -1)
    """
    ends = _MARKS.get(said[start])
    if not ends or (said[start] in "'‘‚`" and not said[start + 1 : start + 2].strip()):
        return -1
    for i in range(start + 1, len(said)):
        if said[i] in ends and not (said[i] in _APOSTROPHES and not _GOES_ON.match(said, i + 1)):
            return i
    return -1


def unquoted(text: str) -> str:
    """Return a new text without the quotation marks around it; they are not part of it.

    >>> unquoted("“Urges all States;”"), unquoted("“Veto” and “Peace”")
    ('Urges all States;', '“Veto” and “Peace”')
    """
    bare = text.strip()
    end = closing(bare, 0) if bare else -1
    return bare[1:end] + bare[end + 1 :] if end > 0 and end == len(bare.rstrip(".;,")) - 1 else bare
