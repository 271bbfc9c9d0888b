"""A line with its labels, quotations and new text taken out: "in ⁋ replace ⁗ by ⁗"."""

import re
from collections.abc import Callable, Iterator
from typing import NamedTuple

from resolutionkit.document.grammar.labels import label_at
from resolutionkit.document.grammar.openers import opens_paragraph
from resolutionkit.drafting.negotiation.amendment_phrases import LABEL, QUOTE, TEXT, listed, pattern, tidied
from resolutionkit.drafting.negotiation.amendments import LAST, PARTS, WHOLE

_LONGEST_HEAD, _LONGEST, _MOST = 600, 3000, 12
"""Characters of an instruction before its new text, and of one with quotations in it; colons, and capitals, that are tried."""
_PAD = "\0"


class Said(NamedTuple):
    """An instruction as a form, with what was taken out of it.

    >>> next(readings("In OP4 replace “shall” by “should”"))
    Said(form='in ⁋ replace ⁗ by ⁗', labels=(('OP4',),), quotes=('shall', 'should'), text='', everywhere=False, within=False)
    """

    form: str
    labels: tuple[tuple[str, ...], ...]
    quotes: tuple[str, ...]
    text: str
    everywhere: bool = False
    """Whether it is about words wherever they stand."""
    within: bool = False
    """Whether it is about words of one sentence, of a line or of the chapeau, and not about the whole paragraph."""


def readings(said: str) -> Iterator[Said]:
    """Yield the ways in which a line can be read: with a new text behind each of its colons, and without one.

    >>> [line.form for line in readings("OP5: replace by: Urges;")]
    ['⁋ ⁂', '⁋ replace by ⁂', '⁋ replace by urges']
    """
    if marked := _struck_out(said):
        yield marked
        return
    bare, quotes = _without_quotations(said)
    colons = [at for at, char in enumerate(bare[:_LONGEST_HEAD]) if char == ":"][:_MOST]
    with_text = [_said(bare[:at], quotes, said[at + 1 :].strip(), TEXT) for at in colons]
    yield from sorted(with_text, key=lambda line: not line.labels)  # “Add: Operative clause 5: …” is about clause 5
    whole = _said(bare.rstrip(" .;"), quotes)
    yield whole
    if len(said) > _LONGEST_HEAD:
        return
    if one := pattern("one_word").fullmatch(said):
        yield _said(*_without_quotations("{head} “{old}” {by} “{new}”{rest}".format(**one.groupdict())))
    if not (with_text or whole.quotes):  # a new text without a sign before it begins with a capital
        capitals = pattern("capital").finditer(said)
        begins = [match for match in capitals if opens_paragraph(said[match.end() - 1 :], "en")]
        for match in reversed(begins[:_MOST]):
            yield _said(bare[: match.start()], quotes, said[match.start() :], TEXT)


def _said(bare: str, quotes: list[str], text: str = "", sign: str = "") -> Said:
    quotes = quotes[: bare.count(QUOTE)]
    bare = bare.replace(_PAD, "").replace(QUOTE, f" {QUOTE} ")
    less = tidied(bare, "lines") if quotes else bare
    form, labels = _labels_taken_out(tidied(less, "labels"))
    plain = pattern("punctuation").sub(" ", pattern("arrow").sub(" → ", form.casefold()))
    if len(labels) == 1 and labels[0][0].startswith("OP") and pattern("in_preamble").search(plain):
        labels = [tuple("PP" + label[2:] for label in labels[0])]  # "In the preamble, paragraph 2"
        plain = pattern("in_preamble").sub(" in ", plain)
    everywhere = pattern("everywhere").search(plain) is not None
    if everywhere and not labels and (part := pattern("part").search(plain)):
        labels = [(PARTS[part["preamble"] is None],)]
        plain = plain.replace(part[0], f" in {LABEL} ")
    if everywhere:
        plain = pattern("everywhere").sub(" " if labels else f" in {LABEL} ", plain)
        labels = labels or [(WHOLE,)]
    return Said(" ".join([*plain.split(), sign]).strip(), tuple(labels), tuple(quotes), text, everywhere, less != bare)


