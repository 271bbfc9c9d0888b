"""A line with its labels, quotations and new text taken out: "in ¶ replace § by §"."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import NamedTuple

from resolutionkit.document.grammar.labels import label_at
from resolutionkit.document.grammar.openers import opens_paragraph
from resolutionkit.drafting.negotiation.amendment_phrases import LABEL, QUOTE, TEXT, pattern, tidied
from resolutionkit.drafting.negotiation.label_lists import labels_at

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


_CAPITAL = re.compile(r"(?<=[a-zäöüß\d] )[*_]*[A-ZÄÖÜ](?=[a-zäöüß])")


def readings(said: str) -> Iterator[Said]:
    """Yield the ways in which a line can be read: with a new text behind each of its colons, and without one.

    >>> [line.form for line in readings("OP5: replace by: Urges;")]
    ['¶ ¤', '¶ replace by ¤', '¶ replace by urges']
    """
    if marked := _struck_out(said):
        yield marked
        return
    outside = _scanned(said[:_LONGEST_HEAD], lambda at: _blank(said[:_LONGEST_HEAD], at))
    colons = [at for at, char in enumerate(outside) if char == ":"][:_MOST]
    with_text = [_said(said[:at], said[at + 1 :].strip(), TEXT) for at in colons]
    yield from sorted(with_text, key=lambda line: not line.labels)  # “Add: Operative clause 5: …” is about clause 5
    whole = _said(said[:_LONGEST].rstrip(" .;"))
    yield whole
    if with_text or len(said) > _LONGEST_HEAD:
        return
    if bare := pattern("one_word").fullmatch(said):
        yield _said("{head} “{old}” {by} “{new}”{rest}".format(**bare.groupdict()))
    if not whole.quotes:  # a new text without a sign before it begins with a capital
        begins = [match for match in _CAPITAL.finditer(said) if opens_paragraph(said[match.end() - 1 :], "en")]
        for match in reversed(begins[:_MOST]):
            yield _said(said[: match.start()], said[match.start() :], TEXT)


def _scanned(said: str, read: Callable[[int], tuple[str, int] | None]) -> str:
    """A line in which what ``read`` finds, wherever a word may begin, has something else in its place."""
    pieces, at = [], 0
    while at < len(said):
        found = read(at) if at == 0 or not said[at - 1].isalnum() else None
        piece, at = found or (said[at], at + 1)
        pieces.append(piece)
    return "".join(pieces)


_PUNCTUATION = re.compile(r"(?<!\S)[-–—]+(?!\S)|[*:;,!?_“”\"()]|(?<!\w)[.'’‘]|[.'’‘](?!\w)")


def _said(head: str, text: str = "", sign: str = "") -> Said:
    bare, quotes = _quotes_taken_out(tidied(head, "signs"))
    bare = tidied(bare, "lines") if quotes else bare
    form, labels = _labels_taken_out(tidied(bare, "labels"))
    plain = _PUNCTUATION.sub(" ", _ARROW.sub(" → ", form.casefold()))
    if len(labels) == 1 and labels[0][0].startswith("OP") and pattern("in_preamble").search(plain):
        labels = [tuple("PP" + label[2:] for label in labels[0])]  # "In the preamble, paragraph 2"
        plain = pattern("in_preamble").sub(" in ", plain)
    return Said(" ".join([*plain.split(), sign]).strip(), tuple(labels), quotes, text)


def _labels_taken_out(bare: str) -> tuple[str, list[tuple[str, ...]]]:
    labels: list[tuple[str, ...]] = []

    def read(at: int) -> tuple[str, int] | None:
        if found := labels_at(bare, at):
            labels.append(found[0])
            return (f" new {LABEL} " if found[0][0][-1].isalpha() else f" {LABEL} "), found[1]  # OP4 bis is always new
        if len(labels) == 1 and (item := pattern("item").match(bare, at)):
            labels[0] = tuple(f"{label}({item[1].casefold()})" for label in labels[0])
            return " thereof ", item.end()
        return None

    return _scanned(bare, read).replace(QUOTE, f" {QUOTE} "), labels


# --- quotations: words in quotation marks of any kind

_MARKS = {
    "“": '”“"', "„": '“”"', "”": "”", "«": "»", "»": "«", "‹": "›", "›": "‹", '"': '"”', "‚": "‘’'", "‘": "’'", "'": "'’", "`": "`´'",
}  # fmt: skip
_GOES_ON = re.compile(
    r"\s*(?:$|[.,;:)]|(?:by|with|to|into|in|from|after|before|and|for|of|at|as|instead|should|shall|is|be|between|durch|nach|vor|hinter|und|zu|"
    r"aus|streichen|ersetzen|einfügen|anfügen|hinzufügen|gegen|um|statt|wird|→|->|=>|['‘’\"“„])(?!\w))"
)
_SIGNS = {
    "comma": ",", "komma": ",", "semicolon": ";", "strichpunkt": ";", "semikolon": ";", "colon": ":", "full stop": ".", "period": ".",
}  # fmt: skip


def _quotes_taken_out(said: str) -> tuple[str, tuple[str, ...]]:
    """The line with a sign in the place of each quotation, and the quotations; a comma may be called by its name."""
    quotes: list[str] = []

    def read(at: int) -> tuple[str, int] | None:
        if (end := _closing(said, at)) > 0:
            quotes.append(said[at + 1 : end].strip("*_"))
            return QUOTE, end + 1
        if sign := pattern("sign").match(said, at):
            quotes.append(_SIGNS[sign["sign"].casefold()])
            return f"{QUOTE} ", sign.end()
        return None

    return _scanned(said, read), tuple(quotes)


def _blank(said: str, at: int) -> tuple[str, int] | None:
    end = _closing(said, at)
    return (" " * (end + 1 - at), end + 1) if end > 0 else None


def _closing(said: str, start: int) -> int:
    """Where a quotation ends that begins at ``start``, or -1; an apostrophe ends one where the sentence goes on behind it."""
    ends = _MARKS.get(said[start])
    if not ends or (said[start] in "'‘‚`" and not said[start + 1 : start + 2].strip()):
        return -1
    for i in range(start + 1, len(said)):
        if said[i] in ends and not (said[i] in "'’" and not _GOES_ON.match(said, i + 1)):
            return i
    return -1


def unquoted(text: str) -> str:
    """Return a new text without the quotation marks around it; they are not part of it.

    >>> unquoted("“Urges all States;”"), unquoted("“Veto” and “Peace”")
    ('Urges all States;', '“Veto” and “Peace”')
    """
    bare = text.strip()
    end = _closing(bare, 0) if bare else -1
    return bare[1:end] + bare[end + 1 :] if end > 0 and end == len(bare.rstrip(".;,")) - 1 else bare


# --- amendments as a marked-up text: ~~what goes~~ and **what comes**, or what goes → what comes

_ARROW = re.compile(r"\s*(?:→|⇒|➔|-+>|=+>)\s*")
_STRUCK = re.compile(r"~~(?P<tilde>.+?)~~|<(?P<tag>del|s)>(?P<tagged>.+?)</(?P=tag)>")
_PUT_IN = re.compile(r"\*\*(?P<bold>.+?)\*\*|<(?P<tag>ins|u)>(?P<tagged>.+?)</(?P=tag)>|__(?P<lines>.+?)__")
_VERB = re.compile(r"^(?:replace|change|strike|delete|ersetze|streiche|ändere)\s+(?=~~|<)", re.IGNORECASE)
_BY = re.compile(r"(?<=~~|l>|s>) *\b(?:with|by|to|durch|in) +")
_LABEL_WITHIN = 30


def _struck_out(said: str) -> Said | None:
    """What a marked-up line says; a label, or a whole paragraph, that is struck out is to go."""
    struck = _STRUCK.search(said)
    starts = (i for i in range(min(_LABEL_WITHIN, len(said))) if i == 0 or not said[i - 1].isalnum())
    found = next((label for i in starts if (label := label_at(said, i))), None) if struck else None
    if struck is None or found is None:
        return None
    if label_at(_plain(struck[0], _STRUCK)):
        return Said(f"delete {LABEL}", ((found[0],),), (), "")
    start = said.find(":", 0, struck.start()) + 1 or min(found[1], struck.start())
    body = _VERB.sub("", said[start:].strip())
    arrow = _ARROW.search(body) or _BY.search(body)
    if arrow and _STRUCK.fullmatch(body[: arrow.start()].strip()):
        old, new = _plain(body[: arrow.start()].strip(), _STRUCK), unquoted(_plain(body[arrow.end() :], _PUT_IN))
    else:
        body = unquoted(_ARROW.sub(" ", body))
        old, new = _plain(_PUT_IN.sub(" ", body), _STRUCK), _plain(_STRUCK.sub(" ", body), _PUT_IN)
        old, new = (re.sub(r" (?=[,;.:])", "", " ".join(words.split())) for words in (old, new))
        if not new and old[-1:] in ".;,":
            old = ""
    form = f"{LABEL} replace {QUOTE} by {QUOTE}" if new else f"{LABEL} delete {QUOTE}" if old else f"delete {LABEL}"
    return Said(form, ((found[0],),), tuple(words for words in (old, new) if words), "")


def _plain(words: str, marks: re.Pattern[str]) -> str:
    return marks.sub(lambda m: next(group for name, group in m.groupdict().items() if group and name != "tag"), words)
