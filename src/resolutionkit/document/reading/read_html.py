"""Reads a draft that a word processor or the kit has saved as a web page: its paragraphs, and the numbers of its lists."""

import re
from typing import Any

from lxml import etree, html

from resolutionkit.document.grammar.numerals import FIRST_MARKERS, nth_marker
from resolutionkit.files import as_text

_BLOCK = re.compile(
    "address|article|blockquote|dd|details|div|dt|footer|h[1-6]|header|li|p|pre|section|summary|table|td|tr"
)
_UNSEEN = ("script", "style", "head", "template")


def text_of(content: bytes) -> str:
    """Return the text of a web page, a blank line between its paragraphs.

    >>> text_of(b"<ol><li>Urges <i>all</i> States;<ol type='a'><li>To act;</li></ol></li></ol>")
    '1. Urges all States;\\n\\n(a) To act;'
    """
    try:
        content, encoding = as_text(content).encode(), "utf-8"
    except UnicodeDecodeError:
        encoding = "cp1252"
    try:
        root: Any = html.document_fromstring(content, parser=html.HTMLParser(encoding=encoding, no_network=True))
    except (etree.LxmlError, ValueError):  # nothing in it, or nothing but comments
        return ""
    for element in list(root.iter()):
        if element.tag in _UNSEEN or "rk-label" in str(element.get("class")):
            element.drop_tree()
        elif element.tag == "br":
            element.tail = "\r" + (element.tail or "")
        elif _BLOCK.fullmatch(str(element.tag)):
            element.text = f"\r\r{_number(element)}{element.text or ''}"
            element.tail = f"\r\r{element.tail or ''}"
    lines = [" ".join(line.split()) for line in root.text_content().replace("\n", " ").split("\r")]
    return "\n\n".join(said for paragraph in "\n".join(lines).split("\n\n") if (said := paragraph.strip()))


def _number(element: Any) -> str:
    """Of an item of a numbered list: what a browser shows before it."""
    if element.tag != "li" or (parent := element.getparent()).tag != "ol":
        return ""
    start, kind = str(parent.get("start")), str(parent.get("type"))
    before = sum(other.tag == "li" for other in element.itersiblings(preceding=True))
    first = kind if kind in FIRST_MARKERS else "1"
    marker = nth_marker(first, before + (int(start) if start.isdecimal() else 1))
    return f"{marker}. " if first == "1" else f"({marker}) "
