"""Finds number and title of a resolution among the lines above its organ line."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import replace

from resolutionkit.cover import TITLE
from resolutionkit.plaintext.blocks import Lines
from resolutionkit.plaintext.inline import Inline, read_inline

_TOPIC = re.compile(r"(?i:topic|subject|question(?: of)?|title|thema|betreff|titel|gegenstand|tagesordnungspunkt):[*_]* *(?P<title>\S.*)")
_LABELLED = re.compile(r"[A-ZÄÖÜ][\w /-]{2,25}:[*_]* \S")
"""A line of a cover page such as "Sponsors: Germany, Kenya"."""


def read_title(head: Sequence[Lines], notes: Collection[int]) -> tuple[str, Inline, list[str]]:
    """Part the blocks above the organ line into number, title and cover lines.

    >>> number, title, cover = read_title([Lines("Sponsors: Kenya", 1), Lines("75/10. Policing", 2)], ())
    >>> number, title.text, cover
    ('75/10', 'Policing', ['Sponsors: Kenya'])
    """
    lines = [block.text for block in head]
    cover: list[str] = []
    for i in range(len(lines) - 1, -1, -1):
        bare = re.sub(r"^#{1,6} ", "", lines[i]).strip("*_ ")
        if match := TITLE.match(bare):
            rest = [line for line in lines[i + 1 :] if line]
            title = read_inline(" ".join([match["title"], *rest]) if len(rest) == 1 else match["title"], notes)
            return match["number"], _plain(title), lines[:i] + (rest if len(rest) > 1 else [])
    for i, line in enumerate(lines):  # as Model United Nations papers say it: "Topic: …"
        if match := _TOPIC.fullmatch(line.strip("*_# ")):
            return "", _plain(read_inline(match["title"].strip("*_ "), notes)), lines[:i] + lines[i + 1 :]
    while len(lines) > 1 and _LABELLED.match(lines[-1].strip("*_ ")):
        cover.insert(0, lines.pop())
    if lines and not lines[-1].startswith("["):
        title = read_inline(re.sub(r"^#{1,6} ", "", lines[-1]), notes)
        return "", _plain(title), lines[:-1] + cover
    return "", Inline(""), lines


def _plain(title: Inline) -> Inline:
    return replace(title, italics=())
