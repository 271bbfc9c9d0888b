"""A line with its labels, quotations and new text taken out: "in ¶ replace § by §"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from resolutionkit.document.grammar.labels import label_at
from resolutionkit.document.grammar.numerals import number_of

LABEL, QUOTE, TEXT = "¶", "§", "¤"
_QUOTES = {
    "“": '”“"', "„": '“”"', "”": "”", "«": "»", "»": "«", "‹": "›", "›": "‹", '"': '"”', "‚": "‘’'", "‘": "’'", "'": "'’", "`": "`´'",
}  # fmt: skip
_APOSTROPHES = "'’"
_GOES_ON = re.compile(
    r"\s*(?:$|[.,;:)]|(?:by|with|to|into|in|from|after|before|and|for|of|at|as|instead|should|shall|is|be|between|durch|nach|vor|hinter|und|zu|aus|"
    r"streichen|ersetzen|einfügen|anfügen|hinzufügen|gegen|um|statt|wird|→|->|=>|['‘’\"“„])(?!\w))"
)
_ARROW = re.compile(r"\s*(?:→|⇒|➔|-+>|=+>)\s*")
_PLURAL = re.compile(
    r"(?P<adjective>(?:(?:operativen?|operational|preambular|preambulatory)\s+)?)"
    r"(?P<noun>(?:paragraph|clause|OP|PP|OC)(?=s\b)|Ziffer(?=n\b)|(?:Präambela|A)bs(?=ätzen?\b))(?:s|n|ätzen?)\b\.?",
    re.IGNORECASE,
)
_ITEMS_OF = re.compile(
    r"(?:sub-?\s?(?:paragraph|clause)s|items|Buchstaben)\s+(?P<items>\(?[a-z]\)?(?:\s*(?:,|and|und)\s*\(?[a-z]\)?)+)\s+(?:of|in|der|von|zu)\s+",
    re.IGNORECASE,
)
_NEXT = re.compile(
    r"\s*(?P<link>,\s*(?:and|und)\b|,|and\b|und\b|&|to\b|through\b|bis\b|–|-)\s*(?:(?:the|der|die)\s+)?", re.IGNORECASE
)
_CAPITAL = re.compile(r"(?<=[a-zäöüß\d] )[*_]*[A-ZÄÖÜ](?=[a-zäöüß])")
_ITEM = re.compile(
    r"(?:sub-?\s?(?:paragraph|clause)|item|point|Buchstabe[n]?|Unterabsatz|Unterpunkt)\s+\(?([a-z]{1,4})\)?(?!\w)",
    re.IGNORECASE,
)
_IN_LINE = re.compile(
    r"(?:\b(?:in|on|at) )?(?:the )?\b(?:lines?|Zeilen?) \d+(?:[-–]\d+)?(?P<of> of| von| in)?(?=[ ,.:]|$)", re.IGNORECASE
)
_NEW = re.compile(r"\(\s*(new|neu)\s*\)", re.IGNORECASE)
_TO_ITEM = re.compile(
    r"\bsub-?\s?(?:clause|paragraph) \(?([a-z]{1,4})\)? (?:to|of|in|under|from) (?:the )?"
    r"((?:OP|PP|OC)\s?\d+|(?:operative |preambular )?(?:clause|paragraph) \d+)(?!\w)", re.IGNORECASE,
)  # fmt: skip
_WORDS = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
_NUMBERED = re.compile(
    rf"\b([Cc]lause|[Pp]aragraph|OP|PP|Absatz|Ziffer) (?:#|[Nn]umber |[Nn]r\. )?({'|'.join(_WORDS)}|[IVX]{{1,5}}|\d+)\b"
)
_BARE = re.compile(r"\b([Bb]etween|[Zz]wischen) (\d{1,2} (?:and|und) \d{1,2})\b")
_ARTICLE = re.compile(r"\ban (?=(?:operative|operational|additional|extra|entire|OP|OC|amendment)\b)", re.IGNORECASE)
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
_SIGN = re.compile(rf"\b(?:a |ein )?({'|'.join(_SIGNS)}) (?=(?:after|before|behind|nach|vor|hinter)\b)", re.IGNORECASE)
_ONE_WORD = re.compile(
    r"(?P<head>.*\b(?:replace|change|substitute|ersetze|ersetzen|ändere|ändern)\b(?: the| das)?(?: words?| terms?| wort)?) (?P<old>[\w-]+) "
    r"(?P<by>by|with|to|into|durch|zu|in) (?P<new>[\w-]+)(?P<rest>(?: (?:in|of|from) .*)?)\.?", re.IGNORECASE,
)  # fmt: skip
_STRUCK = re.compile(r"~~(?P<tilde>.+?)~~|<(?P<tag>del|s)>(?P<tagged>.+?)</(?P=tag)>")
_VERB = re.compile(r"^(?:replace|change|strike|delete|ersetze|streiche|ändere)\s+(?=~~|<)", re.IGNORECASE)
_PUT_IN = re.compile(r"\*\*(?P<bold>.+?)\*\*|<(?P<tag>ins|u)>(?P<tagged>.+?)</(?P=tag)>|__(?P<lines>.+?)__")


_LONGEST_HEAD, _LONGEST, _MOST = 600, 3000, 12
"""Characters of an instruction before its new text, and of one with quotations in it; colons, and capitals, that are tried."""


class Said(NamedTuple):
    """An instruction as a form, with what was taken out of it.

    >>> next(readings("In OP4 replace “shall” by “should”"))
    Said(form='in ¶ replace § by §', labels=(('OP4',),), quotes=('shall', 'should'), text='')
    """

    form: str
    labels: tuple[tuple[str, ...], ...]
    quotes: tuple[str, ...]
    text: str


def readings(said: str) -> Iterator[Said]:
    """Yield the ways in which a line can be read: with a new text behind each of its colons, and without one.

    >>> [line.form for line in readings("OP5: replace by: Urges;")]
    ['¶ ¤', '¶ replace by ¤', '¶ replace by urges']
    """
    if marked := _marked_up(said):
        yield marked
        return
    heads = [at for at in _colons(said[:_LONGEST_HEAD]) if at < _LONGEST_HEAD][:_MOST]
    with_text = [_said(said[:at], said[at + 1 :].strip(), TEXT) for at in heads]
    yield from sorted(with_text, key=lambda line: not line.labels)  # “Add: Operative clause 5: …” is about clause 5
    whole = _said(said[:_LONGEST].rstrip(" .;"), "", "")
    yield whole
    if with_text or len(said) > _LONGEST_HEAD:
        return
    if bare := _ONE_WORD.fullmatch(said):
        yield _said("{head} “{old}” {by} “{new}”{rest}".format(**bare.groupdict()), "", "")
    if not whole.quotes:  # a new text without a sign before it begins with a capital
        for match in reversed(list(_CAPITAL.finditer(said))[:_MOST]):
            yield _said(said[: match.start()], said[match.start() :], TEXT)


def _said(head: str, text: str, sign: str) -> Said:
    head = _IN_LINE.sub(lambda line: "in" if line["of"] else "", _NEW.sub(r" \1 ", head))
    head = _NUMBERED.sub(lambda said: f"{said[1]} {_number(said[2])}", _BARE.sub(r"\1 clauses \2", head))
    head = _ARTICLE.sub("", _TO_ITEM.sub(r"\2(\1)", head))
    head = _SIGN.sub(lambda sign: f"“{_SIGNS[sign[1].casefold()]}” ", head)
    form: list[str] = []
    labels: list[tuple[str, ...]] = []
    quotes: list[str] = []
    at = 0
    while at < len(head):
        before = head[at - 1] if at else " "
        if head[at] in _QUOTES and not before.isalnum() and (end := _closing(head, at)) > 0:
            quotes.append(head[at + 1 : end].strip("*_"))
            form.append(f" {QUOTE} ")
            at = end + 1
        elif not before.isalnum() and (found := _labels_at(head, at)):
            labels.append(found[0])
            form.append(f" new {LABEL} " if found[0][0][-1].isalpha() else f" {LABEL} ")  # OP4 bis is always new
            at = found[1]
        elif not before.isalnum() and len(labels) == 1 and (item := _ITEM.match(head, at)):
            labels[0] = tuple(f"{label}({item[1].casefold()})" for label in labels[0])
            form.append(" thereof ")
            at = item.end()
        else:
            form.append(head[at])
            at += 1
    plain = _ARROW.sub(" → ", "".join(form).casefold())
    plain = re.sub(r"(?<!\S)[-–—]+(?!\S)|[*:;,!?_“”\"]|(?<!\w)[.'’‘]|[.'’‘](?!\w)|\(|\)", " ", plain)
    if re.search(r"\b(?:in )?(?:preamble|präambel)\b", plain) and len(labels) == 1 and labels[0][0].startswith("OP"):
        labels[0] = tuple("PP" + label[2:] for label in labels[0])  # "In the preamble, paragraph 2"
        plain = re.sub(r"\b(?:in )?(?:(?:the|der) )?(?:preamble|präambel)\b", " in ", plain).replace("in  in", "in")
    return Said(" ".join([*plain.split(), sign]).strip(), tuple(labels), tuple(quotes), text)


def _number(said: str) -> str:
    if said in _WORDS:
        return str(_WORDS.index(said) + 1)
    return said if said.isdigit() else str(number_of(said) or said)


def _labels_at(said: str, at: int) -> tuple[tuple[str, ...], int] | None:
    """The label that stands there, or all of them: "OP3, OP5 and OP6", "clauses 3 to 5", "sub-paragraphs (a) and (b) of OP2"."""
    if (items := _ITEMS_OF.match(said, at)) and (owner := label_at(said, items.end())):
        markers = re.findall(r"\b[a-z]\b", items["items"].casefold())
        return tuple(f"{owner[0]}({marker})" for marker in markers), owner[1]
    plural = _PLURAL.match(said, at)
    noun = ""
    if plural:
        noun = plural["adjective"] + plural["noun"] + ("atz" if plural["noun"].endswith("bs") else "") + " "
        found = label_at(noun + said[plural.end() :].lstrip())
        start = plural.end() + len(said[plural.end() :]) - len(said[plural.end() :].lstrip()) - len(noun)
        found = (found[0], found[1] + start) if found else None
    else:
        found = label_at(said, at)
    if found is None:
        return None
    labels, end = [found[0]], found[1]
    if labels[0].endswith("bis") and said[end:].lstrip()[:1].isdigit():  # "Ziffern 1 bis 3"
        labels, end = [labels[0][:-3]], end - 3
    while link := _NEXT.match(said, end):
        following = label_at(said, link.end())
        if following is None and (more := re.compile(r"\d{1,3}(?!\w)|\(([a-z]{1,3})\)").match(said, link.end())):
            if more[1]:
                following = (re.sub(r"\(\w+\)$", f"({more[1]})", labels[-1]), more.end())
            elif noun or not said[link.end() :][len(more[0]) :].lstrip()[:1].isalnum() or link["link"][:1].isalpha():
                following = (re.sub(r"\d.*", "", labels[-1]) + more[0], more.end())
        span = link["link"].casefold() in ("to", "through", "bis", "–", "-")
        if following is None or (span and not (noun or link["link"] in "–-")):
            break
        if span:
            first, last = (int(re.sub(r"\D", "", label) or 0) for label in (labels[-1], following[0]))
            labels += [f"{labels[-1][:2]}{n}" for n in range(first + 1, min(last, first + 50) + 1)]
        else:
            labels.append(following[0])
        end = following[1]
    return tuple(labels), end


def _colons(said: str) -> list[int]:
    places, at = [], 0
    while at < len(said):
        if said[at] in _QUOTES and not (at and said[at - 1].isalnum()) and (end := _closing(said, at)) > 0:
            at = end
        elif said[at] == ":":
            places.append(at)
        at += 1
    return places


def _closing(said: str, start: int) -> int:
    """Where a quotation ends; an apostrophe ends one where the sentence goes on behind it."""
    if said[start] in "'‘‚`" and not said[start + 1 : start + 2].strip():
        return -1
    for i in range(start + 1, len(said)):
        if said[i] not in _QUOTES[said[start]]:
            continue
        inside = said[i] in _APOSTROPHES and said[i + 1 : i + 2].isalnum()
        if not inside and (said[i] not in _APOSTROPHES or _GOES_ON.match(said, i + 1)):
            return i
    return -1


def _marked_up(said: str) -> Said | None:
    """ "OP4: ~~shall~~ → should", or a passage with ~~what goes~~ and **what comes** in it."""
    struck = _STRUCK.search(said)
    found = label_at(said.lstrip("*_~ ")) or next(
        (f for i in range(min(30, len(said))) if (f := _label_in(said, i))), None
    )
    if struck is None or found is None:
        return None
    label = ((found[0],),)
    if label_at(_plain(struck[0], _STRUCK)):
        return Said(f"delete {LABEL}", label, (), "")
    start = said.find(":", 0, struck.start()) + 1 or min(found[1], struck.start())
    body = _VERB.sub("", said[start:].strip())
    before, arrow, after = (part.strip() for part in _parted(body))
    if arrow and _STRUCK.fullmatch(before):
        return Said(
            f"{LABEL} replace {QUOTE} by {QUOTE}",
            label,
            (_plain(before, _STRUCK), unquoted(_plain(after, _PUT_IN))),
            "",
        )
    body = unquoted(_ARROW.sub(" ", body))
    old = " ".join(_plain(_PUT_IN.sub(" ", body), _STRUCK).split())
    new = " ".join(_plain(_STRUCK.sub(" ", body), _PUT_IN).split())
    old, new = (re.sub(r" (?=[,;.:])", "", words) for words in (old, new))
    if not new:
        whole = old[-1:] in ".;,"
        return Said(f"delete {LABEL}", label, (), "") if whole else Said(f"{LABEL} delete {QUOTE}", label, (old,), "")
    return Said(f"{LABEL} replace {QUOTE} by {QUOTE}", label, (old, new), "")


def _label_in(said: str, at: int) -> tuple[str, int] | None:
    return None if at and said[at - 1].isalnum() else label_at(said, at)


def _parted(body: str) -> tuple[str, str, str]:
    arrow = _ARROW.search(body) or re.search(r"(?<=~~|l>) *\b(?:with|by|to|durch|in) +", body)
    return (body[: arrow.start()], "→", body[arrow.end() :]) if arrow else (body, "", "")


def _plain(words: str, marks: re.Pattern[str]) -> str:
    return marks.sub(lambda m: next(group for name, group in m.groupdict().items() if group and name != "tag"), words)


def unquoted(text: str) -> str:
    """Return a new text without the quotation marks around it; they are not part of it.

    >>> unquoted("“Urges all States;”"), unquoted("“Veto” and “Peace”")
    ('Urges all States;', '“Veto” and “Peace”')
    """
    bare = text.strip()
    end = _closing(bare, 0) if bare[:1] in _QUOTES else -1
    return bare[1:end] + bare[end + 1 :] if end > 0 and end == len(bare.rstrip(".;,")) - 1 else bare