def _scanned(said: str, read: Callable[[int], tuple[str, int] | None]) -> str:
    """A line in which what ``read`` finds, wherever a word may begin, has something else in its place."""
    pieces, at = [], 0
    while at < len(said):
        found = read(at) if at == 0 or not said[at - 1].isalnum() else None
        piece, at = found or (said[at], at + 1)
        pieces.append(piece)
    return "".join(pieces)


# --- labels: several paragraphs may be named at once, "OP3, OP5 and OP6", "sub-paragraphs (a) and (b) of OP2"

_MOST_LISTED = 50  # paragraphs from "3 to 900": nobody means more


def _labels_taken_out(bare: str) -> tuple[str, list[tuple[str, ...]]]:
    labels: list[tuple[str, ...]] = []

    def read(at: int) -> tuple[str, int] | None:
        if found := labels_at(bare, at):
            labels.append(found[0])
            is_new = re.search(r"\d[a-z]+$", found[0][0])  # as OP4 bis always is
            return f" new {LABEL} " if is_new else f" {LABEL} ", found[1]
        if len(labels) == 1 and (item := pattern("item").match(bare, at)):
            labels[0] = tuple(f"{label}({item[1].casefold()})" for label in labels[0])
            return " thereof ", item.end()
        return None

    return _scanned(bare, read), labels


def labels_at(said: str, at: int) -> tuple[tuple[str, ...], int] | None:
    """Return the labels that stand there and where they end, or None.

    >>> labels_at("OP3, 5 and OP7", 0)[0], labels_at("sub-clauses (a) to (c) of OP2", 0)[0]
    (('OP3', 'OP5', 'OP7'), ('OP2(a)', 'OP2(b)', 'OP2(c)'))
    """
    before = pattern("items_of").match(said, at)
    found = _one(said, before.end() if before else at)
    if found is None:
        return None
    labels, end = [found[0]], found[1]
    if items := before or pattern("items_after").match(said, end):
        markers = re.findall(r"\b[a-z]\b", items["items"].casefold())
        labels = [f"{found[0]}({marker})" for marker in markers]
        is_range = len(markers) == 2 and re.search(r"\b(?:to|through|bis)\b|–", items["items"].casefold())
        row = labels_to(*labels) if is_range else labels
        return (tuple(row), max(end, items.end())) if row else None
    while link := pattern("link").match(said, end):
        if marker := pattern("marker").match(said, link.end()):
            at_end = f"({marker['marker'] or marker['letter']})"
            label, end = re.sub(r"(?:\(\w+\))?$", at_end, labels[-1], count=1), marker.end()
            if "(" not in labels[-1]:  # "OP2, sub-paragraph (a)" is one
                labels[-1] = label
                continue
        elif found := _one(said, link.end()):
            label, end = found
        elif number := pattern("number").match(said, link.end()):
            label, end = labels[-1][:2] + number[1] + number[2].strip().lower(), number.end()
        else:
            break
        row = labels_to(labels[-1], label) if link["link"] in "–-" else [labels[-1], label]
        if not row:
            return None
        labels += row[1:]
    if len(labels) > 1 and (of := pattern("of_preamble").match(said, end)):
        labels, end = ["PP" + label[2:] for label in labels], of.end()
    return tuple(labels), end


def labels_to(first: str, last: str) -> list[str]:
    """Return the labels from one to another; none where they do not stand in one row, in this order.

    >>> labels_to("OP2(a)", "OP2(c)"), labels_to("PP2", "OP4")
    (['OP2(a)', 'OP2(b)', 'OP2(c)'], [])
    """
    rows = [re.fullmatch(r"(.*?)(\d+|[a-z])(\)?)", label) for label in (first, last)]
    (row, start, bracket), (other, stop, _bracket) = (match.groups() if match else ("", "", "") for match in rows)
    if row != other or not start or start.isdigit() != stop.isdigit():
        return []
    if start.isdigit():
        return [f"{row}{number}" for number in range(int(start), min(int(stop), int(start) + _MOST_LISTED) + 1)]
    return [f"{row}{chr(code)}{bracket}" for code in range(ord(start), ord(stop) + 1)]


