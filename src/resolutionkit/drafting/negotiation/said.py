"""A line with its labels, quotations and new text taken out: "in ¶ replace § by §"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from resolutionkit.drafting.negotiation.amendment_phrases import LABEL, QUOTE, TEXT, tidied
from resolutionkit.drafting.negotiation.label_lists import labels_at
from resolutionkit.drafting.negotiation.quotations import colons, taken_out
from resolutionkit.drafting.negotiation.struck import ARROW, struck_words

_ITEM = re.compile(
    r"(?:sub-?\s?(?:paragraph|clause)|item|point|Buchstabe[n]?|Unterabsatz|Unterpunkt)\s+\(?([a-z]{1,4})\)?(?!\w)",
    re.IGNORECASE,
)
_PUNCTUATION = re.compile(r"(?<!\S)[-–—]+(?!\S)|[*:;,!?_“”\"()]|(?<!\w)[.'’‘]|[.'’‘](?!\w)")
_IN_PREAMBLE = re.compile(r"\b(?:in )?(?:(?:the|der) )?(?:preamble|präambel)\b")
_CAPITAL = re.compile(r"(?<=[a-zäöüß\d] )[*_]*[A-ZÄÖÜ](?=[a-zäöüß])")
_ONE_WORD = re.compile(
    r"(?P<head>.*\b(?:replace|change|substitute|ersetze|ersetzen|ändere|ändern)\b(?: the| das)?(?: words?| terms?| wort)?) (?P<old>[\w-]+) "
    r"(?P<by>by|with|to|into|durch|zu|in) (?P<new>[\w-]+)(?P<rest>(?: (?:in|of|from) .*)?)\.?", re.IGNORECASE,
)  # fmt: skip
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
    if marked := struck_words(said):
        label, old, new = marked
        form = f"{LABEL} replace {QUOTE} by {QUOTE}" if new else f"{LABEL} delete {QUOTE}" if old else f"delete {LABEL}"
        yield Said(form, ((label,),), tuple(words for words in (old, new) if words), "")
        return
    heads = [at for at in colons(said[:_LONGEST_HEAD]) if at < _LONGEST_HEAD][:_MOST]
    with_text = [_said(said[:at], said[at + 1 :].strip(), TEXT) for at in heads]
    yield from sorted(with_text, key=lambda line: not line.labels)  # “Add: Operative clause 5: …” is about clause 5
    whole = _said(said[:_LONGEST].rstrip(" .;"))
    yield whole
    if with_text or len(said) > _LONGEST_HEAD:
        return
    if bare := _ONE_WORD.fullmatch(said):
        yield _said("{head} “{old}” {by} “{new}”{rest}".format(**bare.groupdict()))
    if not whole.quotes:  # a new text without a sign before it begins with a capital
        for match in reversed(list(_CAPITAL.finditer(said))[:_MOST]):
            yield _said(said[: match.start()], said[match.start() :], TEXT)


def _said(head: str, text: str = "", sign: str = "") -> Said:
    bare, quotes = taken_out(tidied(head, "signs"))
    bare = tidied(bare, "labels")
    form, labels = _labels_taken_out(bare)
    plain = _PUNCTUATION.sub(" ", ARROW.sub(" → ", form.casefold()))
    if len(labels) == 1 and labels[0][0].startswith("OP") and _IN_PREAMBLE.search(plain):
        labels = [tuple("PP" + label[2:] for label in labels[0])]  # "In the preamble, paragraph 2"
        plain = _IN_PREAMBLE.sub(" in ", plain)
    return Said(" ".join([*plain.split(), sign]).strip(), tuple(labels), quotes, text)


def _labels_taken_out(bare: str) -> tuple[str, list[tuple[str, ...]]]:
    form: list[str] = []
    labels: list[tuple[str, ...]] = []
    at = 0
    while at < len(bare):
        start = at == 0 or not bare[at - 1].isalnum()
        if start and (found := labels_at(bare, at)):
            labels.append(found[0])
            form.append(f" new {LABEL} " if found[0][0][-1].isalpha() else f" {LABEL} ")  # OP4 bis is always new
            at = found[1]
        elif start and len(labels) == 1 and (item := _ITEM.match(bare, at)):
            labels[0] = tuple(f"{label}({item[1].casefold()})" for label in labels[0])
            form.append(" thereof ")
            at = item.end()
        else:
            form.append(bare[at])
            at += 1
    return "".join(form).replace(QUOTE, f" {QUOTE} "), labels
