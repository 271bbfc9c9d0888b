"""Counts the paragraphs that Word numbers by itself: their numbers stand in no text, only in what defines its lists."""

import re
from collections.abc import Mapping
from typing import Any, NamedTuple

from docx.oxml.ns import qn

from resolutionkit.document.grammar.numerals import nth_marker

_FIRST = {"lowerLetter": "a", "upperLetter": "A", "lowerRoman": "i", "upperRoman": "I"}
"""How Word calls a form of numbers, and its first one; all others are taken as digits."""
_DEEPEST = 9  # levels of a list in Word
_MOST_STYLES = 20  # a damaged file may have styles that stand on each other


class _Level(NamedTuple):
    """How one level of a list is numbered; ``style`` is that of the paragraphs that are on this level."""

    form: str
    start: int
    text: str
    style: str


class Numbers:
    """The lists of one document; :meth:`of` counts on."""

    def __init__(self, numbering: Any, styles: Mapping[str, Any]) -> None:
        self._styles = styles
        self._counts: dict[tuple[str, int], int] = {}
        self._lists: dict[str, dict[int, _Level]] = {}
        self._list_of: dict[str, str] = {}
        self._starts: dict[tuple[str, int], int] = {}  # (list, level) -> the first number there, until it is used
        links, named = {}, {}
        for abstract in numbering.iter(qn("w:abstractNum")):
            identity = _value(abstract, "w:abstractNumId")
            self._lists[identity] = {int(_value(e, "w:ilvl") or 0): _level(e) for e in abstract.iter(qn("w:lvl"))}
            links[identity] = child_value(abstract, "w:numStyleLink")
            named[child_value(abstract, "w:styleLink")] = identity
        for number in numbering.iter(qn("w:num")):
            identity, listed = _value(number, "w:numId"), child_value(number, "w:abstractNumId")
            link = links.get(listed)
            self._list_of[identity] = named.get(link, listed) if link else listed
            for override in number.iter(qn("w:lvlOverride")):
                if start := child_value(override, "w:startOverride"):
                    self._starts[identity, int(_value(override, "w:ilvl") or 0)] = int(start)

    def of(self, paragraph: Any) -> str:
        """Return the number that Word prints before a paragraph, with a blank behind it; "" where there is none."""
        identity, level = self._place(paragraph)
        listed = self._list_of.get(identity, "")
        levels = self._lists.get(listed, {})
        if identity in ("", "0") or level not in levels:
            return ""
        following = self._counts.get((listed, level), levels[level].start - 1) + 1
        self._counts[listed, level] = self._starts.pop((identity, level), following)
        for deeper in range(level + 1, _DEEPEST):
            self._counts.pop((listed, deeper), None)
        held = levels[level]
        if held.form in ("bullet", "none"):
            return "- " if held.form == "bullet" else ""
        above = [(n, levels[n]) for n in range(level + 1) if n in levels]
        shown = [nth_marker(_FIRST.get(one.form, "1"), self._counts.get((listed, n), one.start)) for n, one in above]
        if len(re.findall(r"%\d", held.text)) > 1:  # "1.1"
            return re.sub(r"%(\d)", lambda found: "".join(shown[int(found[1]) - 1 : int(found[1])]), held.text) + " "
        return f"({shown[-1]}) " if held.form in _FIRST or held.text.startswith("(") else f"{shown[-1]}. "

    def _place(self, paragraph: Any) -> tuple[str, int]:
        """The list of a paragraph and its level there: its own, or those of its style or of one that this is based on."""
        chain = [("", paragraph)]
        style = child_value(paragraph.find(qn("w:pPr")), "w:pStyle")
        while style in self._styles and len(chain) < _MOST_STYLES:
            chain.append((style, self._styles[style]))
            style = child_value(self._styles[style], "w:basedOn")
        identity = level = ""
        for style, element in chain:
            numbered = element.find(f"{qn('w:pPr')}/{qn('w:numPr')}")
            identity = identity or child_value(numbered, "w:numId")
            level = level or child_value(numbered, "w:ilvl")
            if identity and (style or level):
                break
        levels = self._lists.get(self._list_of.get(identity, ""), {})
        of_style = next((n for n, held in levels.items() if style and held.style == style), 0)
        return identity, int(level or of_style)


def _level(element: Any) -> _Level:
    form, text = child_value(element, "w:numFmt") or "decimal", child_value(element, "w:lvlText") or "%1."
    return _Level(form, int(child_value(element, "w:start") or 1), text, child_value(element, "w:pStyle"))


def _value(element: Any, name: str) -> str:
    return str(element.get(qn(name)) or "")


def child_value(element: Any, name: str) -> str:
    """Return the value of an element's child, or "" where it has none."""
    child = element.find(qn(name)) if element is not None else None
    return _value(child, "w:val") if child is not None else ""
