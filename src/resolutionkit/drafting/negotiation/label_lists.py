"""Several paragraphs named at once: "OP3, OP5 and OP6", "clauses 3 to 5", "sub-paragraphs (a) and (b) of OP2"."""

from __future__ import annotations

import re

from resolutionkit.document.grammar.labels import label_at
from resolutionkit.drafting.negotiation.amendment_phrases import pattern

_BARE = re.compile(r"(?P<number>\d{1,3})(?!\w)(?P<item>\s?\([a-z]{1,3}\))?|\((?P<marker>[a-z]{1,3})\)")
_MOST = 50
"""Paragraphs from "3 to 900": nobody means more."""


def labels_at(said: str, at: int) -> tuple[tuple[str, ...], int] | None:
    """Return the labels that stand there and where they end, or None.

    >>> labels_at("OP3, OP5 and OP6", 0)[0], labels_at("clauses 3 to 5", 0)[0], labels_at("Absätze 1 bis 2", 0)[0]
    (('OP3', 'OP5', 'OP6'), ('OP3', 'OP4', 'OP5'), ('OP1', 'OP2'))
    """
    if (items := pattern("items_of").match(said, at)) and (owner := label_at(said, items.end())):
        return tuple(f"{owner[0]}({marker})" for marker in _markers(items["items"])), owner[1]
    plural = pattern("plural").match(said, at)
    first = _first(said, at, plural)
    if first is None:
        return None
    labels, end = [first[0]], first[1]
    if items := pattern("items_after").match(said, end):
        return tuple(f"{first[0]}({marker})" for marker in _markers(items["items"])), items.end()
    while link := pattern("link").match(said, end):
        following = _following(said, link, labels[-1], plural=plural is not None)
        range_of = link["link"].casefold() in ("to", "through", "bis", "–", "-")
        if following is None or (range_of and not (plural or link["link"] in ("–", "-", "bis"))):
            break  # "move OP2 to OP5" is no list
        labels += numbered_to(labels[-1], following[0])[1:] if range_of else [following[0]]
        end = following[1]
    return tuple(labels), end


def _markers(said: str) -> list[str]:
    """ "(a), (b) and (c)", or "(a) to (c)"."""
    markers = re.findall(r"\b[a-z]\b", said.casefold())
    if len(markers) == 2 and re.search(r"\b(?:to|through|bis)\b|–", said.casefold()):
        return [chr(code) for code in range(ord(markers[0]), ord(markers[1]) + 1)]
    return markers


def _first(said: str, at: int, plural: re.Match[str] | None) -> tuple[str, int] | None:
    noun, start = "", at
    if plural:
        noun = plural["adjective"] + plural["noun"] + ("atz" if plural["noun"].endswith("bs") else "") + " "
        start = plural.end()
    found = label_at(noun + said[start:])
    if found is None:
        return None
    label, end = found[0], found[1] + start - len(noun)
    if label.endswith("bis") and (said[end:].lstrip()[:1].isdigit() or label_at(said[end:].lstrip())):
        return label[:-3], end - 3  # "Ziffern 1 bis 3" are three, and none is 1 bis
    return label, end


def _following(said: str, link: re.Match[str], before: str, *, plural: bool) -> tuple[str, int] | None:
    """A label behind "and", or a bare number or marker that can only be one."""
    found = label_at(said, link.end())
    bare = None if found else _BARE.match(said, link.end())
    if bare is None:
        return found
    if bare["marker"]:
        return re.sub(r"\(\w+\)$", f"({bare['marker']})", before), bare.end()
    alone = not said[bare.end() :].lstrip()[:1].isalnum() or link["link"][:1].isalpha()
    label = re.sub(r"\d.*", "", before) + bare["number"] + (bare["item"] or "").strip()
    return (label, bare.end()) if plural or alone else None


def numbered_to(first: str, last: str) -> list[str]:
    """Return the labels from one to another."""
    start, stop = (int(re.sub(r"\D", "", label) or 0) for label in (first, last))
    return [f"{first[:2]}{n}" for n in range(start, min(stop, start + _MOST) + 1)]
