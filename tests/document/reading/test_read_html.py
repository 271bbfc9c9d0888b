"""Web pages that word processors save: which paragraphs they have, and the numbers that a browser puts before them."""

from __future__ import annotations

from every import every

import resolutionkit as rk
from resolutionkit.document.reading.read_html import text_of

URGES, DECIDES = "<li>Urges all States to act;</li>", "<li>Decides to remain seized of the matter.</li>"

PAGES = {
    # what it shows: the page, its paragraphs
    "a numbered list": (f"<ol>{URGES}{DECIDES}</ol>", ["1. Urges all States to act;", "2. Decides to remain seized of the matter."]),
    "one that begins with 4": (f"<ol start='4'>{URGES}{DECIDES}</ol>", ["4. Urges all States to act;", "5. Decides to remain seized of the matter."]),
    "one that begins with no number": (f"<ol start='x'>{URGES}</ol>", ["1. Urges all States to act;"]),
    "a text between its items": (
        f"<ol>{URGES}<p>[a note of the secretariat]</p>{DECIDES}</ol>",
        ["1. Urges all States to act;", "[a note of the secretariat]", "2. Decides to remain seized of the matter."],
    ),
    "a list without numbers": (f"<ul>{URGES}{DECIDES}</ul>", ["Urges all States to act;", "Decides to remain seized of the matter."]),
    "items without a list": (f"<p>The General Assembly,</p>{DECIDES}", ["The General Assembly,", "Decides to remain seized of the matter."]),
    "letters below a number": (
        "<ol><li>Urges all States:<ol type='a'><li>To act;</li><li>To report;</li></ol></li><li>Decides.</li></ol>",
        ["1. Urges all States:", "(a) To act;", "(b) To report;", "2. Decides."],
    ),
    "Roman numbers below a letter": (
        "<ol type='a'><li>To act:<ol type='i'><li>At sea;</li><li>On land;</li></ol></li></ol>",
        ["(a) To act:", "(i) At sea;", "(ii) On land;"],
    ),
    "capitals": ("<ol type='A'><li>To act;</li></ol><ol type='I'><li>Peace</li></ol>", ["(A) To act;", "(I) Peace"]),
    "letters behind z": ("<ol type='a' start='26'><li>To act;</li><li>To report.</li></ol>", ["(z) To act;", "(aa) To report."]),
    "a type that is none": ("<ol type='disc'><li>Urges all;</li></ol>", ["1. Urges all;"]),
    "a line break": ("<p>The Assembly,<br>Recalling the Charter,<br/>Noting it,</p>", ["The Assembly,\nRecalling the Charter,\nNoting it,"]),
    "a line break at the end": ("<p>Urges all States;<br></p><p>Decides.</p>", ["Urges all States;", "Decides."]),
    "lines of the file": ("<p>Urges\n  all <i>States</i></p>\n\n\n<p>Decides.</p>", ["Urges all States", "Decides."]),
    "text between paragraphs": (
        "The General Assembly,<div>Recalling the Charter,</div>Noting rivers,<h2>Peace</h2><section>Stressing its role,</section>",
        ["The General Assembly,", "Recalling the Charter,", "Noting rivers,", "Peace", "Stressing its role,"],
    ),
    "what no reader sees": (
        "<html><head><title>Draft</title><style>p { margin: 0 }</style></head><body><script>run()</script><p>Urges <!-- no -->all</p></body></html>",
        ["Urges all"],
    ),
    "labels of our own pages": ("<p><span class='rk-label rk-op'>OP1</span> Urges <b class='word'>all</b></p>", ["Urges all"]),
    "cells": ("<table><tr><td>In favour</td><td>120</td></tr></table>", ["In favour", "120"]),
    "no text": ("", []),
    "nothing but a comment": ("<!-- draft -->", []),
}  # fmt: skip


@every(PAGES)
def test_a_page_has_the_paragraphs_that_a_browser_shows(name):
    page, paragraphs = PAGES[name]
    assert text_of(page.encode()) == "\n\n".join(paragraphs)


@every(["utf-8", "utf-8-sig", "cp1252"])
def test_a_page_is_read_whatever_its_letters_are_written_in(encoding):
    page = "<head><meta charset='iso-8859-15'></head><p>beschließt, „dies“ zu tun.</p>"
    assert text_of(page.encode(encoding)) == "beschließt, „dies“ zu tun."


def test_a_saved_draft_is_the_resolution_that_was_saved():
    items = "<ol type='a'><li>To act:<ol type='i'><li>At sea;</li><li>On land;</li></ol></li></ol>"
    page = f"<p>The General Assembly,</p><p><i>Recalling</i> the Charter,</p><ol><li>Urges all States:{items}</li>{DECIDES}</ol>"
    read = rk.parse(text_of(page.encode()))
    assert [p.label for p in read.paragraphs] == ["PP1", "OP1", "OP1(a)", "OP1(a)(i)", "OP1(a)(ii)", "OP2"]
