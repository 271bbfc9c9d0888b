"""Amendments as a marked-up text: ~~what goes~~ and **what comes**, or what goes → what comes."""

from __future__ import annotations

import re

from resolutionkit.document.grammar.labels import label_at
from resolutionkit.drafting.negotiation.quotations import unquoted

ARROW = re.compile(r"\s*(?:→|⇒|➔|-+>|=+>)\s*")
_STRUCK = re.compile(r"~~(?P<tilde>.+?)~~|<(?P<tag>del|s)>(?P<tagged>.+?)</(?P=tag)>")
_PUT_IN = re.compile(r"\*\*(?P<bold>.+?)\*\*|<(?P<tag>ins|u)>(?P<tagged>.+?)</(?P=tag)>|__(?P<lines>.+?)__")
_VERB = re.compile(r"^(?:replace|change|strike|delete|ersetze|streiche|ändere)\s+(?=~~|<)", re.IGNORECASE)
_BY = re.compile(r"(?<=~~|l>|s>) *\b(?:with|by|to|durch|in) +")
_LABEL_WITHIN = 30


def struck_words(said: str) -> tuple[str, str, str] | None:
    """Return the label, the words that go and those that come ("" for none); None where nothing is struck out.

    A whole paragraph that is struck out, or its label, has neither.

    >>> struck_words("OP4: ~~shall~~ → should"), struck_words("OP4: it ~~shall~~ **may** act"), struck_words("~~OP5~~")
    (('OP4', 'shall', 'should'), ('OP4', 'it shall act', 'it may act'), ('OP5', '', ''))
    """
    struck = _STRUCK.search(said)
    starts = (i for i in range(min(_LABEL_WITHIN, len(said))) if i == 0 or not said[i - 1].isalnum())
    found = next((label for i in starts if (label := label_at(said, i))), None)
    if struck is None or found is None:
        return None
    if label_at(_plain(struck[0], _STRUCK)):
        return found[0], "", ""
    start = said.find(":", 0, struck.start()) + 1 or min(found[1], struck.start())
    body = _VERB.sub("", said[start:].strip())
    arrow = ARROW.search(body) or _BY.search(body)
    if arrow and _STRUCK.fullmatch(body[: arrow.start()].strip()):
        return found[0], _plain(body[: arrow.start()].strip(), _STRUCK), unquoted(_plain(body[arrow.end() :], _PUT_IN))
    body = unquoted(ARROW.sub(" ", body))
    old, new = _plain(_PUT_IN.sub(" ", body), _STRUCK), _plain(_STRUCK.sub(" ", body), _PUT_IN)
    old, new = (re.sub(r" (?=[,;.:])", "", " ".join(words.split())) for words in (old, new))
    return (found[0], "", "") if not new and old[-1:] in ".;," else (found[0], old, new)


def _plain(words: str, marks: re.Pattern[str]) -> str:
    return marks.sub(lambda m: next(group for name, group in m.groupdict().items() if group and name != "tag"), words)