def _one(said: str, at: int) -> tuple[str, int] | None:
    """A label, or what stands for one until the draft is known."""
    if last := pattern("last").match(said, at):
        return LAST[not (last["preambular"] or last["pp"])], last.end()
    return label_at(said, at)


# --- quotations: words in quotation marks of any kind


def _without_quotations(said: str) -> tuple[str, list[str]]:
    """The line, as long as before, with a sign in the place of each quotation, and the quotations; a comma may be called so."""
    said = re.sub(f"[{LABEL}{QUOTE}{TEXT}{_PAD}]", " ", said[:_LONGEST])
    quotes: list[str] = []

    def read(at: int) -> tuple[str, int] | None:
        end = _closing(said, at) + 1
        if end:
            quotes.append(said[at + 1 : end - 1].strip("*_"))
        elif sign := pattern("sign").match(said, at):
            quotes.append(listed()["signs"][sign["sign"].casefold()])
            end = sign.end()
        return (QUOTE.ljust(end - at, _PAD), end) if end else None

    return _scanned(said, read), quotes


def _closing(said: str, start: int) -> int:
    """Where a quotation ends that begins at ``start``, or -1; an apostrophe ends one where the sentence goes on behind it."""
    ends = listed()["quotation_marks"].get(said[start])
    if not ends or (said[start] in "'‘‚`" and not said[start + 1 : start + 2].strip()):
        return -1
    for i in range(start + 1, len(said)):
        if said[i] in ends and not (said[i] in "'’" and not pattern("goes_on").match(said, i + 1)):
            return i
    return -1


def goes_on(text: str) -> bool:
    """Whether words stand behind a quotation at its beginning: "“all” after “States”" is no new text."""
    end = _closing(text, 0) if text else -1
    return end > 0 and bool(text[end + 1 :].strip(" .;,()"))


def unquoted(text: str) -> str:
    """Return a new text without the quotation marks around all of it; they are not part of it."""
    bare = text.strip()
    end = _closing(bare, 0) if bare else -1
    return bare[1:end] + bare[end + 1 :] if end > 0 and end == len(bare.rstrip(".;,")) - 1 else bare


# --- amendments as a marked-up text: ~~what goes~~ and **what comes**, or what goes → what comes

_LABEL_WITHIN = 30


def _struck_out(said: str) -> Said | None:
    """What a marked-up line says; a label, or a whole paragraph, that is struck out is to go."""
    struck, put_in, arrow = (pattern(name) for name in ("struck", "put_in", "arrow"))
    first = struck.search(said)
    starts = (i for i in range(min(_LABEL_WITHIN, len(said))) if i == 0 or not said[i - 1].isalnum())
    found = next((label for i in starts if (label := label_at(said, i))), None) if first else None
    if first is None or found is None:
        return None
    if label_at(_plain(first[0], struck)):
        return Said(f"delete {LABEL}", ((found[0],),), (), "")
    start = said.find(":", 0, first.start()) + 1 or min(found[1], first.start())
    body = pattern("struck_verb").sub("", said[start:].strip())
    between = arrow.search(body) or pattern("struck_by").search(body)
    if between and struck.fullmatch(body[: between.start()].strip()):
        body = f"{body[: between.start()]} <ins>{unquoted(_plain(body[between.end() :], put_in))}</ins>"
    body = unquoted(arrow.sub(" ", body))
    old, new = _plain(put_in.sub(" ", body), struck), _plain(struck.sub(" ", body), put_in)
    old, new = (re.sub(r" (?=[,;.:])", "", " ".join(words.split())) for words in (old, new))
    if not new and old[-1:] in ".;,":
        old = ""
    form = f"{LABEL} replace {QUOTE} by {QUOTE}" if new else f"{LABEL} delete {QUOTE}" if old else f"delete {LABEL}"
    return Said(form, ((found[0],),), tuple(words for words in (old, new) if words), "")


def _plain(words: str, marks: re.Pattern[str]) -> str:
    return marks.sub(lambda m: next(group for name, group in m.groupdict().items() if group and name != "tag"), words)
