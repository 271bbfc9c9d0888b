"""Undoes what copying did to a text before anybody reads it: odd characters, tags, e-mail quoting, line numbers.

Every function keeps the number of lines, so that a decision can still name the line of the source.
"""

from __future__ import annotations

import re
import unicodedata
from itertools import pairwise

LIGATURES = {"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl"}
"""Letters that print has joined, and what they stand for."""
_INVISIBLE = "\u00ad\u200b\u2060\ufeff"
"""Soft hyphen, zero-width space, word joiner, byte order mark."""
_DROP = dict.fromkeys(map(ord, _INVISIBLE))
_TAGS = {"i": "*", "em": "*", "u": "*", "ins": "*", "b": "**", "strong": "**"}
TAG = re.compile(r"</?(i|em|u|ins|b|strong)>", re.IGNORECASE)
"""Tags that editors on web pages leave: each is written as Markdown."""
_CUT_ACCENT = re.compile("[A-Za-z\u00c0-\u024f][\u0300-\u036f]+")
"""A letter and the accents that stand behind it; nothing else is composed, since that would change letters for good."""
_LATIN = ("en", "de", "fr", "es")


def mend_characters(text: str, language: str) -> str:
    """Take out what no reader sees, and write ligatures, cut accents and tags of web pages as plain text.

    >>> mend_characters("<em>of\\ufb01cially</em> zusam\\u00admen", "en")
    '*officially* zusammen'
    """
    if language in _LATIN:
        for ligature, letters in LIGATURES.items():
            if ligature in text:
                text = text.replace(ligature, letters)
        if "\u2010" in text:  # what browsers print where they divide a word
            text = text.replace("\u2010\n", "\u00ad\n").replace("\u00ad\u00ad\n", "\u00ad\n")
        if "\u00ad\n" in text:
            text = text.replace("\u00ad\n", "-\n")
        if any(map(text.__contains__, _INVISIBLE)):
            text = text.translate(_DROP)
        if language != "en" and not unicodedata.is_normalized("NFC", text):
            text = _CUT_ACCENT.sub(lambda cut: unicodedata.normalize("NFC", cut[0]), text)
    if "<" in text:
        text = TAG.sub(lambda tag: _TAGS[tag[1].lower()], text)
    return text.replace("&nbsp;", "\u00a0") if "&nbsp;" in text else text


def mend_lines(lines: list[str]) -> list[str]:
    """Take the quoting marks of e-mails, and the numbers of printed lines, from the lines of a text.

    >>> mend_lines(["> Urges all States", "> to act."])
    ['Urges all States', 'to act.']
    """
    firsts = {line.lstrip()[:1] for line in lines}
    if ">" in firsts:
        lines = _unquoted(lines)
    if len(lines) > 8 and "1" in firsts:
        lines = _without_line_numbers(lines)
    return [_with_tight_stars(line) if "*" in line[:12] or "_" in line[:12] else line for line in lines]


_QUOTE = re.compile(r"[ \t]*(?:>[ \t]?)+")
_LEAD = re.compile(r".{0,120}(?:wrote|schrieb\b.*):\s*")
"""The line above a quoted e-mail: "On Monday, Ms. A. wrote:"."""


def _unquoted(lines: list[str]) -> list[str]:
    quoted = sum(line.lstrip()[:1] == ">" for line in lines)
    if 2 * quoted <= sum(bool(line.strip()) for line in lines):
        return lines
    return [
        "" if _LEAD.fullmatch(line) else _QUOTE.sub("", line, count=1) if line.lstrip()[:1] == ">" else line
        for line in lines
    ]


_LINE_NUMBER = re.compile(r"[ \t]*(\d{1,4})(?:[ \t]+|$)")


def _without_line_numbers(lines: list[str]) -> list[str]:
    """Printed drafts number their lines; then nearly every line begins with the number after the one before."""
    matches = [_LINE_NUMBER.match(line) for line in lines]
    numbers = [int(match[1]) for match in matches if match]
    filled = sum(bool(line.strip()) for line in lines)
    if (
        len(numbers) < 8
        or len(numbers) < 0.9 * filled
        or sum(b == a + 1 for a, b in pairwise(numbers)) < 0.9 * len(numbers) - 1
    ):
        return lines
    return [line[match.end() :] if match else line for line, match in zip(lines, matches, strict=True)]


_LINE_ITALICS = re.compile(
    r"""
    (?P<before> [ \t]* (?:\*\*|__)? (?:\d{1,3}[.)]{1,2}|\(\d{1,3}\))? (?:\*\*|__)? [ \t]* )
    (?: (?P<line>_{1,3}) (?P<lined>[^_\s](?:[^_]{0,100}[^_\s])?) (?P=line)(?!\w)
      | (?P<stars>\*{1,3}) [ \t]* (?P<starred>[^*\s][^*]{0,100}) (?P=stars)(?:(?!\w)|(?<=\s\*)|(?<=\s\*\*)) )
    """,
    re.VERBOSE,
)


def _with_tight_stars(line: str) -> str:
    """Italics at the start of a line in the form that the reader looks for: stars, and no blank inside, as in "*Recalling *its"."""
    match = _LINE_ITALICS.match(line)
    if match is None:
        return line
    mark = "*" * len(match["line"] or match["stars"])
    words = match["lined"] or match["starred"]
    rest = line[match.end() :]
    blank = " " if words[-1].isspace() and rest[:1] not in (",", ";", ":", ".", " ", "") else ""
    return f"{match['before']}{mark}{words.strip()}{mark}{blank}{rest}"
